//! What can be said beside an answer, wherever one is in sight: keys of the interview and of the decisions.

use crate::interview::RecordField;
use crate::plan::Path;
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
        Some(field) => overlay::said(field, about, work),
    };
    vec![Wish::Show(Box::new(overlay))]
}
