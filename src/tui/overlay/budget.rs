//! The budget: the ways to have fewer names or certificates, side by side; Enter takes one, and the numbers follow.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::interview::{Budget, Enough, Way, WayKind};
use crate::text::{Message, Speaker, cells, fit, pad, wrap};
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, popup, window};
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// So many lines below the table are kept for what is said of the way at the cursor.
const SAID: usize = 4;

/// The cursor among the ways.
#[derive(Clone, Default)]
pub struct Ways {
    cursor: Cursor,
}

impl Ways {
    pub(super) fn point(&mut self, at: usize) -> bool {
        self.cursor.point(at)
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Vec<Wish>> {
        let length = WayKind::ALL.len();
        if self.cursor.act(action, length, length) {
            return Some(Vec::new());
        }
        match action {
            Action::Enter => Some(vec![Wish::Take(WayKind::ALL[self.cursor.within(length)])]),
            Action::Back => Some(vec![Wish::Close]),
            _ => None,
        }
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, work: Option<&Work>, words: &Speaker, theme: &Theme) {
        let whole = frame.area();
        let (width, height) = (whole.width.min(104).saturating_sub(2), whole.height.saturating_sub(2));
        let inner = popup(frame, width, height, &words.say(&Message::new("budget-title")), theme);
        let lines = match work.and_then(|work| work.budget.as_deref()) {
            None => vec![styled(&words.say(&Message::new("budget-not-yet")), Role::Faint, theme)],
            Some(budget) => self.lines(budget, inner, words, theme),
        };
        for (y, line) in (inner.y..inner.bottom()).zip(lines) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }

    /// What it is about where there is room, the table, and what is said of the way at the cursor.
    fn lines(&self, budget: &Budget, room: Rect, words: &Speaker, theme: &Theme) -> Vec<Line<'static>> {
        let (width, height) = (usize::from(room.width), usize::from(room.height));
        let at = self.cursor.within(budget.ways.len());
        let head = wrap(&words.say(&budget.head()), width);
        let mut lines = Vec::new();
        if head.len() + budget.ways.len() + SAID + 3 <= height {
            lines.extend(head.iter().map(|text| styled(text, Role::Faint, theme)));
            lines.push(Line::default());
        }
        let table = table(budget, width, words);
        lines.push(styled(&table[0], Role::Label, theme));
        let visible = window(at, budget.ways.len(), height.saturating_sub(lines.len() + SAID + 1));
        for index in visible {
            let y = room.y + u16::try_from(lines.len()).unwrap_or(0);
            theme.hits.line(Rect { y, height: 1, ..room }, Part::List, index);
            let role = match &budget.ways[index] {
                _ if index == at => Role::Cursor,
                way if way.is_current => Role::Chosen,
                way if way.barred.is_some() => Role::Faint,
                _ => Role::Text,
            };
            lines.push(styled(&pad(&table[index + 1], width), role, theme));
        }
        lines.push(styled(&"─".repeat(width), Role::Border, theme));
        for (message, role) in said(&budget.ways[at]) {
            lines.extend(wrap(&words.say(&message), width).iter().map(|text| styled(text, role, theme)));
        }
        // What the columns mean, where there is room for that.
        let legend = wrap(&words.say(&Message::new("budget-legend")), width);
        if lines.len() + legend.len() < height {
            lines.push(Line::default());
            lines.extend(legend.iter().map(|text| styled(text, Role::Faint, theme)));
        }
        lines
    }
}

fn styled(text: &str, role: Role, theme: &Theme) -> Line<'static> {
    Line::styled(text.to_owned(), theme.style(role))
}

/// The head and the ways, with as many columns as there is room for.
fn table(budget: &Budget, width: usize, words: &Speaker) -> Vec<String> {
    let head = words.say(&Message::new("budget-columns"));
    let mut rows: Vec<Vec<String>> = vec![head.split('|').map(|title| title.trim().to_owned()).collect()];
    for way in &budget.ways {
        let label = format!("{} {}", way.mark(), words.say(&way.kind.label()));
        rows.push([label].into_iter().chain(way.cells(budget.spans)).collect());
    }
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cells(cell)).max();
    let mut widths: Vec<usize> = (0..rows[0].len()).map(|at| widest(at).unwrap_or(0)).collect();
    while widths.len() > 2 && widths.iter().sum::<usize>() + widths.len() - 1 > width {
        widths.pop();
    }
    // More columns than there is room for: the head says so.
    let more = if widths.len() < rows[0].len() { " ›" } else { "" };
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| match at {
            0 => pad(cell, *width),
            _ => format!("{}{cell}", " ".repeat(width.saturating_sub(cells(cell)))),
        });
        cells.collect::<Vec<_>>().join(" ")
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    lines[0] = fit(&format!("{}{more}", lines[0]), width).into_owned();
    lines
}

/// What is said of a way: what rules it out, what is too long, what is lost, and when it pays.
fn said(way: &Way) -> Vec<(Message, Role)> {
    let mut said = Vec::new();
    if let Some(why) = &way.barred {
        said.push((Message::new("budget-barred").saying("why", why.clone()), Role::Error));
    }
    if way.count.over > 0 {
        said.push((Message::new("budget-too-long").counting("count", way.count.over), Role::Error));
    }
    said.extend(way.lost.iter().map(|lost| (lost.clone(), Role::Warning)));
    if way.lost.is_empty() && way.barred.is_none() {
        said.push((Message::new("budget-nothing-lost"), Role::Text));
    }
    let growth = &way.growth;
    let counted = |key: &'static str, number: Option<usize>| {
        number.map(|number| (Message::new(key).counting("count", number), Role::Text))
    };
    said.extend(match growth.enough {
        Enough::UpTo(most) => counted("budget-enough", Some(most)),
        Enough::Always => Some((Message::new("budget-always-enough"), Role::Text)),
        Enough::Unknown => None,
    });
    said.extend(counted("budget-fewer-names", growth.fewer_names_from));
    said.extend(counted("budget-fewer-certificates", growth.fewer_certificates_from));
    said
}
