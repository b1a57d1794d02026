//! Commands for the servers, in the order of work (M-273), each with what takes it back.

mod call;
mod certificates;
mod click_to_join;
mod internal_only;
mod policies;
mod push;
mod tests;

pub use call::{Call, Value, literal};

use serde::Serialize;

use super::rule::{Maker, Premises, Row, Rule, apply};
use crate::text::Message;
use crate::value::Fqdn;

/// A stage of the work on the servers, in its order (M-273). DNS comes before, the reverse proxy between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// New certificates for Front End servers and Directors.
    CertificateRequests,
    /// The new certificates put to use.
    CertificateAssignments,
    /// Clients inside only.
    InternalOnly,
    /// Synthetic tests.
    Tests,
    /// Push notifications.
    Push,
    /// Mobility policies.
    Policies,
    /// Click to join.
    ClickToJoin,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: &[Self] = &[
        Self::CertificateRequests,
        Self::CertificateAssignments,
        Self::InternalOnly,
        Self::Tests,
        Self::Push,
        Self::Policies,
        Self::ClickToJoin,
    ];

    /// The word of the documents, and of the scripts' names.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::CertificateRequests => "certificate-requests",
            Self::CertificateAssignments => "certificate-assignments",
            Self::InternalOnly => "internal-only",
            Self::Tests => "tests",
            Self::Push => "push",
            Self::Policies => "policies",
            Self::ClickToJoin => "click-to-join",
        }
    }

    /// The number of its script: tens in the order of M-273.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::CertificateRequests => 20,
            Self::CertificateAssignments => 25,
            Self::InternalOnly => 40,
            Self::Tests => 50,
            Self::Push => 60,
            Self::Policies => 70,
            Self::ClickToJoin => 80,
        }
    }
}

/// A command, one complete line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The stage it belongs to.
    pub stage: Stage,
    /// Where it is typed: on any server with the management shell, or on this one.
    pub server: Option<Fqdn>,
    /// What is typed.
    pub call: Call,
    /// What takes it back, where something does.
    pub undo: Option<Call>,
}

/// The rules of the family, a list a file; within a stage their order is the order of work.
pub(super) const RULES: &[&[Rule<Command>]] = &[
    certificates::RULES,
    internal_only::RULES,
    tests::RULES,
    push::RULES,
    policies::RULES,
    click_to_join::RULES,
];

/// All commands, in the order of work.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Command>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by_key(|row| row.body.stage);
    rows
}

/// Adds a command of the management shell.
fn add(
    maker: &mut Maker<'_, Command>,
    because: &crate::plan::Because,
    remarks: Vec<Message>,
    command: Command,
) {
    let reason = maker.reason_with(because, &[], remarks);
    maker.add(&reason, command);
}

impl Command {
    /// A command that any server with the management shell will do for.
    fn anywhere(stage: Stage, call: Call, undo: Option<Call>) -> Self {
        Self { stage, server: None, call, undo }
    }

    /// Where it is typed, in words.
    #[must_use]
    pub fn place(&self) -> Message {
        match &self.server {
            Some(server) => Message::new("where-server").with("server", server),
            None => Message::new("where-any-front-end"),
        }
    }
}
