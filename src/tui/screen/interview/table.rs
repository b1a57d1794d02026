//! The rows of a question as lines: choices with their remarks, fields, and the items of a list as a table.

use ratatui::text::{Line, Span};

use super::super::record::beside;
use super::columns::Column;
use super::rows::{self, Row};
use crate::catalog::Templates;
use crate::finding::Severity;
use crate::interview::Question;
use crate::plan::{Path, Shape, Standing};
use crate::text::{Message, Speaker, cells, fit, pad, wrap};
use crate::tui::theme::{Role, Theme};
use crate::tui::work::Work;

/// Cells before the words of a row: the pointer and the mark.
const MARGIN: usize = 4;

/// What stands between two columns.
pub(super) const GAP: &str = "  ";

/// A remark in fewer cells than this says nothing.
const LEAST_REMARK: usize = 8;

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
        let mut text = " ".repeat(MARGIN);
        for (index, column) in columns.iter().enumerate() {
            let gap = match index {
                0 => "",
                _ if column.is_behind_others => "‹ ",
                _ => GAP,
            };
            text.push_str(gap);
            text.push_str(&pad(&column.title, column.width));
        }
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
            Row::Item(item) => self.item(item, &text, width),
            _ => self.line(is_here, mark, &text, &remark, width),
        }
    }

    /// The mark of an item: that a finding points at it, or at something in it.
    fn mark(&self, item: &Path) -> (char, Role) {
        match self.work.worst_at(item) {
            Some(Severity::Error) => ('✗', Role::Error),
            Some(Severity::Warning) => ('▲', Role::Warning),
            _ => ('·', Role::Text),
        }
    }

    /// An item where the cursor is not.
    fn item(&self, item: &Path, text: &str, width: usize) -> Line<'static> {
        let (mark, role) = self.mark(item);
        let room = width.saturating_sub(MARGIN);
        Line::from(vec![
            Span::styled(format!("  {mark} "), self.theme.style(role)),
            Span::styled(pad(text, room), self.theme.style(Role::Text)),
        ])
    }

    /// The item at the cursor, the cell at the cursor by itself.
    fn cells(&self, item: &Path, columns: &[Column], width: usize) -> Line<'static> {
        let Self { work, words, templates, theme, .. } = self;
        let texts = rows::item_cells(item, work, words, templates);
        let (mark, _) = self.mark(item);
        let mut spans = vec![Span::styled(format!("▸ {mark} "), theme.style(Role::Cursor))];
        let mut used = MARGIN;
        for (index, column) in columns.iter().enumerate() {
            let gap = if index == 0 { "" } else { GAP };
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
                (self.mark(item).0, cells.collect::<Vec<_>>().join(GAP), String::new())
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

    /// What stands in a field as long as nothing is typed: what is taken there, in short.
    pub(super) fn placeholder(&self) -> String {
        match self.question.shape {
            Shape::Text(expected) | Shape::Pattern(_, expected) => {
                self.words.say(&Message::new(expected).attribute("short"))
            }
            Shape::Number(least, most) => {
                self.words.say(&Message::new("expected-number-from").with("least", least).with("most", most))
            }
            _ => String::new(),
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
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::{samples, speaker};
    use crate::interview::{Agenda, Answered};

    /// What a field takes stands in it in any window that shows a question.
    #[test]
    fn what_a_field_takes_is_said_in_short() {
        let words = speaker("en").unwrap();
        let mut kinds = BTreeSet::new();
        for sample in samples() {
            let answered = Answered::read(sample.text, &Templates::default()).unwrap();
            for question in Agenda::of(&answered.plan).questions() {
                match question.shape.one() {
                    Shape::Text(expected) | Shape::Pattern(_, expected) => kinds.extend([expected]),
                    _ => {}
                }
            }
        }
        assert!(kinds.len() > 12, "{kinds:?}");
        for kind in kinds {
            let short = Message::new(kind).attribute("short");
            assert!(words.knows(short.key()), "{kind} has no words in short");
            assert!(cells(&words.say(&short)) <= 40, "{kind}: {}", words.say(&short));
        }
    }
}
