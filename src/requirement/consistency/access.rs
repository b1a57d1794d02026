//! Clients inside only, outside, and by hand: what such choices leave out or ask for (M-034 to M-067, M-218 to M-225).

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[];
