//! The terminal: taken over, given back in any case, and read.

use std::fmt;
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, KeyEventKind, MouseButton, MouseEvent, MouseEventKind,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, cursor, execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Position;
use ratatui::{Frame, Terminal};

use super::event::Event;
use crate::world::Signal;

/// The terminal, as long as the screen has it. Dropping it gives the terminal back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    /// Whether clicks come to the program; else people select text with their terminal.
    has_mouse: bool,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// The terminal refuses; it is given back then.
    pub fn open(has_mouse: bool) -> io::Result<Self> {
        restore_on_panic();
        take(has_mouse).inspect_err(|_| restore())?;
        // A frame is written at once.
        let output = BufWriter::with_capacity(1 << 16, io::stdout());
        let terminal = Terminal::new(CrosstermBackend::new(output)).inspect_err(|_| restore())?;
        Ok(Self { terminal, has_mouse })
    }

    /// Paints a frame, which a terminal that can shows at once.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(draw)?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Takes the mouse, or gives it back.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn heed_mouse(&mut self, has_mouse: bool) -> io::Result<()> {
        if self.has_mouse != has_mouse {
            self.has_mouse = has_mouse;
            execute!(io::stdout(), Clicks(has_mouse))?;
        }
        Ok(())
    }

    /// Sends something that the terminal does not show.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn send(&mut self, sequence: &str) -> io::Result<()> {
        self.terminal.backend_mut().write_all(sequence.as_bytes())?;
        Write::flush(self.terminal.backend_mut())
    }

    /// Gives the terminal back, stops as Ctrl-Z does, and takes it over again.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        restore();
        crate::world::suspend()?;
        self.retake()
    }

    /// Takes the terminal over again after something else may have used it.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn retake(&mut self) -> io::Result<()> {
        take(self.has_mouse)?;
        self.begin_anew()
    }

    /// Wipes the terminal, so that the next frame is painted whole. (`Terminal::clear` would first ask the terminal where
    /// the cursor is; the answer goes to the thread that reads what is typed.)
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn begin_anew(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether the terminal is taken over now.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// Asks for clicks and the wheel, or no more. (crossterm's own command also asks for every movement, which nobody needs,
/// and which is slow over a line.)
struct Clicks(bool);

impl Command for Clicks {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(if self.0 { "\x1b[?1000h\x1b[?1006h" } else { "\x1b[?1006l\x1b[?1000l" })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        if self.0 {
            event::EnableMouseCapture.execute_winapi()
        } else {
            event::DisableMouseCapture.execute_winapi()
        }
    }

    /// The console of Windows has a mode for it, whatever sequences it knows.
    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

fn take(has_mouse: bool) -> io::Result<()> {
    IS_TAKEN.store(true, Ordering::Relaxed);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if has_mouse { execute!(io::stdout(), Clicks(true)) } else { Ok(()) }
}

/// Gives the terminal back, once: leaving the alternate screen again would put the cursor over what was said since.
/// Nothing can be done where the terminal is gone.
fn restore() {
    if !IS_TAKEN.swap(false, Ordering::Relaxed) {
        return;
    }
    let mut output = io::stdout();
    let _ = execute!(output, Clicks(false), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
    let _ = output.flush();
}

/// What a thread beside the screen said when it failed.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// A panic of the screen gives the terminal back before it is told; one beside it is told once the screen has ended.
fn restore_on_panic() {
    let screen = thread::current().id();
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |about| {
        if thread::current().id() == screen {
            restore();
            tell(about);
        } else {
            *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(about.to_string());
        }
    }));
}

/// What a thread beside the screen said when it failed.
#[must_use]
pub fn last_words() -> String {
    LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default()
}

/// Reads what is typed, as long as somebody listens.
pub fn listen(tell: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let told = match event::read() {
                Ok(event::Event::Key(key)) if key.kind != KeyEventKind::Release => tell.send(Event::Key(key)),
                Ok(event::Event::Paste(text)) => tell.send(Event::Paste(text)),
                Ok(event::Event::Mouse(mouse)) => match of_mouse(mouse) {
                    Some(event) => tell.send(event),
                    None => Ok(()),
                },
                Ok(event::Event::Resize(..)) => tell.send(Event::Repaint),
                Ok(_) => Ok(()),
                // The terminal is gone.
                Err(_) => {
                    let _ = tell.send(Event::Signal(Signal::Leave));
                    return;
                }
            };
            if told.is_err() {
                return;
            }
        }
    });
}

/// What the mouse did, if that means anything.
fn of_mouse(mouse: MouseEvent) -> Option<Event> {
    let at = Position { x: mouse.column, y: mouse.row };
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(at)),
        MouseEventKind::ScrollUp => Some(Event::Wheel(at, false)),
        MouseEventKind::ScrollDown => Some(Event::Wheel(at, true)),
        _ => None,
    }
}
