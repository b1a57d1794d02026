//! The command palette: everything that can be done or gone to, from anywhere; typing finds it, Enter does it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::pick::{Item, Pick};
use super::{Overlay, Ways};
use crate::finding::Finding;
use crate::text::{Message, Speaker};
use crate::tui::key_name::sign;
use crate::tui::keymap::KeyMap;
use crate::tui::keys::{Action, Place};
use crate::tui::widget::mark_of;
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;

/// What the palette is made of.
pub struct Desk<'a> {
    /// Where keys have a meaning now.
    pub places: &'a [Place],
    /// The keys that hold.
    pub keys: &'a KeyMap,
    /// One who speaks the language of the screen.
    pub words: &'a Speaker,
    /// The open plan.
    pub work: Option<&'a Work>,
    /// The plans that were open lately.
    pub recent: &'a [PathBuf],
    /// The themes that can be chosen.
    pub themes: &'a [&'static str],
}

/// Moves of the cursor: nobody looks for them here.
const MOVES: [Action; 8] = [
    Action::Up,
    Action::Down,
    Action::PageUp,
    Action::PageDown,
    Action::First,
    Action::Last,
    Action::Complete,
    Action::Palette,
];

/// What belongs to one view and can be asked for from every other one.
const OF_VIEWS: [(View, Place, &[Action]); 1] =
    [(View::Files, Place::Files, &[Action::Generate, Action::Draft, Action::Folder, Action::Difference])];

/// Everything that makes sense now.
#[must_use]
pub fn palette(desk: &Desk<'_>) -> Overlay {
    let mut items = actions(desk);
    items.extend(desk.themes.iter().map(|name| {
        let theme = Message::new("palette-theme").saying("name", Message::new(format!("theme-{name}")));
        Item { label: desk.words.say(&theme), wishes: vec![Wish::Theme(name)], ..Item::default() }
    }));
    items.extend(desk.recent.iter().map(|file| {
        let open = Message::new("palette-open");
        Item {
            label: format!("{} {}", desk.words.say(&open), file.file_name().unwrap_or_default().display()),
            detail: file.display().to_string(),
            wishes: vec![Wish::Open(file.clone())],
            ..Item::default()
        }
    }));
    if let Some(work) = desk.work {
        items.extend(findings(work).map(|finding| of_finding(finding, desk.words)));
        items.extend(questions(work, desk.words));
    }
    Overlay::Pick(Pick::new(Message::new("palette-title"), items))
}

/// The actions that mean something here, those of every place, and those that another view has.
fn actions(desk: &Desk<'_>) -> Vec<Item> {
    let mut seen = BTreeSet::new();
    let everywhere = [Place::Letters, Place::Always];
    let places = desk.places.iter().chain(&everywhere);
    let mut items = Vec::new();
    let mut add = |row: &crate::catalog::KeyRow, wishes: &dyn Fn(Action) -> Vec<Wish>| {
        let action = Action::of(&row.action).filter(|action| !MOVES.contains(action));
        if let Some(action) = action.filter(|action| seen.insert(action.word())) {
            let keys: Vec<String> = row.keys.iter().map(|key| sign(key)).collect();
            items.push(Item {
                label: desk.words.say(&action.label()),
                detail: keys.join(" "),
                hidden: row.action.clone(),
                wishes: wishes(action),
                is_secret: false,
            });
        }
    };
    for row in places.flat_map(|place| desk.keys.rows(*place)) {
        add(row, &|action| vec![Wish::Act(action)]);
    }
    if desk.work.is_some() {
        for (view, place, actions) in OF_VIEWS {
            let is_one = |row: &&crate::catalog::KeyRow| actions.iter().any(|one| one.word() == row.action);
            for row in desk.keys.rows(place).iter().filter(is_one) {
                add(row, &|action| vec![Wish::View(view), Wish::Act(action)]);
            }
        }
        for row in desk.keys.rows(Place::Certificates).iter().chain(desk.keys.rows(Place::Loading)) {
            add(row, &|action| match action {
                Action::Budget => vec![Wish::Show(Box::new(Overlay::Budget(Ways::default())))],
                other => vec![Wish::Act(other)],
            });
        }
    }
    items
}

/// The findings, as far as they are known.
fn findings(work: &Work) -> impl Iterator<Item = &Finding> {
    work.blueprint.iter().flat_map(|blueprint| &blueprint.requirements.findings).map(|row| &row.body)
}

/// A finding: Enter goes to the answer that it speaks of, else to all findings.
fn of_finding(finding: &Finding, words: &Speaker) -> Item {
    let path = finding.path.parse().ok().filter(|_| !finding.path.is_empty());
    Item {
        label: format!("{} {}", mark_of(finding.severity).0, words.say(&finding.message)),
        detail: finding.path.clone(),
        hidden: words.say(&Message::new(finding.severity.key())),
        wishes: vec![path.map_or(Wish::View(View::Findings), Wish::Jump)],
        is_secret: false,
    }
}

/// Every question of the plan that is asked.
pub(super) fn questions(work: &Work, words: &Speaker) -> impl Iterator<Item = Item> {
    let asked = work.agenda.questions().iter().filter(|question| question.is_asked());
    asked.map(|question| Item {
        label: words.say(&question.label()),
        detail: question.path.to_string(),
        hidden: words.say(&question.words()),
        wishes: vec![Wish::Jump(question.path.clone())],
        is_secret: false,
    })
}
