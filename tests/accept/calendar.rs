//! A foreign reader of calendars (Python's `icalendar`) finds every event of every plan in `calendar.ics`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Document, Plan};

use crate::common::{plans, python_with, sample};

/// What the reader finds: day, sentence and stamp of each event, and the longest line in bytes.
const READER: &str = r#"
import json, sys, icalendar
data = open(sys.argv[1], "rb").read()
calendar = icalendar.Calendar.from_ical(data)
events = [{
    "day": str(e.decoded("dtstart")), "what": str(e["summary"]), "uid": str(e["uid"]),
    "stamp": e.decoded("dtstamp").strftime("%Y-%m-%d"), "why": str(e["description"]),
} for e in calendar.walk("VEVENT")]
faults = [str(fault) for e in calendar.walk() for fault in e.errors]
lines = data.split(b"\r\n")
print(json.dumps({"events": events, "faults": faults, "name": str(calendar["x-wr-calname"]),
                  "longest": max(len(l) for l in lines), "bare": data.replace(b"\r\n", b"").count(b"\n")}))
"#;

#[test]
fn a_foreign_reader_finds_every_event_with_its_day() {
    let Some(python) = python_with(&["icalendar"]) else { return };
    let folder = tempfile::tempdir().unwrap();
    let words = speaker("en").unwrap();
    let mut read = 0;
    for (name, text) in plans() {
        let blueprint = blueprint(&text);
        let bundle = blueprint.compose(&text, &Templates::default(), &words, false).bundle;
        let Some(file) = bundle.artifacts.iter().find(|file| file.path == "calendar.ics") else {
            assert!(blueprint.requirements.calendar.is_empty(), "{name} has no calendar");
            continue;
        };
        let place = folder.path().join("calendar.ics");
        fs::write(&place, file.content.with_serial(2_026_112_100)).unwrap();
        let run = Command::new(&python).args(["-c", READER]).arg(&place).output().unwrap();
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        let found: Value = serde_json::from_slice(&run.stdout).unwrap();
        assert_eq!(found["faults"], serde_json::json!([]), "{name}");
        // The library leaves out the blank of a continued line when it counts to 75.
        assert!(found["longest"].as_u64().unwrap() <= 76, "{name}: {found}");
        assert_eq!(found["bare"], 0, "{name}: lines end with CRLF");
        let title = blueprint.plan.title.given().value().to_string();
        assert!(found["name"].as_str().unwrap().contains(&title), "{name}");
        let events = found["events"].as_array().unwrap();
        let told: Vec<(String, String)> = events
            .iter()
            .map(|event| (event["day"].as_str().unwrap().into(), event["what"].as_str().unwrap().into()))
            .collect();
        let wanted: Vec<(String, String)> = blueprint
            .requirements
            .calendar
            .iter()
            .map(|row| (row.body.day.to_string(), words.say(&row.body.words)))
            .collect();
        assert_eq!(told, wanted, "{name}");
        let identities: BTreeSet<&str> = events.iter().map(|event| event["uid"].as_str().unwrap()).collect();
        assert_eq!(identities.len(), events.len(), "{name}: identities are not unique");
        for event in events {
            assert_eq!(event["stamp"], "2026-11-21");
            assert!(event["why"].as_str().unwrap().contains("D-0"), "{event}");
        }
        read += 1;
    }
    assert!(read > 20, "only {read} calendars were read");
}

fn blueprint(text: &str) -> Blueprint {
    Blueprint::of(Plan::read(&Document::parse(text).unwrap(), &Templates::default()).unwrap())
}

/// The days of a sample's calendar, with their kinds, where it goes live on `day` and `authority` signs.
fn days(day: &str, authority: &str) -> Vec<(String, &'static str)> {
    let document = Document::parse(sample("two-domains")).unwrap();
    let set = |document: Document, path: &str, value: &str| {
        document.set(&path.parse().unwrap(), &value.into()).unwrap()
    };
    let document = set(document, "go_live", day);
    let document = set(document, "certificates.public_ca", authority);
    let plan = Plan::read(&document, &Templates::default()).unwrap();
    let rows = Blueprint::of(plan).requirements.calendar;
    rows.into_iter().map(|row| (row.body.day.to_string(), row.body.kind)).collect()
}

/// Counted by hand: 199 days signed on 2027-02-01 are renewed after 169, 99 days after 69.
#[test]
fn renewals_follow_the_rule_of_their_own_day() {
    let told = days("2027-02-01", "other");
    let wanted = [
        ("2027-02-01", "issue"),
        ("2027-03-15", "client-usage"),
        ("2027-03-15", "validity"),
        ("2027-07-20", "renewal"),
        ("2027-09-27", "renewal"),
        ("2027-12-05", "renewal"),
    ];
    assert_eq!(told[..wanted.len()], wanted.map(|(day, kind)| (day.to_owned(), kind)));
    assert!(told.contains(&("2029-03-15".to_owned(), "validity")));
    assert!(told.last().unwrap().0.starts_with("2030-1"), "until the end of 2030: {:?}", told.last());
    // Of 46 days signed from 2029-03-15 on, 15 are left at the renewal.
    let of_2030 = told.iter().filter(|(day, kind)| *kind == "renewal" && day.starts_with("2030")).count();
    assert!((365 / 31..=365 / 31 + 1).contains(&of_2030), "{of_2030} renewals in 2030");
}

#[test]
fn each_dated_rule_is_told_until_the_day_before_its_day() {
    for (day, authority, kind) in [
        ("2027-03-15", "other", "validity"),
        ("2029-03-15", "digicert", "validity"),
        ("2027-02-10", "lets-encrypt", "validity"),
        ("2028-02-16", "lets-encrypt", "validity"),
        ("2027-03-01", "digicert", "client-usage"),
        ("2027-02-10", "sectigo", "client-usage"),
        ("2027-03-15", "globalsign", "client-usage"),
        ("2026-07-08", "lets-encrypt", "client-usage"),
    ] {
        let before: ucplan::value::Date = day.parse().unwrap();
        let before = before.days_earlier(1).to_string();
        let event = (day.to_owned(), kind);
        assert!(days(&before, authority).contains(&event), "{authority} goes live on {before}");
        assert!(!days(day, authority).contains(&event), "{authority} goes live on {day}");
    }
}
