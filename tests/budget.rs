//! The budget of public names: every number is counted here once more, from the list of SIP domains and the facts, or held
//! against a plan that was derived in full with the answers of the way.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

#[path = "budget/by_limit.rs"]
mod by_limit;

use std::collections::BTreeSet;
use std::fs;

use common::{Desk, sample, scenarios};
use serde_json::{Value as Json, json};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::Templates;
use ucplan::interview::{Answered, Budget, Edit, Enough, Way, WayKind, attempt};
use ucplan::plan::Path;
use ucplan::requirement::CertificateRole;
use ucplan::text::cells;

/// The plan in a text with these answers.
fn answered(text: &str, answers: &[(&str, Json)]) -> Answered {
    let templates = Templates::default();
    let first = Answered::read(text, &templates).unwrap();
    answers.iter().fold(first, |answered, (path, value)| {
        let edit = Edit::Answer(path.parse().unwrap(), value.clone());
        attempt(&answered.document, &edit, &templates).unwrap()
    })
}

/// So many SIP domains.
fn domains(number: usize) -> Vec<String> {
    (0..number).map(|at| format!("brand{at}.example")).collect()
}

fn budget(answered: &Answered) -> Budget {
    let known = Blueprint::of((*answered.plan).clone());
    Budget::of(&answered.plan, &known, &|| true).unwrap()
}

/// The names on the proxy's certificates, of the sample with a Director and a pool: both have their Web Services name by
/// name (M-018, M-099); Meet is there for each SIP domain and Dial-in once (M-072, M-073), or one host serves them (M-075);
/// `lyncdiscover` for each SIP domain (M-086), unless it goes by HTTP (M-123) or nobody asks for it (M-035). A wildcard
/// stands in for all of them in its domain (M-088, M-310).
fn names(way: WayKind, domains: &[String]) -> BTreeSet<String> {
    use WayKind::{Http, Manual, SingleHost, SingleHostAndHttp, Wildcards};
    let mut hosts = Vec::new();
    if matches!(way, SingleHost | SingleHostAndHttp) {
        hosts.push(format!("lync.{}", domains[0]));
    } else {
        hosts.push(format!("dialin.{}", domains[0]));
        hosts.extend(domains.iter().map(|domain| format!("meet.{domain}")));
    }
    if !matches!(way, Http | Manual | SingleHostAndHttp) {
        hosts.extend(domains.iter().map(|domain| format!("lyncdiscover.{domain}")));
    }
    let covered = |host: String| match way {
        Wildcards => format!("*.{}", host.split_once('.').unwrap().1),
        _ => host,
    };
    let web = ["dirext.proseware.example", "poolext.proseware.example"].map(str::to_owned);
    hosts.into_iter().map(covered).chain(web).collect()
}

/// How many names one certificate of the sample's authority has (D-004), and after how many days one is renewed that is
/// issued on the day of going live, and under the last rule (200 and 47 days by D-001, less 30 and 15 by D-012).
const LIMIT: usize = 250;
const RENEWED_AFTER: [usize; 2] = [170, 32];

#[test]
fn names_and_certificates_are_as_many_as_an_independent_count_says() {
    for number in [3, 40, 120, 900] {
        let domains = domains(number);
        let plan = answered(sample("two-domains"), &[("domains.sip", json!(domains))]);
        let budget = budget(&plan);
        assert_eq!((budget.limit, budget.domains, budget.ways.len()), (LIMIT, number, WayKind::ALL.len()));
        for way in &budget.ways {
            let what = format!("{number} {:?}", way.kind);
            let wanted = names(way.kind, &domains);
            let count = &way.count;
            assert_eq!(count.names, wanted.len(), "{what}");
            // The Director answers first, so the pool's own certificate has its Web Services name alone.
            let (planned, largest) = match way.kind {
                WayKind::PerPool => (2, wanted.len() - 1),
                WayKind::ByLimit => (wanted.len().div_ceil(LIMIT), 0),
                _ => (1, wanted.len()),
            };
            assert_eq!((count.certificates, count.over > 0), (planned, largest > LIMIT), "{what}");
            let takes = (largest > LIMIT).then(|| wanted.len().div_ceil(LIMIT));
            assert_eq!(count.takes, takes, "{what}");
            for (span, after) in budget.spans.iter().zip(RENEWED_AFTER) {
                let hundredths = takes.unwrap_or(planned) * 36_500 / after;
                assert_eq!(span.renewals(count.signed()), (hundredths + 5) / 10, "{what}");
            }
            // Each name has a rule, and http and https differ in nothing there.
            let with_http = match way.kind {
                WayKind::Http | WayKind::Wildcards => WayKind::Shared,
                WayKind::SingleHostAndHttp => WayKind::SingleHost,
                other => other,
            };
            assert_eq!(count.rules, names(with_http, &domains).len(), "{what}");
            assert_eq!(way.barred, None, "{what}");
        }
    }
}

/// What every way counts is what its answers lead to when the whole plan is derived with them.
#[test]
fn each_way_is_what_its_answers_lead_to() {
    for (name, text) in plans() {
        let plan = answered(&text, &[]);
        for way in budget(&plan).ways {
            let count = &way.count;
            let answers = way.kind.answers(&plan.plan);
            let after = answers.iter().fold(plan.clone(), |plan, (path, value)| {
                let edit = Edit::Answer(path.clone(), value.clone());
                attempt(&plan.document, &edit, &Templates::default()).unwrap()
            });
            let whole = Blueprint::of((*after.plan).clone()).requirements;
            let own =
                || whole.certificates.iter().filter(|row| row.body.role == CertificateRole::ReverseProxy);
            let found = (own().map(|row| row.body.name_count()).sum(), own().count());
            assert_eq!((count.names, count.certificates), found, "{name} {:?}", way.kind);
            assert_eq!((count.rules, count.records), (whole.publishing.len(), whole.dns.len()), "{name}");
            let is_same = after.document.text() == plan.document.text();
            assert!(!is_same || way.is_current, "{name} {:?}", way.kind);
        }
    }
}

/// The break-even of each way holds when the plan is derived at that number of SIP domains, and not at one more or less.
#[test]
fn what_more_domains_do_is_so_when_they_are_there() {
    let mut checked = 0;
    for (name, text) in plans() {
        let limit = ("certificates.public_ca_name_limit", json!(20));
        let plan = answered(&text, std::slice::from_ref(&limit));
        let own: Vec<String> =
            plan.plan.domains.sip.given().value().iter().map(|domain| domain.as_fqdn().to_string()).collect();
        let with = |number: usize| {
            let all: Vec<String> = own.iter().cloned().chain(domains(number)).take(number).collect();
            budget(&answered(&text, &[limit.clone(), ("domains.sip", json!(all))]))
        };
        for way in budget(&plan).ways {
            let at = |budget: &Budget| fits(budget, way.kind);
            match way.growth.enough {
                Enough::UpTo(most) if most <= 120 => {
                    assert!(most == 0 || at(&with(most)), "{name} {:?}: {most}", way.kind);
                    assert!(!at(&with(most + 1)), "{name} {:?}: {most} + 1", way.kind);
                    checked += 1;
                }
                Enough::Always => assert!(at(&with(150)), "{name} {:?}", way.kind),
                _ => {}
            }
            let Growth { names, certificates } = Growth::of(&way);
            for (from, part) in [(names, NAMES), (certificates, CERTIFICATES)] {
                let Some(from) = from.filter(|from| *from <= 120) else { continue };
                let is_fewer = |number| {
                    let budget = with(number);
                    part(budget.way(way.kind).unwrap()) < part(budget.way(WayKind::AsItIs).unwrap())
                };
                assert!(is_fewer(from), "{name} {:?}: {from}", way.kind);
                assert!(from == 1 || !is_fewer(from - 1), "{name} {:?}: {from} - 1", way.kind);
                checked += 1;
            }
        }
    }
    assert!(checked > 30, "{checked}");
}

/// From how many SIP domains on there are fewer of each.
struct Growth {
    names: Option<usize>,
    certificates: Option<usize>,
}

impl Growth {
    fn of(way: &Way) -> Self {
        Self { names: way.growth.fewer_names_from, certificates: way.growth.fewer_certificates_from }
    }
}

const NAMES: fn(&Way) -> usize = |way| way.count.names;
const CERTIFICATES: fn(&Way) -> usize = |way| way.count.signed();

/// Whether every list is short enough; where the limit decides, whether one certificate a proxy is enough.
fn fits(budget: &Budget, kind: WayKind) -> bool {
    let count = &budget.way(kind).unwrap().count;
    let shared = &budget.way(WayKind::Shared).unwrap().count;
    let is_packed = kind == WayKind::ByLimit || budget.way(WayKind::ByLimit).unwrap().is_current;
    let is_packed = is_packed && ![WayKind::Shared, WayKind::PerSite, WayKind::PerPool].contains(&kind);
    count.over == 0 && (!is_packed || count.certificates == shared.certificates)
}

/// The sample with two domains, and scenarios with one site and several.
fn plans() -> Vec<(String, String)> {
    let some = ["two-sites", "wildcards-and-eight-domains", "many-domains-by-limit", "certificate-per-pool"];
    let scenarios = scenarios().into_iter().filter(|(name, _)| some.contains(&name.as_str()));
    let plans: Vec<_> =
        scenarios.chain([("two-domains".to_owned(), sample("two-domains").to_owned())]).collect();
    assert_eq!(plans.len(), some.len() + 1);
    plans
}

#[test]
fn a_way_that_other_answers_rule_out_says_so() {
    let hyphen = [("simple_urls.base", json!("sip"))];
    let budget = budget(&answered(sample("two-domains"), &hyphen));
    let barred = |kind| budget.way(kind).unwrap().barred.clone();
    assert_eq!(barred(WayKind::SingleHost).unwrap().key(), "finding-simple-url-host-taken");
    assert_eq!((barred(WayKind::Http), barred(WayKind::AsItIs)), (None, None));
}

#[test]
fn the_command_prints_a_table_that_fits_and_a_document() {
    let desk = Desk::with_sample("two-domains");
    desk.set(&["certificates.public_ca_name_limit=5"]);
    let before = fs::read(desk.path("plan.yaml")).unwrap();
    let table = desk.run(&["certificate", "budget", "plan.yaml"]).with(0);
    let lines: Vec<&str> = table.out.lines().collect();
    assert!(lines.iter().all(|line| cells(line) <= 80), "{}", table.out);
    let row = |label: &str| lines.iter().find(|line| line.contains(label)).unwrap().split_whitespace();
    assert_eq!(row("The plan as it is").nth(7), Some("1→2"), "{}", table.out);
    let printed = desk.run(&["certificate", "budget", "plan.yaml", "--json"]).with(0);
    let document: Json = serde_json::from_str(&printed.out).unwrap();
    let ways = document["ways"].as_array().unwrap();
    assert_eq!(ways.len(), WayKind::ALL.len());
    assert_eq!((&ways[0]["names"], &ways[0]["takes"], &document["limit"]), (&json!(7), &json!(2), &json!(5)));
    let both = ways.iter().find(|way| way["way"] == "single-host-and-http").unwrap();
    let answers = both["answers"].as_object().unwrap();
    assert!(answers.keys().all(|path| path.parse::<Path>().is_ok()) && answers.len() == 2, "{both}");
    assert_eq!(both["lost"].as_array().unwrap().len(), 2);
    assert_eq!(fs::read(desk.path("plan.yaml")).unwrap(), before, "a budget changes nothing");
}
