//! A question: an answer or a list of the plan, as it stands.

use serde_json::{Value as Json, json};

use super::barred::Barred;
use crate::catalog::Templates;
use crate::plan::{Path, Shape, Standing, Step};
use crate::text::Message;

/// A question of the interview. Its words stand under `question-` and the keys of its path.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The path of the answer.
    pub path: Path,
    /// The section or the item of a list on whose page it is asked.
    pub page: Path,
    /// How it is answered so far.
    pub standing: Standing,
    /// The value as a plan spells it; null for a list of sections.
    pub value: Json,
    /// The kind of value that it takes.
    pub shape: Shape,
    /// The items of a list of sections, in the plan's order.
    pub items: Vec<Path>,
    /// Whether the plan, or the item, can't do without an answer.
    pub is_required: bool,
    /// The answers that make it needless; none where it is to be asked.
    pub needless: Vec<Path>,
    /// The choices that other answers rule out, once that is known.
    pub barred: Vec<Barred>,
}

impl Question {
    /// Whether it makes sense to ask it.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.needless.is_empty()
    }

    /// Whether somebody answered it: by a value or by at least one item.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        match self.shape {
            Shape::Items(_) => !self.items.is_empty(),
            _ => self.standing == Standing::Said,
        }
    }

    /// Its choices, where it has any.
    #[must_use]
    pub fn choices(&self, templates: &Templates) -> Option<Vec<Json>> {
        match self.shape.one() {
            Shape::Choice(words) => Some(words.iter().map(|word| json!(word)).collect()),
            Shape::Truth => Some(vec![json!(true), json!(false)]),
            Shape::Vendor(kind) => Some(templates.vendor_ids(kind).into_iter().map(Json::from).collect()),
            _ => None,
        }
    }

    /// Its choices less those that other answers rule out.
    #[must_use]
    pub fn offered(&self, templates: &Templates) -> Option<Vec<Json>> {
        let is_barred = |value: &Json| self.barred.iter().any(|barred| barred.value == *value);
        let choices = self.choices(templates)?;
        Some(choices.into_iter().filter(|value| self.has_chosen(value) || !is_barred(value)).collect())
    }

    /// Whether a choice is the answer, or among the answers.
    #[must_use]
    pub fn has_chosen(&self, value: &Json) -> bool {
        match &self.value {
            Json::Array(values) => values.contains(value),
            own => own == value,
        }
    }

    /// The question in words.
    #[must_use]
    pub fn words(&self) -> Message {
        Message::new(key(&self.path, "question"))
    }

    /// What it is called, in short.
    #[must_use]
    pub fn label(&self) -> Message {
        self.words().attribute("label")
    }

    /// What depends on it.
    #[must_use]
    pub fn help(&self) -> Message {
        self.words().attribute("help")
    }

    /// One of its choices, in words.
    #[must_use]
    pub fn option(&self, word: &str) -> Message {
        self.words().attribute(&format!("option-{word}"))
    }

    /// Whether an option is one of those that have words.
    #[must_use]
    pub fn names(&self, option: &str) -> bool {
        self.options().contains(&option)
    }

    /// The choices that have words, as the plan file spells them.
    #[must_use]
    pub fn options(&self) -> Vec<&'static str> {
        match self.shape.one() {
            Shape::Choice(words) => words.to_vec(),
            Shape::Truth => vec!["true", "false"],
            _ => Vec::new(),
        }
    }

    /// What is to be said beside one of its choices; not every choice has such words.
    #[must_use]
    pub fn remark(&self, word: &str) -> Message {
        self.words().attribute(&format!("remark-{word}"))
    }

    /// What one item of its list is called.
    #[must_use]
    pub fn item(&self) -> Message {
        Message::new(key(&self.path, "item"))
    }
}

/// The key of the words about a path: its keys, whatever its items are called.
pub(super) fn key(path: &Path, kind: &str) -> String {
    let mut words = kind.to_owned();
    for step in path.steps() {
        if let Step::Key(key) = step {
            words.push('-');
            words.push_str(&key.replace('_', "-"));
        }
    }
    words
}

/// A section of the interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The page of its own questions.
    pub page: Path,
}

impl Section {
    /// Its title, in words.
    #[must_use]
    pub fn title(&self) -> Message {
        match self.page.as_str() {
            "" => Message::new("section-plan"),
            _ => Message::new(key(&self.page, "section")),
        }
    }
}
