//! The flows of Cloud Connector, by the tables as the documents print them (C-120 to C-152).

use std::collections::BTreeSet;

use crate::{Scenario, list, same, scenarios, text};

/// A flow: from, to, protocol, port there, port it comes from.
type Flow = [String; 5];

/// The rows of a table of the documents, as they are printed there: `from to protocol source port`.
fn table(rows: &str, ends: &dyn Fn(&str) -> String, media: &str, flows: &mut BTreeSet<Flow>) {
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let parts: Vec<&str> = row.split_whitespace().collect();
        let ports = |text: &str, any: &str| match text {
            "any" => any.to_owned(),
            "media" => media.to_owned(),
            port => port.to_owned(),
        };
        let (from, to) = (ends(parts[0]), ends(parts[1]));
        flows.insert([from, to, parts[2].to_owned(), ports(parts[4], "1-65535"), ports(parts[3], "any")]);
    }
}

const CLIENTS: &str = "
    mediation clients tcp media 50000-50019
    mediation clients udp media 50000-50019
    clients mediation tcp 50000-50019 media
    clients mediation udp 50000-50019 media
";
const GATEWAY: &str = "
    mediation gateway udp media any
    gateway mediation udp media any
";
const MINIMUM: &str = "
    internet edge tcp any 5061
    edge internet tcp any 5061
    edge internet tcp any 80
    edge internet udp any 53
    edge internet tcp any 53
    edge internet udp 3478 3478
    internet edge tcp 50000-59999 443
    internet edge udp 3478 3478
    edge internet tcp 50000-59999 443
";
const RECOMMENDED: &str = "
    internet edge tcp any 5061
    edge internet tcp any 5061
    edge internet tcp any 80
    edge internet udp any 53
    edge internet tcp any 53
    edge internet tcp 50000-59999 any
    edge internet udp 3478 any
    edge internet udp 50000-59999 any
    internet edge tcp any 443
    internet edge tcp any 50000-59999
    internet edge udp any 3478
    internet edge udp any 50000-59999
";
const HOST: &str = "
    host internet udp any 53
    host internet tcp any 53
    host internet tcp any 80
    host internet tcp any 443
";

#[test]
fn every_flow_is_a_row_of_the_tables_for_an_appliance_or_a_gateway_of_its_site() {
    for scenario in scenarios() {
        let Scenario { name, cloud, required, .. } = &scenario;
        let (first, count) = (cloud["first"].as_u64().unwrap(), cloud["count"].as_u64().unwrap());
        let media = format!("{first}-{}", first + count - 1);
        let mut counted = BTreeSet::new();
        let mut trunks = 0;
        for site in list(&cloud["sites"]) {
            for appliance in list(&site["appliances"]) {
                let host = text(&appliance["host"]);
                let ends = |gateway: &str| {
                    let gateway = format!("pstn-gateway:{gateway}");
                    move |end: &str| match end {
                        "clients" => "internal-clients".to_owned(),
                        "gateway" => gateway.clone(),
                        "internet" => "internet".to_owned(),
                        role => format!("cloud-connector-{role}:{host}"),
                    }
                };
                let external = if cloud["table"] == "minimum" { MINIMUM } else { RECOMMENDED };
                for rows in [CLIENTS, external, HOST] {
                    table(rows, &ends(""), &media, &mut counted);
                }
                for gateway in list(&site["gateways"]) {
                    let ends = ends(text(&gateway["fqdn"]));
                    let port = gateway["port"].as_u64().unwrap_or(5060);
                    let back = if gateway["tls"] == true { 5067 } else { 5068 };
                    let sip = format!("mediation gateway tcp any {port}\ngateway mediation tcp any {back}");
                    table(&sip, &ends, &media, &mut counted);
                    table(GATEWAY, &ends, &media, &mut counted);
                    trunks += 1;
                }
            }
        }
        let there: Vec<Flow> = list(&required["firewall"])
            .iter()
            .map(|row| {
                ["from", "to", "protocol", "port", "source_port"].map(|key| text(&row[key]).to_owned())
            })
            .collect();
        same(name, &there, &counted);
        assert!(trunks > 0, "{name}");
    }
}
