//! Certificates that exist: read beside the screen, compared, taken into the plan.

use std::sync::Arc;

use super::Model;
use crate::interview::{LoadedFiles, attempt};
use crate::text::Message;
use crate::tui::overlay::{Compared, Overlay};
use crate::tui::theme::Role;
use crate::tui::wish::{Effect, Then};

impl Model {
    /// Asks for the certificates in these files.
    pub(super) fn load(&mut self, named: Vec<String>, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        (work.loaded, work.existing) = (None, None);
        self.loads += 1;
        self.overlay = Some(Overlay::Existing(Compared::default()));
        effects.push(Effect::Load(self.loads, named));
    }

    /// Takes in what was read; of several readings the last one counts.
    pub(super) fn learn_of_files(&mut self, number: u64, loaded: LoadedFiles) {
        if number != self.loads {
            return;
        }
        self.loaded = number;
        if let Some(work) = &mut self.work {
            (work.loaded, work.existing) = (Some(Arc::new(loaded)), None);
        }
    }

    /// Takes what was found out about these required certificates into the plan, as one step.
    pub(super) fn reuse(&mut self, ids: &[String], effects: &mut Vec<Effect>) {
        let Some(work) = &self.work else { return };
        let existing = work.existing.clone();
        let plan = &work.answered.plan;
        let Some((edit, reused, requested)) = existing.and_then(|existing| existing.edit(plan, ids)) else {
            return;
        };
        if let Err(refusal) = attempt(&work.answered.document, &edit, &self.templates) {
            self.notice = Some((refusal.message(), Role::Error));
            return;
        }
        self.edit(&edit, Then::There, effects);
        let told = Message::new("existing-taken").counting("reused", reused);
        self.notice = Some((told.counting("requested", requested), Role::Good));
    }
}
