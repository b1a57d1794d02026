//! Support and certificates on the day of going live (D-001 to D-008).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
