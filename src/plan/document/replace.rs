//! Which bytes to replace so that a value changes, an entry comes, or a child goes.

use serde_json::{Value as Json, json};

use super::Document;
use super::node::{Node, NodeKind};
use super::spell::{entry, inline};

/// A replacement of bytes.
pub(super) struct Change {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
}

impl Document {
    /// Puts `text` in the place of a value.
    pub(super) fn replacement(&self, node: &Node, text: String) -> Change {
        let old = &self.text[node.span.start..node.span.end];
        let behind_a_colon = self.text[..node.span.start].ends_with(':');
        let text = if behind_a_colon { format!(" {text}") } else { text };
        let text = if old.ends_with('\n') { text + self.newline() } else { text };
        Change { start: node.span.start, end: node.span.end, text }
    }

    /// Adds an entry to a mapping, or to nothing at all.
    pub(super) fn insertion(&self, node: &Node, key: &str, value: &Json) -> Option<Change> {
        if node.is_null() {
            return Some(self.replacement(node, inline(&json!({ key: value }))));
        }
        let NodeKind::Mapping { entries, flow } = &node.kind else {
            return None;
        };
        let Some(last) = entries.last() else {
            if *flow {
                return Some(self.replacement(node, inline(&json!({ key: value }))));
            }
            let at = self.text.len();
            let text = format!(
                "{}{}{}",
                self.newline_before(at),
                entry(key, value, 0, self.newline()),
                self.newline()
            );
            let text = if at == 0 || self.text.ends_with('\n') { text.trim_start().to_owned() } else { text };
            return Some(Change { start: at, end: at, text });
        };
        if *flow {
            let spelt = inline(&json!({ key: value }));
            let inner = spelt.strip_prefix("{ ").and_then(|rest| rest.strip_suffix(" }")).unwrap_or(&spelt);
            let at = match last.value.kind {
                NodeKind::Scalar { .. } => last.value.span.end,
                // What is in brackets takes the blanks behind it along.
                _ => self.text[..last.value.span.end].trim_end().len(),
            };
            return Some(Change { start: at, end: at, text: format!(", {inner}") });
        }
        let indent = entries[0].key_span.column - 1;
        let at = self.end_of_entry(&last.value);
        let spelt = entry(key, value, indent, self.newline());
        Some(Change {
            start: at,
            end: at,
            text: format!("{}{}{spelt}", self.newline_before(at), " ".repeat(indent)),
        })
    }

    /// Takes the child at index `at` out of a mapping or sequence.
    pub(super) fn removal(&self, parent: &Node, at: usize) -> Change {
        let children: Vec<(usize, &Node)> = match &parent.kind {
            NodeKind::Mapping { entries, .. } => {
                entries.iter().map(|e| (e.key_span.start, &e.value)).collect()
            }
            NodeKind::Sequence { items, .. } => items.iter().map(|item| (item.span.start, item)).collect(),
            NodeKind::Scalar { .. } => Vec::new(),
        };
        let (start, node) = children[at];
        if children.len() == 1 && (parent.is_flow() || matches!(parent.kind, NodeKind::Sequence { .. })) {
            let empty = if matches!(parent.kind, NodeKind::Sequence { .. }) { "[]" } else { "{}" };
            return Change { start: parent.span.start, end: parent.span.end, text: empty.to_owned() };
        }
        let line_start = self.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let lead = self.text[line_start..start].trim_start();
        let own_line = match parent.kind {
            NodeKind::Sequence { .. } => lead.trim_end() == "-",
            _ => lead.is_empty(),
        };
        if !parent.is_flow() && own_line {
            let mut end = self.end_of_entry(node);
            if !node_ends_line(&self.text, node) {
                end = self.text[end..].find('\n').map_or(self.text.len(), |newline| end + newline + 1);
            }
            return Change { start: line_start, end, text: String::new() };
        }
        match children.get(at + 1) {
            Some((next, _)) => Change { start, end: *next, text: String::new() },
            None => Change { start: children[at - 1].1.span.end, end: node.span.end, text: String::new() },
        }
    }

    /// The end of the line on which a value ends, before its line end; behind a value that ends with a line end itself.
    pub(super) fn end_of_entry(&self, node: &Node) -> usize {
        if node_ends_line(&self.text, node) {
            return node.span.end;
        }
        let end =
            self.text[node.span.end..].find('\n').map_or(self.text.len(), |newline| node.span.end + newline);
        if self.text[..end].ends_with('\r') { end - 1 } else { end }
    }

    pub(super) fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    pub(super) fn newline_before(&self, at: usize) -> &'static str {
        if self.text[..at].ends_with('\n') { "" } else { self.newline() }
    }
}

/// Whether the value's own text ends with a line end, as that of a block scalar does.
fn node_ends_line(text: &str, node: &Node) -> bool {
    node.span.end > node.span.start && text[..node.span.end].ends_with('\n')
}
