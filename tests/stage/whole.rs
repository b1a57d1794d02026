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
        if cut > 0 || text(last).trim().is_empty() {
            faults.push(format!("the last line: {}", text(last)));
        }
    }
    for title in lines.iter().map(|line| text(line)).filter(|line| line.contains('╭')) {
        let titles = title.split('╭').skip(1).map(|rest| rest.split('╮').next().unwrap_or(rest));
        faults.extend(titles.filter(|title| title.contains('…')).map(|title| format!("a title: {title}")));
    }
    let whole: String = lines.iter().map(|line| text(line) + "\n").collect();
    let whole = squeezed(&whole);
    let at_cursor = |(_, cell): &(u16, &Cell)| cell.modifier.contains(Modifier::REVERSED);
    // The line at the top is the plan's own title, which is asked for elsewhere.
    for line in lines.iter().skip(1) {
        let here: Vec<_> = line.iter().filter(|cell| at_cursor(cell)).copied().collect();
        for piece in text(&here).split("  ").filter(|piece| piece.contains('…')) {
            let kept: Vec<String> = piece.split('…').map(squeezed).filter(|kept| !kept.is_empty()).collect();
            let stands = kept.iter().all(|kept| {
                whole.match_indices(kept.as_str()).any(|(at, _)| {
                    let (before, after) = (&whole[..at], &whole[at + kept.len()..]);
                    !before.ends_with('…') && !after.starts_with('…')
                })
            });
            if !stands {
                faults.push(format!("at the cursor: {piece}"));
            }
        }
    }
    faults
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
        let label = Action::of(&row.action).map(|action| action.label());
        let label = label.map(|label| words.say(&label.attribute(row.says.as_deref().unwrap_or("short"))));
        let signs = row.sign.iter().cloned().chain(row.keys.iter().map(|key| sign(key)));
        signs.map(|sign| format!("{sign} {}", label.clone().unwrap_or_default())).collect::<Vec<_>>()
    });
    told.collect()
}
