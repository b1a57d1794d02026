//! Certificates: one for each Front End server, each Director and each reverse proxy (or several, M-100), two for each
//! Edge pool, that of server-to-server authentication, and those of Cloud Connector, with the reason of every name.

mod body;
mod cloud_connector;
mod edge;
mod listener;
mod names;
mod oauth;
mod profile;
mod proxy;
mod server;

pub use body::{Certificate, CertificateRole, Issuer};
pub(super) use edge::{EDGE_EXTERNAL, EDGE_INTERNAL, asked_names, external_id, internal_id};
pub use names::{CertificateName, SubjectName};
pub(super) use oauth::{OAUTH_ID, OAUTH_TYPE, first_pool_is_in_domain, is_dedicated, oauth_key};
pub(super) use profile::public_subject;
pub use profile::{Profile, SubjectParts};
pub(super) use proxy::{count_names, name_limit, sorted_by};
pub(super) use server::{has_sign_in_names, server_id};

use super::rule::{Premises, Row, Rule, apply};

/// The rules of the family, a list a file.
pub(super) const RULES: &[&[Rule<Certificate>]] =
    &[server::RULES, proxy::RULES, edge::RULES, oauth::RULES, cloud_connector::RULES];

/// All certificates, sorted by their ids.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Certificate>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by(|a, b| a.body.id.cmp(&b.body.id));
    rows
}
