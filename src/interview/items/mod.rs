//! Items of lists as a table: doubled, filled down, pasted from a spreadsheet, put into another order.
//!
//! ```text
//!  pool01 · 10.0.0.11 · rp01      doubled:  pool02 · 10.0.0.12 · rp01
//! ```
//!
//! What is an item's own, its name and an address that nothing else has, goes on; what it shares with others stays.

mod duplicate;
mod fill;
mod paste;
mod series;

pub use duplicate::duplicate;
pub use fill::fill_down;
pub use paste::paste;
pub use series::next_name;

use super::agenda::{Agenda, list_of};
use super::edit::Edit;
use super::question::Question;
use crate::plan::{Path, Shape};

/// The list that an item stands in, and its place there.
fn place_of<'a>(agenda: &'a Agenda, item: &Path) -> Option<(&'a Question, usize)> {
    let path = list_of(item)?;
    let list = agenda.questions().iter().find(|question| question.path == path)?;
    let at = list.items.iter().position(|other| other == item)?;
    Some((list, at))
}

/// Whether a question asks for the name of the item on whose page it is.
fn is_name(agenda: &Agenda, question: &Question) -> bool {
    let Some((list, _)) = place_of(agenda, &question.page) else { return false };
    let Shape::Items(keys) = &list.shape else { return false };
    keys.iter().any(|key| question.page.key(key) == question.path)
}

/// The edit that moves an item among the others by so many places.
#[must_use]
pub fn moved(agenda: &Agenda, item: &Path, step: isize) -> Option<Edit> {
    let (list, at) = place_of(agenda, item)?;
    let to = at.checked_add_signed(step).filter(|to| *to < list.items.len())?;
    let mut order: Vec<usize> = (0..list.items.len()).collect();
    order.swap(at, to);
    Some(Edit::Order(list.path.clone(), order))
}
