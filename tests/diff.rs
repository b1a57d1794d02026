//! `ucplan diff`: which answers differ between two plans, and what that does to everything that follows from them.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use common::{Desk, Ended, sample, sample_names, scenarios};
use serde_json::{Value as Json, json};

/// A desk with a sample as `plan.yaml` and the same with these answers as `other.yaml`.
fn desk(name: &str, answers: &[&str]) -> Desk {
    let desk = Desk::with_sample(name);
    desk.write("other.yaml", sample(name));
    if !answers.is_empty() {
        desk.run(&[&["set", "other.yaml"], answers].concat()).with(0);
    }
    desk
}

fn diff(desk: &Desk, more: &[&str]) -> Ended {
    desk.run(&[&["diff", "plan.yaml", "other.yaml"], more].concat())
}

#[track_caller]
fn document(desk: &Desk) -> Json {
    let ended = diff(desk, &["--json"]);
    serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}: {ended:?}"))
}

#[test]
fn answers_that_differ_are_told_with_what_follows_from_them() {
    let desk = desk("two-domains", &["mobility.initial_request=http", "domains.ttl=null"]);
    let text = diff(&desk, &[]).with(1).out;
    for told in [
        "From plan.yaml to other.yaml",
        "Answers                    0        2        0",
        "Names on certificates      0        0        2",
        "  ~ domains.ttl               3600 (default) → not decided yet",
        "  ~ mobility.initial_request  https → http",
        "  − 2 names on certificate rp01, which then has 5",
        "      lyncdiscover.proseware.example",
        "  ~ 2 publishing rules of rp01 move from port 443 to 80",
    ] {
        assert!(text.lines().any(|line| line == told), "{told}\n{text}");
    }
    // The other way round everything comes that went.
    let back = desk.run(&["diff", "other.yaml", "plan.yaml"]).with(1).out;
    assert!(back.contains("  ~ mobility.initial_request  http → https"), "{back}");
    assert!(back.contains("  + 2 names on certificate rp01, which then has 7"), "{back}");
}

#[test]
fn the_document_is_stable_sorted_and_says_why() {
    let desk = desk("two-domains", &["mobility.initial_request=http", "title=Another", "domains.ttl=null"]);
    let document = document(&desk);
    assert_eq!(diff(&desk, &["--json"]).out, diff(&desk, &["--json", "--color", "always"]).with(1).out);
    assert_eq!(document["format"], "ucplan-difference/v1");
    assert_eq!(document["after"]["title"], "Another");
    assert_ne!(document["before"]["digest"], document["after"]["digest"]);
    let answers = document["answers"].as_array().unwrap();
    let paths: Vec<&str> = answers.iter().map(|answer| answer["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["domains.ttl", "mobility.initial_request", "title"]);
    assert_eq!(
        answers[0],
        json!({ "path": "domains.ttl", "change": "changed",
            "before": { "standing": "default", "value": 3600 }, "after": { "standing": "open" } })
    );
    for (kind, counts) in document["summary"].as_object().unwrap() {
        let rows = document[kind].as_array().unwrap();
        let count = |change: &str| rows.iter().filter(|row| row["change"] == change).count();
        for change in ["added", "changed", "removed"] {
            assert_eq!(counts[change], count(change), "{kind} {change}");
        }
        if kind != "answers" {
            let texts: Vec<&str> = rows.iter().map(|row| row["row"].as_str().unwrap()).collect();
            assert!(texts.is_sorted(), "{kind}: {texts:?}");
            for row in rows {
                assert!(!row["because"].as_array().unwrap().is_empty(), "{kind}: {row}");
                assert!(!row["facts"].as_array().unwrap().is_empty(), "{kind}: {row}");
            }
        }
    }
    let names = document["names"].as_array().unwrap();
    assert_eq!(names.len(), 2);
    assert_eq!(names[1]["row"], "lyncdiscover.proseware.example");
    assert!(names[1]["because"].as_array().unwrap().contains(&json!("mobility.initial_request")));
}

#[test]
fn every_sample_differs_from_every_other_and_not_from_itself() {
    let desk = Desk::with_sample("two-domains");
    for name in sample_names() {
        desk.write(&format!("{name}.yaml"), sample(name));
    }
    for name in sample_names() {
        let own = format!("{name}.yaml");
        let same = desk.run(&["diff", &own, &own]).with(0).out;
        assert_eq!(same.lines().count(), 1, "{same}");
        for other in sample_names().into_iter().filter(|other| *other != name) {
            let ended = desk.run(&["diff", &own, &format!("{other}.yaml"), "--json"]).with(1);
            let found: Json = serde_json::from_str(&ended.out).unwrap();
            assert!(found["answers"].as_array().unwrap().len() > 3, "{name} {other}");
        }
    }
}

/// The lines of a list in a block of YAML, an item each, the other way round.
fn turned(text: &str, list: &str) -> String {
    let (before, rest) = text.split_once(&format!("{list}:\n")).unwrap_or_else(|| panic!("no {list}"));
    let dash = rest.find('-').unwrap();
    let indent = dash - rest[..dash].rfind('\n').map_or(0, |at| at + 1);
    let start = format!("{}- ", " ".repeat(indent));
    let is_inside = |line: &&str| line.starts_with(&start) || line.len() - line.trim_start().len() > indent;
    let inside: Vec<&str> = rest.split_inclusive('\n').take_while(is_inside).collect();
    let mut items: Vec<String> = Vec::new();
    for line in &inside {
        if line.starts_with(&start) {
            items.push((*line).to_owned());
        } else {
            items.last_mut().unwrap().push_str(line);
        }
    }
    items.reverse();
    assert!(items.len() > 1, "{list} has one item");
    format!("{before}{list}:\n{}{}", items.concat(), &rest[inside.concat().len()..])
}

#[test]
fn what_only_moved_or_was_only_said_beside_makes_no_difference() {
    let (_, two_sites) = scenarios().into_iter().find(|(name, _)| name == "two-sites").unwrap();
    let desk = Desk::with_plan(&two_sites);
    desk.write("other.yaml", &format!("# a comment\n{}", turned(&two_sites, "sites")));
    assert_ne!(desk.read("plan.yaml"), desk.read("other.yaml"));
    diff(&desk, &[]).with(0);
    // A decision is no answer.
    let beside = "decisions:\n  title: { state: open, note: Too long? }\n";
    desk.write("other.yaml", &format!("{two_sites}\n{beside}"));
    diff(&desk, &[]).with(0);
    // Values that are a set may stand in any order; the first SIP domain is the default.
    let desk = desk_with_order();
    diff(&desk, &[]).with(0);
    desk.run(&["set", "other.yaml", "domains.sip=[b.example, a.example]"]).with(0);
    let text = diff(&desk, &[]).with(1).out;
    assert!(text.contains("~ domains.sip  a.example, b.example → b.example, a.example"), "{text}");
}

/// Two plans whose clients stand in another order.
fn desk_with_order() -> Desk {
    let plan = |mobile: &str| {
        format!(
            "format: ucplan/v1\ngo_live: 2027-02-01\ndomains: {{ sip: [a.example, b.example] }}\nclients: {{ sfb_mobile: [{mobile}] }}\n"
        )
    };
    let desk = Desk::with_plan(&plan("apple, android"));
    desk.write("other.yaml", &plan("android, apple"));
    desk
}

#[test]
fn an_item_that_one_plan_lacks_is_one_line() {
    let desk = desk("two-domains", &[]);
    let added = "sites:\n  - name: Annex\n    reverse_proxies: [{ name: rp09 }]\n";
    desk.write("other.yaml", &sample("two-domains").replacen("sites:\n", added, 1));
    let text = diff(&desk, &[]).with(1).out;
    let lines: Vec<&str> =
        text.lines().filter(|line| line.contains("sites[Annex]") && line.contains("answers")).collect();
    assert_eq!(lines, ["  + sites[Annex]  2 answers"], "{text}");
    let document = document(&desk);
    assert_eq!(
        document["answers"],
        json!([{ "path": "sites[Annex]", "change": "added", "before": null, "after": { "standing": "said",
            "value": { "name": "Annex", "reverse_proxies[rp09].name": "rp09" } } }])
    );
}

#[test]
fn what_cannot_be_read_is_told_and_ends_with_two() {
    let desk = desk("two-domains", &[]);
    let missing = desk.run(&["diff", "plan.yaml", "nowhere.yaml"]).with(2);
    assert!(missing.out.is_empty() && missing.err.contains("nowhere.yaml"), "{missing:?}");
    desk.write("other.yaml", "format: ucplan/v1\nmobility: { initial_request: maybe }\n");
    let wrong = diff(&desk, &[]).with(2);
    assert!(wrong.out.is_empty() && wrong.err.contains("maybe"), "{wrong:?}");
    desk.run(&["diff", "plan.yaml"]).with(2);
}

/// Nothing of a plan, and nothing of a file's name, can steer a terminal.
#[test]
fn hostile_text_stays_text() {
    let desk = desk("two-domains", &[]);
    let title = "title: \"\\e[31mred\\u202e\"\n";
    desk.write("other.yaml", &format!("{title}format: ucplan/v1\n"));
    let refused = diff(&desk, &[]).with(2);
    assert!(!(refused.out + &refused.err).contains(['\u{1b}', '\u{202e}']));
    desk.write(
        "other.yaml",
        &sample("two-domains").replacen("title: ", "title: '[31m $(reboot) `x` | ' # ", 1),
    );
    let text = diff(&desk, &[]).with(1).out;
    assert!(text.contains("[31m $(reboot) `x` |") && !text.contains('\u{1b}'), "{text}");
    desk.write("e\u{1b}[31m\u{202e}.yaml", sample("two-domains"));
    for color in ["always", "never"] {
        let ended = desk.run(&["diff", "e\u{1b}[31m\u{202e}.yaml", "other.yaml", "--color", color]).with(1);
        assert!(!(ended.out + &ended.err).contains(['\u{1b}', '\u{202e}']), "{color}");
        let ended =
            desk.run(&["diff", "e\u{1b}[31m\u{202e}.yaml", "no\u{1b}[31m.yaml", "--color", "never"]).with(2);
        assert!(!(ended.out + &ended.err).contains(['\u{1b}', '\u{202e}']), "{color}");
    }
}
