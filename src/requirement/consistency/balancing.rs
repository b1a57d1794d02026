//! Load balancing that a fact forbids, or that asks for a word (M-158 to M-175, M-295).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
