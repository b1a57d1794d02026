//! `named-checkzone` of BIND and `nsd-checkzone` of NSD load every zone file, and BIND reads from it the records that the
//! plan requires.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::common::{Desk, call, said, sample_names, scenarios, succeed, texts, tool};

/// A record: name, TTL, type, value; names with their final dots.
pub(crate) type Record = (String, String, String, String);

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
    // What somebody else makes stands in no zone of ours.
    let ours = rows.iter().filter(|row| row["level"] != "verify-only");
    let rows = ours.filter(|row| row["view"] == view && row["zone"] == zone);
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

/// The two programs that load zone files.
struct Loaders {
    bind: PathBuf,
    nsd: PathBuf,
}

impl Loaders {
    #[track_caller]
    fn here() -> Option<Self> {
        Some(Self { bind: tool("named-checkzone")?, nsd: tool("nsd-checkzone")? })
    }

    /// The records of a zone file of the desk, as both programs load it; a fragment gets the head of a living zone first.
    #[track_caller]
    fn load(&self, desk: &Desk, view: &str, zone: &str) -> BTreeSet<Record> {
        let mut file = desk.path(&format!("out/dns/{view}/{zone}.zone"));
        if !fs::read_to_string(&file).unwrap().contains(" IN SOA ") {
            desk.write("wrapper.zone", &format!("{WRAPPER}$INCLUDE {}\n", file.display()));
            file = desk.path("wrapper.zone");
        }
        let told = succeed(&self.nsd, &desk.out(), &[zone, file.to_str().unwrap()]);
        assert!(told.contains(&format!("zone {zone} is ok")) && !told.contains("warn"), "{told}");
        loaded(&self.bind, zone, &file)
    }

    /// Holds the zone files of a desk against the plan's rows.
    #[track_caller]
    fn compare(&self, desk: &Desk, name: &str, is_nameless: bool) {
        let rows = desk.shown("dns");
        let mut told = 0;
        for (view, zone, text) in zones(desk) {
            // The perimeter has no name servers in a plan.
            let is_fragment = is_nameless || view == "perimeter";
            assert_eq!(text.contains(" IN SOA "), !is_fragment, "{name}: {view} {zone}");
            let records = self.load(desk, &view, &zone);
            assert_eq!(records, required(&rows, &view, &zone), "{name}: {view} {zone}");
            told += records.len();
        }
        assert_eq!(told, rows.len(), "{name}: every row stands in one zone file");
    }
}

/// Every record of the zone files of a desk, with its view and zone.
#[track_caller]
pub(crate) fn records(checkzone: &Path, desk: &Desk) -> Vec<(String, String, Record)> {
    let loaders = Loaders { bind: checkzone.to_owned(), nsd: tool("nsd-checkzone").unwrap() };
    let read = |(view, zone, _): (String, String, String)| {
        let records = loaders.load(desk, &view, &zone);
        records.into_iter().map(move |record| (view.clone(), zone.clone(), record))
    };
    zones(desk).into_iter().flat_map(read).collect()
}

#[test]
fn name_servers_read_from_every_zone_file_what_the_plan_requires() {
    let Some(loaders) = Loaders::here() else { return };
    let pin_points = ["domains.internal_sip_zones=pin-point", "domains.ttl=300"];
    let inside = ["domains.internal_sip_zones=full", "mobility.access=internal-only"];
    let samples = sample_names().into_iter().map(|sample| (sample, &[][..]));
    for (sample, answers) in samples.chain([("two-domains", &pin_points[..]), ("many-domains", &inside)]) {
        loaders.compare(&Desk::generated_only("dns", sample, answers), sample, false);
    }
    for (name, text) in scenarios() {
        let desk = Desk::with_plan(&text);
        desk.generate(&["--only", "dns"]).with(0);
        let rows = desk.shown("dns");
        for (view, zone, _) in zones(&desk) {
            assert_eq!(
                loaders.load(&desk, &view, &zone),
                required(&rows, &view, &zone),
                "{name}: {view} {zone}"
            );
        }
    }
}

#[test]
fn a_fragment_loads_within_the_zone_that_it_is_merged_into() {
    let Some(loaders) = Loaders::here() else { return };
    let nameless = ["domains.name_servers.external=[]", "domains.name_servers.internal=[]"];
    for sample in sample_names() {
        loaders.compare(&Desk::generated_only("dns", sample, &nameless), sample, true);
    }
}

#[test]
fn a_pin_point_zone_is_created_and_never_merged() {
    let desk = Desk::generated_only("dns", "two-domains", &["domains.internal_sip_zones=pin-point"]);
    let mut pin_points = 0;
    for (view, zone, text) in zones(&desk) {
        let rows = desk.shown("dns");
        let is_for_one_name = rows.iter().any(|row| row["view"] == *view && row["name"] == *zone);
        assert_eq!(text.contains("Create it"), is_for_one_name, "{view} {zone}: {text}");
        assert_eq!(text.contains("To be merged"), !is_for_one_name, "{view} {zone}: {text}");
        pin_points += usize::from(is_for_one_name);
    }
    assert!(pin_points > 2, "{pin_points}");
}

#[test]
fn what_is_to_be_known_about_a_record_stands_before_it() {
    let (_, plan) = scenarios().into_iter().find(|(name, _)| name == "pin-point-zones").unwrap();
    let desk = Desk::with_plan(&plan);
    desk.generate(&["--only", "dns"]).with(0);
    let rows = desk.shown("dns");
    let remarks: BTreeSet<&str> =
        rows.iter().filter_map(|row| row["remarks"].as_array()).flatten().filter_map(Json::as_str).collect();
    assert!(!remarks.is_empty());
    let files: String = texts(&desk.path("out/dns"), ".zone").into_values().collect();
    for remark in remarks {
        assert!(files.contains(&format!("; {remark}\n")), "{remark}");
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
