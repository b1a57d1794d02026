//! Every screen as it is painted: `tests/screens/<name>-<size>.txt` has the text, then how it is styled with colours and
//! without. `UCPLAN_BLESS=1` writes what is painted today. (Paths are painted with `/`, so this is for Unix.)
#![cfg(unix)]

mod common;
mod golden;
mod stage;

use std::path::{Path, PathBuf};

use common::sample;
use golden::golden;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use stage::{Look, NARROW, SMALL, Scene, Size, Stage, WIDE, certificate, svg, whole};
use ucplan::text::cells;
use ucplan::tui::event::Event;
use ucplan::world::Step;

/// The sizes of all screens.
const SIZES: &[Size] = &[NARROW, SMALL, WIDE];

/// Holds a screen: that which is there after `play`, on a plan of this text, in each of these sizes.
#[track_caller]
fn hold(name: &str, sizes: &[Size], plan: &str, play: impl Fn(&Scene, &mut Stage)) {
    let mut failures = Vec::new();
    for size in sizes {
        let mut shot = |look| {
            let scene = Scene::with_plan(name, plan);
            let mut stage = scene.open(Some("plan.yaml"), *size, look);
            play(&scene, &mut stage);
            if look == Look::Plain && size.0 >= NARROW.0 && size.1 >= NARROW.1 {
                let cut = whole::cut(&stage.buffer());
                failures.extend(cut.into_iter().map(|cut| format!("{name} at {size:?} cuts {cut}")));
            }
            (stage.text(), stage.styles())
        };
        let (colour, plain) = (shot(Look::Colour), shot(Look::Plain));
        compare(name, *size, colour, plain, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The same for what keys lead to on the sample with two domains.
#[track_caller]
fn hold_after(name: &str, keys: &str) {
    hold(name, SIZES, sample("two-domains"), |_, stage| stage.keys(keys));
}

fn compare(
    name: &str,
    size: Size,
    (text, colour): (String, String),
    (plain_text, plain): (String, String),
    failures: &mut Vec<String>,
) {
    let (width, height) = size;
    let name = format!("{name}-{width}x{height}");
    assert_eq!(text, plain_text, "{name}: without colours there are other words");
    assert!(
        !plain.contains("fg=") && !plain.contains("bg="),
        "{name}: colours where none are wanted\n{plain}"
    );
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), usize::from(height), "{name}");
    assert!(lines.iter().all(|line| cells(line) <= usize::from(width)), "{name}: a line is too wide\n{text}");
    let is_too_small = width < 60 || height < 20;
    assert!(is_too_small || !lines[lines.len() - 1].is_empty(), "{name}: the last line is empty\n{text}");
    let all = format!("{text}--- colour\n{colour}--- NO_COLOR\n{plain}");
    golden(&folder().join(format!("{name}.txt")), &all, failures);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens")
}

/// The plan of a small shop with what errors are made of: no day, a pool without a proxy that is there.
fn faulty() -> String {
    let text = sample("standard-edition").replace("reverse_proxy: rp01", "reverse_proxy: rp02");
    text.split_inclusive('\n').filter(|line| !line.starts_with("go_live")).collect()
}

/// Keys to the question which file to open: the last line of the start page.
const OPEN: &str = "<C-o><Down><Down><Down><Down><Down><Down><Down><Enter>";

#[test]
fn start() {
    hold("start-recent", SIZES, sample("two-domains"), |scene, stage| {
        scene.write("second.yaml", sample("standard-edition"));
        stage.keys(&format!("{OPEN}start-recent/second.yaml<Enter><Esc><C-o>"));
    });
    let mut failures = Vec::new();
    for size in SIZES {
        let shot = |look| {
            let scene = Scene::new("start");
            let mut stage = scene.open(None, *size, look);
            (stage.text(), stage.styles())
        };
        compare("start", *size, shot(Look::Colour), shot(Look::Plain), &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn questions() {
    hold_after("choices", HTTP);
    hold_after("choices-open", "");
    hold_after("several-choices", "/clients.sfb_mobile<Enter><Down>");
    hold_after("field", "/domains.active_directory<Enter>");
    hold_after("field-refused-while-typing", "/domains.active_directory<Enter><C-u>two words");
    hold_after("field-refused", "/domains.active_directory<Enter><C-u>two words<Enter>");
    hold_after("field-suggestion", "/access.fqdn<Enter><C-u>access.p");
    hold_after("values", "/domains.sip<Enter>");
    hold_after("values-one-more", "/domains.sip<Enter>fabrikam.example");
    hold_after("items", "/sites[Denver].front_end_pools<Enter>");
    hold_after("items-at-one", "/sites[Denver].front_end_pools<Enter><Up>");
}

/// Keys to the most discussed question of all, the cursor on the answer that is not the default.
const HTTP: &str = "/initial_request<Enter><Down>";

#[test]
fn overviews() {
    hold_after("overview-item", "/sites[Denver].front_end_pools<Enter><Up><Enter>");
    hold_after("overview", "/mobility.push.enabled<Enter><Esc>");
    hold_after("overview-needless", "/simple_urls.layout<Enter><Esc><Down>");
    hold_after("sections", "<Tab>");
    hold_after("sections-at-another", "<Tab><Home><Down><Down>");
}

#[test]
fn views() {
    hold_after("requirements-dns", "2");
    hold_after("requirements-certificates", "2<Right>");
    hold_after("requirements-publishing", "2<Right><Right>");
    hold_after("requirements-firewall", "2<Right><Right><Right>");
    hold_after("requirements-balancing", "2<Right><Right><Right><Right>");
    hold_after("requirements-commands", "2<Left><Left><Left>");
    hold_after("requirements-exchange", "2<Left><Left>");
    hold_after("requirements-calendar", "2<Left>");
    hold_after("requirements-filter", "2/lyncdiscover");
    hold_after("requirements-filter-empty", "2/nowhere<Enter>");
    hold_after("requirements-sorted", "2ss");
    hold_after("findings", "3<Down>");
    hold("findings-errors", SIZES, &faulty(), |_, stage| stage.keys("<Esc>3"));
    hold("generate-refused", SIZES, &faulty(), |_, stage| stage.keys("<Esc>4g"));
    hold_after("files", "4<Down><Down><Down>");
    hold_after("files-reading", "4<End><Tab><PgDn>");
    hold_after("files-difference-new", "4<End>d");
    hold_after("generated", "4g");
    hold_after("topology", "5<Right><Down>");
    hold_after("topology-inside", "5<Left>");
    hold_after("topology-details", "5<Right><Enter><Down><Down>");
    hold_after("topology-why", "5<Right>w");
    hold_after("decisions", "6");
    hold_after("decisions-decided", "6<End>");
    hold_after("decisions-late", "6D<C-u>2027-03-01<Enter>");
    hold_after("compare-same", "7");
    hold_after("compare", &format!("{HTTP}<Enter>7"));
    hold_after("compare-rows", &format!("{HTTP}<Enter>7<Enter><Down><Down><Enter>"));
    hold_after("journeys", "8");
    hold_after("journeys-cell", "8<Down><Down><Down>");
    hold_after("journeys-way", "8<Down><Right><Enter><Down><Down>");
    hold("journeys-failure", SIZES, &faulty(), |_, stage| stage.keys("<Esc>8<Down><Down><Right>"));
    hold("files-difference", SIZES, sample("two-domains"), |_, stage| {
        stage.keys(&format!("4g1{HTTP}<Enter>4"));
        for _ in 0..60 {
            if stage.text().contains("nginx.conf:") || stage.text().contains("reverse-proxy/rp01/nginx.conf")
            {
                break;
            }
            stage.keys("<Down>");
        }
        stage.keys("d");
    });
}

#[test]
fn overlays() {
    hold_after("help", "?");
    hold_after("help-filter", "?view");
    hold_after("palette", ":");
    hold_after("palette-found", ":certificate");
    hold_after("history", &format!("{HTTP}<Enter>/organization<Enter>!<Enter><Esc>uH"));
    hold_after("presenter", &format!("{HTTP}<F8><Up>"));
    hold_after("find", "/edge");
    hold_after("find-nothing", "/nowhere to be found");
    hold_after("why-row", "2<Right>w");
    hold_after("why-row-further", "2<Right>w<PgDn><PgDn>");
    hold_after("why-question", &format!("{HTTP}w"));
    hold_after("why-finding", "3w");
    hold_after("budget", "2<Right>b<Down><Down>");
    hold_after("mend", "3f");
    hold_after("note", "n");
    hold_after("prompt-open", &format!("{OPEN}plans/other.yaml"));
    hold_after("prompt-create", "<C-o><Down><Enter>");
    hold_after("prompt-create-empty", "<C-o><Down><Enter><C-u><Enter>");
    hold_after("prompt-folder", "4o");
    hold_after("record", &format!("{HTTP}<F4>"));
    hold_after("record-rejected", &format!("{HTTP}R"));
    hold_after("record-state", "6s");
    hold_after("record-due", "6D");
    hold_after("record-no-day", "6D<C-u>2027-13");
    hold_after("prompt-against", "7oplans/other.yaml");
    hold("domains", SIZES, sample("many-domains"), |_, stage| stage.keys("8dcar"));
}

/// Certificates that exist beside those that are required: one is marked, one is unfit, one file is none.
#[test]
fn existing_certificates() {
    hold("prompt-certificates", SIZES, sample("two-domains"), |_, stage| stage.keys("2<Right>l"));
    hold("existing", SIZES, sample("two-domains"), |scene, stage| {
        for file in ["proxy.pem", "front-end.pem", "inside.csr", "hostile.pem"] {
            scene.write(file, certificate(file));
        }
        scene.write("garbage.pem", "This is no certificate.");
        stage.keys("2<Right>lexisting<Enter>");
        for _ in 0..20 {
            if stage.text().contains("can't be used again") {
                break;
            }
            stage.keys("<Down>");
        }
    });
}

#[test]
fn what_goes_wrong() {
    let broken = "format: ucplan/v1\ntitel: A\ngo_live: soon\ndomains:\n  sip: [a b, c_d.example]\n";
    hold("problems", SIZES, broken, |_, _| {});
    hold("changed-elsewhere", SIZES, sample("two-domains"), |scene, stage| {
        stage.keys("<Up><Enter>");
        scene.write("plan.yaml", sample("standard-edition"));
        stage.keys("<C-s>");
    });
    hold("edited-by-hand", SIZES, sample("two-domains"), |scene, stage| {
        stage.keys("4g");
        scene.write("ucplan-artifacts/runbook.md", "mine\n");
        stage.keys(&format!("1{HTTP}<Enter>4g<Down>"));
    });
    hold("not-there", SIZES, sample("two-domains"), |_, stage| {
        stage.keys(&format!("{OPEN}nowhere.yaml<Enter>"));
    });
}

#[test]
fn busy() {
    hold("busy", SIZES, sample("two-domains"), |_, stage| {
        stage.keys("4");
        stage.press(KeyCode::Char('g').into());
        stage.program.feed(Event::Step(Step::File { done: 12, of: 40 }));
    });
}

#[test]
fn what_is_cut_is_noticed() {
    const KEYS: &str = " ? help  ^S save                ";
    let told = |lines: [&str; 4]| {
        let mut buffer = Buffer::with_lines(lines);
        buffer.set_style(Rect { y: 2, height: 1, ..buffer.area }, Modifier::REVERSED);
        whole::cut(&buffer)
    };
    assert_eq!(told([" ucplan", "╭ Findings ───╮", "the whole line", KEYS]), [""; 0]);
    assert_eq!(told([" ucplan", "╭ Find … ings ╮", "the whole line", KEYS]).len(), 1, "a title");
    assert_eq!(told([" ucplan", "╭ Findings ───╮", "host01.corp.pro…", KEYS]).len(), 1, "at the cursor");
    assert_eq!(told([" ucplan", "host01.corp.proseware.example", "host01.corp.pro…", KEYS]), [""; 0]);
    assert_eq!(told([" ucplan", "╭ Findings ───╮", "the whole line", " ? help  ^S sa"]).len(), 1, "a key");
    assert_eq!(told([" ucplan", "╭ Findings ───╮", "the whole line", ""]).len(), 1, "no keys");
}

#[test]
fn too_small() {
    hold("too-small", &[(50, 15), (60, 19)], sample("two-domains"), |_, _| {});
}

#[test]
fn pictures() {
    let mut failures = Vec::new();
    for (name, keys) in
        [("interview", HTTP), ("topology", "5"), ("requirements", "2"), ("journeys", "8<Down>")]
    {
        let scene = Scene::with_plan(&format!("picture-{name}"), sample("two-domains"));
        let mut stage = scene.open(Some("plan.yaml"), (100, 30), Look::Colour);
        stage.keys(keys);
        let drawn = svg::svg(&stage.buffer(), "ucplan plan.yaml");
        golden(&folder().join(format!("{name}.svg")), &drawn, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
