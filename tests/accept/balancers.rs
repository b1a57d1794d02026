//! Every balancing rule of every plan is found again in the files of every product, by readers that know nothing of the
//! templates.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

#[path = "balancers/as3.rs"]
mod as3;
#[path = "balancers/citrix.rs"]
mod citrix;
#[path = "balancers/haproxy.rs"]
mod haproxy;
#[path = "balancers/sheet.rs"]
mod sheet;
#[path = "balancers/tls.rs"]
mod tls;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use ucplan::catalog::tls_profile;

use crate::common::{Desk, plans};

/// What a balancer does on an address and port, as a reader found it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Service {
    /// `tcp` or `udp`.
    pub protocol: String,
    /// The virtual address.
    pub address: String,
    /// Its port.
    pub port: u16,
    /// The addresses of the members, sorted.
    pub members: Vec<String>,
    /// Their port; none where there are no members.
    pub member_port: Option<u16>,
    /// `source-address`, `cookie` or `none`.
    pub persistence: String,
    /// The port by which health is told.
    pub monitor: u16,
    /// A connection may be silent for so long, in seconds.
    pub idle: u32,
}

/// The balancers of rows by their names, each with the path of its product; the last name is for rows without one.
fn products(rows: &[Json]) -> BTreeSet<String> {
    let because = rows.iter().flat_map(|row| row["because"].as_array().unwrap());
    let paths = because.map(|path| path.as_str().unwrap());
    paths
        .filter(|path| path.contains(".load_balancers[") && path.ends_with("].name"))
        .map(|path| path.replace("].name", "].product"))
        .collect()
}

/// A row of `show balancing --json` as a reader should find it.
fn required(row: &Json) -> Service {
    let number = |name: &str| row[name].as_u64().unwrap();
    let mut members: Vec<String> = row["member_addresses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|address| address.as_str().unwrap().to_owned())
        .collect();
    members.sort();
    Service {
        protocol: row["protocol"].as_str().unwrap().to_owned(),
        address: row["address"].as_str().unwrap().to_owned(),
        port: number("listen_port").try_into().unwrap(),
        member_port: (!members.is_empty()).then(|| number("member_port").try_into().unwrap()),
        members,
        persistence: row["persistence"].as_str().unwrap().to_owned(),
        monitor: number("monitor_port").try_into().unwrap(),
        idle: number("idle_timeout_seconds").try_into().unwrap(),
    }
}

/// The rows of a plan by the folders that they belong to.
fn folders(rows: &[Json]) -> BTreeMap<String, Vec<Service>> {
    let mut folders: BTreeMap<String, Vec<Service>> = BTreeMap::new();
    for row in rows {
        let folder = row["balancer"].as_str().unwrap_or("unnamed").to_owned();
        folders.entry(folder).or_default().push(required(row));
    }
    for services in folders.values_mut() {
        services.sort();
    }
    folders
}

/// Generates every plan that has balancing rows with all balancers of one product, and hands the desk, the folder below
/// `out/load-balancer` and the rules that belong there to a judge. Returns all rules that were judged.
fn each(product: &str, judge: &mut dyn FnMut(&Desk, &str, &[Service])) -> Vec<Service> {
    let mut judged = Vec::new();
    for (name, text) in plans() {
        let desk = Desk::with_sample("two-domains");
        desk.write("plan.yaml", &text);
        let rows = desk.shown("balancing");
        if rows.is_empty() {
            continue;
        }
        let answers: Vec<String> =
            products(&rows).into_iter().map(|path| format!("{path}={product}")).collect();
        desk.set(&answers.iter().map(String::as_str).collect::<Vec<_>>());
        desk.generate(&["--only", "load-balancer"]).with(0);
        for (folder, services) in folders(&desk.shown("balancing")) {
            eprintln!("{name}: {folder} as {product}");
            let found = sorted(sheet::services(&desk.read(&format!("out/load-balancer/{folder}/rules.md"))));
            assert_eq!(found, services, "{name}: the sheet of {folder}");
            // Rules that no balancer of the plan has are for a product that nobody named.
            if folder != "unnamed" {
                judge(&desk, &folder, &services);
            }
            judged.extend(services);
        }
    }
    judged
}

fn sorted(mut services: Vec<Service>) -> Vec<Service> {
    for service in &mut services {
        service.members.sort();
    }
    services.sort();
    services
}

/// Judging means something only where all kinds of rules were there.
#[track_caller]
fn assert_varied(judged: &[Service]) {
    for persistence in ["source-address", "cookie", "none"] {
        assert!(judged.iter().any(|service| service.persistence == persistence), "{persistence}");
    }
    assert!(judged.iter().any(|service| service.protocol == "udp"));
    assert!(judged.iter().any(|service| service.address.contains(':')));
    assert!(judged.iter().any(|service| service.member_port.is_some_and(|port| port != service.port)));
    assert!(judged.len() > 200, "{}", judged.len());
}

#[test]
fn sheets_of_products_without_a_language_hold_every_rule() {
    let profile = tls_profile();
    let own = |names: &[String]| {
        let titles = profile.versions.iter().filter(|version| names.contains(&version.name));
        titles.map(|version| &*version.title).collect::<Vec<_>>().join(", ")
    };
    let (outside, inside) = (own(&profile.published.protocols), own(&profile.inside.protocols));
    for product in ["kemp", "other"] {
        let mut ended = 0;
        let judged = each(product, &mut |desk, folder, _| {
            let sheet = desk.read(&format!("out/load-balancer/{folder}/rules.md"));
            for section in sheet.split("\n## ").filter(|section| section.contains("| TLS | ended here")) {
                ended += 1;
                let suites = profile.published.suites.iter();
                let suites = suites.map(|s| format!("`{}`", s.openssl.as_ref().unwrap_or(&s.iana)));
                for row in [
                    format!("| Versions of TLS for clients, no other | {outside} |"),
                    format!("| Versions of TLS towards the servers | {inside}. "),
                    format!("in this order | {} |", suites.collect::<Vec<_>>().join(", ")),
                    format!(" offer them `{}` |", profile.inside.suites.join("`, `")),
                ] {
                    assert!(section.contains(&row), "{row}: {section}");
                }
            }
        });
        assert!(ended > 0);
        assert_varied(&judged);
    }
}

#[test]
fn a_sheet_that_lacks_a_rule_or_has_another_port_is_noticed() {
    let desk = Desk::generated_only("load-balancer", "two-domains", &[]);
    let text = desk.read("out/load-balancer/lb01/rules.md");
    let whole = sorted(sheet::services(&text));
    assert_eq!(folders(&desk.shown("balancing"))["lb01"], whole);
    assert_ne!(whole, sorted(sheet::services(&text.replacen("on port 5061", "on port 5062", 1))));
    assert_ne!(whole, sorted(sheet::services(text.rsplit_once("\n## ").unwrap().0)));
}
