//! The features of Exchange integration: what each combination gives, what the room wants, what it gets.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::rule::{Maker, Premises, Row, Rule, apply};
use crate::catalog::{COMBINATIONS, FeatureSupport, exchange};
use crate::plan::{Because, ExchangeFeature, ExchangeVersion};
use crate::text::Message;
use crate::topology::{Availability, Combination};

/// A row of the matrix, as a plan sees it. They stand in the matrix's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// The feature.
    pub feature: ExchangeFeature,
    /// What each column says.
    pub support: [FeatureSupport; COMBINATIONS],
    /// The plan's own column.
    pub combination: Combination,
    /// Whether the room wants it.
    pub wanted: bool,
    /// Whether the room can have it.
    pub availability: Availability,
}

impl Feature {
    /// What it is called.
    #[must_use]
    pub fn words(&self) -> Message {
        words(self.feature)
    }

    /// Whether the room can have it, in words.
    #[must_use]
    pub fn verdict(&self) -> Message {
        Message::new(format!("availability-{}", self.availability.word()))
    }

    /// The columns with what they say.
    pub fn columns(&self) -> impl Iterator<Item = (Combination, FeatureSupport)> {
        Combination::ALL.into_iter().zip(self.support)
    }
}

impl Serialize for Feature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Columns<'f>(&'f Feature);
        impl Serialize for Columns<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.columns().map(|(column, support)| (column.word(), support)))
            }
        }
        let mut fields = serializer.serialize_map(Some(5))?;
        fields.serialize_entry("feature", self.feature.word())?;
        fields.serialize_entry("support", &Columns(self))?;
        fields.serialize_entry("combination", self.combination.word())?;
        fields.serialize_entry("wanted", &self.wanted)?;
        fields.serialize_entry("availability", self.availability.word())?;
        fields.end()
    }
}

/// The words of a feature: those of the choice in its question.
pub(super) fn words(feature: ExchangeFeature) -> Message {
    Message::new(format!("question-exchange-features.option-{}", feature.word()))
}

/// The rules of the family.
pub(super) const RULES: &[&[Rule<Feature>]] = &[&[MATRIX]];

/// The matrix of a plan: none where Exchange is not integrated.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Feature>> {
    apply(RULES, premises)
}

/// Each row of the matrix.
const MATRIX: Rule<Feature> = Rule {
    id: "exchange-feature",
    facts: &[
        "X-100", "X-101", "X-102", "X-103", "X-104", "X-105", "X-106", "X-107", "X-108", "X-109", "X-110",
        "X-111", "X-112", "X-113", "X-114", "X-115", "X-116", "X-117", "X-118", "X-119", "X-120", "X-121",
        "X-122", "X-130", "X-135", "X-144", "X-150", "X-151", "X-167", "X-210", "X-211", "XD-2", "XD-9",
    ],
    make: |premises, maker| {
        let answers = &premises.plan.exchange;
        for feature in ExchangeFeature::ALL.iter().copied() {
            let mut because = Because::default();
            if !*because.read(&answers.integrate) {
                return;
            }
            let Some(row) = exchange().feature(feature.word()) else { continue };
            let body = Feature {
                feature,
                support: row.support,
                combination: premises.topology.exchange.combination(&mut because),
                wanted: answers.wants(feature, &mut because),
                availability: premises.topology.exchange.availability(feature, &mut because),
            };
            add(premises, maker, &because, (body, row.fact.as_str()));
        }
    },
};

/// Adds a row, stated by the facts of the matrix, of its notes and of the limits that it meets.
fn add(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Feature>,
    because: &Because,
    (body, fact): (Feature, &'static str),
) {
    let mut facts = vec!["X-100", "X-121", "X-122", fact];
    let mut remarks = Vec::new();
    for (key, stated) in notes(body.feature) {
        facts.extend(*stated);
        remarks.push(Message::new(*key));
    }
    facts.extend(match body.availability {
        Availability::NotWithLyncServer2013 => &["X-167"][..],
        Availability::ByCloud | Availability::NoVoiceMail => &["X-210", "X-211"],
        _ => &[],
    });
    let version = *premises.plan.exchange.version.given().value();
    if body.combination == Combination::C1 && version >= ExchangeVersion::Exchange2019 {
        facts.push("XD-9");
    }
    let reason = maker.reason_of(because, facts, remarks);
    maker.add(&reason, body);
}

/// What is to be said of a feature whatever the plan says, each with the facts that state it.
const fn notes(feature: ExchangeFeature) -> &'static [(&'static str, &'static [&'static str])] {
    match feature {
        ExchangeFeature::UnifiedContactStore => &[("remark-exchange-contacts-slow", &["X-144"])],
        ExchangeFeature::HighResolutionPhotos => &[
            ("remark-exchange-photo-clients", &["X-118"]),
            ("remark-exchange-photo-sizes", &["X-150", "X-151"]),
        ],
        ExchangeFeature::Archiving => {
            &[("remark-exchange-archive-folder", &["X-130"]), ("remark-exchange-archive-hold", &["X-135"])]
        }
        ExchangeFeature::UnifiedMessaging => {
            &[("remark-exchange-voice-mail-cloud", &["X-119", "X-120", "XD-2"])]
        }
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::fact;

    /// The matrix as the facts spell it, read anew.
    fn cells(id: &str) -> Vec<String> {
        let says = &fact(id).unwrap().says;
        let (_, cells) = says.rsplit_once(": ").unwrap();
        let cells: Vec<String> = cells.split(", ").map(str::to_owned).collect();
        assert_eq!(cells.len(), COMBINATIONS, "{id}: {says}");
        cells
            .iter()
            .enumerate()
            .map(|(at, cell)| cell.strip_prefix(&format!("C{} ", at + 1)).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn the_matrix_says_what_the_facts_say_cell_by_cell() {
        let mut counts = vec![[0; 3]; COMBINATIONS];
        for (nth, row) in exchange().features.iter().enumerate() {
            let id = format!("X-{}", 101 + nth);
            assert_eq!(row.fact, id);
            let own: Vec<&str> = row.support.iter().map(|support| support.word()).collect();
            assert_eq!(own, cells(&id), "{}", row.feature);
            for (counts, support) in counts.iter_mut().zip(&row.support) {
                counts[*support as usize] += 1;
            }
        }
        assert_eq!(exchange().features.len(), 17);
        for (at, [yes, limited, no]) in counts.iter().enumerate() {
            println!("C{}: {yes} Y, {limited} Y*, {no} N", at + 1);
            assert_eq!(yes + limited + no, 17);
        }
        assert_eq!(counts, [[13, 4, 0], [17, 0, 0], [8, 0, 9], [10, 0, 7], [16, 0, 1]]);
    }
}
