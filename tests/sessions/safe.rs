//! Nothing that comes from outside steers the terminal.
#![cfg(unix)]

use crate::common::sample;
use crate::stage::{Look, SMALL, Scene, Stage};

/// What a file or folder may be called where nobody forbids it: a title for the window, a blank screen, a line end, and
/// text from right to left.
const NAMES: [&str; 2] = ["steer\u{1b}]0;owned\u{7}\r\n", "plan\u{1b}[2J\u{9b}31m\u{202e}\u{200b}.yaml"];

/// Holds that every cell shows something that only shows.
#[track_caller]
fn is_tame(stage: &mut Stage, keys: &str) {
    stage.keys(keys);
    let buffer = stage.buffer();
    for cell in &buffer.content {
        let steers = |c: char| {
            c.is_control()
                || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!cell.symbol().contains(steers), "{keys}: {:?}", cell.symbol());
    }
}

#[test]
fn names_of_files_steer_nothing() {
    let [folder, plan] = NAMES;
    let scene = Scene::new(folder);
    // Without a title, the plan is called as its file.
    let text: String =
        sample("two-domains").split_inclusive('\n').filter(|line| !line.starts_with("title")).collect();
    scene.write(plan, &text);
    let mut stage = scene.open(Some(plan), SMALL, Look::Colour);
    assert!(stage.text().contains('\u{fffd}'), "the name of the file is there\n{}", stage.text());
    for keys in [
        "",
        "<Up><Enter><C-s>",
        "2",
        "3",
        "4",
        "g",
        "o",
        "<Esc>",
        "<C-o>",
        "<Down><Enter>",
        "<Esc><Up><Enter>",
    ] {
        is_tame(&mut stage, keys);
    }
    scene.write(plan, sample("standard-edition"));
    is_tame(&mut stage, "/initial_request<Enter><Down><Enter><C-s>");
    scene.write(plan, "format: ucplan/v1\ntitle: {");
    is_tame(&mut stage, "<Esc><C-o><Enter>");
    drop(stage);
    is_tame(&mut scene.open(Some(plan), SMALL, Look::Plain), "");
    is_tame(&mut scene.open(Some("missing\u{1b}[2J"), SMALL, Look::Plain), "");
}
