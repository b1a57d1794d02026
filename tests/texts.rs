//! Words and facts: whatever the sources name has words, whatever has words is named, whatever is cited exists.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;
use sources::{Literal, Source, sources, texts};
use ucplan::catalog::{fact, facts, key_table, speaker};
use ucplan::inspect::certificate::certificate_rules;
use ucplan::inspect::zone_rules;
use ucplan::plan::Plan;
use ucplan::requirement::{RuleCard, rules};
use ucplan::text::Message;

/// Words whose keys are made when they are wanted: this, and a word that stands in the sources or in a manifest.
const MADE_OF_WORDS: &[&str] = &[
    "availability-",
    "audience-",
    "budget-lost-",
    "budget-way-",
    "decision-",
    "decisions-",
    "part-",
    "prompt-",
    "place-",
    "purpose-",
    "record-",
    "stage-",
    "state-",
    "theme-",
    "view-",
    "world-",
];

/// Words of questions, sections and items, which a test of their own holds.
const QUESTIONS: &[&str] = &["question-", "section-", "item-"];

/// Words that `clap` wants: this, and the names of commands and arguments. A test of `src/cli/arguments.rs` holds that each
/// argument has its help; `ucplan <command> --help` must show each of these.
const HELP: &str = "help-";

/// Literals that begin like this are keys.
const KEYS: &[&str] =
    &["expected-", "flow-", "found-", "issuer-", "problem-", "refusal-", "remark-", "severity-", "where-"];

/// Problems that stand in the help of others and need none of their own.
const HINTS: &[&str] = &["problem-known", "problem-nearest"];

/// What looks like the id of a fact and is the name of a curve.
const CURVES: &[&str] = &["P-256", "P-384", "P-521"];

#[test]
fn every_key_that_the_sources_name_has_words() {
    let mut wanted = BTreeSet::new();
    for source in sources("src") {
        let is_key = |literal: &&Literal| {
            is_word(&literal.text) && KEYS.iter().any(|begin| literal.text.starts_with(begin))
        };
        let by_name = source.literals.iter().filter(is_key);
        let by_use = source.literals_behind("Message::new(");
        wanted.extend(by_name.chain(by_use).map(|literal| (literal.text.clone(), source.place(literal.at))));
    }
    for (path, text) in texts("templates") {
        wanted.extend(said(&text).map(|key| (key, path.clone())));
        wanted.extend(named(&text, "audience").map(|team| (format!("audience-{team}"), path.clone())));
        wanted.extend(named(&text, "purpose").map(|what| (format!("purpose-{what}"), path.clone())));
    }
    assert!(wanted.len() > 100, "the sources were not read");
    wordless(wanted);
}

#[test]
fn every_rule_and_every_finding_has_words_and_says_why() {
    let mut wanted = BTreeSet::new();
    for rule in rules().iter().filter(|rule| rule.family != "findings") {
        let key = format!("rule-{}", rule.id);
        wanted.extend([(format!("{key}.why"), rule.id.to_owned()), (key, rule.id.to_owned())]);
    }
    for code in finding_codes() {
        let key = format!("finding-{code}");
        wanted.extend([format!("{key}.fix"), format!("{key}.why"), key].map(|key| (key, code.clone())));
    }
    wordless(wanted);
}

#[test]
fn every_problem_says_what_would_be_right() {
    let problems =
        words().into_iter().filter(|(key, _)| key.starts_with("problem-") && !HINTS.contains(&key.as_str()));
    let helpless: Vec<_> =
        problems.filter(|(_, attributes)| !attributes.contains("help")).map(|(key, _)| key).collect();
    assert!(helpless.is_empty(), "without `.help`: {helpless:?}");
}

#[test]
fn every_question_has_its_words_and_no_others() {
    let there: BTreeMap<String, BTreeSet<String>> =
        words().into_iter().filter(|(key, _)| QUESTIONS.iter().any(|begin| key.starts_with(begin))).collect();
    let wanted = questions();
    assert!(wanted.len() > 100, "the questions were not read");
    let missing: Vec<_> = wanted.keys().filter(|key| !there.contains_key(*key)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
    for (key, attributes) in &there {
        let Some(wanted) = wanted.get(key) else { panic!("nobody asks `{key}`") };
        let own: BTreeSet<String> =
            attributes.iter().filter(|a| !a.starts_with("remark-")).cloned().collect();
        assert_eq!(own, *wanted, "{key}");
        for remark in attributes.iter().filter_map(|attribute| attribute.strip_prefix("remark-")) {
            assert!(wanted.contains(&format!("option-{remark}")), "{key}: a remark on `{remark}`");
        }
    }
}

/// The keys of the words of all questions that any plan can have, with their attributes.
fn questions() -> BTreeMap<String, BTreeSet<String>> {
    let mut questions = BTreeMap::new();
    let schema = Plan::schema();
    let mut sections: BTreeSet<String> = BTreeSet::from(["section-plan".to_owned()]);
    for (name, part) in schema["properties"].as_object().unwrap() {
        if ["format", "decisions"].contains(&name.as_str()) {
            continue;
        }
        if part.get("properties").is_some() || part["items"].get("properties").is_some() {
            sections.insert(format!("section-{}", name.replace('_', "-")));
        }
        ask(part, &name.replace('_', "-"), &mut questions);
    }
    questions.extend(sections.into_iter().map(|section| (section, BTreeSet::new())));
    questions
}

/// Adds the questions of a part of the schema.
fn ask(part: &Value, path: &str, questions: &mut BTreeMap<String, BTreeSet<String>>) {
    let value = part.pointer("/anyOf/0").unwrap_or(part);
    let attributes = |options: &[String]| -> BTreeSet<String> {
        let options = options.iter().map(|option| format!("option-{option}"));
        ["help".to_owned(), "label".to_owned()].into_iter().chain(options).collect()
    };
    let one = value.get("items").unwrap_or(value);
    if let Some(inner) = one.get("properties") {
        if value.get("items").is_some() {
            questions.insert(format!("question-{path}"), attributes(&[]));
            questions.insert(format!("item-{path}"), BTreeSet::new());
        }
        for (name, part) in inner.as_object().unwrap() {
            ask(part, &format!("{path}-{}", name.replace('_', "-")), questions);
        }
        return;
    }
    let options: Vec<String> = match (&one["enum"], &one["type"]) {
        (Value::Array(words), _) => words.iter().map(|word| word.as_str().unwrap().to_owned()).collect(),
        (_, kind) if kind == "boolean" => vec!["true".to_owned(), "false".to_owned()],
        _ => Vec::new(),
    };
    questions.insert(format!("question-{path}"), attributes(&options));
}

/// Whether some code makes this key of an effect: from what changes, or from a severity.
fn is_effect(key: &str, named: &BTreeSet<String>) -> bool {
    let what = key.trim_start_matches("effect-").trim_end_matches("-changed");
    named.contains(what)
}

#[test]
fn no_words_are_dead() {
    let sources = sources("src");
    let mut named: BTreeSet<String> = literals(&sources).collect();
    for (_, text) in texts("templates") {
        let words = ["audience", "purpose"].map(|key| self::named(&text, key).collect::<Vec<_>>());
        named.extend(said(&text).chain(words.concat()));
    }
    named.extend(rules().iter().map(|rule| format!("rule-{}", rule.id)));
    named.extend(finding_codes().iter().map(|code| format!("finding-{code}")));
    named.extend(key_table().values().flatten().flat_map(|row| {
        let says = row.says.clone().unwrap_or_else(|| "short".to_owned());
        [format!("action-{}", row.action), says]
    }));
    named.insert("action-panic".to_owned());
    let asked: BTreeSet<String> = questions().into_keys().collect();
    let help = squeezed(&help());
    let speaker = speaker("en").unwrap();
    for (key, attributes) in words() {
        let is_made = MADE_OF_WORDS
            .iter()
            .any(|begin| key.strip_prefix(begin).is_some_and(|word| named.contains(word)));
        let is_asked = QUESTIONS.iter().any(|begin| key.starts_with(begin)) && asked.contains(&key);
        let is_effect = key.starts_with("effect-") && is_effect(&key, &named);
        let is_help =
            key.starts_with(HELP) && help.contains(&squeezed(&speaker.say(&Message::new(key.clone()))));
        assert!(named.contains(&key) || is_made || is_help || is_asked || is_effect, "nothing says `{key}`");
        for attribute in attributes.into_iter().filter(|_| !is_asked) {
            let ending = format!(".{attribute}");
            let is_named =
                named.contains(&attribute) || named.iter().any(|literal| literal.ends_with(&ending));
            assert!(is_named, "nothing says `{key}.{attribute}`");
        }
    }
}

#[test]
fn every_rule_rests_on_facts_that_have_a_source() {
    for RuleCard { id, facts, .. } in rules() {
        assert!(!facts.is_empty(), "{id} rests on nothing");
        for known in facts {
            let source = fact(known).map(|fact| fact.source.trim());
            assert!(
                source.is_some_and(|source| !source.is_empty()),
                "{id}: {known} is no fact with a source"
            );
        }
    }
}

#[test]
fn every_fact_that_is_cited_exists() {
    let mut unknown = Vec::new();
    let rust = sources("src").into_iter().map(|source| (source.path, source.untested));
    let data = texts("assets/facts").into_iter().filter(|(path, _)| !path.contains("/base/"));
    let rest = ["assets/text", "assets/samples", "templates"].into_iter().flat_map(texts).chain(data);
    for (path, text) in rust.chain(rest) {
        unknown.extend(cited(&text).filter(|id| fact(id).is_none()).map(|id| format!("{path}: {id}")));
    }
    assert!(unknown.is_empty(), "no such facts:\n{}", unknown.join("\n"));
}

#[test]
fn explain_knows_every_fact_rule_and_finding() {
    let mut ids: Vec<String> = facts().map(|fact| fact.id.clone()).collect();
    ids.extend(rules().iter().map(|rule| rule.id.to_owned()));
    ids.extend(finding_codes());
    let failed: Vec<_> =
        ids.iter().map(|id| (id, run(&["explain", id]))).filter(|(_, (exit, _))| *exit != 0).collect();
    assert!(failed.is_empty(), "{failed:?}");
    for nonsense in ["M-999", "M-04", "nonsense", ""] {
        let (exit, words) = run(&["explain", nonsense]);
        assert_eq!(exit, 2, "{nonsense}: {words}");
    }
}

/// Fails where keys, each with the place that names it, have no words.
fn wordless(wanted: BTreeSet<(String, String)>) {
    let speaker = speaker("en").unwrap();
    let missing: Vec<_> = wanted.into_iter().filter(|(key, _)| !speaker.knows(key)).collect();
    assert!(missing.is_empty(), "no words for {missing:#?}");
}

/// The code of every finding: those of rules, and those that are made elsewhere.
fn finding_codes() -> BTreeSet<String> {
    let ruled = rules().into_iter().filter(|rule| rule.family == "findings").map(|rule| rule.id.to_owned());
    let sources = sources("src");
    let made = sources.iter().flat_map(|source| source.literals_behind("Finding::new("));
    let of_files = zone_rules().chain(certificate_rules()).map(|rule| rule.id.to_owned());
    ruled.chain(of_files).chain(made.map(|literal| literal.text.clone())).collect()
}

fn literals(sources: &[Source]) -> impl Iterator<Item = String> {
    sources.iter().flat_map(|source| source.literals.iter().map(|literal| literal.text.clone()))
}

/// The keys of all English words, each with its attributes.
fn words() -> Vec<(String, BTreeSet<String>)> {
    let mut words: Vec<(String, BTreeSet<String>)> = Vec::new();
    for (_, text) in texts("assets/text/en") {
        for line in text.lines() {
            let Some((name, _)) = line.split_once(" =") else {
                continue;
            };
            match name.strip_prefix("    .") {
                Some(attribute) => drop(words.last_mut().unwrap().1.insert(attribute.to_owned())),
                None if is_word(name) => words.push((name.to_owned(), BTreeSet::new())),
                None => {}
            }
        }
    }
    assert!(words.len() > 200, "the words were not read");
    words
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The keys that a template says.
fn said(text: &str) -> impl Iterator<Item = String> {
    text.split("say(").skip(1).filter_map(|rest| rest.split(['"', '\'']).nth(1)).map(str::to_owned)
}

/// What a manifest names under a key: teams, and what they do with its files.
fn named(text: &str, key: &str) -> impl Iterator<Item = String> {
    let begin = format!("{key}: ");
    text.lines().filter_map(move |line| line.trim().strip_prefix(&begin).map(str::to_owned))
}

/// The ids of facts in a text: a capital letter of a part of the fact base, a hyphen and three digits.
fn cited(text: &str) -> impl Iterator<Item = String> {
    text.match_indices('-').filter_map(|(at, _)| {
        let part = text[..at].chars().next_back().filter(|part| "MEXCDP".contains(*part))?;
        let stands_alone = !text[..at - 1].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        let digits: String = text[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        let id = format!("{part}-{digits}");
        (stands_alone && digits.len() == 3 && !CURVES.contains(&id.as_str())).then_some(id)
    })
}

/// The help of the program and of each of its commands.
fn help() -> String {
    help_of(&[])
}

fn help_of(command: &[&str]) -> String {
    let (_, mut help) = run(&[command, &["--help"]].concat());
    let listed = help.clone();
    let commands =
        listed.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|l| l.starts_with("  "));
    for inner in commands.filter_map(|line| line.split_whitespace().next()).filter(|inner| *inner != "help") {
        help += &help_of(&[command, &[inner]].concat());
    }
    help
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The exit code of `ucplan` and what it said.
fn run(arguments: &[&str]) -> (i32, String) {
    let home = std::env::temp_dir().join("ucplan-nobody");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ucplan"));
    command.args(arguments).env("HOME", &home).env_remove("XDG_CONFIG_HOME").env("NO_COLOR", "1");
    let output = command.output().unwrap();
    let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code().unwrap_or(-1), told)
}
