//! The topology: boxes in three zones, the arrows of the chosen one with their ports, and everything that is told of it.

mod chart;
mod details;
mod lines;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::artifact::drawing::{Drawing, Kind, Zone};
use crate::requirement::Requirements;
use crate::text::{Message, Speaker, fit};
use crate::tui::hits::Part;
use crate::tui::keys::{Action, Place};
use crate::tui::overlay::{Overlay, Why};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, pane};
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;
use details::Detail;

/// So many boxes are one page.
const PAGE: usize = 3;

/// The state of the topology.
#[derive(Clone, Debug, Default)]
pub struct Topology {
    /// The chosen box of each zone: it stays chosen there while the choice is in another zone.
    chosen: [Option<(Kind, String)>; Zone::ALL.len()],
    /// The zone of the choice.
    zone: usize,
    /// Whether the cursor is on what is told of the box.
    is_inside: bool,
    cursor: Cursor,
}

impl Topology {
    /// Where keys have a meaning now.
    #[must_use]
    pub fn place(&self) -> Place {
        if self.is_inside { Place::TopologyDetails } else { Place::Topology }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action, work: &Work, words: &Speaker) -> Option<Vec<Wish>> {
        let (Some(drawing), Some(blueprint)) = (&work.drawing, &work.blueprint) else {
            return (action == Action::Back).then(|| vec![Wish::View(View::Interview)]);
        };
        let Some(here) = self.here(drawing) else {
            return (action == Action::Back).then(|| vec![Wish::View(View::Interview)]);
        };
        match action {
            Action::NextBox => self.choose(drawing, (here + 1) % drawing.nodes.len()),
            Action::PreviousBox => {
                self.choose(drawing, (here + drawing.nodes.len() - 1) % drawing.nodes.len());
            }
            _ if self.is_inside => {
                return self.act_inside(action, here, drawing, &blueprint.requirements, words);
            }
            Action::Next => self.turn(drawing, 1),
            Action::Previous => self.turn(drawing, Zone::ALL.len() - 1),
            Action::Enter => (self.is_inside, self.cursor) = (true, Cursor(0)),
            Action::Copy => {
                return Some(vec![Wish::Copy(details::title(&drawing.nodes[here], words))]);
            }
            Action::Why => {
                let why = details::why(drawing, here, &blueprint.requirements, words);
                return Some(vec![Wish::Show(Box::new(Overlay::Why(why)))]);
            }
            Action::Back => return Some(vec![Wish::View(View::Interview)]),
            _ => {
                let column: Vec<usize> = drawing.of_zone(Zone::ALL[self.zone]).collect();
                let mut cursor = Cursor(column.iter().position(|at| *at == here).unwrap_or(0));
                if !cursor.act(action, column.len(), PAGE) {
                    return None;
                }
                self.choose(drawing, column[cursor.within(column.len())]);
            }
        }
        Some(Vec::new())
    }

    /// Does what a key asks for on what is told of the box.
    fn act_inside(
        &mut self,
        action: Action,
        here: usize,
        drawing: &Drawing,
        requirements: &Requirements,
        words: &Speaker,
    ) -> Option<Vec<Wish>> {
        let details = details::of(drawing, here);
        if self.cursor.act(action, details.len(), 5) {
            return Some(Vec::new());
        }
        match action {
            Action::Why | Action::Enter => {
                let detail = details.get(self.cursor.within(details.len()))?;
                let why = match detail.reason(requirements) {
                    Some(reason) => Why::of_row(&[detail.words(drawing, here, requirements, words)], reason),
                    None => details::why(drawing, here, requirements, words),
                };
                Some(vec![Wish::Show(Box::new(Overlay::Why(why)))])
            }
            Action::Copy => {
                let detail = details.get(self.cursor.within(details.len()))?;
                Some(vec![Wish::Copy(detail.words(drawing, here, requirements, words))])
            }
            Action::Back => {
                self.is_inside = false;
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// Goes to a box, or to a line about the chosen one, that was clicked; whether it was there already.
    pub fn point(&mut self, part: Part, at: usize, work: &Work) -> bool {
        let was_inside = std::mem::replace(&mut self.is_inside, part == Part::Details);
        let Some(drawing) = work.drawing.as_ref().filter(|drawing| at < drawing.nodes.len()) else {
            return part == Part::Details && self.cursor.point(at) && was_inside;
        };
        if part == Part::Details {
            return self.cursor.point(at) && was_inside;
        }
        let was_there = self.here(drawing) == Some(at);
        self.choose(drawing, at);
        was_there && !was_inside
    }

    /// Gives the keys to the boxes, or to what is told of the chosen one.
    pub fn focus(&mut self, part: Part) {
        self.is_inside = part == Part::Details;
    }

    /// The chosen box.
    fn here(&self, drawing: &Drawing) -> Option<usize> {
        let of_zone = |zone: usize| {
            let mut column = drawing.of_zone(Zone::ALL[zone]);
            let is_it = |at: &usize| {
                let node = &drawing.nodes[*at];
                self.chosen[zone]
                    .as_ref()
                    .is_some_and(|(kind, name)| *kind == node.kind && *name == node.name)
            };
            column.find(is_it).or_else(|| drawing.of_zone(Zone::ALL[zone]).next())
        };
        // Where the zone has no boxes any more, another one has.
        let zones = (0..Zone::ALL.len()).map(|more| (self.zone + more) % Zone::ALL.len());
        zones.into_iter().find_map(of_zone)
    }

    fn choose(&mut self, drawing: &Drawing, at: usize) {
        let node = &drawing.nodes[at];
        self.zone = Zone::ALL.iter().position(|zone| *zone == node.zone).unwrap_or(0);
        self.chosen[self.zone] = Some((node.kind, node.name.clone()));
        self.cursor = Cursor(0);
    }

    /// To the zone so many steps further that has boxes.
    fn turn(&mut self, drawing: &Drawing, steps: usize) {
        for _ in Zone::ALL {
            self.zone = (self.zone + steps) % Zone::ALL.len();
            if drawing.of_zone(Zone::ALL[self.zone]).next().is_some() {
                break;
            }
        }
        if let Some(here) = self.here(drawing) {
            self.choose(drawing, here);
        }
    }

    /// Draws the topology.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, work: &Work, words: &Speaker, theme: &Theme) {
        let say = |key: &'static str| words.say(&Message::new(key));
        let inner = pane(frame, area, &say("view-topology"), true, theme);
        let (Some(drawing), Some(blueprint)) = (&work.drawing, &work.blueprint) else {
            return frame.render_widget(Line::styled(say("topology-waits"), theme.style(Role::Faint)), inner);
        };
        let Some(here) = self.here(drawing) else {
            return frame.render_widget(Line::styled(say("topology-none"), theme.style(Role::Faint)), inner);
        };
        let requirements = &blueprint.requirements;
        let boxes = inner.height.saturating_sub(2) * 6 / 10 / chart::HEIGHT * chart::HEIGHT;
        let upper = Rect { height: boxes + 1, ..inner };
        theme.hits.part(upper, Part::Boxes);
        chart::draw(frame, upper, (drawing, here), requirements, words, theme);
        let rule = Rect { y: upper.bottom(), height: 1, ..inner };
        self.draw_rule(frame, rule, (drawing, here), words, theme);
        let below = Rect { y: rule.bottom(), height: inner.height.saturating_sub(boxes + 2), ..inner };
        self.draw_details(frame, below, (drawing, here), requirements, words, theme);
    }

    /// The line between the boxes and what is told of the chosen one, with its name.
    fn draw_rule(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        (drawing, here): (&Drawing, usize),
        words: &Speaker,
        theme: &Theme,
    ) {
        let width = usize::from(area.width);
        let title = format!(" {} ", details::title(&drawing.nodes[here], words));
        let role = if self.is_inside { Role::Focus } else { Role::Border };
        frame.render_widget(Line::styled("─".repeat(width), theme.style(role)), area);
        let title = Line::styled(fit(&title, width.saturating_sub(2)).into_owned(), theme.style(Role::Title));
        let room = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        frame.render_widget(title, room);
    }

    fn draw_details(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        (drawing, here): (&Drawing, usize),
        requirements: &Requirements,
        words: &Speaker,
        theme: &Theme,
    ) {
        theme.hits.part(area, Part::Details);
        let details = details::of(drawing, here);
        let cursor = self.cursor.within(details.len());
        let visible = crate::tui::widget::window(cursor, details.len(), usize::from(area.height));
        let width = usize::from(area.width).saturating_sub(2);
        for (y, at) in (area.y..area.bottom()).zip(visible) {
            let is_here = self.is_inside && at == cursor;
            let role = match details[at] {
                _ if is_here => Role::Cursor,
                Detail::Heading(..) => Role::Label,
                _ => Role::Text,
            };
            theme.hits.line(Rect { y, height: 1, ..area }, Part::Details, at);
            let text = details[at].words(drawing, here, requirements, words);
            let indent = if matches!(details[at], Detail::Heading(..)) { "" } else { "  " };
            let pointer = if is_here { "▸ " } else { "  " };
            let text = format!("{pointer}{indent}{text}");
            let line = Line::styled(fit(&text, width + 2).into_owned(), theme.style(role));
            frame.render_widget(line, Rect { y, height: 1, ..area });
        }
    }
}
