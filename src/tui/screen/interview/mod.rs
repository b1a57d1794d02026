//! The interview: sections at the left, one question at a time at the right, and what each answer would change.
//!
//! ```text
//! ╭ Sections ──────────╮╭ Mobility · question 4 of 7 ────────────────────────────╮
//! │ ✓ Organization     ││ the question                                           │
//! │ ▸ Mobility     2/7 ││ rows: choices, fields, items             (`rows.rs`)   │
//! │                    ││ what depends on it                                     │
//! │ counts, findings   ││ what the row at the cursor would change                │
//! ╰────────────────────╯╰────────────────────────────────────────────────────────╯
//! ```

mod columns;
mod items;
mod overview;
mod places;
mod pointing;
mod rows;
mod sections;
mod table;
mod view;
mod walk;

pub use rows::{Row, answer_in_words};

use pointing::copied;

use crate::catalog::Templates;
use crate::interview::{Edit, Question, Refusal, Suggestions, list_of, next_name};
use crate::plan::{Path, Shape, Standing};
use crate::text::Message;
use crate::tui::keys::{Action, Place};
use crate::tui::overlay::{self, Overlay, Why};
use crate::tui::screen::record;
use crate::tui::widget::{Cursor, Field};
use crate::tui::wish::{Then, Wish};
use crate::tui::work::Work;

/// Which half has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    Questions,
    Sections,
}

/// What finishes an answer that is being typed, as Enter does; Esc gives it up.
const LEAVES: [Action; 7] = [
    Action::Up,
    Action::Down,
    Action::Next,
    Action::Previous,
    Action::NextPane,
    Action::Save,
    Action::Record,
];

/// The state of the interview.
#[derive(Clone, Debug, Default)]
pub struct Interview {
    pane: Pane,
    section: Cursor,
    page: Path,
    /// The question that is shown; none where the page's overview is.
    at: Option<Path>,
    row: Cursor,
    /// The column of the table that the cursor is in, counted among those that it shows.
    column: usize,
    field: Field,
    refusal: Option<Message>,
    /// The item to which the cursor goes once the edit at hand was accepted.
    follow: Option<Path>,
}

impl Interview {
    /// Begins where something is missing; else with the sections, and where something is open.
    pub fn begin(&mut self, work: &Work, templates: &Templates) {
        let asked = || work.agenda.questions().iter().filter(|question| question.is_asked());
        let standing = |wanted| asked().find(|question| question.standing == wanted);
        let first =
            standing(Standing::Missing).or_else(|| standing(Standing::Open)).or_else(|| asked().next());
        if let Some(first) = first.cloned() {
            self.show(&first, templates);
            if first.standing != Standing::Missing {
                // Letters are shortcuts here: nothing is typed by somebody who only looks.
                self.leave_for_sections(work);
            }
        }
    }

    /// Shows the question about an answer.
    pub fn jump(&mut self, path: &Path, work: &Work, templates: &Templates) {
        if let Some(question) = work.agenda.question(path).cloned() {
            self.show(&question, templates);
        }
    }

    fn show(&mut self, question: &Question, templates: &Templates) {
        self.pane = Pane::Questions;
        self.page = question.page.clone();
        self.at = Some(question.path.clone());
        let rows = rows::rows(question, templates);
        self.row = Cursor(rows::first_row(question, &rows));
        self.column = 0;
        self.load(question, &rows);
    }

    /// Shows all questions of a page, the cursor on one of them.
    fn overview(&mut self, page: &Path, at: Option<&Path>, work: &Work) {
        self.pane = Pane::Questions;
        self.page = page.clone();
        self.at = None;
        self.refusal = None;
        let cursor = match at {
            Some(path) => work.agenda.page(page).position(|question| question.path == *path),
            None => {
                work.agenda.page(page).position(|question| question.is_asked() && !question.is_answered())
            }
        };
        self.row = Cursor(cursor.unwrap_or(0));
    }

    /// Shows the first question of a page that nobody answered yet, else its first.
    fn enter_page(&mut self, page: &Path, work: &Work, templates: &Templates) {
        let asked = || work.agenda.page(page).filter(|question| question.is_asked());
        let first = asked().find(|question| !question.is_answered()).or_else(|| asked().next());
        if let Some(first) = first.cloned() {
            self.show(&first, templates);
        }
    }

    /// Puts into the field what belongs to the row at the cursor.
    fn load(&mut self, question: &Question, rows: &[Row]) {
        self.refusal = None;
        let text = rows.get(self.row.within(rows.len())).map(|row| rows::text_of(question, row));
        self.field = Field::holding(&text.unwrap_or_default());
    }

    /// The question that is shown.
    pub fn question<'w>(&self, work: &'w Work) -> Option<&'w Question> {
        let at = self.at.as_ref()?;
        work.agenda.questions().iter().find(|question| question.path == *at)
    }

    fn row_at(&self, question: &Question, templates: &Templates) -> Option<Row> {
        let rows = rows::rows(question, templates);
        rows.get(self.row.within(rows.len())).cloned()
    }

    /// The row at the cursor.
    #[must_use]
    pub fn here(&self, work: &Work, templates: &Templates) -> Option<Row> {
        self.row_at(self.question(work)?, templates)
    }

    /// Keeps the cursor on a row when other rows come or go.
    pub fn stay_at(&mut self, row: Option<&Row>, work: &Work, templates: &Templates) {
        let rows = self.question(work).map(|question| rows::rows(question, templates));
        let at = rows.and_then(|rows| rows.iter().position(|other| Some(other) == row));
        self.row = at.map_or(self.row, Cursor);
    }

    /// The line of text that is being typed.
    pub fn field(&mut self, work: &Work, templates: &Templates) -> Option<&mut Field> {
        let is_typed = self.places(work, templates).contains(&Place::Field);
        is_typed.then_some(&mut self.field)
    }

    /// Something was typed: what was refused before is void.
    pub fn typed(&mut self) {
        self.refusal = None;
    }

    /// What Enter would change now.
    #[must_use]
    pub fn pending(&self, work: &Work, templates: &Templates) -> Option<Edit> {
        let question = self.question(work).filter(|_| self.pane == Pane::Questions)?;
        rows::edit(question, &self.row_at(question, templates)?, self.field.text())
    }

    /// The answer that was typed and not finished by Enter; a new item only comes by Enter.
    fn unfinished(&self, question: &Question, rows: &[Row]) -> Option<Edit> {
        let row = rows.get(self.row.0).filter(|row| row.is_typed())?;
        let is_item = *row == Row::Add && matches!(question.shape, Shape::Items(_));
        let is_typed = self.field.text().trim() != rows::text_of(question, row);
        rows::edit(question, row, self.field.text()).filter(|_| is_typed && !is_item)
    }

    /// What is probably about to be typed behind what was; of a new item the name that comes next.
    fn ghost(&self, question: &Question, work: &Work) -> String {
        if self.field.text().is_empty() {
            return next_name(&work.agenda, question).unwrap_or_default();
        }
        let suggestions = Suggestions::of(&work.agenda, question);
        suggestions.rest_of(self.field.text()).unwrap_or_default().to_owned()
    }

    /// Says why an edit can't be.
    pub fn refuse(&mut self, refusal: &Refusal) {
        self.follow = None;
        self.refusal = Some(refusal.message());
    }

    /// Does what a key asks for; nothing where the key has no meaning of its own here.
    pub fn act(&mut self, action: Action, work: &Work, templates: &Templates) -> Option<Vec<Wish>> {
        if action == Action::Budget {
            return Some(vec![Wish::Show(Box::new(Overlay::Budget(overlay::Ways::default())))]);
        }
        match (self.pane, self.question(work).cloned()) {
            (Pane::Sections, _) => self.act_in_sections(action, work, templates),
            (_, None) => self.act_in_overview(action, work, templates),
            (_, Some(question)) => self.act_in_question(action, &question, work, templates),
        }
    }

    fn act_in_sections(&mut self, action: Action, work: &Work, templates: &Templates) -> Option<Vec<Wish>> {
        let sections = work.agenda.sections();
        if self.section.act(action, sections.len(), 5) {
            return Some(Vec::new());
        }
        match action {
            Action::Enter => {
                let page = sections.get(self.section.within(sections.len()))?.page.clone();
                self.enter_page(&page, work, templates);
            }
            Action::NextPane => self.pane = Pane::Questions,
            _ => return None,
        }
        Some(Vec::new())
    }

    fn act_in_overview(&mut self, action: Action, work: &Work, templates: &Templates) -> Option<Vec<Wish>> {
        let questions: Vec<&Question> = work.agenda.page(&self.page).collect();
        if self.row.act(action, questions.len(), 10) {
            return Some(Vec::new());
        }
        let question = questions.get(self.row.within(questions.len())).map(|question| (*question).clone());
        match (action, question) {
            (Action::Enter, Some(question)) => match question.needless.first() {
                // A question that is not asked leads to the answer that says so.
                Some(reason) => self.jump(reason, work, templates),
                None => self.show(&question, templates),
            },
            (Action::Withdraw, Some(question)) if can_be_withdrawn(&question) => {
                return Some(vec![Wish::Edit(Edit::Withdraw(question.path), Then::Stay)]);
            }
            (Action::FillDown, Some(question)) => return Some(items::fill(&question, work)),
            (action, Some(question)) if record::is_asked(action) => {
                return Some(record::ask(action, &question.path, work));
            }
            (Action::Copy, Some(question)) => return Some(vec![copied(&question)]),
            (Action::Back, _) => match list_of(&self.page) {
                Some(list) => self.jump(&list, work, templates),
                None => self.leave_for_sections(work),
            },
            (Action::NextPane, _) => self.leave_for_sections(work),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn leave_for_sections(&mut self, work: &Work) {
        self.pane = Pane::Sections;
        self.section = Cursor(work.agenda.section_of(&self.page));
    }

    fn act_in_question(
        &mut self,
        action: Action,
        question: &Question,
        work: &Work,
        templates: &Templates,
    ) -> Option<Vec<Wish>> {
        let rows = rows::rows(question, templates);
        self.row = Cursor(self.row.within(rows.len()));
        if let Some(edit) = self.unfinished(question, &rows).filter(|_| LEAVES.contains(&action)) {
            return Some(vec![Wish::Edit(edit, Then::Do(action))]);
        }
        if self.row.act(action, rows.len(), rows.len()) {
            self.load(question, &rows);
            return Some(Vec::new());
        }
        let row = rows.get(self.row.0)?;
        if let Row::Item(item) = row
            && let Some(wishes) = self.act_in_table(action, question, item, work, templates)
        {
            return Some(wishes);
        }
        match action {
            Action::Enter => return Some(self.enter(question, row, work, templates)),
            Action::Next => self.walk(1, question, work, templates),
            Action::Previous => self.walk(-1, question, work, templates),
            Action::Back => self.overview(&question.page, Some(&question.path), work),
            Action::NextPane => self.leave_for_sections(work),
            Action::Complete => {
                let ghost = self.ghost(question, work);
                if ghost.is_empty() || !self.field.is_at_end() {
                    return None;
                }
                self.field.insert(&ghost);
            }
            Action::Remove => {
                let removal = rows::removal(question, row)?;
                return Some(vec![Wish::Edit(removal, Then::Stay)]);
            }
            Action::MoveUp | Action::MoveDown => {
                let step = if action == Action::MoveUp { -1 } else { 1 };
                let edit = rows::moved(question, row, step)?;
                self.row = Cursor(self.row.0.saturating_add_signed(step));
                return Some(vec![Wish::Edit(edit, Then::There)]);
            }
            Action::Withdraw if !can_be_withdrawn(question) => {}
            Action::Withdraw => {
                return Some(vec![Wish::Edit(Edit::Withdraw(question.path.clone()), Then::Stay)]);
            }
            Action::FillDown => return Some(items::fill(question, work)),
            action if record::is_asked(action) => return Some(record::ask(action, &question.path, work)),
            Action::Reject => match row {
                Row::Choice(value) | Row::Check(value) => {
                    let option = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    return Some(record::reject(&option, &question.path, work));
                }
                _ => return None,
            },
            Action::Copy => return Some(vec![copied(question)]),
            Action::Why => {
                let preview = self.pending(work, templates).and_then(|edit| work.preview(&edit).cloned());
                let why = Why::of_question(question, preview.as_ref());
                return Some(vec![Wish::Show(Box::new(Overlay::Why(why)))]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    fn enter(&mut self, question: &Question, row: &Row, work: &Work, templates: &Templates) -> Vec<Wish> {
        if let Row::Item(item) = row {
            self.overview(item, None, work);
            return Vec::new();
        }
        if let Some(edit) = rows::edit(question, row, self.field.text()) {
            let then = match (row, &question.shape) {
                (Row::Add, Shape::Items(_)) => Then::Into,
                (Row::Check(_) | Row::Add | Row::Value(_), _) => Then::Stay,
                _ => Then::Next,
            };
            return vec![Wish::Edit(edit, then)];
        }
        if question.standing == Standing::Missing {
            self.refusal = Some(Message::new("interview-missing"));
        } else {
            self.walk(1, question, work, templates);
        }
        Vec::new()
    }
}

/// Whether an answer can be taken back: somebody gave it, and the plan can do without. Items of lists go one by one.
fn can_be_withdrawn(question: &Question) -> bool {
    let is_list = matches!(question.shape, Shape::Items(_));
    let is_given = matches!(question.standing, Standing::Said | Standing::Open);
    let is_open = question.standing == Standing::Open;
    is_given && (!is_list || is_open) && !question.is_required
}
