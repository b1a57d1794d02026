//! Answers that are read and kept, and from which nothing is derived yet. Each line goes when its derivation comes.

use crate::finding::{Finding, Severity};
use crate::plan::Because;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[NOT_DERIVED_YET];

/// An answer that asks for something ucplan can't give yet.
const NOT_DERIVED_YET: Rule<Finding> = Rule {
    id: "not-derived-yet",
    facts: &["P-006"],
    make: |premises, maker| {
        let plan = premises.plan;
        for wanted in [&plan.exchange.integrate, &plan.cloud_connector.deploy] {
            let mut because = Because::default();
            if *because.read(wanted) {
                let finding = maker.finding(Severity::Advice, wanted.path()).with("answer", wanted.path());
                maker.tell(&because, finding);
            }
        }
    },
};
