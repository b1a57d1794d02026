//! What hardware load balancers do: a rule for each address and port of a pool (M-158 to M-175).

mod edge;
mod servers;
mod web;

use serde::{Serialize, Serializer};

use super::rule::{Premises, Row, Rule, apply, each_once};
use crate::catalog::balancing;
use crate::plan::{Because, List, Server};
use crate::value::{Address, Fqdn, ObjectName, Port};

pub(super) use web::is_balanced;

/// From which side a pool is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// From inside.
    Internal,
    /// From the reverse proxy, or from the Internet for an Edge pool.
    External,
}

/// How requests of one client stay with one member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Persistence {
    /// By the address they come from.
    SourceAddress,
    /// By a cookie (M-162 to M-165).
    Cookie,
    /// They need not.
    None,
}

/// A rule of a balancer. Sorted by pool, side, address and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalancingRule {
    /// Who balances, where the plan names one.
    pub balancer: Option<ObjectName>,
    /// The pool behind it.
    pub pool: Fqdn,
    /// From which side.
    pub side: Side,
    /// The virtual address.
    pub address: Address,
    /// The protocol: TCP, but for media.
    pub protocol: super::Protocol,
    /// The port of the virtual address.
    pub listen_port: Port,
    /// The port of the members.
    pub member_port: Port,
    /// The members by name, each with its addresses of the same family.
    pub members: Vec<Member>,
    /// How requests of one client stay with one member.
    pub persistence: Persistence,
    /// The port by which a member's health is told (M-171, M-172).
    pub monitor_port: Port,
    /// A connection may be silent for so long, in seconds (M-168).
    pub idle_timeout_seconds: u32,
}

/// A member of a pool.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// Its name.
    pub fqdn: Fqdn,
    /// Its addresses.
    pub addresses: Vec<Address>,
}

impl Serialize for Member {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.fqdn)
    }
}

/// The rules of the family, a list a file.
pub(super) const RULES: &[&[Rule<BalancingRule>]] = &[web::RULES, servers::RULES, edge::RULES];

/// All rules, sorted by pool, side, address and port, each once.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<BalancingRule>> {
    let identity =
        |rule: &BalancingRule| (rule.pool.clone(), rule.side, rule.address, rule.listen_port, rule.protocol);
    each_once(apply(RULES, premises), identity, |_, _| ())
}

/// The servers of a pool as members behind an address, sorted by name.
fn members(servers: &List<Server>, address: Address, because: &mut Because) -> Vec<Member> {
    let mut members: Vec<Member> = because
        .read(servers)
        .iter()
        .map(|server| Member {
            fqdn: because.read(&server.fqdn).clone(),
            addresses: of_family(because.read(&server.addresses), address),
        })
        .collect();
    members.sort();
    members
}

/// Those addresses that have the family of another.
fn of_family(addresses: &[Address], address: Address) -> Vec<Address> {
    addresses.iter().copied().filter(|other| other.is_v6() == address.is_v6()).collect()
}

/// The time for which a connection may be silent (M-168).
fn idle_timeout() -> u32 {
    balancing().idle_timeout.value
}
