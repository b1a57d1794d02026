//! Files with certificates that a person names: a file, a folder with several, a place below the home folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::{WorldError, read_certificates};

/// How the names of files end that look like certificates or requests.
const ENDINGS: [&str; 8] = ["pem", "cer", "crt", "der", "p7b", "p7c", "csr", "req"];

/// Reads the files that were named, each once; of a folder those whose names end as those of certificates do, sorted. What
/// can't be read stands beside the others with the reason.
#[must_use]
pub fn load_certificates(named: &[String]) -> Vec<(PathBuf, Result<Vec<u8>, WorldError>)> {
    let mut loaded: Vec<(PathBuf, Result<Vec<u8>, WorldError>)> = Vec::new();
    for name in named {
        let path = at_home(name, std::env::home_dir());
        let files = if path.is_dir() { inside(&path) } else { Ok(vec![path.clone()]) };
        match files {
            Ok(files) => {
                for file in files {
                    if loaded.iter().all(|(known, _)| *known != file) {
                        let bytes = read_certificates(&file);
                        loaded.push((file, bytes));
                    }
                }
            }
            Err(error) => loaded.push((path, Err(error))),
        }
    }
    loaded
}

/// The path that a person means: `~` at the beginning is the home folder.
fn at_home(name: &str, home: Option<PathBuf>) -> PathBuf {
    let rest = name.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\']));
    match (rest, home) {
        (Some(rest), Some(home)) => {
            let rest = rest.trim_start_matches(['/', '\\']);
            if rest.is_empty() { home } else { home.join(rest) }
        }
        _ => PathBuf::from(name),
    }
}

/// The files of a folder that look like certificates; without any, the folder can't be used.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, WorldError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(WorldError::io("read", folder))? {
        let path = entry.map_err(WorldError::io("read", folder))?.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if path.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(WorldError::NoCertificates(folder.to_owned()));
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_home_folder_is_meant_only_at_the_beginning() {
        let home = || Some(PathBuf::from("home"));
        assert_eq!(at_home("~", home()), Path::new("home"));
        assert_eq!(at_home("~/a.cer", home()), Path::new("home").join("a.cer"));
        for name in ["~a.cer", "a~/b.cer", "b.cer"] {
            assert_eq!(at_home(name, home()), Path::new(name));
        }
        assert_eq!(at_home("~/a.cer", None), Path::new("~/a.cer"));
    }

    #[test]
    fn of_a_folder_only_what_looks_like_certificates_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let named = [folder.path().display().to_string()];
        let empty = load_certificates(&named);
        assert!(matches!(empty[..], [(_, Err(WorldError::NoCertificates(_)))]), "{empty:?}");
        for name in ["b.PEM", "a.cer", "notes.txt", "key"] {
            fs::write(path(name), name).unwrap();
        }
        fs::create_dir(path("more.pem")).unwrap();
        let twice =
            [named[0].clone(), path("a.cer").display().to_string(), path("c.der").display().to_string()];
        let loaded = load_certificates(&twice);
        let names: Vec<_> = loaded.iter().map(|(own, _)| own.clone()).collect();
        assert_eq!(names, [path("a.cer"), path("b.PEM"), path("c.der")]);
        assert!(loaded[0].1.is_ok() && loaded[1].1.is_ok());
        assert!(loaded[2].1.as_ref().is_err_and(WorldError::is_missing_file));
    }
}
