//! How wide the columns of a table are, where there is not room for everything.

use std::collections::BTreeSet;

use crate::text::cells;

/// A column in fewer cells than this says nothing.
const LEAST: usize = 12;

/// About so many rows say how wide a column is, spread over the whole table: so it stays as it is while rows go by.
const ROWS: usize = 200;

/// The width of each column in cells, with one cell between two: as its widest text. Where there is no room for that, the
/// widest gives way first, as long as its texts can still be told apart; then whichever is widest. What is left belongs to the
/// last.
pub fn columns<'t>(
    titles: &[&str],
    rows: usize,
    cell: impl Fn(usize, usize) -> Option<&'t str>,
    room: usize,
) -> Vec<usize> {
    let room = room.saturating_sub(titles.len());
    let told = |at: usize| -> BTreeSet<&str> {
        // Every other row would be of one kind only where two kinds take turns.
        (0..rows).step_by((rows / ROWS + 1) | 1).filter_map(|row| cell(row, at)).collect()
    };
    let all: Vec<(usize, usize)> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let texts = told(at);
            let title = cells(title) + 1;
            let widest = texts.iter().map(|text| cells(text)).max().unwrap_or(0).max(title);
            (widest, apart(&texts).max(title).max(LEAST))
        })
        .collect();
    let mut widths: Vec<usize> = all.iter().map(|(widest, _)| *widest).collect();
    let mut over = widths.iter().sum::<usize>().saturating_sub(room);
    while over > 0 {
        let can_give = |at: &usize| widths[*at] > all[*at].1;
        let widest = (0..widths.len()).filter(can_give).max_by_key(|at| widths[*at]);
        let Some(at) = widest.or_else(|| (0..widths.len()).max_by_key(|at| widths[*at])) else { break };
        if widths[at] == 0 {
            break;
        }
        widths[at] -= 1;
        over -= 1;
    }
    let left = room.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths
}

/// In how many cells these texts can be told apart: of neighbours in the alphabet what both begin with, one more character,
/// and the sign that the rest is cut.
fn apart(texts: &BTreeSet<&str>) -> usize {
    let neighbours = texts.iter().zip(texts.iter().skip(1));
    let needed = neighbours.map(|(one, other)| {
        let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a);
        let shared = cells(&shared.collect::<String>());
        (shared + 3).min(cells(one).max(cells(other)))
    });
    needed.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(rows: &[[&'static str; 3]], room: usize) -> Vec<usize> {
        columns(&["A", "B", "C"], rows.len(), |row, at| rows[row].get(at).copied(), room)
    }

    #[test]
    fn where_there_is_room_nothing_is_cut() {
        let rows = [["one", "two words", "x"], ["a longer text", "b", "three"]];
        assert_eq!(widths(&rows, 60), [13, 9, 35]);
        assert_eq!(widths(&[], 60), [2, 2, 53]);
    }

    #[test]
    fn what_can_still_be_told_apart_gives_way_first() {
        let rows = [
            ["host01.corp.proseware.example", "10.40.20.11, 10.40.20.12", "inside only"],
            ["host02.corp.proseware.example", "10.40.20.11, 10.40.20.13", "not inside"],
        ];
        assert_eq!(widths(&rows, 3 + 20 + 24 + 11), [20, 24, 11]);
        // With still less room, the others follow.
        assert_eq!(widths(&rows, 3 + 12 + 20 + 11), [12, 20, 11]);
        assert_eq!(widths(&rows, 10).iter().sum::<usize>(), 7);
        assert_eq!(widths(&rows, 0), [0, 0, 0]);
    }

    #[test]
    fn rows_that_take_turns_are_both_seen() {
        let texts: Vec<_> = (0..1000).map(|at| if at % 2 == 0 { "even" } else { "an odd number" }).collect();
        let widths = columns(&["A", "B"], 1000, |row, at| texts.get(row).copied().filter(|_| at == 0), 40);
        assert_eq!(widths, [13, 25]);
    }
}
