//! The scripts: each stands in the folder of Cloud Connector, does every command once, can take it back where something
//! does, runs on the host that it is for, and takes nobody out of service unless that is meant.

use super::{Cloud, items, text};
use crate::commands::parse;

/// The scripts of a plan.
fn scripts(cloud: &Cloud) -> Vec<(&String, &String)> {
    let found: Vec<_> = (cloud.files.iter())
        .filter(|(path, _)| path.starts_with("cloud-connector/") && path.strip_suffix(".ps1").is_some())
        .collect();
    assert!(found.len() > 4, "{}", cloud.name);
    found
}

#[test]
fn every_command_stands_in_a_script_and_is_taken_back_there() {
    let mut undone = 0;
    for cloud in Cloud::all() {
        let scripts = scripts(&cloud);
        for (path, script) in &scripts {
            let tree = parse(script.trim_start_matches('\u{feff}'));
            assert!(!tree.root_node().has_error(), "{}: {path}", cloud.name);
            assert!(script.starts_with('\u{feff}') && !script.replace("\r\n", "").contains('\n'), "{path}");
        }
        let steps: Vec<&str> =
            scripts.iter().flat_map(|(_, script)| script.split("Add-Step").skip(1)).collect();
        for row in &cloud.commands {
            let done = format!("Do = {{ {} }}", text(&row["line"]));
            let found: Vec<&&str> = steps.iter().filter(|step| step.contains(&done)).collect();
            assert!(!found.is_empty(), "{}: {done}", cloud.name);
            let Some(undo) = row["undo"].as_str() else { continue };
            let cmdlet = undo.split(' ').next().unwrap();
            let is_back = |step: &str| {
                step.contains(&format!("Undo = {{ {undo} }}"))
                    || step.contains(&format!("Restore = {{ {cmdlet}"))
            };
            assert!(found.iter().any(|step| is_back(step)), "{}: {undo}", cloud.name);
            undone += 1;
        }
    }
    assert!(undone > 30, "{undone}");
}

#[test]
fn a_script_for_hosts_does_only_what_its_own_host_is_for() {
    for cloud in Cloud::all() {
        for (path, script) in scripts(&cloud) {
            let is_for_hosts = [
                "91-appliances.ps1",
                "91-appliances-existing.ps1",
                "91-appliances-further.ps1",
                "99-leaving-appliances.ps1",
            ];
            if !is_for_hosts.iter().any(|name| path.ends_with(name)) {
                continue;
            }
            let planned = script.lines().find(|line| line.starts_with("$Planned = ")).unwrap();
            for appliance in cloud.sites().iter().flat_map(|site| items(&site["appliances"])) {
                let host = text(&appliance["host"]);
                let guard = format!("if ($Machine -eq '{host}') {{");
                assert_eq!(planned.contains(&format!("'{host}'")), script.contains(&guard), "{path}: {host}");
            }
            let body = script.split("\r\n").filter(|line| line.starts_with("Add-Step"));
            assert_eq!(body.count(), 0, "{path}: a step outside of all guards");
        }
    }
}

#[test]
fn nobody_leaves_unless_it_is_meant() {
    for cloud in Cloud::all() {
        let mut leaving = 0;
        for (path, script) in scripts(&cloud) {
            let is_leaving = path.contains("-leaving");
            leaving += usize::from(is_leaving);
            assert_eq!(script.contains("[switch] $Leave"), is_leaving, "{path}");
            let asks = "if (-not $Leave -and -not $WhatIfPreference -and -not $Undo) {";
            assert_eq!(script.contains(asks), is_leaving, "{path}");
        }
        assert_eq!(leaving, 2, "{}", cloud.name);
        // What is true only when everybody has left is not held against what stands.
        for (path, script) in cloud.files.iter().filter(|(path, _)| path.ends_with("verify.ps1")) {
            assert!(!script.contains("-HybridPSTNSite $Null"), "{path}");
        }
    }
}

#[test]
fn passwords_are_asked_for_and_never_written() {
    for cloud in Cloud::all() {
        let sheet = &cloud.files["cloud-connector/appliances.md"];
        for password in ["External certificate", "CceService", "CABackupFile", "Tenant administrator"] {
            assert!(sheet.contains(password), "{password}");
        }
        for (path, script) in scripts(&cloud) {
            let has_literal = script.contains("ConvertTo-SecureString") || script.contains("-AsPlainText");
            assert!(!has_literal, "{path}");
        }
    }
}

#[test]
fn the_runbook_has_the_steps_in_the_order_of_work() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    let runbook = &cloud.files["runbook.md"];
    let steps = [
        "cloud-connector/cce-north-1/CloudConnector.ini",
        "cloud-connector/trunks.csv",
        "cloud-connector/91-appliances.ps1",
        "cloud-connector/91-appliances-existing.ps1",
        "cloud-connector/91-appliances-further.ps1",
        "cloud-connector/91-appliances-ports.ps1",
        "cloud-connector/92-tenant.ps1",
        "cloud-connector/93-tenant-users.ps1",
        "cloud-connector/94-mediation-users.ps1",
        "cloud-connector/95-media-bypass.ps1",
        "cloud-connector/96-tenant-tests.ps1",
        "cloud-connector/99-leaving.ps1",
        "cloud-connector/99-leaving-appliances.ps1",
        "cloud-connector/verify.ps1",
    ];
    let places: Vec<usize> = steps
        .iter()
        .map(|step| runbook.find(&format!("`{step}`")).unwrap_or_else(|| panic!("no {step}: {runbook}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    // It says who: none of these is for the servers.
    for team in ["Cloud Connector team", "gateway team and carrier", "tenant team"] {
        assert!(runbook.contains(&format!("| {team} |")), "{team}");
        assert!(cloud.files["README.md"].contains(&format!("### {team}")), "{team}");
    }
    assert!(runbook.contains("99-leaving.ps1 -Leave -WhatIf"));
}

#[test]
fn the_order_of_work_of_each_site_names_the_scripts_that_are_there() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    let sheet = &cloud.files["cloud-connector/appliances.md"];
    let south = sheet.split("Site South").nth(1).unwrap();
    let rows: Vec<&str> = south.lines().filter(|line| line.contains(".ps1`")).collect();
    // The first one alone; then each further one: its own part, those that are there, its installation. Ports come last.
    let wanted = [
        ("cce-south-1", "91-appliances.ps1"),
        ("cms-s1.cce.local", "91-appliances-ports.ps1"),
        ("cce-south-2", "91-appliances.ps1"),
        ("cce-south-1", "91-appliances-existing.ps1"),
        ("cce-south-2", "91-appliances-further.ps1"),
        ("cms-s2.cce.local", "91-appliances-ports.ps1"),
        ("cce-south-3", "91-appliances.ps1"),
        ("cce-south-1", "91-appliances-existing.ps1"),
        ("cce-south-2", "91-appliances-existing.ps1"),
        ("cce-south-3", "91-appliances-further.ps1"),
        ("cms-s3.cce.local", "91-appliances-ports.ps1"),
    ];
    assert_eq!(rows.len(), wanted.len(), "{rows:#?}");
    for (row, (host, script)) in rows.iter().zip(wanted) {
        assert!(row.contains(host) && row.contains(&format!("`{script}`")), "{host}, {script}: {row}");
    }
    for row in &rows {
        let script = row.split('`').find(|part| part.strip_suffix(".ps1").is_some()).unwrap();
        assert!(cloud.files.contains_key(&format!("cloud-connector/{script}")), "{script}");
    }
}
