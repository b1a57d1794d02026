//! Policies and click to join that do nothing, or not what somebody expects (M-226 to M-255).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
