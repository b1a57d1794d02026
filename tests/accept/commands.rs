//! Every command line, what shows that it worked, what takes it back and what its remarks offer uses cmdlets, parameters
//! and values that the reference of the plan's version has (`assets/facts/cmdlets.yaml`); the lines are taken apart by a
//! grammar of PowerShell, not by the program's own code.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeSet;

use serde_json::Value as Json;
use tree_sitter::{Node, Parser, Tree};
use ucplan::catalog::cmdlet;

use crate::common::{Desk, sample_names};

/// Plans that switch on what the samples leave out.
pub const VARIANTS: &[(&str, &[&str])] = &[
    ("two-domains", &["mobility.push.enabled=true", "clients.sfb_mobile=[apple]"]),
    (
        "two-domains",
        &["mobility.push.enabled=true", "mobility.push.over_wifi=true", "servers.version=sfb-server-2015"],
    ),
    (
        "two-domains",
        &[
            "servers.version=lync-server-2013",
            "clients.lync_2010_mobile=[apple]",
            "mobility.access=internal-only",
        ],
    ),
    ("two-domains", &["servers.version=lync-server-2013", "mobility.push.enabled=true"]),
    ("two-domains", &["servers.version=sfb-server-se", "certificates.key=ecdsa-p256"]),
    ("two-domains", &["certificates.wildcards=true"]),
    ("two-domains", &["certificates.front_end=separate"]),
    (
        "two-domains",
        &["certificates.front_end=separate", "certificates.wildcards=true", "certificates.key=rsa-4096"],
    ),
    ("two-domains", &["mobility.click_to_join.scope=global", "mobility.access=internal-only"]),
    ("two-domains", &["mobility.click_to_join.scope='site:Denver'", "mobility.click_to_join.grant_to=[]"]),
    (
        "standard-edition",
        &["certificates.keys_made=on-target", "certificates.subject.organization='Litware, \"Ltd\"'"],
    ),
];

/// A cmdlet as a line calls it: each parameter with the text of its value, where it has one.
#[derive(Debug, PartialEq, Eq)]
pub struct Called {
    /// The cmdlet.
    pub cmdlet: String,
    /// Its parameters, without the hyphen.
    pub parameters: Vec<(String, Option<String>)>,
}

/// The syntax tree of a script.
pub fn parse(text: &str) -> Tree {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_pwsh::LANGUAGE.into()).unwrap();
    parser.parse(text, None).unwrap()
}

/// The cmdlets that a script calls. What stands in the braces of a filter is a property, and not looked into.
#[track_caller]
pub fn calls(text: &str) -> Vec<Called> {
    let tree = parse(text);
    assert!(!tree.root_node().has_error(), "{text}");
    let mut calls = Vec::new();
    collect(tree.root_node(), text, &mut calls);
    calls
}

/// Looks for commands below a node.
fn collect(node: Node<'_>, text: &str, calls: &mut Vec<Called>) {
    let mut cursor = node.walk();
    if node.kind() == "script_block_expression" {
        return;
    }
    if node.kind() == "command" {
        let said = |node: Node<'_>| text[node.byte_range()].to_owned();
        let mut call = Called { cmdlet: String::new(), parameters: Vec::new() };
        for child in node.children(&mut cursor) {
            match child.kind() {
                "command_name" => call.cmdlet = said(child),
                // What the call operator calls is a script of a path; its name is what the reference knows.
                "command_name_expr" => {
                    let path = said(child);
                    path.trim_matches('\'').rsplit('\\').next().unwrap().clone_into(&mut call.cmdlet);
                }
                "command_elements" => {
                    for element in child.children(&mut child.walk()) {
                        let bound = call.parameters.last_mut().filter(|(_, value)| value.is_none());
                        match (element.kind(), bound) {
                            ("command_argument_sep", _) => {}
                            ("command_parameter", _) => {
                                let name = said(element).trim_matches(['-', ':']).to_owned();
                                call.parameters.push((name, None));
                            }
                            // A switch that is said to be on or off is bound by a colon.
                            (_, Some((_, value))) => {
                                let is_bound = text[..element.start_byte()].ends_with(':');
                                *value = Some(if is_bound {
                                    format!(":{}", said(element))
                                } else {
                                    said(element)
                                });
                            }
                            // Arguments without a name are told by their place.
                            (_, None) => call.parameters.push((String::new(), Some(said(element)))),
                        }
                    }
                }
                _ => {}
            }
        }
        calls.push(call);
    }
    for child in node.children(&mut cursor) {
        collect(child, text, calls);
    }
}

/// The lines of a row: what is typed, what shows that it worked, what takes it back, what its remarks offer.
pub fn lines(row: &Json) -> Vec<String> {
    let typed = [&row["line"], &row["check"], &row["undo"]].into_iter().filter_map(Json::as_str);
    let remarks = row["remarks"].as_array().into_iter().flatten().filter_map(Json::as_str);
    let offered = remarks.flat_map(|remark| remark.split('`').skip(1).step_by(2));
    let is_cmdlet = |word: &str| {
        word.split_once('-').is_some_and(|(verb, noun)| {
            verb.starts_with(char::is_uppercase) && noun.starts_with(char::is_uppercase)
        })
    };
    let is_line = |text: &&str| text.contains(" -") && text.split(' ').any(is_cmdlet);
    typed.chain(offered.filter(is_line)).map(str::to_owned).collect()
}

/// Fails where a line of a row is not one of the version.
#[track_caller]
pub fn hold(row: &Json, version: &str, plan: &str) {
    for line in lines(row) {
        assert!(!line.contains('\n'), "{plan}: {line}");
        let calls = calls(&line);
        assert!(!calls.is_empty(), "{plan}: {line}");
        for call in &calls {
            assert_eq!(faults(call, year(version)), [""; 0], "{plan}: {line}");
            let is_own = cmdlet(&call.cmdlet)
                .is_some_and(|known| known.applicable.is_empty() && known.exchange.is_empty());
            let needs_shell = row["shell"] != "powershell" || is_own;
            assert!(needs_shell, "{plan}: {} in plain PowerShell: {line}", call.cmdlet);
        }
    }
    let named = calls(row["line"].as_str().unwrap()).iter().any(|call| row["cmdlet"] == call.cmdlet);
    assert!(named, "{row}");
}

/// The year by which the reference knows a version; Subscription Edition has the cmdlets of 2019.
pub fn year(version: &str) -> u16 {
    match version {
        "lync-server-2013" => 2013,
        "sfb-server-2015" => 2015,
        "sfb-server-2019" | "sfb-server-se" => 2019,
        other => panic!("an unknown version: {other}"),
    }
}

/// What is wrong with a call, by the reference.
pub fn faults(call: &Called, year: u16) -> Vec<String> {
    let name = &call.cmdlet;
    let Some(known) = cmdlet(name) else {
        return vec![format!("{name} is not in the reference")];
    };
    let mut faults = Vec::new();
    if !known.applicable.is_empty() && !known.applicable.contains(&year) {
        faults.push(format!("{name} is not for {year}"));
    }
    for (at, (parameter, value)) in call.parameters.iter().enumerate() {
        let found = known.parameters.iter().find(|(known, _)| known.eq_ignore_ascii_case(parameter));
        let Some((_, documented)) = found else {
            faults.push(format!("{name} has no parameter {parameter}"));
            continue;
        };
        if call.parameters[..at].iter().any(|(other, _)| other.eq_ignore_ascii_case(parameter)) {
            faults.push(format!("{name} has {parameter} twice"));
        }
        let is_switch = documented.kind.ends_with("SwitchParameter");
        if is_switch == value.as_ref().is_some_and(|value| !value.starts_with(':')) {
            faults.push(format!("{name} -{parameter} is a {}, but has {value:?}", documented.kind));
        }
        let is_truth = |value: &String| ["$True", "$False"].contains(&value.as_str());
        if documented.kind == "Boolean" && !value.as_ref().is_some_and(is_truth) {
            faults.push(format!("{name} -{parameter} is a Boolean, but has {value:?}"));
        }
        for word in value.iter().flat_map(|value| value.split(',')).map(|word| word.trim_matches(['\'', '$']))
        {
            if !documented.accepted.is_empty()
                && !documented.accepted.iter().any(|a| a.eq_ignore_ascii_case(word))
            {
                faults.push(format!("{name} -{parameter} does not accept {word}"));
            }
        }
    }
    faults
}

#[test]
fn every_line_keeps_to_the_reference_of_the_version() {
    let plain = sample_names().into_iter().map(|sample| (sample, &[][..]));
    for (sample, answers) in plain.chain(VARIANTS.iter().copied()) {
        let desk = Desk::with_sample(sample);
        desk.set(answers);
        let plan = desk.read("plan.yaml");
        let version = plan.lines().find_map(|line| line.trim().strip_prefix("version: ")).unwrap();
        let version = version.split_whitespace().next().unwrap();
        let rows = desk.shown("commands");
        assert!(!rows.is_empty(), "{sample} {answers:?}");
        for row in rows {
            hold(&row, version, &format!("{sample} {answers:?}"));
        }
    }
}

#[test]
fn the_variants_bring_the_commands_that_they_are_for() {
    let lines = |answers: &[&str]| {
        let desk = Desk::with_sample("two-domains");
        desk.set(answers);
        let rows = desk.shown("commands");
        rows.iter().map(|row| row["line"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join("\n")
    };
    assert!(lines(VARIANTS[0].1).contains("New-CsHostingProvider"));
    assert!(lines(VARIANTS[2].1).contains("Set-CsMcxConfiguration"));
    assert!(lines(VARIANTS[2].1).contains("Test-CsMcxP2PIM"));
    assert!(lines(VARIANTS[5].1).contains("-DomainName"));
    assert!(lines(VARIANTS[6].1).contains("-Type WebServicesExternal "));
}

#[test]
fn each_certificate_of_a_server_is_assigned_by_a_thumbprint_of_its_own() {
    for kind in ["shared", "separate"] {
        let desk = Desk::with_sample("two-domains");
        desk.set(&[&format!("certificates.front_end={kind}")]);
        let mut given = BTreeSet::new();
        for row in desk.shown("commands").iter().filter(|row| row["stage"] == "certificate-assignments") {
            let call = calls(row["line"].as_str().unwrap()).remove(0);
            let thumbprint = call.parameters.iter().find(|(parameter, _)| parameter == "Thumbprint");
            let (_, thumbprint) = thumbprint.unwrap_or_else(|| panic!("no thumbprint: {row}")).clone();
            assert!(
                given.insert((row["where"].to_string(), thumbprint)),
                "two certificates, one thumbprint: {row}"
            );
        }
        assert!(!given.is_empty());
    }
}

#[test]
fn a_call_that_the_reference_does_not_have_is_flagged() {
    let fault = |line: &str, year| {
        calls(line).iter().flat_map(|call| faults(call, year)).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(
        fault("Get-CsUser -filter {Enabled -eq $True} | Grant-CsMobilityPolicy -PolicyName $Null", 2019),
        ""
    );
    assert!(fault("Set-CsNothing -Identity global", 2019).contains("not in the reference"));
    assert!(fault("Test-CsMcxP2PIM -TargetFqdn a.example", 2019).contains("not for 2019"));
    assert!(fault("Set-CsMobilityPolicy -EnableMobillity $True", 2019).contains("no parameter"));
    assert!(fault("Request-CsCertificate -New $True", 2019).contains("SwitchParameter"));
    assert!(fault("Set-CsMobilityPolicy -EnableMobility", 2019).contains("but has None"));
    assert!(fault("Get-CsMobilityPolicy -Include Some", 2019).contains("does not accept"));
    assert!(fault("Set-CsMobilityPolicy -EnableMobility 1", 2019).contains("is a Boolean"));
    assert_eq!(fault("Set-UserPhoto -Identity kim -Save -Confirm:$False", 2019), "");
    assert!(fault("Set-UserPhoto -Identity kim -Save -Confirm $False", 2019).contains("SwitchParameter"));
    assert_eq!(fault("iisreset ex01.contoso.com", 2019), "");
    assert!(fault("Set-CsUser 'kim'", 2019).contains("has no parameter"));
    assert_eq!(fault("& 'C:\\Scripts\\exchucutil.ps1' -Forest a.example", 2019), "");
    assert!(fault("& 'C:\\Scripts\\other.ps1' -Forest a.example", 2019).contains("not in the reference"));
    assert!(fault("Set-CsMcxConfiguration -ExposedWebURL Both", 2013).contains("does not accept"));
    let nested =
        "Set-CsSimpleUrlConfiguration -SimpleUrl @{Add=(New-CsSimpleUrl -Component Home -Domain a.example)}";
    assert!(fault(nested, 2019).contains("does not accept Home"));
}
