//! Keys and requests: a key that is there is never replaced, a request is kept while its names and its key fit.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;

use ucplan::inspect::ExistingRequest;

use crate::common::{Desk, bytes, files};

const KEY: &str = "out/certificates/rp01/key.pem";
const REQUEST: &str = "out/certificates/rp01/request.csr";

/// A desk where a proxy and a server got keys, of a kind that is quickly made.
fn desk() -> Desk {
    Desk::generated("standard-edition", &["certificates.keys_made=here", "certificates.key=ecdsa-p256"])
}

/// What the request of the proxy asks for.
#[track_caller]
fn asked(desk: &Desk) -> ExistingRequest {
    ExistingRequest::read(&desk.read(REQUEST)).unwrap()
}

#[test]
fn a_request_is_kept_while_its_names_and_its_key_fit() {
    let desk = desk();
    let before = files(&desk.path("out/certificates"));
    desk.set(&["title=Another title", "domains.ttl=600"]);
    desk.generate(&["--force"]).with(0);
    let after = files(&desk.path("out/certificates"));
    for path in before.keys().filter(|path| !path.ends_with("openssl.cnf")) {
        assert!(before[path] == after[path], "{path}");
    }
}

#[test]
fn a_new_domain_makes_new_requests_with_the_old_keys() {
    let desk = desk();
    let (key, request, before) = (desk.read(KEY), desk.read(REQUEST), asked(&desk));
    desk.set(&["domains.sip=[litware.example, fabrikam.example]"]);
    let told = desk.generate(&[]).with(0).changes();
    assert!(told.contains(&"~ certificates/rp01/request.csr".to_owned()), "{told:?}");
    assert!(!told.iter().any(|line| line.ends_with("key.pem")), "{told:?}");
    assert_eq!(desk.read(KEY), key);
    assert_ne!(desk.read(REQUEST), request);
    assert!(asked(&desk).names.is_superset(&before.names), "{:?}", asked(&desk));
    assert!(asked(&desk).names.contains("lyncdiscover.fabrikam.example"), "{:?}", asked(&desk));
    let listed = desk.read("out/certificates/rp01/names.txt");
    assert!(
        asked(&desk).names.iter().map(String::as_str).eq(listed.lines().collect::<BTreeSet<_>>()),
        "{listed}"
    );
    assert_eq!(asked(&desk).public_key, before.public_key);
}

#[test]
fn a_new_subject_makes_a_new_request_with_the_old_key() {
    let desk = desk();
    // The internal authority signs the whole subject.
    let folder = "out/certificates/sfb01.ad.litware.example";
    let asked = || ExistingRequest::read(&desk.read(&format!("{folder}/request.csr"))).unwrap();
    let (key, before) = (desk.read(&format!("{folder}/key.pem")), asked());
    desk.set(&["certificates.subject.locality=Salem"]);
    desk.generate(&[]).with(0);
    assert_eq!(desk.read(&format!("{folder}/key.pem")), key);
    assert!(before.subject != asked().subject && asked().subject.contains("Salem"), "{:?}", asked().subject);
}

#[test]
fn an_authority_that_signs_less_makes_a_new_request_with_the_old_key() {
    let desk = desk();
    desk.set(&["certificates.public_ca=digicert"]);
    desk.generate(&[]).with(0);
    let (key, before) = (desk.read(KEY), asked(&desk));
    desk.set(&["certificates.public_ca=lets-encrypt"]);
    let told = desk.generate(&[]).with(0).changes();
    assert!(told.contains(&"~ certificates/rp01/request.csr".to_owned()), "{told:?}");
    assert_eq!(desk.read(KEY), key);
    assert!(before.parts.len() > 1 && asked(&desk).parts.len() == 1, "{:?}", asked(&desk).parts);
    assert_eq!(asked(&desk).names, before.names);
}

#[test]
fn a_key_of_somebody_elses_making_is_used_and_never_overwritten() {
    let desk = desk();
    let own = desk.read("out/certificates/sfb01.ad.litware.example/key.pem");
    desk.write(KEY, &own);
    let told = desk.generate(&["--force"]).with(0).changes();
    assert_eq!(told, ["~ certificates/rp01/request.csr"]);
    assert_eq!(desk.read(KEY), own);
    let server = desk.read("out/certificates/sfb01.ad.litware.example/request.csr");
    assert_eq!(asked(&desk).public_key, ExistingRequest::read(&server).unwrap().public_key);
    assert_eq!(desk.generate(&[]).with(0).changes(), [""; 0]);
}

#[test]
fn a_key_that_is_none_stops_the_run_and_stays() {
    let desk = desk();
    desk.write(KEY, "no key\n");
    let before = files(&desk.out());
    let refused = desk.generate(&["--force"]).with(3);
    assert!(refused.err.contains("rp01"), "{}", refused.err);
    assert!(!refused.err.contains("no key\n"), "a key is never printed");
    assert!(files(&desk.out()) == before);
}

#[test]
fn a_key_of_another_kind_than_planned_is_not_passed_over_in_silence() {
    let desk = desk();
    let key = desk.read(KEY);
    desk.set(&["certificates.key=ecdsa-p384"]);
    let ended = desk.generate(&[]);
    assert_eq!(desk.read(KEY), key, "it is never overwritten");
    let told = format!("{}{}", ended.out, ended.err);
    assert!(
        told.contains("key.pem"),
        "the plan wants P-384, the request has P-256, and nobody says so: {told}"
    );
}

#[test]
fn a_key_outlives_its_certificate_and_serves_it_again() {
    let desk = desk();
    let key = desk.read(KEY);
    desk.set(&["mobility.access=internal-only", "clients.internal_wifi=false"]);
    desk.generate(&["--force"]).with(0);
    assert_eq!(desk.read(KEY), key);
    assert!(!desk.path(REQUEST).exists());
    desk.set(&["mobility.access=internal-and-external"]);
    desk.generate(&[]).with(0);
    assert_eq!(desk.read(KEY), key);
    assert!(desk.path(REQUEST).exists());
}

#[test]
fn no_key_is_made_where_keys_stay_on_their_servers() {
    let desk = Desk::generated("two-domains", &["certificates.keys_made=on-target"]);
    let made: Vec<String> = bytes(&desk.out())
        .into_keys()
        .filter(|path| path.ends_with(".pem") || path.ends_with(".csr"))
        .collect();
    assert_eq!(made, [""; 0]);
}

#[test]
fn no_file_but_the_key_holds_a_private_key() {
    let desk = desk();
    for (path, bytes) in bytes(&desk.out()) {
        let holds = String::from_utf8_lossy(&bytes).contains("PRIVATE KEY-----");
        assert_eq!(holds, path.ends_with("/key.pem"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_key_is_for_its_owner_alone_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;
    let desk = Desk::with_sample("standard-edition");
    desk.set(&["certificates.keys_made=here", "certificates.key=ecdsa-p256"]);
    let program = desk.command(&["generate", "plan.yaml", "--out", "out"]);
    let mut shell = Command::new("sh");
    shell.args(["-c", "umask 000; exec \"$0\" \"$@\""]).arg(program.get_program()).args(program.get_args());
    shell.current_dir(desk.path(".")).env("HOME", desk.path("home"));
    assert!(shell.output().unwrap().status.success());
    assert_eq!(fs::metadata(desk.path(KEY)).unwrap().permissions().mode() & 0o777, 0o600);
}
