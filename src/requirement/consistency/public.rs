//! Public names and addresses that no public authority or name server can serve (D-004, D-005).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
