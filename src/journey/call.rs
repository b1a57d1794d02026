//! Calls through Cloud Connector: from a user online to the telephone network, and back (C-090, C-120 to C-148, C-180).

use super::flow::Sender;
use super::hop::{Broken, Hop, Leg};
use super::tls::Trust;
use super::world::World;
use crate::catalog::{habits, numbers};
use crate::plan::{Appliance, CloudConnector, CloudGateway, GatewayProtocol, PstnSite};
use crate::requirement::{CertificateRole, End, Protocol, View};
use crate::text::Message;
use crate::value::{Fqdn, Port, SipDomain};

/// The ends of an appliance.
fn mediation(appliance: &Appliance) -> End {
    End::CloudMediation(appliance.host.given().value().clone())
}

fn edge(appliance: &Appliance) -> End {
    End::CloudEdge(appliance.host.given().value().clone())
}

fn gateway_end(gateway: &CloudGateway) -> End {
    End::PstnGateway(gateway.fqdn.given().value().clone())
}

impl<'r> World<'r> {
    /// The sites by which users online call, where Cloud Connector is deployed.
    pub(super) fn pstn_sites(&self) -> Vec<&'r PstnSite> {
        let cloud = self.cloud();
        if *cloud.deploy.given().value() { cloud.pstn_sites.iter().collect() } else { Vec::new() }
    }

    pub(super) const fn cloud(&self) -> &'r CloudConnector {
        &self.plan.cloud_connector
    }

    /// A user calls out: the online service finds the Edge of the site, which hands on to the Mediation Server.
    pub(super) fn call_out(
        &self,
        leg: &mut Leg,
        site: &'r PstnSite,
        domain: &SipDomain,
    ) -> Result<(), Broken> {
        let name = self.access_name(leg, site)?;
        let found = self.look_up(leg, View::External, &name)?;
        for appliance in &site.appliances {
            let at = &appliance.edge;
            let own = [&at.public_address, &at.external_address];
            let own: Vec<_> = own.iter().filter_map(|answer| *answer.given().value()).collect();
            if !own.iter().any(|address| found.addresses.contains(address)) {
                let step = Message::new("journey-appliance-not-found");
                let step = step.with("host", appliance.host.given().value()).with("name", &name);
                let hop = Hop::fail(step).lacking(format!("dns external {name} A"));
                return leg.end(hop.answered(at.public_address.path()));
            }
            let end = edge(appliance);
            self.pass(leg, &Sender::Machine(End::Internet), &end, (Protocol::Tcp, habits().access.value))?;
            self.believe_site(leg, appliance, (&name, domain))?;
            for gateway in &site.gateways {
                let port = gateway.port.given().value().unwrap_or(habits().gateway.value);
                let from = Sender::Machine(mediation(appliance));
                self.pass(leg, &from, &gateway_end(gateway), (Protocol::Tcp, port))?;
            }
        }
        leg.add(Hop::pass(Message::new("journey-called-out").with("site", site.name.given().value())));
        Ok(())
    }

    /// Somebody calls a user: each gateway finds each Mediation Server of its site (C-180), and its Edge the online service.
    pub(super) fn call_in(&self, leg: &mut Leg, site: &'r PstnSite) -> Result<(), Broken> {
        let habits = habits();
        for appliance in &site.appliances {
            for gateway in &site.gateways {
                let port = match *gateway.protocol.given().value() {
                    GatewayProtocol::Tls => habits.mediation_tls.value,
                    GatewayProtocol::Tcp => habits.mediation.value,
                };
                let from = Sender::Machine(gateway_end(gateway));
                self.pass(leg, &from, &mediation(appliance), (Protocol::Tcp, port))?;
            }
            let from = Sender::Machine(edge(appliance));
            for way in [
                (Protocol::Udp, habits.name_service.value),
                (Protocol::Tcp, habits.name_service.value),
                (Protocol::Tcp, habits.revocation.value),
                (Protocol::Tcp, habits.access.value),
            ] {
                self.pass(leg, &from, &End::Internet, way)?;
            }
        }
        leg.add(Hop::pass(Message::new("journey-called-in").with("site", site.name.given().value())));
        Ok(())
    }

    /// Both parties hear each other: between gateway and Mediation Server, and between Edge or clients inside and it.
    pub(super) fn hear(&self, leg: &mut Leg, site: &'r PstnSite) -> Result<(), Broken> {
        let habits = habits();
        let media: (Protocol, Port) = (Protocol::Udp, *self.cloud().media_ports.first.given().value());
        let udp = ((Protocol::Udp, habits.media_udp.value), habits.media_udp.value);
        let tcp = ((Protocol::Tcp, habits.media_tcp.value), habits.media_relay.value);
        for appliance in &site.appliances {
            let own = Sender::Machine(mediation(appliance));
            for gateway in &site.gateways {
                let end = gateway_end(gateway);
                self.pass(leg, &Sender::Machine(end.clone()), &mediation(appliance), media)?;
                self.pass(leg, &own, &end, media)?;
            }
            for (way, source) in [udp, tcp] {
                let (online, own) = (Sender::Machine(End::Internet), Sender::Machine(edge(appliance)));
                self.pass_from(leg, (&online, Some(source)), &edge(appliance), way)?;
                self.pass_from(leg, (&own, Some(source)), &End::Internet, way)?;
            }
            self.pass(leg, &Sender::Machine(End::InternalClients), &mediation(appliance), media)?;
            let back = (Protocol::Udp, habits.online_media.value);
            self.pass(leg, &own, &End::InternalClients, back)?;
        }
        Ok(())
    }

    /// The name of the Access Edge of a site: its label in the first SIP domain (C-091).
    fn access_name(&self, leg: &mut Leg, site: &PstnSite) -> Result<Fqdn, Broken> {
        let cloud = self.cloud();
        let label = site.access_name.given().value().as_ref();
        let label = label.unwrap_or_else(|| cloud.access_name.given().value());
        let Some(domain) = cloud.sip_domains.given().value().first() else {
            let step = Message::new("journey-no-domain");
            return leg.end(Hop::fail(step).answered(cloud.sip_domains.path()));
        };
        Ok(domain.host(label))
    }

    /// The certificate of the Edge has the name of the site, and that of the SIP domain (C-161 to C-164).
    fn believe_site(
        &self,
        leg: &mut Leg,
        appliance: &Appliance,
        (name, domain): (&Fqdn, &SipDomain),
    ) -> Result<(), Broken> {
        let host = appliance.host.given().value();
        let is_edge = CertificateRole::CloudConnectorEdge;
        let Some(row) = self.held_by(host.as_str()).iter().find(|row| row.body.role == is_edge) else {
            let step =
                Message::new("journey-no-certificate").with("host", host).with("type", "AccessEdgeExternal");
            return leg.end(Hop::fail(step).lacking(format!("certificate {host}")));
        };
        let sip = domain.host(&numbers().sip_host.value);
        Self::believe(leg, row, name, Trust::Everybody)?;
        Self::believe(leg, row, &sip, Trust::Everybody)
    }
}
