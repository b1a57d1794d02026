//! Names of Cloud Connector that can't be: reserved, too long, of the wrong domain (C-071 to C-076, C-097).

use super::{appliances, deployed, machine_names};
use crate::catalog::{cloud_connector, is_public_name};
use crate::finding::{Finding, Severity};
use crate::plan::{Answer, Because, Path};
use crate::requirement::rule::{Maker, Rule};
use crate::topology::CloudConnector;
use crate::value::Label;

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] = &[
    RESERVED,
    TOO_LONG,
    VM_DOMAIN_TAKEN,
    VM_DOMAIN_USUAL,
    SITE_NAME,
    ACCESS_NAMES_EQUAL,
    RELAY_NAMES_EQUAL,
    BYPASS_NAME_PUBLIC,
    NOT_PUBLIC,
];

/// The public host labels of the whole deployment and of each site: the answer that gives each.
fn public_labels(cloud: &CloudConnector) -> Vec<(&Path, &Label)> {
    let of_all = [&cloud.answers.access_name, &cloud.answers.media_relay_name];
    let of_all = of_all.into_iter().map(|answer| (answer.path(), answer.given().value()));
    let of_sites = cloud.sites.iter().flat_map(|site| {
        let own = [&site.answers.access_name, &site.answers.media_relay_name];
        own.into_iter().filter_map(|answer| Some((answer.path(), answer.given().value().as_ref()?)))
    });
    of_all.chain(of_sites).collect()
}

/// `sip` belongs to the online service.
const RESERVED: Rule<Finding> = Rule {
    id: "cloud-access-name-reserved",
    facts: &["C-071", "C-163"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for (path, label) in public_labels(cloud) {
            if *label == cloud_connector().reserved_name.value {
                let mut because = deployed.clone();
                because.note(path);
                let finding = maker.finding(Severity::Error, path).with("name", label.as_str());
                maker.tell(&because, finding);
            }
        }
    },
};

/// Hosts, machines and pools have short names.
const TOO_LONG: Rule<Finding> = Rule {
    id: "cloud-name-too-long",
    facts: &["C-071", "C-072"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for (path, label) in public_labels(cloud) {
            judge_length(maker, &deployed, path, label.as_str());
        }
        for answer in [&cloud.answers.mediation_pool, &cloud.answers.edge_pool] {
            judge_length(maker, &deployed, answer.path(), answer.given().value().as_str());
        }
        for appliance in appliances(cloud) {
            judge_length(maker, &deployed, appliance.host.path(), appliance.host.given().value().as_str());
            for answer in machine_names(appliance) {
                if let Some(label) = answer.given().value() {
                    judge_length(maker, &deployed, answer.path(), label.as_str());
                }
            }
        }
    },
};

fn judge_length(maker: &mut Maker<'_, Finding>, deployed: &Because, path: &Path, name: &str) {
    let most = cloud_connector().machine_name.value;
    if name.len() > most {
        let mut because = deployed.clone();
        because.note(path);
        let finding = maker
            .finding(Severity::Error, path)
            .with("name", name)
            .counting("has", name.len())
            .counting("most", most);
        maker.tell(&because, finding);
    }
}

/// The domain of the machines is somebody else's.
const VM_DOMAIN_TAKEN: Rule<Finding> = Rule {
    id: "cloud-vm-domain-taken",
    facts: &["C-011", "C-073", "C-252"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let answer = &cloud.answers.vm_domain;
        let own = answer.given().value();
        let mut tell = |other: &Path| {
            let mut because = deployed.clone();
            because.read(answer);
            because.note(other);
            let finding =
                maker.finding(Severity::Error, answer.path()).with("domain", own).with("answer", other);
            maker.tell(&because, finding);
        };
        let directory = &premises.plan.domains.active_directory;
        if directory.given().value() == own {
            tell(directory.path());
        }
        let sip = &cloud.answers.sip_domains;
        if sip.given().value().iter().any(|domain| domain.as_fqdn() == own) {
            tell(sip.path());
        }
    },
};

/// The domain of the machines could be one of the Internet.
const VM_DOMAIN_USUAL: Rule<Finding> = Rule {
    id: "cloud-vm-domain-not-local",
    facts: &["C-073"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let answer = &cloud.answers.vm_domain;
        let domain = because.read(answer);
        if domain.as_str().rsplit('.').next() != Some(cloud_connector().machines_below.value.as_str()) {
            let finding = maker.finding(Severity::Advice, answer.path()).with("domain", domain);
            maker.tell(&because, finding);
        }
    },
};

/// The site name of the sample file.
const SITE_NAME: Rule<Finding> = Rule {
    id: "cloud-site-name-unchanged",
    facts: &["C-076", "C-254"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for site in &cloud.sites {
            let mut because = deployed.clone();
            let name = because.read(&site.name);
            if name.as_str().eq_ignore_ascii_case(&cloud_connector().site_name_to_change.value) {
                let finding = maker.finding(Severity::Error, site.name.path()).with("site", name);
                maker.tell(&because, finding);
            }
        }
    },
};

/// Two sites of one public name: users of both would reach either.
const ACCESS_NAMES_EQUAL: Rule<Finding> = Rule {
    id: "cloud-access-names-equal",
    facts: &["C-092", "C-258", "C-261"],
    make: |premises, maker| {
        each_equal(premises, maker, Severity::Error, |site| (&site.access, &site.answers.access_name));
    },
};

/// The same for the Media Relay.
const RELAY_NAMES_EQUAL: Rule<Finding> = Rule {
    id: "cloud-media-relay-names-equal",
    facts: &["C-258", "C-336"],
    make: |premises, maker| {
        each_equal(premises, maker, Severity::Warning, |site| {
            (&site.media_relay, &site.answers.media_relay_name)
        });
    },
};

/// A public name of a site, and the answer that is its own.
type PublicName<'s> = (&'s crate::plan::Traced<Option<crate::value::Fqdn>>, &'s Answer<Option<Label>>);

/// Every site with a public name that one before it has already.
fn each_equal(
    premises: &crate::requirement::rule::Premises<'_>,
    maker: &mut Maker<'_, Finding>,
    severity: Severity,
    name: impl Fn(&crate::topology::CloudSite) -> PublicName<'_>,
) {
    let Some((cloud, deployed)) = deployed(premises) else { return };
    for (at, site) in cloud.sites.iter().enumerate() {
        let (own, answer) = name(site);
        for earlier in &cloud.sites[..at] {
            let mut because = deployed.clone();
            let Some(fqdn) = because.read(own) else { continue };
            if because.read(name(earlier).0).as_ref() == Some(fqdn) {
                let finding = maker
                    .finding(severity, answer.path())
                    .with("name", fqdn)
                    .with("site", because.read(&site.name))
                    .with("other", because.read(&earlier.name));
                maker.tell(&because, finding);
                break;
            }
        }
    }
}

/// The internal name of media bypass is one that is public.
const BYPASS_NAME_PUBLIC: Rule<Finding> = Rule {
    id: "cloud-media-bypass-name-public",
    facts: &["C-071", "C-099"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let answer = &cloud.answers.media_bypass;
        let Some(label) = because.read(answer) else { return };
        let is_reserved = *label == cloud_connector().reserved_name.value;
        let taken = public_labels(cloud).into_iter().find(|(_, public)| *public == label);
        if let Some((path, _)) = taken.filter(|_| !is_reserved) {
            because.note(path);
        } else if !is_reserved {
            return;
        }
        let finding = maker.finding(Severity::Error, answer.path()).with("name", label.as_str());
        maker.tell(&because, finding);
    },
};

/// A SIP domain that no public authority signs for.
const NOT_PUBLIC: Rule<Finding> = Rule {
    id: "cloud-sip-domain-not-public",
    facts: &["C-160", "D-005"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let answer = &cloud.answers.sip_domains;
        for domain in answer.given().value() {
            let mut because = deployed.clone();
            because.read(answer);
            if !is_public_name(domain.as_fqdn()) {
                let finding = maker.finding(Severity::Error, answer.path()).with("domain", domain);
                maker.tell(&because, finding);
            }
        }
    },
};
