//! From nothing to a plan that can be built: one Standard Edition server, one SIP domain, an Edge, a reverse proxy.

use std::fs;

use crate::common::Desk;
use crate::stage::{Look, SMALL, Scene};

/// The keys of somebody who knows the names and addresses, and wants to be done. Names are completed with `<Right>`.
const SCRIPT: &[&str] = &[
    // An empty plan, which begins with what is missing.
    "<Enter><C-u>first/plan.yaml<Enter>",
    "2027-02-01<Enter>",
    "/sip<Enter>fabrikam.example<Enter><Enter>",
    "corp.<Right><Enter>",
    // A site, and in it a pool: Standard Edition, its one server, its name outside.
    "/sites<Enter>Main<Enter><Enter>",
    "fe01.<Right><Enter><Down><Enter><Enter>",
    "fe01.<Right><Enter>10.0.0.11<Enter><Enter><Enter>",
    "<Right><Enter><Enter>web.<Right><Enter><Esc><Esc><Enter>",
    // The Edge, with its three services.
    "edge01.<Right><Enter>edge01.<Right><Enter>10.0.1.11<Enter><Enter><Enter>",
    "<Right><Right><Right><Right><Right>sip.<Right><Enter>203.0.113.11<Enter><Enter>",
    "webconf.<Right><Enter>203.0.113.12<Enter><Enter>",
    "av.<Right><Enter>203.0.113.13<Enter><Esc><Esc><Enter>",
    // The reverse proxy.
    "rp01<Enter><Up><Enter>203.0.113.20<Enter><Enter><Enter>10.0.1.20<Enter><Esc>",
    // The files.
    "<C-s>4g",
];

/// No more keys than this: what it takes today, and a tenth.
const MOST: usize = 274;

#[test]
fn a_first_plan_is_made_with_the_keyboard() {
    let scene = Scene::new("first");
    let mut stage = scene.open(None, SMALL, Look::Colour);
    for line in SCRIPT {
        stage.keys(line);
    }
    println!("{} keys to a first plan", stage.pressed);
    assert!(stage.pressed <= MOST, "{} keys to a first plan", stage.pressed);
    let manifest = scene.read("ucplan-artifacts/MANIFEST.json");
    assert!(manifest.contains("nginx.conf"), "{manifest}");

    let desk = Desk::with_sample("two-domains");
    desk.write("plan.yaml", &scene.read("plan.yaml"));
    desk.run(&["check", "plan.yaml"]).with(0);
    let errors = desk.shown("findings").into_iter().filter(|finding| finding["severity"] == "error");
    assert_eq!(errors.count(), 0);
    for (part, least) in [("dns", 8), ("certificates", 2), ("publishing", 3), ("firewall", 4)] {
        assert!(desk.shown(part).len() >= least, "{part}: {:?}", desk.shown(part));
    }
    assert!(fs::exists(scene.path("ucplan-artifacts/runbook.md")).is_ok_and(|exists| exists));
}
