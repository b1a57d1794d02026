//! A cursor in a list, and which of its lines are in sight.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::theme::Theme;

/// The place of the cursor in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor(pub usize);

impl Cursor {
    /// Moves in a list of so many lines; a page has `page` lines. Whether the action was a move.
    pub fn act(&mut self, action: Action, length: usize, page: usize) -> bool {
        let last = length.saturating_sub(1);
        self.0 = match action {
            Action::Up => self.0.saturating_sub(1),
            Action::Down => self.0.saturating_add(1).min(last),
            Action::PageUp => self.0.saturating_sub(page.max(1)),
            Action::PageDown => self.0.saturating_add(page.max(1)).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        true
    }

    /// Goes to a line that was clicked. Whether it was there already: then the click asks for what Enter does.
    pub fn point(&mut self, at: usize) -> bool {
        std::mem::replace(&mut self.0, at) == at
    }

    /// The cursor in a list that may have become shorter.
    #[must_use]
    pub fn within(self, length: usize) -> usize {
        self.0.min(length.saturating_sub(1))
    }
}

/// Paints the lines of a list, one below the other; a click on one goes to the entry that it names.
pub fn paint_lines<'l>(
    frame: &mut Frame<'_>,
    area: Rect,
    lines: impl IntoIterator<Item = (Option<usize>, Line<'l>)>,
    theme: &Theme,
) {
    theme.hits.part(area, Part::List);
    for (y, (entry, line)) in (area.y..area.bottom()).zip(lines) {
        let place = Rect { y, height: 1, ..area };
        if let Some(entry) = entry {
            theme.hits.line(place, Part::List, entry);
        }
        frame.render_widget(line, place);
    }
}

/// The lines in sight: `height` of `length`, so that the cursor is among them, in the middle where both ends are far.
#[must_use]
pub fn window(cursor: usize, length: usize, height: usize) -> Range<usize> {
    let top = cursor.saturating_sub(height / 2).min(length.saturating_sub(height));
    top..(top + height).min(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_list() {
        let mut cursor = Cursor(0);
        assert!(cursor.act(Action::Up, 3, 10));
        assert_eq!(cursor, Cursor(0));
        assert!(cursor.act(Action::PageDown, 3, 10));
        assert_eq!(cursor, Cursor(2));
        assert!(cursor.act(Action::Down, 0, 10));
        assert_eq!(cursor, Cursor(0));
        assert!(!cursor.act(Action::Enter, 3, 10));
    }

    #[test]
    fn the_cursor_is_in_sight() {
        assert_eq!(window(0, 10, 4), 0..4);
        assert_eq!(window(5, 10, 4), 3..7);
        assert_eq!(window(9, 10, 4), 6..10);
        assert_eq!(window(1, 2, 4), 0..2);
    }
}
