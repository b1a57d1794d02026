//! `--only` writes one kind of artifact and leaves the others as they are; `--dry-run` writes nothing at all.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use serde_json::Value as Json;

use crate::common::{Desk, bytes, empty_folders, files};

/// The manifest's entries whose paths do not begin so.
fn others(manifest: &Json, prefix: &str) -> Vec<Json> {
    let entries = manifest["files"].as_array().unwrap().iter();
    entries.filter(|file| !file["path"].as_str().unwrap().starts_with(prefix)).cloned().collect()
}

#[test]
fn only_dns_writes_zones_and_nothing_else() {
    let desk = Desk::with_sample("standard-edition");
    desk.generate(&["--only", "dns"]).with(0);
    let written: Vec<String> = bytes(&desk.out()).into_keys().collect();
    assert!(written.len() > 2, "{written:?}");
    assert!(written.iter().all(|path| path == "MANIFEST.json" || path.starts_with("dns/")), "{written:?}");
    assert_eq!(others(&desk.manifest(), "dns/"), [Json::Null; 0]);
}

#[test]
fn several_kinds_may_be_asked_for_and_make_what_a_whole_run_makes() {
    let desk = Desk::with_sample("two-domains");
    desk.generate(&["--only", "firewall", "--only", "reverse-proxy"]).with(0);
    let mut partial = bytes(&desk.out());
    partial.remove("MANIFEST.json");
    let expected = [
        "firewall/nftables.nft",
        "firewall/rules.csv",
        "firewall/windows-firewall.ps1",
        "reverse-proxy/rp01/nginx.conf",
    ];
    assert_eq!(partial.keys().collect::<Vec<_>>(), expected);
    let whole = bytes(&Desk::generated("two-domains", &[]).out());
    assert!(partial.iter().all(|(path, bytes)| whole[path] == *bytes));
}

#[test]
fn only_dns_keeps_the_other_files_and_their_entries() {
    let desk = Desk::generated("standard-edition", &["certificates.key=ecdsa-p256"]);
    let (before, manifest) = (files(&desk.out()), desk.manifest());
    desk.set(&[
        "domains.ttl=600",
        "title=Another title",
        "mobility.policies[global].enable_outside_voice=true",
    ]);
    let told = desk.generate(&["--only", "dns"]).with(0).changes();
    assert!(told.len() > 1 && told.iter().all(|line| line.starts_with("~ dns/")), "{told:?}");
    let after = files(&desk.out());
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, file) in before.iter().filter(|(path, _)| *path != "MANIFEST.json") {
        assert_eq!(after[path] == *file, !path.starts_with("dns/"), "{path}");
    }
    assert_eq!(others(&desk.manifest(), "dns/"), others(&manifest, "dns/"));
    let told = desk.generate(&[]).with(0).changes();
    assert!(told.contains(&"~ README.md".to_owned()), "the next whole run brings the rest: {told:?}");
    assert!(!told.iter().any(|line| line.contains("dns/")), "{told:?}");
}

#[test]
fn only_dns_removes_nothing_of_the_others_that_is_surplus() {
    let desk = Desk::generated("two-domains", &[]);
    desk.set(&["mobility.access=internal-only", "clients.internal_wifi=false"]);
    desk.generate(&["--only", "dns"]).with(0);
    assert!(desk.path("out/reverse-proxy/rp01/nginx.conf").exists());
    let told = desk.generate(&[]).with(0).changes();
    assert!(told.contains(&"- reverse-proxy/rp01/nginx.conf".to_owned()), "{told:?}");
}

#[test]
fn an_artifact_that_there_is_not_is_refused_with_those_that_there_are() {
    let desk = Desk::with_sample("two-domains");
    let refused = desk.generate(&["--only", "dsn"]).with(2);
    assert!(refused.err.contains("`dsn`") && refused.err.contains("`dns`"), "{}", refused.err);
    assert!(!desk.out().exists());
}

#[test]
fn a_dry_run_makes_no_folder() {
    let desk = Desk::with_sample("standard-edition");
    let told = desk.generate(&["--dry-run"]).with(0).changes();
    assert!(told.contains(&"+ certificates/rp01/key.pem".to_owned()), "{told:?}");
    assert!(told.contains(&"+ README.md".to_owned()), "{told:?}");
    assert_eq!(bytes(&desk.path(".")).into_keys().collect::<Vec<_>>(), ["plan.yaml"]);
    assert_eq!(empty_folders(&desk.path(".")), [""; 0]);
}

#[test]
fn a_dry_run_tells_the_changes_of_the_real_one_and_makes_none() {
    let desk = Desk::generated("two-domains", &[]);
    desk.write("out/README.md", "edited");
    desk.set(&["mobility.access=internal-only", "mobility.test_users=[]"]);
    let before = files(&desk.out());
    assert!(desk.generate(&["--dry-run"]).with(2).err.contains("`README.md`"));
    let dry = desk.generate(&["--dry-run", "--force"]).with(0).changes();
    assert!(files(&desk.out()) == before);
    assert!(
        dry.contains(&"! README.md".to_owned()) && dry.contains(&"- server/50-tests.ps1".to_owned()),
        "{dry:?}"
    );
    assert_eq!(desk.generate(&["--force"]).with(0).changes(), dry);
}

#[test]
fn a_malformed_day_is_refused() {
    let desk = Desk::with_sample("two-domains");
    desk.generate(&["--as-of", "05.01.2027"]).with(2);
    assert!(!desk.out().exists());
}
