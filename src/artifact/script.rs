//! What a template sees of the commands: scripts, in them a block for each place, in it lines of one reason together.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::view::why;
use crate::requirement::{Call, Command, Place, Requirements, Row, Stage};
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
    let mut sorted: BTreeMap<(u8, &str, bool), Vec<&Row<Command>>> = BTreeMap::new();
    for row in &requirements.commands {
        let (word, number, stops) = script_of(&row.body);
        sorted.entry((number, word, stops)).or_default().push(row);
    }
    sorted
        .into_iter()
        .map(|((number, word, stops), rows)| {
            let mut script = script(&rows, speaker);
            script["stage"] = word.into();
            script["number"] = number.into();
            script["goes_on"] = (!stops).into();
            script["title"] = speaker.say(&Message::new(format!("stage-{word}"))).into();
            script["check"] = speaker.say(&Message::new(format!("stage-{word}.check"))).into();
            script
        })
        .collect()
}

/// The commands of a script, those of one place together.
fn script(rows: &[&Row<Command>], speaker: &Speaker) -> Json {
    let mut variables: Vec<&str> = rows.iter().flat_map(|row| row.body.call.variables()).collect();
    variables.sort_unstable();
    variables.dedup();
    let (secrets, texts): (Vec<&str>, Vec<&str>) =
        variables.into_iter().partition(|name| name.starts_with("Credential"));
    let blocks = rows.chunk_by(|one, next| one.body.place == next.body.place).map(|rows| {
        let place = &rows[0].body.place;
        let groups = rows.chunk_by(|one, next| is_of_one_reason(one, next)).map(|rows| group(rows, speaker));
        json!({
            "server": place.server(),
            "place": speaker.say(&place.words()),
            "groups": groups.collect::<Vec<_>>(),
        })
    });
    json!({ "texts": texts, "secrets": secrets, "blocks": blocks.collect::<Vec<_>>() })
}

fn is_of_one_reason(one: &Row<Command>, next: &Row<Command>) -> bool {
    Arc::ptr_eq(&one.reason, &next.reason) || one.reason == next.reason
}

/// Commands of one reason, which is told once; so is what shows that several worked, where it is the same for all.
fn group(rows: &[&Row<Command>], speaker: &Speaker) -> Json {
    let reason = &rows[0].reason;
    let check = &rows[0].body.check;
    let is_common = rows.len() > 1 && rows.iter().all(|row| row.body.check == *check);
    let text = |call: Option<&Call>| call.map(ToString::to_string);
    let commands = rows.iter().map(|row| {
        json!({
            "line": row.body.call.to_string(),
            "check": if is_common { None } else { text(row.body.check.as_deref()) },
            "undo": text(row.body.undo.as_ref()),
        })
    });
    json!({
        "what": reason.rules().first().map(|rule| speaker.say(&Message::new(format!("rule-{rule}")))),
        "why": why(reason),
        "remarks": reason.remarks().iter().map(|remark| speaker.say(remark)).collect::<Vec<_>>(),
        "check": if is_common { text(check.as_deref()) } else { None },
        "commands": commands.collect::<Vec<_>>(),
    })
}
