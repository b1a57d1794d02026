//! What follows a new name: answers that mention an item by its name mention it by the new one.

use serde_json::Value as Json;

use super::agenda::Agenda;
use super::edit::Edit;
use crate::plan::{Path, Plan, Shape, Standing};

/// The answers that mention the item which an edit names anew: where they stand afterwards, and what they are to say.
/// Answers that name items themselves, such as a server with the name of its pool, stay.
pub(super) fn mentions(plan: &Plan, edit: &Edit) -> Vec<(Path, Json)> {
    let (Edit::Answer(path, new), Some((item, _))) = (edit, edit.renamed()) else { return Vec::new() };
    let agenda = Agenda::of(plan);
    let Some(name) = agenda.questions().iter().find(|question| question.path == *path) else {
        return Vec::new();
    };
    if name.standing != Standing::Said || name.value == *new {
        return Vec::new();
    }
    let others = agenda.questions().iter().filter(|other| {
        other.standing == Standing::Said
            && other.shape.one() == name.shape
            && !matches!(name.shape, Shape::Text("expected-text"))
            && Edit::Answer(other.path.clone(), Json::from("")).renamed().is_none()
    });
    others
        .filter_map(|other| {
            let says = match &other.value {
                Json::Array(values) if values.contains(&name.value) => values
                    .iter()
                    .map(|value| if *value == name.value { new.clone() } else { value.clone() })
                    .collect(),
                value if *value == name.value => new.clone(),
                _ => return None,
            };
            Some((moved(&other.path, &name.page, &item), says))
        })
        .collect()
}

/// A path after the item that it may lead through has another name.
fn moved(path: &Path, old: &Path, new: &Path) -> Path {
    if !path.is_within(old) {
        return path.clone();
    }
    format!("{new}{}", &path.as_str()[old.as_str().len()..]).parse().unwrap_or_else(|_| path.clone())
}
