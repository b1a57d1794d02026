//! Presenter mode: larger spacing for a room that reads along, where there is room for it.

use crate::common::sample;
use crate::stage::{Look, SMALL, Scene, Stage, WIDE};

/// The line in which a text stands, counted from zero.
#[track_caller]
fn line(stage: &mut Stage, wanted: &str) -> usize {
    let text = stage.text();
    let at = text.lines().position(|line| line.contains(wanted));
    at.unwrap_or_else(|| panic!("{wanted:?} is not there:\n{text}"))
}

#[test]
fn there_is_space_between_choices_and_questions_count_through_the_plan() {
    let scene = Scene::with_plan("presenter", sample("two-domains"));
    for size in [SMALL, WIDE] {
        let mut stage = scene.open(Some("plan.yaml"), size, Look::Plain);
        stage.keys("/initial_request<Enter>");
        let usual = stage.text();
        assert!(usual.contains("question 4 of 17") || usual.contains("of 17"), "{usual}");
        stage.keys("<F8><Down><Up>");
        let [question, first, second] =
            ["Which protocol carries", "HTTPS on 443", "HTTP on 80"].map(|text| line(&mut stage, text));
        assert_eq!(second - first, 2, "{}", stage.text());
        assert!(question == 3 && first == question + 2, "{}", stage.text());
        let text = stage.text();
        assert!(text.contains("Not decided yet") && text.contains("What this changes"), "{text}");
        assert!(!text.contains("of 17 "), "{text}");
        let footer = text.lines().last().unwrap_or_default().to_owned();
        assert!(footer.contains("⏎ answer") && footer.contains("? help"), "{footer}");
        assert!(!footer.contains("leave") && !footer.contains("note"), "{footer}");
        stage.keys("<F8>");
    }
}

#[test]
fn every_row_of_every_question_stays_in_sight() {
    let scene = Scene::with_plan("presenter-rows", sample("two-domains"));
    for path in
        ["servers.version", "clients.sfb_mobile", "mobility.access", "certificates.public_ca", "go_live"]
    {
        let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
        stage.keys(&format!("/{path}<Enter>"));
        stage.keys("<Down><Up>");
        let usual = stage.text();
        stage.keys("<F8>");
        stage.keys("<Down><Up>");
        let spacious = stage.text();
        let marks = |text: &str| text.matches(['●', '○', '■', '□', '◌']).count();
        assert_eq!(marks(&usual), marks(&spacious), "{path}\n{usual}\n{spacious}");
        stage.keys("<F8>");
    }
}

#[test]
fn on_the_smallest_screen_it_looks_as_usual_and_it_is_remembered() {
    let scene = Scene::with_plan("presenter-small", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), (60, 20), Look::Plain);
    stage.keys("/initial_request<Enter>");
    let usual = stage.text();
    stage.keys("<F8>");
    assert!(stage.text().contains("Presenter mode"), "{}", stage.text());
    stage.keys("<Down><Up>");
    assert_eq!(stage.text(), usual);
    drop(stage);
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("/initial_request<Enter>");
    let (first, second) = (line(&mut stage, "HTTPS on 443"), line(&mut stage, "HTTP on 80"));
    assert_eq!(second - first, 2, "{}", stage.text());
}
