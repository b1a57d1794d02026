//! What is written for Windows: scripts for DNS Server, IIS and the Web Application Proxy are PowerShell by its grammar and
//! call what the reference has; `web.config` is XML of the elements that IIS knows; sheets name everything that is published.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

#[path = "windows/batch.rs"]
mod batch;
#[path = "windows/tls.rs"]
mod tls;

use std::collections::BTreeSet;

use ucplan::catalog::tls_profile;
use ucplan::requirement::View;

use crate::calls::faults as call_faults;
use crate::common::{Desk, call, said, sample, succeed, tool};
use crate::made::{drafted, each, made};
use crate::scripts::byte_faults;

/// The values of a key in the tables at the top of a script, line by line.
fn values(script: &str, key: &str) -> Vec<String> {
    let begin = format!(" {key} = '");
    let rows = script.lines().filter(|line| line.starts_with("    @{ "));
    rows.filter_map(|line| line.split_once(&begin)?.1.split('\'').next()).map(str::to_owned).collect()
}

#[test]
fn every_script_is_powershell_and_calls_what_the_reference_has() {
    each(&["iis-arr", "wap"], |made| {
        let scripts: Vec<_> = ["install.ps1", "publish.ps1", "tls.ps1", "windows-dns.ps1"]
            .into_iter()
            .flat_map(|end| made.ending(end))
            .collect();
        assert!(scripts.len() >= 2 * made.proxies().len(), "{}", made.name);
        for (path, text) in scripts {
            assert_eq!(byte_faults(text.as_bytes()), [""; 0], "{}: {path}", made.name);
            assert_eq!(call_faults(text), [""; 0], "{}: {path}", made.name);
            for word in ["SupportsShouldProcess", "$PSCmdlet.ShouldProcess(", "$Undo", "$Check"] {
                assert!(text.contains(word), "{}: {path}: no {word}", made.name);
            }
            assert!(!text.contains("-Path $Journal"), "{}: {path}: a folder named [a] hides it", made.name);
        }
    });
}

#[test]
fn every_script_for_a_request_is_powershell_and_calls_what_the_reference_has() {
    for answers in [&["key=ecdsa-p384"][..], &["key=rsa-4096", "internal_ca='ca01.example\\CA'"]] {
        let desk = Desk::with_sample("two-domains");
        let answers = answers.iter().map(|answer| format!("certificates.{answer}"));
        let all: Vec<String> = answers
            .chain(["certificates.keys_made=on-target".into()])
            .chain(["sites[Denver].reverse_proxies[rp01].product=iis-arr".into()])
            .chain(["exchange.integrate=true".into(), "exchange.oauth_certificate=dedicated".into()])
            .chain(["exchange.servers=[{ fqdn: denmail01.corp.proseware.example }]".into()])
            .collect();
        desk.set(&all.iter().map(String::as_str).collect::<Vec<_>>());
        desk.generate(&["--only", "certificates"]).with(0);
        let scripts = crate::common::texts(&desk.out(), "/request.ps1");
        assert!(scripts.len() > 8 && scripts.contains_key("certificates/oauth/request.ps1"), "{scripts:?}");
        for (path, text) in &scripts {
            assert_eq!(byte_faults(text.as_bytes()), [""; 0], "{path}");
            assert_eq!(call_faults(text), [""; 0], "{path}");
            let is_proxy = path.contains("rp01");
            assert_eq!(text.contains("certreq.exe -new"), is_proxy, "{path}");
            for word in ["SupportsShouldProcess", "$PSCmdlet.ShouldProcess(", "-not $Again"] {
                assert!(text.contains(word), "{path}: no {word}");
            }
            let is_public = is_proxy || path.contains("-external");
            assert_eq!(text.contains("$Offline"), !is_public, "{path}");
            assert_eq!(text.contains(" -CA $Authority"), !is_public, "{path}");
            assert_eq!(text.contains(" -Output $Output"), !is_proxy, "{path}");
        }
    }
}

#[test]
fn every_published_name_has_its_rule_and_its_application() {
    each(&["iis-arr", "wap"], |made| {
        for proxy in made.proxies() {
            let published = made.published(&proxy);
            if let Some(script) = made.files.get(&format!("reverse-proxy/{proxy}/install.ps1")) {
                let rules: Vec<_> = values(script, "HostPattern");
                let wanted =
                    published.iter().map(|(name, _)| format!("^{}(:[0-9]+)?$", name.replace('.', "\\.")));
                assert_eq!(sorted(rules), sorted(wanted.collect()), "{}", made.name);
                let farms: BTreeSet<String> = values(script, "Farm").into_iter().collect();
                let servers: Vec<String> = values(script, "Address")
                    .into_iter()
                    .map(|address| format!("mobility-{address}"))
                    .collect();
                assert!(farms.iter().all(|farm| servers.contains(farm)), "{}: {farms:?}", made.name);
            } else {
                let script = &made.files[&format!("reverse-proxy/{proxy}/publish.ps1")];
                let urls = values(script, "Url").into_iter().map(|url| host_and_port(&url));
                assert_eq!(urls.collect::<BTreeSet<_>>(), published, "{}", made.name);
            }
        }
    });
}

fn sorted(mut values: Vec<String>) -> Vec<String> {
    values.sort();
    values
}

/// `https://meet.contoso.com/` is `meet.contoso.com` on 443.
fn host_and_port(url: &str) -> (String, u16) {
    let (scheme, rest) = url.split_once("://").unwrap();
    let host = rest.split('/').next().unwrap();
    let usual = if scheme == "https" { 443 } else { 80 };
    let (name, port) =
        host.split_once(':').map_or((host, usual), |(name, port)| (name, port.parse().unwrap()));
    (name.to_owned(), port)
}

#[test]
fn the_dns_script_has_exactly_the_records_of_the_inside() {
    each(&["wap"], |made| {
        let rows = made.blueprint.requirements.dns.iter().map(|row| &row.body);
        let inside = rows.filter(|record| record.view == View::Internal);
        let wanted: Vec<String> =
            inside.map(|record| format!("{} {} {}", record.name, record.data.kind(), record.data)).collect();
        let Some(script) = made.files.get("dns/windows-dns.ps1") else {
            assert!(wanted.is_empty(), "{}", made.name);
            return;
        };
        let (zones, owners) = (values(script, "Zone"), values(script, "Owner"));
        let (kinds, data) = (values(script, "Type"), values(script, "Value"));
        let name = |zone: &str, owner: &str| match owner {
            "@" => zone.to_owned(),
            below => format!("{below}.{zone}"),
        };
        let written = (0..zones.len())
            .map(|at| format!("{} {} {}", name(&zones[at], &owners[at]), kinds[at], data[at]))
            .collect();
        assert_eq!(sorted(written), sorted(wanted), "{}", made.name);
    });
}

/// Reads a `web.config` with Python: elements and attributes that IIS does not know are faults, then come the names.
const READER: &str = r#"
import sys, xml.etree.ElementTree as tree
KNOWN = {
    "configuration": "", "configuration/system.webServer": "",
    "defaultDocument": "enabled", "directoryBrowse": "enabled", "security": "", "rewrite": "",
    "security/requestFiltering": "allowDoubleEscaping allowHighBitCharacters",
    "security/requestFiltering/requestLimits": "maxAllowedContentLength maxUrl maxQueryString",
    "security/requestFiltering/hiddenSegments": "", "security/requestFiltering/hiddenSegments/clear": "",
    "security/requestFiltering/hiddenSegments/add": "segment",
    "security/requestFiltering/fileExtensions": "allowUnlisted",
    "security/requestFiltering/fileExtensions/clear": "",
    "rewrite/rewriteMaps": "", "rewrite/rewriteMaps/rewriteMap": "name defaultValue",
    "rewrite/rewriteMaps/rewriteMap/add": "key value",
    "rewrite/rules": "", "rewrite/rules/clear": "", "rewrite/rules/rule": "name stopProcessing",
    "rewrite/rules/rule/match": "url", "rewrite/rules/rule/conditions": "logicalGrouping",
    "rewrite/rules/rule/conditions/add": "input pattern negate", "rewrite/rules/rule/action": "type",
    "rewrite/outboundRules": "", "rewrite/outboundRules/rule": "name",
    "rewrite/outboundRules/rule/match": "serverVariable pattern",
    "rewrite/outboundRules/rule/conditions": "logicalGrouping",
    "rewrite/outboundRules/rule/conditions/add": "input pattern",
    "rewrite/outboundRules/rule/action": "type value",
}
def walk(node, path):
    short = path.replace("configuration/system.webServer/", "", 1)
    if short not in KNOWN or set(node.attrib) - set(KNOWN[short].split()) or (node.text or "").strip():
        sys.exit(f"unknown: {path} {node.attrib}")
    if short == "security/requestFiltering/hiddenSegments/add" and node.get("segment") == "iisstart.htm": print("no welcome")
    if short == "rewrite/rewriteMaps/rewriteMap/add": print(node.get("key"))
    if short == "rewrite/rules/rule/action": print("action", node.get("type"))
    if short == "rewrite/outboundRules/rule/action": print("says", node.get("value"))
    for child in node: walk(child, f"{path}/{child.tag}")
root = tree.parse(sys.argv[1]).getroot()
walk(root, root.tag)
"#;

#[test]
fn every_web_config_is_one_that_iis_knows_with_every_name_once() {
    let Some(python) = tool("python3") else {
        return;
    };
    // HSTS as every other proxy has it.
    let says = format!("says max-age={}", tls_profile().published.hsts_seconds);
    each(&["iis-arr"], |made| {
        let desk = Desk::with_sample("two-domains");
        for proxy in made.proxies() {
            desk.write("web.config", &made.files[&format!("reverse-proxy/{proxy}/web.config")]);
            let told = succeed(&python, &desk.path(""), &["-c", READER, "web.config"]);
            let names: BTreeSet<String> = made.published(&proxy).into_iter().map(|(name, _)| name).collect();
            let wanted = names
                .into_iter()
                .chain(["action AbortRequest", "no welcome", &*says].map(str::to_owned))
                .collect();
            assert_eq!(sorted(told.lines().map(str::to_owned).collect()), sorted(wanted), "{}", made.name);
        }
    });
    let desk = Desk::with_sample("two-domains");
    let made = made("two-domains", sample("two-domains"), "iis-arr", false);
    let sound = made.ending("web.config").next().unwrap().1;
    for broken in [
        ("<rewriteMaps>", "<rewriteMap>"),
        ("maxUrl", "maxURI"),
        ("<rules>", "<rules>x"),
        ("serverVariable=", "variable="),
    ] {
        desk.write("web.config", &sound.replacen(broken.0, broken.1, 1));
        let output = call(&python, &desk.path(""), &["-c", READER, "web.config"]);
        assert!(!output.status.success(), "{broken:?}: {}", said(&output));
    }
}

#[test]
fn every_sheet_names_what_is_published_under_headings_of_its_own() {
    each(&["tmg", "other"], |made| {
        for proxy in made.proxies() {
            let sheet = &made.files[&format!("reverse-proxy/{proxy}/rules.md")];
            let headings: Vec<&str> = sheet.lines().filter(|line| line.starts_with('#')).collect();
            assert_eq!(headings.len(), headings.iter().collect::<BTreeSet<_>>().len(), "{headings:?}");
            let published = made.published(&proxy);
            let listed = sheet.lines().filter(|line| line.starts_with("- `")).count();
            assert_eq!(listed, published.len(), "{}: {sheet}", made.name);
            for (name, _) in published {
                assert!(sheet.contains(&format!("\n- `{name}`\n")), "{}: {name}", made.name);
            }
            assert!(sheet.contains(&format!("`certificates/{proxy}`")), "{}", made.name);
        }
    });
}

/// What makes the scripts safe to be cut off, run again and taken back.
const CARE: [(&str, &[&str]); 4] = [
    (
        "tls.ps1",
        &[
            "if (-not (Test-Path -LiteralPath $Setting.Path)) { New-Item ",
            "if (-not $done[$key])",
            "$last.Time -lt $System.LastBootUpTime",
            "if (Test-Setting -Setting $Setting) { return }",
        ],
    ),
    (
        "install.ps1",
        &[
            "stopProcessing = 'True'; enabled = 'False' }",
            "Name = 'enabled'; Value = 'True' }\r\n}\r\n",
            "    foreach ($setting in Get-RuleSetting -Rule $Rule | Where-Object { $_.Name -eq 'pattern' }) {\r\n        if (Test-Element",
            "Name = 'idleTimeout'; Value = '00:00:00'",
            "-eq \"*:$($Noted.Name):\" } | Remove-WebBinding",
        ],
    ),
    (
        "publish.ps1",
        &["if (-not $done[$key])", "KeepsHost = ", "Redirects = ", "Validation = ", "$Pending++"],
    ),
    (
        "windows-dns.ps1",
        &["$_.ComputerName -eq $ComputerName", "$Zone.Shown = $true", "-ne 'Primary'", "$Pending++"],
    ),
];

#[test]
fn a_script_is_safe_to_run_twice_and_a_draft_changes_nothing() {
    for (product, draft) in [("iis-arr", true), ("wap", true), ("iis-arr", false), ("wap", false)] {
        let text = sample("two-domains");
        let made =
            if draft { drafted("a draft", text, product) } else { made("no draft", text, product, true) };
        for (end, words) in CARE {
            for (path, script) in made.ending(end) {
                assert!(words.iter().all(|word| script.contains(word)), "{path}: not all of {words:?}");
            }
        }
        let owned = |path: &str| !path.starts_with("server/");
        for (path, script) in made.ending(".ps1").filter(|(path, _)| owned(path)) {
            let refusal = script.find("\r\nif (-not $WhatIfPreference) { throw 'DRAFT");
            let first = script.find("\r\nfunction ").or_else(|| script.find("\r\n$Names = @(")).unwrap();
            assert_eq!(refusal.is_some_and(|at| at < first), draft, "{path}");
        }
        let batch = &made.files["dns/pin-point-zones.cmd"];
        let refusal =
            batch.find("\r\nexit /b 1\r\n").is_some_and(|at| at < batch.find("\r\ndnscmd").unwrap());
        assert_eq!(refusal, draft, "{batch}");
    }
}
