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
use crate::tui::work::Work;
use crate::tui::worker::{Job, When};

/// Of so many SIP domains at most the budget is made ahead.
const FEW_FOR_BUDGET: usize = 2000;

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
            Wish::Open(file) => {
                self.overlay = None;
                effects.push(Effect::Open(file));
            }
            Wish::Create(file, text) => {
                self.overlay = None;
                effects.push(Effect::Create(file, text));
            }
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
            Wish::Tell(message, role) => self.notice = Some((message, role)),
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
                if matches!(edit, Edit::Note(..)) {
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

    /// Takes the last change back, or makes it again, and shows where.
    pub(super) fn step(&mut self, back: bool, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        match work.step(back, &self.templates) {
            Ok(Some((entry, path))) => {
                effects.push(Effect::Record(vec![entry]));
                let done = if back { "notice-undone" } else { "notice-redone" };
                let about =
                    if path.as_str().is_empty() { work.file.display().to_string() } else { path.to_string() };
                self.notice = Some((Message::new(done).with("path", about), Role::Good));
                self.interview.point(&path, work);
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

    pub(super) fn save(&mut self, is_forced: bool, effects: &mut Vec<Effect>) {
        if let Some(work) = &self.work {
            let known = (!is_forced).then(|| work.history.saved_text().to_owned());
            let (file, text) = (work.file.clone(), work.history.text().to_owned());
            effects.push(Effect::Save { file, text, known });
        }
    }

    /// Asks the worker for what is shown and not known yet.
    pub(super) fn derive(&mut self, effects: &mut Vec<Effect>) {
        if self.files.wants_a_look() {
            self.look(effects);
        }
        let Some(work) = &self.work else { return };
        let edit = match (self.view, &self.overlay) {
            (View::Interview, None) => self.interview.pending(work, &self.templates),
            _ => None,
        };
        let edit = edit.filter(|edit| work.preview(edit).is_none());
        let question = match (self.view, &self.overlay) {
            (View::Interview, None) => self.interview.question(work),
            _ => None,
        };
        let question = question.filter(|question| work.is_to_be_judged(question, &self.templates)).cloned();
        let compose = matches!(self.view, View::Files | View::Findings) && work.composition.is_none();
        let budget = self.budget_wanted(work);
        let is_compared = !matches!(self.overlay, Some(Overlay::Existing(_))) || work.existing.is_some();
        let loaded = work.loaded.clone().filter(|_| !is_compared);
        let draw = self.view == View::Topology && work.drawing.is_none();
        let about = question.as_ref().map(|question| question.path.clone());
        let made = ([compose, draw], budget);
        let wanted = (work.revision, edit.clone(), about, made, loaded.as_ref().map(|_| self.loaded));
        let is_shown = edit.is_none() && question.is_none() && loaded.is_none();
        let is_known = work.blueprint.is_some() && is_shown && !compose && !draw && budget.is_none();
        if is_known || self.last_job.as_ref() == Some(&wanted) {
            return;
        }
        self.jobs += 1;
        self.last_job = Some(wanted);
        effects.push(Effect::Derive(Box::new(Job {
            number: self.jobs,
            revision: work.revision,
            answered: work.answered.clone(),
            blueprint: work.blueprint.clone(),
            edit,
            question,
            compose,
            budget,
            draw,
            loaded,
        })));
    }

    /// The budget is made ahead where its key has a meaning, so that it is there when somebody presses it; of very many
    /// SIP domains only once it is open, as it takes its time.
    fn budget_wanted(&self, work: &Work) -> Option<When> {
        if work.budget.is_some() {
            return None;
        }
        if matches!(self.overlay, Some(Overlay::Budget(_))) {
            return Some(When::Now);
        }
        let may_open =
            self.places().iter().any(|place| matches!(place, Place::Certificates | Place::TypedCertificates));
        let is_few = work.answered.plan.domains.sip.given().value().len() <= FEW_FOR_BUDGET;
        (may_open && is_few).then_some(When::AtLeisure)
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
            let message = Message::new("notice-errors-stand").counting("count", errors);
            self.notice = Some((message, Role::Error));
        } else {
            self.overlay = Some(Overlay::Busy(Busy::default()));
            effects.push(Effect::Generate { deliverables, draft, force });
        }
    }
}
