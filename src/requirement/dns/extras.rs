//! Office Web Apps Servers, hybrid deployments, and what the perimeter has to resolve (M-053, M-138, E-041 to E-043).

use super::record::DnsRecord;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[];
