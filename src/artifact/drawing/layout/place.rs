//! Boxes in their places: first how high they stand, then, once it is known how many lines pass between the columns, how far
//! to the right.

use super::card::Card;
use super::order::{COLUMNS, Columns};
use super::route::Gutter;
use super::{Band, LINE};
use crate::artifact::drawing::Zone;

/// Where the zones begin: above them stands the title.
const TOP: i32 = 64;

/// The line with the name of a zone.
const HEAD: i32 = 32;

/// Between two lines that pass over boxes.
const TRACK: i32 = 12;

/// Between two boxes.
const GAP: i32 = 2 * LINE;

/// Between the edge of the drawing and its zones.
const MARGIN: i32 = 24;

/// A zone is at least so wide, with boxes or without.
const LEAST: i32 = 130;

/// Between a zone's border and its boxes.
const INSET: i32 = 16;

/// Everything that has a height.
pub(super) struct Tracks {
    pub(super) top: i32,
    pub(super) bottom: i32,
    /// The height of each net that passes over boxes.
    pub(super) of: Vec<(usize, i32)>,
}

/// Places boxes from top to bottom, each column in the middle; `skipping` are the nets that pass over a column.
pub(super) fn vertical(cards: &mut [Card], columns: &Columns, skipping: &[usize]) -> Tracks {
    let track = |place: usize| TOP + HEAD + 8 + TRACK * i32::try_from(place).unwrap_or(0);
    let of = skipping.iter().enumerate().map(|(place, net)| (*net, track(place))).collect();
    let begin = on_grid(track(skipping.len()) + LINE);
    let height = |column: &Vec<usize>| -> i32 {
        column.iter().map(|at| cards[*at].height + GAP).sum::<i32>() - if column.is_empty() { 0 } else { GAP }
    };
    let heights: Vec<i32> = columns.of.iter().map(height).collect();
    let tallest = heights.iter().copied().max().unwrap_or(0);
    let mut bottom = begin;
    for (number, column) in columns.of.iter().enumerate() {
        let half = if number % 2 == 1 { LINE / 2 } else { 0 };
        let gaps = i32::try_from(column.len()).unwrap_or(0) + 1;
        // Boxes spread, as long as they stay together.
        let spread = on_grid(((tallest - heights[number]) / gaps).min(3 * LINE));
        let used = heights[number] + spread * (gaps - 2).max(0);
        let mut y = begin + half + on_grid((tallest - used) / 2);
        for at in column {
            cards[*at].y = y;
            y += cards[*at].height + GAP + spread;
            bottom = bottom.max(cards[*at].y + cards[*at].height);
        }
    }
    Tracks { top: TOP, bottom: bottom + INSET, of }
}

const fn on_grid(y: i32) -> i32 {
    y / LINE * LINE
}

/// Everything that has a place from left to right.
pub(super) struct Across {
    pub(super) width: i32,
    pub(super) bands: Vec<Band>,
    /// Where the column left of each gutter ends, and where the one right of it begins.
    pub(super) gutters: [(i32, i32); COLUMNS - 1],
}

/// Places boxes from left to right.
pub(super) fn horizontal(cards: &mut [Card], columns: &Columns, gutters: &[Gutter; COLUMNS - 1]) -> Across {
    let mut x = MARGIN + INSET;
    let mut edges = [(0, 0); COLUMNS];
    for (number, column) in columns.of.iter().enumerate() {
        let widest = column.iter().map(|at| cards[*at].width).max().unwrap_or(0);
        let width = if number < Zone::ALL.len() { widest.max(LEAST) } else { widest };
        for at in column {
            cards[*at].x = x;
        }
        edges[number] = (x, x + width);
        let is_last = columns.of[number + 1..].iter().all(Vec::is_empty);
        x += width + gutters.get(number).map_or(0, |gutter| gutter.width(is_last));
    }
    let between = [0, 1, 2].map(|number| (edges[number].1, edges[number + 1].0));
    let end = |number: usize| i32::midpoint(between[number].0, between[number].1);
    let last = edges[COLUMNS - 1].1 + INSET;
    let borders = [(MARGIN, end(0) - 3), (end(0) + 3, end(1) - 3), (end(1) + 3, last)];
    let bands = Zone::ALL.into_iter().zip(borders);
    let bands = bands.map(|(zone, (x, end))| Band { zone, x, width: end - x }).collect();
    Across { width: last + MARGIN, bands, gutters: between }
}
