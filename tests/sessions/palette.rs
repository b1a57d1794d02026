//! The palette finds everything that can be done or gone to; the help is the whole key table, and runs what it finds.

use crate::common::sample;
use crate::stage::{Look, SMALL, Scene, Stage};

fn open(name: &str) -> (Scene, Stage) {
    let scene = Scene::with_plan(name, sample("two-domains"));
    let stage = scene.open(Some("plan.yaml"), SMALL, Look::Colour);
    (scene, stage)
}

#[track_caller]
fn leads(stage: &mut Stage, keys: &str, to: &str) {
    stage.keys(keys);
    let text = stage.text();
    assert!(text.contains(to), "{keys}: {to:?} is not there:\n{text}");
}

#[test]
fn the_palette_leads_everywhere() {
    let (scene, mut stage) = open("palette");
    // Views, also while something is typed.
    leads(&mut stage, ":view: requirements<Enter>", "╭ Requirements");
    leads(&mut stage, ":view: topology<Enter>", "rp01");
    leads(&mut stage, "/organization<Enter><F7>view: findings<Enter>", "╭ Findings");
    // Questions and findings.
    leads(&mut stage, ":initial_request<Enter>", "Which protocol carries");
    leads(&mut stage, ":advice<Enter>", "question");
    // Actions of other views: files are written.
    leads(&mut stage, "3:write all files<Enter>", "Wrote or removed");
    assert!(scene.read("ucplan-artifacts/MANIFEST.json").contains("proseware"));
    leads(&mut stage, "3:budget<Enter>", "Wildcard");
    leads(&mut stage, "<Esc>:folder<Enter>", "Write the files into");
    leads(&mut stage, "<Esc>:write the plan file<Enter>", "Wrote");
    leads(&mut stage, ":start page<Enter>", "Begin a new plan");
    // Plans that were open.
    scene.write("other.yaml", sample("standard-edition"));
    leads(&mut stage, "<End><Enter><C-u>palette/other.yaml<Enter>", "Litware");
    leads(&mut stage, ":open plan.yaml<Enter>", "Proseware");
}

#[test]
fn colours_are_chosen_and_remembered() {
    let (scene, mut stage) = open("palette-theme");
    let dark = stage.styles();
    leads(&mut stage, ":colours: for light<Enter>", "Colours: for light backgrounds");
    leads(&mut stage, "<Up>", "Sections");
    assert_ne!(stage.styles(), dark);
    leads(&mut stage, "<C-t>", "Colours: sixteen");
    leads(&mut stage, "<C-t>", "Colours: none");
    assert!(!stage.styles().contains("fg="), "{}", stage.styles());
    drop(stage);
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Colour);
    assert!(!stage.styles().contains("fg="), "remembered: {}", stage.styles());
    leads(&mut stage, "<C-t>", "Colours: for dark backgrounds");
    drop(stage);
    // Who wants no colours gets none, whatever was chosen, and is told so.
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    leads(&mut stage, "<C-t>", "No colours are wanted");
    leads(&mut stage, ":colours: for", "Nothing fits");
    assert!(!stage.styles().contains("fg="), "{}", stage.styles());
}

#[test]
fn help_is_the_whole_table_and_runs_what_it_finds() {
    let (_scene, mut stage) = open("palette-help");
    leads(&mut stage, "?requirements: sort", "requirements: Sort by the next column");
    leads(&mut stage, "<Enter>", "▾");
    leads(&mut stage, "?everywhere", "Write the plan file");
    leads(&mut stage, "<Esc>1?files: write all files<Enter>", "Wrote or removed");
    // What belongs to an overlay that is not there can't be done, and that is said.
    leads(&mut stage, "?choice asked for: one line up<Enter>", "only while what it belongs to is open");
}

#[test]
fn every_place_has_a_name_in_the_help() {
    let (_scene, mut stage) = open("palette-names");
    for place in
        ["start page", "findings", "budget", "existing certificates", "about a box", "while generating"]
    {
        leads(&mut stage, &format!("?{place}: "), &format!("{place}: "));
        stage.keys("<Esc>");
    }
}

#[test]
fn the_header_is_clicked() {
    let (scene, mut stage) = open("palette-header");
    stage.click("ucplan");
    leads(&mut stage, "", "Everything: type to find");
    stage.keys("<Esc>/initial_request<Enter><Down><Enter>3");
    stage.click("○ not saved");
    assert!(scene.read("plan.yaml").contains("initial_request: http "));
}
