//! Copying: what stands at the cursor goes to the terminal, harmless, and nobody says more than they know.
#![expect(clippy::expect_used, reason = "tests fail loudly")]

use std::fmt::Write as _;

use crate::common::sample;
use crate::stage::{Look, SMALL, Scene, Stage};
use ucplan::world::TerminalKind;

/// The alphabet of base64.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What a terminal would copy, if something was sent.
#[track_caller]
fn copied(stage: &mut Stage, keys: &str) -> Option<String> {
    stage.keys(keys);
    let sequence = stage.program.take_copied()?;
    let text = sequence.strip_prefix("\u{1b}]52;c;").and_then(|rest| rest.strip_suffix('\u{7}'));
    let text = text.unwrap_or_else(|| panic!("{sequence:?}"));
    assert!(stage.text().contains("to the terminal to copy"), "{}", stage.text());
    let mut bits = String::new();
    for digit in text.bytes().filter(|digit| *digit != b'=') {
        let value = DIGITS.iter().position(|known| *known == digit).expect("base64");
        write!(bits, "{value:06b}").expect("a text");
    }
    let whole = bits.len() / 8 * 8;
    let bytes = bits.as_bytes()[..whole]
        .chunks(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).expect("digits"), 2).expect("eight digits"));
    Some(String::from_utf8(bytes.collect()).expect("a text"))
}

#[test]
fn what_is_at_the_cursor_is_copied() {
    let scene = Scene::with_plan("copy", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    let mut copy = |keys: &str| copied(&mut stage, keys).unwrap_or_else(|| panic!("{keys}: nothing"));
    // A question as `ucplan set` takes it, also where all of a page are shown.
    assert_eq!(copy("/initial_request<Enter>y"), "mobility.initial_request=https");
    assert_eq!(copy("<Esc>y"), "mobility.initial_request=https");
    // A row with its columns apart, and why it is there.
    let row = copy("2/lyncdiscover<Enter>y");
    assert!(row.contains("lyncdiscover") && row.contains('\t') && !row.contains('\n'), "{row}");
    let why = copy("wy");
    assert!(why.contains("lyncdiscover") && why.contains("M-0") && why.lines().count() > 5, "{why}");
    // A finding with what to do.
    let finding = copy("<Esc>3y");
    assert!(finding.lines().count() >= 2 && finding.contains(": "), "{finding}");
    // A file's path, and its text.
    let path = copy("4y");
    assert!(path.starts_with("copy") && path.contains("ucplan-artifacts"), "{path}");
    assert!(copy("<End><Tab>y").lines().count() > 10);
    // A box, and a line about it.
    assert!(copy("5<Right>y").contains("rp01"));
    assert!(!copy("<Enter><Down>y").is_empty());
}

#[test]
fn nothing_is_sent_where_it_would_do_no_good() {
    let scene = Scene::with_plan("copy-not", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    // A list with nothing in it.
    assert_eq!(copied(&mut stage, "2/nowhere<Enter>y"), None);
    assert!(stage.text().contains("nothing to copy"), "{}", stage.text());
    drop(stage);
    let linux = TerminalKind { term: Some("linux".to_owned()), ..TerminalKind::default() };
    let mut stage = scene.open_in(Some("plan.yaml"), SMALL, linux);
    assert_eq!(copied(&mut stage, "/initial_request<Enter>y"), None);
    assert!(stage.text().contains("has no clipboard"), "{}", stage.text());
}

#[test]
fn behind_tmux_it_says_what_is_needed() {
    let scene = Scene::with_plan("copy-tmux", sample("two-domains"));
    let tmux = TerminalKind { tmux: true, ..TerminalKind::default() };
    let mut stage = scene.open_in(Some("plan.yaml"), SMALL, tmux);
    stage.keys("/initial_request<Enter>y");
    assert!(stage.program.take_copied().is_some_and(|sent| sent.contains("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;")));
    assert!(stage.text().contains("allow-passthrough"), "{}", stage.text());
}
