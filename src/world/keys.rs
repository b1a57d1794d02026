//! Private keys and the requests signed with them. A key that exists is used, never replaced; it is never logged.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use pkcs8::der::zeroize::Zeroizing;
use rcgen::{
    KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_RSA_SHA256, RsaKeySize, SignatureAlgorithm,
};

use super::WorldError;
use super::generation::{NotGenerated, Step};
use super::key_file::{opened, read_secret, written};
use crate::artifact::{Artifact, Bundle, Content, KeyRequest, Secret, request};
use crate::inspect::ExistingRequest;
use crate::plan::{KeyKind, Plan};

/// Completes a bundle: each key that is asked for is read or made, each request is kept while it fits, else made.
///
/// Nothing is written here; new keys become part of the bundle, marked as secret. Keys take their time: `progress` is
/// told before each and after the last, and may break off.
///
/// # Errors
/// A key file that can't be read, opened or used, or a subject that no request can carry; or it was broken off.
pub(super) fn complete(
    mut bundle: Bundle,
    plan: &Plan,
    out: &Path,
    passphrase: Option<&Secret>,
    progress: &mut dyn FnMut(Step) -> ControlFlow<()>,
) -> Result<Bundle, NotGenerated> {
    let requests = std::mem::take(&mut bundle.key_requests);
    let of = requests.len();
    let mut tell = |done| match progress(Step::Key { done, of }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(NotGenerated::Cancelled),
    };
    for (done, wanted) in requests.into_iter().enumerate() {
        tell(done)?;
        let (file, key) = key(&wanted, out, passphrase)?;
        let fresh =
            request(&wanted.certificate, plan, &key).map_err(|error| WorldError::Key(error.to_string()))?;
        let made = ExistingRequest::read(&fresh);
        if made.as_ref().is_none_or(|made| made.kind != wanted.certificate.key.word()) {
            let place = out.join(&wanted.folder).join("key.pem");
            return Err(WorldError::OtherKey(place, wanted.certificate.key.word()).into());
        }
        let path = format!("{}/request.csr", wanted.folder);
        let old = fs::read_to_string(out.join(&path)).ok();
        let fits = |old: &String| ExistingRequest::read(old).is_some() && ExistingRequest::read(old) == made;
        let text = old.filter(fits).unwrap_or(fresh);
        bundle.add(artifact(path, "request", Content::Fixed(text)));
        bundle.add(artifact(format!("{}/key.pem", wanted.folder), "key", Content::Secret(file)));
    }
    if of > 0 {
        tell(of)?;
    }
    Ok(bundle)
}

fn artifact(path: String, purpose: &str, content: Content) -> Artifact {
    let (artifact, audience) = ("certificates".into(), "certificates".into());
    Artifact { path, artifact, audience, purpose: purpose.into(), content }
}

/// The file of a key, and the key: what is there, else a new one.
fn key(
    wanted: &KeyRequest,
    out: &Path,
    passphrase: Option<&Secret>,
) -> Result<(Secret, Zeroizing<KeyPair>), WorldError> {
    let path = out.join(&wanted.folder).join("key.pem");
    if let Some(file) = read_secret(&path)? {
        let key = opened(&file, passphrase, &path)?;
        return Ok((file, key));
    }
    let key = make(wanted.certificate.key)?;
    Ok((written(&key, passphrase)?, key))
}

fn make(kind: KeyKind) -> Result<Zeroizing<KeyPair>, WorldError> {
    let rsa = |size| KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, size);
    let ecdsa = |algorithm: &'static SignatureAlgorithm| KeyPair::generate_for(algorithm);
    let pair = match kind {
        KeyKind::Rsa2048 => rsa(RsaKeySize::_2048),
        KeyKind::Rsa3072 => rsa(RsaKeySize::_3072),
        KeyKind::Rsa4096 => rsa(RsaKeySize::_4096),
        KeyKind::EcdsaP256 => ecdsa(&PKCS_ECDSA_P256_SHA256),
        KeyKind::EcdsaP384 => ecdsa(&PKCS_ECDSA_P384_SHA384),
    };
    pair.map(Zeroizing::new).map_err(|error| WorldError::Key(error.to_string()))
}
