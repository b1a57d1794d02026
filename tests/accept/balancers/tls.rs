//! Whether TLS that ends at a balancer has the versions and cipher suites of the profile, in its order, and TLS towards the
//! servers what these can speak.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use serde_json::{Map, Value as Json};
use ucplan::catalog::tls_profile;

use super::citrix::Command;
use super::sheet::number;

/// The suites that a BIG-IP has of those that profiles have, by IANA's names and its own.
pub const BIG_IP: [(&str, &str); 11] = [
    ("TLS_AES_128_GCM_SHA256", "TLS13-AES128-GCM-SHA256"),
    ("TLS_AES_256_GCM_SHA384", "TLS13-AES256-GCM-SHA384"),
    ("TLS_CHACHA20_POLY1305_SHA256", "TLS13-CHACHA20-POLY1305-SHA256"),
    ("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "ECDHE-ECDSA-AES128-GCM-SHA256"),
    ("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "ECDHE-RSA-AES128-GCM-SHA256"),
    ("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "ECDHE-ECDSA-AES256-GCM-SHA384"),
    ("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "ECDHE-RSA-AES256-GCM-SHA384"),
    ("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305-SHA256"),
    ("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "ECDHE-RSA-CHACHA20-POLY1305-SHA256"),
    ("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "DHE-RSA-AES128-GCM-SHA256"),
    ("TLS_DHE_RSA_WITH_AES_256_GCM_SHA384", "DHE-RSA-AES256-GCM-SHA384"),
];

/// The switches of the versions, with OpenSSL's names for these.
const VERSIONS: [(&str, &str); 5] = [
    ("-ssl3", "SSLv3"),
    ("-tls1", "TLSv1"),
    ("-tls11", "TLSv1.1"),
    ("-tls12", "TLSv1.2"),
    ("-tls13", "TLSv1.3"),
];

/// What of a declaration is not the TLS profile, where TLS ends.
pub fn declaration_off_profile(objects: &Map<String, Json>) -> Vec<String> {
    let profile = tls_profile();
    let mut off = Vec::new();
    for (name, object) in objects {
        let protocols = match object["class"].as_str() {
            Some("TLS_Server") => &profile.published.protocols,
            // The servers behind speak less.
            Some("TLS_Client") => &profile.inside.protocols,
            _ => continue,
        };
        for (flag, version) in [("1_0", "TLSv1"), ("1_1", "TLSv1.1"), ("1_2", "TLSv1.2"), ("1_3", "TLSv1.3")]
        {
            let is_on = &object[format!("tls{flag}Enabled")];
            if *is_on != protocols.contains(&version.to_owned()) {
                off.push(format!("{name}: {version} is {is_on}"));
            }
        }
        if object["class"] == "TLS_Server" {
            let group = &objects[object["cipherGroup"]["use"].as_str().unwrap()];
            let rule = &objects[group["allowCipherRules"][0]["use"].as_str().unwrap()];
            let own =
                |iana: &str| BIG_IP.iter().find(|(known, _)| *known == iana).map(|(_, own)| Json::from(*own));
            let wanted: Vec<Json> =
                profile.published.suites.iter().filter_map(|suite| own(&suite.iana)).collect();
            if rule["cipherSuites"] != Json::from(wanted) {
                off.push(format!("{name}: {}", rule["cipherSuites"]));
            }
        } else if object.get("cipherGroup").is_some() {
            off.push(format!("{name}: old servers lack the suites of the profile"));
        }
    }
    off
}

/// A suite by IANA's name, whose words a name of its own has without the ones that say nothing.
fn iana(own: &str) -> String {
    let (version, suite) = own.split_once('-').unwrap_or_default();
    let words = suite.replace("AES128", "AES-128").replace("AES256", "AES-256");
    let words = words.replace("-RSA-", "-RSA-WITH-").replace("-ECDSA-", "-ECDSA-WITH-").replace('-', "_");
    let hash = if version == "TLS1.2" && words.ends_with("POLY1305") { "_SHA256" } else { "" };
    format!("TLS_{words}{hash}")
}

/// What of these commands is not the TLS profile, for a virtual server and the servers behind it.
pub fn commands_off_profile(commands: &[Command], vserver: &str, group: &str) -> Vec<String> {
    let profile = tls_profile();
    let all = |name: &str, first: &str| -> Vec<&Command> {
        commands.iter().filter(|command| command.name == name && command.words[0] == first).collect()
    };
    let mut off = Vec::new();
    let ends = [
        ("set ssl vserver", vserver, &profile.published.protocols),
        ("set ssl serviceGroup", group, &profile.inside.protocols),
    ];
    for (name, first, protocols) in ends {
        for (switch, version) in VERSIONS {
            let commands = all(name, first);
            let mut states = commands.iter().rev().filter_map(|command| command.options.get(switch));
            let state = states.next().map_or("DISABLED", String::as_str);
            if (state == "ENABLED") != protocols.contains(&version.to_owned()) {
                off.push(format!("{first}: {version} is {state}"));
            }
        }
    }
    if all("unbind ssl vserver", vserver).is_empty() {
        off.push(format!("{vserver} keeps DEFAULT"));
    }
    let groups =
        all("bind ssl vserver", vserver).into_iter().filter_map(|bind| bind.options.get("-cipherName"));
    let mut bound: Vec<(u32, String)> = groups
        .flat_map(|group| all("bind ssl cipher", group))
        .map(|bind| (number(&bind.options["-cipherPriority"]), iana(&bind.options["-cipherName"])))
        .collect();
    bound.sort();
    let bound: Vec<String> = bound.into_iter().map(|(_, suite)| suite).collect();
    let wanted: Vec<String> = profile.published.suites.iter().map(|suite| suite.iana.clone()).collect();
    if bound != wanted {
        off.push(format!("{vserver}: {bound:?}"));
    }
    off
}
