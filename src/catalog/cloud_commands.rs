//! Fixed names and ports of commands, files and trunks of Cloud Connector (`assets/facts/cloud-commands.yaml`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::Number;
use crate::value::{Fqdn, Port};

/// The names and ports, each with its fact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudCommands {
    /// The policy with which international calls are allowed.
    pub international_allowed: Number<String>,
    /// The policy without them.
    pub international_disallowed: Number<String>,
    /// The department of a user who stands for a Mediation Server.
    pub mediation_department: Number<String>,
    /// The web service of media bypass, behind the name of its host.
    pub bypass_service: Number<String>,
    /// What the hosts must let run.
    pub execution_policy: Number<String>,
    /// The port of a Mediation Server for gateways that speak in the clear.
    pub trunk_tcp: Number<Port>,
    /// The same under TLS.
    pub trunk_tls: Number<Port>,
    /// The switch to the network inside.
    pub corpnet_switch: Number<String>,
    /// The switch to the Internet.
    pub internet_switch: Number<String>,
    /// The switch that the scripts of the product make and remove.
    pub management_switch: Number<String>,
    /// The network behind it.
    pub management_prefix: Number<String>,
    /// How many bits of it name the network.
    pub management_prefix_length: Number<u32>,
    /// The share of the Central Management Store.
    pub file_store: Number<String>,
    /// Where the online service federates, by the word for its cloud.
    pub federation: BTreeMap<String, Number<Fqdn>>,
}

/// The names and ports.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn cloud_commands() -> &'static CloudCommands {
    static NAMES: LazyLock<CloudCommands> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/cloud-commands.yaml"))
            .expect("assets/facts/cloud-commands.yaml is well-formed")
    });
    &NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_read() {
        assert_eq!(cloud_commands().trunk_tls.value.number() + 1, cloud_commands().trunk_tcp.value.number());
    }
}
