//! Edge pools that a fact forbids, or that lack something (E-001 to E-010, E-201).

mod addresses;
mod choices;
mod names;

use crate::finding::Finding;
use crate::requirement::rule::Rule;

/// The rules of this folder, a list a file.
pub(super) const NAMES: &[Rule<Finding>] = names::RULES;

/// See [`NAMES`].
pub(super) const ADDRESSES: &[Rule<Finding>] = addresses::RULES;

/// See [`NAMES`].
pub(super) const CHOICES: &[Rule<Finding>] = choices::RULES;
