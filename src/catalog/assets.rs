//! The embedded folders `assets/` and `templates/`: the only place that knows they are embedded.

use std::sync::LazyLock;

use include_dir::{Dir, DirEntry, include_dir};

use crate::text::Speaker;

static ASSETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The text of `assets/<path>`. A missing or unreadable asset is a fault of the build, found by the tests.
pub(super) fn asset(path: &str) -> &'static str {
    ASSETS.get_file(path).and_then(include_dir::File::contents_utf8).unwrap_or_default()
}

/// The files directly in `assets/<folder>` as (name, text), sorted by name.
pub(super) fn assets_in(folder: &str) -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<_> = ASSETS
        .get_dir(folder)
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
        .collect();
    files.sort_unstable();
    files
}

/// The embedded template file at `path` below `templates/`, written with `/` on every system.
#[must_use]
pub fn template_file(path: &str) -> Option<&'static str> {
    TEMPLATES.get_file(path).and_then(include_dir::File::contents_utf8)
}

/// The paths of all embedded template files, below `templates/`, sorted.
#[must_use]
pub fn template_paths() -> &'static [String] {
    static PATHS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut paths = Vec::new();
        collect(&TEMPLATES, &mut paths);
        paths.sort_unstable();
        paths
    });
    &PATHS
}

fn collect(folder: &Dir<'_>, paths: &mut Vec<String>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, paths),
            DirEntry::File(file) => {
                let parts: Vec<_> = file.path().iter().filter_map(|part| part.to_str()).collect();
                paths.push(parts.join("/"));
            }
        }
    }
}

/// One who speaks `language`, and English where that language lacks words.
///
/// # Errors
/// A faulty Fluent file among the assets; the tests hold that there is none.
pub fn speaker(language: &str) -> Result<Speaker, String> {
    let words = |tag: &str| assets_in(&format!("text/{tag}")).into_iter().map(|(_, text)| text).collect();
    let languages: Vec<(&str, Vec<&str>)> = if language == "en" {
        vec![("en", words("en"))]
    } else {
        vec![(language, words(language)), ("en", words("en"))]
    };
    Speaker::new(&languages)
}
