//! The trunks: one for each gateway and each appliance of a site, to a single Mediation Server, all of one priority.

use std::collections::BTreeSet;

use super::{Cloud, items, text};

/// The rows of the table, each by the titles of its columns.
fn rows(cloud: &Cloud) -> Vec<std::collections::HashMap<String, String>> {
    let table = &cloud.files["cloud-connector/trunks.csv"];
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn every_gateway_has_a_trunk_to_each_appliance_of_its_site_alone() {
    for cloud in Cloud::all() {
        let mut wanted = BTreeSet::new();
        let mut count = 0;
        for site in cloud.sites() {
            let (gateways, appliances) = (items(&site["gateways"]), items(&site["appliances"]));
            count += gateways.len() * appliances.len();
            for gateway in &gateways {
                for appliance in &appliances {
                    let is_tls = gateway["protocol"]
                        .as_str()
                        .map_or(cloud.plan["gateway_tls"] == true, |p| p == "tls");
                    wanted.insert([
                        text(&site["name"]).to_owned(),
                        text(&gateway["fqdn"]).to_owned(),
                        cloud.mediation(appliance),
                        text(&appliance["mediation"]["address"]).to_owned(),
                        if is_tls { "TLS 5067" } else { "TCP 5068" }.to_owned(),
                    ]);
                }
            }
        }
        let rows = rows(&cloud);
        assert_eq!(rows.len(), count, "{}", cloud.name);
        let found: BTreeSet<_> = (rows.iter())
            .map(|row| {
                let [site, gateway, mediation, address] =
                    ["site", "gateway", "mediation_server", "mediation_address"].map(|key| row[key].clone());
                [site, gateway, mediation, address, format!("{} {}", row["protocol"], row["mediation_port"])]
            })
            .collect();
        assert_eq!(found, wanted, "{}", cloud.name);
        let priorities: BTreeSet<&String> = rows.iter().map(|row| &row["priority"]).collect();
        assert_eq!(priorities.len(), 1, "{}", cloud.name);
    }
}

#[test]
fn no_trunk_leads_to_the_name_that_all_mediation_servers_share() {
    for cloud in Cloud::all() {
        let pool = cloud.plan["mediation_pool"].as_str().unwrap_or("mspool");
        let pool = format!("{pool}.{}", cloud.plan["vm_domain"].as_str().unwrap_or("cce.local"));
        assert!(rows(&cloud).iter().all(|row| row["mediation_server"] != pool), "{}", cloud.name);
        // The sheet names it once: as what is never to be used (C-181).
        let sheet = &cloud.files["cloud-connector/gateways.md"];
        assert_eq!(sheet.matches(&pool).count(), 1, "{}", cloud.name);
        assert!(sheet.lines().any(|line| line.contains(&pool) && line.contains("never")), "{}", cloud.name);
    }
}

#[test]
fn the_sheet_tells_of_certificates_where_gateways_speak_tls() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    let sheet = &cloud.files["cloud-connector/gateways.md"];
    let (north, south) = sheet.split_once("Site South").unwrap();
    assert!(!north.contains("Export-CcRootCertificate") && south.contains("Export-CcRootCertificate"));
}
