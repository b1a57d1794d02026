//! A vendor is one folder: in the configuration folder of a user it is a choice of the question, a value of the plan, and
//! makes its files; nothing of the program changes.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;
mod stage;

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use ucplan::catalog::Templates;
use ucplan::interview::{Agenda, Answered};

use common::Desk;
use stage::{Look, Scene, WIDE};

/// A manifest for one file.
fn manifest(path: &str, artifact: &str) -> String {
    format!(
        "name: My own product\nfiles:\n  - template: own.txt.j2\n    path: '{path}'\n    dialect: lines\n    \
         artifact: {artifact}\n    audience: everybody\n"
    )
}

/// A desk with an own vendor of a kind.
fn desk(kind: &str, path: &str, template: &str) -> Desk {
    let desk = Desk::with_sample("two-domains");
    desk.write(&format!("own/templates/{kind}/mine/manifest.yaml"), &manifest(path, kind));
    desk.write(&format!("own/templates/{kind}/mine/own.txt.j2"), template);
    desk
}

#[test]
fn a_vendor_of_any_kind_is_one_folder() {
    for (kind, product, path, template, made, has) in [
        (
            "reverse-proxy",
            Some("sites[Denver].reverse_proxies[rp01].product=mine"),
            "reverse-proxy/{{ proxy.name }}/own.txt",
            "{{ proxy.product.name }} {{ proxy.name_count }}\n",
            "reverse-proxy/rp01/own.txt",
            "My own product ",
        ),
        (
            "load-balancer",
            Some("sites[Denver].load_balancers[lb01].product=mine"),
            "load-balancer/{{ balancer.name }}/own.txt",
            "{% for rule in balancer.rules %}\n{{ rule.end }}\n{% endfor %}\n",
            "load-balancer/lb01/own.txt",
            "10.40.10.21:",
        ),
        (
            "dns",
            None,
            "dns/own.txt",
            "{% for zone in zones %}\n{{ zone.name }}\n{% endfor %}\n",
            "dns/own.txt",
            "proseware.example",
        ),
        (
            "firewall",
            None,
            "firewall/own.txt",
            "{% for flow in flows %}\n{{ flow.to }}\n{% endfor %}\n",
            "firewall/own.txt",
            "reverse-proxy:rp01:external",
        ),
        (
            "server",
            None,
            "server/{{ script.stage }}.txt",
            "{{ script.title }}\n",
            "server/policies.txt",
            "olic",
        ),
        ("document", None, "own.txt", "{{ plan.title }}\n", "own.txt", "Mobility for Proseware"),
        (
            "certificate",
            None,
            "certificates/{{ certificate.id }}/own.txt",
            "{{ certificate.subject }}\n",
            "certificates/rp01/own.txt",
            "proseware.example",
        ),
    ] {
        let desk = desk(kind, path, template);
        if let Some(answer) = product {
            desk.run(&["set", "plan.yaml", answer, "--config", "own"]).with(0);
            desk.run(&["check", "plan.yaml"]).with(2);
        }
        desk.generate(&["--config", "own"]).with(0);
        let text = desk.read(&format!("out/{made}"));
        assert!(text.contains(has), "{kind}: {text}");
        let listed = desk.run(&["catalog", "list", "--config", "own"]).with(0).out;
        assert!(
            listed.contains(&format!("{kind}/mine/manifest.yaml")) && listed.contains("My own product"),
            "{listed}"
        );
    }
}

#[test]
fn the_question_offers_an_own_vendor_by_its_name() {
    let own = BTreeMap::from([
        ("reverse-proxy/mine/manifest.yaml".to_owned(), manifest("reverse-proxy/own.txt", "reverse-proxy")),
        ("load-balancer/yours/manifest.yaml".to_owned(), manifest("load-balancer/own.txt", "load-balancer")),
    ]);
    let templates = Templates::with_overrides(own);
    let answered = Answered::read(common::sample("two-domains"), &templates).unwrap();
    let agenda = Agenda::of(&answered.plan);
    for (path, own) in [
        ("sites[Denver].reverse_proxies[rp01].product", "mine"),
        ("sites[Denver].load_balancers[lb01].product", "yours"),
    ] {
        let question = agenda.question(&path.parse().unwrap()).unwrap();
        let offered = question.offered(&templates).unwrap();
        assert!(offered.contains(&json!(own)) && offered.contains(&json!("haproxy")), "{offered:?}");
        assert!(!question.offered(&Templates::default()).unwrap().contains(&json!(own)));
    }
    let scene = Scene::with_plan("own-vendor", common::sample("two-domains"));
    let mut stage = scene.open_with(Some("plan.yaml"), WIDE, Look::Colour, templates);
    stage.keys("/reverse_proxies[rp01].product<Enter>");
    assert!(stage.text().contains("○ My own product"), "{}", stage.text());
}

/// The message of every error that the templates bring.
fn faults(desk: &Desk) -> Vec<String> {
    let checked = desk.run(&["check", "plan.yaml", "--json", "--config", "own"]).with(1);
    let document: Json = serde_json::from_str(&checked.out).unwrap();
    let is_of_templates = |finding: &&Json| {
        ["template-fails", "override-unreadable"].contains(&finding["code"].as_str().unwrap_or_default())
    };
    let findings = document["findings"].as_array().unwrap().iter().filter(is_of_templates);
    findings.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_wrong_with_a_vendor_is_told_with_its_file_and_line() {
    let sound = manifest("firewall/own.txt", "firewall");
    let (own, listed) = ("firewall/mine/own.txt.j2", "firewall/mine/manifest.yaml");
    for (from, to, template, place) in [
        ("dialect: lines", "dialect: fortran", "x\n", format!("{listed}:")),
        ("audience: everybody", "audience: nobody", "x\n", format!("{listed}:4")),
        ("template: own.txt.j2", "template: ../../x", "x\n", format!("{listed}:4")),
        ("template: own.txt.j2", "template: /etc/passwd", "x\n", format!("{listed}:4")),
        ("template: own.txt.j2", "template: nothing.j2", "x\n", format!("{listed}:4")),
        ("firewall/own.txt", "../own.txt", "x\n", format!("{listed}:4")),
        ("firewall/own.txt", "{{ nothing }}/x", "x\n", format!("{listed}:4")),
        ("firewall/own.txt", "certificates/rp01/key.pem", "x\n", format!("{listed}:4")),
        ("firewall/own.txt", "firewall/RULES.csv", "x\n", format!("{listed}:4")),
        ("firewall/own.txt", "firewall/rules.csv/x", "x\n", format!("{listed}:4")),
        ("", "", "x\n{{ nothing }}\n", format!("{own}:2")),
        ("", "", "x\n\n{% for %}\n", format!("{own}:3")),
        ("", "", "{% include 'firewall/csv/rules.csv.j2' %}\n", format!("{own}:1")),
        ("", "", "{{ say('nothing') }}\n", format!("{own}:1")),
        ("files:", "filles:", "x\n", format!("{listed}:")),
    ] {
        let desk = desk("firewall", "firewall/own.txt", template);
        desk.write(&format!("own/templates/{listed}"), &sound.replacen(from, to, 1));
        let told = faults(&desk);
        assert!(told.iter().any(|message| message.contains(&place)), "{to} {template}: {place}: {told:?}");
        let ended = desk.generate(&["--config", "own"]).with(1);
        assert!(!ended.err.contains("panicked") && !desk.out().exists(), "{ended:?}");
    }
}

/// What a user says of an authority: three names, no common name, thirty days.
const AUTHORITY: &str = "name: Contoso Public CA
authority:
  name_limit: { value: 3, source: their price list }
  common_name: { value: never, source: their mail of June }
  subject: { value: domain, source: their mail of June }
  client_usage_ends: { value: 2026-01-01, source: their web site }
  validity: [{ days: 30, source: their web site }]
";

#[test]
fn a_certification_authority_is_one_folder() {
    let desk = Desk::with_sample("two-domains");
    desk.write("own/templates/authority/contoso-ca/manifest.yaml", AUTHORITY);
    let named = ["set", "plan.yaml", "certificates.public_ca=contoso-ca"];
    desk.run(&named).with(2);
    desk.run(&[&named[..], &["--config", "own"]].concat()).with(0);
    let checked = desk.run(&["check", "plan.yaml", "--json", "--config", "own"]).with(1);
    let document: Json = serde_json::from_str(&checked.out).unwrap();
    let found = |code: &str, certificate: &str| {
        let mut findings = document["findings"].as_array().unwrap().iter();
        let message = |finding: &Json| finding["message"].as_str().unwrap().contains(certificate);
        findings.any(|finding| finding["code"] == code && message(finding))
    };
    assert!(found("certificate-name-limit", "`rp01` has 7 names"), "{document}");
    assert!(found("common-name-left-out", "`rp01`"), "{document}");
    let shown = desk.run(&["show", "plan.yaml", "calendar", "--config", "own"]).with(1).out;
    assert!(shown.contains("signed for 29 days, until 2027-03-23"), "{shown}");

    desk.write("own/templates/authority/contoso-ca/manifest.yaml", "name: Contoso Public CA\n");
    let told = desk.run(&["catalog", "diff", "--config", "own"]).out;
    assert!(told.contains("authority/contoso-ca/manifest.yaml:1") && told.contains("authority"), "{told}");
}
