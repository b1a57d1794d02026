//! Nothing that was answered is lost, and everything can be taken back: undo, the journal, files that others change.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use serde_json::json;
use ucplan::catalog::Templates;
use ucplan::interview::{Answered, Edit, attempt};

use crate::common::sample;
use crate::stage::{Look, Scene, Stage, WIDE};

/// Changes of every kind: a choice, a line of text, one more item, one item less, a note, and "not decided yet".
const EDITS: &[&str] = &[
    "/initial_request<Enter><Down><Enter>",
    "/simple_urls.hosts.meet<Enter><C-u>conference<Enter><Esc>",
    "/sites[Denver].pstn_gateways<Enter>dengw02.corp.proseware.example<Enter><Esc><Esc>",
    "/sites[Denver].load_balancers<Enter><Up><Del><Esc>",
    "/initial_request<Enter>n<C-u>Talked over on Monday.<Enter>",
    "/mobility.access<Enter><End><Enter><Esc>",
];

fn open(scene: &Scene) -> Stage {
    scene.open(Some("plan.yaml"), WIDE, Look::Colour)
}

/// The plan's text, as it is saved now.
fn saved(scene: &Scene, stage: &mut Stage) -> String {
    stage.keys("<C-s>");
    scene.read("plan.yaml")
}

/// The sample with two domains after this answer.
fn answered(text: &str, path: &str, value: &str) -> String {
    let templates = Templates::default();
    let now = Answered::read(text, &templates).unwrap();
    let edit = Edit::Answer(path.parse().unwrap(), json!(value));
    attempt(&now.document, &edit, &templates).unwrap().document.text().to_owned()
}

#[test]
fn every_change_is_taken_back_and_made_again() {
    let scene = Scene::with_plan("undo", sample("two-domains"));
    let mut stage = open(&scene);
    let mut texts = vec![sample("two-domains").to_owned()];
    for keys in EDITS {
        stage.keys(keys);
        let text = saved(&scene, &mut stage);
        assert_ne!(Some(&text), texts.last(), "{keys} changes nothing:\n{}", stage.text());
        texts.push(text);
    }
    // Letters are keys there, wherever the change was.
    stage.keys("3");
    for before in texts.iter().rev().skip(1) {
        stage.keys("u");
        assert!(saved(&scene, &mut stage) == *before, "{}", stage.text());
    }
    stage.keys("u");
    assert!(saved(&scene, &mut stage) == texts[0], "there was nothing left to take back");
    for after in &texts[1..] {
        stage.keys("U");
        assert!(saved(&scene, &mut stage) == *after, "{}", stage.text());
    }
    stage.keys("U");
    assert!(saved(&scene, &mut stage) == texts[texts.len() - 1], "there was nothing left to make again");
}

#[test]
fn what_was_not_saved_is_there_again() {
    let scene = Scene::with_plan("journal", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(EDITS[0]);
    let first = saved(&scene, &mut stage);
    stage.keys(EDITS[1]);
    drop(stage);
    assert!(scene.read("plan.yaml") == first, "nobody saved");
    let mut stage = open(&scene);
    assert!(scene.read("plan.yaml") == first, "nobody saved");
    let second = saved(&scene, &mut stage);
    assert!(second == answered(&first, "simple_urls.hosts.meet", "conference"));
    drop(stage);
    let mut stage = open(&scene);
    for before in [&first, sample("two-domains")] {
        stage.keys("3u");
        assert!(saved(&scene, &mut stage) == *before);
    }
    stage.keys("UU");
    assert!(saved(&scene, &mut stage) == second);
}

#[test]
fn a_file_that_was_changed_in_between_counts_and_loses_nothing() {
    let scene = Scene::with_plan("between", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(EDITS[0]);
    drop(stage);
    scene.write("plan.yaml", sample("standard-edition"));
    let mut stage = open(&scene);
    assert!(stage.text().contains("Litware mobility"), "{}", stage.text());
    assert!(scene.read("plan.yaml") == sample("standard-edition"));
    stage.keys("3u");
    assert!(stage.text().contains("Mobility for Proseware"), "{}", stage.text());
    assert!(saved(&scene, &mut stage) == answered(sample("two-domains"), "mobility.initial_request", "http"));
    stage.keys("U");
    assert!(saved(&scene, &mut stage) == sample("standard-edition"));
}

#[test]
fn a_file_that_somebody_else_changed_is_not_written_over() {
    let scene = Scene::with_plan("meanwhile", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(EDITS[0]);
    let theirs = answered(sample("two-domains"), "title", "Theirs");
    let ours = answered(sample("two-domains"), "mobility.initial_request", "http");
    scene.write("plan.yaml", &theirs);
    for keys in ["<C-s>", "<Enter>", "<C-s>", "<Esc>"] {
        stage.keys(keys);
        assert!(scene.read("plan.yaml") == theirs, "{}", stage.text());
    }
    // Reading it, and taking that back.
    stage.keys("<C-s><Down><Enter>");
    assert!(stage.text().contains("Theirs") && scene.read("plan.yaml") == theirs, "{}", stage.text());
    stage.keys("3u");
    assert!(saved(&scene, &mut stage) == ours, "{}", stage.text());
    // Writing over it.
    stage.keys("u");
    scene.write("plan.yaml", &theirs);
    stage.keys("<C-s><Down><Down><Enter>");
    assert!(scene.read("plan.yaml") == sample("two-domains"), "{}", stage.text());
}

#[test]
fn another_plan_shows_what_follows_from_itself() {
    let scene = Scene::with_plan("another", sample("two-domains"));
    scene.write("other.yaml", sample("standard-edition"));
    let mut stage = open(&scene);
    stage.keys("2");
    assert!(stage.text().contains("proseware.example"), "{}", stage.text());
    // The start page opens it; neither plan was touched.
    stage.keys("<C-o><End><Enter><C-u>another/other.yaml<Enter>2");
    let seen = stage.text();
    assert!(seen.contains("litware.example") && !seen.contains("proseware"), "{seen}");
    stage.keys("4");
    assert!(stage.text().contains("litware.example"), "{}", stage.text());
    stage.keys("g");
    let manifest = scene.read("ucplan-artifacts/MANIFEST.json");
    assert!(manifest.contains("litware") && !manifest.contains("proseware"), "{manifest}");
}

#[test]
fn keys_typed_ahead_find_what_came_before_them_done() {
    let scene = Scene::with_plan("ahead", sample("two-domains"));
    let mut stage = open(&scene);
    stage.keys(EDITS[0]);
    let edited = answered(sample("two-domains"), "mobility.initial_request", "http");
    stage.burst("3<C-s>u");
    assert!(scene.read("plan.yaml") == edited);
    assert!(stage.text().contains("Taken back"), "{}", stage.text());
    drop(stage);
    // What was taken back behind the save is kept, and is not saved.
    let mut stage = open(&scene);
    assert!(scene.read("plan.yaml") == edited);
    assert!(stage.text().contains("not saved"), "{}", stage.text());
    assert!(saved(&scene, &mut stage) == *sample("two-domains"));
}

#[test]
fn what_is_taken_back_is_named_and_every_state_can_be_gone_to() {
    let scene = Scene::with_plan("steps", sample("two-domains"));
    let mut stage = open(&scene);
    let mut texts = vec![sample("two-domains").to_owned()];
    for keys in EDITS {
        stage.keys(keys);
        texts.push(saved(&scene, &mut stage));
    }
    // Words for what was taken back and made again: the question, and its value before and after.
    stage.keys("/initial_request<Enter><Up><Enter>3u");
    for told in ["Taken back: First request: ", "HTTPS on 443", " → ", "HTTP on 80"] {
        assert!(stage.text().contains(told), "{told}:\n{}", stage.text());
    }
    stage.keys("U");
    assert!(stage.text().contains("Made again: First request: "), "{}", stage.text());
    stage.keys("u");
    // The steps, newest first; the one that holds has a mark, the cursor stands on it.
    stage.keys("H");
    let seen = stage.text();
    for told in
        ["● Access", "HTTP on 80 → HTTPS on 443", "PSTN gateway added", "PSTN gateway removed", "as it began"]
    {
        assert!(seen.contains(told), "{told}:\n{seen}");
    }
    // To the start at once, to the end at once, and to one in between.
    stage.keys("<PgDn><Enter>");
    assert!(stage.text().contains("steps back"), "{}", stage.text());
    assert!(saved(&scene, &mut stage) == texts[0]);
    stage.keys("3H");
    assert!(stage.text().contains("● as it began"), "{}", stage.text());
    stage.keys("<PgUp><Down><Enter>");
    assert!(saved(&scene, &mut stage) == texts[texts.len() - 1], "identical to the last byte");
    stage.keys("3H<Down><Down><Enter>");
    assert!(saved(&scene, &mut stage) == texts[texts.len() - 3]);
    drop(stage);
    // The steps are there again, and lead to the same bytes.
    let mut stage = open(&scene);
    stage.keys("3H<PgUp><Down><Enter>");
    assert!(saved(&scene, &mut stage) == texts[texts.len() - 1]);
    stage.keys("3H<PgDn><Enter>");
    assert!(saved(&scene, &mut stage) == texts[0]);
}

#[test]
fn whoever_takes_a_step_back_stays_where_they_work() {
    let scene = Scene::with_plan("stays", sample("two-domains"));
    let mut stage = open(&scene);
    // A question with choices.
    stage.keys("/sfb_mobile<Enter>");
    let asked = stage.text();
    let asked = asked.lines().nth(2).unwrap().to_owned();
    stage.keys("<Space>u");
    let shown = stage.text();
    assert!(shown.contains(&asked), "{asked}:\n{shown}");
    assert!(shown.contains("Taken back: ") && shown.contains(": removed "), "{shown}");
    stage.keys("<Space>uU");
    assert!(stage.text().contains("Made again: ") && stage.text().contains(&asked), "{}", stage.text());
    stage.keys("u");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"));
    // A table, after an item was pasted, taken away or doubled.
    let pools = "/sites[Denver].front_end_pools<Enter>";
    stage.keys(pools);
    stage.paste("denpool02.corp.proseware.example\ndenpool03.corp.proseware.example\n");
    stage.keys("<F5>");
    let shown = stage.text();
    assert!(
        shown.contains("▸ +") && shown.contains("Taken back: Front End pool added: denpool02"),
        "{shown}"
    );
    stage.keys("<Up><Del><F5>");
    let shown = stage.text();
    assert!(
        shown.contains("Taken back: Front End pool removed: denpool01.corp.proseware.example"),
        "{shown}"
    );
    assert!(shown.contains("▸ · denpool01") || shown.contains("  · denpool01"), "still the table\n{shown}");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"));
    stage.keys(&format!("{pools}<Up>cu"));
    let shown = stage.text();
    assert!(shown.contains("▸ · denpool01"), "letters stay shortcuts there\n{shown}");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"));
}

#[test]
fn elsewhere_what_changed_is_shown_and_nothing_is_typed_there() {
    let scene = Scene::with_plan("goes", sample("two-domains"));
    let mut stage = open(&scene);
    // A question with choices is shown as one.
    stage.keys("/initial_request<Enter>");
    let asked = stage.text().lines().nth(2).unwrap().to_owned();
    stage.keys("<Down><Enter>/sfb_mobile<Enter>u");
    assert!(stage.text().contains(&asked), "{asked}:\n{}", stage.text());
    // An item that comes back is shown in its table.
    stage.keys("/sites[Denver].load_balancers<Enter><Up><Del><Esc>/sfb_mobile<Enter>u");
    assert!(stage.text().contains("▸ · lb01"), "{}", stage.text());
    // A line of text is shown among the others: the next letter is a key.
    stage.keys("/simple_urls.hosts.meet<Enter><C-u>conference<Enter><Esc>/sfb_mobile<Enter>u");
    assert!(stage.text().contains("Taken back: "), "{}", stage.text());
    stage.keys("U");
    assert!(stage.text().contains("Made again: "), "{}", stage.text());
    stage.keys("u");
    assert_eq!(saved(&scene, &mut stage), sample("two-domains"));
}
