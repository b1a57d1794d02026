//! What a template sees of the flows that firewalls must let pass: rows with addresses, sets of addresses, hosts.

mod hosts;
mod places;
mod sets;

pub(super) use places::names as destination_names;

use serde_json::{Value as Json, json};

use super::why;
use crate::catalog::Vendor;
use crate::requirement::{End, FirewallRule, Requirements, Row};
use crate::text::{Message, Speaker};
use crate::topology::Topology;
use places::Place;
use sets::Sets;

/// The flows, for the people of the firewall.
pub(in crate::artifact) fn flows(
    topology: &Topology,
    requirements: &Requirements,
    speaker: &Speaker,
) -> Json {
    let sets = Sets::of(topology, &requirements.firewall);
    let flow = |row: &Row<FirewallRule>| {
        let (source, destination) =
            (places::source(&row.body, topology), places::destination(&row.body, topology));
        json!({
            "from": row.body.from,
            "to": row.body.to,
            "from_addresses": source.addresses,
            "to_addresses": destination.addresses,
            "from_set": sets.name(&row.body.from, &source),
            "to_set": sets.name(&row.body.to, &destination),
            "families": families(&row.body, &source, &destination),
            "protocol": row.body.protocol,
            "port": row.body.ports,
            "source_port": row.body.source_ports.map_or_else(|| "any".to_owned(), |ports| ports.to_string()),
            "direction": row.body.direction(),
            "level": row.body.level,
            "purpose": speaker.say(&row.body.purpose),
            "disputed": row.body.disputed.join(", "),
            "remarks": row.reason.remarks().iter().map(|remark| speaker.say(remark)).collect::<Vec<_>>(),
            "why": why(&row.reason),
        })
    };
    requirements.firewall.iter().map(flow).collect()
}

/// The sets of addresses, the networks inside, and the hosts on which flows end; `windows` are the vendors of reverse
/// proxies that run there.
pub(in crate::artifact) fn firewall(
    topology: &Topology,
    requirements: &Requirements,
    speaker: &Speaker,
    windows: &[Vendor],
) -> Json {
    let sets = Sets::of(topology, &requirements.firewall);
    let say = |key: &'static str| speaker.say(&Message::new(key));
    json!({
        "sets": sets.view(),
        "inside": sets::inside(topology, &requirements.firewall),
        "hosts": hosts::hosts(topology, requirements, speaker, windows),
        "unknown_host": say("winfw-unknown-host"),
        "missing": say("winfw-missing"),
        "surplus": say("winfw-still-there"),
    })
}

/// The families in which both ends can have addresses: an end without any may have either.
fn families(rule: &FirewallRule, source: &Place, destination: &Place) -> Vec<Json> {
    let has = |end: &End, place: &Place, v6: bool| {
        *end == End::Internet || place.addresses.is_empty() || place.of_family(v6).next().is_some()
    };
    let family = |v6: bool| {
        if v6 { json!({ "word": "v6", "key": "ip6" }) } else { json!({ "word": "v4", "key": "ip" }) }
    };
    let is_common = |v6: &bool| has(&rule.from, source, *v6) && has(&rule.to, destination, *v6);
    [false, true].into_iter().filter(is_common).map(family).collect()
}
