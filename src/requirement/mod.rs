//! What the world must provide, and why: records, certificates, publishing rules, flows, balancing, commands,
//! a calendar, findings.
//!
//! A family is a file or a folder; its rules stand in one list in it, and the lists stand together only here.
//! Must never know how a requirement is written down for a product, nor what the world looks like today.

mod balancing;
mod calendar;
mod certificate;
mod command;
mod consistency;
mod dns;
mod edge_use;
mod feature;
mod firewall;
mod public_name;
mod publishing;
mod rule;
#[doc = include_str!("traceability.md")]
pub mod traceability {}

pub use balancing::{BalancingRule, Member, Persistence, Side};
pub use calendar::Event;
pub use certificate::{
    Certificate, CertificateName, CertificateRole, Issuer, Profile, SubjectName, SubjectParts,
};
pub use command::{Answer, Call, Command, Place, Shell, Stage, State, Value, literal};
pub use dns::{DnsRecord, OwnerName, RecordData, View};
pub use feature::Feature;
pub use firewall::{End, FirewallRule, Ports, Protocol};
pub use publishing::{PublishingRule, Route};
pub use rule::{Premises, Reason, Row, Rule, RuleCard};

use serde::Serialize;

use crate::finding::Finding;
use crate::plan::Plan;
use crate::topology::Topology;

/// How much a row is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing works without it.
    Required,
    /// Things go wrong sooner or later without it.
    Recommended,
    /// It may be there.
    Optional,
    /// Somebody else makes it: that it is there is only looked at.
    VerifyOnly,
}

/// Everything that a plan requires. Every list is sorted by the identity of its rows.
#[derive(Clone, Debug, Default)]
pub struct Requirements {
    /// DNS records.
    pub dns: Vec<Row<DnsRecord>>,
    /// Certificates.
    pub certificates: Vec<Row<Certificate>>,
    /// Publishing rules of the reverse proxies.
    pub publishing: Vec<Row<PublishingRule>>,
    /// Flows that firewalls must let pass.
    pub firewall: Vec<Row<FirewallRule>>,
    /// Rules of the hardware load balancers.
    pub balancing: Vec<Row<BalancingRule>>,
    /// Commands, in the order of work.
    pub commands: Vec<Row<Command>>,
    /// The features of Exchange integration, in the order of the matrix.
    pub exchange: Vec<Row<Feature>>,
    /// What comes after going live, by day.
    pub calendar: Vec<Row<Event>>,
    /// What people should hear of, worst first.
    pub findings: Vec<Row<Finding>>,
}

impl Requirements {
    /// Derives what a plan and its topology require.
    #[must_use]
    pub fn derive(plan: &Plan, topology: &Topology) -> Self {
        Self::upon(plan, topology, |premises| Self {
            firewall: firewall::derive(premises),
            balancing: balancing::derive(premises),
            commands: command::derive(premises),
            exchange: feature::derive(premises),
            calendar: calendar::derive(premises),
            ..Self::named(premises)
        })
    }

    /// Only what public names bring: records, certificates, publishing rules, and what people should hear of. The other
    /// lists stay empty: nobody who compares names looks at them, and they are most of the work.
    #[must_use]
    pub fn of_names(plan: &Plan, topology: &Topology) -> Self {
        Self::upon(plan, topology, Self::named)
    }

    /// The certificates alone.
    #[must_use]
    pub fn certificates(plan: &Plan, topology: &Topology) -> Vec<Row<Certificate>> {
        Self::upon(plan, topology, |_| Self::default()).certificates
    }

    fn named(premises: &Premises<'_>) -> Self {
        Self {
            dns: dns::derive(premises),
            publishing: publishing::derive(premises),
            findings: consistency::derive(premises),
            ..Self::default()
        }
    }

    /// The certificates, and the rest, which may look at them.
    fn upon(plan: &Plan, topology: &Topology, rest: impl FnOnce(&Premises<'_>) -> Self) -> Self {
        let published = public_name::published(plan, topology);
        let zones = dns::Zones::of(plan);
        let premises = Premises { plan, topology, published: &published, zones: &zones, certificates: &[] };
        let certificates = certificate::derive(&premises);
        let rest = rest(&Premises { certificates: &certificates, ..premises });
        Self { certificates, ..rest }
    }
}

/// Every rule of every family.
#[must_use]
pub fn rules() -> Vec<RuleCard> {
    rule::cards("dns", dns::RULES)
        .chain(rule::cards("certificates", certificate::RULES))
        .chain(rule::cards("publishing", publishing::RULES))
        .chain(rule::cards("firewall", firewall::RULES))
        .chain(rule::cards("balancing", balancing::RULES))
        .chain(rule::cards("commands", command::RULES))
        .chain(rule::cards("exchange", feature::RULES))
        .chain(rule::cards("calendar", calendar::RULES))
        .chain(rule::cards("findings", consistency::RULES))
        .collect()
}
