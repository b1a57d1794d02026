//! What stands in a script of PowerShell: commands, functions, parameters, signs of a newer language; and whether a command
//! is one of the script, of the reference, or of the language itself.

use std::collections::BTreeSet;

use tree_sitter::Node;
use ucplan::catalog::cmdlet;

use crate::commands::parse;

/// Cmdlets of the language itself, which the reference leaves out, with the parameters that scripts need of them.
const PLAIN: &[(&str, &[&str], &str)] = &[
    (
        "Export-Clixml",
        &["LiteralPath", "InputObject", "Depth", "Encoding"],
        "writes what was there before a change",
    ),
    ("ForEach-Object", &["Process"], "makes lines of steps"),
    ("Format-List", &["Property"], "shows a whole answer"),
    ("Format-Table", &["AutoSize", "Wrap"], "shows the results"),
    ("Get-ChildItem", &["Path"], "looks for a certificate in the store"),
    ("Get-Command", &["Name"], "sees whether this is the right shell"),
    ("Get-Date", &["Format"], "says when, and whether a certificate has expired"),
    ("Get-Variable", &["Name", "ValueOnly"], "sees whether the operator gave a value"),
    ("Import-Clixml", &["LiteralPath"], "reads what was there before a change"),
    ("Join-Path", &["Path", "ChildPath"], "puts the records beside the script"),
    ("New-Object", &["TypeName"], "makes the list of steps"),
    ("Out-Host", &[], "shows what a line answers"),
    ("Select-Object", &["First"], "takes one of several"),
    ("Start-Sleep", &["Seconds"], "waits for what is replicated"),
    ("Test-Path", &["LiteralPath"], "sees whether there are records"),
    ("Where-Object", &["FilterScript"], "picks"),
    ("Write-Host", &[], "says what is done"),
    ("Write-Warning", &[], "says what is left to the operator"),
];

/// What every cmdlet has.
const COMMON: [&str; 2] = ["ErrorAction", "WarningAction"];

/// What Windows PowerShell 3.0 does not know.
const NEWER: [&str; 5] = ["&&", "||", "??", "?.", "?["];

/// A command in a script: its name and its parameters, without the hyphen.
pub type Call = (String, Vec<String>);

/// What stands in a script: commands, functions, and signs of a newer language.
#[derive(Debug, Default)]
pub struct Contents {
    /// The commands, in their order.
    pub calls: Vec<Call>,
    /// The names of its own functions.
    pub functions: BTreeSet<String>,
    /// Signs that Windows PowerShell 3.0 does not know.
    pub newer: Vec<String>,
    /// Its own parameters.
    pub parameters: String,
}

/// Reads a script. What stands in the braces of a filter of the management shell is a property, and not looked into.
pub fn contents(text: &str) -> Contents {
    let mut found = Contents::default();
    walk(parse(text).root_node(), text, &mut found);
    found
}

fn walk(node: Node<'_>, text: &str, found: &mut Contents) {
    let said = |node: Node<'_>| text[node.byte_range()].to_owned();
    match node.kind() {
        "command" => {
            let mut children = node.walk();
            let mut named = node.children(&mut children).filter_map(|child| match child.kind() {
                "command_name" => Some(said(child)),
                // A script of a path: its name is what the reference knows.
                "command_name_expr" if said(child).starts_with('\'') => {
                    said(child).trim_matches('\'').rsplit('\\').next().map(str::to_owned)
                }
                _ => None,
            });
            if let Some(name) = named.next() {
                found.calls.push((name, Vec::new()));
            }
        }
        "command_elements" => return elements(node, text, found),
        "function_name" => {
            found.functions.insert(said(node));
        }
        "param_block" if found.parameters.is_empty() && node.parent().is_none_or(is_whole) => {
            found.parameters = said(node);
        }
        _ if node.child_count() == 0 && NEWER.contains(&said(node).as_str()) => found.newer.push(said(node)),
        _ => {}
    }
    for child in node.children(&mut node.walk()) {
        walk(child, text, found);
    }
}

fn is_whole(node: Node<'_>) -> bool {
    node.parent().is_none_or(|above| above.parent().is_none())
}

/// The parameters of the command that was found last, and what stands in their values.
fn elements(node: Node<'_>, text: &str, found: &mut Contents) {
    let command = found.calls.len().checked_sub(1);
    let mut last = String::new();
    for child in node.children(&mut node.walk()) {
        let said = &text[child.byte_range()];
        if child.kind() == "command_parameter" {
            said.trim_start_matches('-').clone_into(&mut last);
            if let Some(command) = command {
                found.calls[command].1.push(last.clone());
            }
        } else if last != "Filter" {
            walk(child, text, found);
        }
    }
}

/// What a call has that neither the script, nor the reference, nor the language has.
pub fn foreign((name, parameters): &Call, functions: &BTreeSet<String>) -> Vec<String> {
    if functions.contains(name) {
        return parameters.iter().map(|parameter| format!("{name} is called with -{parameter}")).collect();
    }
    let plain = PLAIN.iter().find(|(known, ..)| known == name).map(|(_, parameters, _)| *parameters);
    let known = cmdlet(name);
    if plain.is_none() && known.is_none() {
        return vec![format!("{name} is not in the reference")];
    }
    let is_known = |parameter: &&String| {
        COMMON.contains(&parameter.as_str())
            || plain.is_some_and(|known| known.contains(&parameter.as_str()))
            || known
                .is_some_and(|known| known.parameters.keys().any(|one| one.eq_ignore_ascii_case(parameter)))
    };
    parameters
        .iter()
        .filter(|one| !is_known(one))
        .map(|one| format!("{name} has no parameter {one}"))
        .collect()
}
