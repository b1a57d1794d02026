//! The records, certificates and flows of Cloud Connector, counted from the plan by other means than the rules: for every
//! scenario of it, the rows are those that the documents' tables make of its sites, appliances and gateways.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;
#[path = "cloud_connector/flows.rs"]
mod flows;

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use ucplan::artifact::requirements_json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Document, Plan};

/// A scenario: its plan as data, with the defaults that matter here, and what it requires.
struct Scenario {
    name: String,
    cloud: Json,
    sip: Vec<String>,
    required: Json,
}

fn scenarios() -> Vec<Scenario> {
    let all = common::scenarios().into_iter().filter(|(name, _)| name.starts_with("cloud-"));
    let read = |(name, text): (String, String)| {
        let document = Document::parse(&text).unwrap();
        let blueprint = Blueprint::of(Plan::read(&document, &Templates::default()).unwrap());
        let speaker = speaker("en").unwrap();
        let required = requirements_json(&blueprint.plan, &blueprint.requirements, None, &speaker);
        let mut said = serde_json::Map::new();
        blueprint.plan.visit(&mut |leaf| {
            said.insert(leaf.path.to_string(), (leaf.value)());
        });
        let sip = texts(&said["cloud_connector.sip_domains"]);
        let cloud = sites(&blueprint.plan, &said);
        Scenario { name, cloud, sip, required }
    };
    let scenarios: Vec<Scenario> = all.map(read).collect();
    assert!(scenarios.len() >= 7, "only {} scenarios", scenarios.len());
    scenarios
}

fn texts(list: &Json) -> Vec<String> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// The plan's answers about sites, put together again from the answers one by one.
fn sites(plan: &Plan, said: &serde_json::Map<String, Json>) -> Json {
    let of = |path: String| said[&path].clone();
    let sites = plan.cloud_connector.pstn_sites.iter().map(|site| {
        let at = &site.at;
        let appliances = site.appliances.iter().map(|appliance| {
            let at = &appliance.at;
            json!({
                "host": of(format!("{at}.host")),
                "mediation": of(format!("{at}.mediation.address")),
                "own": of(format!("{at}.edge.external_address")),
                "public": of(format!("{at}.edge.public_address")),
            })
        });
        let gateways = site.gateways.iter().map(|gateway| {
            let at = &gateway.at;
            json!({
                "fqdn": of(format!("{at}.fqdn")),
                "port": of(format!("{at}.port")),
                "tls": of(format!("{at}.protocol")) == "tls",
            })
        });
        json!({
            "access": of(format!("{at}.access_name")),
            "appliances": appliances.collect::<Vec<_>>(),
            "gateways": gateways.collect::<Vec<_>>(),
        })
    });
    let all = |key: &str| said[&format!("cloud_connector.{key}")].clone();
    json!({
        "sites": sites.collect::<Vec<_>>(),
        "access": all("access_name"),
        "bypass": all("media_bypass"),
        "cut": all("certificate"),
        "table": all("firewall"),
        "cloud": all("cloud"),
        "first": all("media_ports.first"),
        "count": all("media_ports.count"),
    })
}

fn list(value: &Json) -> &[Json] {
    value.as_array().unwrap()
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap()
}

/// The public name of a site.
fn access(scenario: &Scenario, site: &Json) -> String {
    let label = if site["access"].is_null() { &scenario.cloud["access"] } else { &site["access"] };
    format!("{}.{}", text(label), scenario.sip[0])
}

/// What is there and what was counted must be the same.
fn same<T: Ord + std::fmt::Debug>(name: &str, there: &[T], counted: &BTreeSet<T>) {
    let set: BTreeSet<&T> = there.iter().collect();
    assert_eq!(set.len(), there.len(), "{name}: a row is there twice");
    let counted: BTreeSet<&T> = counted.iter().collect();
    let missing: Vec<_> = counted.difference(&set).collect();
    let surplus: Vec<_> = set.difference(&counted).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "{name}\nmissing {missing:#?}\nsurplus {surplus:#?}");
}

/// The records of Edge Servers and of media bypass, and those of Office 365: view, name, type, value, level.
fn records(scenario: &Scenario) -> BTreeSet<Vec<String>> {
    let Scenario { cloud, sip, .. } = scenario;
    let mut counted = BTreeSet::new();
    let mut record = |parts: [&str; 5]| counted.insert(parts.map(str::to_owned).to_vec());
    for site in list(&cloud["sites"]) {
        for appliance in list(&site["appliances"]) {
            let public = if appliance["public"].is_null() { &appliance["own"] } else { &appliance["public"] };
            record(["external", &access(scenario, site), "A", text(public), "required"]);
            if let Some(label) = cloud["bypass"].as_str() {
                let host = format!("{label}.{}", sip[0]);
                record(["internal", &host, "A", text(&appliance["mediation"]), "required"]);
            }
        }
    }
    let (suffix, web) = match text(&cloud["cloud"]) {
        "worldwide" => ("online.lync.com", true),
        "germany" => ("online.lync.de", false),
        "21vianet" => ("online.partner.lync.cn", false),
        // Nothing is documented of other clouds.
        _ => return counted,
    };
    for domain in sip {
        let service = |port: u16, host: &str| format!("100 1 {port} {host}.{suffix}");
        let sign_in = format!("_sip._tls.{domain}");
        let federation = format!("_sipfederationtls._tcp.{domain}");
        record(["perimeter", &sign_in, "SRV", &service(443, "sipdir"), "verify-only"]);
        record(["perimeter", &federation, "SRV", &service(5061, "sipfed"), "verify-only"]);
        let sip = format!("sip.{domain}");
        record(["external", &sip, "CNAME", &format!("sipdir.{suffix}"), "verify-only"]);
        if web {
            let host = format!("lyncdiscover.{domain}");
            record(["external", &host, "CNAME", &format!("webdir.{suffix}"), "verify-only"]);
        }
    }
    counted
}

#[test]
fn every_record_is_one_of_an_edge_of_media_bypass_or_of_office_365() {
    for scenario in scenarios() {
        let Scenario { name, cloud, required, .. } = &scenario;
        let row = |row: &Json| -> Vec<String> {
            ["view", "name", "type", "value", "level"].map(|key| text(&row[key]).to_owned()).to_vec()
        };
        // The Media Relay may have a record; nobody must make it (CD-8).
        let all: Vec<Vec<String>> = list(&required["dns"]).iter().map(row).collect();
        let (optional, there): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| row[4] == "optional");
        same(name, &there, &records(&scenario));
        let edges: usize = list(&cloud["sites"]).iter().map(|site| list(&site["appliances"]).len()).sum();
        assert_eq!(optional.len(), edges, "{name}: {optional:?}");
        for row in list(&required["dns"]).iter().filter(|row| row["type"] == "A") {
            assert!(!text(&row["name"]).starts_with("sip."), "{name}: C-071: {row}");
            assert_eq!(row["ttl"], 3600, "{name}: {row}");
        }
    }
}

/// A certificate: role, issuer, subject, names, hosts.
type Cut = (String, String, String, BTreeSet<String>, BTreeSet<String>);

/// The certificates of Edge Servers, as the plan has them cut, and those of gateways that speak TLS.
fn certificates(scenario: &Scenario) -> BTreeSet<Cut> {
    let Scenario { cloud, sip, .. } = scenario;
    let sites = list(&cloud["sites"]);
    let mut counted = BTreeSet::new();
    let mut add = |role: &str, issuer: &str, subject: &str, names: Vec<String>, hosts: Vec<String>| {
        let (names, hosts) = (names.into_iter().collect(), hosts.into_iter().collect());
        counted.insert((role.to_owned(), issuer.to_owned(), subject.to_owned(), names, hosts));
    };
    let of_domains: Vec<String> = sip.iter().map(|domain| format!("sip.{domain}")).collect();
    let hosts = |sites: &[Json]| -> Vec<String> {
        let all = sites.iter().flat_map(|site| list(&site["appliances"]));
        all.map(|appliance| text(&appliance["host"]).to_owned()).collect()
    };
    let all = |site: &Json| access(scenario, site);
    let mut edge = |of: &[Json], names: Vec<String>| {
        let names = [of_domains.clone(), names].concat();
        add("cloud-connector-edge", "public", &all(&of[0]), names, hosts(of));
    };
    match text(&cloud["cut"]) {
        "per-site" => sites.iter().for_each(|site| edge(std::slice::from_ref(site), vec![all(site)])),
        "wildcard" => edge(sites, vec![all(&sites[0]), format!("*.{}", sip[0])]),
        _ => edge(sites, sites.iter().map(all).collect()),
    }
    for gateway in sites.iter().flat_map(|site| list(&site["gateways"])).filter(|one| one["tls"] == true) {
        let fqdn = text(&gateway["fqdn"]);
        add("pstn-gateway", "internal", fqdn, vec![fqdn.to_owned()], vec![fqdn.to_owned()]);
    }
    counted
}

#[test]
fn every_certificate_has_the_names_of_its_sites_and_sip_in_every_domain() {
    for scenario in scenarios() {
        let mut there = Vec::new();
        for row in list(&scenario.required["certificates"]) {
            let set = |key: &str| -> BTreeSet<String> { texts(&row[key]).into_iter().collect() };
            assert_eq!(row["exportable"], true, "{}: C-160, C-169", scenario.name);
            assert!(!text(&row["subject"]).starts_with("sip."), "{}: C-163", scenario.name);
            let word = |key: &str| text(&row[key]).to_owned();
            there.push((word("role"), word("issuer"), word("subject"), set("names"), set("hosts")));
        }
        same(&scenario.name, &there, &certificates(&scenario));
    }
}
