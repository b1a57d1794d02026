//! Where the ends of a flow stand: the addresses that this flow comes from and really goes to.

use crate::catalog::{Behind, balancing, numbers};
use crate::plan::{Because, LoadBalancing};
use crate::requirement::{End, FirewallRule};
use crate::topology::{Edge, Pool, Service, Topology};
use crate::value::{Address, Fqdn, Port};

/// The addresses of an end, as one flow sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Which of its addresses these are, where an end has several kinds.
    pub(super) face: Option<&'static str>,
    /// The addresses, sorted. None where the plan does not know them.
    pub(super) addresses: Vec<Address>,
    /// A load balancer takes the flow, and hands it on to the servers.
    pub(super) balanced: bool,
}

impl Place {
    fn new(face: Option<&'static str>, mut addresses: Vec<Address>) -> Self {
        addresses.sort_unstable();
        addresses.dedup();
        Self { face, addresses, balanced: false }
    }

    /// The addresses of one family.
    pub(super) fn of_family(&self, v6: bool) -> impl Iterator<Item = &Address> {
        self.addresses.iter().filter(move |address| address.is_v6() == v6)
    }
}

/// Where a flow comes from: a pool speaks from its servers.
pub(super) fn source(rule: &FirewallRule, topology: &Topology) -> Place {
    match &rule.from {
        End::FrontEnd(fqdn) | End::Director(fqdn) => {
            pool(topology, fqdn).map_or_else(Place::default, servers)
        }
        end => elsewhere(end, rule, topology),
    }
}

/// Where a flow goes: to that web site of a pool which the sender asks, else to the virtual address where hardware
/// balances the port, else to the servers.
pub(super) fn destination(rule: &FirewallRule, topology: &Topology) -> Place {
    let (End::FrontEnd(fqdn) | End::Director(fqdn)) = &rule.to else {
        return elsewhere(&rule.to, rule, topology);
    };
    let Some(pool) = pool(topology, fqdn) else { return Place::default() };
    let read = &mut Because::default();
    let load_balancing = *read.read(&pool.load_balancing);
    let is_own_server = pool.is_standard(read) || load_balancing == LoadBalancing::None;
    match &rule.from {
        End::ProxyInternal(_) | End::FrontEnd(_) | End::Director(_) if is_web(pool, rule.ports.first) => {
            Place {
                balanced: !is_own_server,
                ..Place::new(Some("web-external"), read.read(&pool.external.addresses).clone())
            }
        }
        End::InternalClients if is_internal_web(rule.ports.first) => Place {
            balanced: !is_own_server,
            ..Place::new(Some("web-internal"), read.read(&pool.internal.addresses).clone())
        },
        _ if load_balancing == LoadBalancing::Hardware && is_balanced_port(rule.ports.first) => {
            Place { balanced: true, ..Place::new(Some("virtual"), read.read(&pool.addresses).clone()) }
        }
        _ => servers(pool),
    }
}

/// The names that stand for where a flow goes: as the addresses, of that web site, of the pool, or of each server.
pub(in crate::artifact::view) fn names(rule: &FirewallRule, topology: &Topology) -> Vec<Fqdn> {
    let (End::FrontEnd(fqdn) | End::Director(fqdn)) = &rule.to else {
        return match &rule.to {
            End::OfficeWebApps(fqdn)
            | End::EdgeInternal(fqdn)
            | End::SurvivableBranch(fqdn)
            | End::Exchange(fqdn)
            | End::PstnGateway(fqdn) => {
                vec![fqdn.clone()]
            }
            _ => Vec::new(),
        };
    };
    let Some(pool) = pool(topology, fqdn) else { return Vec::new() };
    let read = &mut Because::default();
    match destination(rule, topology).face {
        Some("web-external") => vec![read.read(&pool.external.fqdn).clone()],
        Some("web-internal") => vec![read.read(&pool.internal.fqdn).clone()],
        Some("virtual") => vec![fqdn.clone()],
        _ => pool.servers.iter().map(|server| server.fqdn.given().value().clone()).collect(),
    }
}

/// Whether a port is one of the external web site, as published or as the servers listen.
fn is_web(pool: &Pool, port: Port) -> bool {
    let read = &mut Because::default();
    let ports = &pool.ports;
    [&ports.listening_https, &ports.listening_http, &ports.published_https, &ports.published_http]
        .into_iter()
        .any(|answer| *read.read(answer) == port)
}

/// Whether a port is one of the internal web site.
fn is_internal_web(port: Port) -> bool {
    [numbers().internal_https.value, numbers().internal_http.value].contains(&port)
}

/// Whether hardware that balances all of a pool's traffic balances this port too (M-174).
fn is_balanced_port(port: Port) -> bool {
    balancing().ports.iter().any(|balanced| balanced.port == port)
}

fn pool<'t>(topology: &'t Topology, fqdn: &Fqdn) -> Option<&'t Pool> {
    topology.pools.iter().find(|pool| pool.fqdn.given().value() == fqdn)
}

/// The servers of a pool; without any the pool is its only server, at the addresses of its name.
fn servers(pool: &Pool) -> Place {
    let read = &mut Because::default();
    let servers = read.read(&pool.servers).iter();
    let own: Vec<Address> = servers.flat_map(|server| server.addresses.given().value().clone()).collect();
    let own = if own.is_empty() { read.read(&pool.addresses).clone() } else { own };
    Place::new(Some("servers"), own)
}

/// The ends that have the same addresses in both directions, and those that the plan knows nothing of.
fn elsewhere(end: &End, rule: &FirewallRule, topology: &Topology) -> Place {
    let proxy = |name| topology.proxies.iter().find(|proxy| proxy.name.given().value() == name);
    let edge = |fqdn| topology.edges.iter().find(|edge| edge.pool.fqdn.given().value() == fqdn);
    let found = match end {
        End::ProxyExternal(name) => {
            proxy(name).map(|proxy| Place::new(Some("external"), proxy.external.given().value().clone()))
        }
        End::ProxyInternal(name) => {
            proxy(name).map(|proxy| Place::new(Some("internal"), proxy.internal.given().value().clone()))
        }
        End::OfficeWebApps(fqdn) => {
            let office = topology.offices.iter().find(|office| office.server.fqdn.given().value() == fqdn);
            office.map(|office| Place::new(None, office.server.addresses.given().value().clone()))
        }
        End::SurvivableBranch(fqdn) => {
            let branch =
                topology.branches.iter().find(|branch| branch.appliance.fqdn.given().value() == fqdn);
            branch.map(|branch| Place::new(None, branch.appliance.addresses.given().value().clone()))
        }
        End::EdgeInternal(fqdn) => edge(fqdn).map(inside),
        End::EdgeService(service, fqdn) => edge(fqdn).map(|edge| outside(edge, *service, &rule.behind)),
        End::Exchange(fqdn) => topology.exchange.address_of(fqdn).map(|own| Place::new(None, own)),
        End::PstnGateway(fqdn) => topology.cloud.gateway_address(fqdn).map(|own| Place::new(None, own)),
        End::CloudMediation(host) => topology.cloud.mediation_address(host).map(|own| Place::new(None, own)),
        End::CloudEdge(host) => topology.cloud.edge_addresses(host).map(|own| Place::new(None, own)),
        End::CloudHost(host) => topology.cloud.host_address(host).map(|own| Place::new(None, own)),
        End::Internet | End::Any | End::Wifi | End::InternalClients | End::FrontEnd(_) | End::Director(_) => {
            None
        }
    };
    found.unwrap_or_default()
}

/// The inside of an Edge pool: its servers. A virtual address there is for older systems only, and no answer (E-143).
fn inside(edge: &Edge) -> Place {
    let read = &mut Because::default();
    let servers = read.read(&edge.pool.servers).iter();
    Place::new(None, servers.flat_map(|server| server.addresses.given().value().clone()).collect())
}

/// A service of an Edge pool outside. Behind NAT a firewall sees the public addresses before the translation and the
/// servers' own behind it (E-003); behind hardware a flow belongs to the servers, to the virtual address, or to both
/// (E-140, E-141).
fn outside(edge: &Edge, service: Service, behind: &[Behind]) -> Place {
    let read = &mut Because::default();
    let answers = edge.addressed(service, read);
    let (public, own) = (answers.addresses.given().value(), answers.private_addresses.given().value());
    let both = || [public.clone(), own.clone()].concat();
    if edge.is_balanced(read) {
        let is = |wanted: Behind| behind.contains(&wanted);
        let place = match (is(Behind::Servers), is(Behind::Virtual)) {
            (true, false) => Place::new(Some("servers"), own.clone()),
            (false, true) => Place::new(Some("virtual"), public.clone()),
            _ => Place::new(Some("servers-and-virtual"), both()),
        };
        return Place { balanced: is(Behind::Virtual), ..place };
    }
    if *read.read(&edge.pool.nat) {
        Place::new(Some("public-and-private"), both())
    } else {
        Place::new(None, public.clone())
    }
}

/// The addresses of an Edge pool's servers for a service, where their own network interfaces have them.
pub(super) fn bound(edge: &Edge, service: Service) -> Vec<Address> {
    let read = &mut Because::default();
    let answers = edge.addressed(service, read);
    let has_private = edge.pool.has_private(read);
    let addresses = if has_private { &answers.private_addresses } else { &answers.addresses };
    Place::new(None, addresses.given().value().clone()).addresses
}
