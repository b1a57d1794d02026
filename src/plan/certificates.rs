//! Who signs the certificates, how keys are made, and how many certificates a server has.

use super::answer::Answer;
use super::because::Because;
use super::part::section;
use super::values::{Count, choices};
use crate::value::{Authority, BoundedText, Country, FreeText};

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

    /// The public certification authority.
    pub enum PublicCa {
        /// DigiCert.
        DigiCert = "digicert",
        /// Sectigo.
        Sectigo = "sectigo",
        /// GlobalSign.
        GlobalSign = "globalsign",
        /// Let's Encrypt.
        LetsEncrypt = "lets-encrypt",
        /// Another one.
        Other = "other",
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
        public_ca: Answer<PublicCa> = default(PublicCa::Other),
        /// How many names it signs in one certificate; by default what is known of the authority (D-004).
        public_ca_name_limit: Answer<Option<Count<1, 10_000>>> = default(None),
        /// The internal authority, as `<ca-host>\<ca-name>`.
        internal_ca: Answer<Option<Authority>> = default(None),
        /// `*.<sip domain>` where the product supports it (M-091, M-310).
        wildcards: Answer<bool> = default(false),
        /// One certificate for Default and both web types, or one for each; Directors follow it (M-097).
        front_end: Answer<ServerCertificates> = default(ServerCertificates::Shared),
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
    /// The parts that were given, in the order of a request: X.500's short name, the product's parameter, the text.
    pub fn parts(&self, because: &mut Because) -> Vec<(&'static str, &'static str, &FreeText)> {
        let parts = [
            ("C", "Country", because.read(&self.country).as_text()),
            ("ST", "State", because.read(&self.state).as_text()),
            ("L", "City", because.read(&self.locality).as_text()),
            ("O", "Organization", because.read(&self.organization).as_text()),
            ("OU", "OU", because.read(&self.organizational_unit).as_text()),
        ];
        parts.into_iter().filter(|(_, _, text)| !text.is_empty()).collect()
    }
}
