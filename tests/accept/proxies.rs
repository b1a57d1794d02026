//! nginx accepts every configuration with a certificate for exactly the planned names, which covers every published name.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use crate::common::{Desk, aloud, call, said, sample_names, succeed, texts, tool};

/// Makes a certificate for exactly these names, and the key and the authority that the configuration expects.
#[track_caller]
fn certify(openssl: &Path, folder: &Path, names: &str) {
    let listed = names.lines().map(|name| format!("DNS:{name}")).collect::<Vec<_>>().join(",");
    let alternative = format!("subjectAltName={listed}");
    fs::create_dir(folder.join("tls")).unwrap();
    let made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 2 -subj /CN=listener";
    let mut arguments: Vec<&str> = made.split(' ').collect();
    arguments.extend(["-keyout", "tls/listener.key", "-out", "tls/listener.pem", "-addext", &alternative]);
    succeed(openssl, folder, &arguments);
    fs::copy(folder.join("tls/listener.pem"), folder.join("tls/internal-ca.pem")).unwrap();
}

/// Whether nginx accepts the configuration in a folder, and what it said. Whoever may not listen on the ports of the plan,
/// nor open the system's logs, hears of its grammar and its files only.
fn judge(nginx: &Path, folder: &Path) -> (bool, String) {
    let path = folder.to_str().unwrap();
    let (prefix, file) = (format!("{path}/"), format!("{path}/nginx.conf"));
    let globals = format!("pid {path}/nginx.pid; error_log stderr;");
    let output = call(nginx, folder, &["-t", "-e", "stderr", "-p", &prefix, "-c", &file, "-g", &globals]);
    let told = said(&output);
    let is_forbidden = !output.status.success()
        && told.contains("syntax is ok")
        && told
            .lines()
            .filter(|line| line.contains("[emerg]"))
            .all(|line| line.contains("Permission denied"));
    if is_forbidden {
        aloud("SKIPPED in part: nginx -t may not listen here; run it as root");
    }
    (output.status.success() || is_forbidden, told)
}

/// Upstreams are addresses: a proxy in the perimeter must not need DNS to start.
#[track_caller]
fn assert_upstreams_are_addresses(configuration: &str) {
    let servers =
        configuration.lines().filter_map(|line| line.trim().strip_prefix("server ")?.strip_suffix(';'));
    let servers: Vec<&str> = servers.collect();
    assert!(!servers.is_empty(), "{configuration}");
    for server in servers {
        assert!(server.parse::<SocketAddr>().is_ok(), "{server}");
    }
}

/// Generates a plan and lets nginx judge the configuration of each of its proxies.
fn accept(sample: &str, answers: &[&str]) {
    let (Some(nginx), Some(openssl)) = (tool("nginx"), tool("openssl")) else {
        return;
    };
    // The kind of key is nothing to this test, and these are made in no time.
    let desk = Desk::generated(sample, &[answers, &["certificates.key=ecdsa-p256"]].concat());
    let published = desk.shown("publishing");
    let configurations = texts(&desk.path("out/reverse-proxy"), "nginx.conf");
    assert!(!configurations.is_empty(), "{sample} {answers:?}");
    for (path, configuration) in configurations {
        let proxy = path.strip_suffix("/nginx.conf").unwrap();
        assert_upstreams_are_addresses(&configuration);
        let names = desk.read(&format!("out/certificates/{proxy}/names.txt"));
        desk.write(&format!("{proxy}/nginx.conf"), &configuration);
        let folder = desk.path(proxy);
        certify(&openssl, &folder, &names);
        for row in published.iter().filter(|row| row["proxy"] == proxy && row["listen_tls"] == true) {
            let name = row["public_name"].as_str().unwrap();
            assert!(
                configuration.contains(&format!("            {name}")),
                "{name} is not in the configuration"
            );
            let checked = ["x509", "-noout", "-in", "tls/listener.pem", "-checkhost", name];
            let told = succeed(&openssl, &folder, &checked);
            assert!(told.contains("does match certificate"), "{sample} {answers:?}: {told}");
        }
        let (is_accepted, told) = judge(&nginx, &folder);
        assert!(is_accepted, "{sample} {answers:?}: {told}");
        // As anybody but root, nginx warns that it can't change its user.
        let warnings = told.lines().filter(|line| line.contains("[warn]") && !line.contains("super-user"));
        assert_eq!(warnings.count(), 0, "{sample} {answers:?}: {told}");
    }
}

#[test]
fn nginx_accepts_the_configuration_of_every_sample() {
    for sample in sample_names() {
        accept(sample, &[]);
    }
}

#[test]
fn nginx_accepts_either_protocol_of_the_first_request() {
    for protocol in ["https", "http"] {
        accept("two-domains", &[&format!("mobility.initial_request={protocol}")]);
    }
    accept("many-domains", &["mobility.initial_request=https", "mobility.autodiscover_record=address"]);
}

#[test]
fn nginx_accepts_either_way_of_publishing() {
    for paths in ["listed-paths", "all-paths"] {
        accept("two-domains", &[&format!("sites[Denver].reverse_proxies[rp01].publish={paths}")]);
        accept("many-domains", &[&format!("sites[Seoul].reverse_proxies[rp01].publish={paths}")]);
    }
}

#[test]
fn nginx_accepts_other_addresses_layouts_and_certificates() {
    accept("two-domains", &["certificates.wildcards=true"]);
    accept("two-domains", &["simple_urls.layout=single-host", "title='a; b } $c \"d'"]);
    accept(
        "standard-edition",
        &["sites[Portland].reverse_proxies[rp01].external.addresses=['2001:db8::20']"],
    );
    accept(
        "standard-edition",
        &[
            "sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.external.addresses=['fd00::11']",
        ],
    );
    accept(
        "standard-edition",
        &["sites[Portland].reverse_proxies[rp01].timeout_seconds=1800", "mobility.autodiscover=manual"],
    );
}

#[test]
fn nginx_refuses_a_configuration_that_is_wrong() {
    let (Some(nginx), Some(openssl)) = (tool("nginx"), tool("openssl")) else {
        return;
    };
    let desk = Desk::generated_only("reverse-proxy", "standard-edition", &[]);
    let configuration = desk.read("out/reverse-proxy/rp01/nginx.conf");
    let folder = desk.path("wrong");
    desk.write("wrong/nginx.conf", &configuration.replacen("server_name", "server_nome", 1));
    certify(&openssl, &folder, "sfb.litware.example");
    let (is_accepted, told) = judge(&nginx, &folder);
    assert!(!is_accepted && told.contains("server_nome"), "{told}");
}
