//! A message: an identity that never changes and the things it speaks of.

use std::borrow::Cow;
use std::fmt;

/// Something a message speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Argument {
    /// A text as it stands, from a plan or a file: untrusted until it is said.
    Text(String),
    /// A count; languages choose their plural by it.
    Number(u64),
    /// Another message, said in the same language.
    Message(Box<Message>),
}

/// A message in no language yet: `assets/text/<language>/*.ftl` holds its words under `key`.
///
/// A key with a dot (`finding-web-fqdns-equal.fix`) names an attribute of a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    key: Cow<'static, str>,
    arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// A message that speaks of nothing yet.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), arguments: Vec::new() }
    }

    /// The same message, speaking also of this text.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl fmt::Display) -> Self {
        self.arguments.push((name, Argument::Text(text.to_string())));
        self
    }

    /// The same message, speaking also of this count.
    #[must_use]
    pub fn counting(mut self, name: &'static str, count: usize) -> Self {
        self.arguments.push((name, Argument::Number(count as u64)));
        self
    }

    /// The same message, with another message in it.
    #[must_use]
    pub fn saying(mut self, name: &'static str, message: Message) -> Self {
        self.arguments.push((name, Argument::Message(Box::new(message))));
        self
    }

    /// The message under an attribute of this one's key, speaking of the same things.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Self {
        Self { key: format!("{}.{name}", self.key).into(), arguments: self.arguments.clone() }
    }

    /// The identity.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The things it speaks of, by name.
    #[must_use]
    pub fn arguments(&self) -> &[(&'static str, Argument)] {
        &self.arguments
    }
}
