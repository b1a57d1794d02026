//! The mouse: a click chooses, a second one does what Enter does; the wheel scrolls what is below the pointer.

use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::Model;
use crate::tui::hits::{Part, Touch};
use crate::tui::keys::{Action, Place};
use crate::tui::overlay::Overlay;
use crate::tui::wish::{Effect, Then, View};

/// So many lines go by at once where each is a line.
const LINES: usize = 3;

impl Model {
    /// Takes a click.
    pub(super) fn click(&mut self, at: Position, effects: &mut Vec<Effect>) {
        self.notice = None;
        let Some((area, touch)) = self.theme.hits.at(at) else { return };
        match touch {
            Touch::Act(action) => self.act(action, KeyCode::Null.into(), effects),
            // What is under way is not cancelled by accident.
            Touch::Outside if matches!(self.overlay, Some(Overlay::Busy(_))) => {}
            Touch::Outside => self.act(Action::Back, KeyCode::Null.into(), effects),
            Touch::Typed => self.press(|field| {
                field.point(area.width, at.x - area.x);
                false
            }),
            Touch::Part(part) => self.focus(part, effects),
            Touch::Line(part, index) => {
                if self.point(part, index, effects) && !self.is_typed() {
                    self.key(KeyCode::Enter.into(), effects);
                }
            }
        }
    }

    /// Whether something is typed at the cursor: a second click there is none for Enter.
    fn is_typed(&self) -> bool {
        self.overlay.is_none() && self.places().contains(&Place::Field)
    }

    /// Goes to what was clicked; whether the cursor was there already.
    fn point(&mut self, part: Part, at: usize, effects: &mut Vec<Effect>) -> bool {
        if !self.finish(effects) {
            return false;
        }
        match (&mut self.overlay, self.view, &self.work) {
            (Some(overlay), ..) => overlay.point(at),
            (None, View::Interview, Some(work)) => self.interview.point_at(part, at, work, &self.templates),
            (None, View::Requirements, Some(_)) => self.requirements.point(part, at),
            (None, View::Findings, Some(_)) => self.findings.point(at),
            (None, View::Files, Some(_)) => self.files.point(at),
            (None, View::Topology, Some(work)) => self.topology.point(part, at, work),
            (None, View::Decisions, Some(work)) => self.decisions.point(at, work),
            (None, View::Compare, Some(_)) => self.compare.point(at),
            (None, View::Journeys, Some(_)) => self.journeys.point(part, at),
            _ => self.start.point(at),
        }
    }

    /// Gives a part of the screen the keys.
    fn focus(&mut self, part: Part, effects: &mut Vec<Effect>) {
        if self.overlay.is_some() || !self.finish(effects) {
            return;
        }
        match (self.view, &self.work) {
            (View::Interview, Some(work)) => self.interview.focus(part, work),
            (View::Files, Some(_)) => self.files.focus(part),
            (View::Topology, Some(_)) => self.topology.focus(part),
            _ => {}
        }
    }

    /// Takes in what was typed in the interview, as an arrow key would. Whether the cursor may go elsewhere.
    fn finish(&mut self, effects: &mut Vec<Effect>) -> bool {
        let Some(edit) = self.typed_answer() else { return true };
        self.edit(&edit, Then::There, effects);
        !self.interview.is_refused()
    }

    /// What was typed in the interview and not finished.
    fn typed_answer(&self) -> Option<crate::interview::Edit> {
        match (&self.overlay, self.view, &self.work) {
            (None, View::Interview, Some(work)) => self.interview.typed_answer(work, &self.templates),
            _ => None,
        }
    }

    /// Turns the wheel over what is there.
    pub(super) fn wheel(&mut self, at: Position, is_down: bool, effects: &mut Vec<Effect>) {
        // What is being typed is not finished by accident.
        let Some(part) = self.theme.hits.part_at(at).filter(|_| self.typed_answer().is_none()) else {
            return;
        };
        self.notice = None;
        self.focus(part, effects);
        let is_by_line = matches!(part, Part::Tree | Part::Text | Part::Details)
            || self.overlay.is_none() && self.view == View::Requirements
            || matches!(self.overlay, Some(Overlay::Pick(_)));
        let action = if is_down { Action::Down } else { Action::Up };
        for _ in 0..if is_by_line { LINES } else { 1 } {
            self.act(action, KeyCode::Null.into(), effects);
        }
    }
}
