//! Why an edit can't be: in the words of the plan's reader, or in those of whoever types the answer to a question.

use serde_json::Value as Json;

use super::agenda::Agenda;
use super::edit::Edit;
use crate::catalog::Templates;
use crate::plan::document::EditRefusal;
use crate::plan::{Document, Fault, Path, Plan, Problem, Shape};
use crate::text::Message;

/// Why an edit can't be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The plan could not be read afterwards.
    Problem(Problem),
    /// The plan has no such place.
    NoSuchPlace(Path),
    /// This was answered where a whole number from one to the other is asked for.
    NoNumber(String, u64, u64),
}

impl Refusal {
    /// What is wrong, in words; its attribute `help` says what would be right.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Problem(problem) => problem.message(),
            Self::NoSuchPlace(path) => Message::new("set-no-place").with("path", path),
            Self::NoNumber(found, least, most) => {
                Message::new("set-no-number").with("found", found).with("least", least).with("most", most)
            }
        }
    }
}

impl From<EditRefusal> for Refusal {
    fn from(refusal: EditRefusal) -> Self {
        match refusal {
            EditRefusal::NoSuchPlace(path) => Self::NoSuchPlace(path),
            EditRefusal::Unreadable(problem) => Self::Problem(problem),
        }
    }
}

/// Why an edit of this document can't be, behind which the plan has this problem. Whoever types an answer sees no YAML: what
/// a number must be is said without quotes and bare words.
pub(super) fn refusal(before: &Document, edit: &Edit, problem: Problem, templates: &Templates) -> Refusal {
    let (Edit::Answer(path, Json::String(found)), Fault::WrongKind { .. }) = (edit, &problem.fault) else {
        return Refusal::Problem(problem);
    };
    match Plan::read(before, templates).ok().and_then(|plan| range(&plan, path)) {
        Some((least, most)) => Refusal::NoNumber(found.clone(), least, most),
        None => Refusal::Problem(problem),
    }
}

/// From where to where the number goes that answers a question; nothing where it takes none.
fn range(plan: &Plan, path: &Path) -> Option<(u64, u64)> {
    let agenda = Agenda::of(plan);
    let question = agenda.questions().iter().find(|question| question.path == *path)?;
    match question.shape {
        Shape::Number(least, most) => Some((least, most)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::interview::attempt;

    #[test]
    fn whoever_types_no_number_hears_which_numbers_are_taken() {
        let document = Document::parse("sites: [{ name: HQ, reverse_proxies: [{ name: rp01 }] }]\n").unwrap();
        let path: Path = "sites[HQ].reverse_proxies[rp01].timeout_seconds".parse().unwrap();
        let refused = |value: Json| {
            attempt(&document, &Edit::Answer(path.clone(), value), &Templates::default()).unwrap_err()
        };
        let Refusal::NoNumber(found, least, most) = refused(json!("abc")) else { panic!("not a number") };
        assert!(found == "abc" && least < most, "{least} to {most}");
        assert_eq!(refused(json!("abc")).message().key(), "set-no-number");
        assert_eq!(refused(json!(u64::MAX)).message().key(), "problem-refused");
        assert_eq!(refused(json!([1])).message().key(), "problem-wrong-kind");
    }
}
