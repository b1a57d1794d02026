//! What documents see: files by team, the steps of the runbook, open points, decisions and findings.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::runbook::steps;
use crate::catalog::Commands;
use crate::finding::Finding;
use crate::plan::{DecisionState, Plan};
use crate::requirement::{Requirements, Row};
use crate::text::{Message, Speaker};

/// A file as the documents speak of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::artifact) struct Listed {
    /// The team: a key below `audience-`.
    pub audience: String,
    /// Where it goes below the output folder.
    pub path: String,
    /// What it is for: a key below `purpose-`, or words of the vendor's own.
    pub purpose: String,
}

impl Listed {
    /// What it is for, in words.
    pub(super) fn purpose(&self, speaker: &Speaker) -> String {
        let key = format!("purpose-{}", self.purpose);
        if speaker.knows(&key) { speaker.say(&Message::new(key)) } else { self.purpose.clone() }
    }
}

/// The files of one purpose together, in the order in which they first come.
pub(super) fn by_purpose<'f>(files: impl IntoIterator<Item = &'f Listed>) -> Vec<Vec<&'f Listed>> {
    let mut purposes: Vec<Vec<&Listed>> = Vec::new();
    for file in files {
        match purposes.iter_mut().find(|alike| alike[0].purpose == file.purpose) {
            Some(alike) => alike.push(file),
            None => purposes.push(vec![file]),
        }
    }
    purposes
}

/// So many files of one purpose are listed; of more, only their number.
const SHOWN: usize = 12;

/// The finding that tells of an answer that is not decided yet.
const OPEN: &str = "open-answer";

/// What documents see of the whole design; `files` are all that are written, `commands` those for files by their purpose.
pub(in crate::artifact) fn overview(
    plan: &Plan,
    requirements: &Requirements,
    mut files: Vec<Listed>,
    commands: &BTreeMap<String, Commands>,
    speaker: &Speaker,
) -> Json {
    let finding = |row: &Row<Finding>| {
        json!({
            "severity": speaker.say(&Message::new(row.body.severity.key())),
            "path": row.body.path,
            "message": speaker.say(&row.body.message),
            "fix": speaker.say(&row.body.fix()),
            "facts": row.reason.facts().join(", "),
        })
    };
    let is_open = |row: &&Row<Finding>| row.body.code == OPEN;
    let open = requirements.findings.iter().filter(is_open);
    let others = requirements.findings.iter().filter(|row| !is_open(row));
    files.sort();
    json!({
        "steps": steps(requirements, &files, commands, speaker),
        "teams": teams(&files, speaker),
        "findings": others.map(finding).collect::<Vec<_>>(),
        "open": open.map(|row| open_point(plan, row, speaker)).collect::<Vec<_>>(),
        "decisions": decisions(plan, speaker),
    })
}

/// The files of each team, those of one purpose together.
fn teams(files: &[Listed], speaker: &Speaker) -> Vec<Json> {
    let team = |files: &[Listed]| {
        let sets = by_purpose(files).into_iter().map(|alike| {
            json!({
                "purpose": alike[0].purpose(speaker),
                "paths": alike.iter().take(SHOWN).map(|file| &file.path).collect::<Vec<_>>(),
                "more": alike.len().saturating_sub(SHOWN),
            })
        });
        json!({
            "name": speaker.say(&Message::new(format!("audience-{}", files[0].audience))),
            "sets": sets.collect::<Vec<_>>(),
        })
    };
    files.chunk_by(|one, other| one.audience == other.audience).map(team).collect()
}

/// An answer that is not decided yet, with whoever brings it back and when.
fn open_point(plan: &Plan, row: &Row<Finding>, speaker: &Speaker) -> Json {
    let decision = plan.decisions.all().find(|(path, _)| path.to_string() == row.body.path);
    let decision = decision.map(|(_, decision)| decision);
    let owner = decision.and_then(|decision| decision.owner.given().value().as_ref());
    let due = decision.and_then(|decision| decision.due.given().value().as_ref());
    json!({
        "path": row.body.path,
        "words": speaker.say(&row.body.message),
        "owner": owner.map(ToString::to_string),
        "due": due,
    })
}

/// The workshop's record, open points first.
fn decisions(plan: &Plan, speaker: &Speaker) -> Vec<Json> {
    let text = |text: &Option<crate::value::FreeText>| text.as_ref().map(ToString::to_string);
    let mut all: Vec<_> = plan.decisions.all().collect();
    all.sort_by_key(|(path, decision)| {
        (*decision.state.given().value() == DecisionState::Decided, path.to_string())
    });
    all.into_iter()
        .map(|(path, decision)| {
            let state = decision.state.given().value();
            let date = match state {
                DecisionState::Decided => decision.date.given().value(),
                DecisionState::Open | DecisionState::Parked => decision.due.given().value(),
            };
            json!({
                "path": path.to_string(),
                "state": speaker.say(&Message::new(format!("decision-{}", state.word()))),
                "by": text(decision.by.given().value()).or_else(|| text(decision.owner.given().value())),
                "date": date,
                "words": text(decision.reason.given().value()).or_else(|| text(decision.note.given().value())),
            })
        })
        .collect()
}
