//! What happened, taken into the model: keys become actions and wishes, reports become knowledge.

use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use super::{Course, Model};
use crate::text::Message;
use crate::tui::event::{Event, Looked, Opening, Unopened, Unsaved};
use crate::tui::keys::Action;
use crate::tui::overlay::{self, Overlay, Why};
use crate::tui::screen::{
    Compare, Decisions, Files, Findings, Interview, Journeys, Requirements, Start, Topology,
};
use crate::tui::theme::Role;
use crate::tui::wish::{Effect, View, Wish};
use crate::tui::worker::Report;
use crate::world::{Signal, WorldError, can_suspend};

impl Model {
    /// Takes what happened; what is to be done outside.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Key(key) => self.key(key, &mut effects),
            Event::Click(at) => self.click(at, &mut effects),
            Event::Wheel(at, is_down) => self.wheel(at, is_down, &mut effects),
            Event::Paste(text) => self.paste(&text, &mut effects),
            Event::Repaint | Event::Signal(Signal::Continued) => {}
            Event::Died => self.course = Course::Over,
            Event::Signal(Signal::Leave) => self.leave(&mut effects),
            Event::JournalBehind => {
                let history = self.work.as_ref().map(|work| work.history.clone());
                effects.extend(history.map(|history| Effect::RecordAnew(Box::new(history))));
            }
            Event::Report(report) => self.learn(report),
            Event::Opened(outcome) => self.opened(outcome),
            Event::Reread(outcome) => self.reread(outcome, &mut effects),
            Event::Saved(outcome) => self.saved(outcome, &mut effects),
            Event::Loaded(number, loaded) => self.learn_of_files(number, loaded),
            Event::ReadOther(number, file, text) => self.learn_of_other(number, file, text),
            Event::Looked(revision, outcome) => self.looked(revision, outcome),
            Event::Coloured(coloured) => self.coloured(coloured),
            Event::Step(step) => {
                if let Some(Overlay::Busy(busy)) = &mut self.overlay {
                    busy.step(step);
                }
            }
            Event::Generated(outcome) => {
                self.overlay = None;
                if self.course == Course::Ending {
                    self.course = Course::Over;
                }
                let wishes = overlay::told(outcome);
                self.fulfil(wishes, &mut effects);
                self.look(&mut effects);
            }
            Event::Notice(message) => self.notice = Some((message, Role::Warning)),
        }
        self.derive(&mut effects);
        effects
    }

    pub(super) fn act(
        &mut self,
        action: Action,
        key: ratatui::crossterm::event::KeyEvent,
        effects: &mut Vec<Effect>,
    ) {
        let wishes = match (&mut self.overlay, self.view, &self.work) {
            (Some(overlay), ..) if action == Action::Copy => {
                Some(vec![overlay.copied(self.work.as_ref(), &self.words, &self.theme)])
            }
            (Some(overlay), ..) => overlay.act(action, self.work.as_ref()),
            (None, View::Interview, Some(work)) => self.interview.act(action, work, &self.templates),
            (None, View::Requirements, Some(work)) => self.requirements.act(action, work, &self.words),
            (None, View::Findings, Some(work)) => {
                self.findings.act(action, work, &self.words, &self.templates)
            }
            (None, View::Files, Some(work)) => self.files.act(action, work),
            (None, View::Topology, Some(work)) => self.topology.act(action, work, &self.words),
            (None, View::Decisions, Some(work)) => {
                self.decisions.act(action, work, &self.words, &self.templates)
            }
            (None, View::Compare, Some(work)) => self.compare.act(action, work, &self.words),
            (None, View::Journeys, Some(work)) => self.journeys.act(action, work, &self.words),
            _ => self.start.act(action),
        };
        match wishes {
            Some(wishes) => self.fulfil(wishes, effects),
            // Keys that only move the cursor of a line of text, such as the arrow to the right at its end.
            None if action == Action::Complete => self.press(|field| field.press(key)),
            None => self.act_anywhere(action, effects),
        }
    }

    /// What means the same everywhere.
    pub(super) fn act_anywhere(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let wishes = match action {
            _ if self.work.is_none() && action.needs_plan() => {
                vec![Wish::Tell(Message::new("start-no-plan"), Role::Faint)]
            }
            Action::Leave => {
                if self.may_go(&Wish::Act(action)) {
                    self.leave(effects);
                }
                Vec::new()
            }
            Action::Suspend => {
                effects.extend(can_suspend().then_some(Effect::Suspend));
                Vec::new()
            }
            Action::Save => vec![Wish::Save(false)],
            Action::Undo | Action::Redo => {
                self.step(action == Action::Undo, effects);
                Vec::new()
            }
            Action::Help => {
                vec![Wish::Show(Box::new(overlay::help(&self.places(), &self.keys, &self.words)))]
            }
            Action::Find => {
                let work = self.work.iter();
                work.map(|work| Wish::Show(Box::new(overlay::find(work, &self.words)))).collect()
            }
            Action::Load if self.work.is_some() => vec![Wish::Show(Box::new(overlay::certificates()))],
            Action::NextView => vec![Wish::View(self.view.next())],
            Action::ViewInterview => vec![Wish::View(View::Interview)],
            Action::ViewRequirements => vec![Wish::View(View::Requirements)],
            Action::ViewFindings => vec![Wish::View(View::Findings)],
            Action::ViewFiles => vec![Wish::View(View::Files)],
            Action::ViewTopology => vec![Wish::View(View::Topology)],
            Action::ViewDecisions => vec![Wish::View(View::Decisions)],
            Action::ViewCompare => vec![Wish::View(View::Compare)],
            Action::ViewJourneys => vec![Wish::View(View::Journeys)],
            Action::StartPage => vec![Wish::View(View::Start)],
            Action::Theme => {
                self.dress(None, effects);
                Vec::new()
            }
            Action::Palette => vec![Wish::Show(Box::new(self.palette()))],
            Action::History => match &self.work {
                Some(work) => {
                    vec![Wish::Show(Box::new(overlay::history(work, &self.words, &self.templates)))]
                }
                None => Vec::new(),
            },
            Action::Present => {
                self.turn_presenter(effects);
                Vec::new()
            }
            Action::Mouse => {
                self.turn_mouse(effects);
                Vec::new()
            }
            Action::Copy => vec![Wish::Copy(String::new())],
            Action::Panic => vec![Wish::Panic],
            _ => Vec::new(),
        };
        self.fulfil(wishes, effects);
    }

    pub(super) fn saved(&mut self, outcome: Result<(), Unsaved>, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        match outcome {
            Ok(()) => {
                effects.push(Effect::Record(vec![work.history.saved()]));
                let message = Message::new("notice-saved").with("file", work.file.display());
                self.notice = Some((message, Role::Good));
            }
            Err(Unsaved::World(error)) => self.notice = Some((error.message(), Role::Error)),
            Err(Unsaved::ChangedElsewhere) => {
                self.overlay = Some(overlay::changed_elsewhere(&work.file));
            }
        }
    }

    /// Ends the program; what is being written is finished first, and what is not begun is given up.
    pub(super) fn leave(&mut self, effects: &mut Vec<Effect>) {
        if self.is_generating() {
            self.course = Course::Ending;
            effects.push(Effect::Cancel);
        } else {
            self.course = Course::Over;
        }
    }

    /// Whether the plan may be left for `wish`: not before somebody said what becomes of answers that nothing keeps.
    pub(super) fn may_go(&mut self, wish: &Wish) -> bool {
        let lost = self.work.as_ref().filter(|work| !work.history.is_saved() && !work.keeps);
        let Some(work) = lost else { return true };
        self.overlay = Some(overlay::not_kept(&work.file, wish.clone()));
        false
    }

    pub(super) fn looked(&mut self, revision: u64, outcome: Result<Looked, WorldError>) {
        self.is_looking = false;
        if self.work.as_ref().is_none_or(|work| work.revision != revision) {
            return;
        }
        match outcome {
            // A look at a folder that was changed meanwhile says nothing.
            Ok(looked) if looked.out == self.files.out => self.files.looked(looked),
            Ok(_) => {}
            Err(error) => self.notice = Some((error.message(), Role::Error)),
        }
    }

    pub(super) fn opened(&mut self, outcome: Result<Opening, Unopened>) {
        match outcome {
            Ok(Opening { mut work, notice, recent }) => {
                work.revision = self.work.as_ref().map_or(0, |former| former.revision + 1);
                self.start = Start::new(recent);
                self.files = Files::new(folder_beside(&work.file));
                self.interview = Interview::default();
                self.interview.begin(&work, &self.templates);
                self.requirements = Requirements::default();
                self.findings = Findings::default();
                self.topology = Topology::default();
                self.decisions = Decisions::default();
                self.compare = Compare::default();
                self.journeys = Journeys::default();
                self.work = Some(*work);
                self.overlay = None;
                // What is still being read was for another plan.
                self.loads += 1;
                self.loaded = self.loads;
                self.reads += 1;
                self.read = self.reads;
                self.last_job = None;
                self.view = View::Interview;
                self.notice = notice.map(|message| (message, Role::Warning));
            }
            Err(Unopened::World(error)) => match &mut self.overlay {
                Some(Overlay::Prompt(prompt)) => prompt.refuse(error.message()),
                _ => self.notice = Some((error.message(), Role::Error)),
            },
            Err(Unopened::Problems(file, problems)) => {
                self.overlay = Some(Overlay::Why(Why::of_problems(&file, &problems)));
            }
        }
    }

    /// Takes over what somebody else wrote into the plan's file.
    pub(super) fn reread(&mut self, outcome: Result<String, WorldError>, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        match outcome.map(|text| work.adopt(&text, &self.templates)) {
            Ok(Ok(entries)) => {
                effects.push(Effect::Record(entries));
                self.interview.begin(work, &self.templates);
            }
            Ok(Err(problems)) => self.overlay = Some(Overlay::Why(Why::of_problems(&work.file, &problems))),
            Err(error) => self.notice = Some((error.message(), Role::Error)),
        }
    }

    pub(super) fn learn(&mut self, report: Report) {
        match (report, &mut self.work) {
            (Report::Derived(revision, blueprint), Some(work)) if work.revision == revision => {
                work.blueprint = Some(blueprint);
                self.requirements.derived();
            }
            (Report::Previewed(revision, edit, preview), Some(work)) if work.revision == revision => {
                work.previewed(edit, preview);
            }
            (Report::Barred(revision, path, barred), Some(work)) if work.revision == revision => {
                let here = self.interview.here(work, &self.templates);
                work.agenda.bar(&path, barred);
                work.judged(path);
                self.interview.stay_at(here.as_ref(), work, &self.templates);
            }
            (Report::Budgeted(revision, budget), Some(work)) if work.revision == revision => {
                work.budget = Some(budget);
            }
            // Others may have been read meanwhile.
            (Report::Compared(revision, existing), Some(work))
                if work.revision == revision
                    && work.loaded.as_ref().is_some_and(|loaded| Arc::ptr_eq(loaded, &existing.loaded)) =>
            {
                work.existing = Some(existing);
            }
            (Report::Composed(revision, composition), Some(work)) if work.revision == revision => {
                work.composition = Some(composition);
                self.files.composed();
            }
            (Report::Contrasted(revision, text, compared), Some(work)) if work.revision == revision => {
                work.compared = Some((text, compared));
            }
            (Report::Mended(revision, finding, found), Some(work)) if work.revision == revision => {
                work.mended = Some((finding, found));
            }
            (Report::Walked(revision, domain, journeys), Some(work)) if work.revision == revision => {
                work.walked = Some((domain, journeys));
            }
            (Report::Drawn(revision, drawing), Some(work)) if work.revision == revision => {
                work.drawing = Some(drawing);
            }
            (Report::Rested(number), _) => self.rested = number,
            _ => {}
        }
    }
}

/// The output folder of a plan, until another one is chosen: beside its file, as the command line has it beside the
/// prompt.
fn folder_beside(file: &FilePath) -> PathBuf {
    file.parent().unwrap_or(FilePath::new("")).join("ucplan-artifacts")
}
