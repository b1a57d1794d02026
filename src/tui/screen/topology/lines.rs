//! Lines in the room between two columns: from the chosen box to a lane in the middle, along it, and to other boxes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// To which sides a cell has lines.
const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// The lines of a gutter, cell by cell.
pub(super) struct Lines {
    area: Rect,
    sides: Vec<u8>,
    signs: Vec<Option<char>>,
}

impl Lines {
    /// A gutter without lines.
    pub(super) fn new(area: Rect) -> Self {
        let cells = usize::from(area.width) * usize::from(area.height);
        Self { area, sides: vec![0; cells], signs: vec![None; cells] }
    }

    /// The column of the lane, from the left side.
    const fn lane(&self) -> u16 {
        self.area.width / 2
    }

    fn cell(&self, x: u16, y: u16) -> Option<usize> {
        let row = y.checked_sub(self.area.y)?;
        (x < self.area.width && row < self.area.height)
            .then(|| usize::from(row) * usize::from(self.area.width) + usize::from(x))
    }

    fn add(&mut self, x: u16, y: u16, sides: u8) {
        if let Some(cell) = self.cell(x, y) {
            self.sides[cell] |= sides;
        }
    }

    fn sign(&mut self, x: u16, y: u16, sign: char) {
        if let Some(cell) = self.cell(x, y) {
            self.signs[cell] = Some(sign);
        }
    }

    /// From the lane to one of the sides; with a head where something ends there.
    fn reach(&mut self, y: u16, to_right: bool, has_head: bool) {
        let (lane, last) = (self.lane(), self.area.width.saturating_sub(1));
        let cells: Vec<u16> = if to_right { (lane..=last).collect() } else { (0..=lane).collect() };
        for x in cells {
            let sides = match (x == lane, to_right) {
                (true, true) => RIGHT,
                (true, false) => LEFT,
                (false, _) => LEFT | RIGHT,
            };
            self.add(x, y, sides);
        }
        if has_head {
            if to_right { self.sign(last, y, '▶') } else { self.sign(0, y, '◀') }
        }
    }

    /// From the chosen box to the lane; with a head at the box where something comes back.
    pub(super) fn leave(&mut self, y: u16, from_right: bool, comes_back: bool) {
        self.reach(y, from_right, comes_back);
    }

    /// From the lane to a box.
    pub(super) fn arrive(&mut self, y: u16, to_right: bool, has_head: bool) {
        self.reach(y, to_right, has_head);
    }

    /// Along the lane.
    pub(super) fn climb(&mut self, from: u16, to: u16) {
        let (top, bottom) = (from.min(to), from.max(to));
        for y in top..bottom {
            self.add(self.lane(), y, DOWN);
            self.add(self.lane(), y + 1, UP);
        }
    }

    /// Along the lane and out of sight.
    pub(super) fn vanish(&mut self, from: u16, to: u16, sign: char) {
        self.climb(from, to);
        if from != to {
            self.sign(self.lane(), to, sign);
        }
    }

    /// What is left of a line that passes behind a column: dots before the box at its other end.
    pub(super) fn stub(&mut self, y: u16, to_right: bool, has_head: bool) {
        let last = self.area.width.saturating_sub(1);
        let cells: Vec<u16> =
            if to_right { (self.lane() + 1..=last).collect() } else { (0..self.lane()).collect() };
        for x in cells {
            let is_free = self.cell(x, y).is_some_and(|cell| self.sides[cell] == 0);
            if is_free {
                self.sign(x, y, '┄');
            }
        }
        if has_head {
            if to_right { self.sign(last, y, '▶') } else { self.sign(0, y, '◀') }
        }
    }

    /// Draws the lines.
    pub(super) fn draw(&self, frame: &mut Frame<'_>, style: Style) {
        for y in self.area.y..self.area.bottom() {
            for x in 0..self.area.width {
                let Some(cell) = self.cell(x, y) else { continue };
                let sign = self.signs[cell].or_else(|| line(self.sides[cell]));
                if let (Some(sign), Some(place)) = (sign, frame.buffer_mut().cell_mut((self.area.x + x, y))) {
                    place.set_char(sign).set_style(style);
                }
            }
        }
    }
}

/// The sign for lines to these sides.
const fn line(sides: u8) -> Option<char> {
    const UP_DOWN: u8 = UP | DOWN;
    const LEFT_RIGHT: u8 = LEFT | RIGHT;
    Some(match (sides & UP_DOWN, sides & LEFT_RIGHT) {
        (0, 0) => return None,
        (0, _) => '─',
        (_, 0) => '│',
        (UP, LEFT) => '╯',
        (UP, RIGHT) => '╰',
        (DOWN, LEFT) => '╮',
        (DOWN, RIGHT) => '╭',
        (UP, _) => '┴',
        (DOWN, _) => '┬',
        (_, LEFT) => '┤',
        (_, RIGHT) => '├',
        _ => '┼',
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_meet_in_the_lane() {
        let mut lines = Lines::new(Rect { x: 10, y: 5, width: 5, height: 4 });
        lines.leave(5, false, true);
        lines.climb(5, 8);
        lines.arrive(7, true, true);
        lines.arrive(8, true, false);
        let row = |y: u16| -> String {
            let cells = (0..5).filter_map(|x| lines.cell(x, y));
            cells.map(|cell| lines.signs[cell].or_else(|| line(lines.sides[cell])).unwrap_or(' ')).collect()
        };
        assert_eq!([row(5), row(6), row(7), row(8)], ["◀─╮  ", "  │  ", "  ├─▶", "  ╰──"]);
    }
}
