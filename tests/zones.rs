//! Zone files that exist, held against a plan: what `generate` writes is sound, what must not be there is found with its
//! line, and what is no zone file is told with its line.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;
#[path = "zones/reader.rs"]
mod reader;

use std::collections::BTreeSet;

use common::{Desk, plans};
use serde_json::Value as Json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::inspect::{Expected, Zone, judge, origin_of, zone_rules};
use ucplan::plan::{Document, Plan};
use ucplan::requirement::View;

fn blueprint(text: &str) -> Blueprint {
    Blueprint::of(Plan::read(&Document::parse(text).unwrap(), &Templates::default()).unwrap())
}

/// The codes of what is found in a zone, each with its line.
fn found(blueprint: &Blueprint, view: View, text: &str, origin: &str) -> Vec<(&'static str, usize)> {
    let zone = Zone::read(text, Some(origin)).unwrap();
    let Blueprint { plan, topology, requirements } = blueprint;
    let found = judge(&zone, view, Expected { plan, topology, requirements });
    found.into_iter().map(|found| (found.finding.code, found.line)).collect()
}

#[test]
fn nothing_is_found_in_zones_that_were_generated() {
    let words = speaker("en").unwrap();
    for (name, text) in plans() {
        let blueprint = blueprint(&text);
        let composition = blueprint.compose(&text, &Templates::default(), &words, true);
        let mut seen = 0;
        for artifact in &composition.bundle.artifacts {
            let view = match artifact.path.split('/').collect::<Vec<_>>()[..] {
                ["dns", "internal", _] => View::Internal,
                ["dns", "external", _] => View::External,
                _ => continue,
            };
            let Some(origin) = origin_of(artifact.path.rsplit('/').next().unwrap()) else { continue };
            let text = String::from_utf8(artifact.content.with_serial(2_027_010_100).into()).unwrap();
            assert_eq!(found(&blueprint, view, &text, origin), [], "{name}: {}", artifact.path);
            seen += 1;
        }
        assert!(seen > 0, "{name}: no zone");
    }
}

/// A view, a zone, the line that must not be there, and what is found. All in the sample `two-domains`, whose zones are
/// sound but for that line.
const FORBIDDEN: &[(View, &str, &str, &str)] = &[
    (
        View::External,
        "proseware.example",
        "lyncdiscoverinternal A 192.0.2.1",
        "zone-internal-autodiscover-outside",
    ),
    (
        View::External,
        "proseware.example",
        "LyncDiscoverInternal CNAME www",
        "zone-internal-autodiscover-outside",
    ),
    (View::External, "proseware.example", "* A 192.0.2.1", "zone-internal-autodiscover-outside"),
    (
        View::Internal,
        "lucernepublishing.example",
        "lyncdiscover A 192.0.2.1",
        "zone-external-autodiscover-inside",
    ),
    (View::External, "proseware.example", "admin A 192.0.2.1", "zone-admin-outside"),
    (View::External, "proseware.example", "dirint.corp AAAA 2001:db8::1", "zone-internal-web-outside"),
    (View::Internal, "proseware.example", "poolext A 10.40.10.22", "zone-external-web-inside"),
    (
        View::External,
        "proseware.example",
        "_sipinternaltls._tcp SRV 0 0 5061 sip",
        "zone-internal-sign-in-outside",
    ),
    (View::External, "proseware.example", "sipinternal A 192.0.2.1", "zone-internal-sign-in-outside"),
    (
        View::External,
        "lucernepublishing.example",
        "_xmpp-server._tcp SRV 0 0 5269 sip.proseware.example.",
        "zone-srv-leaves-domain",
    ),
    (
        View::External,
        "proseware.example",
        "_sipfederationtls._tcp SRV 0 0 5061 sip.edge.proseware.example.",
        "zone-srv-leaves-domain",
    ),
    (
        View::External,
        "proseware.example",
        "_sipfederationtls._tcp SRV 0 0 5061 alias\nalias CNAME sip",
        "zone-srv-target-is-cname",
    ),
    (
        View::External,
        "proseware.example",
        "_sipfederationtls_tcp SRV 0 0 5061 sip",
        "zone-federation-misspelt",
    ),
    (View::Internal, "proseware.example", "sipexternal A 10.0.0.1", "zone-name-not-in-certificates"),
];

#[test]
fn each_record_that_must_not_be_there_is_found_at_its_line() {
    let desk = Desk::generated_only("dns", "two-domains", &[]);
    let blueprint = blueprint(common::sample("two-domains"));
    for (view, zone, line, code) in FORBIDDEN {
        let text = desk.read(&format!("out/dns/{}/{zone}.zone", view.word()));
        assert_eq!(found(&blueprint, *view, &text, zone), [], "{zone}");
        let at = text.lines().count() + 1;
        let all = found(&blueprint, *view, &format!("{text}{line}\n"), zone);
        assert!(all.contains(&(code, at)), "{line}: {all:?}");
    }
}

#[test]
fn a_cname_that_leaves_its_domain_is_found_unless_http_comes_first() {
    let zone =
        "$ORIGIN lucernepublishing.example.\nlyncdiscover CNAME hop\nhop CNAME dirext.proseware.example.\n";
    let codes = |plan: &str| found(&blueprint(plan), View::External, zone, "x.example");
    let sample = common::sample("two-domains");
    assert_eq!(codes(sample), [("zone-cname-leaves-domain", 3)]);
    assert_eq!(codes(&sample.replace("initial_request: https", "initial_request: http")), []);
    let ring = "lyncdiscover CNAME hop\nhop CNAME lyncdiscover\n";
    assert_eq!(found(&blueprint(sample), View::External, ring, "lucernepublishing.example"), []);
}

#[test]
fn what_is_missing_is_found_where_it_belongs() {
    let blueprint = blueprint(common::sample("two-domains"));
    let zone = "\n@ A 192.0.2.1\n";
    for view in [View::Internal, View::External] {
        let all = found(&blueprint, view, zone, "proseware.example");
        assert_eq!(all, [("zone-autodiscover-missing", 2)]);
        assert_eq!(found(&blueprint, view, zone, "other.example"), [("zone-not-of-plan", 2)]);
    }
    assert_eq!(found(&blueprint, View::Internal, zone, "corp.proseware.example"), []);
    // Whatever answers for the name is enough: a wildcard, or the proxy for a hairpin.
    let covered = "* A 10.40.20.21\npoolext A 198.51.100.20\ndirext A 172.20.30.20\n";
    let all = found(&blueprint, View::Internal, covered, "proseware.example");
    assert_eq!(
        all.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        [
            "zone-external-autodiscover-inside",
            "zone-name-not-in-certificates",
            "zone-name-not-in-certificates",
        ]
    );
}

#[test]
fn every_rule_on_zones_is_tried() {
    let others = ["zone-autodiscover-missing", "zone-cname-leaves-domain", "zone-not-of-plan"];
    let tried: BTreeSet<_> = FORBIDDEN.iter().map(|(_, _, _, code)| *code).chain(others).collect();
    assert_eq!(tried, zone_rules().map(|rule| rule.id).collect());
}

#[test]
fn check_takes_zone_files_and_tells_file_and_line() {
    let desk = Desk::generated_only("dns", "two-domains", &[]);
    let inside = "out/dns/internal/proseware.example.zone";
    let outside = "out/dns/external/proseware.example.zone";
    let sound = ["check", "plan.yaml", "--internal-zone", inside, "--external-zone", outside];
    let told = desk.run(&sound).with(0).out;
    assert!(!told.contains("[zone-"), "{told}");

    desk.write("proseware.example.db", "lyncdiscover A 198.51.100.20\nlyncdiscoverinternal A 192.0.2.1\n");
    let wrong = ["check", "plan.yaml", "--external-zone", "proseware.example.db", "--internal-zone", inside];
    let told = desk.run(&wrong).with(1).out;
    assert!(
        told.starts_with("proseware.example.db:2: error: Outside, `lyncdiscoverinternal.proseware.example`"),
        "{told}"
    );
    assert!(told.contains("  M-044: "), "{told}");
    let told = desk.run(&[&wrong[..], &["--json"]].concat()).with(1).out;
    let json: Json = serde_json::from_str(&told).unwrap();
    let own = json["findings"].as_array().unwrap().iter().find(|row| row["file"].is_string()).unwrap();
    assert_eq!(own["code"], "zone-internal-autodiscover-outside");
    assert_eq!((&own["file"], &own["line"]), (&"proseware.example.db".into(), &2.into()));
    assert_eq!(own["facts"], serde_json::json!(["M-044", "M-061", "M-289"]));
    assert!(desk.run(&["explain", "zone-internal-autodiscover-outside"]).with(0).out.contains("M-044"));
}

#[test]
fn a_zone_file_that_cant_be_read_ends_the_check() {
    let desk = Desk::with_sample("two-domains");
    let check = |file: &str| desk.run(&["check", "plan.yaml", "--external-zone", file]).with(2).err;
    assert!(check("nowhere.zone").contains("nowhere.zone"));
    desk.write("folder/x", "");
    check("folder");
    desk.write("x.example.zone", "a A 192.0.2.1\nb \u{1b}[31m\u{202e} 192.0.2.1\n");
    let told = check("x.example.zone");
    assert!(told.contains("`x.example.zone`, line 2:") && told.contains("help: "), "{told}");
    assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told:?}");
}

#[test]
fn hostile_names_reach_the_terminal_escaped() {
    let desk = Desk::with_sample("two-domains");
    desk.write("proseware.example.zone", "lyncdiscover CNAME \u{1b}[2J\u{202e}evil.\n");
    let ended = desk.run(&["check", "plan.yaml", "--external-zone", "proseware.example.zone"]).with(1);
    assert!(ended.out.contains("zone-cname-leaves-domain"), "{}", ended.out);
    assert!(!ended.out.contains(['\u{1b}', '\u{202e}']), "{:?}", ended.out);
    let ended =
        desk.run(&["check", "plan.yaml", "--external-zone", "proseware.example.zone", "--json"]).with(1);
    assert!(!ended.out.contains(['\u{1b}', '\u{202e}']), "{:?}", ended.out);
}
