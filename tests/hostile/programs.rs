//! The escapers of configuration files, read back by the programs themselves.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]
#![cfg(unix)]

use std::path::Path;

use serde_json::Value as Json;
use ucplan::catalog::Dialect;

use crate::common::{Desk, call, said, skip, succeed, tool};
use crate::escapers::{Spelled, assert_same, file, spelled};
use crate::running::{Running, ask};

/// Starts a server and lets it answer with each of the values.
fn assert_served(program: &Path, desk: &Desk, arguments: &[&str], all: &[Spelled]) {
    let socket = desk.path("s");
    let _running = Running::start(program, &desk.path(""), arguments, &socket).unwrap();
    let body = |at: usize| {
        let answer = ask(&socket, &format!("GET /{at} HTTP/1.0\r\nHost: x\r\n\r\n"));
        answer.split_once("\r\n\r\n").map_or_else(|| answer.clone(), |(_, body)| body.to_owned())
    };
    let read: Vec<String> = (0..all.len()).map(body).collect();
    assert_same(all, &read);
}

#[test]
fn nginx_reads_back() {
    let Some(nginx) = tool("nginx") else { return };
    let all = spelled(Dialect::Nginx, |_| true);
    let desk = Desk::with_sample("two-domains");
    let entries = file(&all, |at, one| format!("location = /{at} {{ return 200 {}; }}\n", one.quoted));
    let folder = desk.path("");
    let folder = folder.to_str().unwrap();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path t-{kind};\n"))
        .concat();
    desk.write(
        "nginx.conf",
        &format!(
            "daemon off;\nmaster_process off;\npid {folder}/p;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}\
             server {{ listen unix:{folder}/s;\n{entries}}} }}\n"
        ),
    );
    assert_served(
        &nginx,
        &desk,
        &["-e", "stderr", "-p", folder, "-c", &format!("{folder}/nginx.conf")],
        &all,
    );
}

#[test]
fn haproxy_reads_back() {
    let Some(haproxy) = tool("haproxy") else { return };
    let all = spelled(Dialect::Haproxy, |value| value.len() < 12_000);
    let desk = Desk::with_sample("two-domains");
    let entries = file(&all, |at, one| {
        format!(
            "http-request return status 200 content-type text/plain string {} if {{ path /{at} }}\n",
            one.quoted
        )
    });
    desk.write(
        "haproxy.cfg",
        &format!(
            "global\ntune.bufsize 65536\ndefaults\nmode http\ntimeout connect 9s\ntimeout client 9s\ntimeout server 9s\n\
             frontend f\nbind unix@{}\n{entries}",
            desk.path("s").display()
        ),
    );
    assert_served(&haproxy, &desk, &["-db", "-f", "haproxy.cfg"], &all);
}

#[test]
fn apache_reads_back() {
    let Some(apache) = tool("apache2") else { return };
    let modules = Path::new("/usr/lib/apache2/modules/mod_mpm_event.so");
    if !modules.exists() {
        return skip("the modules of Apache httpd are not where Debian has them");
    }
    let all = spelled(Dialect::Apache, |value| value.len() < 7_000);
    let desk = Desk::with_sample("two-domains");
    let entries = file(&all, |at, one| format!("Define v{at} {}\n", one.quoted));
    let folder = desk.path("").display().to_string();
    let head = format!(
        "ServerRoot {folder}\nLoadModule mpm_event_module {}\nServerName x\nPidFile {folder}/p\nErrorLog {folder}/e\nListen 8099\n",
        modules.display()
    );
    desk.write("apache.conf", &(head + &entries));
    let told = succeed(
        &apache,
        &desk.path(""),
        &["-t", "-f", &format!("{folder}/apache.conf"), "-D", "DUMP_RUN_CFG"],
    );
    let value = |at: usize| {
        let before = format!("Define: v{at}=");
        told.lines().find_map(|line| line.strip_prefix(&before)).map(str::to_owned)
    };
    assert_same(&all, &(0..all.len()).filter_map(value).collect::<Vec<_>>());
}

/// The bodies of all answers, by path.
fn bodies(json: &Json, found: &mut Vec<(String, String)>) {
    if let (Some(path), Some(body)) = (json.pointer("/match/0/path/0"), json.pointer("/handle/0/body")) {
        found.push((path.as_str().unwrap().to_owned(), body.as_str().unwrap().to_owned()));
    }
    match json {
        Json::Array(items) => items.iter().for_each(|item| bodies(item, found)),
        Json::Object(entries) => entries.values().for_each(|item| bodies(item, found)),
        _ => {}
    }
}

#[test]
fn caddy_reads_back() {
    let Some(caddy) = tool("caddy") else { return };
    let all = spelled(Dialect::Caddy, |_| true);
    let desk = Desk::with_sample("two-domains");
    let entries = file(&all, |at, one| format!("respond /{at} {} 200\n", one.quoted));
    desk.write("Caddyfile", &format!(":8099 {{\n{entries}}}\n"));
    let output = call(&caddy, &desk.path(""), &["adapt", "--config", "Caddyfile"]);
    assert!(output.status.success(), "{}", said(&output));
    let mut found = Vec::new();
    bodies(&serde_json::from_slice(&output.stdout).unwrap(), &mut found);
    let read = (0..all.len()).filter_map(|at| found.iter().find(|(path, _)| *path == format!("/{at}")));
    assert_same(&all, &read.map(|(_, body)| body.clone()).collect::<Vec<_>>());
}

#[test]
fn nftables_reads_back() {
    let (Some(nft), Some(unshare)) = (tool("nft"), tool("unshare")) else { return };
    if !call(&unshare, Path::new("."), &["-rn", "true"]).status.success() {
        return skip("no network namespace may be made");
    }
    // A comment of a rule holds 127 bytes; bare words are names and addresses, which stand elsewhere.
    let is_fitting = |value: &str| value.len() < 120 && value.contains(|c: char| !c.is_ascii_alphanumeric());
    let mut all = spelled(Dialect::Nftables, is_fitting);
    all.retain(|one| one.quoted.starts_with('"'));
    let desk = Desk::with_sample("two-domains");
    let entries = file(&all, |_, one| format!("counter comment {}\n", one.quoted));
    desk.write("rules.nft", &format!("table inet t {{\nchain c {{\n{entries}}}\n}}\n"));
    let script = format!("{0} -f rules.nft && {0} -j list ruleset", nft.display());
    let told = succeed(&unshare, &desk.path(""), &["-rn", "sh", "-c", &script]);
    let rules: Json = serde_json::from_str(&told).unwrap();
    let comments =
        rules["nftables"].as_array().unwrap().iter().filter_map(|item| item["rule"]["comment"].as_str());
    assert_same(&all, &comments.map(str::to_owned).collect::<Vec<_>>());
}

/// The texts of a DER sequence of UTF-8 strings.
fn der_texts(der: &[u8]) -> Vec<String> {
    let mut rest = inner(der).0;
    let mut texts = Vec::new();
    while !rest.is_empty() {
        assert_eq!(rest[0], 0x0c, "no UTF-8 string");
        let (text, behind) = inner(rest);
        texts.push(String::from_utf8(text.to_vec()).unwrap());
        rest = behind;
    }
    texts
}

/// What a DER element holds, and what stands behind it.
fn inner(der: &[u8]) -> (&[u8], &[u8]) {
    let (length, start) = match der[1] {
        short @ 0..=0x7f => (usize::from(short), 2),
        long => {
            let count = usize::from(long & 0x7f);
            (der[2..2 + count].iter().fold(0, |length, byte| (length << 8) | usize::from(*byte)), 2 + count)
        }
    };
    (&der[start..start + length], &der[start + length..])
}

#[test]
fn openssl_reads_back() {
    let Some(openssl) = tool("openssl") else { return };
    let all = spelled(Dialect::Openssl, |_| true);
    let desk = Desk::with_sample("two-domains");
    let entries = file(&all, |at, one| format!("f{at} = FORMAT:UTF8,UTF8:{}\n", one.quoted));
    desk.write("all.cnf", &format!("asn1 = SEQUENCE:all\n[ all ]\n{entries}"));
    succeed(&openssl, &desk.path(""), &["asn1parse", "-genconf", "all.cnf", "-noout", "-out", "all.der"]);
    assert_same(&all, &der_texts(&std::fs::read(desk.path("all.der")).unwrap()));
}

#[test]
fn words_of_a_command_line_read_back() {
    let Some(python) = tool("python3") else { return };
    // No reader of the balancer's own command line is to be had; quotes and backslashes are those of a POSIX shell.
    let all = spelled(Dialect::CitrixAdc, |_| true);
    let desk = Desk::with_sample("two-domains");
    desk.write("all.conf", &file(&all, |_, one| format!("{}\n", one.quoted)));
    let reader = "import json,shlex; print(json.dumps(shlex.split(open('all.conf', encoding='utf-8').read(), comments=True)))";
    let told = succeed(&python, &desk.path(""), &["-c", reader]);
    let read: Vec<String> = serde_json::from_str(&told).unwrap();
    assert_same(&all, &read);
}
