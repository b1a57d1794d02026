//! The history: every step with its name, newest first; Enter goes to the state behind it.

use super::Overlay;
use super::pick::{Item, Pick};
use super::step::{StepName, name_of_step};
use crate::catalog::Templates;
use crate::interview::{Answered, Step};
use crate::plan::Path;
use crate::text::{Message, Speaker};
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// So much text of former states is read again in a moment, in bytes. Steps before that are told by their lines alone.
const READ_AGAIN: usize = 2_000_000;

/// The steps of the open plan; the cursor is on the one that holds.
#[must_use]
pub fn history(work: &Work, words: &Speaker, templates: &Templates) -> Overlay {
    let now = work.history.at();
    let mark = |state: usize| if state == now { '●' } else { ' ' };
    let names = names(work, words, templates);
    let mut items: Vec<Item> = work
        .history
        .steps()
        .zip(names)
        .enumerate()
        .map(|(at, (step, name))| Item {
            label: format!("{} {}", mark(at + 1), name.subject),
            detail: name.what,
            hidden: step.about.to_string(),
            wishes: vec![Wish::GoTo(at + 1)],
            is_secret: false,
        })
        .collect();
    items.reverse();
    items.push(Item {
        label: format!("{} {}", mark(0), words.say(&Message::new("history-begin"))),
        wishes: vec![Wish::GoTo(0)],
        ..Item::default()
    });
    let cursor = items.len() - 1 - now.min(items.len() - 1);
    Overlay::Pick(Pick::new(Message::new("history-title"), items).at(cursor))
}

/// What every step is called, the oldest first.
fn names(work: &Work, words: &Speaker, templates: &Templates) -> Vec<StepName> {
    let steps: Vec<Step<'_>> = work.history.steps().collect();
    let read = |text: &str| Answered::read(text, templates).ok();
    let mut after = steps.last().and_then(|step| read(step.after));
    let mut room = READ_AGAIN;
    let newest_first = steps.iter().rev().map(|step| {
        let is_read = room >= step.before.len();
        room = room.saturating_sub(step.before.len());
        let before = is_read.then(|| read(step.before)).flatten();
        let pair = before.as_ref().zip(after.as_ref());
        let name = named(pair, (step.before, step.after), step.about, work, words, templates);
        after = before;
        name
    });
    let mut names: Vec<StepName> = newest_first.collect();
    names.reverse();
    names
}

/// What a step is called that led from one plan to the other. Where no answer differs, or one of them can't be read any more,
/// the lines of the texts tell.
#[must_use]
pub fn named(
    pair: Option<(&Answered, &Answered)>,
    (before, after): (&str, &str),
    about: &Path,
    work: &Work,
    words: &Speaker,
    templates: &Templates,
) -> StepName {
    let whole = about.as_str().is_empty().then(|| words.say(&Message::new("history-file")));
    let name = pair.and_then(|pair| name_of_step(pair, about, words, templates));
    match (name, whole) {
        (Some(name), None) => name,
        (Some(name), Some(whole)) => StepName { what: name.line(), subject: whole },
        (None, whole) => {
            let question = || work.agenda.question(about).map(|question| words.say(&question.label()));
            let subject = whole.or_else(question).unwrap_or_else(|| about.to_string());
            StepName { subject, what: changed(before, after) }
        }
    }
}

/// What changed, as the lines of the plan say it: `https → http`.
fn changed(before: &str, after: &str) -> String {
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
