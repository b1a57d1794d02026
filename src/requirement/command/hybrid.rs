//! Autodiscover where online and local users share a SIP domain (M-069, M-283, M-284).

use super::Command;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[];
