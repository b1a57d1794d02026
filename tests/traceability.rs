//! Every fact of the field is somewhere: in a rule that fires in a scenario, in the code, or told to be information only.
//!
//! `src/requirement/traceability.md` is the table of it, part of the documentation; `UCPLAN_BLESS=1` writes it anew.
//! `tests/traceability.yaml` says of the facts that no code rests on why that is so.

mod golden;
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use golden::golden;
use serde::Deserialize;
use sources::{sources, texts};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, facts, samples};
use ucplan::finding::Severity;
use ucplan::inspect::certificate::certificate_rules;
use ucplan::inspect::zone_rules;
use ucplan::plan::{Document, Plan};
use ucplan::requirement::{Reason, Row, rules};

/// Facts that no code rests on, and why that is so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Information {
    why: String,
    facts: Vec<String>,
}

/// Where rules fired, and which facts their rows rest on.
#[derive(Default)]
struct Fired {
    /// Plans in which a rule made rows.
    plans: BTreeMap<&'static str, BTreeSet<String>>,
    /// Rules whose rows rest on a fact.
    rules: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Fired {
    fn note(&mut self, plan: &str, reason: &Reason) {
        for rule in reason.rules() {
            self.plans.entry(rule).or_default().insert(plan.to_owned());
        }
        if let [rule] = reason.rules() {
            for fact in reason.facts() {
                self.rules.entry(fact).or_default().insert(rule);
            }
        }
    }

    fn rows<B>(&mut self, plan: &str, rows: &[Row<B>]) {
        for row in rows {
            self.note(plan, &row.reason);
        }
    }
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The plans of a folder, by name: a file each, or a folder each.
fn plans(below: &str) -> Vec<(String, String)> {
    let folder = project().join("tests").join(below);
    let mut plans: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let file = if path.is_dir() { path.join("plan.yaml") } else { path };
            let text = file.extension().filter(|end| *end == "yaml").map(|_| fs::read_to_string(&file).ok());
            Some((name, text??))
        })
        .collect();
    plans.sort();
    plans
}

fn blueprint(text: &str) -> Option<Blueprint> {
    let document = Document::parse(text).ok()?;
    Some(Blueprint::of(Plan::read(&document, &Templates::default()).ok()?))
}

/// What fires in samples and scenarios; refusals add what may stand in no sound plan, the findings of severity error.
fn fired() -> Fired {
    let mut fired = Fired::default();
    let samples = samples().into_iter().map(|sample| (sample.name.to_owned(), sample.text.to_owned()));
    for (name, text) in samples.chain(plans("scenarios")) {
        let all = blueprint(&text).unwrap_or_else(|| panic!("{name} can't be read")).requirements;
        fired.rows(&name, &all.dns);
        fired.rows(&name, &all.publishing);
        fired.rows(&name, &all.firewall);
        fired.rows(&name, &all.balancing);
        fired.rows(&name, &all.commands);
        fired.rows(&name, &all.calendar);
        fired.rows(&name, &all.exchange);
        fired.rows(&name, &all.findings);
        fired.rows(&name, &all.certificates);
        for certificate in &all.certificates {
            for own in certificate.body.names() {
                fired.note(&name, &own.reason);
            }
        }
    }
    for (name, text) in plans("refusals") {
        let Some(blueprint) = blueprint(&text) else { continue };
        for row in &blueprint.requirements.findings {
            if row.body.severity == Severity::Error {
                fired.note(&name, &row.reason);
            }
        }
    }
    fired
}

#[test]
fn every_rule_fires_in_some_plan() {
    let fired = fired();
    let silent: Vec<_> =
        rules().into_iter().map(|rule| rule.id).filter(|id| !fired.plans.contains_key(id)).collect();
    assert!(silent.is_empty(), "no scenario, and no refusal by an error, switches on: {silent:#?}");
}

#[test]
fn there_are_scenarios_enough() {
    let own = plans("scenarios").len() + samples().len();
    assert!(own >= 20, "{own} scenarios");
}

/// The files outside the rules that name a fact, in code or beside it.
fn named() -> BTreeMap<String, BTreeSet<String>> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let ids: Vec<&str> = facts().map(|fact| fact.id.as_str()).collect();
    let is_code = |path: &str| !path.starts_with("src/requirement/");
    for source in sources("src").into_iter().filter(|source| is_code(&source.path)) {
        for id in ids.iter().filter(|id| names(&source.untested, id)) {
            named.entry((*id).to_owned()).or_default().insert(source.path.clone());
        }
    }
    // What is said to the people of Windows stands in the templates by its key only.
    let windows = "assets/text/en/windows.ftl";
    let said = (windows.to_owned(), fs::read_to_string(project().join(windows)).unwrap());
    for (path, text) in texts("templates").into_iter().chain([said]) {
        for id in ids.iter().filter(|id| names(&text, id)) {
            named.entry((*id).to_owned()).or_default().insert(path.clone());
        }
    }
    for file in fs::read_dir(project().join("assets/facts")).unwrap().map(|entry| entry.unwrap().path()) {
        if file.ends_with("cited.yaml") {
            continue;
        }
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let path = format!("assets/facts/{}", file.file_name().unwrap().to_str().unwrap());
        for id in ids.iter().filter(|id| names(&text, id)) {
            named.entry((*id).to_owned()).or_default().insert(path.clone());
        }
    }
    named
}

/// Whether a text names a fact: `ED-1` is not in `ED-18`.
fn names(text: &str, id: &str) -> bool {
    text.match_indices(id).any(|(at, _)| {
        let stands_alone = |character: Option<char>| !character.is_some_and(char::is_alphanumeric);
        stands_alone(text[..at].chars().next_back()) && stands_alone(text[at + id.len()..].chars().next())
    })
}

/// A few of many, and how many more there are.
fn few(all: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let all: Vec<_> = all.into_iter().map(|one| format!("`{}`", one.as_ref())).collect();
    match all.len() {
        0..=3 => all.join(", "),
        more => format!("{} and {} more", all[..3].join(", "), more - 3),
    }
}

/// `assets/facts/cited.yaml` has what no card of a rule tells: the facts that only some rows of it rest on.
#[test]
fn the_facts_of_rows_are_known_to_explain() {
    let fired = fired();
    let cards: BTreeMap<&str, &[&str]> = rules().into_iter().map(|rule| (rule.id, rule.facts)).collect();
    let mut text = String::from(
        "# Facts that only some rows of a rule rest on, and the rule: what `explain` knows beside the rules' own lists.\n\
         # Written by tests/traceability.rs.\n",
    );
    for (fact, rules) in &fired.rules {
        let more: Vec<_> = rules.iter().filter(|rule| !cards[**rule].contains(fact)).copied().collect();
        if !more.is_empty() {
            writeln!(text, "{fact}: [{}]", more.join(", ")).unwrap();
        }
    }
    let mut failures = Vec::new();
    golden(&project().join("assets/facts/cited.yaml"), &text, &mut failures);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_fact_is_somewhere_and_the_table_says_where() {
    let (fired, named) = (fired(), named());
    let text = fs::read_to_string(project().join("tests/traceability.yaml")).unwrap();
    let information: Vec<Information> = serde_yaml::from_str(&text).unwrap();
    let why: BTreeMap<&str, &str> = information
        .iter()
        .flat_map(|entry| entry.facts.iter().map(|fact| (fact.as_str(), entry.why.as_str())))
        .collect();
    let mut resting: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rule in rules().into_iter().chain(zone_rules()).chain(certificate_rules()) {
        for fact in rule.facts {
            resting.entry(fact).or_default().insert(rule.id);
        }
    }
    for (fact, rules) in &fired.rules {
        resting.entry(fact).or_default().extend(rules);
    }

    let (mut lost, mut twice) = (Vec::new(), Vec::new());
    let mut table = String::from(
        "Where each fact on mobility (M-), on Edge and DNS (E-, ED-), on Exchange (X-, XD-), on Cloud Connector (C-, CD-), and\n\
         with a date (D-) is kept: the rules that rest on it and the plans of\n\
         `tests/scenarios` and `tests/refusals` in which those fire, the code or data that states it, or why it is\n\
         information only. `ucplan explain M-047` tells what a fact says. A test writes this table.\n\n\
         | Fact | Kept by | Tested by |\n|---|---|---|\n",
    );
    for fact in facts().filter(|fact| !fact.id.starts_with("P-")) {
        let id = fact.id.as_str();
        let rules = resting.get(id).cloned().unwrap_or_default();
        let tests: BTreeSet<&String> =
            rules.iter().filter_map(|rule| fired.plans.get(rule)).flatten().collect();
        let files = named.get(id).cloned().unwrap_or_default();
        match (rules.is_empty(), why.get(id)) {
            (false, Some(_)) => twice.push(id),
            (false, None) => {
                writeln!(table, "| {id} | rules {} | {} |", few(&rules), few(&tests)).unwrap();
            }
            (true, Some(why)) => {
                let also = if files.is_empty() { String::new() } else { format!(" ({})", few(&files)) };
                writeln!(table, "| {id} | information: {why}{also} | |").unwrap();
            }
            (true, None) if !files.is_empty() => {
                writeln!(table, "| {id} | {} | the tests of that code |", few(&files)).unwrap();
            }
            (true, None) => lost.push(id),
        }
    }
    assert!(lost.is_empty(), "kept by nothing, and not told to be information: {lost:?}");
    assert!(twice.is_empty(), "told to be information, and rules rest on it: {twice:?}");
    let unknown: Vec<_> = why.keys().filter(|id| facts().all(|fact| fact.id != **id)).collect();
    assert!(unknown.is_empty(), "no such facts: {unknown:?}");
    let mut failures = Vec::new();
    golden(&project().join("src/requirement/traceability.md"), &table, &mut failures);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
