//! The workshop's record as edits: what a person says beside an answer, a field at a time.

use serde_json::json;

use crate::plan::document::{EditRefusal, Node};
use crate::plan::{DecisionState, Document, Path};

/// What can be said beside an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordField {
    /// How far the decision has come; without it the whole entry goes.
    State,
    /// Who brings it back.
    Owner,
    /// Until when.
    Due,
    /// Who decided.
    By,
    /// When.
    Date,
    /// Why.
    Reason,
    /// Anything else.
    Note,
}

impl RecordField {
    /// All of them, in the order in which they are asked for.
    pub const ALL: &[Self] =
        &[Self::State, Self::Owner, Self::Due, Self::By, Self::Date, Self::Reason, Self::Note];

    /// The key of the plan file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::By => "by",
            Self::Date => "date",
            Self::Reason => "reason",
            Self::Note => "note",
        }
    }

    /// Whether it is a day.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Due | Self::Date)
    }

    /// The state of an entry that begins with this field: who owes an answer, and until when, is said of open points.
    #[must_use]
    pub const fn begins(self, is_answered: bool) -> DecisionState {
        match self {
            Self::Owner | Self::Due => DecisionState::Open,
            _ if is_answered => DecisionState::Decided,
            _ => DecisionState::Open,
        }
    }

    /// The place where it stands beside an answer.
    #[must_use]
    pub fn place(self, about: &Path) -> Path {
        entry(about).key(self.word())
    }
}

/// The entry about an answer.
fn entry(about: &Path) -> Path {
    Path::default().key("decisions").item(about.as_str())
}

/// The document with a field of the entry about an answer as this text says.
pub(super) fn recorded(
    document: &Document,
    about: &Path,
    field: RecordField,
    text: &str,
    begins: DecisionState,
) -> Result<Document, EditRefusal> {
    let (entry, place) = (entry(about), field.place(about));
    if !text.is_empty() {
        let document = document.set(&place, &json!(text))?;
        let state = RecordField::State.place(about);
        return match document.said(&state) {
            Some(_) => Ok(document),
            None => document.set(&state, &json!(begins.word())),
        };
    }
    match (document.said(&entry), document.said(&place)) {
        (Some(_), _) if field == RecordField::State => document.remove(&entry),
        (_, None) => Ok(document.clone()),
        // An entry that says nothing but its state goes with its only field.
        _ if says_only(document, &entry, field) => document.remove(&entry),
        _ => document.remove(&place),
    }
}

/// Whether an entry says nothing but its state and this.
fn says_only(document: &Document, entry: &Path, field: RecordField) -> bool {
    let said = document.said(entry).map(Node::entries).unwrap_or_default();
    said.iter().all(|one| one.key == RecordField::State.word() || one.key == field.word())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;
    use crate::interview::{Edit, Refusal, attempt};

    fn edited(text: &str, field: RecordField, words: &str, is_answered: bool) -> Result<String, Refusal> {
        let document = Document::parse(text).unwrap();
        let edit = Edit::Record("title".parse().unwrap(), field, words.into(), field.begins(is_answered));
        attempt(&document, &edit, &Templates::default()).map(|after| after.document.text().to_owned())
    }

    #[test]
    fn every_field_comes_with_a_state_and_goes_with_what_else_it_brought() {
        let text = "title: A\n";
        for field in RecordField::ALL.iter().filter(|field| **field != RecordField::State) {
            let words = if field.is_day() { "2026-12-03" } else { "Short for Adventure." };
            let said = edited(text, *field, words, true).unwrap();
            assert!(said.contains(&format!("{}: {words}", field.word())), "{said}");
            let state =
                if matches!(field, RecordField::Owner | RecordField::Due) { "open" } else { "decided" };
            assert!(said.contains(&format!("state: {state}")), "{said}");
            assert_eq!(edited(&said, *field, "", true).unwrap(), text);
            assert_eq!(edited(text, *field, "", true).unwrap(), text);
        }
        assert!(edited(text, RecordField::Note, "Why?", false).unwrap().contains("state: open"));
    }

    #[test]
    fn other_fields_stay_and_the_state_takes_all_along() {
        let rich = "title: A\ndecisions:\n  title: { state: decided, by: Kim, note: Short. }\n";
        assert_eq!(edited(rich, RecordField::Note, "", true).unwrap(), rich.replace(", note: Short.", ""));
        let parked = edited(rich, RecordField::State, "parked", true).unwrap();
        assert_eq!(parked, rich.replace("decided", "parked"));
        assert_eq!(edited(&parked, RecordField::State, "", true).unwrap(), "title: A\n");
        let without_state = "title: A\ndecisions:\n  title: { by: Kim }\n";
        assert_eq!(edited(without_state, RecordField::State, "", true).unwrap(), "title: A\n");
    }

    #[test]
    fn what_is_no_day_and_no_state_is_refused() {
        for (field, words) in
            [(RecordField::Due, "2026-02-30"), (RecordField::Date, "Monday"), (RecordField::State, "done")]
        {
            edited("title: A\n", field, words, true).unwrap_err();
        }
    }
}
