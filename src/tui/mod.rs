//! The screen: an Elm loop. An [event](event::Event) becomes an [action](keys::Action), which a screen or an overlay turns
//! into [wishes](wish::Wish); the [model](model::Model) fulfils them, and what is to be done outside of it comes back as
//! [effects](wish::Effect) for the [hands](hands::Hands). Then everything is painted anew from the model.
//!
//! ```text
//!  terminal ─► Event ─► Action ─► Wish ─► Model ─► Effect ─► Hands ─┐
//!      ▲         ▲                          │                       │ worker, files, journal
//!      └─ paint ─┼──────────────────────────┘                       │
//!                └──────────────────────────────────────────────────┘
//! ```
//!
//! Knows keys, colours, widgets, screens and overlays: a file each. Deriving runs beside it; painting never waits.
//! Must never decide anything about a plan: it shows what the interview and the blueprint computed.

pub mod copy;
pub mod event;
pub mod hands;
pub mod hits;
pub mod key_name;
pub mod keymap;
pub mod keys;
pub mod model;
mod overlay;
mod screen;
pub mod syntax;
mod terminal;
pub mod theme;
mod view;
mod widget;
pub mod wish;
pub mod work;
pub mod worker;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use ratatui::Frame;

use crate::catalog::Templates;
use crate::text::{Message, Speaker};
use crate::world::{Memory, OwnKeys, Signal, TerminalKind, watch};
use copy::Around;
use event::Event;
use hands::Hands;
use keymap::KeyMap;
use model::{Model, Setting};
use terminal::{Screen, last_words, listen};
use theme::{Depth, Role, Theme};
use wish::Effect;

/// What a person who opens the screen brings along.
pub struct Invitation {
    /// One who speaks the language of the screen.
    pub words: Speaker,
    /// The templates.
    pub templates: Templates,
    /// Where the program remembers things; nowhere where there is none.
    pub state: Option<PathBuf>,
    /// No colours are wanted.
    pub no_color: bool,
    /// What is known about the terminal.
    pub terminal: TerminalKind,
    /// The user's own keys, if there are any.
    pub keys: Option<OwnKeys>,
    /// The plan to open; without one the last one.
    pub plan: Option<PathBuf>,
}

/// The screen without a terminal: events go in, frames come out.
pub struct Program {
    model: Model,
    hands: Hands,
    happened: Receiver<Event>,
    tell: Sender<Event>,
    chores: Chores,
    copied: Option<String>,
}

/// What is to be done with the terminal before the next frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "any of them may be due at once")]
struct Chores {
    /// Give it back and stop.
    suspend: bool,
    /// Take it over again: something else may have used it.
    retake: bool,
    /// Paint everything anew.
    repaint: bool,
    /// Give it back and tell what failed beside the screen.
    fail: bool,
}

impl Program {
    /// The screen as it opens.
    #[must_use]
    pub fn new(invitation: Invitation) -> Self {
        let Invitation { words, templates, state, no_color, terminal, keys, plan } = invitation;
        let memory = Memory::new(state);
        let theme = match memory.preference("theme") {
            Some(name) if !no_color => Theme::new(&name, Depth::of(&terminal)),
            _ => Theme::fitting(no_color, &terminal),
        };
        let presents = memory.preference("presenter").as_deref() == Some("on");
        let (keys, complaint) = KeyMap::of_user(keys, &words);
        let words = {
            let keys = keys.clone();
            words.naming_keys(move |action| keys.anywhere(action))
        };
        let has_mouse = memory.preference("mouse").as_deref() != Some("off");
        let recent = memory.recent();
        let plan = plan.or_else(|| recent.first().cloned());
        let templates = Arc::new(templates);
        let (tell, happened) = channel();
        let hands = Hands::new(Arc::clone(&templates), memory, tell.clone());
        let model = Model::new(Setting {
            words: Arc::new(words),
            templates,
            theme,
            recent,
            around: Around::of(&terminal),
            has_mouse,
            presents,
            is_plain: no_color,
            keys,
        });
        let mut program = Self { model, hands, happened, tell, chores: Chores::default(), copied: None };
        if let Some(plan) = plan {
            let effects = program.model.open(plan);
            program.carry_out(effects);
        }
        if let Some(complaint) = complaint {
            program.model.notice = Some((complaint, Role::Warning));
        }
        program
    }

    /// Where events are told.
    #[must_use]
    pub fn listener(&self) -> Sender<Event> {
        self.tell.clone()
    }

    /// Takes an event, and everything that follows from it at once.
    pub fn feed(&mut self, event: Event) {
        match event {
            Event::Repaint => self.chores.repaint = true,
            Event::Signal(Signal::Continued) => self.chores.retake = true,
            Event::Died => self.chores.fail = true,
            _ => {}
        }
        let effects = self.model.update(event);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.chores.suspend |= matches!(effect, Effect::Suspend);
            if let Effect::Copy(sequence) = effect {
                self.copied = Some(sequence);
                continue;
            }
            if let Some(event) = self.hands.act(effect) {
                self.feed(event);
            }
        }
    }

    /// Takes everything that happened already.
    pub fn catch_up(&mut self) {
        while let Ok(event) = self.happened.try_recv() {
            self.feed(event);
        }
    }

    /// Takes events until nothing is under way that would still change the screen.
    pub fn settle(&mut self) {
        self.catch_up();
        while !self.model.is_at_rest()
            && let Ok(event) = self.happened.recv()
        {
            self.feed(event);
            self.catch_up();
        }
    }

    /// Whether clicks come to the program; else people select text with their terminal.
    #[must_use]
    pub fn has_mouse(&self) -> bool {
        self.model.has_mouse()
    }

    /// What is to be sent to the terminal for it to copy, once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// Whether somebody asked to leave.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.model.is_over()
    }

    /// Paints the screen. Nothing that came from outside can steer the terminal, wherever it is shown.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        view::draw(&mut self.model, frame);
        view::make_fit(frame.buffer_mut());
    }
}

/// Opens the screen on the terminal of the process, and returns when somebody leaves.
///
/// Returns what is to be said at the end, if anything is.
///
/// # Errors
/// Why it could not go on, in words.
pub fn run(invitation: Invitation) -> Result<Option<String>, String> {
    let failed = invitation.words.say(&Message::new("screen-failed"));
    let told = |error: std::io::Error| format!("{failed} {error}");
    let mut program = Program::new(invitation);
    let mut screen = Screen::open(program.has_mouse()).map_err(told)?;
    listen(program.listener());
    let signals = program.listener();
    let tell = move |signal| {
        let _ = signals.send(Event::Signal(signal));
    };
    watch(tell).map_err(told)?;
    program.catch_up();
    while !program.is_over() {
        screen.heed_mouse(program.has_mouse()).map_err(told)?;
        screen.draw(|frame| program.draw(frame)).map_err(told)?;
        let Ok(event) = program.happened.recv() else { break };
        program.feed(event);
        program.catch_up();
        if let Some(sequence) = program.take_copied() {
            screen.send(&sequence).map_err(told)?;
        }
        let due = Chores { fail: false, ..program.chores };
        program.chores = Chores { fail: program.chores.fail, ..Chores::default() };
        if due.suspend {
            screen.suspend().map_err(told)?;
        } else if due.retake {
            screen.retake().map_err(told)?;
        } else if due.repaint {
            screen.begin_anew().map_err(told)?;
        }
    }
    drop(screen);
    if program.chores.fail { Err(format!("{failed} {}", last_words())) } else { Ok(program.model.farewell()) }
}
