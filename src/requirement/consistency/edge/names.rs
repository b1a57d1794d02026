//! The names of Edge pools outside.

use crate::catalog::{EdgeUse, numbers};
use crate::finding::{Finding, Severity};
use crate::plan::Because;
use crate::requirement::edge_use::is_used;
use crate::requirement::rule::Rule;
use crate::topology::{Edge, Service, Topology};
use crate::value::{Fqdn, SipDomain};

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] =
    &[NAME_MISSING, NAME_OUTSIDE, NAME_UNUSUAL, SEVERAL_POOLS];

/// What an Edge pool must be used for, for a service of it to need a name and addresses: without clients and partners
/// it has work for the Access Edge only.
pub(super) const fn needs(service: Service) -> EdgeUse {
    match service {
        Service::Access => EdgeUse::Always,
        Service::WebConferencing | Service::Av => EdgeUse::Media,
    }
}

/// Sign-in and push rest on the Access Edge (E-020, E-199). Without the others they work, but nothing is heard or seen.
pub(super) const fn severity(service: Service) -> Severity {
    match service {
        Service::Access => Severity::Error,
        Service::WebConferencing | Service::Av => Severity::Warning,
    }
}

/// A service without a name.
const NAME_MISSING: Rule<Finding> = Rule {
    id: "edge-name-missing",
    facts: &["E-020", "E-021", "E-022"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            for service in Service::ALL {
                let mut because = Because::default();
                let lacks = edge.name(*service, &mut because).is_none();
                if lacks && is_used(premises, edge, needs(*service), &mut because) {
                    let answer = edge.service(*service).fqdn.path();
                    let finding = maker
                        .finding(severity(*service), answer)
                        .with("pool", because.read(&edge.pool.fqdn))
                        .with("answer", answer);
                    maker.tell(&because, finding);
                }
            }
        }
    },
};

/// The Access Edge service to which the names outside lead has a name outside every SIP domain.
const NAME_OUTSIDE: Rule<Finding> = Rule {
    id: "access-edge-name-outside",
    facts: &["E-020", "E-059", "E-171"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some((edge, name)) = access_edge(premises.topology, &mut because) else {
            return;
        };
        let domains = because.read(&premises.plan.domains.sip);
        if !domains.iter().any(|domain| name.is_within(domain.as_fqdn())) {
            let finding = maker
                .finding(Severity::Warning, edge.pool.access.fqdn.path())
                .with("name", name)
                .with("usual", usual(domains));
            maker.tell(&because, finding);
        }
    },
};

/// It has a name in a SIP domain, but not `sip` in the default one.
const NAME_UNUSUAL: Rule<Finding> = Rule {
    id: "access-edge-name-unusual",
    facts: &["E-020", "E-059", "E-171"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some((edge, name)) = access_edge(premises.topology, &mut because) else {
            return;
        };
        let domains = because.read(&premises.plan.domains.sip);
        let is_inside = domains.iter().any(|domain| name.is_within(domain.as_fqdn()));
        if is_inside && name.as_str() != usual(domains) {
            let finding = maker
                .finding(Severity::Advice, edge.pool.access.fqdn.path())
                .with("name", name)
                .with("usual", usual(domains));
            maker.tell(&because, finding);
        }
    },
};

fn access_edge<'t>(topology: &'t Topology, because: &mut Because) -> Option<(&'t Edge, &'t Fqdn)> {
    let edge = topology.first_edge(because)?;
    Some((edge, edge.name(Service::Access, because)?))
}

/// `sip` in the default SIP domain (E-171).
fn usual(domains: &[SipDomain]) -> String {
    domains.first().map(|domain| domain.host(&numbers().sip_host.value).to_string()).unwrap_or_default()
}

/// Several Edge pools, of which one only can carry the names outside.
const SEVERAL_POOLS: Rule<Finding> = Rule {
    id: "several-edge-pools",
    facts: &["E-020", "E-023", "E-024"],
    make: |premises, maker| {
        if premises.topology.edges.len() < 2 {
            return;
        }
        let mut because = Because::default();
        for site in because.read(&premises.plan.sites) {
            because.read(&site.edge_pools);
        }
        if let Some(first) = premises.topology.first_edge(&mut because) {
            let finding = maker
                .finding(Severity::Advice, premises.plan.sites.path())
                .with("pool", because.read(&first.pool.fqdn))
                .counting("count", premises.topology.edges.len());
            maker.tell(&because, finding);
        }
    },
};
