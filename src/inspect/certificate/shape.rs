//! What some bytes are, told by their outermost structure alone (DER), before anybody reads them in earnest.

use der::asn1::ObjectIdentifier;
use der::{Decode, Header, Reader, SliceReader, Tag};

/// What bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A certificate, or what looks like one.
    Certificate,
    /// A request.
    Request,
    /// A certificate of the first version, or a request: both begin with a number.
    CertificateOrRequest,
    /// PKCS#7.
    Bundle,
    /// PKCS#12, which holds a private key.
    Pfx,
    /// A private key.
    PrivateKey,
    /// Something that is encrypted.
    Encrypted,
    /// It begins well, and so many bytes of so many are there.
    Truncated(usize, usize),
    /// Anything else.
    Unknown,
}

/// The content type of encrypted things in PKCS#7 (RFC 5652): enveloped and encrypted data.
const ENCRYPTED: [ObjectIdentifier; 2] = [
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.3"),
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6"),
];

/// What bytes are.
pub(super) fn shape(bytes: &[u8]) -> Shape {
    if let Some((there, said)) = missing(bytes) {
        return Shape::Truncated(there, said);
    }
    look(bytes).unwrap_or(Shape::Unknown)
}

/// How many bytes are there and how many there should be, where some are missing at the end.
fn missing(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut reader = SliceReader::new(bytes).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    if header.tag != Tag::Sequence {
        return None;
    }
    let whole = usize::try_from(reader.position()).ok()? + usize::try_from(header.length).ok()?;
    (whole > bytes.len()).then_some((bytes.len(), whole))
}

fn look(bytes: &[u8]) -> der::Result<Shape> {
    let mut outer = SliceReader::new(bytes)?;
    let header = Header::decode(&mut outer)?;
    if header.tag != Tag::Sequence {
        return Ok(Shape::Unknown);
    }
    let mut inner = SliceReader::new(outer.read_slice(header.length)?)?;
    Ok(match inner.peek_tag()? {
        Tag::Integer => numbered(&mut inner)?,
        Tag::ObjectIdentifier => {
            let content = ObjectIdentifier::decode(&mut inner)?;
            if ENCRYPTED.contains(&content) { Shape::Encrypted } else { Shape::Bundle }
        }
        Tag::Sequence => nested(&mut inner)?,
        _ => Shape::Unknown,
    })
}

/// Behind a version number: PKCS#12 (its version is 3), and private keys in their three forms.
fn numbered(inner: &mut SliceReader<'_>) -> der::Result<Shape> {
    const PFX_VERSION: &[u8] = &[2, 1, 3];
    let version = inner.tlv_bytes()?;
    Ok(match inner.peek_tag()? {
        Tag::Sequence if version == PFX_VERSION => Shape::Pfx,
        Tag::Sequence | Tag::Integer | Tag::OctetString => Shape::PrivateKey,
        _ => Shape::Unknown,
    })
}

/// Behind an inner structure: what is signed, or a key that is encrypted.
fn nested(inner: &mut SliceReader<'_>) -> der::Result<Shape> {
    let body = inner.tlv_bytes()?;
    let mut reader = SliceReader::new(body)?;
    Header::decode(&mut reader)?;
    Ok(match reader.peek_tag()? {
        Tag::ContextSpecific { .. } => Shape::Certificate,
        Tag::Integer => {
            reader.tlv_bytes()?;
            reader.tlv_bytes()?;
            // Behind the name, a request has its key; a certificate has its dates behind its issuer.
            let mut third = SliceReader::new(reader.tlv_bytes()?)?;
            Header::decode(&mut third)?;
            if third.peek_tag()? == Tag::Sequence { Shape::Request } else { Shape::CertificateOrRequest }
        }
        Tag::ObjectIdentifier if inner.peek_tag()? == Tag::OctetString => Shape::Encrypted,
        _ => Shape::Unknown,
    })
}
