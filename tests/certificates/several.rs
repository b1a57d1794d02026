//! Several files beside one another, and what is told of them.

use std::fs;

use serde_json::Value as Json;

use crate::common::Desk;
use crate::forge::{Forge, Wanted};
use crate::table::{edge, front_end, proxy};
use crate::{codes, json};

/// Writes files, holds them against the sample, and gives what is told as JSON.
fn check(desk: &Desk, code: i32, files: &[(&str, Vec<u8>)], more: &[&str]) -> Json {
    for (name, bytes) in files {
        fs::write(desk.path(name), bytes).unwrap();
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let arguments = [&["certificate", "check", "plan.yaml"], &names[..], more, &["--json"]].concat();
    json(&desk.run(&arguments).with(code))
}

/// What there is for a requirement: the verdict and the file.
fn best<'d>(document: &'d Json, id: &str) -> (&'d str, &'d str) {
    let all = document["required"].as_array().unwrap();
    let own = all.iter().find(|own| own["id"] == id).unwrap();
    (own["verdict"].as_str().unwrap(), own["file"].as_str().unwrap_or(""))
}

fn director(number: usize) -> Wanted {
    Wanted::sound(&[
        "dendir.corp.proseware.example",
        "admin.proseware.example",
        "dialin.proseware.example",
        "dirext.proseware.example",
        "dirint.corp.proseware.example",
        "lyncdiscover.lucernepublishing.example",
        "lyncdiscover.proseware.example",
        "lyncdiscoverinternal.lucernepublishing.example",
        "lyncdiscoverinternal.proseware.example",
        "meet.lucernepublishing.example",
        "meet.proseware.example",
    ])
    .and(&format!("DNS:dendir0{number}.corp.proseware.example"))
}

#[test]
fn a_whole_set_that_fits_is_all_well() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    let inside = Wanted::sound(&["denedge.corp.proseware.example"]);
    let files = [
        ("fe1.pem", forge.certificate(&front_end(1))),
        ("fe2.pem", forge.certificate(&front_end(2))),
        ("fe3.pem", forge.certificate(&front_end(3))),
        ("dir1.pem", forge.certificate(&director(1))),
        ("dir2.pem", forge.certificate(&director(2))),
        ("rp.pem", forge.chain(&proxy())),
        ("edge.p7b", forge.bundle(&forge.chain(&edge()), "DER")),
        ("inside.csr", forge.request(&inside)),
    ];
    let document = check(&desk, 0, &files, &[]);
    for required in document["required"].as_array().unwrap() {
        assert_eq!(required["verdict"], "reuse", "{document:#}");
    }
    assert_eq!(best(&document, "denfe02.corp.proseware.example").1, "fe2.pem");
    assert_eq!(best(&document, "denedge.corp.proseware.example-internal").1, "inside.csr");
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let told = desk.run(&[&["certificate", "check", "plan.yaml"], &names[..]].concat()).with(0).out;
    assert!(told.contains("verdict: reuse") && told.contains("send this request"), "{told}");
    assert!(told.contains("What the plan requires on 2027-02-22:"), "{told}");
    let again = desk.run(&[&["certificate", "check", "plan.yaml", "--json"], &names[..]].concat());
    let mut reversed = names.clone();
    reversed.reverse();
    let other = desk.run(&[&["certificate", "check", "plan.yaml", "--json"], &reversed[..]].concat());
    assert_eq!(again.out, other.out, "the order of files changes nothing");
}

#[test]
fn what_has_no_file_is_to_be_requested() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    let document = check(&desk, 1, &[("rp.pem", forge.chain(&proxy()))], &[]);
    assert_eq!(best(&document, "rp01"), ("reuse", "rp.pem"));
    assert_eq!(best(&document, "denfe01.corp.proseware.example"), ("request", ""));
    let told = desk.run(&["certificate", "check", "plan.yaml", "rp.pem"]).with(1).out;
    assert!(told.contains("denfe01.corp.proseware.example: to be requested"), "{told}");
}

#[test]
fn one_requirement_can_be_named() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    check(&desk, 0, &[("rp.pem", forge.chain(&proxy()))], &["--for", "rp01"]);
    let document =
        check(&desk, 1, &[("rp.pem", forge.chain(&proxy()))], &["--for", "denfe01.corp.proseware.example"]);
    let judged = &document["certificates"][0];
    assert_eq!(judged["requirement"], "denfe01.corp.proseware.example");
    assert!(codes(judged).contains(&"existing-names-missing"), "{judged:#}");
    let missing = judged["names"]["missing"].as_array().unwrap();
    assert!(missing.contains(&Json::from("sip.proseware.example")), "{missing:?}");
}

#[test]
fn servers_of_an_edge_pool_have_one_and_the_same() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    let files = [("edge1.pem", forge.chain(&edge())), ("edge2.pem", forge.chain(&edge()))];
    let document = check(&desk, 1, &files, &[]);
    assert_eq!(codes(&document["certificates"][0]), [""; 0]);
    assert_eq!(codes(&document["certificates"][1]), ["existing-not-the-same"]);
    assert_eq!(document["certificates"][1]["findings"][0]["facts"], serde_json::json!(["E-170"]));
    let same = forge.chain(&edge());
    let document = check(&desk, 1, &[("edge1.pem", same.clone()), ("edge2.pem", same)], &[]);
    assert_eq!(codes(&document["certificates"][1]), [""; 0]);
}

#[test]
fn servers_of_a_pool_have_the_same_names_but_for_their_own() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    let other = front_end(2).and("DNS:chat.proseware.example");
    let files = [("fe1.pem", forge.certificate(&front_end(1))), ("fe2.pem", forge.certificate(&other))];
    let document = check(&desk, 1, &files, &[]);
    assert_eq!(codes(&document["certificates"][0]), [""; 0]);
    let found = ["existing-names-surplus", "existing-pool-names-differ"];
    assert_eq!(codes(&document["certificates"][1]), found);
}

#[test]
fn one_certificate_may_stand_for_several() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    let mut both = edge();
    both.names.extend(proxy().names);
    let document = check(&desk, 1, &[("both.pem", forge.chain(&both))], &[]);
    assert_eq!(best(&document, "rp01").0, "reuse-with-remarks", "{document:#}");
    assert_eq!(best(&document, "denedge.corp.proseware.example-external").0, "reuse-with-remarks");
}

#[test]
fn a_certificate_with_every_host_needs_no_wildcard() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    desk.set(&["certificates.wildcards=true"]);
    let files = [("rp.pem", forge.chain(&proxy())), ("fe1.pem", forge.certificate(&front_end(1)))];
    let document = check(&desk, 1, &files, &[]);
    assert_eq!(best(&document, "rp01").0, "reuse", "{document:#}");
    assert_eq!(best(&document, "denfe01.corp.proseware.example").0, "reuse", "{document:#}");
}

#[test]
fn inspect_tells_what_other_programs_tell() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    let wanted = proxy().and("IP:192.0.2.80").and("email:a@contoso.com").key("p521");
    fs::write(desk.path("rp.pem"), forge.certificate(&wanted)).unwrap();
    let document = json(&desk.run(&["certificate", "inspect", "rp.pem", "--json"]).with(0));
    let own = &document["certificates"][0];
    for (key, value) in [
        ("key", "ecdsa-p521"),
        ("signature", "RSA, SHA-256"),
        ("not_before", "2026-12-01"),
        ("not_after", "2027-06-01"),
        ("kind", "certificate"),
    ] {
        assert_eq!(own[key], value, "{own:#}");
    }
    assert_eq!(own["other_names"], serde_json::json!(["IP 192.0.2.80", "e-mail a@contoso.com"]));
    assert_eq!(own["key_usage"], serde_json::json!(["digital-signature", "key-encipherment"]));
    assert_eq!(own["extended_key_usage"], serde_json::json!(["server-auth"]));
    assert_eq!(own["crl_points"], serde_json::json!(["http://crl.contoso.com/ca.crl"]));
    let openssl = crate::common::tool("openssl").unwrap();
    let prints = ["x509", "-in", "rp.pem", "-noout", "-serial", "-fingerprint"];
    let told = crate::common::succeed(&openssl, desk.path(".").as_path(), &prints);
    let longer = [&prints[..], &["-sha256"]].concat();
    let told = told + &crate::common::succeed(&openssl, desk.path(".").as_path(), &longer);
    let told = told.replace("Fingerprint=", "Fingerprint=\n");
    assert!(told.contains(own["serial"].as_str().unwrap()), "{told}");
    assert!(told.contains(own["fingerprint"].as_str().unwrap()), "{told}");
    assert!(told.replace(':', "").contains(own["thumbprint"].as_str().unwrap()), "{told}");
}
