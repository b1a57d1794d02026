//! Private keys and the requests signed with them. A key that exists is used, never replaced; it is never logged.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use rcgen::{
    KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_RSA_SHA256, RsaKeySize, SignatureAlgorithm,
};

use super::WorldError;
use super::generation::{NotGenerated, Step};
use crate::artifact::{Artifact, Bundle, Content, KeyRequest, request};
use crate::inspect::ExistingRequest;
use crate::plan::{KeyKind, Plan};

/// Completes a bundle: each key that is asked for is read or made, each request is kept while it fits, else made.
///
/// Nothing is written here; new keys become part of the bundle, marked as secret. Keys take their time: `progress` is
/// told before each and after the last, and may break off.
///
/// # Errors
/// A key file that can't be read or used, or a subject that no request can carry; or it was broken off.
pub(super) fn complete(
    mut bundle: Bundle,
    plan: &Plan,
    out: &Path,
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
        let key = key(&wanted, out)?;
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
        bundle.add(artifact(path, text, false));
        bundle.add(artifact(format!("{}/key.pem", wanted.folder), key, true));
    }
    if of > 0 {
        tell(of)?;
    }
    Ok(bundle)
}

fn artifact(path: String, text: String, secret: bool) -> Artifact {
    let (artifact, audience) = ("certificates".into(), "certificates".into());
    let purpose = if secret { "key" } else { "request" }.into();
    Artifact { path, artifact, audience, purpose, content: Content::Fixed(text), secret }
}

fn key(wanted: &KeyRequest, out: &Path) -> Result<String, WorldError> {
    let path = out.join(&wanted.folder).join("key.pem");
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make(wanted.certificate.key),
        Err(error) => Err(WorldError::Io("read", path, error)),
    }
}

fn make(kind: KeyKind) -> Result<String, WorldError> {
    let rsa = |size| KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, size);
    let ecdsa = |algorithm: &'static SignatureAlgorithm| KeyPair::generate_for(algorithm);
    let pair = match kind {
        KeyKind::Rsa2048 => rsa(RsaKeySize::_2048),
        KeyKind::Rsa3072 => rsa(RsaKeySize::_3072),
        KeyKind::Rsa4096 => rsa(RsaKeySize::_4096),
        KeyKind::EcdsaP256 => ecdsa(&PKCS_ECDSA_P256_SHA256),
        KeyKind::EcdsaP384 => ecdsa(&PKCS_ECDSA_P384_SHA384),
    };
    pair.map(|pair| pair.serialize_pem()).map_err(|error| WorldError::Key(error.to_string()))
}
