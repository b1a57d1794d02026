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
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Flows {
    edge: Vec<EdgeFlow>,
    others: Vec<OtherFlow>,
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
