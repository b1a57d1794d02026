//! `ucplan set`: changes answers in a plan file and leaves every comment and every other line alone.

use serde_json::Value as Json;

use super::load::{from_text, load};
use super::report::Failure;
use super::{Exit, Shell, arguments};
use crate::plan::document::{Node, NodeKind};
use crate::plan::{Document, Path};
use crate::text::Message;
use crate::world::write_over;

pub(super) fn run(shell: &Shell, wanted: &arguments::Set) -> Result<Exit, Failure> {
    let loaded = load(shell, &wanted.plan)?;
    let mut document = loaded.document;
    for answer in &wanted.answers {
        let (path, value) = answer.split_once('=').ok_or_else(|| Failure::Request(no_value(answer)))?;
        let path = read_path(path)?;
        document = document.set(&path, &read_value(value)).map_err(|_| Failure::Request(no_place(&path)))?;
    }
    for path in &wanted.unset {
        let path = read_path(path)?;
        document = document.remove(&path).map_err(|_| Failure::Request(no_place(&path)))?;
    }
    // What was changed must read back as a plan before it takes the place of one.
    from_text(shell, &wanted.plan, document.text())?;
    write_over(&wanted.plan, document.text()).map_err(Failure::World)?;
    let count = wanted.answers.len() + wanted.unset.len();
    shell.say(&Message::new("set-done").with("path", wanted.plan.display()).counting("count", count));
    Ok(Exit::Done)
}

fn read_path(text: &str) -> Result<Path, Failure> {
    text.trim().parse().map_err(|_| Failure::Request(Message::new("set-no-path").with("path", text)))
}

/// A value as people type it: YAML's own grammar, so that lists and quotes work.
fn read_value(text: &str) -> Json {
    let document = Document::parse(&format!("value: {text}\n"));
    document
        .ok()
        .and_then(|d| d.root().get("value").map(to_json))
        .unwrap_or_else(|| Json::String(text.to_owned()))
}

fn to_json(node: &Node) -> Json {
    match &node.kind {
        NodeKind::Scalar { .. } if node.is_null() => Json::Null,
        NodeKind::Scalar { text, plain: true } => match text.as_str() {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            digits => digits.parse::<u64>().map_or_else(|_| Json::String(text.clone()), Json::from),
        },
        NodeKind::Scalar { text, .. } => Json::String(text.clone()),
        NodeKind::Sequence { items, .. } => items.iter().map(to_json).collect(),
        NodeKind::Mapping { entries, .. } => {
            entries.iter().map(|entry| (entry.key.clone(), to_json(&entry.value))).collect()
        }
    }
}

fn no_value(answer: &str) -> Message {
    Message::new("set-no-value").with("answer", answer)
}

fn no_place(path: &Path) -> Message {
    Message::new("set-no-place").with("path", path)
}
