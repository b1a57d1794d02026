//! A finding: something about a plan that a person should hear of, with its place and its reason.
//!
//! Knows how bad it is and what it points at. Must never know how it was found, nor speak a language.

use std::fmt;

use serde::Serialize;

use crate::text::Message;

/// How bad a finding is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A fact forbids it: nothing is generated while it stands.
    Error,
    /// It works, or may work, but not as somebody will expect.
    Warning,
    /// Better choices exist.
    Advice,
}

impl Severity {
    /// The key of its name among the texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "severity-error",
            Self::Warning => "severity-warning",
            Self::Advice => "severity-advice",
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The identity of the kind of finding, such as `web-fqdns-equal`; texts stand under `finding-<code>`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The path of the answer it points at, in the spelling of the plan file; empty for the plan as a whole.
    pub path: String,
    /// What its texts speak of.
    pub message: Message,
}

impl Finding {
    /// A finding of the kind `code` at `path`, speaking of nothing yet.
    #[must_use]
    pub fn new(code: &'static str, severity: Severity, path: impl fmt::Display) -> Self {
        Self { code, severity, path: path.to_string(), message: Message::new(format!("finding-{code}")) }
    }

    /// The same finding, speaking also of this text.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl fmt::Display) -> Self {
        self.message = self.message.with(name, text);
        self
    }

    /// The same finding, speaking also of this count.
    #[must_use]
    pub fn counting(mut self, name: &'static str, count: usize) -> Self {
        self.message = self.message.counting(name, count);
        self
    }

    /// The same finding, with another message in it.
    #[must_use]
    pub fn saying(mut self, name: &'static str, message: Message) -> Self {
        self.message = self.message.saying(name, message);
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn fix(&self) -> Message {
        self.message.attribute("fix")
    }
}
