//! Sets of addresses: one for each end and each kind of its addresses, with names that no name of a plan gets into.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::places::{self, Place};
use crate::catalog::private_networks;
use crate::requirement::{End, FirewallRule, Row};
use crate::topology::Topology;
use crate::value::Address;

/// The sets that the flows of a plan need.
pub(super) struct Sets {
    /// The number of an end among those of its kind.
    numbers: BTreeMap<String, usize>,
    /// The sets by name, each with its end and its place.
    sets: BTreeMap<String, (End, Place)>,
}

impl Sets {
    /// The sets of these flows.
    pub(super) fn of(topology: &Topology, rows: &[Row<FirewallRule>]) -> Self {
        let ends: BTreeSet<&End> = rows.iter().flat_map(|row| [&row.body.from, &row.body.to]).collect();
        let mut sets = Self { numbers: BTreeMap::new(), sets: BTreeMap::new() };
        let mut last: BTreeMap<&str, usize> = BTreeMap::new();
        for end in ends {
            // Both sides of a proxy have one number.
            let known = sets.numbers.contains_key(&whose(end));
            if !known {
                let number = last.entry(end.kind()).or_default();
                *number += 1;
                sets.numbers.insert(whose(end), *number);
            }
        }
        for rule in rows.iter().map(|row| &row.body) {
            let ends = [
                (&rule.from, places::source(rule, topology)),
                (&rule.to, places::destination(rule, topology)),
            ];
            for (end, place) in ends {
                if let Some(name) = sets.name(end, &place) {
                    sets.sets.entry(name).or_insert_with(|| (end.clone(), place));
                }
            }
        }
        sets
    }

    /// What the set of an end is called; the Internet has none.
    pub(super) fn name(&self, end: &End, place: &Place) -> Option<String> {
        if *end == End::Internet {
            return None;
        }
        let number =
            if is_nameless(end) { String::new() } else { format!("-{}", self.numbers.get(&whose(end))?) };
        let face = place.face.map(|face| format!("-{face}")).unwrap_or_default();
        Some(format!("{}{number}{face}", end.kind()))
    }

    /// The sets for a template: in families of which there is none, nothing is declared, unless there is none at all.
    pub(super) fn view(&self) -> Vec<Json> {
        let view = |(name, (end, place)): (&String, &(End, Place))| {
            let addresses = |v6| place.of_family(v6).collect::<Vec<_>>();
            json!({
                "name": name,
                "end": end,
                "fillable": is_nameless(end),
                "known": !place.addresses.is_empty(),
                "families": [
                    { "word": "v4", "type": "ipv4_addr", "addresses": addresses(false) },
                    { "word": "v6", "type": "ipv6_addr", "addresses": addresses(true) },
                ],
            })
        };
        self.sets.iter().map(view).collect()
    }
}

/// The networks that are not the Internet: those that are kept back, and the plan's own addresses inside.
pub(super) fn inside(topology: &Topology, rows: &[Row<FirewallRule>]) -> Json {
    let is_inside =
        |end: &End| !matches!(end, End::ProxyExternal(_) | End::EdgeService(..) | End::CloudEdge(_));
    let places = rows.iter().map(|row| &row.body).flat_map(|rule| {
        [(&rule.from, places::source(rule, topology)), (&rule.to, places::destination(rule, topology))]
    });
    let own: BTreeSet<Address> =
        places.filter(|(end, _)| is_inside(end)).flat_map(|(_, place)| place.addresses).collect();
    let family = |v6: bool| -> Vec<String> {
        let networks = private_networks().iter().map(|kept| kept.network.to_string());
        let own = own.iter().map(ToString::to_string);
        networks.chain(own).filter(|text| text.contains(':') == v6).collect()
    };
    json!({ "v4": family(false), "v6": family(true) })
}

/// Whether nobody but the team knows who stands at an end.
const fn is_nameless(end: &End) -> bool {
    matches!(end, End::Internet | End::Any | End::Wifi | End::InternalClients)
}

/// The same for all sides of one machine.
fn whose(end: &End) -> String {
    match end {
        End::ProxyExternal(name) | End::ProxyInternal(name) => format!("{}:{name}", end.kind()),
        other => other.to_string(),
    }
}
