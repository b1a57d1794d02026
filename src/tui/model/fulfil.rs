//! Wishes, fulfilled: every change of the model, and what is to be done outside for it.

use std::sync::Arc;

use super::Model;
use crate::finding::Severity;
use crate::interview::{Edit, Way, WayKind};
use crate::text::Message;
use crate::tui::keys::{Action, Place};
use crate::tui::overlay::{Busy, Overlay};
use crate::tui::theme::Role;
use crate::tui::wish::{Deliverables, Effect, Then, View, Wish};

impl Model {
    pub(super) fn fulfil(&mut self, wishes: Vec<Wish>, effects: &mut Vec<Effect>) {
        for wish in wishes {
            self.fulfil_one(wish, effects);
        }
    }

    #[expect(clippy::panic, reason = "the hidden action, which tests that a panic restores the terminal")]
    pub(super) fn fulfil_one(&mut self, wish: Wish, effects: &mut Vec<Effect>) {
        match wish {
            Wish::Edit(edit, then) => self.edit(&edit, then, effects),
            Wish::Take(kind) => self.take(kind, effects),
            Wish::Load(named) => self.load(named, effects),
            Wish::Reuse(ids) => self.reuse(&ids, effects),
            Wish::Jump(path) => {
                if let Some(work) = &self.work {
                    self.overlay = None;
                    self.view = View::Interview;
                    self.interview.jump(&path, work, &self.templates);
                }
            }
            Wish::Show(overlay) => self.overlay = Some(*overlay),
            Wish::Close => self.overlay = None,
            Wish::View(view) if self.work.is_some() || view == View::Start => {
                self.overlay = None;
                self.view = view;
                self.look(effects);
            }
            Wish::View(_) => {}
            Wish::Open(_) | Wish::Create(..) if !self.may_go(&wish) => {}
            // What asked for the file stays until it is there: a refusal stands where the name was typed.
            Wish::Open(file) => effects.push(Effect::Open(file)),
            Wish::Create(file, text) => effects.push(Effect::Create(file, text)),
            Wish::Abandon => {
                if let Some(work) = &mut self.work {
                    work.keeps = true;
                }
            }
            Wish::Reread => effects.extend(self.work.as_ref().map(|work| Effect::Reread(work.file.clone()))),
            Wish::Save(is_forced) => self.save(is_forced, effects),
            Wish::Generate(draft, force) => self.generate(draft, force, effects),
            Wish::Cancel => effects.push(Effect::Cancel),
            Wish::Folder(out) => {
                self.overlay = None;
                self.files.out = out;
                self.look(effects);
            }
            Wish::Against(file) => self.compare_with(file, effects),
            Wish::Walk(domain) => self.journeys.choose(domain),
            Wish::Tell(message, role) => self.notice = Some((message, role)),
            Wish::Theme(name) => self.dress(Some(name), effects),
            Wish::GoTo(state) => self.go_to(state, effects),
            Wish::Copy(text) => self.copy(&text, effects),
            Wish::Act(action) => {
                let nothing = ratatui::crossterm::event::KeyCode::Null.into();
                self.act(action, nothing, effects);
            }
            Wish::Panic => panic!("asked to fail"),
        }
    }

    pub(super) fn edit(&mut self, edit: &Edit, then: Then, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        match work.edit(edit, &self.templates) {
            Ok(entry) => {
                if matches!(edit, Edit::Record(..)) {
                    self.overlay = None;
                }
                effects.extend(entry.map(|entry| Effect::Record(vec![entry])));
                self.interview.answered(edit, then, work, &self.templates);
                if let Then::Do(action) = then {
                    self.fulfil_one(Wish::Act(action), effects);
                }
            }
            Err(refusal) => {
                match &mut self.overlay {
                    Some(Overlay::Prompt(prompt)) => prompt.refuse(refusal.message()),
                    _ => self.interview.refuse(&refusal),
                }
                // Every other answer is saved all the same.
                if then == Then::Do(Action::Save) {
                    self.save(false, effects);
                }
            }
        }
    }

    /// Takes a way of the budget, as one step.
    fn take(&mut self, kind: WayKind, effects: &mut Vec<Effect>) {
        let Some(work) = &self.work else { return };
        let way = work.budget.as_ref().and_then(|budget| budget.way(kind));
        let edit = kind.edit(&work.answered.plan);
        let (notice, role) = match (way, edit) {
            (None, _) => (Message::new("budget-not-yet"), Role::Faint),
            (Some(Way { barred: Some(why), .. }), _) => {
                (Message::new("budget-barred").saying("why", why.clone()), Role::Error)
            }
            (Some(way), Some(edit)) if !way.is_current => {
                self.edit(&edit, Then::There, effects);
                (Message::new("budget-taken").saying("way", kind.label()), Role::Good)
            }
            _ => (Message::new("budget-is-so"), Role::Faint),
        };
        self.notice = Some((notice, role));
    }

    pub(super) fn save(&mut self, is_forced: bool, effects: &mut Vec<Effect>) {
        if let Some(work) = &self.work {
            let known = (!is_forced).then(|| work.history.saved_text().to_owned());
            let (file, text) = (work.file.clone(), work.history.text().to_owned());
            effects.push(Effect::Save { file, text, known });
        }
    }

    /// Looks at the output folder where the files are shown.
    pub(super) fn look(&mut self, effects: &mut Vec<Effect>) {
        if self.view == View::Files
            && let Some(deliverables) = self.deliverables()
            && deliverables.composition.is_some()
        {
            self.is_looking = true;
            self.files.is_looking();
            effects.push(Effect::Look(deliverables));
        }
    }

    pub(super) fn deliverables(&self) -> Option<Deliverables> {
        let work = self.work.as_ref()?;
        Some(Deliverables {
            revision: work.revision,
            blueprint: Arc::clone(work.blueprint.as_ref()?),
            document: Arc::clone(&work.answered.document),
            composition: work.composition.clone(),
            out: self.files.out.clone(),
        })
    }

    pub(super) fn generate(&mut self, draft: bool, force: bool, effects: &mut Vec<Effect>) {
        let errors = self.work.as_ref().and_then(|work| work.count(Severity::Error));
        let (Some(errors), Some(deliverables)) = (errors, self.deliverables()) else { return };
        if errors > 0 && !draft {
            let shown = |action| self.keys.shown(&[Place::Files, Place::Letters], action);
            let message = Message::new("notice-errors-stand").counting("count", errors);
            let message = message.with("findings", shown(Action::ViewFindings));
            let message = message.with("draft", shown(Action::Draft));
            self.notice = Some((message, Role::Error));
        } else {
            self.overlay = Some(Overlay::Busy(Busy::default()));
            effects.push(Effect::Generate { deliverables, draft, force });
        }
    }
}
