//! The commands of every scenario, and of every version with every wish: each line is one of that version, nothing is done
//! twice, and nothing of a service that the version lacks.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use ucplan::artifact::requirements_json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Document, Plan, Version};

use crate::commands::{calls, hold, lines};
use crate::common::{sample, sample_names, scenarios};

const VERSIONS: [Version; 4] =
    [Version::LyncServer2013, Version::Server2015, Version::Server2019, Version::SubscriptionEdition];

/// Answers that bring commands, each with a name for messages.
fn wishes() -> Vec<(&'static str, Vec<(&'static str, Json)>)> {
    let clients_2010 = ("clients.lync_2010_mobile", json!(["apple", "windows-phone", "android", "symbian"]));
    let users = ("mobility.test_users", json!(["one@x.example", "two@x.example", "three@x.example"]));
    let provider = ("mobility.push.existing_hosting_provider", json!("Bob’s \"online\" $service; {x}"));
    let push = ("mobility.push.enabled", json!(true));
    let hybrid = ("mobility.hybrid", json!(true));
    let edge = "sites[Denver].edge_pools[denedge.corp.proseware.example].federation";
    let join = |answer: &'static str, value: Json| {
        vec![("mobility.click_to_join.enabled", json!(true)), (answer, value)]
    };
    vec![
        ("nothing", vec![]),
        ("push", vec![push.clone()]),
        ("push, Lync 2010 Mobile", vec![push.clone(), clients_2010.clone()]),
        ("push, provider", vec![push.clone(), provider.clone()]),
        ("hybrid", vec![hybrid.clone()]),
        ("hybrid, provider", vec![hybrid.clone(), provider]),
        ("hybrid, push", vec![hybrid, push.clone()]),
        ("partners that find it", vec![(edge, json!("discovered"))]),
        ("push, federation closed", vec![push, (edge, json!("closed"))]),
        ("inside only", vec![("mobility.access", json!("internal-only")), clients_2010.clone()]),
        ("tests", vec![users.clone()]),
        ("tests, Lync 2010 Mobile", vec![users.clone(), clients_2010]),
        ("tests without the update", vec![users, ("servers.february_2013_update", json!(false))]),
        ("first request by HTTP", vec![("mobility.initial_request", json!("http"))]),
        ("manual", vec![("mobility.autodiscover", json!("manual"))]),
        ("shared host", vec![("simple_urls.layout", json!("shared-host"))]),
        (
            "single host, no Admin",
            vec![("simple_urls.layout", json!("single-host")), ("simple_urls.admin", json!(false))],
        ),
        ("click to join for all", join("mobility.click_to_join.scope", json!("global"))),
        ("click to join for a site", join("mobility.click_to_join.scope", json!("site:Denver"))),
        ("click to join for some", join("mobility.click_to_join.grant_to", json!(["* Smith", "X\\kim"]))),
    ]
}

/// Parameters of mobility policies that are for the online service, or reserved (M-234).
const NEVER: [&str; 7] = [
    "EnablePushNotifications",
    "EncryptAppData",
    "AllowDeviceContactsSync",
    "VoiceSettings",
    "AllowAutomaticPstnFallback",
    "RequireIntune",
    "Tenant",
];

/// The version of a plan, and the rows of its commands.
fn derived(document: &Document) -> (Version, Vec<Json>) {
    let plan = Plan::read(document, &Templates::default()).unwrap();
    let version = *plan.servers.version.given().value();
    let blueprint = Blueprint::of(plan);
    let all = requirements_json(&blueprint.plan, &blueprint.requirements, None, &speaker("en").unwrap());
    (version, all["commands"].as_array().unwrap().clone())
}

/// Fails where something of a plan is wrong beyond a line.
#[track_caller]
fn judge(version: Version, rows: &[Json], plan: &str) {
    let typed: Vec<&str> = rows.iter().map(|row| row["line"].as_str().unwrap()).collect();
    for once in ["New-CsHostingProvider", "Set-CsAccessEdgeConfiguration", "New-CsAllowedDomain"] {
        let times = typed.iter().filter(|line| line.contains(once)).count();
        assert!(times <= 1, "{plan}: {once} {times} times");
    }
    for row in rows {
        hold(row, version.word(), plan);
        for line in lines(row) {
            assert!(version.has_mcx() || !line.contains("Mcx"), "{plan}: {line}");
            assert!(!NEVER.iter().any(|never| line.contains(&format!("-{never} "))), "{plan}: {line}");
            for call in calls(&line).iter().filter(|call| call.cmdlet == "New-CsSimpleUrl") {
                let of = |name: &str| {
                    let found = call.parameters.iter().find(|(parameter, _)| parameter == name);
                    found.and_then(|(_, value)| value.clone()).unwrap()
                };
                let entry = format!("(New-CsSimpleUrlEntry -Url {})", of("ActiveUrl"));
                assert_eq!(of("SimpleUrlEntry"), entry, "{plan}: the active URL is no entry (M-330): {line}");
            }
        }
    }
    let mut unique =
        typed.iter().zip(rows).map(|(line, row)| (line, row["where"].to_string())).collect::<Vec<_>>();
    // Every further appliance has those before it publish again (C-231).
    unique.retain(|(line, _)| !line.starts_with("Publish-CcAppliance"));
    let before = unique.len();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), before, "{plan}: a line twice");
}

#[test]
fn the_commands_of_every_scenario_are_of_its_version() {
    let mut seen = 0;
    for (name, text) in scenarios() {
        let (version, rows) = derived(&Document::parse(&text).unwrap());
        judge(version, &rows, &name);
        seen += 1;
    }
    assert!(seen > 4);
}

#[test]
fn the_commands_of_every_version_with_every_wish_are_of_that_version() {
    let mut asked = BTreeSet::new();
    for name in sample_names() {
        let document = Document::parse(sample(name)).unwrap();
        for version in &VERSIONS {
            for (wish, answers) in wishes() {
                let answers = [("servers.version", json!(version.word()))].into_iter().chain(answers);
                // Not every sample has the place that a wish is about.
                let set = |document: Document, (path, value): (&str, Json)| match document
                    .set(&path.parse().unwrap(), &value)
                {
                    Ok(changed) => {
                        asked.insert((wish, path.to_owned()));
                        changed
                    }
                    Err(_) => document,
                };
                let (read, rows) = derived(&answers.fold(document.clone(), set));
                assert_eq!(read, *version);
                judge(read, &rows, &format!("{name}, {}, {wish}", version.word()));
            }
        }
    }
    for (wish, answers) in wishes() {
        for (path, _) in answers {
            assert!(asked.contains(&(wish, path.to_owned())), "{wish}: no sample has `{path}`");
        }
    }
}
