//! Where everything stands on paper: boxes in columns, texts in boxes, lines in the gutters between the columns.
//!
//! All measures are whole pixels. Boxes stand on a grid of lines; the grid of every other column is moved by half a line,
//! so that no two lines that end at different columns ever run over each other.

mod card;
mod measure;
mod net;
mod order;
mod place;
mod route;

use super::{Drawing, Zone};
use crate::requirement::Requirements;
use crate::text::Speaker;

pub use card::{Card, PADDING, Style, Text};
pub use measure::width_of;
pub use route::Wire;

pub(super) use measure::fit;

/// How high a line of text is, in pixels.
pub(super) const LINE: i32 = 16;

/// A zone: a column with its colour.
#[derive(Clone, Debug)]
pub struct Band {
    /// The zone.
    pub zone: Zone,
    /// Where it begins.
    pub x: i32,
    /// How wide it is.
    pub width: i32,
}

/// Where everything stands.
#[derive(Clone, Debug)]
pub struct Layout {
    /// How wide the drawing is.
    pub width: i32,
    /// Where the zones begin.
    pub top: i32,
    /// Where the zones end.
    pub bottom: i32,
    /// The zones.
    pub bands: Vec<Band>,
    /// The boxes, in the order of the drawing.
    pub cards: Vec<Card>,
    /// The lines of the arrows.
    pub wires: Vec<Wire>,
}

impl Layout {
    /// Where everything of a drawing stands.
    #[must_use]
    pub fn of(drawing: &Drawing, requirements: &Requirements, speaker: &Speaker) -> Self {
        let nets = net::nets(drawing, requirements, speaker);
        let mut columns = order::columns(drawing);
        order::untangle(&mut columns, &nets);
        let mut cards = card::cards(drawing, &nets, &columns, speaker);
        let tracks = place::vertical(&mut cards, &columns, &route::skipping(&nets, &columns));
        let gutters = route::gutters(&nets, &columns, &cards, &tracks);
        let across = place::horizontal(&mut cards, &columns, &gutters);
        let wires = route::wires(drawing, &nets, &gutters, &across);
        Self {
            width: across.width,
            top: tracks.top,
            bottom: tracks.bottom,
            bands: across.bands,
            cards,
            wires,
        }
    }
}
