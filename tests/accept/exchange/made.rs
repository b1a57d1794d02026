//! The scripts of Exchange integration: which shell they want, what they look at, and what they bring back.

use std::collections::BTreeMap;

use tree_sitter::Node;
use ucplan::catalog::cmdlet;
use ucplan::requirement::State;

use super::{C1, C2, C3, C4, blueprints, desk};
use crate::commands::{calls, parse};
use crate::common::{Desk, texts};
use crate::scripts::{byte_faults, scripts, write};

/// The scripts of all folders.
fn made(desk: &Desk) -> BTreeMap<String, String> {
    write(desk);
    scripts(desk)
}

#[test]
fn a_script_for_exchange_wants_no_cmdlet_of_another_shell() {
    let mut seen = 0;
    for column in [C1, C2, C3, C4] {
        let desk = desk(column);
        write(&desk);
        for (folder, wants_server) in [("out/server", true), ("out/exchange", false)] {
            if !desk.path(folder).exists() {
                continue;
            }
            for (path, script) in texts(&desk.path(folder), ".ps1") {
                let guard = script.split("foreach ($Name in @(").nth(1).filter(|_| path != "verify.ps1");
                let Some(guard) = guard.and_then(|rest| rest.split(')').next()) else { continue };
                let is_server = |name: &&str| cmdlet(name).is_some_and(|known| !known.applicable.is_empty());
                let is_exchange = |name: &&str| cmdlet(name).is_some_and(|known| !known.exchange.is_empty());
                let names: Vec<&str> = guard.split('\'').skip(1).step_by(2).collect();
                let strange: Vec<_> = if wants_server {
                    names.iter().copied().filter(is_exchange).collect()
                } else {
                    names.iter().copied().filter(is_server).collect()
                };
                assert_eq!(strange, [""; 0], "{path}");
                seen += 1;
            }
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn what_is_changed_in_exchange_is_looked_at_and_brought_back() {
    let desk = desk(C1);
    let scripts = made(&desk);
    for (path, wanted) in [
        ("81-exchange-autodiscover.ps1", "Restore = { Set-ClientAccessService -Identity $Old.Identity "),
        ("83-exchange-partner.ps1", "Which = @{ AuthMetaDataUrl = 'https://"),
        (
            "84-partner-applications.ps1",
            "Shows = @('https://autodiscover.contoso.com/autodiscover/metadata/json/1')",
        ),
        ("88-exchange-mailboxes.ps1", "Change = { Set-SettingOverride -Identity 'IM ex01' -Parameters @("),
        (
            "88-exchange-mailboxes.ps1",
            "Restore = { Set-SettingOverride -Identity $Old.Identity -Parameters $Old.Parameters",
        ),
        ("88-exchange-mailboxes.ps1", "Get = { Get-UMService -Identity ex01.contoso.com }"),
        ("87-exchange-features.ps1", "-PolicyName $Old.UserServicesPolicy -PassThru | Invoke-CsUcsRollback"),
        ("87-exchange-features.ps1", "Which = @{ PoolFqdn = 'ex01.contoso.com' }"),
    ] {
        assert!(scripts[path].contains(wanted), "{path}: {wanted}\n{}", scripts[path]);
    }
    // What only takes a change in is done once after it, and again after it was taken back.
    for (path, line) in [
        ("83-exchange-partner.ps1", "iisreset ex01.contoso.com"),
        ("87-exchange-features.ps1", "Enable-CsTopology"),
        ("88-exchange-mailboxes.ps1", "Restart-WebAppPool -Name MSExchangeOWAAppPool"),
    ] {
        let script = &scripts[path];
        let (steps, undo) = script.split_once("\r\nif ($Undo) {").unwrap();
        let step = steps.split("Add-Step").find(|step| step.contains(&format!("Do = {{ {line} }}"))).unwrap();
        assert!(step.contains("Follows = $True") && step.contains("Once = $True"), "{path}: {step}");
        assert!(undo.contains(&format!("\r\n        {line} | Out-Host")), "{path}: {undo}");
        assert!(steps.contains("Save-Record @(Get-Record | Where-Object -FilterScript { -not $_.Follows })"));
    }
}

#[test]
fn every_state_of_an_exchange_line_has_a_cmdlet_that_shows_it() {
    for (name, blueprint) in blueprints() {
        for row in &blueprint.requirements.commands {
            let Some(state) = State::of(&row.body.call) else { continue };
            for called in calls(&state.seen.to_string()) {
                assert!(cmdlet(&called.cmdlet).is_some(), "{name}: {}", state.seen);
            }
        }
    }
}

/// What a script calls, by name.
fn called(node: Node<'_>, text: &str, names: &mut Vec<String>) {
    if node.kind() == "command" {
        let name = node.child_by_field_name("command_name").unwrap();
        names.push(text[name.byte_range()].to_owned());
    }
    for child in node.children(&mut node.walk()) {
        called(child, text, names);
    }
}

#[test]
fn free_text_of_exchange_never_leaves_its_place() {
    let named = |text: &str| {
        let quoted = text.replace('\'', "''");
        let answers = [
            "exchange.contacts.policy",
            "exchange.outlook_web.site",
            "exchange.unified_messaging.dial_plan",
            "exchange.unified_messaging.mailbox_policy",
        ]
        .map(|path| format!("{path}='{quoted}'"));
        let mailbox = format!("exchange.unified_messaging.mailboxes=[{{ identity: '{quoted}' }}]");
        let answers: Vec<&str> = answers.iter().map(String::as_str).chain([mailbox.as_str()]).collect();
        made(&desk(&[C1, &answers].concat()))
    };
    let names = |scripts: &BTreeMap<String, String>| {
        let names = scripts.iter().map(|(path, script)| {
            assert_eq!(byte_faults(script.as_bytes()), [""; 0], "{path}");
            let text = script.trim_start_matches('\u{feff}');
            let mut names = Vec::new();
            called(parse(text).root_node(), text, &mut names);
            (path.clone(), names)
        });
        names.collect::<BTreeMap<_, _>>()
    };
    let harmless = names(&named("Harmless"));
    assert!(harmless["88-exchange-mailboxes.ps1"].contains(&"New-UMDialPlan".to_owned()));
    for hostile in [
        "#> \"; Remove-Item C:\\",
        "Bob’s “staff” ; $(Stop-Computer) `x {",
        "it's; } } Stop-Computer",
        "'@ \"@ | Stop-Computer",
        "} ) -Do { Stop-Computer }",
        "& 'C:\\Windows\\System32\\shutdown.exe'",
    ] {
        assert_eq!(names(&named(hostile)), harmless, "{hostile}");
    }
}
