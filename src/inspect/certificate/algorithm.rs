//! Keys and signatures in words, by their object identifiers (RFC 3279, RFC 4055, RFC 5480, RFC 8410).

use x509_parser::public_key::PublicKey;
use x509_parser::x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};

use super::body::SignatureFamily;

/// The curves that have a word in plans, and that of which the product knows besides (M-108); others show their identifier.
const CURVES: [(&str, &str); 3] =
    [("1.2.840.10045.3.1.7", "ecdsa-p256"), ("1.3.132.0.34", "ecdsa-p384"), ("1.3.132.0.35", "ecdsa-p521")];

/// Kinds of key that are no RSA and lie on no curve of the above.
const OTHER_KEYS: [(&str, &str); 5] = [
    ("1.2.840.113549.1.1.10", "rsa-pss"),
    ("1.2.840.10040.4.1", "dsa"),
    ("1.3.101.112", "ed25519"),
    ("1.3.101.113", "ed448"),
    ("1.3.132.0.10", "ecdsa-secp256k1"),
];

/// Kinds of signature.
const SIGNATURES: [(&str, &str, SignatureFamily); 17] = [
    ("1.2.840.113549.1.1.2", "RSA, MD2", SignatureFamily::Other),
    ("1.2.840.113549.1.1.4", "RSA, MD5", SignatureFamily::Other),
    ("1.2.840.113549.1.1.5", "RSA, SHA-1", SignatureFamily::Sha1),
    ("1.3.14.3.2.29", "RSA, SHA-1", SignatureFamily::Sha1),
    ("1.2.840.113549.1.1.14", "RSA, SHA-224", SignatureFamily::Sha2),
    ("1.2.840.113549.1.1.11", "RSA, SHA-256", SignatureFamily::Sha2),
    ("1.2.840.113549.1.1.12", "RSA, SHA-384", SignatureFamily::Sha2),
    ("1.2.840.113549.1.1.13", "RSA, SHA-512", SignatureFamily::Sha2),
    ("1.2.840.113549.1.1.10", "RSASSA-PSS", SignatureFamily::Pss),
    ("1.2.840.10045.4.1", "ECDSA, SHA-1", SignatureFamily::Sha1),
    ("1.2.840.10045.4.3.1", "ECDSA, SHA-224", SignatureFamily::Sha2),
    ("1.2.840.10045.4.3.2", "ECDSA, SHA-256", SignatureFamily::Sha2),
    ("1.2.840.10045.4.3.3", "ECDSA, SHA-384", SignatureFamily::Sha2),
    ("1.2.840.10045.4.3.4", "ECDSA, SHA-512", SignatureFamily::Sha2),
    ("1.2.840.10040.4.3", "DSA, SHA-1", SignatureFamily::Other),
    ("1.3.101.112", "Ed25519", SignatureFamily::Other),
    ("1.3.101.113", "Ed448", SignatureFamily::Other),
];

/// A key in a plan's words, and the bits of one of RSA.
pub(super) fn key(key: &SubjectPublicKeyInfo<'_>) -> (String, Option<usize>) {
    let kind = key.algorithm.algorithm.to_id_string();
    if let Some((_, word)) = OTHER_KEYS.iter().find(|(id, _)| *id == kind) {
        return ((*word).to_owned(), None);
    }
    match key.parsed() {
        Ok(PublicKey::RSA(rsa)) => {
            let bits = bits(rsa.modulus);
            (format!("rsa-{bits}"), Some(bits))
        }
        Ok(PublicKey::EC(_)) => {
            let curve = key.algorithm.parameters.as_ref().and_then(|own| own.as_oid().ok());
            let curve = curve.map(|own| own.to_id_string()).unwrap_or_default();
            let known = CURVES.iter().chain(&OTHER_KEYS).find(|(id, _)| *id == curve);
            (known.map_or_else(|| format!("ecdsa-{curve}"), |(_, word)| (*word).to_owned()), None)
        }
        _ => (kind, None),
    }
}

/// How long a number is.
fn bits(number: &[u8]) -> usize {
    let begin = number.iter().position(|byte| *byte != 0).unwrap_or(number.len());
    let zeros = number.get(begin).map_or(0, |byte| byte.leading_zeros() as usize);
    (number.len() - begin) * 8 - zeros
}

/// Whether the product has certificates with such a key at all (M-108); how long one of RSA is does not matter here.
pub(super) fn is_known_key(word: &str, rsa_bits: Option<usize>) -> bool {
    rsa_bits.is_some() || CURVES.iter().any(|(_, known)| *known == word)
}

/// A signature in words, and what it is to the product.
pub(super) fn signature(algorithm: &AlgorithmIdentifier<'_>) -> (String, SignatureFamily) {
    let kind = algorithm.algorithm.to_id_string();
    let known = SIGNATURES.iter().find(|(id, ..)| *id == kind);
    known.map_or_else(
        || (kind.clone(), SignatureFamily::Other),
        |(_, words, family)| ((*words).to_owned(), *family),
    )
}
