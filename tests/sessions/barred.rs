//! A choice that other answers rule out is not offered, and the screen says why; what was chosen already is kept.

use crate::common::sample;
use crate::stage::{Look, Scene, WIDE};

/// Keys to the question about the kind of keys.
const KEY: &str = "/certificates.key<Enter>";

#[test]
fn a_choice_that_would_be_an_error_is_not_offered() {
    let scene = Scene::with_plan("barred", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    stage.keys(KEY);
    let text = stage.text();
    let offered: Vec<_> = text.lines().filter(|line| line.contains('○') || line.contains('●')).collect();
    assert!(!offered.iter().any(|line| line.contains("3072")), "{text}");
    assert!(offered.iter().any(|line| line.contains("4096")), "{text}");
    assert!(text.contains("✗ Not offered: RSA of 3072 bits"), "{text}");
}

#[test]
fn what_was_chosen_before_it_was_ruled_out_is_kept() {
    let plan = sample("two-domains").replace("key: rsa-2048", "key: rsa-3072");
    let scene = Scene::with_plan("barred-kept", &plan);
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    stage.keys(KEY);
    let text = stage.text();
    assert!(text.lines().any(|line| line.contains('●') && line.contains("3072")), "{text}");
    assert!(!text.contains("Not offered"), "{text}");
    assert_eq!(scene.read("plan.yaml"), plan);
}
