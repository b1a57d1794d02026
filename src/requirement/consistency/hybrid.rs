//! Users online and here in one SIP domain: what that needs (M-069, M-279, M-283, M-284, E-190 to E-194).

use crate::finding::{Finding, Severity};
use crate::plan::{Because, Federation};
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[ONLINE_RETIRED, NEEDS_EDGE, NEEDS_DISCOVERY];

/// The service that the documents speak of is retired.
const ONLINE_RETIRED: Rule<Finding> = Rule {
    id: "hybrid-online-retired",
    facts: &["M-069", "M-279", "M-284", "E-060"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answer = &premises.plan.mobility.hybrid;
        if *because.read(answer) {
            let finding = maker.finding(Severity::Warning, answer.path());
            maker.tell(&because, finding);
        }
    },
};

/// No Edge through which the two sides could meet.
const NEEDS_EDGE: Rule<Finding> = Rule {
    id: "hybrid-needs-edge",
    facts: &["E-041", "E-190", "E-194"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !*because.read(&plan.mobility.hybrid) {
            return;
        }
        because.note(plan.sites.path());
        if premises.topology.edges.is_empty() {
            let finding = maker.finding(Severity::Error, plan.mobility.hybrid.path());
            maker.tell(&because, finding);
        }
    },
};

/// An Edge pool that is not found by partners, as hybrid wants it.
const NEEDS_DISCOVERY: Rule<Finding> = Rule {
    id: "hybrid-needs-discovery",
    facts: &["E-190", "E-191", "E-194"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let federation = because.read(&edge.pool.federation);
            if *because.read(&premises.plan.mobility.hybrid) && *federation != Federation::Discovered {
                let finding = maker
                    .finding(Severity::Warning, edge.pool.federation.path())
                    .with("federation", federation.word())
                    .with("edge", because.read(&edge.pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};
