//! What kind of value an answer takes, said once for each type: the schema is made of it, and whoever asks the question
//! knows from it what to offer.

use serde_json::{Value as Json, json};

use crate::catalog::Templates;

/// The kind of value that an answer takes, or that a list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A product: the name of a folder among the templates of this kind.
    Vendor(&'static str),
    /// Yes or no.
    Truth,
    /// A whole number from one to the other.
    Number(u64, u64),
    /// A line of text; the key of the words that name what is expected.
    Text(&'static str),
    /// A scope of a policy: text with a grammar of its own, and the key of the words that name it.
    Pattern(&'static str, &'static str),
    /// Several different values of one kind.
    Many(Box<Shape>),
    /// A text for each word.
    Map,
    /// A list of sections, each named by one of these keys.
    Items(&'static [&'static str]),
}

impl Shape {
    /// The shape of one of several values; of any other shape, itself.
    #[must_use]
    pub fn one(&self) -> Self {
        match self {
            Self::Many(one) => (**one).clone(),
            other => other.clone(),
        }
    }

    /// The JSON schema of the values; of a list of sections it is made where the sections are known.
    #[must_use]
    pub fn schema(&self) -> Json {
        match self {
            Self::Choice(words) => json!({ "enum": words }),
            Self::Vendor(kind) => {
                json!({ "type": "string", "examples": Templates::default().vendor_ids(kind) })
            }
            Self::Truth => json!({ "type": "boolean" }),
            Self::Number(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Self::Text(_) => json!({ "type": "string" }),
            Self::Pattern(pattern, _) => json!({ "type": "string", "pattern": pattern }),
            Self::Many(inner) => json!({ "type": "array", "items": inner.schema(), "uniqueItems": true }),
            Self::Map => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
            Self::Items(_) => json!({ "type": "array" }),
        }
    }
}
