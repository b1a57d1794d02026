//! The decisions: what is open and until when, what was set aside, what was decided; and what the minutes say of each.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::interview::answer_in_words;
use super::record;
use crate::catalog::Templates;
use crate::interview::{Point, Question, points};
use crate::plan::{DecisionState, Path, Shape, Standing, Step};
use crate::text::{Message, Speaker, cells, fit, pad, wrap};
use crate::tui::keys::Action;
use crate::tui::overlay::{Overlay, Why};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, paint_lines, pane, window};
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;

/// So many lines of the minutes move at once.
const STEP: usize = 3;

/// The state of the decisions.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    cursor: Cursor,
    /// What the point at the cursor is about: the cursor stays with it when it moves among the others.
    about: Option<Path>,
    /// How far the minutes were moved; painting keeps it within them.
    top: Cell<usize>,
}

/// A line of the list.
enum Row<'p> {
    /// What follows, and how much of it.
    Heading(DecisionState, usize),
    /// A point, and which of all it is.
    Point(&'p Point, usize),
}

impl Decisions {
    /// Does what a key asks for.
    pub fn act(
        &mut self,
        action: Action,
        work: &Work,
        words: &Speaker,
        templates: &Templates,
    ) -> Option<Vec<Wish>> {
        let points = points(&work.answered.plan, &work.agenda);
        self.cursor = Cursor(self.here(&points));
        match action {
            Action::PageDown => self.top.set(self.top.get() + STEP),
            Action::PageUp => self.top.set(self.top.get().saturating_sub(STEP)),
            Action::Back => return Some(vec![Wish::View(View::Interview)]),
            _ if self.cursor.act(action, points.len(), 1) => {
                self.about = points.get(self.cursor.0).map(|point| point.about.clone());
                self.top.set(0);
            }
            _ => {
                let here = points.get(self.cursor.0);
                self.about = here.map(|point| point.about.clone());
                return match (action, here) {
                    (Action::Copy, Some(point)) => {
                        Some(vec![Wish::Copy(minutes(point, work, words, templates).join("\n"))])
                    }
                    (Action::Enter, Some(point)) => Some(vec![Wish::Jump(point.about.clone())]),
                    (Action::Why, Some(point)) => {
                        let question = work.agenda.question(&point.about)?;
                        let why = Why::of_question(question, None);
                        Some(vec![Wish::Show(Box::new(Overlay::Why(why)))])
                    }
                    (action, Some(point)) if record::is_asked(action) => {
                        Some(record::ask(action, &point.about, work))
                    }
                    _ => None,
                };
            }
        }
        Some(Vec::new())
    }

    /// Goes to a point that was clicked; whether it was there already.
    pub fn point(&mut self, at: usize, work: &Work) -> bool {
        let points = points(&work.answered.plan, &work.agenda);
        let was_here = self.here(&points) == at;
        self.cursor = Cursor(at);
        self.about = points.get(at).map(|point| point.about.clone());
        if !was_here {
            self.top.set(0);
        }
        was_here
    }

    /// Which point is at the cursor.
    fn here(&self, points: &[Point]) -> usize {
        let known = points.iter().position(|point| Some(&point.about) == self.about.as_ref());
        known.unwrap_or_else(|| self.cursor.within(points.len()))
    }

    /// Draws the decisions.
    pub fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        work: &Work,
        words: &Speaker,
        templates: &Templates,
        theme: &Theme,
    ) {
        let inner = pane(frame, area, &words.say(&Message::new("view-decisions")), true, theme);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let points = points(&work.answered.plan, &work.agenda);
        let (width, height) = (usize::from(inner.width), usize::from(inner.height));
        let Some(point) = points.get(self.here(&points)) else {
            let text = wrap(&words.say(&Message::new("decisions-none")), width);
            let lines = text.into_iter().map(|text| Line::styled(text, theme.style(Role::Faint)));
            return put(frame, inner, lines);
        };
        let minutes = minutes(point, work, words, templates);
        let minutes: Vec<String> = minutes.iter().flat_map(|text| wrap(text, width)).collect();
        let rows = rows(&points);
        // The minutes are in sight in full where the list still has its share.
        let least = rows.len().min(height / 2);
        let room = (minutes.len() + 1).min(height.saturating_sub(least)).max(2);
        let upper = Rect { height: inner.height.saturating_sub(u16::try_from(room).unwrap_or(0)), ..inner };
        let at = (self.here(&points), usize::from(upper.height), width);
        paint_lines(frame, upper, list(&rows, at, work, words, theme), theme);
        let below =
            Rect { y: upper.bottom(), height: inner.bottom().saturating_sub(upper.bottom()), ..inner };
        self.draw_minutes(frame, below, &minutes, words, theme);
    }

    /// What the minutes say, below a rule.
    fn draw_minutes(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        minutes: &[String],
        words: &Speaker,
        theme: &Theme,
    ) {
        let width = usize::from(area.width);
        let rule = Rect { height: area.height.min(1), ..area };
        let title = format!(" {} ", words.say(&Message::new("decisions-minutes")));
        frame.render_widget(Line::styled("─".repeat(width), theme.style(Role::Border)), rule);
        let title = Line::styled(fit(&title, width).into_owned(), theme.style(Role::Label));
        frame.render_widget(title, Rect { x: rule.x + 1, width: rule.width.saturating_sub(1), ..rule });
        let below = Rect { y: rule.bottom(), height: area.bottom().saturating_sub(rule.bottom()), ..area };
        let in_sight = usize::from(below.height);
        self.top.set(self.top.get().min(minutes.len().saturating_sub(in_sight)));
        let is_cut = minutes.len() > self.top.get() + in_sight;
        let lines = minutes.iter().skip(self.top.get()).take(in_sight).enumerate().map(|(at, text)| {
            let is_last = is_cut && at + 1 == in_sight;
            let text =
                if is_last { format!("{} …", fit(text, width.saturating_sub(2))) } else { text.clone() };
            Line::styled(text, theme.style(if at + self.top.get() == 0 { Role::Chosen } else { Role::Text }))
        });
        put(frame, below, lines);
    }
}

/// The points in sight, with the headings between them.
fn list(
    rows: &[Row<'_>],
    (at, height, width): (usize, usize, usize),
    work: &Work,
    words: &Speaker,
    theme: &Theme,
) -> Vec<(Option<usize>, Line<'static>)> {
    let here = rows.iter().position(|row| matches!(row, Row::Point(_, nth) if *nth == at));
    let mut lines = Vec::new();
    for row in &rows[window(here.unwrap_or(0), rows.len(), height)] {
        lines.push(match row {
            Row::Heading(state, count) => {
                let text = Message::new(format!("decisions-{}", state.word())).counting("count", *count);
                (None, Line::styled(fit(&words.say(&text), width).into_owned(), theme.style(Role::Label)))
            }
            Row::Point(point, nth) => (Some(*nth), line(point, *nth == at, width, work, words, theme)),
        });
    }
    lines
}

fn put<'l>(frame: &mut Frame<'_>, area: Rect, lines: impl Iterator<Item = Line<'l>>) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// The points below the headings of their states.
fn rows(points: &[Point]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for alike in points.chunk_by(|one, other| one.state == other.state) {
        rows.push(Row::Heading(alike[0].state, alike.len()));
        for point in alike {
            let nth = rows.iter().filter(|row| matches!(row, Row::Point(..))).count();
            rows.push(Row::Point(point, nth));
        }
    }
    rows
}

/// A point in a line: its mark, what it is about, the day, and whose it is.
fn line(
    point: &Point,
    is_here: bool,
    width: usize,
    work: &Work,
    words: &Speaker,
    theme: &Theme,
) -> Line<'static> {
    let (mark, role) = match point.state {
        _ if point.is_late => ('▲', Role::Warning),
        DecisionState::Decided if point.is_unanswered => ('▲', Role::Warning),
        DecisionState::Open => ('?', Role::Warning),
        DecisionState::Parked => ('‖', Role::Faint),
        DecisionState::Decided => ('✓', Role::Good),
    };
    let (day, who) = match point.state {
        DecisionState::Decided => (point.date, point.by.as_ref()),
        _ => (point.due, point.owner.as_ref().or(point.by.as_ref())),
    };
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let day_width = "2027-02-01".len();
    let who_width = (width / 4).min(28);
    let label_width = width.saturating_sub(4 + day_width + 2 + who_width + 2);
    let pointer = if is_here { '▸' } else { ' ' };
    let label = pad(&label(point, work, words, label_width), label_width);
    let who = pad(who.map(String::as_str).unwrap_or_default(), who_width);
    let style = |own: Role| theme.style(if is_here { Role::Cursor } else { own });
    Line::from(vec![
        Span::styled(format!("{pointer} "), style(Role::Text)),
        Span::styled(format!("{mark} "), style(role)),
        Span::styled(label, style(Role::Text)),
        Span::styled(
            format!("  {}  ", pad(&day, day_width)),
            style(if point.is_late { Role::Warning } else { Role::Text }),
        ),
        Span::styled(who, style(Role::Faint)),
    ])
}

/// What a point is about: its question, and the item around it where there is room; else its path.
fn label(point: &Point, work: &Work, words: &Speaker, room: usize) -> String {
    let Some(question) = question(point, work) else { return point.about.to_string() };
    let label = words.say(&question.label());
    let item = point.about.steps().into_iter().rev().find_map(|step| match step {
        Step::Item(name) => Some(name),
        Step::Key(_) => None,
    });
    match item {
        Some(item) if cells(&label) + 3 < room => format!("{label} · {item}"),
        _ => label,
    }
}

/// The question that a point is about.
fn question<'w>(point: &Point, work: &'w Work) -> Option<&'w Question> {
    work.agenda.questions().iter().find(|question| question.path == point.about)
}

/// What the minutes say of a point, with its question before and its path behind; a paragraph each.
fn minutes(point: &Point, work: &Work, words: &Speaker, templates: &Templates) -> Vec<String> {
    let question = question(point, work);
    let has_answer = question
        .filter(|question| !matches!(question.shape, Shape::Items(_)) && question.standing != Standing::Open);
    let answer = has_answer.map(|question| answer_in_words(question, words, templates));
    let mut said: Vec<String> = question.map(|question| words.say(&question.words())).into_iter().collect();
    said.extend(point.minutes(question, answer.as_deref()).iter().map(|message| words.say(message)));
    if point.is_late {
        let go_live = work.answered.plan.go_live.given().value();
        said.push(words.say(&Message::new("decisions-late").with("go_live", go_live)));
    }
    said.push(point.about.to_string());
    said
}
