//! The output folder: looking at it, and carrying out changes so that no file is ever half-written.
//!
//! New files are staged beside their places and moved in one by one; MANIFEST.json says "incomplete" before the first move
//! and is completed after the last. A run that was cut off leaves a folder that the next run recognises as its own.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::WorldError;
use super::generation::Step;
use super::key_file::read_secret;
use crate::artifact::{Bundle, Change, Changes, Disk, Manifest, ManifestFile, is_key, sha256};

/// What a staged file is called until it is moved into its place.
const STAGED: &str = ".ucplan-new";

/// What stands in the output folder, as far as a bundle and the manifest there speak of it.
///
/// # Errors
/// A file that can't be read, a manifest that is none, or a folder that leads elsewhere.
pub(super) fn disk(out: &Path, bundle: &Bundle) -> Result<Disk, WorldError> {
    let manifest_path = out.join(Manifest::NAME);
    let manifest = match fs::read_to_string(&manifest_path) {
        Ok(text) => {
            Some(Manifest::read(&text).map_err(|reason| WorldError::Manifest(manifest_path, reason))?)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(WorldError::Io("read", manifest_path, error)),
    };
    let listed = manifest.iter().flat_map(|manifest| &manifest.files).map(|file| file.path.as_str());
    let wanted = bundle.artifacts.iter().map(|artifact| artifact.path.as_str());
    let mut disk = Disk::default();
    for path in listed.chain(wanted).filter(|path| is_inside(path)) {
        let place = place(out, path)?;
        if is_key(path) {
            disk.keys.extend(read_secret(&place)?.map(|key| (path.to_owned(), key)));
            continue;
        }
        match fs::read(&place) {
            Ok(bytes) => {
                disk.files.insert(path.to_owned(), bytes);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(WorldError::Io("read", place, error)),
        }
    }
    disk.manifest = manifest;
    Ok(disk)
}

/// A manifest may have been edited: only paths that stay in the folder count.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']))
}

/// Where a file goes; no folder on the way may be a link to somewhere else.
fn place(out: &Path, path: &str) -> Result<PathBuf, WorldError> {
    let mut place = out.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let is_folder = parts.peek().is_some();
        match fs::symlink_metadata(&place) {
            Ok(found) if is_folder && !found.is_dir() => return Err(WorldError::LeadsElsewhere(place)),
            Ok(found) if !is_folder && !found.is_file() => return Err(WorldError::LeadsElsewhere(place)),
            _ => {}
        }
    }
    Ok(place)
}

/// Carries out changes; tells before each of those that touch a file, and after the last.
///
/// # Errors
/// The disk refuses; the folder then says that it is incomplete, and every file in it is whole.
pub(super) fn apply(
    out: &Path,
    changes: &Changes,
    before: &Disk,
    tell: &mut dyn FnMut(Step),
) -> Result<(), WorldError> {
    fs::create_dir_all(out).map_err(WorldError::io("create-folder", out))?;
    let finished = changes.manifest.write();
    let is_done = before.manifest.as_ref().is_some_and(|manifest| manifest.complete)
        && changes.is_empty()
        && before.manifest.as_ref().map(|manifest| &manifest.files) == Some(&changes.manifest.files)
        && before.manifest.as_ref().map(|m| (&m.plan_digest, m.draft))
            == Some((&changes.manifest.plan_digest, changes.manifest.draft));
    if is_done {
        return Ok(());
    }
    if before.manifest.as_ref().is_some_and(|manifest| !manifest.complete) {
        clear_leftovers(out, before);
    }
    let mut staged = Vec::new();
    write_manifest(out, &under_way(changes, before).write())?;
    for (path, change) in &changes.files {
        if let Some(bytes) = fresh(change) {
            staged.push(stage(out, path, bytes, matches!(change, Change::Guard(_)))?);
        }
    }
    let mut staged = staged.into_iter();
    let touched = || changes.files.iter().filter(|(_, change)| *change != Change::Keep);
    let of = touched().count();
    for (done, (path, change)) in touched().enumerate() {
        tell(Step::File { done, of });
        let place = place(out, path)?;
        match change {
            Change::Keep => {}
            Change::Remove => remove(out, &place)?,
            Change::Create(_) | Change::Guard(_) | Change::Replace(_) => move_in(staged.next(), &place)?,
            Change::Force(_) => {
                keep_original(&place)?;
                move_in(staged.next(), &place)?;
            }
        }
    }
    tell(Step::File { done: of, of });
    write_manifest(out, &finished)
}

/// Takes away what a run that was cut off had staged and not moved.
fn clear_leftovers(out: &Path, before: &Disk) {
    for file in
        before.manifest.iter().flat_map(|manifest| &manifest.files).filter(|file| is_inside(&file.path))
    {
        if let Ok(target) = place(out, &file.path) {
            // Most were moved and are gone; one that can't be removed is replaced when its file is staged again.
            let _ = remove(out, &staged_name(&target));
        }
    }
}

fn staged_name(target: &Path) -> PathBuf {
    target.with_file_name(format!("{}{STAGED}", target.file_name().unwrap_or_default().to_string_lossy()))
}

/// What a change writes.
fn fresh(change: &Change) -> Option<&[u8]> {
    match change {
        Change::Create(bytes) | Change::Replace(bytes) | Change::Force(bytes) => Some(bytes),
        Change::Guard(key) => Some(key.bytes()),
        Change::Keep | Change::Remove => None,
    }
}

/// The manifest of a folder that is being written: it lists the files of both runs, so that either is recognised.
fn under_way(changes: &Changes, before: &Disk) -> Manifest {
    let mut manifest = changes.manifest.clone();
    manifest.complete = false;
    let old = before.manifest.iter().flat_map(|manifest| &manifest.files);
    let mut files: Vec<ManifestFile> = old.chain(&changes.manifest.files).cloned().collect();
    let listed: BTreeMap<&str, &ManifestFile> =
        changes.manifest.files.iter().map(|file| (file.path.as_str(), file)).collect();
    for (path, change) in &changes.files {
        if let (Some(bytes), Some(file)) = (fresh(change), listed.get(path.as_str())) {
            files.push(ManifestFile { sha256: sha256(bytes), ..(*file).clone() });
        }
    }
    files.sort_by(|a, b| (&a.path, &a.sha256).cmp(&(&b.path, &b.sha256)));
    files.dedup();
    manifest.files = files;
    manifest
}

fn write_manifest(out: &Path, text: &str) -> Result<(), WorldError> {
    let staged = stage(out, Manifest::NAME, text.as_bytes(), false)?;
    move_in(Some(staged), &out.join(Manifest::NAME))
}

fn stage(out: &Path, path: &str, bytes: &[u8], secret: bool) -> Result<PathBuf, WorldError> {
    let target = place(out, path)?;
    let folder = target.parent().unwrap_or(out);
    fs::create_dir_all(folder).map_err(WorldError::io("create-folder", folder))?;
    let staged = staged_name(&target);
    match fs::remove_file(&staged) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(WorldError::Io("write", staged, error));
        }
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if secret {
        for_owner_alone(&mut options);
    }
    let mut file = options.open(&staged).map_err(WorldError::io("write", &staged))?;
    file.write_all(bytes).map_err(WorldError::io("write", &staged))?;
    Ok(staged)
}

#[cfg(unix)]
pub(super) fn for_owner_alone(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
pub(super) fn for_owner_alone(_: &mut OpenOptions) {}

fn move_in(staged: Option<PathBuf>, place: &Path) -> Result<(), WorldError> {
    let Some(staged) = staged else { return Ok(()) };
    fs::rename(&staged, place).map_err(WorldError::io("write", place))
}

/// Copies an edited file beside itself: as `.orig`, or `.orig2` and so on where an earlier copy stands. Never writes over
/// anything, nor through a link.
fn keep_original(place: &Path) -> Result<(), WorldError> {
    let bytes = fs::read(place).map_err(WorldError::io("keep", place))?;
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1_u32.. {
        let suffix = if number == 1 { String::new() } else { number.to_string() };
        let original = place.with_file_name(format!("{name}.orig{suffix}"));
        match OpenOptions::new().write(true).create_new(true).open(&original) {
            Ok(mut file) => return file.write_all(&bytes).map_err(WorldError::io("keep", place)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(WorldError::Io("keep", place.to_owned(), error)),
        }
    }
    Ok(())
}

/// Removes a file, and the folders that it leaves empty.
fn remove(out: &Path, place: &Path) -> Result<(), WorldError> {
    fs::remove_file(place).map_err(WorldError::io("remove", place))?;
    let mut folder = place.parent();
    while let Some(empty) = folder.filter(|folder| *folder != out && folder.starts_with(out)) {
        if fs::remove_dir(empty).is_err() {
            break;
        }
        folder = empty.parent();
    }
    Ok(())
}
