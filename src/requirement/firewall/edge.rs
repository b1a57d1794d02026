//! Flows of the Edge pools, to the Internet and to the servers inside (E-100 to E-143). Ends and ports are data.

use super::dispute;
use super::flow::{End, FirewallRule, Ports};
use crate::catalog::{Behind, EdgeEnd, edge_flows};
use crate::plan::Because;
use crate::requirement::edge_use::{is_used, port};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{Edge, Pool, Service};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<FirewallRule>] = &[
    Rule {
        id: "firewall-edge-revocation",
        facts: &["E-101"],
        make: |premises, maker| make(premises, maker, "flow-edge-revocation"),
    },
    Rule {
        id: "firewall-edge-dns",
        facts: &["E-102", "E-103"],
        make: |premises, maker| make(premises, maker, "flow-edge-dns"),
    },
    Rule {
        id: "firewall-edge-federation",
        facts: &["M-189", "E-105", "E-106", "E-159"],
        make: |premises, maker| make(premises, maker, "flow-edge-federation"),
    },
    Rule {
        id: "firewall-edge-sign-in",
        facts: &["E-104", "E-153"],
        make: |premises, maker| make_with(premises, maker, &SIGN_IN),
    },
    Rule {
        id: "firewall-edge-conferences",
        facts: &["E-107", "E-153"],
        make: |premises, maker| make(premises, maker, "flow-edge-conferences"),
    },
    Rule {
        id: "firewall-edge-media-relay",
        facts: &["M-195", "E-108", "E-109", "E-159"],
        make: |premises, maker| make(premises, maker, "flow-edge-media-relay"),
    },
    Rule {
        id: "firewall-edge-stun",
        facts: &["M-195", "E-110", "E-111", "E-112", "E-113", "E-159"],
        make: |premises, maker| make(premises, maker, "flow-edge-stun"),
    },
    Rule {
        id: "firewall-edge-xmpp",
        facts: &["E-025", "E-100", "E-141", "E-201"],
        make: |premises, maker| make(premises, maker, "flow-edge-xmpp"),
    },
    Rule {
        id: "firewall-edge-xmpp-gateway",
        facts: &["E-120", "E-201"],
        make: |premises, maker| make_with(premises, maker, &XMPP_GATEWAY),
    },
    Rule {
        id: "firewall-edge-sip",
        facts: &["M-190", "E-008", "E-121", "E-122", "E-159"],
        make: |premises, maker| make_with(premises, maker, &SIP),
    },
    Rule {
        id: "firewall-edge-content",
        facts: &["E-123"],
        make: |premises, maker| make(premises, maker, "flow-edge-content"),
    },
    Rule {
        id: "firewall-edge-authentication",
        facts: &["E-124", "E-159"],
        make: |premises, maker| make(premises, maker, "flow-edge-authentication"),
    },
    Rule {
        id: "firewall-edge-internal-media",
        facts: &["E-125", "E-126", "E-159"],
        make: |premises, maker| make(premises, maker, "flow-edge-internal-media"),
    },
    Rule {
        id: "firewall-edge-replication",
        facts: &["M-181", "E-127"],
        make: |premises, maker| make_with(premises, maker, &REPLICATION),
    },
    Rule {
        id: "firewall-edge-logging",
        facts: &["E-128", "E-129", "E-130"],
        make: |premises, maker| make(premises, maker, "flow-edge-logging"),
    },
];

/// What is said of the flows of a rule.
struct Words {
    purpose: &'static str,
    /// The purpose where all services share one address, if it differs: flows that then have one port have one purpose.
    shared: Option<&'static str>,
    remark: Option<&'static str>,
}

impl Words {
    const fn of(purpose: &'static str) -> Self {
        Self { purpose, shared: None, remark: None }
    }
}

const SIGN_IN: Words = Words { shared: Some("flow-edge-federation"), ..Words::of("flow-edge-sign-in") };

const SIP: Words = Words { remark: Some("remark-edge-gateway"), ..Words::of("flow-edge-sip") };

const XMPP_GATEWAY: Words = Words { remark: Some("remark-edge-xmpp-port"), ..Words::of("flow-edge-xmpp") };

const REPLICATION: Words =
    Words { remark: Some("remark-central-management-store"), ..Words::of("flow-edge-replication") };

fn make(premises: &Premises<'_>, maker: &mut Maker<'_, FirewallRule>, purpose: &'static str) {
    make_with(premises, maker, &Words::of(purpose));
}

/// The flows that the data has for a rule, for every Edge pool.
fn make_with(premises: &Premises<'_>, maker: &mut Maker<'_, FirewallRule>, words: &Words) {
    let rule = maker.rule_id();
    for flow in edge_flows().iter().filter(|flow| flow.rule == rule) {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if !is_used(premises, edge, flow.when, &mut because) {
                continue;
            }
            let siblings = edge_flows().iter().filter(|other| other.rule == rule);
            let mut facts = maker.facts_with(&flow.fact, siblings.map(|other| other.fact.as_str()));
            let mut remarks: Vec<Message> = words.remark.into_iter().map(Message::new).collect();
            let mut purpose = words.purpose;
            let first = port(flow, edge, &mut facts, &mut because);
            let mut disputed = &flow.disputed;
            if facts.contains(&"E-158") {
                remarks.push(Message::new("remark-edge-single-address"));
                purpose = words.shared.unwrap_or(purpose);
                disputed = &flow.disputed_single_address;
            }
            let disputed: Vec<&'static str> = disputed.iter().map(String::as_str).collect();
            facts.extend(&disputed);
            remarks.extend(dispute::remark(&disputed));
            let ports = Ports { first, last: flow.last.unwrap_or(first) };
            let mut behind = Vec::new();
            if edge.is_balanced(&mut because) {
                behind.clone_from(&flow.balanced);
                for (fact, remark) in flow.balanced.iter().map(|behind| told(*behind)) {
                    facts.push(fact);
                    remarks.push(Message::new(remark));
                }
            }
            for (from, whence) in ends(premises, edge, flow.from) {
                for (to, whither) in ends(premises, edge, flow.to) {
                    let because = because.and(&whence).and(&whither);
                    let reason = maker.reason_of(&because, facts.clone(), remarks.clone());
                    let body = FirewallRule {
                        from: from.clone(),
                        to,
                        protocol: flow.protocol.into(),
                        ports,
                        source_ports: None,
                        level: flow.level.into(),
                        purpose: Message::new(purpose),
                        behind: behind.clone(),
                        disputed: disputed.clone(),
                    };
                    maker.add(&reason, body);
                }
            }
        }
    }
}

/// What is said of a flow behind a hardware load balancer: the fact, and the remark.
const fn told(behind: Behind) -> (&'static str, &'static str) {
    match behind {
        Behind::Servers => ("E-140", "remark-edge-servers"),
        Behind::Virtual => ("E-141", "remark-edge-virtual"),
        Behind::InnerServers => ("E-142", "remark-edge-inner-servers"),
        Behind::InnerVirtual => ("E-143", "remark-edge-inner-virtual"),
    }
}

/// Whoever stands at an end, each with why.
fn ends(premises: &Premises<'_>, edge: &Edge, end: EdgeEnd) -> Vec<(End, Because)> {
    let topology = premises.topology;
    let outside = |service| vec![because_of(|because| End::outside(service, edge, because))];
    let speaker = |pool: &Pool| {
        let mut because = Because::default();
        let spoken_to = topology.edges_of(premises.plan, pool, &mut because);
        let speaks = spoken_to.iter().any(|other| other.pool.at == edge.pool.at);
        speaks.then(|| (End::of(pool, &mut because), because))
    };
    match end {
        EdgeEnd::Internet => vec![because_of(|_| End::Internet)],
        EdgeEnd::Any => vec![because_of(|_| End::Any)],
        EdgeEnd::AccessEdge => outside(Service::Access),
        EdgeEnd::WebConferencingEdge => outside(Service::WebConferencing),
        EdgeEnd::AvEdge => outside(Service::Av),
        EdgeEnd::Edge => vec![because_of(|because| End::inside(edge, because))],
        EdgeEnd::Pools => topology.pools.iter().filter_map(speaker).collect(),
        EdgeEnd::FrontEnds => topology.front_ends().filter_map(speaker).collect(),
        EdgeEnd::AllFrontEnds => {
            topology.front_ends().map(|pool| because_of(|because| End::of(pool, because))).collect()
        }
        EdgeEnd::Branches => {
            let mut speakers = Vec::new();
            for branch in &topology.branches {
                let mut because = Because::default();
                let spoken_to = topology.edges_beside(premises.plan, &branch.site, &mut because);
                if spoken_to.iter().any(|other| other.pool.at == edge.pool.at) {
                    let fqdn = because.read(&branch.appliance.fqdn).clone();
                    speakers.push((End::SurvivableBranch(fqdn), because));
                }
            }
            speakers
        }
    }
}

fn because_of(end: impl FnOnce(&mut Because) -> End) -> (End, Because) {
    let mut because = Because::default();
    (end(&mut because), because)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flow_of_the_data_belongs_to_a_rule_that_rests_on_its_fact() {
        for flow in edge_flows() {
            let rule = RULES.iter().find(|rule| rule.id == flow.rule).unwrap();
            assert!(rule.facts.contains(&&*flow.fact), "{} of {}", flow.fact, flow.rule);
        }
        for rule in RULES {
            assert!(edge_flows().iter().any(|flow| flow.rule == rule.id), "{} has no flows", rule.id);
        }
    }
}
