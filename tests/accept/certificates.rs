//! OpenSSL reads the requests and keys that are made here, and makes requests of its own from every `openssl.cnf`: both
//! ask for exactly the planned names and subject.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::common::{Desk, call, said, sample_names, succeed, tool};

/// What OpenSSL says about a request: the subject, a part a line, and the DNS names.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    subject: Vec<(String, String)>,
    names: BTreeSet<String>,
}

/// Reads a request with OpenSSL, which also checks its signature.
#[track_caller]
fn read(openssl: &Path, folder: &Path, file: &str) -> Asked {
    let verified = succeed(openssl, folder, &["req", "-verify", "-noout", "-in", file]);
    assert!(verified.contains("verify OK"), "{file}: {verified}");
    let text = succeed(openssl, folder, &["req", "-noout", "-text", "-in", file]);
    let names =
        text.split("DNS:").skip(1).map(|rest| rest.split([',', '\n']).next().unwrap().trim().to_owned());
    let format = "multiline,utf8,-esc_msb,-esc_ctrl";
    let subject = succeed(openssl, folder, &["req", "-noout", "-subject", "-nameopt", format, "-in", file]);
    let part = |line: &str| {
        let (key, value) = line.split_once(" = ")?;
        Some((key.trim().to_owned(), value.replace("\\\\", "\\")))
    };
    Asked { subject: subject.lines().filter_map(part).collect(), names: names.collect() }
}

/// The folders of all certificates that were written, with the rows that required them.
fn certificates(desk: &Desk) -> Vec<(PathBuf, Json)> {
    let rows = desk.shown("certificates");
    let folder = |row: Json| (desk.path(&format!("out/certificates/{}", row["id"].as_str().unwrap())), row);
    let folders: Vec<_> = rows.into_iter().map(folder).collect();
    assert!(folders.len() > 1, "a proxy and a server at least");
    folders
}

/// The lines of `names.txt`.
#[track_caller]
fn names(folder: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(folder.join("names.txt")).unwrap();
    let names: BTreeSet<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(names.len(), text.lines().count(), "{text}");
    names
}

/// A request made by OpenSSL from `openssl.cnf`, the way the file says.
#[track_caller]
fn from_configuration(openssl: &Path, folder: &Path, elsewhere: &Path) -> Asked {
    let text = fs::read_to_string(folder.join("openssl.cnf")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("# openssl ")).unwrap();
    let (key, request) = (elsewhere.join("own.pem"), elsewhere.join("own.csr"));
    let makes_key = line.contains(" -newkey ");
    let place = |word: &str| match word {
        "key.pem" if makes_key => key.to_str().unwrap().to_owned(),
        "request.csr" => request.to_str().unwrap().to_owned(),
        other => other.to_owned(),
    };
    let words: Vec<String> = line.split(' ').map(place).collect();
    succeed(openssl, folder, &words.iter().map(String::as_str).collect::<Vec<_>>());
    read(openssl, folder, request.to_str().unwrap())
}

/// Whether a key file is for its owner alone.
#[cfg(unix)]
fn is_private(key: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(key).unwrap().permissions().mode() & 0o777 == 0o600
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> bool {
    true
}

#[test]
fn openssl_verifies_every_request_and_finds_the_planned_names_and_subject() {
    let Some(openssl) = tool("openssl") else { return };
    for sample in sample_names() {
        let desk = Desk::generated(
            sample,
            &[
                "certificates.keys_made=here",
                "certificates.subject.organization=Fabrikam",
                // An authority that signs an organization.
                "certificates.public_ca=digicert",
            ],
        );
        for (folder, row) in certificates(&desk) {
            let asked = read(&openssl, &folder, "request.csr");
            let planned: BTreeSet<String> = row["names"]
                .as_array()
                .unwrap()
                .iter()
                .map(|name| name.as_str().unwrap().to_owned())
                .collect();
            assert_eq!(asked.names, planned, "{}", folder.display());
            assert_eq!(asked.names, names(&folder), "{}", folder.display());
            let common = row["subject"].as_str().unwrap().to_owned();
            assert!(asked.subject.contains(&("commonName".into(), common)), "{asked:?}");
            assert!(asked.subject.contains(&("organizationName".into(), "Fabrikam".into())), "{asked:?}");
        }
    }
}

#[test]
fn every_key_is_sound_private_and_that_of_its_request() {
    let Some(openssl) = tool("openssl") else { return };
    let kinds = [
        ("rsa-2048", "Private-Key: (2048 bit"),
        ("rsa-3072", "Private-Key: (3072 bit"),
        ("ecdsa-p256", "ASN1 OID: prime256v1"),
        ("ecdsa-p384", "ASN1 OID: secp384r1"),
    ];
    for (kind, mark) in kinds {
        let desk = Desk::generated("standard-edition", &[&format!("certificates.key={kind}")]);
        for (folder, row) in certificates(&desk) {
            assert_eq!(row["key"], kind);
            assert!(is_private(&folder.join("key.pem")), "{}", folder.display());
            if kind.starts_with("rsa") {
                let told = succeed(&openssl, &folder, &["rsa", "-check", "-noout", "-in", "key.pem"]);
                assert!(told.contains("RSA key ok"), "{told}");
            }
            let told = succeed(&openssl, &folder, &["pkey", "-check", "-noout", "-text", "-in", "key.pem"]);
            assert!(told.contains(mark), "{kind}: {told}");
            assert_eq!(read(&openssl, &folder, "request.csr").names, names(&folder), "{}", folder.display());
            let of_key = succeed(&openssl, &folder, &["pkey", "-pubout", "-in", "key.pem"]);
            let of_request = succeed(&openssl, &folder, &["req", "-pubkey", "-noout", "-in", "request.csr"]);
            assert_eq!(of_key, of_request, "{}", folder.display());
        }
    }
}

#[test]
fn openssl_makes_a_request_with_the_planned_names_from_every_configuration() {
    let Some(openssl) = tool("openssl") else { return };
    let wildcards = ["certificates.wildcards=true", "certificates.key=ecdsa-p384"];
    let here = ["certificates.keys_made=here", "certificates.key=ecdsa-p256"];
    let plain = sample_names().into_iter().map(|sample| (sample, &[][..]));
    let plans = plain.chain([("two-domains", &wildcards[..]), ("standard-edition", &here[..])]);
    for (sample, answers) in plans {
        let desk = Desk::generated(sample, answers);
        for (folder, _) in certificates(&desk) {
            let own = from_configuration(&openssl, &folder, &desk.path("."));
            assert_eq!(own.names, names(&folder), "{}", folder.display());
            if folder.join("request.csr").exists() {
                assert_eq!(own, read(&openssl, &folder, "request.csr"), "{}", folder.display());
            }
        }
    }
}

#[test]
fn a_subject_with_every_awkward_character_stays_what_it_is() {
    let Some(openssl) = tool("openssl") else { return };
    for kind in ["rsa-2048", "ecdsa-p256", "ecdsa-p384"] {
        let organization = "Wingtip, \"Toys\" #1 $5 \\ it's `x` +y;z={} €株式会社";
        let quoted = organization.replace('\'', "''");
        let answers = [
            format!("certificates.subject.organization='{quoted}'"),
            "certificates.subject.organizational_unit='$ENV::HOME'".into(),
            "certificates.subject.state='[ names ]'".into(),
            format!("certificates.key={kind}"),
            "certificates.public_ca=digicert".into(),
        ];
        let desk = Desk::generated("standard-edition", &answers.each_ref().map(String::as_str));
        for (folder, row) in certificates(&desk) {
            let ours = read(&openssl, &folder, "request.csr");
            for (key, value) in [
                ("organizationName", organization),
                ("organizationalUnitName", "$ENV::HOME"),
                ("stateOrProvinceName", "[ names ]"),
            ] {
                // Public authorities sign no organizational unit.
                let is_asked = key != "organizationalUnitName" || row["issuer"] == "internal";
                let is_there = ours.subject.contains(&(key.into(), value.into()));
                assert_eq!(is_there, is_asked, "{key}: {ours:?}");
            }
            assert_eq!(from_configuration(&openssl, &folder, &desk.path(".")), ours, "{}", folder.display());
        }
    }
}

#[test]
fn openssl_refuses_a_request_that_was_tampered_with() {
    let Some(openssl) = tool("openssl") else { return };
    let desk = Desk::generated("standard-edition", &[]);
    let (folder, _) = certificates(&desk).remove(0);
    let request = fs::read_to_string(folder.join("request.csr")).unwrap();
    let mut lines: Vec<&str> = request.lines().collect();
    let at = lines.len() - 3;
    let turned: String = lines[at].chars().rev().collect();
    lines[at] = &turned;
    fs::write(folder.join("request.csr"), lines.join("\n") + "\n").unwrap();
    let output = call(&openssl, &folder, &["req", "-verify", "-noout", "-in", "request.csr"]);
    assert!(!said(&output).contains("verify OK"), "{}", said(&output));
}
