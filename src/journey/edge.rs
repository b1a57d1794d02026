//! Through the Access Edge: sign-in of clients on computers, and what older ones look for.

use super::client::Network;
use super::flow::{Sender, pool_end};
use super::hop::{Broken, Hop, Leg};
use super::place::{balancing_id, not_balanced};
use super::tls::Trust;
use super::web::Asker;
use super::world::{Holder, World};
use crate::catalog::numbers;
use crate::plan::LoadBalancing;
use crate::requirement::{CertificateRole, End, OwnerName, Protocol, View};
use crate::text::Message;
use crate::topology::{Edge, Pool, PoolRole, Service};
use crate::value::{Address, Fqdn, Port, SipDomain};

/// The internal end of an Edge pool.
pub(super) fn inside(edge: &Edge) -> End {
    End::EdgeInternal(edge.pool.fqdn.given().value().clone())
}

/// The end of one of its services.
pub(super) fn outside(edge: &Edge, service: Service) -> End {
    End::EdgeService(service, edge.pool.fqdn.given().value().clone())
}

impl<'r> World<'r> {
    /// The Edge pool by which a pool speaks to the outside: one that firewalls let it reach, of its own site if they can.
    pub(super) fn edge_of(&self, pool: &Pool) -> Option<&'r Edge> {
        let beside = self.topology.edges.iter().filter(|edge| edge.site == pool.site);
        let others = self.topology.edges.iter().filter(|edge| edge.site != pool.site);
        let all: Vec<&Edge> = beside.chain(others).collect();
        let from = Sender::Machine(pool_end(pool));
        let port = numbers().sip.value;
        let is_reached =
            |edge: &&&'r Edge| self.flow((&from, None), &inside(edge), Protocol::Tcp, port).is_some();
        all.iter().find(is_reached).or_else(|| all.first()).copied()
    }

    /// Comes in at a service of an Edge pool, past the firewall and, where one stands there, the balancer.
    pub(super) fn come_in(
        &self,
        leg: &mut Leg,
        name: &Fqdn,
        (service, protocol, port): (Service, Protocol, Port),
    ) -> Result<&'r Edge, Broken> {
        let found = self.look_up(leg, View::External, name)?;
        let mut edge = None;
        for address in &found.addresses {
            let own = self.holders(*address).iter().find_map(|holder| match holder {
                Holder::EdgeService(edge, own) if *own == service => Some(*edge),
                _ => None,
            });
            let Some(own) = own else {
                let step = Message::new("journey-nobody-there").with("address", address.with_port(port));
                return leg.end(Hop::fail(step).lacking(format!("address {address}")));
            };
            let from = Sender::Client(Network::Internet);
            self.pass(leg, &from, &outside(own, service), (protocol, port))?;
            self.balance_edge(leg, own, (*address, protocol, port))?;
            edge.get_or_insert(own);
        }
        edge.ok_or(Broken)
    }

    fn balance_edge(
        &self,
        leg: &mut Leg,
        edge: &Edge,
        (address, protocol, port): (Address, Protocol, Port),
    ) -> Result<(), Broken> {
        if *edge.pool.load_balancing.given().value() != LoadBalancing::Hardware {
            return Ok(());
        }
        let at = address.with_port(port);
        let pool = edge.pool.fqdn.given().value();
        let Some(row) = self.balanced(address, port, protocol) else {
            let step = Message::new("journey-not-balanced").with("address", &at).with("pool", pool);
            let hop = Hop::fail(step).lacking(format!("balancing {at} {}", protocol.word()));
            return leg.end(hop.answered(edge.pool.load_balancing.path()));
        };
        let step = Message::new("journey-balanced").with("address", at).with("pool", pool);
        let hop = Hop::pass(step.with("port", row.body.member_port));
        leg.add(hop.by(row, balancing_id(&row.body)));
        Ok(())
    }

    /// Is shown the certificate of an Edge pool, on one of its sides.
    pub(super) fn believe_edge(
        &self,
        leg: &mut Leg,
        edge: &'r Edge,
        role: CertificateRole,
        name: &Fqdn,
    ) -> Result<(), Broken> {
        for server in &edge.pool.servers {
            let fqdn = server.fqdn.given().value();
            let Some(row) = self.held_by(fqdn.as_str()).iter().find(|row| row.body.role == role) else {
                let side =
                    if role == CertificateRole::EdgeInternal { "Internal" } else { "AccessEdgeExternal" };
                let step = Message::new("journey-no-certificate").with("host", fqdn).with("type", side);
                return leg.end(Hop::fail(step).lacking(format!("certificate {fqdn}")));
            };
            Self::believe(leg, row, name, Trust::Everybody)?;
        }
        Ok(())
    }

    /// Signs in through the Access Edge, as Autodiscover told the client.
    pub(super) fn sign_in_at_edge(&self, leg: &mut Leg, home: &'r Pool) -> Result<(), Broken> {
        let Some(edge) = self.edge_of(home) else {
            return Err(Broken);
        };
        let Some(name) = edge.pool.access.fqdn.given().value() else {
            let step = Message::new("journey-edge-unnamed").with("pool", edge.pool.fqdn.given().value());
            return leg.end(Hop::fail(step).answered(edge.pool.access.fqdn.path()));
        };
        let names = numbers();
        let is_single = *edge.pool.single_address.given().value();
        let port = if is_single { &names.access_client_single } else { &names.access_client };
        let came = self.come_in(leg, name, (Service::Access, Protocol::Tcp, port.value))?;
        self.believe_edge(leg, came, CertificateRole::EdgeExternal, name)?;
        self.to_pool(leg, came, home)
    }

    /// Signs in by SRV records, as clients did before Autodiscover: the host must lie in the domain (E-050).
    pub(super) fn sign_in_by_service(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        (domain, home): (&SipDomain, &'r Pool),
    ) -> Result<(), Broken> {
        let names = numbers();
        let is_inside = asker.network.is_inside();
        let service = if is_inside { &names.sip_service_internal } else { &names.sip_service };
        let owner = OwnerName::service(&service.value, domain);
        let (port, host) = self.look_up_service(leg, asker.view(), owner.as_str())?;
        self.strictly_within(leg, &host, domain)?;
        if !is_inside {
            let edge = self.come_in(leg, &host, (Service::Access, Protocol::Tcp, port))?;
            self.believe_edge(leg, edge, CertificateRole::EdgeExternal, &host)?;
            return self.to_pool(leg, edge, home);
        }
        let found = self.look_up(leg, View::Internal, &host)?;
        for address in &found.addresses {
            self.sip_at(leg, &Sender::Client(asker.network), (*address, port), &host)?;
        }
        Ok(())
    }

    /// A host of an SRV record must lie in the domain of the record (E-050).
    pub(super) fn strictly_within(
        &self,
        leg: &mut Leg,
        host: &Fqdn,
        domain: &SipDomain,
    ) -> Result<(), Broken> {
        if host.is_within(domain.as_fqdn()) {
            return Ok(());
        }
        let step = Message::new("journey-service-leaves").with("host", host).with("domain", domain);
        leg.end(Hop::fail(step).answered(self.plan.domains.sip.path()))
    }

    /// Speaks SIP to a pool at an address.
    fn sip_at(
        &self,
        leg: &mut Leg,
        from: &Sender,
        (address, port): (Address, Port),
        host: &Fqdn,
    ) -> Result<(), Broken> {
        let balanced = self.balanced(address, port, Protocol::Tcp);
        let by_row = balanced.and_then(|row| self.pool(row.body.pool.as_str()));
        let by_address = || {
            self.holders(address).iter().find_map(|holder| match holder {
                Holder::Server(pool) => Some(*pool),
                _ => None,
            })
        };
        let Some(pool) = by_row.or_else(by_address) else {
            let behind = self.holders(address).iter().find_map(|holder| match holder {
                Holder::Web(pool) => Some(*pool),
                _ => None,
            });
            if let Some(pool) = behind {
                return leg.end(not_balanced(pool, address, port));
            }
            let step = Message::new("journey-nobody-there").with("address", address.with_port(port));
            return leg.end(Hop::fail(step).lacking(format!("address {address}")));
        };
        self.pass(leg, from, &pool_end(pool), (Protocol::Tcp, port))?;
        if let Some(row) = balanced {
            let step = Message::new("journey-balanced").with("address", address.with_port(port));
            let step = step.with("pool", &row.body.pool).with("port", row.body.member_port);
            leg.add(Hop::pass(step).by(row, balancing_id(&row.body)));
        }
        self.believe_servers(leg, (pool, address), "Default", host, Trust::Everybody)
    }

    /// From the Edge to the pool inside: the Director where one stands before the pools.
    pub(super) fn to_pool(&self, leg: &mut Leg, edge: &Edge, home: &'r Pool) -> Result<(), Broken> {
        let directors = || self.topology.pools.iter().filter(|pool| pool.role == PoolRole::Director);
        let beside = directors().find(|pool| pool.site == edge.site);
        let next = beside.or_else(|| directors().next()).unwrap_or(home);
        let name = next.fqdn.given().value();
        let found = self.look_up(leg, View::Internal, name)?;
        let from = Sender::Machine(inside(edge));
        for address in &found.addresses {
            self.sip_at(leg, &from, (*address, numbers().sip.value), name)?;
        }
        let step = Message::new("journey-edge-signed-in").with("pool", home.fqdn.given().value());
        leg.add(Hop::pass(step));
        Ok(())
    }
}
