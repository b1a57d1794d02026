//! The matrix of journeys: a row for each client, a column for each network that anybody is in.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::journey::{Client, Journey, Network, Outcome};
use crate::text::{Message, Speaker, cells, pad};
use crate::tui::hits::Part;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, window};

/// The widest column of clients.
const CLIENT: usize = 30;

/// How each client fares in each network; of several pools the worst counts.
#[derive(Default)]
pub(super) struct Matrix {
    /// The clients, by name.
    pub(super) clients: Vec<Client>,
    /// The networks that anybody is in.
    pub(super) networks: Vec<Network>,
    results: Vec<(Client, Network, Outcome)>,
}

impl Matrix {
    /// The matrix of some journeys.
    pub(super) fn of(journeys: &[Journey]) -> Self {
        let mut matrix = Self::default();
        for journey in journeys {
            let (client, network, result) = (journey.client, journey.network, journey.result());
            let is_same = |cell: &&mut (Client, Network, Outcome)| (cell.0, cell.1) == (client, network);
            match matrix.results.iter_mut().find(is_same) {
                Some(cell) => cell.2 = cell.2.max(result),
                None => matrix.results.push((client, network, result)),
            }
            if !matrix.clients.contains(&client) {
                matrix.clients.push(client);
            }
        }
        let is_there = |network: &&Network| matrix.results.iter().any(|(_, other, _)| other == *network);
        matrix.networks = Network::ALL.iter().filter(is_there).copied().collect();
        matrix
    }

    /// The cell of a client in the network at the cursor: how it ended, unless the plan has no such journey.
    pub(super) fn at(&self, client: usize, network: Cursor) -> Option<(Client, Network, Option<Outcome>)> {
        let client = *self.clients.get(client)?;
        let network = *self.networks.get(network.within(self.networks.len()))?;
        Some((client, network, self.result(client, network)))
    }

    fn result(&self, client: Client, network: Network) -> Option<Outcome> {
        let found = self.results.iter().find(|cell| (cell.0, cell.1) == (client, network));
        found.map(|(.., result)| *result)
    }

    /// How many cells are how.
    pub(super) fn count(&self) -> Message {
        let count = |wanted| self.results.iter().filter(|(.., result)| *result == wanted).count();
        Message::new("journeys-count")
            .counting("passed", count(Outcome::Pass))
            .counting("remarked", count(Outcome::PassWithRemark))
            .counting("failed", count(Outcome::Fail))
    }

    /// The matrix in so many lines, its head first.
    pub(super) fn lines(
        &self,
        here: Option<usize>,
        network: Cursor,
        width: usize,
        height: usize,
        words: &Speaker,
        theme: &Theme,
    ) -> Vec<(Option<usize>, Line<'static>)> {
        let (first, column) = self.widths(width);
        let at = network.within(self.networks.len());
        let mut head =
            vec![Span::raw(pad(&format!("  {}", words.say(&Message::new("walk-client"))), first + 2))];
        head.extend(self.networks.iter().map(|network| {
            Span::styled(centred(&words.say(&named(*network)), column), theme.style(Role::Label))
        }));
        head[0].style = theme.style(Role::Label);
        let mut lines = vec![(None, Line::from(head))];
        for index in window(here.unwrap_or(0), self.clients.len(), height.saturating_sub(1).max(1)) {
            let client = self.clients[index];
            let is_here = here == Some(index);
            let pointer = if is_here { '▸' } else { ' ' };
            let name = pad(&format!("{pointer} {client}"), first + 2);
            let style = theme.style(if is_here { Role::Chosen } else { Role::Text });
            let mut spans = vec![Span::styled(name, style)];
            for (nth, network) in self.networks.iter().enumerate() {
                let (sign, role) = sign(self.result(client, *network));
                let is_cell = is_here && nth == at;
                // The cell at the cursor has brackets, whatever the colours.
                let sign = if is_cell { format!("[{sign}]") } else { sign.to_owned() };
                let role = if is_cell { Role::Cursor } else { role };
                spans.push(Span::styled(centred(&sign, column), theme.style(role)));
            }
            // The line of the domain stands before those of the clients.
            lines.push((Some(index + 1), Line::from(spans)));
        }
        lines
    }

    /// How wide the names of the clients are, and each cell.
    fn widths(&self, width: usize) -> (usize, usize) {
        let widest = self.clients.iter().map(|client| cells(&client.to_string())).max().unwrap_or(0);
        let first = widest.min(CLIENT).min(width / 2);
        (first, (width.saturating_sub(2 + first) / self.networks.len().max(1)).min(16))
    }

    /// Notes where the cells of a line are, for the mouse.
    pub(super) fn note_cells(&self, line: usize, place: Rect, theme: &Theme) {
        let (first, column) = self.widths(place.width.into());
        for nth in 0..self.networks.len() {
            let x = place.x + u16::try_from(first + 2 + nth * column).unwrap_or(0);
            let cell = Rect { x, width: u16::try_from(column).unwrap_or(0), ..place };
            theme.hits.line(cell, Part::Cells, line * Network::ALL.len() + nth);
        }
    }
}

/// What a network is called.
pub(super) const fn key_of(network: Network) -> &'static str {
    match network {
        Network::Corporate => "walk-corporate",
        Network::Internet => "walk-internet",
        Network::Wifi => "walk-wifi",
    }
}

/// What a network is called.
pub(super) fn named(network: Network) -> Message {
    Message::new(key_of(network))
}

/// The sign of an outcome: a remark has one of its own.
pub(super) const fn sign(result: Option<Outcome>) -> (&'static str, Role) {
    match result {
        None => ("·", Role::Faint),
        Some(Outcome::Pass) => ("✓", Role::Good),
        Some(Outcome::PassWithRemark) => ("✓ ●", Role::Advice),
        Some(Outcome::Fail) => ("✗", Role::Error),
    }
}

/// A text in the middle of so many cells.
fn centred(text: &str, width: usize) -> String {
    let before = width.saturating_sub(cells(text)) / 2;
    pad(&format!("{}{text}", " ".repeat(before)), width)
}
