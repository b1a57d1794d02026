//! Which places of the output folder are taken: no two files in one, on any system.

use std::collections::HashSet;

use super::dialect::quote;
use super::manifest::Manifest;
use crate::catalog::Dialect;

/// Names that no template may write: the manifest of the folder, and what is made with keys.
const KEPT: [&str; 3] = [Manifest::NAME, "key.pem", "request.csr"];

/// The places that are taken. Some systems know no difference between capitals and small letters.
#[derive(Default)]
pub(super) struct Places {
    files: HashSet<String>,
    folders: HashSet<String>,
}

impl Places {
    /// Takes a place.
    ///
    /// # Errors
    /// It is no place for a file, or it is taken.
    pub(super) fn claim(&mut self, path: &str) -> Result<(), String> {
        let is_name = |part: &str| quote(Dialect::Path, part).is_ok_and(|quoted| quoted == part);
        let last = path.rsplit('/').next().unwrap_or(path);
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
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_taken_once() {
        let mut places = Places::default();
        assert_eq!(places.claim("dns/a.zone"), Ok(()));
        assert_eq!(places.claim("dns/b.zone"), Ok(()));
        for path in
            ["dns/a.zone", "DNS/A.zone", "dns", "dns/a.zone/b", "../x", "a//b", "x/KEY.pem", "manifest.json"]
        {
            assert!(places.claim(path).is_err(), "{path}");
        }
    }
}
