//! The tree of a YAML text: every node knows its place.

use crate::plan::list::item_name;
use crate::plan::path::Step;

/// A place in a text: bytes for changing it, line and column for telling people (both from 1, columns in characters).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// The line of its beginning.
    pub line: usize,
    /// The column of its beginning.
    pub column: usize,
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands, with its anchor. What an alias stands for has the place of the alias, what is in that the places of
    /// the original.
    pub span: Span,
    /// The byte right behind the colon or the dash that leads to it; where it begins itself in brackets.
    pub(super) lead: usize,
    /// The number of the anchor that it has, or 0.
    pub(super) anchor: usize,
    /// The number of the anchor whose alias was written in its place, or 0.
    pub(super) alias: usize,
    /// What it is.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// A scalar, and whether it was written plain (neither quoted nor as a block).
    Scalar {
        /// The text that it stands for.
        text: String,
        /// Whether it was written without quotes.
        plain: bool,
    },
    /// A mapping, in the order of writing.
    Mapping {
        /// Its entries.
        entries: Vec<Entry>,
        /// Whether it was written in braces.
        flow: bool,
    },
    /// A sequence.
    Sequence {
        /// Its items.
        items: Vec<Node>,
        /// Whether it was written in brackets.
        flow: bool,
    },
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key's text.
    pub key: String,
    /// The key's place.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// The keys by which an item of a list may be named, in the order of asking.
const NAMING_KEYS: [&str; 5] = ["name", "fqdn", "host", "identity", "scope"];

impl Node {
    pub(super) const fn new(span: Span, kind: NodeKind) -> Self {
        Self { span, lead: span.start, anchor: 0, alias: 0, kind }
    }

    /// Whether this is YAML's null: nothing, `~` or `null`, unquoted.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The text of a scalar.
    #[must_use]
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The value under a key of a mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The entries of a mapping; nothing for other nodes.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            NodeKind::Mapping { entries, .. } => entries,
            _ => &[],
        }
    }

    /// The items of a sequence; nothing for other nodes.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            NodeKind::Sequence { items, .. } => items,
            _ => &[],
        }
    }

    /// What an item of a list is called: by its naming key, or itself where it is a scalar.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let by_key = || {
            let named = |key| Some(item_name(key, self.get(key)?.scalar()?));
            NAMING_KEYS.into_iter().find_map(named)
        };
        self.scalar().map(|own| item_name("", own)).or_else(by_key)
    }

    /// The key that names an item of a list.
    #[must_use]
    pub fn naming_key(&self) -> Option<&'static str> {
        NAMING_KEYS.into_iter().find(|key| self.get(key).is_some_and(|name| name.scalar().is_some()))
    }

    /// Whether this node was written in braces or brackets.
    #[must_use]
    pub fn is_flow(&self) -> bool {
        matches!(self.kind, NodeKind::Mapping { flow: true, .. } | NodeKind::Sequence { flow: true, .. })
    }

    /// The node that a step of a path leads to.
    #[must_use]
    pub fn step(&self, step: &Step) -> Option<&Node> {
        match step {
            Step::Key(key) => self.get(key),
            Step::Item(name) => match &self.kind {
                // The record of decisions is a mapping whose keys are paths.
                NodeKind::Mapping { .. } => self.get(name),
                _ => self.items().get(self.item_index(name)?),
            },
        }
    }

    /// The index of the item that is called `name` (in any capitals, a host also with a final dot), else of the item with
    /// that number.
    #[must_use]
    pub fn item_index(&self, name: &str) -> Option<usize> {
        let items = self.items();
        let wanted = name.to_lowercase();
        let is_called = |item: &Node| {
            let host = item.get("fqdn").or_else(|| item.get("host")).is_some();
            let wanted = if host { wanted.trim_end_matches('.') } else { &wanted };
            item.name().is_some_and(|own| own.to_lowercase() == wanted)
        };
        items.iter().position(is_called).or_else(|| name.parse().ok().filter(|index| *index < items.len()))
    }
}
