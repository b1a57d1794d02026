//! A certificate request that exists.

use std::collections::BTreeSet;

use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::pem::parse_x509_pem;
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;

/// What a request asks for, as far as it must fit a plan: two requests are equal here if one can stand for the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingRequest {
    /// The subject, in the library's own spelling.
    pub subject: String,
    /// The DNS names.
    pub names: BTreeSet<String>,
    /// The public key, as DER.
    pub public_key: Vec<u8>,
    /// The kind of key in a plan's word, such as `rsa-2048`; empty for a kind that no plan asks for.
    pub kind: String,
}

impl ExistingRequest {
    /// Reads a request (PEM) and checks its signature; nothing where it is none.
    #[must_use]
    pub fn read(pem: &str) -> Option<Self> {
        let (_, block) = parse_x509_pem(pem.as_bytes()).ok()?;
        let (_, request) = X509CertificationRequest::from_der(&block.contents).ok()?;
        request.verify_signature().ok()?;
        let info = &request.certification_request_info;
        let mut names = BTreeSet::new();
        for extension in request.requested_extensions()? {
            if let ParsedExtension::SubjectAlternativeName(alternative) = extension {
                names.extend(alternative.general_names.iter().filter_map(|name| match name {
                    GeneralName::DNSName(name) => Some((*name).to_owned()),
                    _ => None,
                }));
            }
        }
        let kind = match info.subject_pki.parsed() {
            Ok(PublicKey::RSA(key)) => format!("rsa-{}", key.key_size()),
            Ok(PublicKey::EC(point)) => format!("ecdsa-p{}", point.key_size()),
            _ => String::new(),
        };
        let public_key = info.subject_pki.raw.to_vec();
        Some(Self { subject: info.subject.to_string(), names, public_key, kind })
    }
}
