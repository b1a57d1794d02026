//! `show --json`: what a plan requires, as one document. Stable, sorted, in English.

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::plan_digest;
use crate::finding::Finding;
use crate::plan::Plan;
use crate::requirement::{
    BalancingRule, Certificate, Command, Event, FirewallRule, PublishingRule, Reason, Requirements, Row,
};
use crate::text::Speaker;

/// A part of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// DNS records.
    Dns,
    /// Certificates.
    Certificates,
    /// Publishing rules.
    Publishing,
    /// Flows through firewalls.
    Firewall,
    /// Load balancing.
    Balancing,
    /// Commands.
    Commands,
    /// Features of Exchange integration.
    Exchange,
    /// The calendar.
    Calendar,
    /// Findings.
    Findings,
}

impl Part {
    /// All parts, in the order of the document.
    pub const ALL: &[Self] = &[
        Self::Dns,
        Self::Certificates,
        Self::Publishing,
        Self::Firewall,
        Self::Balancing,
        Self::Commands,
        Self::Exchange,
        Self::Calendar,
        Self::Findings,
    ];

    /// Its key.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::Certificates => "certificates",
            Self::Publishing => "publishing",
            Self::Firewall => "firewall",
            Self::Balancing => "balancing",
            Self::Commands => "commands",
            Self::Exchange => "exchange",
            Self::Calendar => "calendar",
            Self::Findings => "findings",
        }
    }
}

/// The document of everything, or of one part.
#[must_use]
pub fn requirements(plan: &Plan, requirements: &Requirements, only: Option<Part>, speaker: &Speaker) -> Json {
    let mut document = Map::new();
    document.insert("format".into(), "ucplan-requirements/v1".into());
    document.insert(
        "plan".into(),
        json!({
            "title": plan.title.given().value(),
            "digest": plan_digest(plan),
            "go_live": plan.go_live.given().value(),
        }),
    );
    for part in Part::ALL.iter().filter(|part| only.is_none_or(|only| only == **part)) {
        document.insert(part.word().into(), rows(*part, requirements, speaker));
    }
    Json::Object(document)
}

fn rows(part: Part, requirements: &Requirements, speaker: &Speaker) -> Json {
    match part {
        Part::Dns => all(&requirements.dns, speaker, fields),
        Part::Certificates => all(&requirements.certificates, speaker, certificate),
        Part::Publishing => all(&requirements.publishing, speaker, publishing),
        Part::Firewall => all(&requirements.firewall, speaker, |rule| firewall(rule, speaker)),
        Part::Balancing => all(&requirements.balancing, speaker, balancing),
        Part::Commands => commands(&requirements.commands, speaker),
        Part::Exchange => all(&requirements.exchange, speaker, fields),
        Part::Calendar => all(&requirements.calendar, speaker, |event| event_row(event, speaker)),
        Part::Findings => all(&requirements.findings, speaker, |found| finding(found, speaker)),
    }
}

fn all<B>(rows: &[Row<B>], speaker: &Speaker, body: impl Fn(&B) -> Json) -> Json {
    rows.iter().map(|row| stamped(body(&row.body), &row.reason, speaker)).collect()
}

/// The row with its reason.
fn stamped(mut row: Json, reason: &Reason, speaker: &Speaker) -> Json {
    let Some(fields) = row.as_object_mut() else {
        return row;
    };
    fields.insert("facts".into(), json!(reason.facts()));
    fields.insert("because".into(), reason.because().paths().map(ToString::to_string).collect());
    if reason.because().is_provisional() {
        fields.insert("provisional".into(), true.into());
    }
    if !reason.remarks().is_empty() {
        fields.insert("remarks".into(), reason.remarks().iter().map(|remark| speaker.say(remark)).collect());
    }
    row
}

fn fields<B: Serialize>(body: &B) -> Json {
    serde_json::to_value(body).unwrap_or_default()
}

fn certificate(certificate: &Certificate) -> Json {
    let names = certificate.names();
    let reasons: Map<String, Json> = names
        .iter()
        .map(|name| {
            let because: Vec<_> = name.reason.because().paths().collect();
            (name.name.to_string(), json!({ "facts": name.reason.facts(), "because": because }))
        })
        .collect();
    json!({
        "id": certificate.id,
        "role": certificate.role,
        "hosts": certificate.hosts,
        "provisional": false,
        "assign_to": certificate.assign_to,
        "issuer": certificate.issuer,
        "subject": certificate.subject,
        "common_name": certificate.profile.has_common_name,
        "names": names.iter().map(|name| name.name.to_string()).collect::<Vec<_>>(),
        "reasons": reasons,
        "key": certificate.key.word(),
        "extended_key_usage": ["server-auth"],
        "exportable": certificate.exportable,
        "longest_validity_days": certificate.profile.longest_days,
    })
}

fn publishing(rule: &PublishingRule) -> Json {
    let mut row = fields(&*rule.route);
    if let Some(fields) = row.as_object_mut() {
        fields.insert("public_name".into(), json!(rule.public_name));
    }
    row
}

fn event_row(event: &Event, speaker: &Speaker) -> Json {
    json!({ "day": event.day, "kind": event.kind, "what": speaker.say(&event.words) })
}

fn firewall(rule: &FirewallRule, speaker: &Speaker) -> Json {
    json!({
        "from": rule.from,
        "to": rule.to,
        "protocol": rule.protocol,
        "port": rule.ports,
        "source_port": rule.source_ports.map_or_else(|| "any".to_owned(), |ports| ports.to_string()),
        "direction": rule.direction(),
        "level": rule.level,
        "purpose": speaker.say(&rule.purpose),
        "disputed": rule.disputed,
    })
}

fn balancing(rule: &BalancingRule) -> Json {
    let addresses: Vec<_> = rule.members.iter().flat_map(|member| &member.addresses).collect();
    json!({
        "balancer": rule.balancer,
        "pool": rule.pool,
        "side": rule.side,
        "address": rule.address,
        "protocol": rule.protocol,
        "listen_port": rule.listen_port,
        "member_port": rule.member_port,
        "members": rule.members,
        "member_addresses": addresses,
        "persistence": rule.persistence,
        "monitor_port": rule.monitor_port,
        "idle_timeout_seconds": rule.idle_timeout_seconds,
    })
}

fn commands(rows: &[Row<Command>], speaker: &Speaker) -> Json {
    let command = |(at, row): (usize, &Row<Command>)| {
        let command = &row.body;
        let mut fields = json!({
            "step": at + 1,
            "stage": command.stage,
            "shell": command.shell,
            "where": speaker.say(&command.place.words()),
            "line": command.call.to_string(),
            "cmdlet": command.call.cmdlet(),
        });
        if let Some(check) = &command.check {
            fields["check"] = check.to_string().into();
        }
        if let Some(undo) = &command.undo {
            fields["undo"] = undo.to_string().into();
        }
        stamped(fields, &row.reason, speaker)
    };
    rows.iter().enumerate().map(command).collect()
}

fn finding(finding: &Finding, speaker: &Speaker) -> Json {
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "message": speaker.say(&finding.message),
        "fix": speaker.say(&finding.fix()),
    })
}
