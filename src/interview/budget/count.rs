//! What a plan takes of public names: counted from what was derived, never predicted.

use std::collections::BTreeMap;

use super::WayKind;
use crate::plan::Plan;
use crate::requirement::{Certificate, CertificateRole, Requirements, Row};
use crate::topology::Topology;

/// The code of what is found where a certificate has more names than the authority signs.
pub(super) const OVER: &str = "certificate-name-limit";

/// What a plan takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Names on the certificates of all reverse proxies.
    pub names: usize,
    /// These certificates.
    pub certificates: usize,
    /// How many of them have more names than the authority signs.
    pub over: usize,
    /// How many it would take to keep to the limit, where some are over it.
    pub takes: Option<usize>,
    /// Publishing rules.
    pub rules: usize,
    /// DNS records.
    pub records: usize,
}

impl Count {
    pub(super) fn of(requirements: &Requirements, plan: &Plan, limit: usize) -> Self {
        let names = names_by_certificate(&requirements.certificates);
        let over = names.values().filter(|names| **names > limit).count();
        Self {
            names: names.values().sum(),
            certificates: names.len(),
            over,
            takes: if over == 0 { None } else { Some(takes(plan)) },
            rules: requirements.publishing.len(),
            records: requirements.dns.len(),
        }
    }

    /// How many certificates are signed: those that are planned, or as many as it takes.
    #[must_use]
    pub fn signed(&self) -> usize {
        self.takes.unwrap_or(self.certificates)
    }
}

/// The names of each certificate of a reverse proxy, by proxy and identity.
pub(super) fn names_by_certificate(certificates: &[Row<Certificate>]) -> BTreeMap<(String, String), usize> {
    let own = certificates.iter().filter(|row| row.body.role == CertificateRole::ReverseProxy);
    own.map(|row| ((row.body.hosts.concat(), row.body.id.clone()), row.body.name_count())).collect()
}

/// The certificates of a plan, and nothing else.
pub(super) fn certificates(plan: &Plan) -> Vec<Row<Certificate>> {
    Requirements::certificates(plan, &Topology::of(plan))
}

/// How many certificates the proxies have where the authority's limit decides.
fn takes(plan: &Plan) -> usize {
    names_by_certificate(&certificates(&WayKind::ByLimit.of(plan))).len()
}
