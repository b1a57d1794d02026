//! A line that is asked for: a file, a folder, a note.

use std::path::{Path as FilePath, PathBuf};

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Ask, Overlay};
use crate::interview::{Edit, Question, names_of_files};
use crate::plan::{Path, Standing};
use crate::text::{Message, Speaker, wrap};
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
    Note(Path, bool),
    Certificates,
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

/// Asks for a note beside an answer.
#[must_use]
pub fn note(question: &Question, note: &str) -> Overlay {
    let is_decided = question.standing == Standing::Said;
    let title = Message::new("prompt-note").saying("question", question.label());
    Overlay::Prompt(Prompt::new(title, note, Purpose::Note(question.path.clone(), is_decided)))
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

    fn enter(&mut self, then: Then) -> Vec<Wish> {
        let text = self.field.text().trim().to_owned();
        match &self.purpose {
            Purpose::Note(path, is_decided) => {
                vec![Wish::Edit(Edit::Note(path.clone(), text, *is_decided), then)]
            }
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
            Purpose::Open => vec![Wish::Open(PathBuf::from(text))],
            Purpose::Create(plan) => vec![Wish::Create(PathBuf::from(text), plan.clone())],
            Purpose::Folder => vec![Wish::Folder(PathBuf::from(text))],
        }
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, words: &Speaker, theme: &Theme) {
        let width = frame.area().width.min(88).saturating_sub(4);
        let room = usize::from(width).saturating_sub(4);
        let (message, role) = match &self.refusal {
            Some(refusal) => (refusal.clone(), Role::Error),
            None => (self.title.attribute("help"), Role::Faint),
        };
        let mut below: Vec<Line<'_>> = wrap(&words.say(&message), room)
            .into_iter()
            .map(|text| Line::styled(text, theme.style(role)))
            .collect();
        let help = message.attribute("help");
        if self.refusal.is_some() && words.knows(help.key()) {
            below.extend(wrap(&words.say(&help), room).into_iter().map(Line::raw));
        }
        let height = u16::try_from(below.len() + 4).unwrap_or(u16::MAX);
        let inner = popup(frame, width, height, &words.say(&self.title), theme);
        let (line, cursor) = self.field.line(inner.width, "", theme);
        frame.render_widget(line, Rect { height: inner.height.min(1), ..inner });
        frame.set_cursor_position(Position { x: inner.x + cursor, y: inner.y });
        for (y, line) in (inner.y + 2..inner.bottom()).zip(below) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }
}
