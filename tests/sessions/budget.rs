//! The budget: the ways stand side by side, one is taken with Enter, the plan changes, and one undo takes it back.

use ucplan::plan::Document;

use crate::common::sample;
use crate::stage::{Look, NARROW, SMALL, Scene, Stage, WIDE, keys};

/// The numbers of a way on the screen.
#[track_caller]
fn row(stage: &mut Stage, label: &str) -> Vec<String> {
    let text = stage.text();
    let line = text.lines().find(|line| line.contains(label)).unwrap_or_else(|| panic!("no {label}\n{text}"));
    let numbers = line.split_once(label).map(|(_, numbers)| numbers.trim_end_matches([' ', '│']));
    numbers.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_way_is_taken_from_the_requirements_as_one_step() {
    let scene = Scene::with_plan("budget-requirements", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Colour);
    stage.keys("2<Right><End>");
    assert!(stage.text().contains("rp01 7 of 250 names"), "{}", stage.text());
    stage.keys("b");
    assert_eq!(row(&mut stage, "The plan as it is")[..2], ["7", "1"]);
    let text = stage.text();
    let current: Vec<&str> = text.lines().filter(|line| line.contains('✓')).collect();
    assert_eq!(current.len(), 2, "{text}");
    let promised = row(&mut stage, "One host and HTTP");
    stage.keys("<End>");
    assert!(stage.text().contains("not encrypted"), "{}", stage.text());
    stage.keys("<Enter>");
    assert!(stage.text().contains("Taken: One host and HTTP"), "{}", stage.text());
    assert_eq!(row(&mut stage, "The plan as it is")[..6], promised[..6]);
    stage.keys("<Esc><C-s>");
    let plan = scene.read("plan.yaml");
    assert!(plan.contains("single-host") && plan.contains("initial_request: http"), "{plan}");
    // One step back, and both answers are as before.
    stage.keys("u<C-s>");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"));
}

/// On a narrow screen and on a wide one, from a question and from a field of the section.
#[test]
fn the_budget_opens_from_questions_about_certificates() {
    for (name, size, keys) in [
        ("budget-narrow", NARROW, "/certificates.reverse_proxy<Enter>b"),
        ("budget-wide", WIDE, "/public_ca_name_limit<Enter><F3>"),
    ] {
        let scene = Scene::with_plan(name, sample("two-domains"));
        let mut stage = scene.open(Some("plan.yaml"), size, Look::Plain);
        stage.keys(keys);
        assert_eq!(row(&mut stage, "Wildcards")[..2], ["4", "1"], "{}", stage.text());
        assert!(stage.text().contains("Nothing is lost"), "{}", stage.text());
        stage.keys("<Down><Enter>");
        assert!(stage.text().contains("The plan is so already"), "{}", stage.text());
        stage.keys("<Down><Down><Down><Down><Enter>");
        assert_eq!(row(&mut stage, "The plan as it is")[..2], ["4", "1"], "{}", stage.text());
        stage.keys("<F5>");
        assert_eq!(row(&mut stage, "The plan as it is")[..2], ["7", "1"], "{}", stage.text());
        stage.keys("<Esc><C-s>");
        assert_eq!(scene.read("plan.yaml"), sample("two-domains"));
    }
    let scene = Scene::with_plan("budget-elsewhere", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("/initial_request<Enter>b<F3>");
    assert!(!stage.text().contains("The plan as it is"), "it has nothing to do with this question");
}

/// With nine hundred SIP domains the ways are there in the first picture after the key: they were made while nobody typed.
#[test]
fn the_budget_of_many_domains_is_there_at_once() {
    let domains: Vec<String> = (0..900).map(|at| format!("brand{at}.example")).collect();
    let plan = Document::parse(sample("two-domains")).unwrap();
    let plan = plan.set(&"domains.sip".parse().unwrap(), &domains.into()).unwrap();
    let scene = Scene::with_plan("budget-many", plan.text());
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("/certificates.reverse_proxy<Enter>");
    stage.press(keys("b")[0]);
    let at_once = row(&mut stage, "The plan as it is");
    assert!(at_once[0].parse::<usize>().unwrap() > 2 * 900, "{at_once:?}");
    stage.program.settle();
    assert_eq!(row(&mut stage, "The plan as it is"), at_once);
}
