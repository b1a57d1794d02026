//! Where things are on the screen: what is painted notes its place, and a click finds what was painted there last. No place
//! is computed twice.

use std::cell::RefCell;

use ratatui::layout::{Position, Rect};

use super::keys::Action;

/// A part of a screen or of what lies over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The list that is the matter of the screen.
    List,
    /// Tabs.
    Tabs,
    /// The titles of columns.
    Columns,
    /// The cells of a matrix, line by line.
    Cells,
    /// The sections of the interview.
    Sections,
    /// The questions below their section.
    Page,
    /// The tree of files.
    Tree,
    /// The text of a file.
    Text,
    /// The boxes of the topology.
    Boxes,
    /// What is told of a box.
    Details,
}

/// What a click asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Choose this line of a part; once more, what Enter does there.
    Line(Part, usize),
    /// Give this part the keys.
    Part(Part),
    /// Do as if a key had asked for it.
    Act(Action),
    /// Put the cursor of what is typed there.
    Typed,
    /// Close what lies over the screen, as it is beside it.
    Outside,
}

/// Everything that was painted where, in the order of painting. It changes while everything else is only read, which is what
/// painting is.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    all: RefCell<Vec<(Rect, Touch)>>,
}

impl Hits {
    /// Painting begins.
    pub fn begin(&self) {
        self.all.borrow_mut().clear();
    }

    /// Something is painted there.
    pub fn note(&self, area: Rect, touch: Touch) {
        self.all.borrow_mut().push((area, touch));
    }

    /// A line of a part is painted there.
    pub fn line(&self, area: Rect, part: Part, index: usize) {
        self.note(area, Touch::Line(part, index));
    }

    /// A part is painted there.
    pub fn part(&self, area: Rect, part: Part) {
        self.note(area, Touch::Part(part));
    }

    /// What was painted there last, and where it begins.
    #[must_use]
    pub fn at(&self, at: Position) -> Option<(Rect, Touch)> {
        self.all.borrow().iter().rev().find(|(area, _)| area.contains(at)).copied()
    }

    /// The part that is there, if one is.
    #[must_use]
    pub fn part_at(&self, at: Position) -> Option<Part> {
        let all = self.all.borrow();
        let here = all.iter().rev().filter(|(area, _)| area.contains(at));
        let of = |touch: &Touch| match touch {
            Touch::Line(part, _) | Touch::Part(part) => Some(Some(*part)),
            Touch::Outside | Touch::Act(_) => Some(None),
            Touch::Typed => None,
        };
        here.map(|(_, touch)| touch).find_map(of).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_painted_last_is_hit() {
        let hits = Hits::default();
        let area = |y| Rect { x: 2, y, width: 10, height: 1 };
        let at = |x, y| Position { x, y };
        hits.part(Rect { x: 0, y: 0, width: 20, height: 20 }, Part::Tree);
        hits.line(area(3), Part::Tree, 7);
        hits.note(area(4), Touch::Typed);
        assert_eq!(hits.at(at(5, 3)), Some((area(3), Touch::Line(Part::Tree, 7))));
        assert_eq!((hits.part_at(at(5, 4)), hits.part_at(at(40, 4))), (Some(Part::Tree), None));
        hits.note(Rect { x: 0, y: 0, width: 20, height: 20 }, Touch::Outside);
        assert_eq!(
            (hits.at(at(5, 3)).map(|hit| hit.1), hits.part_at(at(5, 3))),
            (Some(Touch::Outside), None)
        );
        hits.begin();
        assert_eq!(hits.at(at(5, 3)), None);
    }
}
