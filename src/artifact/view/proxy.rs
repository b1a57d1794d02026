//! What a template sees of a reverse proxy: its listeners and routes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::{product, why};
use crate::catalog::Manifest;
use crate::requirement::{PublishingRule, Requirements, Row};
use crate::topology::Proxy;
use crate::value::Address;

/// A publishing rule and all names that take its way.
type Group<'a> = (&'a Row<PublishingRule>, Vec<&'a str>);

/// What the files of the proxy's own certificate are called, whatever the proxy's name is; those of others bear their id.
const OWN: &str = "listener";

/// A reverse proxy: its listeners and routes, names with the same route together.
pub(in crate::artifact) fn proxy(proxy: &Proxy, requirements: &Requirements, manifest: &Manifest) -> Json {
    let name = proxy.name.given().value();
    let rows: Vec<&Row<PublishingRule>> =
        requirements.publishing.iter().filter(|row| row.body.route.proxy == *name).collect();
    let groups = grouped(&rows);
    let external = proxy.external.given().value();
    let certificates = certificates(&rows);
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
        "routes": groups.iter().map(|group| route(group, &certificates)).collect::<Vec<_>>(),
        "certificates": certificates,
        "upstreams": upstreams(&groups),
        "name_count": rows.len(),
        "longest_name": rows.iter().map(|row| row.body.public_name.as_str().len()).max().unwrap_or(0),
    })
}

/// The rows in their order, those that differ in nothing but the name as one.
fn grouped<'a>(rows: &[&'a Row<PublishingRule>]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    // Most rows share the very same route: of ten thousand names on many certificates none is compared with all others.
    let mut known = HashMap::new();
    for row in rows {
        let same = |groups: &[Group<'a>]| {
            let is_same =
                |(first, _): &Group<'a>| first.body.route == row.body.route && first.reason == row.reason;
            groups.iter().position(is_same).unwrap_or(groups.len())
        };
        let shared = (Arc::as_ptr(&row.body.route), Arc::as_ptr(&row.reason));
        let at = *known.entry(shared).or_insert_with(|| same(&groups));
        match groups.get_mut(at) {
            Some((_, names)) => names.push(row.body.public_name.as_str()),
            None => groups.push((row, vec![row.body.public_name.as_str()])),
        }
    }
    groups
}

/// A route with its names, and its paths as servers match them: everything, the root alone, and folders; and the number of
/// its certificate behind the first.
fn route((row, names): &Group<'_>, certificates: &[Json]) -> Json {
    let route = &row.body.route;
    let mut view = serde_json::to_value(&**route).unwrap_or_default();
    let folders =
        route.paths.iter().filter_map(|path| path.strip_suffix("/*")).filter(|path| !path.is_empty());
    view["names"] = json!(names);
    view["upstream"] = upstream_name(row).into();
    view["tls"] = files(row).into();
    let number = certificates.iter().position(|certificate| certificate["tls"] == files(row));
    view["number"] = number.filter(|at| *at > 0).map_or_else(String::new, |at| (at + 1).to_string()).into();
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

/// What the files of the certificate are called that the listener shows: the part before `.pem` and `.key`.
fn files(row: &Row<PublishingRule>) -> &str {
    let route = &row.body.route;
    match &route.certificate {
        Some(id) if id != route.proxy.as_str() => id,
        _ => OWN,
    }
}

/// The certificates of the listeners with the names for which each is shown: the proxy's own first, even where it is for
/// none of them.
fn certificates(rows: &[&Row<PublishingRule>]) -> Vec<Json> {
    let mut others: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.body.route.listen_tls) {
        others.entry(files(row)).or_default().insert(row.body.public_name.as_str());
    }
    let own = others.remove(OWN).unwrap_or_default();
    let all = std::iter::once((OWN, own)).chain(others);
    all.map(|(tls, names)| json!({ "tls": tls, "is_own": tls == OWN, "names": names })).collect()
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
