//! The architecture as tests: floors, one crate one room, openings, lengths, and the map in `src/lib.rs`.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use sources::{Source, is_rust, project, sources};

/// The rooms and their floors, as the map in `src/lib.rs` has them.
const FLOORS: &[(&str, u8)] = &[
    ("value", 0),
    ("text", 0),
    ("catalog", 1),
    ("finding", 1),
    ("plan", 2),
    ("topology", 3),
    ("requirement", 4),
    ("journey", 5),
    ("inspect", 5),
    ("artifact", 6),
    ("verify", 6),
    ("blueprint", 7),
    ("interview", 8),
    ("world", 9),
    ("cli", 10),
    ("tui", 10),
];

/// Where each third-party crate may be used: rooms or files below `src/`. One that is missing here may not be used at all.
const CRATES: &[(&str, &[&str])] = &[
    ("clap", &["cli/"]),
    ("cms", &["inspect/"]),
    ("crossterm", &["tui/terminal.rs"]),
    ("data-encoding", &["tui/copy.rs"]),
    ("der", &["inspect/"]),
    ("directories", &["world/"]),
    ("fluent-bundle", &["text/"]),
    ("getrandom", &["world/"]),
    ("ics", &["artifact/calendar.rs"]),
    ("include_dir", &["catalog/"]),
    ("jiff", &["value/"]),
    ("annotate-snippets", &["cli/"]),
    ("minijinja", &["artifact/template.rs"]),
    ("pkcs8", &["world/"]),
    ("psl", &["catalog/"]),
    ("ratatui", &["tui/"]),
    ("rcgen", &["artifact/csr.rs", "world/keys.rs", "world/key_file.rs"]),
    ("rustix", &["world/"]),
    ("saphyr-parser", &["plan/"]),
    ("serde", ANYWHERE),
    ("serde_json", ANYWHERE),
    ("serde_yaml", &["plan/", "catalog/"]),
    ("sha1", &["inspect/"]),
    ("sha2", &["artifact/", "inspect/"]),
    ("signal-hook", &["world/"]),
    ("similar", &["cli/catalog.rs", "tui/screen/files/"]),
    ("strsim", &["plan/"]),
    ("syntect", &["tui/syntax.rs"]),
    ("tempfile", &["world/"]),
    ("textwrap", &["text/"]),
    ("thiserror", ANYWHERE),
    ("tui-input", &["tui/widget/"]),
    ("unic-langid", &["text/"]),
    ("unicode-width", &["text/"]),
    ("x509-parser", &["inspect/"]),
    ("zeroize", &["artifact/secret.rs"]),
];

/// Vocabulary of every room.
const ANYWHERE: &[&str] = &[""];

/// What no code but tests may hold.
const FORBIDDEN: &[&str] = &[".unwrap()", "todo!", "unimplemented!", "dbg!"];

/// A file longer than this is to be mentioned; one longer than [`MOST_LINES`] is to be split.
const MANY_LINES: usize = 300;
const MOST_LINES: usize = 400;

#[test]
fn rooms_use_lower_floors_only() {
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some(room) = room_of(&source) else { continue };
        let Some(floor) = floor_of(&room) else {
            faults.push(format!("{}: the room `{room}` has no floor", source.path));
            continue;
        };
        for (at, other) in rooms_used(&source) {
            if other != room && floor_of(&other).is_none_or(|other| other >= floor) {
                faults.push(format!("{}: `{room}` may not use `{other}`", source.place(at)));
            }
        }
    }
    none(&faults);
}

#[test]
fn each_third_party_crate_lives_in_its_room() {
    let dependencies = dependencies();
    let table: BTreeMap<_, _> = CRATES.iter().copied().collect();
    let known = table.keys().filter(|name| !dependencies.contains(**name));
    let mut faults: Vec<_> =
        known.map(|name| format!("`{name}` is no dependency: take its row away")).collect();
    let sources = sources("src");
    for name in &dependencies {
        let Some(rooms) = table.get(name.as_str()) else {
            faults.push(format!("`{name}` has no row that says where it lives"));
            continue;
        };
        let uses: Vec<_> =
            sources.iter().filter_map(|source| Some((source, crate_use(source, name)?))).collect();
        if uses.is_empty() {
            faults.push(format!("`{name}` is used nowhere"));
        }
        for (source, at) in uses {
            if !rooms.iter().any(|room| source.path.starts_with(&format!("src/{room}"))) {
                faults.push(format!("{}: `{name}` lives in {rooms:?}", source.place(at)));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_file_opens_with_its_purpose() {
    let all = sources("src").into_iter().chain(sources("tests"));
    none(&all.filter(|source| source.opening().is_empty()).map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn every_room_says_what_it_must_never_know() {
    let is_entrance = |source: &Source| match source.path.split('/').collect::<Vec<_>>()[..] {
        ["src", file] => !["lib.rs", "main.rs"].contains(&file),
        ["src", _, "mod.rs"] => true,
        _ => false,
    };
    let rooms = sources("src").into_iter().filter(is_entrance);
    none(
        &rooms
            .filter(|room| !room.opening().contains("Must never"))
            .map(|room| room.path)
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_file_is_too_long() {
    let mut faults = Vec::new();
    for source in sources("src").into_iter().chain(sources("tests")) {
        let count = source.text.lines().count();
        if count > MOST_LINES {
            faults.push(format!("{}: {count} lines", source.path));
        } else if count > MANY_LINES {
            println!("note: {}: {count} lines", source.path);
        }
    }
    none(&faults);
}

#[test]
fn no_shortcut_is_left_in_the_code() {
    let mut faults = Vec::new();
    for source in sources("src") {
        let shortcuts = FORBIDDEN.iter().flat_map(|shortcut| source.code.match_indices(shortcut));
        let marks = source.untested.match_indices("FIXME");
        faults.extend(shortcuts.chain(marks).map(|(at, found)| format!("{}: `{found}`", source.place(at))));
    }
    none(&faults);
}

#[test]
fn the_map_shows_the_rooms_that_are_there() {
    let mut there: BTreeMap<String, String> = BTreeMap::new();
    for entry in fs::read_dir(project().join("src")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let shown = if entry.path().is_dir() { format!("{name}/") } else { name };
        if !["lib.rs", "main.rs"].contains(&shown.as_str()) {
            let floor = floor_of(shown.trim_end_matches('/').trim_end_matches(".rs"));
            there.insert(shown, floor.map_or("no floor".into(), |floor| format!("floor {floor}")));
        }
    }
    assert_eq!(map(), there, "the map in src/lib.rs (left) and the rooms with their floors (right)");
}

#[test]
fn comments_strings_and_tests_are_no_code() {
    let text = r##"use crate::{plan::{Path, b}, text::Message}; // crate::cli
        const A: &str = "crate::cli \" //"; const B: &str = r#"crate::cli " "#; const C: char = '"';
        fn f<'a>(x: &'a str) { $crate::value::g(super::super::world::h, super::i::j) /* crate::cli */ }
        #[cfg(test)]
        mod tests { fn t() { crate::cli::run("{").unwrap() } }
        use crate::finding::Finding;"##;
    let source = Source::of("src/plan/x.rs".into(), text.into());
    let mut used: Vec<_> = rooms_used(&source).into_iter().map(|(_, room)| room).collect();
    used.sort();
    assert_eq!(used, ["finding", "plan", "text", "value", "world"]);
    assert!(!source.code.contains("unwrap"));
    assert_eq!(source.literals.len(), 2);
}

/// The rows of the map: what begins a line of a code block as a folder or file does, and the floor that ends the line.
fn map() -> BTreeMap<String, String> {
    let text = fs::read_to_string(project().join("src/lib.rs")).unwrap();
    let docs = text.lines().filter_map(|line| line.strip_prefix("//! ").or_else(|| line.strip_prefix("//!")));
    let mut rows = BTreeMap::new();
    let mut in_block = false;
    for line in docs {
        if line.starts_with("```") {
            in_block = !in_block;
        }
        let name = line.split(' ').next().unwrap_or_default();
        if in_block && (name.ends_with('/') || is_rust(name)) {
            let floor = line.rfind("floor ").map_or("no floor", |at| &line[at..]);
            rows.insert(name.to_owned(), floor.trim_end().to_owned());
        }
    }
    rows
}

/// The room of a file, if it is in one: `lib.rs` and `main.rs` are in none.
fn room_of(source: &Source) -> Option<String> {
    let first = source.path.strip_prefix("src/")?.split('/').next()?;
    let room = first.strip_suffix(".rs").unwrap_or(first);
    Some(room.to_owned()).filter(|room| !["lib", "main"].contains(&room.as_str()))
}

fn floor_of(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

/// Every room that a file names in a path from the crate's root, with the place.
fn rooms_used(source: &Source) -> Vec<(usize, String)> {
    let below_src = source.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let to_the_root = "super::".repeat(below_src.split('/').count());
    let mut found = Vec::new();
    for root in ["crate::", to_the_root.as_str()] {
        for (at, _) in source.code.match_indices(root).filter(|(at, _)| begins_a_word(&source.code, *at)) {
            found.extend(first_steps(&source.code[at + root.len()..]).into_iter().map(|room| (at, room)));
        }
    }
    found
}

/// The first step of a path, or of each path of a group in braces.
fn first_steps(path: &str) -> BTreeSet<String> {
    let word =
        |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let Some(group) = path.trim_start().strip_prefix('{') else {
        return BTreeSet::from([word(path)]);
    };
    let mut steps = BTreeSet::new();
    let (mut depth, mut start) = (0, 0);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                steps.insert(word(&group[start..at]));
                start = at + 1;
                if character == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    steps.remove("");
    steps
}

fn begins_a_word(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
}

/// The names of `[dependencies]`, and of those of some systems only, as the sources see them but for hyphens.
fn dependencies() -> BTreeSet<String> {
    let manifest = fs::read_to_string(project().join("Cargo.toml")).unwrap();
    let mut names = BTreeSet::new();
    let mut is_inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_inside = line == "[dependencies]"
                || (line.starts_with("[target.") && line.ends_with(".dependencies]"));
        } else if let Some((name, _)) = line.split_once('=').filter(|_| is_inside) {
            names.insert(name.trim().to_owned());
        }
    }
    names
}

/// Where a file first uses a crate outside its tests, if it does.
fn crate_use(source: &Source, name: &str) -> Option<usize> {
    let name = name.replace('-', "_");
    let uses = source.code.match_indices(&name).filter(|(at, _)| begins_a_word(&source.code, *at));
    uses.map(|(at, _)| at).find(|at| source.code[at + name.len()..].starts_with("::"))
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
