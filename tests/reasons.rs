//! The reasons of rows are true: change one answer, and the rows that change are the rows that name it.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::{Value, json};
use ucplan::artifact::requirements_json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, fact, speaker};
use ucplan::plan::{Document, Path, Plan, Step};
use ucplan::text::Speaker;

/// A row, as text without its step number, with its kind in front.
type RowText = String;

/// The plans that are shaken: every sample and every scenario; with `UCPLAN_ONLY`, those whose name holds its text.
fn plans() -> Vec<(String, String)> {
    let only = std::env::var("UCPLAN_ONLY").unwrap_or_default();
    common::plans().into_iter().filter(|(name, _)| name.contains(&only)).collect()
}

/// What a row asks for, its reasons, the answers it names.
struct Told {
    body: String,
    because: BTreeSet<Path>,
}

/// The rows of a plan.
fn rows(document: &Document) -> Option<BTreeMap<RowText, Told>> {
    // Learning to speak takes as long as deriving a plan.
    static WORDS: LazyLock<Speaker> = LazyLock::new(|| speaker("en").unwrap());
    let plan = Plan::read(document, &Templates::default()).ok()?;
    let blueprint = Blueprint::of(plan);
    let all = requirements_json(&blueprint.plan, &blueprint.requirements, None, &WORDS);
    let mut rows = BTreeMap::new();
    for (part, list) in all.as_object().unwrap().iter().filter(|(_, list)| list.is_array()) {
        for row in list.as_array().unwrap() {
            let mut row = row.clone();
            row.as_object_mut().unwrap().remove("step");
            let because = row["because"].as_array().unwrap();
            let because = because.iter().map(|path| path.as_str().unwrap().parse().unwrap()).collect();
            let text = format!("{part} {row}");
            for reason in ["because", "facts", "reasons", "remarks"] {
                row.as_object_mut().unwrap().remove(reason);
            }
            rows.insert(text, Told { body: format!("{part} {row}"), because });
        }
    }
    Some(rows)
}

/// Every answer with its value, and every list of sections with null.
fn answers(document: &Document) -> Vec<(Path, Value)> {
    let plan = Plan::read(document, &Templates::default()).unwrap();
    let mut answers = Vec::new();
    plan.visit(&mut |leaf| answers.push((leaf.path.clone(), (leaf.value)())));
    answers
}

/// The words that the schema allows at a path, or in the list there.
fn choices(schema: &Value, path: &Path) -> Vec<Value> {
    let mut at = schema;
    for step in path.steps() {
        at = match step {
            Step::Key(key) => &at["properties"][&key],
            Step::Item(_) => &at["items"],
        };
    }
    let own = &at["anyOf"][0];
    let words = [&own["enum"], &own["items"]["enum"], &own["examples"]];
    words.iter().find_map(|words| words.as_array()).cloned().unwrap_or_default()
}

/// Other values that an answer might have; those that do not fit are refused by the reader and skipped.
fn variants(value: &Value, choices: &[Value]) -> Vec<Value> {
    match value {
        Value::Bool(truth) => vec![json!(!truth)],
        Value::Number(number) => vec![json!(number.as_u64().unwrap() + 1)],
        Value::String(_) if !choices.is_empty() => choices.to_vec(),
        Value::String(text) => {
            let shifted = text.rsplit_once('.').map_or(text.clone(), |(head, _)| format!("{head}.99"));
            let day = |year| json!(text.replace("2027", year));
            let mut texts = vec![
                json!(format!("x{text}")),
                json!(shifted),
                json!(format!("{text}x")),
                day("2026"),
                day("2030"),
            ];
            texts.extend(["", "global", "site:X", "user", "FR"].map(|word| json!(word)));
            texts
        }
        Value::Array(items) => {
            let mut lists = vec![json!([])];
            lists.extend(choices.iter().map(|word| json!([word])));
            if let Some((last, rest)) = items.split_last() {
                lists.push(json!(rest));
                lists.extend(variants(last, &[]).into_iter().map(|last| json!([rest, &[last]].concat())));
                lists.push(items.iter().map(|item| variants(item, &[])[0].clone()).collect());
                lists.push(items.iter().rev().cloned().collect());
            }
            lists.extend(["10.99.0.1", "x.example", "Kim"].map(|item| json!([item])));
            lists.push(json!(["one@x.example", "two@x.example"]));
            lists
        }
        _ => ["x.example", "x", r"x.example\X", "10.99.0.1"].map(|text| json!(text)).to_vec(),
    }
}

/// Whether a changed answer and a named one are the same, or one is a part of the other. The answer that names an item
/// of a list changes everything in the item, and which items there are.
fn concerns(changed: &Path, named: &Path, renames: bool) -> bool {
    let list = changed.as_str().rfind('[').map(|at| changed.as_str()[..at].parse::<Path>().unwrap());
    named.is_within(changed)
        || changed.is_within(named)
        || (renames && list.is_some_and(|list| named.is_within(&list)))
}

/// Whether the answer names the item that it stands in.
fn names_its_item(path: &Path, value: &Value) -> bool {
    let item = path.as_str().rsplit_once('.').map_or("", |(item, _)| item);
    value.as_str().is_some_and(|value| item.ends_with(&format!("[{value}]")))
}

/// Values that an answer must have to matter: for one that names a pool, every Front End pool; for the Active Directory
/// domain, what lies between the name of a record and its zone.
fn telling(path: &Path, document: &Document, answers: &[(Path, Value)]) -> Vec<Value> {
    let is_pool = |path: &Path| {
        let path = path.as_str();
        path.contains(".front_end_pools[") && path.ends_with("].fqdn") && !path.contains(".servers[")
    };
    let sip = answers.iter().find(|(path, _)| path.as_str() == "domains.sip");
    let sip = sip.and_then(|(_, domains)| domains.as_array()).cloned().unwrap_or_default();
    match path.as_str() {
        "domains.active_directory" => {
            let rows = rows(document).unwrap_or_default();
            let dns = rows.keys().filter_map(|row| serde_json::from_str(row.strip_prefix("dns ")?).ok());
            let between = |row: Value| {
                let (_, parent) = row["name"].as_str()?.split_once('.')?;
                (row["zone"] != parent && row["zone"] != row["name"]).then(|| parent.to_owned())
            };
            dns.filter_map(between).collect::<BTreeSet<_>>().into_iter().map(Value::from).collect()
        }
        // One for each certificate of the plan.
        "certificates.existing" => {
            let rows = rows(document).unwrap_or_default();
            let all = rows.keys().filter_map(|row| row.strip_prefix("certificates "));
            let ids = all.filter_map(|row| serde_json::from_str::<Value>(row).ok());
            vec![ids.map(|row| json!({ "name": row["id"] })).collect()]
        }
        "exchange.servers" => vec![json!([{ "fqdn": "x.example" }])],
        // The mail domain is a SIP domain, and Autodiscover may lead to all of them.
        "exchange.smtp_domain" => sip.first().cloned().into_iter().collect(),
        "exchange.tenant_id" => vec![json!("99999999-8888-7777-6666-555555555555")],
        "exchange.redirect_domains" => vec![json!(sip)],
        // A pool in a SIP domain, and one in none.
        "domains.sip" => {
            let directory = answers.iter().find(|(path, _)| path.as_str() == "domains.active_directory");
            directory.map(|(_, name)| json!([name])).into_iter().collect()
        }
        path if path == "simple_urls.pool" || path.ends_with(".paired_with") => {
            answers.iter().filter(|(path, _)| is_pool(path)).map(|(_, name)| name.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// Every way to change one answer of a document: the answer, whether it renames an item, the document afterwards.
fn changes(document: &Document) -> Vec<(Path, bool, Document)> {
    let schema = Plan::schema();
    let mut changes = Vec::new();
    let answers = answers(document);
    for (path, value) in &answers {
        let renames = names_its_item(path, value);
        let is_list = value.is_null() && document.said(path).is_some_and(|node| !node.items().is_empty());
        if is_list {
            for item in document.said(path).unwrap().items() {
                let item = path.item(&item.name().unwrap());
                changes.extend(document.remove(&item).ok().map(|changed| (item, false, changed)));
            }
        }
        let mut variants = variants(value, &choices(&schema, path));
        variants.extend(telling(path, document, &answers));
        for variant in variants.into_iter().filter(|variant| variant != value) {
            changes.extend(document.set(path, &variant).ok().map(|changed| (path.clone(), renames, changed)));
        }
    }
    changes
}

#[test]
fn every_row_has_facts_and_answers() {
    for (name, text) in plans() {
        let document = Document::parse(&text).unwrap();
        let all = rows(&document).unwrap();
        assert!(all.len() > 15, "{}: {} rows", name, all.len());
        for (row, Told { because, .. }) in all {
            assert!(!because.is_empty(), "no answers: {row}");
            let row: Value = serde_json::from_str(row.split_once(' ').unwrap().1).unwrap();
            let facts = row["facts"].as_array().unwrap();
            assert!(!facts.is_empty(), "no facts: {row}");
            for id in facts {
                assert!(fact(id.as_str().unwrap()).is_some(), "{id} is no fact");
            }
        }
    }
}

/// Rows that change name the answer that changed, and what an answer causes changes with it: a row changes when it asks
/// for something else or is no longer there; its reasons change where another answer asks for the same row.
#[test]
fn rows_and_the_answers_they_name_change_together() {
    let plans = plans();
    let next = AtomicUsize::new(0);
    let shake = || {
        let mut faults = Vec::new();
        while let Some((name, text)) = plans.get(next.fetch_add(1, Ordering::Relaxed)) {
            faults.extend(shaken(name, text));
        }
        faults
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let faults: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(shake)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let told = faults.iter().take(6).cloned().collect::<Vec<_>>().join("\n\n");
    assert!(faults.is_empty(), "{} faults, among them:\n{told}", faults.len());
}

/// What is wrong with the reasons of a plan's rows.
fn shaken(name: &str, text: &str) -> Vec<String> {
    let document = Document::parse(text).unwrap();
    let before = rows(&document).unwrap();
    let bodies = |rows: &BTreeMap<RowText, Told>| -> BTreeSet<String> {
        rows.values().map(|told| told.body.clone()).collect()
    };
    let old = bodies(&before);
    let mut moved: BTreeMap<&RowText, BTreeSet<Path>> = BTreeMap::new();
    let (mut faults, mut tried) = (Vec::new(), 0);
    for (path, renames, changed) in changes(&document) {
        let Some(after) = rows(&changed) else { continue };
        tried += 1;
        let new = bodies(&after);
        let gone = before.iter().filter(|(_, told)| !new.contains(&told.body));
        let come = after.iter().filter(|(_, told)| !old.contains(&told.body));
        for (row, told) in gone.chain(come) {
            if !told.because.iter().any(|named| concerns(&path, named, renames)) {
                faults.push(format!("{name}: `{path}` changed, and this row without naming it:\n{row}"));
            }
        }
        for row in before.keys().filter(|row| !after.contains_key(*row)) {
            moved.entry(row).or_default().insert(path.clone());
        }
    }
    assert!(tried > 150, "{name}: only {tried} changes");
    // With wildcards a certificate names the host label of a simple URL, which its wildcard then makes irrelevant.
    if text.contains("wildcards: true") {
        return faults;
    }
    // Where the authority's limit decides, the place of every name rests on all that brings names, though a single change
    // moves few of them from one certificate to another.
    let is_split = |row: &str| {
        text.contains("reverse_proxy: by-limit")
            && (row.starts_with("publishing ") || row.contains(r#""role":"reverse-proxy""#))
    };
    for (row, Told { because, .. }) in before.iter().filter(|(row, _)| !is_split(row)) {
        let moved = moved.get(row).cloned().unwrap_or_default();
        for named in because.iter().filter(|named| !moved.iter().any(|path| concerns(path, named, true))) {
            faults.push(format!("{name}: no change of `{named}` changes this row that names it:\n{row}"));
        }
    }
    faults
}
