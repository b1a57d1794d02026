//! Ways out of a finding: other answers with which it does not stand, found by trying them.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::agenda::Agenda;
use super::consequence::Consequence;
use super::difference::Nature;
use super::edit::{Answered, Edit, attempt};
use super::question::Question;
use crate::artifact::RequirementsPart as Part;
use crate::blueprint::Blueprint;
use crate::catalog::Templates;
use crate::finding::{Finding, Severity};
use crate::plan::{Path, Shape, Standing};

/// So many answers are tried at most: a whole plan is derived for each.
const MOST_TRIED: usize = 60;

/// So many ways out are told at most.
const MOST_TOLD: usize = 8;

/// Another answer with which a finding does not stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Mending {
    /// The question that is answered otherwise.
    pub question: Question,
    /// The value; none where the default holds again.
    pub value: Option<Json>,
    /// The edit.
    pub edit: Edit,
    /// What else it changes.
    pub consequence: Consequence,
}

/// The ways out of a finding by one other answer: to the question that it points at, or to one that it rests on. None of
/// them brings an error that does not stand already; those that bring the fewest findings come first. None at all where
/// `goes_on`, asked before each try, says no.
#[must_use]
pub fn mendings(
    answered: &Answered,
    known: &Blueprint,
    finding: &Finding,
    templates: &Templates,
    goes_on: &dyn Fn() -> bool,
) -> Option<Vec<Mending>> {
    let agenda = Agenda::of(&answered.plan);
    let tries = questions(&agenda, known, finding)
        .into_iter()
        .flat_map(|question| tries(question, templates).into_iter().map(move |value| (question, value)));
    let old = errors(known);
    let stood = count(known, finding);
    let mut found = Vec::new();
    for (question, value) in tries.take(MOST_TRIED) {
        if !goes_on() {
            return None;
        }
        let edit = match &value {
            Some(value) => Edit::Answer(question.path.clone(), value.clone()),
            None => Edit::Withdraw(question.path.clone()),
        };
        let Ok(after) = attempt(&answered.document, &edit, templates) else { continue };
        let after = Blueprint::of((*after.plan).clone());
        if count(&after, finding) < stood && errors(&after).is_subset(&old) {
            let consequence = Consequence::between(&known.requirements, &after.requirements);
            found.push(Mending { question: question.clone(), value, edit, consequence });
        }
    }
    found.sort_by_key(|mending| brought(&mending.consequence));
    found.truncate(MOST_TOLD);
    Some(found)
}

/// The questions that a finding points at or rests on, those first that it points at.
fn questions<'a>(agenda: &'a Agenda, known: &Blueprint, finding: &Finding) -> Vec<&'a Question> {
    let row = known.requirements.findings.iter().find(|row| row.body == *finding);
    let pointed: Option<Path> = finding.path.parse().ok();
    let rests_on = row.into_iter().flat_map(|row| row.reason.because().paths().cloned());
    let mut seen = BTreeSet::new();
    let paths = pointed.into_iter().chain(rests_on).filter(|path| seen.insert(path.clone()));
    let asked = agenda.questions().iter().filter(|question| question.is_asked());
    let asked: Vec<&Question> = asked.collect();
    paths.filter_map(|path| asked.iter().find(|question| question.path == path).copied()).collect()
}

/// The other answers that a question offers; none of them stands for its default.
fn tries(question: &Question, templates: &Templates) -> Vec<Option<Json>> {
    let is_list = matches!(question.shape, Shape::Many(_));
    let other = |choice: Json| match (is_list, question.value.as_array()) {
        (false, _) => (!question.has_chosen(&choice)).then_some(choice),
        (true, Some(all)) if all.contains(&choice) => {
            Some(all.iter().filter(|value| **value != choice).cloned().collect())
        }
        (true, all) => Some(all.into_iter().flatten().cloned().chain([choice]).collect()),
    };
    let choices = question.choices(templates).unwrap_or_default().into_iter().filter_map(other);
    let back = (question.standing == Standing::Said && !question.is_required).then_some(None);
    let is_items = matches!(question.shape, Shape::Items(_));
    choices.filter(|value| *value != json!(null)).map(Some).chain(back.filter(|_| !is_items)).collect()
}

/// The findings of severity error, by kind and place.
fn errors(blueprint: &Blueprint) -> BTreeSet<(&'static str, String)> {
    let findings = blueprint.requirements.findings.iter().map(|row| &row.body);
    let errors = findings.filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| (finding.code, finding.path.clone())).collect()
}

/// How often a finding of this kind stands at this place.
fn count(blueprint: &Blueprint, finding: &Finding) -> usize {
    let findings = blueprint.requirements.findings.iter().map(|row| &row.body);
    findings.filter(|other| other.code == finding.code && other.path == finding.path).count()
}

/// How many findings come.
fn brought(consequence: &Consequence) -> usize {
    let come = consequence.effects.iter().filter(|effect| effect.nature == Nature::Added);
    come.filter(|effect| effect.part == Some(Part::Findings)).map(|effect| effect.lines.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::samples;

    fn ways(text: &str, code: &str) -> Option<Vec<Mending>> {
        let templates = Templates::default();
        let answered = Answered::read(text, &templates).unwrap();
        let blueprint = Blueprint::of((*answered.plan).clone());
        let finding = blueprint.requirements.findings.iter().find(|row| row.body.code == code)?.body.clone();
        let found = mendings(&answered, &blueprint, &finding, &templates, &|| true).unwrap();
        for mending in &found {
            let after = attempt(&answered.document, &mending.edit, &templates).unwrap();
            let after = Blueprint::of((*after.plan).clone());
            assert!(count(&after, &finding) < count(&blueprint, &finding), "{:?}", mending.edit);
        }
        Some(found)
    }

    #[test]
    fn another_answer_makes_the_finding_go() {
        let sample = samples().into_iter().find(|sample| sample.name == "two-domains").unwrap();
        let templates = Templates::default();
        let answered = Answered::read(sample.text, &templates).unwrap();
        let edit = Edit::Answer("mobility.initial_request".parse().unwrap(), json!("http"));
        let http = attempt(&answered.document, &edit, &templates).unwrap();
        let codes: Vec<&str> = Blueprint::of((*http.plan).clone())
            .requirements
            .findings
            .iter()
            .map(|row| row.body.code)
            .collect();
        let about = codes.iter().find(|code| code.contains("http")).unwrap_or_else(|| panic!("{codes:?}"));
        let found = ways(http.document.text(), about).unwrap();
        assert!(
            found.iter().any(|way| way.question.path.as_str() == "mobility.initial_request"),
            "{about}: {found:?}"
        );
    }

    #[test]
    fn nothing_is_tried_once_nobody_waits() {
        let sample = samples().into_iter().find(|sample| sample.name == "two-domains").unwrap();
        let templates = Templates::default();
        let answered = Answered::read(
            &sample.text.replace("initial_request: https", "initial_request: http"),
            &templates,
        )
        .unwrap();
        let blueprint = Blueprint::of((*answered.plan).clone());
        let ways =
            |finding: &Finding, goes_on| mendings(&answered, &blueprint, finding, &templates, &|| goes_on);
        let findings = blueprint.requirements.findings.iter().map(|row| &row.body);
        let mended: Vec<&Finding> =
            findings.filter(|finding| ways(finding, true).is_some_and(|found| !found.is_empty())).collect();
        assert!(!mended.is_empty());
        assert!(mended.into_iter().all(|finding| ways(finding, false).is_none()));
    }
}
