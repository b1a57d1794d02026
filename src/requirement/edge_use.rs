//! What an Edge pool is used for. Flows, balancing and findings about it all start from this.

use super::rule::Premises;
use crate::catalog::{EdgeFlow, EdgeUse};
use crate::plan::{Because, Federation, Plan};
use crate::topology::Edge;
use crate::value::Port;

/// Whether an Edge pool is used for something.
pub(super) fn is_used(premises: &Premises<'_>, edge: &Edge, wanted: EdgeUse, because: &mut Because) -> bool {
    let mobility = &premises.plan.mobility;
    let clients = |because: &mut Because| mobility.is_outside(because);
    let partners = |because: &mut Because| *because.read(&edge.pool.federation) != Federation::Closed;
    let online = |because: &mut Because| *because.read(&mobility.hybrid);
    match wanted {
        EdgeUse::Always => true,
        EdgeUse::Clients => clients(because),
        EdgeUse::Media => because.either(clients, partners),
        // The push service is reached by federation too (M-189, M-197).
        EdgeUse::Federation => because
            .either(|because| is_pushed(premises.plan, because), |because| because.either(partners, online)),
        EdgeUse::Xmpp => {
            *because.read(&edge.pool.xmpp) && because.read(&premises.plan.servers.version).has_xmpp()
        }
    }
}

/// Whether an Edge pool is used for anything: clients outside, push, partners, online users.
pub(super) fn is_needed(premises: &Premises<'_>, edge: &Edge, because: &mut Because) -> bool {
    let is_used = |wanted| move |because: &mut Because| is_used(premises, edge, wanted, because);
    because.either(is_used(EdgeUse::Clients), |because| {
        because.either(is_used(EdgeUse::Federation), is_used(EdgeUse::Xmpp))
    })
}

/// Whether notifications are pushed: somebody wants them, and a client needs them (M-056, M-200).
pub(super) fn is_pushed(plan: &Plan, because: &mut Because) -> bool {
    because.both(
        |because| *because.read(&plan.mobility.push.enabled),
        |because| plan.clients.need_push(&plan.servers, because),
    )
}

/// Whether devices on Wi-Fi shall be sent notifications: which of them are is a matter of the clients (M-187, M-188).
pub(super) fn is_pushed_over_wifi(plan: &Plan, because: &mut Because) -> bool {
    let push = &plan.mobility.push;
    *because.read(&push.enabled)
        && *because.read(&push.over_wifi)
        && *because.read(&plan.clients.internal_wifi)
}

/// Whether partners find an Edge pool by themselves.
pub(super) fn is_discovered(edge: &Edge, because: &mut Because) -> bool {
    *because.read(&edge.pool.federation) == Federation::Discovered
}

/// Whether any Edge pool is such. Where none is, it also matters that there are no others.
pub(super) fn any_edge(
    premises: &Premises<'_>,
    because: &mut Because,
    is_such: &dyn Fn(&Edge, &mut Because) -> bool,
) -> bool {
    any_of(premises, &premises.topology.edges, because, is_such)
}

fn any_of(
    premises: &Premises<'_>,
    edges: &[Edge],
    because: &mut Because,
    is_such: &dyn Fn(&Edge, &mut Because) -> bool,
) -> bool {
    let [first, rest @ ..] = edges else {
        for site in because.read(&premises.plan.sites) {
            because.read(&site.edge_pools);
        }
        return false;
    };
    because.either(|because| is_such(first, because), |because| any_of(premises, rest, because, is_such))
}

/// The port of a flow, or the first of them: another where all services of the pool share one address, which is a fact of
/// its own.
pub(super) fn port(
    flow: &EdgeFlow,
    edge: &Edge,
    facts: &mut Vec<&'static str>,
    because: &mut Because,
) -> Port {
    match flow.single_address {
        Some(port) if *because.read(&edge.pool.single_address) => {
            facts.push("E-158");
            port
        }
        _ => flow.port,
    }
}
