//! What a template sees of the commands: scripts, in them a block for each place, in it lines of one reason together.

mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value as Json, json};

pub(super) use names::Names;

use super::view::why;
use crate::requirement::{Answer, Call, Command, Place, Requirements, Row, Shell, Stage, State, Value};
use crate::text::{Message, Speaker};

/// A script: its word, its number, and whether a line that fails stops it. What is typed at different places stands in
/// different scripts, so that each can be run as a whole where it belongs.
pub(super) fn script_of(command: &Command) -> (&'static str, u8, bool) {
    let (stage, number) = (command.stage.word(), command.stage.number());
    match (command.stage, &command.place) {
        (Stage::SimpleUrls, Place::Server(_)) => ("simple-urls-on-servers", number + 1, true),
        (_, Place::ComputerInside) => ("web-tests-inside", number - 2, false),
        (_, Place::ComputerOutside) => ("web-tests-outside", number - 1, false),
        (Stage::Tests, _) => (stage, number, false),
        _ => (stage, number, true),
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
            let mut script = script(&rows, &names, speaker);
            script["stage"] = word.into();
            script["number"] = number.into();
            script["is_test"] = rows.iter().all(|row| row.body.stage == Stage::Tests).into();
            script["goes_on"] = (!stops).into();
            script["is_web"] = rows.iter().all(|row| row.body.shell == Shell::PowerShell).into();
            script["title"] = speaker.say(&Message::new(format!("stage-{word}"))).into();
            script["check"] = speaker.say(&Message::new(format!("stage-{word}.check"))).into();
            script
        })
        .collect()
}

/// The commands of a script, those of one place together.
fn script(rows: &[&Row<Command>], names: &Names<'_>, speaker: &Speaker) -> Json {
    let bodies = || rows.iter().map(|row| &row.body);
    let sorted = |mut names: Vec<&'static str>| {
        names.sort_unstable();
        names.dedup();
        names
    };
    let variables = sorted(bodies().flat_map(|body| body.call.variables()).collect());
    let (secrets, texts): (Vec<&str>, Vec<&str>) =
        variables.into_iter().partition(|name| name.starts_with("Credential"));
    let tried = bodies().filter_map(|body| body.check.as_ref()).flat_map(|check| check.variables());
    let calls =
        bodies().flat_map(|body| [Some(&body.call), body.check.as_deref(), body.undo.as_ref()]).flatten();
    let cmdlets = calls.flat_map(Call::invocations).map(|invocation| invocation.cmdlet);
    let servers: BTreeSet<String> =
        bodies().filter_map(|body| body.place.server()).map(ToString::to_string).collect();
    let assigns = bodies().any(|body| !thumbprints(body, names).is_empty());
    let replaces = bodies().any(|body| State::of(&body.call).is_some_and(|state| state.clear.is_some()));
    let blocks = rows.chunk_by(|one, next| one.body.place == next.body.place).map(|rows| {
        let place = &rows[0].body.place;
        let groups =
            rows.chunk_by(|one, next| is_of_one_reason(one, next)).map(|rows| group(rows, names, speaker));
        json!({
            "server": place.server(),
            "place": speaker.say(&place.words()),
            "thumbprints": rows.iter().flat_map(|row| thumbprints(&row.body, names)).collect::<Vec<_>>(),
            "groups": groups.collect::<Vec<_>>(),
        })
    });
    json!({
        "texts": texts,
        "secrets": secrets,
        "tried": sorted(tried.collect()),
        "cmdlets": sorted(cmdlets.collect()),
        "servers": servers,
        "shared_names": if assigns { names.shared() } else { Vec::new() },
        "is_once": bodies().any(is_once),
        "replaces": replaces,
        "blocks": blocks.collect::<Vec<_>>(),
    })
}

/// The operator's thumbprints in a command, each with the names that its certificate must have.
fn thumbprints(command: &Command, names: &Names<'_>) -> Vec<Json> {
    let variables = command.call.variables().into_iter().filter(|name| name.ends_with("Thumbprint"));
    variables.map(|name| json!({ "name": name, "names": names.of_command(command) })).collect()
}

/// What can't be looked at afterwards is done once, as a record tells.
fn is_once(command: &Command) -> bool {
    command.call.cmdlet().starts_with("Request-")
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
        let state = State::of(&row.body.call)?;
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
            "digest": if is_once(&row.body) { names.digest(&row.body) } else { None },
            "is_challenged": row.body.answer == Answer::Challenge,
            "links": links(row.body.answer),
            "state": state_of(&row.body.call),
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
pub(super) fn state_of(call: &Call) -> Option<Json> {
    let mut seen = State::of(call).as_ref().map(state)?;
    seen["uses"] = json!(names::uses(call).unwrap_or_default());
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
            let is_typed = matches!(value, Value::Operator(_));
            json!({ "name": name, "value": value.expression(), "is_typed": is_typed })
        };
        values.into_iter().map(pair).collect()
    };
    let (named, valued): (Vec<_>, Vec<_>) =
        state.wanted.iter().partition(|(_, value)| *value == Value::Switch);
    let (holds, equal): (Vec<_>, Vec<_>) =
        valued.into_iter().partition(|(_, value)| matches!(value, Value::Add(_)));
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
        "named": named.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        "recorded": state.recorded(),
        "restore": state.restore.as_ref().map(ToString::to_string),
        "change": state.change.as_ref().map(ToString::to_string),
        "clear": state.clear.as_ref().map(ToString::to_string),
    })
}
