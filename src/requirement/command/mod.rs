//! Commands for the servers, in the order of work (M-273), each with what takes it back.

mod call;
mod certificates;
mod click_to_join;
mod edge_certificates;
mod federation;
mod hybrid;
mod internal_only;
mod oauth_certificate;
mod policies;
mod push;
mod simple_urls;
mod state;
mod tests;
mod verification;

pub use call::{Call, Value, literal};
pub use state::State;

use std::sync::Arc;

use serde::Serialize;

use super::rule::{Maker, Premises, Row, Rule, apply};
use crate::catalog::services;
use crate::text::Message;
use crate::value::Fqdn;

/// A stage of the work on the servers, in its order (M-273). DNS comes before, the reverse proxy between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The simple URLs, where they change.
    SimpleUrls,
    /// New certificates for Front End servers, Directors and Edge Servers.
    CertificateRequests,
    /// The new certificates put to use.
    CertificateAssignments,
    /// Autodiscover where some users are online.
    Hybrid,
    /// Clients inside only.
    InternalOnly,
    /// Synthetic tests.
    Tests,
    /// Federation, over which the push service and partners are reached.
    Federation,
    /// Push notifications.
    Push,
    /// Mobility policies.
    Policies,
    /// Click to join.
    ClickToJoin,
}

impl Stage {
    /// The word of the documents, and of the scripts' names.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SimpleUrls => "simple-urls",
            Self::CertificateRequests => "certificate-requests",
            Self::CertificateAssignments => "certificate-assignments",
            Self::Hybrid => "hybrid",
            Self::InternalOnly => "internal-only",
            Self::Tests => "tests",
            Self::Federation => "federation",
            Self::Push => "push",
            Self::Policies => "policies",
            Self::ClickToJoin => "click-to-join",
        }
    }

    /// The number of its script: tens in the order of M-273.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::SimpleUrls => 15,
            Self::CertificateRequests => 20,
            Self::CertificateAssignments => 25,
            Self::Hybrid => 35,
            Self::InternalOnly => 40,
            Self::Tests => 50,
            Self::Federation => 55,
            Self::Push => 60,
            Self::Policies => 70,
            Self::ClickToJoin => 80,
        }
    }
}

/// The shell that a command is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shell {
    /// The management shell of the product.
    SkypeManagementShell,
    /// Plain PowerShell.
    #[serde(rename = "powershell")]
    PowerShell,
}

/// Where a command is typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On any Front End Server, or another machine with the management shell.
    AnyFrontEnd,
    /// On this server.
    Server(Fqdn),
    /// On a computer inside.
    ComputerInside,
    /// On a computer outside.
    ComputerOutside,
}

impl Place {
    /// The server, where it is one.
    #[must_use]
    pub const fn server(&self) -> Option<&Fqdn> {
        match self {
            Self::Server(server) => Some(server),
            Self::AnyFrontEnd | Self::ComputerInside | Self::ComputerOutside => None,
        }
    }

    /// The place in words.
    #[must_use]
    pub fn words(&self) -> Message {
        match self {
            Self::AnyFrontEnd => Message::new("where-any-front-end"),
            Self::Server(server) => Message::new("where-server").with("server", server),
            Self::ComputerInside => Message::new("where-computer-inside"),
            Self::ComputerOutside => Message::new("where-computer-outside"),
        }
    }
}

/// The right answer to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Any page.
    Any,
    /// The question who asks.
    Challenge,
    /// The root of Autodiscover, or a link to it (M-264, M-265).
    Root,
    /// A link to the root of Autodiscover (M-263).
    Redirect,
}

impl Answer {
    /// The links that an answer must have: those of one of these choices.
    #[must_use]
    pub fn links(self) -> Vec<&'static [String]> {
        let redirect = &services().redirect_links.value[..];
        match self {
            Self::Any | Self::Challenge => Vec::new(),
            Self::Root => vec![redirect, &services().root_links.value],
            Self::Redirect => vec![redirect],
        }
    }
}

/// A command, one complete line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The stage it belongs to.
    pub stage: Stage,
    /// Where it is typed.
    pub place: Place,
    /// What it is typed into.
    pub shell: Shell,
    /// What is typed.
    pub call: Call,
    /// What shows that it worked; a test shows that by itself.
    pub check: Option<Arc<Call>>,
    /// What takes it back, where something does.
    pub undo: Option<Call>,
    /// What the right answer to a request is.
    pub answer: Answer,
}

/// The rules of the family, a list a file; within a stage their order is the order of work.
pub(super) const RULES: &[&[Rule<Command>]] = &[
    simple_urls::RULES,
    certificates::RULES,
    edge_certificates::RULES,
    oauth_certificate::RULES,
    hybrid::RULES,
    internal_only::RULES,
    verification::RULES,
    tests::RULES,
    federation::RULES,
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
    /// A command of the management shell, for any server that has it.
    fn anywhere(stage: Stage, call: Call, undo: Option<Call>) -> Self {
        Self {
            stage,
            place: Place::AnyFrontEnd,
            shell: Shell::SkypeManagementShell,
            call,
            check: None,
            undo,
            answer: Answer::Any,
        }
    }

    /// The same command, for this server.
    fn on(mut self, server: Fqdn) -> Self {
        self.place = Place::Server(server);
        self
    }

    /// The same command, with what shows that it worked.
    fn checked(mut self, check: impl Into<Arc<Call>>) -> Self {
        self.check = Some(check.into());
        self
    }

    /// The same request, with the right answer to it.
    fn answered(mut self, answer: Answer) -> Self {
        self.answer = answer;
        self
    }
}
