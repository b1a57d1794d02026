//! Flows that firewalls must let pass.

mod edge;
mod flow;
mod other;
mod web;

pub use flow::{End, FirewallRule, Ports, Protocol};

use super::rule::{Premises, Row, Rule, apply};

/// The rules of the family, a list a file.
pub(super) const RULES: &[&[Rule<FirewallRule>]] = &[web::RULES, edge::RULES, other::RULES];

/// All flows, sorted by ends and ports, each once.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<FirewallRule>> {
    let mut rows = apply(RULES, premises);
    let identity = |row: &Row<FirewallRule>| {
        let flow = &row.body;
        (flow.from.to_string(), flow.to.to_string(), flow.protocol, flow.ports)
    };
    rows.sort_by_cached_key(identity);
    rows.dedup_by(|later, kept| {
        let is_same = identity(later) == identity(kept);
        if is_same {
            kept.body.level = kept.body.level.min(later.body.level);
            kept.reason = kept.reason.and(&later.reason);
        }
        is_same
    });
    rows
}
