//! The history: every step with its name, newest first; Enter goes to the state behind it.

use super::Overlay;
use super::pick::{Item, Pick};
use crate::interview::Step;
use crate::text::{Message, Speaker};
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// The steps of the open plan; the cursor is on the one that holds.
#[must_use]
pub fn history(work: &Work, words: &Speaker) -> Overlay {
    let now = work.history.at();
    let steps: Vec<Step<'_>> = work.history.steps().collect();
    let mark = |state: usize| if state == now { '●' } else { ' ' };
    let mut items: Vec<Item> = steps
        .iter()
        .enumerate()
        .map(|(at, step)| Item {
            label: format!("{} {}", mark(at + 1), name_of(step, work, words)),
            detail: changed(step.before, step.after),
            hidden: step.about.to_string(),
            wishes: vec![Wish::GoTo(at + 1)],
            is_secret: false,
        })
        .rev()
        .collect();
    items.push(Item {
        label: format!("{} {}", mark(0), words.say(&Message::new("history-begin"))),
        wishes: vec![Wish::GoTo(0)],
        ..Item::default()
    });
    let cursor = items.len() - 1 - now.min(items.len() - 1);
    Overlay::Pick(Pick::new(Message::new("history-title"), items).at(cursor))
}

/// What a step was about: the question in words, else its path; a file that somebody else wrote.
#[must_use]
pub fn name_of(step: &Step<'_>, work: &Work, words: &Speaker) -> String {
    match work.agenda.question(step.about) {
        Some(question) => words.say(&question.label()),
        None if step.about.as_str().is_empty() => words.say(&Message::new("history-file")),
        None => step.about.to_string(),
    }
}

/// What changed, as the lines of the plan say it: `https → http`.
#[must_use]
pub fn changed(before: &str, after: &str) -> String {
    let (before, after) = parts(before, after);
    let [before, after] = [before, after].map(in_short);
    match (before.as_str(), after.as_str()) {
        ("", after) => format!("+ {after}"),
        (before, "") => format!("− {before}"),
        (before, after) => match (before.split_once(": "), after.split_once(": ")) {
            (Some((key, old)), Some((other, new))) if key == other => format!("{old} → {new}"),
            _ => format!("{before} → {after}"),
        },
    }
}

/// The first line of a part, and whether there are more.
fn in_short(part: &str) -> String {
    let without_comment = |line: &str| line.split(" #").next().unwrap_or_default().trim().to_owned();
    let mut lines = part.lines().map(without_comment).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let first = first.trim_start_matches("- ");
    if lines.next().is_some() { format!("{first} …") } else { first.to_owned() }
}

/// The whole lines in which two texts differ.
fn parts<'t>(before: &'t str, after: &'t str) -> (&'t str, &'t str) {
    let (old, new) = (before.as_bytes(), after.as_bytes());
    let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let start = old[..same].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let room = old.len().min(new.len()) - start;
    let ends = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count().min(room);
    let is_whole = |text: &[u8]| {
        let end = text.len() - ends;
        end == start || text[end - 1] == b'\n'
    };
    let more = if is_whole(old) && is_whole(new) {
        0
    } else {
        old[old.len() - ends..].iter().position(|byte| *byte == b'\n').unwrap_or(ends)
    };
    (&before[start..old.len() - ends + more], &after[start..new.len() - ends + more])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_said_in_short() {
        for (before, after, said) in [
            ("a: 1\nb: https\nc: 2\n", "a: 1\nb: http\nc: 2\n", "https → http"),
            ("a: 1\nb: 2\n", "a: 1\nx: 3\nb: 2\n", "+ x: 3"),
            ("a:\n  - b\n  - b\nc: 1\n", "a:\n  - b\nc: 1\n", "− b"),
            ("a: 1\n", "a: 1\nb:\n  c: 1\n", "+ b: …"),
            ("t: é # x\n", "t: è # x\n", "é → è"),
            ("t: x", "u: y", "t: x → u: y"),
            ("", "a: 1", "+ a: 1"),
        ] {
            assert_eq!(changed(before, after), said, "{before:?} {after:?}");
        }
    }
}
