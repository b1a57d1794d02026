//! Flows of Cloud Connector: to the gateways, to clients inside, to the Internet, of its hosts (C-120 to C-152). Ends and
//! ports are data.

use super::dispute;
use super::flow::{End, FirewallRule, Ports};
use crate::catalog::{CloudEnd, CloudFlow, CloudGateways, CloudPorts, CloudTable, NamedPorts, cloud_flows};
use crate::plan::{Because, CloudConnector, CloudFirewall, CloudGateway, GatewayProtocol};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{CloudAppliance, Trunk};
use crate::value::Port;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<FirewallRule>] = &[
    Rule {
        id: "firewall-cloud-signalling",
        facts: &["C-113", "C-120", "C-121", "C-180", "C-183", "C-184"],
        make: |premises, maker| make(premises, maker, "flow-cloud-signalling"),
    },
    Rule {
        id: "firewall-cloud-gateway-media",
        facts: &["C-110", "C-122", "C-123", "C-180", "C-183"],
        make: |premises, maker| make(premises, maker, "flow-cloud-gateway-media"),
    },
    Rule {
        id: "firewall-cloud-client-media",
        facts: &["C-110", "C-124", "C-125", "C-126", "C-127"],
        make: |premises, maker| make(premises, maker, "flow-cloud-client-media"),
    },
    Rule {
        id: "firewall-cloud-edge-sip",
        facts: &["C-130", "C-131", "C-140", "C-141"],
        make: |premises, maker| make(premises, maker, "flow-cloud-edge-sip"),
    },
    Rule {
        id: "firewall-cloud-edge-revocation",
        facts: &["C-132", "C-142"],
        make: |premises, maker| make(premises, maker, "flow-cloud-edge-revocation"),
    },
    Rule {
        id: "firewall-cloud-edge-dns",
        facts: &["C-133", "C-134", "C-143", "C-144"],
        make: |premises, maker| make(premises, maker, "flow-cloud-edge-dns"),
    },
    Rule {
        id: "firewall-cloud-edge-media",
        facts: &["C-110", "C-135", "C-136", "C-137", "C-138", "C-145", "C-146", "C-147", "C-148"],
        make: |premises, maker| make(premises, maker, "flow-cloud-edge-media"),
    },
    Rule {
        id: "firewall-cloud-host-dns",
        facts: &["C-150"],
        make: |premises, maker| make(premises, maker, "flow-cloud-host-dns"),
    },
    Rule {
        id: "firewall-cloud-host-web",
        facts: &["C-151", "C-152"],
        make: |premises, maker| make(premises, maker, "flow-cloud-host-web"),
    },
];

/// The flows that the data has for a rule, for every appliance, and for every gateway of its site where one has a part.
fn make(premises: &Premises<'_>, maker: &mut Maker<'_, FirewallRule>, purpose: &'static str) {
    let cloud = &premises.topology.cloud;
    let Some(deployed) = cloud.deployed() else { return };
    let rule = maker.rule_id();
    for flow in cloud_flows(rule) {
        let mut because = deployed.clone();
        if !is_in_table(flow, &cloud.answers, &mut because) {
            continue;
        }
        let connector = &cloud.answers;
        for site in &cloud.sites {
            if [flow.from, flow.to].contains(&CloudEnd::Gateway) {
                for Trunk { gateway, appliance } in site.trunks() {
                    let between = Between { connector, appliance, gateway: Some(gateway) };
                    between.add(flow, maker, because.clone(), purpose);
                }
            } else {
                for appliance in &site.appliances {
                    let between = Between { connector, appliance, gateway: None };
                    between.add(flow, maker, because.clone(), purpose);
                }
            }
        }
    }
}

/// Whether a flow stands in the table that the plan wants.
fn is_in_table(flow: &CloudFlow, connector: &CloudConnector, because: &mut Because) -> bool {
    match flow.table {
        None => true,
        Some(CloudTable::Minimum) => *because.read(&connector.firewall) == CloudFirewall::Minimum,
        Some(CloudTable::Recommended) => *because.read(&connector.firewall) == CloudFirewall::Recommended,
    }
}

/// Those between whom a flow passes.
struct Between<'p> {
    connector: &'p CloudConnector,
    appliance: &'p CloudAppliance,
    gateway: Option<&'p CloudGateway>,
}

impl Between<'_> {
    fn add(
        &self,
        flow: &'static CloudFlow,
        maker: &mut Maker<'_, FirewallRule>,
        mut because: Because,
        purpose: &'static str,
    ) {
        if !self.is_meant(flow, &mut because) {
            return;
        }
        let (Some(from), Some(to)) = (self.end(flow.from, &mut because), self.end(flow.to, &mut because))
        else {
            return;
        };
        let siblings = cloud_flows(maker.rule_id()).map(|other| other.fact.as_str());
        let disputed: Vec<&'static str> = flow.disputed.iter().map(String::as_str).collect();
        let mut facts = maker.facts_with(&flow.fact, siblings);
        facts.extend(&disputed);
        let mut remarks: Vec<Message> = dispute::remark(&disputed).into_iter().collect();
        let ports = flow.ports.map_or(Ports::ALL, |ports| self.ports(ports, &mut because, &mut remarks));
        let source_ports = flow.source.map(|ports| self.ports(ports, &mut because, &mut remarks));
        if self.is_limited(flow) {
            facts.push("C-111");
        }
        let body = FirewallRule {
            from,
            to,
            protocol: flow.transport.into(),
            ports,
            source_ports,
            level: flow.level.into(),
            purpose: Message::new(purpose),
            behind: Vec::new(),
            disputed,
        };
        let reason = maker.reason_of(&because, facts, remarks);
        maker.add(&reason, body);
    }

    /// Whether it is for gateways of this kind.
    fn is_meant(&self, flow: &CloudFlow, because: &mut Because) -> bool {
        let (Some(gateway), Some(wanted)) = (self.gateway, flow.gateways) else { return true };
        let wanted = match wanted {
            CloudGateways::Tcp => GatewayProtocol::Tcp,
            CloudGateways::Tls => GatewayProtocol::Tls,
        };
        *because.read(&gateway.protocol) == wanted
    }

    fn end(&self, end: CloudEnd, because: &mut Because) -> Option<End> {
        let host = |because: &mut Because| because.read(&self.appliance.host).clone();
        Some(match end {
            CloudEnd::Mediation => End::CloudMediation(host(because)),
            CloudEnd::Edge => End::CloudEdge(host(because)),
            CloudEnd::Host => End::CloudHost(host(because)),
            CloudEnd::Gateway => End::PstnGateway(because.read(&self.gateway?.fqdn).clone()),
            CloudEnd::InternalClients => End::InternalClients,
            CloudEnd::Internet => End::Internet,
        })
    }

    fn ports(&self, ports: CloudPorts, because: &mut Because, remarks: &mut Vec<Message>) -> Ports {
        match ports {
            CloudPorts::Range(range) => Ports { first: range.first, last: range.last },
            CloudPorts::Named(NamedPorts::Media) => media_ports(self.connector, because),
            CloudPorts::OfGateway { gateway: assumed } => {
                let said = self.gateway.and_then(|gateway| *because.read(&gateway.port));
                if said.is_none() {
                    remarks.push(Message::new("remark-cloud-gateway-port").with("port", assumed));
                }
                said.unwrap_or(assumed).into()
            }
        }
    }

    /// Whether its media ports are fewer than they are by default (C-111).
    fn is_limited(&self, flow: &CloudFlow) -> bool {
        let is_media = |ports: Option<CloudPorts>| ports == Some(CloudPorts::Named(NamedPorts::Media));
        let all = crate::catalog::cloud_connector().media_ports.value;
        (is_media(flow.ports) || is_media(flow.source))
            && media_ports(self.connector, &mut Because::default())
                != Ports { first: all.first, last: all.last }
    }
}

/// The media ports of the Mediation Servers, never beyond the last port there is (CD-14).
fn media_ports(connector: &CloudConnector, because: &mut Because) -> Ports {
    let first = *because.read(&connector.media_ports.first);
    let count = because.read(&connector.media_ports.count).0;
    let last = (u32::from(first.number()) + count - 1).min(u16::MAX.into());
    Ports { first, last: Port::try_from(u64::from(last)).unwrap_or(first) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_flows_in_the_data_and_rests_on_their_facts() {
        let mut flows = 0;
        for rule in RULES {
            for flow in cloud_flows(rule.id) {
                assert!(rule.facts.contains(&&*flow.fact), "{} of {}", flow.fact, rule.id);
                flows += 1;
            }
            assert!(cloud_flows(rule.id).next().is_some(), "{} has no flows", rule.id);
        }
        assert_eq!(flows, 36);
    }
}
