//! This plan beside another one, or beside itself as it is saved: how much differs first, then what, row by row.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::interview::{Comparison, Effect, Kind, Nature};
use crate::text::{Message, Speaker, cells, fit, one_line, pad, wrap};
use crate::tui::keys::Action;
use crate::tui::overlay::{self, Overlay, Why};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, paint_lines, pane, role_of, window};
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;

/// Cells of a count.
const COUNT: usize = 9;

/// The widest column of labels.
const LABEL: usize = 30;

/// The state of the comparison.
#[derive(Clone, Debug)]
pub struct Compare {
    cursor: Cursor,
    /// The kinds whose rows are in sight.
    open: BTreeSet<Kind>,
}

/// A line of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// How much of a kind differs.
    Kind(Kind),
    /// An answer that differs.
    Answer(usize),
    /// What happens to rows of a kind.
    Effect(Kind, usize),
    /// One of those rows.
    Line(Kind, usize, usize),
}

impl Default for Compare {
    fn default() -> Self {
        Self { cursor: Cursor(0), open: BTreeSet::new() }
    }
}

impl Compare {
    /// Begins with the summary.
    pub fn begin(&mut self) {
        *self = Self::default();
    }

    /// Whether an action has no line that it could do something with.
    #[must_use]
    pub fn is_idle(&self, action: Action, work: &Work) -> bool {
        let is_of_one = matches!(action, Action::Enter | Action::Why | Action::Copy);
        is_of_one
            && work
                .comparison()
                .is_some_and(|found| found.as_ref().is_ok_and(|found| self.rows(found).is_empty()))
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action, work: &Work, words: &Speaker) -> Option<Vec<Wish>> {
        match action {
            Action::Against => return Some(vec![Wish::Show(Box::new(overlay::against()))]),
            Action::AgainstSaved => {
                self.begin();
                return Some(vec![Wish::Against(None)]);
            }
            Action::Back => return Some(vec![Wish::View(View::Interview)]),
            _ => {}
        }
        let Some(Ok(found)) = work.comparison() else { return None };
        let rows = self.rows(found);
        if self.cursor.act(action, rows.len(), 10) {
            return Some(Vec::new());
        }
        let here = *rows.get(self.cursor.within(rows.len()))?;
        match (action, here) {
            (Action::Enter, Row::Kind(kind)) => {
                if !self.open.remove(&kind) {
                    self.open.insert(kind);
                }
            }
            (Action::Next, Row::Kind(kind)) => {
                self.open.insert(kind);
            }
            (Action::Previous, row) => self.close(row, &rows),
            (Action::Enter, Row::Answer(at)) => {
                return Some(vec![Wish::Jump(found.answers.get(at)?.path.clone())]);
            }
            (Action::Copy, row) => return Some(vec![Wish::Copy(in_words(row, found, words))]),
            (Action::Why | Action::Enter, row) => return why(row, found, work, words),
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Takes the rows of a kind out of sight, and goes to its line.
    fn close(&mut self, row: Row, rows: &[Row]) {
        let kind = kind_of(row);
        self.open.remove(&kind);
        self.cursor = Cursor(rows.iter().position(|other| *other == Row::Kind(kind)).unwrap_or(0));
    }

    /// The lines: each kind that differs, and what is in it where it is open.
    fn rows(&self, found: &Comparison) -> Vec<Row> {
        let mut rows = Vec::new();
        for tally in found.tallies().iter().filter(|tally| !tally.is_empty()) {
            rows.push(Row::Kind(tally.kind));
            if !self.open.contains(&tally.kind) {
                continue;
            }
            if tally.kind == Kind::Answers {
                rows.extend((0..found.answers.len()).map(Row::Answer));
            }
            for (at, effect) in found.effects(tally.kind).enumerate() {
                rows.push(Row::Effect(tally.kind, at));
                rows.extend((0..effect.lines.len()).map(|line| Row::Line(tally.kind, at, line)));
            }
        }
        rows
    }

    /// Draws the comparison.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, work: &Work, words: &Speaker, theme: &Theme) {
        let inner = pane(frame, area, &words.say(&Message::new("view-compare")), true, theme);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let width = usize::from(inner.width);
        let mut lines: Vec<(Option<usize>, Line<'static>)> = Vec::new();
        let mut tell = |message: &Message, role: Role| {
            let text = wrap(&words.say(message), width).into_iter();
            lines.extend(text.map(|text| (None, Line::styled(text, theme.style(role)))));
        };
        tell(&headline(work), Role::Chosen);
        match work.comparison() {
            None => tell(&Message::new("compare-waits"), Role::Faint),
            Some(Err(problems)) => {
                tell(&Message::new("compare-unreadable"), Role::Error);
                for problem in problems {
                    let at = Message::new("problems-at").with("line", problem.span.line);
                    let at = at.with("column", problem.span.column);
                    tell(&at.saying("what", problem.message()), Role::Text);
                    tell(&problem.message().attribute("help"), Role::Faint);
                }
            }
            Some(Ok(found)) if found.is_empty() => tell(&Message::new("compare-same"), Role::Good),
            Some(Ok(found)) => {
                lines.push((None, Line::styled(head(width, words), theme.style(Role::Label))));
                let rows = self.rows(found);
                let at = self.cursor.within(rows.len());
                let room = usize::from(inner.height).saturating_sub(lines.len());
                let painter = Painter { found, width, words, theme };
                lines.extend(window(at, rows.len(), room).map(|nth| {
                    let is_open = self.open.contains(&kind_of(rows[nth]));
                    (Some(nth), painter.line(rows[nth], nth == at, is_open))
                }));
            }
        }
        paint_lines(frame, inner, lines, theme);
    }

    /// Goes to a line that was clicked; whether it was there already.
    pub fn point(&mut self, at: usize) -> bool {
        self.cursor.point(at)
    }
}

/// From which plan to which.
fn headline(work: &Work) -> Message {
    match &work.other {
        Some(other) => Message::new("compare-other")
            .with("before", other.file.display())
            .with("after", work.file.display()),
        None => Message::new("compare-saved").with("file", work.file.display()),
    }
}

const fn kind_of(row: Row) -> Kind {
    match row {
        Row::Kind(kind) | Row::Effect(kind, _) | Row::Line(kind, ..) => kind,
        Row::Answer(_) => Kind::Answers,
    }
}

/// A row as a text.
fn in_words(row: Row, found: &Comparison, words: &Speaker) -> String {
    match row {
        Row::Kind(kind) => words.say(&kind.label()),
        Row::Answer(at) => found.answers.get(at).map_or_else(String::new, |change| {
            format!("{} {}: {}", change.nature.sign(), change.path, words.say(&change.told()))
        }),
        Row::Effect(kind, at) => found.effects(kind).nth(at).map_or_else(String::new, |effect| {
            format!("{} {}", effect.nature.sign(), words.say(&effect.summary))
        }),
        Row::Line(kind, at, line) => {
            let line = found.effects(kind).nth(at).and_then(|effect| effect.lines.get(line));
            line.map(|line| words.say(&line.words)).unwrap_or_default()
        }
    }
}

/// Why a row comes, changes or goes; of an answer what it is about.
fn why(row: Row, found: &Comparison, work: &Work, words: &Speaker) -> Option<Vec<Wish>> {
    let show = |why: Why| Some(vec![Wish::Show(Box::new(Overlay::Why(why)))]);
    match row {
        Row::Kind(_) => None,
        Row::Answer(at) => {
            let question = work.agenda.question(&found.answers.get(at)?.path)?;
            show(Why::of_question(question, None))
        }
        Row::Effect(kind, at) => {
            let effect = found.effects(kind).nth(at)?;
            let reasons: Vec<_> = effect.lines.iter().filter_map(|line| line.reason.as_deref()).collect();
            show(Why::of_rows(words.say(&effect.summary), None, &reasons))
        }
        Row::Line(kind, at, line) => {
            let line = found.effects(kind).nth(at)?.lines.get(line)?;
            show(Why::of_row(&[words.say(&line.words)], line.reason.as_deref()?))
        }
    }
}

/// The line above the counts.
fn head(width: usize, words: &Speaker) -> String {
    let titles = words.say(&Message::new("diff-columns"));
    let mut titles = titles.split('|').map(str::trim);
    let mut text = pad(&format!("    {}", titles.next().unwrap_or_default()), label_width(width) + 4);
    for title in titles {
        text.push_str(&right(title, COUNT));
    }
    text
}

fn label_width(width: usize) -> usize {
    width.saturating_sub(4 + 3 * COUNT).min(LABEL)
}

/// A text at the right of so many cells.
fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(cells(text))))
}

/// What a line needs to be painted.
struct Painter<'c> {
    found: &'c Comparison,
    width: usize,
    words: &'c Speaker,
    theme: &'c Theme,
}

impl Painter<'_> {
    fn line(&self, row: Row, is_here: bool, is_open: bool) -> Line<'static> {
        let pointer = if is_here { "▸ " } else { "  " };
        let (text, role) = match row {
            Row::Kind(kind) => return self.tally(kind, is_here, is_open),
            Row::Answer(at) => match self.found.answers.get(at) {
                Some(change) => {
                    let told = self.words.say(&change.told());
                    let text = format!("{} {}: {}", change.nature.sign(), change.path, one_line(&told));
                    (format!("  {text}"), role_of(change.nature))
                }
                None => (String::new(), Role::Text),
            },
            Row::Effect(kind, at) => match self.found.effects(kind).nth(at) {
                Some(Effect { nature, summary, .. }) => {
                    (format!("  {} {}", nature.sign(), self.words.say(summary)), role_of(*nature))
                }
                None => (String::new(), Role::Text),
            },
            Row::Line(kind, at, line) => {
                let line = self.found.effects(kind).nth(at).and_then(|effect| effect.lines.get(line));
                let text = line.map(|line| self.words.say(&line.words)).unwrap_or_default();
                (format!("      {}", one_line(&text)), Role::Text)
            }
        };
        let text = pad(&format!("{pointer}{text}"), self.width);
        Line::styled(text, self.theme.style(if is_here { Role::Cursor } else { role }))
    }

    /// How much of a kind differs.
    fn tally(&self, kind: Kind, is_here: bool, is_open: bool) -> Line<'static> {
        let tallies = self.found.tallies();
        let tally = tallies.iter().find(|tally| tally.kind == kind);
        let counts = tally.map_or([0; 3], |tally| [tally.added, tally.changed, tally.removed]);
        let pointer = if is_here { '▸' } else { ' ' };
        let sign = if is_open { '▾' } else { '▹' };
        let label = pad(&self.words.say(&kind.label()), label_width(self.width));
        let style = |role: Role| self.theme.style(if is_here { Role::Cursor } else { role });
        let mut spans = vec![Span::styled(format!("{pointer} {sign} {label}"), style(Role::Text))];
        let natures = [Nature::Added, Nature::Changed, Nature::Removed];
        for (count, nature) in counts.into_iter().zip(natures) {
            let role = if count == 0 { Role::Faint } else { role_of(nature) };
            let text = if count == 0 { "·".to_owned() } else { format!("{}{count}", nature.sign()) };
            spans.push(Span::styled(right(&text, COUNT), style(role)));
        }
        let used: usize = spans.iter().map(Span::width).sum();
        let rest = fit(&" ".repeat(self.width.saturating_sub(used)), self.width).into_owned();
        spans.push(Span::styled(rest, style(Role::Text)));
        Line::from(spans)
    }
}
