//! The ways out of a finding: other answers with which it does not stand, each with what else it changes.

use super::Overlay;
use super::pick::{Item, Pick};
use crate::catalog::Templates;
use crate::interview::{Mending, Question};
use crate::plan::Standing;
use crate::text::{Message, Speaker};
use crate::tui::screen::answer_in_words;
use crate::tui::wish::{Then, Wish};

/// The ways out of a finding, to take one of them.
#[must_use]
pub fn ways_out(ways: &[Mending], words: &Speaker, templates: &Templates) -> Overlay {
    let items = ways.iter().map(|way| {
        let changes: Vec<String> = way
            .consequence
            .effects
            .iter()
            .map(|effect| format!("{} {}", effect.nature.sign(), words.say(&effect.summary)))
            .collect();
        Item {
            label: way_out(way, words, templates),
            detail: changes.join("  "),
            hidden: way.question.path.to_string(),
            wishes: vec![Wish::Edit(way.edit.clone(), Then::There)],
            ..Item::default()
        }
    });
    Overlay::Pick(Pick::new(Message::new("mend-title"), items.collect()))
}

/// A way out in short: the question and the other answer.
#[must_use]
pub fn way_out(way: &Mending, words: &Speaker, templates: &Templates) -> String {
    let answer = match &way.value {
        Some(value) => {
            let after = Question { value: value.clone(), standing: Standing::Said, ..way.question.clone() };
            answer_in_words(&after, words, templates)
        }
        None => words.say(&Message::new("interview-default")),
    };
    format!("{}: {answer}", words.say(&way.question.label()))
}
