//! What is wrong with a plan of Cloud Connector: whether it may stand at all, names, addresses, sites, gateways, users.

mod addresses;
mod certificates;
mod gateways;
mod lifecycle;
mod missing;
mod names;
mod sites;
mod twice;
mod users;

pub(super) use addresses::RULES as ADDRESSES;
pub(super) use certificates::RULES as CERTIFICATES;
pub(super) use gateways::RULES as GATEWAYS;
pub(super) use lifecycle::RULES as LIFECYCLE;
pub(super) use missing::RULES as MISSING;
pub(super) use names::RULES as NAMES;
pub(super) use sites::RULES as SITES;
pub(super) use twice::RULES as TWICE;
pub(super) use users::RULES as USERS;

use crate::plan::{Answer, Because, CloudGateway};
use crate::requirement::rule::Premises;
use crate::topology::{CloudAppliance, CloudConnector, CloudSite};
use crate::value::{Address, Label};

/// Cloud Connector and why it is there; none where it is not deployed.
fn deployed<'p>(premises: &Premises<'p>) -> Option<(&'p CloudConnector, Because)> {
    let cloud = &premises.topology.cloud;
    Some((cloud, cloud.deployed()?))
}

/// Every appliance, in the order of the plan.
fn appliances(cloud: &CloudConnector) -> impl Iterator<Item = &CloudAppliance> {
    cloud.sites.iter().flat_map(|site| &site.appliances)
}

/// Every gateway with its site, in the order of the plan.
fn gateways(cloud: &CloudConnector) -> impl Iterator<Item = (&CloudSite, &CloudGateway)> {
    cloud.sites.iter().flat_map(|site| site.answers.gateways.iter().map(move |gateway| (site, gateway)))
}

/// The names of an appliance's machines.
const fn machine_names(appliance: &CloudAppliance) -> [&Answer<Option<Label>>; 4] {
    let own = &appliance.answers;
    [&own.directory.name, &own.central_management.name, &own.mediation.name, &own.edge.name]
}

/// The addresses of an appliance inside: of the host, of the base machine, of the four machines.
const fn internal_addresses(appliance: &CloudAppliance) -> [&Answer<Option<Address>>; 6] {
    let own = &appliance.answers;
    [
        &own.host_address,
        &own.base_machine_address,
        &own.directory.address,
        &own.central_management.address,
        &own.mediation.address,
        &own.edge.internal_address,
    ]
}
