//! Golden files: what a test made, compared with what was found good; `UCPLAN_BLESS=1` writes them anew.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::path::Path;

use similar::TextDiff;

/// Compares a text with its golden file, or writes the file.
pub fn golden(path: &Path, text: &str, failures: &mut Vec<String>) {
    if std::env::var_os("UCPLAN_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    let text = text.replace("\r\n", "\n");
    if expected != text {
        let diff = TextDiff::from_lines(&expected, &text);
        failures.push(format!("{}\n{}", path.display(), diff.unified_diff().context_radius(2)));
    }
}
