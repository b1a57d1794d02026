//! Federation at the Access Edge, for push, partners and hybrid deployments: one line for all of them (M-204, M-206,
//! M-211, E-190).

use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, Federation};
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
        let is_discovered = |federation| federation == Federation::Discovered;
        let discovers = is_hybrid || any(premises, &premises.topology.edges, &mut because, &is_discovered);
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
fn is_wanted(premises: &Premises<'_>, because: &mut Because) -> bool {
    because.either(
        |because| *because.read(&premises.plan.mobility.push.enabled),
        |because| {
            let is_open = |federation| federation != Federation::Closed;
            any(premises, &premises.topology.edges, because, &is_open)
        },
    )
}

/// Whether the federation of any of these Edge pools is such. Where none is, it also matters that there are no others.
fn any(
    premises: &Premises<'_>,
    edges: &[Edge],
    because: &mut Because,
    is_such: &dyn Fn(Federation) -> bool,
) -> bool {
    let [first, rest @ ..] = edges else {
        for site in because.read(&premises.plan.sites) {
            because.read(&site.edge_pools);
        }
        return false;
    };
    because.either(
        |because| is_such(*because.read(&first.pool.federation)),
        |because| any(premises, rest, because, is_such),
    )
}
