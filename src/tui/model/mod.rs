//! The model: everything that the screen knows, and how wishes change it. It does nothing itself: what is to be done
//! outside comes back as effects.

mod colour;
mod comfort;
mod derive;
mod existing;
mod fulfil;
mod mouse;
mod other;
mod typing;
mod update;

use std::path::PathBuf;
use std::sync::Arc;

use crate::catalog::Templates;
use crate::text::{Message, Speaker};
use crate::tui::copy::Around;
use crate::tui::keymap::KeyMap;
use crate::tui::keys::{Action, Place};
use crate::tui::overlay::Overlay;
use crate::tui::screen::{
    Compare, Decisions, Files, Findings, Interview, Journeys, Requirements, Start, Topology,
};
use crate::tui::theme::{Role, Theme};
use crate::tui::wish::{Effect, View, Wish};
use crate::tui::work::Work;
use derive::Wanted;

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
    /// What stands between the screen and the terminal that may copy.
    pub around: Around,
    /// Whether clicks come to the program.
    pub has_mouse: bool,
    /// Whether a room reads along.
    pub presents: bool,
    /// Whether no colours are wanted at all.
    pub is_plain: bool,
    /// The keys that hold.
    pub keys: KeyMap,
}

/// Whether the program goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// It does.
    On,
    /// It ends as soon as nothing is being written any more.
    Ending,
    /// It has ended.
    Over,
}

/// Everything that the screen knows.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Model {
    /// One who speaks the language of the screen.
    pub words: Arc<Speaker>,
    /// The templates.
    pub templates: Arc<Templates>,
    /// How everything looks.
    pub theme: Theme,
    /// What stands between the screen and the terminal that may copy.
    around: Around,
    /// Whether clicks come to the program.
    has_mouse: bool,
    /// Whether a room reads along: larger spacing.
    pub presents: bool,
    /// Whether no colours are wanted at all.
    is_plain: bool,
    /// The keys that hold.
    pub keys: KeyMap,
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
    /// The topology.
    pub topology: Topology,
    /// What was decided.
    pub decisions: Decisions,
    /// This plan beside another one.
    pub compare: Compare,
    /// The journeys.
    pub journeys: Journeys,
    /// What lies over the view.
    pub overlay: Option<Overlay>,
    /// What the last line says until the next key.
    pub notice: Option<(Message, Role)>,
    /// Whether the program goes on.
    pub(super) course: Course,
    /// Whether the screen was too small to show anything when it was last painted: then keys change nothing.
    pub is_too_small: bool,
    jobs: u64,
    rested: u64,
    last_job: Option<Wanted>,
    is_looking: bool,
    is_colouring: bool,
    /// How often certificates were read, and which reading was the last to end.
    loads: u64,
    loaded: u64,
    /// The same of plans to compare with.
    reads: u64,
    read: u64,
}

impl Model {
    /// The model before anything happened.
    #[must_use]
    pub fn new(setting: Setting) -> Self {
        Self {
            words: setting.words,
            templates: setting.templates,
            theme: setting.theme,
            around: setting.around,
            has_mouse: setting.has_mouse,
            presents: setting.presents,
            is_plain: setting.is_plain,
            keys: setting.keys,
            work: None,
            view: View::Start,
            start: Start::new(setting.recent),
            interview: Interview::default(),
            requirements: Requirements::default(),
            findings: Findings::default(),
            files: Files::new(PathBuf::new()),
            topology: Topology::default(),
            decisions: Decisions::default(),
            compare: Compare::default(),
            journeys: Journeys::default(),
            overlay: None,
            notice: None,
            course: Course::On,
            is_too_small: false,
            jobs: 0,
            rested: 0,
            last_job: None,
            is_looking: false,
            is_colouring: false,
            loads: 0,
            loaded: 0,
            reads: 0,
            read: 0,
        }
    }

    /// Whether the program is to end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.course == Course::Over
    }

    /// Whether clicks come to the program; else people select text with their terminal.
    #[must_use]
    pub const fn has_mouse(&self) -> bool {
        self.has_mouse
    }

    /// Whether nothing is under way that would still change the screen.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        let is_busy = matches!(self.overlay, Some(Overlay::Busy(_)));
        let is_reading =
            self.is_reading() || self.loads != self.loaded || self.is_looking || self.is_colouring;
        self.is_over() || self.jobs == self.rested && !is_reading && !is_busy
    }

    /// Where keys have a meaning now, the innermost place first.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        if self.is_too_small {
            return vec![Place::Small];
        }
        if let Some(overlay) = &self.overlay {
            return overlay.places();
        }
        let mut places = match (self.view, &self.work) {
            (View::Interview, Some(work)) => self.interview.places(work, &self.templates),
            (View::Requirements, Some(_)) => self.requirements.places(),
            (View::Findings, Some(_)) => vec![Place::Findings, Place::Letters],
            (View::Files, Some(_)) => vec![Place::Files, Place::Letters],
            (View::Topology, Some(_)) => vec![self.topology.place(), Place::Letters],
            (View::Decisions, Some(_)) => vec![Place::Decisions, Place::Letters],
            (View::Compare, Some(_)) => vec![Place::Compare, Place::Letters],
            (View::Journeys, Some(_)) => vec![self.journeys.place(), Place::Letters],
            _ => vec![Place::Start, Place::Letters],
        };
        places.push(Place::Always);
        places
    }

    /// Whether an action would do nothing now, because there is nothing that it could do it with.
    #[must_use]
    pub fn is_idle(&self, action: Action) -> bool {
        let Some(work) = &self.work else { return action.needs_plan() };
        let is_here = self.overlay.is_none();
        match (action, self.view) {
            (Action::Undo, _) => !work.history.can_undo(),
            (_, View::Requirements) if is_here => self.requirements.is_idle(action),
            (_, View::Findings) if is_here => Findings::is_idle(action, work),
            (_, View::Compare) if is_here => self.compare.is_idle(action, work),
            _ => false,
        }
    }

    /// What is to be said to somebody who leaves: that answers were not saved, and where they are.
    #[must_use]
    pub fn farewell(&self) -> Option<String> {
        let work = self.work.as_ref().filter(|work| !work.history.is_saved() && work.keeps)?;
        Some(self.words.say(&Message::new("farewell").with("file", work.file.display())))
    }

    /// Whether files are being generated: then nothing else may happen to them.
    pub(super) const fn is_generating(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Busy(_)))
    }

    /// Opens a plan; what is to be done outside.
    pub fn open(&mut self, file: PathBuf) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.fulfil_one(Wish::Open(file), &mut effects);
        effects
    }
}
