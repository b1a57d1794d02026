//! Gateways of Cloud Connector: how many, and what they are called (C-039, C-074, C-097).

use super::{deployed, gateways};
use crate::catalog::cloud_connector;
use crate::finding::{Finding, Severity};
use crate::plan::GatewayProtocol;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] = &[FEW, IN_SIP_DOMAIN, TLS_NAME];

/// A site with one gateway: nothing takes over.
const FEW: Rule<Finding> = Rule {
    id: "cloud-few-gateways",
    facts: &["C-039", "C-186"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let least = cloud_connector().gateways_least.value;
        for site in &cloud.sites {
            let mut because = deployed.clone();
            let list = &site.answers.gateways;
            let count = because.read(list).len();
            if count > 0 && count < least {
                let finding = maker
                    .finding(Severity::Advice, list.path())
                    .with("site", because.read(&site.name))
                    .counting("least", least);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A gateway in a SIP domain: the Edge then no longer finds the federation service of that domain.
const IN_SIP_DOMAIN: Rule<Finding> = Rule {
    id: "cloud-gateway-in-sip-domain",
    facts: &["C-074", "C-097"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for (_, gateway) in gateways(cloud) {
            let mut because = deployed.clone();
            let name = because.read(&gateway.fqdn);
            let domains = because.read(&cloud.answers.sip_domains);
            if let Some(domain) = domains.iter().find(|domain| name.is_within(domain.as_fqdn())) {
                let finding = maker
                    .finding(Severity::Warning, gateway.fqdn.path())
                    .with("gateway", name)
                    .with("domain", domain);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A gateway that speaks TLS must have a full name in the domain of the machines.
const TLS_NAME: Rule<Finding> = Rule {
    id: "cloud-gateway-tls-name",
    facts: &["C-074", "C-169", "C-185"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for (_, gateway) in gateways(cloud) {
            let mut because = deployed.clone();
            if *because.read(&gateway.protocol) != GatewayProtocol::Tls {
                continue;
            }
            let (name, domain) = (because.read(&gateway.fqdn), because.read(&cloud.answers.vm_domain));
            if name.parent() != *domain {
                let finding = maker
                    .finding(Severity::Error, gateway.fqdn.path())
                    .with("gateway", name)
                    .with("domain", domain);
                maker.tell(&because, finding);
            }
        }
    },
};
