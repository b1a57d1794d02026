//! Clients and versions that do not go together (M-005 to M-011, M-140, M-339, M-340).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
