//! The user's own `keys.yaml`: read, held against what there is, laid over the embedded table.

use super::super::key_name::{spelled, types};
use super::super::keys::{Action, Place};
use super::KeyMap;
use crate::catalog::KeyRow;
use crate::plan::document::{Node, NodeKind};
use crate::plan::{Document, nearest};
use crate::text::{Message, cells, printable};

/// Places where characters type themselves.
const TYPED: [Place; 7] = [
    Place::Always,
    Place::Field,
    Place::Value,
    Place::TypedCertificates,
    Place::Filter,
    Place::Pick,
    Place::Prompt,
];

/// Places that stand before others: their keys hide those behind them.
const INNER: [Place; 5] =
    [Place::Item, Place::Value, Place::Certificates, Place::Loading, Place::TypedCertificates];

/// The widest sign of a key in the footer.
const SIGN: usize = 10;

/// What is wrong with a line of the file.
#[derive(Clone, Debug)]
pub struct Complaint {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what would be right, in words.
    pub message: Message,
}

/// A row of the file that can be used so far.
struct Own {
    place: Place,
    row: KeyRow,
    line: usize,
}

/// What a file makes of the embedded table.
pub(super) fn read(text: &str) -> (KeyMap, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let is_idle = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let mut own = match Document::parse(text) {
        // A file with nothing but remarks changes nothing.
        _ if text.lines().all(is_idle) => Vec::new(),
        Ok(document) => rows(document.root(), &mut complaints),
        Err(problem) => {
            complaints.push(Complaint { line: problem.span.line, message: problem.message() });
            Vec::new()
        }
    };
    loop {
        let map = laid_over(&own);
        let Some((at, complaint)) = clash(&map, &own) else {
            return match no_way(&map, &own) {
                None => (map, complaints),
                Some(complaint) => {
                    complaints.push(complaint);
                    (KeyMap::default(), complaints)
                }
            };
        };
        complaints.push(complaint);
        own.remove(at);
    }
}

/// The rows of the file, but for those that name what there is not.
fn rows(root: &Node, complaints: &mut Vec<Complaint>) -> Vec<Own> {
    let mut own: Vec<Own> = Vec::new();
    let mut complain = |line: usize, message: Message| complaints.push(Complaint { line, message });
    if !root.is_null() && root.entries().is_empty() {
        complain(root.span.line, Message::new("keymap-places"));
    }
    for entry in root.entries() {
        let known = || Place::ALL.iter().map(|place| place.word());
        let Some(place) = Place::ALL.iter().find(|place| place.word() == entry.key).copied() else {
            let message = near(Message::new("keymap-place").with("place", &entry.key), &entry.key, known());
            complain(entry.key_span.line, message.with("known", known().collect::<Vec<_>>().join(", ")));
            continue;
        };
        if entry.value.items().is_empty() && !entry.value.is_null() {
            complain(entry.value.span.line, Message::new("keymap-rows").with("place", place.word()));
        }
        for item in entry.value.items() {
            let line = item.span.line;
            match row(item, place) {
                Ok(row) if own.iter().any(|other| other.place == place && other.row.action == row.action) => {
                    complain(line, Message::new("keymap-again").with("what", row.action));
                }
                Ok(row) => own.push(Own { place, row, line }),
                Err(message) => complain(line, message),
            }
        }
    }
    own
}

/// The message with the word that is nearest to the one that was found, if any is near.
fn near(message: Message, found: &str, known: impl Iterator<Item = &'static str>) -> Message {
    let nearest = nearest(found, known);
    message.counting("near", usize::from(nearest.is_some())).with("nearest", nearest.unwrap_or_default())
}

/// A row of the file.
fn row(item: &Node, place: Place) -> Result<KeyRow, Message> {
    const FIELDS: [&str; 5] = ["action", "keys", "footer", "says", "sign"];
    let misshapen = || Message::new("keymap-row");
    let is_known = item.entries().iter().all(|entry| FIELDS.contains(&entry.key.as_str()));
    let (action, keys) = (item.get("action").and_then(Node::scalar), item.get("keys"));
    let (Some(action), Some(keys), true) = (action, keys, is_known) else { return Err(misshapen()) };
    if !keys.is_null() && !matches!(keys.kind, NodeKind::Sequence { .. }) {
        return Err(misshapen());
    }
    let known = || Action::ALL.iter().filter(|action| **action != Action::Panic).map(|action| action.word());
    if !known().any(|word| word == action) {
        return Err(near(Message::new("keymap-action").with("action", action), action, known()));
    }
    let mut all = Vec::new();
    for key in keys.items() {
        let text = key.scalar().unwrap_or_default();
        let key = spelled(text).ok_or_else(|| Message::new("keymap-key").with("key", text))?;
        if TYPED.contains(&place) && types(&key) {
            return Err(Message::new("keymap-typed").with("key", key).with("place", place.word()));
        }
        if all.contains(&key) {
            return Err(Message::new("keymap-again").with("what", key));
        }
        all.push(key);
    }
    let footer = item.get("footer").and_then(Node::scalar).and_then(|text| text.parse().ok());
    let sign = item.get("sign").and_then(Node::scalar).map(|text| printable(text).into_owned());
    let sign = sign.filter(|text| (1..=SIGN).contains(&cells(text)));
    Ok(KeyRow { action: action.to_owned(), keys: all, footer, says: None, sign })
}

/// The embedded table with these rows in the place of its own.
fn laid_over(own: &[Own]) -> KeyMap {
    let mut map = KeyMap::default();
    for Own { place, row, .. } in own {
        let rows = map.places.entry(place.word().to_owned()).or_default();
        match rows.iter_mut().find(|other| other.action == row.action) {
            Some(embedded) => {
                // A sign speaks of the keys that it was made for.
                let is_same = embedded.keys == row.keys;
                embedded.sign = row.sign.clone().or_else(|| embedded.sign.take().filter(|_| is_same));
                embedded.keys.clone_from(&row.keys);
                // Where the footer has no words for it, it stays out of the footer.
                embedded.footer = embedded.footer.map(|order| row.footer.unwrap_or(order));
            }
            None => rows.push(KeyRow { footer: None, sign: None, ..row.clone() }),
        }
    }
    map
}

/// The first row of the file that has a key which asks for something else in the same place too.
fn clash(map: &KeyMap, own: &[Own]) -> Option<(usize, Complaint)> {
    own.iter().enumerate().find_map(|(at, Own { place, row, line })| {
        let mut others = map.rows(*place).iter().filter(|other| other.action != row.action);
        let (other, key) = others.find_map(|other| {
            let key = row.keys.iter().find(|key| other.keys.contains(key))?;
            Some((other, key))
        })?;
        let message = Message::new("keymap-twice").with("key", key).with("place", place.word());
        let message = message.with("action", &row.action).with("other", &other.action);
        Some((at, Complaint { line: *line, message }))
    })
}

/// Whether the last key for leaving or for going back is gone in some place, or means something else before it is asked
/// there; the row of the file that is to blame.
fn no_way(map: &KeyMap, own: &[Own]) -> Option<Complaint> {
    let embedded = KeyMap::default();
    let ways = [Action::Leave, Action::Back].map(Action::word);
    let needed = Place::ALL.iter().flat_map(|place| ways.map(|way| (*place, way)));
    let mut needed = needed.filter(|(place, way)| !keys_of(&embedded, *place, way).is_empty());
    let (place, way) = needed.find(|(place, way)| is_stuck(map, *place, way))?;
    let keys = keys_of(map, place, way);
    let takes = |one: &&Own| one.row.keys.iter().any(|key| keys.contains(key));
    let own_row = own.iter().find(|one| one.place == place && one.row.action == way);
    let blamed = own_row.or_else(|| own.iter().find(takes));
    let message = Message::new("keymap-no-way").with("action", way).with("place", place.word());
    Some(Complaint { line: blamed.map_or(1, |one| one.line), message })
}

/// Whether no key asks for an action in a place: there is none, or all of them mean something else in a place before it.
fn is_stuck(map: &KeyMap, place: Place, way: &str) -> bool {
    let is_before = |other: &Place| match place {
        Place::Always => *other != place,
        _ => INNER.contains(other) && !INNER.contains(&place),
    };
    let before = || Place::ALL.iter().filter(|other| is_before(other)).flat_map(|other| map.rows(*other));
    let is_hidden = |key: &String| before().any(|row| row.action != way && row.keys.contains(key));
    keys_of(map, place, way).iter().all(is_hidden)
}

fn keys_of<'m>(map: &'m KeyMap, place: Place, action: &str) -> &'m [String] {
    let row = map.rows(place).iter().find(|row| row.action == action);
    row.map_or(&[], |row| row.keys.as_slice())
}
