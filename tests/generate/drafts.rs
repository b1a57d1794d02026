//! While a finding of severity error stands nothing is written; a draft is, with a mark on every file and without keys.

use crate::common::{Desk, bytes, files};

/// Two names of one pool that must differ.
const EQUAL: &[&str] = &[
    "sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.external.fqdn=sfb01.ad.litware.example",
    "certificates.key=ecdsa-p256",
];

/// A desk whose plan holds an error.
fn desk() -> Desk {
    let desk = Desk::with_sample("standard-edition");
    desk.set(EQUAL);
    desk
}

#[test]
fn nothing_is_written_while_an_error_stands() {
    let desk = desk();
    let refused = desk.generate(&["--force"]).with(1);
    assert!(refused.out.contains("web-fqdns-equal"), "{}", refused.out);
    assert!(!desk.out().exists());
    let sound = Desk::generated("standard-edition", &["certificates.key=ecdsa-p256"]);
    let before = files(&sound.out());
    sound.set(EQUAL);
    sound.generate(&[]).with(1);
    assert!(files(&sound.out()) == before, "what was generated before stays");
}

#[test]
fn every_file_of_a_draft_begins_with_its_mark_and_no_key_is_made() {
    let desk = desk();
    desk.generate(&["--draft"]).with(0);
    let written = bytes(&desk.out());
    assert!(written.len() > 8, "{:?}", written.keys());
    for (path, bytes) in &written {
        assert!(!path.ends_with(".pem") && !path.ends_with(".csr"), "{path}");
        let text = str::from_utf8(bytes).unwrap();
        if path != "MANIFEST.json" {
            // JSON has no comments: the mark is in its first text. The line that names a program stays the first one. A
            // calendar describes itself behind its version and maker.
            let is_second = path.ends_with(".json") || text.starts_with("#!");
            let is_calendar = path.ends_with(".ics");
            let head = text.lines().take(if is_calendar {
                6
            } else if is_second {
                2
            } else {
                1
            });
            assert!(head.collect::<String>().contains("DRAFT"), "{path}: {text}");
        }
        assert!(!path.ends_with(".ps1") || text.starts_with("\u{feff}# DRAFT"), "{path}: {text}");
    }
    assert_eq!(desk.manifest()["draft"], true);
    assert_eq!(desk.generate(&["--draft"]).with(0).changes(), [""; 0]);
}

#[test]
fn a_sound_plan_takes_the_marks_away_again() {
    let desk = desk();
    desk.generate(&["--draft"]).with(0);
    desk.set(&["sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.external.fqdn=sfbweb.litware.example"]);
    desk.generate(&[]).with(0);
    for (path, bytes) in bytes(&desk.out()) {
        assert!(!String::from_utf8_lossy(&bytes).contains("DRAFT"), "{path}");
    }
    assert!(desk.manifest().get("draft").is_none());
    assert!(desk.path("out/certificates/rp01/key.pem").exists());
}

#[test]
fn a_draft_over_finished_files_keeps_the_keys() {
    let desk = Desk::generated("standard-edition", &["certificates.key=ecdsa-p256"]);
    let (key, request) =
        (desk.read("out/certificates/rp01/key.pem"), desk.read("out/certificates/rp01/request.csr"));
    desk.generate(&["--draft", "--force"]).with(0);
    assert_eq!(desk.read("out/certificates/rp01/key.pem"), key);
    assert!(!desk.path("out/certificates/rp01/request.csr").exists(), "a draft has no requests to hand in");
    desk.generate(&[]).with(0);
    assert_eq!(desk.read("out/certificates/rp01/key.pem"), key);
    assert_ne!(desk.read("out/certificates/rp01/request.csr"), request, "an ECDSA signature is a new one");
}

#[test]
fn the_copy_of_the_plan_in_a_draft_is_still_a_plan() {
    let desk = desk();
    desk.generate(&["--draft"]).with(0);
    desk.run(&["check", "out/plan.yaml"]).with(1);
    let digest = |file: &str| {
        let shown = desk.run(&["show", file, "dns", "--json"]).with(1).out;
        serde_json::from_str::<serde_json::Value>(&shown).unwrap()["plan"]["digest"].clone()
    };
    assert_eq!(digest("out/plan.yaml"), digest("plan.yaml"));
    assert_eq!(digest("plan.yaml"), desk.manifest()["plan_digest"]);
}

#[test]
fn a_draft_does_not_take_the_place_of_finished_files() {
    let desk = Desk::generated("two-domains", &[]);
    let before = files(&desk.out());
    for more in [&["--draft"][..], &["--draft", "--only", "dns"], &["--draft", "--dry-run"]] {
        let refused = desk.generate(more).with(2);
        assert!(
            refused.err.contains("finished generation") && refused.err.contains("`out`"),
            "{}",
            refused.err
        );
        assert!(refused.err.contains("--force") && refused.err.contains("--out"), "{}", refused.err);
        assert_eq!(refused.out, "");
        assert!(files(&desk.out()) == before);
    }
    let told = desk.generate(&["--draft", "--force"]).with(0).changes();
    assert!(told.contains(&"~ README.md".to_owned()), "nothing was edited, so no copy is kept: {told:?}");
    assert_eq!(desk.manifest()["draft"], true);
    desk.generate(&["--draft"]).with(0);
    desk.generate(&[]).with(0);
    let finished = bytes(&desk.out());
    assert!(finished.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("DRAFT")));
    assert_eq!(finished.into_keys().collect::<Vec<_>>(), before.into_keys().collect::<Vec<_>>());
}
