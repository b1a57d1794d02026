//! The split-horizon board: what a name says inside and outside, side by side, and what is odd about that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::rows::TableRow;
use crate::catalog::private_network;
use crate::requirement::{DnsRecord, RecordData, Requirements, Row, View};
use crate::text::{Message, Speaker};

/// What a name says in each view.
#[derive(Default)]
struct Sides<'r> {
    rows: Vec<&'r Row<DnsRecord>>,
}

/// What is to be said of a name and a type of record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Remark {
    /// The same in both views.
    Same,
    /// Another value in each view.
    Split,
    /// For clients inside alone.
    Inside,
    /// Nobody serves its zone inside, so that clients there ask the Internet.
    Outside,
    /// Its zone is served inside too, where it then is not found.
    Hidden,
    /// The Internet is told an address that nobody reaches from there.
    Leaked,
    /// For servers of the perimeter.
    Perimeter,
}

impl Remark {
    const fn key(self) -> &'static str {
        match self {
            Self::Same => "board-same",
            Self::Split => "board-split",
            Self::Inside => "board-inside",
            Self::Outside => "board-outside",
            Self::Hidden => "board-hidden",
            Self::Leaked => "board-leaked",
            Self::Perimeter => "board-perimeter",
        }
    }
}

/// The records of a plan, a row for each name and type: name, type, what it says inside and outside, and a remark.
#[must_use]
pub fn board(requirements: &Requirements, speaker: &Speaker) -> Vec<TableRow> {
    let mut names: BTreeMap<(&str, &'static str, bool), Sides<'_>> = BTreeMap::new();
    let mut zones = BTreeSet::new();
    for row in &requirements.dns {
        let record = &row.body;
        let is_perimeter = record.view == View::Perimeter;
        names.entry((record.name.as_str(), record.data.kind(), is_perimeter)).or_default().rows.push(row);
        if record.view == View::Internal {
            zones.insert(record.zone.as_str());
        }
    }
    let told = names.into_iter().map(|((name, kind, _), sides)| {
        let remark = sides.remark(&zones);
        let (inside, outside) = match remark {
            Remark::Perimeter => (sides.values(View::Perimeter), String::new()),
            _ => (sides.values(View::Internal), sides.values(View::External)),
        };
        let cells =
            vec![name.to_owned(), kind.to_owned(), inside, outside, speaker.say(&Message::new(remark.key()))];
        let mut reasons = sides.rows.iter().map(|row| Arc::clone(&row.reason));
        // Each name has at least the row that brought it.
        let reason = reasons.next()?;
        Some(TableRow { cells, reason, others: reasons.collect() })
    });
    told.flatten().collect()
}

impl Sides<'_> {
    fn of(&self, view: View) -> impl Iterator<Item = &DnsRecord> {
        self.rows.iter().map(|row| &row.body).filter(move |record| record.view == view)
    }

    fn values(&self, view: View) -> String {
        let values: Vec<String> = self.of(view).map(|record| record.data.to_string()).collect();
        values.join(", ")
    }

    fn remark(&self, zones: &BTreeSet<&str>) -> Remark {
        let is_leaked = |record: &DnsRecord| match &record.data {
            RecordData::Address(address) => private_network(address).is_some(),
            _ => false,
        };
        let (inside, outside) = (self.values(View::Internal), self.values(View::External));
        match (inside.is_empty(), outside.is_empty()) {
            _ if self.of(View::External).any(is_leaked) => Remark::Leaked,
            (true, true) => Remark::Perimeter,
            (false, true) => Remark::Inside,
            (true, false) if self.of(View::External).any(|record| zones.contains(record.zone.as_str())) => {
                Remark::Hidden
            }
            (true, false) => Remark::Outside,
            _ if inside == outside => Remark::Same,
            _ => Remark::Split,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::Blueprint;
    use crate::catalog::{Templates, samples, speaker};
    use crate::plan::{Document, Plan};

    fn rows(change: fn(&str) -> String) -> Vec<TableRow> {
        board(&requirements(change), &speaker("en").unwrap())
    }

    fn requirements(change: fn(&str) -> String) -> Requirements {
        let sample = samples().into_iter().find(|sample| sample.name == "two-domains").unwrap();
        let document = Document::parse(&change(sample.text)).unwrap();
        Blueprint::of(Plan::read(&document, &Templates::default()).unwrap()).requirements
    }

    #[test]
    fn every_record_is_on_the_board_once() {
        let rows = rows(str::to_owned);
        let has = |name: &str, remark: &str| {
            rows.iter().any(|row| row.cells[0].starts_with(name) && row.cells[4].contains(remark))
        };
        assert!(has("lyncdiscoverinternal.", "inside only"));
        assert!(has("lyncdiscover.", "not inside"));
        assert!(rows.iter().all(|row| row.cells[2..4].iter().any(|value| !value.is_empty())));
        let told: usize = rows.iter().map(|row| row.reasons().count()).sum();
        let records = requirements(str::to_owned).dns;
        assert_eq!(told, records.len());
        for record in records.iter().map(|row| &row.body) {
            let column = if record.view == View::External { 3 } else { 2 };
            let value = record.data.to_string();
            let tells = |row: &&TableRow| {
                row.cells[0] == record.name.as_str()
                    && row.cells[column].split(", ").any(|told| told == value)
            };
            assert_eq!(rows.iter().filter(tells).count(), 1, "{}", record.name.as_str());
        }
    }

    #[test]
    fn a_private_address_outside_is_marked() {
        let is_leaked = |rows: &[TableRow]| rows.iter().any(|row| row.cells[4].contains("private"));
        assert!(!is_leaked(&rows(str::to_owned)));
        let leaked = rows(|text| text.replace("198.51.100.", "10.1.2."));
        assert!(is_leaked(&leaked));
    }
}
