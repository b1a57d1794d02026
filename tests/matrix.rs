//! The matrix of Exchange integration as people and programs see it: cell by cell what the facts say, the
//! plan's own column marked, and what the room wants beside what it gets.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use std::collections::BTreeMap;

use common::{Desk, scenarios};
use serde_json::Value as Json;
use ucplan::catalog::fact;

/// The columns, by the scenarios that stand in them.
const COLUMNS: &[(&str, &str)] = &[
    ("exchange-2010", "c1"),
    ("exchange-2013", "c1"),
    ("exchange-2016", "c1"),
    ("exchange-2019", "c1"),
    ("exchange-se-basis", "c1"),
    ("exchange-online", "c2"),
    ("exchange-online-beside", "c2"),
    ("exchange-online-gcc-high", "c2"),
    ("exchange-skype-online-2010", "c3"),
    ("exchange-skype-online-2016", "c4"),
    ("exchange-both-online", "c5"),
];

/// A row of the table as the facts spell it: `…: C1 Y, C2 Y, C3 N, C4 N, C5 Y`.
fn stated(id: &str) -> Vec<(String, String)> {
    let (_, cells) = fact(id).unwrap().says.rsplit_once(": ").unwrap();
    cells
        .split(", ")
        .map(|cell| {
            cell.split_once(' ').map(|(column, says)| (column.to_lowercase(), says.to_owned())).unwrap()
        })
        .collect()
}

/// The desk of a scenario.
fn desk(name: &str) -> Desk {
    let (_, text) = scenarios().into_iter().find(|(own, _)| own == name).unwrap();
    Desk::with_plan(&text)
}

/// The matrix of a scenario, for programs.
fn matrix(name: &str) -> Vec<Json> {
    let told = desk(name).run(&["show", "plan.yaml", "exchange", "--json"]).with(0);
    let document: Json = serde_json::from_str(&told.out).unwrap();
    document["exchange"].as_array().unwrap().clone()
}

/// Which features a scenario wants, and what comes of each.
fn wanted(name: &str) -> Vec<(String, String)> {
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let rows = matrix(name).into_iter().filter(|row| row["wanted"] == true);
    rows.map(|row| (text(&row["feature"]), text(&row["availability"]))).collect()
}

#[test]
fn every_cell_is_shown_as_the_facts_state_it() {
    for (name, column) in COLUMNS {
        let rows = matrix(name);
        assert_eq!(rows.len(), 17, "{name}");
        let table = desk(name).run(&["show", "plan.yaml", "exchange"]).with(0).out;
        let lines: Vec<Vec<&str>> = table
            .lines()
            .filter(|line| line.starts_with('|') && line.contains("X-100"))
            .map(|line| line.split('|').map(|cell| cell.trim().trim_matches('`')).collect())
            .collect();
        assert_eq!(lines.len(), 17, "{name}:\n{table}");
        for (at, (row, line)) in rows.iter().zip(&lines).enumerate() {
            let id = format!("X-{}", 101 + at);
            assert_eq!(row["combination"], *column, "{name} {id}");
            assert!(row["facts"].as_array().unwrap().iter().any(|own| *own == id.as_str()), "{name} {id}");
            let cells = stated(&id);
            assert_eq!(cells.len(), 5, "{id}");
            for (place, (own, says)) in cells.iter().enumerate() {
                assert_eq!(row["support"][own], says.as_str(), "{name} {id} {own}");
                let mark = if own == column { "> " } else { "" };
                assert_eq!(line[2 + place], format!("{mark}{says}"), "{name} {id} {own}:\n{table}");
            }
        }
    }
}

#[test]
fn the_columns_count_what_the_table_counts() {
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for row in matrix("exchange-2016") {
        for (column, says) in row["support"].as_object().unwrap() {
            let says = says.as_str().unwrap().to_owned();
            *counts.entry(column.clone()).or_default().entry(says).or_default() += 1;
        }
    }
    for (column, counts) in &counts {
        println!("{column}: {counts:?}");
    }
    let told: Vec<String> = counts
        .iter()
        .map(|(column, counts)| {
            let count = |says: &str| counts.get(says).copied().unwrap_or_default();
            format!("{column} {} {} {}", count("Y"), count("Y*"), count("N"))
        })
        .collect();
    assert_eq!(told, ["c1 13 4 0", "c2 17 0 0", "c3 8 0 9", "c4 10 0 7", "c5 16 0 1"]);
}

#[test]
fn versions_take_away_what_the_matrix_has_not_heard_of() {
    let of = |name: &str, feature: &str| {
        wanted(name).into_iter().find(|(own, _)| own == feature).map(|(_, availability)| availability)
    };
    let voice_mail = |name| of(name, "unified-messaging");
    assert_eq!(voice_mail("exchange-2010").as_deref(), Some("given"));
    assert_eq!(voice_mail("exchange-2016").as_deref(), Some("given"));
    assert_eq!(voice_mail("exchange-2019").as_deref(), Some("by-cloud"));
    assert_eq!(voice_mail("exchange-online").as_deref(), Some("by-cloud"));
    assert_eq!(of("exchange-2013", "owa-im").as_deref(), Some("given"));
    assert_eq!(wanted("exchange-2016").len(), 17);
    assert!(wanted("exchange-2016").iter().all(|(_, availability)| availability == "given"));
    assert_eq!(wanted("exchange-se-basis"), []);
}

#[test]
fn without_integration_there_is_no_matrix() {
    let desk = Desk::with_sample("two-domains");
    let told = desk.run(&["show", "plan.yaml", "exchange"]).with(0);
    assert!(told.out.contains("Exchange is not integrated."), "{}", told.out);
}
