//! What the runbook sees: steps in the order of work, each with who, where, what, what shows that it worked, and what takes
//! it back.

use serde_json::{Value as Json, json};

use super::why;
use crate::artifact::script::script_of;
use crate::requirement::{Command, Requirements, Row};
use crate::text::{Message, Speaker};

/// So many files or lines of a kind are shown; the folder and the scripts have them all.
const SHOWN: usize = 30;

/// The work that is not done by a script: the key of its words, its team, and its files by the beginning of their paths.
/// A step without files is left out.
const BY_HAND: &[(&str, &str, &[&str])] = &[
    (
        "step-dns-internal",
        "dns",
        &[
            "dns/internal/",
            "dns/windows-dns.ps1",
            "dns/pin-point-zones.cmd",
            "dns/octodns/internal/",
            "dns/route53/internal-",
        ],
    ),
    (
        "step-dns-external",
        "dns",
        &["dns/external/", "dns/dnscontrol/", "dns/octodns/external/", "dns/route53/external-"],
    ),
    ("step-dns-perimeter", "dns", &["dns/perimeter/"]),
    ("step-certificates", "certificates", &["certificates/"]),
    ("step-firewall", "firewall", &["firewall/"]),
    ("step-load-balancers", "balancer", &["load-balancer/"]),
    ("step-reverse-proxies", "proxy", &["reverse-proxy/"]),
    ("step-verify", "server", &["server/verify.ps1"]),
];

/// Scripts below the first number come before the certificates, below the second one before firewall and proxies.
const CERTIFICATES_FROM: u8 = 20;
const FIREWALL_FROM: u8 = 30;

/// The steps, numbered.
pub(in crate::artifact) fn steps(
    requirements: &Requirements,
    files: &[&str],
    speaker: &Speaker,
) -> Vec<Json> {
    let (dns, rest) = BY_HAND.split_at(3);
    let (certificates, rest) = rest.split_at(1);
    let (network, verify) = rest.split_at(3);
    let scripts = scripts(requirements, speaker);
    let within = |from: u8, to: u8| {
        scripts.iter().filter(move |(number, _)| (from..to).contains(number)).map(|(_, step)| step.clone())
    };
    let by_hand = |steps: &'static [(&str, &str, &[&str])]| {
        steps
            .iter()
            .filter_map(|(key, team, starts)| by_hand(key, team, starts, requirements, files, speaker))
    };
    let mut steps: Vec<Json> = by_hand(dns)
        .chain(within(0, CERTIFICATES_FROM))
        .chain(by_hand(certificates))
        .chain(within(CERTIFICATES_FROM, FIREWALL_FROM))
        .chain(by_hand(network))
        .chain(within(FIREWALL_FROM, u8::MAX))
        .chain(by_hand(verify))
        .collect();
    for (at, step) in steps.iter_mut().enumerate() {
        step["number"] = (at + 1).into();
    }
    steps
}

fn by_hand(
    key: &'static str,
    team: &str,
    starts: &[&str],
    requirements: &Requirements,
    files: &[&str],
    speaker: &Speaker,
) -> Option<Json> {
    let own: Vec<&str> = starts
        .iter()
        .flat_map(|start| files.iter().copied().filter(move |path| path.starts_with(start)))
        .collect();
    if own.is_empty() {
        return None;
    }
    let say = |attribute: &str| speaker.say(&Message::new(format!("{key}.{attribute}")));
    Some(json!({
        "title": speaker.say(&Message::new(key)),
        "who": speaker.say(&Message::new(format!("audience-{team}"))),
        "place": say("where"),
        "work": say("do"),
        "files": own.iter().take(SHOWN).collect::<Vec<_>>(),
        "more_files": own.len().saturating_sub(SHOWN),
        "script": Json::Null,
        "undoes": false,
        "parts": [],
        "remarks": if key.starts_with("step-dns-internal") { dns_remarks(requirements, speaker) } else { Vec::new() },
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
    json!({
        "title": speaker.say(&Message::new(format!("stage-{word}"))),
        "who": speaker.say(&Message::new("audience-server")),
        "place": places.join(", "),
        "work": Json::Null,
        "files": [format!("server/{number}-{word}.ps1")],
        "more_files": 0,
        "script": format!("{number}-{word}.ps1"),
        "undoes": rows.iter().any(|row| row.body.undo.is_some()),
        "parts": parts(rows, speaker),
        "remarks": [],
        "check": speaker.say(&Message::new(format!("stage-{word}.check"))),
        "undo": if speaker.knows(undo.key()) { speaker.say(&undo).into() } else { Json::Null },
    })
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
