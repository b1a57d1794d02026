//! Scripts for the hosts of Cloud Connector: which machine a block is for, and what is done there only once.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::requirement::{Command, Place, Row, Stage};

/// What is done once on the host of an appliance, and taken back by a cmdlet of its own.
const ONCE: [&str; 6] = [
    "Start-CcDownload",
    "Convert-CcIsoToVhdx",
    "Register-CcAppliance",
    "Install-CcAppliance",
    "Unregister-CcAppliance",
    "Uninstall-CcAppliance",
];

/// Whether it is one of these.
pub(super) fn is_once_on_host(command: &Command) -> bool {
    ONCE.contains(&command.call.cmdlet())
}

/// Whether it installs an appliance beside others.
pub(super) fn is_further(command: &Command) -> bool {
    command.call.cmdlet() == "Install-CcAppliance" && command.turn[1] > 0
}

/// Hosts that stand already are told of several new ones by one line, which is typed once whenever the script runs.
pub(super) fn each_once(rows: Vec<&Row<Command>>) -> Vec<&Row<Command>> {
    let mut told = BTreeSet::new();
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        let line = || (row.body.place.clone(), row.body.call.to_string());
        if row.body.stage != Stage::Appliances || told.insert(line()) {
            kept.push(row);
        }
    }
    kept
}

/// The machine that a block is for: the variable that holds its name, and the name.
pub(super) fn guard(place: &Place) -> Option<Json> {
    let server = place.server().map(|server| json!({ "variable": "Server", "name": server }));
    server.or_else(|| place.host().map(|host| json!({ "variable": "Machine", "name": host })))
}
