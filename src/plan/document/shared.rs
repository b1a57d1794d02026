//! What stands in a text once and counts in several places: before an edit touches it, each other place gets its own copy.

use std::borrow::Cow;
use std::collections::HashSet;

use super::edit::EditRefusal;
use super::node::{Node, NodeKind};
use super::replace::Change;
use super::spell::{quoted, scalar};
use super::{Document, Path};

impl Document {
    /// The document in which an edit at `path` changes no other place: the aliases that lead there, and those of the anchors
    /// around and in it, are written out. The alias at `path` itself is too where the edit goes into it.
    pub(super) fn apart(&self, path: &Path, into: bool) -> Result<Cow<'_, Self>, EditRefusal> {
        let mut document = Cow::Borrowed(self);
        while let Some(change) = document.parting(path, into) {
            document = Cow::Owned(document.change(change)?);
        }
        Ok(document)
    }

    /// The next change that takes something shared apart.
    fn parting(&self, path: &Path, into: bool) -> Option<Change> {
        let mut used = Vec::new();
        aliases(&self.root, &mut used);
        if used.is_empty() {
            return None;
        }
        let steps = path.steps();
        let mut node = &self.root;
        let mut touched = HashSet::from([node.anchor]);
        let mut there = 0;
        while let Some(next) = steps.get(there).and_then(|step| node.step(step)) {
            (node, there) = (next, there + 1);
            if node.alias > 0 && (into || there < steps.len()) {
                return Some(written_out(self, node));
            }
            touched.insert(node.anchor);
        }
        if there == steps.len() && node.alias == 0 {
            anchors(node, &mut touched);
        }
        // An anchor that nobody has is 0, as is the alias of none.
        used.into_iter().find(|node| touched.contains(&node.alias)).map(|node| written_out(self, node))
    }
}

fn written_out(document: &Document, node: &Node) -> Change {
    document.replacement(node, spelt(node))
}

/// The aliases that stand in the text.
fn aliases<'n>(node: &'n Node, found: &mut Vec<&'n Node>) {
    if node.alias > 0 {
        found.push(node);
        return;
    }
    for inner in inner(node) {
        aliases(inner, found);
    }
}

/// The anchors that stand in a part of the text.
fn anchors(node: &Node, found: &mut HashSet<usize>) {
    if node.alias == 0 {
        found.insert(node.anchor);
        for inner in inner(node) {
            anchors(inner, found);
        }
    }
}

fn inner(node: &Node) -> impl Iterator<Item = &Node> {
    node.items().iter().chain(node.entries().iter().map(|entry| &entry.value))
}

/// What a node stands for, on one line.
fn spelt(node: &Node) -> String {
    match &node.kind {
        NodeKind::Scalar { .. } if node.is_null() => "null".to_owned(),
        // Truths and numbers stay what they are.
        NodeKind::Scalar { text, plain: true } if text.chars().all(is_harmless) => text.clone(),
        NodeKind::Scalar { text, .. } => quoted(text),
        NodeKind::Sequence { items, .. } => {
            format!("[{}]", items.iter().map(spelt).collect::<Vec<_>>().join(", "))
        }
        NodeKind::Mapping { entries, .. } if entries.is_empty() => "{}".to_owned(),
        NodeKind::Mapping { entries, .. } => {
            let spelt =
                entries.iter().map(|entry| format!("{}: {}", scalar(&entry.key), spelt(&entry.value)));
            format!("{{ {} }}", spelt.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Whether a character of a plain scalar means nothing else in brackets.
fn is_harmless(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '_' | '/' | '-' | '+' | '@' | ' ' | '*')
}
