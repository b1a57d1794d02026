//! The mouse and the clipboard of a real terminal.

use vt100::MouseProtocolMode;

use crate::common::Desk;
use crate::pty::{Session, Start, lines, text};

/// A click as terminals tell it.
fn click(session: &mut Session, wanted: &str) {
    let screen = session.wait_for_text(wanted);
    let lines = lines(&screen);
    let (y, line) =
        lines.iter().enumerate().find(|(_, line)| line.contains(wanted)).unwrap_or((0, &lines[0]));
    let x = line.split(wanted).next().unwrap_or_default().chars().count();
    for end in ['M', 'm'] {
        session.send(format!("\x1b[<0;{};{}{end}", x + 1, y + 1).as_bytes());
    }
}

fn mode(session: &Session) -> MouseProtocolMode {
    session.screen().mouse_protocol_mode()
}

#[test]
fn clicks_arrive_until_the_mouse_is_given_back() {
    let desk = Desk::with_sample("two-domains");
    let mut session = Session::open(&desk);
    session.go_to("initial_request", "Which protocol carries");
    session.wait_for_text("HTTP on 80");
    click(&mut session, "HTTP on 80");
    session.wait_for_text("▸ ○ HTTP on 80");
    assert_eq!(mode(&session), MouseProtocolMode::PressRelease);
    // A wheel over the rows goes back up.
    session.send(b"\x1b[<64;40;6M");
    session.wait_for_text("▸ ● HTTPS on 443");
    session.keys("<F9>");
    session.wait_for_text("select text");
    assert_eq!(mode(&session), MouseProtocolMode::None);
    session.keys("<F9>");
    session.wait_for_text("click to choose");
    assert_eq!(mode(&session), MouseProtocolMode::PressRelease);
    session.keys("<C-c>");
    assert_eq!(session.wait_exit(), Ok(0));
    session.assert_restored();

    // Remembered: the next time it stays with the terminal.
    let mut session = Session::open(&desk);
    session.keys("<F9>");
    session.wait_for_text("select text");
    session.keys("<C-c>");
    assert_eq!(session.wait_exit(), Ok(0));
    let session = Session::open(&desk);
    assert_eq!(mode(&session), MouseProtocolMode::None);
}

#[test]
fn what_is_copied_goes_to_the_terminal() {
    let desk = Desk::with_sample("two-domains");
    let mut session = Session::open(&desk);
    session.go_to("initial_request", "Which protocol carries");
    session.keys("y");
    session.wait_for_text("to the terminal to copy");
    // `mobility.initial_request=https`
    let sent = b"\x1b]52;c;bW9iaWxpdHkuaW5pdGlhbF9yZXF1ZXN0PWh0dHBz\x07";
    assert!(session.raw().windows(sent.len()).any(|bytes| bytes == sent));
    session.keys("<C-c>");
    assert_eq!(session.wait_exit(), Ok(0));
}

#[test]
fn what_was_pasted_shows_harmlessly_and_is_harmless_after_the_end() {
    const NEVER: [&str; 4] = ["\x1b[31mX", "\x1b]0", "\x07", "\u{9b}"];
    let desk = Desk::with_sample("two-domains");
    let mut session = Session::open(&desk);
    for path in ["title", "organization"] {
        session.keys(&format!("/{path}"));
        session.wait_for_text(&format!("/ {path}"));
        session.keys("<Enter>");
        session.send(b"\x1b[200~pasted\x1b[31mX\x1b]0;b\x07\xc2\x9bc\xe2\x80\xae\x1b[201~");
        session.wait_for_text("pasted");
        session.keys("<Enter>");
        session.wait_for_text("○ not saved");
        session.keys("<F2>");
        session.wait_for_text("╭ Requirements");
        session.keys("3");
        session.wait_for_text("╭ Findings");
    }
    session.keys("<C-c>");
    assert_eq!(session.wait_exit(), Ok(0));
    session.assert_restored();
    assert!(text(&session.screen()).contains("in the journal"), "{}", text(&session.screen()));
    let raw = session.raw();
    let raw = String::from_utf8_lossy(&raw);
    for never in NEVER {
        assert!(!raw.contains(never), "{never:?} came out");
    }
}

#[test]
fn keys_of_ones_own_come_from_the_configuration_folder() {
    let desk = Desk::with_sample("two-domains");
    desk.write(
        "own/keys.yaml",
        "letters:\n  - { action: leave, keys: [Q] }\n  - { action: undoo, keys: [z] }\n",
    );
    let own = Start { arguments: &["--config", "own", "plan.yaml"], ..Start::default() };
    let mut session = Session::opened(&desk, &own);
    session.wait_for_text("own/keys.yaml: Line 3: There is no action `undoo`");
    session.keys("q");
    session.keys("Q");
    assert_eq!(session.wait_exit(), Ok(0));
    session.assert_restored();
}
