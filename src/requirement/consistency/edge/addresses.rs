//! The addresses of Edge pools: whether they are there, and as many as the servers need.

use super::names::{needs, severity};
use crate::finding::{Finding, Severity};
use crate::plan::{Answer, Because, Path};
use crate::requirement::edge_use::is_used;
use crate::requirement::rule::{Maker, Rule};
use crate::topology::{Edge, Service};
use crate::value::Address;

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] =
    &[ADDRESS_MISSING, ADDRESS_COUNT, NO_IPV4_INSIDE];

/// A name of an Edge pool leads nowhere.
const ADDRESS_MISSING: Rule<Finding> = Rule {
    id: "edge-address-missing",
    facts: &["E-005", "E-020", "E-021", "E-022", "E-027", "E-028"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            for service in Service::ALL {
                let mut because = Because::default();
                if edge.addresses(*service, &mut because).is_empty()
                    && is_used(premises, edge, needs(*service), &mut because)
                    && is_addressed(edge, *service, &mut because)
                {
                    let path = edge.service(*service).addresses.path();
                    missing(maker, edge, because, (severity(*service), path));
                }
            }
            let mut because = Because::default();
            if because.read(&edge.pool.servers).is_empty() {
                missing(maker, edge, because, (Severity::Error, edge.pool.servers.path()));
            }
            for server in &edge.pool.servers {
                let mut because = Because::default();
                if because.read(&server.addresses).is_empty() {
                    missing(maker, edge, because, (Severity::Error, server.addresses.path()));
                }
            }
        }
    },
};

fn missing(
    maker: &mut Maker<'_, Finding>,
    edge: &Edge,
    mut because: Because,
    (severity, path): (Severity, &Path),
) {
    let finding =
        maker.finding(severity, path).with("pool", because.read(&edge.pool.fqdn)).with("answer", path);
    maker.tell(&because, finding);
}

/// Whether a service has addresses of its own: only the Access Edge where all share one.
fn is_addressed(edge: &Edge, service: Service, because: &mut Because) -> bool {
    edge.addressed(service, because).at == edge.service(service).at
}

/// Fewer or more addresses than servers and services need.
const ADDRESS_COUNT: Rule<Finding> = Rule {
    id: "edge-address-count",
    facts: &["E-002", "E-003", "E-005"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            for service in Service::ALL {
                let mut because = Because::default();
                // With translation behind hardware the pool can't stand in any case (E-003).
                let can_stand = !because
                    .both(|because| *because.read(&edge.pool.nat), |because| edge.is_balanced(because));
                if can_stand
                    && is_used(premises, edge, needs(*service), &mut because)
                    && is_addressed(edge, *service, &mut because)
                {
                    count_of_service(maker, edge, *service, &because);
                }
            }
        }
    },
};

/// Behind hardware one virtual address; else one for each server. The same again for the servers' own addresses, where
/// they have others.
fn count_of_service(maker: &mut Maker<'_, Finding>, edge: &Edge, service: Service, because: &Because) {
    let answers = edge.service(service);
    let mut of_service = because.clone();
    let is_virtual = edge.is_balanced(&mut of_service);
    let wanted = if is_virtual { 1 } else { of_service.read(&edge.pool.servers).len() };
    judge(maker, edge, &answers.addresses, wanted, of_service);
    let mut of_servers = because.clone();
    if edge.pool.has_private(&mut of_servers) {
        let wanted = of_servers.read(&edge.pool.servers).len();
        if of_servers.read(&answers.private_addresses).is_empty() {
            told(maker, edge, &answers.private_addresses, (0, wanted), of_servers);
        } else {
            judge(maker, edge, &answers.private_addresses, wanted, of_servers);
        }
    }
}

/// Finds families of which there are not as many addresses as wanted; of one that is not used there are none.
fn judge(
    maker: &mut Maker<'_, Finding>,
    edge: &Edge,
    answer: &Answer<Vec<Address>>,
    wanted: usize,
    mut because: Because,
) {
    let addresses = because.read(answer);
    let v6 = addresses.iter().filter(|address| address.is_v6()).count();
    let wrong = [addresses.len() - v6, v6].into_iter().find(|count| *count > 0 && *count != wanted);
    if let (Some(count), true) = (wrong, wanted > 0) {
        told(maker, edge, answer, (count, wanted), because);
    }
}

fn told(
    maker: &mut Maker<'_, Finding>,
    edge: &Edge,
    answer: &Answer<Vec<Address>>,
    (count, wanted): (usize, usize),
    mut because: Because,
) {
    let finding = maker
        .finding(Severity::Warning, answer.path())
        .with("pool", because.read(&edge.pool.fqdn))
        .with("answer", answer.path())
        .counting("count", count)
        .counting("wanted", wanted);
    maker.tell(&because, finding);
}

/// Inside an Edge pool has IPv6 only, which call admission control does not serve.
const NO_IPV4_INSIDE: Rule<Finding> = Rule {
    id: "edge-ipv6-only-inside",
    facts: &["E-009"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            for server in &edge.pool.servers {
                let mut because = Because::default();
                let addresses = because.read(&server.addresses);
                if !addresses.is_empty() && addresses.iter().all(Address::is_v6) {
                    let finding = maker
                        .finding(Severity::Advice, server.addresses.path())
                        .with("server", because.read(&server.fqdn));
                    maker.tell(&because, finding);
                }
            }
        }
    },
};
