//! What is asked over the web once everything stands (M-262 to M-272).

use super::Command;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[];
