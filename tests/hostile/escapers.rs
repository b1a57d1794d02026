//! What each escaper writes is read back by a reader of that language: it is the text that went in, and a comment with any
//! text in it does nothing.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser};
use serde_json::Value as Json;
use ucplan::artifact::{quote, remark};
use ucplan::catalog::Dialect;

use crate::common::{Desk, python_with, succeed};
use crate::inf;
use crate::ini;
use crate::structure::spoken;
use crate::values::values;

/// A value and how a language spells it, with a comment of that language before it.
pub struct Spelled {
    /// The text that went in.
    pub value: String,
    /// What the escaper made of it.
    pub quoted: String,
    /// A comment with hostile text, its line end with it; empty where the language has none.
    pub comment: String,
}

/// All values that a language can hold. Comments hold all of them, those too that the language refuses as values.
pub fn spelled(dialect: Dialect, is_fitting: impl Fn(&str) -> bool) -> Vec<Spelled> {
    let mut comments = String::new();
    let mut spelled = Vec::new();
    for value in values() {
        if let Some((before, behind)) = dialect.comment() {
            let _ = writeln!(comments, "{before}{}{behind}", remark(dialect, &value));
        }
        let quoted = quote(dialect, &value).ok().filter(|_| is_fitting(&value));
        if let Some(quoted) = quoted {
            spelled.push(Spelled { value, quoted, comment: std::mem::take(&mut comments) });
        }
    }
    assert!(spelled.len() > 20, "{dialect:?} holds {} values", spelled.len());
    spelled
}

/// Fails with the first value that was not read as it was written.
#[track_caller]
pub fn assert_same(spelled: &[Spelled], read: &[String]) {
    for (written, read) in spelled.iter().zip(read) {
        assert_eq!(&written.value, read, "{}", written.quoted);
    }
    assert_eq!(spelled.len(), read.len(), "some are missing, or there are more");
}

/// A file with an entry for each value, with what stands around.
pub fn file(spelled: &[Spelled], entry: impl Fn(usize, &Spelled) -> String) -> String {
    let entries = spelled.iter().enumerate().map(|(at, one)| format!("{}{}", one.comment, entry(at, one)));
    entries.collect::<Vec<_>>().concat()
}

/// The texts of a list that some reader printed as JSON.
#[track_caller]
fn texts(json: &str) -> Vec<String> {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json:.2000}"))
}

/// Whether a value holds nothing that every language refuses.
fn is_printable(value: &str) -> bool {
    !value.chars().any(char::is_control)
}

#[test]
fn no_language_takes_a_control_character() {
    let dialects = [
        Dialect::Apache,
        Dialect::Caddy,
        Dialect::CitrixAdc,
        Dialect::Cmd,
        Dialect::Csv,
        Dialect::Haproxy,
        Dialect::Inf,
        Dialect::Ini,
        Dialect::Javascript,
        Dialect::Json,
        Dialect::Lines,
        Dialect::Markdown,
        Dialect::Nftables,
        Dialect::Nginx,
        Dialect::Openssl,
        Dialect::Path,
        Dialect::Powershell,
        Dialect::Xml,
        Dialect::Yaml,
    ];
    for value in values() {
        for dialect in dialects {
            assert!(is_printable(&value) || quote(dialect, &value).is_err(), "{dialect:?} {value:?}");
            let comment = remark(dialect, &value);
            assert!(
                !comment.contains(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c)),
                "{comment:?}"
            );
        }
        // These can hold whatever is no control character.
        for dialect in [
            Dialect::Csv,
            Dialect::Haproxy,
            Dialect::Json,
            Dialect::Markdown,
            Dialect::Openssl,
            Dialect::Powershell,
        ] {
            assert!(!is_printable(&value) || quote(dialect, &value).is_ok(), "{dialect:?} {value:?}");
        }
    }
}

#[test]
fn a_part_of_a_path_never_leaves_its_folder_and_a_word_of_a_batch_file_is_harmless() {
    for value in values() {
        if let Ok(part) = quote(Dialect::Path, &value) {
            let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            assert!(part == value && part.chars().all(plain) && !part.starts_with('.'), "{part}");
        }
        if let Ok(word) = quote(Dialect::Cmd, &value) {
            assert!(word == value && !word.contains(|c: char| "\"%^&|<>!() ,;='".contains(c)), "{word}");
        }
        let comment = remark(Dialect::Cmd, &value);
        assert!(!comment.contains(|c: char| "\"%^&|<>!".contains(c)) && comment.len() <= 1000, "{comment}");
        if let Ok(line) = quote(Dialect::Lines, &value) {
            assert_eq!(line.lines().count().max(1), 1, "{line}");
        }
    }
}

#[test]
fn json_and_yaml_read_back() {
    let json = spelled(Dialect::Json, |_| true);
    let list = |all: &[Spelled]| all.iter().map(|one| one.quoted.clone()).collect::<Vec<_>>().join(",\n");
    assert_same(&json, &texts(&format!("[{}]", list(&json))));
    let yaml = spelled(Dialect::Yaml, |_| true);
    let text = file(&yaml, |_, one| format!("- {}\n", one.quoted));
    assert_same(&yaml, &serde_yaml::from_str::<Vec<String>>(&text).unwrap());
    let keys = file(&yaml, |_, one| format!("? {}\n: {}\n", one.quoted, one.quoted));
    let read: serde_json::Map<String, Json> = serde_yaml::from_str(&keys).unwrap();
    assert_eq!(read.len(), yaml.len());
    assert!(read.iter().all(|(key, value)| value == key));
}

#[test]
fn javascript_reads_back() {
    let Some(python) = python_with(&["dukpy"]) else { return };
    let all = spelled(Dialect::Javascript, |_| true);
    let desk = Desk::with_sample("two-domains");
    let entries = file(&all, |_, one| format!("all.push({});\n", one.quoted));
    desk.write("all.js", &format!("var all = [];\n{entries}JSON.stringify(all);\n"));
    let read = "import dukpy, sys; print(dukpy.evaljs(open('all.js', encoding='utf-8').read()))";
    assert_same(&all, &texts(&succeed(&python, &desk.path(""), &["-X", "utf8", "-c", read])));
}

#[test]
fn setup_information_reads_back() {
    let all = spelled(Dialect::Inf, |_| true);
    let text = file(&all, |_, one| format!("value = {}\n", one.quoted)).replace('\n', "\r\n");
    let bytes: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let read = inf::read(&format!("[All]\r\n{}", inf::decoded(&bytes).unwrap())).unwrap();
    let entries = inf::section(&read, "All");
    assert_same(&all, &entries.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>());
}

#[test]
fn ini_files_read_back() {
    // Blanks at the ends of a value are not read.
    let all = spelled(Dialect::Ini, |value| value == value.trim());
    let text = file(&all, |at, one| format!("Key{at}={}\n", one.quoted)).replace('\n', "\r\n");
    let read = ini::read(&format!("[All]\r\n{text}")).unwrap();
    assert_eq!(read.len(), 1);
    assert_same(&all, &read[0].1.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>());
}

#[test]
fn tables_read_back_and_no_cell_is_a_formula() {
    let all = spelled(Dialect::Csv, |_| true);
    let text = all.iter().map(|one| format!("first,{},last\n", one.quoted)).collect::<Vec<_>>().concat();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let cells = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let mut read = Vec::new();
    for cell in cells {
        assert!(cell.len() == 3 && !cell[1].starts_with(['=', '+', '-', '@']), "{cell:?}");
        let is_marked = cell[1].starts_with('\'') && cell[1][1..].starts_with(['=', '+', '-', '@']);
        read.push((is_marked, cell[1].clone()));
    }
    // A value that begins so itself is the same with and without the mark.
    let plain = read.iter().zip(&all).map(|((is_marked, cell), one)| {
        if *is_marked && one.value != *cell { cell[1..].to_owned() } else { cell.clone() }
    });
    assert_same(&all, &plain.collect::<Vec<_>>());
}

#[test]
fn xml_reads_back_in_elements_and_attributes() {
    let all = spelled(Dialect::Xml, |_| true);
    let entries = file(&all, |_, one| format!("<e a=\"{0}\" b='{0}'>{0}</e>\n", one.quoted));
    let text = format!("<all>\n{entries}</all>");
    let document = roxmltree::Document::parse(&text).unwrap();
    let elements: Vec<_> = document.descendants().filter(|node| node.has_tag_name("e")).collect();
    for at in ["a", "b"] {
        let read: Vec<String> = elements.iter().map(|e| e.attribute(at).unwrap().to_owned()).collect();
        assert_same(&all, &read);
    }
    let read: Vec<String> = elements.iter().map(|e| e.text().unwrap_or_default().to_owned()).collect();
    assert_same(&all, &read);
}

#[test]
fn powershell_reads_back() {
    let all = spelled(Dialect::Powershell, |_| true);
    let text = file(&all, |_, one| format!("f {}\n", one.quoted));
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_pwsh::LANGUAGE.into()).unwrap();
    let tree = parser.parse(&text, None).unwrap();
    assert!(!tree.root_node().has_error());
    let mut read = Vec::new();
    let mut commands = 0;
    let mut open = vec![tree.root_node()];
    while let Some(node) = open.pop() {
        match node.kind() {
            "verbatim_string_characters" => read.push(spoken(&text[node.byte_range()])),
            kind => {
                commands += usize::from(kind == "command");
                let mut cursor = node.walk();
                let children: Vec<_> = node.children(&mut cursor).collect();
                open.extend(children.into_iter().rev());
            }
        }
    }
    assert_eq!(commands, all.len());
    assert_same(&all, &read);
}

/// The text between the tags of a document that has nothing but these tags, in this order.
fn between(markdown: &str) -> (Vec<String>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) => text.push_str(&part),
            other => tags.push(format!("{other:?}")),
        }
    }
    (tags, text)
}

#[test]
fn markdown_reads_back_wherever_a_value_stands() {
    for value in values() {
        let Ok(quoted) = quote(Dialect::Markdown, &value) else { continue };
        for (before, behind) in [
            ("", "\n"),
            ("- ", "\n"),
            ("1. ", "\n"),
            ("# ", "\n"),
            ("before ", " behind\n"),
            ("before\n", "\n"),
            ("| a |\n|---|\n| ", " |\n"),
        ] {
            let (tags, text) = between(&format!("{before}{quoted}{behind}"));
            let (harmless, around) = between(&format!("{before}harmless{behind}"));
            assert_eq!(tags, harmless, "{before}{quoted}{behind}");
            assert_eq!(text, around.replace("harmless", &value), "{before}{quoted}{behind}");
        }
    }
}
