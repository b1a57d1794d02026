//! What a template sees of a hardware load balancer: its virtual addresses, each with its members.

use serde_json::{Value as Json, json};

use super::{product, why};
use crate::catalog::{Manifest, balancing};
use crate::plan::Because;
use crate::requirement::{BalancingRule, Member, Persistence, Requirements, Row};
use crate::text::Speaker;
use crate::topology::Topology;
use crate::value::{ObjectName, Port};

/// A balancer of the plan by its name, or what stands for those that have none.
pub(in crate::artifact) fn balancer(
    name: Option<&ObjectName>,
    topology: &Topology,
    requirements: &Requirements,
    speaker: &Speaker,
    manifest: &Manifest,
) -> Json {
    let rows = requirements.balancing.iter();
    let is_own = |row: &&Row<BalancingRule>| row.body.balancer.as_ref() == name;
    let rules: Vec<Json> = rows
        .filter(is_own)
        .map(|row| {
            let mut seen = rule(row, speaker);
            seen["tls"] = tls(&row.body, topology, requirements);
            seen
        })
        .collect();
    json!({
        "name": name.map_or_else(|| UNNAMED.to_owned(), ToString::to_string),
        "named": name.is_some(),
        "product": product(manifest),
        "cookie": balancing().cookie.value,
        "rules": rules,
    })
}

/// The folder of the rules that no balancer of the plan has.
const UNNAMED: &str = "unnamed";

/// Whether there are rules that no balancer of the plan has.
pub(in crate::artifact) fn unnamed(requirements: &Requirements) -> bool {
    requirements.balancing.iter().any(|row| row.body.balancer.is_none())
}

/// An address as a word that every product takes for a name.
fn word(address: &str) -> String {
    address.replace(['.', ':'], "_")
}

fn rule(row: &Row<BalancingRule>, speaker: &Speaker) -> Json {
    let body = &row.body;
    let address = body.address.to_string();
    let without: Vec<&Member> = body.members.iter().filter(|member| member.addresses.is_empty()).collect();
    json!({
        "id": format!("{}_{}_{}", body.protocol.word(), word(&address), body.listen_port),
        "pool": body.pool,
        "side": body.side,
        "address": body.address,
        "is_v6": body.address.is_v6(),
        "end": body.address.with_port(body.listen_port),
        "protocol": body.protocol,
        "listen_port": body.listen_port,
        "member_port": body.member_port,
        "members": body.members.iter().flat_map(|member| ends(member, body.member_port)).collect::<Vec<_>>(),
        "without_address": without.iter().map(|member| &member.fqdn).collect::<Vec<_>>(),
        "persistence": body.persistence,
        "monitor_port": body.monitor_port,
        "idle_timeout_seconds": body.idle_timeout_seconds,
        "remarks": row.reason.remarks().iter().map(|remark| speaker.say(remark)).collect::<Vec<_>>(),
        "why": why(&row.reason),
    })
}

/// A member under a name for each of its addresses. Where names are for more than one rule, they are made of the address:
/// an Edge Server has another one for each service.
fn ends(member: &Member, port: Port) -> impl Iterator<Item = Json> {
    member.addresses.iter().enumerate().map(move |(index, address)| {
        let name = match index {
            0 => member.fqdn.to_string(),
            _ => format!("{}_{}", member.fqdn, index + 1),
        };
        json!({
            "name": name,
            "server": format!("srv_{}", word(&address.to_string())),
            "address": address,
            "end": address.with_port(port),
        })
    })
}

/// Where a balancer itself has to end TLS, as it can't set a cookie otherwise: the name that is asked for and verified,
/// and the certificates of the servers, whose names its own has to have too.
fn tls(rule: &BalancingRule, topology: &Topology, requirements: &Requirements) -> Json {
    let mut because = Because::default();
    let pool = topology.pools.iter().find(|pool| *pool.fqdn.given().value() == rule.pool);
    let Some(pool) = pool.filter(|pool| {
        rule.persistence == Persistence::Cookie
            && rule.member_port == *pool.ports.listening_https.given().value()
    }) else {
        return Json::Null;
    };
    let holds = |hosts: &[String]| {
        rule.members.iter().any(|member| hosts.iter().any(|host| member.fqdn.as_str() == host))
    };
    let certificates = requirements
        .certificates
        .iter()
        .filter(|row| row.body.assign_to.contains(&EXTERNAL_WEB) && holds(&row.body.hosts));
    json!({
        "name": because.read(&pool.external.fqdn),
        "certificates": certificates.map(|row| row.body.id.as_str()).collect::<Vec<_>>(),
    })
}

/// What the certificate of the external Web Services is assigned to, in the product's own name.
const EXTERNAL_WEB: &str = "WebServicesExternal";
