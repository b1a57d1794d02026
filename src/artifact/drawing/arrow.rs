//! Arrows: all flows of a pair of boxes that touch the same side and are needed as much, and what balancers hand on.

use std::collections::{BTreeMap, BTreeSet};

use super::end::ends;
use super::kind::{Face, Kind};
use super::node::Stand;
use crate::plan::Plan;
use crate::requirement::{Level, Ports, Protocol, Requirements};

/// What an arrow is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// Flows that firewalls let pass, and how much they are needed.
    Flow(Level),
    /// What a load balancer hands on.
    Balancing,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// The box where it begins.
    pub from: usize,
    /// The box where it ends.
    pub to: usize,
    /// The side that it touches, of whichever box has several.
    pub face: Option<Face>,
    /// What it is.
    pub nature: Nature,
    /// Its rows: of the firewall, or of balancing.
    pub rows: Vec<usize>,
}

/// What the flows of one arrow have in common.
type Key = (usize, usize, Nature, Option<Face>);

/// The arrows of all flows; boxes that only flows know are made on the way.
pub(super) fn flows(plan: &Plan, stand: &mut Stand, requirements: &Requirements) -> Vec<Arrow> {
    let mut arrows: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, row) in requirements.firewall.iter().enumerate() {
        let (from, to, face) = ends(plan, stand, row);
        arrows.entry((from, to, Nature::Flow(row.body.level), face)).or_default().push(at);
    }
    made(arrows)
}

/// The arrows from load balancers to what they balance; one that the plan does not name has no name here either.
pub(super) fn balancing(stand: &mut Stand, requirements: &Requirements) -> Vec<Arrow> {
    let mut arrows: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, row) in requirements.balancing.iter().enumerate() {
        let name = row.body.balancer.as_ref().map(ToString::to_string).unwrap_or_default();
        let from = stand.place(Kind::LoadBalancer, &name);
        let pool = row.body.pool.as_str();
        let mut kinds = [Kind::FrontEnd, Kind::Director, Kind::Edge].into_iter();
        let known = kinds.find_map(|kind| stand.with_machine(kind, pool));
        let to = known.unwrap_or_else(|| stand.place(Kind::FrontEnd, pool));
        arrows.entry((from, to, Nature::Balancing, None)).or_default().push(at);
    }
    made(arrows)
}

fn made(arrows: BTreeMap<Key, Vec<usize>>) -> Vec<Arrow> {
    let made = arrows.into_iter();
    made.map(|((from, to, nature, face), rows)| Arrow { from, to, face, nature, rows }).collect()
}

/// The ports of rows, by protocol: `tcp 443, 4443; udp 3478`.
#[must_use]
pub fn ports(nature: Nature, rows: &[usize], requirements: &Requirements) -> String {
    let port = |at: &usize| -> (Protocol, Ports) {
        match nature {
            Nature::Flow(_) => {
                let flow = &requirements.firewall[*at].body;
                (flow.protocol, flow.ports)
            }
            Nature::Balancing => {
                let rule = &requirements.balancing[*at].body;
                (rule.protocol, rule.listen_port.into())
            }
        }
    };
    let mut by_protocol: BTreeMap<Protocol, BTreeSet<Ports>> = BTreeMap::new();
    for (protocol, ports) in rows.iter().map(port) {
        by_protocol.entry(protocol).or_default().insert(ports);
    }
    let told = by_protocol.into_iter().map(|(protocol, ports)| {
        let ports: Vec<String> = ports.iter().map(ToString::to_string).collect();
        format!("{} {}", protocol.word(), ports.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}
