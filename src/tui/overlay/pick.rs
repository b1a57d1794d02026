//! A list to pick from: typing filters it, Enter does what the line stands for.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::text::{Message, Speaker, cells, fit, fit_middle, pad, wrap};
use crate::tui::hits::{Part, Touch};
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, Field, popup, window};
use crate::tui::wish::Wish;

/// The most lines in which the line at the cursor is told in full, where it is cut in the list.
const FULL: u16 = 2;

/// A list to pick from.
#[derive(Clone)]
pub struct Pick {
    /// What is typed to filter it.
    pub field: Field,
    title: Message,
    items: Vec<Item>,
    cursor: Cursor,
}

/// A line of the list.
#[derive(Clone, Default)]
pub struct Item {
    /// What it is, in short.
    pub label: String,
    /// More about it.
    pub detail: String,
    /// What else a person may type to find it; never shown.
    pub hidden: String,
    /// What Enter asks for.
    pub wishes: Vec<Wish>,
    /// Nothing finds it but exactly its label.
    pub is_secret: bool,
}

impl Pick {
    /// A list.
    #[must_use]
    pub fn new(title: Message, items: Vec<Item>) -> Self {
        Self { field: Field::default(), title, items, cursor: Cursor(0) }
    }

    /// The same, with the cursor on this line.
    #[must_use]
    pub fn at(self, line: usize) -> Self {
        Self { cursor: Cursor(line), ..self }
    }

    /// The lines that fit what is typed: each of its words stands in them somewhere.
    fn found(&self) -> Vec<&Item> {
        let wanted: Vec<String> = self.field.text().split_whitespace().map(str::to_lowercase).collect();
        let fits = |item: &&Item| {
            if item.is_secret {
                return self.field.text() == item.label;
            }
            let text = format!("{} {} {}", item.label, item.detail, item.hidden).to_lowercase();
            wanted.iter().all(|word| text.contains(word))
        };
        let mut found: Vec<&Item> = self.items.iter().filter(fits).collect();
        // What is exactly this comes first; what is called so, before what only speaks of it.
        let typed = self.field.text().trim();
        found.sort_by_key(|item| {
            let label = item.label.to_lowercase();
            let is_it =
                !typed.is_empty() && [&item.label, &item.detail].into_iter().any(|text| text == typed);
            (!is_it, !wanted.iter().all(|word| label.contains(word)))
        });
        found
    }

    pub(super) fn point(&mut self, at: usize) -> bool {
        self.cursor.point(at)
    }

    pub(super) fn typed(&mut self) {
        self.cursor = Cursor(0);
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Vec<Wish>> {
        let length = self.found().len();
        if self.cursor.act(action, length, 10) {
            return Some(Vec::new());
        }
        match action {
            Action::Enter => {
                let wishes = self.found().get(self.cursor.within(length)).map(|item| item.wishes.clone());
                Some(match wishes {
                    Some(wishes) if !wishes.is_empty() => [Wish::Close].into_iter().chain(wishes).collect(),
                    _ => Vec::new(),
                })
            }
            Action::Back => Some(vec![Wish::Close]),
            _ => None,
        }
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, words: &Speaker, theme: &Theme) {
        let whole = frame.area();
        let (width, height) = (whole.width.min(90).saturating_sub(4), whole.height.min(32).saturating_sub(4));
        let inner = popup(frame, width, height, &words.say(&self.title), theme);
        let room = inner.width.saturating_sub(2);
        let (line, cursor) = self.field.line(room, "", theme);
        frame.render_widget(Line::styled("/ ", theme.style(Role::Label)), inner);
        frame.render_widget(line, Rect { x: inner.x + 2, width: room, height: inner.height.min(1), ..inner });
        theme.hits.note(Rect { x: inner.x + 2, width: room, height: 1, ..inner }, Touch::Typed);
        frame.set_cursor_position(Position { x: inner.x + 2 + cursor, y: inner.y });
        let rest = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
        let found = self.found();
        if found.is_empty() {
            let none = words.say(&Message::new("pick-none"));
            return frame.render_widget(Line::styled(none, theme.style(Role::Faint)), rest);
        }
        let width = usize::from(rest.width);
        let widest = |of: fn(&Item) -> &String| {
            self.items.iter().filter(|item| !item.is_secret).map(|item| cells(of(item))).max().unwrap_or(0)
        };
        // What the label leaves is the detail's, and half the room in any case where it needs that.
        let least = widest(|item| &item.detail).min(width / 2);
        let label = widest(|item| &item.label).min(width.saturating_sub(least + 3));
        let beside = width.saturating_sub(label + 3);
        let cursor = self.cursor.within(found.len());
        let is_cut = |item: &Item| {
            let whole = cells(&item.label).max(label) + 3 + cells(&item.detail);
            whole > width && (cells(&item.label) > label || cells(&item.detail) > beside)
        };
        let full = if self.items.iter().any(is_cut) { FULL + 1 } else { 0 };
        let list = Rect { height: rest.height.saturating_sub(full), ..rest };
        let visible = window(cursor, found.len(), usize::from(list.height));
        for (y, index) in (list.y..).zip(visible) {
            let item = found[index];
            theme.hits.line(Rect { y, height: 1, ..list }, Part::List, index);
            let style = theme.style(if index == cursor { Role::Cursor } else { Role::Text });
            let faint = if index == cursor { style } else { theme.style(Role::Faint) };
            // A label that is longer than the others takes what its own detail leaves.
            let taken = cells(&item.label).max(label);
            let own = if taken + 3 + cells(&item.detail) <= width { taken } else { label };
            let beside = width.saturating_sub(own + 3);
            // Paths differ at their ends.
            let is_path = !item.detail.contains(' ');
            let detail = if is_path { fit_middle(&item.detail, beside) } else { fit(&item.detail, beside) };
            let line = Line::from(vec![
                Span::styled(format!(" {}  ", pad(&item.label, own)), style),
                Span::styled(pad(&detail, beside), faint),
            ]);
            frame.render_widget(line, Rect { y, height: 1, ..list });
        }
        if full > 0 {
            let item = found[cursor];
            let told = wrap(&format!("{}  {}", item.label, item.detail), width);
            let rule = Line::styled("─".repeat(width), theme.style(Role::Border));
            let told =
                told.into_iter().take(FULL.into()).map(|text| Line::styled(text, theme.style(Role::Faint)));
            for (y, line) in (list.bottom()..rest.bottom()).zip([rule].into_iter().chain(told)) {
                frame.render_widget(line, Rect { y, height: 1, ..rest });
            }
        }
    }
}
