//! The workshop's record: what was decided about an answer, by whom, and why. Nothing is derived from it.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::Path;
use super::answer::Answer;
use super::document::{Node, NodeKind, Span};
use super::part::{Leaf, Part, section};
use super::reader::Reader;
use super::values::choices;
use crate::value::{Date, FreeText};

choices! {
    /// How far a decision has come.
    pub enum DecisionState {
        /// Decided.
        Decided = "decided",
        /// Open: an owner brings it back.
        Open = "open",
        /// Set aside.
        Parked = "parked",
    }
}

section! {
    /// A decision.
    pub struct Decision {
        /// How far it has come.
        state: Answer<DecisionState> = default(DecisionState::Open),
        /// Who decided.
        by: Answer<Option<FreeText>> = default(None),
        /// When.
        date: Answer<Option<Date>> = default(None),
        /// Why.
        reason: Answer<Option<FreeText>> = default(None),
        /// The options that were turned down, and why.
        rejected: Answer<BTreeMap<String, FreeText>> = default(BTreeMap::new()),
        /// Who brings it back.
        owner: Answer<Option<FreeText>> = default(None),
        /// Until when.
        due: Answer<Option<Date>> = default(None),
        /// Anything else.
        note: Answer<Option<FreeText>> = default(None),
    }
}

/// All decisions, by the path of the answer that each speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    entries: Vec<(String, Span, Decision)>,
}

impl Decisions {
    /// Each decision with the path as it was written and the place of that.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Span, &Decision)> {
        self.entries.iter().map(|(path, span, decision)| (path.as_str(), *span, decision))
    }
}

impl Part for Decisions {
    type Otherwise = ();

    fn read(node: Option<&Node>, path: Path, (): (), reader: &mut Reader<'_>) -> Self {
        let Some(node) = node.filter(|node| !node.is_null()) else {
            return Self::default();
        };
        let NodeKind::Mapping { entries, .. } = &node.kind else {
            reader.wrong_kind(node, "expected-section");
            return Self::default();
        };
        let read = |entry: &super::document::Entry| {
            let decision = Decision::read(Some(&entry.value), path.item(&entry.key), (), reader);
            (entry.key.clone(), entry.key_span, decision)
        };
        Self { entries: entries.iter().map(read).collect() }
    }

    /// Decisions are no answers: a walk through the answers does not meet them.
    fn visit(&self, _: &mut dyn FnMut(Leaf<'_>)) {}

    fn schema((): ()) -> Json {
        json!({ "type": ["object", "null"], "additionalProperties": Decision::schema(()) })
    }
}
