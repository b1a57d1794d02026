//! Edge pools that a fact forbids, or that lack something (E-001 to E-010, E-201).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
