//! What documents see: the topology, and the counts of everything.

use serde_json::{Value as Json, json};

use crate::artifact::script;
use crate::requirement::{Certificate, Requirements, Row};
use crate::text::{Message, Speaker};
use crate::topology::Topology;

/// The topology and the counts of everything, for documents.
pub(in crate::artifact) fn overview(
    topology: &Topology,
    requirements: &Requirements,
    speaker: &Speaker,
) -> Json {
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
