//! Addresses of Cloud Connector that can't serve: not public, or outside the network of their side (C-054, C-091, C-338).

use super::{appliances, deployed, internal_addresses};
use crate::catalog::private_network;
use crate::finding::{Finding, Severity};
use crate::plan::{Answer, Because, Count};
use crate::requirement::rule::{Maker, Rule};
use crate::value::{Address, Network};

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] =
    &[PUBLIC_ADDRESS_MISSING, PUBLIC_ADDRESS_PRIVATE, OUTSIDE_NETWORK];

/// The Edge stands behind NAT, and its public address is not said.
const PUBLIC_ADDRESS_MISSING: Rule<Finding> = Rule {
    id: "cloud-public-address-missing",
    facts: &["C-091", "C-338", "C-351"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for appliance in appliances(cloud) {
            let edge = &appliance.answers.edge;
            let mut because = deployed.clone();
            let Some(own) = because.read(&edge.external_address) else { continue };
            if private_network(own).is_some() && because.read(&edge.public_address).is_none() {
                let finding = maker
                    .finding(Severity::Error, edge.public_address.path())
                    .with("address", own)
                    .with("host", because.read(&appliance.host));
                maker.tell(&because, finding);
            }
        }
    },
};

/// What is called public is not.
const PUBLIC_ADDRESS_PRIVATE: Rule<Finding> = Rule {
    id: "cloud-public-address-private",
    facts: &["C-091", "C-338", "D-005"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for appliance in appliances(cloud) {
            let answer = &appliance.answers.edge.public_address;
            let mut because = deployed.clone();
            let Some(address) = because.read(answer) else { continue };
            if let Some(kept) = private_network(address) {
                let finding = maker
                    .finding(Severity::Error, answer.path())
                    .with("address", address)
                    .with("network", kept.network)
                    .with("document", &kept.kept_by.value);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A machine outside the network of its side, as the default gateway and the prefix length of the site make it.
const OUTSIDE_NETWORK: Rule<Finding> = Rule {
    id: "cloud-address-outside-network",
    facts: &["C-054", "C-350"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for site in &cloud.sites {
            let network = &site.answers.network;
            let inside =
                Side { gateway: &network.corporate_gateway, prefix: &network.corporate_prefix_length };
            let outside =
                Side { gateway: &network.internet_gateway, prefix: &network.internet_prefix_length };
            for appliance in &site.appliances {
                for answer in internal_addresses(appliance) {
                    inside.judge(maker, &deployed, answer);
                }
                outside.judge(maker, &deployed, &appliance.answers.edge.external_address);
            }
        }
    },
};

/// A side of a site's appliances.
struct Side<'p> {
    gateway: &'p Answer<Option<Address>>,
    prefix: &'p Answer<Option<Count<1, 128>>>,
}

impl Side<'_> {
    fn judge(&self, maker: &mut Maker<'_, Finding>, deployed: &Because, answer: &Answer<Option<Address>>) {
        let mut because = deployed.clone();
        let (Some(address), Some(gateway), Some(prefix)) =
            (because.read(answer), because.read(self.gateway), because.read(self.prefix))
        else {
            return;
        };
        let network = u8::try_from(prefix.0).ok().and_then(|prefix| Network::around(gateway, prefix));
        if network.is_none_or(|network| !network.contains(address)) {
            let finding = maker
                .finding(Severity::Warning, answer.path())
                .with("address", address)
                .with("gateway", gateway)
                .with("prefix", prefix.0);
            maker.tell(&because, finding);
        }
    }
}
