//! Whether a screen keeps everything that a person needs: what it cuts, and tells nowhere else.

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use ucplan::catalog::speaker;
use ucplan::tui::key_name::sign;
use ucplan::tui::keymap::KeyMap;
use ucplan::tui::keys::{Action, Place};

use super::rows;

/// What can't be read on a screen without colours: keys that the last line cuts or does not know, titles that are cut, and what
/// is cut in a line at the cursor and stands nowhere in full.
pub fn cut(buffer: &Buffer) -> Vec<String> {
    let lines: Vec<Vec<(u16, &Cell)>> = rows(buffer).collect();
    let text = |line: &[(u16, &Cell)]| -> String { line.iter().map(|(_, cell)| cell.symbol()).collect() };
    let mut faults = Vec::new();
    if let Some(last) = lines.last() {
        let known = hints();
        let cut = text(last).trim().split("  ").map(str::trim).filter(|hint| !known.contains(*hint)).count();
        // A notice takes the place of the keys until the next one: a sentence.
        let is_notice = text(last).trim().ends_with('.');
        if (cut > 0 && !is_notice) || text(last).trim().is_empty() {
            faults.push(format!("the last line: {}", text(last)));
        }
    }
    let over = popup(&lines);
    let in_front = over.map_or(1, |(_, top)| top);
    for title in lines.iter().skip(in_front).map(|line| text(line)).filter(|line| line.contains('╭')) {
        let titles = title.split('╭').skip(1).map(|rest| rest.split('╮').next().unwrap_or(rest));
        // A way may begin later, and a path is cut in its middle.
        let is_title = |title: &&str| title.starts_with([' ', '─']) || title.starts_with(char::is_alphabetic);
        let is_cut = |title: &&str| {
            let title = title.replace("… ›", "");
            title.contains('…') && title.trim().contains(' ') && !title.contains('│')
        };
        let titles = titles.filter(is_title);
        faults.extend(titles.filter(is_cut).map(|title| format!("a title: {title}")));
    }
    let whole: String = lines.iter().map(|line| text(line) + "\n").collect();
    let whole = squeezed(&whole);
    let at_cursor = |(x, cell): &(u16, &Cell)| {
        cell.modifier.contains(Modifier::REVERSED) && over.is_none_or(|(left, ..)| *x > left)
    };
    // The line at the top is the plan's own title, which is asked for elsewhere.
    for line in lines.iter().skip(in_front) {
        let here: Vec<_> = line.iter().filter(|cell| at_cursor(cell)).copied().collect();
        let here = text(&here);
        for (at, _) in here.match_indices('…') {
            // The last word before the cut stands somewhere in full.
            let kept = here[..at].trim_end().rsplit([' ', '…']).next().unwrap_or_default();
            let stands = whole
                .match_indices(kept)
                .any(|(at, _)| !whole[..at].ends_with('…') && !whole[at + kept.len()..].starts_with('…'));
            if kept.is_empty() || !stands {
                faults.push(format!("at the cursor: {here}"));
            }
        }
    }
    faults
}

/// The corner of what lies over the screen, where something does: nobody looks at what is behind it.
fn popup(lines: &[Vec<(u16, &Cell)>]) -> Option<(u16, usize)> {
    let corners = lines.iter().enumerate().skip(2).flat_map(|(top, line)| {
        line.iter().filter(|(_, cell)| cell.symbol() == "╭").map(move |(left, _)| (*left, top))
    });
    corners.min_by_key(|(_, top)| *top)
}

/// A text without blanks, borders and line ends.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != '│').collect()
}

/// Every hint that the last line may show.
fn hints() -> BTreeSet<String> {
    let (keys, words) = (KeyMap::default(), speaker("en").unwrap());
    let rows = Place::ALL.iter().flat_map(|place| keys.rows(*place));
    let told = rows.filter(|row| row.footer.is_some()).flat_map(|row| {
        let label = Action::of(&row.action).map(Action::label);
        let label = label.map(|label| words.say(&label.attribute(row.says.as_deref().unwrap_or("short"))));
        let signs = row.sign.iter().cloned().chain(row.keys.iter().map(|key| sign(key)));
        signs.map(|sign| format!("{sign} {}", label.clone().unwrap_or_default())).collect::<Vec<_>>()
    });
    told.collect()
}
