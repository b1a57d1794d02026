//! Simulated clients against the rules: whatever is sound lets everybody through, and whatever is missing is noticed by
//! those who need it.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

mod common;
#[path = "journeys/contract.rs"]
mod contract;
#[path = "journeys/missing.rs"]
mod missing;
#[path = "journeys/servers.rs"]
mod servers;

use std::time::Instant;

use common::{aloud, plans, sample};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::Templates;
use ucplan::finding::Severity;
use ucplan::journey::{Journey, Outcome, Walk};
use ucplan::plan::{Document, Plan};
use ucplan::requirement::Requirements;
use ucplan::text::Speaker;

/// What follows from the text of a plan.
fn blueprint(text: &str) -> Blueprint {
    let document = Document::parse(text).unwrap();
    Blueprint::of(Plan::read(&document, &Templates::default()).unwrap())
}

/// Every journey on these rows.
fn walk(blueprint: &Blueprint, rows: &Requirements) -> Vec<Journey> {
    Walk::of(&blueprint.plan, &blueprint.topology, rows).journeys(|_, _| true).collect()
}

fn is_sound(blueprint: &Blueprint) -> bool {
    blueprint.requirements.findings.iter().all(|row| row.body.severity != Severity::Error)
}

/// Who fails, and where.
fn failing(words: &Speaker, journey: &Journey) -> Option<String> {
    let fault = journey.fault()?;
    let Journey { client, network, domain, pool, .. } = journey;
    Some(format!("{client} {network} {domain} {pool}: {} {:?}", words.say(&fault.step), fault.by))
}

/// What the rules themselves say will fail: the hop, and the finding that announces it.
const ANNOUNCED: &[(&str, &str)] = &[
    ("journey-not-trusted", "untrusted-authority"),
    ("journey-not-published", "first-request-port"),
    ("journey-look-up-nothing", "wifi-needs-proxy"),
    // Simple URLs can't name the port on which they are published.
    ("journey-flow-nothing", "simple-url-port"),
    // The certificate of the pool that older clients are led to lacks the name that they ask for.
    ("journey-name-missing", "legacy-sign-in-elsewhere"),
];

/// What devices are warned of, and the finding that announces it.
const WARNED: (&str, &str) = ("journey-warned", "untrusted-simple-urls");

#[test]
fn a_sound_plan_lets_everybody_through() {
    let words = ucplan::catalog::speaker("en").unwrap();
    let mut faults = Vec::new();
    let (mut walked, mut remarked, mut announced, mut warned) = (0, 0, 0, 0);
    for (name, text) in plans() {
        let blueprint = blueprint(&text);
        if !is_sound(&blueprint) {
            aloud(&format!("{name} has errors: its journeys may fail"));
            continue;
        }
        let told: Vec<&str> = blueprint.requirements.findings.iter().map(|row| row.body.code).collect();
        let journeys = walk(&blueprint, &blueprint.requirements);
        walked += journeys.len();
        remarked += journeys.iter().filter(|one| one.result() == Outcome::PassWithRemark).count();
        for journey in &journeys {
            if journey.hops().any(|hop| hop.step.key() == WARNED.0) {
                warned += 1;
                assert!(
                    told.contains(&WARNED.1),
                    "{name}: {} is warned, and no finding says so",
                    journey.client
                );
            }
            let Some(fault) = journey.fault() else { continue };
            let key = fault.step.key();
            if ANNOUNCED.iter().any(|(hop, code)| *hop == key && told.contains(code)) {
                announced += 1;
                continue;
            }
            faults.extend(failing(&words, journey).map(|fault| format!("{name}: {fault}")));
        }
    }
    aloud(&format!(
        "{walked} journeys, {remarked} with a remark, {announced} that findings announce, {warned} warned"
    ));
    assert!(walked > 500, "only {walked} journeys");
    assert!(faults.is_empty(), "{} fail:\n{}", faults.len(), faults.join("\n"));
    assert!(announced > 0 && warned > 0, "{announced} announced, {warned} warned");
}

/// A journey without hops would pass whatever the plan says.
#[test]
fn every_journey_looks_names_up_and_passes_firewalls_and_believes_certificates() {
    for (name, text) in plans() {
        let blueprint = blueprint(&text);
        let journeys = walk(&blueprint, &blueprint.requirements);
        for journey in journeys.iter().filter(|one| one.result() != Outcome::Fail) {
            let kinds = ["dns ", "firewall ", "certificate "];
            for kind in kinds {
                let has_it = journey.hops().any(|hop| hop.by.iter().any(|id| id.starts_with(kind)));
                // Gateways are told addresses by hand, and Exchange shows a certificate of its own.
                let is_server =
                    ["pstn-call-in", "exchange-autodiscover"].contains(&&*journey.client.to_string());
                assert!(has_it || is_server, "{name}: {} without {kind}", journey.client);
            }
        }
    }
}

#[test]
fn ten_thousand_domains_are_walked_in_seconds() {
    let domains: Vec<String> = (0..10_000).map(|at| format!("d{at}.example")).collect();
    let text = sample("two-domains");
    let document = Document::parse(text).unwrap();
    let path = "domains.sip".parse().unwrap();
    let document = document.set(&path, &serde_json::json!(domains)).unwrap();
    let blueprint = blueprint(document.text());
    let start = Instant::now();
    let journeys = blueprint.walk();
    let (mut count, mut failed) = (0, 0);
    for journey in journeys.journeys(|_, _| true) {
        count += 1;
        failed += usize::from(journey.result() == Outcome::Fail);
    }
    let took = start.elapsed();
    aloud(&format!("{count} journeys of 10,000 SIP domains in {took:?}"));
    assert!(count >= 30_000, "{count}");
    assert_eq!(failed, 0);
    assert!(took.as_secs() < 30, "{took:?}");
}
