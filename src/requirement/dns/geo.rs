//! GeoDNS names for paired pools (M-060).

use super::record::DnsRecord;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[];
