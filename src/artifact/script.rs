//! What a template sees of the commands: scripts, in them a block for each place, in it lines of one reason together.

mod hosts;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value as Json, json};

pub(super) use names::Names;

use self::hosts::{each_once, guard, is_further, is_once_on_host};
use super::view::why;
use crate::requirement::{Answer, Call, Command, Place, Requirements, Row, Shell, Stage, State, Value};
use crate::text::{Message, Speaker};

/// A script: its word, its number, and whether a line that fails stops it. What is typed at different places stands in
/// different scripts, so that each can be run as a whole where it belongs.
pub(super) fn script_of(command: &Command) -> (&'static str, u8, bool) {
    let (stage, number) = (command.stage.word(), command.stage.number());
    match (command.stage, &command.place) {
        (Stage::SimpleUrls, Place::Server(_)) => ("simple-urls-on-servers", number + 1, true),
        (Stage::Appliances, Place::Server(_)) => ("appliances-ports", number, true),
        // Other hosts do their part between what a new host does first and last (C-231).
        (Stage::Appliances, _) if command.call.cmdlet() == "Publish-CcAppliance" => {
            ("appliances-existing", number, true)
        }
        (Stage::Appliances, _) if is_further(command) => ("appliances-further", number, true),
        (Stage::Leaving, Place::Appliance(_)) => ("leaving-appliances", number, true),
        (Stage::ExchangeOnline, Place::Server(_)) => ("exchange-online-on-edges", number + 1, true),
        (_, Place::ComputerInside) => ("web-tests-inside", number - 2, false),
        (_, Place::ComputerOutside) => ("web-tests-outside", number - 1, false),
        _ => (stage, number, !command.stage.is_test()),
    }
}

/// The scripts, in the order of work.
pub(super) fn scripts(requirements: &Requirements, speaker: &Speaker) -> Vec<Json> {
    let names = Names::of(requirements);
    let mut sorted: BTreeMap<(u8, &str, bool), Vec<&Row<Command>>> = BTreeMap::new();
    for row in &requirements.commands {
        let (word, number, stops) = script_of(&row.body);
        sorted.entry((number, word, stops)).or_default().push(row);
    }
    sorted
        .into_iter()
        .map(|((number, word, stops), rows)| {
            let rows = each_once(rows);
            let mut script = script(&rows, &names, speaker);
            script["stage"] = word.into();
            script["folder"] = rows[0].body.stage.folder().into();
            script["number"] = number.into();
            script["is_test"] = rows.iter().all(|row| row.body.stage.is_test()).into();
            script["is_exit"] = rows.iter().all(|row| row.body.stage == Stage::Leaving).into();
            script["goes_on"] = (!stops).into();
            script["is_web"] = rows.iter().all(|row| row.body.shell == Shell::PowerShell).into();
            script["no_cmdlet"] = speaker.say(&no_cmdlet(rows[0].body.shell)).into();
            script["title"] = speaker.say(&Message::new(format!("stage-{word}"))).into();
            script["check"] = speaker.say(&Message::new(format!("stage-{word}.check"))).into();
            script
        })
        .collect()
}

/// The commands of a script, those of one place together.
fn script(rows: &[&Row<Command>], names: &Names<'_>, speaker: &Speaker) -> Json {
    let bodies = || rows.iter().map(|row| &row.body);
    let variables = sorted(bodies().flat_map(|body| body.call.variables()).collect());
    let (secrets, texts): (Vec<&str>, Vec<&str>) =
        variables.into_iter().partition(|name| name.starts_with("Credential"));
    let tried = bodies().filter_map(|body| body.check.as_ref()).flat_map(|check| check.variables());
    let calls =
        bodies().flat_map(|body| [Some(&body.call), body.check.as_deref(), body.undo.as_ref()]).flatten();
    let cmdlets = calls.flat_map(Call::invocations).map(|invocation| invocation.cmdlet);
    let servers: BTreeSet<String> =
        bodies().filter_map(|body| body.place.server()).map(ToString::to_string).collect();
    let hosts: BTreeSet<String> =
        bodies().filter_map(|body| body.place.host()).map(ToString::to_string).collect();
    let assigns = bodies().any(|body| !thumbprints(body, names).is_empty());
    let replaces = bodies().any(|body| body.state().is_some_and(|state| state.clear.is_some()));
    let places = rows.chunk_by(|one, next| one.body.place == next.body.place);
    let blocks = places.map(|rows| block(rows, names, speaker));
    let texts = texts.into_iter().map(|name| {
        json!({ "name": name, "what": speaker.say(&asked_for(name)), "is_looked_for": is_thumbprint(name) })
    });
    json!({
        "texts": texts.collect::<Vec<_>>(),
        "secrets": secrets,
        "tried": sorted(tried.collect()),
        "cmdlets": sorted(cmdlets.collect()),
        "servers": servers,
        "hosts": hosts,
        "shared_names": if assigns { names.shared() } else { Vec::new() },
        "is_once": bodies().any(is_once),
        "follows": sorted_lines(bodies().filter(|body| follows(&body.call))),
        "replaces": replaces,
        "blocks": blocks.collect::<Vec<_>>(),
    })
}

/// Names, each once.
fn sorted(mut names: Vec<&'static str>) -> Vec<&'static str> {
    names.sort_unstable();
    names.dedup();
    names
}

/// The commands of one place, those of one reason together.
fn block(rows: &[&Row<Command>], names: &Names<'_>, speaker: &Speaker) -> Json {
    let place = &rows[0].body.place;
    let groups =
        rows.chunk_by(|one, next| is_of_one_reason(one, next)).map(|rows| group(rows, names, speaker));
    json!({
        "server": place.server(),
        "guard": guard(place),
        "asked": sorted(rows.iter().flat_map(|row| values(&row.body)).collect()),
        "place": speaker.say(&place.words()),
        "thumbprints": rows.iter().flat_map(|row| thumbprints(&row.body, names)).collect::<Vec<_>>(),
        "groups": groups.collect::<Vec<_>>(),
    })
}

/// The operator's thumbprints in a command, each with the names that its certificate must have.
fn thumbprints(command: &Command, names: &Names<'_>) -> Vec<Json> {
    let variables = command.call.variables().into_iter().filter(|name| is_thumbprint(name));
    variables.map(|name| json!({ "name": name, "names": names.of_command(command) })).collect()
}

/// Whether the operator gives the thumbprint of a certificate in the computer's own store.
fn is_thumbprint(name: &str) -> bool {
    name.ends_with("Thumbprint")
}

/// The operator's values in a command that are neither thumbprints nor credentials.
fn values(command: &Command) -> Vec<&'static str> {
    let is_value = |name: &&str| !is_thumbprint(name) && !name.starts_with("Credential");
    command.call.variables().into_iter().filter(is_value).collect()
}

/// What a value is that only the operator can give.
fn asked_for(name: &str) -> Message {
    Message::new(if is_thumbprint(name) { "script-thumbprint" } else { "script-value" })
}

/// What a script says where the cmdlets of its shell are missing.
fn no_cmdlet(shell: Shell) -> Message {
    Message::new(match shell {
        Shell::SkypeManagementShell | Shell::PowerShell => "script-no-cmdlet",
        Shell::ExchangeManagementShell => "script-no-exchange-cmdlet",
        Shell::TenantPowerShell => "script-no-tenant-cmdlet",
        Shell::CloudConnectorPowerShell => "script-no-connector-cmdlet",
    })
}

/// What can't be looked at afterwards is done once, as a record tells.
fn is_once(command: &Command) -> bool {
    let is_seen = command.state().is_some();
    let begins = |begin: &&str| command.call.cmdlet().starts_with(begin);
    (!is_seen && ONCE.iter().any(begins)) || follows(&command.call) || is_once_on_host(command)
}

/// How the cmdlets begin whose work can't be looked at by its name.
const ONCE: [&str; 7] =
    ["Request-", "New-", "Export-", "Add-", "Enable-Exchange", "Enable-UMMailbox", "exchucutil"];

/// How the lines begin that let a product take in what was changed before: done once after every change.
const FOLLOWS: [&str; 3] = ["Enable-CsTopology", "Restart-", "iisreset "];

/// How a line ends that has a process read its settings anew.
const REFRESHES: &str = " -Argument Refresh";

/// Whether a line only lets a product take in what other lines changed.
fn follows(call: &Call) -> bool {
    let line = call.to_string();
    FOLLOWS.iter().any(|begin| line.starts_with(begin)) || line.ends_with(REFRESHES)
}

/// The lines of these commands, each once, with the server where they are typed.
fn sorted_lines<'c>(commands: impl Iterator<Item = &'c Command>) -> Vec<Json> {
    let mut lines: Vec<(Option<String>, String)> = Vec::new();
    for command in commands {
        let line = (command.place.server().map(ToString::to_string), command.call.to_string());
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.into_iter().map(|(server, line)| json!({ "server": server, "line": line })).collect()
}

fn is_of_one_reason(one: &Row<Command>, next: &Row<Command>) -> bool {
    Arc::ptr_eq(&one.reason, &next.reason) || one.reason == next.reason
}

/// Commands of one reason, which is told once; so is what shows that several worked, where it is the same for all.
fn group(rows: &[&Row<Command>], names: &Names<'_>, speaker: &Speaker) -> Json {
    let reason = &rows[0].reason;
    let check = &rows[0].body.check;
    let is_common = rows.len() > 1 && rows.iter().all(|row| row.body.check == *check);
    let text = |call: Option<&Call>| call.map(ToString::to_string);
    let shape = |row: &Row<Command>| {
        let state = row.body.state()?;
        Some((state.seen, state.restore, state.clear, row.body.undo.is_some()))
    };
    let is_alike = shape(rows[0])
        .is_some_and(|first| first.3 && rows.iter().all(|row| shape(row).as_ref() == Some(&first)));
    let commands = rows.iter().map(|row| {
        json!({
            "line": row.body.call.to_string(),
            "check": if is_common { None } else { text(row.body.check.as_deref()) },
            "undo": text(row.body.undo.as_ref()),
            "tried": row.body.check.as_ref().map(|check| check.variables()).unwrap_or_default(),
            "is_test": row.body.call.cmdlet().starts_with("Test-"),
            "is_once": is_once(&row.body),
            "follows": follows(&row.body.call),
            "digest": if is_once(&row.body) { names.digest(&row.body) } else { None },
            "is_challenged": row.body.answer == Answer::Challenge,
            "links": links(row.body.answer),
            "state": state_of(&row.body),
        })
    });
    json!({
        "is_alike": is_alike && (is_common || rows[0].body.check.is_none()),
        "what": reason.rules().first().map(|rule| speaker.say(&Message::new(format!("rule-{rule}")))),
        "why": why(reason),
        "remarks": reason.remarks().iter().map(|remark| speaker.say(remark)).collect::<Vec<_>>(),
        "check": if is_common { text(check.as_deref()) } else { None },
        "commands": commands.collect::<Vec<_>>(),
    })
}

/// The state that a command leaves, where it can be seen.
pub(super) fn state_of(command: &Command) -> Option<Json> {
    let mut seen = command.state().as_ref().map(state)?;
    seen["uses"] = json!(names::uses(&command.call).unwrap_or_default());
    Some(seen)
}

/// The links that an answer must have, each choice in one text.
pub(super) fn links(answer: Answer) -> Vec<String> {
    answer.links().into_iter().map(|links| links.join(" ")).collect()
}

/// What a command is about: how it is seen, told from others, judged, recorded and brought back.
fn state(state: &State) -> Json {
    let pairs = |values: Vec<&(&'static str, Value)>| -> Json {
        let pair = |(name, value): &(&str, Value)| {
            // What another line finds is there on the right machine only.
            let is_typed = !value.variables().is_empty() || matches!(value, Value::Property(..));
            json!({ "name": name, "value": value.expression(), "is_typed": is_typed })
        };
        values.into_iter().map(pair).collect()
    };
    let (named, valued): (Vec<_>, Vec<_>) =
        state.wanted.iter().partition(|(_, value)| *value == Value::Switch);
    let (holds, equal): (Vec<_>, Vec<_>) = valued.into_iter().partition(|(_, value)| value.is_held());
    let seen = match state.within {
        Some(property) => state.seen.clone().pipe("Select-Object").text("ExpandProperty", property),
        None => state.seen.clone(),
    };
    json!({
        "seen": seen.to_string(),
        "makes": state.makes,
        "many": state.many,
        "which": pairs(state.which.iter().collect()),
        "equal": pairs(equal),
        "holds": pairs(holds),
        "shown": state.shown.iter().map(shown).collect::<Vec<_>>(),
        "named": named.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        "recorded": state.recorded(),
        "restore": state.restore.as_ref().map(ToString::to_string),
        "change": state.change.as_ref().map(ToString::to_string),
        "clear": state.clear.as_ref().map(ToString::to_string),
    })
}

/// A text that is looked for in the texts of properties.
fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        other => other.to_string(),
    }
}
