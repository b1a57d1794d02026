//! Simple URLs that a fact forbids (M-072 to M-079, E-210 to E-216).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
