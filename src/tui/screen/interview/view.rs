//! How a question looks: its words, its rows, what depends on it, and what the row at the cursor would change.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};

use super::rows::{self, Row};
use super::{Interview, Pane};
use crate::catalog::Templates;
use crate::interview::Question;
use crate::plan::{Shape, Standing};
use crate::text::{Message, Speaker, cells, fit, pad, wrap};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{consequence, pane, window};
use crate::tui::work::Work;

/// Below this width there is room for one half only.
const BOTH: u16 = 74;

impl Interview {
    /// Draws the interview.
    pub fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        work: &Work,
        words: &Speaker,
        templates: &Templates,
        theme: &Theme,
    ) {
        let left = match area.width {
            ..BOTH if self.pane == Pane::Sections => area.width,
            ..BOTH => 0,
            BOTH..100 => 22,
            _ => 34,
        };
        let [sections, centre] =
            Layout::horizontal([Constraint::Length(left), Constraint::Min(0)]).areas(area);
        if left > 0 {
            self.draw_sections(frame, sections, work, words, theme);
        }
        if centre.width == 0 {
            return;
        }
        let has_keys = self.pane == Pane::Questions;
        let inner = pane(frame, centre, &self.title(work, words), has_keys, theme);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        match self.question(work) {
            Some(question) => {
                let page = Page { question, work, words, templates, theme };
                self.draw_question(frame, inner, &page);
            }
            None => self.draw_overview(frame, inner, work, words, templates, theme),
        }
    }

    /// Where we are: the section, the items on the way, the question's number.
    fn title(&self, work: &Work, words: &Speaker) -> String {
        let section = &work.agenda.sections()[work.agenda.section_of(&self.page)];
        let mut title = words.say(&section.title());
        for step in self.page.steps() {
            if let crate::plan::Step::Item(name) = step {
                title = format!("{title} › {name}");
            }
        }
        let asked: Vec<_> = work.agenda.page(&self.page).filter(|question| question.is_asked()).collect();
        let at = asked.iter().position(|question| Some(&question.path) == self.at.as_ref());
        match at {
            Some(at) => {
                let number =
                    Message::new("interview-number").counting("number", at + 1).counting("of", asked.len());
                format!("{title} · {}", words.say(&number))
            }
            None => title,
        }
    }

    fn draw_question(&self, frame: &mut Frame<'_>, area: Rect, page: &Page<'_>) {
        let Page { question, words, theme, .. } = page;
        let width = usize::from(area.width);
        let asked = wrap(&words.say(&question.words()), width);
        let rows = rows::rows(question, page.templates);
        let table = self.table(&rows, width, page);
        let mut help = wrap(&words.say(&question.help()), width);
        if let Some(note) = page.note() {
            help.extend(wrap(&words.say(&Message::new("interview-note").with("note", note)), width));
        }
        let height = usize::from(area.height);
        // What an answer costs is in sight in any case; help gives way first, then rows.
        let refusal = self.refusal_lines(page, width);
        let effects = (if refusal.is_empty() { 6 } else { refusal.len() + 1 }).min(height / 2);
        let row_room = height.saturating_sub(asked.len() + 2 + effects).max(3);
        let row_lines = table.len().min(row_room);
        let help_room = height.saturating_sub(asked.len() + 1 + row_lines + 1 + effects);
        if help.len() > help_room {
            help.truncate(help_room.saturating_sub(1));
            if let Some(last) = help.last_mut() {
                last.push('…');
            }
        }
        let mut y = area.y;
        for text in &asked {
            put(frame, area, &mut y, Line::styled(text.clone(), theme.style(Role::Chosen)));
        }
        y += 1;
        let head = usize::from(table.len() > rows.len());
        let cursor = self.row.within(rows.len()) + head;
        let visible = window(cursor, table.len(), row_lines);
        for index in visible {
            if index == cursor
                && rows.get(cursor - head).is_some_and(Row::is_typed)
                && self.pane == Pane::Questions
            {
                self.draw_field(frame, Rect { y, height: 1, ..area }, &rows[cursor - head], page);
                y += 1;
            } else {
                put(frame, area, &mut y, table[index].clone());
            }
        }
        y += 1;
        for text in help {
            put(frame, area, &mut y, Line::styled(text, theme.style(Role::Faint)));
        }
        let bottom = usize::from(area.bottom().saturating_sub(y));
        y += u16::from(bottom > 8);
        if refusal.is_empty() {
            self.draw_effects(frame, Rect { y, height: area.bottom().saturating_sub(y), ..area }, page);
        } else {
            y += u16::from(bottom > refusal.len());
            for line in refusal.into_iter().take(bottom) {
                put(frame, area, &mut y, line);
            }
        }
    }

    /// A line for each row, with a head for a list of items.
    fn table(&self, rows: &[Row], width: usize, page: &Page<'_>) -> Vec<Line<'static>> {
        let Page { question, words, templates, theme, work } = page;
        let mut lines = Vec::new();
        let columns = match &question.shape {
            Shape::Items(_) if !question.items.is_empty() => page.columns(width.saturating_sub(4)),
            _ => Vec::new(),
        };
        if !columns.is_empty() {
            let head: Vec<_> = columns.iter().map(|(title, width)| pad(title, *width)).collect();
            lines.push(Line::styled(format!("    {}", head.join("  ")), theme.style(Role::Label)));
        }
        for (index, row) in rows.iter().enumerate() {
            let is_here = index == self.row.within(rows.len()) && self.pane == Pane::Questions;
            let pointer = if is_here { '▸' } else { ' ' };
            let (mark, text, remark) = match row {
                Row::Choice(value) => {
                    let is_chosen = question.standing == Standing::Said && question.value == *value;
                    let is_default = question.standing == Standing::Defaulted && question.value == *value;
                    let mark = if is_chosen {
                        "●"
                    } else if is_default {
                        "◌"
                    } else {
                        "○"
                    };
                    (mark, rows::in_words(question, value, words, templates), page.remark(value, is_default))
                }
                Row::Check(value) => {
                    let is_on = question.value.as_array().is_some_and(|all| all.contains(value));
                    let one = Question { shape: inner(&question.shape), ..(*question).clone() };
                    let text = rows::in_words(&one, value, words, templates);
                    (if is_on { "■" } else { "□" }, text, page.remark(value, false))
                }
                Row::Value(_) | Row::Field => {
                    let text = rows::text_of(question, row);
                    let text = match text.as_str() {
                        "" => rows::answer_in_words(question, words, templates),
                        _ => text,
                    };
                    ("·", text, String::new())
                }
                Row::Item(item) => {
                    let cells = rows::item_cells(item, work, words, templates);
                    let cells = columns.iter().zip(cells).map(|((_, width), text)| pad(&text, *width));
                    ("·", cells.collect::<Vec<_>>().join("  "), String::new())
                }
                Row::Add => {
                    let add = match &question.shape {
                        Shape::Items(_) => Message::new("interview-add").saying("what", question.item()),
                        _ => Message::new("interview-add-value"),
                    };
                    ("+", words.say(&add), String::new())
                }
                Row::Default => {
                    let default = match question.standing {
                        Standing::Said => Message::new("interview-default"),
                        _ => Message::new("interview-default-is")
                            .with("value", rows::in_words(question, &question.value, words, templates)),
                    };
                    let mark = if question.standing == Standing::Defaulted { "●" } else { "○" };
                    (mark, words.say(&default), String::new())
                }
                Row::Open => {
                    let mark = if question.standing == Standing::Open { "●" } else { "○" };
                    (mark, words.say(&Message::new("interview-open")), String::new())
                }
            };
            let room = width.saturating_sub(4);
            let beside = room.saturating_sub(cells(&text) + 2);
            let remark = if beside < 8 { String::new() } else { fit(&remark, beside).into_owned() };
            let remark_width = if remark.is_empty() { 0 } else { cells(&remark) + 2 };
            let text = pad(&text, room.saturating_sub(remark_width));
            let style = theme.style(if is_here { Role::Cursor } else { Role::Text });
            let faint = if is_here { style } else { theme.style(Role::Faint) };
            let remark = if remark.is_empty() { String::new() } else { format!("  {remark}") };
            lines.push(Line::from(vec![
                Span::styled(format!("{pointer} {mark} "), style),
                Span::styled(text, style),
                Span::styled(remark, faint),
            ]));
        }
        lines
    }

    fn draw_field(&self, frame: &mut Frame<'_>, area: Rect, row: &Row, page: &Page<'_>) {
        let mark = if *row == Row::Add { '+' } else { '·' };
        frame.render_widget(Line::styled(format!("▸ {mark} "), page.theme.style(Role::Chosen)), area);
        let room = Rect { x: area.x + 4, width: area.width.saturating_sub(4), ..area };
        let ghost = match (self.field.text(), row, &page.question.shape) {
            ("", Row::Add, Shape::Items(_)) => {
                page.words.say(&Message::new("interview-add").saying("what", page.question.item()))
            }
            ("", Row::Add, _) => page.words.say(&Message::new("interview-add-value")),
            ("", ..) => match &page.question.shape {
                Shape::Text(expected) | Shape::Pattern(_, expected) => {
                    page.words.say(&Message::new(*expected))
                }
                Shape::Number(..) => page.words.say(&Message::new("expected-number")),
                _ => String::new(),
            },
            _ => self.ghost(page.question, page.work),
        };
        let (line, cursor) = self.field.line(room.width, &ghost, page.theme);
        frame.render_widget(line, room);
        frame.set_cursor_position(Position {
            x: room.x + cursor.min(room.width.saturating_sub(1)),
            y: room.y,
        });
    }

    /// Why the answer can't be: what was refused at Enter, or what would be if it came now.
    fn refusal_lines(&self, page: &Page<'_>, width: usize) -> Vec<Line<'static>> {
        let pending = self.pending(page.work, page.templates);
        let (message, role) =
            match (&self.refusal, pending.and_then(|edit| page.work.preview(&edit).cloned())) {
                (Some(message), _) => (message.clone(), Role::Error),
                (None, Some(Err(refusal))) => (refusal.message(), Role::Warning),
                _ => return Vec::new(),
            };
        let mut lines: Vec<_> = wrap(&format!("✗ {}", page.words.say(&message)), width)
            .into_iter()
            .map(|text| Line::styled(text, page.theme.style(role)))
            .collect();
        let help = message.attribute("help");
        if page.words.knows(help.key()) {
            lines.extend(wrap(&page.words.say(&help), width).into_iter().map(Line::raw));
        }
        lines
    }

    /// What the row at the cursor would change.
    fn draw_effects(&self, frame: &mut Frame<'_>, area: Rect, page: &Page<'_>) {
        if self.pane != Pane::Questions || area.height < 2 {
            return;
        }
        let Page { work, words, theme, .. } = page;
        let Some(edit) = self.pending(work, page.templates) else { return };
        let width = usize::from(area.width);
        let preview = work.preview(&edit);
        let mut y = area.y;
        let title = words.say(&Message::new("interview-effects"));
        let why = words.say(&Message::new("interview-effects-why"));
        let rule = width.saturating_sub(cells(&title) + cells(&why) + 6);
        let parts = [
            ("╶ ".to_owned(), Role::Border),
            (title, Role::Label),
            (format!(" {} ", "─".repeat(rule)), Role::Border),
            (why, Role::Faint),
            (" ╴".to_owned(), Role::Border),
        ];
        let spans = parts.map(|(text, role)| Span::styled(text, theme.style(role)));
        put(frame, area, &mut y, Line::from(spans.to_vec()));
        let room = usize::from(area.height - 1);
        let lines = match preview {
            Some(Ok(known)) => consequence(known, width, room, words, theme),
            Some(Err(_)) => Vec::new(),
            None => vec![Line::styled("…", theme.style(Role::Faint))],
        };
        for line in lines {
            put(frame, area, &mut y, line);
        }
    }
}

/// What the drawing of a question looks at.
struct Page<'a> {
    question: &'a Question,
    work: &'a Work,
    words: &'a Speaker,
    templates: &'a Templates,
    theme: &'a Theme,
}

impl Page<'_> {
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

    /// The note beside the answer.
    fn note(&self) -> Option<String> {
        let place =
            crate::plan::Path::default().key("decisions").item(self.question.path.as_str()).key("note");
        self.work.answered.document.said(&place)?.scalar().map(str::to_owned)
    }

    /// The columns of a list of items that there is room for: titles and widths.
    fn columns(&self, width: usize) -> Vec<(String, usize)> {
        let Some(first) = self.question.items.first() else { return Vec::new() };
        let titles = self.work.agenda.page(first).map(|question| self.words.say(&question.label()));
        let rows: Vec<Vec<String>> = self
            .question
            .items
            .iter()
            .map(|item| rows::item_cells(item, self.work, self.words, self.templates))
            .collect();
        let mut columns = Vec::new();
        let mut left = width;
        for (at, title) in titles.enumerate() {
            let widest = rows.iter().filter_map(|cells| cells.get(at)).map(|cell| cells_of(cell)).max();
            if at > 0 && widest.unwrap_or(0) == 0 {
                columns.push((String::new(), 0));
                continue;
            }
            let wanted = widest.unwrap_or(0).max(cells(&title)).min(34);
            if at > 0 && wanted + 2 > left {
                break;
            }
            let own = wanted.min(left);
            columns.push((title, own));
            left = left.saturating_sub(own + 2);
        }
        columns
    }
}

fn cells_of(text: &str) -> usize {
    cells(text)
}

/// The shape of one of several values.
fn inner(shape: &Shape) -> Shape {
    match shape {
        Shape::Many(inner) => (**inner).clone(),
        other => other.clone(),
    }
}

/// Puts a line into its place, if that is still in the area.
fn put(frame: &mut Frame<'_>, area: Rect, y: &mut u16, line: Line<'static>) {
    if *y < area.bottom() {
        frame.render_widget(line, Rect { y: *y, height: 1, ..area });
    }
    *y += 1;
}
