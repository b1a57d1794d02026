//! The boxes in their three columns, and between them the arrows of the chosen one. Only what is in sight is laid out.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::lines::Lines;
use crate::artifact::drawing::{Arrow, Drawing, Nature, Node, Zone, ports};
use crate::requirement::Requirements;
use crate::text::{Message, Speaker, cells, fit, pad};
use crate::tui::hits::Part;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::window;

/// How many lines a box takes.
pub(super) const HEIGHT: u16 = 3;

/// The columns, on the screen and in the drawing.
const COLUMNS: usize = Zone::ALL.len();

/// A column in sight.
struct Column {
    /// Its boxes.
    nodes: Vec<usize>,
    /// Those of them that are in sight.
    visible: Range<usize>,
    x: u16,
    width: u16,
}

impl Column {
    /// The middle line of a box: below the sight, above it, or in it.
    fn sight(&self, at: usize, top: u16, bottom: u16) -> Option<Sight> {
        let place = self.nodes.iter().position(|node| *node == at)?;
        Some(match place.checked_sub(self.visible.start) {
            None => Sight::Above(top),
            Some(_) if place >= self.visible.end => Sight::Below(bottom.saturating_sub(1)),
            Some(row) => Sight::At(top + HEIGHT * u16::try_from(row).unwrap_or(0) + 1),
        })
    }
}

/// Where a box is, as lines see it.
#[derive(Clone, Copy)]
enum Sight {
    Above(u16),
    At(u16),
    Below(u16),
}

/// Draws the names of the zones, the boxes in sight and the arrows of the one that is chosen.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    (drawing, here): (&Drawing, usize),
    requirements: &Requirements,
    words: &Speaker,
    theme: &Theme,
) {
    let columns = columns(area, drawing, here);
    let boxes = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let ties = ties(drawing, here);
    draw_lines(frame, boxes, (drawing, here), &columns, &ties, theme);
    for (zone, column) in Zone::ALL.into_iter().zip(&columns) {
        let place = Rect { x: column.x, width: column.width, height: 1, ..area };
        frame.render_widget(Line::styled(head(zone, column, words), theme.style(Role::Label)), place);
        for (row, at) in column.nodes[column.visible.clone()].iter().enumerate() {
            let y = boxes.y + HEIGHT * u16::try_from(row).unwrap_or(0);
            let place = Rect { x: column.x, y, width: column.width, height: HEIGHT };
            let tie = ties.iter().find(|tie| tie.other == *at);
            let label = tie.map(|tie| tie.label(requirements));
            theme.hits.line(place, Part::Boxes, *at);
            draw_box(frame, place, (drawing, *at), *at == here, label, words, theme);
        }
    }
}

/// The name of a zone; where not all of its boxes are in sight, also which are.
fn head(zone: Zone, column: &Column, words: &Speaker) -> String {
    let name = words.say(&Message::new(zone.key()));
    let text = if column.visible.len() == column.nodes.len() {
        name
    } else {
        let message = Message::new("topology-zone").with("zone", name);
        let message = message.with("first", column.visible.start + 1).with("last", column.visible.end);
        words.say(&message.with("count", column.nodes.len()))
    };
    pad(&text, usize::from(column.width))
}

/// The arrows between the chosen box and another one.
struct Tie<'d> {
    other: usize,
    /// Those that end at the other one.
    there: Vec<&'d Arrow>,
    /// Those that end at the chosen one.
    back: Vec<&'d Arrow>,
}

impl Tie<'_> {
    /// The ports of both directions.
    fn label(&self, requirements: &Requirements) -> String {
        let told = |sign: &str, arrows: &[&Arrow]| {
            let of = |is_balancing: bool| {
                let such = arrows.iter().filter(|arrow| (arrow.nature == Nature::Balancing) == is_balancing);
                let rows: Vec<usize> = such.clone().flat_map(|arrow| arrow.rows.iter().copied()).collect();
                such.clone().next().map(|arrow| ports(arrow.nature, &rows, requirements))
            };
            let all: Vec<String> = [false, true].into_iter().filter_map(of).collect();
            (!all.is_empty()).then(|| format!("{sign} {}", all.join("; ")))
        };
        let is_own = self.there.iter().any(|arrow| arrow.from == arrow.to);
        let there = told(if is_own { "↻" } else { "→" }, &self.there);
        let back = told("←", if is_own { &[] } else { &self.back });
        there.into_iter().chain(back).collect::<Vec<_>>().join(" ")
    }
}

/// The arrows of the chosen box, by the box at their other end.
fn ties(drawing: &Drawing, here: usize) -> Vec<Tie<'_>> {
    let mut ties: Vec<Tie<'_>> = Vec::new();
    for arrow in drawing.arrows.iter().filter(|arrow| arrow.from == here || arrow.to == here) {
        let other = if arrow.from == here { arrow.to } else { arrow.from };
        let at = ties.iter().position(|tie| tie.other == other).unwrap_or_else(|| {
            ties.push(Tie { other, there: Vec::new(), back: Vec::new() });
            ties.len() - 1
        });
        if arrow.from == here { ties[at].there.push(arrow) } else { ties[at].back.push(arrow) }
    }
    ties
}

/// The columns: that of the choice shows it, the others the first box that it is tied to.
fn columns(area: Rect, drawing: &Drawing, here: usize) -> [Column; COLUMNS] {
    let gutter = match area.width {
        0..70 => 4,
        _ => 6,
    };
    let width = area.width.saturating_sub(2 * gutter) / 3;
    let room = usize::from(area.height.saturating_sub(1) / HEIGHT);
    let is_tied = |at: usize| {
        let touches =
            |arrow: &Arrow| (arrow.from == here && arrow.to == at) || (arrow.to == here && arrow.from == at);
        drawing.arrows.iter().any(touches)
    };
    let mut index = 0;
    Zone::ALL.map(|zone| {
        let nodes: Vec<usize> = drawing.of_zone(zone).collect();
        let own = nodes.iter().position(|at| *at == here);
        let visible = own.map_or_else(
            || {
                let first = nodes.iter().position(|at| is_tied(*at)).unwrap_or(0);
                let top = first.min(nodes.len().saturating_sub(room));
                top..(top + room).min(nodes.len())
            },
            |own| window(own, nodes.len(), room),
        );
        let x = area.x + index * (width + gutter);
        index += 1;
        Column { nodes, visible, x, width }
    })
}

/// A box: what it is in its upper border, its name, and in its lower border the ports of the arrows to and from the chosen
/// one, which has a heavy border and a pointer.
fn draw_box(
    frame: &mut Frame<'_>,
    area: Rect,
    (drawing, at): (&Drawing, usize),
    is_here: bool,
    label: Option<String>,
    words: &Speaker,
    theme: &Theme,
) {
    let node = &drawing.nodes[at];
    let width = usize::from(area.width);
    let inner = width.saturating_sub(2);
    let (above, name) = titles(node, words);
    let role = match (is_here, &label) {
        (true, _) => Role::Focus,
        (false, Some(_)) => Role::Text,
        (false, None) => Role::Border,
    };
    let border = theme.style(role);
    let upright = if is_here { "┃" } else { "│" };
    let edge = |corners: &str, text: &str| {
        let level = if is_here { "━" } else { "─" };
        // What it is counts more than the line around that.
        let (before, text) =
            if cells(text) < inner { (level, text.into()) } else { ("", fit(text.trim(), inner)) };
        let rest = level.repeat(inner.saturating_sub(cells(before) + cells(&text)));
        let (left, right) = corners.split_at(corners.len() / 2);
        Line::styled(format!("{left}{before}{text}{rest}{right}"), border)
    };
    let [upper, lower] = if is_here { ["┏┓", "┗┛"] } else { ["╭╮", "╰╯"] };
    let pointer = if is_here { "▸ " } else { " " };
    let style = theme.style(if is_here { Role::Chosen } else { Role::Text });
    let middle = Line::from(vec![
        Span::styled(upright, border),
        Span::styled(pad(&format!("{pointer}{name}"), inner), style),
        Span::styled(upright, border),
    ]);
    let below = label.map(|label| format!("{label} ")).unwrap_or_default();
    for (y, line) in (area.y..).zip([edge(upper, &above), middle, edge(lower, &below)]) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// What stands in the upper border of a box, and what in it.
fn titles(node: &Node, words: &Speaker) -> (String, String) {
    let kind = words.say(&Message::new(node.kind.key()));
    match node.name.as_str() {
        "" => (String::new(), kind),
        name => (format!(" {kind} "), name.to_owned()),
    }
}

/// The lines from the chosen box to those that it is tied to.
fn draw_lines(
    frame: &mut Frame<'_>,
    area: Rect,
    (drawing, here): (&Drawing, usize),
    columns: &[Column; COLUMNS],
    ties: &[Tie<'_>],
    theme: &Theme,
) {
    let zone = |at: usize| Zone::ALL.iter().position(|zone| *zone == drawing.nodes[at].zone).unwrap_or(0);
    let own = zone(here);
    let Some(Sight::At(start)) = columns[own].sight(here, area.y, area.bottom()) else { return };
    let mut gutters = [0, 1].map(|left| {
        let x = columns[left].x + columns[left].width;
        Lines::new(Rect { x, width: columns[left + 1].x.saturating_sub(x), ..area })
    });
    for tie in ties.iter().filter(|tie| tie.other != here) {
        let other = zone(tie.other);
        if let Some(sight) = columns[other].sight(tie.other, area.y, area.bottom()) {
            draw_tie(&mut gutters, (own, start), (other, sight), tie);
        }
    }
    for gutter in gutters {
        gutter.draw(frame, theme.style(Role::Focus));
    }
}

/// The line between the chosen box, at a height of its column, and another one.
fn draw_tie(
    gutters: &mut [Lines; COLUMNS - 1],
    (own, start): (usize, u16),
    (other, sight): (usize, Sight),
    tie: &Tie<'_>,
) {
    // Boxes of one column are tied at its right side, those inside at their left one.
    let (gutter, from_right) = match (own, other) {
        (own, other) if own == other => (own.min(1), own == COLUMNS - 1),
        (own, other) if own < other => (own, false),
        (own, _) => (own - 1, true),
    };
    let (there, back) = (!tie.there.is_empty(), !tie.back.is_empty());
    gutters[gutter].leave(start, from_right, back);
    let to_right = if own == other { from_right } else { own < other };
    match sight {
        // A line that passes behind a column is only hinted at.
        Sight::At(end) if own.abs_diff(other) > 1 => {
            gutters[if own < other { other - 1 } else { other }].stub(end, to_right, there);
        }
        _ if own.abs_diff(other) > 1 => {}
        Sight::At(end) => {
            gutters[gutter].climb(start, end);
            gutters[gutter].arrive(end, to_right, there);
        }
        Sight::Above(end) => gutters[gutter].vanish(start, end, '▲'),
        Sight::Below(end) => gutters[gutter].vanish(start, end, '▼'),
    }
}
