//! What the runbook sees: steps in the order of work, each with who, where, what, what shows that it worked, and what takes
//! it back.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::certificate::needless;
use super::overview::{Listed, by_purpose};
use super::why;
use crate::artifact::script::script_of;
use crate::catalog::Commands;
use crate::requirement::{Command, Place, Requirements, Row, Stage};
use crate::text::{Message, Speaker};

/// So many files or lines of a kind are shown; the folder and the scripts have them all.
const SHOWN: usize = 30;

/// The work that is not done by a script: the key of its words, its team, and which of the team's files belong to it by
/// the beginning of their paths; all that no other step has where none is named. A step without files is left out.
type ByHand = (&'static str, &'static str, &'static [&'static str]);

const DNS: &[ByHand] = &[
    ("step-dns-internal", "dns", &[]),
    (
        "step-dns-external",
        "dns",
        &["dns/external/", "dns/dnscontrol/", "dns/octodns/external/", "dns/route53/external-"],
    ),
    ("step-dns-perimeter", "dns", &["dns/perimeter/", "dns/octodns/perimeter/", "dns/route53/perimeter-"]),
];
const CERTIFICATES: &[ByHand] = &[("step-certificates", "certificates", &[])];
const NETWORK: &[ByHand] = &[
    ("step-firewall", "firewall", &[]),
    ("step-windows-firewall", "server", &["firewall/"]),
    ("step-load-balancers", "balancer", &[]),
    ("step-reverse-proxies", "proxy", &[]),
];
const APPLIANCES: &[ByHand] = &[("step-appliances", "appliance", &[]), ("step-gateways", "gateway", &[])];
const VERIFY: &[ByHand] = &[
    ("step-verify", "server", &["server/verify."]),
    ("step-verify", "tenant", &["cloud-connector/verify."]),
];

/// Scripts below the first number come before the certificates, below the second one before firewall and proxies.
const CERTIFICATES_FROM: u8 = 20;
const FIREWALL_FROM: u8 = 30;
/// From this number on they are for the hosts and the tenant of Cloud Connector.
const APPLIANCES_FROM: u8 = 91;

/// The steps, numbered.
pub(in crate::artifact) fn steps(
    requirements: &Requirements,
    files: &[Listed],
    commands: &BTreeMap<String, Commands>,
    speaker: &Speaker,
) -> Vec<Json> {
    let scripts = scripts(requirements, speaker);
    let within = |from: u8, to: u8| {
        scripts.iter().filter(move |(number, _)| (from..to).contains(number)).map(|(_, step)| step.clone())
    };
    let by_hand = |steps: &'static [ByHand]| {
        steps.iter().filter_map(|step| {
            let others = steps.iter().filter(|other| other.1 == step.1).flat_map(|other| other.2).copied();
            let (others, needless) = (others.collect(), needless(files));
            by_hand(step, &Files { others, all: files, needless, commands }, requirements, speaker)
        })
    };
    let mut steps: Vec<Json> = by_hand(DNS)
        .chain(within(0, CERTIFICATES_FROM))
        .chain(by_hand(CERTIFICATES))
        .chain(within(CERTIFICATES_FROM, FIREWALL_FROM))
        .chain(by_hand(NETWORK))
        .chain(within(FIREWALL_FROM, APPLIANCES_FROM))
        .chain(by_hand(APPLIANCES))
        .chain(within(APPLIANCES_FROM, u8::MAX))
        .chain(by_hand(VERIFY))
        .collect();
    for (at, step) in steps.iter_mut().enumerate() {
        step["number"] = (at + 1).into();
    }
    steps
}

/// The files of all steps.
struct Files<'f> {
    /// How the paths of those begin that the other steps of the same team have.
    others: Vec<&'f str>,
    all: &'f [Listed],
    needless: BTreeSet<&'f str>,
    commands: &'f BTreeMap<String, Commands>,
}

impl Files<'_> {
    /// Those of a step, by purpose: some of each, how many more, and what is typed for them.
    fn sets(&self, team: &str, starts: &[&str], speaker: &Speaker) -> Vec<Json> {
        let begins = |path: &str, starts: &[&str]| starts.iter().any(|start| path.starts_with(start));
        let is_own = |file: &&Listed| {
            let is_here = if starts.is_empty() {
                !begins(&file.path, &self.others)
            } else {
                begins(&file.path, starts)
            };
            file.audience == team && is_here && !self.needless.contains(file.path.as_str())
        };
        let set = |alike: Vec<&Listed>| {
            json!({
                "purpose": alike[0].purpose(speaker),
                "paths": alike.iter().take(SHOWN).map(|file| &file.path).collect::<Vec<_>>(),
                "more": alike.len().saturating_sub(SHOWN),
                "commands": self.commands.get(&alike[0].purpose).cloned().unwrap_or_default(),
            })
        };
        by_purpose(self.all.iter().filter(is_own)).into_iter().map(set).collect()
    }
}

fn by_hand(
    (key, team, starts): &ByHand,
    files: &Files<'_>,
    requirements: &Requirements,
    speaker: &Speaker,
) -> Option<Json> {
    let sets = files.sets(team, starts, speaker);
    if sets.is_empty() {
        return None;
    }
    let say = |attribute: &str| speaker.say(&Message::new(format!("{key}.{attribute}")));
    Some(json!({
        "title": speaker.say(&Message::new(*key)),
        "who": speaker.say(&Message::new(format!("audience-{team}"))),
        "place": say("where"),
        "work": say("do"),
        "sets": sets,
        "script": Json::Null,
        "parameters": "",
        "undoes": false,
        "parts": [],
        "remarks": if *team == "dns" && starts.is_empty() { dns_remarks(requirements, speaker) } else { Vec::new() },
        "check": say("check"),
        "undo": say("undo"),
    }))
}

/// The steps of the scripts, each with the number of its script.
fn scripts(requirements: &Requirements, speaker: &Speaker) -> Vec<(u8, Json)> {
    let mut rows: Vec<_> = requirements.commands.iter().map(|row| (script_of(&row.body), row)).collect();
    rows.sort_by_key(|((word, number, _), _)| (*number, *word));
    rows.chunk_by(|(one, _), (other, _)| one == other)
        .map(|rows| {
            let (word, number, _) = rows[0].0;
            let rows: Vec<&Row<Command>> = rows.iter().map(|(_, row)| *row).collect();
            (number, script(word, number, &rows, speaker))
        })
        .collect()
}

fn script(word: &str, number: u8, rows: &[&Row<Command>], speaker: &Speaker) -> Json {
    let mut places: Vec<String> = rows.iter().map(|row| speaker.say(&row.body.place.words())).collect();
    places.dedup();
    let undo = Message::new(format!("stage-{word}.undo"));
    let mut operator: Vec<&str> = rows.iter().flat_map(|row| row.body.call.variables()).collect();
    operator.sort_unstable();
    operator.dedup();
    let parameters: Vec<String> = operator.iter().map(|name| format!(" -{name} <{name}>")).collect();
    json!({
        "title": speaker.say(&Message::new(format!("stage-{word}"))),
        "who": speaker.say(&Message::new(team(&rows[0].body))),
        "place": places.join(", "),
        "work": Json::Null,
        "sets": [],
        "folder": rows[0].body.stage.folder(),
        "script": format!("{number}-{word}.ps1"),
        "parameters": parameters.concat() + if rows[0].body.stage == Stage::Leaving { " -Leave" } else { "" },
        "undoes": rows.iter().any(|row| row.body.undo.is_some()),
        "parts": parts(rows, speaker),
        "remarks": [],
        "check": speaker.say(&Message::new(format!("stage-{word}.check"))),
        "undo": if speaker.knows(undo.key()) { speaker.say(&undo).into() } else { Json::Null },
    })
}

/// The team that types a command.
fn team(command: &Command) -> &'static str {
    match (command.stage.folder(), &command.place) {
        ("cloud-connector", Place::Appliance(_) | Place::Server(_)) => "audience-appliance",
        ("cloud-connector", _) => "audience-tenant",
        ("exchange", _) => "audience-exchange",
        _ => "audience-server",
    }
}

/// Commands of one rule with the same remarks, wherever they are typed.
fn parts(rows: &[&Row<Command>], speaker: &Speaker) -> Vec<Json> {
    let mut parts: Vec<Vec<&Row<Command>>> = Vec::new();
    for row in rows {
        let is_alike = |part: &&mut Vec<&Row<Command>>| {
            part[0].reason.rules() == row.reason.rules() && part[0].reason.remarks() == row.reason.remarks()
        };
        match parts.iter_mut().find(is_alike) {
            Some(part) => part.push(row),
            None => parts.push(vec![row]),
        }
    }
    parts.iter().map(|rows| part(rows, speaker)).collect()
}

fn part(rows: &[&Row<Command>], speaker: &Speaker) -> Json {
    let reason = &rows[0].reason;
    let has_places = rows.iter().any(|row| row.body.place != rows[0].body.place);
    let mut lines = Vec::new();
    let mut place = None;
    for row in rows.iter().take(SHOWN) {
        if has_places && place != Some(&row.body.place) {
            lines.push(format!("# {}", speaker.say(&row.body.place.words())));
            place = Some(&row.body.place);
        }
        lines.push(row.body.call.to_string());
    }
    let mut checks: Vec<String> =
        rows.iter().filter_map(|row| row.body.check.as_ref().map(ToString::to_string)).collect();
    checks.dedup();
    let undos = rows.iter().rev().filter_map(|row| row.body.undo.as_ref().map(ToString::to_string));
    let undos: Vec<String> = undos.collect();
    json!({
        "what": reason.rules().first().map(|rule| speaker.say(&Message::new(format!("rule-{rule}")))),
        "remarks": reason.remarks().iter().map(|remark| speaker.say(remark)).collect::<Vec<_>>(),
        "why": why(reason),
        "lines": lines,
        "more": rows.len().saturating_sub(SHOWN),
        "checks": checks.iter().take(SHOWN).collect::<Vec<_>>(),
        "undos": undos.iter().take(SHOWN).collect::<Vec<_>>(),
    })
}

/// What is to be said about records, each once.
fn dns_remarks(requirements: &Requirements, speaker: &Speaker) -> Vec<String> {
    let mut told: Vec<&Message> = Vec::new();
    for remark in requirements.dns.iter().flat_map(|row| row.reason.remarks()) {
        if !told.contains(&remark) {
            told.push(remark);
        }
    }
    told.into_iter().map(|remark| speaker.say(remark)).collect()
}
