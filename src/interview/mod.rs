//! The interview: which question is next, what an answer would change, and how it is taken back.
//!
//! Knows questions as the plan lists them, edits of a plan's text, the minutes of a workshop, and the difference between
//! two sets of requirements and between two plans.
//! Must never know how a question looks, nor which key answers it: faces show what is computed here.

mod agenda;
mod answer_change;
mod barred;
mod budget;
mod commands;
mod comparison;
mod consequence;
mod deed;
mod difference;
mod edit;
mod existing;
mod features;
mod history;
mod items;
mod mending;
mod minutes;
mod question;
mod record;
mod refusal;
mod rename;
mod suggestion;

pub use agenda::{Agenda, Progress, list_of, page_above};
pub use answer_change::{AnswerChange, Side};
pub use barred::{Barred, barred};
pub use budget::{Budget, Count, Enough, Growth, Span, Way, WayKind};
pub use comparison::{Comparison, Kind, Tally};
pub use consequence::{Consequence, Effect, Line};
pub use deed::{Deed, deeds};
pub use difference::Nature;
pub use edit::{Answered, Edit, attempt, item_named};
pub use existing::{Change, Existing, ExistingRow, LoadedFiles, names_of_files, take_in};
pub use history::{Entry, History, Step};
pub use items::{duplicate, fill_down, moved, next_name, paste};
pub use mending::{Mending, mendings};
pub use minutes::{Point, option_named, points};
pub use question::{Question, Section};
pub use record::RecordField;
pub use refusal::Refusal;
pub use suggestion::Suggestions;
