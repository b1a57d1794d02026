//! Certificates that exist: loaded, seen beside those that are required, taken into the plan, and taken back.

use crate::common::sample;
use crate::stage::{Look, NARROW, SMALL, Scene, Stage, WIDE, certificate};

/// Where the certificates of a scene are asked for.
const LOAD: &str = "2<Right>l";

/// A scene with the sample that has two SIP domains, and these files of the stage.
fn scene(name: &str, files: &[&str]) -> Scene {
    let scene = Scene::with_plan(name, sample("two-domains"));
    for file in files {
        scene.write(file, certificate(file));
    }
    scene
}

/// The first line on the screen that has this text.
#[track_caller]
fn line(stage: &mut Stage, has: &str) -> String {
    let text = stage.text();
    let found = text.lines().find(|line| line.contains(has));
    found.unwrap_or_else(|| panic!("no {has}\n{text}")).to_owned()
}

#[test]
fn a_certificate_is_taken_into_the_plan_and_back() {
    let scene = scene("existing-take", &["proxy.pem"]);
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Colour);
    stage.keys(&format!("{LOAD}existing-take/proxy.pem<Enter>"));
    assert!(line(&mut stage, "rp01").contains("reuse  "), "{}", stage.text());
    assert!(line(&mut stage, "denfe01.corp").contains("to be requested"), "{}", stage.text());
    // Nothing that was loaded fits the first row: it says so, and nothing changes.
    stage.keys("<Enter>");
    assert!(stage.text().contains("No file that was loaded fits."), "{}", stage.text());
    stage.keys("<End><Space><Enter>");
    assert!(stage.text().contains("1 used again, 0 requested"), "{}", stage.text());
    assert!(line(&mut stage, "rp01").contains("✓ rp01"), "{}", stage.text());
    stage.keys("<Esc><C-s>");
    let plan = scene.read("plan.yaml");
    for part in ["existing:", "name: rp01", "expires: 2027-06-01", "meet.proseware.example"] {
        assert!(plan.contains(part), "{part}\n{plan}");
    }
    // What would be requested is gone from the files.
    stage.keys("4");
    assert!(!stage.text().contains("certificates/rp01"), "{}", stage.text());
    stage.keys("u<C-s>");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"));
}

#[test]
fn what_the_plan_uses_again_is_renewed_and_requested_after_all() {
    let scene = scene("existing-back", &["proxy.pem", "renewed.pem"]);
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    stage.keys(&format!("{LOAD}existing-back/proxy.pem<Enter><End><Enter><Esc><C-s>"));
    let first = scene.read("plan.yaml");
    stage.keys("l\"existing-back/renewed.pem\"<Enter><End>");
    assert!(stage.text().contains("Enter uses it again"), "{}", stage.text());
    stage.keys("<Enter><Esc><C-s>");
    let second = scene.read("plan.yaml");
    assert!(second.contains("2027-06-20") && !second.contains("2027-06-01"), "{second}");
    assert_eq!(second.lines().count(), first.lines().count(), "one took the place of the other");
    stage.keys("l existing-back/renewed.pem<Enter><End>");
    assert!(stage.text().contains("Enter requests it after all"), "{}", stage.text());
    stage.keys("<Enter>");
    assert!(stage.text().contains("0 used again, 1 requested"), "{}", stage.text());
    stage.keys("<Esc><C-s>");
    let third = scene.read("plan.yaml");
    assert!(!third.contains("existing:") && !third.contains("2027-06-20"), "{third}");
    stage.keys("u<C-s>");
    assert_eq!(scene.read("plan.yaml"), second);
}

#[test]
fn what_is_unfit_is_told_and_never_taken() {
    let scene = scene("existing-unfit", &["front-end.pem", "inside.csr"]);
    let mut stage = scene.open(Some("plan.yaml"), NARROW, Look::Plain);
    stage.keys(&format!("{LOAD}existing-unfit<Enter>"));
    for _ in 0..20 {
        if stage.text().contains("can't be used again") {
            break;
        }
        stage.keys("<Down>");
    }
    let text = stage.text();
    assert!(text.contains("replace") && text.contains("can't be used again"), "{text}");
    stage.keys("<PgDn>");
    assert!(stage.text().contains("- meet.proseware.example"), "{}", stage.text());
    stage.keys("<Space>");
    assert!(stage.text().contains("can't be used again") && !stage.text().contains("[x]"));
    for _ in 0..20 {
        if stage.text().contains("an authority has yet to sign") {
            break;
        }
        stage.keys("<Up>");
    }
    stage.keys("<Enter>");
    assert!(stage.text().contains("an authority has yet to sign"), "{}", stage.text());
    stage.keys("<Esc><C-s>");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"));
}

#[test]
fn wrong_files_are_told_beside_the_others() {
    let scene = scene("existing-wrong", &["proxy.pem", "hostile.pem"]);
    scene.write("garbage.pem", "This is no certificate.");
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    stage.keys(&format!("{LOAD}\"existing-wrong/proxy.pem"));
    stage.keys("<Enter>");
    assert!(stage.text().contains("never closed"), "{}", stage.text());
    stage.keys("\" existing-wrong/missing.pem existing-wrong<Enter>");
    assert!(line(&mut stage, "rp01").contains("reuse  "), "{}", stage.text());
    for _ in 0..30 {
        if stage.text().contains("neither text") {
            break;
        }
        stage.keys("<Down>");
    }
    assert!(line(&mut stage, "garbage.pem").contains("unreadable"), "{}", stage.text());
    assert!(stage.text().contains("neither text with certificates"), "{}", stage.text());
    stage.keys("<Up>");
    assert!(stage.text().contains("missing.pem"), "{}", stage.text());
    stage.keys("<Enter>");
    assert!(stage.text().contains("Nothing of this file was read."), "{}", stage.text());
    // What stands in a subject is shown, and steers nothing.
    stage.keys("<Up>");
    let text = stage.text();
    assert!(text.contains("[31mred") && text.contains("not needed"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    stage.keys("<Esc><C-s>");
    assert_eq!(scene.read("plan.yaml"), sample("two-domains"));
}
