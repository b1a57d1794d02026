//! An independent reader of comma-separated values finds in `rules.csv` the rows of `show firewall --json`.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use serde_json::Value as Json;

use crate::common::{Desk, sample_names, succeed, tool};

/// Prints a table as JSON, read by the `csv` module of Python.
const READER: &str = "import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True))))";

/// The columns, in their order; they are named as in the JSON document.
const COLUMNS: &[&str] =
    &["from", "to", "protocol", "port", "source_port", "direction", "level", "purpose", "facts", "because"];

/// The columns behind them, which a test of their own reads.
const ADDED: &[&str] = &["from_addresses", "to_addresses", "disputed", "provisional", "remarks"];

/// A cell as the table has it: lists are joined.
fn cell(value: &Json) -> String {
    match value {
        Json::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(", "),
        other => other.as_str().unwrap().to_owned(),
    }
}

#[test]
fn the_firewall_table_reads_back_as_the_rows_that_are_required() {
    let Some(python) = tool("python3") else { return };
    // Labels of sites and policies hold what could break a table.
    let awkward = ["sites[Denver].name='Denver, \"old\"; = town'"];
    let plans =
        sample_names().into_iter().map(|sample| (sample, &[][..])).chain([("two-domains", &awkward[..])]);
    for (sample, answers) in plans {
        let desk = Desk::generated_only("firewall", sample, answers);
        let table = succeed(&python, &desk.out(), &["-c", READER, "firewall/rules.csv"]);
        let mut rows: Vec<Vec<String>> = serde_json::from_str(&table).unwrap();
        let head = rows.remove(0);
        assert_eq!(head[..COLUMNS.len()], *COLUMNS, "{sample}");
        assert_eq!(head[COLUMNS.len()..], *ADDED, "{sample}");
        assert!(rows.iter().all(|row| row.len() == head.len()), "{sample}: {rows:?}");
        rows.iter_mut().for_each(|row| row.truncate(COLUMNS.len()));
        let required: Vec<Vec<String>> = desk
            .shown("firewall")
            .iter()
            .map(|row| COLUMNS.iter().map(|column| cell(&row[*column])).collect())
            .collect();
        assert!(!required.is_empty(), "{sample}");
        assert_eq!(rows, required, "{sample}");
    }
}
