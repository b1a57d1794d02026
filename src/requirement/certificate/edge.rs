//! Certificates of Edge pools, for the outside and for the inside (E-170 to E-174).

use super::body::Certificate;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[];
