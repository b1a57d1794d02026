//! Click to join and test users that do nothing, or not what they say (M-246 to M-261).

use crate::finding::{Finding, Severity};
use crate::plan::{Because, ClickToJoin, Scope};
use crate::requirement::rule::{Premises, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[NAME_EMPTY, WITHOUT_GATEWAYS, FOR_NOBODY, BY_SCOPE, FEW_TEST_USERS, FOREIGN_TEST_USER];

/// A usage, route or policy without a name.
const NAME_EMPTY: Rule<Finding> = Rule {
    id: "click-to-join-name-empty",
    facts: &["M-248", "M-249", "M-250", "M-252"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(join) = wanted(premises, &mut because) else { return };
        for answer in [&join.usage, &join.route, &join.policy] {
            let mut because = because.clone();
            let is_idle = answer.path() == join.policy.path() && *because.read(&join.scope) != Scope::User;
            if !is_idle && because.read(answer).is_empty() {
                let finding = maker.finding(Severity::Error, answer.path()).with("answer", answer.path());
                maker.tell(&because, finding);
            }
        }
    },
};

/// A route that leads to no gateway.
const WITHOUT_GATEWAYS: Rule<Finding> = Rule {
    id: "click-to-join-without-gateways",
    facts: &["M-247", "M-249"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(join) = wanted(premises, &mut because) else { return };
        if because.read(&join.gateways).is_empty() {
            let finding = maker
                .finding(Severity::Warning, join.gateways.path())
                .with("route", because.read(&join.route));
            maker.tell(&because, finding);
        }
    },
};

/// A voice policy for users that nobody is granted.
const FOR_NOBODY: Rule<Finding> = Rule {
    id: "click-to-join-for-nobody",
    facts: &["M-246", "M-251", "M-253"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(join) = wanted(premises, &mut because) else { return };
        if *because.read(&join.scope) == Scope::User && because.read(&join.grant_to).is_empty() {
            let finding = maker
                .finding(Severity::Warning, join.grant_to.path())
                .with("policy", because.read(&join.policy));
            maker.tell(&because, finding);
        }
    },
};

/// A voice policy by place, of which nobody says that it reaches people without Enterprise Voice.
const BY_SCOPE: Rule<Finding> = Rule {
    id: "click-to-join-by-scope",
    facts: &["M-246", "M-253", "M-254"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(join) = wanted(premises, &mut because) else { return };
        if *because.read(&join.scope) != Scope::User {
            let finding = maker.finding(Severity::Advice, join.scope.path());
            maker.tell(&because, finding);
        }
    },
};

fn wanted<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p ClickToJoin> {
    let join = &premises.plan.mobility.click_to_join;
    because.read(&join.enabled).then_some(join)
}

/// Too few users for the synthetic tests.
const FEW_TEST_USERS: Rule<Finding> = Rule {
    id: "few-test-users",
    facts: &["M-256", "M-258"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answer = &premises.plan.mobility.test_users;
        if let users @ ([] | [_]) = &because.read(answer)[..] {
            let finding = maker.finding(Severity::Advice, answer.path()).counting("count", users.len());
            maker.tell(&because, finding);
        }
    },
};

/// A test user whose SIP domain is none of the plan.
const FOREIGN_TEST_USER: Rule<Finding> = Rule {
    id: "foreign-test-user",
    facts: &["M-256", "M-258"],
    make: |premises, maker| {
        let plan = premises.plan;
        let answer = &plan.mobility.test_users;
        let mut because = Because::default();
        let domains = because.read(&plan.domains.sip);
        let Some(first) = domains.first() else { return };
        for user in because.read(answer) {
            let address = user.to_string();
            let own = address.rsplit_once('@').map_or("", |(_, domain)| domain);
            if !domains.iter().any(|domain| domain.as_fqdn().as_str() == own) {
                let finding = maker
                    .finding(Severity::Warning, answer.path())
                    .with("first", first)
                    .with("user", &address)
                    .with("domain", own);
                maker.tell(&because, finding);
            }
        }
    },
};
