//! Templates that a user lays over the embedded ones: they change the output, and their faults are findings.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use serde_json::Value as Json;
use ucplan::catalog::template_file;

use crate::common::{Desk, bytes};

/// The template of the firewall's table, below `templates/`.
const TABLE: &str = "firewall/csv/rules.csv.j2";

/// A desk with one file among its own templates.
fn desk(path: &str, text: &str) -> Desk {
    let desk = Desk::with_sample("two-domains");
    desk.write(&format!("own/templates/{path}"), text);
    desk
}

/// The code and the severity of every finding of `check`.
#[track_caller]
fn findings(desk: &Desk, code: i32) -> Vec<(String, String)> {
    let checked = desk.run(&["check", "plan.yaml", "--json", "--config", "own"]).with(code);
    let document: Json = serde_json::from_str(&checked.out).unwrap();
    let words = |finding: &Json| ["code", "severity"].map(|key| finding[key].as_str().unwrap().to_owned());
    document["findings"].as_array().unwrap().iter().map(|finding| words(finding).into()).collect()
}

/// A finding by code and severity.
fn finding(code: &str, severity: &str) -> (String, String) {
    (code.to_owned(), severity.to_owned())
}

#[test]
fn an_own_template_changes_its_file_and_no_other() {
    let desk = desk(TABLE, "from,to\n{% for flow in flows %}\n{{ flow.from }},{{ flow.to }}\n{% endfor %}\n");
    desk.generate(&["--config", "own"]).with(0);
    let own = bytes(&desk.out());
    let plain = bytes(&Desk::generated("two-domains", &[]).out());
    let differing: Vec<&String> = own.keys().filter(|path| own[*path] != plain[*path]).collect();
    assert_eq!(differing, ["MANIFEST.json", "firewall/rules.csv"]);
    let table = desk.read("out/firewall/rules.csv");
    assert!(table.starts_with("from,to\n"), "{table}");
    assert!(table.contains("\ninternet,reverse-proxy:rp01:external\n"), "{table}");
    assert!(
        !findings(&desk, 0).iter().any(|(code, _)| code.contains("override") || code.contains("template"))
    );
}

#[test]
fn an_own_template_in_the_home_folder_needs_no_option() {
    let desk = Desk::with_sample("two-domains");
    desk.write("home/.config/ucplan/templates/firewall/csv/rules.csv.j2", "mine\n");
    if cfg!(target_os = "linux") {
        desk.generate(&[]).with(0);
        assert_eq!(desk.read("out/firewall/rules.csv"), "mine\n");
    }
}

#[test]
fn values_are_quoted_in_an_own_template_too() {
    let desk = desk(TABLE, "{{ plan.title }},{{ plan.organization }}\n");
    desk.set(&["title='=HYPERLINK(\"x\"),1'"]);
    desk.generate(&["--config", "own"]).with(0);
    assert_eq!(desk.read("out/firewall/rules.csv"), "\"'=HYPERLINK(\"\"x\"\"),1\",Proseware\n");
}

#[test]
fn an_own_template_that_can_not_be_filled_in_is_an_error_and_nothing_is_written() {
    let unclosed = "from,to\n{% for flow in flows %}\n";
    let unknown = "from,to\n{{ flow_count }}\n";
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}";
    for text in [unclosed, unknown, endless] {
        let desk = desk(TABLE, text);
        assert!(findings(&desk, 1).contains(&finding("template-fails", "error")), "{text}");
        for arguments in [&["--config", "own"][..], &["--config", "own", "--draft"]] {
            let refused = desk.generate(arguments).with(1);
            assert!(refused.out.contains("rules.csv.j2"), "{}", refused.out);
            assert!(!desk.out().exists());
        }
    }
}

#[test]
fn an_own_manifest_that_can_not_be_read_is_an_error() {
    let desk = desk("firewall/csv/manifest.yaml", "name: [\n");
    assert!(findings(&desk, 1).contains(&finding("override-unreadable", "error")));
    desk.generate(&["--config", "own"]).with(1);
    assert!(!desk.out().exists());
}

#[test]
fn an_own_file_that_matches_nothing_is_a_warning() {
    let text = template_file(TABLE).unwrap();
    for path in ["firewall/csv/rules.cvs.j2", "firewall/rules.csv.j2", "rules.csv.j2"] {
        let desk = desk(path, text);
        assert!(findings(&desk, 0).contains(&finding("override-unused", "warning")), "{path}");
        let told = desk.run(&["check", "plan.yaml", "--config", "own"]).with(0).out;
        assert!(told.contains(path), "{told}");
        desk.generate(&["--config", "own"]).with(0);
    }
}

#[test]
fn a_file_whose_template_comes_out_empty_is_not_written() {
    for text in
        ["", "\n  \n", "{% for flow in flows %}{% if flow.port == 'none' %}x{% endif %}\n{% endfor %}"]
    {
        let desk = desk(TABLE, text);
        for arguments in [&["--config", "own", "--draft"][..], &["--config", "own"]] {
            desk.generate(arguments).with(0);
            assert!(!desk.path("out/firewall/rules.csv").exists(), "{text:?}");
            assert!(desk.path("out/README.md").exists());
            assert!(!desk.read("out/MANIFEST.json").contains("rules.csv"), "{text:?}");
        }
    }
}

#[test]
fn an_own_vendor_can_not_write_out_of_the_folder() {
    for path in [
        "../escaped.txt",
        "a/../../escaped.txt",
        "/tmp/ucplan-escaped.txt",
        "C:\\escaped.txt",
        "MANIFEST.json",
    ] {
        let manifest = format!(
            "name: Mine\nfiles:\n  - template: own.txt.j2\n    path: '{path}'\n    dialect: lines\n    \
             artifact: firewall\n    audience: firewall\n"
        );
        let desk = desk("firewall/mine/manifest.yaml", &manifest);
        desk.write("own/templates/firewall/mine/own.txt.j2", "escaped\n");
        let ended = desk.generate(&["--config", "own"]);
        assert_ne!(ended.code, 0, "{path} is no path for an output: {}", ended.out);
        assert!(!desk.path("escaped.txt").exists(), "{path}");
        assert!(!desk.out().exists(), "{path}");
    }
}

#[test]
fn two_files_for_one_path_are_refused_before_anything_is_written() {
    let manifest = "name: Mine\nfiles:\n  - template: own.txt.j2\n    path: firewall/rules.csv\n    dialect: lines\n    \
                    artifact: firewall\n    audience: firewall\n";
    let desk = desk("firewall/mine/manifest.yaml", manifest);
    desk.write("own/templates/firewall/mine/own.txt.j2", "mine\n");
    desk.generate(&["--config", "own"]).with(1);
    assert!(!desk.out().exists());
}

#[test]
fn the_catalog_tells_what_the_own_templates_change() {
    let embedded = template_file(TABLE).unwrap();
    let desk = desk(TABLE, embedded);
    let same = desk.run(&["catalog", "diff", "--config", "own"]).with(0).out;
    assert!(same.contains(TABLE) && same.contains("same"), "{same}");
    desk.write(&format!("own/templates/{TABLE}"), &embedded.replacen("from,to", "source,to", 1));
    desk.write("own/templates/firewall/csv/rulse.csv.j2", "x\n");
    let differs = desk.run(&["catalog", "diff", "--config", "own"]).with(1).out;
    for line in [
        "--- embedded/firewall/csv/rules.csv.j2",
        "endif %}from,to,",
        "endif %}source,to,",
        "@@ -1,4 +1,4 @@",
    ] {
        assert!(differs.contains(line), "{line}: {differs}");
    }
    assert!(
        differs.lines().any(|line| line.contains("rulse.csv.j2") && line.contains("no manifest")),
        "{differs}"
    );
    let listed = desk.run(&["catalog", "list", "--config", "own"]).with(0).out;
    assert!(listed.contains(&format!("{TABLE}  (yours takes its place)")), "{listed}");
    assert!(listed.lines().any(|line| line == "firewall/csv/manifest.yaml"), "{listed}");
}

#[test]
fn without_own_templates_there_is_no_difference() {
    let desk = Desk::with_sample("two-domains");
    let told = desk.run(&["catalog", "diff", "--config", "none"]).with(0).out;
    assert!(told.contains("ucplan catalog export"), "{told}");
    desk.run(&["catalog", "export", TABLE, "--config", "none"]).with(0);
    let told = desk.run(&["catalog", "diff", "--config", "none"]).with(0).out;
    assert!(told.contains("same"), "{told}");
}
