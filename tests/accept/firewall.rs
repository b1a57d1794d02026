//! nftables accepts the ruleset and holds every required flow with the addresses of its ends; the script of Windows Firewall
//! is PowerShell, and uses documented cmdlets and parameters only.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value as Json;

use crate::calls::faults as call_faults;
use crate::common::{Desk, call, said, sample_names, scenarios, skip, tool};
use crate::scripts::byte_faults;

/// Reads the table with Python's own reader.
pub const READER: &str = "import csv,json; print(json.dumps(list(csv.DictReader(open('firewall/rules.csv', newline='', encoding='utf-8'), strict=True))))";

/// The samples and the scenarios, each generated: only what is for firewalls.
fn desks() -> Vec<(String, Desk)> {
    let mut desks: Vec<(String, Desk)> = sample_names()
        .into_iter()
        .map(|name| (name.to_owned(), Desk::generated_only("firewall", name, &[])))
        .collect();
    for (name, text) in scenarios() {
        let desk = Desk::with_plan(&text);
        desk.generate(&["--only", "firewall"]).with(0);
        desks.push((name, desk));
    }
    assert!(desks.len() > 20);
    desks
}

/// A flow as one family of addresses sees it: sources, destinations, protocol, ports there, ports it comes from. No address is
/// written as one word.
type Flow = (BTreeSet<String>, BTreeSet<String>, String, String, String);

/// The rows of the table, a flow for each family that both ends have.
fn wanted(rows: &[Json]) -> BTreeSet<Flow> {
    let mut flows = BTreeSet::new();
    for row in rows.iter().filter(|row| row["level"] != "optional") {
        for v6 in [false, true] {
            let end = |end: &str| {
                let all = row[format!("{end}_addresses")].as_str().unwrap();
                let own: BTreeSet<String> = all
                    .split_whitespace()
                    .filter(|text| text.contains(':') == v6)
                    .map(str::to_owned)
                    .collect();
                if row[end] == "internet" {
                    Some(BTreeSet::from(["not inside".to_owned()]))
                } else {
                    (all.is_empty() || !own.is_empty()).then_some(own)
                }
            };
            if let (Some(from), Some(to)) = (end("from"), end("to")) {
                let text = |key: &str| row[key].as_str().unwrap().to_owned();
                flows.insert((from, to, text("protocol"), text("port"), text("source_port")));
            }
        }
    }
    flows
}

/// The flows of a ruleset as the kernel tells it back.
fn held(ruleset: &Json) -> BTreeSet<Flow> {
    let mut sets: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut flows = BTreeSet::new();
    for thing in ruleset["nftables"].as_array().unwrap() {
        if let Some(set) = thing.get("set") {
            let elements = set["elem"].as_array().into_iter().flatten();
            let own = elements.map(|element| element.as_str().unwrap_or("a network").to_owned()).collect();
            sets.insert(format!("@{}", set["name"].as_str().unwrap()), own);
        }
    }
    for thing in ruleset["nftables"].as_array().unwrap() {
        let Some(rule) = thing.get("rule").filter(|rule| rule["chain"] == "ucplan-forward") else { continue };
        let matches: Vec<&Json> =
            rule["expr"].as_array().unwrap().iter().filter_map(|part| part.get("match")).collect();
        let has_source = matches.len() == 4;
        assert!(has_source || matches.len() == 3, "{rule}");
        assert!(rule.to_string().contains(r#""goto":{"target":"permitted"}"#), "{rule}");
        let end = |at: usize, field: &str| {
            assert_eq!(matches[at]["left"]["payload"]["field"], field, "{rule}");
            let set = matches[at]["right"].as_str().unwrap();
            if matches[at]["op"] == "!=" {
                assert!(set.starts_with("@inside-v"), "{rule}");
                BTreeSet::from(["not inside".to_owned()])
            } else {
                sets[set].clone()
            }
        };
        let ports = |at: usize, field: &str| {
            assert_eq!(matches[at]["left"]["payload"]["field"], field, "{rule}");
            match &matches[at]["right"] {
                Json::Number(port) => port.to_string(),
                other => format!("{}-{}", other["range"][0], other["range"][1]),
            }
        };
        let source = if has_source { ports(2, "sport") } else { "any".to_owned() };
        let there = ports(matches.len() - 1, "dport");
        let protocol = matches[2]["left"]["payload"]["protocol"].as_str().unwrap().to_owned();
        flows.insert((end(0, "saddr"), end(1, "daddr"), protocol, there, source));
    }
    flows
}

/// Loads a ruleset twice, in a network of its own, and tells what the kernel holds then; or what was wrong.
fn loaded(unshare: &Path, folder: &Path, file: &str) -> Result<Json, String> {
    let script = format!("nft -c -f {file} && nft -f {file} && nft -f {file} && nft -j list ruleset");
    let output =
        call(unshare, folder, &["-rn", "sh", "-c", &format!("PATH=$PATH:/usr/sbin:/sbin; {script}")]);
    if !output.status.success() {
        return Err(said(&output));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

#[test]
fn nftables_holds_every_required_flow_with_the_addresses_of_its_ends() {
    let (Some(_), Some(unshare), Some(python)) = (tool("nft"), tool("unshare"), tool("python3")) else {
        return;
    };
    if !call(&unshare, Path::new("."), &["-rn", "true"]).status.success() {
        return skip("no network namespace may be made here");
    }
    for (name, desk) in desks() {
        let table = call(&python, &desk.out(), &["-c", READER]);
        let rows: Vec<Json> = serde_json::from_slice(&table.stdout).unwrap();
        let shown = desk.shown("firewall");
        assert_eq!(rows.len(), shown.len(), "{name}");
        for (row, shown) in rows.iter().zip(&shown) {
            for key in ["from", "to", "protocol", "port", "direction", "level"] {
                assert_eq!(row[key], shown[key], "{name}");
            }
            let disputed: Vec<&str> =
                shown["disputed"].as_array().unwrap().iter().map(|fact| fact.as_str().unwrap()).collect();
            assert_eq!(row["disputed"], disputed.join(", "), "{name}");
        }
        let ruleset =
            loaded(&unshare, &desk.out(), "firewall/nftables.nft").unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(held(&ruleset), wanted(&rows), "{name}");
    }
    let desk = Desk::generated_only("firewall", "two-domains", &[]);
    let broken = desk.read("out/firewall/nftables.nft").replace("type ipv4_addr", "type ipv4_adr");
    desk.write("out/broken.nft", &broken);
    assert!(loaded(&unshare, &desk.out(), "broken.nft").is_err());
}

#[test]
fn the_script_of_windows_firewall_is_powershell_with_documented_parameters() {
    for (name, desk) in desks() {
        let text = desk.read("out/firewall/windows-firewall.ps1");
        assert_eq!(byte_faults(text.as_bytes()), [""; 0], "{name}");
        assert_eq!(call_faults(&text), [""; 0], "{name}");
        assert!(text.contains("            Port = "), "{name}: no rule");
        for cmdlet in ["Get", "New", "Set", "Remove"] {
            assert!(text.contains(&format!("{cmdlet}-NetFirewallRule -")), "{name}: {cmdlet}");
        }
        let made = text.matches(" -Description $Description -").count();
        assert_eq!(made, 2, "{name}: a rule says its ports and addresses, so that a later run sees others");
        let unchanged = text.find("if (-not $Difference) { return }").unwrap();
        assert!(unchanged < text.find("Set-NetFirewallRule -Name").unwrap(), "{name}: set without need");
    }
}
