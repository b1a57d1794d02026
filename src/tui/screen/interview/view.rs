//! How a question looks: its words, its rows, what depends on it, and what the row at the cursor would change.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};

use super::rows::{self, Row};
use super::table::Page;
use super::{Interview, Pane};
use crate::catalog::Templates;
use crate::plan::{Shape, Step};
use crate::text::{Message, Speaker, cells, fit_middle, wrap};
use crate::tui::hits::{Part, Touch};
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{consequence, pane, window};
use crate::tui::work::Work;

/// Below this width there is room for one half only.
const BOTH: u16 = 74;

/// The lines that what an answer would change has, its title among them.
const EFFECTS: usize = 6;

/// The lines of help that stay in sight below a long list.
const LEAST_HELP: usize = 3;

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
        theme.hits.part(centre, Part::List);
        let title = self.title(work, words, theme, usize::from(centre.width).saturating_sub(4));
        let inner = pane(frame, centre, &title, has_keys, theme);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        match self.question(work) {
            Some(question) => {
                let page = Page { question, work, words, templates, theme, column: self.column };
                self.draw_question(frame, inner, &page);
            }
            None => self.draw_overview(frame, inner, work, words, templates, theme),
        }
    }

    /// Where we are: the section, the items on the way, the question's number. Where there is no room for all, the way begins
    /// later.
    fn title(&self, work: &Work, words: &Speaker, theme: &Theme, room: usize) -> String {
        let section = &work.agenda.sections()[work.agenda.section_of(&self.page)];
        let items = self.page.steps().into_iter().filter_map(|step| match step {
            Step::Item(name) => Some(name),
            Step::Key(_) => None,
        });
        let way: Vec<String> = [words.say(&section.title())].into_iter().chain(items).collect();
        // In front of a room the whole plan counts.
        let of_plan = work.agenda.questions().iter().filter(|_| theme.is_spacious);
        let of_page = work.agenda.page(&self.page).filter(|_| !theme.is_spacious);
        let asked: Vec<_> = of_plan.chain(of_page).filter(|question| question.is_asked()).collect();
        let at = asked.iter().position(|question| Some(&question.path) == self.at.as_ref());
        let number = at.map_or_else(String::new, |at| {
            let number =
                Message::new("interview-number").counting("number", at + 1).counting("of", asked.len());
            format!(" · {}", words.say(&number))
        });
        let room = room.saturating_sub(cells(&number));
        let from = |first: usize| match first {
            0 => way.join(" › "),
            _ => format!("… › {}", way[first..].join(" › ")),
        };
        let title = (0..way.len()).map(from).find(|title| cells(title) <= room);
        format!("{}{number}", fit_middle(&title.unwrap_or_else(|| from(way.len() - 1)), room))
    }

    fn draw_question(&self, frame: &mut Frame<'_>, area: Rect, page: &Page<'_>) {
        let Page { question, words, theme, .. } = page;
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        let asked = wrap(&words.say(&question.words()), width);
        let rows = rows::rows(question, page.templates);
        let (head, columns) = page.head(width);
        let refusal = self.refusal_lines(page, width);
        let barred = page.barred(width);
        // What an answer costs is in sight in any case; help gives way first, then rows.
        let below = match refusal.len() {
            0 => self.effects_height(page, width),
            lines => lines + 1,
        };
        let below = below.min(height / 2);
        let told = page.help(width, LEAST_HELP).len();
        let own = asked.len() + usize::from(head.is_some()) + barred.len();
        let gap = Self::gap(page, own + 2 + rows.len() + told, height.saturating_sub(below));
        let own = own + gap * (rows.len() + 1);
        let in_sight = height.saturating_sub(own + 2 + below + told);
        let in_sight = rows.len().min(in_sight.max(3));
        let help = page.help(width, height.saturating_sub(own + in_sight + 2 + below));
        let gap = u16::try_from(gap).unwrap_or(0);
        let mut y = area.y + gap;
        for text in asked {
            put(frame, area, &mut y, Line::styled(text, theme.style(Role::Chosen)));
        }
        y += 1;
        if let Some(head) = head {
            put(frame, area, &mut y, head);
        }
        let cursor = self.row.within(rows.len());
        for index in window(cursor, rows.len(), in_sight) {
            let is_here = index == cursor && self.pane == Pane::Questions;
            theme.hits.line(Rect { y, height: 1, ..area }.intersection(area), Part::List, index);
            if is_here && rows[index].is_typed() {
                self.draw_field(frame, Rect { y, height: 1, ..area }, &rows[index], page);
                y += 1;
            } else {
                put(frame, area, &mut y, page.row(&rows[index], is_here, &columns, width));
            }
            y += gap;
        }
        for text in barred {
            put(frame, area, &mut y, Line::styled(text, theme.style(Role::Faint)));
        }
        y += 1;
        for text in help {
            put(frame, area, &mut y, Line::styled(text, theme.style(Role::Faint)));
        }
        y += u16::from(usize::from(area.bottom().saturating_sub(y)) > below.max(refusal.len()));
        if refusal.is_empty() {
            self.draw_effects(frame, Rect { y, height: area.bottom().saturating_sub(y), ..area }, page);
        }
        for line in refusal {
            put(frame, area, &mut y, line);
        }
    }

    /// A line between the rows of a question, where a room reads along and there is space for all of them.
    fn gap(page: &Page<'_>, lines: usize, height: usize) -> usize {
        let rows = rows::rows(page.question, page.templates).len();
        let is_table = matches!(page.question.shape, Shape::Items(_));
        usize::from(page.theme.is_spacious && !is_table && lines + rows < height)
    }

    fn draw_field(&self, frame: &mut Frame<'_>, area: Rect, row: &Row, page: &Page<'_>) {
        let mark = if *row == Row::Add { '+' } else { '·' };
        frame.render_widget(Line::styled(format!("▸ {mark} "), page.theme.style(Role::Chosen)), area);
        let room = Rect { x: area.x + 4, width: area.width.saturating_sub(4), ..area };
        let ghost = match (self.field.text(), row) {
            ("", Row::Add) => match self.ghost(page.question, page.work) {
                next if next.is_empty() => page.addition(),
                next => next,
            },
            ("", ..) => page.placeholder(),
            _ => self.ghost(page.question, page.work),
        };
        let (line, cursor) = self.field.line(room.width, &ghost, page.theme);
        page.theme.hits.note(room, Touch::Typed);
        frame.render_widget(line, room);
        frame.set_cursor_position(Position {
            x: room.x + cursor.min(room.width.saturating_sub(1)),
            y: room.y,
        });
    }

    /// Why the answer can't be: what was refused at Enter, or what would be if it came now.
    fn refusal_lines(&self, page: &Page<'_>, width: usize) -> Vec<Line<'static>> {
        let pending = self.pending(page.work, page.templates);
        let (message, role) = match (&self.refusal, pending.as_ref().and_then(|edit| page.work.preview(edit)))
        {
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

    /// How many lines what the row at the cursor would change keeps. Among choices always the same, so that nothing jumps while
    /// somebody goes through them; where something is typed, what it takes.
    fn effects_height(&self, page: &Page<'_>, width: usize) -> usize {
        if page.question.choices(page.templates).is_some() {
            return EFFECTS;
        }
        let Some(edit) = self.pending(page.work, page.templates) else { return 0 };
        match page.work.preview(&edit) {
            Some(Ok(known)) => 1 + consequence(known, width, EFFECTS - 1, page.words, page.theme).len(),
            _ => EFFECTS,
        }
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
        let is_typed = self.row_at(page.question, page.templates).is_some_and(|row| row.is_typed());
        let key = if is_typed { "interview-effects-why-typed" } else { "interview-effects-why" };
        let why = words.say(&Message::new(key));
        let rule = width.saturating_sub(cells(&title) + cells(&why) + 6);
        let parts = [
            ("╶ ".to_owned(), Role::Border),
            (title, Role::Label),
            (format!(" {} ", "─".repeat(rule)), Role::Border),
            (why, Role::Faint),
            (" ╴".to_owned(), Role::Border),
        ];
        theme.hits.note(Rect { height: 1, ..area }, Touch::Act(Action::Why));
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

/// Puts a line into its place, if that is still in the area.
fn put(frame: &mut Frame<'_>, area: Rect, y: &mut u16, line: Line<'static>) {
    if *y < area.bottom() {
        frame.render_widget(line, Rect { y: *y, height: 1, ..area });
    }
    *y += 1;
}
