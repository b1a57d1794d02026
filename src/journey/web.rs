//! A request of HTTP or HTTPS: from the name to the web site that answers, through a reverse proxy where one stands between.

use super::client::Network;
use super::flow::Sender;
use super::hop::{Broken, Hop, Leg};
use super::lookup::Found;
use super::place::Landed;
use super::tls::Trust;
use super::world::{Holder, World};
use crate::catalog::{numbers, private_network};
use crate::requirement::{End, Protocol, PublishingRule, Row, View};
use crate::text::Message;
use crate::topology::{Pool, Proxy};
use crate::value::{Address, Fqdn, Port};

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asker<'r> {
    /// From where.
    pub(super) network: Network,
    /// Whose certificates it believes.
    pub(super) trust: Trust<'r>,
}

impl Asker<'_> {
    /// The name servers that it asks.
    pub(super) const fn view(self) -> View {
        if self.network.is_inside() { View::Internal } else { View::External }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask<'a> {
    /// The host.
    pub(super) host: &'a Fqdn,
    /// The path.
    pub(super) path: &'a str,
    /// By TLS.
    pub(super) tls: bool,
    /// The port.
    pub(super) port: Port,
    /// The client signs in with this request.
    pub(super) signs_in: bool,
}

impl<'a> Ask<'a> {
    /// A request by HTTPS, on its usual port.
    pub(super) fn https(host: &'a Fqdn, path: &'a str) -> Self {
        Self { host, path, tls: true, port: numbers().internal_https.value, signs_in: false }
    }

    /// A request by HTTP, on its usual port.
    pub(super) fn http(host: &'a Fqdn, path: &'a str) -> Self {
        Self { tls: false, port: numbers().internal_http.value, ..Self::https(host, path) }
    }
}

/// Which web site answers.
#[derive(Clone, Copy, Debug)]
pub(super) enum Site<'r> {
    /// The internal web site of a pool.
    Internal(&'r Pool),
    /// The external web site of a pool.
    External(&'r Pool),
    /// An Office Web Apps Server.
    Office,
}

impl<'r> Site<'r> {
    /// The pool, where it is one.
    pub(super) const fn pool(self) -> Option<&'r Pool> {
        match self {
            Self::Internal(pool) | Self::External(pool) => Some(pool),
            Self::Office => None,
        }
    }
}

/// The identity of a publishing rule: its proxy, its port and its name.
pub(super) fn publishing_id(rule: &PublishingRule) -> String {
    format!("publishing {} {} {}", rule.route.proxy, rule.route.listen_port, rule.public_name)
}

/// Whether one of these patterns has a path: all below it, or just it.
fn covers(patterns: &[&str], path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    patterns.iter().any(|pattern| {
        let pattern = pattern.to_ascii_lowercase();
        match pattern.strip_suffix('*') {
            Some(begin) => path.starts_with(begin) || path == begin.trim_end_matches('/'),
            None => path == pattern,
        }
    })
}

impl<'r> World<'r> {
    /// Asks a web site. Every address that the name has must answer: a client takes any of them.
    pub(super) fn ask(&self, leg: &mut Leg, asker: Asker<'_>, ask: &Ask<'_>) -> Result<Site<'r>, Broken> {
        let found = self.look_up(leg, asker.view(), ask.host)?;
        self.ask_at(leg, asker, ask, &found)
    }

    /// Asks a web site whose name was looked up.
    pub(super) fn ask_at(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        ask: &Ask<'_>,
        found: &Found,
    ) -> Result<Site<'r>, Broken> {
        let mut answers = None;
        for address in &found.addresses {
            let site = self.ask_address(leg, asker, ask, *address)?;
            answers.get_or_insert(site);
        }
        answers.ok_or(Broken)
    }

    fn ask_address(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        ask: &Ask<'_>,
        address: Address,
    ) -> Result<Site<'r>, Broken> {
        if let Some(kept) = private_network(&address).filter(|_| !asker.network.is_inside()) {
            let step = Message::new("journey-private-address").with("name", ask.host);
            let step = step.with("address", address).with("document", &kept.kept_by.value);
            return leg.end(Hop::fail(step).lacking(format!("address {address}")));
        }
        let from = Sender::Client(asker.network);
        let proxy = self.holders(address).iter().find_map(|holder| match holder {
            Holder::Proxy(proxy) => Some(*proxy),
            _ => None,
        });
        if let Some(proxy) = proxy {
            let end = End::ProxyExternal(proxy.name.given().value().clone());
            self.pass(leg, &from, &end, (Protocol::Tcp, ask.port))?;
            return self.through(leg, asker, ask, proxy);
        }
        let site = self.land(leg, &from, address, ask.port)?;
        self.greet(leg, asker, ask, (site, address))
    }

    /// Comes in at a web site inside.
    fn greet(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        ask: &Ask<'_>,
        (landed, address): (Landed<'r>, Address),
    ) -> Result<Site<'r>, Broken> {
        let (pool, port) = match landed {
            Landed::Office => return Ok(Site::Office),
            Landed::Pool(pool, port) => (pool, port),
        };
        let usual = if ask.tls { &numbers().internal_https } else { &numbers().internal_http };
        if port != usual.value {
            return leg.end(nobody_listens(ask, pool, port));
        }
        if ask.tls {
            let shown = (pool, address);
            self.believe_servers(leg, shown, "WebServicesInternal", ask.host, asker.trust)?;
        }
        Ok(Site::Internal(pool))
    }

    /// Goes through a reverse proxy.
    fn through(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        ask: &Ask<'_>,
        proxy: &'r Proxy,
    ) -> Result<Site<'r>, Broken> {
        let name = proxy.name.given().value();
        let Some(row) = self.published(name.as_str(), ask.port, ask.host.as_str()) else {
            let step = Message::new("journey-not-published").with("proxy", name);
            let step = step.with("name", ask.host).with("port", ask.port);
            let lacking = format!("publishing {name} {} {}", ask.port, ask.host);
            return leg.end(Hop::fail(step).lacking(lacking));
        };
        if let Some(id) = row.body.route.certificate.as_deref().filter(|_| ask.tls) {
            let Some(certificate) = self.certificate(id) else {
                let step = Message::new("journey-no-certificate").with("host", name).with("type", "listener");
                return leg.end(Hop::fail(step).lacking(format!("certificate {id}")));
            };
            Self::believe(leg, certificate, ask.host, asker.trust)?;
        }
        if let Some(fault) = forwarding_fault(row, ask) {
            return leg.end(Hop::fail(fault).by(row, publishing_id(&row.body)));
        }
        let route = &row.body.route;
        let step = Message::new("journey-published").with("proxy", name).with("name", ask.host);
        let step = step.with("path", ask.path).with("target", &route.target).with("port", route.target_port);
        let mut hop = Hop::pass(step).by(row, publishing_id(&row.body));
        if route.timeout_seconds < numbers().proxy_timeout.value {
            let remark = Message::new("journey-short-timeout").with("proxy", name).with("path", ask.path);
            let remark =
                remark.with("target", &route.target).counting("seconds", route.timeout_seconds as usize);
            hop = Hop::remark(remark).by(row, publishing_id(&row.body));
        }
        leg.add(hop);
        self.behind(leg, proxy, row)
    }

    /// From the proxy to the web site behind it.
    fn behind(&self, leg: &mut Leg, proxy: &Proxy, row: &'r Row<PublishingRule>) -> Result<Site<'r>, Broken> {
        let route = &row.body.route;
        let found = self.look_up(leg, View::Perimeter, &route.target)?;
        let from = Sender::Machine(End::ProxyInternal(proxy.name.given().value().clone()));
        let mut site = None;
        for address in &found.addresses {
            let (pool, port) = match self.land(leg, &from, *address, route.target_port)? {
                Landed::Office => {
                    site.get_or_insert(Site::Office);
                    continue;
                }
                Landed::Pool(pool, port) => (pool, port),
            };
            let ports = &pool.ports;
            let listening = if route.target_tls { &ports.listening_https } else { &ports.listening_http };
            if port != *listening.given().value() {
                let ask = Ask { tls: route.target_tls, ..Ask::https(&route.target, "/") };
                return leg.end(nobody_listens(&ask, pool, port).answered(listening.path()));
            }
            if route.target_tls {
                let shown = (pool, *address);
                self.believe_servers(leg, shown, "WebServicesExternal", &route.target, Trust::Everybody)?;
            }
            site.get_or_insert(Site::External(pool));
        }
        site.ok_or(Broken)
    }
}

/// What keeps a rule of a proxy from forwarding a request so that it is answered.
fn forwarding_fault(row: &Row<PublishingRule>, ask: &Ask<'_>) -> Option<Message> {
    let rule = &row.body;
    let route = &rule.route;
    let key = if route.listen_tls != ask.tls {
        "journey-wrong-scheme"
    } else if !covers(&route.paths, ask.path) {
        "journey-path-not-published"
    } else if route.preauthentication {
        "journey-preauthentication"
    } else if !route.forward_host_header {
        "journey-host-header"
    } else if ask.signs_in && !route.client_may_authenticate {
        "journey-no-sign-in"
    } else {
        return None;
    };
    Some(Message::new(key).with("proxy", &route.proxy).with("name", ask.host).with("path", ask.path))
}

fn nobody_listens(ask: &Ask<'_>, pool: &Pool, port: Port) -> Hop {
    let step = Message::new("journey-nobody-listens").with("name", ask.host);
    Hop::fail(step.with("pool", pool.fqdn.given().value()).with("port", port))
}
