//! A certificate or request that exists, as far as anybody here asks.

use serde::Serialize;

use crate::value::Date;

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A certificate.
    Certificate,
    /// A request for one.
    Request,
}

/// What it stood in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A block of text, whose order in the file is the order that a server sends.
    Pem,
    /// Bytes.
    Der,
    /// A PKCS#7 bundle, which has no order.
    Bundle,
}

/// A part of a name, such as `CN` or `O`, and its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attribute {
    /// The short name of X.500, or the object identifier.
    pub name: String,
    /// The text.
    pub value: String,
}

/// Whether the product knows a kind of signature (M-106).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureFamily {
    /// SHA-1.
    Sha1,
    /// SHA-2.
    Sha2,
    /// RSASSA-PSS, with whatever digest.
    Pss,
    /// Any other.
    Other,
}

/// What came of checking a signature with the key of its own subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// It was made with this key.
    Own,
    /// It was not.
    Foreign,
    /// Nobody here can check one of this kind.
    Unchecked,
}

/// A certificate or request that exists.
///
/// Every text can be shown as it is: what would not be seen or would steer a terminal stands escaped, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingCertificate {
    /// What it is.
    pub kind: Kind,
    /// What it stood in.
    pub form: Form,
    /// The line where its block begins, from 1; none in a file of bytes.
    pub line: Option<usize>,
    /// The subject, in its own order.
    pub subject: Vec<Attribute>,
    /// The issuer likewise; a request has none.
    pub issuer: Vec<Attribute>,
    /// The DNS names: lower case, sorted, each once.
    pub names: Vec<String>,
    /// Addresses, mail addresses, URIs and other names, with a word in front that says which.
    pub other_names: Vec<String>,
    /// How many extensions bring names.
    pub name_extensions: usize,
    /// The first and the last day of its validity, in UTC; a request has none.
    pub valid: Option<(Date, Date)>,
    /// The kind of key in a plan's words, such as `rsa-1024` or `ecdsa-p521`.
    pub key: String,
    /// The bits of an RSA key.
    pub rsa_bits: Option<usize>,
    /// How it was signed.
    pub signature: String,
    /// The same, as far as it matters to the product.
    pub signature_family: SignatureFamily,
    /// What checking the signature with its own key told.
    pub own_signature: Signature,
    /// What the key may do; none where nothing is said.
    pub key_usage: Option<Vec<&'static str>>,
    /// What the certificate is for, in words such as `server-auth` or as object identifiers; none where nothing is said.
    pub extended_key_usage: Option<Vec<String>>,
    /// Where lists of revoked certificates are.
    pub crl_points: Vec<String>,
    /// It signs others.
    pub is_authority: bool,
    /// Subject and issuer are one.
    pub is_self_issued: bool,
    /// The serial number, in hexadecimal digits.
    pub serial: String,
    /// The SHA-1 digest, as Windows shows it: 40 capital digits.
    pub thumbprint: String,
    /// The SHA-256 digest, in pairs with colons.
    pub fingerprint: String,
    /// Subject and issuer as bytes, by which a chain is put together.
    pub(super) raw_names: (Vec<u8>, Vec<u8>),
    /// The whole as bytes.
    pub(super) der: Vec<u8>,
}

/// The word for the usage of servers among [`ExistingCertificate::extended_key_usage`].
pub(super) const SERVER_USAGE: &str = "server-auth";
/// The word for the usage of clients.
pub(super) const CLIENT_USAGE: &str = "client-auth";

impl ExistingCertificate {
    /// The common names, lower case.
    pub fn common_names(&self) -> impl Iterator<Item = String> {
        self.subject.iter().filter(|part| part.name == "CN").map(|part| part.value.to_lowercase())
    }

    /// Subject and issuer are one, and its own key made the signature, as far as that can be checked.
    #[must_use]
    pub fn is_self_signed(&self) -> bool {
        self.is_self_issued && self.own_signature != Signature::Foreign
    }

    /// It is for servers, or for clients, in the words of [`ExistingCertificate::extended_key_usage`].
    pub(super) fn is_for(&self, usage: &str) -> bool {
        self.extended_key_usage.iter().flatten().any(|own| own == usage)
    }

    /// What a person knows it by: its common name, else its first name, else its whole subject.
    #[must_use]
    pub fn title(&self) -> String {
        let common = self.subject.iter().rev().find(|part| part.name == "CN").map(|part| part.value.clone());
        common.or_else(|| self.names.first().cloned()).unwrap_or_else(|| in_words(&self.subject))
    }
}

/// The parts of a name on one line, such as `CN=sip.contoso.com, O=Contoso`.
pub(super) fn in_words(parts: &[Attribute]) -> String {
    parts.iter().map(|part| format!("{}={}", part.name, part.value)).collect::<Vec<_>>().join(", ")
}
