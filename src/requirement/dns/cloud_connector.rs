//! Names of Cloud Connector: the Access Edge of each site, media bypass inside, and what Office 365 makes of its own, which
//! is only looked at (C-090 to C-099).

use super::record::{Common, DnsRecord, OwnerName, RecordData, View, addresses};
use crate::catalog::{CloudConnectorNumbers, OnlineNames, cloud_connector, numbers};
use crate::plan::Traced;
use crate::requirement::Level;
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::CloudSite;
use crate::value::{Fqdn, SipDomain};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] =
    &[ACCESS, MEDIA_RELAY, MEDIA_BYPASS, ONLINE_SERVICES, ONLINE_HOSTS];

/// Outside: the Access Edge of each site, at the public addresses of all its Edge Servers. Never `sip` (C-071).
const ACCESS: Rule<DnsRecord> = Rule {
    id: "dns-cloud-access",
    facts: &["C-070", "C-071", "C-077", "C-090", "C-091", "C-092", "C-259", "C-261", "CD-8"],
    make: |premises, maker| each_edge(premises, maker, Level::Required, Vec::new, |site| &site.access),
};

/// Outside: the Media Relay of each site, which only an obsolete page asks for.
const MEDIA_RELAY: Rule<DnsRecord> = Rule {
    id: "dns-cloud-media-relay",
    facts: &["C-336", "CD-8"],
    make: |premises, maker| {
        let remark = || vec![Message::new("remark-cloud-media-relay")];
        each_edge(premises, maker, Level::Optional, remark, |site| &site.media_relay);
    },
};

/// A name of each site, at the public addresses of all its Edge Servers.
fn each_edge(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    level: Level,
    remarks: impl Fn() -> Vec<Message>,
    name: impl Fn(&CloudSite) -> &Traced<Option<Fqdn>>,
) {
    let cloud = &premises.topology.cloud;
    let Some(deployed) = cloud.deployed() else { return };
    for site in &cloud.sites {
        for appliance in &site.appliances {
            let mut because = deployed.clone();
            let Some(name) = because.read(name(site)) else { continue };
            let address = appliance.public_address(&mut because);
            let common = Common::new(View::External, level).saying(remarks());
            premises.zones.add(maker, because, common, addresses(name, address.as_slice()));
        }
    }
}

/// Inside only: the name by which clients find the Mediation Servers of their site, the same for all sites.
const MEDIA_BYPASS: Rule<DnsRecord> = Rule {
    id: "dns-cloud-media-bypass",
    facts: &["C-099"],
    make: |premises, maker| {
        let cloud = &premises.topology.cloud;
        let Some(deployed) = cloud.deployed() else { return };
        for site in &cloud.sites {
            for appliance in &site.appliances {
                let mut because = deployed.clone();
                let Some(label) = because.read(&cloud.answers.media_bypass) else { continue };
                let Some(domain) = cloud.answers.default_sip(&mut because) else { continue };
                let address = *because.read(&appliance.answers.mediation.address);
                let mut common = Common::required(View::Internal);
                // Without a policy by subnet, clients would reach the Mediation Servers of other sites too.
                if cloud.sites.len() > 1 {
                    because.read(&cloud.answers.pstn_sites);
                    let remark =
                        Message::new("remark-cloud-media-bypass").with("site", because.read(&site.name));
                    common = common.saying(vec![remark]);
                }
                let name = domain.host(label);
                premises.zones.add(maker, because, common, addresses(&name, address.as_slice()));
            }
        }
    },
};

/// What the Edge Servers must resolve: the two services of every SIP domain, which lead to Office 365 and which it makes.
const ONLINE_SERVICES: Rule<DnsRecord> = Rule {
    id: "dns-cloud-online-services",
    facts: &["C-093", "C-094"],
    make: |premises, maker| {
        each_domain(premises, maker, View::Perimeter, |names, own, domain| {
            let common = numbers();
            let service = |service: &str, port, target: &Fqdn| {
                let (priority, weight) = (own.online_priority.value, own.online_weight.value);
                (
                    OwnerName::service(service, domain),
                    RecordData::OnlineSrv(priority, weight, port, target.clone()),
                )
            };
            vec![
                service(&common.sip_service.value, common.access_client.value, &names.sign_in),
                service(&common.federation_service.value, common.federation.value, &names.federation),
            ]
        });
    },
};

/// What clients outside resolve: the hosts of every SIP domain that lead to Office 365 and that it makes.
const ONLINE_HOSTS: Rule<DnsRecord> = Rule {
    id: "dns-cloud-online-hosts",
    facts: &["C-071", "C-096"],
    make: |premises, maker| {
        each_domain(premises, maker, View::External, |names, _, domain| {
            let common = numbers();
            let host = |label, target: &Fqdn| {
                (OwnerName::from(&domain.host(label)), RecordData::Cname(target.clone()))
            };
            let sign_in = host(&common.sip_host.value, &names.sign_in);
            let web = names.web.as_ref().map(|web| host(&common.lyncdiscover.value, web));
            web.into_iter().chain([sign_in]).collect()
        });
    },
};

/// The records of Office 365 in each SIP domain, where the names of the tenant's cloud are documented.
fn each_domain(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    view: View,
    records: impl Fn(&OnlineNames, &CloudConnectorNumbers, &SipDomain) -> Vec<(OwnerName, RecordData)>,
) {
    let cloud = &premises.topology.cloud;
    let Some(deployed) = cloud.deployed() else { return };
    let own = cloud_connector();
    let mut because = deployed;
    let Some(names) = own.online(because.read(&cloud.answers.cloud).word()) else { return };
    for domain in because.read(&cloud.answers.sip_domains) {
        let common = Common::new(view, Level::VerifyOnly)
            .stated_by(&[names.fact.as_str()])
            .lasting(own.online_ttl.value)
            .saying(vec![Message::new("remark-cloud-online-record")]);
        premises.zones.add(maker, because.clone(), common, records(names, own, domain));
    }
}
