//! A line of text that is being typed, with a suggestion behind it.

use std::borrow::Cow;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use crate::text::printable;
use crate::tui::theme::{Role, Theme};

/// A line of text that is being typed.
#[derive(Clone, Debug, Default)]
pub struct Field {
    input: Input,
}

impl Field {
    /// A field that holds a text, the cursor behind it.
    #[must_use]
    pub fn holding(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether the cursor stands behind the last character.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.input.cursor() == self.input.value().chars().count()
    }

    /// Adds text at the cursor. A line end becomes a semicolon, which separates values, and a control character a blank;
    /// invisible marks, which come along when text is copied from documents, are left out.
    pub fn insert(&mut self, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']).replace("\r\n", "\n").replace('\r', "\n");
        let clean = text.chars().filter_map(|character| match character {
            '\n' => Some(';'),
            control if control.is_control() => Some(' '),
            other if matches!(printable(other.encode_utf8(&mut [0; 4])), Cow::Owned(_)) => None,
            other => Some(other),
        });
        // At once: a whole column of a spreadsheet may come.
        let clean: Vec<char> = clean.collect();
        let mut all: Vec<char> = self.text().chars().collect();
        let at = self.input.cursor().min(all.len());
        let end = at + clean.len();
        all.splice(at..at, clean);
        self.input = Input::new(all.into_iter().collect()).with_cursor(end);
    }

    /// Takes a key that means something in any line of text. Whether it did.
    pub fn press(&mut self, key: KeyEvent) -> bool {
        // Windows tells AltGr as both: what it makes is a character like any other.
        let is_graphic = key.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let is_control = key.modifiers.contains(KeyModifiers::CONTROL) && !is_graphic;
        let is_alt = key.modifiers.contains(KeyModifiers::ALT) && !is_graphic;
        let request = match key.code {
            KeyCode::Char(character) if !is_control && !is_alt => InputRequest::InsertChar(character),
            KeyCode::Backspace | KeyCode::Char('w') if is_control => InputRequest::DeletePrevWord,
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Char('h') if is_control => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            KeyCode::Left if is_control => InputRequest::GoToPrevWord,
            KeyCode::Right if is_control => InputRequest::GoToNextWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right => InputRequest::GoToNextChar,
            KeyCode::Home => InputRequest::GoToStart,
            KeyCode::End => InputRequest::GoToEnd,
            KeyCode::Char('a') if is_control => InputRequest::GoToStart,
            KeyCode::Char('e') if is_control => InputRequest::GoToEnd,
            KeyCode::Char('u') if is_control => InputRequest::DeleteLine,
            KeyCode::Char('k') if is_control => InputRequest::DeleteTillEnd,
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    /// Puts the cursor where the field was clicked, so many cells from its left.
    pub fn point(&mut self, width: u16, cell: u16) {
        let scroll = self.input.visual_scroll(usize::from(width).max(2) - 1);
        let (mut left, mut at) = (usize::from(cell) + scroll, 0);
        for character in self.text().chars() {
            let own = crate::text::cells(&printable(character.encode_utf8(&mut [0; 4])));
            if own > left {
                break;
            }
            (left, at) = (left - own, at + 1);
        }
        self.input = Input::new(self.text().to_owned()).with_cursor(at);
    }

    /// The field in so many cells, and the cell of the cursor counted from its left.
    #[must_use]
    pub fn line(&self, width: u16, ghost: &str, theme: &Theme) -> (Line<'static>, u16) {
        let width = usize::from(width).max(2);
        let scroll = self.input.visual_scroll(width - 1);
        let cursor = self.input.visual_cursor().saturating_sub(scroll);
        let shown = skip(&printable(self.text()), scroll);
        let shown = crate::text::fit(&shown, width).into_owned();
        let ghost = if self.is_at_end() { ghost } else { "" };
        let room = width.saturating_sub(crate::text::cells(&shown));
        let ghost = crate::text::fit(ghost, room).into_owned();
        let blanks = room.saturating_sub(crate::text::cells(&ghost));
        let line = Line::from(vec![
            Span::styled(shown, theme.style(Role::Field)),
            Span::styled(ghost, theme.style(Role::Ghost).patch(theme.style(Role::Field))),
            Span::styled(" ".repeat(blanks), theme.style(Role::Field)),
        ]);
        (line, u16::try_from(cursor).unwrap_or(u16::MAX))
    }
}

/// The text behind its first cells.
fn skip(text: &str, cells: usize) -> String {
    let mut left = cells;
    let mut rest = text.chars();
    while left > 0 {
        let Some(character) = rest.next() else { break };
        left = left.saturating_sub(crate::text::cells(character.encode_utf8(&mut [0; 4])));
    }
    rest.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_is_one_line_of_visible_text() {
        let mut field = Field::holding("a");
        field.insert(" b\u{1b}[31m\u{202e}c\r\nd\n");
        assert_eq!(field.text(), "a b [31mc;d");
        field.press(KeyEvent::new(KeyCode::Home, KeyModifiers::NONE));
        field.insert("x");
        field.insert("y");
        assert_eq!(field.text(), "xya b [31mc;d");
    }

    #[test]
    fn a_click_puts_the_cursor_there() {
        let mut field = Field::holding("한국어 abc");
        for (cell, typed, wanted) in [
            (3, "x", "한x국어 abc"),
            (8, "y", "한x국어 yabc"),
            (40, "z", "한x국어 yabcz"),
            (0, "w", "w한x국어 yabcz"),
        ] {
            field.point(30, cell);
            field.insert(typed);
            assert_eq!(field.text(), wanted);
        }
    }

    #[test]
    fn long_and_wide_text_keeps_the_cursor_in_sight() {
        let theme = Theme::named("plain");
        let mut field = Field::holding("한국어 한국어 한국어");
        let (line, cursor) = field.line(10, "", &theme);
        assert_eq!(line.width(), 10);
        assert!(cursor < 10, "{cursor}");
        field.press(KeyEvent::new(KeyCode::Home, KeyModifiers::NONE));
        assert_eq!(field.line(10, "", &theme).1, 0);
        assert!(!field.is_at_end());
    }
}
