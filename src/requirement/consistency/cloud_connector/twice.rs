//! What only one machine of the tenant may have: names, addresses, shares, gateways (C-075, C-183, C-250 to C-263, C-351).

use std::collections::HashMap;
use std::hash::Hash;

use super::{appliances, deployed, gateways, internal_addresses, machine_names};
use crate::finding::{Finding, Severity};
use crate::plan::{Because, Path};
use crate::requirement::rule::{Maker, Rule};

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] =
    &[NAME_TWICE, ADDRESS_TWICE, GATEWAY_SHARED, SITE_DIRECTORY_SHARED];

/// Things that were seen, each with the answer that gave it first.
struct Seen<'p, K> {
    deployed: Because,
    first: HashMap<K, &'p Path>,
}

impl<'p, K: Eq + Hash> Seen<'p, K> {
    fn new(deployed: Because) -> Self {
        Self { deployed, first: HashMap::new() }
    }

    /// Takes down a thing; where it was there already, tells so at the later answer.
    fn take(
        &mut self,
        maker: &mut Maker<'_, Finding>,
        key: K,
        path: &'p Path,
        shown: impl std::fmt::Display,
    ) {
        let first = *self.first.entry(key).or_insert(path);
        if first != path {
            let mut because = self.deployed.clone();
            because.note(first);
            because.note(path);
            let finding = maker.finding(Severity::Error, path).with("what", shown).with("answer", first);
            maker.tell(&because, finding);
        }
    }
}

/// Hosts and machines are registered in one tenant, each by a name of its own.
const NAME_TWICE: Rule<Finding> = Rule {
    id: "cloud-name-twice",
    facts: &["C-075", "C-250", "C-255"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let mut seen = Seen::new(deployed);
        for pool in [&cloud.answers.mediation_pool, &cloud.answers.edge_pool] {
            let name = pool.given().value().as_str();
            seen.take(maker, name.to_owned(), pool.path(), name);
        }
        for appliance in appliances(cloud) {
            let host = appliance.host.given().value().as_str();
            seen.take(maker, host.to_ascii_lowercase(), appliance.host.path(), host);
            for answer in machine_names(appliance) {
                if let Some(name) = answer.given().value() {
                    seen.take(maker, name.as_str().to_owned(), answer.path(), name.as_str());
                }
            }
        }
    },
};

/// Addresses of machines, inside and outside.
const ADDRESS_TWICE: Rule<Finding> = Rule {
    id: "cloud-address-twice",
    facts: &["C-075", "C-257", "C-259", "C-351"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let mut seen = Seen::new(deployed);
        for appliance in appliances(cloud) {
            for answer in internal_addresses(appliance) {
                if let Some(address) = answer.given().value() {
                    seen.take(maker, *address, answer.path(), address);
                }
            }
            let edge = &appliance.answers.edge;
            let (own, public) = (edge.external_address.given().value(), edge.public_address.given().value());
            if let Some(address) = own {
                seen.take(maker, *address, edge.external_address.path(), address);
            }
            // Without NAT somebody may write the same address twice.
            if let Some(address) = public.filter(|_| own != public) {
                seen.take(maker, address, edge.public_address.path(), address);
            }
        }
        for (_, gateway) in gateways(cloud) {
            if let Some(address) = gateway.address.given().value() {
                let is_machine = seen.first.contains_key(address);
                if is_machine {
                    seen.take(maker, *address, gateway.address.path(), address);
                }
            }
        }
    },
};

/// A gateway of two sites: gateways have trunks to the appliances of one site only.
const GATEWAY_SHARED: Rule<Finding> = Rule {
    id: "cloud-gateway-shared",
    facts: &["C-183", "C-260", "C-263"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let (mut names, mut addresses) = (HashMap::new(), HashMap::new());
        for (site, gateway) in gateways(cloud) {
            let name = gateway.fqdn.given().value();
            let (first, answer) = *names.entry(name).or_insert((&site.at, gateway.fqdn.path()));
            let mut because = deployed.clone();
            let path = gateway.fqdn.path();
            if *first != site.at {
                because.note(answer);
                because.note(path);
                let finding = maker.finding(Severity::Error, path).with("what", name).with("answer", answer);
                maker.tell(&because, finding);
                continue;
            }
            let Some(address) = gateway.address.given().value() else { continue };
            let path = gateway.address.path();
            let (first, answer) = *addresses.entry(address).or_insert((&site.at, path));
            if *first != site.at {
                because.note(answer);
                because.note(path);
                let finding =
                    maker.finding(Severity::Error, path).with("what", address).with("answer", answer);
                maker.tell(&because, finding);
            }
        }
    },
};

/// One share for two sites: each site has its own.
const SITE_DIRECTORY_SHARED: Rule<Finding> = Rule {
    id: "cloud-site-directory-shared",
    facts: &["C-236", "C-251", "CD-15"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let mut seen = Seen::new(deployed);
        for site in &cloud.sites {
            let answer = &site.answers.site_directory;
            if let Some(share) = answer.given().value() {
                seen.take(maker, share.as_str().to_lowercase(), answer.path(), share);
            }
        }
    },
};
