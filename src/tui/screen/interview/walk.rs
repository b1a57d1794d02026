//! Where the cursor goes once an answer was given.

use super::rows::{self, Row};
use super::{Interview, Pane};
use crate::catalog::Templates;
use crate::interview::{Edit, Question, list_of, page_above};
use crate::plan::{Path, Shape, Step as PathStep};
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
        let follow = self.follow.take();
        match (then, question) {
            (Then::Next, Some(question)) => self.walk(1, &question, work, templates),
            (_, Some(question)) => {
                let rows = rows::rows(&question, templates);
                let is_addition = then == Then::Stay && matches!(edit, Edit::Answer(..) | Edit::Together(..));
                let add = rows.iter().position(|row| *row == Row::Add).filter(|_| is_addition);
                let follow = follow.and_then(|item| position(&rows, &item));
                let here = self.row.within(rows.len());
                // Behind the last item that went stands the one before it: nobody who took it away is to type there.
                let is_behind = matches!(edit, Edit::Remove(_)) && rows.get(here) == Some(&Row::Add);
                let before = here.checked_sub(1).filter(|_| is_behind);
                self.row = Cursor(follow.or(add).or(before).unwrap_or(here));
                self.load(&question, &rows);
            }
            (_, None) => {}
        }
    }

    /// A step was taken back or made again. The cursor stays where somebody works, if the step belongs there; else it goes to
    /// what changed. Who did not type does not type afterwards: letters stay shortcuts.
    pub fn revisit(&mut self, path: &Path, is_typing: bool, work: &Work, templates: &Templates) {
        let is_here = self.at.as_ref().is_some_and(|at| self.pane == Pane::Questions && belongs(path, at));
        if let Some(question) = self.question(work).cloned().filter(|_| is_here) {
            let rows = rows::rows(&question, templates);
            let behind = rows.iter().rposition(Row::is_typed).filter(|_| is_typing);
            let row = Some(self.row.0).filter(|row| *row < rows.len()).or(behind);
            return self.settle(
                &question,
                row.unwrap_or(rows.len().saturating_sub(1)),
                is_typing,
                work,
                templates,
            );
        }
        let list = list_of(path).and_then(|list| exact(&list, work));
        let Some(question) = list.or_else(|| work.agenda.question(path)).cloned() else { return };
        if self.pane == Pane::Questions && self.at.is_none() && self.page == question.page {
            return self.overview(&question.page, Some(&question.path), work);
        }
        let rows = rows::rows(&question, templates);
        let row = position(&rows, path).unwrap_or_else(|| rows::first_row(&question, &rows));
        self.show(&question, templates);
        self.settle(&question, row, false, work, templates);
    }

    /// Puts the cursor on a row, or near it: where nobody types, on one that is not typed in. A question without any such row
    /// is shown among the others.
    fn settle(
        &mut self,
        question: &Question,
        row: usize,
        is_typing: bool,
        work: &Work,
        templates: &Templates,
    ) {
        let rows = rows::rows(question, templates);
        let is_fit = |at: &usize| rows.get(*at).is_some_and(|row| is_typing || !row.is_typed());
        // Beside a field stand rows that take the answer away: nobody is put there.
        let has_items = matches!(question.shape, Shape::Items(_)) && !question.items.is_empty();
        let near = || (0..row.min(rows.len())).rev().chain(row + 1..rows.len()).find(is_fit);
        match Some(row).filter(is_fit).or_else(|| near().filter(|_| has_items)) {
            Some(row) => {
                self.row = Cursor(row);
                self.load(question, &rows);
            }
            None => self.overview(&question.page, Some(&question.path), work),
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

/// The row of an item.
fn position(rows: &[Row], item: &Path) -> Option<usize> {
    rows.iter().position(|row| matches!(row, Row::Item(other) if other == item))
}

fn exact<'a>(path: &Path, work: &'a Work) -> Option<&'a Question> {
    work.agenda.questions().iter().find(|question| question.path == *path)
}

/// Whether a step about `path` belongs to the question `at`: it is about that, or about an item of its list and what was
/// answered there.
fn belongs(path: &Path, at: &Path) -> bool {
    if !path.is_within(at) {
        return false;
    }
    let (path, at) = (path.steps(), at.steps());
    let is_item = |step: &PathStep| matches!(step, PathStep::Item(_));
    path[at.len()..].iter().filter(|step| is_item(step)).count() <= 1
}
