//! What makes a screen pleasant: copying, the mouse, colours, the palette, larger spacing, every state of the past.

use super::Model;
use crate::interview::Step;
use crate::plan::Path;
use crate::text::Message;
use crate::tui::copy::prepared;
use crate::tui::overlay::{self, Desk, Overlay, changed, name_of};
use crate::tui::screen::answer_in_words;
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

    /// Takes the last change back, or makes it again, and shows where and what.
    pub(super) fn step(&mut self, back: bool, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let before = work.history.text().to_owned();
        let questions = work.agenda.clone();
        match work.step(back, &self.templates) {
            Ok(Some((entry, path))) => {
                effects.push(Effect::Record(vec![entry]));
                self.interview.point(&path, work);
                let said = |question: Option<&crate::interview::Question>| {
                    question.map(|question| answer_in_words(question, &self.words, &self.templates))
                };
                let values = (said(questions.question(&path)), said(work.agenda.question(&path)));
                let what = match values {
                    (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
                    _ => changed(&before, work.history.text()),
                };
                let done = if back { "notice-undone" } else { "notice-redone" };
                let name = self.step_name(&path, &questions);
                self.notice = Some((Message::new(done).with("name", name).with("what", what), Role::Good));
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

    /// What a step is called: by the question now, or as it was called before.
    fn step_name(&self, path: &Path, before: &crate::interview::Agenda) -> String {
        let Some(work) = &self.work else { return String::new() };
        match before.question(path).filter(|_| work.agenda.question(path).is_none()) {
            Some(question) => self.words.say(&question.label()),
            None => name_of(&Step { about: path, before: "", after: "" }, work, &self.words),
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
                    self.interview.point(&path, work);
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
