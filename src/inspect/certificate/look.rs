//! A certificate that exists beside what a plan knows of it.

use super::body::ExistingCertificate;
use super::chain::{Chains, Leaf};
use super::fit::NameFit;
use super::role::{Demands, is_public};
use crate::finding::Severity;
use crate::requirement::Certificate;
use crate::value::Date;

/// What a rule found.
#[derive(Default)]
pub(super) struct Found {
    /// What it speaks of.
    pub(super) value: String,
    /// How many there are, where there may be more than are told.
    pub(super) count: usize,
    /// How bad it is here, where that is not what the rule says.
    pub(super) severity: Option<Severity>,
    /// The facts that state it here, where they are not all of the rule's.
    pub(super) facts: Option<&'static [&'static str]>,
}

impl Found {
    pub(super) fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), ..Self::default() }
    }

    /// A list of which the first few are told.
    pub(super) fn list(all: &[String]) -> Option<Self> {
        let few = all.iter().take(FEW).cloned().collect::<Vec<_>>().join(", ");
        let value = if all.len() > FEW { format!("{few}, …") } else { few };
        (!all.is_empty()).then(|| Self { value, count: all.len(), ..Self::default() })
    }

    pub(super) fn rated(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    pub(super) fn by(mut self, facts: &'static [&'static str]) -> Self {
        self.facts = Some(facts);
        self
    }
}

/// So many names are told at once; the whole lists are told beside.
const FEW: usize = 6;

/// A certificate of a file.
pub(super) struct Look<'a> {
    /// All that the file holds.
    pub(super) file: &'a [ExistingCertificate],
    pub(super) chains: &'a Chains,
    pub(super) leaf: &'a Leaf,
    /// The day on which everything is judged.
    pub(super) go_live: Date,
    /// What it is held against.
    pub(super) held: Option<Held<'a>>,
}

/// The requirement that a certificate is held against.
pub(super) struct Held<'a> {
    pub(super) required: &'a Certificate,
    pub(super) demands: Demands,
    pub(super) fit: &'a NameFit,
}

impl<'a> Look<'a> {
    pub(super) fn own(&self) -> &'a ExistingCertificate {
        &self.file[self.leaf.at()]
    }
}

impl Held<'_> {
    /// Whether a public authority is to sign it.
    pub(super) fn is_public(&self) -> bool {
        is_public(self.required)
    }
}
