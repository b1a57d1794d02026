//! Flows that firewalls must let pass.

mod cloud_connector;
mod dispute;
mod edge;
mod exchange;
mod flow;
mod other;
mod web;

pub use flow::{End, FirewallRule, Ports, Protocol};

use super::rule::{Premises, Row, Rule, apply, each_once};

/// The rules of the family, a list a file.
pub(super) const RULES: &[&[Rule<FirewallRule>]] =
    &[web::RULES, edge::RULES, other::RULES, cloud_connector::RULES, exchange::RULES];

/// All flows, sorted by ends and ports, each once.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<FirewallRule>> {
    let identity = |flow: &FirewallRule| {
        (flow.from.to_string(), flow.to.to_string(), flow.protocol, flow.ports, flow.source_ports)
    };
    each_once(apply(RULES, premises), identity, merge)
}

/// One flow that several rules ask for: the strongest level, and whatever holds for one of them.
fn merge(kept: &mut FirewallRule, later: &FirewallRule) {
    kept.level = kept.level.min(later.level);
    kept.behind.extend(&later.behind);
    kept.disputed.extend(&later.disputed);
    kept.disputed.sort_unstable();
    kept.disputed.dedup();
}
