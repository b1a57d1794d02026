//! Locked keys, and that nothing of a key or its passphrase is told anywhere but in the key's own file.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;

use ucplan::artifact::{Change, Secret, is_key};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Document, Plan};
use ucplan::world::{Order, prepare};

use crate::common::{Desk, Ended, bytes, files, succeed, tool};

const WORD: &str = "열려라-참깨-49152";
const KEY: &str = "out/certificates/rp01/key.pem";

/// A desk whose plan wants keys of a kind that is quickly made, and the passphrase in a file.
fn desk() -> Desk {
    let desk = Desk::with_sample("standard-edition");
    desk.set(&["certificates.keys_made=here", "certificates.key=ecdsa-p256"]);
    desk.write("word", &format!("{WORD}\r\n"));
    desk.write("other", "another word\n");
    desk
}

/// A run with the passphrase in a file.
fn locked(desk: &Desk, more: &[&str]) -> Ended {
    desk.generate(&[&["--only", "certificates", "--passphrase-file", "word"], more].concat())
}

/// A run with the passphrase in the environment, or with none.
fn with_variable(desk: &Desk, word: Option<&str>) -> (i32, String) {
    let mut command = desk.command(&["generate", "plan.yaml", "--out", "out", "--only", "certificates"]);
    if let Some(word) = word {
        command.env("UCPLAN_KEY_PASSPHRASE", word);
    }
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
    (output.status.code().unwrap(), said)
}

/// The lines of a key that tell something of it.
fn lines(key: &str) -> BTreeSet<String> {
    let lines: BTreeSet<String> =
        key.lines().filter(|line| line.len() > 20 && !line.starts_with("--")).map(str::to_owned).collect();
    assert!(!lines.is_empty(), "no key");
    lines
}

#[test]
fn a_locked_key_is_opened_by_its_passphrase_alone_and_stays_as_it_is() {
    let desk = desk();
    locked(&desk, &[]).with(0);
    let key = desk.read(KEY);
    assert!(key.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), "{KEY}");
    let before = files(&desk.out());
    locked(&desk, &[]).with(0);
    assert_eq!(with_variable(&desk, Some(WORD)).0, 0);
    assert!(files(&desk.out()) == before, "keys and requests are kept");
    let (code, told) = with_variable(&desk, None);
    assert!(code == 3 && told.contains("key.pem") && told.contains("--passphrase-file"), "{told}");
    let (code, told) = with_variable(&desk, Some("another word"));
    assert!(code == 3 && told.contains("key.pem") && told.contains("does not open"), "{told}");
    let wrong = desk.generate(&["--force", "--passphrase-file", "other"]).with(3);
    assert!(wrong.err.contains("does not open"), "{}", wrong.err);
    assert!(files(&desk.out()) == before, "nothing was written");
    desk.set(&["certificates.subject.locality=Salem"]);
    let told = locked(&desk, &[]).with(0).changes();
    assert!(told.contains(&"~ certificates/sfb01.ad.litware.example/request.csr".to_owned()), "{told:?}");
    assert_eq!(desk.read(KEY), key);
}

#[test]
fn openssl_opens_a_locked_key_and_finds_it_in_the_request() {
    let Some(openssl) = tool("openssl") else { return };
    let desk = desk();
    locked(&desk, &[]).with(0);
    let folder = desk.path("out/certificates/rp01");
    let pass = format!("pass:{WORD}");
    let check = ["pkey", "-in", "key.pem", "-passin", &pass, "-check", "-noout"];
    assert!(succeed(&openssl, &folder, &check).contains("Key is valid"));
    let of_key = succeed(&openssl, &folder, &["pkey", "-in", "key.pem", "-passin", &pass, "-pubout"]);
    assert_eq!(of_key, succeed(&openssl, &folder, &["req", "-pubkey", "-noout", "-in", "request.csr"]));
    let parsed = succeed(&openssl, &folder, &["asn1parse", "-in", "key.pem"]);
    for part in ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", ":0927C0"] {
        assert!(parsed.contains(part), "no {part}: {parsed}");
    }
    // One that OpenSSL locked is opened here.
    let word = format!("pass:{WORD}");
    let lock = ["pkcs8", "-topk8", "-in", "key.pem", "-passin", &word, "-passout", &word, "-out", "own.pem"];
    succeed(&openssl, &folder, &lock);
    fs::rename(folder.join("own.pem"), folder.join("key.pem")).unwrap();
    assert_eq!(locked(&desk, &[]).with(0).changes(), [""; 0]);
}

#[test]
fn a_plain_key_stays_plain() {
    let desk = desk();
    desk.generate(&["--only", "certificates"]).with(0);
    let key = desk.read(KEY);
    assert!(key.starts_with("-----BEGIN PRIVATE KEY-----\n"));
    locked(&desk, &["--force"]).with(0);
    assert_eq!(desk.read(KEY), key);
}

#[test]
fn a_passphrase_that_is_none_is_refused() {
    let desk = desk();
    desk.write("word", "\n");
    assert!(locked(&desk, &[]).with(3).err.contains("holds no passphrase"));
    fs::remove_file(desk.path("word")).unwrap();
    locked(&desk, &[]).with(2);
    assert!(!desk.out().exists());
    assert_eq!(with_variable(&desk, Some("")).0, 0);
    assert!(desk.read(KEY).starts_with("-----BEGIN PRIVATE KEY-----\n"), "an empty variable is none");
}

#[cfg(unix)]
#[test]
fn a_locked_key_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    locked(&desk, &[]).with(0);
    assert_eq!(fs::metadata(desk.path(KEY)).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn nothing_of_a_key_or_its_passphrase_is_told_anywhere() {
    for word in [false, true] {
        let desk = desk();
        let more: &[&str] = if word { &["--passphrase-file", "word"] } else { &[] };
        let run = |more_still: &[&str]| {
            let ended = desk.generate(&[more, more_still].concat());
            ended.out + &ended.err
        };
        let mut told = run(&["--dry-run"]) + &run(&[]) + &run(&["--dry-run", "--force"]) + &run(&["--force"]);
        told += &with_variable(&desk, Some("another word")).1;
        let mut secrets = BTreeSet::from([WORD.to_owned(), "another word".to_owned()]);
        for (_, key) in crate::common::texts(&desk.out(), "/key.pem") {
            secrets.extend(lines(&key));
        }
        // What is broken in any way is not shown either.
        let key = desk.read(KEY);
        for broken in
            [key.replacen("PRIVATE", "PUBLIC", 2), key[..key.len() / 2].to_owned(), key.replace('A', "B")]
        {
            secrets.extend(lines(&broken));
            desk.write(KEY, &broken);
            told += &run(&[]);
        }
        desk.write(KEY, &key);
        desk.set(&["certificates.key=ecdsa-p384"]);
        told += &run(&["--force"]);
        for (path, bytes) in bytes(&desk.path(".")) {
            if !path.ends_with("/key.pem") && !["word", "other"].contains(&path.as_str()) {
                told += &String::from_utf8_lossy(&bytes);
            }
        }
        for secret in secrets {
            assert!(!told.contains(&secret), "with a passphrase: {word}");
        }
    }
}

#[test]
fn what_a_panic_would_print_holds_no_key() {
    let desk = desk();
    let document = Document::parse(&desk.read("plan.yaml")).unwrap();
    let blueprint = Blueprint::of(Plan::read(&document, &Templates::default()).unwrap());
    let words = speaker("en").unwrap();
    for passphrase in [None, Some(Secret::new(WORD.as_bytes().to_vec()))] {
        let bundle = blueprint.compose(document.text(), &Templates::default(), &words, false).bundle;
        let out = &desk.out();
        let plan = &blueprint.plan;
        let only = &["certificates".to_owned()];
        let order = Order { bundle, plan, out, as_of: None, draft: false, only, force: false, passphrase };
        let word = format!("{:?}", order.passphrase);
        let prepared = prepare(order, &mut |_| ControlFlow::Continue(())).unwrap();
        let printed = format!("{word} {prepared:?}");
        let mut keys = 0;
        for (path, change) in &prepared.changes.files {
            if let Change::Guard(key) = change {
                assert!(is_key(path));
                keys += 1;
                let text = std::str::from_utf8(key.bytes()).unwrap();
                let in_numbers = format!("{:?}", &key.bytes()[60..100]);
                assert!(!printed.contains(in_numbers.trim_matches(['[', ']'])), "{path}");
                assert!(lines(text).iter().all(|line| !printed.contains(line)), "{path}");
            } else {
                assert!(!is_key(path), "{path}");
            }
        }
        let word = format!("{:?}", WORD.as_bytes());
        assert!(keys > 1 && !printed.contains(WORD) && !printed.contains(word.trim_matches(['[', ']'])));
    }
}
