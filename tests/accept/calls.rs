//! What a whole script calls: cmdlets that the reference has (`assets/facts/cmdlets.yaml`), functions of its own, or the few
//! commands of PowerShell itself; each with parameters that it has. The grammar takes the script apart, not our own code.

use std::collections::{BTreeMap, BTreeSet};

use tree_sitter::Node;
use ucplan::catalog::cmdlet;

use crate::commands::parse;

/// Commands of PowerShell itself, which the reference of the products lacks: they are there on every Windows.
const OWN: [&str; 21] = [
    "Export-Csv",
    "ForEach-Object",
    "Get-ChildItem",
    "Get-Command",
    "Get-Date",
    "Get-Item",
    "Import-Csv",
    "Import-Module",
    "Join-Path",
    "New-Item",
    "New-TimeSpan",
    "Out-Null",
    "Remove-Item",
    "Select-Object",
    "Sort-Object",
    "Test-Path",
    "Where-Object",
    "Write-Host",
    "Write-Output",
    "Write-Warning",
    "certreq.exe",
];

/// What a parameter of a cmdlet of Windows takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// Nothing: it is a switch.
    Nothing,
    /// A value.
    Value,
}

use Takes::{Nothing, Value};

/// A cmdlet of a module of Windows, which the reference of the products lacks: its module, and those of its parameters that
/// a script may use, as the module's reference has them (learn.microsoft.com/powershell/module/<module>/<cmdlet>).
type OfModule = (&'static str, &'static str, &'static [(&'static str, Takes)]);

const MODULES: [OfModule; 9] = [
    ("Get-CimInstance", "CimCmdlets", &[("ClassName", Value)]),
    ("Get-Date", "Microsoft.PowerShell.Utility", &[("Format", Value)]),
    ("Get-ItemProperty", "Microsoft.PowerShell.Management", &[("LiteralPath", Value)]),
    (
        "New-ItemProperty",
        "Microsoft.PowerShell.Management",
        &[
            ("LiteralPath", Value),
            ("Name", Value),
            ("PropertyType", Value),
            ("Value", Value),
            ("Force", Nothing),
        ],
    ),
    (
        "Set-ItemProperty",
        "Microsoft.PowerShell.Management",
        &[("LiteralPath", Value), ("Name", Value), ("Value", Value)],
    ),
    ("Remove-ItemProperty", "Microsoft.PowerShell.Management", &[("LiteralPath", Value), ("Name", Value)]),
    ("Get-TlsCipherSuite", "TLS", &[("Name", Value)]),
    ("Enable-TlsCipherSuite", "TLS", &[("Name", Value), ("Position", Value)]),
    ("Disable-TlsCipherSuite", "TLS", &[("Name", Value)]),
];

/// Such a cmdlet's parameters.
fn of_module(name: &str) -> Option<&'static [(&'static str, Takes)]> {
    MODULES.iter().find(|(known, _, _)| *known == name).map(|(_, _, parameters)| *parameters)
}

/// Parameters that every cmdlet has.
const COMMON: [&str; 2] = ["ErrorAction", "WarningAction"];

/// Parts of the names of cmdlets that do not hear the script's `$ErrorActionPreference`, as their modules are made of CIM
/// definitions: each call says for itself what becomes of an error, or it goes by unseen.
const DEAF: [&str; 3] = ["-DnsServer", "-WebApplicationProxy", "-NetFirewall"];

/// What a script declares: the parameters of its functions, and the entries of its tables, which may be splatted.
#[derive(Default)]
struct Declared {
    functions: BTreeMap<String, BTreeSet<String>>,
    tables: BTreeMap<String, Vec<(String, String)>>,
}

/// What is wrong with the calls of a script.
pub fn faults(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}');
    let tree = parse(text);
    let mut declared = Declared::default();
    visit(tree.root_node(), &mut |node| {
        if node.kind() == "function_statement" {
            let mut parameters = BTreeSet::new();
            visit(node, &mut |inner| {
                if inner.kind() == "script_parameter" {
                    parameters.extend(variable(inner, text));
                }
            });
            if text[node.byte_range()].contains("SupportsShouldProcess") {
                parameters.insert("WhatIf".to_owned());
            }
            declared.functions.extend(
                child(node, "function_name").map(|name| (text[name.byte_range()].to_owned(), parameters)),
            );
        }
        if node.kind() == "assignment_expression" {
            note_entries(node, text, &mut declared);
        }
    });
    let mut faults = Vec::new();
    let mut seen = 0;
    visit(tree.root_node(), &mut |node| {
        if node.kind() == "command" {
            seen += 1;
            judge(node, text, &declared, &mut faults);
        }
    });
    if seen == 0 {
        faults.push("nothing is called".to_owned());
    }
    faults
}

fn visit<'t>(node: Node<'t>, look: &mut dyn FnMut(Node<'t>)) {
    look(node);
    for child in node.children(&mut node.walk()) {
        visit(child, look);
    }
}

fn child<'t>(node: Node<'t>, kind: &str) -> Option<Node<'t>> {
    node.children(&mut node.walk()).find(|child| child.kind() == kind)
}

/// The name of a declared parameter, without its sign.
fn variable(node: Node<'_>, text: &str) -> Option<String> {
    let found = child(node, "variable")?;
    Some(text[found.byte_range()].trim_start_matches('$').to_owned())
}

/// Notes the entries of a table: `$table = @{ Key = value }`, or one more by `$table['Key'] = value`.
fn note_entries(node: Node<'_>, text: &str, declared: &mut Declared) {
    let Some((left, right)) = text[node.byte_range()].split_once('=') else {
        return;
    };
    let (left, right) = (left.trim().trim_start_matches('$'), right.trim());
    if let Some((table, key)) = left.split_once("['") {
        let entry = (key.trim_end_matches("']").to_owned(), right.to_owned());
        declared.tables.entry(table.to_owned()).or_default().push(entry);
    } else if right.starts_with("@{") {
        visit(node, &mut |inner| {
            if inner.kind() == "hash_entry"
                && let Some((key, value)) = text[inner.byte_range()].split_once('=')
            {
                let entry = (key.trim().to_owned(), value.trim().to_owned());
                declared.tables.entry(left.to_owned()).or_default().push(entry);
            }
        });
    }
}

/// Judges one call.
fn judge(node: Node<'_>, text: &str, declared: &Declared, faults: &mut Vec<String>) {
    let said = |node: Node<'_>| &text[node.byte_range()];
    let name = child(node, "command_name").map_or("", said);
    if OWN.contains(&name) {
        return;
    }
    if !declared.functions.contains_key(name) && cmdlet(name).is_none() && of_module(name).is_none() {
        faults.push(format!("`{name}` is not in the reference: {}", said(node)));
        return;
    }
    if DEAF.iter().any(|part| name.contains(part)) && !said(node).contains("-ErrorAction ") {
        faults.push(format!("errors go by unseen: {}", said(node)));
    }
    let Some(all) = child(node, "command_elements") else {
        return;
    };
    let elements: Vec<_> =
        all.children(&mut all.walk()).filter(|element| element.kind() != "command_argument_sep").collect();
    let mut is_value = false;
    for (at, element) in elements.iter().enumerate() {
        if element.kind() == "command_parameter" {
            let next = elements.get(at + 1).filter(|next| next.kind() != "command_parameter");
            let is_bound =
                text[..element.end_byte()].ends_with(':') || text[element.end_byte()..].starts_with(':');
            let parameter = said(*element).trim_start_matches('-').trim_end_matches(':');
            let value = next.map(|next| said(*next));
            let fault = match declared.functions.get(name) {
                Some(own) if own.contains(parameter) => None,
                Some(_) => Some(format!("declares no {parameter}")),
                None => fault(name, parameter, value, is_bound),
            };
            faults.extend(fault.map(|fault| format!("{name} {fault}: {}", said(node))));
            is_value = true;
        } else if let Some(entries) =
            said(*element).strip_prefix('@').and_then(|table| declared.tables.get(table))
        {
            let wrong = entries.iter().filter_map(|(key, value)| fault(name, key, Some(value), true));
            faults.extend(wrong.map(|fault| format!("{name} {fault}: {}", said(node))));
        } else if !std::mem::take(&mut is_value) {
            faults.push(format!("a value without a parameter: {}", said(node)));
        }
    }
}

/// What is wrong with a parameter of a cmdlet, by the reference; `is_bound` where a colon joins it with its value.
fn fault(name: &str, parameter: &str, value: Option<&str>, is_bound: bool) -> Option<String> {
    if COMMON.contains(&parameter) {
        return None;
    }
    if let Some(parameters) = of_module(name) {
        return match parameters.iter().find(|(known, _)| *known == parameter) {
            Some((_, takes)) if (*takes == Value) == value.is_some() => None,
            Some(_) => {
                Some(format!("-{parameter} takes {}a value", if value.is_some() { "not " } else { "" }))
            }
            None => Some(format!("has no parameter {parameter}")),
        };
    }
    let Some(known) = cmdlet(name).and_then(|cmdlet| cmdlet.parameters.get(parameter)) else {
        return Some(format!("has no parameter {parameter}"));
    };
    let is_switch = known.kind.ends_with("SwitchParameter") && !is_bound;
    if is_switch == value.is_some() {
        return Some(format!("-{parameter} is a {}", known.kind));
    }
    let literal = value.filter(|value| !value.starts_with(['$', '"', '(']))?.trim_matches('\'');
    let is_accepted = known.accepted.is_empty() || known.accepted.iter().any(|accepted| accepted == literal);
    (!is_accepted).then(|| format!("-{parameter} does not accept {literal}"))
}

#[test]
fn a_script_that_calls_something_else_is_flagged() {
    let sound = "function Add-Note {\n    param([string] $Name)\n    Test-Path -Path $Name\n}\n\
        Add-Note -Name 'x'\nGet-DnsServerZone -Name 'a' -ErrorAction SilentlyContinue\n\
        $new = @{ Name = 'a' }\n$new['DynamicUpdate'] = 'None'\nAdd-DnsServerPrimaryZone @new -ErrorAction Stop\n\
        Enable-TlsCipherSuite -Name 'a' -Position 0\nNew-ItemProperty -LiteralPath 'a' -Name 'b' -Value 1 -Force\n";
    assert_eq!(faults(sound), [""; 0]);
    for (from, to) in [
        ("Get-DnsServerZone", "Get-DnsServerZoon"),
        ("Add-Note -Name 'x'", "Add-Note -Nam 'x'"),
        ("-Name 'a'", "-Names 'a'"),
        ("-Name 'a'", "'a'"),
        ("-Name 'a'", "-Name"),
        ("Test-Path", "Invoke-Expression"),
        ("@{ Name = 'a' }", "@{ Names = 'a' }"),
        ("['DynamicUpdate'] = 'None'", "['DynamicUpdates'] = 'None'"),
        ("= 'None'", "= 'Never'"),
        ("@new", "@old"),
        (" -ErrorAction Stop", ""),
        ("'x'", "$(Stop-Computer)"),
        ("-TlsCipherSuite", "-TlsCipherSuit"),
        ("-Position 0", "-Place 0"),
        ("-Position 0", "-Position"),
        ("-Force", "-Force 1"),
        ("Get-DnsServerZone -Name 'a'", "Add-DnsServerPrimaryZone -Name 'a' -DynamicUpdate Never"),
    ] {
        assert!(!faults(&sound.replace(from, to)).is_empty(), "{from} -> {to}");
    }
}
