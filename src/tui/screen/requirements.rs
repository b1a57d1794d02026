//! The requirements: a table for each part, filtered and sorted, and why each row is there.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::artifact::{RequirementsPart as Part, TableRow, board, table_rows};
use crate::plan::Because;
use crate::requirement::Reason;
use crate::text::{Message, Speaker, cells, fit, pad, wrap};
use crate::tui::hits::{Part as Where, Touch};
use crate::tui::keys::{Action, Place};
use crate::tui::overlay::{Overlay, Ways, Why};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, Field, budget_bar, columns, pane, tabs, window};
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;

/// The parts that have a tab; findings have a view of their own.
const TABS: [Part; 8] = [
    Part::Dns,
    Part::Certificates,
    Part::Publishing,
    Part::Firewall,
    Part::Balancing,
    Part::Commands,
    Part::Exchange,
    Part::Calendar,
];

/// The lines in which the row at the cursor is shown in full; one more where there is room.
const DETAIL: usize = 2;

/// So many lines are room.
const ROOMY: u16 = 18;

/// In fewer cells a row takes one line more.
const NARROW: u16 = 70;

/// The state of the requirements.
#[derive(Clone, Debug, Default)]
pub struct Requirements {
    tab: usize,
    cursor: Cursor,
    filter: Field,
    is_filtering: bool,
    /// The column by which rows are sorted; the order of the plan where there is none.
    sorted: Option<usize>,
    rows: Option<Vec<TableRow>>,
    total: usize,
}

impl Requirements {
    /// Where keys have a meaning now.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        match TABS[self.tab] {
            _ if self.is_filtering => vec![Place::Filter],
            Part::Certificates => {
                vec![Place::Loading, Place::Certificates, Place::Requirements, Place::Letters]
            }
            _ => vec![Place::Requirements, Place::Letters],
        }
    }

    /// The filter, while it is typed.
    pub fn field(&mut self) -> Option<&mut Field> {
        self.is_filtering.then_some(&mut self.filter)
    }

    /// The filter was typed.
    pub fn typed(&mut self) {
        if self.is_filtering {
            self.cursor = Cursor(0);
            self.rows = None;
        }
    }

    /// Other requirements were derived.
    pub fn derived(&mut self) {
        self.rows = None;
    }

    /// Gathers the rows that are shown, where they are not known.
    pub fn gather(&mut self, work: &Work, words: &Speaker) {
        let (None, Some(blueprint)) = (&self.rows, &work.blueprint) else { return };
        let mut rows = match TABS[self.tab] {
            Part::Dns => board(&blueprint.requirements, words),
            part => table_rows(part, &blueprint.requirements, words),
        };
        self.total = rows.len();
        let wanted: Vec<String> = self.filter.text().split_whitespace().map(str::to_lowercase).collect();
        rows.retain(|row| {
            let text = row.cells.join(" ").to_lowercase();
            wanted.iter().all(|word| text.contains(word))
        });
        if let Some(column) = self.sorted {
            rows.sort_by(|a, b| a.cells.get(column).cmp(&b.cells.get(column)));
        }
        self.rows = Some(rows);
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action, work: &Work, words: &Speaker) -> Option<Vec<Wish>> {
        self.gather(work, words);
        let length = self.rows.as_ref().map_or(0, Vec::len);
        if self.cursor.act(action, length, 15) {
            return Some(Vec::new());
        }
        match action {
            Action::Next => self.turn(1),
            Action::Previous => self.turn(TABS.len() - 1),
            Action::Budget => return Some(vec![Wish::Show(Box::new(Overlay::Budget(Ways::default())))]),
            Action::Find => self.is_filtering = true,
            Action::Enter if self.is_filtering => self.is_filtering = false,
            Action::Back if self.is_filtering || !self.filter.text().is_empty() => {
                self.is_filtering = false;
                self.filter = Field::default();
                self.rows = None;
            }
            Action::Back => return Some(vec![Wish::View(View::Interview)]),
            Action::Sort => {
                let columns = self.rows.as_ref()?.first().map_or(0, |row| row.cells.len());
                self.sorted = match self.sorted {
                    None if columns > 0 => Some(0),
                    Some(column) if column + 1 < columns => Some(column + 1),
                    _ => None,
                };
                self.rows = None;
            }
            Action::Why => {
                let row = self.rows.as_ref()?.get(self.cursor.within(length))?;
                let reasons: Vec<&Reason> = row.reasons().collect();
                let why = match reasons[..] {
                    [reason] => Why::of_row(&row.cells, reason),
                    _ => Why::of_rows(row.cells.join("  "), None, &reasons),
                };
                return Some(vec![Wish::Show(Box::new(Overlay::Why(why)))]);
            }
            Action::Copy => {
                let row = self.rows.as_ref()?.get(self.cursor.within(length))?;
                return Some(vec![Wish::Copy(row.cells.join("\t"))]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Whether an action has no row that it could do something with.
    #[must_use]
    pub fn is_idle(&self, action: Action) -> bool {
        let is_bare = self.rows.as_ref().is_some_and(Vec::is_empty);
        let is_empty = is_bare && self.filter.text().is_empty();
        match action {
            Action::Why | Action::Copy | Action::Sort => is_bare,
            Action::Find => is_empty,
            _ => false,
        }
    }

    /// Goes to a row, a tab or a column that was clicked; whether it was at that row already.
    pub fn point(&mut self, part: Where, at: usize) -> bool {
        match part {
            Where::Tabs if at != self.tab => self.turn(at + TABS.len() - self.tab),
            Where::Columns => {
                self.sorted = (self.sorted != Some(at)).then_some(at);
                self.rows = None;
            }
            Where::List => return self.cursor.point(at),
            _ => {}
        }
        false
    }

    fn turn(&mut self, steps: usize) {
        self.tab = (self.tab + steps) % TABS.len();
        self.cursor = Cursor(0);
        self.sorted = None;
        self.rows = None;
    }

    /// Draws the requirements.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, work: &Work, words: &Speaker, theme: &Theme) {
        let inner = pane(frame, area, &words.say(&Message::new("view-requirements")), true, theme);
        self.draw_tabs(frame, Rect { height: 1, ..inner }, words, theme);
        let second = Rect { y: inner.y + 1, height: 1, ..inner };
        self.draw_budget(frame, second, work, words, theme);
        self.draw_filter(frame, second, words, theme);
        let rest = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
        theme.hits.part(rest, Where::List);
        match &self.rows {
            None => frame.render_widget(Line::styled("…", theme.style(Role::Faint)), rest),
            Some(_) if work.blueprint.is_none() => {}
            Some(rows) if rows.is_empty() => {
                let none = match self.filter.text() {
                    "" => Message::new(format!("part-{}.none", TABS[self.tab].word())),
                    filter => Message::new("requirements-none-fits").with("filter", filter),
                };
                frame.render_widget(Line::styled(words.say(&none), theme.style(Role::Faint)), rest);
            }
            Some(rows) => {
                let titles = self.titles(words);
                let is_roomy = rest.height >= ROOMY || rest.width < NARROW;
                let most = if is_roomy { DETAIL + 1 } else { DETAIL };
                let below = self.full(rows, &titles, (usize::from(rest.width), most), theme);
                let lines = u16::try_from(below.len()).unwrap_or(0);
                let table = Rect { height: rest.height.saturating_sub(lines), ..rest };
                self.draw_table(frame, table, rows, &titles, theme);
                for (y, line) in (table.bottom()..rest.bottom()).zip(below) {
                    frame.render_widget(line, Rect { y, height: 1, ..rest });
                }
            }
        }
    }

    /// The tabs, in short where there is no room.
    fn draw_tabs(&self, frame: &mut Frame<'_>, area: Rect, words: &Speaker, theme: &Theme) {
        let say = |part: &Part, attribute: &str| {
            words.say(&Message::new(format!("part-{}{attribute}", part.word())))
        };
        let all = |attribute| TABS.iter().map(|part| say(part, attribute)).collect::<Vec<_>>();
        let long: Vec<String> = all("");
        let fits = long.iter().map(|label| cells(label) + 3).sum::<usize>() <= usize::from(area.width);
        let labels = if fits { long } else { all(".short") };
        tabs(frame, area, &labels, self.tab, theme);
    }

    /// The titles of the columns.
    fn titles(&self, words: &Speaker) -> Vec<String> {
        let head = words.say(&match TABS[self.tab] {
            Part::Dns => Message::new("board-columns"),
            part => Message::new(format!("part-{}.columns", part.word())),
        });
        head.split('|').map(|title| title.trim().to_owned()).collect()
    }

    /// The row at the cursor in full, below a rule: always as many lines, so that the rule stays where it is.
    fn full(
        &self,
        rows: &[TableRow],
        titles: &[String],
        (width, most): (usize, usize),
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let row = &rows[self.cursor.within(rows.len())];
        let told = titles.iter().zip(&row.cells).filter(|(_, text)| !text.is_empty());
        let told: Vec<String> = told.map(|(title, text)| format!("{title}: {text}")).collect();
        let mut text = wrap(&told.join("  "), width);
        if text.len() > most {
            text.truncate(most);
            if let Some(last) = text.last_mut() {
                *last = fit(&format!("{last} …"), width).into_owned();
            }
        }
        text.resize(most, String::new());
        let rule = Line::styled("─".repeat(width), theme.style(Role::Border));
        let text = text.into_iter().map(|text| Line::styled(text, theme.style(Role::Faint)));
        [rule].into_iter().chain(text).collect()
    }

    /// How full the public certificate at the cursor is, against what the authority signs (D-004).
    fn draw_budget(&self, frame: &mut Frame<'_>, area: Rect, work: &Work, words: &Speaker, theme: &Theme) {
        let is_free = !self.is_filtering && self.filter.text().is_empty();
        let (Some(blueprint), Some(rows)) = (&work.blueprint, &self.rows) else { return };
        let row = rows.get(self.cursor.within(rows.len()));
        if let Some(row) = row.filter(|_| is_free && TABS[self.tab] == Part::Certificates) {
            let id = row.cells.first().map(String::as_str);
            let all = &blueprint.requirements.certificates;
            if let Some(found) = all.iter().find(|one| Some(one.body.id.as_str()) == id) {
                let limit = blueprint.plan.certificates.name_limit(&mut Because::default());
                let line = budget_bar(&found.body, limit, words, theme);
                frame.render_widget(line.unwrap_or_default(), area);
            }
        }
    }

    fn draw_filter(&self, frame: &mut Frame<'_>, area: Rect, words: &Speaker, theme: &Theme) {
        let shown = self.rows.as_ref().map_or(0, Vec::len);
        let count = words
            .say(&Message::new("requirements-count").counting("shown", shown).counting("total", self.total));
        if self.is_filtering || !self.filter.text().is_empty() {
            let label = format!("{} ", words.say(&Message::new("requirements-filter")));
            let start = u16::try_from(cells(&label)).unwrap_or(0);
            let room = area.width.saturating_sub(start + u16::try_from(cells(&count)).unwrap_or(0) + 2);
            let (line, cursor) = self.filter.line(room, "", theme);
            frame.render_widget(Line::styled(label, theme.style(Role::Label)), area);
            frame.render_widget(line, Rect { x: area.x + start, width: room, ..area });
            theme.hits.note(Rect { x: area.x + start, width: room, ..area }, Touch::Typed);
            if self.is_filtering {
                frame.set_cursor_position(Position { x: area.x + start + cursor, y: area.y });
            }
        }
        frame.render_widget(Line::styled(count, theme.style(Role::Faint)).right_aligned(), area);
    }

    fn draw_table(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        rows: &[TableRow],
        titles: &[String],
        theme: &Theme,
    ) {
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let height = usize::from(area.height.saturating_sub(1));
        let cursor = self.cursor.within(rows.len());
        let visible = window(cursor, rows.len(), height);
        let titles = &titles[..rows[0].cells.len().min(titles.len())];
        let cell = |row: usize, at: usize| rows[row].cells.get(at).map(String::as_str);
        let widths = columns(titles, rows.len(), cell, usize::from(area.width));
        let mut spans = Vec::new();
        let mut x = area.x;
        for (at, (title, width)) in titles.iter().zip(&widths).enumerate() {
            let mark = if self.sorted == Some(at) { "▾" } else { "" };
            spans.push(Span::styled(pad(&format!("{title}{mark}"), *width), theme.style(Role::Label)));
            spans.push(Span::raw(" "));
            let own = u16::try_from(*width).unwrap_or(0);
            theme.hits.line(Rect { x, width: own, height: 1, ..area }, Where::Columns, at);
            x += own + 1;
        }
        frame.render_widget(Line::from(spans), Rect { height: 1, ..area });
        for (y, index) in (area.y + 1..area.bottom()).zip(visible) {
            let row = &rows[index];
            theme.hits.line(Rect { y, height: 1, ..area }, Where::List, index);
            let provisional =
                if row.reasons().any(|reason| reason.because().is_provisional()) { "?" } else { " " };
            let texts: Vec<_> =
                row.cells.iter().zip(&widths).map(|(text, width)| pad(text, *width)).collect();
            let role = if index == cursor { Role::Cursor } else { Role::Text };
            let line = Line::styled(format!("{}{provisional}", texts.join(" ")), theme.style(role));
            frame.render_widget(line, Rect { y, height: 1, ..area });
        }
    }
}
