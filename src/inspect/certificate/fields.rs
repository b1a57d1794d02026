//! What stands in a certificate and in a request, taken out of the library's reading of them.

use sha1::Sha1;
use sha2::{Digest, Sha256};
use x509_parser::certificate::X509Certificate;
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::cri_attributes::ParsedCriAttribute;
use x509_parser::error::X509Error;
use x509_parser::extensions::{DistributionPointName, ExtendedKeyUsage, GeneralName, ParsedExtension};
use x509_parser::prelude::FromDer;
use x509_parser::x509::{AttributeTypeAndValue, X509Name};

use super::algorithm;
use super::body::{
    Attribute, CLIENT_USAGE, ExistingCertificate, Form, Kind, SERVER_USAGE, Signature, in_words,
};
use crate::text::one_line;
use crate::value::Date;

/// Reads a certificate; nothing where it is none.
pub(super) fn certificate(bytes: &[u8], form: Form, line: Option<usize>) -> Option<ExistingCertificate> {
    let (_, read) = X509Certificate::from_der(bytes).ok()?;
    // What OpenSSL adds behind a trusted certificate is no part of it.
    let der = read.as_raw();
    let mut known = blank(Kind::Certificate, form, line, der);
    let (key, rsa_bits) = algorithm::key(read.public_key());
    let (signature, signature_family) = algorithm::signature(&read.signature_algorithm);
    known.key = key;
    known.rsa_bits = rsa_bits;
    known.signature = signature;
    known.signature_family = signature_family;
    known.subject = attributes(read.subject());
    known.issuer = attributes(read.issuer());
    known.is_self_issued = read.subject().as_raw() == read.issuer().as_raw();
    known.raw_names = (read.subject().as_raw().to_vec(), read.issuer().as_raw().to_vec());
    known.own_signature = checked(&read.verify_signature(None), rsa_bits);
    let days = [read.validity().not_before, read.validity().not_after];
    let [first, last] = days.map(|moment| Date::of_seconds(moment.timestamp()));
    known.valid = Some((first, last));
    known.serial = pairs(read.raw_serial()).concat();
    for extension in read.extensions() {
        take(&mut known, extension.parsed_extension());
    }
    tidy(&mut known);
    Some(known)
}

/// Reads a request; nothing where it is none.
pub(super) fn request(bytes: &[u8], form: Form, line: Option<usize>) -> Option<ExistingCertificate> {
    let (_, read) = X509CertificationRequest::from_der(bytes).ok()?;
    let info = &read.certification_request_info;
    let mut known = blank(Kind::Request, form, line, read.as_raw());
    let (key, rsa_bits) = algorithm::key(&info.subject_pki);
    let (signature, signature_family) = algorithm::signature(&read.signature_algorithm);
    known.key = key;
    known.rsa_bits = rsa_bits;
    known.signature = signature;
    known.signature_family = signature_family;
    known.subject = attributes(&info.subject);
    known.own_signature = checked(&read.verify_signature(), rsa_bits);
    for attribute in info.iter_attributes() {
        if let ParsedCriAttribute::ExtensionRequest(requested) = attribute.parsed_attribute() {
            for extension in &requested.extensions {
                take(&mut known, extension.parsed_extension());
            }
        }
    }
    tidy(&mut known);
    Some(known)
}

fn blank(kind: Kind, form: Form, line: Option<usize>, der: &[u8]) -> ExistingCertificate {
    ExistingCertificate {
        kind,
        form,
        line,
        subject: Vec::new(),
        issuer: Vec::new(),
        names: Vec::new(),
        other_names: Vec::new(),
        name_extensions: 0,
        valid: None,
        key: String::new(),
        rsa_bits: None,
        signature: String::new(),
        signature_family: super::SignatureFamily::Other,
        own_signature: Signature::Unchecked,
        key_usage: None,
        extended_key_usage: None,
        crl_points: Vec::new(),
        is_authority: false,
        is_self_issued: false,
        serial: String::new(),
        thumbprint: pairs(&Sha1::digest(der)).concat(),
        fingerprint: pairs(&Sha256::digest(der)).join(":"),
        raw_names: (Vec::new(), Vec::new()),
        der: der.to_vec(),
    }
}

/// Bytes in hexadecimal digits.
fn pairs(bytes: &[u8]) -> Vec<String> {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The library checks short RSA keys with some digests only, and calls the rest wrong.
fn checked(result: &Result<(), X509Error>, rsa_bits: Option<usize>) -> Signature {
    let is_short = rsa_bits.is_some_and(|bits| bits < crate::catalog::numbers().rsa_bits.value);
    match result {
        Ok(()) => Signature::Own,
        Err(X509Error::SignatureVerificationError) if !is_short => Signature::Foreign,
        Err(_) => Signature::Unchecked,
    }
}

fn take(known: &mut ExistingCertificate, extension: &ParsedExtension<'_>) {
    match extension {
        ParsedExtension::SubjectAlternativeName(alternative) => {
            known.name_extensions += 1;
            for name in &alternative.general_names {
                match name {
                    GeneralName::DNSName(host) => {
                        known.names.push(one_line(&host.trim_end_matches('.').to_lowercase()).into_owned());
                    }
                    other => known.other_names.push(one_line(&general(other)).into_owned()),
                }
            }
        }
        ParsedExtension::KeyUsage(usage) => {
            let all = KEY_USAGES.iter().enumerate();
            let own = all.filter(|(bit, _)| (usage.flags >> bit) & 1 == 1).map(|(_, word)| *word);
            known.key_usage = Some(own.collect());
        }
        ParsedExtension::ExtendedKeyUsage(usage) => known.extended_key_usage = Some(usages(usage)),
        ParsedExtension::BasicConstraints(constraints) => known.is_authority |= constraints.ca,
        ParsedExtension::CRLDistributionPoints(points) => {
            for point in &points.points {
                if let Some(DistributionPointName::FullName(names)) = &point.distribution_point {
                    known.crl_points.extend(names.iter().map(|name| one_line(&general(name)).into_owned()));
                }
            }
        }
        _ => {}
    }
}

fn tidy(known: &mut ExistingCertificate) {
    known.names.sort_unstable();
    known.names.dedup();
}

/// The bits of the extension, in their order (RFC 5280, section 4.2.1.3).
const KEY_USAGES: [&str; 9] = [
    "digital-signature",
    "non-repudiation",
    "key-encipherment",
    "data-encipherment",
    "key-agreement",
    "key-cert-sign",
    "crl-sign",
    "encipher-only",
    "decipher-only",
];

fn usages(usage: &ExtendedKeyUsage<'_>) -> Vec<String> {
    let known = [
        (usage.any, "any"),
        (usage.server_auth, SERVER_USAGE),
        (usage.client_auth, CLIENT_USAGE),
        (usage.code_signing, "code-signing"),
        (usage.email_protection, "email-protection"),
        (usage.time_stamping, "time-stamping"),
        (usage.ocsp_signing, "ocsp-signing"),
    ];
    let words = known.iter().filter(|(is_there, _)| *is_there).map(|(_, word)| (*word).to_owned());
    words.chain(usage.other.iter().map(x509_parser::der_parser::Oid::to_id_string)).collect()
}

/// A name that is no DNS name, with a word in front that says what it is. A list of revoked certificates is a plain URI.
fn general(name: &GeneralName<'_>) -> String {
    match name {
        GeneralName::DNSName(host) => format!("DNS {host}"),
        GeneralName::URI(uri) => (*uri).to_owned(),
        GeneralName::RFC822Name(mail) => format!("e-mail {mail}"),
        GeneralName::IPAddress(bytes) => address(bytes),
        GeneralName::DirectoryName(name) => format!("directory {}", in_words(&attributes(name))),
        GeneralName::OtherName(kind, _) => format!("other {kind}"),
        GeneralName::RegisteredID(kind) => format!("id {kind}"),
        GeneralName::Invalid(_, bytes) => format!("invalid {}", String::from_utf8_lossy(bytes)),
        GeneralName::X400Address(_) | GeneralName::EDIPartyName(_) => "other".to_owned(),
    }
}

fn address(bytes: &[u8]) -> String {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return format!("IP {}", std::net::Ipv4Addr::from(four));
    }
    match <[u8; 16]>::try_from(bytes) {
        Ok(sixteen) => format!("IP {}", std::net::Ipv6Addr::from(sixteen)),
        Err(_) => "IP ?".to_owned(),
    }
}

fn attributes(name: &X509Name<'_>) -> Vec<Attribute> {
    name.iter_attributes()
        .map(|part| {
            let kind = part.attr_type().to_id_string();
            let short = SHORT.iter().find(|(id, _)| *id == kind).map(|(_, short)| (*short).to_owned());
            Attribute { name: short.unwrap_or(kind), value: one_line(&value(part)).into_owned() }
        })
        .collect()
}

/// The short names of parts of a name (RFC 4519, PKCS#9).
const SHORT: [(&str, &str); 12] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "STREET"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.17", "postalCode"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
];

/// The text of a part, in whichever of the alphabets of X.500 it is written.
fn value(part: &AttributeTypeAndValue<'_>) -> String {
    const TELETEX: u32 = 20;
    const UNIVERSAL: u32 = 28;
    const BASIC: u32 = 30;
    if let Ok(text) = part.as_str() {
        return text.to_owned();
    }
    let bytes = part.attr_value().data;
    match part.attr_value().header.tag().0 {
        BASIC => {
            let units: Vec<u16> =
                bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        UNIVERSAL => {
            let points =
                bytes.chunks_exact(4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]));
            points.map(|point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        TELETEX => bytes.iter().map(|byte| char::from(*byte)).collect(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
