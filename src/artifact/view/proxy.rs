//! What a template sees of a reverse proxy: its listeners and routes.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::{product, why};
use crate::catalog::Manifest;
use crate::requirement::{PublishingRule, Requirements, Row};
use crate::topology::Proxy;
use crate::value::Address;

/// A publishing rule and all names that take its way.
type Group<'a> = (&'a Row<PublishingRule>, Vec<&'a str>);

/// A reverse proxy: its listeners and routes, names with the same route together.
pub(in crate::artifact) fn proxy(proxy: &Proxy, requirements: &Requirements, manifest: &Manifest) -> Json {
    let name = proxy.name.given().value();
    let rows: Vec<&Row<PublishingRule>> =
        requirements.publishing.iter().filter(|row| row.body.route.proxy == *name).collect();
    let groups = grouped(&rows);
    let external = proxy.external.given().value();
    json!({
        "name": name,
        "product": product(manifest),
        "addresses": external,
        "gateway": proxy.gateway.given().value(),
        "internal_addresses": proxy.internal.given().value(),
        "networks": proxy.networks.given().value().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "has_ipv6": external.iter().any(Address::is_v6),
        "timeout_seconds": proxy.timeout.given().value().0,
        "tls_ports": ports(&rows, true),
        "plain_ports": ports(&rows, false),
        "tls_names": tls_names(&rows),
        "routes": groups.iter().map(route).collect::<Vec<_>>(),
        "upstreams": upstreams(&groups),
        "name_count": rows.len(),
        "longest_name": rows.iter().map(|row| row.body.public_name.as_str().len()).max().unwrap_or(0),
    })
}

/// The rows in their order, those that differ in nothing but the name as one.
fn grouped<'a>(rows: &[&'a Row<PublishingRule>]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for row in rows {
        let same = groups
            .iter_mut()
            .find(|(first, _)| first.body.route == row.body.route && first.reason == row.reason);
        match same {
            Some((_, names)) => names.push(row.body.public_name.as_str()),
            None => groups.push((row, vec![row.body.public_name.as_str()])),
        }
    }
    groups
}

/// A route with its names, and its paths as servers match them: everything, the root alone, and folders.
fn route((row, names): &Group<'_>) -> Json {
    let route = &row.body.route;
    let mut view = serde_json::to_value(&**route).unwrap_or_default();
    let folders =
        route.paths.iter().filter_map(|path| path.strip_suffix("/*")).filter(|path| !path.is_empty());
    view["names"] = json!(names);
    view["upstream"] = upstream_name(row).into();
    view["targets"] = targets(row);
    view["publishes_all"] = route.paths.contains(&"/*").into();
    view["publishes_root"] = route.paths.contains(&"/").into();
    view["folders"] = folders.collect();
    view["why"] = why(&row.reason);
    view
}

/// What stands behind the proxy, each once.
fn upstreams(groups: &[Group<'_>]) -> Vec<Json> {
    let mut upstreams: Vec<Json> = groups
        .iter()
        .map(|(row, _)| {
            let route = &row.body.route;
            json!({
                "name": upstream_name(row),
                "target": route.target,
                "targets": targets(row),
                "tls": route.target_tls,
            })
        })
        .collect();
    upstreams.sort_by_key(ToString::to_string);
    upstreams.dedup();
    upstreams
}

fn upstream_name(row: &Row<PublishingRule>) -> String {
    format!("{}-{}", row.body.route.target, row.body.route.target_port)
}

fn targets(row: &Row<PublishingRule>) -> Json {
    let route = &row.body.route;
    route.target_addresses.iter().map(|address| address.with_port(route.target_port)).collect()
}

/// The ports of the listeners that speak TLS, or of those that don't.
fn ports(rows: &[&Row<PublishingRule>], tls: bool) -> BTreeSet<u16> {
    let listening = rows.iter().map(|row| &row.body.route).filter(|route| route.listen_tls == tls);
    listening.map(|route| route.listen_port.number()).collect()
}

/// Every name that a TLS handshake may ask for.
fn tls_names<'a>(rows: &[&'a Row<PublishingRule>]) -> BTreeSet<&'a str> {
    let listening = rows.iter().filter(|row| row.body.route.listen_tls);
    listening.map(|row| row.body.public_name.as_str()).collect()
}
