//! What a template sees of a hardware load balancer: its virtual addresses, each with its members.

use serde_json::{Value as Json, json};

use super::{product, why};
use crate::catalog::Manifest;
use crate::requirement::{BalancingRule, Requirements, Row};
use crate::text::Speaker;
use crate::value::ObjectName;

/// A balancer of the plan by its name, or what stands for those that have none.
pub(in crate::artifact) fn balancer(
    name: Option<&ObjectName>,
    requirements: &Requirements,
    speaker: &Speaker,
    manifest: &Manifest,
) -> Json {
    let rows = requirements.balancing.iter();
    let is_own = |row: &&Row<BalancingRule>| row.body.balancer.as_ref() == name;
    let rules: Vec<Json> = rows.filter(is_own).map(|row| rule(row, speaker)).collect();
    json!({
        "name": name.map_or_else(|| UNNAMED.to_owned(), ToString::to_string),
        "named": name.is_some(),
        "product": product(manifest),
        "rules": rules,
    })
}

/// The folder of the rules that no balancer of the plan has.
const UNNAMED: &str = "unnamed";

/// Whether there are rules that no balancer of the plan has.
pub(in crate::artifact) fn unnamed(requirements: &Requirements) -> bool {
    requirements.balancing.iter().any(|row| row.body.balancer.is_none())
}

fn rule(row: &Row<BalancingRule>, speaker: &Speaker) -> Json {
    let body = &row.body;
    let members: Vec<Json> = body
        .members
        .iter()
        .map(|member| {
            let ends = member.addresses.iter().map(|address| address.with_port(body.member_port));
            json!({
                "fqdn": member.fqdn,
                "addresses": member.addresses,
                "ends": ends.collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "pool": body.pool,
        "side": body.side,
        "address": body.address,
        "end": body.address.with_port(body.listen_port),
        "protocol": body.protocol,
        "listen_port": body.listen_port,
        "member_port": body.member_port,
        "members": members,
        "persistence": body.persistence,
        "monitor_port": body.monitor_port,
        "idle_timeout_seconds": body.idle_timeout_seconds,
        "remarks": row.reason.remarks().iter().map(|remark| speaker.say(remark)).collect::<Vec<_>>(),
        "why": why(&row.reason),
    })
}
