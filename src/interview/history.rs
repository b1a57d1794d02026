//! Everything that was done to a plan, one state after the other: undo and redo without end, and a record to replay.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::plan::Path;

/// The states that a plan's text went through, which of them is the present one, and what its file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    states: Vec<State>,
    at: usize,
    saved: Arc<str>,
}

/// A text, and what the change that led to it was about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    text: Arc<str>,
    about: Path,
}

/// A step of a history, as it is told: what it was about, and the texts before and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'h> {
    /// The path that it was about.
    pub about: &'h Path,
    /// The text before.
    pub before: &'h str,
    /// The text after.
    pub after: &'h str,
}

/// A step of a history, to be recorded and replayed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// The first state; the file holds it unless an entry says otherwise.
    Begin {
        /// Its whole text.
        text: String,
    },
    /// A change, which leads from the present state to a new one.
    Edit {
        /// The path that it is about.
        about: String,
        /// Where the part that changes begins in the text before, in bytes.
        start: usize,
        /// Where that part ends, in bytes.
        end: usize,
        /// What takes its place.
        text: String,
    },
    /// The last change was taken back.
    Undo,
    /// A change that was taken back was made again.
    Redo,
    /// The present text was written to the file, or found there.
    Saved,
    /// The file holds a text that is no state any more.
    Held {
        /// What the file holds.
        text: String,
    },
}

impl History {
    /// A history of one state, which its file holds.
    #[must_use]
    pub fn begin(text: &str) -> Self {
        let text: Arc<str> = text.into();
        Self { saved: Arc::clone(&text), states: vec![State { text, about: Path::default() }], at: 0 }
    }

    /// The present text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.states[self.at].text
    }

    /// Whether the present text is what the file holds, however it came to be so.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved_text() == self.text()
    }

    /// What the file was last known to hold; nothing where there was no file yet.
    #[must_use]
    pub fn saved_text(&self) -> &str {
        &self.saved
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        self.at > 0
    }

    /// Whether there is a change to make again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        self.at + 1 < self.states.len()
    }

    /// The number of the present state; the first one is 0.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Every step, also those that were taken back: the first leads to state 1.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.states.windows(2).map(|pair| Step {
            about: &pair[1].about,
            before: &pair[0].text,
            after: &pair[1].text,
        })
    }

    /// Adds a state, which takes the place of those that could be made again. Nothing where the text is the same.
    pub fn push(&mut self, text: &str, about: &Path) -> Option<Entry> {
        let entry = edit(self.text(), text, about)?;
        self.at += 1;
        self.states.truncate(self.at);
        self.states.push(State { text: text.into(), about: about.clone() });
        Some(entry)
    }

    /// Takes the last change back: gives the path that it was about.
    pub fn undo(&mut self) -> Option<(Entry, Path)> {
        let about = self.states[self.at].about.clone();
        self.at = self.at.checked_sub(1)?;
        Some((Entry::Undo, about))
    }

    /// Makes a change again that was taken back: gives the path that it is about.
    pub fn redo(&mut self) -> Option<(Entry, Path)> {
        let about = self.states.get(self.at + 1)?.about.clone();
        self.at += 1;
        Some((Entry::Redo, about))
    }

    /// Notes that the file holds the present text.
    pub fn saved(&mut self) -> Entry {
        self.saved = Arc::clone(&self.states[self.at].text);
        Entry::Saved
    }

    /// Takes over what somebody else wrote to the file: one more state, which is saved. Gives what is to be recorded.
    pub fn adopt(&mut self, on_disk: &str) -> Vec<Entry> {
        let edit = self.push(on_disk, &Path::default());
        let saved = if self.is_saved() { None } else { Some(self.saved()) };
        edit.into_iter().chain(saved).collect()
    }

    /// The history that was recorded. Nothing where the entries don't fit together.
    #[must_use]
    pub fn replay(entries: impl IntoIterator<Item = Entry>) -> Option<Self> {
        let mut entries = entries.into_iter();
        let Entry::Begin { text } = entries.next()? else { return None };
        entries.try_fold(Self::begin(&text), Self::after)
    }

    /// The shortest record of this history.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let saved_at = self.states.iter().position(|state| state.text == self.saved);
        let mut entries = vec![Entry::Begin { text: self.states[0].text.as_ref().to_owned() }];
        for (at, pair) in self.states.windows(2).enumerate() {
            entries.extend(edit(&pair[0].text, &pair[1].text, &pair[1].about));
            entries.extend((saved_at == Some(at + 1)).then_some(Entry::Saved));
        }
        if saved_at.is_none() {
            entries.push(Entry::Held { text: self.saved_text().to_owned() });
        }
        entries.extend(std::iter::repeat_n(Entry::Undo, self.states.len() - 1 - self.at));
        entries
    }

    /// The history with at most so many states (one at least): the oldest are forgotten, the present one never.
    #[must_use]
    pub fn shortened(&self, most: usize) -> Self {
        let most = most.max(1);
        let first = self.states.len().saturating_sub(most).min(self.at);
        let mut states: Vec<_> = self.states[first..].iter().take(most).cloned().collect();
        states[0].about = Path::default();
        Self { states, at: self.at - first, saved: Arc::clone(&self.saved) }
    }

    fn after(mut self, entry: Entry) -> Option<Self> {
        match entry {
            Entry::Begin { .. } => return None,
            Entry::Edit { about, start, end, text } => {
                let before = self.text();
                // `get` also refuses a range that ends before it starts, and one within a character.
                before.get(start..end)?;
                let text = [&before[..start], &text, &before[end..]].concat();
                // A path that nobody can read costs no more than knowing where to look.
                drop(self.push(&text, &about.parse().unwrap_or_default())?);
            }
            Entry::Undo => drop(self.undo()?),
            Entry::Redo => drop(self.redo()?),
            Entry::Saved => drop(self.saved()),
            Entry::Held { text } => self.saved = text.into(),
        }
        Some(self)
    }
}

/// The smallest replacement of one part that makes `after` of `before`. Nothing where they are the same.
fn edit(before: &str, after: &str, about: &Path) -> Option<Entry> {
    let same = |(a, b): &(char, char)| a == b;
    let length = |(a, _): (char, char)| a.len_utf8();
    let start: usize = before.chars().zip(after.chars()).take_while(same).map(length).sum();
    let ends = before[start..].chars().rev().zip(after[start..].chars().rev());
    let rest: usize = ends.take_while(same).map(length).sum();
    let (end, text) = (before.len() - rest, &after[start..after.len() - rest]);
    (before != after).then(|| Entry::Edit { about: about.to_string(), start, end, text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn about(text: &str) -> Path {
        Path::default().key("sites").item(text)
    }

    fn pushed(texts: &[&str]) -> History {
        let mut history = History::begin(texts[0]);
        texts[1..].iter().for_each(|text| drop(history.push(text, &about(text))));
        history
    }

    #[test]
    fn changes_are_taken_back_and_made_again() {
        let mut history = pushed(&["a", "b", "c"]);
        assert!(history.push("c", &about("x")).is_none() && !history.can_redo() && !history.is_saved());
        assert_eq!(["c", "b"].map(|_| history.undo()), ["c", "b"].map(|of| Some((Entry::Undo, about(of)))));
        assert_eq!((history.undo(), history.text(), history.is_saved()), (None, "a", true));
        assert_eq!(history.redo(), Some((Entry::Redo, about("b"))));
        assert!(history.can_undo() && history.can_redo() && history.push("d", &about("x")).is_some());
        assert_eq!((history.redo(), history.text()), (None, "d"));
    }

    #[test]
    fn what_the_file_holds_is_known_though_its_state_is_gone() {
        let mut history = pushed(&["a", "b"]);
        let _ = (history.saved(), history.undo(), history.push("c", &about("x")));
        assert_eq!((history.saved_text(), history.is_saved()), ("b", false));
        assert_eq!(History::replay(history.entries()), Some(history.clone()));
        assert_eq!(History::replay(history.shortened(1).entries()).unwrap().saved_text(), "b");
        assert!(history.push("b", &about("x")).is_some() && history.is_saved());
    }

    #[test]
    fn what_others_wrote_is_one_more_state() {
        let mut history = pushed(&["a", "b"]);
        assert_eq!(history.adopt("z").len(), 2);
        assert!(history.is_saved() && history.adopt("z").is_empty());
        assert!(history.undo().is_some_and(|_| history.text() == "b" && !history.is_saved()));
        assert_eq!(history.adopt("b"), [Entry::Saved]);
    }

    #[test]
    fn an_edit_is_the_smallest_replacement() {
        let replaced = |before, after| match edit(before, after, &Path::default()) {
            Some(Entry::Edit { start, end, text, .. }) => (start, end, text),
            _ => (0, 0, "none".to_owned()),
        };
        assert_eq!(replaced("ttl: 60\nx", "ttl: 70\nx"), (5, 6, "7".into()));
        assert_eq!(replaced("é", "è"), (0, 2, "è".into()));
        assert_eq!(replaced("a", "a"), (0, 0, "none".into()));
    }

    #[test]
    fn the_oldest_states_are_forgotten() {
        let mut history = pushed(&["a", "b", "c", "d"]);
        let short = history.shortened(2);
        assert_eq!((short.text(), short.states.len(), short.saved_text()), ("d", 2, "a"));
        while history.undo().is_some() {}
        assert_eq!(history.shortened(2).states, history.states[..2]);
        assert_eq!((history.shortened(0).states.len(), history.shortened(0).text()), (1, "a"));
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let begin = || Entry::Begin { text: "é".into() };
        let edit = |start, end| Entry::Edit { about: "a b".into(), start, end, text: "x".into() };
        assert!(History::replay([]).is_none() && History::replay([Entry::Saved]).is_none());
        for wrong in [begin(), edit(0, 1), edit(2, 0), edit(0, 9), Entry::Undo, Entry::Redo] {
            assert_eq!(History::replay([begin(), wrong.clone()]), None, "{wrong:?}");
        }
        assert!(History::replay([begin(), edit(0, 2)]).is_some());
    }

    proptest! {
        #[test]
        fn every_history_replays(steps in prop::collection::vec((0..6, "[abéè\n]{0,4}"), 0..40), most in 1_usize..9) {
            let (mut history, mut record) = (History::begin("a"), History::begin("a").entries());
            for (kind, text) in steps {
                match kind {
                    0 | 1 => record.extend(history.push(&text, &about(&text))),
                    2 => record.extend(history.undo().map(|(entry, _)| entry)),
                    3 => record.extend(history.redo().map(|(entry, _)| entry)),
                    4 => record.push(history.saved()),
                    _ => record.extend(history.adopt(&text)),
                }
            }
            let read = |entry: &Entry| serde_json::from_str(&serde_json::to_string(entry).unwrap()).unwrap();
            prop_assert_eq!(&History::replay(record.iter().map(read)).unwrap(), &history);
            prop_assert_eq!(&History::replay(history.entries()).unwrap(), &history);
            let short = History::replay(history.shortened(most).entries()).unwrap();
            prop_assert_eq!((short.text(), short.saved_text()), (history.text(), history.saved_text()));
        }
    }
}
