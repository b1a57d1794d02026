//! Messages of the loop: what screens and overlays ask the model to do. A closed list, and the only way to change anything.

use std::path::PathBuf;

use super::keys::Action;
use super::overlay::Overlay;
use super::theme::Role;
use super::worker::Job;
use crate::interview::{Edit, Entry, History, WayKind};
use crate::plan::Path;
use crate::text::Message;

/// What a screen or an overlay asks for.
#[derive(Clone)]
pub enum Wish {
    /// Make an edit, then go there.
    Edit(Edit, Then),
    /// Take one of the ways of the budget.
    Take(WayKind),
    /// Read the certificates in these files.
    Load(Vec<String>),
    /// Use these required certificates again, or request them after all.
    Reuse(Vec<String>),
    /// Show the question about an answer.
    Jump(Path),
    /// Lay something over the screen.
    Show(Box<Overlay>),
    /// Take the overlay away.
    Close,
    /// Show a view.
    View(View),
    /// Open a plan.
    Open(PathBuf),
    /// Write a new plan and open it.
    Create(PathBuf, String),
    /// Take over what the plan's file holds now.
    Reread,
    /// Write the plan; over a file that somebody else changed only if this says so.
    Save(bool),
    /// Write all files: as drafts, over files that were edited by hand.
    Generate(bool, bool),
    /// Stop generating.
    Cancel,
    /// Choose the output folder.
    Folder(PathBuf),
    /// Compare with the plan in this file; with none, with the own plan as it is saved.
    Against(Option<PathBuf>),
    /// Walk the journeys of this domain.
    Walk(String),
    /// Say something in the last line.
    Tell(Message, Role),
    /// Show these colours.
    Theme(&'static str),
    /// Go to a state of the history, counted from its beginning.
    GoTo(usize),
    /// Copy a text through the terminal.
    Copy(String),
    /// Act as if a key had asked for it.
    Act(Action),
    /// Give up what is not saved.
    Abandon,
    /// Fail on purpose.
    Panic,
}

/// Where the cursor goes after an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It stays on the question, ready to add one more value.
    Stay,
    /// It stays exactly there.
    There,
    /// To the next question.
    Next,
    /// Into the item that was added.
    Into,
    /// Where this leads, which was asked for before the answer was finished.
    Do(Action),
}

/// A view: another centre of the same frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The start page.
    Start,
    /// The interview.
    Interview,
    /// The requirements.
    Requirements,
    /// The findings.
    Findings,
    /// The files.
    Files,
    /// The topology.
    Topology,
    /// What was decided, and what is open.
    Decisions,
    /// This plan beside another one.
    Compare,
    /// The journeys of clients.
    Journeys,
}

impl View {
    /// The views of an open plan, in the order of their keys.
    pub const OF_A_PLAN: [Self; 8] = [
        Self::Interview,
        Self::Requirements,
        Self::Findings,
        Self::Files,
        Self::Topology,
        Self::Decisions,
        Self::Compare,
        Self::Journeys,
    ];

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::OF_A_PLAN.iter().position(|view| *view == self);
        Self::OF_A_PLAN[at.map_or(0, |at| (at + 1) % Self::OF_A_PLAN.len())]
    }
}

/// What the model asks the hands to do: everything that is not of the screen.
pub enum Effect {
    /// Derive something.
    Derive(Box<Job>),
    /// Open a plan.
    Open(PathBuf),
    /// Write a new plan and open it.
    Create(PathBuf, String),
    /// Read the plan's file again.
    Reread(PathBuf),
    /// Read the certificates in these files; which reading it is.
    Load(u64, Vec<String>),
    /// Read the plan in this file, to compare with; which reading it is.
    ReadOther(u64, PathBuf),
    /// Record changes in the journal.
    Record(Vec<Entry>),
    /// Record the whole history, in place of what the journal holds.
    RecordAnew(Box<History>),
    /// Write the plan's text; `known` is what the file held when it was last looked at.
    Save {
        /// The file.
        file: PathBuf,
        /// The text.
        text: String,
        /// What the file is expected to hold; none where it is overwritten in any case.
        known: Option<String>,
    },
    /// Look at the output folder.
    Look(Deliverables),
    /// Colour the text of this file.
    Colour(String, String),
    /// Write all files.
    Generate {
        /// What is written where.
        deliverables: Deliverables,
        /// As drafts.
        draft: bool,
        /// Over files that were edited by hand.
        force: bool,
    },
    /// Stop generating.
    Cancel,
    /// Keep a preference.
    Prefer(&'static str, String),
    /// Go to the background.
    Suspend,
    /// Send this to the terminal, which may copy what is in it.
    Copy(String),
}

/// What is to be written, and where.
#[derive(Clone)]
pub struct Deliverables {
    /// Counts the changes of the plan.
    pub revision: u64,
    /// What follows from the plan.
    pub blueprint: std::sync::Arc<crate::blueprint::Blueprint>,
    /// The plan's text.
    pub document: std::sync::Arc<crate::plan::Document>,
    /// The files, as they would be.
    pub composition: Option<std::sync::Arc<crate::artifact::Composition>>,
    /// The output folder.
    pub out: PathBuf,
}
