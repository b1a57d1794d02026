//! Reading and writing single files.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::text::Message;

/// The outside world refused. Holds the things; [`WorldError::message`] has the sentence's identity.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message().key())]
pub enum WorldError {
    /// A file or folder could not be used: what was tried (a key below `deed-`), on what, and what the system said.
    Io(&'static str, PathBuf, #[source] io::Error),
    /// A file that must not exist does.
    Exists(PathBuf),
    /// A file is no text.
    NotText(PathBuf),
    /// A file has more than so many megabytes.
    TooLarge(PathBuf, u64),
    /// A folder holds no file that looks like a certificate.
    NoCertificates(PathBuf),
    /// The manifest of a folder can't be read, in the reader's own words.
    Manifest(PathBuf, String),
    /// A key could not be made or used.
    Key(String),
    /// A key that exists is of another kind than the plan wants; the kind that is wanted.
    OtherKey(PathBuf, &'static str),
    /// A key that exists is locked, and nobody gave the passphrase.
    Locked(PathBuf),
    /// The passphrase that was given does not open a key that exists.
    WrongPassphrase(PathBuf),
    /// A file that should hold a passphrase holds none.
    NoPassphrase(PathBuf),
    /// A path of the output folder leads through something that is not a folder of its own.
    LeadsElsewhere(PathBuf),
}

impl WorldError {
    pub(super) fn io<'p>(deed: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> Self + 'p {
        move |error| Self::Io(deed, path.to_owned(), error)
    }

    /// Whether the file simply is not there: the command line names it wrongly.
    #[must_use]
    pub fn is_missing_file(&self) -> bool {
        matches!(self, Self::Io("read", _, error) if error.kind() == io::ErrorKind::NotFound)
    }

    /// Whether a file that was named can't be used as what it was named for: it is not there, a folder, too large, or no text.
    #[must_use]
    pub fn is_unusable_file(&self) -> bool {
        match self {
            Self::NotText(_) | Self::TooLarge(..) => true,
            Self::Io("read", _, error) => {
                matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::IsADirectory | io::ErrorKind::FileTooLarge
                )
            }
            _ => false,
        }
    }

    /// What happened, in words; its attribute `help` says what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Io(deed, path, error) => {
                Message::new(format!("world-{deed}")).with("path", path.display()).with("reason", error)
            }
            Self::Exists(path) => Message::new("world-exists").with("path", path.display()),
            Self::NotText(path) => Message::new("world-not-text").with("path", path.display()),
            Self::TooLarge(path, most) => {
                Message::new("world-too-large").with("path", path.display()).with("most", most)
            }
            Self::NoCertificates(path) => Message::new("world-no-certificates").with("path", path.display()),
            Self::Manifest(path, reason) => {
                Message::new("world-manifest").with("path", path.display()).with("reason", reason)
            }
            Self::Key(reason) => Message::new("world-key").with("reason", reason),
            Self::OtherKey(path, kind) => {
                Message::new("world-other-key").with("path", path.display()).with("kind", kind)
            }
            Self::Locked(path) => Message::new("world-locked").with("path", path.display()),
            Self::WrongPassphrase(path) => {
                Message::new("world-wrong-passphrase").with("path", path.display())
            }
            Self::NoPassphrase(path) => Message::new("world-no-passphrase").with("path", path.display()),
            Self::LeadsElsewhere(path) => Message::new("world-leads-elsewhere").with("path", path.display()),
        }
    }
}

/// The largest plan that is read, in bytes; the reader of plans has the same limit and a better message.
const READ_LIMIT: u64 = 17 * 1024 * 1024;

/// Reads a plan file.
///
/// # Errors
/// The file can't be opened, or is no text.
pub fn read_plan(path: &Path) -> Result<String, WorldError> {
    let file = fs::File::open(path).map_err(WorldError::io("read", path))?;
    let mut bytes = Vec::new();
    file.take(READ_LIMIT).read_to_end(&mut bytes).map_err(WorldError::io("read", path))?;
    String::from_utf8(bytes).map_err(|_| WorldError::NotText(path.to_owned()))
}

/// The largest zone file that is read, in bytes: some millions of records.
const ZONE_LIMIT: u64 = 256 * 1024 * 1024;

/// Reads a zone file. Only names and addresses matter in it, which are ASCII, so texts in another encoding do no harm.
///
/// # Errors
/// The file can't be opened, or is too large.
pub fn read_zone(path: &Path) -> Result<String, WorldError> {
    let file = fs::File::open(path).map_err(WorldError::io("read", path))?;
    let mut bytes = Vec::new();
    file.take(ZONE_LIMIT + 1).read_to_end(&mut bytes).map_err(WorldError::io("read", path))?;
    if bytes.len() as u64 > ZONE_LIMIT {
        return Err(WorldError::Io("read", path.to_owned(), io::ErrorKind::FileTooLarge.into()));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The largest file with certificates that is read, in bytes: some ten thousand certificates.
const CERTIFICATE_LIMIT: u64 = 16 * 1024 * 1024;

/// Reads a file with certificates, in whatever form.
///
/// # Errors
/// The file can't be opened, or is too large.
pub fn read_certificates(path: &Path) -> Result<Vec<u8>, WorldError> {
    let file = fs::File::open(path).map_err(WorldError::io("read", path))?;
    let mut bytes = Vec::new();
    file.take(CERTIFICATE_LIMIT + 1).read_to_end(&mut bytes).map_err(WorldError::io("read", path))?;
    if bytes.len() as u64 > CERTIFICATE_LIMIT {
        return Err(WorldError::TooLarge(path.to_owned(), CERTIFICATE_LIMIT / 1024 / 1024));
    }
    Ok(bytes)
}

/// Writes a file that does not exist yet, whole or not at all.
///
/// # Errors
/// It exists, or the disk refuses.
pub fn write_new(path: &Path, text: &str) -> Result<(), WorldError> {
    let staged = stage(path, text.as_bytes())?;
    match staged.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(WorldError::Exists(path.to_owned()))
        }
        Err(error) => Err(WorldError::Io("write", path.to_owned(), error.error)),
    }
}

/// Writes a file over an older one, whole or not at all; the permissions of the older one stay.
///
/// # Errors
/// The disk refuses.
pub fn write_over(path: &Path, text: &str) -> Result<(), WorldError> {
    // A link stays a link: what it leads to is written.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let staged = stage(&place, text.as_bytes())?;
    if let Ok(old) = fs::metadata(&place) {
        staged.as_file().set_permissions(old.permissions()).map_err(WorldError::io("write", path))?;
    }
    staged.persist(&place).map(|_| ()).map_err(|error| WorldError::Io("write", path.to_owned(), error.error))
}

fn stage(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, WorldError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut staged = tempfile::Builder::new();
    make_readable(&mut staged);
    let mut staged = staged.tempfile_in(folder).map_err(WorldError::io("write", folder))?;
    staged.write_all(bytes).map_err(WorldError::io("write", path))?;
    Ok(staged)
}

/// Plans are for everybody who may read the folder; temporary files are made for their owner alone.
#[cfg(unix)]
fn make_readable(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn make_readable(_: &mut tempfile::Builder<'_, '_>) {}

/// The templates that a user lays over the embedded ones: everything below `templates/` in the config folder, by its
/// path with `/`. No folder, no overrides.
///
/// # Errors
/// A file that can't be read, or is no text.
pub fn overrides(config: &Path) -> Result<BTreeMap<String, String>, WorldError> {
    let mut files = BTreeMap::new();
    let root = config.join("templates");
    if root.is_dir() {
        collect(&root, "", &mut files)?;
    }
    Ok(files)
}

/// The user's own key table: `keys.yaml` in the config folder.
#[derive(Debug)]
pub struct OwnKeys {
    /// The file.
    pub file: PathBuf,
    /// What stands in it.
    pub text: Result<String, WorldError>,
}

/// The user's own key table, if there is one.
#[must_use]
pub fn own_keys(config: &Path) -> Option<OwnKeys> {
    let file = config.join("keys.yaml");
    file.exists().then(|| OwnKeys { text: read_plan(&file), file })
}

/// Copies the embedded key table into the config folder, where it can be changed.
///
/// # Errors
/// It is there already, or the disk refuses.
pub fn export_keys(config: &Path, text: &str) -> Result<PathBuf, WorldError> {
    fs::create_dir_all(config).map_err(WorldError::io("create-folder", config))?;
    let place = config.join("keys.yaml");
    write_new(&place, text)?;
    Ok(place)
}

/// Copies an embedded template into the config folder, where it takes the place of the embedded one.
///
/// # Errors
/// It is there already, or the disk refuses.
pub fn export(config: &Path, template: &str, text: &str) -> Result<PathBuf, WorldError> {
    let place = template.split('/').fold(config.join("templates"), |place, part| place.join(part));
    let folder = place.parent().unwrap_or(config);
    fs::create_dir_all(folder).map_err(WorldError::io("create-folder", folder))?;
    write_new(&place, text)?;
    Ok(place)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> Result<(), WorldError> {
    for entry in fs::read_dir(folder).map_err(WorldError::io("read", folder))? {
        let path = entry.map_err(WorldError::io("read", folder))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Err(WorldError::NotText(path));
        };
        let key = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") };
        if path.is_dir() {
            collect(&path, &key, files)?;
        } else {
            files.insert(key, read_plan(&path)?);
        }
    }
    Ok(())
}
