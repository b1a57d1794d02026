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
/// chosen already is never among them: an answer is kept, and its finding tells what is wrong. None where `goes_on`, asked
/// before each choice, says no: a whole plan is derived for each.
#[must_use]
pub fn barred(
    answered: &Answered,
    known: &Blueprint,
    question: &Question,
    templates: &Templates,
    goes_on: &dyn Fn() -> bool,
) -> Option<Vec<Barred>> {
    // An error that stands already does not come with the choice, whatever it speaks of.
    let errors = known.requirements.findings.iter().filter(|row| is_error_at(question, row));
    let old: Vec<&str> = errors.map(|row| row.body.code).collect();
    let why = |value: &Json| {
        let edit = Edit::Answer(question.path.clone(), chosen(question, value));
        let after = attempt(&answered.document, &edit, templates).ok()?;
        let after = Blueprint::of((*after.plan).clone());
        let is_new = |row: &&Row<Finding>| is_error_at(question, row) && !old.contains(&row.body.code);
        after.requirements.findings.iter().find(is_new).map(|error| error.body.message.clone())
    };
    let mut barred = Vec::new();
    for value in question.choices(templates).unwrap_or_default() {
        if question.has_chosen(&value) {
            continue;
        }
        if !goes_on() {
            return None;
        }
        barred.extend(why(&value).map(|why| Barred { value, why }));
    }
    Some(barred)
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
