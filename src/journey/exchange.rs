//! Exchange Autodiscover: how a Front End Server finds the server of a mailbox.

use super::flow::{Sender, pool_end};
use super::hop::{Broken, Hop, Leg};
use super::lookup::record_id;
use super::world::World;
use crate::catalog::habits;
use crate::plan::{Place, Server};
use crate::requirement::{Certificate, CertificateRole, End, Protocol, RecordData, Row, Value, View};
use crate::text::Message;
use crate::topology::Pool;
use crate::value::Fqdn;

impl<'r> World<'r> {
    /// Whether servers here look for mailboxes on servers here.
    pub(super) fn has_exchange(&self) -> bool {
        let exchange = &self.plan.exchange;
        let is_here = |place: Place| place == Place::OnPremises;
        *exchange.integrate.given().value()
            && is_here(*exchange.skype.given().value())
            && is_here(*exchange.exchange.given().value())
    }

    /// Looks for a mailbox from a pool.
    pub(super) fn find_mailbox(&self, leg: &mut Leg, home: &'r Pool) -> Result<(), Broken> {
        let host = self.told_where(leg)?;
        let server = self.look_up_exchange(leg, &host)?;
        let port = habits().exchange.value;
        let exchange = End::Exchange(server.fqdn.given().value().clone());
        let pool = pool_end(home);
        self.pass(leg, &Sender::Machine(pool.clone()), &exchange, (Protocol::Tcp, port))?;
        self.show_itself(leg, home);
        self.pass(leg, &Sender::Machine(exchange), &pool, (Protocol::Tcp, port))
    }

    /// The address that the servers were given: that for servers, never the one for mail programs.
    fn told_where(&self, leg: &mut Leg) -> Result<Fqdn, Broken> {
        const CMDLET: &str = "Set-CsOAuthConfiguration";
        let id = format!("command {CMDLET}");
        let is_url = |name: &'static str, _: &Value| name == "ExchangeAutodiscoverUrl";
        let Some(row) = self.command(CMDLET, is_url) else {
            let step = Message::new("journey-no-command").with("cmdlet", CMDLET);
            return leg.end(Hop::fail(step).lacking(id).answered(self.plan.exchange.integrate.path()));
        };
        let mut calls = row.body.call.invocations().into_iter();
        let given = calls.find_map(|call| {
            call.parameters.iter().find(|(name, value)| is_url(name, value)).map(|(_, value)| value.clone())
        });
        let url = match &given {
            Some(Value::Text(url)) => url.to_string(),
            _ => String::new(),
        };
        let host = url.strip_prefix("https://").and_then(|rest| {
            let (host, path) = rest.split_at_checked(rest.find('/')?)?;
            path.eq_ignore_ascii_case(&habits().exchange_path.value).then(|| host.parse().ok())?
        });
        let Some(host) = host else {
            let step = Message::new("journey-exchange-url").with("url", &url);
            let step = step.with("path", &habits().exchange_path.value);
            return leg.end(Hop::fail(step).by(row, id));
        };
        leg.add(Hop::pass(Message::new("journey-exchange-told").with("url", &url)).by(row, id));
        Ok(host)
    }

    /// The record of the host leads to an Exchange server: by its address, or by its name, which the directory knows.
    fn look_up_exchange(&self, leg: &mut Leg, host: &Fqdn) -> Result<&'r Server, Broken> {
        let servers = &self.plan.exchange.servers;
        let rows = self.records(View::Internal, host.as_str());
        // A server that bears the name itself is known to the directory.
        if let Some(server) = servers.iter().find(|server| server.fqdn.given().value() == host) {
            let step = Message::new("journey-exchange-found").with("name", host).with("server", host);
            leg.add(Hop::pass(step).answered(self.plan.exchange.autodiscover_host.path()));
            return Ok(server);
        }
        let mut hop = Hop::pass(Message::new("journey-exchange-found").with("name", host));
        for row in rows {
            let data = &row.body.data;
            let leads_to = |server: &&Server| {
                let mut by_address = server.addresses.given().value().iter();
                let is_alias = *data == RecordData::Cname(server.fqdn.given().value().clone());
                is_alias || by_address.any(|address| *data == RecordData::Address(*address))
            };
            hop = hop.by_level(row, row.body.level, record_id(&row.body));
            if let Some(server) = servers.iter().find(leads_to) {
                hop.step = hop.step.with("server", server.fqdn.given().value());
                leg.add(hop);
                return Ok(server);
            }
        }
        let key = if rows.is_empty() { "journey-look-up-nothing" } else { "journey-exchange-elsewhere" };
        let step = Message::new(key).with("name", host).with("view", View::Internal.word());
        let lacking = format!("dns {} {host}", View::Internal.word());
        leg.end(Hop::fail(step).lacking(lacking).answered(self.plan.exchange.autodiscover_host.path()))
    }

    /// Each server of the pool signs its questions with the OAuth certificate, which Exchange knows.
    fn show_itself(&self, leg: &mut Leg, home: &Pool) {
        for server in &home.servers {
            let fqdn = server.fqdn.given().value();
            let signs = |row: &&&Row<Certificate>| {
                row.body.role == CertificateRole::Oauth || row.body.assign_to.contains(&"OAuthTokenIssuer")
            };
            let Some(row) = self.held_by(fqdn.as_str()).iter().find(signs) else {
                continue;
            };
            let step = Message::new("journey-oauth").with("id", &row.body.id).with("host", fqdn);
            leg.add(Hop::pass(step).by(row, format!("certificate {}", row.body.id)));
        }
    }
}
