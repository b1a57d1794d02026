//! The rows of a question as lines: choices with their remarks, fields, and the items of a list as a table.

use ratatui::text::{Line, Span};

use super::super::record::beside;
use super::rows::{self, Row};
use crate::catalog::Templates;
use crate::interview::Question;
use crate::plan::{Path, Shape, Standing};
use crate::text::{Message, Speaker, cells, fit, pad, wrap};
use crate::tui::theme::{Role, Theme};
use crate::tui::work::Work;

/// Cells before the words of a row: the pointer and the mark.
const MARGIN: usize = 4;

/// A remark in fewer cells than this says nothing.
const LEAST_REMARK: usize = 8;

/// The widest the names of items get, in cells.
const WIDEST: usize = 34;

/// The widest any other column of items gets, in cells.
const WIDEST_OTHER: usize = 20;

/// A column of items in fewer cells than this says nothing.
const LEAST_COLUMN: usize = 6;

/// What the drawing of a question looks at.
pub(super) struct Page<'a> {
    pub(super) question: &'a Question,
    pub(super) work: &'a Work,
    pub(super) words: &'a Speaker,
    pub(super) templates: &'a Templates,
    pub(super) theme: &'a Theme,
    /// The column that the cursor is in.
    pub(super) column: usize,
}

impl Page<'_> {
    /// The head above the items of a list, where it has any, and the columns below it.
    pub(super) fn head(&self, width: usize) -> (Option<Line<'static>>, Vec<Column>) {
        let columns = self.columns(width.saturating_sub(MARGIN));
        let head: Vec<_> = columns.iter().map(|column| pad(&column.title, column.width)).collect();
        let mut text = format!("{}{}", " ".repeat(MARGIN), head.join("  "));
        if columns.iter().any(|column| column.is_cut) {
            text = format!("{} ›", pad(&text, width.saturating_sub(2)));
        }
        let head = (!columns.is_empty()).then(|| Line::styled(text, self.theme.style(Role::Label)));
        (head, columns)
    }

    /// A row as a line.
    pub(super) fn row(&self, row: &Row, is_here: bool, columns: &[Column], width: usize) -> Line<'static> {
        let (mark, text, remark) = self.told(row, columns);
        match row {
            Row::Item(item) if is_here => self.cells(item, columns, width),
            _ => self.line(is_here, mark, &text, &remark, width),
        }
    }

    /// The item at the cursor, the cell at the cursor by itself.
    fn cells(&self, item: &Path, columns: &[Column], width: usize) -> Line<'static> {
        let Self { work, words, templates, theme, .. } = self;
        let texts = rows::item_cells(item, work, words, templates);
        let mut spans = vec![Span::styled("▸ · ", theme.style(Role::Cursor))];
        let mut used = MARGIN;
        for (index, column) in columns.iter().enumerate() {
            let gap = if index == 0 { "" } else { "  " };
            let text = pad(texts.get(column.at).map_or("", String::as_str), column.width);
            used += cells(gap) + column.width;
            let role = if column.is_chosen { Role::Cell } else { Role::Cursor };
            spans.push(Span::styled(gap, theme.style(Role::Cursor)));
            spans.push(Span::styled(text, theme.style(role)));
        }
        spans.push(Span::styled(" ".repeat(width.saturating_sub(used)), theme.style(Role::Cursor)));
        Line::from(spans)
    }

    /// A row: its mark, its words, and what is to be said beside them.
    fn told(&self, row: &Row, columns: &[Column]) -> (char, String, String) {
        let Self { question, words, templates, .. } = self;
        let say = |message: Message| words.say(&message);
        let chosen = |is_chosen| if is_chosen { '●' } else { '○' };
        match row {
            Row::Choice(value) => {
                let is_it = question.value == *value;
                let is_default = is_it && question.standing == Standing::Defaulted;
                let mark =
                    if is_default { '◌' } else { chosen(is_it && question.standing == Standing::Said) };
                (mark, rows::in_words(question, value, words, templates), self.remark(value, is_default))
            }
            Row::Check(value) => {
                let is_on = question.value.as_array().is_some_and(|all| all.contains(value));
                let one = Question { shape: question.shape.one(), ..(*question).clone() };
                let text = rows::in_words(&one, value, words, templates);
                (if is_on { '■' } else { '□' }, text, self.remark(value, false))
            }
            Row::Value(_) | Row::Field => {
                let text = match rows::text_of(question, row) {
                    text if text.is_empty() => rows::answer_in_words(question, words, templates),
                    text => text,
                };
                ('·', text, String::new())
            }
            Row::Item(item) => {
                let cells = rows::item_cells(item, self.work, words, templates);
                let cells =
                    columns.iter().filter_map(|column| Some(pad(cells.get(column.at)?, column.width)));
                ('·', cells.collect::<Vec<_>>().join("  "), String::new())
            }
            Row::Add => ('+', self.addition(), String::new()),
            Row::Default if question.standing == Standing::Said => {
                ('○', say(Message::new("interview-default")), String::new())
            }
            Row::Default => {
                let value = rows::in_words(question, &question.value, words, templates);
                let text = say(Message::new("interview-default-is").with("value", value));
                (chosen(question.standing == Standing::Defaulted), text, String::new())
            }
            Row::Open => (
                chosen(question.standing == Standing::Open),
                say(Message::new("interview-open")),
                String::new(),
            ),
        }
    }

    /// What can be added.
    pub(super) fn addition(&self) -> String {
        self.words.say(&match &self.question.shape {
            Shape::Items(_) => Message::new("interview-add").saying("what", self.question.item()),
            _ => Message::new("interview-add-value"),
        })
    }

    fn line(&self, is_here: bool, mark: char, text: &str, remark: &str, width: usize) -> Line<'static> {
        let room = width.saturating_sub(MARGIN);
        let beside = room.saturating_sub(cells(text) + 2);
        let remark = if beside < LEAST_REMARK { String::new() } else { fit(remark, beside).into_owned() };
        let gap = if remark.is_empty() { 0 } else { 2 };
        let text = pad(text, room.saturating_sub(cells(&remark) + gap));
        let (pointer, role) = if is_here { ('▸', Role::Cursor) } else { (' ', Role::Text) };
        let faint = if is_here { Role::Cursor } else { Role::Faint };
        Line::from(vec![
            Span::styled(format!("{pointer} {mark} {text}"), self.theme.style(role)),
            Span::styled(format!("{}{remark}", " ".repeat(gap)), self.theme.style(faint)),
        ])
    }

    /// What is to be said beside a choice.
    fn remark(&self, value: &serde_json::Value, is_default: bool) -> String {
        let word = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let remark = self.question.remark(&word);
        match (self.words.knows(remark.key()), is_default) {
            (true, _) => self.words.say(&remark),
            (false, true) => self.words.say(&Message::new("interview-by-default")),
            (false, false) => String::new(),
        }
    }

    /// What depends on the answer, and what the record says beside it, in so many lines.
    pub(super) fn help(&self, width: usize, height: usize) -> Vec<String> {
        let cut = |lines: &mut Vec<String>, height: usize| {
            if lines.len() > height {
                lines.truncate(height);
                if let Some(last) = lines.last_mut() {
                    *last = fit(&format!("{last} …"), width).into_owned();
                }
            }
        };
        // What the room agreed on stays when there is not room for both.
        let said = beside(&self.question.path, self.work);
        let mut said: Vec<String> =
            said.iter().flat_map(|message| wrap(&self.words.say(message), width)).collect();
        cut(&mut said, height);
        let mut help = wrap(&self.words.say(&self.question.help()), width);
        cut(&mut help, height.saturating_sub(said.len()));
        help.extend(said);
        help
    }

    /// The choices that are not offered, each with the reason.
    pub(super) fn barred(&self, width: usize) -> Vec<String> {
        let Self { question, words, templates, .. } = self;
        let is_hidden = |value: &serde_json::Value| !question.has_chosen(value);
        let told = question.barred.iter().filter(|barred| is_hidden(&barred.value)).flat_map(|barred| {
            let one = Question { shape: question.shape.one(), ..(*question).clone() };
            let option = rows::in_words(&one, &barred.value, words, templates);
            let line =
                Message::new("interview-barred").with("option", option).saying("why", barred.why.clone());
            wrap(&format!("  ✗ {}", words.say(&line)), width)
        });
        told.collect()
    }

    /// The columns of a list of items: those that any item fills, as many as there is room for. The first one stays; the
    /// others make way for the one that the cursor is in.
    fn columns(&self, width: usize) -> Vec<Column> {
        let Some(first) = self.question.items.first() else { return Vec::new() };
        let items = self.question.items.iter();
        let rows: Vec<Vec<String>> =
            items.map(|item| rows::item_cells(item, self.work, self.words, self.templates)).collect();
        let titles: Vec<String> =
            self.work.agenda.page(first).map(|question| self.words.say(&question.label())).collect();
        let filled = filled(self.question, self.work);
        let chosen = self.column.min(filled.len().saturating_sub(1));
        let mut skipped = 0;
        loop {
            let mut columns: Vec<Column> = Vec::new();
            let mut left = width;
            for (index, at) in filled.iter().copied().enumerate() {
                if index > 0 && index <= skipped {
                    continue;
                }
                let title = titles.get(at).cloned().unwrap_or_default();
                let texts = rows.iter().filter_map(|row| row.get(at));
                let widest = texts.map(|cell| cells(cell)).max().unwrap_or(0).max(cells(&title));
                let most = if index == 0 { WIDEST } else { WIDEST_OTHER };
                let wanted = widest.min(most).min(left.saturating_sub(if index == 0 { 0 } else { 2 }));
                if index > 0 && wanted < cells(&title).min(LEAST_COLUMN) {
                    for column in &mut columns {
                        column.is_cut = true;
                    }
                    break;
                }
                left = left.saturating_sub(wanted + 2);
                columns.push(Column { at, title, width: wanted, is_chosen: index == chosen, is_cut: false });
            }
            if skipped >= filled.len() || columns.iter().any(|column| column.is_chosen) {
                return columns;
            }
            skipped += 1;
        }
    }
}

/// The columns that any item fills: which questions of the items these are.
pub(super) fn filled(list: &Question, work: &Work) -> Vec<usize> {
    let is_filled = |question: &Question| {
        let is_empty = question.value.as_array().is_some_and(Vec::is_empty);
        !(question.standing == Standing::Defaulted && is_empty)
    };
    let mut filled = std::collections::BTreeSet::new();
    for item in &list.items {
        let own = work.agenda.page(item).enumerate();
        filled.extend(own.filter(|(_, question)| is_filled(question)).map(|(at, _)| at));
    }
    filled.into_iter().collect()
}

/// A column of a list of items: which question of the items, its title, its width in cells.
pub(super) struct Column {
    at: usize,
    title: String,
    width: usize,
    is_chosen: bool,
    /// There is no room for all columns.
    is_cut: bool,
}
