//! What a file is made of, by its ending: what a parser of its language finds, without comments, as a list of parts.
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the program's own file names are lower case"
)]

use pulldown_cmark::{Event, Options, Parser};
use serde_json::Value as Json;
use tree_sitter::Node;

use crate::inf;
use crate::ini;
use crate::words::words;

/// The parts of a file.
///
/// # Errors
/// No parser reads it, or nobody says how a file with this ending is read.
pub fn parts(path: &str, text: &str) -> Result<Vec<String>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    if text.contains('\r') {
        return Err("a carriage return stands alone".to_owned());
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    match name {
        "ns-batch.conf" => words(&text, ""),
        "haproxy.cfg" | "names.crt-list" => words(&text, "'"),
        _ if name.ends_with(".inf") => setup(&text),
        _ if name.ends_with(".ini") => configuration(&text),
        _ if name.ends_with(".ics") => calendar(&text),
        _ if name.ends_with(".txt") => Ok(text.lines().map(str::to_owned).collect()),
        _ if name.ends_with(".cmd") => Ok(batch(&text)),
        _ if name.ends_with(".csv") => table(&text),
        _ if name.ends_with(".md") => Ok(markdown(&text)),
        _ if name.ends_with(".ps1") => powershell(&text),
        _ if name.ends_with(".json") => {
            serde_json::from_str(&text).map(|value| flat(&value)).map_err(|error| error.to_string())
        }
        _ if name.ends_with(".yaml") => {
            serde_yaml::from_str(&text).map(|value: Json| flat(&value)).map_err(|error| error.to_string())
        }
        _ if name.ends_with(".svg") => svg(&text),
        _ if name.ends_with(".config") || name.ends_with(".xml") => xml(&text),
        _ => Err("nobody says how a file with this ending is read".to_owned()),
    }
}

/// The sections and entries of a setup information file; a subject in its parts.
fn setup(text: &str) -> Result<Vec<String>, String> {
    let mut parts = Vec::new();
    for (section, entries) in inf::read(&text.replace('\n', "\r\n"))? {
        parts.push(section);
        for (key, value) in entries {
            match key.as_str() {
                "Subject" => {
                    parts.extend(inf::subject(&value)?.into_iter().flat_map(|(key, text)| [key, text]));
                }
                _ => parts.extend([key, value]),
            }
        }
    }
    Ok(parts)
}

/// The sections, keys and values of an ini file.
fn configuration(text: &str) -> Result<Vec<String>, String> {
    let sections = ini::read(&text.replace('\n', "\r\n"))?;
    let part = |(section, entries): ini::Section| {
        [section].into_iter().chain(entries.into_iter().flat_map(|(key, value)| [key, value]))
    };
    Ok(sections.into_iter().flat_map(part).collect())
}

fn batch(text: &str) -> Vec<String> {
    let is_remark = |line: &str| line.trim_start().to_ascii_lowercase().starts_with("rem ");
    text.lines().filter(|line| !is_remark(line)).map(str::to_owned).collect()
}

fn table(text: &str) -> Result<Vec<String>, String> {
    let mut parts = Vec::new();
    for row in csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records() {
        parts.extend(row.map_err(|error| error.to_string())?.iter().map(str::to_owned));
        parts.push("\n".to_owned());
    }
    Ok(parts)
}

/// The markup, and the text between as it is read.
pub fn markdown(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut said = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            // A name is code where it can be, else text.
            Event::Text(text) | Event::Code(text) => said.push_str(&text),
            Event::SoftBreak => said.push('\n'),
            other => {
                if !said.is_empty() {
                    parts.push(std::mem::take(&mut said));
                }
                parts.push(format!("{other:?}"));
            }
        }
    }
    parts
}

fn powershell(text: &str) -> Result<Vec<String>, String> {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_pwsh::LANGUAGE.into()).map_err(|error| error.to_string())?;
    let tree = parser.parse(text, None).ok_or("no tree")?;
    if tree.root_node().has_error() {
        return Err("not PowerShell by its grammar".to_owned());
    }
    let mut parts = Vec::new();
    leaves(tree.root_node(), text, &mut parts);
    Ok(parts)
}

/// The leaves of a tree; texts in single quotes as they are read.
fn leaves(node: Node<'_>, text: &str, parts: &mut Vec<String>) {
    let own = &text[node.byte_range()];
    if node.kind() == "verbatim_string_characters" {
        parts.push(spoken(own));
    } else if node.kind() == "generic_token" {
        // A bare word is an argument as a quoted one is.
        parts.push(own.to_owned());
    } else if node.child_count() == 0 && node.kind() != "comment" {
        parts.push(format!("{}:{own}", node.kind()));
    } else {
        let mut cursor = node.walk();
        for child in node.children(&mut cursor) {
            leaves(child, text, parts);
        }
    }
}

/// What a text in single quotes says; PowerShell takes the typographic ones for the same.
pub fn spoken(quoted: &str) -> String {
    let is_quote = |character: char| "'‘’‚‛".contains(character);
    let inner = quoted.strip_prefix(is_quote).and_then(|rest| rest.strip_suffix(is_quote)).unwrap_or(quoted);
    let mut said = String::new();
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        said.push(character);
        if is_quote(character) {
            rest.next();
        }
    }
    said
}

/// Every key and value, with marks for what they are in.
pub fn flat(value: &Json) -> Vec<String> {
    match value {
        Json::Array(items) => {
            let inner = items.iter().flat_map(flat);
            ["[".to_owned()].into_iter().chain(inner).chain(["]".to_owned()]).collect()
        }
        Json::Object(entries) => {
            let inner = entries.iter().flat_map(|(key, value)| {
                let mut parts = vec![key.clone()];
                parts.extend(flat(value));
                parts
            });
            ["{".to_owned()].into_iter().chain(inner).chain(["}".to_owned()]).collect()
        }
        Json::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}

fn xml(text: &str) -> Result<Vec<String>, String> {
    let document = roxmltree::Document::parse(text).map_err(|error| error.to_string())?;
    let mut parts = Vec::new();
    for node in document.descendants().filter(|node| !node.is_comment()) {
        parts.push(format!("{:?} {}", node.node_type(), node.tag_name().name()));
        parts
            .extend(node.attributes().map(|attribute| format!("{}={}", attribute.name(), attribute.value())));
        if node.is_text() {
            parts.push(node.text().unwrap_or_default().trim().to_owned());
        }
    }
    Ok(parts)
}

/// The elements and attributes of a drawing, and what it tells on hover. Where things stand, and how much of a text has room
/// there, follows from how long texts are.
fn svg(text: &str) -> Result<Vec<String>, String> {
    let document = roxmltree::Document::parse(text).map_err(|error| error.to_string())?;
    let mut parts = Vec::new();
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        parts.push(element.tag_name().name().to_owned());
        parts.extend(element.attributes().map(|attribute| attribute.name().to_owned()));
        if ["title", "desc"].contains(&element.tag_name().name()) {
            parts.extend(element.text().unwrap_or_default().lines().map(|line| line.trim().to_owned()));
        }
    }
    Ok(parts)
}

#[test]
fn an_unknown_ending_and_broken_files_are_told() {
    assert!(parts("a/b.unknown", "x").is_err_and(|reason| reason.contains("ending")));
    for (path, text) in [
        ("a.json", "{"),
        ("a.yaml", "a: [\n"),
        ("a.ps1", "if (1) {"),
        ("web.config", "<a>"),
        ("a.svg", "<svg><text></svg>"),
        ("haproxy.cfg", "a \"b"),
        ("a.ini", "[A\n"),
        ("rules.csv", "a,b\nc\n"),
    ] {
        assert!(parts(path, text).is_err(), "{path}");
    }
    assert_ne!(parts("a.md", "a *b*"), parts("a.md", "a \\*b\\*"));
    assert_ne!(parts("a.ps1", "a 'b'"), parts("a.ps1", "a 'b'; c"));
}

/// The properties of a calendar and of its events, each with its value, as the library reads them.
fn calendar(text: &str) -> Result<Vec<String>, String> {
    let unfolded = icalendar::parser::unfold(text);
    let calendar = icalendar::parser::read_calendar(&unfolded)?;
    let mut parts = Vec::new();
    let mut told = |properties: &[icalendar::parser::Property<'_>]| {
        parts.extend(properties.iter().flat_map(|own| [own.name.to_string(), own.val.to_string()]));
    };
    told(&calendar.properties);
    for event in &calendar.components {
        told(&event.properties);
    }
    Ok(parts)
}
