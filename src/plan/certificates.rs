//! Who signs the certificates, how keys are made, and how many certificates a server has.

use std::sync::{Arc, LazyLock};

use serde_json::Value as Json;

use super::List;
use super::Path;
use super::answer::{Answer, PlanValue};
use super::because::Because;
use super::document::Node;
use super::part::section;
use super::reader::Reader;
use super::shape::Shape;
use super::values::{Count, choices};
use crate::catalog::{PublicAuthority, Templates};
use crate::value::{Authority, BoundedText, Country, Date, FreeText, SubjectName, Thumbprint};

choices! {
    /// The kind of key of every certificate (M-107, M-108).
    pub enum KeyKind {
        /// RSA of 2048 bits.
        Rsa2048 = "rsa-2048",
        /// RSA of 3072 bits.
        Rsa3072 = "rsa-3072",
        /// RSA of 4096 bits.
        Rsa4096 = "rsa-4096",
        /// ECDSA on the curve P-256.
        EcdsaP256 = "ecdsa-p256",
        /// ECDSA on the curve P-384.
        EcdsaP384 = "ecdsa-p384",
    }

    /// Where private keys are made.
    pub enum KeysMade {
        /// On the machine that uses them: no private key is ever made here.
        OnTarget = "on-target",
        /// Here, beside the request.
        Here = "here",
    }

    /// How the names of a reverse proxy stand on certificates (M-100).
    pub enum ProxyCertificates {
        /// One for all names.
        Shared = "shared",
        /// One for the pools of each site.
        PerSite = "per-site",
        /// One for each pool: its external Web Services name and what clients ask of it (M-100).
        PerPool = "per-pool",
        /// As many as the authority's limit of names asks for; the names of a SIP domain stay together.
        ByLimit = "by-limit",
    }

    /// How many certificates a Front End server or Director has.
    pub enum ServerCertificates {
        /// One for Default and both web types (M-097).
        Shared = "shared",
        /// One for each type.
        Separate = "separate",
    }
}

section! {
    /// Certificates and keys.
    pub struct Certificates {
        /// The kind of key of every certificate (M-107, M-108).
        key: Answer<KeyKind> = default(KeyKind::Rsa2048),
        /// Where private keys are made; by default never here.
        keys_made: Answer<KeysMade> = default(KeysMade::OnTarget),
        /// The subject of every request, less the common name.
        subject: Subject,
        /// The public certification authority.
        public_ca: Answer<PublicCa> = default(PublicCa::other()),
        /// How many names it signs in one certificate; by default what is known of the authority (D-004).
        public_ca_name_limit: Answer<Option<Count<1, 10_000>>> = default(None),
        /// The internal authority, as `<ca-host>\<ca-name>`.
        internal_ca: Answer<Option<Authority>> = default(None),
        /// `*.<sip domain>` where the product supports it (M-091, M-310).
        wildcards: Answer<bool> = default(false),
        /// One certificate for Default and both web types, or one for each; Directors follow it (M-097).
        front_end: Answer<ServerCertificates> = default(ServerCertificates::Shared),
        /// How the names of a reverse proxy stand on certificates (M-100, M-131).
        reverse_proxy: Answer<ProxyCertificates> = default(ProxyCertificates::Shared),
        /// Certificates that exist and are used again: nothing is requested in their place.
        existing: List<ExistingCertificate>,
    }
}

impl Certificates {
    /// Whether a question is about the certificates of servers and proxies only.
    pub(super) fn is_about_servers(&self, path: &Path) -> bool {
        let theirs = [
            self.internal_ca.path(),
            self.wildcards.path(),
            self.front_end.path(),
            self.reverse_proxy.path(),
        ];
        theirs.contains(&path)
    }

    /// How many names the public authority signs in one certificate (D-004): what the plan says, else what is known of it.
    pub fn name_limit(&self, because: &mut Because) -> usize {
        let said = because.read(&self.public_ca_name_limit).and_then(|limit| usize::try_from(limit.0).ok());
        said.unwrap_or_else(|| because.read(&self.public_ca).authority().name_limit.value)
    }

    /// The certificate that exists and stands for the one of this identity.
    pub fn reused(&self, id: &str, because: &mut Because) -> Option<&ExistingCertificate> {
        because.read(&self.existing).iter().find(|existing| because.read(&existing.name).as_str() == id)
    }
}

section! {
    /// A certificate that exists and is used again.
    pub struct ExistingCertificate named by name {
        /// The certificate of the plan that it stands for, such as `rp01`.
        name: Answer<FreeText> = required(FreeText::default()),
        /// Its SHA-1 thumbprint, as Windows shows it.
        thumbprint: Answer<Option<Thumbprint>> = default(None),
        /// The last day on which it is valid.
        expires: Answer<Option<Date>> = default(None),
        /// The names that it has.
        names: Answer<Vec<SubjectName>> = default(Vec::new()),
    }
}

/// A public certification authority: a folder below `templates/authority/`, and what its manifest says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicCa {
    id: Arc<str>,
    authority: Arc<PublicAuthority>,
}

impl PublicCa {
    /// The kind of vendor that an authority is: the folder below `templates/`.
    pub const KIND: &'static str = "authority";

    /// An authority of which nothing is known.
    #[must_use]
    #[expect(clippy::expect_used, reason = "its folder is part of the program; a test reads it")]
    pub fn other() -> Self {
        static OTHER: LazyLock<PublicCa> = LazyLock::new(|| {
            PublicCa::of("other", &Templates::default())
                .expect("`templates/authority/other` says what it signs")
        });
        OTHER.clone()
    }

    pub(super) fn of(id: &str, templates: &Templates) -> Option<Self> {
        templates.authority(id).map(|authority| Self { id: id.into(), authority: authority.into() })
    }

    /// Its folder: the word of the plan file.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.id
    }

    /// What it signs.
    #[must_use]
    pub fn authority(&self) -> &PublicAuthority {
        &self.authority
    }
}

impl PlanValue for PublicCa {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let known: Vec<Self> = reader.authorities();
        let words: Vec<&str> = known.iter().map(Self::word).collect();
        reader.choice(node, &words).map(|index| known[index].clone())
    }

    fn write(&self) -> Json {
        self.word().into()
    }

    fn shape() -> Shape {
        Shape::Vendor(Self::KIND)
    }
}

section! {
    /// The subject of every request, less the common name. The lengths are those of RFC 5280, appendix A.
    pub struct Subject {
        /// Two letters (ISO 3166).
        country: Answer<Country> = default(Country::default()),
        /// State or province.
        state: Answer<BoundedText<128>> = default(BoundedText::default()),
        /// City.
        locality: Answer<BoundedText<128>> = default(BoundedText::default()),
        /// Organisation.
        organization: Answer<BoundedText<64>> = default(BoundedText::default()),
        /// Part of the organisation.
        organizational_unit: Answer<BoundedText<64>> = default(BoundedText::default()),
    }
}

impl Subject {
    /// The parts that were given, in the order of a request, with the organizational unit or without: X.500's short name,
    /// the product's parameter, the text.
    pub fn parts(
        &self,
        with_unit: bool,
        because: &mut Because,
    ) -> Vec<(&'static str, &'static str, &FreeText)> {
        let mut parts = vec![
            ("C", "Country", because.read(&self.country).as_text()),
            ("ST", "State", because.read(&self.state).as_text()),
            ("L", "City", because.read(&self.locality).as_text()),
            ("O", "Organization", because.read(&self.organization).as_text()),
        ];
        if with_unit {
            parts.push(("OU", "OU", because.read(&self.organizational_unit).as_text()));
        }
        parts.into_iter().filter(|(_, _, text)| !text.is_empty()).collect()
    }
}
