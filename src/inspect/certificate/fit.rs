//! The names of a certificate that exists beside those that are required.

use std::collections::HashSet;

use serde::Serialize;

use super::body::ExistingCertificate;
use super::role::demands;
use crate::catalog::numbers;
use crate::inspect::zone::Expected;
use crate::plan::Because;
use crate::requirement::{Certificate, CertificateRole, SubjectName};
use crate::value::{Fqdn, SipDomain};

/// How names fit, each list sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NameFit {
    /// Required names that it has, itself or by a wildcard.
    pub kept: Vec<String>,
    /// Required names that it lacks.
    pub missing: Vec<String>,
    /// What it has beyond.
    pub surplus: Vec<String>,
}

/// What of a plan matters to wildcards.
pub(super) struct Wildcards<'a> {
    expected: Expected<'a>,
    /// The hosts for which a wildcard may stand (M-088, M-091, M-310): those of simple URLs and of Autodiscover, unless
    /// one is a web site of a pool too.
    coverable: HashSet<Fqdn>,
}

impl<'a> Wildcards<'a> {
    pub(super) fn of(expected: Expected<'a>) -> Self {
        let because = &mut Because::default();
        let urls = &expected.topology.simple_urls;
        let mut coverable: HashSet<Fqdn> = because.read(&urls.meet).iter().cloned().collect();
        coverable.extend(because.read(&urls.dialin).clone());
        coverable.extend(because.read(&urls.admin).clone());
        let labels = [&numbers().lyncdiscover.value, &numbers().lyncdiscoverinternal.value];
        for domain in because.read(&expected.plan.domains.sip) {
            coverable.extend(labels.map(|label| domain.host(label)));
        }
        for pool in &expected.topology.pools {
            coverable.remove(because.read(&pool.fqdn));
            coverable.remove(because.read(&pool.internal.fqdn));
            coverable.remove(because.read(&pool.external.fqdn));
        }
        Self { expected, coverable }
    }

    fn covers(&self, host: &Fqdn) -> bool {
        self.coverable.contains(host)
    }

    /// The hosts for which a wildcard stands that a plan asks for: where a certificate has them all, it can do without.
    fn behind(&self, required: &Certificate, domain: &SipDomain) -> Vec<&Fqdn> {
        let below = |host: &&Fqdn| parent(host.as_str()) == Some(domain.as_fqdn().as_str());
        if required.role == CertificateRole::ReverseProxy {
            let rows = self.expected.requirements.publishing.iter().map(|row| &row.body);
            let own = rows.filter(|row| row.route.proxy.as_str() == required.id);
            let published = own.map(|row| &row.public_name);
            return published.filter(below).filter(|host| self.covers(host)).collect();
        }
        self.coverable.iter().filter(below).collect()
    }
}

/// How the names of a certificate fit a requirement.
pub(super) fn fit(own: &ExistingCertificate, required: &Certificate, wildcards: &Wildcards<'_>) -> NameFit {
    let there: HashSet<&str> = own.names.iter().map(String::as_str).collect();
    let takes_wildcards = demands(required).takes_wildcards;
    let mut used: HashSet<String> = HashSet::new();
    let mut fit = NameFit::default();
    for name in required.own_names.iter().chain(required.common_names.iter()) {
        let text = name.name.to_string();
        let by = match &name.name {
            _ if there.contains(text.as_str()) => Some(vec![text.clone()]),
            SubjectName::Host(host) if takes_wildcards && wildcards.covers(host) => {
                let wildcard = parent(host.as_str()).map(|domain| format!("*.{domain}"));
                wildcard.filter(|wildcard| there.contains(wildcard.as_str())).map(|wildcard| vec![wildcard])
            }
            SubjectName::Host(_) => None,
            SubjectName::Wildcard(domain) => {
                let hosts = if takes_wildcards { wildcards.behind(required, domain) } else { Vec::new() };
                let has_all = !hosts.is_empty() && hosts.iter().all(|host| there.contains(host.as_str()));
                has_all.then(|| hosts.iter().map(ToString::to_string).collect())
            }
        };
        match by {
            Some(by) => {
                used.extend(by);
                fit.kept.push(text);
            }
            None => fit.missing.push(text),
        }
    }
    let beyond = own.names.iter().filter(|name| !used.contains(name.as_str()));
    fit.surplus = beyond.chain(&own.other_names).cloned().collect();
    for list in [&mut fit.kept, &mut fit.missing, &mut fit.surplus] {
        list.sort_unstable();
    }
    fit
}

/// The name above a name.
fn parent(name: &str) -> Option<&str> {
    name.split_once('.').map(|(_, parent)| parent)
}
