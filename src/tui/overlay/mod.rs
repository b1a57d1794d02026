//! Overlays: what lies over a screen until it is answered or sent away. A file each.

mod ask;
mod budget;
mod domains;
mod existing;
mod help;
mod history;
mod mend;
mod palette;
mod pick;
mod progress;
mod prompt;
mod record;
mod step;
mod why;

use ratatui::Frame;

use super::keys::{Action, Place};
use super::theme::Theme;
use super::widget::Field;
use super::wish::Wish;
use super::work::Work;
use crate::text::Speaker;

pub use ask::Ask;
pub use budget::Ways;
pub use domains::domains;
pub use existing::Compared;
pub use help::{find, help};
pub use history::{history, named};
pub use mend::{way_out, ways_out};
pub use palette::{Desk, palette};
pub use pick::Pick;
pub use progress::{Busy, told};
pub use prompt::{Prompt, against, certificates, changed_elsewhere, create, folder, not_kept, open};
pub use record::{record, said, state};
pub use why::Why;

/// What lies over a screen.
#[derive(Clone)]
pub enum Overlay {
    /// A list to pick from, filtered by typing: help, questions, problems.
    Pick(Pick),
    /// Why something is so.
    Why(Why),
    /// The ways to have fewer names or certificates.
    Budget(Ways),
    /// Certificates that exist, beside those that are required.
    Existing(Compared),
    /// A line that is asked for.
    Prompt(Prompt),
    /// A choice that is asked for.
    Ask(Ask),
    /// Something that takes its time.
    Busy(Busy),
}

impl Overlay {
    /// Where keys have a meaning. What is asked for is answered or sent away before anything else.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        match self {
            Self::Pick(_) => vec![Place::Pick, Place::Always],
            Self::Why(_) => vec![Place::Why, Place::Always],
            Self::Budget(_) => vec![Place::Budget, Place::Always],
            Self::Existing(_) => vec![Place::Existing, Place::Always],
            Self::Prompt(_) => vec![Place::Prompt],
            Self::Ask(_) => vec![Place::Ask],
            Self::Busy(_) => vec![Place::Busy],
        }
    }

    /// The line of text that is being typed.
    pub fn field(&mut self) -> Option<&mut Field> {
        match self {
            Self::Pick(pick) => Some(&mut pick.field),
            Self::Prompt(prompt) => Some(&mut prompt.field),
            Self::Why(_) | Self::Budget(_) | Self::Existing(_) | Self::Ask(_) | Self::Busy(_) => None,
        }
    }

    /// Something was typed.
    pub fn typed(&mut self) {
        match self {
            Self::Pick(pick) => pick.typed(),
            Self::Prompt(prompt) => prompt.typed(),
            Self::Why(_) | Self::Budget(_) | Self::Existing(_) | Self::Ask(_) | Self::Busy(_) => {}
        }
    }

    /// Does what a key asks for; nothing where the key has no meaning of its own here.
    pub fn act(&mut self, action: Action, work: Option<&Work>) -> Option<Vec<Wish>> {
        match self {
            Self::Pick(pick) => pick.act(action),
            Self::Why(why) => why.act(action),
            Self::Budget(ways) => ways.act(action),
            Self::Existing(compared) => compared.act(action, work),
            Self::Prompt(prompt) => prompt.act(action),
            Self::Ask(ask) => ask.act(action),
            Self::Busy(_) => Busy::act(action),
        }
    }

    /// Goes to a line that was clicked; whether it was there already.
    pub fn point(&mut self, at: usize) -> bool {
        match self {
            Self::Pick(pick) => pick.point(at),
            Self::Why(why) => why.point(at),
            Self::Budget(ways) => ways.point(at),
            Self::Existing(compared) => compared.point(at),
            Self::Ask(ask) => ask.point(at),
            Self::Prompt(_) | Self::Busy(_) => false,
        }
    }

    /// What stands in the overlay, to be copied.
    #[must_use]
    pub fn copied(&self, work: Option<&Work>, words: &Speaker, theme: &Theme) -> Wish {
        Wish::Copy(match self {
            Self::Why(why) => why.text(work, words, theme),
            _ => String::new(),
        })
    }

    /// Draws the overlay.
    pub fn draw(&self, frame: &mut Frame<'_>, work: Option<&Work>, words: &Speaker, theme: &Theme) {
        match self {
            Self::Pick(pick) => pick.draw(frame, words, theme),
            Self::Why(why) => why.draw(frame, work, words, theme),
            Self::Existing(compared) => compared.draw(frame, work, words, theme),
            Self::Budget(ways) => ways.draw(frame, work, words, theme),
            Self::Prompt(prompt) => prompt.draw(frame, words, theme),
            Self::Ask(ask) => ask.draw(frame, words, theme),
            Self::Busy(busy) => busy.draw(frame, words, theme),
        }
    }
}
