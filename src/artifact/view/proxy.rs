//! What a template sees of a reverse proxy: its listeners and routes.

use serde_json::{Value as Json, json};

use super::{product, why};
use crate::catalog::Manifest;
use crate::requirement::{PublishingRule, Requirements, Row};
use crate::topology::Proxy;

/// A reverse proxy: its listeners and routes, names with the same route together.
pub(in crate::artifact) fn proxy(proxy: &Proxy, requirements: &Requirements, manifest: &Manifest) -> Json {
    let name = proxy.name.given().value();
    let rows: Vec<&Row<PublishingRule>> =
        requirements.publishing.iter().filter(|row| row.body.route.proxy == *name).collect();
    let mut routes: Vec<Json> = Vec::new();
    let mut grouped: Vec<(&Row<PublishingRule>, Vec<&str>)> = Vec::new();
    for row in &rows {
        match grouped
            .iter_mut()
            .find(|(first, _)| first.body.route == row.body.route && first.reason == row.reason)
        {
            Some((_, names)) => names.push(row.body.public_name.as_str()),
            None => grouped.push((row, vec![row.body.public_name.as_str()])),
        }
    }
    for (row, names) in &grouped {
        let route = &row.body.route;
        let mut view = serde_json::to_value(&**route).unwrap_or_default();
        view["names"] = json!(names);
        view["upstream"] = format!("{}-{}", route.target, route.target_port).into();
        view["targets"] = route.target_addresses.iter().map(|a| a.with_port(route.target_port)).collect();
        view["why"] = why(&row.reason);
        routes.push(view);
    }
    let mut upstreams: Vec<Json> = routes
        .iter()
        .map(|route| json!({ "name": route["upstream"], "targets": route["targets"] }))
        .collect();
    upstreams.sort_by_key(ToString::to_string);
    upstreams.dedup();
    let listens = |tls: bool| -> Vec<u16> {
        let ports = rows.iter().filter(|row| row.body.route.listen_tls == tls);
        let mut ports: Vec<u16> = ports.map(|row| row.body.route.listen_port.number()).collect();
        ports.sort_unstable();
        ports.dedup();
        ports
    };
    let longest = rows.iter().map(|row| row.body.public_name.as_str().len()).max().unwrap_or(0);
    json!({
        "name": name,
        "product": product(manifest),
        "addresses": proxy.external.given().value(),
        "gateway": proxy.gateway.given().value(),
        "internal_addresses": proxy.internal.given().value(),
        "networks": proxy.networks.given().value().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "has_ipv6": proxy.external.given().value().iter().any(crate::value::Address::is_v6),
        "tls_ports": listens(true),
        "plain_ports": listens(false),
        "routes": routes,
        "upstreams": upstreams,
        "name_count": rows.len(),
        "longest_name": longest,
    })
}
