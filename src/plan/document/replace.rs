//! Which bytes to replace so that a value changes, an entry comes, or a child goes.

use serde_json::{Value as Json, json};

use super::Document;
use super::node::{Node, NodeKind, Span};
use super::spell::{entry, inline};

/// A replacement of bytes.
pub(super) struct Change {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
}

impl Document {
    /// Puts `text` in the place of a value. A block makes room on the line of its key or its dash.
    pub(super) fn replacement(&self, node: &Node, text: String) -> Change {
        let Span { start, end, .. } = node.span;
        let above = &self.text[node.lead.min(start)..start];
        if let Some(line) = above.rfind('\n').filter(|_| !node.is_flow() && node.scalar().is_none()) {
            let above = above[..line].trim_end_matches('\r');
            let line_end = if node_ends_line(&self.text, node) { self.newline() } else { "" };
            let below = if node_ends_line(&self.text, node) { end } else { self.end_of_entry(node) };
            return Change { start: node.lead, end: below, text: format!(" {text}{above}{line_end}") };
        }
        let needs_room = self.text[..start].ends_with([':', '-']) && node.lead == start;
        let text = if needs_room { format!(" {text}") } else { text };
        let text = if node_ends_line(&self.text, node) { text + self.newline() } else { text };
        Change { start, end, text }
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
            let at = last.value.span.end;
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
            // In a block an item begins with its dash.
            NodeKind::Sequence { items, flow: false } => {
                items.iter().map(|item| (item.lead.saturating_sub(1), item)).collect()
            }
            NodeKind::Sequence { items, .. } => items.iter().map(|item| (item.span.start, item)).collect(),
            NodeKind::Scalar { .. } => Vec::new(),
        };
        let is_sequence = matches!(parent.kind, NodeKind::Sequence { .. });
        let (start, node) = children[at];
        let line_start = self.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let owns_lines = self.text[line_start..start].trim_start().is_empty();
        if children.len() == 1 && (parent.is_flow() || is_sequence || !owns_lines) {
            return self.replacement(parent, if is_sequence { "[]" } else { "{}" }.to_owned());
        }
        let next = children.get(at + 1).map(|(next, _)| *next);
        if parent.is_flow() {
            return self.flow_removal(
                (start, node.span.end),
                at.checked_sub(1).map(|at| children[at].1),
                next,
            );
        }
        let end = self.next_line(node);
        if owns_lines {
            return Change { start: line_start, end, text: String::new() };
        }
        // What follows moves up to this one's dash, and the comment above it too.
        let next = next.unwrap_or(end);
        let comment = self.text[end.min(next)..next].find('#').map_or(next, |comment| end + comment);
        Change { start, end: comment, text: String::new() }
    }

    /// Takes what stands from `start` to `end` out of braces or brackets.
    fn flow_removal(
        &self,
        (start, end): (usize, usize),
        before: Option<&Node>,
        next: Option<usize>,
    ) -> Change {
        let text = String::new();
        let line_start = self.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = self.text[end..].find('\n').map(|newline| end + newline + 1);
        let rest =
            line_end.map(|line_end| self.text[end..line_end].trim_start().trim_start_matches(',').trim());
        if let (Some(line_end), Some(rest)) = (line_end, rest)
            && self.text[line_start..start].trim().is_empty()
            && (rest.is_empty() || rest.starts_with('#'))
        {
            return Change { start: line_start, end: line_end, text };
        }
        match (next, before) {
            (Some(next), _) => {
                let gap = &self.text[end..next];
                let comment = gap.find('#').map_or(next, |comment| end + comment);
                Change { start, end: comment, text }
            }
            (None, Some(before)) if !self.text[before.span.end..start].contains('\n') => {
                Change { start: before.span.end, end, text }
            }
            (None, _) => Change { start, end, text },
        }
    }

    /// Where the line begins that follows a value.
    fn next_line(&self, node: &Node) -> usize {
        if node_ends_line(&self.text, node) {
            return node.span.end;
        }
        let rest = &self.text[node.span.end..];
        rest.find('\n').map_or(self.text.len(), |newline| node.span.end + newline + 1)
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
