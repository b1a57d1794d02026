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
use crate::plan::{Path, Shape, Standing};

/// The list that an item stands in, and its place there.
fn place_of<'a>(agenda: &'a Agenda, item: &Path) -> Option<(&'a Question, usize)> {
    let path = list_of(item)?;
    let list = agenda.questions().iter().find(|question| question.path == path)?;
    let at = list.items.iter().position(|other| other == item)?;
    Some((list, at))
}

/// The answer that an item of a list is called by, and its key.
fn naming<'a>(agenda: &'a Agenda, list: &Question, item: &Path) -> Option<(&'static str, &'a Question)> {
    let Shape::Items(keys) = &list.shape else { return None };
    keys.iter().find_map(|key| {
        let path = item.key(key);
        let question = agenda.questions().iter().find(|question| question.path == path)?;
        let is_said = question.value.as_str().is_some_and(|name| !name.is_empty());
        (is_said && question.standing == Standing::Said).then_some((*key, question))
    })
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
