//! The workshop's record: what was decided about an answer, by whom, and why. Nothing is derived from it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::document::{Node, NodeKind};
use super::part::{Leaf, Part, section};
use super::problem::Fault;
use super::reader::Reader;
use super::values::choices;
use super::{Path, Plan, Step};
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

/// What every plan can have: the paths that decisions may name.
static SCHEMA: LazyLock<Json> = LazyLock::new(Plan::schema);

/// All decisions, by the path of the answer that each speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    entries: Vec<(Path, Decision)>,
}

impl Decisions {
    /// The path that each decision speaks of, and the path of the decision itself.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &Path)> {
        self.entries.iter().map(|(path, decision)| (path, &decision.at))
    }

    /// Each decision with the path that it speaks of.
    pub fn all(&self) -> impl Iterator<Item = (&Path, &Decision)> {
        self.entries.iter().map(|(path, decision)| (path, decision))
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
        let mut decisions = Vec::new();
        for entry in entries {
            let decision = Decision::read(Some(&entry.value), path.item(&entry.key), (), reader);
            match entry.key.parse::<Path>() {
                Ok(about) if leads_somewhere(&SCHEMA, &about.steps()) => decisions.push((about, decision)),
                _ => reader.problem(Fault::UnknownPath { found: entry.key.clone() }, entry.key_span),
            }
        }
        Self { entries: decisions }
    }

    /// Decisions are no answers: a walk through the answers does not meet them.
    fn visit(&self, _: &mut dyn FnMut(Leaf<'_>)) {}

    fn schema((): ()) -> Json {
        json!({ "type": ["object", "null"], "additionalProperties": Decision::schema(()) })
    }
}

/// Whether steps lead to a part that some plan can have, whatever its items are called.
fn leads_somewhere(schema: &Json, steps: &[Step]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let next = match step {
        Step::Key(key) => schema.get("properties").and_then(|properties| properties.get(key)),
        Step::Item(_) => schema.get("items").or_else(|| schema.pointer("/anyOf/0/items")),
    };
    next.is_some_and(|next| leads_somewhere(next, rest))
}
