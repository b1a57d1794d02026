//! Two plans side by side: which answers differ, and what that does to everything that follows from them.
//!
//! Comments, decisions and the order of lists are no answers. Only where the order of values means something, as that of
//! the SIP domains does, another order is another answer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::agenda::path_of;
use super::consequence::{Consequence, Effect};
use super::difference::Nature;
use crate::artifact::RequirementsPart as Part;
use crate::blueprint::Blueprint;
use crate::plan::{Path, Plan, Shape, Standing, Step};
use crate::text::Message;

/// What differs between two plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The answers that differ, by path.
    pub answers: Vec<AnswerChange>,
    /// What that does to the requirements.
    pub consequence: Consequence,
}

/// An answer that differs, or an item of a list that only one of the plans has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// Its path.
    pub path: Path,
    /// Whether it comes, goes or changes.
    pub nature: Nature,
    /// How it stands in the first plan.
    pub before: Side,
    /// How it stands in the second plan.
    pub after: Side,
}

/// How an answer stands in one of the plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// The plan has no such item.
    Nothing,
    /// An item, with what was said of it.
    Item(Map<String, Json>),
    /// Somebody said so.
    Said(Json),
    /// Nobody said anything: this holds.
    Default(Json),
    /// Not decided yet.
    Open,
    /// It is required, and nobody gave it.
    Missing,
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
        Self {
            answers: answers(&before.plan, &after.plan),
            consequence: Consequence::between(&before.requirements, &after.requirements),
        }
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

/// The answers of a plan by their paths, and its items with what was said of them.
struct Answers {
    sides: BTreeMap<Path, Side>,
    items: BTreeSet<Path>,
}

impl Answers {
    fn of(plan: &Plan) -> Self {
        let (mut sides, mut items) = (BTreeMap::new(), BTreeSet::new());
        plan.visit(&mut |leaf| {
            let is_list = matches!((leaf.shape)(), Shape::Items(_));
            let side = match leaf.standing {
                Standing::Open => Side::Open,
                Standing::Missing => Side::Missing,
                // What stands in a list of sections is told item by item.
                _ if is_list => Side::Default(Json::Null),
                Standing::Said => Side::Said((leaf.value)()),
                Standing::Defaulted => Side::Default((leaf.value)()),
            };
            items.extend(items_around(leaf.path));
            sides.insert(leaf.path.clone(), side);
        });
        Self { sides, items }
    }

    /// What was said of an item.
    fn said_of(&self, item: &Path) -> Side {
        let own = self.sides.iter().filter(|(path, _)| path.is_within(item));
        let said = own.filter_map(|(path, side)| {
            let value = match side {
                Side::Said(value) => value.clone(),
                Side::Open => Json::Null,
                _ => return None,
            };
            let name = path.as_str()[item.as_str().len()..].trim_start_matches('.');
            Some((name.to_owned(), value))
        });
        Side::Item(said.collect())
    }
}

/// The items that a path leads through, the outermost first.
fn items_around(path: &Path) -> Vec<Path> {
    if !path.as_str().contains('[') {
        return Vec::new();
    }
    let steps = path.steps();
    let is_item = |at: &usize| matches!(steps[*at], Step::Item(_));
    (0..steps.len()).filter(is_item).map(|at| path_of(&steps[..=at])).collect()
}

/// The answers that differ.
fn answers(before: &Plan, after: &Plan) -> Vec<AnswerChange> {
    let (old, new) = (Answers::of(before), Answers::of(after));
    let mut changes: BTreeMap<Path, AnswerChange> = BTreeMap::new();
    let paths: BTreeSet<&Path> = old.sides.keys().chain(new.sides.keys()).collect();
    for path in paths {
        // An item that only one has is one change, whatever was said of it.
        let around = items_around(path);
        let lone = around.iter().find(|item| old.items.contains(*item) != new.items.contains(*item));
        let change = match lone {
            Some(item) if changes.contains_key(item) => continue,
            Some(item) if new.items.contains(item) => AnswerChange {
                path: item.clone(),
                nature: Nature::Added,
                before: Side::Nothing,
                after: new.said_of(item),
            },
            Some(item) => AnswerChange {
                path: item.clone(),
                nature: Nature::Removed,
                before: old.said_of(item),
                after: Side::Nothing,
            },
            None => match (old.sides.get(path), new.sides.get(path)) {
                (Some(one), Some(other)) if differ(one, other, has_an_order(before, path)) => AnswerChange {
                    path: path.clone(),
                    nature: Nature::Changed,
                    before: one.clone(),
                    after: other.clone(),
                },
                _ => continue,
            },
        };
        changes.insert(change.path.clone(), change);
    }
    changes.into_values().collect()
}

/// Whether two answers differ. A default that follows from other answers is none of its own.
fn differ(before: &Side, after: &Side, has_an_order: bool) -> bool {
    match (before, after) {
        (Side::Default(_), Side::Default(_)) => false,
        (Side::Said(one), Side::Said(other)) if !has_an_order => sorted(one) != sorted(other),
        _ => before != after,
    }
}

/// A value of which the order of its own values is nothing.
fn sorted(value: &Json) -> Json {
    match value {
        Json::Array(values) => {
            let mut values = values.clone();
            values.sort_by_cached_key(ToString::to_string);
            values.into()
        }
        other => other.clone(),
    }
}

/// Whether the order of an answer's values means something: the first SIP domain is the default, the first name server
/// is the primary one.
fn has_an_order(plan: &Plan, path: &Path) -> bool {
    let servers = &plan.domains.name_servers;
    [
        plan.domains.sip.path(),
        servers.internal.path(),
        servers.external.path(),
        plan.cloud_connector.sip_domains.path(),
    ]
    .contains(&path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::plan_digest;
    use crate::catalog::{Templates, samples};
    use crate::interview::{Answered, Edit, attempt};
    use serde_json::json;

    fn blueprint(text: &str) -> Blueprint {
        Blueprint::of((*Answered::read(text, &Templates::default()).unwrap().plan).clone())
    }

    fn between(before: &str, after: &str) -> Comparison {
        Comparison::between(&blueprint(before), &blueprint(after))
    }

    #[test]
    fn a_plan_differs_from_none_that_has_its_answers() {
        for sample in samples() {
            let noted = format!("# a comment\n{}", sample.text);
            assert!(between(sample.text, &noted).is_empty(), "{}", sample.name);
        }
    }

    #[test]
    fn said_open_and_defaulted_are_three_answers() {
        let text = "title: A\nmobility: { hybrid: false }\n";
        let change = |other: &str| {
            let found = between(text, other).answers;
            assert_eq!(found.len(), 1, "{found:?}");
            (found[0].path.to_string(), found[0].after.clone())
        };
        let hybrid = "mobility.hybrid".to_owned();
        assert_eq!(change("title: A\nmobility: { hybrid: null }\n"), (hybrid.clone(), Side::Open));
        assert_eq!(change("title: A\n"), (hybrid.clone(), Side::Default(json!(false))));
        assert_eq!(change(&text.replace("false", "true")), (hybrid, Side::Said(json!(true))));
    }

    #[test]
    fn an_item_is_one_change() {
        let site = "sites:\n  - name: HQ\n    reverse_proxies: [{ name: rp01, product: nginx }]\n";
        let found = between("title: A\n", &format!("title: A\n{site}")).answers;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].path.as_str(), found[0].nature), ("sites[HQ]", Nature::Added));
        let Side::Item(said) = &found[0].after else { panic!("{found:?}") };
        assert_eq!(said["reverse_proxies[rp01].product"], json!("nginx"));
        let found = between(&format!("title: A\n{site}"), "title: A\n").answers;
        assert_eq!((found[0].nature, &found[0].after), (Nature::Removed, &Side::Nothing));
    }

    /// Every answer with several values, its values the other way round: a difference exactly where that has one.
    #[test]
    fn the_order_of_values_differs_where_it_means_something() {
        let mut turned_around = 0;
        for sample in samples() {
            let now = Answered::read(sample.text, &Templates::default()).unwrap();
            let before = Blueprint::of((*now.plan).clone());
            let mut several: Vec<(Path, Vec<Json>)> = Vec::new();
            now.plan.visit(&mut |leaf| {
                if let (Standing::Said, Json::Array(values)) = (leaf.standing, (leaf.value)())
                    && values.len() > 1
                {
                    several.push((leaf.path.clone(), values));
                }
            });
            for (path, mut values) in several {
                values.reverse();
                let after =
                    attempt(&now.document, &Edit::Answer(path.clone(), values.into()), &Templates::default());
                let after = Blueprint::of((*after.unwrap().plan).clone());
                let found = Comparison::between(&before, &after);
                assert_ne!(plan_digest(&before.plan), plan_digest(&after.plan));
                let is_told = found.answers.iter().any(|answer| answer.path == path);
                assert_eq!(is_told, has_an_order(&before.plan, &path), "{}: {path}", sample.name);
                assert!(
                    is_told || found.consequence.effects.is_empty(),
                    "{}: {path}: {found:?}",
                    sample.name
                );
                turned_around += 1;
            }
        }
        assert!(turned_around > 10, "{turned_around}");
    }
}
