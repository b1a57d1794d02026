//! How the scripts behave, as far as their text shows it: what they change and bring back, what they refuse, and what they
//! hold against the plan.

use std::collections::BTreeSet;

use super::scripts;
use crate::common::Desk;

/// The step that does this, up to the next one.
#[track_caller]
fn step<'s>(script: &'s str, line: &str) -> &'s str {
    let found = script.split("Add-Step").find(|step| step.contains(&format!("Do = {{ {line}")));
    found.unwrap_or_else(|| panic!("no step {line}: {script}"))
}

/// A function of a script.
#[track_caller]
fn function<'s>(script: &'s str, name: &str) -> &'s str {
    let (_, rest) = script.split_once(&format!("\nfunction {name}")).unwrap_or_else(|| panic!("no {name}"));
    rest.split("\r\n}\r\n").next().unwrap()
}

/// The texts in single quotes.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn a_draft_refuses_to_run_but_for_what_if() {
    let desk = Desk::with_sample("two-domains");
    desk.set(&["mobility.push.enabled=true"]);
    for (more, is_draft) in [(&["--only", "server", "--draft"][..], true), (&["--only", "server"], false)] {
        desk.generate(&[more, &["--force"]].concat()).with(0);
        for (path, script) in scripts(&desk) {
            let (_, body) = script.split_once("\r\nparam(").unwrap();
            let (_, body) = body.split_once("\r\n)\r\n").unwrap();
            let refuses = body.starts_with("if (-not $WhatIfPreference) {\r\n    throw 'DRAFT");
            assert_eq!(refuses, is_draft, "{path}: {body}");
            assert!(!is_draft || script.contains("SupportsShouldProcess"), "{path}");
        }
    }
}

#[test]
fn what_is_there_already_is_changed_and_can_be_brought_back() {
    let desk = Desk::generated_only("server", "two-domains", &["mobility.push.enabled=true"]);
    let scripts = scripts(&desk);
    let provider = step(&scripts["60-push.ps1"], "New-CsHostingProvider");
    // Whatever it is called: only one has this proxy (M-202).
    assert!(provider.contains("Which = @{ ProxyFqdn = 'sipfed.online.lync.com' }"), "{provider}");
    assert!(provider.contains("Change = { Set-CsHostingProvider -Identity $Thing.Identity "), "{provider}");
    assert!(!provider.contains("Identity = 'SkypeOnline'"), "{provider}");
    for (script, made) in [
        ("70-policies.ps1", "MobilityPolicy"),
        ("80-click-to-join.ps1", "VoiceRoute"),
        ("80-click-to-join.ps1", "VoicePolicy"),
    ] {
        let step = step(&scripts[script], &format!("New-Cs{made} "));
        assert!(step.contains(&format!("Change = {{ Set-Cs{made} -Identity ")), "{step}");
        assert!(step.contains(&format!("Restore = {{ Set-Cs{made} -Identity $Old.Identity ")), "{step}");
    }
    let route = step(&scripts["80-click-to-join.ps1"], "New-CsVoiceRoute");
    assert!(route.contains("-PstnUsages @{replace=$Old.PstnUsages}"), "{route}");
    let done = function(&scripts["70-policies.ps1"], "Invoke-Step");
    let (before, after) = done.split_once("& $Step.Change").unwrap();
    assert!(before.contains("ShouldProcess($Server, $Todo)") && before.contains("Add-Record"), "{before}");
    assert!(after.contains("Wait-State"), "{after}");
}

#[test]
fn undoing_rests_on_the_record_alone() {
    let desk = Desk::generated_only("server", "two-domains", &[]);
    for (path, script) in scripts(&desk).iter().filter(|(_, script)| script.contains("$Undo")) {
        let undo = function(script, "Undo-Record");
        assert!(!undo.contains("$Step"), "{path}: {undo}");
        for part in ["Create($Record.Get)", "Create($Record.Undo)", "Create($Record.Restore)"] {
            assert!(undo.contains(part), "{path}: {part}");
        }
        let record = function(script, "Add-Record");
        for kept in ["Get = ", "Which = ", "Undo = ", "Restore = ", "Old = "] {
            assert!(record.contains(&format!("        {kept}")), "{path}: {kept}");
        }
        let (_, all) = script.split_once("\r\nif ($Undo) {").unwrap();
        let (nothing, rest) = all.split_once("[array]::Reverse").unwrap();
        assert!(nothing.contains("Write-Warning") && nothing.contains("exit 1"), "{path}: {nothing}");
        let (_, failed) = rest.split_once("} catch {").unwrap();
        assert!(failed.contains("$Failed++") && failed.contains("exit 1"), "{path}: {failed}");
        assert_eq!(all.contains("needs Enable-CsComputer"), path == "15-simple-urls.ps1", "{path}");
    }
}

#[test]
fn tests_keep_no_records() {
    let users = "mobility.test_users=['one@contoso.com','two@contoso.com','three@contoso.com']";
    let desk = Desk::generated_only("server", "two-domains", &[users]);
    let scripts = scripts(&desk);
    for path in ["48-web-tests-inside.ps1", "49-web-tests-outside.ps1", "50-tests.ps1"] {
        for word in ["$Undo", "$StatePath", "Clixml", "Add-Record", "-Undo"] {
            assert!(!scripts[path].contains(word), "{path}: {word}");
        }
        assert!(scripts[path].contains("$PSCmdlet.ShouldProcess("), "{path}");
    }
}

#[test]
fn a_certificate_is_assigned_only_with_the_names_of_the_plan() {
    for answer in ["certificates.front_end=separate", "certificates.wildcards=true"] {
        let desk = Desk::generated_only("server", "two-domains", &[answer]);
        let scripts = scripts(&desk);
        let mut seen = 0;
        for path in ["25-certificate-assignments.ps1", "verify.ps1"] {
            let script = &scripts[path];
            let (_, shared) = script.split_once("\n$Shared = @{\r\n").unwrap();
            let shared: Vec<_> = shared.lines().take_while(|line| *line != "}").map(quoted).collect();
            // What a script compares: the names in its last parentheses, and a shared list.
            let compared: Vec<BTreeSet<String>> = script
                .lines()
                .filter(|line| {
                    line.contains("= Get-Thumbprint ") || line.contains("Test-State 'Set-CsCertificate")
                })
                .map(|line| {
                    let (_, names) = line.rsplit_once(" (@(").unwrap();
                    let common = names.split("$Shared[").nth(1).map(|rest| rest.split(']').next().unwrap());
                    let common = common.map(|at| shared[at.parse::<usize>().unwrap()].clone());
                    quoted(names).into_iter().chain(common.into_iter().flatten()).collect()
                })
                .collect();
            for row in desk.shown("certificates").iter().filter(|row| row["role"] != "reverse-proxy") {
                let names = row["names"].as_array().unwrap().iter();
                let names: BTreeSet<_> = names.map(|name| name.as_str().unwrap().to_owned()).collect();
                assert!(compared.contains(&names), "{path}: {}: {names:?}", row["id"]);
                seen += 1;
            }
        }
        assert!(seen > 10);
        let assigned = step(&scripts["25-certificate-assignments.ps1"], "Set-CsCertificate -Type Default");
        assert!(assigned.contains("Uses = @('Default'"), "{assigned}");
        for path in ["25-certificate-assignments.ps1", "verify.ps1"] {
            let missing = function(&scripts[path], "Get-Missing");
            assert!(missing.contains("DnsNameList") && missing.contains("'*.'"), "{path}: {missing}");
        }
    }
}

#[test]
fn a_certificate_is_requested_again_when_its_names_change() {
    let desk = Desk::with_sample("two-domains");
    let digests = |answers: &[&str]| {
        desk.set(answers);
        desk.generate(&["--only", "server"]).with(0);
        let script = scripts(&desk)["20-certificate-requests.ps1"].clone();
        assert!(script.contains("[switch] $Again"), "{script}");
        assert!(
            script.contains("-not $Again -and") && script.contains("$_.Digest -eq $Step.Digest"),
            "{script}"
        );
        let request = step(&script, "Request-CsCertificate -New -Type Default");
        let line = request.lines().find(|line| line.contains("Do = ")).unwrap().to_owned();
        let digest = request.lines().find(|line| line.contains("Digest = ")).unwrap().to_owned();
        (line, digest)
    };
    let before = digests(&["certificates.keys_made=on-target"]);
    let after = digests(&["domains.sip=[proseware.example,lucernepublishing.example,contoso.com]"]);
    assert_eq!(before.0, after.0, "the line says nothing of names");
    assert_ne!(before.1, after.1);
}

#[test]
fn autodiscover_must_answer_with_its_links() {
    for (asked, links) in
        [("https", "Links = @('Redirect', 'User Domain')"), ("http", "Links = @('Redirect')")]
    {
        let answer = format!("mobility.initial_request={asked}");
        let desk = Desk::generated_only("server", "two-domains", &[&answer]);
        let scripts = scripts(&desk);
        let outside = &scripts["49-web-tests-outside.ps1"];
        let first = step(outside, &format!("Invoke-WebRequest -Uri {asked}://lyncdiscover."));
        assert!(first.contains(links), "{first}");
        assert!(
            !step(outside, "Invoke-WebRequest -Uri https://poolext.proseware.example/dialin")
                .contains("Links")
        );
        assert!(function(outside, "Invoke-Line").contains("Test-Answer $Answer $Step.Links"));
        assert!(function(&scripts["verify.ps1"], "Test-Page").contains("Test-Answer $Answer $Links"));
        for path in ["49-web-tests-outside.ps1", "48-web-tests-inside.ps1", "verify.ps1"] {
            assert!(scripts[path].contains("[System.Net.SecurityProtocolType]::Tls12"), "{path}");
        }
    }
}

#[test]
fn an_edge_server_is_not_asked_for_the_central_store() {
    let desk = Desk::generated_only("server", "two-domains", &[]);
    let script = &scripts(&desk)["verify.ps1"];
    let state = function(script, "Test-State");
    let (before, _) = state.split_once("& $Get").unwrap();
    assert!(before.contains("if (-not $On -and $Machines[$Server] -like 'edge:*') {"), "{before}");
    assert!(script.contains("= 'edge:"), "no machine is an Edge Server");
}
