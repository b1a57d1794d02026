//! A run that was cut off leaves whole files only, says that the folder is incomplete, and is made good by the next run.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use ucplan::artifact::sha256;

use crate::common::{DAY, Desk, bytes, empty_folders, skip};

/// What turns one plan into another that makes, changes and removes files.
const OTHER: &[&str] =
    &["mobility.push.enabled=true", "mobility.click_to_join.enabled=false", "domains.ttl=600"];

/// The files of a folder, but for the manifest.
fn content(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    let mut files = bytes(&desk.out());
    files.remove("MANIFEST.json");
    files
}

/// The files that `OTHER` makes, and those without it; serials are those of a folder that had the plain ones first.
fn either() -> (BTreeMap<String, Vec<u8>>, BTreeMap<String, Vec<u8>>) {
    let desk = Desk::generated("two-domains", &[]);
    let plain = content(&desk);
    desk.set(OTHER);
    desk.generate(&[]).with(0);
    (plain, content(&desk))
}

/// The manifest of a run that was cut off: it lists the files of both runs.
fn incomplete(manifest: &Json, files: [&BTreeMap<String, Vec<u8>>; 2]) -> String {
    let mut entries: Vec<(&String, String)> =
        files.into_iter().flatten().map(|(path, bytes)| (path, sha256(bytes))).collect();
    entries.sort();
    entries.dedup();
    let entry =
        |(path, sha256)| json!({ "path": path, "sha256": sha256, "artifact": "x", "audience": "everybody" });
    let mut manifest = manifest.clone();
    manifest["complete"] = false.into();
    manifest["files"] = entries.into_iter().map(entry).collect();
    manifest.to_string()
}

/// A folder as a run from the plain plan to the other one leaves it when it is cut off after so many files.
fn cut_off(after: usize, plain: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Desk {
    let desk = Desk::generated("two-domains", &[]);
    let manifest = incomplete(&desk.manifest(), [plain, other]);
    desk.write("out/MANIFEST.json", &manifest);
    let mut paths: Vec<&String> = plain.keys().chain(other.keys()).collect();
    paths.sort();
    paths.dedup();
    let changed: Vec<&String> =
        paths.into_iter().filter(|path| plain.get(*path) != other.get(*path)).collect();
    assert!(changed.len() > after, "{changed:?}");
    for (at, path) in changed.into_iter().enumerate() {
        let place = format!("out/{path}");
        match other.get(path) {
            Some(bytes) if at < after => desk.write(&place, str::from_utf8(bytes).unwrap()),
            Some(_) => desk.write(&format!("{place}.ucplan-new"), "half of a fi"),
            None if at < after => fs::remove_file(desk.path(&place)).unwrap(),
            None => {}
        }
    }
    desk
}

/// Holds that a folder is what it should be after the run that followed.
#[track_caller]
fn assert_healed(desk: &Desk, wanted: &BTreeMap<String, Vec<u8>>) {
    let found = content(desk);
    assert_eq!(found.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    for (path, bytes) in wanted {
        assert_eq!(String::from_utf8_lossy(&found[path]), String::from_utf8_lossy(bytes), "{path}");
    }
    assert_eq!(desk.manifest()["complete"], true);
    assert_eq!(desk.manifest()["files"].as_array().unwrap().len(), wanted.len());
    assert_eq!(empty_folders(&desk.out()), [""; 0]);
    assert_eq!(desk.generate(&[]).with(0).changes(), [""; 0]);
}

#[test]
fn the_next_run_finishes_a_run_that_was_cut_off() {
    let (plain, other) = either();
    for after in [0, 1, 4, 7] {
        let desk = cut_off(after, &plain, &other);
        desk.set(OTHER);
        desk.generate(&[]).with(0);
        assert_healed(&desk, &other);
    }
}

#[test]
fn the_next_run_takes_back_a_run_that_was_cut_off() {
    let (plain, other) = either();
    for after in [0, 1, 4, 7] {
        let desk = cut_off(after, &plain, &other);
        desk.generate(&[]).with(0);
        let mut found = content(&desk);
        // A zone that had the other plan's serial must not go back to the earlier one.
        let is_zone = |path: &String| path.ends_with(".zone");
        assert!(found.keys().filter(|path| is_zone(path)).eq(plain.keys().filter(|path| is_zone(path))));
        found.retain(|path, _| !is_zone(path));
        let wanted: BTreeMap<_, _> = plain.clone().into_iter().filter(|(path, _)| !is_zone(path)).collect();
        assert!(found == wanted, "after {after}: {:?}", found.keys());
        assert_eq!(desk.manifest()["complete"], true);
        assert_eq!(empty_folders(&desk.out()), [""; 0]);
    }
}

#[test]
fn a_folder_that_a_cut_off_run_made_for_its_first_files_goes_with_them() {
    let (plain, mut other) = either();
    other.insert("load-balancer/lb02/haproxy.cfg".into(), b"staged, never moved\n".to_vec());
    let desk = cut_off(0, &plain, &other);
    assert!(desk.path("out/load-balancer/lb02/haproxy.cfg.ucplan-new").exists());
    desk.generate(&[]).with(0);
    assert_healed(&desk, &plain);
}

#[test]
fn a_file_edited_after_the_cut_is_still_refused() {
    let (plain, other) = either();
    let desk = cut_off(4, &plain, &other);
    desk.write("out/firewall/rules.csv", "edited\n");
    let refused = desk.generate(&[]).with(2);
    assert!(refused.err.contains("`firewall/rules.csv`"), "{}", refused.err);
    assert_eq!(desk.read("out/firewall/rules.csv"), "edited\n");
}

/// Starts a run of the desk's plan, waits until the folder says that it is being written, and kills the run so long after.
fn kill_while_writing(desk: &Desk, delay: Duration) {
    let mut command = desk.command(&["generate", "plan.yaml", "--out", "out", "--as-of", DAY]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let manifest = desk.path("out/MANIFEST.json");
    let is_writing = || fs::read_to_string(&manifest).is_ok_and(|text| text.contains("\"complete\": false"));
    while child.try_wait().unwrap().is_none() && !is_writing() {}
    let begun = Instant::now();
    while begun.elapsed() < delay {}
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_run_killed_at_any_moment_leaves_whole_files_and_the_next_run_is_as_if_nothing_had_been() {
    let (plain, other) = either();
    let mut cuts = 0;
    for step in 0..30 {
        let desk = Desk::generated("two-domains", &[]);
        let finished = desk.read("out/MANIFEST.json");
        desk.set(OTHER);
        kill_while_writing(&desk, Duration::from_micros(step * 100));
        let mut found = content(&desk);
        found.retain(|path, _| !path.ends_with(".ucplan-new"));
        for (path, bytes) in &found {
            let is_whole = plain.get(path) == Some(bytes) || other.get(path) == Some(bytes);
            assert!(is_whole, "{path} is half-written");
        }
        if desk.manifest()["complete"] == true {
            let is_before = desk.read("out/MANIFEST.json") == finished;
            assert!(found == *if is_before { &plain } else { &other }, "complete, but {:?}", found.keys());
        } else {
            cuts += 1;
        }
        desk.generate(&[]).with(0);
        assert_healed(&desk, &other);
    }
    if cuts == 0 {
        skip("every run ended before it could be cut off");
    }
}
