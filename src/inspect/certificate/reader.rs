//! Reads files of certificates and requests, in whatever form people have them.

use std::borrow::Cow;

use super::body::{ExistingCertificate, Form};
use super::shape::{Shape, shape};
use super::{bundle, fields, pem};
use crate::text::{Message, one_line};

/// A file that holds no certificates, or what must not be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFault {
    /// The line, from 1; none in a file of bytes.
    pub line: Option<usize>,
    /// What is wrong, in words; its attribute `help` says what would be right.
    pub message: Message,
}

impl CertificateFault {
    fn at(line: Option<usize>, key: &'static str) -> Self {
        Self { line, message: Message::new(key) }
    }
}

/// Where bytes stood.
#[derive(Clone, Copy)]
struct Place {
    form: Form,
    line: Option<usize>,
}

/// Reads a file: PEM or DER, certificates with their chain, a PKCS#7 bundle, or requests; in the order of the file, each
/// once.
///
/// # Errors
/// The first thing in it that can't be read, a private key, or that there is nothing.
pub fn read(bytes: &[u8]) -> Result<Vec<ExistingCertificate>, CertificateFault> {
    let text = text(bytes);
    if text.trim().is_empty() {
        return Err(CertificateFault::at(None, "existing-fault-empty"));
    }
    let mut all = if text.contains("-----BEGIN ") {
        armoured(&text)?
    } else {
        let place = Place { form: Form::Der, line: None };
        bare(bytes, place)?
    };
    let mut seen = std::collections::HashSet::new();
    all.retain(|one| seen.insert(one.fingerprint.clone()));
    if all.is_empty() {
        return Err(CertificateFault::at(None, "existing-fault-nothing"));
    }
    Ok(all)
}

/// The file as text. Notepad and the redirection of PowerShell write UTF-16, which says so in its first two bytes.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            // Notes around the blocks may be in any encoding; the blocks themselves are ASCII.
            String::from_utf8_lossy(bytes)
        }
    }
}

fn armoured(text: &str) -> Result<Vec<ExistingCertificate>, CertificateFault> {
    let blocks = pem::blocks(text)?;
    if let Some(key) = blocks.iter().find(|block| block.is_private_key()) {
        return Err(CertificateFault::at(Some(key.line), "existing-fault-private-key"));
    }
    let mut all = Vec::new();
    for block in &blocks {
        let line = Some(block.line);
        let bytes = block.bytes().ok_or_else(|| CertificateFault::at(line, "existing-fault-not-base64"))?;
        all.extend(inside(&bytes, Place { form: Form::Pem, line }, block.label)?);
    }
    Ok(all)
}

fn bare(bytes: &[u8], place: Place) -> Result<Vec<ExistingCertificate>, CertificateFault> {
    inside(bytes, place, "")
}

/// What bytes hold, whatever the label above them says: Windows writes bundles as `CERTIFICATE`.
fn inside(bytes: &[u8], place: Place, label: &str) -> Result<Vec<ExistingCertificate>, CertificateFault> {
    let fault = |key| Err(CertificateFault::at(place.line, key));
    match shape(bytes) {
        Shape::Certificate => one(fields::certificate(bytes, place.form, place.line), place),
        Shape::Request => one(fields::request(bytes, place.form, place.line), place),
        Shape::CertificateOrRequest => {
            let request = fields::request(bytes, place.form, place.line);
            one(request.or_else(|| fields::certificate(bytes, place.form, place.line)), place)
        }
        Shape::Bundle => bundled(bytes, place),
        Shape::Pfx => fault("existing-fault-pfx"),
        Shape::PrivateKey => fault("existing-fault-private-key"),
        Shape::Encrypted => fault("existing-fault-encrypted"),
        Shape::Truncated(there, said) => {
            let message =
                Message::new("existing-fault-truncated").counting("there", there).counting("said", said);
            Err(CertificateFault { line: place.line, message })
        }
        Shape::Unknown if label.is_empty() => fault("existing-fault-garbage"),
        Shape::Unknown => {
            let message = Message::new("existing-fault-other-block").with("label", one_line(label));
            Err(CertificateFault { line: place.line, message })
        }
    }
}

fn one(
    read: Option<ExistingCertificate>,
    place: Place,
) -> Result<Vec<ExistingCertificate>, CertificateFault> {
    let broken = || CertificateFault::at(place.line, "existing-fault-broken");
    read.map(|one| vec![one]).ok_or_else(broken)
}

fn bundled(bytes: &[u8], place: Place) -> Result<Vec<ExistingCertificate>, CertificateFault> {
    let broken = || CertificateFault::at(place.line, "existing-fault-broken");
    let inside = bundle::certificates(bytes).ok_or_else(broken)?;
    if inside.is_empty() {
        return Err(CertificateFault::at(place.line, "existing-fault-nothing"));
    }
    let read = inside.iter().map(|own| fields::certificate(own, Form::Bundle, place.line));
    read.collect::<Option<Vec<_>>>().ok_or_else(broken)
}
