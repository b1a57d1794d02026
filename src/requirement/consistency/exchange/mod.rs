//! What contradicts a fact about Exchange integration, and what is missing for it.

mod contacts;
mod features;
mod names;
mod online;
mod outlook_web;
mod references;
mod trust;
mod voice_mail;

use crate::finding::Finding;
use crate::plan::Because;
use crate::requirement::rule::{Premises, Rule};
use crate::topology::Combination;

/// The rules of this folder, a list a file.
pub(super) const FEATURES: &[Rule<Finding>] = features::RULES;
pub(super) const CONTACTS: &[Rule<Finding>] = contacts::RULES;
pub(super) const NAMES: &[Rule<Finding>] = names::RULES;
pub(super) const TRUST: &[Rule<Finding>] = trust::RULES;
pub(super) const ONLINE: &[Rule<Finding>] = online::RULES;
pub(super) const OUTLOOK_WEB: &[Rule<Finding>] = outlook_web::RULES;
pub(super) const VOICE_MAIL: &[Rule<Finding>] = voice_mail::RULES;
pub(super) const REFERENCES: &[Rule<Finding>] = references::RULES;

/// Whether Exchange is integrated.
fn is_integrated(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.exchange.integrate)
}

/// Whether Exchange is integrated with pools that stand here.
fn is_with_pools(premises: &Premises<'_>, because: &mut Because) -> bool {
    is_integrated(premises, because) && premises.plan.exchange.is_skype_here(because)
}

/// Whether the plan is of this column of the matrix.
fn is_in(premises: &Premises<'_>, combination: Combination, because: &mut Because) -> bool {
    is_integrated(premises, because) && premises.topology.exchange.combination(because) == combination
}
