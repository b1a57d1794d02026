//! Items of lists as a table: doubled, filled down, moved, pasted; and other answers that make a finding go.

use crate::common::sample;
use crate::stage::{Look, SMALL, Scene, Stage, WIDE};

/// The servers of the Front End pool of the sample.
const SERVERS: &str = "/sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers<Enter>";

fn open(scene: &Scene) -> Stage {
    scene.open(Some("plan.yaml"), WIDE, Look::Colour)
}

/// The plan's text, as it is saved now.
fn saved(scene: &Scene, stage: &mut Stage) -> String {
    stage.keys("<C-s>");
    scene.read("plan.yaml")
}

#[test]
fn an_item_is_doubled_with_names_and_addresses_of_its_own() {
    let scene = Scene::with_plan("doubled", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(&format!("{SERVERS}<Up>c"));
    let text = saved(&scene, &mut stage);
    assert!(text.contains("denfe04.corp.proseware.example"), "{}", stage.text());
    assert!(text.contains("10.40.10.14"), "{}", stage.text());
    stage.keys("u");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"), "one step takes it back");
    // A whole pool, servers and all: its references to the proxy and the balancer stay.
    stage.keys("/sites[Denver].front_end_pools<Enter><Up>c");
    let text = saved(&scene, &mut stage);
    for name in ["denpool02.corp.proseware.example", "denfe06.corp.proseware.example"] {
        assert!(text.contains(name), "{name}: {}", stage.text());
    }
    let sample = sample("two-domains");
    assert_eq!(text.matches("- name: rp01").count(), sample.matches("- name: rp01").count());
}

#[test]
fn cells_are_gone_through_and_filled_down() {
    let scene = Scene::with_plan("filled", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(&format!("{SERVERS}<Up><Up><Up><Right>f"));
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"), "they went on like this already");
    // From the second server on: its answer is what all below get.
    stage.keys(&format!("{SERVERS}<Up><Up><Up><Right><Enter><Up><C-u>10.40.10.70<Enter><Esc>"));
    stage.keys(&format!("{SERVERS}<Up><Up><Up><Right>f"));
    let text = saved(&scene, &mut stage);
    for address in ["10.40.10.70", "10.40.10.71", "10.40.10.72"] {
        assert!(text.contains(address), "{address}: {}", stage.text());
    }
    stage.keys(&format!("{SERVERS}<Up><Up><Up>f"));
    assert!(stage.text().contains("belongs to one item alone"), "{}", stage.text());
}

#[test]
fn items_are_put_into_another_order() {
    let scene = Scene::with_plan("moved", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(&format!("{SERVERS}<Up><Up><Up>J"));
    let text = saved(&scene, &mut stage);
    let at = |name: &str| text.find(name).unwrap();
    assert!(at("fqdn: denfe02") < at("fqdn: denfe01"), "{text}");
    stage.keys("K");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"));
    stage.keys("K");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"), "the first one stays the first");
}

#[test]
fn lines_of_a_spreadsheet_become_items() {
    let scene = Scene::with_plan("pasted", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(SERVERS);
    stage.paste(
        "denfe07.corp.proseware.example\t10.40.10.17\r\ndenfe08.corp.proseware.example\t10.40.10.18\r\n",
    );
    let shown = stage.text();
    assert!(shown.contains("2 items were added"), "{shown}");
    let text = saved(&scene, &mut stage);
    assert!(text.contains("denfe08.corp.proseware.example") && text.contains("10.40.10.18"), "{text}");
    stage.paste("denfe09.corp.proseware.example\tnothing that fits\n");
    assert!(stage.text().contains("takes nothing that fits"), "{}", stage.text());
    assert_eq!(saved(&scene, &mut stage), text, "nothing was taken");
    // What steers terminals is refused like any other name that is none, and shown harmlessly.
    stage.paste("\u{1b}[31mred\u{7}\nx\n");
    assert!(!stage.text().contains('\u{1b}'), "{}", stage.text());
    assert_eq!(saved(&scene, &mut stage), text);
}

#[test]
fn wide_tables_make_way_for_the_column_at_the_cursor() {
    let scene = Scene::with_plan("wide", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("/sites[Denver].front_end_pools<Enter><Up>");
    let first = stage.text();
    assert!(first.contains(" ›"), "there are more columns\n{first}");
    stage.keys("<Right><Right><Right>");
    let further = stage.text();
    assert!(further.contains("denpool01.corp.proseware.example"), "{further}");
    assert_ne!(first, further, "other columns are in sight");
}

#[test]
fn another_answer_makes_a_finding_go() {
    let scene = Scene::with_plan("mended", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys("3");
    let line = |stage: &mut Stage, words: &str| {
        let text = stage.text();
        text.lines().any(|line| line.contains(words))
    };
    for _ in 0..30 {
        if line(&mut stage, "another answer mends it") || line(&mut stage, "other answers mend it") {
            break;
        }
        stage.keys("<Down>");
    }
    let before = stage.text();
    stage.keys("f");
    if before.contains("other answers mend it") {
        assert!(stage.text().contains("Answers with which it does not stand"), "{}", stage.text());
        stage.keys("<Enter>");
    }
    assert_ne!(saved(&scene, &mut stage), sample("two-domains"), "{}", stage.text());
    let here = before.lines().find_map(|line| Some(line.split_once('▸')?.1.trim_end_matches('│').trim()));
    let after = stage.text();
    assert!(here.is_some_and(|finding| !after.contains(finding)), "{here:?} stands still\n{after}");
    stage.keys("u");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"));
}

/// Every copy gets a name that is free, whatever its list is named by; the cursor is on it then.
#[test]
fn whatever_a_list_is_named_by_its_items_are_doubled() {
    let scene = Scene::with_plan("doubled-names", sample("two-domains"));
    let mut stage = open(&scene);
    for (list, copy) in [("mobility.policies", "Travelling staff 2"), ("sites", "Denver 2")] {
        stage.keys(&format!("/{list}<Enter><Up>c"));
        let shown = stage.text();
        assert!(shown.lines().any(|line| line.contains("││ ▸") && line.contains(copy)), "{copy}:\n{shown}");
        let text = saved(&scene, &mut stage);
        assert!(text.contains(&format!("name: {copy}")), "{text}");
    }
    // What is named by its scope can't be there twice: the cursor stays, and no line of YAML is quoted.
    stage.keys("/mobility.policies<Enter>global<Enter><Esc><Esc><Up>");
    let text = saved(&scene, &mut stage);
    let is_there = |shown: &str| shown.lines().any(|line| line.contains("││ ▸") && line.contains("global"));
    assert!(is_there(&stage.text()), "{}", stage.text());
    stage.keys("c");
    let shown = stage.text();
    assert!(shown.contains("named by its scope") && is_there(&shown), "{shown}");
    assert_eq!(saved(&scene, &mut stage), text);
}

#[test]
fn lines_are_added_wherever_in_a_table_they_are_pasted() {
    let scene = Scene::with_plan("pasted-on-item", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(&format!("{SERVERS}<Up><Up>"));
    stage.paste("denfe07.corp.proseware.example\t10.40.10.17\ndenfe08.corp.proseware.example\t10.40.10.18\n");
    assert!(stage.text().contains("2 items were added"), "{}", stage.text());
    let text = saved(&scene, &mut stage);
    assert!(text.contains("denfe08.corp.proseware.example") && text.contains("10.40.10.18"), "{text}");
    stage.keys("<Up>");
    stage.paste("denfe09.corp.proseware.example");
    assert!(saved(&scene, &mut stage).contains("denfe09.corp.proseware.example"), "{}", stage.text());
}

#[test]
fn cells_have_the_width_that_is_left_and_wrong_items_a_mark() {
    let scene = Scene::with_plan("cells", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys("/sites[Denver].director_pools<Enter><Up>");
    let shown = stage.text();
    assert!(shown.contains("dendir.corp.proseware.example"), "{shown}");
    // A name for inside and outside at once is an error of its pool.
    let text = sample("two-domains").replace("poolext.proseware.example", "poolint.corp.proseware.example");
    scene.write("plan.yaml", &text);
    let mut stage = open(&scene);
    stage.keys("/sites[Denver].front_end_pools<Enter>");
    let shown = stage.text();
    assert!(shown.contains("  ✗ denpool01.corp.proseware.example"), "{shown}");
    stage.keys("<Up>");
    assert!(stage.text().contains("▸ ✗ denpool01.corp.proseware.example"), "{}", stage.text());
    // Columns that made way at the left have a sign as those at the right.
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("/sites[Denver].front_end_pools<Enter><Up>");
    assert!(!stage.text().contains('‹'), "{}", stage.text());
    stage.keys("<Right><Right><Right>");
    assert!(stage.text().contains('‹'), "{}", stage.text());
}

#[test]
fn fields_say_in_short_what_they_take_and_refusals_name_keys_that_work() {
    let scene = Scene::with_plan(
        "fields",
        "format: ucplan/v1\ntitle: A\nsites: [{ name: HQ, reverse_proxies: [{ name: rp01 }] }]\n",
    );
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("<Esc>/organization<Enter>");
    let shown = stage.text();
    assert!(shown.contains("a line of text") && !shown.contains("control char"), "{shown}");
    stage.keys("<Esc>/domains.sip<Enter><Enter>");
    let shown = stage.text();
    assert!(shown.contains("This answer is required") && shown.contains("Esc leads"), "{shown}");
    assert!(!shown.contains("arrow keys"), "{shown}");
    stage.keys("<Esc>/sites[HQ].reverse_proxies[rp01].timeout_seconds<Enter><C-u>abc<Enter>");
    let shown = stage.text();
    assert!(shown.contains("`abc` is not a whole number.") && shown.contains("from 1 to "), "{shown}");
    assert!(!shown.contains("bare word") && !shown.contains("quotes"), "{shown}");
}

/// Who takes items away goes on doing so, or takes that back: the cursor stays among them.
#[test]
fn behind_an_item_that_goes_the_cursor_stays_in_the_table() {
    let scene = Scene::with_plan("goes", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(&format!("{SERVERS}<Up>dd"));
    let text = saved(&scene, &mut stage);
    assert!(text.contains("fqdn: denfe01") && !text.contains("fqdn: denfe02"), "{text}");
    stage.keys("uu");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"), "{}", stage.text());
}
