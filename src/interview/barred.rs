//! Choices that other answers rule out: those that would bring an error to the answer itself.

use serde_json::{Value as Json, json};

use super::edit::{Answered, Edit, attempt};
use super::question::Question;
use crate::blueprint::Blueprint;
use crate::catalog::Templates;
use crate::finding::{Finding, Severity};
use crate::plan::Shape;
use crate::requirement::Row;
use crate::text::Message;

/// A choice that other answers rule out.
#[derive(Clone, Debug, PartialEq)]
pub struct Barred {
    /// The choice, as a plan spells it.
    pub value: Json,
    /// What is wrong with it.
    pub why: Message,
}

/// The choices of a question that other answers rule out. `known` is what follows from the plan as it stands. What was
/// chosen already is never among them: an answer is kept, and its finding tells what is wrong.
#[must_use]
pub fn barred(
    answered: &Answered,
    known: &Blueprint,
    question: &Question,
    templates: &Templates,
) -> Vec<Barred> {
    let choices = question.choices(templates).unwrap_or_default();
    let others = choices.into_iter().filter(|value| !question.has_chosen(value));
    others
        .filter_map(|value| {
            let edit = Edit::Answer(question.path.clone(), chosen(question, &value));
            let after = attempt(&answered.document, &edit, templates).ok()?;
            let after = Blueprint::of((*after.plan).clone());
            let old = &known.requirements.findings;
            let is_new = |row: &&Row<Finding>| {
                is_error_at(question, row) && !old.iter().any(|other| other.body == row.body)
            };
            let error = after.requirements.findings.iter().find(is_new)?;
            Some(Barred { value, why: error.body.message.clone() })
        })
        .collect()
}

fn is_error_at(question: &Question, row: &Row<Finding>) -> bool {
    row.body.severity == Severity::Error && row.body.path == question.path.as_str()
}

/// The answer with this choice: among those that are chosen already where there can be several.
fn chosen(question: &Question, value: &Json) -> Json {
    match &question.shape {
        Shape::Many(_) => {
            let already = question.value.as_array().cloned().unwrap_or_default();
            json!(already.into_iter().chain([value.clone()]).collect::<Vec<_>>())
        }
        _ => value.clone(),
    }
}
