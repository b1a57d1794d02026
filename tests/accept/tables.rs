//! An independent reader of comma-separated values finds in `rules.csv` the rows of `show firewall --json`.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests fail loudly")]

use serde_json::Value as Json;

use crate::common::{Desk, call, sample_names, succeed, tool};
use crate::firewall::READER as BY_NAME;

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
        for row in &mut rows {
            row.truncate(COLUMNS.len());
        }
        let required: Vec<Vec<String>> = desk
            .shown("firewall")
            .iter()
            .map(|row| COLUMNS.iter().map(|column| cell(&row[*column])).collect())
            .collect();
        assert!(!required.is_empty(), "{sample}");
        assert_eq!(rows, required, "{sample}");
    }
}

/// Flows of scenarios with the addresses that a person takes from the plan: scenario, from, to, port, both addresses.
const BY_HAND: &[[&str; 6]] = &[
    // Behind NAT both the public and the servers' own addresses.
    [
        "edge-behind-nat",
        "access-edge:edgepool.corp.adatum.example",
        "internet",
        "53",
        "172.16.9.31 172.16.9.34 198.51.100.31 198.51.100.34",
        "",
    ],
    // Behind hardware the servers send media, sign-in goes to the virtual address, media may go to either.
    ["edge-hardware", "av-edge:edge.corp.litware.example", "internet", "50000-59999", "198.51.100.31", ""],
    ["edge-hardware", "internet", "access-edge:edge.corp.litware.example", "443", "", "198.51.100.10"],
    [
        "edge-hardware",
        "internet",
        "av-edge:edge.corp.litware.example",
        "443",
        "",
        "198.51.100.30 198.51.100.31",
    ],
    // The proxy goes to the external web site of a pool, clients inside to the internal one.
    [
        "edge-hardware",
        "reverse-proxy:rp01:internal",
        "front-end:pool01.corp.litware.example",
        "4443",
        "10.71.9.50",
        "10.71.0.22",
    ],
    ["edge-hardware", "internal-clients", "front-end:pool01.corp.litware.example", "443", "", "10.71.0.21"],
    // SIP goes to the virtual address where hardware balances all; the pool itself speaks from its servers.
    [
        "edge-hardware",
        "edge:labsedge.corp.litware.example:internal",
        "front-end:labs.corp.litware.example",
        "5061",
        "10.72.9.11",
        "10.72.0.20",
    ],
    [
        "edge-hardware",
        "front-end:labs.corp.litware.example",
        "edge:labsedge.corp.litware.example:internal",
        "5061",
        "10.72.0.11",
        "10.72.9.11",
    ],
];

#[test]
fn the_table_has_the_addresses_that_a_person_takes_from_the_plan() {
    let Some(python) = tool("python3") else { return };
    for [scenario, from, to, port, from_addresses, to_addresses] in BY_HAND {
        let desk = Desk::with_sample("two-domains");
        let plan = std::fs::read_to_string(format!("tests/scenarios/{scenario}/plan.yaml")).unwrap();
        desk.write("plan.yaml", &plan);
        desk.generate(&["--only", "firewall"]).with(0);
        let table = call(&python, &desk.out(), &["-c", BY_NAME]);
        let rows: Vec<Json> = serde_json::from_slice(&table.stdout).unwrap();
        let is_it = |row: &&Json| row["from"] == *from && row["to"] == *to && row["port"] == *port;
        let row = rows.iter().find(is_it).unwrap_or_else(|| panic!("{scenario}: no {from} {to} {port}"));
        assert_eq!(row["from_addresses"], *from_addresses, "{row}");
        assert_eq!(row["to_addresses"], *to_addresses, "{row}");
    }
}
