//! Two plans side by side: which answers differ, and what that does to everything that follows from them.

use serde_json::Value as Json;

use super::answer_change::{AnswerChange, Side, answer_changes};
use super::consequence::{Consequence, Effect};
use super::difference::Nature;
use crate::artifact::RequirementsPart as Part;
use crate::blueprint::Blueprint;
use crate::plan::Path;
use crate::text::Message;

/// What differs between two plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The answers that differ, by path.
    pub answers: Vec<AnswerChange>,
    /// What that does to the requirements.
    pub consequence: Consequence,
}

/// What changes are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Answers.
    Answers,
    /// DNS records.
    Dns,
    /// Certificates.
    Certificates,
    /// Names on certificates.
    Names,
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

/// How many of a kind come, change and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What is counted.
    pub kind: Kind,
    /// How many come.
    pub added: usize,
    /// How many change.
    pub changed: usize,
    /// How many go.
    pub removed: usize,
}

impl AnswerChange {
    /// How it stood and how it stands.
    #[must_use]
    pub fn told(&self) -> Message {
        let message = match self.nature {
            Nature::Added => return self.after.told(),
            Nature::Removed => return self.before.told(),
            Nature::Changed => Message::new("diff-change"),
        };
        message.saying("before", self.before.told()).saying("after", self.after.told())
    }
}

impl Side {
    /// How an answer stands, with its value as a plan spells it.
    #[must_use]
    pub fn told(&self) -> Message {
        match self {
            Self::Nothing => Message::new("value-none"),
            Self::Item(said) => Message::new("diff-item").counting("count", said.len()),
            Self::Said(value) => spelled(value),
            Self::Default(value) => Message::new("value-default").saying("value", spelled(value)),
            Self::Open => Message::new("value-open"),
            Self::Missing => Message::new("value-missing"),
        }
    }
}

/// A value as a plan spells it.
fn spelled(value: &Json) -> Message {
    let plain = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match value {
        Json::Null => Message::new("value-unset"),
        Json::Array(values) if values.is_empty() => Message::new("value-none"),
        Json::String(text) if text.is_empty() => Message::new("value-none"),
        Json::Array(values) => {
            Message::new("diff-value").with("value", values.iter().map(plain).collect::<Vec<_>>().join(", "))
        }
        other => Message::new("diff-value").with("value", plain(other)),
    }
}

impl Kind {
    /// All of them, in the order in which they are told.
    pub const ALL: &[Self] = &[
        Self::Answers,
        Self::Dns,
        Self::Certificates,
        Self::Names,
        Self::Publishing,
        Self::Firewall,
        Self::Balancing,
        Self::Commands,
        Self::Exchange,
        Self::Calendar,
        Self::Findings,
    ];

    /// Its key in documents.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Dns => Part::Dns.word(),
            Self::Certificates => Part::Certificates.word(),
            Self::Names => "names",
            Self::Publishing => Part::Publishing.word(),
            Self::Firewall => Part::Firewall.word(),
            Self::Balancing => Part::Balancing.word(),
            Self::Commands => Part::Commands.word(),
            Self::Exchange => Part::Exchange.word(),
            Self::Calendar => Part::Calendar.word(),
            Self::Findings => Part::Findings.word(),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> Message {
        Message::new(format!("part-{}", self.word()))
    }

    /// What an effect is counted by; none for files.
    fn of(effect: &Effect) -> Option<Self> {
        if effect.is_about_names() {
            return Some(Self::Names);
        }
        let word = effect.part?.word();
        Self::ALL.iter().find(|kind| kind.word() == word).copied()
    }
}

impl Tally {
    /// Whether nothing of the kind differs.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added + self.changed + self.removed == 0
    }

    fn count(&mut self, nature: Nature, count: usize) {
        match nature {
            Nature::Added => self.added += count,
            Nature::Changed => self.changed += count,
            Nature::Removed => self.removed += count,
        }
    }
}

impl Comparison {
    /// What differs in the second plan.
    #[must_use]
    pub fn between(before: &Blueprint, after: &Blueprint) -> Self {
        let consequence = Consequence::between(&before.requirements, &after.requirements);
        let is_felt = |path: &Path| {
            let lines = consequence.effects.iter().flat_map(|effect| &effect.lines);
            let mut reasons = lines.filter_map(|line| line.reason.as_ref());
            reasons.any(|reason| reason.because().paths().any(|other| other == path))
        };
        Self { answers: answer_changes(&before.plan, &after.plan, is_felt), consequence }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.consequence.effects.is_empty()
    }

    /// How much of each kind differs.
    #[must_use]
    pub fn tallies(&self) -> Vec<Tally> {
        let tally = |kind: &Kind| {
            let mut tally = Tally { kind: *kind, added: 0, changed: 0, removed: 0 };
            if *kind == Kind::Answers {
                self.answers.iter().for_each(|answer| tally.count(answer.nature, 1));
            }
            self.effects(*kind).for_each(|effect| tally.count(effect.nature, effect.lines.len()));
            tally
        };
        Kind::ALL.iter().map(tally).collect()
    }

    /// The effects of a kind.
    pub fn effects(&self, kind: Kind) -> impl Iterator<Item = &Effect> {
        self.consequence.effects.iter().filter(move |effect| Kind::of(effect) == Some(kind))
    }
}
