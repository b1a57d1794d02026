//! Certificates: one for each Front End server, each Director and each reverse proxy, two for each Edge pool, with the
//! reason of every name.

mod body;
mod edge;
mod names;
mod proxy;
mod server;

pub use body::{Certificate, CertificateRole, Issuer};
pub(super) use edge::{EDGE_EXTERNAL, EDGE_INTERNAL, asked_names, external_id};
pub use names::{CertificateName, SubjectName};
pub(super) use server::has_sign_in_names;

use super::rule::{Premises, Row, Rule, apply};

/// The rules of the family, a list a file.
pub(super) const RULES: &[&[Rule<Certificate>]] = &[server::RULES, proxy::RULES, edge::RULES];

/// All certificates, sorted by their ids.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Certificate>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by(|a, b| a.body.id.cmp(&b.body.id));
    rows
}
