//! A certificate request that exists.

use std::collections::BTreeSet;

use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::cri_attributes::ParsedCriAttribute;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::pem::parse_x509_pem;
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::AttributeTypeAndValue;

/// What a request asks for, as far as it must fit a plan: two requests are equal here if one can stand for the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingRequest {
    /// The subject, in the library's own spelling.
    pub subject: String,
    /// Its parts: the identifier of each, and its text.
    pub parts: Vec<(String, String)>,
    /// The DNS names.
    pub names: BTreeSet<String>,
    /// Every extension that is asked for: its identifier, whether it is critical, and its value; that of names has none,
    /// as their order says nothing. A sound request has one of each.
    pub extensions: Vec<(String, bool, Vec<u8>)>,
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
        let mut asked = Self {
            subject: info.subject.to_string(),
            parts: info.subject.iter_attributes().map(part).collect(),
            names: BTreeSet::new(),
            extensions: Vec::new(),
            public_key: info.subject_pki.raw.to_vec(),
            kind: String::new(),
        };
        for attribute in info.iter_attributes() {
            let ParsedCriAttribute::ExtensionRequest(requested) = attribute.parsed_attribute() else {
                continue;
            };
            for extension in &requested.extensions {
                let mut value = extension.value.to_vec();
                if let ParsedExtension::SubjectAlternativeName(alternative) = extension.parsed_extension() {
                    value.clear();
                    asked.names.extend(alternative.general_names.iter().filter_map(|name| match name {
                        GeneralName::DNSName(name) => Some((*name).to_owned()),
                        _ => None,
                    }));
                }
                asked.extensions.push((extension.oid.to_id_string(), extension.critical, value));
            }
        }
        asked.extensions.sort();
        asked.kind = match info.subject_pki.parsed() {
            Ok(PublicKey::RSA(key)) => format!("rsa-{}", key.key_size()),
            Ok(PublicKey::EC(point)) => format!("ecdsa-p{}", point.key_size()),
            _ => String::new(),
        };
        Some(asked)
    }
}

/// A part of a subject. A text in an unusual spelling stands for itself, byte by byte.
fn part(attribute: &AttributeTypeAndValue<'_>) -> (String, String) {
    let text = attribute.as_str().map_or_else(|_| format!("{:?}", attribute.as_slice()), str::to_owned);
    (attribute.attr_type().to_id_string(), text)
}
