//! Commands for the servers, in the order of work (M-273), each with what takes it back.

mod call;
mod certificates;
mod click_to_join;
mod cloud_connector;
mod edge_certificates;
mod exchange;
mod federation;
mod hybrid;
mod internal_only;
mod oauth_certificate;
mod policies;
mod push;
mod simple_urls;
mod stage;
mod state;
mod tests;
mod verification;

pub use call::{Call, Value, literal};
pub use stage::Stage;
pub use state::State;

use std::sync::Arc;

use serde::Serialize;

use super::rule::{Maker, Premises, Row, Rule, apply};
use crate::catalog::services;
use crate::text::Message;
use crate::value::{Fqdn, ObjectName};

/// The shell that a command is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shell {
    /// The management shell of the product.
    SkypeManagementShell,
    /// Plain PowerShell.
    #[serde(rename = "powershell")]
    PowerShell,
    /// The management shell of Exchange.
    ExchangeManagementShell,
    /// PowerShell with the modules of a tenant's administrators.
    #[serde(rename = "tenant-powershell")]
    TenantPowerShell,
    /// PowerShell on the host of a Cloud Connector appliance.
    #[serde(rename = "cloud-connector-powershell")]
    CloudConnectorPowerShell,
}

/// Where a command is typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On any Front End Server, or another machine with the management shell.
    AnyFrontEnd,
    /// On this server.
    Server(Fqdn),
    /// On any Exchange server.
    AnyExchange,
    /// On any computer that reaches the tenant.
    Tenant,
    /// On the host of this appliance.
    Appliance(ObjectName),
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
            _ => None,
        }
    }

    /// The host of an appliance, where it is one.
    #[must_use]
    pub const fn host(&self) -> Option<&ObjectName> {
        match self {
            Self::Appliance(host) => Some(host),
            _ => None,
        }
    }

    /// The place in words.
    #[must_use]
    pub fn words(&self) -> Message {
        match self {
            Self::AnyFrontEnd => Message::new("where-any-front-end"),
            Self::Server(server) => Message::new("where-server").with("server", server),
            Self::AnyExchange => Message::new("where-any-exchange"),
            Self::Tenant => Message::new("where-tenant"),
            Self::Appliance(host) => Message::new("where-appliance").with("host", host),
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
    /// When its turn is in its stage, where that is not the order of the rules: site, host, act.
    pub turn: [usize; 3],
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
    cloud_connector::APPLIANCES,
    cloud_connector::PORTS,
    cloud_connector::TENANT,
    cloud_connector::USERS,
    cloud_connector::MEDIATION,
    cloud_connector::BYPASS,
    cloud_connector::TESTS,
    cloud_connector::LEAVING,
    exchange::contacts::BEFORE,
    exchange::autodiscover::RULES,
    exchange::partner::RULES,
    exchange::online::RULES,
    exchange::tenant::RULES,
    exchange::online_users::RULES,
    exchange::contacts::RULES,
    exchange::archiving::RULES,
    exchange::outlook_web::RULES,
    exchange::unified_messaging::RULES,
    exchange::share_point::RULES,
    exchange::cloud_voicemail::RULES,
    exchange::tests::RULES,
];

/// All commands, in the order of work.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Command>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by_key(|row| (row.body.stage, row.body.turn));
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
    /// The state that it brings about, as its own shell prints it.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        let state = State::of(&self.call)?;
        Some(if self.shell == Shell::TenantPowerShell { state.in_tenant() } else { state })
    }

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
            turn: [0; 3],
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
