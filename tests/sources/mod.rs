//! The project's own sources as the tests about them read them: code apart from comments, strings and tests.
#![allow(dead_code, reason = "each test file that reads sources uses a part of this")]

use std::fs;
use std::ops::Range;
use std::path::Path;

/// A string literal outside comments and tests.
pub struct Literal {
    /// Where its opening quote stands in the text.
    pub at: usize,
    /// What stands between the quotes, escapes as they are written.
    pub text: String,
}

/// A Rust file.
pub struct Source {
    /// Its path below the project, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
    /// The same with test modules made blank; of equal length, as every other form of the text.
    pub untested: String,
    /// The same with comments, strings and test modules made blank: what the compiler acts on.
    pub code: String,
    /// The strings outside comments and test modules.
    pub literals: Vec<Literal>,
}

impl Source {
    /// Reads the text of a file.
    pub fn of(path: String, text: String) -> Self {
        let (mut code, mut literals) = scan(&text);
        let mut untested = text.clone();
        for tests in test_modules(&code) {
            assert!(!tests.is_empty(), "{path}: tests stand in the file that they test");
            blank(&mut code, tests.clone());
            blank(&mut untested, tests.clone());
            literals.retain(|literal| !tests.contains(&literal.at));
        }
        Self { path, text, untested, code, literals }
    }

    /// `path:line` of a byte of the text.
    pub fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.text[..at].matches('\n').count() + 1)
    }

    /// The literals that directly follow `opening`, such as `Message::new(`, whatever blanks stand between.
    pub fn literals_behind<'s>(&'s self, opening: &'s str) -> impl Iterator<Item = &'s Literal> {
        self.literals.iter().filter(move |literal| self.code[..literal.at].trim_end().ends_with(opening))
    }

    /// The comment at the top, without its marks, on one line.
    pub fn opening(&self) -> String {
        let lines = self.text.lines().map_while(|line| line.strip_prefix("//!"));
        lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }
}

/// The project's folder.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn below_project(path: &Path) -> String {
    let parts: Vec<_> =
        path.strip_prefix(project()).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
    parts.join("/")
}

/// Every Rust file below a folder of the project, sorted by path.
pub fn sources(folder: &str) -> Vec<Source> {
    let rust = texts(folder).into_iter().filter(|(path, _)| is_rust(path));
    rust.map(|(path, text)| Source::of(path, text)).collect()
}

/// Whether a name is that of a Rust file.
pub fn is_rust(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "rs")
}

/// Every text file below a folder of the project, by its path, sorted.
pub fn texts(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![project().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push((below_project(&path), text));
            }
        }
    }
    found.sort();
    found
}

/// The code with comments and strings made blank, and the strings.
fn scan(text: &str) -> (String, Vec<Literal>) {
    let (mut code, mut literals) = (text.to_owned(), Vec::new());
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        let rest = &text[at..];
        let follows_a_word = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let length = if rest.starts_with("//") {
            blank(&mut code, at..at + rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            blank(&mut code, at..at + rest.find("*/").map_or(rest.len(), |end| end + 2))
        } else if let Some((opening, hashes)) = raw_string(rest).filter(|_| !follows_a_word) {
            let inner = rest[opening..].find(&format!("\"{}", "#".repeat(hashes))).unwrap();
            literals.push(Literal { at, text: rest[opening..opening + inner].to_owned() });
            blank(&mut code, at..at + opening + inner + 1 + hashes)
        } else if character == '"' {
            let length = quoted(rest, '"');
            literals.push(Literal { at, text: rest[1..length - 1].to_owned() });
            blank(&mut code, at..at + length)
        } else if character == '\'' && is_character(rest) {
            blank(&mut code, at..at + quoted(rest, '\''))
        } else {
            character.len_utf8()
        };
        at += length;
    }
    (code, literals)
}

/// Makes a range blank, line ends apart, and gives its length.
fn blank(text: &mut String, range: Range<usize>) -> usize {
    let blanks: String =
        text[range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(range.clone(), &blanks);
    range.len()
}

/// The length of the opening of a raw string, and its number of hashes.
fn raw_string(text: &str) -> Option<(usize, usize)> {
    let rest = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    rest[hashes..].starts_with('"').then(|| (text.len() - rest.len() + hashes + 1, hashes))
}

/// The length of the quoted thing that the text begins with, both quotes counted.
fn quoted(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Whether a quote opens a character and not a lifetime.
fn is_character(text: &str) -> bool {
    let mut characters = text.chars().skip(1);
    characters.next() == Some('\\') || characters.next() == Some('\'')
}

/// Where the test modules stand in code; an empty range for one that stands in a file of its own.
fn test_modules(code: &str) -> Vec<Range<usize>> {
    let mark = "#[cfg(test)]";
    code.match_indices(mark)
        .map(|(start, _)| start..end_of_item(code, start + mark.len()).unwrap_or(start))
        .collect()
}

fn end_of_item(code: &str, start: usize) -> Option<usize> {
    let opening = start + code[start..].find(['{', ';']).filter(|at| code[start + at..].starts_with('{'))?;
    let mut depth = 0;
    for (at, character) in code[opening..].char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 1 => return Some(opening + at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}
