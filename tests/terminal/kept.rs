//! What was answered is kept, however the program ends.

use crate::common::Desk;
use crate::pty::{Session, text};

const FIRST_REQUEST: &str = "Which protocol carries the first Autodiscover request?";
const RESUMED: &str = "Answers that were not saved the last time are back.";

/// Answers that the first request goes over HTTP, which the sample denies, and saves nothing.
#[track_caller]
fn answer(session: &mut Session) {
    session.go_to("initial_request", FIRST_REQUEST);
    session.wait_for_text("● HTTPS on 443");
    session.keys("<Down><Enter>");
    session.wait_for_text("○ not saved");
}

/// Opens the plan again and holds that the answer is there, and on disk it is not.
#[track_caller]
fn assert_kept(desk: &Desk, before: &str) -> Session {
    assert_eq!(desk.read("plan.yaml"), before, "nothing was saved");
    let mut session = Session::open(desk);
    let screen = session.wait_for_text(RESUMED);
    assert!(text(&screen).contains("○ not saved"), "{}", text(&screen));
    session.go_to("initial_request", FIRST_REQUEST);
    session.wait_for_text("● HTTP on 80");
    session
}

#[test]
fn killed_while_typing_it_loses_what_was_being_typed_and_no_more() {
    let desk = Desk::with_sample("two-domains");
    let before = desk.read("plan.yaml");
    let mut session = Session::open(&desk);
    answer(&mut session);
    session.go_to("organization", "Whose plan is it?");
    session.keys("Wing");
    session.wait_for_text("ProsewareWing");
    session.kill_9();

    let mut session = assert_kept(&desk, &before);
    let screen = session.go_to("organization", "Whose plan is it?");
    assert!(
        text(&screen).contains("Proseware") && !text(&screen).contains("ProsewareW"),
        "{}",
        text(&screen)
    );
    session.keys("<C-s>");
    session.wait_for_text("Wrote plan.yaml");
    session.wait_for_text("● saved");
    let wanted = before.replace("initial_request: https ", "initial_request: http ");
    assert!(wanted != before && desk.read("plan.yaml") == wanted, "only the answer was changed");
    session.keys("<C-c>");
    assert_eq!(session.wait_exit(), Ok(0));

    let screen = Session::open(&desk).wait_for_text("● saved");
    assert!(!text(&screen).contains(RESUMED));
}

#[test]
fn asked_to_end_it_gives_the_terminal_back_and_keeps_every_answer() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let desk = Desk::with_sample("two-domains");
        let before = desk.read("plan.yaml");
        let mut session = Session::open(&desk);
        answer(&mut session);
        session.signal(signal);
        assert_eq!(session.wait_exit(), Ok(0), "{signal}");
        session.assert_restored();
        assert_kept(&desk, &before);
    }
}

#[test]
fn a_window_that_is_closed_ends_it_and_every_answer_is_kept() {
    let desk = Desk::with_sample("two-domains");
    let before = desk.read("plan.yaml");
    let mut session = Session::open(&desk);
    answer(&mut session);
    session.hang_up();
    session.wait_exit().unwrap();
    assert_kept(&desk, &before);
}

#[test]
fn failing_it_gives_the_terminal_back_says_why_and_keeps_every_answer() {
    let desk = Desk::with_sample("two-domains");
    let before = desk.read("plan.yaml");
    let mut session = Session::open(&desk);
    answer(&mut session);
    session.keys("?");
    session.wait_for_text("Keys: type to find");
    session.keys("panic");
    session.wait_for_text("Fail on purpose");
    session.keys("<Enter>");
    assert_ne!(session.wait_exit(), Ok(0));
    session.assert_restored();

    // What it said stands on the main screen, and what a shell writes next stands behind it.
    let screen = session.screen();
    let said = screen.contents();
    let message = said.lines().position(|line| line.contains("asked to fail"));
    let message = message.unwrap_or_else(|| panic!("nothing is said:\n{said}"));
    assert!(usize::from(screen.cursor_position().0) > message, "the cursor is above the message:\n{said}");
    assert_kept(&desk, &before);
}

#[test]
fn a_plan_that_is_open_elsewhere_says_so() {
    let desk = Desk::with_sample("two-domains");
    let mut first = Session::open(&desk);
    let mut second = Session::open(&desk);
    second.wait_for_text("This plan is open in another ucplan");
    first.keys("q");
    assert_eq!(first.wait_exit(), Ok(0));
    second.keys("q");
    assert_eq!(second.wait_exit(), Ok(0));
    let screen = Session::open(&desk).screen();
    assert!(!text(&screen).contains("another ucplan"), "{}", text(&screen));
}
