//! The Web Services of pools, which only hardware can balance (M-158).

use super::{BalancingRule, Persistence, Side, idle_timeout, members};
use crate::catalog::{balancing, numbers};
use crate::plan::{Because, LoadBalancing};
use crate::requirement::Protocol;
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{Pool, PoolRole, WebSide};
use crate::value::Port;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<BalancingRule>] = &[
    Rule {
        id: "balancing-web-internal",
        facts: &["M-158", "M-160", "M-161", "M-167", "M-168", "M-169", "M-170", "M-171", "M-297"],
        make: |premises, maker| make(premises, maker, Side::Internal),
    },
    Rule {
        id: "balancing-web-external",
        facts: &["M-082", "M-158", "M-162", "M-167", "M-168", "M-169", "M-170", "M-172", "M-297"],
        make: |premises, maker| make(premises, maker, Side::External),
    },
];

/// Whether hardware balances the Web Services of a pool. A Standard Edition server is never balanced (M-158).
pub(in crate::requirement) fn is_balanced(pool: &Pool, because: &mut Because) -> bool {
    !pool.is_standard(because) && *because.read(&pool.load_balancing) != LoadBalancing::None
}

fn make(premises: &Premises<'_>, maker: &mut Maker<'_, BalancingRule>, side: Side) {
    for pool in &premises.topology.pools {
        let mut because = Because::default();
        if !is_balanced(pool, &mut because) {
            continue;
        }
        let (persistence, how) = persistence(premises, side, &mut because);
        for tls in [true, false] {
            let mut because = because.clone();
            // Only with HTTP Directors have the ports of HTTP (M-297).
            let lacks_http = !tls && pool.role == PoolRole::Director;
            if lacks_http && !premises.plan.mobility.begins_with_http(&mut because) {
                continue;
            }
            let mut facts: Vec<&'static str> =
                how.iter().chain(ports_stated(pool, &mut because)).copied().collect();
            let remarks = remarks(pool, side, tls, persistence, &mut facts);
            let (listen_port, member_port) = ports(pool, side, tls, &mut because);
            for address in because.read(&web_side(pool, side).addresses) {
                let mut because = because.clone();
                let body = BalancingRule {
                    balancer: because.read(&pool.balancer).clone(),
                    pool: because.read(&pool.fqdn).clone(),
                    side,
                    address: *address,
                    protocol: Protocol::Tcp,
                    listen_port,
                    member_port,
                    members: members(&pool.servers, *address, &mut because),
                    persistence,
                    monitor_port: balancing().monitor.value,
                    idle_timeout_seconds: idle_timeout(),
                };
                let reason = maker.reason_with(&because, &facts, remarks.clone());
                maker.add(&reason, body);
            }
        }
    }
}

const fn web_side(pool: &Pool, side: Side) -> &WebSide {
    match side {
        Side::Internal => &pool.internal,
        Side::External => &pool.external,
    }
}

/// How requests of one client stay with one member, and the facts that state it: inside by their source in every case
/// (M-161), outside by cookies only while pools of Lync Server 2010 stay (M-162).
fn persistence(
    premises: &Premises<'_>,
    side: Side,
    because: &mut Because,
) -> (Persistence, &'static [&'static str]) {
    match side {
        Side::Internal => (Persistence::SourceAddress, &[]),
        Side::External if *because.read(&premises.plan.servers.lync_server_2010_pools) => {
            (Persistence::Cookie, &["M-163", "M-164", "M-165", "M-317"])
        }
        Side::External => (Persistence::SourceAddress, &["M-134", "M-159", "M-295"]),
    }
}

/// The facts that list the ports of such a pool.
fn ports_stated(pool: &Pool, because: &mut Because) -> &'static [&'static str] {
    match *because.read(&pool.load_balancing) {
        LoadBalancing::Hardware => &["M-174"],
        _ => &["M-173", "E-154"],
    }
}

/// The port of the virtual address, and that of the members. Outside, either the proxy or the balancer turns the one
/// into the other (M-297).
fn ports(pool: &Pool, side: Side, tls: bool, because: &mut Because) -> (Port, Port) {
    match side {
        Side::Internal => {
            let port = if tls { numbers().internal_https.value } else { numbers().internal_http.value };
            (port, port)
        }
        Side::External => {
            let listening = if tls { &pool.ports.listening_https } else { &pool.ports.listening_http };
            (pool.web_port(tls, because), *because.read(listening))
        }
    }
}

/// What else is to be said, and the facts behind it.
fn remarks(
    pool: &Pool,
    side: Side,
    tls: bool,
    persistence: Persistence,
    facts: &mut Vec<&'static str>,
) -> Vec<Message> {
    let mut remarks =
        vec![Message::new("remark-no-direct-server-return"), Message::new("remark-each-request-balanced")];
    if persistence == Persistence::Cookie {
        remarks.push(Message::new("remark-cookie").with("cookie", &balancing().cookie.value));
    } else if side == Side::External {
        remarks.push(Message::new("remark-all-from-the-proxy"));
    }
    if side == Side::External && tls {
        remarks.push(Message::new("remark-forward-host-header"));
        facts.extend(["M-166", "M-296"]);
    }
    if side == Side::External && !tls && pool.role == PoolRole::FrontEnd {
        remarks.push(Message::new("remark-root-certificates"));
        facts.push("M-175");
    }
    remarks
}
