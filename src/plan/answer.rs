//! An answer: said, defaulted, open or missing, with the path that is its name.

use serde_json::Value as Json;

use super::Path;
use super::because::{Because, Told};
use super::document::Node;
use super::part::{Leaf, Part};
use super::reader::Reader;
use super::shape::Shape;

/// How a value came to be an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given<T> {
    /// Somebody wrote it.
    Said(T),
    /// Nobody wrote anything: the default.
    Defaulted(T),
    /// "Not decided yet": the default stands in, and what rests on it is provisional.
    Open(T),
    /// It must be answered and was not: a placeholder stands in, which never reaches a file.
    Missing(T),
}

impl<T> Given<T> {
    /// The value, however it came.
    #[must_use]
    pub const fn value(&self) -> &T {
        match self {
            Self::Said(value) | Self::Defaulted(value) | Self::Open(value) | Self::Missing(value) => value,
        }
    }

    /// How it came, without the value.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        match self {
            Self::Said(_) => Standing::Said,
            Self::Defaulted(_) => Standing::Defaulted,
            Self::Open(_) => Standing::Open,
            Self::Missing(_) => Standing::Missing,
        }
    }
}

/// How an answer stands: [`Given`] without its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// See [`Given::Said`].
    Said,
    /// See [`Given::Defaulted`].
    Defaulted,
    /// See [`Given::Open`].
    Open,
    /// See [`Given::Missing`].
    Missing,
}

/// What stands in where nobody says anything.
#[derive(Clone, Debug)]
pub enum Otherwise<T> {
    /// A default that a plan can live with.
    Default(T),
    /// A placeholder: the answer is required.
    Required(T),
}

/// A value that an answer can have.
pub trait PlanValue: Clone + PartialEq + Sized {
    /// Reads the value; tells the reader what is wrong where it can't.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;
    /// The value as a plan spells it.
    fn write(&self) -> Json;
    /// What kind of value it is.
    fn shape() -> Shape;
}

/// An answer of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    path: Path,
    given: Given<T>,
    /// Whether a plan can't do without it.
    is_required: bool,
    /// On what a default rests that follows from other answers.
    follows: Because,
}

impl<T> Answer<T> {
    /// Its path.
    #[must_use]
    pub const fn path(&self) -> &Path {
        &self.path
    }

    /// How it was given. For those who show answers; whoever derives something uses [`Because::read`].
    #[must_use]
    pub const fn given(&self) -> &Given<T> {
        &self.given
    }

    /// Says something else. Defaults that follow from it follow once the plan is settled anew.
    pub(super) fn say(&mut self, value: T) {
        self.given = Given::Said(value);
        self.follows = Because::default();
    }

    /// Lets a default follow from other answers: where nobody said anything, the value that `derive` reads from them.
    pub(super) fn settle(&mut self, derive: impl FnOnce(&mut Because) -> T) {
        let place = match &mut self.given {
            Given::Said(_) => return,
            Given::Defaulted(value) | Given::Open(value) | Given::Missing(value) => value,
        };
        self.follows = Because::default();
        *place = derive(&mut self.follows);
    }
}

impl<T> Told for Answer<T> {
    type Value = T;

    fn told<'s>(&'s self, because: &mut Because) -> &'s T {
        because.note(&self.path);
        because.join(&self.follows);
        if matches!(self.given, Given::Open(_) | Given::Missing(_)) {
            because.note_open();
        }
        self.given.value()
    }
}

impl<T: PlanValue> Part for Answer<T> {
    type Otherwise = Otherwise<T>;

    fn read(node: Option<&Node>, path: Path, otherwise: Otherwise<T>, reader: &mut Reader<'_>) -> Self {
        let said = node.filter(|node| !node.is_null()).and_then(|node| T::read(node, reader));
        let is_required = matches!(otherwise, Otherwise::Required(_));
        let given = match (said, otherwise) {
            (Some(value), _) => Given::Said(value),
            (None, Otherwise::Required(value)) => Given::Missing(value),
            (None, Otherwise::Default(value)) if node.is_some() => Given::Open(value),
            (None, Otherwise::Default(value)) => Given::Defaulted(value),
        };
        Self { path, given, is_required, follows: Because::default() }
    }

    fn visit(&self, visit: &mut dyn FnMut(Leaf<'_>)) {
        let value = || self.given.value().write();
        let leaf = Leaf::new(&self.path, self.given.standing(), &value, &T::shape);
        visit(Leaf { is_required: self.is_required, ..leaf });
    }

    fn schema(otherwise: Otherwise<T>) -> Json {
        let mut schema = T::shape().schema();
        if let (Otherwise::Default(value), Some(object)) = (otherwise, schema.as_object_mut()) {
            object.insert("default".into(), value.write());
        }
        serde_json::json!({ "anyOf": [schema, { "type": "null" }] })
    }
}
