//! Limits, ports and fixed names of Cloud Connector (`assets/facts/cloud-connector.yaml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::Number;
use crate::value::{Date, Fqdn, Label, Port};

/// All ports from one to another.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct PortRange {
    /// The first one.
    pub first: Port,
    /// The last one.
    pub last: Port,
}

impl PortRange {
    /// How many they are.
    #[must_use]
    pub fn count(self) -> u32 {
        u32::from(self.last.number()) - u32::from(self.first.number()) + 1
    }
}

/// The limits and names, each with its fact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudConnectorNumbers {
    /// The media ports of a Mediation Server, where nobody limits them.
    pub media_ports: Number<PortRange>,
    /// Ports that a call takes there.
    pub ports_per_call: Number<u32>,
    /// The same, as the help of a cmdlet has it.
    pub ports_per_call_help: Number<u32>,
    /// Most appliances of a site.
    pub appliances_per_site: Number<usize>,
    /// Most sites of a tenant.
    pub sites: Number<usize>,
    /// Calls at a time on normal hardware.
    pub calls_normal: Number<u32>,
    /// Calls at a time on the least hardware.
    pub calls_minimum: Number<u32>,
    /// Most characters of a machine's name.
    pub machine_name: Number<usize>,
    /// Most digits of a line's number.
    pub line_digits: Number<usize>,
    /// The top-level domain below which the machines' domain should stand.
    pub machines_below: Number<Label>,
    /// The host label that belongs to the online service.
    pub reserved_name: Number<Label>,
    /// The site name that must be changed before registering.
    pub site_name_to_change: Number<String>,
    /// So many gateways a site should have.
    pub gateways_least: Number<usize>,
    /// The domain below which tenants get their first one.
    pub tenant_domain: Number<Fqdn>,
    /// Countries whose tenants can't have it.
    pub barred_countries: Number<Vec<String>>,
    /// The day on which it was retired.
    pub retired_on: Number<Date>,
    /// Most windows for updates of a tenant.
    pub update_windows: Number<usize>,
    /// Priority of the services' records that Office 365 makes.
    pub online_priority: Number<u16>,
    /// Their weight.
    pub online_weight: Number<u16>,
    /// Time to live of its records, in seconds.
    pub online_ttl: Number<u32>,
    /// What the online service is called, by cloud.
    pub online_names: Vec<OnlineNames>,
}

/// What the online service is called in a cloud.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlineNames {
    /// The word of the cloud.
    pub cloud: String,
    /// Where clients sign in.
    pub sign_in: Fqdn,
    /// Where partners and Edge Servers go.
    pub federation: Fqdn,
    /// Where the web services are, where that is documented.
    #[serde(default)]
    pub web: Option<Fqdn>,
    /// The fact that states the names.
    pub fact: String,
}

impl CloudConnectorNumbers {
    /// What the online service is called in a cloud, by its word.
    #[must_use]
    pub fn online(&self, cloud: &str) -> Option<&OnlineNames> {
        self.online_names.iter().find(|names| names.cloud == cloud)
    }
}

/// The limits and names.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn cloud_connector() -> &'static CloudConnectorNumbers {
    static NUMBERS: LazyLock<CloudConnectorNumbers> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/cloud-connector.yaml"))
            .expect("assets/facts/cloud-connector.yaml is well-formed")
    });
    &NUMBERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_read() {
        assert_eq!(cloud_connector().media_ports.value.count(), 8349);
        assert!(
            cloud_connector().online("worldwide").is_some() && cloud_connector().online("gcc-high").is_none()
        );
        assert!(cloud_connector().barred_countries.value.iter().all(|country| country.len() == 2));
    }
}
