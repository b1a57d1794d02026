//! Push notifications: from the home pool through the Edge to the push service, and back (M-196 to M-212).

use super::client::{Client, Network};
use super::edge::{inside, outside};
use super::flow::{Sender, pool_end};
use super::hop::{Broken, Hop, Leg};
use super::web::Asker;
use super::world::World;
use crate::catalog::{habits, numbers};
use crate::plan::{Path, Platform, Platform2010, Version};
use crate::requirement::{CertificateRole, Command, End, OwnerName, Protocol, Row, Value, View};
use crate::text::Message;
use crate::topology::{Pool, Service};
use crate::value::SipDomain;

/// Whose service tells a client of events (M-200, M-298).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Teller {
    Apple,
    Microsoft,
}

impl<'r> World<'r> {
    /// Who tells a client of events, where push is wanted and the client needs it.
    pub(super) fn teller(&self, client: Client) -> Option<Teller> {
        if !*self.plan.mobility.push.enabled.given().value() {
            return None;
        }
        let is_later = *self.plan.servers.version.given().value() >= Version::Server2015;
        match client {
            Client::Lync2010Mobile(Platform2010::Apple) => Some(Teller::Apple),
            Client::SfbMobile(Platform::Apple) => is_later.then_some(Teller::Apple),
            Client::Lync2010Mobile(Platform2010::WindowsPhone)
            | Client::Lync2013Mobile(Platform::WindowsPhone)
            | Client::SfbMobile(Platform::WindowsPhone) => Some(Teller::Microsoft),
            _ => None,
        }
    }

    /// The switches that a notification depends on.
    pub(super) fn switched_on(&self, leg: &mut Leg, teller: Teller) -> Result<(), Broken> {
        let is_on = |wanted: &'static str| {
            move |name: &'static str, value: &Value| name == wanted && *value == Value::Bool(true)
        };
        let names = numbers();
        let (proxy, domain) = (names.push_proxy.value.as_str(), names.push_domain.value.as_str());
        let switch = match teller {
            Teller::Apple => "EnableApplePushNotificationService",
            Teller::Microsoft => "EnableMicrosoftPushNotificationService",
        };
        let push = &self.plan.mobility.push;
        let existing = &push.existing_hosting_provider;
        let provider = self.command("New-CsHostingProvider", |name, value| {
            name == "ProxyFqdn" && matches!(value, Value::Text(text) if &**text == proxy)
        });
        if provider.is_none() && existing.given().value().is_some() {
            let step = Message::new("journey-provider-exists").with("proxy", proxy);
            leg.add(Hop::pass(step).answered(existing.path()));
        } else {
            done(leg, provider, "New-CsHostingProvider", push.enabled.path())?;
        }
        let allowed = self.command("New-CsAllowedDomain", |name, value| {
            name == "Identity" && matches!(value, Value::Text(text) if &**text == domain)
        });
        done(leg, allowed, "New-CsAllowedDomain", push.enabled.path())?;
        let federates = self.command("Set-CsAccessEdgeConfiguration", is_on("AllowFederatedUsers"));
        done(leg, federates, "Set-CsAccessEdgeConfiguration", push.enabled.path())?;
        let pushes = self.command("Set-CsPushNotificationConfiguration", is_on(switch));
        done(leg, pushes, "Set-CsPushNotificationConfiguration", push.enabled.path())
    }

    /// Sends a notification to the push service.
    pub(super) fn notify(&self, leg: &mut Leg, home: &'r Pool) -> Result<(), Broken> {
        let Some(edge) = self.edge_of(home) else {
            let step = Message::new("journey-push-no-edge");
            return leg.end(Hop::fail(step).answered(self.plan.mobility.push.enabled.path()));
        };
        let name = edge.pool.fqdn.given().value();
        let sip = (Protocol::Tcp, numbers().sip.value);
        self.look_up(leg, View::Internal, name)?;
        self.pass(leg, &Sender::Machine(pool_end(home)), &inside(edge), sip)?;
        self.believe_edge(leg, edge, CertificateRole::EdgeInternal, name)?;
        let federation = (Protocol::Tcp, numbers().federation.value);
        self.ask_around(leg, edge)?;
        let access = Sender::Machine(outside(edge, Service::Access));
        self.pass(leg, &access, &End::Internet, federation)?;
        let step = Message::new("journey-pushed").with("proxy", &numbers().push_proxy.value);
        leg.add(Hop::pass(step));
        Ok(())
    }

    /// The push service looks for the Edge of the SIP domain, to answer (M-056, M-212).
    pub(super) fn answered(&self, leg: &mut Leg, domain: &SipDomain) -> Result<(), Broken> {
        let owner = OwnerName::service(&numbers().federation_service.value, domain);
        let (port, host) = self.look_up_service(leg, View::External, owner.as_str())?;
        self.strictly_within(leg, &host, domain)?;
        let edge = self.come_in(leg, &host, (Service::Access, Protocol::Tcp, port))?;
        self.believe_edge(leg, edge, CertificateRole::EdgeExternal, &host)
    }

    /// A device on Wi-Fi reaches the service of its maker (M-187, M-188).
    pub(super) fn told_on_wifi(&self, leg: &mut Leg, asker: Asker<'_>, client: Client) -> Result<(), Broken> {
        if asker.network != Network::Wifi || !*self.plan.mobility.push.over_wifi.given().value() {
            return Ok(());
        }
        let port = match client {
            Client::Lync2010Mobile(Platform2010::Apple) => &habits().push_apple,
            Client::Lync2010Mobile(Platform2010::WindowsPhone)
            | Client::Lync2013Mobile(Platform::WindowsPhone)
            | Client::SfbMobile(Platform::WindowsPhone) => &habits().push_windows_phone,
            _ => return Ok(()),
        };
        self.pass(leg, &Sender::Client(asker.network), &End::Internet, (Protocol::Tcp, port.value))
    }
}

/// A command that must be there.
fn done(
    leg: &mut Leg,
    row: Option<&Row<Command>>,
    cmdlet: &'static str,
    wanted: &Path,
) -> Result<(), Broken> {
    let id = format!("command {cmdlet}");
    let Some(row) = row else {
        let step = Message::new("journey-no-command").with("cmdlet", cmdlet);
        return leg.end(Hop::fail(step).lacking(id).answered(wanted));
    };
    let step = Message::new("journey-command").with("line", row.body.call.to_string());
    leg.add(Hop::pass(step).by(row, id));
    Ok(())
}
