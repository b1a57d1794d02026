//! This plan beside another one: the summary, its rows, why, and the way to the answer.

use crate::common::sample;
use crate::stage::{Look, NARROW, SMALL, Scene, Stage, WIDE};
use ucplan::text::cells;

/// The line of a kind: its counts.
#[track_caller]
fn counts(stage: &mut Stage, kind: &str) -> Vec<String> {
    let text = stage.text();
    let line = text
        .lines()
        .find(|line| line.contains('▹') && line.contains(kind) || line.contains('▾') && line.contains(kind));
    let line = line.unwrap_or_else(|| panic!("no {kind}\n{text}"));
    let behind = line.split(kind).nth(1).unwrap_or_default();
    behind.trim_matches(['│', ' ']).split_whitespace().map(str::to_owned).collect()
}

#[test]
fn changes_are_held_against_what_is_saved() {
    let scene = Scene::with_plan("compare", sample("two-domains"));
    for (size, look) in [(SMALL, Look::Colour), (WIDE, Look::Plain), (NARROW, Look::Plain)] {
        let mut stage = scene.open(Some("plan.yaml"), size, look);
        stage.keys("7");
        assert!(stage.text().contains("The answers are the same"), "{}", stage.text());
        stage.keys("/initial_request<Enter><Down><Enter>7");
        assert_eq!(counts(&mut stage, "Answers"), ["·", "~1", "·"], "{}", stage.text());
        assert_eq!(counts(&mut stage, "Names on certificates"), ["·", "·", "−2"]);
        assert_eq!(counts(&mut stage, "Publishing rules"), ["·", "~2", "·"]);
        stage.keys("<Enter>");
        assert!(stage.text().contains("~ mobility.initial_request: https → http"), "{}", stage.text());
        assert!(stage.text().lines().all(|line| cells(line) <= usize::from(size.0)), "{}", stage.text());
        // What is taken back differs no more.
        stage.keys("u");
        assert!(stage.text().contains("The answers are the same"), "{}", stage.text());
    }
}

#[test]
fn kinds_open_to_their_rows_with_their_reasons() {
    let scene = Scene::with_plan("compare-rows", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    stage.keys("/initial_request<Enter><Down><Enter>7<Down><Enter>");
    let text = stage.text();
    assert!(
        text.contains("− 2 names on certificate rp01") && text.contains("lyncdiscover.proseware.example"),
        "{text}"
    );
    stage.keys("<Down><Down>w");
    let text = stage.text();
    assert!(text.contains("Why?") && text.contains("mobility.initial_request"), "{text}");
    stage.keys("<Esc><Left>");
    assert!(!stage.text().contains("lyncdiscover.proseware.example"), "{}", stage.text());
    stage.keys("<Right>");
    assert!(stage.text().contains("lyncdiscover.proseware.example"), "{}", stage.text());
    // An answer that differs leads to its question.
    stage.keys("<Home><Enter><Down>w");
    assert!(stage.text().contains("Why?"), "{}", stage.text());
    stage.keys("<Esc><Enter>");
    let text = stage.text();
    assert!(text.contains("first Autodiscover request") && !text.contains("What differs"), "{text}");
}

#[test]
fn another_plan_is_read_beside_the_screen_and_what_is_wrong_is_said() {
    let scene = Scene::with_plan("compare-other", sample("two-domains"));
    scene.write(
        "variant.yaml",
        &sample("two-domains").replace("initial_request: https", "initial_request: http"),
    );
    scene.write("broken.yaml", "format: ucplan/v1\nmobility: { initial_request: maybe }\n");
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Colour);
    stage.keys("7ocompare-other/nowhere.yaml<Enter>");
    let text = stage.text();
    assert!(text.contains("nowhere.yaml") && text.contains("Can't read"), "{text}");
    stage.keys("<C-u>compare-other/variant.yaml<Enter>");
    let text = stage.text();
    assert!(text.contains("From compare-other/variant.yaml to this plan"), "{text}");
    assert_eq!(counts(&mut stage, "Names on certificates"), ["+2", "·", "·"]);
    stage.keys("<Enter>");
    assert!(stage.text().contains("~ mobility.initial_request: http → https"), "{}", stage.text());
    stage.keys("<F2>");
    stage.keys("7ocompare-other/broken.yaml<Enter>");
    let text = stage.text();
    assert!(text.contains("can't be read") && text.contains("maybe"), "{text}");
    stage.keys("s");
    let text = stage.text();
    assert!(text.contains("as it is saved") && text.contains("The answers are the same"), "{text}");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"), "comparing writes nothing");
}

#[test]
fn saving_ends_the_difference_to_what_is_saved() {
    let scene = Scene::with_plan("compare-saved", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("/initial_request<Enter><Down><Enter>7");
    assert!(stage.text().contains("What differs"), "{}", stage.text());
    stage.keys("<C-s>");
    assert!(stage.text().contains("The answers are the same"), "{}", stage.text());
}
