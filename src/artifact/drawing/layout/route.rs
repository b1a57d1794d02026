//! Lines in the gutters between the columns: each net has a lane of its own, up and down, and reaches its boxes from there.

use super::card::{Card, is_from_right};
use super::net::Net;
use super::order::{COLUMNS, Columns};
use super::place::{Across, Tracks};
use crate::artifact::drawing::{Drawing, Nature, Zone};

/// Between two lanes.
const LANE: i32 = 9;

/// Between the boxes and the first lane.
const SHORE: i32 = 22;

/// What a lane reaches at a height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// A box where the net begins.
    Begin,
    /// The box where it ends.
    End,
    /// The same net's lane in the next gutter.
    Next,
}

/// A line from a lane to one side.
#[derive(Clone, Copy, Debug)]
struct Pin {
    y: i32,
    is_right: bool,
    reach: Reach,
}

/// What a net has in one gutter.
#[derive(Clone, Debug)]
struct Run {
    net: usize,
    pins: Vec<Pin>,
    lane: i32,
}

impl Run {
    fn span(&self) -> (i32, i32) {
        let heights = || self.pins.iter().map(|pin| pin.y);
        (heights().min().unwrap_or(0), heights().max().unwrap_or(0))
    }

    /// How many lines cross where this one has the lane left of the other.
    fn crossings(&self, right: &Self) -> usize {
        let within = |y: i32, (low, high): (i32, i32)| low < y && y < high;
        let own = self.pins.iter().filter(|pin| pin.is_right && within(pin.y, right.span())).count();
        own + right.pins.iter().filter(|pin| !pin.is_right && within(pin.y, self.span())).count()
    }
}

/// The room between two columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Gutter {
    runs: Vec<Run>,
    lanes: i32,
}

impl Gutter {
    /// How wide it is; behind the last column there need be none.
    pub(super) fn width(&self, is_last: bool) -> i32 {
        match self.lanes {
            0 if is_last => 0,
            lanes => 2 * SHORE + LANE * (lanes - 1).max(0),
        }
    }
}

/// The nets that pass over a column.
pub(super) fn skipping(nets: &[Net], columns: &Columns) -> Vec<usize> {
    let column = |at: usize| columns.column[at];
    let is_long = |net: &Net| net.from.iter().any(|from| column(*from).abs_diff(column(net.to)) > 1);
    (0..nets.len()).filter(|at| is_long(&nets[*at])).collect()
}

/// The lanes of all nets.
pub(super) fn gutters(
    nets: &[Net],
    columns: &Columns,
    cards: &[Card],
    tracks: &Tracks,
) -> [Gutter; COLUMNS - 1] {
    let mut gutters: [Gutter; COLUMNS - 1] = Default::default();
    for at in 0..nets.len() {
        for (number, pins) in pins(at, nets, columns, cards, tracks) {
            gutters[number].runs.push(Run { net: at, pins, lane: 0 });
        }
    }
    for gutter in &mut gutters {
        arrange(gutter);
    }
    gutters
}

/// What a net reaches in each gutter.
fn pins(
    at: usize,
    nets: &[Net],
    columns: &Columns,
    cards: &[Card],
    tracks: &Tracks,
) -> Vec<(usize, Vec<Pin>)> {
    let net = &nets[at];
    let is_right = is_from_right(net, columns);
    let to = columns.column[net.to];
    // The gutter at the side of a column to which lines go.
    let beside = |column: usize, to_right: bool| if to_right { column } else { column - 1 };
    let arrival =
        cards[net.to].arrivals.iter().find(|(ending, _)| *ending == at).map_or(0, |(_, line)| *line);
    let end = Pin { y: cards[net.to].middle_of(arrival), is_right: !is_right, reach: Reach::End };
    let mut pins = vec![(beside(to, is_right), vec![end])];
    for from in &net.from {
        let column = columns.column[*from];
        // Boxes of one column meet at the side where the net arrives.
        let to_right = if column == to { is_right } else { column < to };
        let begin = Pin {
            y: cards[*from].middle_of(cards[*from].departure),
            is_right: !to_right,
            reach: Reach::Begin,
        };
        let number = beside(column, to_right);
        match pins.iter_mut().find(|(known, _)| *known == number) {
            Some((_, list)) => list.push(begin),
            None => pins.push((number, vec![begin])),
        }
    }
    pins.sort_by_key(|(number, _)| *number);
    let track = tracks.of.iter().find(|(net, _)| *net == at).map(|(_, y)| *y);
    if let (Some(y), [.., _, _]) = (track, &pins[..]) {
        let last = pins.len() - 1;
        for (place, (_, list)) in pins.iter_mut().enumerate() {
            list.extend((place > 0).then_some(Pin { y, is_right: false, reach: Reach::Next }));
            list.extend((place < last).then_some(Pin { y, is_right: true, reach: Reach::Next }));
        }
    }
    pins
}

/// Orders the runs of a gutter so that few lines cross, then gives them lanes: runs that never meet share one.
fn arrange(gutter: &mut Gutter) {
    let runs = &mut gutter.runs;
    runs.sort_by_key(|run| (run.span(), run.net));
    for _ in 0..runs.len() {
        let mut is_better = false;
        for at in 1..runs.len() {
            if runs[at].crossings(&runs[at - 1]) < runs[at - 1].crossings(&runs[at]) {
                runs.swap(at - 1, at);
                is_better = true;
            }
        }
        if !is_better {
            break;
        }
    }
    let mut taken: Vec<(i32, i32)> = Vec::new();
    for run in runs {
        let (low, high) = run.span();
        if gutter.lanes == 0 || taken.iter().any(|(top, bottom)| low <= bottom + LANE && *top <= high + LANE)
        {
            gutter.lanes += 1;
            taken.clear();
        }
        taken.push((low, high));
        run.lane = gutter.lanes - 1;
    }
}

/// The line of a net.
#[derive(Clone, Debug)]
pub struct Wire {
    /// Its arrows, by their place in the drawing.
    pub arrows: Vec<usize>,
    /// What they are.
    pub nature: Nature,
    /// The zone where they begin.
    pub zone: Zone,
    /// Its pieces, each from one point to another.
    pub lines: Vec<[(i32, i32); 2]>,
    /// Where pieces meet.
    pub joints: Vec<(i32, i32)>,
    /// Where it ends: at this point of the side of a box.
    pub head: (i32, i32),
    /// Whether it points to the right.
    pub is_right: bool,
}

/// The lines of all nets.
pub(super) fn wires(
    drawing: &Drawing,
    nets: &[Net],
    gutters: &[Gutter; COLUMNS - 1],
    across: &Across,
) -> Vec<Wire> {
    let mut wires = Vec::new();
    for (at, net) in nets.iter().enumerate() {
        let of_gutter = |(number, gutter): (usize, &'_ Gutter)| {
            let run = gutter.runs.iter().find(|run| run.net == at)?;
            let (left, right) = across.gutters[number];
            Some(Passage { run: run.clone(), left, right, lane: left + SHORE + LANE * run.lane })
        };
        let passages: Vec<Passage> = gutters.iter().enumerate().filter_map(of_gutter).collect();
        let mut wire = Wire {
            arrows: net.arrows.clone(),
            nature: net.nature,
            zone: net.from.first().map_or(Zone::Internet, |from| drawing.nodes[*from].zone),
            lines: Vec::new(),
            joints: Vec::new(),
            head: (0, 0),
            is_right: true,
        };
        for (place, passage) in passages.iter().enumerate() {
            let next = passages.get(place + 1).map_or(passage.lane, |next| next.lane);
            wire.pass(passage, next);
        }
        wires.push(wire);
    }
    join(&mut wires);
    wires
}

/// What a net has in one gutter, and where that is.
struct Passage {
    run: Run,
    left: i32,
    right: i32,
    lane: i32,
}

impl Wire {
    /// Goes along a lane and to everything that it reaches; the lane of the next gutter is at `next`.
    fn pass(&mut self, passage: &Passage, next: i32) {
        let Passage { run, left, right, lane } = passage;
        let (low, high) = run.span();
        self.lines.push([(*lane, low), (*lane, high)]);
        for pin in &run.pins {
            let side = if pin.is_right { *right } else { *left };
            match pin.reach {
                Reach::Begin => self.lines.push([(side, pin.y), (*lane, pin.y)]),
                Reach::End => {
                    self.lines.push([(*lane, pin.y), (side, pin.y)]);
                    (self.head, self.is_right) = ((side, pin.y), pin.is_right);
                }
                Reach::Next if pin.is_right => self.lines.push([(*lane, pin.y), (next, pin.y)]),
                Reach::Next => {}
            }
            let is_joint = low < pin.y && pin.y < high;
            self.joints.extend(Some((*lane, pin.y)).filter(|_| is_joint));
        }
    }
}

/// Adds a joint wherever a line of one net turns away from one that another net goes along further: both begin there.
fn join(wires: &mut [Wire]) {
    let mut joints: Vec<(usize, (i32, i32))> = Vec::new();
    for (at, wire) in wires.iter().enumerate() {
        for [begin, turn] in wire.lines.iter().filter(|[(_, one), (_, other)]| one == other) {
            let goes_further = |[start, end]: &&[(i32, i32); 2]| {
                start == begin && end.1 == turn.1 && (end.0 - start.0).abs() > (turn.0 - begin.0).abs()
            };
            if wires.iter().flat_map(|wire| &wire.lines).any(|line| goes_further(&line)) {
                joints.push((at, *turn));
            }
        }
    }
    for (at, joint) in joints {
        if !wires[at].joints.contains(&joint) {
            wires[at].joints.push(joint);
        }
    }
}
