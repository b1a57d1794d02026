//! Which places of the output folder are taken: no two files in one, on any system.

use std::collections::HashSet;

use super::dialect::quote;
use super::manifest::Manifest;
use crate::catalog::Dialect;
use crate::value::is_device_name;

/// Names that no template may write: the manifest of the folder, and what is made with keys.
const KEPT: [&str; 3] = [Manifest::NAME, "key.pem", "request.csr"];

/// The path with an underscore before each part that no file or folder can be called on Windows, where the name of a
/// device stays one whatever follows behind a dot.
pub(super) fn portable(path: &str) -> String {
    let parts =
        path.split('/').map(|part| if is_device(part) { format!("_{part}") } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("/")
}

fn is_device(part: &str) -> bool {
    is_device_name(part.split('.').next().unwrap_or(part))
}

/// The places that are taken. Some systems know no difference between capitals and small letters.
#[derive(Default)]
pub(super) struct Places {
    files: HashSet<String>,
    folders: HashSet<String>,
}

impl Places {
    /// Takes a place, and says where it is: another one where a system could not hold it.
    ///
    /// # Errors
    /// It is no place for a file, or it is taken.
    pub(super) fn claim(&mut self, path: &str) -> Result<String, String> {
        let path = portable(path);
        let is_name = |part: &str| quote(Dialect::Path, part).is_ok_and(|quoted| quoted == part);
        let last = path.rsplit('/').next().unwrap_or(&path);
        if !path.split('/').all(is_name) || KEPT.iter().any(|kept| last.eq_ignore_ascii_case(kept)) {
            return Err(format!("`{path}` is no place for an output file"));
        }
        let place = path.to_ascii_lowercase();
        let mut above = place.match_indices('/').map(|(at, _)| &place[..at]);
        if above.any(|folder| self.files.contains(folder))
            || self.folders.contains(&place)
            || self.files.contains(&place)
        {
            return Err(format!("two files would go to `{path}`"));
        }
        let folders = place.match_indices('/').map(|(at, _)| place[..at].to_owned());
        self.folders.extend(folders);
        self.files.insert(place);
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_taken_once() {
        let mut places = Places::default();
        assert_eq!(places.claim("dns/a.zone").as_deref(), Ok("dns/a.zone"));
        assert_eq!(places.claim("dns/b.zone").as_deref(), Ok("dns/b.zone"));
        for path in
            ["dns/a.zone", "DNS/A.zone", "dns", "dns/a.zone/b", "../x", "a//b", "x/KEY.pem", "manifest.json"]
        {
            assert!(places.claim(path).is_err(), "{path}");
        }
    }

    #[test]
    fn a_name_that_windows_keeps_for_a_device_gets_another_place() {
        let mut places = Places::default();
        for (wanted, place) in [
            ("dns/external/con.example.zone", "dns/external/_con.example.zone"),
            ("certificates/AUX/names.txt", "certificates/_AUX/names.txt"),
            ("nul", "_nul"),
            ("lpt1.yaml", "_lpt1.yaml"),
            ("x/Com9.example/prn", "x/_Com9.example/_prn"),
            ("com0.example", "com0.example"),
            ("com10.zone", "com10.zone"),
            ("icon.example", "icon.example"),
            ("a.con", "a.con"),
            ("con-1.zone", "con-1.zone"),
        ] {
            assert_eq!(places.claim(wanted).as_deref(), Ok(place));
        }
        assert!(places.claim("dns/external/_con.example.zone").is_err(), "it is taken");
    }
}
