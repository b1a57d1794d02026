//! What can be done with the items of a list, as a table: go through its cells, double an item, fill a column down, move
//! and paste.

use super::columns::filled;
use super::rows::Row;
use super::{Interview, Pane};
use crate::catalog::Templates;
use crate::interview::{Question, attempt, duplicate, fill_down, moved, paste};
use crate::plan::{Path, Shape};
use crate::text::Message;
use crate::tui::keys::Action;
use crate::tui::theme::Role;
use crate::tui::wish::{Then, Wish};
use crate::tui::work::Work;

impl Interview {
    /// Does what a key asks for on an item; nothing where it means what it means on every row.
    pub(super) fn act_in_table(
        &mut self,
        action: Action,
        list: &Question,
        item: &Path,
        work: &Work,
        templates: &Templates,
    ) -> Option<Vec<Wish>> {
        let columns = filled(list, work);
        let at = self.column.min(columns.len().saturating_sub(1));
        let cell = || columns.get(at).and_then(|column| work.agenda.page(item).nth(*column)).cloned();
        match action {
            Action::NextColumn => self.column = (at + 1).min(columns.len().saturating_sub(1)),
            Action::PreviousColumn => self.column = at.saturating_sub(1),
            // The first column is the item itself.
            Action::Enter if at > 0 => self.show(&cell()?, templates),
            Action::FillDown => return Some(fill(&cell()?, work)),
            Action::Duplicate => return Some(self.duplicate(item, work, templates)),
            Action::MoveUp | Action::MoveDown => {
                let step = if action == Action::MoveUp { -1 } else { 1 };
                let Some(edit) = moved(&work.agenda, item, step) else { return Some(Vec::new()) };
                self.follow = Some(item.clone());
                return Some(vec![Wish::Edit(edit, Then::There)]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Adds an item like this one, and goes there. Nobody typed its name: where none is free, that is said, not refused.
    fn duplicate(&mut self, item: &Path, work: &Work, templates: &Templates) -> Vec<Wish> {
        let why = match duplicate(&work.agenda, item) {
            None => "notice-no-copy",
            Some((edit, _)) if attempt(&work.answered.document, &edit, templates).is_err() => {
                "notice-no-free-name"
            }
            Some((edit, copy)) => {
                self.follow = Some(copy);
                return vec![Wish::Edit(edit, Then::There)];
            }
        };
        vec![Wish::Tell(Message::new(why), Role::Warning)]
    }

    /// Takes lines of a spreadsheet, where items stand or one can be added; nothing where pasted text is typed text.
    pub fn paste(&mut self, text: &str, work: &Work, templates: &Templates) -> Option<Vec<Wish>> {
        let list = self.question(work).filter(|_| self.pane == Pane::Questions)?;
        let is_list = matches!(list.shape, Shape::Items(_));
        let is_here = is_list
            && match self.row_at(list, templates)? {
                // In a table nothing can be typed: whatever is pasted there is an item.
                Row::Item(_) => !text.trim().is_empty(),
                Row::Add => text.trim_end().contains(['\n', '\r', '\t']) && self.field.text().is_empty(),
                _ => false,
            };
        if !is_here {
            return None;
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        Some(match paste(&work.answered, list, &text, templates) {
            Ok((edit, count)) => vec![
                Wish::Edit(edit, Then::Stay),
                Wish::Tell(Message::new("notice-pasted").counting("count", count), Role::Good),
            ],
            Err(refusal) => {
                self.refusal = Some(refusal);
                Vec::new()
            }
        })
    }
}

/// Gives an answer to all items below.
pub(super) fn fill(question: &Question, work: &Work) -> Vec<Wish> {
    match fill_down(&work.agenda, question) {
        Some((edit, count)) => vec![
            Wish::Edit(edit, Then::There),
            Wish::Tell(
                Message::new("notice-filled").counting("count", count).saying("question", question.label()),
                Role::Good,
            ),
        ],
        None => vec![Wish::Tell(Message::new("notice-nothing-to-fill"), Role::Faint)],
    }
}
