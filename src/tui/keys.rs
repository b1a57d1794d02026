//! Keys: from what a person presses to a closed list of actions, by the one table in `assets/keys.yaml`.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::catalog::{KeyRow, key_table};
use crate::text::Message;

/// Makes a closed list whose words stand in the key table.
macro_rules! words {
    ($(#[doc = $about:literal])* pub enum $name:ident { $($(#[doc = $doc:literal])* $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[doc = $doc])* $variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its word in the key table.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

words! {
    /// Everything that a person can ask of the screen.
    pub enum Action {
        /// One line up.
        Up = "up",
        /// One line down.
        Down = "down",
        /// A page up.
        PageUp = "page-up",
        /// A page down.
        PageDown = "page-down",
        /// To the first line.
        First = "first",
        /// To the last line.
        Last = "last",
        /// Choose what is at the cursor.
        Enter = "enter",
        /// One level up, or away with an overlay.
        Back = "back",
        /// The next question or tab.
        Next = "next",
        /// The one before.
        Previous = "previous",
        /// The other pane.
        NextPane = "next-pane",
        /// Take the suggestion.
        Complete = "complete",
        /// Take an answer back: its default holds again.
        Withdraw = "withdraw",
        /// Remove an item or a value.
        Remove = "remove",
        /// Move a value or an item up among the others.
        MoveUp = "move-up",
        /// Move a value or an item down among the others.
        MoveDown = "move-down",
        /// The next column of a table.
        NextColumn = "next-column",
        /// The column before.
        PreviousColumn = "previous-column",
        /// One more item like this one.
        Duplicate = "duplicate",
        /// Give this answer to all items below.
        FillDown = "fill-down",
        /// Write a note.
        Note = "note",
        /// Say who brings an answer back.
        Owner = "owner",
        /// Say until when.
        Due = "due",
        /// Say how far a decision has come.
        State = "state",
        /// Say why it was decided so.
        Reason = "reason",
        /// Everything that the workshop's record can say of an answer.
        Record = "record",
        /// Why is this so?
        Why = "why",
        /// Copy what is at the cursor.
        Copy = "copy",
        /// Find a question, or filter rows.
        Find = "find",
        /// Sort by the next column.
        Sort = "sort",
        /// The difference to the disk, or the content.
        Difference = "difference",
        /// The ways to have fewer names or certificates.
        Budget = "budget",
        /// Load certificates that exist.
        Load = "load",
        /// Mark the row at the cursor.
        Mark = "mark",
        /// Write the files.
        Generate = "generate",
        /// Write the files as drafts.
        Draft = "draft",
        /// Choose the output folder.
        Folder = "folder",
        /// Take the last change back.
        Undo = "undo",
        /// Make it again.
        Redo = "redo",
        /// Write the plan file.
        Save = "save",
        /// Help, which runs what it finds.
        Help = "help",
        /// The next view.
        NextView = "next-view",
        /// The interview.
        ViewInterview = "view-interview",
        /// The requirements.
        ViewRequirements = "view-requirements",
        /// The findings.
        ViewFindings = "view-findings",
        /// The files.
        ViewFiles = "view-files",
        /// The topology.
        ViewTopology = "view-topology",
        /// What was decided.
        ViewDecisions = "view-decisions",
        /// This plan beside another one.
        ViewCompare = "view-compare",
        /// The journeys of clients.
        ViewJourneys = "view-journeys",
        /// Choose a plan to compare with.
        Against = "against",
        /// Compare with the plan as it is saved.
        AgainstSaved = "against-saved",
        /// Choose a domain.
        Domain = "domain",
        /// The next domain.
        NextDomain = "next-domain",
        /// The domain before.
        PreviousDomain = "previous-domain",
        /// The next box of the drawing.
        NextBox = "next-box",
        /// The box before.
        PreviousBox = "previous-box",
        /// The start page.
        StartPage = "start-page",
        /// The next theme.
        Theme = "theme",
        /// Clicks come to the program, or to the terminal, which selects text.
        Mouse = "mouse",
        /// Go to the background.
        Suspend = "suspend",
        /// Leave.
        Leave = "leave",
        /// Fail on purpose: for testing that the terminal is restored. No key and no list shows it.
        Panic = "panic",
    }
}

impl Action {
    /// What it is called.
    #[must_use]
    pub fn label(self) -> Message {
        Message::new(format!("action-{}", self.word()))
    }

    /// The action of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|action| action.word() == word).copied()
    }
}

words! {
    /// Where keys have a meaning: a place of the key table.
    pub enum Place {
        /// Everywhere.
        Always = "always",
        /// Where nothing is typed.
        Letters = "letters",
        /// The start page.
        Start = "start",
        /// The sections of the interview.
        Sections = "sections",
        /// The overview of a page of questions.
        Overview = "overview",
        /// A choice of a question.
        Question = "question",
        /// An item of a list.
        Item = "item",
        /// The questions of an item of a list.
        OfItem = "of-item",
        /// One of several typed values.
        Value = "value",
        /// A field of a question.
        Field = "field",
        /// What the record can say of the answer at the cursor.
        Record = "record",
        /// The same, where something is typed.
        TypedRecord = "typed-record",
        /// The requirements.
        Requirements = "requirements",
        /// What is about certificates.
        Certificates = "certificates",
        /// What is about certificates, where something is typed.
        TypedCertificates = "typed-certificates",
        /// The ways to have fewer names or certificates.
        Budget = "budget",
        /// The certificates among the requirements.
        Loading = "loading",
        /// Certificates that exist.
        Existing = "existing",
        /// The filter of the requirements.
        Filter = "filter",
        /// The findings.
        Findings = "findings",
        /// The files.
        Files = "files",
        /// The topology, at a box.
        Topology = "topology",
        /// The topology, at what is told of a box.
        TopologyDetails = "topology-details",
        /// What was decided.
        Decisions = "decisions",
        /// This plan beside another one.
        Compare = "compare",
        /// The matrix of journeys.
        Journeys = "journeys",
        /// A journey, hop by hop.
        Journey = "journey",
        /// A list to pick from.
        Pick = "pick",
        /// Why something is so.
        Why = "why",
        /// A line that is asked for.
        Prompt = "prompt",
        /// A choice that is asked for.
        Ask = "ask",
        /// Something that takes its time.
        Busy = "busy",
        /// A window that is too small.
        Small = "small",
    }
}

impl Place {
    /// The rows of the key table.
    #[must_use]
    pub fn rows(self) -> &'static [KeyRow] {
        key_table().get(self.word()).map_or(&[], Vec::as_slice)
    }
}

/// The action that a key asks for in these places, the innermost first.
#[must_use]
pub fn action(places: &[Place], key: KeyEvent) -> Option<Action> {
    let name = name_of(key)?;
    let row = places.iter().flat_map(|place| place.rows()).find(|row| row.keys.contains(&name))?;
    Action::of(&row.action)
}

/// What the table calls a key.
fn name_of(key: KeyEvent) -> Option<String> {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    // Alt makes another key of it, which the table does not know; with Ctrl it is AltGr, which types.
    if alt {
        return None;
    }
    let name = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(character) => character.to_string(),
        KeyCode::F(number) => format!("f{number}"),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => "backtab".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::PageUp => "pageup".to_owned(),
        KeyCode::PageDown => "pagedown".to_owned(),
        KeyCode::Delete => "delete".to_owned(),
        KeyCode::Insert => "insert".to_owned(),
        _ => return None,
    };
    let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
    Some(if is_control { format!("ctrl-{}", name.to_lowercase()) } else { name })
}

/// What the screen shows for a key.
#[must_use]
pub fn sign(key: &str) -> String {
    match key {
        "enter" => "⏎".to_owned(),
        "tab" => "⇥".to_owned(),
        "up" => "↑".to_owned(),
        "down" => "↓".to_owned(),
        "left" => "←".to_owned(),
        "right" => "→".to_owned(),
        "esc" => "Esc".to_owned(),
        "delete" => "Del".to_owned(),
        "pageup" => "PgUp".to_owned(),
        "pagedown" => "PgDn".to_owned(),
        "home" => "Home".to_owned(),
        "end" => "End".to_owned(),
        "space" => "Space".to_owned(),
        "backtab" => "⇤".to_owned(),
        other => match other.strip_prefix("ctrl-") {
            Some(letter) => format!("^{}", letter.to_uppercase()),
            None if other.len() > 1 => other.to_uppercase(),
            None => other.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_names_places_and_actions_that_are_there() {
        for (place, rows) in key_table() {
            assert!(Place::ALL.iter().any(|known| known.word() == place), "{place}");
            for row in rows {
                assert!(Action::of(&row.action).is_some(), "{place}: {}", row.action);
            }
        }
        for place in Place::ALL {
            assert!(!place.rows().is_empty(), "{place:?}");
        }
    }

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        for (place, rows) in key_table() {
            let mut seen = BTreeSet::new();
            for key in rows.iter().flat_map(|row| &row.keys) {
                assert!(seen.insert(key), "{place}: {key}");
            }
        }
    }

    #[test]
    fn every_action_but_the_hidden_one_has_a_key() {
        let bound: BTreeSet<&str> = key_table().values().flatten().map(|row| row.action.as_str()).collect();
        for action in Action::ALL.iter().filter(|action| **action != Action::Panic) {
            assert!(bound.contains(action.word()), "{action:?}");
        }
    }

    #[test]
    fn keys_are_read_as_the_table_spells_them() {
        let press = |code, modifiers| action(&[Place::Field, Place::Always], KeyEvent::new(code, modifiers));
        assert_eq!(press(KeyCode::Char('s'), KeyModifiers::CONTROL), Some(Action::Save));
        assert_eq!(press(KeyCode::Char('s'), KeyModifiers::NONE), None);
        assert_eq!(press(KeyCode::F(2), KeyModifiers::NONE), Some(Action::NextView));
        assert_eq!(press(KeyCode::PageDown, KeyModifiers::NONE), Some(Action::Next));
    }
}
