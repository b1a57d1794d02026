//! Federation at the Access Edge, for push, partners and hybrid deployments (M-204, M-206, M-211, E-190).

use super::Command;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[];
