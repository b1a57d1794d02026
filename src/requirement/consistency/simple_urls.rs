//! Simple URLs that a fact forbids (M-072 to M-079, M-130, E-210 to E-216).

use std::collections::{BTreeMap, BTreeSet};

use super::hosts::names_of_machines;
use crate::catalog::numbers;
use crate::finding::{Finding, Severity};
use crate::plan::{Access, Answer, Because, Layout, Path, Plan};
use crate::requirement::public_name::Purpose;
use crate::requirement::rule::{Premises, Rule};
use crate::value::{Fqdn, Label, SipDomain};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[HOST_TAKEN, HOSTS_EQUAL, LABEL_RESERVED, LABEL_HYPHEN, PATHS_EQUAL, MANY_NAMES, PORT];

/// A host of a simple URL that is something else already: a SIP domain, a pool, a server.
const HOST_TAKEN: Rule<Finding> = Rule {
    id: "simple-url-host-taken",
    facts: &["M-076", "M-312", "E-211", "ED-12"],
    make: |premises, maker| {
        let plan = premises.plan;
        let domains: BTreeSet<&Fqdn> =
            plan.domains.sip.given().value().iter().map(SipDomain::as_fqdn).collect();
        let machines: BTreeMap<_, _> =
            names_of_machines(premises).into_iter().map(|name| (name.fqdn.clone(), name)).collect();
        let mut told = BTreeSet::new();
        for (hosts, because, label) in hosts(premises) {
            for host in hosts {
                let (is_domain, machine) = (domains.contains(&host), machines.get(&host));
                if (!is_domain && machine.is_none()) || !told.insert(host.clone()) {
                    continue;
                }
                let mut because = because.clone();
                let other = if let Some(machine) = machine.filter(|_| !is_domain) {
                    because.join(&machine.because);
                    because.note(plan.sites.path());
                    machine.path.clone()
                } else {
                    because.read(&plan.domains.sip);
                    plan.domains.sip.path().clone()
                };
                let finding = maker.finding(Severity::Error, &label).with("host", &host).with("other", other);
                maker.tell(&because, finding);
            }
        }
    },
};

/// The hosts of Meet, Dial-in and Admin, why they are these, and the answer that holds their label.
fn hosts(premises: &Premises<'_>) -> Vec<(Vec<Fqdn>, Because, Path)> {
    let urls = &premises.topology.simple_urls;
    let labels = &premises.plan.simple_urls;
    let label = |dedicated: &Answer<Label>| match labels.layout.given().value() {
        Layout::DedicatedHosts => dedicated.path().clone(),
        Layout::SharedHost | Layout::SingleHost => labels.base.path().clone(),
    };
    let (mut meet, mut dialin, mut admin) = (Because::default(), Because::default(), Because::default());
    let hosts = [
        (meet.read(&urls.meet).clone(), label(&labels.hosts.meet)),
        (dialin.read(&urls.dialin).iter().cloned().collect(), label(&labels.hosts.dialin)),
        (admin.read(&urls.admin).iter().cloned().collect(), label(&labels.hosts.admin)),
    ];
    hosts
        .into_iter()
        .zip([meet, dialin, admin])
        .map(|((hosts, label), because)| (hosts, because, label))
        .collect()
}

/// The labels in use: one for each URL, or the common one.
fn labels<'p>(plan: &'p Plan, because: &mut Because) -> Vec<&'p Answer<Label>> {
    let urls = &plan.simple_urls;
    if *because.read(&urls.layout) != Layout::DedicatedHosts {
        return vec![&urls.base];
    }
    vec![&urls.hosts.meet, &urls.hosts.dialin, &urls.hosts.admin]
}

/// Whether this is the label of Admin, and Admin is not used.
fn is_idle(plan: &Plan, label: &Answer<Label>, because: &mut Because) -> bool {
    let urls = &plan.simple_urls;
    label.path() == urls.hosts.admin.path() && !*because.read(&urls.admin)
}

/// Two simple URLs on one host of their own.
const HOSTS_EQUAL: Rule<Finding> = Rule {
    id: "simple-url-hosts-equal",
    facts: &["M-073", "M-076", "E-211", "E-212"],
    make: |premises, maker| {
        let plan = premises.plan;
        let mut layout = Because::default();
        let labels = labels(plan, &mut layout);
        for (at, label) in labels.iter().enumerate() {
            let mut because = layout.clone();
            if is_idle(plan, label, &mut because) {
                continue;
            }
            let own = because.read(*label);
            let other = labels[..at].iter().find(|other| other.given().value() == own);
            if let Some(other) = other {
                because.read(*other);
                let finding = maker
                    .finding(Severity::Error, label.path())
                    .with("label", own)
                    .with("other", other.path());
                maker.tell(&because, finding);
            }
        }
    },
};

/// A label that clients ask for something else.
const LABEL_RESERVED: Rule<Finding> = Rule {
    id: "simple-url-label-reserved",
    facts: &["M-028", "M-076", "E-020", "E-037"],
    make: |premises, maker| {
        let names = numbers();
        let reserved = [&names.lyncdiscover.value, &names.lyncdiscoverinternal.value, &names.sip_host.value];
        let mut layout = Because::default();
        for label in labels(premises.plan, &mut layout) {
            let mut because = layout.clone();
            if is_idle(premises.plan, label, &mut because) {
                continue;
            }
            let own = because.read(label);
            if reserved.contains(&own) {
                let finding = maker.finding(Severity::Error, label.path()).with("label", own);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A hyphen, which the documents do not list among the characters of a simple URL.
const LABEL_HYPHEN: Rule<Finding> = Rule {
    id: "simple-url-hyphen",
    facts: &["M-076", "E-211"],
    make: |premises, maker| {
        let mut layout = Because::default();
        for label in labels(premises.plan, &mut layout) {
            let mut because = layout.clone();
            if is_idle(premises.plan, label, &mut because) {
                continue;
            }
            let own = because.read(label);
            if own.as_str().contains('-') {
                let finding = maker.finding(Severity::Warning, label.path()).with("label", own);
                maker.tell(&because, finding);
            }
        }
    },
};

/// One host, and two SIP domains whose label on it would be the same: their paths carry the whole domain.
const PATHS_EQUAL: Rule<Finding> = Rule {
    id: "simple-url-paths-equal",
    facts: &["M-075", "M-076", "E-211", "E-214"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let layout = &plan.simple_urls.layout;
        if *because.read(layout) != Layout::SingleHost {
            return;
        }
        let mut taken: BTreeMap<&str, &SipDomain> = BTreeMap::new();
        for domain in because.read(&plan.domains.sip) {
            let label = domain.first_label();
            if let Some(other) = taken.insert(label, domain) {
                let finding = maker
                    .finding(Severity::Advice, layout.path())
                    .with("label", label)
                    .with("domain", other)
                    .with("other", domain);
                maker.tell(&because, finding);
                return;
            }
        }
    },
};

/// A public name for each of several SIP domains, where one could do for all.
const MANY_NAMES: Rule<Finding> = Rule {
    id: "simple-url-names",
    facts: &["M-073", "M-074", "M-075", "M-088", "E-212", "E-213", "E-214"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let layout = &plan.simple_urls.layout;
        let is_met = *because.read(&plan.mobility.access) == Access::InternalAndExternal
            && *because.read(layout) != Layout::SingleHost
            && !*because.read(&plan.certificates.wildcards);
        let count = because.read(&plan.domains.sip).len();
        if is_met && count >= numbers().many_domains.value {
            let finding = maker.finding(Severity::Advice, layout.path()).counting("count", count);
            maker.tell(&because, finding);
        }
    },
};

/// Simple URLs that lead to a published port which they can't name.
const PORT: Rule<Finding> = Rule {
    id: "simple-url-port",
    facts: &["M-076", "M-130", "M-176", "E-211"],
    make: |premises, maker| {
        let mut judged: Vec<&Path> = Vec::new();
        let groups = &premises.published.groups;
        for group in groups.iter().filter(|group| group.purpose == Purpose::SimpleUrls) {
            // Meet and Dial-in lead to the same pool.
            if judged.contains(&&group.pool.at) {
                continue;
            }
            judged.push(&group.pool.at);
            let mut because = group.because.clone();
            let answer = &group.pool.ports.published_https;
            let (port, usual) = (because.read(answer), &numbers().published_https.value);
            if port != usual {
                let finding = maker
                    .finding(Severity::Warning, answer.path())
                    .with("pool", because.read(&group.pool.fqdn))
                    .with("port", port)
                    .with("usual", usual);
                maker.tell(&because, finding);
            }
        }
    },
};
