//! `verify.ps1` tries ports where the plan says that somebody listens: each of its hosts has a record or is a server, and
//! leads to the addresses that the table of flows has for that port.

use std::collections::BTreeSet;

use crate::common::{Desk, scenarios};

/// What verify.ps1 tries: from where, which host, which port.
fn tried(script: &str) -> Vec<[String; 3]> {
    let parts = script.lines().map(|line| line.split(' ').map(str::to_owned).collect::<Vec<_>>());
    let tries = parts.filter_map(|parts| <[String; 3]>::try_from(parts).ok());
    tries.filter(|[_, _, port]| port.parse::<u16>().is_ok()).collect()
}

#[test]
fn every_port_is_tried_where_the_flow_goes() {
    let mut ports = 0;
    for (name, plan) in scenarios() {
        let desk = Desk::with_plan(&plan);
        // Cloud Connector stands without servers, and looks at itself.
        desk.generate(&["--draft"]).with(0);
        if !desk.path("out/server/verify.ps1").exists() || !desk.path("out/firewall").exists() {
            continue;
        }
        let flows = desk.shown("firewall");
        let dns = desk.shown("dns");
        let mut reader = csv::Reader::from_path(desk.path("out/firewall/rules.csv")).unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), flows.len(), "{name}");
        for [from, host, port] in tried(&desk.read("out/server/verify.ps1")) {
            if from == "internet" {
                continue;
            }
            let known: BTreeSet<&str> = dns
                .iter()
                .filter(|row| row["name"] == host.as_str())
                .filter_map(|row| row["value"].as_str())
                .collect();
            // Without a draft the columns begin with the ends; the mark of a draft comes first.
            let goes: BTreeSet<&str> = rows
                .iter()
                .filter(|row| &row[1] == from.as_str() && &row[4] == port.as_str())
                .flat_map(|row| row[12].split(' '))
                .collect();
            assert!(
                known.is_empty() || known.iter().any(|address| goes.contains(address)),
                "{name}: {from} -> {host}:{port} leads to {known:?}, the flows go to {goes:?}"
            );
            ports += 1;
        }
    }
    assert!(ports > 100, "{ports} ports");
}
