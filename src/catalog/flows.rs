//! Flows that firewalls must let pass, by the rule that asks for them (`assets/facts/flows.yaml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use crate::value::Port;

/// What a flow travels over.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Transport {
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
}

/// How much a flow is needed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Nothing works without it.
    Required,
    /// Things go wrong sooner or later without it.
    Recommended,
    /// It may be there.
    Optional,
}

/// An end of a flow of an Edge pool.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeEnd {
    /// The Internet.
    Internet,
    /// Whoever inside or in the perimeter.
    Any,
    /// The Access Edge service.
    AccessEdge,
    /// The Web Conferencing Edge service.
    WebConferencingEdge,
    /// The A/V Edge service.
    AvEdge,
    /// The internal side of the pool.
    Edge,
    /// The Front End pools and Directors that speak to it.
    Pools,
    /// Those of them that are Front End pools.
    FrontEnds,
    /// Every Front End pool of the plan.
    AllFrontEnds,
    /// The Survivable Branch Appliances that speak to it.
    Branches,
}

/// What an Edge pool must be used for, for a flow to be needed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeUse {
    /// Anything.
    Always,
    /// Clients outside.
    Clients,
    /// Conferences and calls of clients outside and of federated partners.
    Media,
    /// Federation: partners, the push service, users online.
    Federation,
    /// XMPP partners.
    Xmpp,
}

/// To which address a flow belongs where a hardware load balancer stands before an Edge pool.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Behind {
    /// The servers' own public addresses (E-140).
    Servers,
    /// The virtual address of the service (E-141).
    Virtual,
    /// Inside: the servers' own addresses (E-142).
    InnerServers,
    /// Inside: a virtual address, for older systems only (E-143).
    InnerVirtual,
}

/// A flow of an Edge pool.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdgeFlow {
    /// The rule that asks for it.
    pub rule: String,
    /// The fact that states it.
    pub fact: String,
    /// Who begins it.
    pub from: EdgeEnd,
    /// Who answers.
    pub to: EdgeEnd,
    /// What it travels over.
    pub protocol: Transport,
    /// The port there, or the first of them.
    pub port: Port,
    /// The last port, where there are more.
    #[serde(default)]
    pub last: Option<Port>,
    /// The port where all services share one address.
    #[serde(default)]
    pub single_address: Option<Port>,
    /// How much it is needed.
    pub level: Need,
    /// When it is needed.
    pub when: EdgeUse,
    /// To which addresses it belongs behind a hardware load balancer.
    pub balanced: Vec<Behind>,
    /// The facts about sources that disagree on it.
    #[serde(default)]
    pub disputed: Vec<String>,
    /// The same where all services share one address and the port is another.
    #[serde(default)]
    pub disputed_single_address: Vec<String>,
}

/// Another flow: its rule says between which ends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherFlow {
    rule: String,
    /// The fact that states it.
    pub fact: String,
    /// What it travels over.
    pub protocol: Transport,
    /// The port there.
    pub port: Port,
    /// How much it is needed.
    pub level: Need,
    /// The facts about sources that disagree on it.
    #[serde(default)]
    pub disputed: Vec<String>,
}

/// Which flows of a rule a dispute is about.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// All of them.
    All,
    /// Those to Directors.
    Directors,
    /// Those of HTTP to pools whose Web Services hardware balances.
    BalancedHttp,
    /// Those of HTTP to Directors whose Web Services hardware balances.
    BalancedDirectorsHttp,
}

/// Sources that disagree on flows whose ports are answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    rule: String,
    /// The fact that tells of it.
    pub fact: String,
    /// Which of the rule's flows it is about.
    pub about: About,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Flows {
    edge: Vec<EdgeFlow>,
    others: Vec<OtherFlow>,
    disputes: Vec<Dispute>,
}

#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
static FLOWS: LazyLock<Flows> = LazyLock::new(|| {
    serde_yaml::from_str(asset("facts/flows.yaml")).expect("assets/facts/flows.yaml is well-formed")
});

/// The flows of Edge pools.
#[must_use]
pub fn edge_flows() -> &'static [EdgeFlow] {
    &FLOWS.edge
}

/// The other flows that a rule asks for.
pub fn flows_of(rule: &str) -> impl Iterator<Item = &'static OtherFlow> {
    FLOWS.others.iter().filter(move |flow| flow.rule == rule)
}

/// What sources disagree on about the flows of a rule whose ports are answers.
pub fn disputes_of(rule: &str) -> impl Iterator<Item = &'static Dispute> {
    FLOWS.disputes.iter().filter(move |dispute| dispute.rule == rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_disputed_is_told_of_by_a_fact_about_sources_that_disagree() {
        let edge =
            FLOWS.edge.iter().flat_map(|flow| flow.disputed.iter().chain(&flow.disputed_single_address));
        let others = FLOWS.others.iter().flat_map(|flow| &flow.disputed);
        let facts: Vec<&String> =
            edge.chain(others).chain(FLOWS.disputes.iter().map(|dispute| &dispute.fact)).collect();
        assert!(!facts.is_empty());
        for id in facts {
            let fact = crate::catalog::fact(id).unwrap_or_else(|| panic!("{id} is no fact"));
            assert!(fact.says.starts_with("Sources disagree"), "{id}: {}", fact.says);
        }
    }
}
