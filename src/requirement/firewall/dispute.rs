//! Flows that sources disagree on: they stay as the facts recommend, and are marked.

use crate::catalog::{About, disputes_of};
use crate::plan::Because;
use crate::requirement::balancing::is_balanced;
use crate::text::Message;
use crate::topology::{Pool, PoolRole};

/// The facts that tell of a dispute on the flow of a rule to a pool, or on its behalf to a proxy.
pub(super) fn disputes(rule: &str, pool: &Pool, tls: bool, because: &mut Because) -> Vec<&'static str> {
    let is_director = pool.role == PoolRole::Director;
    let mut is_about = |about: About| match about {
        About::All => true,
        About::Directors => is_director,
        About::BalancedHttp => !tls && is_balanced(pool, because),
        About::BalancedDirectorsHttp => is_director && !tls && is_balanced(pool, because),
    };
    disputes_of(rule).filter(|dispute| is_about(dispute.about)).map(|dispute| dispute.fact.as_str()).collect()
}

/// What is said of a flow that sources disagree on.
pub(super) fn remark(disputed: &[&'static str]) -> Option<Message> {
    (!disputed.is_empty()).then(|| Message::new("remark-disputed").with("facts", disputed.join(", ")))
}
