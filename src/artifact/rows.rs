//! The requirements as tables for people: a row's cells in words, and its reason.

use std::sync::Arc;

use super::RequirementsPart as Part;
use crate::requirement::{Feature, Reason, Requirements, Row};
use crate::text::{Message, Speaker};

/// A row of a table.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Its cells, in the order of the part's columns less the last one, which is for the reason.
    pub cells: Vec<String>,
    /// Why it is there.
    pub reason: Arc<Reason>,
    /// Why what else it tells is there, where it tells of several rows.
    pub others: Vec<Arc<Reason>>,
}

impl TableRow {
    fn new(cells: Vec<String>, reason: &Arc<Reason>) -> Self {
        Self { cells, reason: Arc::clone(reason), others: Vec::new() }
    }

    /// Every reason that it has.
    pub fn reasons(&self) -> impl Iterator<Item = &Reason> {
        std::iter::once(&self.reason).chain(&self.others).map(|reason| &**reason)
    }
}

/// The rows of a part. The titles of its columns stand under `part-<part>.columns`.
#[must_use]
pub fn rows(part: Part, requirements: &Requirements, speaker: &Speaker) -> Vec<TableRow> {
    let say = |message: &Message| speaker.say(message);
    match part {
        Part::Dns => each(&requirements.dns, |record| {
            vec![
                record.view.word().into(),
                record.zone.to_string(),
                record.name.to_string(),
                record.data.kind().into(),
                record.data.to_string(),
                word(&record.level),
            ]
        }),
        Part::Certificates => certificate_names(requirements),
        Part::Publishing => each(&requirements.publishing, |rule| {
            let route = &rule.route;
            vec![
                route.proxy.to_string(),
                rule.public_name.to_string(),
                route.listen_port.to_string(),
                route.target.to_string(),
                route.target_port.to_string(),
                route.paths.join(" "),
            ]
        }),
        Part::Firewall => each(&requirements.firewall, |rule| {
            vec![
                rule.from.to_string(),
                rule.to.to_string(),
                rule.passage(),
                word(&rule.level),
                say(&rule.purpose),
            ]
        }),
        Part::Balancing => each(&requirements.balancing, |rule| {
            let members = rule.members.iter().map(|member| member.fqdn.to_string());
            vec![
                rule.balancer.as_ref().map(ToString::to_string).unwrap_or_default(),
                rule.pool.to_string(),
                word(&rule.side),
                format!("{} {}", rule.address, rule.listen_port),
                rule.member_port.to_string(),
                members.collect::<Vec<_>>().join(" "),
                word(&rule.persistence),
                rule.monitor_port.to_string(),
            ]
        }),
        Part::Commands => each(&requirements.commands, |command| {
            vec![command.stage.word().into(), say(&command.place.words()), command.call.to_string()]
        }),
        Part::Exchange => each(&requirements.exchange, |feature| features(feature, speaker)),
        Part::Calendar => {
            each(&requirements.calendar, |event| vec![event.day.to_string(), say(&event.words)])
        }
        Part::Findings => each(&requirements.findings, |finding| {
            let severity = say(&Message::new(finding.severity.key()));
            vec![severity, finding.path.clone(), say(&finding.message), say(&finding.fix())]
        }),
    }
}

fn each<B>(rows: &[Row<B>], cells: impl Fn(&B) -> Vec<String>) -> Vec<TableRow> {
    rows.iter().map(|row| TableRow::new(cells(&row.body), &row.reason)).collect()
}

/// A row of the matrix: the plan's own column is marked.
fn features(feature: &Feature, speaker: &Speaker) -> Vec<String> {
    let columns = feature.columns().map(|(column, support)| {
        let mark = if column == feature.combination { "> " } else { "" };
        format!("{mark}{}", support.word())
    });
    let wanted = feature.wanted.then(|| speaker.say(&Message::new("exchange-wanted")));
    let last = [wanted.unwrap_or_default(), speaker.say(&feature.verdict())];
    [speaker.say(&feature.words())].into_iter().chain(columns).chain(last).collect()
}

fn certificate_names(requirements: &Requirements) -> Vec<TableRow> {
    let mut rows = Vec::new();
    for row in &requirements.certificates {
        let certificate = &row.body;
        for name in certificate.names() {
            let mark = if name.name.is(&certificate.subject) { "CN, SAN" } else { "SAN" };
            let cells = vec![
                certificate.id.clone(),
                certificate.assign_to.join(", "),
                mark.to_owned(),
                name.name.to_string(),
            ];
            rows.push(TableRow::new(cells, &name.reason));
        }
    }
    rows
}

fn word<S: serde::Serialize>(value: &S) -> String {
    serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}
