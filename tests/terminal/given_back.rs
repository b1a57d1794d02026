//! The terminal is given back as it was: at the end, and to the shell for a while.

use std::process::Stdio;

use crate::common::Desk;
use crate::pty::{Session, Start, seen, text};

#[test]
fn leaving_gives_the_terminal_back() {
    let desk = Desk::with_sample("two-domains");
    for (place, keys) in [("", "q"), ("", "<C-c>"), ("organization", "<C-c>")] {
        let mut session = Session::open(&desk);
        let screen = session.screen();
        assert!(screen.alternate_screen() && screen.bracketed_paste() && !session.modes().contains("ICANON"));
        if !place.is_empty() {
            session.go_to(place, "Whose plan is it?");
            session.keys("q");
            session.wait_for_text("Prosewareq");
        }
        session.keys(keys);
        assert_eq!(session.wait_exit(), Ok(0), "{place} {keys}");
        session.assert_restored();
        assert_eq!(text(&session.screen()).trim(), "", "nothing is left on the main screen");
    }
}

#[test]
fn without_a_terminal_it_says_so() {
    let desk = Desk::with_sample("two-domains");
    for arguments in [&[][..], &["plan.yaml"]] {
        let output = desk.command(arguments).stdin(Stdio::null()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("needs a terminal") && output.stdout.is_empty(), "{said}");
    }
    let mut session = Session::start(&desk, &Start { variables: &[("TERM", "dumb")], ..Start::default() });
    assert_eq!(session.wait_exit(), Ok(2));
    session.assert_restored();
    let said = text(&session.screen());
    assert!(said.contains("needs a terminal"), "{said}");
    assert!(!session.raw().windows(3).any(|bytes| bytes == b"\x1b[?"), "{said}");
}

/// Starts the program itself, or by another one that waits for it, as `cargo run` does.
const STARTED: [&str; 2] = [r#""$0" "$@""#, r#"sh -c '"$0" "$@"; exit $?' "$0" "$@""#];

/// What a shell does that has the terminal whenever the program is stopped.
const SHELL: &str = r#"
echo "stopped once"; read word; echo "read $word"; fg > /dev/null
echo "stopped twice"; read word
bg > /dev/null; until jobs > list; grep -qi stopped list; do sleep 0.02; done
echo "still stopped"; read word; fg > /dev/null
echo "ended with $?"
"#;

#[test]
fn stopped_it_gives_the_terminal_to_the_shell_and_comes_back_whole() {
    for started in STARTED {
        stopped_and_back(&format!("{started}{SHELL}"));
    }
}

fn stopped_and_back(script: &str) {
    let desk = Desk::with_sample("two-domains");
    let mut session = Session::opened(&desk, &Start { script: Some(script), ..Start::default() });
    session.go_to("initial_request", "Which protocol carries");
    let whole = session.wait_for_text("Nothing that");

    session.keys("<C-z>");
    session.wait_for_text("stopped once");
    session.assert_restored();
    session.keys("word<Enter>");
    let screen = session.wait_for(vt100::Screen::alternate_screen, "the program is back");
    assert!(!text(&screen).contains("stopped once"));
    session.wait_for(|screen| seen(screen) == seen(&whole), "the whole screen");
    session.keys("<Down>");
    session.wait_for_text("▸ ○ HTTP on 80");
    let whole = session.wait_for_text("+ 1 warning");

    // Sent on in the background it leaves the terminal alone until it is called for.
    session.keys("<C-z>");
    session.wait_for_text("stopped twice");
    session.assert_restored();
    session.keys("<Enter>");
    session.wait_for_text("still stopped");
    session.assert_restored();
    session.keys("<Enter>");
    session.wait_for(|screen| seen(screen) == seen(&whole), "the whole screen");
    session.keys("<Enter>");
    session.wait_for_text("○ not saved");

    session.keys("q");
    assert_eq!(session.wait_exit(), Ok(0));
    session.assert_restored();
    let said = text(&session.screen());
    assert!(said.contains("read word") && said.contains("ended with 0"), "{said}");
}
