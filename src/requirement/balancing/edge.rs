//! The external services of Edge pools behind hardware (E-141). Their ports are those of the flows.

use super::{BalancingRule, Member, Persistence, Side, idle_timeout, of_family};
use crate::catalog::{Behind, EdgeEnd, EdgeFlow, Transport, edge_flows};
use crate::plan::Because;
use crate::requirement::edge_use::{is_used, port};
use crate::requirement::rule::Rule;
use crate::text::Message;
use crate::topology::{Edge, Service};
use crate::value::Address;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<BalancingRule>] = &[Rule {
    id: "balancing-edge",
    facts: &["M-168", "M-169", "E-002", "E-003", "E-005", "E-141"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            for (flow, service) in balanced_flows() {
                let mut because = Because::default();
                if !edge.is_balanced(&mut because) || !is_used(premises, edge, flow.when, &mut because) {
                    continue;
                }
                let mut facts = vec![flow.fact.as_str()];
                let listen_port = port(flow, edge, &mut facts, &mut because);
                let monitor_port = port(monitored(flow, service), edge, &mut facts, &mut because);
                for address in edge.addresses(service, &mut because) {
                    let mut because = because.clone();
                    let body = BalancingRule {
                        balancer: because.read(&edge.balancer).clone(),
                        pool: because.read(&edge.pool.fqdn).clone(),
                        side: Side::External,
                        address: *address,
                        protocol: flow.protocol.into(),
                        listen_port,
                        member_port: listen_port,
                        members: members(edge, service, *address, &mut because),
                        persistence: Persistence::None,
                        monitor_port,
                        idle_timeout_seconds: idle_timeout(),
                    };
                    let remarks = vec![Message::new("remark-no-direct-server-return")];
                    let reason = maker.reason_with(&because, &facts, remarks);
                    maker.add(&reason, body);
                }
            }
        }
    },
}];

/// The flows that come in at a virtual address, each with its service.
fn balanced_flows() -> impl Iterator<Item = (&'static EdgeFlow, Service)> {
    edge_flows().iter().filter(|flow| flow.balanced.contains(&Behind::Virtual)).filter_map(|flow| {
        let service = match flow.to {
            EdgeEnd::AccessEdge => Service::Access,
            EdgeEnd::WebConferencingEdge => Service::WebConferencing,
            EdgeEnd::AvEdge => Service::Av,
            _ => return None,
        };
        Some((flow, service))
    })
}

/// The flow by which the health of a member is told: its own port, or another of the same service where that is UDP.
fn monitored(flow: &'static EdgeFlow, service: Service) -> &'static EdgeFlow {
    let by_tcp = |other: &(&EdgeFlow, Service)| other.1 == service && other.0.protocol == Transport::Tcp;
    match flow.protocol {
        Transport::Tcp => flow,
        Transport::Udp => balanced_flows().find(by_tcp).map_or(flow, |(other, _)| other),
    }
}

/// The servers with their own addresses of a service: the first by name has the lowest, and so on.
fn members(edge: &Edge, service: Service, address: Address, because: &mut Because) -> Vec<Member> {
    let servers = because.read(&edge.pool.servers).iter();
    let mut names: Vec<_> = servers.map(|server| because.read(&server.fqdn).clone()).collect();
    names.sort();
    let addressed = edge.addressed(service, because);
    let mut own = of_family(because.read(&addressed.private_addresses), address);
    own.sort();
    let mut own = own.into_iter();
    names.into_iter().map(|fqdn| Member { fqdn, addresses: own.next().into_iter().collect() }).collect()
}
