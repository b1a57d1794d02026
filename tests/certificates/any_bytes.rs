//! Whatever the bytes, they are read or refused: nothing panics, and every text that was read can be shown.

use proptest::prelude::*;
use rcgen::{CertificateParams, KeyPair};
use ucplan::inspect::certificate::read;
use ucplan::text::printable;

/// A certificate and a request as bytes, made here.
fn sound() -> Vec<Vec<u8>> {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["sip.contoso.com".into(), "192.0.2.1".into()]).unwrap();
    let request = params.serialize_request(&key).unwrap();
    let pem = request.pem().unwrap().into_bytes();
    let certificate = params.self_signed(&key).unwrap();
    vec![certificate.der().to_vec(), request.der().to_vec(), certificate.pem().into_bytes(), pem]
}

fn shown(bytes: &[u8]) {
    for own in read(bytes).into_iter().flatten() {
        let parts = own.subject.iter().chain(&own.issuer).map(|part| &part.value);
        for text in parts.chain(&own.names).chain(&own.other_names).chain(&own.crl_points) {
            assert!(printable(text) == *text && !text.contains('\n'), "{text:?}");
        }
    }
}

#[test]
fn what_was_made_here_is_read() {
    for bytes in sound() {
        let read = read(&bytes).unwrap();
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].names, ["sip.contoso.com"]);
        assert_eq!(read[0].key, "ecdsa-p256");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        shown(&bytes);
        // The same behind the beginning of something that has a structure.
        shown(&[&[0x30, 0x82, 0x02, 0x00, 0x30, 0x82, 0x01, 0x00][..], &bytes].concat());
    }
}

#[test]
fn certificates_with_flipped_bytes_are_read_or_refused() {
    for sound in sound() {
        for at in 0..sound.len() {
            for flip in [0x01, 0x80, 0xFF, 0x1B] {
                let mut bytes = sound.clone();
                bytes[at] ^= flip;
                shown(&bytes);
            }
            shown(&sound[..at]);
        }
    }
}
