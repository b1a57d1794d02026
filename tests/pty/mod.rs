//! Pseudo-terminals for tests: the program runs in one as in a person's window, keys are typed, and a terminal that follows
//! what comes out tells what a person would see.
#![allow(dead_code, reason = "no test uses everything that a terminal can tell")]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

mod keys;
mod screen;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use vt100::{Parser, Screen};

pub use self::screen::{lines, seen, text};
use crate::common::Desk;

/// Columns and lines, as people say them.
pub type Size = (u16, u16);

/// The size of a window that nobody touched.
pub const USUAL: Size = (80, 24);

/// How long something may take that a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(10);

/// A frame begins and ends so: a terminal shows what lies between at once.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// The question where the cursor is, which a terminal answers.
const ASKS_FOR_CURSOR: &[u8] = b"\x1b[6n";

/// A program in a pseudo-terminal. It is killed with this value, if it still runs.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    slave: Option<Box<dyn SlavePty + Send>>,
    writer: Arc<Mutex<Option<Box<dyn Write + Send>>>>,
    reader: Option<JoinHandle<()>>,
    window: Arc<Mutex<Window>>,
    /// The modes of the tty before the program was started, and when it had ended.
    modes_before: String,
    modes_after: Option<String>,
    ended: Option<(u32, Option<String>)>,
}

/// What a person would have before them.
struct Window {
    parser: Parser,
    /// The screen after the last whole frame.
    shown: Screen,
    raw: Vec<u8>,
    is_left: bool,
}

impl Window {
    /// Takes what came out; what the terminal answers to it.
    fn take(&mut self, bytes: &[u8]) -> Option<String> {
        self.raw.extend(bytes);
        self.parser.process(bytes);
        if last(&self.raw, FRAME_BEGINS) <= last(&self.raw, FRAME_ENDS) {
            self.shown = self.parser.screen().clone();
        }
        let (line, column) = self.parser.screen().cursor_position();
        let asks = bytes.windows(ASKS_FOR_CURSOR.len()).any(|window| window == ASKS_FOR_CURSOR);
        asks.then(|| format!("\x1b[{};{}R", line + 1, column + 1))
    }
}

/// Where something stands for the last time; nothing is before everything.
fn last(raw: &[u8], wanted: &[u8]) -> Option<usize> {
    raw.windows(wanted.len()).rposition(|window| window == wanted)
}

/// How a program is started, apart from the usual.
pub struct Start<'a> {
    /// The size of the window.
    pub size: Size,
    /// The arguments.
    pub arguments: &'a [&'a str],
    /// Variables of its environment.
    pub variables: &'a [(&'a str, &'a str)],
    /// A script for `sh` with job control that starts the program as `"$0"`.
    pub script: Option<&'a str>,
}

impl Default for Start<'_> {
    fn default() -> Self {
        Self { size: USUAL, arguments: &["plan.yaml"], variables: &[], script: None }
    }
}

impl Session {
    /// Starts the program at a desk.
    pub fn start(desk: &Desk, start: &Start<'_>) -> Self {
        let pair = native_pty_system().openpty(size(start.size)).unwrap();
        let program = env!("CARGO_BIN_EXE_ucplan");
        let mut command = match start.script {
            None => CommandBuilder::new(program),
            Some(script) => {
                let mut command = CommandBuilder::new("/bin/sh");
                command.args(["-m", "-c", script, program]);
                command
            }
        };
        command.args(start.arguments);
        command.cwd(desk.path(""));
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        command.env("HOME", desk.path("home"));
        command.env("UCPLAN_STATE", desk.path("state"));
        for (name, value) in start.variables {
            command.env(name, value);
        }
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let (columns, lines) = cells(start.size);
        let parser = Parser::new(lines, columns, 0);
        let shown = parser.screen().clone();
        let window = Arc::new(Mutex::new(Window { parser, shown, raw: Vec::new(), is_left: false }));
        let mut output = pair.master.try_clone_reader().unwrap();
        let writer = Arc::new(Mutex::new(Some(pair.master.take_writer().unwrap())));
        let (seen, answers) = (Arc::clone(&window), Arc::clone(&writer));
        let reader = thread::spawn(move || {
            let mut bytes = [0; 1 << 14];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let mut window = lock(&seen);
                let answer = window.take(&bytes[..count]);
                if window.is_left {
                    break;
                }
                drop(window);
                if let (Some(answer), Some(writer)) = (answer, lock(&answers).as_mut()) {
                    let _ = writer.write_all(answer.as_bytes());
                }
            }
        });
        Self {
            child,
            master: Some(pair.master),
            slave: Some(pair.slave),
            writer,
            reader: Some(reader),
            window,
            modes_before,
            modes_after: None,
            ended: None,
        }
    }

    /// Starts the program on `plan.yaml`, and waits until the plan is open.
    #[track_caller]
    pub fn open(desk: &Desk) -> Self {
        Self::opened(desk, &Start::default())
    }

    /// Starts the program, and waits until a plan is open.
    #[track_caller]
    pub fn opened(desk: &Desk, start: &Start<'_>) -> Self {
        let mut session = Self::start(desk, start);
        session.wait_for(|screen| text(screen).contains("╭ Sections"), "the interview");
        session
    }

    /// Goes to a question, by its path and by words that are seen there.
    #[track_caller]
    pub fn go_to(&mut self, path: &str, words: &str) -> Screen {
        self.keys(&format!("/{path}"));
        self.wait_for_text(&format!("/ {path}"));
        self.keys("<Enter>");
        self.wait_for_text(words)
    }

    /// Types keys: letters stand for themselves, others are called `<Enter>`, `<Down>`, `<C-z>` and so on. What follows an
    /// `<Esc>` at once would be taken as one key with it, so it is the last.
    #[track_caller]
    pub fn keys(&mut self, keys: &str) {
        let bytes = keys::spelled(keys);
        let escape = bytes.iter().rposition(|byte| *byte == b'\x1b');
        assert!(!keys.contains("<Esc>") || escape == Some(bytes.len() - 1), "{keys}: <Esc> is the last");
        self.send(&bytes);
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        lock(&self.writer).as_mut().unwrap().write_all(bytes).unwrap();
    }

    /// Waits until the screen is as it should be, and returns it.
    #[track_caller]
    pub fn wait_for(&mut self, is_so: impl Fn(&Screen) -> bool, what: &str) -> Screen {
        let began = Instant::now();
        loop {
            let screen = self.screen();
            if is_so(&screen) {
                return screen;
            }
            let is_late = began.elapsed() > PATIENCE;
            assert!(
                !is_late,
                "waited for {what}; ended: {:?}; the screen:\n{}",
                self.try_wait(),
                text(&screen)
            );
            thread::sleep(PAUSE);
        }
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub fn wait_for_text(&mut self, wanted: &str) -> Screen {
        self.wait_for(|screen| text(screen).contains(wanted), &format!("`{wanted}`"))
    }

    /// What stands on the screen now, after the last whole frame.
    pub fn screen(&self) -> Screen {
        lock(&self.window).shown.clone()
    }

    /// Every byte that came out.
    pub fn raw(&self) -> Vec<u8> {
        lock(&self.window).raw.clone()
    }

    /// Gives the window another size.
    pub fn resize(&self, to: Size) {
        let (columns, lines) = cells(to);
        let mut window = lock(&self.window);
        window.parser.screen_mut().set_size(lines, columns);
        window.shown = window.parser.screen().clone();
        drop(window);
        self.master.as_ref().unwrap().resize(size(to)).unwrap();
    }

    /// Kills the program at once.
    #[track_caller]
    pub fn kill_9(&mut self) {
        self.signal("KILL");
        let ended = self.wait_exit();
        assert!(ended.is_err(), "it was killed, and ended with {ended:?}");
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap();
        assert!(signalled(name, id), "no signal {name} for {id}");
    }

    /// The window is closed: the terminal is gone.
    pub fn hang_up(&mut self) {
        // The reader holds the terminal too, until something more has come out.
        lock(&self.window).is_left = true;
        self.master.as_ref().unwrap().resize(size((70, 22))).unwrap();
        self.reader.take().unwrap().join().unwrap();
        (*lock(&self.writer), self.master) = (None, None);
    }

    fn try_wait(&mut self) -> Option<(u32, Option<String>)> {
        if self.ended.is_none() {
            let status = self.child.try_wait().unwrap();
            self.ended = status.map(|status| (status.exit_code(), status.signal().map(str::to_owned)));
        }
        self.ended.clone()
    }

    /// Waits until the program ends and everything has come out: the exit code, or the signal that ended it.
    #[track_caller]
    pub fn wait_exit(&mut self) -> Result<u32, String> {
        let began = Instant::now();
        let (code, signal) = loop {
            if let Some(ended) = self.try_wait() {
                break ended;
            }
            assert!(began.elapsed() < PATIENCE, "waited for the end; the screen:\n{}", text(&self.screen()));
            thread::sleep(PAUSE);
        };
        if let Some(slave) = self.slave.take() {
            self.modes_after = self.master.as_ref().map(|master| modes(&**master));
            // Without anybody on the other side the reader comes to an end.
            drop(slave);
        }
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        let mut window = lock(&self.window);
        window.shown = window.parser.screen().clone();
        signal.map_or(Ok(code), Err)
    }

    /// The modes of the tty: whether it edits lines, echoes, and all else.
    pub fn modes(&self) -> String {
        modes(&**self.master.as_ref().unwrap())
    }

    /// Holds that the terminal is as it was before the program took it: the main screen with a cursor, no bracketed paste,
    /// lines that are edited and echoed.
    #[track_caller]
    pub fn assert_restored(&self) {
        let screen = self.screen();
        let seen = text(&screen);
        assert!(!screen.alternate_screen(), "the alternate screen is still there:\n{seen}");
        assert!(!screen.hide_cursor(), "the cursor is hidden:\n{seen}");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed:\n{seen}");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let now = self.modes_after.clone().unwrap_or_else(|| self.modes());
        assert!(now.contains("ICANON") && now.contains("ECHO |"), "{now}");
        assert_eq!(now, self.modes_before, "the modes of the tty");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.ended.is_none() && matches!(self.child.try_wait(), Ok(None)) {
            if let Some(id) = self.child.process_id() {
                signalled("KILL", id);
            }
            let _ = self.child.wait();
        }
    }
}

fn size((columns, lines): Size) -> PtySize {
    PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells((columns, lines): Size) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(columns).unwrap(), NonZeroU16::new(lines).unwrap())
}

fn modes(master: &dyn MasterPty) -> String {
    let termios = master.get_termios().unwrap();
    let (input, output) = (termios.input_flags, termios.output_flags);
    format!("{:?} {input:?} {output:?} {:?}", termios.local_flags, termios.control_chars)
}

fn signalled(name: &str, id: u32) -> bool {
    // `kill` is part of every shell, but a program of its own on some systems only.
    let line = format!("kill -{name} {id}");
    Command::new("/bin/sh").args(["-c", &line]).status().unwrap().success()
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
