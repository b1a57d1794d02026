//! The balancer itself accepts each configuration without a warning, and a reader of its own finds every rule in it.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::path::Path;

use super::sheet::{end, number};
use super::{Service, assert_varied, each, folders, sorted};
use crate::common::{Desk, call, said, succeed, tool};

/// A section `listen`: its lines as words.
type Section = Vec<Vec<String>>;

/// The words of a line: a comment ends it, single quotes hold words together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for character in line.chars() {
        match character {
            '\'' => (quoted, begun) = (!quoted, true),
            '#' if !quoted => break,
            ' ' | '\t' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            other => {
                word.push(other);
                begun = true;
            }
        }
    }
    assert!(!quoted, "{line}");
    if begun {
        words.push(word);
    }
    words
}

/// The sections `listen`.
fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut listens = false;
    for line in text.lines().map(words).filter(|line| !line.is_empty()) {
        match line[0].as_str() {
            "global" | "defaults" => listens = false,
            "listen" => {
                listens = true;
                sections.push(Vec::new());
            }
            "frontend" | "backend" => panic!("{line:?}"),
            _ if listens => sections.last_mut().unwrap().push(line),
            _ => (),
        }
    }
    sections
}

/// The word behind another one in any line that begins so.
fn behind<'s>(section: &'s Section, line: &str, word: &str) -> Option<&'s str> {
    let lines = section.iter().filter(|words| words[0] == line);
    lines.flat_map(|words| words.windows(2)).find(|pair| pair[0] == word).map(|pair| pair[1].as_str())
}

/// The only line that begins so, without its beginning.
#[track_caller]
fn only<'s>(section: &'s Section, begin: &[&str]) -> &'s [String] {
    let fits =
        |words: &&Vec<String>| words.len() >= begin.len() && words.iter().zip(begin).all(|(a, b)| a == b);
    let lines: Vec<_> = section.iter().filter(fits).collect();
    assert_eq!(lines.len(), 1, "{begin:?}: {section:?}");
    &lines[0][begin.len()..]
}

fn service(section: &Section) -> Service {
    let (address, port) = end(&only(section, &["bind"])[0]);
    let servers: Vec<_> = section.iter().filter(|words| words[0] == "server").collect();
    let ends: Vec<(String, u16)> = servers.iter().map(|words| end(&words[2])).collect();
    let seconds = |of: &str| number(only(section, &["timeout", of])[0].trim_end_matches('s'));
    let idle: u32 = seconds("client");
    assert_eq!(idle, seconds("server"), "{section:?}");
    let persistence = match section.iter().find(|words| words[0] == "cookie") {
        Some(cookie) => {
            // Not httpOnly, and without an end (M-163 to M-165).
            assert_eq!(cookie[1..], ["MS-WSMAN", "insert", "indirect", "nocache"], "{section:?}");
            assert_eq!(only(section, &["mode"]), ["http"]);
            assert!(servers.iter().all(|words| words[3] == "cookie" && words[4] == words[1]), "{section:?}");
            "cookie"
        }
        None if only(section, &["balance"]) == ["source"] => {
            assert_eq!(only(section, &["hash-type"])[0], "consistent");
            "source-address"
        }
        None => "none",
    };
    // TLS that ends here begins again, and the servers are verified (M-136).
    let name =
        behind(section, "bind", "crt").map(|file| file.trim_start_matches("tls/").trim_end_matches(".pem"));
    assert_eq!(behind(section, "default-server", "verifyhost"), name, "{section:?}");
    assert_eq!(behind(section, "default-server", "verify"), name.map(|_| "required"), "{section:?}");
    assert_eq!(behind(section, "default-server", "ca-file"), name.map(|_| "tls/internal-ca.pem"));
    assert!(section.iter().any(|words| words[0] == "default-server" && words.contains(&"check".to_owned())));
    Service {
        protocol: "tcp".to_owned(),
        address,
        port,
        member_port: ends.first().map(|(_, port)| *port),
        members: ends.into_iter().map(|(address, _)| address).collect(),
        persistence: persistence.to_owned(),
        monitor: number(behind(section, "default-server", "port").unwrap()),
        idle,
    }
}

/// What the configuration says that it leaves to others: the lines `# udp ...`.
fn left(text: &str) -> Vec<Service> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("# udp "));
    lines
        .map(|line| {
            let (listener, rest) = line.split_once(" -> ").unwrap();
            let parts: Vec<&str> = rest.split("; ").collect();
            let (address, port) = end(listener);
            let members = parts[0].split(", ").filter(|member| !member.is_empty());
            let ends: Vec<_> = members.map(|member| end(member.split_once(' ').unwrap().1)).collect();
            Service {
                protocol: "udp".to_owned(),
                address,
                port,
                member_port: ends.first().map(|(_, port)| *port),
                members: ends.into_iter().map(|(address, _)| address).collect(),
                persistence: "none".to_owned(),
                monitor: number(parts[1].trim_start_matches("monitor TCP ")),
                idle: number(parts[2].trim_start_matches("idle ").trim_end_matches('s')),
            }
        })
        .collect()
}

/// Everything that the configuration does or leaves.
fn services(text: &str) -> Vec<Service> {
    sorted(sections(text).iter().map(service).chain(left(text)).collect())
}

/// Makes the certificates that a configuration expects beside it.
fn certify(openssl: &Path, folder: &Path, text: &str) {
    for section in sections(text) {
        let Some(file) = behind(&section, "bind", "crt") else { continue };
        fs::create_dir_all(folder.join("tls")).unwrap();
        let made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 2 -subj /CN=listener";
        let key = format!("{file}.key");
        let mut arguments: Vec<&str> = made.split(' ').collect();
        arguments.extend(["-keyout", &key, "-out", file]);
        succeed(openssl, folder, &arguments);
        fs::copy(folder.join(file), folder.join("tls/internal-ca.pem")).unwrap();
    }
}

/// What the balancer says of a configuration, and whether it accepts it without a word of warning.
fn judge(haproxy: &Path, folder: &Path) -> (bool, String) {
    let output = call(haproxy, folder, &["-c", "-f", "haproxy.cfg"]);
    let told = said(&output);
    (output.status.success() && told.trim() == "Configuration file is valid", told)
}

#[test]
fn haproxy_accepts_every_configuration_and_it_holds_every_rule() {
    let (Some(haproxy), Some(openssl)) = (tool("haproxy"), tool("openssl")) else { return };
    let judged = each("haproxy", &mut |desk, folder, rules| {
        let text = desk.read(&format!("out/load-balancer/{folder}/haproxy.cfg"));
        assert_eq!(services(&text), rules, "{folder}");
        let folder = desk.path(&format!("out/load-balancer/{folder}"));
        certify(&openssl, &folder, &text);
        let (is_accepted, told) = judge(&haproxy, &folder);
        assert!(is_accepted, "{told}");
    });
    assert_varied(&judged);
}

#[test]
fn free_text_does_not_change_what_haproxy_does() {
    let Some(haproxy) = tool("haproxy") else { return };
    let title = "title='x\" # listen evil; $(reboot) \\'";
    let desk = Desk::generated_only("load-balancer", "two-domains", &[title]);
    let text = desk.read("out/load-balancer/lb01/haproxy.cfg");
    assert!(text.contains("listen evil"), "{text}");
    assert_eq!(services(&text), folders(&desk.shown("balancing"))["lb01"]);
    let (is_accepted, told) = judge(&haproxy, &desk.path("out/load-balancer/lb01"));
    assert!(is_accepted, "{told}");
}

#[test]
fn haproxy_refuses_a_configuration_that_is_wrong() {
    let Some(haproxy) = tool("haproxy") else { return };
    let desk = Desk::generated_only("load-balancer", "two-domains", &[]);
    let text = desk.read("out/load-balancer/lb01/haproxy.cfg");
    for (right, wrong) in
        [("balance source", "balance sauce"), ("listen ", "lisn "), ("check port", "chek port")]
    {
        assert!(text.contains(right));
        desk.write("wrong/haproxy.cfg", &text.replacen(right, wrong, 1));
        let (is_accepted, told) = judge(&haproxy, &desk.path("wrong"));
        assert!(!is_accepted, "{wrong}: {told}");
    }
    let rules = services(&text);
    assert_ne!(services(&text.replacen("check port 5061", "check port 5062", 1)), rules);
    assert_ne!(services(&text.replacen("balance source", "balance roundrobin", 1)), rules);
    assert_ne!(services(&text.replacen("    server ", "    # server ", 1)), rules);
}
