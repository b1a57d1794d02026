//! Cloud Connector: the hosts of the appliances, the tenant, its users, a user for each Mediation Server, media bypass,
//! tests, and the way out (C-200 to C-237).

mod appliances;
mod bypass;
mod leaving;
mod mediation;
mod ports;
mod tenant;
mod tests;
mod users;

pub(super) use appliances::RULES as APPLIANCES;
pub(super) use bypass::RULES as BYPASS;
pub(super) use leaving::RULES as LEAVING;
pub(super) use mediation::RULES as MEDIATION;
pub(super) use ports::RULES as PORTS;
pub(super) use tenant::RULES as TENANT;
pub(super) use tests::RULES as TESTS;
pub(super) use users::RULES as USERS;

use super::{Answer, Call, Command, Place, Shell, Stage};
use crate::plan::{Because, CloudConnector, CloudUser};
use crate::requirement::rule::Premises;
use crate::value::{FreeText, ObjectName};

/// The answers on Cloud Connector, where it is deployed.
fn deployed<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p CloudConnector> {
    let connector = &premises.plan.cloud_connector;
    because.read(&connector.deploy).then_some(connector)
}

/// The site of a user: the own one, or the one that takes those without (C-210, C-211).
fn site_of(premises: &Premises<'_>, user: &CloudUser, because: &mut Because) -> Option<FreeText> {
    if let Some(own) = because.read(&user.site) {
        return Some(own.clone());
    }
    let site = premises.topology.cloud.fallback_site(because)?;
    Some(because.read(&site.name).clone())
}

/// A command for the tenant.
fn in_tenant(stage: Stage, call: Call, undo: Option<Call>) -> Command {
    command(stage, Place::Tenant, Shell::TenantPowerShell, call, undo)
}

/// A command for the host of an appliance.
fn on_host(stage: Stage, host: &ObjectName, call: Call, undo: Option<Call>) -> Command {
    command(stage, Place::Appliance(host.clone()), Shell::CloudConnectorPowerShell, call, undo)
}

fn command(stage: Stage, place: Place, shell: Shell, call: Call, undo: Option<Call>) -> Command {
    Command { stage, place, shell, call, check: None, undo, answer: Answer::Any, turn: [0; 3] }
}
