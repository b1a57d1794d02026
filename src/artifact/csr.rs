//! Certificate requests (PKCS #10) for keys that are made here.

use rcgen::{
    CertificateParams, DistinguishedName, DnType, DnValue, ExtendedKeyUsagePurpose, KeyPair, KeyUsagePurpose,
    SanType,
};

use crate::plan::{Because, KeyKind, Plan};
use crate::requirement::Certificate;

/// Why no request could be made.
#[derive(Debug, thiserror::Error)]
pub enum CsrError {
    /// A part of the subject can't stand in a certificate.
    #[error("the request of `{0}` can't be made: {1}")]
    Request(String, rcgen::Error),
}

/// The request for a certificate, signed with its private key, as PEM.
///
/// # Errors
/// [`CsrError`]: a subject that a certificate can't carry.
pub fn request(certificate: &Certificate, plan: &Plan, key: &KeyPair) -> Result<String, CsrError> {
    let failed = |error| CsrError::Request(certificate.id.clone(), error);
    let mut parameters = CertificateParams::default();
    parameters.distinguished_name = subject(certificate, plan).map_err(failed)?;
    for name in certificate.names() {
        let name = name.name.to_string().try_into().map_err(failed)?;
        parameters.subject_alt_names.push(SanType::DnsName(name));
    }
    parameters.key_usages = match certificate.key {
        KeyKind::Rsa2048 | KeyKind::Rsa3072 | KeyKind::Rsa4096 => {
            vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyEncipherment]
        }
        // RFC 8813 forbids key encipherment for keys of elliptic curves.
        KeyKind::EcdsaP256 | KeyKind::EcdsaP384 => vec![KeyUsagePurpose::DigitalSignature],
    };
    // Server authentication only: public authorities no longer sign the client usage (D-003).
    parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    parameters.serialize_request(key).and_then(|request| request.pem()).map_err(failed)
}

fn subject(certificate: &Certificate, plan: &Plan) -> Result<DistinguishedName, rcgen::Error> {
    let mut subject = DistinguishedName::new();
    for (key, _, text) in certificate.profile.subject.of(plan, &mut Because::default()) {
        match key {
            // RFC 5280 wants a PrintableString here.
            "C" => subject.push(DnType::CountryName, DnValue::PrintableString(text.as_str().try_into()?)),
            "ST" => subject.push(DnType::StateOrProvinceName, text.as_str()),
            "L" => subject.push(DnType::LocalityName, text.as_str()),
            "O" => subject.push(DnType::OrganizationName, text.as_str()),
            _ => subject.push(DnType::OrganizationalUnitName, text.as_str()),
        }
    }
    if certificate.profile.has_common_name {
        subject.push(DnType::CommonName, certificate.subject.as_str());
    }
    Ok(subject)
}
