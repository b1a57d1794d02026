//! Keys of one's own: they work and are shown everywhere, what is wrong with them is told, and the program always starts.

use std::path::Path;

use crate::common::{Desk, sample};
use crate::stage::{Look, SMALL, Scene, Stage, WIDE};
use ucplan::tui::Invitation;
use ucplan::world::own_keys;

/// The screen with these keys in the configuration folder.
fn with_keys(scene: &Scene, keys: &str) -> Stage {
    scene.write("keys.yaml", keys);
    let own = own_keys(&scene.path(""));
    assert!(own.is_some());
    Scene::stage(WIDE, Invitation { keys: own, ..scene.invitation(Some("plan.yaml"), Look::Plain) })
}

/// Holds that the screen says this, wherever its lines end.
#[track_caller]
fn shows(stage: &mut Stage, wanted: &str) {
    let text = stage.text();
    let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(wanted), "{wanted:?} is not there:\n{text}");
}

#[test]
fn keys_of_ones_own_work_and_are_shown() {
    let scene = Scene::with_plan("keymap", sample("two-domains"));
    let mut stage = with_keys(
        &scene,
        "letters:\n  - { action: undo, keys: [Z] }\n  - { action: view-files, keys: [f] }\nquestion:\n  - { action: why, keys: [?] }\n"
            .replace("[?]", "['!']")
            .as_str(),
    );
    stage.keys("/initial_request<Enter>");
    shows(&mut stage, "! why");
    assert!(!stage.text().contains(" undo"), "nothing can be taken back yet: {}", stage.text());
    stage.keys("<Down><Enter><Esc>u");
    shows(&mut stage, "Z undo");
    stage.keys("<C-s>");
    assert!(scene.read("plan.yaml").contains("initial_request: http "), "u is no key any more");
    stage.keys("Z<C-s>");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"));
    stage.keys("?");
    stage.keys("view-files");
    shows(&mut stage, "f View: files");
    stage.keys("<Esc>:take the last");
    shows(&mut stage, "Take the last change back Z");
    stage.keys("<Esc>f");
    shows(&mut stage, "README.md");
}

#[test]
fn what_is_wrong_is_told_and_everything_else_works() {
    let scene = Scene::with_plan("keymap-wrong", sample("two-domains"));
    let mut stage = with_keys(
        &scene,
        "letters:\n  - { action: undoo, keys: [Z] }\n  - { action: redo, keys: [Z] }\nnowhere: []\nfiles:\n  - { action: back, keys: [g] }\n",
    );
    let text = stage.text();
    for told in
        ["keymap-wrong/keys.yaml", "Line 2", "`undoo`", "`undo`", "Line 4", "`nowhere`", "Line 6", "`g`"]
    {
        assert!(text.contains(told), "{told:?} is not there:\n{text}");
    }
    // The rows that are right hold, and the usual ones for the others.
    stage.keys("/initial_request<Enter><Down><Enter><Esc>uZ<C-s>");
    assert!(scene.read("plan.yaml").contains("initial_request: http "));
    assert!(!stage.text().contains("Line 2"), "a key takes the notice away");
}

#[test]
fn a_map_without_a_way_out_is_not_used() {
    let scene = Scene::with_plan("keymap-stuck", sample("two-domains"));
    let mut stage = with_keys(
        &scene,
        "letters:\n  - { action: undo, keys: [Z] }\nwhy:\n  - { action: back, keys: [] }\n",
    );
    shows(&mut stage, "there would be no way out");
    stage.keys("/initial_request<Enter><Down><Enter><Esc>u<C-s>");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"), "the usual keys hold");
}

#[test]
fn whatever_stands_in_the_file_the_program_starts() {
    for (number, nonsense) in [
        "\u{0}",
        "- [",
        "letters: {",
        "a: &a [*a]",
        "letters:\n  - {action: [undo], keys: {a: b}}\n",
        "[]",
        "42",
    ]
    .into_iter()
    .enumerate()
    {
        let scene = Scene::with_plan(&format!("keymap-nonsense-{number}"), sample("two-domains"));
        let mut stage = with_keys(&scene, nonsense);
        shows(&mut stage, "keys.yaml");
        stage.keys("/initial_request<Enter>");
        shows(&mut stage, "Which protocol carries");
    }
    // No text at all.
    let scene = Scene::with_plan("keymap-bytes", sample("two-domains"));
    #[expect(clippy::disallowed_methods, reason = "tests touch the world")]
    std::fs::write(scene.path("keys.yaml"), [0xff, 0xfe, 0x00]).unwrap();
    let own = own_keys(&scene.path(""));
    let invitation = Invitation { keys: own, ..scene.invitation(Some("plan.yaml"), Look::Plain) };
    shows(&mut Scene::stage(SMALL, invitation), "keys.yaml");
    assert!(own_keys(Path::new("nowhere")).is_none());
}

#[test]
fn the_key_table_can_be_copied_out_and_changes_nothing_then() {
    let desk = Desk::with_sample("two-domains");
    desk.run(&["catalog", "export", "keys.yaml", "--config", "own"]).with(0);
    let text = desk.read("own/keys.yaml");
    assert_eq!(text, ucplan::catalog::key_text());
    desk.run(&["catalog", "export", "keys.yaml", "--config", "own"]).with(3);
    let scene = Scene::with_plan("keymap-copy", sample("two-domains"));
    let mut stage = with_keys(&scene, &text);
    assert!(!stage.text().contains("keys.yaml"), "{}", stage.text());
}
