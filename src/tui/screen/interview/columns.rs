//! The columns of a list of items: which of them are in sight, and how wide each is.

use std::collections::BTreeSet;

use super::rows;
use super::table::{GAP, Page};
use crate::interview::Question;
use crate::plan::Standing;
use crate::text::cells;
use crate::tui::work::Work;

/// As wide as this, in cells, the names of items come before other columns.
const NAME: usize = 34;

/// As wide as this, in cells, any other column comes before further columns.
const OTHER: usize = 20;

/// A column in fewer cells than this says nothing.
const LEAST: usize = 6;

/// A column of a list of items.
pub(super) struct Column {
    /// Which question of the items it shows.
    pub(super) at: usize,
    pub(super) title: String,
    /// Its width in cells.
    pub(super) width: usize,
    /// The cursor is in it.
    pub(super) is_chosen: bool,
    /// There is no room for all columns behind it.
    pub(super) is_cut: bool,
    /// Columns between it and the one before made way.
    pub(super) is_behind_others: bool,
    /// The width of its widest text.
    widest: usize,
}

impl Page<'_> {
    /// The columns of a list of items: those that any item fills, as many as there is room for. The first one stays; the
    /// others make way for the one that the cursor is in. Room that is left goes to those whose texts are cut.
    pub(super) fn columns(&self, width: usize) -> Vec<Column> {
        let Some(first) = self.question.items.first() else { return Vec::new() };
        let items = self.question.items.iter();
        let rows: Vec<Vec<String>> =
            items.map(|item| rows::item_cells(item, self.work, self.words, self.templates)).collect();
        let titles: Vec<String> =
            self.work.agenda.page(first).map(|question| self.words.say(&question.label())).collect();
        let filled = filled(self.question, self.work);
        let all: Vec<(usize, String, usize)> = filled
            .iter()
            .map(|at| {
                let title = titles.get(*at).cloned().unwrap_or_default();
                let texts = rows.iter().filter_map(|row| row.get(*at));
                let widest = texts.map(|text| cells(text)).max().unwrap_or(0).max(cells(&title));
                (*at, title, widest)
            })
            .collect();
        let chosen = self.column.min(all.len().saturating_sub(1));
        let mut skipped = 0;
        loop {
            let mut columns = in_sight(&all, chosen, skipped, width);
            if skipped >= all.len() || columns.iter().any(|column| column.is_chosen) {
                widen(&mut columns, width);
                return columns;
            }
            skipped += 1;
        }
    }
}

/// The columns that there is room for when so many behind the first one make way. Where not all are, the sign that says so
/// stands at the right of them.
fn in_sight(all: &[(usize, String, usize)], chosen: usize, skipped: usize, width: usize) -> Vec<Column> {
    let columns = fitting(all, chosen, skipped, width);
    if columns.iter().any(|column| column.is_cut) {
        return fitting(all, chosen, skipped, width.saturating_sub(GAP.len()));
    }
    columns
}

fn fitting(all: &[(usize, String, usize)], chosen: usize, skipped: usize, width: usize) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut left = width;
    for (index, (at, title, widest)) in all.iter().enumerate() {
        if index > 0 && index <= skipped {
            continue;
        }
        let (most, gap) = if index == 0 { (NAME, 0) } else { (OTHER, GAP.len()) };
        let wanted = (*widest).min(most).min(left.saturating_sub(gap));
        if index > 0 && wanted < cells(title).min(LEAST) {
            for column in &mut columns {
                column.is_cut = true;
            }
            break;
        }
        left = left.saturating_sub(wanted + gap);
        columns.push(Column {
            at: *at,
            title: title.clone(),
            width: wanted,
            is_chosen: index == chosen,
            is_cut: false,
            is_behind_others: index > 0 && index == skipped + 1 && skipped > 0,
            widest: *widest,
        });
    }
    columns
}

/// Gives the room that is left to the columns whose texts are cut, in their order.
fn widen(columns: &mut [Column], width: usize) {
    let gaps = columns.len().saturating_sub(1) * GAP.len();
    let used: usize = columns.iter().map(|column| column.width).sum::<usize>() + gaps;
    // The sign that there are more columns stands at the right.
    let sign = if columns.iter().any(|column| column.is_cut) { GAP.len() } else { 0 };
    let mut left = width.saturating_sub(used + sign);
    for column in columns {
        let more = column.widest.saturating_sub(column.width).min(left);
        column.width += more;
        left -= more;
    }
}

/// The columns that any item fills: which questions of the items these are.
pub(super) fn filled(list: &Question, work: &Work) -> Vec<usize> {
    let is_filled = |question: &Question| {
        let is_empty = question.value.as_array().is_some_and(Vec::is_empty);
        !(question.standing == Standing::Defaulted && is_empty)
    };
    let mut filled = BTreeSet::new();
    for item in &list.items {
        let own = work.agenda.page(item).enumerate();
        filled.extend(own.filter(|(_, question)| is_filled(question)).map(|(at, _)| at));
    }
    filled.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(widest: &[usize], chosen: usize, skipped: usize, width: usize) -> Vec<(usize, bool, bool)> {
        let all: Vec<_> =
            widest.iter().enumerate().map(|(at, widest)| (at, "Title".to_owned(), *widest)).collect();
        let mut columns = in_sight(&all, chosen, skipped, width);
        widen(&mut columns, width);
        columns.iter().map(|column| (column.width, column.is_behind_others, column.is_cut)).collect()
    }

    #[test]
    fn columns_are_as_wide_as_their_texts_while_there_is_room() {
        assert_eq!(
            widths(&[40, 30, 9], 0, 0, 90),
            [(40, false, false), (30, false, false), (9, false, false)]
        );
        // What is left behind the least that each gets goes to the first.
        assert_eq!(
            widths(&[40, 30, 9], 0, 0, 70),
            [(37, false, false), (20, false, false), (9, false, false)]
        );
        // The last one is what there is room for; where it would say nothing it is not shown.
        assert_eq!(widths(&[34, 30, 9], 0, 0, 60), [(34, false, true), (22, false, true)]);
        assert_eq!(widths(&[34, 30, 9], 2, 1, 60), [(34, false, false), (9, true, false)]);
        assert_eq!(widths(&[], 0, 0, 60), []);
    }
}
