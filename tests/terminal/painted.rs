//! What is painted: whole at any size, the same for the same keys, without colours where none are wanted, and nothing that
//! came from outside steers the terminal.
#![expect(clippy::disallowed_methods, reason = "tests look at the world")]

use std::fs;

use crate::common::{Desk, sample};
use crate::pty::{Session, Size, Start, USUAL, lines, seen, text};

/// Keys that go far: to answers, through views, with wide letters. Each is sent for itself.
const WALK: [&str; 12] = [
    "/initial_request",
    "<Enter>",
    "<Down>",
    "<Enter>",
    "/organization",
    "<Enter>",
    "한국어",
    "<Enter>",
    "<F2>",
    "<F2>",
    "<Down>",
    "1",
];

/// Waits until two screens are the same, to the last attribute.
#[track_caller]
fn assert_same(session: &mut Session, other: &mut Session, end: &str) {
    let wanted = other.wait_for_text(end);
    session.wait_for_text(end);
    let is_same = |screen: &vt100::Screen| seen(screen) == seen(&other.screen());
    session.wait_for(is_same, &format!("the same screen as\n{}\n", text(&wanted)));
}

#[test]
fn the_same_keys_paint_the_same_screen() {
    let desks = [(); 2].map(|()| Desk::with_sample("two-domains"));
    let [mut one, mut other] = desks.each_ref().map(Session::open);
    for keys in WALK {
        one.keys(keys);
    }
    // All at once, as a paste into a terminal that knows no pastes.
    other.keys(&WALK.concat());
    assert_same(&mut one, &mut other, "▲ 3");
}

#[test]
fn a_storm_of_sizes_leaves_a_whole_screen() {
    const LARGE: [Size; 4] = [(60, 20), USUAL, (200, 60), (79, 24)];
    // On a screen that shows nothing, keys change nothing; so none are pressed there.
    const SIZES: [Size; 6] = [(60, 20), USUAL, (200, 60), (20, 5), (1, 1), (79, 24)];
    let desks = [(); 2].map(|()| Desk::with_sample("two-domains"));
    let [mut calm, mut session] = desks.each_ref().map(Session::open);
    for number in 0..60 {
        session.resize(LARGE[number % LARGE.len()]);
        if let Some(keys) = WALK.get(number / 5).filter(|_| number % 5 == 0) {
            session.keys(keys);
        }
    }
    for keys in WALK {
        calm.keys(keys);
    }
    session.resize(USUAL);
    assert_same(&mut session, &mut calm, "▲ 3");
    for number in 0..60 {
        session.resize(SIZES[number % SIZES.len()]);
    }
    session.resize(USUAL);
    assert_same(&mut session, &mut calm, "▲ 3");
    let whole = lines(&session.screen());
    assert!(whole[0].contains("ucplan") && whole[0].ends_with("2 SIP domains"), "{whole:#?}");
    assert!(whole[1].starts_with("╭ Sections ──") && whole[1].ends_with('╮'), "{whole:#?}");
    assert!(
        whole[22].starts_with("╰──") && whole[22].ends_with('╯') && whole[23].contains("⏎"),
        "{whole:#?}"
    );

    // There and back before it can look.
    for size in SIZES {
        session.resize(size);
        session.resize(USUAL);
        assert_same(&mut session, &mut calm, "▲ 3");
    }
    session.keys("<F2>");
    session.wait_for_text("30 of 30");
    session.keys("q");
    assert_eq!(session.wait_exit(), Ok(0));
    session.assert_restored();
}

#[test]
fn a_window_that_is_too_small_says_so_and_takes_keys() {
    let desk = Desk::with_sample("two-domains");
    let mut session = Session::start(&desk, &Start { size: (40, 10), ..Start::default() });
    session.wait_for_text("This window is too small.");
    session.keys("q");
    assert_eq!(session.wait_exit(), Ok(0));
}

/// The sequences among these bytes that ask for a colour.
fn colours(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\x1b[").skip(1);
    let styles = sequences.filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && !";:".contains(letter))?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    let is_colour = |number: &str| {
        let number = number.parse().unwrap_or(0);
        matches!(number, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
    };
    styles.filter(|style| style.split([';', ':']).any(is_colour)).collect()
}

/// Opens everything that has colours of its own, and leaves.
fn look_around(desk: &Desk, start: &Start<'_>) -> Vec<u8> {
    let mut session = Session::opened(desk, start);
    session.go_to("initial_request", "Which protocol carries");
    session.keys("<Down>");
    session.wait_for_text("Rules");
    session.keys("<Enter>u");
    session.wait_for_text("Taken back: ");
    for (keys, seen) in [
        ("2", "30 of 30"),
        ("3", "advice"),
        ("4", "README.md"),
        ("<C-t>", "README.md"),
        ("<C-o>", "Begin a new plan"),
        ("?", "Keys: type to find"),
    ] {
        session.keys(keys);
        session.wait_for_text(seen);
    }
    session.keys("<C-c>");
    assert_eq!(session.wait_exit(), Ok(0));
    session.raw()
}

#[test]
fn colours_are_there_unless_nobody_wants_them() {
    let desk = Desk::with_sample("two-domains");
    assert!(colours(&look_around(&desk, &Start::default())).len() > 20);
    // The theme that was chosen above counts no more than the wish for none.
    let none = Start { variables: &[("NO_COLOR", "1")], ..Start::default() };
    assert_eq!(colours(&look_around(&desk, &none)), [""; 0]);
    let never = Start { arguments: &["--color", "never", "plan.yaml"], ..Start::default() };
    assert_eq!(colours(&look_around(&desk, &never)), [""; 0]);
}

#[test]
fn colours_are_found() {
    assert_eq!(colours(b"\x1b[1;31mx\x1b[0m\x1b[38;5;9m\x1b[31;2H\x1b[39;49m\x1b[7m"), ["1;31", "38;5;9"]);
}

/// What must not reach the terminal, of what the tests bring in from outside.
const NEVER: [&str; 5] = ["\x1b[31mX", "\x1b]", "\x07", "\u{9b}", "\u{202e}"];

/// Ends the program, and holds that nothing steered the terminal on the screen or behind it.
#[track_caller]
fn leave(mut session: Session, keys: &str, code: u32) {
    session.keys(keys);
    assert_eq!(session.wait_exit(), Ok(code));
    assert_harmless(&String::from_utf8_lossy(&session.raw()));
}

#[track_caller]
fn assert_harmless(printed: &str) {
    for never in NEVER {
        assert!(!printed.contains(never), "{never:?} came out:\n{}", printed.escape_debug());
    }
}

#[test]
fn nothing_from_outside_steers_the_terminal() {
    const NAME: &str = "plan\x1b[31mX\x1b]0;title\x07\u{9b}31m\u{202e}.yaml";
    let desk = Desk::with_sample("two-domains");
    desk.write(NAME, sample("two-domains"));
    let named = Start { arguments: &[NAME], ..Start::default() };
    let unnamed = Start { arguments: &[], ..Start::default() };

    let mut session = Session::opened(&desk, &named);
    session.go_to("organization", "Whose plan is it?");
    // Pasted into a field: blanks and letters at most.
    session.send(b"\x1b[200~ a\x1b[31mX\x1b]0;b\x07\xc2\x9bc\xe2\x80\xae\x1b[201~");
    session.wait_for_text("Proseware a");
    session.keys("<C-s>");
    session.wait_for_text("Wrote plan");
    session.keys("<F2><F2><F2>");
    session.wait_for_text("README.md");
    session.keys("<C-o>");
    session.wait_for_text("Begin a new plan");
    leave(session, "<C-c>", 0);

    // A plan that can't be read: named, and as the one that was open last.
    desk.write(NAME, "format: ucplan/v1\ntitle: \"a\\eb\"\nno\x1b[31mX: 1\n");
    leave(Session::start(&desk, &named), "", 2);
    let mut session = Session::start(&desk, &unnamed);
    session.wait_for_text("can't be opened");
    leave(session, "<C-c>", 0);

    // One that is gone.
    fs::remove_file(desk.path(NAME)).unwrap();
    leave(Session::start(&desk, &named), "", 2);
    let mut session = Session::start(&desk, &unnamed);
    session.wait_for_text("Begin a new plan");
    leave(session, "<C-c>", 0);
}

/// What a file can hold that steers a terminal.
const STEERS: &str = "a\x1b[31mX\x1b]0;title\x07\u{9b}31m\u{202e}b";

#[test]
fn what_is_in_files_is_shown_as_harmless_signs() {
    let desk = Desk::with_sample("two-domains");
    // A file that somebody edited: its difference shows what stands there.
    let mut session = Session::open(&desk);
    session.keys("4");
    session.wait_for_text("runbook.md");
    session.keys("g");
    session.wait_for_text("Wrote or removed");
    desk.write("ucplan-artifacts/README.md", STEERS);
    session.keys("1");
    session.wait_for_text("Sections");
    session.keys("4<Home>");
    session.wait_for_text("! README.md");
    session.keys("d");
    // The terminal of the tests leaves the sign out that stands for what can't be shown; the program writes it.
    session.wait_for_text("a[31mX]0;title");
    let raw = session.raw();
    let raw = String::from_utf8_lossy(&raw);
    assert!(raw.contains("\u{fffd}[31mX\u{fffd}]0;title\u{fffd}"), "{}", raw.escape_debug());
    // A plan to compare with, and one to open, that can't be read as it is.
    let hostile = desk.read("plan.yaml").replace("Proseware\n", &format!("Proseware # {STEERS}\n"));
    assert!(hostile.contains(STEERS));
    desk.write("other.yaml", &hostile);
    session.keys("7oother.yaml<Enter>");
    session.wait_for_text("can't be read");
    session.keys("<C-o>");
    session.wait_for_text("Begin a new plan");
    leave(session, "<C-c>", 0);

    let named = Start { arguments: &["other.yaml"], ..Start::default() };
    let mut session = Session::start(&desk, &named);
    session.keys("<C-c>");
    let _ = session.wait_exit();
    assert_harmless(&String::from_utf8_lossy(&session.raw()));

    // Keys of one's own.
    desk.write("ucplan/keys.yaml", &format!("letters:\n  - {{ action: undo, keys: ['{STEERS}'] }}\n"));
    let own = Start { arguments: &["--config", "ucplan", "plan.yaml"], ..Start::default() };
    let mut session = Session::start(&desk, &own);
    session.wait_for_text("keys.yaml");
    leave(session, "<C-c>", 0);

    // Notes that are written with escapes, in what the commands print.
    let noted = desk.read("plan.yaml") + "# end\n";
    let noted = noted.replace("title: ", "title: \"a\\e[31mX\\a\" # ");
    desk.write("noted.yaml", &noted);
    for command in [["check", "noted.yaml"], ["check", "other.yaml"], ["show", "noted.yaml"]] {
        let ended = desk.run(&command);
        assert_harmless(&(ended.out + &ended.err));
    }
}
