//! Certificates that exist, beside those that the plan requires: a verdict each; Space marks, Enter takes them into the plan.

use std::cell::Cell;
use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::inspect::certificate::{Judged, Kind, Verdict};
use crate::interview::{Change, Existing, ExistingRow};
use crate::text::{Message, Speaker, cells, fit, one_line, pad, wrap};
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, mark_of, popup, window};
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// So many lines of what is said move at once.
const STEP: usize = 4;

/// The first column is never narrower than this, nor does it take more while others have no room.
const LEAST_ID: usize = 18;

/// So many characters at the end of an identity stay when it is cut, such as `-internal`.
const TAIL: usize = 9;

/// The cursor among the rows, what is marked, and how far what is said of the row at the cursor was moved.
#[derive(Clone, Default)]
pub struct Compared {
    cursor: Cursor,
    marked: BTreeSet<String>,
    /// Painting knows how many lines there are, and keeps it within them.
    top: Cell<usize>,
}

impl Compared {
    pub(super) fn act(&mut self, action: Action, work: Option<&Work>) -> Option<Vec<Wish>> {
        if action == Action::Back {
            return Some(vec![Wish::Close]);
        }
        let existing = work?.existing.as_deref()?;
        match action {
            Action::PageDown => self.top.set(self.top.get() + STEP),
            Action::PageUp => self.top.set(self.top.get().saturating_sub(STEP)),
            Action::Mark => return Some(self.mark(existing)),
            Action::Enter => return Some(self.enter(existing)),
            _ if self.cursor.act(action, existing.rows.len(), 1) => self.top.set(0),
            _ => return None,
        }
        Some(Vec::new())
    }

    pub(super) fn point(&mut self, at: usize) -> bool {
        self.top.set(0);
        self.cursor.point(at)
    }

    fn here<'e>(&self, existing: &'e Existing) -> Option<&'e ExistingRow> {
        existing.rows.get(self.cursor.within(existing.rows.len()))
    }

    fn mark(&mut self, existing: &Existing) -> Vec<Wish> {
        match changeable(self.here(existing)) {
            Ok(id) => {
                if !self.marked.remove(id) {
                    self.marked.insert(id.to_owned());
                }
                Vec::new()
            }
            Err(why) => vec![Wish::Tell(why, Role::Error)],
        }
    }

    /// What is marked, else the row at the cursor.
    fn enter(&mut self, existing: &Existing) -> Vec<Wish> {
        let marked = std::mem::take(&mut self.marked);
        if !marked.is_empty() {
            return vec![Wish::Reuse(marked.into_iter().collect())];
        }
        match changeable(self.here(existing)) {
            Ok(id) => vec![Wish::Reuse(vec![id.to_owned()])],
            Err(why) => vec![Wish::Tell(why, Role::Error)],
        }
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, work: Option<&Work>, words: &Speaker, theme: &Theme) {
        let whole = frame.area();
        let (width, height) = (whole.width.min(124).saturating_sub(2), whole.height.saturating_sub(2));
        let inner = popup(frame, width, height, &words.say(&Message::new("existing-title")), theme);
        let lines = match work.and_then(|work| work.existing.as_deref()) {
            None => vec![styled(&words.say(&Message::new("existing-not-yet")), Role::Faint, theme)],
            Some(existing) => self.lines(existing, inner, words, theme),
        };
        for (y, line) in (inner.y..inner.bottom()).zip(lines) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }

    /// The table in at most half of the room, and what is said of the row at the cursor.
    fn lines(&self, existing: &Existing, room: Rect, words: &Speaker, theme: &Theme) -> Vec<Line<'static>> {
        let (width, height) = (usize::from(room.width), usize::from(room.height));
        let length = existing.rows.len();
        let at = self.cursor.within(length);
        let table = self.table(existing, width, words);
        let mut lines = vec![styled(&table[0], Role::Label, theme)];
        for index in window(at, length, (height / 2).saturating_sub(1)) {
            let y = room.y + u16::try_from(lines.len()).unwrap_or(0);
            theme.hits.line(Rect { y, height: 1, ..room }, Part::List, index);
            let role = match &existing.rows[index] {
                _ if index == at => Role::Cursor,
                ExistingRow::Required { is_reused: true, .. } => Role::Chosen,
                ExistingRow::Unread(_) => Role::Error,
                ExistingRow::NotNeeded(_) => Role::Faint,
                ExistingRow::Required { .. } => Role::Text,
            };
            lines.push(styled(&pad(&table[index + 1], width), role, theme));
        }
        lines.push(styled(&"─".repeat(width), Role::Border, theme));
        let said: Vec<Line<'static>> = existing
            .rows
            .get(at)
            .map(|row| said(existing, row, words))
            .unwrap_or_default()
            .iter()
            .flat_map(|(text, role)| {
                let role = *role;
                wrap(text, width).into_iter().map(move |text| styled(&text, role, theme))
            })
            .collect();
        let left = height.saturating_sub(lines.len());
        self.top.set(self.top.get().min(said.len().saturating_sub(left)));
        lines.extend(said.into_iter().skip(self.top.get()));
        lines
    }

    /// The head and the rows, with as many columns as there is room for; the first one gives way before a column goes.
    fn table(&self, existing: &Existing, width: usize, words: &Speaker) -> Vec<String> {
        let head = words.say(&Message::new("existing-columns"));
        let mut rows: Vec<Vec<String>> = vec![head.split('|').map(|title| title.trim().to_owned()).collect()];
        rows[0][0] = format!("      {}", rows[0][0]);
        rows.extend(existing.rows.iter().map(|row| self.cells(existing, row, words)));
        let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cells(cell)).max();
        let mut widths: Vec<usize> = (0..rows[0].len()).map(|at| widest(at).unwrap_or(0)).collect();
        let others = |widths: &[usize]| widths[1..].iter().map(|width| width + 1).sum::<usize>();
        while widths.len() > 2 && others(&widths) + widths[0].min(LEAST_ID + 6) > width {
            widths.pop();
        }
        widths[0] = widths[0].min(width.saturating_sub(others(&widths)));
        let line = |row: &Vec<String>| {
            let first = shortened(&row[0], widths[0]);
            let cells = [first].into_iter().chain(row[1..].iter().cloned());
            cells.zip(&widths).map(|(cell, width)| pad(&cell, *width)).collect::<Vec<_>>().join(" ")
        };
        rows.iter().map(line).collect()
    }

    /// The cells of a row: what it is, with its marks; the verdict, how names fit, the last day, the file.
    fn cells(&self, existing: &Existing, row: &ExistingRow, words: &Speaker) -> Vec<String> {
        let say = |key: &'static str| words.say(&Message::new(key));
        let (lead, title, verdict, judged) = match row {
            ExistingRow::Required { id, best, is_reused, change } => {
                let mark = match change {
                    Change::Nothing(_) => "   ",
                    _ if self.marked.contains(id) => "[x]",
                    _ => "[ ]",
                };
                let judged = best.map(|at| &existing.report.judged[at]);
                let verdict = match judged {
                    Some(judged) => verdict(judged.verdict, existing.own(judged).1.kind),
                    None if *is_reused => "existing-in-plan",
                    None => "verdict-missing",
                };
                (format!("{mark} {}", if *is_reused { '✓' } else { ' ' }), id.clone(), say(verdict), judged)
            }
            ExistingRow::NotNeeded(at) => {
                let judged = &existing.report.judged[*at];
                let title = existing.own(judged).1.title();
                ("    ·".to_owned(), title, say("verdict-not-needed"), Some(judged))
            }
            ExistingRow::Unread(at) => {
                let name = existing.loaded.unread[*at].0.clone();
                ("    ✗".to_owned(), name, say("existing-unread"), None)
            }
        };
        let mut cells = vec![format!("{lead} {}", one_line(&title)), verdict];
        if let Some(judged) = judged {
            let (file, own) = existing.own(judged);
            let names = &judged.names;
            cells.push(format!("{}/{}/{}", names.kept.len(), names.missing.len(), names.surplus.len()));
            cells.push(own.valid.map(|(_, last)| last.to_string()).unwrap_or_default());
            cells.push(file.to_owned());
        }
        cells
    }
}

/// A text in at most so many cells, cut before its end: that tells the certificates of one server from each other.
fn shortened(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let begin = text.char_indices().rev().nth(TAIL - 1).map_or(0, |(at, _)| at);
    let tail = &text[begin..];
    format!("{}{tail}", fit(text, width.saturating_sub(cells(tail))))
}

/// The certificate that a row is about, if it can be changed, else why not.
fn changeable(row: Option<&ExistingRow>) -> Result<&str, Message> {
    match row {
        Some(ExistingRow::Required { change: Change::Nothing(why), .. }) => Err(why.clone()),
        Some(ExistingRow::Required { id, .. }) => Ok(id),
        Some(ExistingRow::Unread(_)) => Err(Message::new("existing-is-unread")),
        Some(ExistingRow::NotNeeded(_)) | None => Err(Message::new("existing-is-not-needed")),
    }
}

fn styled(text: &str, role: Role, theme: &Theme) -> Line<'static> {
    Line::styled(text.to_owned(), theme.style(role))
}

/// A verdict in words; a request is sent, not used again.
fn verdict(verdict: Verdict, kind: Kind) -> &'static str {
    match (verdict, kind) {
        (Verdict::Reuse, Kind::Certificate) => "verdict-reuse",
        (Verdict::ReuseWithRemarks, Kind::Certificate) => "verdict-reuse-with-remarks",
        (Verdict::Replace, Kind::Certificate) => "verdict-replace",
        (Verdict::Reuse, Kind::Request) => "verdict-send",
        (Verdict::ReuseWithRemarks, Kind::Request) => "verdict-send-with-remarks",
        (Verdict::Replace, Kind::Request) => "verdict-request-again",
        (Verdict::NotNeeded, _) => "verdict-not-needed",
    }
}

/// What is said of a row: what Enter does or why it does nothing, what there is, and what was found.
fn said(existing: &Existing, row: &ExistingRow, words: &Speaker) -> Vec<(String, Role)> {
    let say = |message: &Message| words.say(message);
    match row {
        ExistingRow::Required { id, best, change, .. } => {
            let (change, role) = match change {
                Change::Reuse => (Message::new("existing-reuse"), Role::Good),
                Change::Request => (Message::new("existing-request"), Role::Chosen),
                Change::Nothing(why) => (why.clone(), Role::Warning),
            };
            let mut lines = vec![(id.clone(), Role::Title), (say(&change), role)];
            if let Some(best) = best {
                lines.extend(of_one(existing, &existing.report.judged[*best], words));
            }
            lines
        }
        ExistingRow::NotNeeded(at) => of_one(existing, &existing.report.judged[*at], words),
        ExistingRow::Unread(at) => {
            let (name, message) = &existing.loaded.unread[*at];
            let help = message.attribute("help");
            let mut lines = vec![(name.clone(), Role::Title), (say(message), Role::Error)];
            lines.extend(words.knows(help.key()).then(|| (say(&help), Role::Text)));
            lines
        }
    }
}

/// What is said of a certificate or request: its file, its names, and the findings with what to do and their facts.
fn of_one(existing: &Existing, judged: &Judged, words: &Speaker) -> Vec<(String, Role)> {
    let (file, own) = existing.own(judged);
    let about = Message::new("existing-file").with("file", file).with("title", own.title());
    let mut lines = vec![(words.say(&about), Role::Text)];
    if judged.requirement.is_some() {
        let names = &judged.names;
        let counts = Message::new("certificate-names")
            .counting("kept", names.kept.len())
            .counting("missing", names.missing.len())
            .counting("surplus", names.surplus.len());
        lines.push((words.say(&counts), Role::Text));
        lines.extend(names.missing.iter().map(|name| (format!("  - {name}"), Role::Removed)));
        lines.extend(names.surplus.iter().map(|name| (format!("  + {name}"), Role::Added)));
    }
    for found in &judged.findings {
        let finding = &found.finding;
        let (mark, role) = mark_of(finding.severity);
        let severity = words.say(&Message::new(finding.severity.key()));
        let facts = found.facts.join(" ");
        lines.push((format!("{mark} {severity}: {}", words.say(&finding.message)), role));
        lines.push((words.say(&finding.fix()), Role::Text));
        lines.push((facts, Role::Fact));
    }
    lines
}
