//! What Windows is set to is the TLS profile, as far as it can be: every version and cipher suite of it, in its order, and
//! nothing older; and no template spells a version or a suite of its own.
#![expect(clippy::disallowed_methods, reason = "tests look at the world, and fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use ucplan::catalog::{TlsProfile, tls_profile};

use super::values;
use crate::made::each;

/// The rows of a table at the top of a script that begin so.
fn rows<'s>(script: &'s str, begin: &str) -> Vec<&'s str> {
    let begin = format!("    @{{ {begin} = ");
    script.lines().filter(|line| line.starts_with(&begin)).collect()
}

/// The lines of a list at the top of a script, without their quotes.
fn list<'s>(script: &'s str, name: &str) -> Vec<&'s str> {
    let behind = script.split_once(&format!("\r\n{name} = @(\r\n")).expect("the list is there").1;
    behind.lines().take_while(|line| *line != ")").map(|line| line.trim().trim_matches('\'')).collect()
}

/// Names in backticks behind words on a line of a sheet.
fn named<'s>(sheet: &'s str, words: &str) -> Vec<&'s str> {
    let line = sheet.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no line `{words}`"));
    let behind = line.split_once(words).expect("it is there").1;
    behind.split('`').skip(1).step_by(2).collect()
}

/// The versions that the profile has, or that it lacks, as they are written.
fn titles(profile: &TlsProfile, is_wanted: bool) -> Vec<&str> {
    let own = |name: &String| profile.published.protocols.contains(name) == is_wanted;
    profile.versions.iter().filter(|version| own(&version.name)).map(|version| &*version.title).collect()
}

#[test]
fn the_script_sets_every_version_and_suite_and_switches_the_older_ones_off() {
    let profile = tls_profile();
    let published = &profile.published;
    each(&["iis-arr", "wap"], |made| {
        for proxy in made.proxies() {
            let script = &made.files[&format!("reverse-proxy/{proxy}/tls.ps1")];
            let set = |state: &str| -> Vec<&str> {
                let rows = rows(script, "Version").into_iter().filter(|row| row.contains(state));
                rows.filter_map(|row| row.split('\'').nth(1)).collect()
            };
            assert_eq!(set("; Wanted = $true; "), titles(profile, true), "{}", made.name);
            assert_eq!(set("; Wanted = $false; "), titles(profile, false), "{}", made.name);
            let (had, lacked): (Vec<_>, Vec<_>) =
                published.suites.iter().partition(|suite| suite.windows.is_some());
            let wanted: Vec<String> = had.iter().map(|suite| suite.iana.clone()).collect();
            assert_eq!(values(script, "Suite"), wanted, "{}", made.name);
            for suite in had {
                let row = format!("Suite = '{}'; Build = {} }}", suite.iana, suite.windows.unwrap_or(0));
                assert!(script.contains(&row), "{}: {row}", made.name);
            }
            for suite in lacked {
                let told = format!("    # No Windows has {}\r\n", suite.iana);
                assert!(script.contains(&told), "{}: {told}", made.name);
            }
            assert_eq!(list(script, "$PoolSuites"), profile.inside.suites, "{}", made.name);
            let head = format!("{} {} ({})", published.name, published.version, published.date);
            assert!(script.contains(&head), "{}: {head}", made.name);
        }
    });
}

#[test]
fn what_is_older_than_the_profile_is_off_and_what_is_inside_is_at_least_as_new() {
    let profile = tls_profile();
    let at = |name: &String| profile.versions.iter().position(|version| version.name == *name);
    let own: Vec<_> = profile.published.protocols.iter().map(at).collect();
    assert!(own.iter().all(Option::is_some) && own.is_sorted(), "{own:?}");
    for name in &profile.inside.protocols {
        assert!(at(name) >= own[0], "{name} is older than the profile");
    }
    // A list for OpenSSL has the suites of TLS 1.2, in the order of all.
    let listed: Vec<_> = profile.published.suites.iter().filter_map(|suite| suite.openssl.clone()).collect();
    assert_eq!(profile.ciphers, listed);
    for suite in &profile.published.suites {
        assert!(profile.published.protocols.contains(&suite.protocol), "{suite:?}");
        assert_eq!(suite.iana.contains("_WITH_"), suite.openssl.is_some(), "{suite:?}");
        assert!(!profile.inside.suites.contains(&suite.iana), "{suite:?}");
    }
}

#[test]
fn a_sheet_names_every_version_and_suite_or_says_that_it_is_not_to_be_had() {
    let profile = tls_profile();
    let suites: Vec<&str> = profile.published.suites.iter().map(|suite| &*suite.iana).collect();
    each(&["other"], |made| {
        for (path, sheet) in made.ending("/rules.md").filter(|(path, _)| path.starts_with("reverse-proxy/")) {
            assert_eq!(named(sheet, "- Versions of TLS:"), titles(profile, true), "{path}");
            assert_eq!(named(sheet, "- Switch off what is older:"), titles(profile, false), "{path}");
            assert_eq!(named(sheet, "- Cipher suites, in this order:"), suites, "{path}");
            assert_eq!(named(sheet, "also needs these suites:"), profile.inside.suites, "{path}");
            let says = format!("`Strict-Transport-Security: max-age={}`", profile.published.hsts_seconds);
            assert!(sheet.contains(&says), "{path}");
        }
    });
    each(&["tmg"], |made| {
        for (path, sheet) in made.ending("/rules.md").filter(|(path, _)| path.starts_with("reverse-proxy/")) {
            let newest = named(sheet, "not to be had: ");
            assert_eq!(newest, ["TLS 1.3"], "{path}");
            let on = named(sheet, "for both `Server` and `Client`, of:");
            assert_eq!([on, newest].concat(), titles(profile, true), "{path}");
            assert_eq!(named(sheet, "there, for `Server` only, of:"), titles(profile, false), "{path}");
            let lacked = named(sheet, "with the certificate of this listener:");
            let order = named(sheet, "behind the names with ECDHE:");
            let (own, inside) = order.split_at(order.len() - profile.inside.suites.len());
            assert_eq!(inside, profile.inside.suites, "{path}");
            assert!(own.iter().all(|suite| suite.starts_with("TLS_DHE_RSA_")), "{path}: {own:?}");
            let had = |suite: &&str| own.contains(suite) != lacked.contains(suite);
            assert!(suites.iter().all(had) && own.len() + lacked.len() == suites.len(), "{path}");
        }
    });
}

/// The templates below a folder.
fn templates(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("so can this").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let own = files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "j2"));
    own.chain(folders.iter().flat_map(|folder| templates(folder))).collect()
}

/// What a template writes as it stands, without what it takes from data.
fn literal(text: &str) -> String {
    let (mut kept, mut rest) = (String::new(), text);
    while let Some((at, end)) = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
        .iter()
        .filter_map(|(begin, end)| rest.find(begin).map(|at| (at, *end)))
        .min()
    {
        kept.push_str(&rest[..at]);
        rest = rest[at..].split_once(end).map_or("", |(_, behind)| behind);
    }
    kept + rest
}

/// Versions and suites that a text spells.
fn spelled(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace(['-', '_', ' '], "");
    let marks = ["tlsv1", "tls1", "sslv2", "sslv3", "ssl2", "ssl3", "ecdhe", "aes128", "aes256", "chacha20"];
    marks.iter().filter(|mark| lower.contains(**mark)).map(|mark| (*mark).to_owned()).collect()
}

#[test]
fn no_template_spells_a_version_or_a_suite_itself() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let all = ["reverse-proxy", "load-balancer"].map(|kind| templates(&folder.join(kind))).concat();
    assert!(all.len() > 10, "{all:?}");
    for path in all {
        let text = fs::read_to_string(&path).expect("a template can be read");
        assert_eq!(spelled(&literal(&text)), [""; 0], "{}", path.display());
    }
    for text in ["set ssl vserver x -tls12 ENABLED", "TLSv1.2", "\"tls1_2Enabled\": true", "ECDHE-RSA"] {
        assert!(!spelled(&literal(&format!("{{{{ a }}}}{text}{{% if b %}}"))).is_empty(), "{text}");
    }
    assert_eq!(spelled(&literal("{# TLS 1.2 #}{{ \"tls1\" }}{% set a = \"ssl3\" %}")), [""; 0]);
}
