//! Answers of Cloud Connector that are missing: without some, names and trunks lead nowhere; without others, the
//! configuration of an appliance is not complete.

use super::{appliances, deployed, gateways};
use crate::finding::{Finding, Severity};
use crate::plan::{Answer, Because};
use crate::requirement::rule::{Maker, Rule};

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] = &[MISSING, INCOMPLETE, PORT_ASSUMED];

/// Without it a record, a flow or a trunk can't be.
const MISSING: Rule<Finding> = Rule {
    id: "cloud-answer-missing",
    facts: &["C-072", "C-091", "C-120", "C-180", "C-181"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for appliance in appliances(cloud) {
            let (mediation, edge) = (&appliance.answers.mediation, &appliance.answers.edge);
            judge(maker, &deployed, Severity::Error, &mediation.name);
            judge(maker, &deployed, Severity::Error, &mediation.address);
            judge(maker, &deployed, Severity::Error, &edge.name);
            judge(maker, &deployed, Severity::Error, &edge.internal_address);
            judge(maker, &deployed, Severity::Error, &edge.external_address);
        }
        for (_, gateway) in gateways(cloud) {
            judge(maker, &deployed, Severity::Error, &gateway.address);
        }
    },
};

/// Without it the configuration of an appliance keeps what the sample has.
const INCOMPLETE: Rule<Finding> = Rule {
    id: "cloud-configuration-incomplete",
    facts: &["C-072", "C-236", "C-251", "C-350"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        // Without appliances there is nothing to configure.
        for site in cloud.sites.iter().filter(|site| !site.appliances.is_empty()) {
            let network = &site.answers.network;
            let mut deployed = deployed.clone();
            // With the only one the rest goes.
            if let [_] = site.appliances[..] {
                deployed.read(&site.answers.appliances);
            }
            judge(maker, &deployed, Severity::Warning, &site.answers.country_code);
            judge(maker, &deployed, Severity::Warning, &site.answers.site_directory);
            judge(maker, &deployed, Severity::Warning, &network.corporate_prefix_length);
            judge(maker, &deployed, Severity::Warning, &network.corporate_gateway);
            judge(maker, &deployed, Severity::Warning, &network.corporate_dns);
            judge(maker, &deployed, Severity::Warning, &network.internet_prefix_length);
            judge(maker, &deployed, Severity::Warning, &network.internet_gateway);
            judge(maker, &deployed, Severity::Warning, &network.internet_dns);
        }
        for appliance in appliances(cloud) {
            let own = &appliance.answers;
            judge(maker, &deployed, Severity::Warning, &own.base_machine_address);
            for machine in [&own.directory, &own.central_management] {
                judge(maker, &deployed, Severity::Warning, &machine.name);
                judge(maker, &deployed, Severity::Warning, &machine.address);
            }
        }
    },
};

fn judge<T>(
    maker: &mut Maker<'_, Finding>,
    deployed: &Because,
    severity: Severity,
    answer: &Answer<Option<T>>,
) {
    let mut because = deployed.clone();
    if because.read(answer).is_none() {
        let finding = maker.finding(severity, answer.path()).with("answer", answer.path());
        maker.tell(&because, finding);
    }
}

/// The port of the documents' example stands in.
const PORT_ASSUMED: Rule<Finding> = Rule {
    id: "cloud-gateway-port-assumed",
    facts: &["C-113", "C-120"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for (_, gateway) in gateways(cloud) {
            let mut because = deployed.clone();
            if because.read(&gateway.port).is_none() {
                let finding = maker
                    .finding(Severity::Advice, gateway.port.path())
                    .with("gateway", because.read(&gateway.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};
