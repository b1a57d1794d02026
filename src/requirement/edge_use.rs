//! What an Edge pool is used for. Flows, balancing and findings about it all start from this.

use super::rule::Premises;
use crate::catalog::{EdgeFlow, EdgeUse};
use crate::plan::{Access, Because, Federation};
use crate::topology::Edge;
use crate::value::Port;

/// Whether an Edge pool is used for something.
pub(super) fn is_used(premises: &Premises<'_>, edge: &Edge, wanted: EdgeUse, because: &mut Because) -> bool {
    let mobility = &premises.plan.mobility;
    let clients = |because: &mut Because| *because.read(&mobility.access) == Access::InternalAndExternal;
    let partners = |because: &mut Because| *because.read(&edge.pool.federation) != Federation::Closed;
    let online = |because: &mut Because| *because.read(&mobility.hybrid);
    match wanted {
        EdgeUse::Always => true,
        EdgeUse::Clients => clients(because),
        EdgeUse::Media => because.either(clients, partners),
        // The push service is reached by federation too (M-189, M-197).
        EdgeUse::Federation => because.either(
            |because| *because.read(&mobility.push.enabled),
            |because| because.either(partners, online),
        ),
        EdgeUse::Xmpp => {
            *because.read(&edge.pool.xmpp) && because.read(&premises.plan.servers.version).has_xmpp()
        }
    }
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
