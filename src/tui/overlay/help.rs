//! Lists to pick from: the help, which runs what it finds; the questions of the plan.

use std::collections::BTreeSet;

use super::Overlay;
use super::pick::{Item, Pick};
use crate::text::{Message, Speaker};
use crate::tui::keys::{Action, Place, sign};
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// Everything that works now, with its keys.
#[must_use]
pub fn help(places: &[Place], words: &Speaker) -> Overlay {
    let mut seen = BTreeSet::new();
    let rows = places.iter().flat_map(|place| place.rows()).filter(|row| seen.insert(&row.action));
    let shown = rows.filter_map(|row| {
        let action = Action::of(&row.action)?;
        let keys: Vec<String> = row.keys.iter().map(|key| sign(key)).collect();
        Some(Item {
            label: keys.join(" "),
            detail: words.say(&action.label()),
            hidden: row.action.clone(),
            wishes: vec![Wish::Act(action)],
            is_secret: false,
        })
    });
    let secret = Item {
        label: Action::Panic.word().to_owned(),
        detail: words.say(&Action::Panic.label()),
        wishes: vec![Wish::Act(Action::Panic)],
        is_secret: true,
        ..Item::default()
    };
    Overlay::Pick(Pick::new(Message::new("help-title"), shown.chain([secret]).collect()))
}

/// Every question of the plan that is asked.
#[must_use]
pub fn find(work: &Work, words: &Speaker) -> Overlay {
    let asked = work.agenda.questions().iter().filter(|question| question.is_asked());
    let items = asked.map(|question| Item {
        label: words.say(&question.label()),
        detail: question.path.to_string(),
        hidden: words.say(&question.words()),
        wishes: vec![Wish::Jump(question.path.clone())],
        is_secret: false,
    });
    Overlay::Pick(Pick::new(Message::new("find-title"), items.collect()))
}
