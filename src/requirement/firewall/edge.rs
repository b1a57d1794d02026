//! Flows of the Edge pools, to the Internet and to the servers inside (E-100 to E-143).

use super::flow::FirewallRule;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<FirewallRule>] = &[];
