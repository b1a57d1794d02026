//! What makes a screen pleasant: copying.

use super::Model;
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
}
