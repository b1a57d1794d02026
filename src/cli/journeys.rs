//! Journeys for people and as a document: `ucplan show PLAN journeys`, and what `ucplan walk` shares with it.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::load::Loaded;
use super::show::{markdown, piped};
use super::{Exit, Shell, show};
use crate::journey::{Hop, Journey, Outcome, Traveller};
use crate::text::Message;

/// So many rows are read by nobody: the document has the others.
const MOST_ROWS: usize = 200;
/// So many SIP domains stand in a cell.
const MOST_DOMAINS: usize = 3;

/// How many journeys ended how.
#[derive(Default)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) remarked: usize,
    pub(super) failed: usize,
}

impl Count {
    pub(super) const fn take(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Pass => self.passed += 1,
            Outcome::PassWithRemark => self.remarked += 1,
            Outcome::Fail => self.failed += 1,
        }
    }

    /// Says it, and how the command ends.
    pub(super) fn tell(&self, shell: &Shell, loaded: &Loaded) -> Exit {
        let count = self.passed + self.remarked + self.failed;
        let summary = Message::new("walk-summary").counting("count", count).counting("passed", self.passed);
        shell.say(&summary.counting("remarked", self.remarked).counting("failed", self.failed));
        self.exit(loaded)
    }

    fn exit(&self, loaded: &Loaded) -> Exit {
        let own = if self.failed > 0 { Exit::Findings } else { Exit::Done };
        own.max(show::exit(loaded))
    }
}

/// The words of an outcome.
pub(super) fn outcome(shell: &Shell, outcome: Outcome) -> String {
    let key = match outcome {
        Outcome::Pass => "walk-pass",
        Outcome::PassWithRemark => "walk-pass-with-remark",
        Outcome::Fail => "walk-fail",
    };
    shell.speaker.say(&Message::new(key))
}

/// Some SIP domains, and how many more there are.
pub(super) fn domains(shell: &Shell, domains: &[String], most: usize) -> String {
    let mut text = domains.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
    if let Some(others) = domains.len().checked_sub(most).filter(|others| *others > 0) {
        let others = Message::new("walk-others").counting("count", others);
        text.extend([" ", &shell.speaker.say(&others)]);
    }
    text
}

/// One document, a journey a line; written as they are walked, as there may be very many.
pub(super) fn document(
    shell: &Shell,
    loaded: &Loaded,
    is_asked: impl Fn(Traveller, &str) -> bool + Copy,
) -> Exit {
    let mut count = Count::default();
    let walk = loaded.blueprint.walk();
    shell.print("{\"journeys\": [");
    let mut waiting: Option<String> = None;
    for journey in walk.journeys(is_asked) {
        count.take(journey.result());
        if let Some(line) = waiting.replace(one(shell, &journey).to_string()) {
            shell.print(&format!("{line},"));
        }
    }
    if let Some(last) = waiting {
        shell.print(&last);
    }
    shell.print("]}");
    count.exit(loaded)
}

/// A journey of the document. One that fails names the answers on which that rests.
fn one(shell: &Shell, journey: &Journey) -> Json {
    let hop = |hop: &Hop| {
        let step = shell.speaker.say(&hop.step);
        json!({ "step": step, "result": hop.result, "by": hop.by.join(", ") })
    };
    let mut object = json!({
        "client": journey.client,
        "network": journey.network,
        "sip_domain": journey.domain,
        "pool": journey.pool,
        "result": journey.result(),
        "hops": journey.hops().map(hop).collect::<Vec<_>>(),
    });
    if journey.fault().is_some() {
        object["because"] = journey.answers_behind_fault().into_iter().map(ToString::to_string).collect();
    }
    object
}

/// What journeys of several SIP domains have in common in the table.
type Alike = [String; 6];

/// Journeys that differ in nothing but the SIP domain, with their domains.
fn rows(shell: &Shell, loaded: &Loaded, with_answers: bool, count: &mut Count) -> Vec<(Alike, Vec<String>)> {
    let mut places: HashMap<Alike, usize> = HashMap::new();
    let mut rows: Vec<(Alike, Vec<String>)> = Vec::new();
    let walk = loaded.blueprint.walk();
    for journey in walk.journeys(|_, _| true) {
        count.take(journey.result());
        let fault = journey.fault().map(|hop| shell.speaker.say(&hop.step)).unwrap_or_default();
        let answers = if with_answers { answers(&journey) } else { String::new() };
        let result = outcome(shell, journey.result());
        let (client, network) = (journey.client.to_string(), journey.network.to_string());
        let alike = [client, network, journey.pool, result, fault, answers];
        let next = rows.len();
        let at = *places.entry(alike.clone()).or_insert(next);
        if at == next {
            rows.push((alike, Vec::new()));
        }
        rows[at].1.push(journey.domain);
    }
    rows
}

/// The table. Journeys that differ in nothing but the SIP domain share a row.
pub(super) fn tell(shell: &Shell, loaded: &Loaded, with_answers: bool) -> Exit {
    let say = |key: &'static str| shell.speaker.say(&Message::new(key));
    let mut count = Count::default();
    let rows = rows(shell, loaded, with_answers, &mut count);
    shell.print(&format!("## {}\n", say("part-journeys")));
    if rows.is_empty() {
        shell.say(&Message::new("walk-none"));
        return show::exit(loaded);
    }
    let mut head: Vec<String> =
        say("part-journeys.columns").split('|').map(|title| title.trim().to_owned()).collect();
    head.extend(with_answers.then(|| say("journeys-answers")));
    let mut table = vec![head];
    for ([client, network, pool, result, fault, answers], own) in rows.iter().take(MOST_ROWS) {
        let own = domains(shell, own, MOST_DOMAINS);
        let mut cells = vec![client, network, pool, &own, result, fault];
        cells.extend(with_answers.then_some(answers));
        table.push(cells.into_iter().map(|cell| piped(cell)).collect());
    }
    shell.print(&markdown(&table));
    if let Some(others) = rows.len().checked_sub(MOST_ROWS).filter(|others| *others > 0) {
        shell.say(&Message::new("walk-more-rows").counting("count", others));
    }
    count.tell(shell, loaded)
}

/// The answers on which a failure rests.
pub(super) fn answers(journey: &Journey) -> String {
    let paths = journey.answers_behind_fault().into_iter();
    paths.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
