//! Flows around the reverse proxies, and to the Web Services inside (M-176 to M-183).

use super::flow::{End, FirewallRule, Protocol};
use crate::catalog::numbers;
use crate::plan::{Access, Autodiscover, Because, InitialRequest};
use crate::requirement::Level;
use crate::requirement::public_name::{PublicNames, Purpose};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<FirewallRule>] = &[
    Rule {
        id: "firewall-internet-https",
        facts: &["M-082", "M-176"],
        make: |premises, maker| listener(premises, maker, &End::Internet, true, "flow-publishing"),
    },
    Rule {
        id: "firewall-internet-http",
        facts: &["M-082", "M-177"],
        make: |premises, maker| listener(premises, maker, &End::Internet, false, "flow-first-request"),
    },
    Rule {
        id: "firewall-wifi-https",
        facts: &["M-033", "M-065", "M-183"],
        make: |premises, maker| listener(premises, maker, &End::Wifi, true, "flow-hairpin"),
    },
    Rule {
        id: "firewall-wifi-http",
        facts: &["M-065", "M-183"],
        make: |premises, maker| listener(premises, maker, &End::Wifi, false, "flow-first-request"),
    },
    Rule {
        id: "firewall-proxy-https",
        facts: &["M-082", "M-136", "M-170", "M-178", "M-297", "E-150", "E-152"],
        make: |premises, maker| to_pools(premises, maker, true, "flow-bridging"),
    },
    Rule {
        id: "firewall-proxy-http",
        facts: &["M-082", "M-179", "M-297", "E-150", "E-152"],
        make: |premises, maker| to_pools(premises, maker, false, "flow-first-request"),
    },
    Rule { id: "firewall-internal-web", facts: &["M-182", "M-318", "E-150"], make: internal_web },
];

/// From the Internet or from Wi-Fi to the listeners of a proxy.
fn listener(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, FirewallRule>,
    from: &End,
    tls: bool,
    purpose: &'static str,
) {
    for PublicNames { proxy, pool, because, .. } in web_services(premises) {
        let mut because = because.clone();
        let plan = premises.plan;
        let is_wanted = match from {
            End::Internet => *because.read(&plan.mobility.access) == Access::InternalAndExternal,
            _ => *because.read(&plan.clients.internal_wifi),
        };
        if !is_wanted {
            continue;
        }
        let is_first = |because: &mut Because| premises.published.leads_to_proxy(proxy, because);
        let body = FirewallRule {
            from: from.clone(),
            to: End::ProxyExternal(because.read(&proxy.name).clone()),
            protocol: Protocol::Tcp,
            ports: (*because.read(if tls {
                &pool.ports.published_https
            } else {
                &pool.ports.published_http
            }))
            .into(),
            level: if tls { Level::Required } else { level_of_http(premises, &mut because, is_first) },
            purpose: Message::new(purpose),
        };
        let reason = maker.reason(&because);
        maker.add(&reason, body);
    }
}

/// From a proxy to the pools that it publishes.
fn to_pools(premises: &Premises<'_>, maker: &mut Maker<'_, FirewallRule>, tls: bool, purpose: &'static str) {
    for PublicNames { proxy, pool, because, .. } in web_services(premises) {
        let mut because = because.clone();
        let is_first = |because: &mut Because| {
            because.either(
                |because| premises.topology.answers_first(premises.plan, pool, because),
                |because| premises.published.leads_to_partner(pool, because),
            )
        };
        let body = FirewallRule {
            from: End::ProxyInternal(because.read(&proxy.name).clone()),
            to: End::of(pool, &mut because),
            protocol: Protocol::Tcp,
            ports: pool.web_port(tls, &mut because).into(),
            level: if tls { Level::Required } else { level_of_http(premises, &mut because, is_first) },
            purpose: Message::new(purpose),
        };
        let reason = maker.reason(&because);
        maker.add(&reason, body);
    }
}

/// Whatever else is published travels with the Web Services of the same pool.
fn web_services<'p>(premises: &Premises<'p>) -> impl Iterator<Item = &'p PublicNames<'p>> {
    premises.published.groups.iter().filter(|group| group.purpose == Purpose::WebServices)
}

/// Required where the first request uses HTTP and comes this way, else only if somebody wants a redirection (M-177, M-179).
fn level_of_http(
    premises: &Premises<'_>,
    because: &mut Because,
    is_first: impl Fn(&mut Because) -> bool,
) -> Level {
    let mobility = &premises.plan.mobility;
    let is_plain = |because: &mut Because| {
        *because.read(&mobility.access) == Access::InternalAndExternal
            && *because.read(&mobility.autodiscover) == Autodiscover::Automatic
            && *because.read(&mobility.initial_request) == InitialRequest::Http
    };
    // Where both fail, neither alone could change anything.
    let is_unused = because.either(|because| !is_first(because), |because| !is_plain(because));
    if is_unused { Level::Optional } else { Level::Required }
}

/// From clients inside to the internal web sites.
fn internal_web(premises: &Premises<'_>, maker: &mut Maker<'_, FirewallRule>) {
    for pool in &premises.topology.pools {
        for port in [numbers().internal_http.value, numbers().internal_https.value] {
            let mut because = Because::default();
            let body = FirewallRule {
                from: End::InternalClients,
                to: End::of(pool, &mut because),
                protocol: Protocol::Tcp,
                ports: port.into(),
                level: Level::Required,
                purpose: Message::new("flow-internal-web"),
            };
            let reason = maker.reason(&because);
            maker.add(&reason, body);
        }
    }
}
