//! A certificate that somebody has to have.

use std::sync::Arc;

use serde::Serialize;

use super::names::CertificateName;
use super::profile::Profile;
use crate::plan::{KeyKind, KeysMade};
use crate::value::Fqdn;

/// Who needs a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CertificateRole {
    /// A server of a Front End pool, or a Standard Edition server.
    FrontEnd,
    /// A Director.
    Director,
    /// A reverse proxy.
    ReverseProxy,
    /// An Edge pool, outside.
    EdgeExternal,
    /// An Edge pool, inside.
    EdgeInternal,
    /// Server-to-server authentication, on every Front End Server.
    Oauth,
    /// The Edge Servers of a Cloud Connector site.
    CloudConnectorEdge,
    /// A gateway to the telephone network that speaks TLS.
    PstnGateway,
}

/// Who signs a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Issuer {
    /// A public certification authority.
    Public,
    /// The company's own.
    Internal,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its identity, and the name of its folder: a proxy's name or a server's, with the type behind it where a server
    /// has several.
    pub id: String,
    /// Who needs it.
    pub role: CertificateRole,
    /// The machines that hold it.
    pub hosts: Vec<String>,
    /// What it is assigned to, in the product's own type names.
    pub assign_to: Vec<&'static str>,
    /// Who signs it.
    pub issuer: Issuer,
    /// What the authority makes of the request.
    pub profile: Profile,
    /// The name it is known by: its common name, where it has one.
    pub subject: Fqdn,
    /// Names of its own, sorted; none of them is among the common ones.
    pub own_names: Vec<CertificateName>,
    /// Names that it shares with others, sorted: those that SIP domains bring. Ten thousand domains make one such list.
    pub common_names: Arc<Vec<CertificateName>>,
    /// The kind of key.
    pub key: KeyKind,
    /// Where the key is made.
    pub keys_made: KeysMade,
    /// Whether the private key may leave the machine that made it (M-101, M-109).
    pub exportable: bool,
}

impl Certificate {
    /// The names: the subject first, then the others in the order of the alphabet.
    #[must_use]
    pub fn names(&self) -> Vec<&CertificateName> {
        let is_subject = |name: &&CertificateName| name.name.is(&self.subject);
        let mut names: Vec<_> = self.own_names.iter().chain(self.common_names.iter()).collect();
        names.sort_unstable_by(|a, b| is_subject(b).cmp(&is_subject(a)).then_with(|| a.name.cmp(&b.name)));
        names
    }

    /// Whether another one has the same names.
    #[must_use]
    pub fn has_names_of(&self, other: &Self) -> bool {
        let names = |all: &[CertificateName], others: &[CertificateName]| {
            all.len() == others.len() && all.iter().zip(others).all(|(one, other)| one.name == other.name)
        };
        names(&self.own_names, &other.own_names) && names(&self.common_names, &other.common_names)
    }

    /// How many names it has.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.own_names.len() + self.common_names.len()
    }
}
