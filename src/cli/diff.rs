//! `ucplan diff`: two plans, the answers that differ, and what that does to everything that follows; as text or JSON.

use std::path::Path;

use serde_json::{Map, Value as Json, json};

use super::load::{Loaded, load};
use super::report::Failure;
use super::{Exit, Shell, arguments};
use crate::artifact::plan_digest;
use crate::interview::{AnswerChange, Comparison, Effect, Kind, Nature, Side, Tally};
use crate::text::{Message, cells, one_line};

/// A path gets no wider than this, in cells, for the sake of the others.
const WIDEST: usize = 60;

pub(super) fn run(shell: &Shell, wanted: &arguments::Diff) -> Result<Exit, Failure> {
    let (before, after) = (load(shell, &wanted.before)?, load(shell, &wanted.after)?);
    let found = Comparison::between(&before.blueprint, &after.blueprint);
    if wanted.json {
        let document = document(shell, (&before, &after), &found);
        shell.print(&serde_json::to_string_pretty(&document).unwrap_or_default());
    } else {
        tell(shell, (&wanted.before, &wanted.after), &found);
    }
    Ok(if found.is_empty() { Exit::Done } else { Exit::Findings })
}

/// The summary, then each kind of what differs.
fn tell(shell: &Shell, (before, after): (&Path, &Path), found: &Comparison) {
    let files =
        |key: &'static str| Message::new(key).with("before", before.display()).with("after", after.display());
    if found.is_empty() {
        return shell.say(&files("diff-none"));
    }
    shell.say(&files("diff-files"));
    shell.print("");
    for line in summary(shell, &found.tallies()) {
        shell.print(&line);
    }
    for kind in Kind::ALL {
        let mut lines = if *kind == Kind::Answers { answers(shell, &found.answers) } else { Vec::new() };
        for effect in found.effects(*kind) {
            lines.push(format!("  {} {}", effect.nature.sign(), shell.speaker.say(&effect.summary)));
            let rows = effect.lines.iter().map(|line| shell.speaker.say(&line.words));
            lines.extend(rows.map(|row| format!("      {}", one_line(&row))));
        }
        if !lines.is_empty() {
            shell.print("");
            shell.say(&kind.label());
            for line in &lines {
                shell.print(line);
            }
        }
    }
}

/// How much of each kind differs, in columns.
fn summary(shell: &Shell, tallies: &[Tally]) -> Vec<String> {
    let head = shell.speaker.say(&Message::new("diff-columns"));
    let mut rows: Vec<Vec<String>> = vec![head.split('|').map(|title| title.trim().to_owned()).collect()];
    for tally in tallies.iter().filter(|tally| !tally.is_empty()) {
        let counts = [tally.added, tally.changed, tally.removed].map(|count| count.to_string());
        rows.push([shell.speaker.say(&tally.kind.label())].into_iter().chain(counts).collect());
    }
    let width = |at: usize| rows.iter().map(|row| cells(&row[at])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cell = |(at, (cell, width)): (usize, (&String, &usize))| {
            let blanks = " ".repeat(width.saturating_sub(cells(cell)));
            if at == 0 { format!("{cell}{blanks}") } else { format!("{blanks}{cell}") }
        };
        row.iter().zip(&widths).enumerate().map(cell).collect::<Vec<_>>().join("  ")
    };
    rows.iter().map(line).collect()
}

/// The answers that differ, their paths in one column.
fn answers(shell: &Shell, changes: &[AnswerChange]) -> Vec<String> {
    let width = |change: &AnswerChange| cells(change.path.as_str());
    let width = changes.iter().map(width).filter(|width| *width <= WIDEST).max().unwrap_or(0);
    let line = |change: &AnswerChange| {
        let blanks = " ".repeat(width.saturating_sub(cells(change.path.as_str())));
        let told = shell.speaker.say(&change.told());
        format!("  {} {}{blanks}  {}", change.nature.sign(), change.path, one_line(&told))
    };
    changes.iter().map(line).collect()
}

fn document(shell: &Shell, (before, after): (&Loaded, &Loaded), found: &Comparison) -> Json {
    let plan = |loaded: &Loaded| {
        let plan = &loaded.blueprint.plan;
        json!({
            "title": plan.title.given().value(),
            "digest": plan_digest(plan),
            "go_live": plan.go_live.given().value(),
        })
    };
    let mut document = Map::new();
    document.insert("format".into(), "ucplan-difference/v1".into());
    document.insert("before".into(), plan(before));
    document.insert("after".into(), plan(after));
    let counts = |tally: Tally| {
        let counts = json!({ "added": tally.added, "changed": tally.changed, "removed": tally.removed });
        (tally.kind.word().to_owned(), counts)
    };
    document.insert("summary".into(), Json::Object(found.tallies().into_iter().map(counts).collect()));
    for kind in Kind::ALL {
        let rows = match kind {
            Kind::Answers => found.answers.iter().map(answer).collect(),
            _ => rows(shell, found.effects(*kind)),
        };
        document.insert(kind.word().into(), rows.into());
    }
    document.into()
}

fn answer(change: &AnswerChange) -> Json {
    json!({
        "path": change.path.as_str(),
        "change": word(change.nature),
        "before": side(&change.before),
        "after": side(&change.after),
    })
}

fn side(side: &Side) -> Json {
    match side {
        Side::Nothing => Json::Null,
        Side::Item(said) => json!({ "standing": "said", "value": said }),
        Side::Said(value) => json!({ "standing": "said", "value": value }),
        Side::Default(value) => json!({ "standing": "default", "value": value }),
        Side::Open => json!({ "standing": "open" }),
        Side::Missing => json!({ "standing": "missing" }),
    }
}

/// The rows of a kind, sorted by what they say.
fn rows<'e>(shell: &Shell, effects: impl Iterator<Item = &'e Effect>) -> Vec<Json> {
    let mut rows: Vec<(String, &'static str, Json)> = Vec::new();
    for effect in effects {
        let change = word(effect.nature);
        let about = shell.speaker.say(&effect.summary);
        for line in &effect.lines {
            let row = shell.speaker.say(&line.words);
            let reason = line.reason.as_deref();
            let because = reason.map(|reason| reason.because().paths().collect::<Vec<_>>());
            let facts = reason.map(|reason| reason.facts().to_vec());
            let own = json!({
                "change": change,
                "about": about,
                "row": row,
                "facts": facts.unwrap_or_default(),
                "because": because.unwrap_or_default(),
            });
            rows.push((row, change, own));
        }
    }
    rows.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    rows.into_iter().map(|(.., row)| row).collect()
}

const fn word(nature: Nature) -> &'static str {
    match nature {
        Nature::Added => "added",
        Nature::Changed => "changed",
        Nature::Removed => "removed",
    }
}
