//! The screen on a stage: plans in a folder of their own, keys typed from a script, and what is seen afterwards.
//!
//! A script is a text: characters are typed as they are, names in angle brackets are keys. `<C-s>` is Control and S.
//!
//! ```text
//! let scene = Scene::new("first-steps");                          // the folder `first-steps`
//! scene.write("plan.yaml", sample("two-domains"));
//! let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
//! stage.keys("/initial_request<Enter><Down>");
//! assert!(stage.text().contains("lyncdiscover"));
//! ```
#![allow(dead_code, reason = "no test binary uses everything that is shared")]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

mod mouse;
pub mod svg;
pub mod whole;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use ucplan::catalog::{Templates, speaker};
use ucplan::text::cells;
use ucplan::tui::event::Event;
use ucplan::tui::{Invitation, Program};
use ucplan::world::TerminalKind;

/// Columns and lines.
pub type Size = (u16, u16);

/// The smallest screen that shows everything.
pub const NARROW: Size = (60, 20);
/// The screen that everybody has.
pub const SMALL: Size = (80, 24);
/// A screen with room.
pub const WIDE: Size = (120, 40);

/// Whether colours are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// On a dark background.
    Colour,
    /// As with `NO_COLOR`.
    Plain,
}

/// A folder to play in, with the memory of the program in `state`; it goes with the scene.
///
/// The process works in the folder around it, so that the plan is `<scene>/plan.yaml` and nothing that is seen depends
/// on where the tests run. Scenes of one test file need different names.
pub struct Scene {
    name: String,
}

impl Scene {
    /// An empty folder of this name.
    pub fn new(name: &str) -> Self {
        static AROUND: OnceLock<PathBuf> = OnceLock::new();
        AROUND.get_or_init(|| {
            let around = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap().keep();
            std::env::set_current_dir(&around).unwrap();
            around
        });
        fs::create_dir(name).unwrap_or_else(|error| panic!("the scene {name:?}: {error}"));
        Self { name: name.to_owned() }
    }

    /// A folder with this plan in `plan.yaml`.
    pub fn with_plan(name: &str, plan: &str) -> Self {
        let scene = Self::new(name);
        scene.write("plan.yaml", plan);
        scene
    }

    /// The path of something in the folder, as the program gets to know it.
    pub fn path(&self, name: &str) -> PathBuf {
        Path::new(&self.name).join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// The text of a file.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Opens the screen with one of the plans here, or with none.
    pub fn open(&self, plan: Option<&str>, size: Size, look: Look) -> Stage {
        self.open_with(plan, size, look, Templates::default())
    }

    /// The same, with templates of the user's own.
    pub fn open_with(&self, plan: Option<&str>, size: Size, look: Look, templates: Templates) -> Stage {
        Self::stage(size, Invitation { templates, ..self.invitation(plan, look) })
    }

    /// The same, with colours on a terminal of this kind.
    pub fn open_in(&self, plan: Option<&str>, size: Size, terminal: TerminalKind) -> Stage {
        Self::stage(size, Invitation { terminal, ..self.invitation(plan, Look::Colour) })
    }

    /// What somebody brings along who has nothing of their own.
    pub fn invitation(&self, plan: Option<&str>, look: Look) -> Invitation {
        Invitation {
            words: speaker("en").unwrap(),
            templates: Templates::default(),
            state: Some(self.path("state")),
            no_color: look == Look::Plain,
            terminal: TerminalKind::default(),
            keys: None,
            plan: plan.map(|plan| self.path(plan)),
        }
    }

    /// The screen for this one.
    pub fn stage(size: Size, invitation: Invitation) -> Stage {
        let program = Program::new(invitation);
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut stage = Stage { program, terminal, pressed: 0 };
        stage.program.settle();
        stage
    }
}

/// A certificate or request that exists, made for the sample with two SIP domains: all are judged on its day of going live,
/// so none grows old. `proxy.pem` and `renewed.pem` have every name of the reverse proxy, `front-end.pem` lacks one of its
/// server, `inside.csr` is a request for the inside of the Edge pool, and the subject of `hostile.pem` steers terminals.
pub fn certificate(name: &str) -> &'static str {
    match name {
        "front-end.pem" => include_str!("certificates/front-end.pem"),
        "hostile.pem" => include_str!("certificates/hostile.pem"),
        "inside.csr" => include_str!("certificates/inside.csr"),
        "proxy.pem" => include_str!("certificates/proxy.pem"),
        "renewed.pem" => include_str!("certificates/renewed.pem"),
        _ => panic!("there is no {name}"),
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.name);
    }
}

/// The screen, with somebody in front of it.
pub struct Stage {
    /// The screen itself.
    pub program: Program,
    /// How many keys were pressed.
    pub pressed: usize,
    terminal: Terminal<TestBackend>,
}

impl Stage {
    /// Types a script, key by key, each when everything that follows from the one before has happened.
    #[track_caller]
    pub fn keys(&mut self, script: &str) {
        for key in keys(script) {
            self.press(key);
            self.program.settle();
        }
    }

    /// Types a script at once: every key waits before the first one is taken.
    pub fn burst(&mut self, script: &str) {
        let listener = self.program.listener();
        for key in keys(script) {
            self.pressed += 1;
            listener.send(Event::Key(key)).unwrap();
        }
        self.program.settle();
    }

    /// Types a script key by key, and waits for nothing that follows beside the screen.
    pub fn hurry(&mut self, script: &str) {
        for key in keys(script) {
            self.press(key);
        }
    }

    /// Pastes a text: one key for the person who does it.
    pub fn paste(&mut self, text: &str) {
        self.pressed += 1;
        self.program.feed(Event::Paste(text.to_owned()));
        self.program.settle();
    }

    /// Types a name or an address, which costs what it costs: no key is counted.
    pub fn name(&mut self, name: &str) {
        let pressed = self.pressed;
        self.keys(name);
        self.pressed = pressed;
    }

    /// Presses a key, and waits for nothing.
    pub fn press(&mut self, key: KeyEvent) {
        self.pressed += 1;
        self.program.feed(Event::Key(key));
    }

    /// What is painted, cell by cell.
    pub fn buffer(&mut self) -> Buffer {
        let Self { program, terminal, .. } = self;
        terminal.draw(|frame| program.draw(frame)).unwrap().buffer.clone()
    }

    /// What is painted, as lines of text without the blanks at their ends.
    pub fn text(&mut self) -> String {
        let buffer = self.buffer();
        let lines = rows(&buffer).map(|row| {
            let text: String = row.iter().map(|(_, cell)| cell.symbol()).collect();
            text.trim_end().to_owned() + "\n"
        });
        lines.collect()
    }

    /// How it is painted: `line: from-to style` for each run of cells that are not as the terminal's own, counted from
    /// one; and where the terminal's cursor is.
    pub fn styles(&mut self) -> String {
        let buffer = self.buffer();
        let mut styles = String::new();
        for (line, row) in rows(&buffer).enumerate() {
            let runs = row.chunk_by(|(_, a), (_, b)| style(a) == style(b));
            for run in runs.filter(|run| !style(run[0].1).is_empty()) {
                let end = run.last().map_or(0, |(x, cell)| usize::from(*x) + cells(cell.symbol()).max(1));
                writeln!(styles, "{}: {}-{end} {}", line + 1, run[0].0 + 1, style(run[0].1)).unwrap();
            }
        }
        let backend = self.terminal.backend();
        if backend.cursor_visible() {
            let Position { x, y } = backend.cursor_position();
            writeln!(styles, "cursor: {}, {}", y + 1, x + 1).unwrap();
        }
        styles
    }
}

impl Drop for Stage {
    /// Nothing is left under way that would still write into the folder.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.program.settle();
        }
    }
}

/// The cells of each line with their columns; the second cell of a wide character is none.
pub fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<(u16, &Cell)>> {
    let area = buffer.area;
    (area.top()..area.bottom()).map(move |y| {
        let mut row = Vec::new();
        let mut x = area.left();
        while x < area.right() {
            let cell = &buffer[(x, y)];
            row.push((x, cell));
            x += u16::try_from(cells(cell.symbol()).max(1)).unwrap();
        }
        row
    })
}

/// The style of a cell in words; none where it looks as the terminal likes.
fn style(cell: &Cell) -> String {
    let mut words = Vec::new();
    for (name, color) in [("fg", cell.fg), ("bg", cell.bg)] {
        if color != Color::Reset {
            words.push(format!("{name}={color}"));
        }
    }
    words.extend(cell.modifier.iter_names().map(|(name, _): (_, Modifier)| name.to_lowercase()));
    words.join(" ")
}

/// The keys of a script.
#[track_caller]
pub fn keys(script: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let (key, length) = match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            Some((name, _)) => (named(name), name.len() + 2),
            None => (KeyCode::Char(first).into(), first.len_utf8()),
        };
        keys.push(key);
        rest = &rest[length..];
    }
    keys
}

/// A key by its name in a script.
#[track_caller]
fn named(name: &str) -> KeyEvent {
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "S-Tab" => KeyCode::BackTab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "Space" => KeyCode::Char(' '),
        "F1" => KeyCode::F(1),
        "F2" => KeyCode::F(2),
        "F3" => KeyCode::F(3),
        "F4" => KeyCode::F(4),
        "F5" => KeyCode::F(5),
        "F6" => KeyCode::F(6),
        "F7" => KeyCode::F(7),
        "F8" => KeyCode::F(8),
        "F9" => KeyCode::F(9),
        _ => match name.strip_prefix("C-").map(|letter| letter.chars().collect::<Vec<_>>()).as_deref() {
            Some([letter]) => return KeyEvent::new(KeyCode::Char(*letter), KeyModifiers::CONTROL),
            _ => panic!("no key is called <{name}>"),
        },
    };
    code.into()
}
