//! Compares a bundle with what is on disk: what would be written, kept, removed, refused. Touches nothing itself.

use std::collections::BTreeMap;

use super::bundle::{Artifact, Bundle, Content};
use super::digest::sha256;
use super::manifest::{Manifest, ManifestFile};
use super::secret::Secret;
use crate::value::Date;

/// What stands at the paths of a bundle and of the manifest before it.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    /// The files that are there, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The private keys that are there, by path.
    pub keys: BTreeMap<String, Secret>,
    /// The manifest that is there.
    pub manifest: Option<Manifest>,
}

/// What happens to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Create(Vec<u8>),
    /// It is new, and for its owner alone.
    Guard(Secret),
    /// It takes the place of what an earlier run wrote.
    Replace(Vec<u8>),
    /// It takes the place of what somebody else wrote, which is kept beside it as `.orig`.
    Force(Vec<u8>),
    /// It is there already.
    Keep,
    /// An earlier run wrote it and nothing needs it any more.
    Remove,
}

/// A file that somebody edited since, or that was never ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

/// What happens to all files, and the manifest afterwards.
#[derive(Clone, Debug)]
pub struct Changes {
    /// Each path and what happens to it, sorted by path.
    pub files: Vec<(String, Change)>,
    /// The manifest once all is done.
    pub manifest: Manifest,
}

impl Changes {
    /// Whether nothing would be written or removed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.iter().all(|(_, change)| *change == Change::Keep)
    }
}

/// What writing `bundle` over `disk` would do. `partial` keeps what the bundle does not speak of (`--only`).
///
/// # Errors
/// The files that were edited since an earlier run, or that were there before it, unless `force` is given.
pub fn changes(
    bundle: &Bundle,
    disk: &Disk,
    header: Manifest,
    partial: bool,
    force: bool,
) -> Result<Changes, Vec<Refused>> {
    let known: BTreeMap<&str, Vec<&ManifestFile>> =
        disk.manifest.iter().flat_map(|m| &m.files).fold(BTreeMap::new(), |mut known, file| {
            known.entry(file.path.as_str()).or_insert_with(Vec::new).push(file);
            known
        });
    let is_ours = |path: &str, bytes: &[u8]| {
        let digest = sha256(bytes);
        known.get(path).is_some_and(|files| files.iter().any(|file| file.sha256 == digest))
    };
    let mut files = Vec::new();
    let mut listed = Vec::new();
    let mut refused = Vec::new();
    for artifact in &bundle.artifacts {
        if let Content::Secret(key) = &artifact.content {
            let old = disk.keys.get(&artifact.path);
            let change = if old.is_some() { Change::Keep } else { Change::Guard(key.clone()) };
            listed.push(manifest_file(artifact, old.unwrap_or(key).bytes()));
            files.push((artifact.path.clone(), change));
            continue;
        }
        let old = disk.files.get(&artifact.path);
        let new = bytes_of(artifact, old, header.as_of);
        let change = match old {
            None => Change::Create(new.clone()),
            Some(old) if *old == new => Change::Keep,
            Some(old) if is_ours(&artifact.path, old) => Change::Replace(new.clone()),
            Some(_) if force => Change::Force(new.clone()),
            Some(_) => {
                refused.push(Refused(artifact.path.clone()));
                continue;
            }
        };
        let kept = if change == Change::Keep { old.unwrap_or(&new) } else { &new };
        listed.push(manifest_file(artifact, kept));
        files.push((artifact.path.clone(), change));
    }
    for (path, entries) in &known {
        if bundle.holds(path) {
            continue;
        }
        match disk.files.get(*path) {
            // A private key is never removed, whatever becomes of its certificate.
            None if disk.keys.contains_key(*path) => {
                listed.extend(entries.last().map(|file| (*file).clone()));
            }
            Some(_) if partial => listed.extend(entries.last().map(|file| (*file).clone())),
            Some(bytes) if is_ours(path, bytes) => files.push(((*path).to_owned(), Change::Remove)),
            Some(_) if force => files.push(((*path).to_owned(), Change::Keep)),
            Some(_) => refused.push(Refused((*path).to_owned())),
            None => {}
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    listed.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Changes { files, manifest: Manifest { files: listed, ..header } })
}

/// The bytes of a file: with the old serial where nothing else differs, else with the next one of the day.
fn bytes_of(artifact: &Artifact, old: Option<&Vec<u8>>, as_of: Date) -> Vec<u8> {
    let old = old.and_then(|bytes| std::str::from_utf8(bytes).ok());
    if let Some(serial) = old.and_then(|old| artifact.content.same_but_serial(old)) {
        return artifact.content.bytes(serial);
    }
    let last = old.and_then(serial_of).map_or(0, |serial| serial.saturating_add(1));
    artifact.content.bytes(as_of.first_serial().max(last))
}

/// The serial of an older zone file: the number before its comment.
fn serial_of(text: &str) -> Option<u32> {
    text.lines().find_map(|line| line.strip_suffix("; serial")?.trim().parse().ok())
}

/// Whether a path is that of a private key.
#[must_use]
pub fn is_key(path: &str) -> bool {
    path.ends_with("/key.pem")
}

fn manifest_file(artifact: &Artifact, bytes: &[u8]) -> ManifestFile {
    ManifestFile {
        path: artifact.path.clone(),
        sha256: sha256(bytes),
        artifact: artifact.artifact.clone(),
        audience: artifact.audience.clone(),
    }
}
