//! The names of Edge pools outside and inside, and the services by which others find them (E-020 to E-028, M-056).

use super::record::DnsRecord;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[];
