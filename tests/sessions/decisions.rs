//! The workshop's record on the screen: said at any question, read in a view of its own, one step each.

use crate::common::sample;
use crate::stage::{Look, NARROW, SMALL, Scene, Stage, WIDE};
use ucplan::text::cells;

/// The plan's text, as it is saved now.
fn saved(scene: &Scene, stage: &mut Stage) -> String {
    stage.keys("<C-s>");
    scene.read("plan.yaml")
}

/// What is said about an answer in a plan: the lines below its path.
fn said(plan: &str, about: &str) -> String {
    let record = plan.split("\ndecisions:").nth(1).unwrap_or_default();
    let rest = record.split(&format!("{about}:")).nth(1).unwrap_or_default();
    rest.lines()
        .take_while(|line| line.is_empty() || !line.starts_with("  ") || line.starts_with("   "))
        .collect()
}

#[test]
fn points_are_listed_with_what_the_minutes_say() {
    let scene = Scene::with_plan("decisions", sample("two-domains"));
    for (size, look) in [(SMALL, Look::Colour), (WIDE, Look::Plain), (NARROW, Look::Plain)] {
        let mut stage = scene.open(Some("plan.yaml"), size, look);
        stage.keys("6");
        let text = stage.text();
        let place = |told: &str| text.find(told).unwrap_or_else(|| panic!("no {told}\n{text}"));
        assert!(
            place("Open (1)") < place("Parked (1)") && place("Parked (1)") < place("Decided (1)"),
            "{text}"
        );
        // The open point is chosen first, with its owner and day.
        let here = text.lines().find(|line| line.contains('▸')).unwrap_or_default();
        assert!(here.contains("2026-12-18") && here.contains("Edge team"), "{text}");
        assert!(text.contains("Open. Edge team brings it back by 2026-12-18."), "{text}");
        assert!(text.contains("Note: Nobody documents"), "{text}");
        stage.keys("<End>");
        let mut read = stage.text();
        for _ in 0..8 {
            stage.keys("<PgDn>");
            read += &stage.text();
        }
        for told in [
            "Decided on 2026-11-12 by Security team",
            "Reason: Two domains",
            "Turned down",
            "mobility.initial_request",
        ] {
            assert!(read.contains(told), "{told}\n{read}");
        }
        assert!(read.lines().all(|line| cells(line) <= usize::from(size.0)), "{read}");
        stage.keys("<Home><Enter>");
        assert!(!stage.text().contains("What the minutes will say"), "{}", stage.text());
        stage.keys("6<Down>");
        assert!(
            stage.text().contains("discovery is looked at again") || stage.text().contains("Partners stay"),
            "{}",
            stage.text()
        );
    }
}

#[test]
fn everything_is_said_at_a_question_and_taken_back_step_by_step() {
    let scene = Scene::with_plan("decisions-said", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    let mut texts = vec![sample("two-domains").to_owned()];
    let steps = [
        ("/mobility.access<Enter>oKim Abercrombie<Enter>", "owner: Kim Abercrombie"),
        ("D2026-12-01<Enter>", "due: 2026-12-01"),
        ("s<Down><Enter>", "state: parked"),
        ("rAsked for by sales.<Enter>", "reason: Asked for by sales."),
        ("nCall them.<Enter>", "note: Call them."),
        ("<F4><Down><Down><Down><Enter>Board<Enter>", "by: Board"),
        ("<F4><Down><Down><Down><Down><Enter>2026-11-30<Enter>", "date: 2026-11-30"),
    ];
    for (keys, told) in steps {
        stage.keys(keys);
        let text = saved(&scene, &mut stage);
        assert!(said(&text, "mobility.access").contains(told), "{keys}\n{}\n{text}", stage.text());
        texts.push(text);
    }
    // An owner makes an open point of an answer, whatever was answered.
    assert!(said(&texts[1], "mobility.access").contains("state: open"), "{}", texts[1]);
    assert!(stage.text().contains("Kim Abercrombie"), "{}", stage.text());
    for before in texts.iter().rev().skip(1) {
        stage.keys("<F5>");
        assert!(saved(&scene, &mut stage) == *before, "{}", stage.text());
    }
    for after in &texts[1..] {
        stage.keys("<F6>");
        assert!(saved(&scene, &mut stage) == *after, "{}", stage.text());
    }
}

#[test]
fn a_day_is_judged_while_it_is_typed() {
    let scene = Scene::with_plan("decisions-day", sample("two-domains"));
    for size in [NARROW, SMALL] {
        let mut stage = scene.open(Some("plan.yaml"), size, Look::Plain);
        stage.keys("6D<C-u>2027");
        assert!(!stage.text().contains("is no day"), "{}", stage.text());
        stage.keys("-13");
        assert!(
            stage.text().contains("is no day") && stage.text().contains("2027-02-01"),
            "{}",
            stage.text()
        );
        stage.keys("<Enter>");
        assert!(stage.text().contains("is no day"), "it was taken\n{}", stage.text());
        stage.keys("<C-u>2027-03-01");
        assert!(stage.text().contains("7 days after going live"), "{}", stage.text());
        stage.keys("<C-u>2027-02-21");
        assert!(stage.text().contains("1 day before going live"), "{}", stage.text());
        stage.keys("<C-u>2027-03-01<Enter>");
        let text = stage.text();
        let here = text.lines().find(|line| line.contains("▸")).unwrap_or_default();
        assert!(here.contains('▲') && here.contains("2027-03-01"), "{text}");
        assert!(text.contains("after the day of going live"), "{text}");
        stage.keys("u");
        assert!(stage.text().contains("2026-12-18"), "{}", stage.text());
        stage.keys("<C-s>");
    }
}

#[test]
fn open_answers_are_points_by_their_day_and_their_state_moves_them() {
    let scene = Scene::with_plan("decisions-open", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    stage.keys("/domains.ttl<Enter><Down><Down><Enter><Esc>6");
    assert!(stage.text().contains("Open (2)"), "{}", stage.text());
    stage.keys("<Down>");
    assert!(stage.text().contains("Nobody owns it, and no day is named."), "{}", stage.text());
    stage.keys("oDNS team<Enter>D2026-12-01<Enter>");
    // It is due before the other one now.
    let text = stage.text();
    let first = text.lines().find(|line| line.contains("2026-12-")).unwrap_or_default();
    assert!(first.contains("DNS team") && first.contains('▸'), "{text}");
    stage.keys("s<Up><Enter>");
    assert!(stage.text().contains("Open (1)") && stage.text().contains("Decided (2)"), "{}", stage.text());
    // The cursor stays with the point, wherever that goes.
    assert!(stage.text().contains("give the answer too"), "{}", stage.text());
    // All that was said goes with the last choice; the answer is still open.
    stage.keys("s<Down><Down><Down><Enter>");
    assert!(stage.text().contains("Open (2)"), "{}", stage.text());
}

#[test]
fn where_something_is_typed_a_key_opens_the_record_and_keeps_what_was_typed() {
    let scene = Scene::with_plan("decisions-field", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Colour);
    stage.keys("/domains.hostmaster<Enter><C-u>dns@proseware.example<F4>");
    assert!(stage.text().contains("Beside the answer"), "{}", stage.text());
    stage.keys("<Down><Enter>DNS team<Enter>");
    let text = saved(&scene, &mut stage);
    assert!(text.contains("hostmaster: dns@proseware.example"), "{text}");
    assert!(said(&text, "domains.hostmaster").contains("owner: DNS team"), "{text}");
    stage.keys("<F4><Esc>");
    assert!(!stage.text().contains("Beside the answer"), "{}", stage.text());
}

#[test]
fn a_plan_without_decisions_says_how_to_make_some() {
    let plan = "format: ucplan/v1\ngo_live: 2027-02-01\ndomains: { sip: [adatum.example] }\n";
    let scene = Scene::with_plan("decisions-none", plan);
    let mut stage = scene.open(Some("plan.yaml"), NARROW, Look::Plain);
    stage.keys("<Esc>6<Down><Enter>oD");
    assert!(stage.text().contains("n writes a note"), "{}", stage.text());
    stage.keys("<Esc>");
    // Esc leads back to where one was.
    assert!(stage.text().contains("SIP domains"), "{}", stage.text());
}

#[test]
fn a_point_says_what_its_question_is_about() {
    let scene = Scene::with_plan("decisions-why", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("6w");
    let text = stage.text();
    assert!(text.contains("Why?") && text.contains("Are push notifications wanted?"), "{text}");
    stage.keys("<Esc>");
    assert!(stage.text().contains("What the minutes will say"), "{}", stage.text());
}

#[test]
fn why_an_option_is_not_taken_stands_in_the_record() {
    let scene = Scene::with_plan("decisions-rejected", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("/mobility.access<Enter><Down>RNobody works outside.<Enter><C-s>");
    let saved = scene.read("plan.yaml");
    assert!(saved.contains("Nobody works outside."), "{saved}");
    stage.keys("<F4><End>");
    assert!(stage.text().contains("Nobody works outside."), "{}", stage.text());
    stage.keys("<Esc>6<End><Up>");
    assert!(stage.text().contains("Nobody works outside."), "the minutes say it: {}", stage.text());
    // An empty line takes it away, and what came with it.
    stage.keys("/mobility.access<Enter><Down>R<C-u><Enter><C-s>");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"));
}
