//! Something that takes its time: how far it has come, and how it ended.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::LineGauge;

use super::{Ask, Overlay};
use crate::text::{Message, Speaker};
use crate::tui::event::{Generated, Ungenerated};
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::popup;
use crate::tui::wish::Wish;
use crate::world::Step;

/// Generating is under way.
#[derive(Clone, Debug, Default)]
pub struct Busy {
    at: Option<Step>,
}

impl Busy {
    /// It went a step further.
    pub fn step(&mut self, step: Step) {
        self.at = Some(step);
    }

    pub(super) fn act(action: Action) -> Option<Vec<Wish>> {
        (action == Action::Back).then(|| vec![Wish::Cancel])
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, words: &Speaker, theme: &Theme) {
        let width = frame.area().width.min(60).saturating_sub(4);
        let inner = popup(frame, width, 5, &words.say(&Message::new("busy-title")), theme);
        let counted = |key, done: usize, of: usize| {
            let [part, whole] = [done, of].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
            let ratio = f64::from(part) / f64::from(whole.max(1));
            (Message::new(key).counting("done", done).counting("of", of), ratio)
        };
        let (message, ratio) = match self.at {
            None => (Message::new("busy-composing"), 0.0),
            Some(Step::Key { done, of }) => counted("busy-keys", done, of),
            Some(Step::File { done, of }) => counted("busy-files", done, of),
        };
        let gauge = LineGauge::default()
            .ratio(ratio.clamp(0.0, 1.0))
            .filled_symbol("█")
            .unfilled_symbol("░")
            .filled_style(theme.style(Role::Good))
            .unfilled_style(theme.style(Role::Border));
        let cancel = Line::styled(words.say(&Message::new("busy-cancel")), theme.style(Role::Faint));
        let row = |y: u16| Rect { y: inner.y + y, height: 1, ..inner };
        frame.render_widget(Line::raw(words.say(&message)), row(0));
        frame.render_widget(gauge, row(1));
        frame.render_widget(cancel, row(2));
    }
}

/// What is said, or asked, when generating has ended.
#[must_use]
pub fn told(outcome: Result<Generated, Ungenerated>) -> Vec<Wish> {
    let tell = |message, role| vec![Wish::Tell(message, role)];
    match outcome {
        Ok(Generated { out, files, changed }) => tell(
            Message::new("notice-generated")
                .with("out", out.display())
                .counting("files", files)
                .counting("changed", changed),
            Role::Good,
        ),
        Err(Ungenerated::Cancelled) => tell(Message::new("notice-cancelled"), Role::Warning),
        Err(Ungenerated::World(error)) => tell(error.message(), Role::Error),
        Err(Ungenerated::Findings(findings)) => {
            findings.into_iter().next().map_or_else(Vec::new, |finding| tell(finding.message, Role::Error))
        }
        Err(Ungenerated::Edited(refused, draft)) => {
            let files: Vec<&str> = refused.iter().map(|refused| refused.0.as_str()).collect();
            let text =
                Message::new("ask-edited").with("files", files.join(", ")).counting("count", files.len());
            ask("ask-edited-title", text, "ask-edited-write", draft)
        }
        Err(Ungenerated::Released(out)) => {
            let text = Message::new("ask-released").with("out", out.display());
            ask("ask-released-title", text, "ask-released-write", true)
        }
    }
}

/// Asks whether to leave everything as it is or to write all the same.
fn ask(title: &'static str, text: Message, write: &'static str, draft: bool) -> Vec<Wish> {
    let write = (Message::new(write), vec![Wish::Generate(draft, true)]);
    let options = vec![(Message::new("ask-edited-leave"), Vec::new()), write];
    vec![Wish::Show(Box::new(Overlay::Ask(Ask::new(Message::new(title), text, options))))]
}
