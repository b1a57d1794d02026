//! The plans whose configurations are judged, and the folder in which a product finds everything that it needs.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::path::Path;

use ucplan::blueprint::Blueprint;
use ucplan::catalog::Templates;
use ucplan::plan::{Document, Plan};

/// Every sample and every scenario: its name and text.
pub(super) use crate::common::plans as every_plan;
use crate::common::{DAY, Desk, call, said, succeed, tool};

/// Samples with other answers: what the plans as they are do not have.
pub(super) fn variations() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        ("two-domains", &["mobility.initial_request=http"]),
        ("many-domains", &["mobility.initial_request=https", "mobility.autodiscover_record=address"]),
        ("two-domains", &["sites[Denver].reverse_proxies[rp01].publish=listed-paths"]),
        ("many-domains", &["sites[Seoul].reverse_proxies[rp01].publish=all-paths"]),
        ("two-domains", &["certificates.wildcards=true"]),
        ("two-domains", &["simple_urls.layout=single-host", "title='a; b } $c \"d` {$HOME} ${RUN} \\'"]),
        ("standard-edition", &["sites[Portland].reverse_proxies[rp01].external.addresses=['2001:db8::20']"]),
        (
            "standard-edition",
            &[
                "sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.external.addresses=['10.1.1.11', 'fd00::11']",
                "sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.ports.published_https=8443",
            ],
        ),
        (
            "standard-edition",
            &["sites[Portland].reverse_proxies[rp01].timeout_seconds=1800", "mobility.autodiscover=manual"],
        ),
    ]
}

/// Generates the plan of a desk with this product for every proxy, and lays what its configurations expect beside them.
/// The name of each proxy and its folder on the desk.
#[track_caller]
pub(super) fn laid_out(desk: &Desk, product: &str) -> Vec<(String, String)> {
    let proxies = proxies(desk);
    for (_, path) in &proxies {
        desk.set(&[&format!("{path}.product={product}")]);
    }
    // The kind of key is nothing to these tests, and these are made in no time.
    desk.set(&["certificates.key=ecdsa-p256"]);
    let ended = desk.run(&["generate", "plan.yaml", "--out", "out", "--as-of", DAY]);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    let mut laid = Vec::new();
    for (proxy, _) in proxies {
        let folder = format!("out/reverse-proxy/{proxy}");
        if desk.path(&folder).is_dir() {
            certify(desk, &proxy, &folder);
            laid.push((proxy, folder));
        }
    }
    laid
}

/// The reverse proxies of the plan: name and path.
fn proxies(desk: &Desk) -> Vec<(String, String)> {
    let document = Document::parse(&desk.read("plan.yaml")).unwrap();
    let blueprint = Blueprint::of(Plan::read(&document, &Templates::default()).unwrap());
    let proxies = blueprint.topology.proxies.iter();
    proxies.map(|proxy| (proxy.name.given().value().to_string(), proxy.at.to_string())).collect()
}

/// Makes a certificate for exactly the planned names, and the key and the authority that configurations expect.
#[track_caller]
fn certify(desk: &Desk, proxy: &str, folder: &str) {
    let Some(openssl) = tool("openssl") else {
        return;
    };
    let place = desk.path(folder);
    let file = |id: &str| if id == proxy { "listener".to_owned() } else { id.to_owned() };
    let certificates = desk.shown("certificates");
    let is_own = |row: &&serde_json::Value| row["role"] == "reverse-proxy" && row["hosts"][0] == *proxy;
    for row in certificates.iter().filter(is_own) {
        let id = row["id"].as_str().unwrap();
        // Not its `names.txt`: a certificate that is used again has none.
        let names: Vec<&str> =
            row["names"].as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
        let names = names.join("\n");
        make_certificate(&openssl, &place, &file(id), &names);
    }
    let rows = desk.shown("publishing");
    for row in rows.iter().filter(|row| row["proxy"] == *proxy && row["listen_tls"] == true) {
        let (name, id) = (row["public_name"].as_str().unwrap(), row["certificate"].as_str().unwrap());
        let shown = format!("tls/{}.pem", file(id));
        let output = call(&openssl, &place, &["x509", "-noout", "-in", &shown, "-checkhost", name]);
        assert!(said(&output).contains("does match certificate"), "{proxy}: {}", said(&output));
    }
}

/// A certificate with these names in files of this name, its key under each name that a product wants, and the authority.
#[track_caller]
fn make_certificate(openssl: &Path, place: &Path, file: &str, names: &str) {
    let listed = names.lines().map(|name| format!("DNS:{name}")).collect::<Vec<_>>().join(",");
    let alternative = format!("subjectAltName={listed}");
    fs::create_dir_all(place.join("tls")).unwrap();
    let made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 2 -subj /CN=listener";
    let mut arguments: Vec<&str> = made.split(' ').collect();
    let (key, certificate) = (format!("tls/{file}.key"), format!("tls/{file}.pem"));
    arguments.extend(["-keyout", &key, "-out", &certificate, "-addext", &alternative]);
    succeed(openssl, place, &arguments);
    fs::copy(place.join(&certificate), place.join("tls/internal-ca.pem")).unwrap();
    fs::copy(place.join(&key), place.join(format!("{certificate}.key"))).unwrap();
}
