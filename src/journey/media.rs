//! Voice, video and the content of conferences through the Edge (M-195).

use super::client::Network;
use super::edge::{inside, outside};
use super::flow::{Sender, pool_end};
use super::hop::{Broken, Hop, Leg};
use super::web::Asker;
use super::world::World;
use crate::catalog::habits;
use crate::plan::Scope;
use crate::requirement::{CertificateRole, End, Protocol, View};
use crate::text::Message;
use crate::topology::{Edge, Pool, Service};

impl<'r> World<'r> {
    /// Whether anybody may speak and show himself from a mobile device (M-229): as long as no global policy takes it away.
    pub(super) fn has_voice(&self) -> bool {
        self.plan.mobility.policies.iter().all(|policy| {
            *policy.scope.given().value() != Scope::Global || *policy.enable_ip_audio_video.given().value()
        })
    }

    /// Speaks through the A/V Edge.
    pub(super) fn speak(&self, leg: &mut Leg, asker: Asker<'_>, home: &'r Pool) -> Result<(), Broken> {
        let Some(edge) = self.edge_of(home) else {
            leg.add(Hop::remark(Message::new("journey-no-edge")).answered(self.plan.sites.path()));
            return Ok(());
        };
        let habits = habits();
        let ways = [(Protocol::Udp, habits.media_udp.value), (Protocol::Tcp, habits.media_tcp.value)];
        self.authenticate(leg, edge, home)?;
        if asker.network.is_inside() {
            for way in ways {
                self.pass(leg, &Sender::Client(asker.network), &inside(edge), way)?;
            }
            return Ok(());
        }
        let Some(name) = edge.pool.av.fqdn.given().value() else {
            let step = Message::new("journey-edge-unnamed").with("pool", edge.pool.fqdn.given().value());
            return leg.end(Hop::fail(step).answered(edge.pool.av.fqdn.path()));
        };
        for (protocol, port) in ways {
            self.come_in(leg, name, (Service::Av, protocol, port))?;
            // The other party speaks to the relay from inside.
            self.pass(leg, &Sender::Machine(pool_end(home)), &inside(edge), (protocol, port))?;
        }
        let relay = Sender::Machine(outside(edge, Service::Av));
        for way in ways
            .into_iter()
            .chain([(Protocol::Udp, habits.media_relay.value), (Protocol::Tcp, habits.media_relay.value)])
        {
            self.pass(leg, &relay, &End::Internet, way)?;
        }
        leg.add(Hop::pass(Message::new("journey-spoken").with("pool", edge.pool.fqdn.given().value())));
        Ok(())
    }

    /// The home pool asks the Edge for the credentials of the media relay.
    fn authenticate(&self, leg: &mut Leg, edge: &'r Edge, home: &Pool) -> Result<(), Broken> {
        let name = edge.pool.fqdn.given().value();
        self.look_up(leg, View::Internal, name)?;
        let from = Sender::Machine(pool_end(home));
        self.pass(leg, &from, &inside(edge), (Protocol::Tcp, habits().media_authentication.value))?;
        self.believe_edge(leg, edge, CertificateRole::EdgeInternal, name)
    }

    /// Sees the content of a conference through the Web Conferencing Edge.
    pub(super) fn confer(&self, leg: &mut Leg, home: &'r Pool) -> Result<(), Broken> {
        let Some(edge) = self.edge_of(home) else {
            return Err(Broken);
        };
        let Some(name) = edge.pool.web_conferencing.fqdn.given().value() else {
            let step = Message::new("journey-edge-unnamed").with("pool", edge.pool.fqdn.given().value());
            return leg.end(Hop::fail(step).answered(edge.pool.web_conferencing.fqdn.path()));
        };
        let is_single = *edge.pool.single_address.given().value();
        let port = if is_single { &habits().conferencing_single } else { &habits().conferencing };
        let came = self.come_in(leg, name, (Service::WebConferencing, Protocol::Tcp, port.value))?;
        self.believe_edge(leg, came, CertificateRole::EdgeExternal, name)?;
        let from = Sender::Machine(pool_end(home));
        self.pass(leg, &from, &inside(edge), (Protocol::Tcp, habits().content.value))
    }

    /// Before it shows itself to anybody, the Edge looks whether certificates were revoked, and asks name servers.
    pub(super) fn ask_around(&self, leg: &mut Leg, edge: &Edge) -> Result<(), Broken> {
        let habits = habits();
        let from = Sender::Machine(outside(edge, Service::Access));
        for way in [
            (Protocol::Tcp, habits.revocation.value),
            (Protocol::Udp, habits.name_service.value),
            (Protocol::Tcp, habits.name_service.value),
        ] {
            self.pass(leg, &from, &End::Internet, way)?;
        }
        Ok(())
    }

    /// Whether media of a traveller can take the way through the Edge: where clients are also outside.
    pub(super) fn uses_edge(&self, network: Network) -> bool {
        let is_outside =
            *self.plan.mobility.access.given().value() == crate::plan::Access::InternalAndExternal;
        is_outside && (network == Network::Internet || !self.topology.edges.is_empty())
    }
}
