//! Keys: what they ask for, and what they type.

use ratatui::crossterm::event::KeyEvent;

use super::Model;
use crate::tui::widget::Field;
use crate::tui::wish::{Effect, View};

impl Model {
    /// Does what a key asks for, or types it.
    pub(super) fn key(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        self.notice = None;
        match self.keys.action(&self.places(), key) {
            Some(action) => self.act(action, key, effects),
            None => self.press(|field| field.press(key)),
        }
    }

    /// Takes pasted text: lines of a spreadsheet where items can be added, else as if it were typed.
    pub(super) fn paste(&mut self, text: &str, effects: &mut Vec<Effect>) {
        self.notice = None;
        let wishes = match (&self.overlay, self.view, &self.work) {
            (None, View::Interview, Some(work)) => self.interview.paste(text, work, &self.templates),
            _ => None,
        };
        match wishes {
            Some(wishes) => self.fulfil(wishes, effects),
            None => self.press(|field| {
                field.insert(text);
                true
            }),
        }
    }

    /// Gives a key to the line of text that is being typed, where one is.
    pub(super) fn press(&mut self, press: impl FnOnce(&mut Field) -> bool) {
        let field = match &mut self.overlay {
            Some(overlay) => overlay.field(),
            None => match (self.view, &self.work) {
                (View::Interview, Some(work)) => self.interview.field(work, &self.templates),
                (View::Requirements, Some(_)) => self.requirements.field(),
                _ => None,
            },
        };
        if let Some(field) = field
            && press(field)
        {
            self.typed();
        }
    }

    /// Something was typed: cursors of what it filters go back to the first line, refusals are void.
    pub(super) fn typed(&mut self) {
        if let Some(overlay) = &mut self.overlay {
            overlay.typed();
        } else {
            self.interview.typed();
            self.requirements.typed();
        }
    }
}
