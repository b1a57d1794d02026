//! Flows between pools, to branches and Office Web Apps Servers, and of devices to the push services (M-180 to M-195).

use super::flow::FirewallRule;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<FirewallRule>] = &[];
