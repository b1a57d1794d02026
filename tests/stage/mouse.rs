//! A mouse for the stage: it clicks and turns its wheel where a text stands, or at a cell.

use ratatui::layout::Position;
use ucplan::text::cells;
use ucplan::tui::event::Event;

use super::{Stage, rows};

impl Stage {
    /// Clicks where a text stands for the first time.
    #[track_caller]
    pub fn click(&mut self, text: &str) {
        self.click_in(0, text);
    }

    /// Clicks where a text stands for the first time from this column on.
    #[track_caller]
    pub fn click_in(&mut self, from: u16, text: &str) {
        let Position { x, y } = self.place_of(from, text);
        self.click_at(x, y);
    }

    /// Clicks at a cell, counted from zero.
    pub fn click_at(&mut self, x: u16, y: u16) {
        // A person sees first what they click on.
        self.buffer();
        self.program.feed(Event::Click(Position { x, y }));
        self.program.settle();
    }

    /// Turns the wheel where a text stands.
    #[track_caller]
    pub fn wheel(&mut self, text: &str, is_down: bool) {
        let Position { x, y } = self.place_of(0, text);
        self.wheel_at(x, y, is_down);
    }

    /// Turns the wheel at a cell, counted from zero.
    pub fn wheel_at(&mut self, x: u16, y: u16, is_down: bool) {
        self.buffer();
        self.program.feed(Event::Wheel(Position { x, y }, is_down));
        self.program.settle();
    }

    #[track_caller]
    fn place_of(&mut self, from: u16, text: &str) -> Position {
        let buffer = self.buffer();
        for (row, y) in rows(&buffer).zip(buffer.area.top()..) {
            let row: Vec<_> = row.into_iter().filter(|(x, _)| *x >= from).collect();
            let line: String = row.iter().map(|(_, cell)| cell.symbol()).collect();
            if let (Some(at), Some((first, _))) = (line.find(text), row.first()) {
                let before = u16::try_from(cells(&line[..at])).unwrap_or(0);
                return Position { x: first + before, y };
            }
        }
        panic!("{text:?} is not there:\n{}", self.text());
    }
}
