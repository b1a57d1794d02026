//! A question is only hidden where its answer changes nothing, or is refused in any case.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::{Value as Json, json};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::Templates;
use ucplan::finding::{Finding, Severity};
use ucplan::interview::{Agenda, Answered, Consequence, Edit, Question, attempt};
use ucplan::plan::{Path, Shape};
use ucplan::requirement::Row;

use crate::common::plans;

/// Values that a question could have in place of its own.
fn others(question: &Question, agenda: &Agenda, templates: &Templates) -> Vec<Json> {
    let mut values = of_shape(&question.shape, templates);
    // What others of its kind have: the names of things that are there.
    let kin =
        agenda.questions().iter().filter(|other| other.shape == question.shape && !other.value.is_null());
    for other in kin {
        if !values.contains(&other.value) {
            values.push(other.value.clone());
        }
    }
    values.truncate(16);
    values.retain(|value| *value != question.value);
    values
}

fn of_shape(shape: &Shape, templates: &Templates) -> Vec<Json> {
    match shape {
        Shape::Choice(words) => words.iter().map(|word| json!(word)).collect(),
        Shape::Truth => vec![json!(true), json!(false)],
        Shape::Vendor(kind) => templates.vendor_ids(kind).into_iter().map(Json::from).collect(),
        Shape::Number(least, most) => vec![json!(least), json!(most)],
        Shape::Many(inner) => of_shape(inner, templates).into_iter().map(|value| json!([value])).collect(),
        Shape::Text(_) => {
            let words =
                ["other.example", "other", "10.9.9.9", "10.9.0.0/16", "2027-03-03", "a@other.example"];
            words.map(Json::from).into()
        }
        Shape::Pattern(..) => vec![json!("global"), json!("user"), json!("site:Denver")],
        Shape::Map | Shape::Items(_) => Vec::new(),
    }
}

/// Holds the questions of a plan that are not asked, but for those in `known`; how many answers were tried.
fn hold(
    name: &str,
    now: &Answered,
    known: &[Path],
    templates: &Templates,
    faults: &mut Vec<String>,
) -> usize {
    let before = Blueprint::of((*now.plan).clone()).requirements;
    let agenda = Agenda::of(&now.plan);
    let mut tried = 0;
    let hidden =
        agenda.questions().iter().filter(|question| !question.is_asked() && !known.contains(&question.path));
    for question in hidden {
        for value in others(question, &agenda, templates) {
            let edit = Edit::Answer(question.path.clone(), value.clone());
            let Ok(after) = attempt(&now.document, &edit, templates) else { continue };
            let after = Blueprint::of((*after.plan).clone()).requirements;
            // An answer to what nobody asked may be refused by an error about itself: nothing is generated then.
            let is_refused = |row: &Row<Finding>| {
                row.body.severity == Severity::Error && row.body.path == question.path.as_str()
            };
            if before.findings.iter().chain(&after.findings).any(is_refused) {
                continue;
            }
            tried += 1;
            let mut changed = Consequence::between(&before, &after).effects;
            if names_its_item(question, &agenda) {
                // The item is called otherwise then, and so are the places of its findings.
                changed.retain(|effect| !effect.summary.key().starts_with("effect-severity-"));
            }
            let told: Vec<_> =
                changed.iter().map(|effect| format!("{:?} {:?}", effect.nature, effect.summary)).collect();
            if !told.is_empty() {
                faults.push(format!("{name}: {} = {value}: {told:?}", question.path));
            }
        }
    }
    tried
}

/// Whether the item that a question stands in is called by its answer.
fn names_its_item(question: &Question, agenda: &Agenda) -> bool {
    let lists = agenda.questions().iter().filter(|list| list.items.contains(&question.page));
    lists.into_iter().any(|list| match list.shape {
        Shape::Items(keys) => keys.iter().any(|key| question.page.key(key) == question.path),
        _ => false,
    })
}

fn hidden(now: &Answered) -> Vec<Path> {
    let agenda = Agenda::of(&now.plan);
    agenda
        .questions()
        .iter()
        .filter(|question| !question.is_asked())
        .map(|question| question.path.clone())
        .collect()
}

#[test]
fn what_is_not_asked_changes_nothing() {
    let plans = plans();
    let next = AtomicUsize::new(0);
    let try_all = || {
        let (mut faults, mut tried) = (Vec::new(), 0);
        while let Some((name, text)) = plans.get(next.fetch_add(1, Ordering::Relaxed)) {
            tried += tried_with(name, text, &mut faults);
        }
        (faults, tried)
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let all: Vec<(Vec<String>, usize)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(try_all)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let tried: usize = all.iter().map(|(_, tried)| tried).sum();
    let faults: Vec<String> = all.into_iter().flat_map(|(faults, _)| faults).collect();
    assert!(tried > 500, "{tried} answers were tried");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Tries a plan as it is, and with other answers, which hide other questions.
fn tried_with(name: &str, text: &str, faults: &mut Vec<String>) -> usize {
    let templates = Templates::default();
    let now = Answered::read(text, &templates).unwrap();
    let mut tried = hold(name, &now, &[], &templates, faults);
    let known = hidden(&now);
    let agenda = Agenda::of(&now.plan);
    for question in agenda.questions().iter().filter(|question| question.is_asked() && name != "many-domains")
    {
        if !matches!(question.shape, Shape::Choice(_) | Shape::Truth | Shape::Vendor(_)) {
            continue;
        }
        for value in others(question, &agenda, &templates) {
            let edit = Edit::Answer(question.path.clone(), value.clone());
            let Ok(other) = attempt(&now.document, &edit, &templates) else { continue };
            let name = format!("{name} with {} = {value}", question.path);
            tried += hold(&name, &other, &known, &templates, faults);
        }
    }
    tried
}
