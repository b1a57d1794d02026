//! The keys that hold: the embedded table, and what the user's own `keys.yaml` changes in it.

mod own;

use std::collections::BTreeMap;

use ratatui::crossterm::event::KeyEvent;

use super::key_name::{name_of, sign};
use super::keys::{Action, Place};
use crate::catalog::{KeyRow, key_table};
use crate::text::{Message, Speaker};
use crate::world::OwnKeys;

pub use own::Complaint;

/// So many faults of the user's file are told at once.
const MOST: usize = 3;

/// The keys that hold: the rows of each place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyMap {
    places: BTreeMap<String, Vec<KeyRow>>,
}

impl Default for KeyMap {
    /// The embedded table.
    fn default() -> Self {
        Self { places: key_table().clone() }
    }
}

impl KeyMap {
    /// The embedded table with what the user lays over it, and what is to be said about that.
    #[must_use]
    pub fn of_user(own: Option<OwnKeys>, words: &Speaker) -> (Self, Option<Message>) {
        let Some(OwnKeys { file, text }) = own else { return (Self::default(), None) };
        let text = match text {
            Ok(text) => text,
            Err(error) => return (Self::default(), Some(error.message())),
        };
        let (map, complaints) = Self::with(&text);
        let lines = complaints.iter().take(MOST).map(|complaint| {
            let line = Message::new("keymap-line").with("line", complaint.line);
            words.say(&line.saying("what", complaint.message.clone()))
        });
        let told = Message::new("keymap-wrong")
            .with("file", file.display())
            .with("lines", lines.collect::<Vec<_>>().join(" "))
            .counting("more", complaints.len().saturating_sub(MOST));
        (map, (!complaints.is_empty()).then_some(told))
    }

    /// The embedded table with the rows of a file of the user's, and what is wrong with that file. What is wrong is not
    /// used; a map without a key for leaving or going back is not used at all.
    #[must_use]
    pub fn with(text: &str) -> (Self, Vec<Complaint>) {
        let (map, mut complaints) = own::read(text);
        complaints.sort_by_key(|complaint| complaint.line);
        (map, complaints)
    }

    /// The rows of a place.
    #[must_use]
    pub fn rows(&self, place: Place) -> &[KeyRow] {
        self.places.get(place.word()).map_or(&[], Vec::as_slice)
    }

    /// The action that a key asks for in these places, the innermost first.
    #[must_use]
    pub fn action(&self, places: &[Place], key: KeyEvent) -> Option<Action> {
        let name = name_of(key)?;
        let row = places.iter().flat_map(|place| self.rows(*place)).find(|row| row.keys.contains(&name))?;
        Action::of(&row.action)
    }

    /// What the screen shows for a key of an action, wherever it means that; one that also works while something is typed comes
    /// first. Of `place:action`, what it is there. Nothing where no key does.
    #[must_use]
    pub fn anywhere(&self, action: &str) -> String {
        if let Some((place, action)) = action.split_once(':') {
            let place: Vec<Place> =
                Place::ALL.iter().filter(|known| known.word() == place).copied().collect();
            return Action::of(action).map_or_else(String::new, |action| self.shown(&place, action));
        }
        let always = [Place::Always];
        let action = Action::of(action);
        action.map_or_else(String::new, |action| match self.shown(&always, action) {
            none if none.is_empty() => self.shown(Place::ALL, action),
            shown => shown,
        })
    }

    /// What the screen shows for the first key that asks for an action somewhere; nothing where none does.
    #[must_use]
    pub fn shown(&self, places: &[Place], action: Action) -> String {
        let mut rows = places.iter().flat_map(|place| self.rows(*place));
        let row = rows.find(|row| row.action == action.word() && !row.keys.is_empty());
        row.map_or_else(String::new, |row| sign(&row.keys[0]))
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    #[test]
    fn keys_are_read_as_the_table_spells_them() {
        let keys = KeyMap::default();
        let press =
            |code, modifiers| keys.action(&[Place::Field, Place::Always], KeyEvent::new(code, modifiers));
        assert_eq!(press(KeyCode::Char('s'), KeyModifiers::CONTROL), Some(Action::Save));
        assert_eq!(press(KeyCode::Char('s'), KeyModifiers::NONE), None);
        assert_eq!(press(KeyCode::F(2), KeyModifiers::NONE), Some(Action::NextView));
        assert_eq!(press(KeyCode::PageDown, KeyModifiers::NONE), Some(Action::Next));
        assert_eq!(keys.shown(&[Place::Files], Action::Draft), "G");
    }

    fn complaints(text: &str) -> Vec<(usize, String)> {
        let (_, complaints) = KeyMap::with(text);
        complaints.into_iter().map(|one| (one.line, one.message.key().to_owned())).collect()
    }

    #[test]
    fn a_row_of_ones_own_takes_the_place_of_the_embedded_one() {
        let (keys, complaints) = KeyMap::with(
            "letters:\n  - { action: undo, keys: [Z, Ctrl-Y] }\nfiles:\n  - { action: generate, keys: [w] }\n",
        );
        assert!(complaints.is_empty(), "{complaints:?}");
        let press = |key: char| keys.action(&[Place::Letters], KeyCode::Char(key).into());
        assert_eq!((press('Z'), press('u')), (Some(Action::Undo), None));
        let control = KeyEvent::new(KeyCode::Char('y'), KeyModifiers::CONTROL);
        assert_eq!(keys.action(&[Place::Letters], control), Some(Action::Undo));
        assert_eq!(keys.shown(&[Place::Files], Action::Generate), "w");
        let row = keys.rows(Place::Letters).iter().find(|row| row.action == "undo").unwrap();
        assert_eq!(row.footer, Some(60), "it stays in the footer");
        // Two that change places, and an action where it had no key.
        let (keys, complaints) = KeyMap::with(
            "start:\n  - { action: up, keys: [down] }\n  - { action: down, keys: [up] }\nalways:\n  - { action: view-files, keys: [f12] }\n",
        );
        assert!(complaints.is_empty(), "{complaints:?}");
        assert_eq!(keys.action(&[Place::Start], KeyCode::Up.into()), Some(Action::Down));
        assert_eq!(keys.action(&[Place::Always], KeyCode::F(12).into()), Some(Action::ViewFiles));
    }

    #[test]
    fn the_embedded_table_as_a_file_changes_nothing() {
        let (keys, complaints) = KeyMap::with(crate::catalog::key_text());
        assert!(complaints.is_empty(), "{complaints:?}");
        assert_eq!(keys, KeyMap::default());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_not_used() {
        let wrong = [
            ("lettres:\n  - { action: undo, keys: [Z] }\n", 1, "keymap-place"),
            ("letters:\n  - { action: undoo, keys: [Z] }\n", 2, "keymap-action"),
            ("letters:\n\n  - { action: panic, keys: [Z] }\n", 3, "keymap-action"),
            ("letters:\n  - { action: undo, keys: [alt-z] }\n", 2, "keymap-key"),
            ("letters:\n  - { action: undo, key: Z }\n", 2, "keymap-row"),
            ("letters:\n  - { action: undo, keys: Z }\n", 2, "keymap-row"),
            ("letters:\n  - undo\n", 2, "keymap-row"),
            ("letters: undo\n", 1, "keymap-rows"),
            ("- letters\n", 1, "keymap-places"),
            ("filter:\n  - { action: enter, keys: [x] }\n", 2, "keymap-typed"),
            ("letters:\n  - { action: undo, keys: [q] }\n", 2, "keymap-twice"),
            ("files:\n  - { action: up, keys: [x] }\n  - { action: up, keys: [z] }\n", 3, "keymap-again"),
            ("letters:\n  - { action: undo, keys: [Z, Z] }\n", 2, "keymap-again"),
            ("files:\n  - { action: back, keys: [] }\n", 2, "keymap-no-way"),
            ("prompt:\n  - { action: leave, keys: [] }\n", 2, "keymap-no-way"),
            (
                "always:\n  - { action: leave, keys: [f10] }\nfield:\n  - { action: back, keys: [f10] }\n",
                2,
                "keymap-no-way",
            ),
            ("item:\n  - { action: remove, keys: [esc] }\n", 2, "keymap-no-way"),
        ];
        for (text, line, key) in wrong {
            assert_eq!(complaints(text), [(line, key.to_owned())], "{text}");
            assert_eq!(
                KeyMap::with(text).0.rows(Place::Letters),
                KeyMap::default().rows(Place::Letters),
                "{text}"
            );
        }
        assert_eq!(complaints("letters: [\n").len(), 1);
        assert!(complaints("").is_empty() && complaints("# nothing yet\n").is_empty());
        // What is right beside it is used all the same; what leaves no way out spoils everything.
        let (keys, _) =
            KeyMap::with("letters:\n  - { action: redo, keys: [q] }\n  - { action: undo, keys: [Z] }\n");
        assert_eq!(keys.shown(&[Place::Letters], Action::Undo), "Z");
        let (keys, _) =
            KeyMap::with("letters:\n  - { action: undo, keys: [Z] }\nwhy:\n  - { action: back, keys: [] }\n");
        assert_eq!(keys, KeyMap::default());
    }
}
