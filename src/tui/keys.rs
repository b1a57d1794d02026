//! What a person can ask for, and where: the closed lists that the one table in `assets/keys.yaml` speaks of.

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
        /// Take another answer with which the finding does not stand.
        Mend = "mend",
        /// Write a note.
        Note = "note",
        /// Say why it is not this option.
        Reject = "reject",
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
        /// The palette: everything that can be done or gone to.
        Palette = "palette",
        /// The steps that were made.
        History = "history",
        /// Larger spacing, for a room that reads along.
        Present = "present",
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

    /// Whether there is nothing that it could do while no plan is open.
    #[must_use]
    pub const fn needs_plan(self) -> bool {
        matches!(
            self,
            Self::Save
                | Self::Undo
                | Self::Redo
                | Self::Find
                | Self::History
                | Self::Load
                | Self::NextView
                | Self::ViewInterview
                | Self::ViewRequirements
                | Self::ViewFindings
                | Self::ViewFiles
                | Self::ViewTopology
                | Self::ViewDecisions
                | Self::ViewCompare
                | Self::ViewJourneys
        )
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::key_table;

    #[test]
    fn the_table_names_places_and_actions_that_are_there() {
        for (place, rows) in key_table() {
            assert!(Place::ALL.iter().any(|known| known.word() == place), "{place}");
            for row in rows {
                assert!(Action::of(&row.action).is_some(), "{place}: {}", row.action);
            }
        }
        for place in Place::ALL {
            assert!(key_table().get(place.word()).is_some_and(|rows| !rows.is_empty()), "{place:?}");
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
}
