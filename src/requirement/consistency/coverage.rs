//! Answers that are read and kept, and from which nothing is derived yet. Each line goes when its derivation comes.

use crate::finding::{Finding, Severity};
use crate::plan::{Because, List, Path};
use crate::requirement::rule::{Maker, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[NOT_DERIVED_YET];

/// An answer that asks for something ucplan can't give yet.
const NOT_DERIVED_YET: Rule<Finding> = Rule {
    id: "not-derived-yet",
    facts: &["P-006"],
    make: |premises, maker| {
        let plan = premises.plan;
        for wanted in [
            &plan.servers.lync_server_2010_pools,
            &plan.mobility.hybrid,
            &plan.exchange.integrate,
            &plan.cloud_connector.deploy,
        ] {
            let mut because = Because::default();
            if *because.read(wanted) {
                tell(maker, &because, wanted.path());
            }
        }
        for site in &plan.sites {
            judge(maker, &site.edge_pools);
            judge(maker, &site.load_balancers);
            judge(maker, &site.office_web_apps);
            judge(maker, &site.survivable_branches);
        }
    },
};

/// A list of which any item is more than can be given.
fn judge<T>(maker: &mut Maker<'_, Finding>, list: &List<T>) {
    let mut because = Because::default();
    if !because.read(list).is_empty() {
        tell(maker, &because, list.path());
    }
}

fn tell(maker: &mut Maker<'_, Finding>, because: &Because, path: &Path) {
    let finding = maker.finding(Severity::Advice, path).with("answer", path);
    let reason = maker.reason(because);
    maker.add(&reason, finding);
}
