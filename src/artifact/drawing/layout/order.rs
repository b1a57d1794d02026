//! Which box stands in which column, and in which order, so that few lines cross.

use super::net::Net;
use crate::artifact::drawing::{Drawing, Kind, Zone};

/// The columns: the Internet, the perimeter, inside what speaks to these, inside what does not.
pub(super) const COLUMNS: usize = 4;

/// So often the columns are ordered by their neighbours.
const SWEEPS: usize = 12;

/// The boxes of each column, from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) of: [Vec<usize>; COLUMNS],
    /// The column of each box.
    pub(super) column: Vec<usize>,
}

/// Whether each box inside is far: no arrow leads from it or to it over the border of its zone.
pub(super) fn far(drawing: &Drawing) -> Vec<bool> {
    let mut is_far: Vec<bool> = drawing.nodes.iter().map(|node| node.zone == Zone::Inside).collect();
    for arrow in &drawing.arrows {
        let zone = |at: usize| drawing.nodes[at].zone;
        if zone(arrow.from) != zone(arrow.to) {
            (is_far[arrow.from], is_far[arrow.to]) = (false, false);
        }
    }
    // Pools are what everything is about: they never stand aside.
    for (at, node) in drawing.nodes.iter().enumerate() {
        is_far[at] &= !matches!(node.kind, Kind::FrontEnd | Kind::Director);
    }
    let has_near = drawing.of_zone(Zone::Inside).any(|at| !is_far[at]);
    if has_near { is_far } else { vec![false; is_far.len()] }
}

/// The boxes in their columns, in the order of the drawing.
pub(super) fn columns(drawing: &Drawing) -> Columns {
    let mut columns = Columns { column: vec![0; drawing.nodes.len()], ..Columns::default() };
    for (at, is_far) in far(drawing).into_iter().enumerate() {
        let column = match drawing.nodes[at].zone {
            Zone::Internet => 0,
            Zone::Perimeter => 1,
            Zone::Inside => 2 + usize::from(is_far),
        };
        columns.column[at] = column;
        columns.of[column].push(at);
    }
    columns
}

/// Orders each column by where its neighbours stand, again and again; the order with the least length of lines stays.
pub(super) fn untangle(columns: &mut Columns, nets: &[Net]) {
    let mut best = columns.of.clone();
    let mut least = length(&best, nets, columns.column.len());
    for sweep in 0..SWEEPS {
        let order: Vec<usize> = match sweep % 2 {
            0 => (0..COLUMNS).collect(),
            _ => (0..COLUMNS).rev().collect(),
        };
        for column in order {
            let heights = heights(&columns.of, columns.column.len());
            let wish = |at: usize| {
                let near: Vec<f64> = nets
                    .iter()
                    .flat_map(|net| net.from.iter().map(move |from| (*from, net.to)))
                    .filter(|(from, to)| from != to && (*from == at || *to == at))
                    .map(|(from, to)| heights[if from == at { to } else { from }])
                    .collect();
                #[expect(clippy::cast_precision_loss, reason = "a drawing has few boxes")]
                let count = near.len() as f64;
                if near.is_empty() { heights[at] } else { near.iter().sum::<f64>() / count }
            };
            let mut boxes: Vec<(usize, f64)> = columns.of[column].iter().map(|at| (*at, wish(*at))).collect();
            boxes.sort_by(|(_, one), (_, other)| one.total_cmp(other));
            columns.of[column] = boxes.into_iter().map(|(at, _)| at).collect();
        }
        let now = length(&columns.of, nets, columns.column.len());
        if now + 1e-9 < least {
            (least, best) = (now, columns.of.clone());
        }
    }
    columns.of = best;
}

/// How high each box stands: from 0, at the top of its column, to 1.
#[expect(clippy::cast_precision_loss, reason = "a drawing has few boxes")]
fn heights(of: &[Vec<usize>; COLUMNS], count: usize) -> Vec<f64> {
    let mut heights = vec![0.5; count];
    for column in of {
        for (place, at) in column.iter().enumerate() {
            heights[*at] = (place as f64 + 0.5) / column.len() as f64;
        }
    }
    heights
}

/// How far all lines go up and down.
fn length(of: &[Vec<usize>; COLUMNS], nets: &[Net], count: usize) -> f64 {
    let heights = heights(of, count);
    let pairs = nets.iter().flat_map(|net| net.from.iter().map(move |from| (*from, net.to)));
    pairs.map(|(from, to)| (heights[from] - heights[to]).abs()).sum()
}
