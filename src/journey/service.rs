//! From the web site that answered first to the service that a client came for: UCWA, Mcx, a meeting.

use super::client::Client;
use super::discovery::{on_published_port, web_name};
use super::flow::{Sender, pool_end};
use super::hop::{Broken, Hop, Leg};
use super::tls::Trust;
use super::web::{Ask, Asker, Site};
use super::world::World;
use crate::catalog::{habits, numbers, services};
use crate::plan::{Because, Layout, Version};
use crate::requirement::{End, Protocol, Value};
use crate::text::Message;
use crate::topology::{Pool, PoolRole};
use crate::value::{Fqdn, SipDomain};

impl<'r> World<'r> {
    /// Is led from the web site that answered first to that of the home pool, on the same side.
    pub(super) fn led_home(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        first: Site<'r>,
        home: &'r Pool,
    ) -> Result<(), Broken> {
        let Some(pool) = first.pool() else {
            return Err(Broken);
        };
        self.ask_root(leg, asker, first, &web_name(pool, first))?;
        if pool.at == home.at {
            return Ok(());
        }
        let (one, other) = (Sender::Machine(pool_end(pool)), pool_end(home));
        self.pass(leg, &one, &other, (Protocol::Tcp, *home.ports.listening_https.given().value()))?;
        if pool.role == PoolRole::Director {
            self.pass(leg, &one, &other, (Protocol::Tcp, habits().focus.value))?;
        }
        let site =
            if matches!(first, Site::Internal(_)) { Site::Internal(home) } else { Site::External(home) };
        let web = web_name(home, site);
        let step = Message::new("journey-led-home").with("pool", pool.fqdn.given().value());
        leg.add(Hop::pass(step.with("name", &web)));
        self.ask_root(leg, asker, site, &web).map(drop)
    }

    /// Signs in to the service of the home pool. Its address carries the external name, also inside (M-017, M-033).
    pub(super) fn use_service(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        client: Client,
        home: &'r Pool,
    ) -> Result<(), Broken> {
        let servers = &self.plan.servers;
        let version = *servers.version.given().value();
        let mut site = Site::External(home);
        let path = if matches!(client, Client::Lync2010Mobile(_)) {
            if !version.has_mcx() {
                let step = Message::new("journey-no-mcx").with("version", version.word());
                return leg.end(Hop::fail(step).answered(servers.version.path()));
            }
            if self.exposes_internal(leg) {
                site = Site::Internal(home);
            }
            &services().mcx_page.value
        } else {
            let update = &servers.february_2013_update;
            if version == Version::LyncServer2013 && !*update.given().value() {
                let step = Message::new("journey-no-ucwa").with("version", version.word());
                return leg.end(Hop::fail(step).answered(update.path()));
            }
            &habits().ucwa_path.value
        };
        let web = web_name(home, site);
        for path in [&habits().ticket_path.value, path] {
            let ask = on_published_port(site, Ask::https(&web, path));
            self.ask(leg, asker, &Ask { signs_in: true, ..ask })?;
        }
        let step = Message::new("journey-signed-in").with("pool", home.fqdn.given().value());
        leg.add(Hop::pass(step.with("path", path)));
        Ok(())
    }

    /// Whether a command gives clients of Mcx the internal address (M-218).
    fn exposes_internal(&self, leg: &mut Leg) -> bool {
        let is_internal = |name: &'static str, value: &Value| {
            name == "ExposedWebURL" && matches!(value, Value::Text(text) if &**text == "Internal")
        };
        let set = ["Set-CsMcxConfiguration", "New-CsMcxConfiguration"];
        let Some(row) = set.iter().find_map(|cmdlet| self.command(cmdlet, is_internal)) else {
            return false;
        };
        let id = format!("command {}", row.body.call.cmdlet());
        leg.add(Hop::pass(Message::new("journey-mcx-inside")).by(row, id));
        true
    }

    /// Follows a link to a meeting of an organizer in a SIP domain.
    pub(super) fn join(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        domain: &SipDomain,
    ) -> Result<Site<'r>, Broken> {
        let Some(host) = self.meet_host(domain) else {
            return Err(Broken);
        };
        // A link is opened by the browser of a device, which asks its user where it can't judge.
        let trust = match asker.trust {
            Trust::PublicOnly(Some(answer)) => Trust::Asking(answer),
            other => other,
        };
        let asker = Asker { trust, ..asker };
        self.ask(leg, asker, &Ask::https(&host, &habits().meet_path.value))
    }

    /// The host of Meet for a SIP domain, in each of the three layouts (M-073, M-074, M-075).
    fn meet_host(&self, domain: &SipDomain) -> Option<Fqdn> {
        let urls = &self.plan.simple_urls;
        Some(match *urls.layout.given().value() {
            Layout::DedicatedHosts => domain.host(urls.hosts.meet.given().value()),
            Layout::SharedHost => domain.host(urls.base.given().value()),
            Layout::SingleHost => {
                self.plan.domains.default_sip(&mut Because::default())?.host(urls.base.given().value())
            }
        })
    }

    /// Opens the page with the telephone numbers, of which the organisation has one.
    pub(super) fn dial_in(&self, leg: &mut Leg, asker: Asker<'_>) -> Result<(), Broken> {
        let urls = &self.plan.simple_urls;
        let label = match *urls.layout.given().value() {
            Layout::DedicatedHosts => urls.hosts.dialin.given().value(),
            Layout::SharedHost | Layout::SingleHost => urls.base.given().value(),
        };
        let Some(domain) = self.plan.domains.default_sip(&mut Because::default()) else {
            return Ok(());
        };
        self.ask(leg, asker, &Ask::https(&domain.host(label), &habits().dialin_path.value)).map(drop)
    }

    /// Opens the web app of the home pool, on the side where the browser is.
    pub(super) fn use_web_app(&self, leg: &mut Leg, asker: Asker<'_>, home: &'r Pool) -> Result<(), Broken> {
        let site = if asker.network.is_inside() { Site::Internal(home) } else { Site::External(home) };
        let web = web_name(home, site);
        let ask = on_published_port(site, Ask::https(&web, &habits().web_app_path.value));
        self.ask(leg, asker, &ask).map(drop)
    }

    /// Sees presentations, which Office Web Apps Servers show.
    pub(super) fn see_presentations(&self, leg: &mut Leg, asker: Asker<'_>) -> Result<(), Broken> {
        for office in &self.topology.offices {
            let host = office.server.fqdn.given().value();
            let ask = Ask { port: numbers().office_web_apps.value, ..Ask::https(host, "/") };
            self.ask(leg, asker, &ask)?;
        }
        Ok(())
    }

    /// Users of a branch: its appliance speaks to devices on Wi-Fi, and to the pool of its site (M-185, M-186, M-191).
    pub(super) fn by_branch(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        (branch, home): (&Fqdn, &Pool),
    ) -> Result<(), Broken> {
        let end = End::SurvivableBranch(branch.clone());
        for port in &habits().branch_ports.value {
            self.pass(leg, &Sender::Client(asker.network), &end, (Protocol::Tcp, *port))?;
        }
        let port = habits().focus.value;
        self.pass(leg, &Sender::Machine(end), &pool_end(home), (Protocol::Tcp, port))
    }
}
