//! What people are told about a plan that can't stand: `refusals/<case>.yaml` is checked, `refusals/<case>.txt` has the
//! exit code and every word. `UCPLAN_BLESS=1` writes the words down anew; read them before they are kept.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use similar::TextDiff;

/// Marks that turn the writing direction, and other signs that nobody sees.
const INVISIBLE: &[char] = &['\u{61C}', '\u{2028}', '\u{2029}', '\u{FEFF}'];

#[test]
fn every_refusal_is_told_as_it_is_written_down() {
    let mut changes = String::new();
    for case in cases("yaml") {
        let told = check(&format!("{case}.yaml"));
        let file = folder().join(format!("{case}.txt"));
        let written = fs::read_to_string(&file).unwrap_or_default();
        if written == told {
            continue;
        }
        if std::env::var_os("UCPLAN_BLESS").is_some_and(|wish| wish == "1") {
            fs::write(&file, told).unwrap();
        } else {
            let diff = TextDiff::from_lines(&written, &told);
            changes += &diff.unified_diff().header(&format!("{case}.txt"), "what is told now").to_string();
        }
    }
    assert!(changes.is_empty(), "UCPLAN_BLESS=1 writes these down:\n{changes}");
}

#[test]
fn no_words_are_left_without_their_plan() {
    let plans = cases("yaml");
    assert!(plans.len() >= 24, "only {} cases", plans.len());
    let left: Vec<_> = cases("txt").difference(&plans).cloned().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn nothing_that_is_told_steers_a_terminal() {
    let is_raw = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
            || INVISIBLE.contains(&c)
    };
    for case in cases("yaml") {
        let told = check(&format!("{case}.yaml"));
        let raw: Vec<_> = told.lines().filter(|line| line.contains(is_raw)).collect();
        assert!(raw.is_empty(), "{case}: {raw:?}");
    }
}

/// `exit <code>`, then standard error, then standard output of `ucplan check` on a plan of the folder.
fn check(plan: &str) -> String {
    let home = std::env::temp_dir().join("ucplan-nobody");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ucplan"));
    command.args(["check", plan]).current_dir(folder()).env_clear();
    command.env("HOME", &home).env("NO_COLOR", "1").env("LANG", "C.UTF-8");
    let output = command.output().unwrap();
    let exit = output.status.code().map_or("nothing".to_owned(), |code| code.to_string());
    let words = [output.stderr, output.stdout].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    format!("exit {exit}\n{words}")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refusals")
}

/// The names of the files with this ending, without it.
fn cases(ending: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let fitting = paths.filter(|path| path.extension().is_some_and(|found| found == ending));
    fitting.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}
