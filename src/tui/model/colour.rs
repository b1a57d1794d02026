//! The colours of the file that is shown: asked for beside the screen, one file at a time.

use super::Model;
use crate::tui::syntax::Coloured;
use crate::tui::wish::{Effect, View};

impl Model {
    /// Asks for the colours of what is shown. Whoever walks past many files has the last one coloured, not each.
    pub(super) fn colour(&mut self, effects: &mut Vec<Effect>) {
        if self.view != View::Files || self.is_colouring {
            return;
        }
        let uncoloured = self.work.as_ref().and_then(|work| self.files.uncoloured(work));
        if let Some((path, text)) = uncoloured {
            self.is_colouring = true;
            effects.push(Effect::Colour(path, text));
        }
    }

    /// Takes in the colours of a file; what is shown by now may be another one.
    pub(super) fn coloured(&mut self, coloured: Coloured) {
        self.is_colouring = false;
        self.files.coloured(coloured);
    }
}
