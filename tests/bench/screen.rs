//! How long it takes to open the screen, to paint a frame, and from a key to what an answer would change: `cargo bench
//! --bench screen`. Run by hand; tests assert no times. The size of the terminal is 120×40.

use std::path::Path;

use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::KeyCode;
use ucplan::catalog::{Templates, samples, speaker};
use ucplan::tui::event::Event;
use ucplan::tui::{Invitation, Program};

fn main() {
    divan::main();
}

/// The sample of two domains with this many SIP domains more, in a file.
fn plan(domains: usize, folder: &Path) -> std::path::PathBuf {
    let sample = samples().into_iter().find(|sample| sample.name == "two-domains").expect("the sample");
    let more: Vec<String> = (0..domains).map(|at| format!("    - brand{at}.example\n")).collect();
    let last = "    - lucernepublishing.example\n";
    let file = folder.join("plan.yaml");
    std::fs::write(&file, sample.text.replacen(last, &format!("{last}{}", more.concat()), 1))
        .expect("a plan");
    file
}

fn open(folder: &Path, domains: usize) -> Program {
    let plan = Some(plan(domains, folder));
    Program::new(Invitation {
        words: speaker("en").expect("words"),
        templates: Templates::default(),
        state: None,
        no_color: false,
        terminal: ucplan::world::TerminalKind::default(),
        keys: None,
        plan,
    })
}

fn paint(program: &mut Program, terminal: &mut Terminal<TestBackend>) {
    terminal.draw(|frame| program.draw(frame)).expect("a frame");
}

fn press(program: &mut Program, code: KeyCode) {
    program.feed(Event::Key(code.into()));
}

/// Types what finds a question, and goes there.
fn go_to(program: &mut Program, path: &str) {
    program.settle();
    press(program, KeyCode::Char('/'));
    path.chars().for_each(|letter| press(program, KeyCode::Char(letter)));
    press(program, KeyCode::Enter);
    program.settle();
}

/// From the plan's file to the first whole frame.
#[divan::bench(args = [2, 100, 10_000], sample_count = 10)]
fn first_frame(bencher: Bencher, domains: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a terminal");
    bencher.bench_local(|| {
        let mut program = open(folder.path(), domains);
        program.settle();
        paint(&mut program, &mut terminal);
    });
}

/// A frame of a question, nothing being derived.
#[divan::bench(args = [2, 100, 10_000])]
fn repaint(bencher: Bencher, domains: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program = open(folder.path(), domains);
    go_to(&mut program, "initial_request");
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a terminal");
    bencher.bench_local(|| paint(&mut program, &mut terminal));
}

/// A frame of the question that lists the SIP domains.
#[divan::bench(args = [2, 100, 10_000])]
fn repaint_domains(bencher: Bencher, domains: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program = open(folder.path(), domains);
    go_to(&mut program, "domains.sip");
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a terminal");
    bencher.bench_local(|| paint(&mut program, &mut terminal));
}

/// From the key that moves the cursor to another answer to what that answer would change, painted.
#[divan::bench(args = [2, 100, 10_000], sample_count = 10)]
fn key_to_consequence(bencher: Bencher, domains: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program = open(folder.path(), domains);
    go_to(&mut program, "initial_request");
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a terminal");
    let mut keys = [KeyCode::Down, KeyCode::Up].into_iter().cycle();
    bencher.bench_local(|| {
        press(&mut program, keys.next().expect("endless"));
        program.settle();
        paint(&mut program, &mut terminal);
    });
}
