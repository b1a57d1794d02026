//! Federation at the Access Edge, for push, partners and hybrid deployments: one line for all of them (M-204, M-206,
//! M-211, E-190).

use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, Federation};
use crate::requirement::edge_use::{any_edge, is_discovered, is_pushed};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::topology::Edge;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[ACCESS_EDGE];

/// The settings of the Access Edge. Access from outside is on by default (E-191); a hybrid deployment says so once more.
const ACCESS_EDGE: Rule<Command> = Rule {
    id: "command-federation",
    facts: &["M-197", "M-204", "M-206", "M-211", "E-190", "E-191", "E-194", "E-197"],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_hybrid = *because.read(&premises.plan.mobility.hybrid);
        if !is_hybrid && !is_wanted(premises, &mut because) {
            return;
        }
        let discovers = is_hybrid || any_edge(premises, &mut because, &is_discovered);
        let mut call = Call::new("Set-CsAccessEdgeConfiguration");
        let mut remarks = vec![Message::new("remark-federation-before")];
        if is_hybrid {
            call = call.with("AllowOutsideUsers", Value::Bool(true));
            remarks.push(Message::new("remark-hybrid-lists"));
        }
        if !discovers {
            remarks.push(Message::new("remark-no-discovery"));
        }
        let command = Command::anywhere(
            Stage::Federation,
            federation(call, true, discovers),
            Some(federation(Call::new("Set-CsAccessEdgeConfiguration"), false, false)),
        );
        add(maker, &because, remarks, command.checked(Call::new("Get-CsAccessEdgeConfiguration")));
    },
};

/// Partner discovery goes with routing by SRV records, without which no hosting provider is reached (M-204, M-211).
fn federation(call: Call, is_on: bool, discovers: bool) -> Call {
    call.with("AllowFederatedUsers", Value::Bool(is_on))
        .with("EnablePartnerDiscovery", Value::Bool(discovers))
        .with("UseDnsSrvRouting", Value::Switch)
}

/// Push or partners want it.
pub(super) fn is_wanted(premises: &Premises<'_>, because: &mut Because) -> bool {
    because.either(
        |because| is_pushed(premises.plan, because),
        |because| {
            let is_open = |edge: &Edge, because: &mut Because| {
                *because.read(&edge.pool.federation) != Federation::Closed
            };
            any_edge(premises, because, &is_open)
        },
    )
}
