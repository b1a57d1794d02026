//! A choice that is asked for, where nothing could take it back.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::{Message, Speaker, fit, pad, wrap};
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, popup, window};
use crate::tui::wish::Wish;

/// A choice that is asked for.
#[derive(Clone)]
pub struct Ask {
    title: Message,
    text: Message,
    options: Vec<(Message, Vec<Wish>)>,
    cursor: Cursor,
}

impl Ask {
    /// A choice; the first option is the one that changes nothing.
    #[must_use]
    pub fn new(title: Message, text: Message, options: Vec<(Message, Vec<Wish>)>) -> Self {
        Self { title, text, options, cursor: Cursor(0) }
    }

    /// The same, the cursor on one of its options.
    #[must_use]
    pub const fn at(mut self, option: usize) -> Self {
        self.cursor = Cursor(option);
        self
    }

    pub(super) fn point(&mut self, at: usize) -> bool {
        self.cursor.point(at)
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Vec<Wish>> {
        if self.cursor.act(action, self.options.len(), 1) {
            return Some(Vec::new());
        }
        match action {
            Action::Enter => {
                let wishes = self.options.get(self.cursor.0).map(|(_, wishes)| wishes.clone());
                Some([Wish::Close].into_iter().chain(wishes.unwrap_or_default()).collect())
            }
            Action::Back => Some(vec![Wish::Close]),
            _ => None,
        }
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, words: &Speaker, theme: &Theme) {
        let width = frame.area().width.min(76).saturating_sub(4);
        let mut text = wrap(&words.say(&self.text), usize::from(width).saturating_sub(4));
        // The options are in sight in any case, as many as there is room for.
        let whole = usize::from(frame.area().height);
        let room = whole.saturating_sub(self.options.len() + 6).max(1);
        if text.len() > room {
            text.truncate(room);
            if let Some(last) = text.last_mut() {
                *last = fit(&format!("{last} …"), usize::from(width).saturating_sub(4)).into_owned();
            }
        }
        let height = u16::try_from(text.len() + self.options.len() + 3).unwrap_or(u16::MAX);
        let inner = popup(frame, width, height, &words.say(&self.title), theme);
        let mut lines: Vec<Line<'_>> = text.into_iter().map(Line::raw).collect();
        lines.push(Line::default());
        let first = inner.y + u16::try_from(lines.len()).unwrap_or(0);
        let visible =
            window(self.cursor.0, self.options.len(), usize::from(inner.bottom().saturating_sub(first)));
        for (y, index) in (first..).zip(visible.clone()) {
            theme.hits.line(Rect { y, height: 1, ..inner }, Part::List, index);
        }
        for index in visible {
            let (option, _) = &self.options[index];
            let (pointer, role) =
                if index == self.cursor.0 { ('▸', Role::Cursor) } else { (' ', Role::Text) };
            let text = pad(&format!("{pointer} {}", words.say(option)), usize::from(inner.width));
            lines.push(Line::styled(text, theme.style(role)));
        }
        for (y, line) in (inner.y..inner.bottom()).zip(lines) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }
}
