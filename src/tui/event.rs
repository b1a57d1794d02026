//! Everything that can happen to the screen, in one queue.

use std::path::PathBuf;

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::syntax::Coloured;
use super::work::Work;
use super::worker::Report;
use crate::artifact::{Changes, Disk, Refused};
use crate::finding::Finding;
use crate::interview::LoadedFiles;
use crate::plan::Problem;
use crate::text::Message;
use crate::world::{Signal, Step, WorldError};

/// Something happened.
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse was clicked there.
    Click(Position),
    /// The wheel was turned there: down, or up.
    Wheel(Position, bool),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size, or was covered by something else: paint anew.
    Repaint,
    /// The worker derived something.
    Report(Report),
    /// A plan was opened; or it could not be.
    Opened(Result<Opening, Unopened>),
    /// The plan's file was read again.
    Reread(Result<String, WorldError>),
    /// The plan was written; or it could not be.
    Saved(Result<(), Unsaved>),
    /// The journal lacks changes: the whole history is to be recorded.
    JournalBehind,
    /// Certificates were read; which reading it was.
    Loaded(u64, LoadedFiles),
    /// Another plan was read, to compare with; which reading it was.
    ReadOther(u64, PathBuf, Result<String, WorldError>),
    /// The output folder was looked at, for the files of this revision.
    Looked(u64, Result<Looked, WorldError>),
    /// The text of a file was coloured.
    Coloured(Coloured),
    /// Generating went a step further.
    Step(Step),
    /// Generating has ended.
    Generated(Result<Generated, Ungenerated>),
    /// The system tells the program something.
    Signal(Signal),
    /// Something that only the state of the screen's memory suffers from: a notice.
    Notice(Message),
    /// A thread failed: the message was kept by the panic hook.
    Died,
}

/// A plan that was opened.
pub struct Opening {
    /// The plan.
    pub work: Box<Work>,
    /// What is to be said about it.
    pub notice: Option<Message>,
    /// The plans that were open lately, this one first.
    pub recent: Vec<PathBuf>,
}

/// Why a plan could not be opened.
pub enum Unopened {
    /// The file can't be read or written.
    World(WorldError),
    /// The text can't be read as a plan.
    Problems(PathBuf, Vec<Problem>),
}

/// Why a plan could not be written.
pub enum Unsaved {
    /// The disk refuses.
    World(WorldError),
    /// Somebody else wrote the file since.
    ChangedElsewhere,
}

/// What stands in the output folder, and what would happen there.
pub struct Looked {
    /// The folder.
    pub out: PathBuf,
    /// The files that are there.
    pub disk: Disk,
    /// What would happen to each file; a file that was edited by hand would be kept as `.orig`.
    pub changes: Changes,
}

/// What generating did.
pub struct Generated {
    /// Into which folder.
    pub out: PathBuf,
    /// How many files are there now.
    pub files: usize,
    /// How many of them were written or removed.
    pub changed: usize,
}

/// Why nothing was generated.
pub enum Ungenerated {
    /// The disk refuses, or a key can't be made.
    World(WorldError),
    /// Files were edited by hand since; and whether drafts were wanted.
    Edited(Vec<Refused>, bool),
    /// Drafts were wanted where files stand that are none.
    Released(PathBuf),
    /// Templates fail.
    Findings(Vec<Finding>),
    /// Somebody cancelled it.
    Cancelled,
}
