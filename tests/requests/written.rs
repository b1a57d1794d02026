//! What is written for machines that make their own keys: every list of names is the same in the same order, and
//! `request.inf` is read back by the rules of setup information files.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;
use ucplan::artifact::{Content, text_of};
use ucplan::inspect::ExistingRequest;
use ucplan::plan::{Because, Document};

use crate::common::{sample, succeed, tool};
use crate::inf::{decoded, read, section, subject};
use crate::made::{KEYS, asked, awkward, blueprint, bundle, here, plans, with};
use crate::read::names;

/// Answers that leave every key on its machine.
fn there(kind: &str) -> Vec<(&'static str, serde_json::Value)> {
    vec![("certificates.keys_made", json!("on-target")), ("certificates.key", json!(kind))]
}

/// The bytes of the files of certificates, by path.
fn files(document: &Document) -> BTreeMap<String, Vec<u8>> {
    let artifacts = bundle(document).artifacts.into_iter();
    let own = artifacts.filter(|artifact| artifact.path.starts_with("certificates/"));
    own.map(|artifact| (artifact.path, artifact.content.bytes(1))).collect()
}

/// The names in `names.txt`, in `openssl.cnf`, in `request.inf`, and in `request.ps1` where there is one.
fn lists(files: &BTreeMap<String, Vec<u8>>, id: &str) -> Vec<Vec<String>> {
    let text = |name: &str| files.get(&format!("certificates/{id}/{name}")).map(|bytes| text_of(bytes));
    let plain: Vec<String> = text("names.txt").unwrap().lines().map(str::to_owned).collect();
    let openssl = text("openssl.cnf").unwrap();
    let openssl = openssl.lines().filter(|line| line.starts_with("DNS."));
    let openssl = openssl.map(|line| line.split_once(" = ").unwrap().1.to_owned()).collect();
    let mut lists = vec![plain, openssl];
    if let Some(bytes) = files.get(&format!("certificates/{id}/request.inf")) {
        lists.push(alternative(&read(&decoded(bytes).unwrap()).unwrap()));
    }
    if let Some(script) = text("request.ps1") {
        let (_, list) = script.split_once("\n$Names = @(\r\n").unwrap();
        let list = list.split("\r\n)").next().unwrap().lines().map(str::trim);
        lists.push(list.filter(|line| !line.starts_with('#')).map(|line| line.replace('\'', "")).collect());
    }
    lists
}

/// The names that `request.inf` asks for, in the one extension for them.
fn alternative(sections: &[crate::inf::Section]) -> Vec<String> {
    let entries = section(sections, "Extensions");
    assert_eq!(entries[0], ("2.5.29.17".to_owned(), "{text}".to_owned()));
    let name = |(key, value): &(String, String)| {
        assert_eq!(key, "_continue_");
        value.strip_prefix("dns=").unwrap().strip_suffix('&').unwrap().to_owned()
    };
    let is_bare = !section(sections, "NewRequest").iter().any(|(key, _)| key == "Subject");
    let critical = ("Critical".to_owned(), "2.5.29.17".to_owned());
    let names = match entries.split_last() {
        Some((last, rest)) if is_bare => {
            assert_eq!(*last, critical);
            rest
        }
        _ => entries,
    };
    names[1..].iter().map(name).collect()
}

#[test]
fn every_list_of_names_is_the_same_in_the_same_order() {
    for (made_there, made_here) in plans(there).iter().zip(plans(here)) {
        let (name, document) = made_there;
        let written = files(document);
        let asked = asked(name, &made_here.1);
        assert!(!asked.is_empty() || blueprint(document).requirements.certificates.is_empty(), "{name}");
        for asked in &asked {
            let id = &asked.certificate.id;
            let lists = lists(&written, id);
            // Proxies and gateways need not run on Windows.
            let role = format!("{:?}", asked.certificate.role);
            let is_box = ["ReverseProxy", "PstnGateway"].contains(&role.as_str());
            assert!(lists.len() == 4 || (is_box && lists.len() == 3), "{}: {}", asked.name, lists.len());
            for list in lists {
                assert_eq!(list, names(asked), "{}", asked.name);
            }
            for list in lists_here(&files(&made_here.1), id) {
                assert_eq!(list, names(asked), "{}", asked.name);
            }
        }
    }
}

/// The lists where keys are made here: nothing there would make another key.
fn lists_here(files: &BTreeMap<String, Vec<u8>>, id: &str) -> Vec<Vec<String>> {
    assert!(!files.keys().any(|path| path.contains("/request.")), "{:?}", files.keys());
    let openssl = &files[&format!("certificates/{id}/openssl.cnf")];
    assert!(text_of(openssl).contains(" -key key.pem ") && !text_of(openssl).contains("-newkey"));
    lists(files, id)
}

#[test]
fn openssl_makes_the_same_request_from_its_configuration() {
    let Some(openssl) = tool("openssl") else { return };
    let desk = tempfile::tempdir().unwrap();
    let path = |name: &str| desk.path().join(name);
    let mut bare = 0;
    for (name, document) in plans(here) {
        let files = files(&document);
        for asked in asked(&name, &document) {
            let text = text_of(&files[&format!("certificates/{}/openssl.cnf", asked.certificate.id)]);
            fs::write(path("openssl.cnf"), &text).unwrap();
            fs::write(path("key.pem"), KEYS[asked.certificate.key.word()].serialize_pem()).unwrap();
            let line = text.lines().find_map(|line| line.strip_prefix("# openssl ")).unwrap();
            bare += usize::from(line.contains(" -subj / "));
            succeed(&openssl, desk.path(), &line.split(' ').collect::<Vec<_>>());
            let own = ExistingRequest::read(&fs::read_to_string(path("request.csr")).unwrap()).unwrap();
            let ours = ExistingRequest::read(&asked.pem).unwrap();
            assert_eq!(own, ours, "{}", asked.name);
        }
    }
    assert!(bare > 0, "no subject is empty");
}

#[test]
fn a_request_for_windows_says_what_is_planned() {
    for (name, document) in plans(there) {
        let plan = blueprint(&document).plan;
        let files = files(&document);
        for row in blueprint(&document).requirements.certificates {
            let certificate = row.body;
            let Some(bytes) = files.get(&format!("certificates/{}/request.inf", certificate.id)) else {
                let mut existing = plan.certificates.existing.iter();
                let is_used_again = existing.any(|own| own.name.given().value().as_str() == certificate.id);
                assert!(is_used_again, "{name}: no request for {}", certificate.id);
                continue;
            };
            let sections = read(&decoded(bytes).unwrap()).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let heads: Vec<&str> = sections.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(heads, ["Version", "NewRequest", "EnhancedKeyUsageExtension", "Extensions"]);
            let mut found: BTreeMap<&str, &str> = BTreeMap::new();
            for (key, value) in section(&sections, "NewRequest") {
                assert!(found.insert(key, value).is_none(), "{key} twice");
            }
            let parts = certificate.profile.subject.of(&plan, &mut Because::default());
            let own = parts.iter().map(|(key, _, text)| (key.replace("ST", "S"), text.as_str().to_owned()));
            let common = certificate.profile.has_common_name;
            let common = common.then(|| ("CN".to_owned(), certificate.subject.to_string()));
            let wanted: Vec<(String, String)> = own.chain(common).collect();
            assert_eq!(subject(found.remove("Subject").unwrap_or_default()).unwrap(), wanted, "{name}");
            let legacy = "Microsoft RSA SChannel Cryptographic Provider";
            let key: &[(&str, &str)] = match certificate.key.word() {
                "ecdsa-p256" => &[("KeyAlgorithm", "ECDSA_P256"), ("KeyLength", "256"), ("KeyUsage", "0x80")],
                "ecdsa-p384" => &[("KeyAlgorithm", "ECDSA_P384"), ("KeyLength", "384"), ("KeyUsage", "0x80")],
                rsa => &[
                    ("ProviderType", "12"),
                    ("KeySpec", "1"),
                    ("KeyUsage", "0xA0"),
                    ("KeyLength", &rsa["rsa-".len()..]),
                ],
            };
            let is_legacy = certificate.key.word().starts_with("rsa");
            let provider = if is_legacy { legacy } else { "Microsoft Software Key Storage Provider" };
            let exportable = if certificate.exportable { "TRUE" } else { "FALSE" };
            let rest = [
                ("ProviderName", provider),
                ("MachineKeySet", "TRUE"),
                ("Exportable", exportable),
                ("RequestType", "PKCS10"),
                ("HashAlgorithm", "sha256"),
                ("SMIME", "FALSE"),
                ("FriendlyName", certificate.id.as_str()),
            ];
            assert_eq!(found, key.iter().copied().chain(rest).collect(), "{name} {}", certificate.id);
            let purposes = [("OID".to_owned(), "1.3.6.1.5.5.7.3.1".to_owned())];
            assert_eq!(section(&sections, "EnhancedKeyUsageExtension"), purposes);
        }
    }
}

#[test]
fn more_than_ascii_is_written_as_windows_reads_it() {
    let of = |more: Vec<(&'static str, serde_json::Value)>| {
        let document = with(sample("two-domains"), &[there("rsa-2048"), more].concat());
        let artifacts = bundle(&document).artifacts.into_iter();
        artifacts.filter(|artifact| artifact.path.ends_with("/request.inf")).collect::<Vec<_>>()
    };
    for artifact in of(Vec::new()) {
        assert!(matches!(artifact.content, Content::Fixed(_)) && artifact.content.bytes(1).is_ascii());
    }
    for artifact in of(awkward()) {
        let bytes = artifact.content.bytes(1);
        assert!(bytes.starts_with(&[0xFF, 0xFE]), "{}", artifact.path);
        assert!(decoded(&bytes).unwrap().contains("서울특별시"), "{}", artifact.path);
        assert_eq!(text_of(&bytes), artifact.content.with_serial(1));
    }
}

#[test]
fn only_windows_gets_a_script() {
    for (product, has) in
        [("nginx", false), ("tmg", false), ("wap", true), ("iis-arr", true), ("haproxy", false)]
    {
        let more = [("sites[Denver].reverse_proxies[rp01].product", json!(product))];
        let document = with(sample("two-domains"), &[there("rsa-2048"), more.to_vec()].concat());
        let files = files(&document);
        assert_eq!(files.contains_key("certificates/rp01/request.ps1"), has, "{product}");
        assert!(files.contains_key("certificates/rp01/request.inf"), "{product}");
    }
}
