//! Certificates of Cloud Connector: those of the Edge Servers, and those of gateways that speak TLS (C-160 to C-170).

use std::collections::HashSet;
use std::sync::Arc;

use super::body::{Certificate, CertificateRole, Issuer};
use super::names::{Names, SubjectName};
use super::profile::Profile;
use super::proxy::server_usage_only;
use crate::catalog::numbers;
use crate::plan::{Because, CloudCertificate, GatewayProtocol};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{CloudConnector, CloudSite};
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[EDGE, GATEWAY];

/// What the certificate of the Edge Servers is handed over for (C-167).
const EDGE_TARGET: &[&str] = &["EdgeServer"];
/// What that of a gateway is for: it listens with it.
const LISTENER: &[&str] = &["listener"];

/// The identity of a certificate of Edge Servers, by its subject.
fn edge_id(subject: &Fqdn) -> String {
    format!("{subject}-edge")
}

/// The Edge Servers of a site, or of all sites, with `sip` in every SIP domain, which is never the subject (C-163, C-164).
const EDGE: Rule<Certificate> = Rule {
    id: "certificate-cloud-edge",
    facts: &[
        "C-077", "C-160", "C-161", "C-162", "C-163", "C-164", "C-165", "C-166", "C-170", "CD-17", "D-001",
        "D-003", "D-006",
    ],
    make: |premises, maker| {
        let cloud = &premises.topology.cloud;
        let Some(mut because) = cloud.deployed() else { return };
        let cut = *because.read(&cloud.answers.certificate);
        if cut == CloudCertificate::PerSite {
            // Two sites of one name are a finding; a certificate has room for one of them.
            let mut taken = HashSet::new();
            for site in cloud.sites.iter().filter(|site| taken.insert(Because::default().read(&site.access)))
            {
                edge(premises, maker, because.clone(), site, &[site]);
            }
        } else if let Some(first) = subject_site(cloud, &mut because) {
            because.read(&cloud.answers.pstn_sites);
            edge(premises, maker, because, first, &cloud.sites.iter().collect::<Vec<_>>());
        }
    },
};

/// The site whose Access Edge is the subject of a certificate for all sites (C-162): the first.
fn subject_site<'t>(cloud: &'t CloudConnector, because: &mut Because) -> Option<&'t CloudSite> {
    because.read(&cloud.answers.pstn_sites);
    cloud.sites.first()
}

/// One certificate for these sites; its key leaves the machine that made it, as each appliance gets a copy (C-160).
fn edge(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Certificate>,
    mut because: Because,
    first: &CloudSite,
    sites: &[&CloudSite],
) {
    let Some(subject) = because.read(&first.access).clone() else { return };
    let names = names(premises, maker, &because, first, sites);
    names.read(&mut because);
    let mut hosts = Vec::new();
    for site in sites {
        let appliances = because.read(&site.answers.appliances).iter();
        hosts.extend(appliances.map(|appliance| appliance.host.given().value().to_string()));
    }
    hosts.sort_unstable();
    let answers = &premises.plan.certificates;
    let body = Certificate {
        id: edge_id(&subject),
        role: CertificateRole::CloudConnectorEdge,
        hosts,
        assign_to: EDGE_TARGET.to_vec(),
        issuer: Issuer::Public,
        profile: Profile::of_public(premises, &subject, &mut because),
        subject,
        own_names: names.into_sorted(),
        common_names: Arc::default(),
        key: *because.read(&answers.key),
        // It shows nowhere in the row: the key leaves its machine anyhow.
        keys_made: *answers.keys_made.given().value(),
        exportable: true,
    };
    let remarks =
        vec![server_usage_only(premises, &mut because), Message::new("remark-cloud-edge-certificate")];
    let reason = maker.reason_with(&because, &[], remarks);
    maker.add(&reason, body);
}

/// The names: `sip` in every SIP domain; the Access Edge of each site, or one of them and a wildcard for all.
fn names(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    because: &Because,
    first: &CloudSite,
    sites: &[&CloudSite],
) -> Names {
    let answers = &premises.topology.cloud.answers;
    let mut names = Names::default();
    let mut of_domains = because.clone();
    let domains = of_domains.read(&answers.sip_domains);
    let reason = maker.reason_of(&of_domains, vec!["C-161", "C-163", "C-164", "C-170"], Vec::new());
    for domain in domains {
        names.add(SubjectName::Host(domain.host(&numbers().sip_host.value)), &reason);
    }
    let mut of_subject = because.clone();
    if let Some(subject) = of_subject.read(&first.access).clone() {
        let reason = maker.reason_of(&of_subject, vec!["C-161", "C-162", "C-164"], Vec::new());
        names.add(SubjectName::Host(subject), &reason);
    }
    if *because.clone().read(&answers.certificate) == CloudCertificate::Wildcard {
        let reason = maker.reason_of(&of_domains, vec!["C-162", "C-164"], Vec::new());
        names.add_all(domains.first().cloned().map(SubjectName::Wildcard), &reason);
        return names;
    }
    for site in sites.iter().filter(|site| site.at != first.at) {
        let mut because = because.clone();
        let access = because.read(&site.access).clone();
        let reason = maker.reason_of(&because, vec!["C-164", "C-165"], Vec::new());
        names.add_all(access.map(SubjectName::Host), &reason);
    }
    names
}

/// A gateway that speaks TLS: its full name as subject and as name, signed by the authority of an appliance (C-169).
const GATEWAY: Rule<Certificate> = Rule {
    id: "certificate-cloud-gateway",
    facts: &["C-074", "C-169", "C-185"],
    make: |premises, maker| {
        let cloud = &premises.topology.cloud;
        let Some(deployed) = cloud.deployed() else { return };
        let mut taken = HashSet::new();
        let gateways = cloud.sites.iter().flat_map(|site| &site.answers.gateways);
        for gateway in gateways.filter(|gateway| taken.insert(gateway.fqdn.given().value())) {
            let mut because = deployed.clone();
            if *because.read(&gateway.protocol) != GatewayProtocol::Tls {
                continue;
            }
            let subject = because.read(&gateway.fqdn).clone();
            let mut names = Names::default();
            names.add(SubjectName::Host(subject.clone()), &maker.reason(&because));
            let answers = &premises.plan.certificates;
            let body = Certificate {
                id: subject.to_string(),
                role: CertificateRole::PstnGateway,
                hosts: vec![subject.to_string()],
                assign_to: LISTENER.to_vec(),
                issuer: Issuer::Internal,
                profile: Profile::of_internal(&subject),
                subject,
                own_names: names.into_sorted(),
                common_names: Arc::default(),
                key: *because.read(&answers.key),
                keys_made: *answers.keys_made.given().value(),
                exportable: true,
            };
            let reason =
                maker.reason_with(&because, &[], vec![Message::new("remark-cloud-gateway-certificate")]);
            maker.add(&reason, body);
        }
    },
};
