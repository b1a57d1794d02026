//! Where the cursor goes once an answer was given.

use super::Interview;
use super::rows::{self, Row};
use crate::catalog::Templates;
use crate::interview::{Edit, Question, list_of, page_above};
use crate::tui::widget::Cursor;
use crate::tui::wish::Then;
use crate::tui::work::Work;

impl Interview {
    /// An edit was made: the cursor goes where it belongs now.
    pub fn answered(&mut self, edit: &Edit, then: Then, work: &Work, templates: &Templates) {
        if let Some((page, question)) = edit.renamed().filter(|(page, _)| work.agenda.has_page(page)) {
            self.page = page;
            self.at = Some(question);
        }
        if !work.agenda.has_page(&self.page) {
            self.page = page_above(&self.page).unwrap_or_default();
            self.at = None;
        }
        let question = self.question(work).cloned();
        if let (Then::Into, Some(item)) = (then, question.as_ref().and_then(|list| list.items.last())) {
            return self.enter_page(item, work, templates);
        }
        match (then, question) {
            (Then::Next, Some(question)) => self.walk(1, &question, work, templates),
            (_, Some(question)) => {
                let rows = rows::rows(&question, templates);
                let is_addition = then == Then::Stay && matches!(edit, Edit::Answer(..) | Edit::Together(..));
                self.row = match rows.iter().position(|row| *row == Row::Add) {
                    Some(add) if is_addition => Cursor(add),
                    _ => Cursor(self.row.within(rows.len())),
                };
                self.load(&question, &rows);
            }
            (_, None) => {}
        }
    }

    /// Goes to a neighbour of a question: within its page, then on to the next section, or back to the list of the item.
    pub(super) fn walk(&mut self, step: isize, question: &Question, work: &Work, templates: &Templates) {
        let asked: Vec<&Question> = work
            .agenda
            .page(&question.page)
            .filter(|other| other.is_asked() || other.path == question.path)
            .collect();
        let at = asked.iter().position(|other| other.path == question.path).unwrap_or(0);
        if let Some(next) = at.checked_add_signed(step).and_then(|at| asked.get(at)) {
            return self.show(&(*next).clone(), templates);
        }
        if let Some(list) = list_of(&question.page) {
            return self.jump(&list, work, templates);
        }
        let section = work.agenda.section_of(&question.page).checked_add_signed(step);
        if let Some(section) = section.and_then(|at| work.agenda.sections().get(at)) {
            let mut asked = work.agenda.page(&section.page).filter(|other| other.is_asked());
            let next = if step > 0 { asked.next() } else { asked.next_back() };
            if let Some(next) = next.cloned() {
                self.show(&next, templates);
            }
        } else {
            self.overview(&question.page.clone(), Some(&question.path), work);
        }
    }
}
