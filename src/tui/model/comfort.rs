//! What makes a screen pleasant: copying, the mouse.

use super::Model;
use crate::text::Message;
use crate::tui::copy::prepared;
use crate::tui::theme::Role;
use crate::tui::wish::Effect;

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
}
