//! From nothing to files with the mouse: the keyboard types names and addresses, every other step is a click.

use crate::common::Desk;
use crate::stage::{Look, SMALL, Scene, Stage};

/// What somebody does.
enum Does {
    /// Clicks where this stands.
    Click(&'static str),
    /// Clicks there twice: chooses, and does what Enter does.
    Open(&'static str),
    /// Types a name, and clicks on what Enter does.
    Name(&'static str),
    /// Pastes, as the other button of the mouse does.
    Paste(&'static str),
    /// Clicks so often on what Enter does.
    Enter(usize),
    /// Clicks so often on the way back.
    Back(usize),
    /// Clicks so often on the way to the next question.
    Next(usize),
}

use Does::{Back, Click, Enter, Name, Next, Open, Paste};

const SERVERS: &str = "fe01.corp.fabrikam.example\t10.0.0.11\nfe02.corp.fabrikam.example\t10.0.0.12";

const SCRIPT: &[Does] = &[
    // The cursor is there already.
    Click("empty"),
    Name("pointed/plan.yaml"),
    Name("2027-02-01"),
    Open("Domains"),
    Name("fabrikam.example"),
    Name("contoso.example"),
    Enter(1),
    Name("corp.fabrikam.example"),
    Open("Sites and pools"),
    Name("Main"),
    Enter(1),
    // The pool, its servers and its names on the web.
    Name("pool01.corp.fabrikam.example"),
    Enter(1),
    Name("10.0.0.20"),
    Enter(1),
    Paste(SERVERS),
    // What was told goes with the next click.
    Click("items were added"),
    Enter(6),
    Name("web01.fabrikam.example"),
    // The Edge, with its three services.
    Back(2),
    Enter(1),
    Name("edge01.corp.fabrikam.example"),
    Name("edge01.corp.fabrikam.example"),
    Name("10.0.1.11"),
    Enter(2),
    Next(4),
    Name("sip.fabrikam.example"),
    Name("203.0.113.11"),
    Enter(1),
    Name("webconf.fabrikam.example"),
    Name("203.0.113.12"),
    Enter(1),
    Name("av.fabrikam.example"),
    Name("203.0.113.13"),
    // The reverse proxy and the load balancer.
    Back(2),
    Enter(1),
    Name("rp01"),
    Open("nginx"),
    Name("203.0.113.20"),
    Enter(2),
    Name("10.0.1.20"),
    Back(2),
    Enter(1),
    Name("lb01"),
    Open("HAProxy"),
    Click("^S"),
    // The palette opens from the name of the program.
    Click("ucplan"),
    Paste("view-files"),
    Click("View: files"),
    Click("g generate"),
];

fn play(stage: &mut Stage) {
    for does in SCRIPT {
        match does {
            Click(text) => stage.click(text),
            Open(text) => {
                stage.click(text);
                stage.click(text);
            }
            Name(text) => {
                stage.name(&format!("<C-u>{text}"));
                stage.click("⏎");
            }
            Paste(text) => stage.paste(text),
            Enter(times) => (0..*times).for_each(|_| stage.click("⏎")),
            Back(times) => (0..*times).for_each(|_| stage.click("Esc back")),
            Next(times) => (0..*times).for_each(|_| {
                let sign = if stage.text().contains("PgDn next") { "PgDn next" } else { "→ next" };
                stage.click(sign);
            }),
        }
        if std::env::var_os("UCPLAN_LOOK").is_some() {
            println!("{}", stage.text());
        }
    }
}

#[test]
fn a_plan_is_made_with_the_mouse() {
    let scene = Scene::new("pointed");
    let mut stage = scene.open(None, SMALL, Look::Colour);
    play(&mut stage);
    let desk = Desk::with_sample("two-domains");
    desk.write("plan.yaml", &scene.read("plan.yaml"));
    desk.run(&["check", "plan.yaml"]).with(0);
    let manifest = scene.read("ucplan-artifacts/MANIFEST.json");
    assert!(manifest.contains("nginx.conf") && manifest.contains("contoso.example"), "{manifest}");
}
