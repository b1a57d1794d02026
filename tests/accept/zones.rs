//! `named-checkzone` of BIND loads every zone file, and reads from it the records that the plan requires.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::common::{Desk, call, said, sample_names, succeed, texts, tool};

/// A record: name, TTL, type, value; names with their final dots.
type Record = (String, String, String, String);

/// A name server that stands for those of a living zone.
const WRAPPER: &str =
    "$TTL 3600\n@ IN SOA ns.invalid. hostmaster.invalid. ( 1 7200 900 1209600 3600 )\n@ IN NS ns.invalid.\n";

/// The records of a zone file as the real program reads them, but for SOA and NS.
#[track_caller]
fn loaded(checkzone: &Path, zone: &str, file: &Path) -> BTreeSet<Record> {
    let output = call(checkzone, Path::new("."), &["-D", "-o", "-", zone, file.to_str().unwrap()]);
    let told = said(&output);
    assert!(output.status.success(), "{}: {told}", file.display());
    assert!(!told.contains("ignoring"), "{}: {told}", file.display());
    let dump = String::from_utf8(output.stdout).unwrap();
    let records = dump.lines().filter_map(|line| {
        let mut words = line.split_whitespace().map(str::to_owned);
        let (name, ttl, _class, kind) = (words.next()?, words.next()?, words.next()?, words.next()?);
        Some((name, ttl, kind, words.collect::<Vec<_>>().join(" ")))
    });
    records.filter(|(_, _, kind, _)| ["A", "AAAA", "CNAME", "SRV"].contains(&kind.as_str())).collect()
}

/// The records that a plan requires in a zone.
fn required(rows: &[Json], view: &str, zone: &str) -> BTreeSet<Record> {
    let rows = rows.iter().filter(|row| row["view"] == view && row["zone"] == zone);
    let record = |row: &Json| {
        let kind = row["type"].as_str().unwrap();
        let dot = if kind.starts_with('A') { "" } else { "." };
        let value = format!("{}{dot}", row["value"].as_str().unwrap());
        (format!("{}.", row["name"].as_str().unwrap()), row["ttl"].to_string(), kind.to_owned(), value)
    };
    rows.map(record).collect()
}

/// Every zone file below `out/dns`: its view, its zone, its text.
fn zones(desk: &Desk) -> Vec<(String, String, String)> {
    let files = texts(&desk.path("out/dns"), ".zone");
    assert!(!files.is_empty(), "no zone was written");
    let parts = |(path, text): (String, String)| {
        let (view, file) = path.split_once('/').unwrap();
        (view.to_owned(), file.strip_suffix(".zone").unwrap().to_owned(), text)
    };
    files.into_iter().map(parts).collect()
}

/// Holds the zone files of a plan against its rows; `wrap` gives each the head of a living zone first.
fn compare(checkzone: &Path, sample: &str, answers: &[&str], wrap: bool) {
    let desk = Desk::generated_only("dns", sample, answers);
    let rows = desk.shown("dns");
    let mut told = 0;
    for (view, zone, text) in zones(&desk) {
        let mut file = desk.path(&format!("out/dns/{view}/{zone}.zone"));
        // The perimeter has no name servers in a plan.
        let is_fragment = wrap || view == "perimeter";
        assert_eq!(text.contains(" IN SOA "), !is_fragment, "{sample}: {view} {zone}");
        if is_fragment {
            desk.write("wrapper.zone", &format!("{WRAPPER}$INCLUDE {}\n", file.display()));
            file = desk.path("wrapper.zone");
        }
        let records = loaded(checkzone, &zone, &file);
        assert_eq!(records, required(&rows, &view, &zone), "{sample}: {view} {zone}");
        told += records.len();
    }
    assert_eq!(told, rows.len(), "{sample}: every row stands in one zone file");
}

#[test]
fn bind_reads_from_every_zone_file_what_the_plan_requires() {
    let Some(checkzone) = tool("named-checkzone") else {
        return;
    };
    for sample in sample_names() {
        compare(&checkzone, sample, &[], false);
    }
    compare(&checkzone, "two-domains", &["domains.internal_sip_zones=pin-point", "domains.ttl=300"], false);
    compare(
        &checkzone,
        "many-domains",
        &["domains.internal_sip_zones=full", "mobility.access=internal-only"],
        false,
    );
}

#[test]
fn a_fragment_loads_within_the_zone_that_it_is_merged_into() {
    let Some(checkzone) = tool("named-checkzone") else {
        return;
    };
    let nameless = ["domains.name_servers.external=[]", "domains.name_servers.internal=[]"];
    for sample in sample_names() {
        compare(&checkzone, sample, &nameless, true);
    }
}

#[test]
fn a_name_server_with_its_address_in_the_zone_makes_it_whole() {
    let Some(checkzone) = tool("named-checkzone") else {
        return;
    };
    let inside = ["domains.name_servers.external=[poolext.proseware.example]"];
    let desk = Desk::generated_only("dns", "two-domains", &inside);
    for zone in ["proseware.example", "lucernepublishing.example"] {
        let file = desk.path(&format!("out/dns/external/{zone}.zone"));
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(" NS poolext.proseware.example."), "{text}");
        assert!(!loaded(&checkzone, zone, &file).is_empty());
    }
}

#[test]
fn bind_refuses_a_zone_that_is_wrong() {
    let Some(checkzone) = tool("named-checkzone") else {
        return;
    };
    let desk = Desk::generated_only("dns", "standard-edition", &[]);
    let name = "out/dns/external/litware.example.zone";
    succeed(&checkzone, &desk.out(), &["litware.example", desk.path(name).to_str().unwrap()]);
    desk.write(name, &(desk.read(name) + "lyncdiscover 60 IN CNAME elsewhere.example.\n"));
    let output = call(&checkzone, &desk.out(), &["litware.example", desk.path(name).to_str().unwrap()]);
    assert!(!output.status.success(), "{}", said(&output));
}
