//! Pools that a fact forbids: interfaces, pairs (M-013, M-060, M-307).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
