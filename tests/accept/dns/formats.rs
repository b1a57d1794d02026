//! Every format of the DNS records (a table, `DNSControl`, octoDNS, Route 53), read back by readers of others: each row of the
//! plan stands in each of them once. octoDNS itself loads its files and holds the records of the zone files.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::common::{DAY, Desk, call, python_with, said, sample, sample_names, scenarios, texts, tool};
use crate::zones;

/// The formats that the reader knows.
const FORMATS: [&str; 5] = ["csv", "dnscontrol", "octodns", "route53", "yaml"];

/// The reader's Python.
#[track_caller]
fn python() -> Option<PathBuf> {
    python_with(&["octodns", "yaml", "dukpy"])
}

/// The records of each desk, by format; sorted.
#[track_caller]
fn read(python: &Path, desks: &[Desk]) -> Vec<BTreeMap<String, Vec<Json>>> {
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/accept/dns/records.py");
    let folders: Vec<String> =
        desks.iter().map(|desk| desk.path("out/dns").to_str().unwrap().to_owned()).collect();
    let arguments: Vec<&str> = std::iter::once(reader).chain(folders.iter().map(String::as_str)).collect();
    let output = call(python, Path::new("."), &arguments);
    assert!(output.status.success(), "{}", said(&output));
    let mut told: BTreeMap<String, BTreeMap<String, Vec<Json>>> =
        serde_json::from_slice(&output.stdout).unwrap();
    folders.iter().map(|folder| told.remove(folder).unwrap()).collect()
}

/// The records that a plan requires, as the reader tells them; sorted.
fn required(desk: &Desk) -> Vec<Json> {
    let columns = ["view", "zone", "name", "type", "ttl", "value"];
    let record = |row: &Json| columns.iter().map(|column| row[column].clone()).collect();
    // What somebody else makes stands in no file of ours.
    let rows = desk.shown("dns");
    let ours = rows.iter().filter(|row| row["level"] != "verify-only");
    sorted(ours.map(record).collect())
}

/// Sorted as Python sorts lists of words and numbers; all TTLs of a plan are the same.
fn sorted(mut records: Vec<Json>) -> Vec<Json> {
    let key = |record: &Json| -> Vec<String> {
        let words = [0, 1, 2, 3, 5].map(|at| record[at].as_str().unwrap().to_owned());
        words.into()
    };
    records.sort_by_cached_key(key);
    records
}

#[track_caller]
fn generated(text: &str, answers: &[&str], more: &[&str]) -> Desk {
    let desk = Desk::with_plan(text);
    desk.set(answers);
    desk.generate(&[&["--only", "dns"], more].concat()).with(0);
    desk
}

#[test]
fn every_format_holds_every_record_once() {
    let Some(python) = python() else { return };
    let mut plans: Vec<(String, String)> =
        sample_names().into_iter().map(|name| (name.to_owned(), sample(name).to_owned())).collect();
    plans.extend(scenarios());
    let mut desks: Vec<Desk> = plans.iter().map(|(_, text)| generated(text, &[], &[])).collect();
    for answer in ["domains.internal_sip_zones=pin-point", "domains.ttl=60"] {
        plans.push((answer.to_owned(), String::new()));
        desks.push(generated(sample("two-domains"), &[answer], &[]));
    }
    for ((name, _), (desk, formats)) in plans.iter().zip(desks.iter().zip(read(&python, &desks))) {
        let wanted = required(desk);
        assert!(!wanted.is_empty(), "{name}");
        assert_eq!(formats.keys().map(String::as_str).collect::<Vec<_>>(), FORMATS);
        for (format, records) in formats {
            assert_eq!(records, wanted, "{name}: {format}");
        }
    }
}

#[test]
fn octodns_and_the_name_servers_read_the_same() {
    let (Some(python), Some(checkzone), Some(_)) = (python(), tool("named-checkzone"), tool("nsd-checkzone"))
    else {
        return;
    };
    let pin_points = ["domains.internal_sip_zones=pin-point"];
    let desks = [
        generated(sample("two-domains"), &[], &[]),
        generated(sample("two-domains"), &pin_points, &[]),
        generated(sample("many-domains"), &[], &[]),
    ];
    for (desk, formats) in desks.iter().zip(read(&python, &desks)) {
        let record = |(view, zone, (name, ttl, kind, value)): (String, String, zones::Record)| {
            let value = if kind.starts_with('A') { &value } else { value.strip_suffix('.').unwrap() };
            json!([view, zone, name.strip_suffix('.').unwrap(), kind, ttl.parse::<u32>().unwrap(), value])
        };
        let loaded = zones::records(&checkzone, desk).into_iter().map(record).collect();
        assert_eq!(formats["octodns"], sorted(loaded));
    }
}

#[test]
fn a_large_zone_becomes_several_change_batches() {
    let Some(python) = python() else { return };
    let addresses: Vec<String> = (1..=100).map(|at| format!("192.0.2.{at}")).collect();
    let answer = format!("sites[Denver].reverse_proxies[rp01].external.addresses=[{}]", addresses.join(", "));
    let desks = [generated(sample("two-domains"), &[&answer], &[])];
    let parts: Vec<String> = texts(&desks[0].path("out/dns/route53"), ".json").into_keys().collect();
    assert!(parts.contains(&"external-proseware.example-2.json".to_owned()), "{parts:?}");
    assert!(parts.contains(&"external-proseware.example.json".to_owned()), "{parts:?}");
    let formats = read(&python, &desks).remove(0);
    let wanted = required(&desks[0]);
    assert!(wanted.len() > 500, "{}", wanted.len());
    for (format, records) in formats {
        assert_eq!(records, wanted, "{format}");
    }
}

#[test]
fn a_title_changes_nothing_but_words() {
    let Some(python) = python() else { return };
    let titles = ["\"}], \"x\": [{ // */ ' + alert(1) + '", "--- # !!x \\\\ \" ${x} `", "x: y\\"];
    let long = "회사 \"한\" ".repeat(1_200);
    let desk = |title: &str| {
        let desk = Desk::with_sample("two-domains");
        let text = desk.read("plan.yaml");
        let line = text.lines().find(|line| line.starts_with("title: ")).unwrap();
        desk.write("plan.yaml", &text.replace(line, &format!("title: {}", json!(title))));
        desk.generate(&["--only", "dns"]).with(0);
        desk
    };
    let desks: Vec<Desk> = titles.into_iter().chain([long.trim()]).map(desk).collect();
    for (desk, formats) in desks.iter().zip(read(&python, &desks)) {
        for (format, records) in formats {
            assert_eq!(records, required(desk), "{format}");
        }
    }
}

#[test]
fn a_draft_says_so_in_every_dns_file() {
    let desk = generated(sample("standard-edition"), &[], &["--draft"]);
    for end in [".zone", ".csv", ".js", ".yaml", ".json"] {
        let files = texts(&desk.path("out/dns"), end);
        assert!(!files.is_empty(), "{end}");
        for (path, text) in files {
            assert!(text.lines().take(2).any(|line| line.contains("DRAFT")), "{path}: {text}");
        }
    }
    for (path, text) in texts(&desk.path("out/dns/route53"), ".json") {
        let batch: Json = serde_json::from_str(&text).unwrap();
        assert!(batch["Comment"].as_str().unwrap().starts_with("DRAFT"), "{path}");
    }
}

#[test]
fn a_second_run_on_another_day_rewrites_no_dns_file() {
    let desk = generated(sample("two-domains"), &["domains.internal_sip_zones=pin-point"], &[]);
    let before = fs::read(desk.path("out/dns/records.csv")).unwrap();
    assert_ne!(DAY, "2027-06-01");
    let again = desk.generate(&["--only", "dns", "--as-of", "2027-06-01"]).with(0);
    assert_eq!(again.changes().iter().filter(|line| line.contains("dns/")).count(), 0, "{}", again.out);
    assert_eq!(fs::read(desk.path("out/dns/records.csv")).unwrap(), before);
}
