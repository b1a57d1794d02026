//! Certificates and requests that exist: what OpenSSL and `certtool` write is read and judged exactly, what is no certificate is
//! told, and nothing that stands in a file steers a terminal.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

#[path = "certificates/any_bytes.rs"]
mod any_bytes;
mod common;
#[path = "certificates/forge.rs"]
mod forge;
#[path = "certificates/names_and_chains.rs"]
mod names_and_chains;
#[path = "certificates/properties.rs"]
mod properties;
#[path = "certificates/several.rs"]
mod several;
#[path = "certificates/table.rs"]
mod table;

use std::collections::BTreeSet;
use std::fs;

use common::{Desk, Ended};
use forge::Forge;
use serde_json::Value as Json;
use table::{cases, proxy};

/// What must never reach a terminal: control characters but line ends, and marks that turn the writing direction.
#[track_caller]
fn harmless(ended: &Ended) {
    for text in [&ended.out, &ended.err] {
        let steers = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!text.contains(steers), "{text:?}");
        assert!(!text.contains('\u{200b}'), "{text:?}");
    }
}

fn json(ended: &Ended) -> Json {
    serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}: {ended:?}"))
}

/// The codes of the findings on a certificate.
fn codes(judged: &Json) -> Vec<&str> {
    judged["findings"].as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap()).collect()
}

#[test]
fn each_verdict_is_exact() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    let mut faults = Vec::new();
    for case in cases() {
        fs::write(desk.path(case.file), (case.made)(&forge)).unwrap();
        let ended = desk.run(&["certificate", "check", "plan.yaml", case.file, "--json"]).with(1);
        harmless(&ended);
        let document = json(&ended);
        let judged = &document["certificates"][0];
        let told = (
            judged["requirement"].as_str().unwrap_or(""),
            judged["verdict"].as_str().unwrap(),
            codes(judged),
        );
        if told != (case.fits, case.verdict, case.found.to_vec()) || document["certificates"][1] != Json::Null
        {
            faults.push(format!("{}: {told:?}, {document:#}", case.file));
        }
        for way in
            [&["certificate", "check", "plan.yaml", case.file][..], &["certificate", "inspect", case.file]]
        {
            let ended = desk.run(way);
            harmless(&ended);
            assert!(ended.out.starts_with(case.file), "{ended:?}");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_shows_every_rule() {
    let shown: BTreeSet<&str> = cases().flat_map(|case| case.found.iter().copied()).collect();
    let among = ["existing-not-the-same", "existing-pool-names-differ"];
    let rules = ucplan::inspect::certificate::certificate_rules().map(|rule| rule.id);
    let silent: Vec<_> = rules.filter(|id| !shown.contains(id) && !among.contains(id)).collect();
    assert!(silent.is_empty(), "no file shows {silent:?}");
    assert!(cases().count() >= 30);
}

/// A file that holds no certificate, or what must not be there; what is said; whether a line is named.
type Refused = (&'static str, fn(&Forge) -> Vec<u8>, &'static str);

const REFUSED: &[Refused] = &[
    ("empty.pem", |_| Vec::new(), "is empty"),
    ("blank.pem", |_| b"\xEF\xBB\xBF \r\n\n".to_vec(), "is empty"),
    ("garbage.pem", |_| b"This is no certificate.".to_vec(), "neither text"),
    (
        "garbage.der",
        |_| (0..4096_u32).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect(),
        "neither text",
    ),
    ("5-mb.der", |_| vec![0x5A; 5 << 20], "neither text"),
    ("zip.p7b", |_| b"PK\x03\x04 \x1b[31m".to_vec(), "neither text"),
    ("key.pem", |f| f.file("rsa2048.key"), "`key.pem:1`: There is a private key"),
    ("p256.key", |f| f.file("p256.key"), "There is a private key"),
    ("both.pem", |f| [f.chain(&proxy()), f.file("rsa2048.key")].concat(), "There is a private key"),
    ("key.der", |f| f.key(&["rsa", "-outform", "DER"]), "There is a private key"),
    ("key.pk8", |f| f.key(&["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"]), "There is a private key"),
    ("sealed.pem", |f| f.key(&["pkcs8", "-topk8", "-passout", "pass:x"]), "There is a private key"),
    ("sealed.pk8", |f| f.key(&["pkcs8", "-topk8", "-passout", "pass:x", "-outform", "DER"]), "encrypted"),
    ("own.pfx", |f| f.pfx(&f.certificate(&proxy())), "Export the certificate without its key"),
    ("public.pem", |f| f.key(&["rsa", "-pubout"]), "`PUBLIC KEY` is no certificate"),
    ("cut.pem", |f| half(&f.certificate(&proxy())), "`cut.pem:1`: A block begins here and never ends"),
    ("cut.cer", |f| half(&f.der("x509", &f.certificate(&proxy()))), "was cut off"),
    ("mangled.pem", |f| mangled(&f.certificate(&proxy())), "no Base64"),
    ("label.pem", |_| b"-----BEGIN \x1b[31mX-----\nAAAA\n-----END X-----\n".to_vec(), "is no certificate"),
];

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn mangled(pem: &[u8]) -> Vec<u8> {
    String::from_utf8(pem.to_vec()).unwrap().replacen("MII", "M*I", 1).into_bytes()
}

#[test]
fn what_is_no_certificate_is_told() {
    let Some(forge) = Forge::open() else { return };
    let desk = Desk::with_sample("two-domains");
    for (file, made, said) in REFUSED {
        fs::write(desk.path(file), made(&forge)).unwrap();
        for way in [&["certificate", "check", "plan.yaml", file][..], &["certificate", "inspect", file]] {
            let ended = desk.run(way).with(2);
            harmless(&ended);
            assert!(ended.err.contains(said) && ended.err.contains(file), "{file}: {}", ended.err);
            assert!(ended.err.contains("\n  help: ") && ended.out.is_empty(), "{file}: {ended:?}");
        }
    }
    let key = String::from_utf8(forge.file("rsa2048.key")).unwrap();
    let told = desk.run(&["certificate", "inspect", "key.pem"]).err;
    assert!(key.lines().skip(1).step_by(3).all(|line| !told.contains(line)));
}

#[test]
fn files_that_cant_be_had_are_told() {
    let desk = Desk::with_sample("two-domains");
    let inspect = |file: &str| desk.run(&["certificate", "inspect", file]).with(2).err;
    assert!(inspect("nowhere.pem").contains("nowhere.pem"));
    fs::write(desk.path("huge.pem"), vec![b'x'; (16 << 20) + 1]).unwrap();
    assert!(inspect("huge.pem").contains("more than 16 MB"));
    let ended = desk.run(&["certificate", "check", "plan.yaml", "nowhere.pem", "--for", "rp1"]).with(2);
    assert!(ended.err.contains("`rp1`") && ended.err.contains("rp01"), "{}", ended.err);
}
