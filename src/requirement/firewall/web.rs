//! Flows around the reverse proxies, and to the Web Services inside (M-176 to M-183).

use super::dispute::{disputes, remark};
use super::flow::{End, FirewallRule, Protocol};
use crate::catalog::numbers;
use crate::plan::Because;
use crate::requirement::Level;
use crate::requirement::balancing::is_balanced;
use crate::requirement::public_name::{PublicNames, Purpose, comes_from_wifi};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{Pool, PoolRole};

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
    Rule { id: "firewall-internal-web", facts: &["M-182", "M-297", "M-318", "E-150"], make: internal_web },
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
            End::Internet => plan.mobility.is_outside(&mut because),
            _ => comes_from_wifi(plan, &mut because),
        };
        if !is_wanted {
            continue;
        }
        let is_first = |because: &mut Because| premises.published.leads_to_proxy(proxy, because);
        let level = if tls { Level::Required } else { level_of_http(premises, &mut because, is_first) };
        // A redirection is for browsers on the Internet.
        if *from == End::Wifi && level != Level::Required {
            continue;
        }
        let disputed = disputes(maker.rule_id(), pool, tls, &mut because);
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
            source_ports: None,
            level,
            purpose: Message::new(purpose),
            behind: Vec::new(),
            disputed,
        };
        add(maker, &because, body);
    }
}

/// From a proxy to the pools that it publishes.
fn to_pools(premises: &Premises<'_>, maker: &mut Maker<'_, FirewallRule>, tls: bool, purpose: &'static str) {
    for PublicNames { proxy, pool, because, .. } in web_services(premises) {
        let mut because = because.clone();
        if !tls && pool.role == PoolRole::Director && !has_http(premises, pool, &mut because) {
            continue;
        }
        let is_first = |because: &mut Because| {
            because.either(
                |because| premises.topology.answers_first(premises.plan, pool, because),
                |because| premises.published.leads_to_partner(pool, because),
            )
        };
        let disputed = disputes(maker.rule_id(), pool, tls, &mut because);
        let body = FirewallRule {
            from: End::ProxyInternal(because.read(&proxy.name).clone()),
            to: End::of(pool, &mut because),
            protocol: Protocol::Tcp,
            ports: pool.web_port(tls, &mut because).into(),
            source_ports: None,
            level: if tls { Level::Required } else { level_of_http(premises, &mut because, is_first) },
            purpose: Message::new(purpose),
            behind: Vec::new(),
            disputed,
        };
        add(maker, &because, body);
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
    // Where both fail, neither alone could change anything.
    let is_used = because.both(is_first, |because| premises.plan.mobility.begins_with_http(because));
    if is_used { Level::Required } else { Level::Optional }
}

/// Whether a Director listens for HTTP: a load balancer has the port there only with HTTP for the first request (M-297).
fn has_http(premises: &Premises<'_>, director: &Pool, because: &mut Because) -> bool {
    because.either(
        |because| !is_balanced(director, because),
        |because| premises.plan.mobility.begins_with_http(because),
    )
}

/// From clients inside to the internal web sites. Directors are asked over HTTP only where the first request uses it.
fn internal_web(premises: &Premises<'_>, maker: &mut Maker<'_, FirewallRule>) {
    for pool in &premises.topology.pools {
        for (port, tls) in [(numbers().internal_http.value, false), (numbers().internal_https.value, true)] {
            let mut because = Because::default();
            let is_spare = !tls
                && pool.role == PoolRole::Director
                && !premises.plan.mobility.begins_with_http(&mut because);
            let disputed = disputes(maker.rule_id(), pool, tls, &mut because);
            let body = FirewallRule {
                from: End::InternalClients,
                to: End::of(pool, &mut because),
                protocol: Protocol::Tcp,
                ports: port.into(),
                source_ports: None,
                level: if is_spare { Level::Optional } else { Level::Required },
                purpose: Message::new("flow-internal-web"),
                behind: Vec::new(),
                disputed,
            };
            add(maker, &because, body);
        }
    }
}

/// Adds a flow with what is said of it.
fn add(maker: &mut Maker<'_, FirewallRule>, because: &Because, body: FirewallRule) {
    let remarks = remark(&body.disputed).into_iter().collect();
    let reason = maker.reason_with(because, &body.disputed, remarks);
    maker.add(&reason, body);
}
