//! Why a plan file can't be read: what, where, what was expected, what was found, what comes nearest.

use super::document::Span;
use crate::text::Message;
use crate::value::Refusal;

/// What is wrong with a plan file's text. Holds the things; the sentences stand among the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is not YAML; in the parser's own words.
    Syntax(String),
    /// A control character.
    ControlCharacter(char),
    /// More text than a plan can have: the limit in MiB.
    TooLarge(usize),
    /// Nested deeper than this.
    TooDeep(usize),
    /// Aliases that expand to more nodes than this.
    AliasesExpand(usize),
    /// An alias without its anchor.
    UnknownAlias,
    /// The merge key `<<`.
    MergeKey,
    /// A tag such as `!secret`.
    Tag,
    /// A tab in the indentation.
    Tab,
    /// A key that is not text.
    KeyNotText,
    /// More than one YAML document.
    SeveralDocuments,
    /// A key for the second time in its mapping; the line of the first.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line where it stands first.
        first: usize,
    },
    /// A key that the plan does not have here.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that comes nearest.
        nearest: Option<String>,
        /// All keys that are known here.
        known: Vec<String>,
    },
    /// Something of another kind than wanted.
    WrongKind {
        /// The key of the text that names what was expected.
        expected: &'static str,
        /// The key of the text that names the kind that was found.
        kind: &'static str,
        /// What was written, where it was a scalar.
        found: String,
    },
    /// A text that is not the value wanted.
    Refused {
        /// The key of the text that names what was expected.
        expected: &'static str,
        /// What was written.
        found: String,
        /// Why it is refused.
        refusal: Refusal,
    },
    /// A word that is none of the choices.
    UnknownChoice {
        /// What was written.
        found: String,
        /// The choice that comes nearest.
        nearest: Option<String>,
        /// All choices.
        known: Vec<String>,
    },
    /// An item of a list without the key that names it.
    Unnamed(&'static str),
    /// An item for the second time in its list; the line of the first.
    Twice {
        /// The item.
        name: String,
        /// The line where it stands first.
        first: usize,
    },
    /// A decision about something that no plan can have.
    UnknownPath {
        /// The path as written.
        found: String,
    },
}

/// A fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub span: Span,
}

impl Problem {
    pub(super) const fn new(fault: Fault, span: Span) -> Self {
        Self { fault, span }
    }

    /// What is wrong, in words; its attribute `help` says what would be right.
    #[must_use]
    pub fn message(&self) -> Message {
        match &self.fault {
            Fault::Syntax(words) => Message::new("problem-syntax").with("words", words),
            Fault::ControlCharacter(character) => Message::new("problem-control-character")
                .with("character", format!("U+{:04X}", u32::from(*character))),
            Fault::TooLarge(limit) => Message::new("problem-too-large").with("limit", limit),
            Fault::TooDeep(limit) => Message::new("problem-too-deep").with("limit", limit),
            Fault::AliasesExpand(limit) => Message::new("problem-aliases-expand").with("limit", limit),
            Fault::UnknownAlias => Message::new("problem-unknown-alias"),
            Fault::MergeKey => Message::new("problem-merge-key"),
            Fault::Tag => Message::new("problem-tag"),
            Fault::Tab => Message::new("problem-tab"),
            Fault::KeyNotText => Message::new("problem-key-not-text"),
            Fault::SeveralDocuments => Message::new("problem-several-documents"),
            Fault::DuplicateKey { key, first } => {
                Message::new("problem-duplicate-key").with("key", key).with("first", first)
            }
            Fault::UnknownKey { key, nearest, known } => {
                one_of(Message::new("problem-unknown-key").with("key", key), nearest.as_deref(), known)
            }
            Fault::WrongKind { expected, kind, found } => Message::new("problem-wrong-kind")
                .saying("expected", Message::new(*expected))
                .saying("kind", Message::new(*kind).with("found", quoted(found))),
            Fault::Refused { expected, found, refusal } => Message::new("problem-refused")
                .saying("expected", Message::new(*expected))
                .with("found", quoted(found))
                .saying("why", refusal_message(refusal)),
            Fault::UnknownChoice { found, nearest, known } => {
                one_of(Message::new("problem-unknown-choice").with("found", found), nearest.as_deref(), known)
            }
            Fault::Unnamed(key) => Message::new("problem-unnamed").with("key", key),
            Fault::Twice { name, first } => {
                Message::new("problem-twice").with("name", name).with("first", first)
            }
            Fault::UnknownPath { found } => Message::new("problem-unknown-path").with("found", found),
        }
    }
}

/// Why a value was refused, in words.
#[must_use]
pub fn refusal_message(refusal: &Refusal) -> Message {
    refusal
        .arguments()
        .into_iter()
        .fold(Message::new(refusal.key()), |message, (name, text)| message.with(name, text))
}

/// What was written, as a message may quote it: one line, not too long, and visible where it is empty.
fn quoted(found: &str) -> String {
    const MOST: usize = 80;
    let line = found.trim_end().replace(['\n', '\r'], " ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.is_empty() => "''".to_owned(),
        None => line,
    }
}

fn one_of(message: Message, nearest: Option<&str>, known: &[String]) -> Message {
    let known = known.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let hint = match nearest {
        Some(nearest) => Message::new("problem-nearest").with("nearest", nearest).with("known", known),
        None => Message::new("problem-known").with("known", known),
    };
    message.saying("hint", hint)
}

/// The word among `known` that comes nearest to `found`, if any comes near at all.
#[must_use]
pub fn nearest<'k>(found: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    known
        .map(|word| (strsim::jaro_winkler(found, word), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, word)| word.to_owned())
}
