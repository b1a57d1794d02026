//! Lists to pick from: the help, which runs what it finds; the questions of the plan.

use std::collections::BTreeSet;

use super::pick::{Item, Pick};
use super::{Overlay, Ways, palette};
use crate::catalog::KeyRow;
use crate::text::{Message, Speaker};
use crate::tui::key_name::sign;
use crate::tui::keymap::KeyMap;
use crate::tui::keys::{Action, Place};
use crate::tui::theme::Role;
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;

/// All keys: first those that work now, then the whole table by place.
#[must_use]
pub fn help(places: &[Place], keys: &KeyMap, words: &Speaker) -> Overlay {
    let mut seen = BTreeSet::new();
    let rows = places.iter().flat_map(|place| keys.rows(*place).iter().map(move |row| (place, row)));
    let mut items: Vec<Item> = rows
        .filter(|(_, row)| seen.insert(&row.action))
        .filter_map(|(place, row)| {
            let action = Action::of(&row.action)?;
            let found = item(row, words.say(&action.label()), vec![Wish::Act(action)]);
            // Its place finds it too.
            Some(Item { hidden: format!("{} {}", row.action, named(*place, words)), ..found })
        })
        .collect();
    items.push(Item {
        label: Action::Panic.word().to_owned(),
        detail: words.say(&Action::Panic.label()),
        wishes: vec![Wish::Act(Action::Panic)],
        is_secret: true,
        ..Item::default()
    });
    for place in Place::ALL.iter().filter(|place| !places.contains(place)) {
        let name = named(*place, words);
        items.extend(keys.rows(*place).iter().filter_map(|row| {
            let action = Action::of(&row.action)?;
            let detail = format!("{name}: {}", words.say(&action.label()));
            Some(item(row, detail, elsewhere(*place, action)))
        }));
    }
    Overlay::Pick(Pick::new(Message::new("help-title"), items))
}

/// Every question of the plan that is asked.
#[must_use]
pub fn find(work: &Work, words: &Speaker) -> Overlay {
    Overlay::Pick(Pick::new(Message::new("find-title"), palette::questions(work, words).collect()))
}

fn item(row: &KeyRow, detail: String, wishes: Vec<Wish>) -> Item {
    let keys: Vec<String> = row.keys.iter().map(|key| sign(key)).collect();
    Item { label: keys.join(" "), detail, hidden: row.action.clone(), wishes, is_secret: false }
}

/// What a place is called.
fn named(place: Place, words: &Speaker) -> String {
    let name = Message::new(format!("place-{}", place.word()));
    if words.knows(name.key()) { words.say(&name) } else { place.word().to_owned() }
}

/// What Enter asks for where the key belongs to a place that is not there now: it goes there first, where that can be.
fn elsewhere(place: Place, action: Action) -> Vec<Wish> {
    let view = match place {
        Place::Start => View::Start,
        Place::Sections | Place::Overview | Place::Question | Place::Item | Place::Value | Place::Field => {
            View::Interview
        }
        Place::Requirements => View::Requirements,
        Place::Findings => View::Findings,
        Place::Files => View::Files,
        Place::Topology => View::Topology,
        Place::Decisions => View::Decisions,
        Place::Compare => View::Compare,
        Place::Journeys => View::Journeys,
        Place::Always | Place::Letters | Place::Loading => return vec![Wish::Act(action)],
        Place::Certificates | Place::TypedCertificates => {
            return vec![Wish::Show(Box::new(Overlay::Budget(Ways::default())))];
        }
        _ => return vec![Wish::Tell(Message::new("help-elsewhere"), Role::Faint)],
    };
    vec![Wish::View(view), Wish::Act(action)]
}
