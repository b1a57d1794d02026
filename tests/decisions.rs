//! What one decision changes, and what the order of lists does not.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use ucplan::artifact::requirements_json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, samples, speaker};
use ucplan::plan::document::Node;
use ucplan::plan::{Document, Path, Plan};

/// What a plan requires.
fn requirements(document: &Document) -> Value {
    let blueprint = blueprint(document);
    requirements_json(&blueprint.plan, &blueprint.requirements, None, &speaker("en").unwrap())
}

fn blueprint(document: &Document) -> Blueprint {
    Blueprint::of(Plan::read(document, &Templates::default()).unwrap())
}

/// The files of a plan, with a serial of one where one belongs.
fn files(document: &Document) -> Vec<(String, String)> {
    let composition =
        blueprint(document).compose(document.text(), &Templates::default(), &speaker("en").unwrap(), false);
    assert_eq!(composition.findings, []);
    composition.bundle.artifacts.into_iter().map(|a| (a.path, a.content.with_serial(1))).collect()
}

/// The rows of a part, without what the reasons add.
fn bodies(requirements: &Value, part: &str) -> BTreeSet<String> {
    let body = |row: &Value| {
        let mut row = row.clone();
        for key in ["facts", "because", "reasons", "step"] {
            row.as_object_mut().unwrap().remove(key);
        }
        row.to_string()
    };
    requirements[part].as_array().unwrap().iter().map(body).collect()
}

/// The rows that only the first has.
fn only_in(one: &Value, other: &Value, part: &str) -> Vec<Value> {
    bodies(one, part).difference(&bodies(other, part)).map(|row| serde_json::from_str(row).unwrap()).collect()
}

fn sample(name: &str) -> Document {
    let sample = samples().into_iter().find(|sample| sample.name == name).unwrap();
    Document::parse(sample.text).unwrap()
}

fn set(document: &Document, path: &str, value: &Value) -> Document {
    document.set(&path.parse().unwrap(), value).unwrap()
}

#[test]
fn http_for_the_first_request_changes_exactly_what_the_facts_say() {
    let over_https = sample("two-domains");
    let over_http = set(&over_https, "mobility.initial_request", &json!("http"));
    let (before, after) = (requirements(&over_https), requirements(&over_http));

    assert_eq!(bodies(&before, "dns"), bodies(&after, "dns"));

    let asked = |one: &Value, other: &Value| -> Vec<String> {
        only_in(one, other, "commands").iter().map(|row| row["line"].as_str().unwrap().to_owned()).collect()
    };
    let of = |scheme: &str| -> Vec<String> {
        ["lucernepublishing", "proseware"]
            .map(|name| {
                format!("Invoke-WebRequest -Uri {scheme}://lyncdiscover.{name}.example/ -UseBasicParsing")
            })
            .into()
    };
    assert_eq!((asked(&before, &after), asked(&after, &before)), (of("https"), of("http")));

    let [old] = &only_in(&before, &after, "certificates")[..] else { panic!("one certificate changes") };
    let [new] = &only_in(&after, &before, "certificates")[..] else { panic!("one certificate changes") };
    assert_eq!((&old["id"], &new["id"]), (&json!("rp01"), &json!("rp01")));
    let names = |row: &Value| -> BTreeSet<String> {
        row["names"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let dropped: Vec<_> = names(old).difference(&names(new)).cloned().collect();
    assert_eq!(dropped, ["lyncdiscover.lucernepublishing.example", "lyncdiscover.proseware.example"]);
    assert!(names(new).is_subset(&names(old)));

    let old = only_in(&before, &after, "publishing");
    let new = only_in(&after, &before, "publishing");
    let ports = |rows: &[Value]| -> Vec<_> {
        rows.iter()
            .map(|row| (row["public_name"].clone(), row["listen_port"].clone(), row["target_port"].clone()))
            .collect()
    };
    let (one, other) =
        (json!("lyncdiscover.lucernepublishing.example"), json!("lyncdiscover.proseware.example"));
    assert_eq!(
        ports(&old),
        [(one.clone(), json!(443), json!(4443)), (other.clone(), json!(443), json!(4443))]
    );
    assert_eq!(ports(&new), [(one, json!(80), json!(8080)), (other, json!(80), json!(8080))]);
    assert!(new.iter().all(|row| row["first"] == json!(true) && row["target_tls"] == json!(false)));

    let flows = |rows: Vec<Value>| -> BTreeSet<(String, String)> {
        rows.iter()
            .map(|row| (row["port"].as_str().unwrap().into(), row["level"].as_str().unwrap().into()))
            .collect()
    };
    let level = |port: &str, level: &str| (port.to_owned(), level.to_owned());
    let old = flows(only_in(&before, &after, "firewall"));
    let new = flows(only_in(&after, &before, "firewall"));
    // The Director is balanced, and without HTTP nothing listens on 8080 there.
    assert_eq!(old, BTreeSet::from([level("80", "optional")]));
    assert_eq!(new, BTreeSet::from([level("80", "required"), level("8080", "required")]));

    assert!(only_in(&before, &after, "findings").is_empty());
    let [finding] = &only_in(&after, &before, "findings")[..] else { panic!("one finding more") };
    assert_eq!(finding["code"], "http-not-recommended");
}

#[test]
fn the_files_follow_the_decision() {
    let over_https = sample("two-domains");
    let over_http = set(&over_https, "mobility.initial_request", &json!("http"));
    let (before, after) = (files(&over_https), files(&over_http));
    let changed: Vec<_> =
        before.iter().zip(&after).filter(|(old, new)| old != new).map(|(old, _)| old.0.as_str()).collect();
    assert_eq!(
        changed,
        [
            "README.md",
            "certificates/rp01/names.txt",
            "certificates/rp01/openssl.cnf",
            "certificates/rp01/request.inf",
            "firewall/nftables.nft",
            "firewall/rules.csv",
            "firewall/windows-firewall.ps1",
            "load-balancer/lb01/haproxy.cfg",
            "load-balancer/lb01/rules.md",
            "plan.yaml",
            "reverse-proxy/rp01/nginx.conf",
            "runbook.md",
            "server/49-web-tests-outside.ps1",
            "server/verify.ps1",
            "topology.svg",
        ]
    );
    let text = |files: &[(String, String)], path: &str| {
        files.iter().find(|(own, _)| own == path).map(|(_, text)| text.clone()).unwrap()
    };
    let names = text(&after, "certificates/rp01/names.txt");
    assert_eq!(text(&before, "certificates/rp01/names.txt").lines().count(), names.lines().count() + 2);
    assert!(text(&after, "reverse-proxy/rp01/nginx.conf").contains("listen 80;"));
    assert!(!text(&before, "reverse-proxy/rp01/nginx.conf").contains("listen 80;"));
}

/// The document with the items of every list of sections in the opposite order.
fn reversed(document: &Document) -> Document {
    let sites = document.root().get("sites").unwrap();
    let mut text = document.text().to_owned();
    let slice = |node: &Node| text[node.span.start..node.span.end].to_owned();
    let mut parts: Vec<String> = sites.items().iter().map(slice).collect();
    for (part, site) in parts.iter_mut().zip(sites.items()) {
        let pools = site.get("front_end_pools").unwrap();
        let old: Vec<String> = pools.items().iter().map(slice).collect();
        let new: Vec<String> = old.iter().rev().cloned().collect();
        let whole = slice(pools);
        let mut turned = whole.clone();
        for (at, text) in old.iter().enumerate() {
            turned = turned.replacen(text, &format!("\u{1}{at}\u{1}"), 1);
        }
        for (at, text) in new.iter().enumerate() {
            turned = turned.replacen(&format!("\u{1}{at}\u{1}"), text, 1);
        }
        *part = part.replacen(&whole, &turned, 1);
    }
    parts.reverse();
    let whole = parts.join("\n  - ");
    text.replace_range(sites.items()[0].span.start..sites.span.end, &whole);
    Document::parse(&text).unwrap()
}

#[test]
fn reordering_sites_and_pools_changes_nothing() {
    let text = include_str!("scenarios/two-sites/plan.yaml");
    let document = Document::parse(text).unwrap();
    let turned = reversed(&document);
    let names = |document: &Document| -> Vec<String> {
        document.root().get("sites").unwrap().items().iter().map(|site| site.name().unwrap()).collect()
    };
    assert_eq!(
        (names(&document), names(&turned)),
        (vec!["North".into(), "South".into()], vec!["South".into(), "North".into()])
    );
    assert_eq!(requirements(&document), requirements(&turned));
    let without_plan = |files: Vec<(String, String)>| -> Vec<_> {
        files.into_iter().filter(|(path, _)| path != "plan.yaml").collect()
    };
    assert_eq!(without_plan(files(&document)), without_plan(files(&turned)));
}

#[test]
fn a_saved_answer_leaves_every_comment_and_the_order_of_keys() {
    for sample in samples() {
        let document = Document::parse(sample.text).unwrap();
        let mut answers: Vec<(Path, Value)> = Vec::new();
        Plan::read(&document, &Templates::default()).unwrap().visit(&mut |leaf| {
            answers.push((leaf.path.clone(), (leaf.value)()));
        });
        for (path, value) in answers.iter().filter(|(_, value)| !value.is_null()) {
            let saved = document.set(path, value).unwrap();
            let said = document.said(path).is_some();
            let reread = Plan::read(&saved, &Templates::default()).unwrap();
            let mut found = None;
            reread.visit(&mut |leaf| {
                if leaf.path == path {
                    found = Some((leaf.value)());
                }
            });
            assert_eq!(found.as_ref(), Some(value), "{path}");
            for comment in
                sample.text.lines().filter_map(|line| line.split_once('#').map(|(_, comment)| comment))
            {
                assert!(saved.text().contains(comment), "{}: {path}: #{comment} is lost", sample.name);
            }
            if said {
                assert_eq!(saved.text().lines().count(), sample.text.lines().count(), "{path}");
            }
        }
    }
}
