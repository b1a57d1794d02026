//! The model: everything that the screen knows, and how wishes change it. It does nothing itself: what is to be done
//! outside comes back as effects.

use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use super::event::{Event, Unopened, Unsaved};
use super::keys::{Action, Place};
use super::overlay::{self, Busy, Overlay};
use super::screen::{Files, Findings, Interview, Requirements, Start};
use super::theme::{Role, Theme};
use super::wish::{Deliverables, Effect, Then, View, Wish};
use super::work::Work;
use super::worker::{Job, Report};
use crate::catalog::Templates;
use crate::finding::Severity;
use crate::interview::Edit;
use crate::text::{Message, Speaker};
use crate::world::Signal;

/// What the screen begins with.
pub struct Setting {
    /// One who speaks the language of the screen.
    pub words: Arc<Speaker>,
    /// The templates.
    pub templates: Arc<Templates>,
    /// How everything looks.
    pub theme: Theme,
    /// The plans that were open lately, newest first.
    pub recent: Vec<PathBuf>,
}

/// Everything that the screen knows.
pub struct Model {
    /// One who speaks the language of the screen.
    pub words: Arc<Speaker>,
    /// The templates.
    pub templates: Arc<Templates>,
    /// How everything looks.
    pub theme: Theme,
    /// The open plan.
    pub work: Option<Work>,
    /// The view in the centre.
    pub view: View,
    /// The start page.
    pub start: Start,
    /// The interview.
    pub interview: Interview,
    /// The requirements.
    pub requirements: Requirements,
    /// The findings.
    pub findings: Findings,
    /// The files.
    pub files: Files,
    /// What lies over the view.
    pub overlay: Option<Overlay>,
    /// What the last line says until the next key.
    pub notice: Option<(Message, Role)>,
    /// Whether the program is to end.
    pub is_over: bool,
    jobs: u64,
    rested: u64,
    last_job: Option<(u64, Option<Edit>, bool)>,
    is_opening: bool,
    is_looking: bool,
}

impl Model {
    /// The model before anything happened.
    #[must_use]
    pub fn new(setting: Setting) -> Self {
        Self {
            words: setting.words,
            templates: setting.templates,
            theme: setting.theme,
            work: None,
            view: View::Start,
            start: Start::new(setting.recent),
            interview: Interview::default(),
            requirements: Requirements::default(),
            findings: Findings::default(),
            files: Files::new(PathBuf::new()),
            overlay: None,
            notice: None,
            is_over: false,
            jobs: 0,
            rested: 0,
            last_job: None,
            is_opening: false,
            is_looking: false,
        }
    }

    /// Whether nothing is under way that would still change the screen.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        let is_busy = matches!(self.overlay, Some(Overlay::Busy(_)));
        self.jobs == self.rested && !self.is_opening && !self.is_looking && !is_busy
    }

    /// Where keys have a meaning now, the innermost place first.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        if let Some(overlay) = &self.overlay {
            return vec![overlay.place(), Place::Always];
        }
        let mut places = match (self.view, &self.work) {
            (View::Interview, Some(work)) => self.interview.places(work, &self.templates),
            (View::Requirements, Some(_)) => self.requirements.places(),
            (View::Findings, Some(_)) => vec![Place::Findings, Place::Letters],
            (View::Files, Some(_)) => vec![Place::Files, Place::Letters],
            _ => vec![Place::Start, Place::Letters],
        };
        places.push(Place::Always);
        places
    }

    /// Opens a plan; what is to be done outside.
    pub fn open(&mut self, file: PathBuf) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.fulfil_one(Wish::Open(file), &mut effects);
        effects
    }

    /// Takes what happened; what is to be done outside.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Key(key) => {
                self.notice = None;
                match super::keys::action(&self.places(), key) {
                    Some(action) => self.act(action, key, &mut effects),
                    None => self.press(|field| field.press(key)),
                }
            }
            Event::Paste(text) => self.press(|field| {
                field.insert(&text);
                true
            }),
            Event::Repaint | Event::Died | Event::Signal(Signal::Continued) => {}
            Event::Signal(Signal::Leave) => self.is_over = true,
            Event::Report(report) => self.learn(report),
            Event::Opened(outcome) => self.opened(outcome),
            Event::Saved(outcome) => self.saved(outcome, &mut effects),
            Event::Looked(revision, outcome) => {
                self.is_looking = false;
                if self.work.as_ref().is_some_and(|work| work.revision == revision) {
                    match outcome {
                        Ok(looked) => self.files.looked(looked),
                        Err(error) => self.notice = Some((error.message(), Role::Error)),
                    }
                }
            }
            Event::Step(step) => {
                if let Some(Overlay::Busy(busy)) = &mut self.overlay {
                    busy.step(step);
                }
            }
            Event::Generated(outcome) => {
                self.overlay = None;
                let wishes = overlay::told(outcome);
                self.fulfil(wishes, &mut effects);
                self.look(&mut effects);
            }
            Event::Notice(message) => self.notice = Some((message, Role::Warning)),
        }
        self.derive(&mut effects);
        effects
    }

    /// Gives a key to the line of text that is being typed, where one is.
    fn press(&mut self, press: impl FnOnce(&mut super::widget::Field) -> bool) {
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
    fn typed(&mut self) {
        match &mut self.overlay {
            Some(overlay) => overlay.typed(),
            None => {
                self.interview.typed();
                self.requirements.typed();
            }
        }
    }

    fn act(&mut self, action: Action, key: ratatui::crossterm::event::KeyEvent, effects: &mut Vec<Effect>) {
        let wishes = match (&mut self.overlay, self.view, &self.work) {
            (Some(overlay), ..) => overlay.act(action),
            (None, View::Interview, Some(work)) => self.interview.act(action, work, &self.templates),
            (None, View::Requirements, Some(work)) => self.requirements.act(action, work, &self.words),
            (None, View::Findings, Some(work)) => self.findings.act(action, work),
            (None, View::Files, Some(work)) => self.files.act(action, work),
            _ => self.start.act(action, self.work.is_some()),
        };
        match wishes {
            Some(wishes) => self.fulfil(wishes, effects),
            // Keys that only move the cursor of a line of text, such as the arrow to the right at its end.
            None if action == Action::Complete => self.press(|field| field.press(key)),
            None => self.act_anywhere(action, effects),
        }
    }

    /// What means the same everywhere.
    fn act_anywhere(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let wishes = match action {
            Action::Leave => {
                self.is_over = true;
                Vec::new()
            }
            Action::Suspend => {
                effects.push(Effect::Suspend);
                Vec::new()
            }
            Action::Save => vec![Wish::Save(false)],
            Action::Undo | Action::Redo => {
                self.step(action == Action::Undo, effects);
                Vec::new()
            }
            Action::Help => vec![Wish::Show(Box::new(overlay::help(&self.places(), &self.words)))],
            Action::Find => match &self.work {
                Some(work) => vec![Wish::Show(Box::new(overlay::find(work, &self.words)))],
                None => Vec::new(),
            },
            Action::NextView => vec![Wish::View(self.view.next())],
            Action::ViewInterview => vec![Wish::View(View::Interview)],
            Action::ViewRequirements => vec![Wish::View(View::Requirements)],
            Action::ViewFindings => vec![Wish::View(View::Findings)],
            Action::ViewFiles => vec![Wish::View(View::Files)],
            Action::StartPage => vec![Wish::View(View::Start)],
            Action::Theme => {
                self.theme = self.theme.other();
                effects.push(Effect::Prefer("theme", self.theme.name().to_owned()));
                Vec::new()
            }
            Action::Panic => vec![Wish::Panic],
            _ => Vec::new(),
        };
        self.fulfil(wishes, effects);
    }

    fn fulfil(&mut self, wishes: Vec<Wish>, effects: &mut Vec<Effect>) {
        for wish in wishes {
            self.fulfil_one(wish, effects);
        }
    }

    #[expect(clippy::panic, reason = "the hidden action, which tests that a panic restores the terminal")]
    fn fulfil_one(&mut self, wish: Wish, effects: &mut Vec<Effect>) {
        match wish {
            Wish::Edit(edit, then) => self.edit(&edit, then, effects),
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
            Wish::Open(file) => {
                self.overlay = None;
                self.is_opening = true;
                effects.push(Effect::Open(file));
            }
            Wish::Create(file, text) => {
                self.overlay = None;
                self.is_opening = true;
                effects.push(Effect::Create(file, text));
            }
            Wish::Save(is_forced) => self.save(is_forced, effects),
            Wish::Generate(draft, force) => self.generate(draft, force, effects),
            Wish::Cancel => effects.push(Effect::Cancel),
            Wish::Look => self.look(effects),
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

    fn edit(&mut self, edit: &Edit, then: Then, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        match work.edit(edit, &self.templates) {
            Ok(entry) => {
                effects.extend(entry.map(|entry| Effect::Record(vec![entry])));
                self.interview.answered(edit, then, work, &self.templates);
            }
            Err(refusal) => match &mut self.overlay {
                Some(Overlay::Prompt(prompt)) => prompt.refuse(refusal.message()),
                _ => self.interview.refuse(refusal),
            },
        }
    }

    /// Takes the last change back, or makes it again, and shows where.
    fn step(&mut self, back: bool, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        match work.step(back, &self.templates) {
            Ok(Some((entry, path))) => {
                effects.push(Effect::Record(vec![entry]));
                let done = if back { "notice-undone" } else { "notice-redone" };
                self.notice = Some((Message::new(done).with("path", &path), Role::Good));
                if self.view == View::Interview {
                    self.interview.jump(&path, work, &self.templates);
                }
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

    fn save(&mut self, is_forced: bool, effects: &mut Vec<Effect>) {
        self.overlay = None;
        if let Some(work) = &self.work {
            let known = work.history.saved_text().map(str::to_owned).filter(|_| !is_forced);
            let (file, text) = (work.file.clone(), work.history.text().to_owned());
            effects.push(Effect::Save { file, text, known });
        }
    }

    fn saved(&mut self, outcome: Result<(), Unsaved>, effects: &mut Vec<Effect>) {
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

    fn opened(&mut self, outcome: Result<(Box<Work>, Option<Message>), Unopened>) {
        self.is_opening = false;
        match outcome {
            Ok((work, notice)) => {
                self.start.opened(&work.file);
                self.files.out = folder_beside(&work.file);
                self.interview = Interview::default();
                self.interview.begin(&work, &self.templates);
                self.requirements = Requirements::default();
                self.findings = Findings::default();
                self.work = Some(*work);
                self.last_job = None;
                self.view = View::Interview;
                self.notice = notice.map(|message| (message, Role::Warning));
            }
            Err(Unopened::World(error)) => self.notice = Some((error.message(), Role::Error)),
            Err(Unopened::Problems(file, problems)) => {
                self.overlay = Some(overlay::problems(&file, &problems, &self.words));
            }
        }
    }

    fn learn(&mut self, report: Report) {
        match (report, &mut self.work) {
            (Report::Derived(revision, blueprint), Some(work)) if work.revision == revision => {
                work.blueprint = Some(blueprint);
                self.requirements.derived();
            }
            (Report::Previewed(revision, edit, preview), Some(work)) if work.revision == revision => {
                work.previewed(edit, preview);
            }
            (Report::Composed(revision, composition), Some(work)) if work.revision == revision => {
                work.composition = Some(composition);
                self.files.composed();
            }
            (Report::Rested(number), _) => self.rested = number,
            _ => {}
        }
    }

    /// Asks the worker for what is shown and not known yet.
    fn derive(&mut self, effects: &mut Vec<Effect>) {
        if self.files.wants_a_look() {
            self.look(effects);
        }
        let Some(work) = &self.work else { return };
        let edit = match (self.view, &self.overlay) {
            (View::Interview, None) => self.interview.pending(work, &self.templates),
            _ => None,
        };
        let edit = edit.filter(|edit| work.preview(edit).is_none());
        let compose = matches!(self.view, View::Files | View::Findings) && work.composition.is_none();
        let wanted = (work.revision, edit.clone(), compose);
        let is_known = work.blueprint.is_some() && edit.is_none() && !compose;
        if is_known || self.last_job.as_ref() == Some(&wanted) {
            return;
        }
        self.jobs += 1;
        self.last_job = Some(wanted);
        effects.push(Effect::Derive(Job {
            number: self.jobs,
            revision: work.revision,
            answered: work.answered.clone(),
            blueprint: work.blueprint.clone(),
            edit,
            compose,
        }));
    }

    /// Looks at the output folder where the files are shown.
    fn look(&mut self, effects: &mut Vec<Effect>) {
        if self.view == View::Files
            && let Some(deliverables) = self.deliverables()
            && deliverables.composition.is_some()
        {
            self.is_looking = true;
            self.files.is_looking();
            effects.push(Effect::Look(deliverables));
        }
    }

    fn deliverables(&self) -> Option<Deliverables> {
        let work = self.work.as_ref()?;
        Some(Deliverables {
            revision: work.revision,
            blueprint: Arc::clone(work.blueprint.as_ref()?),
            document: Arc::clone(&work.answered.document),
            composition: work.composition.clone(),
            out: self.files.out.clone(),
        })
    }

    fn generate(&mut self, draft: bool, force: bool, effects: &mut Vec<Effect>) {
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

/// The output folder of a plan, until another one is chosen: beside its file, as the command line has it beside the
/// prompt.
fn folder_beside(file: &FilePath) -> PathBuf {
    file.parent().unwrap_or(FilePath::new("")).join("ucplan-artifacts")
}
