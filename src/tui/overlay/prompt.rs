//! A line that is asked for: a file, a folder, something that is said beside an answer.

use std::path::{Path as FilePath, PathBuf};

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::record::Remark;
use super::{Ask, Overlay};
use crate::interview::names_of_files;
use crate::text::{Message, Speaker, wrap};
use crate::tui::hits::Touch;
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Field, popup};
use crate::tui::wish::{Then, Wish};

/// A line that is asked for.
#[derive(Clone)]
pub struct Prompt {
    /// What is typed.
    pub field: Field,
    title: Message,
    purpose: Purpose,
    refusal: Option<Message>,
}

/// What the line is for.
#[derive(Clone)]
enum Purpose {
    Open,
    Create(String),
    Folder,
    Record(Remark),
    Certificates,
    Against,
}

/// Asks for a plan file to open.
#[must_use]
pub fn open() -> Overlay {
    Overlay::Prompt(Prompt::new(Message::new("prompt-open"), "", Purpose::Open))
}

/// Asks where a new plan goes, which begins with this text.
#[must_use]
pub fn create(file: &str, text: &str) -> Overlay {
    Overlay::Prompt(Prompt::new(Message::new("prompt-create"), file, Purpose::Create(text.to_owned())))
}

/// Asks for the output folder.
#[must_use]
pub fn folder(out: &FilePath) -> Overlay {
    Overlay::Prompt(Prompt::new(Message::new("prompt-folder"), &out.to_string_lossy(), Purpose::Folder))
}

/// Asks for files with certificates.
#[must_use]
pub fn certificates() -> Overlay {
    Overlay::Prompt(Prompt::new(Message::new("prompt-certificates"), "", Purpose::Certificates))
}

/// Asks for the plan to compare with.
#[must_use]
pub fn against() -> Overlay {
    Overlay::Prompt(Prompt::new(Message::new("prompt-against"), "", Purpose::Against))
}

/// Asks what is to happen with a plan file that somebody else changed.
#[must_use]
pub fn changed_elsewhere(file: &FilePath) -> Overlay {
    Overlay::Ask(Ask::new(
        Message::new("ask-changed-title"),
        Message::new("ask-changed").with("file", file.display()),
        vec![
            (Message::new("ask-changed-leave"), Vec::new()),
            (Message::new("ask-changed-read"), vec![Wish::Reread]),
            (Message::new("ask-changed-write"), vec![Wish::Save(true)]),
        ],
    ))
}

/// Asks what is to become of answers that nothing keeps, before the plan is left.
#[must_use]
pub fn not_kept(file: &FilePath, wish: Wish) -> Overlay {
    Overlay::Ask(Ask::new(
        Message::new("ask-not-kept-title"),
        Message::new("ask-not-kept").with("file", file.display()),
        vec![
            (Message::new("ask-not-kept-stay"), Vec::new()),
            (Message::new("ask-not-kept-save"), vec![Wish::Save(false), wish.clone()]),
            (Message::new("ask-not-kept-abandon"), vec![Wish::Abandon, wish]),
        ],
    ))
}

impl Prompt {
    /// Asks for something that is said beside an answer.
    pub(super) fn recording(title: Message, text: &str, remark: Remark) -> Self {
        Self::new(title, text, Purpose::Record(remark))
    }

    fn new(title: Message, text: &str, purpose: Purpose) -> Self {
        Self { field: Field::holding(text), title, purpose, refusal: None }
    }

    /// Says why the line can't be taken.
    pub fn refuse(&mut self, message: Message) {
        self.refusal = Some(message);
    }

    pub(super) fn typed(&mut self) {
        self.refusal = None;
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Vec<Wish>> {
        match action {
            Action::Enter => Some(self.enter(Then::Stay)),
            Action::Save => Some(self.enter(Then::Do(Action::Save))),
            Action::Back => Some(vec![Wish::Close]),
            _ => None,
        }
    }

    /// What is said below the line: what is wrong with it, what it means, or what is wanted.
    fn told(&self) -> (Message, Role) {
        let told = match (&self.refusal, &self.purpose) {
            (Some(refusal), _) => Some((refusal.clone(), Role::Error)),
            (None, Purpose::Record(remark)) => remark.told(self.field.text().trim()),
            _ => None,
        };
        told.unwrap_or_else(|| (self.title.attribute("help"), Role::Faint))
    }

    fn enter(&mut self, then: Then) -> Vec<Wish> {
        let text = self.field.text().trim().to_owned();
        match &self.purpose {
            Purpose::Record(remark) => match remark.refusal(&text) {
                None => vec![Wish::Edit(remark.edit(text), then)],
                refusal => {
                    self.refusal = refusal;
                    Vec::new()
                }
            },
            _ if text.is_empty() => {
                self.refusal = Some(Message::new("prompt-empty"));
                Vec::new()
            }
            Purpose::Certificates => match names_of_files(&text) {
                Ok(named) => vec![Wish::Load(named)],
                Err(refusal) => {
                    self.refusal = Some(refusal);
                    Vec::new()
                }
            },
            Purpose::Against => vec![Wish::Against(Some(PathBuf::from(text)))],
            Purpose::Open => vec![Wish::Open(PathBuf::from(text))],
            Purpose::Create(plan) => vec![Wish::Create(PathBuf::from(text), plan.clone())],
            Purpose::Folder => vec![Wish::Folder(PathBuf::from(text))],
        }
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, words: &Speaker, theme: &Theme) {
        let width = frame.area().width.min(88).saturating_sub(4);
        let room = usize::from(width).saturating_sub(4);
        let (message, role) = self.told();
        let mut below: Vec<Line<'_>> = wrap(&words.say(&message), room)
            .into_iter()
            .map(|text| Line::styled(text, theme.style(role)))
            .collect();
        let help = message.attribute("help");
        if role == Role::Error && words.knows(help.key()) {
            below.extend(wrap(&words.say(&help), room).into_iter().map(Line::raw));
        }
        let height = u16::try_from(below.len() + 4).unwrap_or(u16::MAX);
        let inner = popup(frame, width, height, &words.say(&self.title), theme);
        let (line, cursor) = self.field.line(inner.width, "", theme);
        frame.render_widget(line, Rect { height: inner.height.min(1), ..inner });
        theme.hits.note(Rect { height: 1, ..inner }, Touch::Typed);
        frame.set_cursor_position(Position { x: inner.x + cursor, y: inner.y });
        for (y, line) in (inner.y + 2..inner.bottom()).zip(below) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }
}
