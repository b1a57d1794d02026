//! PKCS#7: a bundle of certificates without an order (RFC 5652).

use cms::content_info::ContentInfo;
use der::asn1::{AnyRef, ObjectIdentifier};
use der::{Decode, Encode, Header, Reader, SliceReader, Tag, TagNumber};

/// What certificates are bundled in.
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");

/// The certificates of a bundle, each as its own bytes; nothing where it is no bundle of certificates.
///
/// They are cut out as they stand, not read and written again: their fingerprints stay those that people know.
pub(super) fn certificates(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let content = ContentInfo::from_der(bytes).ok()?;
    if content.content_type != SIGNED_DATA {
        return None;
    }
    cut(&content.content.to_der().ok()?).ok()
}

fn cut(signed: &[u8]) -> der::Result<Vec<Vec<u8>>> {
    let mut outer = SliceReader::new(signed)?;
    let header = Header::decode(&mut outer)?;
    let mut inner = SliceReader::new(outer.read_slice(header.length)?)?;
    let mut all = Vec::new();
    // Behind the version, the digests and the content.
    for _ in 0..3 {
        AnyRef::decode(&mut inner)?;
    }
    let of_certificates = Tag::ContextSpecific { constructed: true, number: TagNumber::N0 };
    if inner.is_finished() || inner.peek_tag()? != of_certificates {
        return Ok(all);
    }
    let header = Header::decode(&mut inner)?;
    let mut set = SliceReader::new(inner.read_slice(header.length)?)?;
    while !set.is_finished() {
        let is_certificate = set.peek_tag()? == Tag::Sequence;
        let own = set.tlv_bytes()?;
        // Attribute certificates and other kinds stand there too, and concern nobody.
        if is_certificate {
            all.push(own.to_vec());
        }
    }
    Ok(all)
}
