//! What can be said beside an answer, wherever one is in sight: keys of the interview and of the decisions.

use crate::interview::{Point, RecordField};
use crate::plan::{DecisionState, Path};
use crate::text::Message;
use crate::tui::keys::Action;
use crate::tui::overlay;
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// The field that a key asks for; none where it asks for all of them.
const fn field(action: Action) -> Option<RecordField> {
    match action {
        Action::Note => Some(RecordField::Note),
        Action::Owner => Some(RecordField::Owner),
        Action::Due => Some(RecordField::Due),
        Action::State => Some(RecordField::State),
        Action::Reason => Some(RecordField::Reason),
        _ => None,
    }
}

/// Whether a key asks for something that is said beside an answer.
pub(super) fn is_asked(action: Action) -> bool {
    action == Action::Record || field(action).is_some()
}

/// Asks for it.
pub(super) fn ask(action: Action, about: &Path, work: &Work) -> Vec<Wish> {
    let overlay = match field(action) {
        None => overlay::record(about, work),
        Some(RecordField::State) => overlay::state(about, work),
        Some(field) => overlay::said(&field, about, work),
    };
    vec![Wish::Show(Box::new(overlay))]
}

/// Asks why it is not this option.
pub(super) fn reject(option: &str, about: &Path, work: &Work) -> Vec<Wish> {
    let field = RecordField::Rejected(option.to_owned());
    vec![Wish::Show(Box::new(overlay::said(&field, about, work)))]
}

/// What the record says of an answer, in short: whose it is and until when, and the note.
pub(super) fn beside(about: &Path, work: &Work) -> Vec<Message> {
    let plan = &work.answered.plan;
    let Some((_, decision)) = plan.decisions.all().find(|(path, _)| *path == about) else {
        return Vec::new();
    };
    let point = Point::of(about, decision);
    let is_told = [point.owner.is_some(), point.due.is_some(), point.by.is_some(), point.date.is_some()];
    let headline = is_told.contains(&true) || point.state == DecisionState::Parked;
    let note = point.note.as_ref().map(|note| Message::new("interview-note").with("note", note));
    headline.then(|| point.headline(None)).into_iter().chain(note).collect()
}
