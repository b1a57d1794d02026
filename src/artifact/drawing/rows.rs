//! Which records, certificates and publishing rules belong to which box.

use std::collections::HashMap;

use super::kind::Kind;
use super::node::Stand;
use crate::requirement::{CertificateRole, DnsRecord, RecordData, Requirements, Row, View};
use crate::value::Address;

/// An alias leads to another one at most so often.
const MOST_ALIASES: usize = 4;

/// Hands every row to its boxes.
pub(super) fn assign(stand: &mut Stand, requirements: &Requirements) {
    certificates(stand, requirements);
    publishing(stand, requirements);
    records(stand, requirements);
}

/// A certificate belongs where its machines are.
fn certificates(stand: &mut Stand, requirements: &Requirements) {
    for (at, row) in requirements.certificates.iter().enumerate() {
        let kinds: &[Kind] = match row.body.role {
            CertificateRole::FrontEnd => &[Kind::FrontEnd],
            CertificateRole::Director => &[Kind::Director],
            CertificateRole::Oauth => &[Kind::FrontEnd, Kind::Director],
            CertificateRole::ReverseProxy => &[Kind::ReverseProxy],
            CertificateRole::EdgeExternal | CertificateRole::EdgeInternal => &[Kind::Edge],
            CertificateRole::CloudConnectorEdge => &[Kind::CloudConnector],
            CertificateRole::PstnGateway => &[Kind::PstnGateway],
        };
        for host in &row.body.hosts {
            let places: Vec<usize> =
                kinds.iter().filter_map(|kind| stand.with_machine(*kind, host)).collect();
            for place in places {
                push_once(&mut stand.nodes[place].certificates, at);
            }
        }
    }
}

/// A publishing rule belongs to its proxy, and to whatever it leads to.
fn publishing(stand: &mut Stand, requirements: &Requirements) {
    let mut targets: HashMap<String, usize> = HashMap::new();
    for (place, node) in stand.nodes.iter().enumerate() {
        let names = node.called.iter().filter(|_| node.kind != Kind::ReverseProxy).map(|called| &called.name);
        for name in names.chain([&node.name]).filter(|name| !name.is_empty()) {
            targets.entry(name.to_lowercase()).or_insert(place);
        }
    }
    for (at, row) in requirements.publishing.iter().enumerate() {
        let route = &row.body.route;
        let proxy = stand.with_machine(Kind::ReverseProxy, route.proxy.as_str());
        let target = targets.get(route.target.as_str()).copied();
        for place in proxy.into_iter().chain(target) {
            push_once(&mut stand.nodes[place].publishing, at);
        }
    }
}

/// Boxes, by the names of records in a view.
type Named<'r> = HashMap<(View, &'r str), Vec<usize>>;

/// A record belongs to the box to which it leads, by whatever names.
fn records(stand: &mut Stand, requirements: &Requirements) {
    let named = named(stand, requirements);
    let alias = |row: &'_ Row<DnsRecord>| match &row.body.data {
        RecordData::Cname(target) => Some(target.shared()),
        RecordData::Address(_) | RecordData::Srv(..) | RecordData::OnlineSrv(..) => None,
    };
    let aliases: HashMap<(View, &str), _> = requirements
        .dns
        .iter()
        .filter_map(|row| Some(((row.body.view, row.body.name.as_str()), alias(row)?)))
        .collect();
    for (at, row) in requirements.dns.iter().enumerate() {
        let view = row.body.view;
        let mut target = match &row.body.data {
            RecordData::Address(_) => row.body.name.as_str(),
            RecordData::Cname(target) | RecordData::Srv(_, target) | RecordData::OnlineSrv(.., target) => {
                target.as_str()
            }
        };
        for _ in 0..MOST_ALIASES {
            match aliases.get(&(view, target)) {
                Some(next) => target = next,
                None => break,
            }
        }
        for place in named.get(&(view, target)).into_iter().flatten() {
            stand.nodes[*place].records.push(at);
        }
    }
}

/// The boxes to whose addresses names lead; of several boxes with one address those that have the name, if any has.
fn named<'r>(stand: &Stand, requirements: &'r Requirements) -> Named<'r> {
    let mut by_address: HashMap<Address, Vec<usize>> = HashMap::new();
    for (place, node) in stand.nodes.iter().enumerate() {
        for address in node.called.iter().flat_map(|called| &called.addresses) {
            push_once(by_address.entry(*address).or_default(), place);
        }
    }
    let mut named: Named<'r> = HashMap::new();
    for row in &requirements.dns {
        let RecordData::Address(address) = &row.body.data else { continue };
        let name = row.body.name.as_str();
        let places = by_address.get(address).map(Vec::as_slice).unwrap_or_default();
        let own: Vec<usize> = places.iter().copied().filter(|place| has_name(stand, *place, name)).collect();
        let known = named.entry((row.body.view, name)).or_default();
        known.extend(if own.is_empty() { places } else { &own });
        known.sort_unstable();
        known.dedup();
    }
    named
}

fn has_name(stand: &Stand, place: usize, name: &str) -> bool {
    let node = &stand.nodes[place];
    node.name == name || node.called.iter().any(|called| called.name == name)
}

/// Adds a row, unless it is the last one already: rows come one after the other.
fn push_once(list: &mut Vec<usize>, at: usize) {
    if list.last() != Some(&at) {
        list.push(at);
    }
}
