//! What the authority makes of a request (D-001, D-003, D-006, D-009 to D-011).

use crate::catalog::{CommonName, SignedSubject, fits_common_name};
use crate::plan::{Because, Plan};
use crate::requirement::rule::Premises;
use crate::value::{Fqdn, FreeText};

/// What of the subject is asked for besides the common name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectParts {
    /// Everything that the plan says.
    All,
    /// Everything but the organizational unit (D-010).
    Organization,
    /// Nothing (D-011).
    None,
}

impl SubjectParts {
    /// The parts of a request's subject, less the common name, in their order: X.500's short name, the product's
    /// parameter, the text.
    pub fn of<'p>(
        self,
        plan: &'p Plan,
        because: &mut Because,
    ) -> Vec<(&'static str, &'static str, &'p FreeText)> {
        match self {
            Self::None => Vec::new(),
            Self::Organization => plan.certificates.subject.parts(false, because),
            Self::All => plan.certificates.subject.parts(true, because),
        }
    }
}

/// What the authority signs of a request, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Whether it has a common name: some authorities sign none, and none signs a long one (D-004, D-006).
    pub has_common_name: bool,
    /// What else its subject has.
    pub subject: SubjectParts,
    /// The longest validity on the day of going live, in days; none where the company's own authority decides, or where
    /// that day is not said (D-001, D-009).
    pub longest_days: Option<u16>,
}

impl Profile {
    /// That of the company's own authority.
    pub(super) fn of_internal(subject: &Fqdn) -> Self {
        Self {
            has_common_name: fits_common_name(subject.as_str()),
            subject: SubjectParts::All,
            longest_days: None,
        }
    }

    /// That of the public authority.
    pub(super) fn of_public(premises: &Premises<'_>, subject: &Fqdn, because: &mut Because) -> Self {
        let authority = because.read(&premises.plan.certificates.public_ca).authority();
        let longest_days = premises.go_live(because).map(|day| authority.days(day));
        Self {
            has_common_name: authority.common_name.value == CommonName::Optional
                && fits_common_name(subject.as_str()),
            subject: public_subject(premises, because),
            longest_days,
        }
    }
}

/// What the public authority signs of a subject besides the common name.
pub(in crate::requirement) fn public_subject(premises: &Premises<'_>, because: &mut Because) -> SubjectParts {
    match because.read(&premises.plan.certificates.public_ca).authority().subject.value {
        SignedSubject::Organization => SubjectParts::Organization,
        SignedSubject::Domain => SubjectParts::None,
    }
}
