//! The start page: go on with a plan, or begin one.

use std::path::{Path as FilePath, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::catalog::{empty_plan, samples};
use crate::text::{Message, Speaker, fit, pad, wrap};
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::overlay;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, pane, window};
use crate::tui::wish::Wish;

/// How many recent plans are shown.
const RECENT: usize = 8;

/// The lines in which the line at the cursor is told in full.
const FULL: usize = 3;

/// The state of the start page.
#[derive(Clone, Debug)]
pub struct Start {
    recent: Vec<PathBuf>,
    cursor: Cursor,
}

/// A line of the start page.
enum Row {
    Recent(PathBuf),
    Open,
    Empty,
    Sample(&'static str, &'static str, &'static str),
}

impl Start {
    /// The start page with the plans that were open lately.
    #[must_use]
    pub fn new(recent: Vec<PathBuf>) -> Self {
        Self { recent, cursor: Cursor::default() }
    }

    fn rows(&self) -> Vec<Row> {
        let recent = self.recent.iter().take(RECENT).cloned().map(Row::Recent);
        let samples = samples();
        let samples = samples.iter().map(|sample| Row::Sample(sample.name, sample.summary(), sample.text));
        recent.chain([Row::Empty]).chain(samples).chain([Row::Open]).collect()
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action) -> Option<Vec<Wish>> {
        let rows = self.rows();
        if self.cursor.act(action, rows.len(), 5) {
            return Some(Vec::new());
        }
        match (action, &rows[self.cursor.within(rows.len())]) {
            (Action::Enter, Row::Recent(file)) => Some(vec![Wish::Open(file.clone())]),
            (Action::Enter, Row::Open) => Some(vec![Wish::Show(Box::new(overlay::open()))]),
            (Action::Enter, Row::Empty) => {
                Some(vec![Wish::Show(Box::new(overlay::create("plan.yaml", empty_plan())))])
            }
            (Action::Enter, Row::Sample(name, _, text)) => {
                Some(vec![Wish::Show(Box::new(overlay::create(&format!("{name}.yaml"), text)))])
            }
            _ => None,
        }
    }

    /// The plans that were open lately.
    #[must_use]
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// Goes to a line that was clicked; whether it was there already.
    pub fn point(&mut self, at: usize) -> bool {
        self.cursor.point(at)
    }

    /// Draws the start page.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, words: &Speaker, theme: &Theme) {
        let inner = pane(frame, area, &words.say(&Message::new("start-title")), true, theme);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let width = usize::from(inner.width);
        theme.hits.part(area, Part::List);
        let mut lines: Vec<(Line<'static>, Option<usize>)> = Vec::new();
        let welcome = wrap(&words.say(&Message::new("start-welcome")), width);
        lines.extend(welcome.into_iter().map(|text| (Line::raw(text), None)));
        lines.push((Line::default(), None));
        let mut group = "";
        let mut at = 0;
        for (index, row) in self.rows().iter().enumerate() {
            let (own_group, title, detail) = told(row, words);
            if own_group != group {
                if !group.is_empty() {
                    lines.push((Line::default(), None));
                }
                group = own_group;
                lines.push((Line::styled(words.say(&Message::new(group)), theme.style(Role::Label)), None));
            }
            let is_here = index == self.cursor.0;
            if is_here {
                at = lines.len();
            }
            let style = theme.style(if is_here { Role::Cursor } else { Role::Text });
            let faint = if is_here { style } else { theme.style(Role::Faint) };
            let title_width = 26.min(width / 2);
            let rest = width.saturating_sub(title_width + 5);
            let pointer = if is_here { '▸' } else { ' ' };
            lines.push((
                Line::from(vec![
                    Span::styled(format!(" {pointer} {}", pad(&title, title_width)), style),
                    Span::styled(format!("  {}", pad(&fit(&detail, rest), rest)), faint),
                ]),
                Some(index),
            ));
        }
        let below = self.full(width, words, theme);
        let under = u16::try_from(below.len()).unwrap_or(0);
        for (y, line) in (inner.bottom().saturating_sub(under)..inner.bottom()).zip(below) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
        let inner = Rect { height: inner.height.saturating_sub(under), ..inner };
        let visible = window(at, lines.len(), usize::from(inner.height));
        for (y, (line, index)) in (inner.y..).zip(&lines[visible]) {
            let place = Rect { y, height: 1, ..inner };
            if let Some(index) = index {
                theme.hits.line(place, Part::List, *index);
            }
            frame.render_widget(line, place);
        }
    }
}

impl Start {
    /// What the line at the cursor offers, in full below a rule.
    fn full(&self, width: usize, words: &Speaker, theme: &Theme) -> Vec<Line<'static>> {
        let rows = self.rows();
        let (_, title, detail) = told(&rows[self.cursor.within(rows.len())], words);
        let mut text = wrap(&format!("{title}: {detail}"), width);
        text.resize(FULL, String::new());
        let rule = Line::styled("─".repeat(width), theme.style(Role::Border));
        let text = text.into_iter().map(|text| Line::styled(text, theme.style(Role::Faint)));
        [rule].into_iter().chain(text).collect()
    }
}

/// The group of a line, what it offers, and more about it.
fn told(row: &Row, words: &Speaker) -> (&'static str, String, String) {
    let say = |key: &'static str| words.say(&Message::new(key));
    match row {
        Row::Recent(file) => {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let folder = file.parent().unwrap_or(FilePath::new("")).display().to_string();
            ("start-recent", name, folder)
        }
        Row::Empty => ("start-new", say("start-empty"), say("start-empty.detail")),
        Row::Sample(name, summary, _) => ("start-new", (*name).to_owned(), (*summary).to_owned()),
        Row::Open => ("start-other", say("start-open"), say("start-open.detail")),
    }
}
