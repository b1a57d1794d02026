//! What an answer would change stands on the screen before it is given; what is generated then is what the command line
//! generates.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::common::{Desk, bytes, sample};
use crate::stage::{Look, Scene, Stage, WIDE};

/// Keys to the answer "over HTTP" of the sample with two domains.
const HTTP: &str = "/initial_request<Enter><Down>";

/// A change as the screen tells it: its sign, what is said of all rows, and each row.
#[derive(Debug)]
struct Told {
    sign: char,
    summary: String,
    rows: Vec<String>,
}

/// The changes on the screen: below the rule that begins with `╶`, in the pane at the right.
fn told(stage: &mut Stage) -> Vec<Told> {
    let text = stage.text();
    let pane = text.lines().filter_map(|line| line.split("││").nth(1)).map(|line| line.trim_end_matches('│'));
    let mut told: Vec<Told> = Vec::new();
    for line in pane.skip_while(|line| !line.contains('╶')).skip(1).filter(|line| !line.trim().is_empty()) {
        match (line.trim_start().split_once(' '), line.starts_with("     ")) {
            (Some((sign, summary)), false) => {
                let sign = sign.chars().next().unwrap();
                told.push(Told { sign, summary: summary.trim().to_owned(), rows: Vec::new() });
            }
            _ => told.last_mut().unwrap().rows.push(line.trim().to_owned()),
        }
    }
    told
}

/// Rows of a part before and after that differ, paired by what names them; nothing where one side has none.
fn differing<'j>(
    before: &'j [Json],
    after: &'j [Json],
    keys: &[&str],
    what: &str,
) -> Vec<(&'j Json, &'j Json)> {
    let name = |row: &Json| -> Vec<Json> { keys.iter().map(|key| row[*key].clone()).collect() };
    let pair = |old: &'j Json| Some((old, after.iter().find(|new| name(new) == name(old))?));
    before.iter().filter_map(pair).filter(|(old, new)| old[what] != new[what]).collect()
}

fn text(row: &Json, key: &str) -> String {
    row[key].as_str().map_or_else(|| row[key].to_string(), str::to_owned)
}

/// Holds that a text has each of these words in it.
#[track_caller]
fn has(told: &Told, sign: char, words: &[&str], rows: &BTreeSet<String>) {
    assert_eq!(told.sign, sign, "{told:?}");
    assert!(
        words.iter().all(|word| told.summary.split([' ', ',', ':']).any(|own| own == *word)),
        "{told:?} {words:?}"
    );
    assert_eq!(&told.rows.iter().cloned().collect::<BTreeSet<_>>(), rows);
}

#[test]
fn the_screen_tells_what_http_changes_before_it_is_chosen() {
    let (before, after) = (Desk::with_sample("two-domains"), Desk::with_sample("two-domains"));
    after.set(&["mobility.initial_request=http"]);
    let parts = |part: &str| (before.shown(part), after.shown(part));
    let scene = Scene::with_plan("http", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    stage.keys(HTTP);
    let told = told(&mut stage);
    let [findings, names, rules, opened, flows, balanced, come, gone] = &told[..] else {
        panic!("{told:#?}")
    };
    for (requests, sign, scheme) in [(come, '+', "http"), (gone, '−', "https")] {
        assert_eq!((requests.sign, requests.summary.as_str()), (sign, "2 commands: Test sign-in"));
        let asked = requests.rows.iter().filter(|row| row.contains(&format!(" {scheme}://lyncdiscover.")));
        assert_eq!(asked.count(), 2, "{requests:?}");
    }

    let (old, new) = parts("certificates");
    let changed = differing(&old, &new, &["id"], "names");
    let [(old, new)] = &changed[..] else { panic!("{changed:?}") };
    let all = |row: &Json| -> BTreeSet<String> {
        row["names"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let dropped: BTreeSet<_> = all(old).difference(&all(new)).cloned().collect();
    assert_eq!(dropped.len(), 2);
    let (count, left) = (dropped.len().to_string(), all(new).len().to_string());
    has(names, '−', &[&count, &text(new, "id"), &left], &dropped);

    let (old, new) = parts("publishing");
    let moved = differing(&old, &new, &["proxy", "public_name"], "listen_port");
    let ports = |row: &Json| format!("{}→{}", row["listen_port"], row["target_port"]);
    let rows = moved
        .iter()
        .map(|(old, new)| format!("{}: {} → {}", text(new, "public_name"), ports(old), ports(new)));
    has(rules, '~', &[&moved.len().to_string(), "rp01", "443", "80"], &rows.collect());

    let (old, new) = parts("firewall");
    let raised = differing(&old, &new, &["from", "to", "port"], "level");
    assert!(
        raised
            .iter()
            .all(|(old, new)| (&old["level"], &new["level"]) == (&"optional".into(), &"required".into()))
    );
    let rows = raised.iter().map(|(_, new)| {
        format!("{} → {} {} {}", text(new, "from"), text(new, "to"), text(new, "protocol"), text(new, "port"))
    });
    has(flows, '~', &[&raised.len().to_string(), "optional", "required"], &rows.collect());
    // Wi-Fi, and the balanced Director with its two ports, have nothing to do with HTTP before.
    assert_eq!((opened.sign, opened.rows.len(), balanced.sign, balanced.rows.len()), ('+', 2, '+', 2));

    let (old, new) = parts("findings");
    let found: Vec<_> = new.iter().filter(|row| !old.contains(row)).collect();
    let [finding] = &found[..] else { panic!("{found:?}") };
    assert_eq!((findings.sign, text(finding, "code").as_str()), ('+', "http-not-recommended"));
    assert!(findings.summary.contains(&text(finding, "severity")), "{findings:?}");
    // Where there is much to tell, a sentence may be cut.
    let told = findings.rows.join(" ");
    assert!(text(finding, "message").starts_with(told.trim_end_matches('…')), "{told}");
}

#[test]
fn the_screen_generates_what_the_command_line_generates() {
    let desk = Desk::with_sample("two-domains");
    desk.set(&["mobility.initial_request=http"]);
    desk.run(&["generate", "plan.yaml", "--out", "ucplan-artifacts"]).with(0);
    let scene = Scene::with_plan("generated", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    stage.keys(&format!("{HTTP}<Enter>4g<C-s>"));
    let (screen, line) = (bytes(&scene.path("ucplan-artifacts")), bytes(&desk.path("ucplan-artifacts")));
    assert!(line.contains_key("plan.yaml") && line.contains_key("MANIFEST.json"));
    assert_eq!(screen.keys().collect::<Vec<_>>(), line.keys().collect::<Vec<_>>());
    for (path, bytes) in &line {
        assert!(screen[path] == *bytes, "{path} differs");
    }
    assert_eq!(scene.read("plan.yaml"), desk.read("plan.yaml"));
}
