//! Every script is written as Windows PowerShell wants it, is PowerShell by the grammar of tree-sitter, and calls nothing but
//! its own functions, the cmdlets of the reference and a few of the language itself. Each command of the plan is done in
//! exactly one place, where it is looked at before and after and can be taken back.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

#[path = "scripts/behaviour.rs"]
mod behaviour;
#[path = "scripts/contents.rs"]
mod contents;

use std::collections::{BTreeMap, BTreeSet};

use contents::{contents, foreign};

use crate::commands::{VARIANTS, parse};
use crate::common::{Desk, bytes, sample_names, scenarios};

/// What is wrong with a script's bytes, and with its grammar.
pub fn byte_faults(script: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    if !script.starts_with("\u{feff}".as_bytes()) {
        faults.push("no byte order mark".to_owned());
    }
    let text = String::from_utf8(script.to_vec()).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let bare = text.replace("\r\n", "");
    if bare.contains(['\r', '\n']) {
        faults.push("a line end that is not CRLF".to_owned());
    }
    let tree = parse(text);
    if tree.root_node().has_error() {
        faults.push(format!("no PowerShell: {}", tree.root_node().to_sexp()));
    }
    faults
}

/// What is wrong with a script: its bytes, its grammar, and what it calls.
fn faults(script: &[u8]) -> Vec<String> {
    let mut faults = byte_faults(script);
    let text = String::from_utf8(script.to_vec()).unwrap();
    let found = contents(text.trim_start_matches('\u{feff}'));
    faults.extend(found.newer.iter().map(|sign| format!("Windows PowerShell 3.0 does not know {sign}")));
    let called = found.calls.iter().flat_map(|call| foreign(call, &found.functions));
    faults.extend(called);
    faults
}

/// The folders of scripts.
const FOLDERS: [&str; 3] = ["server", "exchange", "cloud-connector"];

/// Writes the scripts of all folders that a plan has.
#[track_caller]
pub fn write(desk: &Desk) {
    for folder in FOLDERS {
        let ended = desk.generate(&["--only", folder, "--draft"]);
        // A plan without the product has no such folder, and says so.
        let is_refused = ended.code == 2 && ended.err.contains(&format!("no artifact `{folder}`"));
        assert!(ended.code == 0 || is_refused, "{ended:?}");
    }
}

/// The scripts of a desk as texts, by name: no two folders have one of the same name.
pub fn scripts(desk: &Desk) -> BTreeMap<String, String> {
    let mut scripts = BTreeMap::new();
    for folder in FOLDERS.map(|folder| desk.path("out").join(folder)).iter().filter(|folder| folder.exists())
    {
        for (path, script) in
            bytes(folder).into_iter().filter(|(path, _)| path.rsplit('.').next() == Some("ps1"))
        {
            let known = scripts.insert(path.clone(), String::from_utf8(script).unwrap());
            assert_eq!(known, None, "{path}");
        }
    }
    scripts
}

/// Plans, each with answers: the samples, what the samples leave out, and the scenarios.
fn desks() -> Vec<(String, Desk)> {
    let plain = sample_names().into_iter().map(|sample| (sample, &[][..]));
    let of_samples = plain.chain(VARIANTS.iter().copied()).map(|(sample, answers)| {
        (format!("{sample} {answers:?}"), Desk::generated_only("server", sample, answers))
    });
    let of_scenarios = scenarios().into_iter().map(|(name, plan)| {
        let desk = Desk::with_plan(&plan);
        write(&desk);
        (name, desk)
    });
    of_samples.chain(of_scenarios).collect()
}

/// What is wrong with how a script keeps a command: its line must stand there to be done, once, and what takes it back
/// beside it.
fn unkept(row: &serde_json::Value, scripts: &BTreeMap<String, String>, times: usize) -> Option<String> {
    let line = row["line"].as_str().unwrap();
    let done = format!("Do = {{ {line} }}");
    let steps = || scripts.values().flat_map(|script| script.split("Add-Step").skip(1));
    let found: Vec<&str> = steps().filter(|step| step.contains(&done)).collect();
    if found.len() != times {
        return Some(format!("{} times rather than {times}: {line}", found.len()));
    }
    let undo = row["undo"].as_str()?;
    let cmdlets = undo.split(" | ").map(|one| one.split(' ').next().unwrap());
    let is_back = |step: &&str| {
        let restores = |cmdlet: &str| step.contains(&format!("Restore = {{ {cmdlet} -"));
        step.contains(&format!("Undo = {{ {undo} }}")) || cmdlets.clone().any(restores)
    };
    (!found.iter().all(is_back)).then(|| format!("nothing takes this back: {line}"))
}

#[test]
fn every_script_is_what_windows_powershell_reads_and_does_every_command_once() {
    let mut undone = 0;
    for (name, desk) in desks() {
        let scripts = scripts(&desk);
        assert!(scripts.contains_key("verify.ps1"), "{name}: {:?}", scripts.keys());
        for (path, script) in &scripts {
            assert_eq!(faults(script.as_bytes()), [""; 0], "{name}: {path}");
        }
        let rows = desk.shown("commands");
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        let mut told = BTreeSet::new();
        for row in &rows {
            // An appliance is told of several new ones by one line.
            let is_new = row["cmdlet"] != "Publish-CcAppliance" || told.insert(row["where"].to_string());
            *times.entry(row["line"].as_str().unwrap()).or_default() += usize::from(is_new);
        }
        // Of ten thousand lines of one kind the first hundreds tell as much.
        for row in rows.iter().take(300) {
            let fault = unkept(row, &scripts, times[row["line"].as_str().unwrap()]);
            assert_eq!(fault, None, "{name}");
            undone += usize::from(row["undo"].is_string());
        }
    }
    assert!(undone > 100);
}

#[test]
fn a_script_stops_on_a_server_that_is_not_of_the_plan() {
    let desk = Desk::generated_only("server", "two-domains", &["certificates.keys_made=on-target"]);
    let rows = desk.shown("commands");
    let script = &scripts(&desk)["25-certificate-assignments.ps1"];
    let planned = script.lines().find(|line| line.starts_with("$Planned = ")).unwrap();
    let mut seen = 0;
    for row in rows.iter().filter(|row| row["stage"] == "certificate-assignments") {
        let server = row["where"].as_str().unwrap();
        assert!(planned.contains(&format!("'{server}'")), "{server}: {planned}");
        assert!(script.contains(&format!("if ($Server -eq '{server}') {{")), "{server}");
        seen += 1;
    }
    assert!(seen > 1);
    let guard = script.split("$Planned -notcontains $Server").nth(1).unwrap();
    assert!(guard.lines().nth(1).unwrap().trim().starts_with("throw "), "{guard}");
}

#[test]
fn no_parameter_of_a_script_has_a_value_before_the_operator_gives_one() {
    let users = "mobility.test_users=['one@contoso.com','two@contoso.com','three@contoso.com']";
    let mut secrets = 0;
    for answers in [&[users][..], &["certificates.front_end=separate"]] {
        let desk = Desk::generated_only("server", "two-domains", answers);
        for (path, script) in scripts(&desk).iter().filter(|(path, _)| *path != "verify.ps1") {
            let found = contents(script.trim_start_matches('\u{feff}'));
            let is_test = path.contains("tests");
            assert_eq!(!found.parameters.contains("[switch] $Undo"), is_test, "{path}");
            assert!(!found.parameters.contains('='), "{path}: {}", found.parameters);
            for line in found.parameters.lines().filter(|line| line.contains("[pscredential]")) {
                assert!(line.contains("[Parameter(Mandatory)]"), "{path}: {line}");
                secrets += 1;
            }
            // What is recorded are properties of settings, certificates and users: never what the operator gave.
            let kept = script.lines().filter(|line| line.trim().starts_with("Keeps = "));
            assert!(
                !kept.clone().any(|line| line.contains("Credential") || line.contains("Password")),
                "{path}"
            );
        }
    }
    assert!(secrets > 0);
}

#[test]
fn looking_at_everything_changes_nothing() {
    for (name, desk) in desks() {
        let script = &scripts(&desk)["verify.ps1"];
        let found = contents(script.trim_start_matches('\u{feff}'));
        let reads = |cmdlet: &str| {
            let verb = cmdlet.split('-').next().unwrap();
            ["Get", "Test", "Resolve", "Select", "Where", "Write", "Format", "Out"].contains(&verb)
                || ["New-Object", "Invoke-WebRequest"].contains(&cmdlet)
                || found.functions.contains(cmdlet)
        };
        for (cmdlet, _) in &found.calls {
            assert!(reads(cmdlet), "{name}: {cmdlet}");
        }
        for cmdlet in ["Resolve-DnsName", "Test-NetConnection"] {
            assert!(found.calls.iter().any(|(called, _)| called == cmdlet), "{name}: {cmdlet}");
        }
        for row in desk.shown("dns").iter().take(300) {
            let text = |key: &str| row[key].as_str().unwrap();
            let begin = format!("\n{} {} ", text("name"), text("type"));
            assert!(script.contains(&begin), "{name}: {begin}");
        }
    }
}

#[test]
fn free_text_never_leaves_its_place_in_a_script() {
    let named = |text: &str| {
        let quoted = text.replace('\'', "''");
        let answers = [
            format!("title='{quoted}'"),
            format!("mobility.policies[Travelling staff].name='{quoted}'"),
            format!("mobility.click_to_join.policy='{quoted}'"),
            format!("mobility.click_to_join.route='{quoted}'"),
            format!("mobility.click_to_join.usage='{quoted}'"),
        ];
        let desk = Desk::generated_only("server", "two-domains", &answers.each_ref().map(String::as_str));
        scripts(&desk)
    };
    let calls = |scripts: &BTreeMap<String, String>| {
        let calls = scripts.iter().map(|(path, script)| (path.clone(), contents(script).calls));
        calls.collect::<BTreeMap<_, _>>()
    };
    let harmless = calls(&named("Harmless"));
    for hostile in [
        "#> \"; Remove-Item C:\\",
        "Bob’s “staff” ; $(Stop-Computer) `x {",
        "it's; } } Stop-Computer",
        "'@ \"@ | Stop-Computer",
        "$Undo‘; Stop-Computer ‚‛",
        "} ) -Do { Stop-Computer }",
        "%PATH% &amp; && Stop-Computer || -WhatIf:$False",
        "한국어 $(Stop-Computer)",
    ] {
        let scripts = named(hostile);
        for (path, script) in &scripts {
            assert_eq!(faults(script.as_bytes()), [""; 0], "{hostile}: {path}");
        }
        assert_eq!(calls(&scripts), harmless, "{hostile}");
    }
}

#[test]
fn a_broken_script_is_flagged() {
    let sound = "\u{feff}if ($True) {\r\n    Set-CsUser -Identity 'kim'\r\n}\r\n";
    assert_eq!(faults(sound.as_bytes()), [""; 0]);
    for broken in [
        sound.replace('\u{feff}', ""),
        sound.replace("\r\n}", "\n}"),
        sound.replace("\r\n", "\r"),
        sound.replace("}\r\n", ""),
        sound.replace("'kim'", "'kim"),
        sound.replace("'kim'", "'it's'"),
        sound.replace("Set-CsUser", "Stop-Computer"),
        sound.replace("-Identity", "-Identitty"),
        sound.replace("'kim'", "@{ Name = { Stop-Computer } }"),
        sound.replace("$True", "$A ?? $B"),
    ] {
        assert!(!faults(broken.as_bytes()).is_empty(), "{broken:?}");
    }
}
