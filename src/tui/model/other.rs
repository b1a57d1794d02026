//! The plan to compare with: read beside the screen, compared by the worker.

use std::path::PathBuf;

use super::Model;
use crate::tui::overlay::Overlay;
use crate::tui::theme::Role;
use crate::tui::wish::{Effect, View};
use crate::tui::work::Other;
use crate::world::WorldError;

impl Model {
    /// Compares with the plan in a file; with none, with the own plan as its file holds it.
    pub(super) fn compare_with(&mut self, file: Option<PathBuf>, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        if let Some(file) = file {
            // The line in which it was asked for stays until the file was read: what is wrong is said there.
            self.reads += 1;
            effects.push(Effect::ReadOther(self.reads, file));
        } else {
            work.other = None;
            self.overlay = None;
            self.view = View::Compare;
        }
    }

    /// Takes in what was read; of several readings the last one counts.
    pub(super) fn learn_of_other(&mut self, number: u64, file: PathBuf, read: Result<String, WorldError>) {
        if number != self.reads {
            return;
        }
        self.read = number;
        let Some(work) = &mut self.work else { return };
        match (read, &mut self.overlay) {
            (Ok(text), overlay) => {
                work.other = Some(Other { file, text: text.into() });
                *overlay = overlay.take().filter(|overlay| !matches!(overlay, Overlay::Prompt(_)));
                self.view = View::Compare;
                self.compare.begin();
            }
            (Err(error), Some(Overlay::Prompt(prompt))) => prompt.refuse(error.message()),
            (Err(error), _) => self.notice = Some((error.message(), Role::Error)),
        }
    }

    /// Whether a plan is being read.
    pub(super) const fn is_reading(&self) -> bool {
        self.reads != self.read
    }
}
