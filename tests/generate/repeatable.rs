//! Same plan, same day: the same bytes. Another run writes what changed, and nothing else.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use ucplan::artifact::sha256;

use crate::common::{Desk, bytes, empty_folders, files, sample, sample_names};

/// The files whose bytes or time of writing differ between two looks at a folder, new and lost ones too.
#[track_caller]
fn touched(desk: &Desk, change: impl FnOnce()) -> BTreeSet<String> {
    let before = files(&desk.out());
    change();
    let after = files(&desk.out());
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

/// A set of paths.
fn set<const N: usize>(paths: [&str; N]) -> BTreeSet<String> {
    paths.map(str::to_owned).into()
}

/// The serial of each whole zone file, by path; those of the perimeter are fragments.
fn serials(desk: &Desk) -> BTreeMap<String, String> {
    let is_whole = |path: &str| path.ends_with(".zone") && !path.starts_with("dns/perimeter/");
    let zones = bytes(&desk.out()).into_iter().filter(|(path, _)| is_whole(path));
    let serial =
        |text: &str| text.lines().find_map(|line| line.strip_suffix(" ; serial")).unwrap().trim().to_owned();
    zones.map(|(path, bytes)| (path, serial(str::from_utf8(&bytes).unwrap()))).collect()
}

#[test]
fn a_second_run_writes_nothing() {
    for sample in sample_names() {
        let desk = Desk::generated(sample, &["certificates.keys_made=here", "certificates.key=ecdsa-p256"]);
        let again = touched(&desk, || assert_eq!(desk.generate(&[]).with(0).changes(), [""; 0]));
        assert_eq!(again, set([]), "{sample}");
    }
}

#[test]
fn the_next_day_keeps_every_file() {
    for sample in ["two-domains", "standard-edition"] {
        let desk = Desk::generated(sample, &[]);
        let next = touched(&desk, || {
            assert_eq!(desk.generate(&["--as-of", "2027-01-06"]).with(0).changes(), [""; 0]);
        });
        assert_eq!(next, set([]), "{sample}");
    }
}

#[test]
fn a_changed_answer_rewrites_only_what_it_changes() {
    let desk = Desk::generated("two-domains", &[]);
    desk.set(&["mobility.policies[Travelling staff].require_wifi_for_ip_audio=true"]);
    let changed = touched(&desk, || {
        let told = desk.generate(&["--as-of", "2027-01-06"]).with(0).changes();
        assert_eq!(
            told,
            ["~ README.md", "~ plan.yaml", "~ runbook.md", "~ server/70-policies.ps1", "~ server/verify.ps1"]
        );
    });
    assert_eq!(
        changed,
        set([
            "MANIFEST.json",
            "README.md",
            "plan.yaml",
            "runbook.md",
            "server/70-policies.ps1",
            "server/verify.ps1"
        ])
    );
}

#[test]
fn a_comment_changes_the_copy_of_the_plan_and_nothing_else() {
    let desk = Desk::generated("two-domains", &[]);
    let digest = desk.manifest()["plan_digest"].clone();
    desk.write("plan.yaml", &(desk.read("plan.yaml") + "# seen by the security team\n"));
    let changed = touched(&desk, || assert_eq!(desk.generate(&[]).with(0).changes(), ["~ plan.yaml"]));
    assert_eq!(changed, set(["MANIFEST.json", "plan.yaml"]));
    assert_eq!(desk.manifest()["plan_digest"], digest);
}

#[test]
fn a_second_change_on_one_day_raises_the_serial_and_only_where_something_changed() {
    let desk = Desk::generated("two-domains", &[]);
    let first = serials(&desk);
    assert!(first.len() > 2 && first.values().all(|serial| serial == "2027010500"), "{first:?}");
    let change = |address: &str, day: &str| {
        desk.set(&[&format!("sites[Denver].reverse_proxies[rp01].external.addresses=[{address}]")]);
        desk.generate(&["--as-of", day]).with(0);
        let now = serials(&desk);
        let held = |path: &str| desk.read(&format!("out/{path}")).contains(address);
        for (path, serial) in &now {
            assert!(
                held(path) || *serial == first[path],
                "{path} says nothing of the proxy, but has {serial}"
            );
        }
        now["dns/external/proseware.example.zone"].clone()
    };
    assert_eq!(change("198.51.100.21", "2027-01-05"), "2027010501");
    assert_eq!(change("198.51.100.22", "2027-01-05"), "2027010502");
    assert_eq!(change("198.51.100.23", "2027-01-07"), "2027010700");
    assert_eq!(change("198.51.100.24", "2027-01-01"), "2027010701", "a serial never goes back");
}

#[test]
fn two_folders_of_one_day_hold_the_same_bytes() {
    for sample in sample_names() {
        let answers = ["certificates.keys_made=here", "certificates.key=ecdsa-p256"];
        let [one, other] = [(); 2].map(|()| {
            let mut files = bytes(&Desk::generated(sample, &answers).out());
            let mut manifest: Json = serde_json::from_slice(&files["MANIFEST.json"]).unwrap();
            let is_made_once = |path: &str| path.ends_with("/key.pem") || path.ends_with("/request.csr");
            let listed = manifest["files"].as_array_mut().unwrap();
            let secrets = listed.iter().filter(|file| is_made_once(file["path"].as_str().unwrap())).count();
            assert!(secrets > 0, "{sample}");
            listed.retain(|file| !is_made_once(file["path"].as_str().unwrap()));
            files.retain(|path, _| !is_made_once(path));
            files.insert("MANIFEST.json".into(), manifest.to_string().into_bytes());
            files
        });
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{sample}");
        for (path, bytes) in &one {
            assert!(other[path] == *bytes, "{sample}: {path} differs");
        }
    }
    let [one, other] = [(); 2].map(|()| bytes(&Desk::generated("two-domains", &[]).out()));
    assert!(one == other, "without keys not even the manifest differs");
}

#[test]
fn the_manifest_lists_every_file_with_its_digest() {
    for sample in sample_names() {
        let desk = Desk::generated(sample, &[]);
        let manifest = desk.manifest();
        assert_eq!(manifest["complete"], true);
        assert_eq!(manifest["as_of"], "2027-01-05");
        assert!(manifest["program"].as_str().unwrap().starts_with("ucplan "), "{manifest}");
        let mut written = bytes(&desk.out());
        written.remove("MANIFEST.json").unwrap();
        let listed: Vec<(String, String)> = manifest["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| {
                assert!(
                    !file["artifact"].as_str().unwrap().is_empty()
                        && !file["audience"].as_str().unwrap().is_empty()
                );
                (file["path"].as_str().unwrap().to_owned(), file["sha256"].as_str().unwrap().to_owned())
            })
            .collect();
        let found: Vec<(String, String)> =
            written.iter().map(|(path, bytes)| (path.clone(), sha256(bytes))).collect();
        assert_eq!(listed, found, "{sample}");
        assert_eq!(empty_folders(&desk.out()), [""; 0], "{sample}");
    }
    // The digest itself, by a value that everybody knows.
    assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn the_readme_names_every_file() {
    let desk = Desk::generated("standard-edition", &[]);
    let readme = desk.read("out/README.md").replace('\\', "");
    for path in
        bytes(&desk.out()).keys().filter(|path| !["README.md", "MANIFEST.json"].contains(&path.as_str()))
    {
        assert!(readme.contains(path), "{path}");
    }
}

#[test]
fn without_a_plan_the_sample_is_generated_into_a_folder_here() {
    let desk = Desk::with_sample("two-domains");
    desk.run(&["generate", "--as-of", "2027-01-05"]).with(0);
    assert_eq!(desk.read("ucplan-artifacts/plan.yaml"), sample("two-domains"));
    desk.generate(&[]).with(0);
    assert!(
        bytes(&desk.path("ucplan-artifacts")) == bytes(&desk.out()),
        "it is the same as from the sample's own file"
    );
    assert!(!desk.path("home").exists(), "nothing is written at home");
}
