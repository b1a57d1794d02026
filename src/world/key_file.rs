//! The file of a private key: PEM of PKCS #8, plain or locked with a passphrase. What is read of it is overwritten in
//! memory when it is no longer needed.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use pkcs8::der::zeroize::Zeroizing;
use pkcs8::pkcs5::{self, pbes2};
use pkcs8::{EncryptedPrivateKeyInfo, LineEnding, PrivateKeyInfo, SecretDocument};
use rcgen::KeyPair;

use super::files::WorldError;
use crate::artifact::Secret;

/// How often the passphrase is stirred (PBKDF2 with HMAC-SHA-256): as many times as are advised since 2023.
const ROUNDS: u32 = 600_000;

/// The longest file that is read: no key comes near it.
const LIMIT: u64 = 1024 * 1024;

/// What a locked key is called in its file.
const LOCKED: &str = "ENCRYPTED PRIVATE KEY";

/// Reads a file that nobody else may see; nothing where there is none.
///
/// # Errors
/// It can't be read, or is too large for what it should be.
pub(super) fn read_secret(path: &Path) -> Result<Option<Secret>, WorldError> {
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(WorldError::Io("read", path.to_owned(), error)),
    };
    let length = file.metadata().map_err(WorldError::io("read", path))?.len();
    if length > LIMIT {
        return Err(WorldError::Io("read", path.to_owned(), io::ErrorKind::FileTooLarge.into()));
    }
    // With room for all of it from the start, no part of it stays behind in memory that was too small.
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 64));
    file.take(LIMIT).read_to_end(&mut bytes).map_err(WorldError::io("read", path))?;
    Ok(Some(Secret::new(std::mem::take(&mut *bytes))))
}

/// Reads a passphrase: all of a file but the end of its last line.
///
/// # Errors
/// The file can't be read, or holds nothing.
pub fn read_passphrase(path: &Path) -> Result<Secret, WorldError> {
    let missing = || WorldError::Io("read", path.to_owned(), io::ErrorKind::NotFound.into());
    let file = read_secret(path)?.ok_or_else(missing)?;
    let line = file.bytes().strip_suffix(b"\n").unwrap_or(file.bytes());
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return Err(WorldError::NoPassphrase(path.to_owned()));
    }
    Ok(Secret::new(line.to_vec()))
}

/// The file for a new key: locked where there is a passphrase.
///
/// # Errors
/// The system has no randomness.
pub(super) fn written(pair: &KeyPair, passphrase: Option<&Secret>) -> Result<Secret, WorldError> {
    let der = pair.serialized_der();
    let text = match passphrase {
        Some(passphrase) => locked(der, passphrase)?.to_pem(LOCKED, LineEnding::LF),
        None => SecretDocument::try_from(der).and_then(|key| key.to_pem("PRIVATE KEY", LineEnding::LF)),
    };
    text.map(|text| Secret::new(text.as_bytes().to_vec())).map_err(failed)
}

fn locked(der: &[u8], passphrase: &Secret) -> Result<SecretDocument, WorldError> {
    let (mut salt, mut start) = ([0; 16], [0; 16]);
    getrandom::fill(&mut salt).and_then(|()| getrandom::fill(&mut start)).map_err(failed)?;
    let way = pbes2::Parameters::pbkdf2_sha256_aes256cbc(ROUNDS, &salt, &start).map_err(failed)?;
    let key = PrivateKeyInfo::try_from(der).map_err(failed)?;
    key.encrypt_with_params(way, passphrase.bytes()).map_err(failed)
}

/// The key in a file; `path` is for what is said about it.
///
/// # Errors
/// It is none, or it is locked and the passphrase is missing or wrong.
pub(super) fn opened(
    file: &Secret,
    passphrase: Option<&Secret>,
    path: &Path,
) -> Result<Zeroizing<KeyPair>, WorldError> {
    // What a reader of PEM says may hold parts of what it read.
    let none = |_| WorldError::Key(format!("`{}` is no private key in PEM", path.display()));
    let text = std::str::from_utf8(file.bytes()).map_err(|_| WorldError::NotText(path.to_owned()))?;
    let (label, key) = SecretDocument::from_pem(text).map_err(none)?;
    let key = if label == LOCKED {
        let passphrase = passphrase.ok_or_else(|| WorldError::Locked(path.to_owned()))?;
        unlocked(&key, passphrase, path)?
    } else {
        key
    };
    let unfit = |error| WorldError::Key(format!("`{}`: {error}", path.display()));
    KeyPair::try_from(key.as_bytes()).map(Zeroizing::new).map_err(unfit)
}

fn unlocked(key: &SecretDocument, passphrase: &Secret, path: &Path) -> Result<SecretDocument, WorldError> {
    let unfit = |error| WorldError::Key(format!("`{}`: {error}", path.display()));
    let wrong = || WorldError::WrongPassphrase(path.to_owned());
    let locked = EncryptedPrivateKeyInfo::try_from(key.as_bytes()).map_err(unfit)?;
    locked.decrypt(passphrase.bytes()).map_err(|error| match error {
        // The library calls it both.
        pkcs8::Error::EncryptedPrivateKey(pkcs5::Error::DecryptFailed | pkcs5::Error::EncryptFailed) => {
            wrong()
        }
        pkcs8::Error::EncryptedPrivateKey(error) => unfit(error.into()),
        // Now and then a wrong passphrase opens something, which is no key.
        _ => wrong(),
    })
}

fn failed(error: impl std::fmt::Display) -> WorldError {
    WorldError::Key(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_key_opens_with_its_passphrase_alone() {
        let pair = KeyPair::generate().unwrap();
        let word = Secret::new("열려라 참깨".as_bytes().to_vec());
        let file = written(&pair, Some(&word)).unwrap();
        assert!(file.bytes().starts_with(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
        let path = Path::new("key.pem");
        let same = opened(&file, Some(&word), path).unwrap();
        assert_eq!(same.serialized_der(), pair.serialized_der());
        assert!(matches!(opened(&file, None, path), Err(WorldError::Locked(_))));
        let other = Secret::new(b"open sesame".to_vec());
        assert!(matches!(opened(&file, Some(&other), path), Err(WorldError::WrongPassphrase(_))));
        assert_ne!(written(&pair, Some(&word)).unwrap(), file, "each has its own salt");
        let plain = written(&pair, None).unwrap();
        assert_eq!(opened(&plain, Some(&word), path).unwrap().serialized_der(), pair.serialized_der());
    }

    #[test]
    fn a_passphrase_is_all_but_the_line_end() {
        let desk = tempfile::tempdir().unwrap();
        let path = desk.path().join("word");
        let read = |text: &str| {
            fs::write(&path, text).unwrap();
            read_passphrase(&path).map(|word| word.bytes().to_vec())
        };
        assert_eq!(read("a b \r\n").unwrap(), b"a b ");
        assert_eq!(read("a\n\n").unwrap(), b"a\n");
        assert_eq!(read(" a").unwrap(), b" a");
        for empty in ["", "\n", "\r\n"] {
            assert!(matches!(read(empty), Err(WorldError::NoPassphrase(_))));
        }
        assert!(read_passphrase(&desk.path().join("none")).unwrap_err().is_missing_file());
    }
}
