//! Flows of Cloud Connector, by the rule that asks for them (`assets/facts/cloud-flows.yaml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::cloud_connector::PortRange;
use super::flows::{Need, Transport};
use crate::value::Port;

/// An end of a flow of Cloud Connector.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum CloudEnd {
    /// The Mediation Server of an appliance.
    Mediation,
    /// Every gateway of its site.
    Gateway,
    /// The external side of its Edge Server.
    Edge,
    /// The host.
    Host,
    /// Clients inside.
    InternalClients,
    /// The Internet.
    Internet,
}

/// Ports of a flow.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub enum CloudPorts {
    /// From the first to the last.
    Range(PortRange),
    /// That of the gateway, else this one.
    OfGateway {
        /// The one that is assumed.
        gateway: Port,
    },
    /// Those that a word stands for.
    Named(NamedPorts),
}

/// Ports that a plan says.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum NamedPorts {
    /// The media ports of the Mediation Server (C-110, C-111).
    Media,
}

/// A table of the external firewall.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum CloudTable {
    /// The minimum (C-130).
    Minimum,
    /// The recommended one (C-140).
    Recommended,
}

/// Gateways of one kind.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum CloudGateways {
    /// Those that speak SIP in the clear.
    Tcp,
    /// Those that speak it under TLS.
    Tls,
}

/// A flow of Cloud Connector.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudFlow {
    rule: String,
    /// The fact that states it.
    pub fact: String,
    /// The only table that it stands in.
    #[serde(default)]
    pub table: Option<CloudTable>,
    /// Who begins it.
    pub from: CloudEnd,
    /// Who answers.
    pub to: CloudEnd,
    /// The only gateways that it is for.
    #[serde(default)]
    pub gateways: Option<CloudGateways>,
    /// What it travels over.
    pub transport: Transport,
    /// The ports from which it comes; none where any will do.
    #[serde(default)]
    pub source: Option<CloudPorts>,
    /// The ports there; none where any will do.
    #[serde(default)]
    pub ports: Option<CloudPorts>,
    /// How much it is needed.
    pub level: Need,
    /// The facts about sources that disagree on it.
    #[serde(default)]
    pub disputed: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CloudFlows {
    flows: Vec<CloudFlow>,
}

/// The flows that a rule asks for.
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn cloud_flows(rule: &str) -> impl Iterator<Item = &'static CloudFlow> {
    static FLOWS: LazyLock<CloudFlows> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/cloud-flows.yaml"))
            .expect("assets/facts/cloud-flows.yaml is well-formed")
    });
    FLOWS.flows.iter().filter(move |flow| flow.rule == rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_of_ports_are_told_apart() {
        let media: Vec<_> = cloud_flows("firewall-cloud-client-media").collect();
        assert_eq!(media.len(), 4);
        assert_eq!(media[2].ports, Some(CloudPorts::Named(NamedPorts::Media)));
        assert!(matches!(media[2].source, Some(CloudPorts::Range(range)) if range.count() == 20));
        let signalling = cloud_flows("firewall-cloud-signalling").next().unwrap();
        assert!(matches!(signalling.ports, Some(CloudPorts::OfGateway { .. })));
    }
}
