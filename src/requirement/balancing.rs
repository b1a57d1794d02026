//! What hardware load balancers do: a rule for each address and port of a pool (M-158 to M-175).

use serde::{Serialize, Serializer};

use super::rule::{Premises, Row, Rule, apply};
use crate::value::{Address, Fqdn, ObjectName, Port};

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

/// The rules of the family.
pub(super) const RULES: &[&[Rule<BalancingRule>]] = &[OWN];

/// They all stand in this file.
const OWN: &[Rule<BalancingRule>] = &[];

/// All rules, sorted by pool, side, address and port.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<BalancingRule>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by(|a, b| {
        let key = |row: &Row<BalancingRule>| {
            let body = &row.body;
            (body.pool.clone(), body.side, body.address, body.listen_port, body.protocol)
        };
        key(a).cmp(&key(b))
    });
    rows
}
