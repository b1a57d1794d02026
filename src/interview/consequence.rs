//! What an edit would change: the difference between two sets of requirements, told by rows.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::sync::Arc;

use super::difference::{Difference, Nature, differences, differences_by, paired, parts};
use crate::artifact::{Bundle, RequirementsPart as Part, plan_digest};
use crate::plan::Plan;
use crate::requirement::{Certificate, PublishingRule, Reason, Requirements, Row};
use crate::text::Message;

/// What an edit would change, in the order of `show`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consequence {
    /// Each kind of change, by part.
    pub effects: Vec<Effect>,
}

/// Rows that change alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What happens to them.
    pub nature: Nature,
    /// The part they belong to; none for files.
    pub part: Option<Part>,
    /// All of them, in a sentence.
    pub summary: Message,
    /// Each of them.
    pub lines: Vec<Line>,
}

/// A row that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row.
    pub words: Message,
    /// Why it is, or was, there; a file has many reasons.
    pub reason: Option<Arc<Reason>>,
}

impl Effect {
    /// Whether it is about the names of a certificate, and not about the certificate itself.
    #[must_use]
    pub fn is_about_names(&self) -> bool {
        self.part == Some(Part::Certificates) && self.summary.key() == NAMES
    }
}

/// The words of names that come or go.
const NAMES: &str = "effect-names";

impl Consequence {
    /// What changes from one set of requirements to the other.
    #[must_use]
    pub fn between(before: &Requirements, after: &Requirements) -> Self {
        let mut effects = Effects::default();
        effects.dns(before, after);
        effects.certificates(before, after);
        effects.publishing(before, after);
        effects.firewall(before, after);
        effects.balancing(before, after);
        effects.commands(before, after);
        effects.features(before, after);
        effects.calendar(before, after);
        effects.findings(before, after);
        Self { effects: effects.told() }
    }

    /// What changes in the files where no requirement does. A file that only tells from which plan it was made stays.
    #[must_use]
    pub fn of_files(before: (&Plan, &Bundle), after: (&Plan, &Bundle)) -> Self {
        let texts = |(plan, bundle): (&Plan, &Bundle)| -> BTreeMap<String, String> {
            let digest = plan_digest(plan);
            let files = bundle.artifacts.iter().filter(|artifact| artifact.artifact != "plan");
            files.map(|file| (file.path.clone(), file.content.with_serial(1).replace(&digest, ""))).collect()
        };
        let (old, new) = (texts(before), texts(after));
        let of = |nature, paths: Vec<&String>| {
            let summary = Message::new("effect-files").counting("count", paths.len());
            let lines = paths.into_iter().map(|path| Line { words: plain(path), reason: None }).collect();
            Effect { nature, part: None, summary, lines }
        };
        let effects = [
            of(Nature::Added, new.keys().filter(|path| !old.contains_key(*path)).collect()),
            of(
                Nature::Changed,
                new.iter()
                    .filter(|(path, text)| old.get(*path).is_some_and(|was| was != *text))
                    .map(|(path, _)| path)
                    .collect(),
            ),
            of(Nature::Removed, old.keys().filter(|path| !new.contains_key(*path)).collect()),
        ];
        Self { effects: effects.into_iter().filter(|effect| !effect.lines.is_empty()).collect() }
    }

    /// Every fact behind the changes, sorted, each once.
    #[must_use]
    pub fn facts(&self) -> Vec<&'static str> {
        let lines = self.effects.iter().flat_map(|effect| &effect.lines);
        let mut facts: Vec<_> =
            lines.flat_map(|line| &line.reason).flat_map(|reason| reason.facts()).copied().collect();
        facts.sort_unstable();
        facts.dedup();
        facts
    }
}

/// Changes that are told together: part, nature, what is said of them.
type Group = (usize, Nature, Message);

/// Gathers changes by what is said of them.
#[derive(Default)]
pub(super) struct Effects {
    groups: HashMap<Group, Vec<Line>>,
}

impl Effects {
    /// Adds a change to those of which the same is said.
    pub(super) fn add(
        &mut self,
        part: Part,
        nature: Nature,
        summary: Message,
        line: Message,
        reason: &Arc<Reason>,
    ) {
        let place = Part::ALL.iter().position(|other| *other == part).unwrap_or_default();
        let line = Line { words: line, reason: Some(Arc::clone(reason)) };
        self.groups.entry((place, nature, summary)).or_default().push(line);
    }

    fn told(self) -> Vec<Effect> {
        let mut groups: Vec<(Group, Vec<Line>)> = self.groups.into_iter().collect();
        groups.sort_by_cached_key(|((place, nature, summary), _)| (*place, format!("{summary:?}"), *nature));
        let told = groups.into_iter().map(|((place, nature, summary), lines)| {
            let summary = summary.counting("count", lines.len());
            Effect { nature, part: Some(Part::ALL[place]), summary, lines }
        });
        let mut effects: Vec<Effect> = told.collect();
        // What was found comes first: it may decide.
        effects.sort_by_key(|effect| {
            let place = Part::ALL.iter().position(|part| Some(*part) == effect.part);
            (effect.part != Some(Part::Findings), place, effect.nature == Nature::Changed)
        });
        effects
    }

    fn dns(&mut self, before: &Requirements, after: &Requirements) {
        let all = differences(&before.dns, &after.dns, |row| (row.body.view, &row.body.name, &row.body.data));
        for difference in all {
            let (nature, row, other) = parts(&difference);
            let record = &row.body;
            let summary = said("dns", nature).with("view", record.view.word());
            let text = format!("{} {} {}", record.name, record.data.kind(), record.data);
            let line = match other {
                None => plain(text),
                Some(old) => {
                    let detail = [
                        change("TTL", old.body.ttl, record.ttl),
                        change("", old.body.zone.as_str(), record.zone.as_str()),
                        change("", word(&old.body.level), word(&record.level)),
                    ];
                    plain(format!("{text}: {}", detail.concat().join(", ")))
                }
            };
            self.add(Part::Dns, nature, summary, line, &row.reason);
        }
    }

    fn certificates(&mut self, before: &Requirements, after: &Requirements) {
        for difference in differences_by(&before.certificates, &after.certificates, |row| &row.body.id) {
            match difference {
                Difference::Only(nature, row) => {
                    let body = &row.body;
                    let line = plain(&body.id).with("text", format!("{} ({})", body.id, body.name_count()));
                    self.add(Part::Certificates, nature, said("certificates", nature), line, &row.reason);
                }
                Difference::Both(old, new) => self.certificate(old, new),
            }
        }
    }

    fn certificate(&mut self, old: &Row<Certificate>, new: &Row<Certificate>) {
        let (before, after) = if old.body.has_names_of(&new.body) {
            (Vec::new(), Vec::new())
        } else {
            (old.body.names(), new.body.names())
        };
        for difference in differences_by(&before, &after, |name| &name.name) {
            if let Difference::Only(nature, name) = difference {
                let summary = said("names", nature)
                    .with("certificate", &new.body.id)
                    .counting("total", new.body.name_count());
                self.add(Part::Certificates, nature, summary, plain(&name.name), &name.reason);
            }
        }
        let detail = [
            change("", &old.body.subject, &new.body.subject),
            change("", old.body.key.word(), new.body.key.word()),
            change("", old.body.keys_made.word(), new.body.keys_made.word()),
            change("", word(&old.body.issuer), word(&new.body.issuer)),
            change("", old.body.assign_to.join(" "), new.body.assign_to.join(" ")),
        ];
        let detail = detail.concat().join(", ");
        if !detail.is_empty() {
            let line = plain(format!("{}: {detail}", new.body.id));
            self.add(
                Part::Certificates,
                Nature::Changed,
                said("certificates", Nature::Changed),
                line,
                &new.reason,
            );
        }
    }

    fn publishing(&mut self, before: &Requirements, after: &Requirements) {
        let all = differences(&before.publishing, &after.publishing, |row| {
            (&row.body.route.proxy, &row.body.public_name, row.body.route.listen_tls)
        });
        // A name that is published with TLS no more, or only now, changes; it neither comes nor goes.
        for difference in paired(all, |row| (&row.body.route.proxy, &row.body.public_name)) {
            match difference {
                Difference::Only(nature, row) => self.published_alone(nature, row),
                Difference::Both(old, new) => self.published(old, new),
            }
        }
    }

    fn published_alone(&mut self, nature: Nature, row: &Row<PublishingRule>) {
        let route = &row.body.route;
        let summary = said("publishing", nature).with("proxy", &route.proxy);
        let line = format!(
            "{}:{} → {}:{}",
            row.body.public_name, route.listen_port, route.target, route.target_port
        );
        self.add(Part::Publishing, nature, summary, plain(line), &row.reason);
    }

    fn published(&mut self, old: &Row<PublishingRule>, new: &Row<PublishingRule>) {
        let (before, after) = (&old.body.route, &new.body.route);
        let ports = change(
            "",
            format!("{}→{}", before.listen_port, before.target_port),
            format!("{}→{}", after.listen_port, after.target_port),
        );
        let moved = before.listen_port != after.listen_port;
        let summary = if moved {
            Message::new("effect-publishing-moved")
                .with("proxy", &after.proxy)
                .with("before", before.listen_port)
                .with("after", after.listen_port)
        } else {
            said("publishing", Nature::Changed).with("proxy", &after.proxy)
        };
        let detail = [
            ports,
            change("", &before.target, &after.target),
            change("", list(&before.target_addresses), list(&after.target_addresses)),
            change("s", before.timeout_seconds, after.timeout_seconds),
            change("", before.paths.join(" "), after.paths.join(" ")),
        ];
        let line = plain(format!("{}: {}", new.body.public_name, detail.concat().join(", ")));
        self.add(Part::Publishing, Nature::Changed, summary, line, &new.reason);
    }

    fn firewall(&mut self, before: &Requirements, after: &Requirements) {
        let all = differences(&before.firewall, &after.firewall, |row| {
            let flow = &row.body;
            (flow.from.to_string(), flow.to.to_string(), flow.protocol, flow.ports, flow.source_ports)
        });
        for difference in all {
            let (nature, row, other) = parts(&difference);
            let flow = &row.body;
            let summary = match other {
                Some(old) if old.body.level != flow.level => Message::new("effect-firewall-level")
                    .with("before", word(&old.body.level))
                    .with("after", word(&flow.level)),
                _ => said("firewall", nature).with("level", word(&flow.level)),
            };
            let line = plain(format!("{} → {} {}", flow.from, flow.to, flow.passage()));
            self.add(Part::Firewall, nature, summary, line, &row.reason);
        }
    }

    fn balancing(&mut self, before: &Requirements, after: &Requirements) {
        let all = differences(&before.balancing, &after.balancing, |row| {
            let rule = &row.body;
            (&rule.pool, rule.side, rule.address, rule.listen_port, rule.protocol)
        });
        for difference in all {
            let (nature, row, _) = parts(&difference);
            let rule = &row.body;
            let line =
                plain(format!("{} {}:{} → {}", rule.pool, rule.address, rule.listen_port, rule.member_port));
            self.add(Part::Balancing, nature, said("balancing", nature), line, &row.reason);
        }
    }

    fn calendar(&mut self, before: &Requirements, after: &Requirements) {
        let all = differences(&before.calendar, &after.calendar, |row| {
            (row.body.day, row.body.kind, &row.body.words)
        });
        for difference in all {
            let (nature, row, _) = parts(&difference);
            let summary = Message::new("effect-calendar");
            self.add(Part::Calendar, nature, summary, row.body.words.clone(), &row.reason);
        }
    }

    fn findings(&mut self, before: &Requirements, after: &Requirements) {
        let all = differences(&before.findings, &after.findings, |row| {
            (row.body.code, &row.body.path, &row.body.message)
        });
        for difference in all {
            let (nature, row, _) = parts(&difference);
            let summary = Message::new(format!("effect-{}", row.body.severity.key()));
            self.add(Part::Findings, nature, summary, row.body.message.clone(), &row.reason);
        }
    }
}

/// What is said of rows that come or go, or of those that change.
pub(super) fn said(what: &str, nature: Nature) -> Message {
    match nature {
        Nature::Changed => Message::new(format!("effect-{what}-changed")),
        Nature::Added | Nature::Removed => Message::new(format!("effect-{what}")),
    }
}

pub(super) fn plain(text: impl Display) -> Message {
    Message::new("effect-row").with("text", text)
}

/// `old → new` where they differ.
fn change(unit: &str, old: impl Display, new: impl Display) -> Vec<String> {
    let (old, new) = (old.to_string(), new.to_string());
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    if old == new { Vec::new() } else { vec![format!("{old} → {new}{unit}")] }
}

fn list(values: &[impl Display]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The word of a value that the documents spell.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}
