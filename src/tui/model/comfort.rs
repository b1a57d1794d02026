//! What makes a screen pleasant: copying, the mouse, colours, the palette, larger spacing, every state of the past.

use super::Model;
use crate::text::Message;
use crate::tui::copy::prepared;
use crate::tui::keys::Place;
use crate::tui::overlay::{self, Desk, Overlay, named};
use crate::tui::theme::{Role, Theme};
use crate::tui::wish::Effect;
use crate::tui::work::Work;

impl Model {
    /// Copies a text through the terminal, and says honestly what that means.
    pub(super) fn copy(&mut self, text: &str, effects: &mut Vec<Effect>) {
        self.notice = Some(match prepared(text, self.around) {
            Ok((sequence, told)) => {
                effects.push(Effect::Copy(sequence));
                (told, Role::Good)
            }
            Err(refusal) => (refusal, Role::Error),
        });
    }

    /// Takes the mouse, or gives it to the terminal, and remembers that.
    pub(super) fn turn_mouse(&mut self, effects: &mut Vec<Effect>) {
        self.has_mouse = !self.has_mouse;
        let (key, value) = if self.has_mouse { ("mouse-on", "on") } else { ("mouse-off", "off") };
        effects.push(Effect::Prefer("mouse", value.to_owned()));
        self.notice = Some((Message::new(key), Role::Good));
    }

    /// Begins or ends the mode for a room that reads along, and remembers that.
    pub(super) fn turn_presenter(&mut self, effects: &mut Vec<Effect>) {
        self.presents = !self.presents;
        let (key, value) = if self.presents { ("presenter-on", "on") } else { ("presenter-off", "off") };
        effects.push(Effect::Prefer("presenter", value.to_owned()));
        self.notice = Some((Message::new(key), Role::Good));
    }

    /// Shows other colours, and remembers them.
    pub(super) fn dress(&mut self, name: Option<&'static str>, effects: &mut Vec<Effect>) {
        if self.is_plain {
            self.notice = Some((Message::new("theme-plain-only"), Role::Faint));
            return;
        }
        self.theme = Theme::new(name.unwrap_or(self.theme.next()), self.theme.depth());
        let name = self.theme.name();
        effects.push(Effect::Prefer("theme", name.to_owned()));
        let told = Message::new("palette-theme").saying("name", Message::new(format!("theme-{name}")));
        self.notice = Some((told, Role::Good));
    }

    /// Everything that can be done or gone to.
    pub(super) fn palette(&self) -> Overlay {
        overlay::palette(&Desk {
            places: &self.places(),
            keys: &self.keys,
            words: &self.words,
            work: self.work.as_ref(),
            recent: self.start.recent(),
            themes: if self.is_plain { &[] } else { &Theme::NAMES },
        })
    }

    /// Takes the last change back, or makes it again, and says what it did. Where somebody works already, the cursor stays.
    pub(super) fn step(&mut self, back: bool, effects: &mut Vec<Effect>) {
        let is_typing = self.places().contains(&Place::Field);
        let Some(work) = &mut self.work else { return };
        let left = work.answered.clone();
        match work.step(back, &self.templates) {
            Ok(Some((entry, path))) => {
                effects.push(Effect::Record(vec![entry]));
                self.interview.revisit(&path, is_typing, work, &self.templates);
                // A step that was taken back is told as it was made.
                let now = &work.answered;
                let (before, after) = if back { (now, &left) } else { (&left, now) };
                let texts = (before.document.text(), after.document.text());
                let name = named(Some((before, after)), texts, &path, work, &self.words, &self.templates);
                let done = if back { "notice-undone" } else { "notice-redone" };
                self.notice = Some((Message::new(done).with("step", name.line()), Role::Good));
            }
            Ok(None) => {
                let none = if back { "notice-nothing-to-undo" } else { "notice-nothing-to-redo" };
                self.notice = Some((Message::new(none), Role::Faint));
            }
            Err(problems) => {
                let message = problems.first().map(crate::plan::Problem::message);
                self.notice = message.map(|message| (message, Role::Error));
            }
        }
    }

    /// Goes to a state of the past, or back from there.
    pub(super) fn go_to(&mut self, state: usize, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let about = |work: &Work| {
            state.checked_sub(1).and_then(|at| Some(work.history.steps().nth(at)?.about.clone()))
        };
        match work.go_to(state, &self.templates) {
            Ok(entries) => {
                self.interview.begin(work, &self.templates);
                if let Some(path) = about(work) {
                    self.interview.revisit(&path, false, work, &self.templates);
                }
                let (undone, redone) =
                    entries.iter().partition::<Vec<_>, _>(|entry| **entry == crate::interview::Entry::Undo);
                let message = Message::new("history-gone").counting("undone", undone.len());
                self.notice = Some((message.counting("redone", redone.len()), Role::Good));
                effects.push(Effect::Record(entries));
            }
            Err(problems) => {
                let message = problems.first().map(crate::plan::Problem::message);
                self.notice = message.map(|message| (message, Role::Error));
            }
        }
    }
}
