//! The journeys of a domain: who gets from where to what they came for, as a matrix; each journey hop by hop.
//!
//! Journeys are walked beside the screen, those of the chosen domain only: there may be ten thousand.

mod matrix;
mod way;

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::journey::{Client, Journey, Network, Walk};
use crate::plan::Because;
use crate::text::{Message, Speaker, wrap};
use crate::tui::hits::Part;
use crate::tui::keys::{Action, Place};
use crate::tui::overlay::{self, Overlay};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, paint_lines, pane};
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;
use matrix::Matrix;

/// The state of the journeys.
#[derive(Clone, Debug, Default)]
pub struct Journeys {
    /// The domain that was chosen; none until then, and where it is gone: the default SIP domain.
    domain: Option<String>,
    /// The line of the cursor: the domain, then the clients.
    line: Cursor,
    /// The network at the cursor: which of those that anybody is in.
    network: Cursor,
    /// The journey that is read hop by hop, where one is.
    reading: Option<(Client, Network)>,
    /// The hop at the cursor.
    hop: Cursor,
}

impl Journeys {
    /// Where keys have a meaning now.
    #[must_use]
    pub const fn place(&self) -> Place {
        if self.reading.is_some() { Place::Journey } else { Place::Journeys }
    }

    /// The domain whose journeys are shown.
    #[must_use]
    pub fn domain(&self, work: &Work) -> Option<String> {
        let domains = Walk::domains_of(&work.answered.plan);
        let chosen = self.domain.as_ref().filter(|domain| domains.binary_search(domain).is_ok()).cloned();
        let default = || work.answered.plan.domains.default_sip(&mut Because::default());
        let default = || default().map(|domain| domain.as_fqdn().to_string());
        chosen.or_else(default).or_else(|| domains.first().cloned())
    }

    /// Chooses a domain.
    pub fn choose(&mut self, domain: String) {
        self.domain = Some(domain);
        self.reading = None;
    }

    /// The journeys of the chosen domain, once they were walked.
    fn walked<'w>(&self, work: &'w Work) -> Option<&'w Arc<Vec<Journey>>> {
        work.journeys(&self.domain(work)?)
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action, work: &Work, words: &Speaker) -> Option<Vec<Wish>> {
        match action {
            Action::NextDomain => self.turn(work, 1),
            Action::PreviousDomain => self.turn(work, -1),
            Action::Domain => {
                let domains = overlay::domains(Walk::domains_of(&work.answered.plan));
                return Some(vec![Wish::Show(Box::new(domains))]);
            }
            _ if self.reading.is_some() => return self.act_on_the_way(action, work, words),
            _ => return self.act_in_matrix(action, work, words),
        }
        Some(Vec::new())
    }

    /// To another domain, so many further among all.
    fn turn(&mut self, work: &Work, step: isize) {
        let domains = Walk::domains_of(&work.answered.plan);
        let at = self.domain(work).and_then(|domain| domains.iter().position(|other| *other == domain));
        let next = at.unwrap_or(0).cast_signed() + step;
        let next = next.rem_euclid(domains.len().max(1).cast_signed()).unsigned_abs();
        if let Some(domain) = domains.get(next) {
            self.choose(domain.clone());
        }
    }

    fn act_in_matrix(&mut self, action: Action, work: &Work, words: &Speaker) -> Option<Vec<Wish>> {
        let matrix = self.walked(work).map(|journeys| Matrix::of(journeys)).unwrap_or_default();
        if self.line.act(action, matrix.clients.len() + 1, 5) {
            return Some(Vec::new());
        }
        let client = self.line.within(matrix.clients.len() + 1).checked_sub(1);
        let here = client.and_then(|client| matrix.at(client, self.network));
        match (action, client) {
            (Action::Next | Action::Previous, None) => {
                self.turn(work, if action == Action::Next { 1 } else { -1 });
            }
            (Action::Next, Some(_)) => {
                self.network.act(Action::Down, matrix.networks.len(), 1);
            }
            (Action::Previous, Some(_)) => {
                self.network = Cursor(self.network.within(matrix.networks.len()));
                self.network.act(Action::Up, matrix.networks.len(), 1);
            }
            (Action::Enter, None) => {
                let domains = overlay::domains(Walk::domains_of(&work.answered.plan));
                return Some(vec![Wish::Show(Box::new(domains))]);
            }
            (Action::Enter, Some(_)) => {
                // Where the plan has no journey, there is nothing to read.
                let (client, network, _) = here.filter(|(.., result)| result.is_some())?;
                (self.reading, self.hop) = (Some((client, network)), Cursor(0));
            }
            (Action::Why, Some(_)) => {
                let (client, network, _) = here?;
                let lines = way::lines(self.walked(work)?, client, network);
                let (journey, hop) = way::decisive(&lines)?;
                return Some(vec![Wish::Show(Box::new(Overlay::Why(way::why(journey, hop, words))))]);
            }
            (Action::Back, _) => return Some(vec![Wish::View(View::Interview)]),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn act_on_the_way(&mut self, action: Action, work: &Work, words: &Speaker) -> Option<Vec<Wish>> {
        if action == Action::Back {
            self.reading = None;
            return Some(Vec::new());
        }
        let (client, network) = self.reading?;
        let lines = way::lines(self.walked(work)?, client, network);
        if self.hop.act(action, lines.len(), 5) {
            return Some(Vec::new());
        }
        let line = lines.get(self.hop.within(lines.len()))?;
        match (action, line) {
            (Action::Enter, way::Line::Hop(journey, hop)) => Some(match way::cause(journey, hop) {
                Some(path) => vec![Wish::Jump(path.clone())],
                None => vec![Wish::Show(Box::new(Overlay::Why(way::why(journey, hop, words))))],
            }),
            (Action::Why, way::Line::Hop(journey, hop)) => {
                Some(vec![Wish::Show(Box::new(Overlay::Why(way::why(journey, hop, words))))])
            }
            _ => None,
        }
    }

    /// Draws the journeys.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, work: &Work, words: &Speaker, theme: &Theme) {
        let inner = pane(frame, area, &words.say(&Message::new("view-journeys")), true, theme);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let lines = match (self.reading, self.walked(work)) {
            (Some(reading), Some(journeys)) => {
                way::paint(journeys, reading, self.hop, inner, (work, words, theme))
            }
            (_, journeys) => self.overview(journeys.map(|journeys| &***journeys), inner, work, words, theme),
        };
        let entries: Vec<Option<usize>> = lines.iter().map(|(entry, _)| *entry).collect();
        paint_lines(frame, inner, lines, theme);
        if let (None, Some(journeys)) = (self.reading, self.walked(work)) {
            let matrix = Matrix::of(journeys);
            for (y, entry) in (inner.y..inner.bottom()).zip(entries) {
                // The first line is that of the domain.
                if let Some(line) = entry.filter(|line| *line > 0) {
                    matrix.note_cells(line, Rect { y, height: 1, ..inner }, theme);
                }
            }
        }
    }

    /// Goes to a line that was clicked; whether it was there already.
    pub fn point(&mut self, part: Part, at: usize) -> bool {
        match part {
            Part::Cells => {
                let was_in_line = self.line.point(at / Network::ALL.len());
                self.network.point(at % Network::ALL.len()) && was_in_line
            }
            _ if self.reading.is_some() => self.hop.point(at),
            _ => self.line.point(at),
        }
    }

    /// The domain, and which of how many it is.
    fn headline(&self, width: usize, work: &Work, words: &Speaker, theme: &Theme) -> Line<'static> {
        let domains = Walk::domains_of(&work.answered.plan);
        let domain = self.domain(work).unwrap_or_default();
        let number = domains.iter().position(|other| *other == domain).map_or(0, |at| at + 1);
        let told = Message::new("journeys-domain").with("domain", &domain).counting("number", number);
        let told = words.say(&told.counting("of", domains.len()));
        let is_here = self.line.0 == 0;
        let text = crate::text::pad(&format!("{} {told}", if is_here { '▸' } else { ' ' }), width);
        Line::styled(text, theme.style(if is_here { Role::Cursor } else { Role::Chosen }))
    }

    /// The domain, the matrix, and what is to be said of the cell at the cursor.
    fn overview(
        &self,
        journeys: Option<&[Journey]>,
        area: Rect,
        work: &Work,
        words: &Speaker,
        theme: &Theme,
    ) -> Vec<(Option<usize>, Line<'static>)> {
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        let mut lines = vec![(Some(0), self.headline(width, work, words, theme))];
        let faint = |key: &'static str| {
            let text = wrap(&words.say(&Message::new(key)), width);
            text.into_iter().map(|text| (None, Line::styled(text, theme.style(Role::Faint))))
        };
        lines.push((None, Line::default()));
        let Some(journeys) = journeys else {
            lines.extend(faint("journeys-waits"));
            return lines;
        };
        let matrix = Matrix::of(journeys);
        if matrix.clients.is_empty() {
            lines.extend(faint("walk-none"));
            return lines;
        }
        let client = self.line.within(matrix.clients.len() + 1).checked_sub(1);
        // What is said of the cell keeps a third of the room.
        let room = height.saturating_sub(lines.len() + 2 + height / 3);
        lines.extend(matrix.lines(client, self.network, width, room, words, theme));
        lines.push((None, Line::styled("─".repeat(width), theme.style(Role::Border))));
        let said = match client.and_then(|client| matrix.at(client, self.network)) {
            Some((client, network, Some(_))) => way::summary(journeys, client, network, words),
            Some((client, network, None)) => {
                let none = Message::new("journeys-excluded").with("client", client);
                vec![(words.say(&none.saying("network", matrix::named(network))), Role::Faint)]
            }
            None => vec![(words.say(&matrix.count()), Role::Text)],
        };
        for (text, role) in said {
            let text = wrap(&text, width).into_iter();
            lines.extend(text.map(|text| (None, Line::styled(text, theme.style(role)))));
        }
        lines
    }
}
