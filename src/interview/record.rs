//! The workshop's record as edits: what a person says beside an answer, a field at a time.

use serde_json::json;

use crate::plan::document::{EditRefusal, Entry, Node};
use crate::plan::{DecisionState, Document, Path};

/// What can be said beside an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Why it is not this option.
    Rejected(String),
}

impl RecordField {
    /// Those that speak of the answer as a whole, in the order in which they are asked for.
    pub const ALL: &[Self] =
        &[Self::State, Self::Owner, Self::Due, Self::By, Self::Date, Self::Reason, Self::Note];

    /// The key of the plan file.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::By => "by",
            Self::Date => "date",
            Self::Reason => "reason",
            Self::Note => "note",
            Self::Rejected(_) => "rejected",
        }
    }

    /// Whether it is a day.
    #[must_use]
    pub const fn is_day(&self) -> bool {
        matches!(self, Self::Due | Self::Date)
    }

    /// The state of an entry that begins with this field: who owes an answer, and until when, is said of open points.
    #[must_use]
    pub const fn begins(&self, is_answered: bool) -> DecisionState {
        match self {
            Self::Owner | Self::Due => DecisionState::Open,
            _ if is_answered => DecisionState::Decided,
            _ => DecisionState::Open,
        }
    }

    /// The place where it stands beside an answer.
    #[must_use]
    pub fn place(&self, about: &Path) -> Path {
        let place = entry(about).key(self.word());
        match self {
            Self::Rejected(option) => place.item(option),
            _ => place,
        }
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
    field: &RecordField,
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
        (Some(_), _) if *field == RecordField::State => document.remove(&entry),
        (_, None) => Ok(document.clone()),
        // An entry that says nothing but its state goes with its only field.
        // Nor does a list of rejected options stay without any.
        _ => {
            let whole = entry.key(field.word());
            let others = entries(document, &whole).iter().filter(|one| whole.item(&one.key) != place).count();
            match (others, says_only(document, &entry, field)) {
                (0, true) => document.remove(&entry),
                (0, false) => document.remove(&whole),
                _ => document.remove(&place),
            }
        }
    }
}

fn entries<'d>(document: &'d Document, place: &Path) -> &'d [Entry] {
    document.said(place).map(Node::entries).unwrap_or_default()
}

/// Whether an entry says nothing but its state and this.
fn says_only(document: &Document, entry: &Path, field: &RecordField) -> bool {
    let said = entries(document, entry);
    said.iter().all(|one| one.key == RecordField::State.word() || one.key == field.word())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;
    use crate::interview::{Edit, Refusal, attempt};

    fn edited(text: &str, field: RecordField, words: &str, is_answered: bool) -> Result<String, Refusal> {
        let document = Document::parse(text).unwrap();
        let begins = field.begins(is_answered);
        let edit = Edit::Record("title".parse().unwrap(), field, words.into(), begins);
        attempt(&document, &edit, &Templates::default()).map(|after| after.document.text().to_owned())
    }

    #[test]
    fn every_field_comes_with_a_state_and_goes_with_what_else_it_brought() {
        let text = "title: A\n";
        for field in RecordField::ALL.iter().filter(|field| **field != RecordField::State) {
            let words = if field.is_day() { "2026-12-03" } else { "Short for Adventure." };
            let said = edited(text, field.clone(), words, true).unwrap();
            assert!(said.contains(&format!("{}: {words}", field.word())), "{said}");
            let state =
                if matches!(field, RecordField::Owner | RecordField::Due) { "open" } else { "decided" };
            assert!(said.contains(&format!("state: {state}")), "{said}");
            assert_eq!(edited(&said, field.clone(), "", true).unwrap(), text);
            assert_eq!(edited(text, field.clone(), "", true).unwrap(), text);
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
    fn each_rejected_option_has_its_own_reason() {
        let rejected = |text: &str, option: &str, why: &str| {
            edited(text, RecordField::Rejected(option.to_owned()), why, true).unwrap()
        };
        let text = "title: A\n";
        let one = rejected(text, "B", "Taken.");
        assert!(one.contains("state: decided") && one.contains("B: Taken."), "{one}");
        let two = rejected(&one, "http: or", "Too long.");
        assert!(two.contains("'http: or': Too long.") || two.contains("\"http: or\": Too long."), "{two}");
        assert_eq!(rejected(&rejected(&two, "http: or", ""), "B", ""), text);
        let noted = edited(&one, RecordField::Note, "Ask.", true).unwrap();
        let after = rejected(&noted, "B", "");
        assert!(after.contains("note: Ask.") && !after.contains("rejected"), "{after}");
        assert_eq!(rejected(&noted, "C", ""), noted);
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
