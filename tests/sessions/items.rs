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
