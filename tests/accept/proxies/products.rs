//! The four products: how each is asked for its judgement, and what of its words is a warning.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value as Json;

use crate::common::{aloud, call, said};

/// What a product thinks of a configuration.
pub(super) struct Verdict {
    /// It would start with it.
    pub(super) is_accepted: bool,
    /// Everything it said.
    pub(super) said: String,
    /// The lines that warn.
    pub(super) warnings: Vec<String>,
}

/// A product whose program judges configurations.
pub(super) struct Product {
    /// What plans call it.
    pub(super) id: &'static str,
    /// The file that it reads.
    pub(super) file: &'static str,
    /// The program.
    pub(super) program: &'static str,
    /// How it judges the configuration in a folder.
    pub(super) judge: fn(&Path, &Path) -> Verdict,
    /// The addresses and ports to which a configuration sends requests.
    pub(super) targets: fn(&str) -> Vec<String>,
}

/// All of them.
pub(super) const PRODUCTS: &[Product] = &[
    Product { id: "nginx", file: "nginx.conf", program: "nginx", judge: nginx, targets: nginx_targets },
    Product {
        id: "haproxy",
        file: "haproxy.cfg",
        program: "haproxy",
        judge: haproxy,
        targets: haproxy_targets,
    },
    Product { id: "apache", file: "apache.conf", program: "apache2", judge: apache, targets: apache_targets },
    Product { id: "caddy", file: "Caddyfile", program: "caddy", judge: caddy, targets: caddy_targets },
];

/// The product with this name.
#[track_caller]
pub(super) fn product(id: &str) -> &'static Product {
    PRODUCTS.iter().find(|product| product.id == id).unwrap()
}

fn verdict(output: &Output, is_warning: fn(&str) -> bool) -> Verdict {
    let said = said(output);
    let warnings = said.lines().filter(|line| is_warning(line)).map(str::to_owned).collect();
    Verdict { is_accepted: output.status.success(), said, warnings }
}

/// Whoever may not listen on the ports of the plan, nor open the system's logs, hears of grammar and files only. As
/// anybody but root, nginx warns that it can't change its user.
fn nginx(program: &Path, folder: &Path) -> Verdict {
    let path = folder.to_str().unwrap();
    let (prefix, file) = (format!("{path}/"), format!("{path}/nginx.conf"));
    let globals = format!("pid {path}/nginx.pid; error_log stderr;");
    let output = call(program, folder, &["-t", "-e", "stderr", "-p", &prefix, "-c", &file, "-g", &globals]);
    let mut verdict = verdict(&output, |line| line.contains("[warn]") && !line.contains("super-user"));
    let mut troubles = verdict.said.lines().filter(|line| line.contains("[emerg]"));
    if !verdict.is_accepted
        && verdict.said.contains("syntax is ok")
        && troubles.all(|line| line.contains("Permission denied"))
    {
        aloud("SKIPPED in part: nginx -t may not listen here; run it as root");
        verdict.is_accepted = true;
    }
    verdict
}

fn haproxy(program: &Path, folder: &Path) -> Verdict {
    let output = call(program, folder, &["-c", "-f", "haproxy.cfg"]);
    verdict(&output, |line| line.contains("[WARNING]") || line.contains("[ALERT]"))
}

/// The places of the system belong to others: the tests have their own.
fn apache(program: &Path, folder: &Path) -> Verdict {
    let path = folder.to_str().unwrap();
    let here = format!("Define RUN {path}\nDefine LOGS {path}\nInclude {path}/apache.conf\n");
    fs::write(folder.join("here.conf"), here).unwrap();
    let output = call(program, folder, &["-t", "-d", path, "-f", &format!("{path}/here.conf")]);
    verdict(&output, |line| !line.is_empty() && line != "Syntax OK")
}

/// Caddy warns of what is meant, as it makes no certificates of its own here, and of what is the test's: its certificate
/// names no OCSP responder.
fn caddy(program: &Path, folder: &Path) -> Verdict {
    let output = call(program, folder, &["validate", "--adapter", "caddyfile", "--config", "Caddyfile"]);
    verdict(&output, |line| {
        let entry: Json = serde_json::from_str(line).unwrap_or_default();
        let words = entry["msg"].as_str().unwrap_or_default();
        let is_meant =
            words.starts_with("automatic HTTPS is completely disabled") || words == "stapling OCSP";
        ["warn", "error"].iter().any(|level| entry["level"] == *level) && !is_meant
    })
}

/// The words after a first word, of each line that begins with it.
fn words_after<'a>(configuration: &'a str, first: &'a str) -> impl Iterator<Item = Vec<&'a str>> {
    configuration.lines().filter_map(move |line| {
        let mut words = line.split_whitespace();
        (words.next() == Some(first)).then(|| words.collect())
    })
}

fn nginx_targets(configuration: &str) -> Vec<String> {
    let servers = words_after(configuration, "server").filter(|words| words[0] != "{");
    servers.map(|words| words[0].trim_end_matches(';').to_owned()).collect()
}

fn haproxy_targets(configuration: &str) -> Vec<String> {
    words_after(configuration, "server").map(|words| words[1].to_owned()).collect()
}

fn apache_targets(configuration: &str) -> Vec<String> {
    let members = words_after(configuration, "BalancerMember").map(|words| words[0]);
    let direct = words_after(configuration, "ProxyPass").map(|words| words[1]);
    let urls = members.chain(direct).map(|url| url.trim_matches(['"', '/']));
    let targets = urls.filter(|url| !url.starts_with("balancer:") && !url.contains("${"));
    targets.filter_map(|url| url.split_once("://")).map(|(_, address)| address.to_owned()).collect()
}

fn caddy_targets(configuration: &str) -> Vec<String> {
    let addresses = words_after(configuration, "reverse_proxy").flatten();
    addresses.filter(|word| *word != "{").map(str::to_owned).collect()
}
