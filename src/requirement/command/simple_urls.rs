//! The simple URLs, put into the topology (M-078, M-079, E-216, E-217).

use super::Command;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[];
