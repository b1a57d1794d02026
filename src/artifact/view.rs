//! What a template sees: plain data, made from requirements. Secrets never get here.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::script;
use crate::plan::{Because, KeyKind, Plan};
use crate::requirement::{Certificate, PublishingRule, Reason, Requirements, Row};
use crate::text::{Message, Speaker};
use crate::topology::{Proxy, Topology};

/// What every template sees.
pub(super) fn common(plan: &Plan, digest: &str, draft: bool) -> Json {
    json!({
        "plan": {
            "title": plan.title.given().value(),
            "organization": plan.organization.given().value(),
            "go_live": plan.go_live.given().value(),
            "version": plan.servers.version.given().value().word(),
            "digest": digest,
        },
        "program": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "draft": draft,
    })
}

/// The common view with one thing more.
pub(super) fn with(common: &Json, key: &str, value: Json) -> Json {
    let mut view = common.clone();
    view[key] = value;
    view
}

/// Why a row is there: `rule: M-001, M-002 <- answers`.
pub(super) fn why(reason: &Reason) -> Json {
    json!({
        "rules": reason.rules().join(", "),
        "facts": reason.facts().join(", "),
        "because": reason.because().paths().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        "provisional": reason.because().is_provisional(),
    })
}

/// The reasons of many rows, each told once.
#[derive(Default)]
struct Reasons {
    told: Vec<Json>,
    known: HashMap<*const Reason, usize>,
}

impl Reasons {
    fn index(&mut self, reason: &Arc<Reason>) -> usize {
        *self.known.entry(Arc::as_ptr(reason)).or_insert_with(|| {
            self.told.push(why(reason));
            self.told.len() - 1
        })
    }
}

/// A reverse proxy: its listeners and routes, names with the same route together.
pub(super) fn proxy(
    proxy: &Proxy,
    requirements: &Requirements,
    product: &str,
    check: &str,
    remarks: &[String],
) -> Json {
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
        "product": product,
        "check": check,
        "remarks": remarks,
        "addresses": proxy.external.given().value(),
        "has_ipv6": proxy.external.given().value().iter().any(crate::value::Address::is_v6),
        "tls_ports": listens(true),
        "plain_ports": listens(false),
        "routes": routes,
        "upstreams": upstreams,
        "name_count": rows.len(),
        "longest_name": longest,
    })
}

/// A certificate request.
pub(super) fn certificate(row: &Row<Certificate>, plan: &Plan) -> Json {
    let certificate = &row.body;
    let parts = plan.certificates.subject.parts(&mut Because::default());
    let parts: Vec<Json> =
        parts.into_iter().map(|(key, _, value)| json!({ "key": key, "value": value })).collect();
    let (algorithm, size, curve) = match certificate.key {
        KeyKind::Rsa2048 => ("rsa", 2048, ""),
        KeyKind::Rsa3072 => ("rsa", 3072, ""),
        KeyKind::Rsa4096 => ("rsa", 4096, ""),
        KeyKind::EcdsaP256 => ("ec", 0, "P-256"),
        KeyKind::EcdsaP384 => ("ec", 0, "P-384"),
    };
    let mut reasons = Reasons::default();
    let names: Vec<Json> = certificate
        .names()
        .iter()
        .map(|name| json!({ "name": name.name.to_string(), "why": reasons.index(&name.reason) }))
        .collect();
    json!({
        "id": certificate.id,
        "role": certificate.role,
        "hosts": certificate.hosts,
        "assign_to": certificate.assign_to,
        "issuer": certificate.issuer,
        "subject": certificate.subject,
        "subject_parts": parts,
        "names": names,
        "reasons": reasons.told,
        "algorithm": algorithm,
        "size": size,
        "curve": curve,
        "why": why(&row.reason),
    })
}

/// The flows, for the people of the firewall.
pub(super) fn flows(requirements: &Requirements, speaker: &Speaker) -> Json {
    let flow = |row: &Row<crate::requirement::FirewallRule>| {
        json!({
            "from": row.body.from,
            "to": row.body.to,
            "protocol": row.body.protocol,
            "port": row.body.ports,
            "direction": row.body.direction(),
            "level": row.body.level,
            "purpose": speaker.say(&row.body.purpose),
            "why": why(&row.reason),
        })
    };
    requirements.firewall.iter().map(flow).collect()
}

/// The topology and the counts of everything, for documents.
pub(super) fn overview(topology: &Topology, requirements: &Requirements, speaker: &Speaker) -> Json {
    let scripts = script::scripts(requirements, speaker);
    let finding = |row: &Row<crate::finding::Finding>| {
        json!({
            "severity": speaker.say(&Message::new(row.body.severity.key())),
            "path": row.body.path,
            "message": speaker.say(&row.body.message),
            "fix": speaker.say(&row.body.fix()),
            "facts": row.reason.facts().join(", "),
        })
    };
    let proxies: Vec<Json> = topology
        .proxies
        .iter()
        .map(|proxy| {
            json!({ "name": proxy.name.given().value(), "product": proxy.product.given().value().as_str() })
        })
        .collect();
    let certificate = |row: &Row<Certificate>| {
        json!({
            "id": row.body.id,
            "issuer": speaker.say(&Message::new(match row.body.issuer {
                crate::requirement::Issuer::Public => "issuer-public",
                crate::requirement::Issuer::Internal => "issuer-internal",
            })),
            "names": row.body.name_count(),
            "made_here": row.body.keys_made == crate::plan::KeysMade::Here,
        })
    };
    let zones = |view: crate::requirement::View| {
        let mut zones: Vec<String> = requirements
            .dns
            .iter()
            .filter(|row| row.body.view == view)
            .map(|row| row.body.zone.to_string())
            .collect();
        zones.dedup();
        zones
    };
    json!({
        "scripts": scripts,
        "findings": requirements.findings.iter().map(finding).collect::<Vec<_>>(),
        "proxies": proxies,
        "certificates": requirements.certificates.iter().map(certificate).collect::<Vec<_>>(),
        "internal_zones": zones(crate::requirement::View::Internal),
        "external_zones": zones(crate::requirement::View::External),
        "perimeter_zones": zones(crate::requirement::View::Perimeter),
        "dns_remarks": dns_remarks(requirements, speaker),
        "flow_count": requirements.firewall.len(),
    })
}

/// What is to be said about records, each once.
fn dns_remarks(requirements: &Requirements, speaker: &Speaker) -> Vec<String> {
    let mut told: Vec<&Message> = Vec::new();
    for remark in requirements.dns.iter().flat_map(|row| row.reason.remarks()) {
        if !told.contains(&remark) {
            told.push(remark);
        }
    }
    told.into_iter().map(|remark| speaker.say(remark)).collect()
}
