//! The certificate of a reverse proxy's listener (M-099 to M-103).

use super::body::{Certificate, CertificateRole, Issuer};
use super::listener::Sorter;
use super::names::{Names, SubjectName};
use super::profile::Profile;
use super::server::wildcards;
use crate::plan::{Because, InitialRequest, KeysMade, ProxyCertificates};
use crate::requirement::public_name::{PublicNames, Purpose};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{Pool, PoolRole, Proxy};
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[REVERSE_PROXY];

/// Reverse proxies: a certificate for all names, or several, of which the listener shows the one that fits.
const REVERSE_PROXY: Rule<Certificate> = Rule {
    id: "certificate-reverse-proxy",
    facts: &[
        "M-070", "M-083", "M-090", "M-099", "M-100", "M-101", "M-102", "M-103", "M-105", "M-131", "E-179",
        "D-001", "D-003", "D-006",
    ],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            of_proxy(premises, maker, proxy);
        }
    },
};

fn of_proxy(premises: &Premises<'_>, maker: &mut Maker<'_, Certificate>, proxy: &Proxy) {
    let answers = &premises.plan.certificates;
    let mut shared = Because::default();
    let mut sorter = Sorter::new(premises, &mut shared);
    let mut rests: Vec<(&PublicNames<'_>, Because)> = Vec::new();
    for group in premises.published.groups.iter().filter(|group| group.proxy.at == proxy.at) {
        rests.push((group, add_names(premises, maker, group, &mut sorter)));
    }
    let offices = add_offices(premises, maker, proxy, &mut sorter);
    let way = *answers.reverse_proxy.given().value();
    let most = match way {
        // A certificate of wildcards alone needs a host for its subject (M-090).
        ProxyCertificates::ByLimit => {
            let spare = usize::from(*answers.wildcards.given().value());
            name_limit(premises, &mut shared).saturating_sub(spare).max(1)
        }
        _ => usize::MAX,
    };
    sorted_by(premises, proxy, &mut shared);
    let entry = premises.topology.entry(&mut shared);
    let name = shared.read(&proxy.name).to_string();
    for (number, listener) in sorter.listeners(entry.map(|pool| &pool.at), most).into_iter().enumerate() {
        let mut because = shared.clone();
        let is_whole = way == ProxyCertificates::Shared;
        for (group, rest) in &rests {
            if is_whole || listener.groups.iter().any(|own| std::ptr::eq(*own, *group)) {
                because.join(rest);
            }
        }
        if is_whole || number == 0 {
            because.join(&offices);
            // What kept names away is a reason too.
            because.join(&premises.published.considered(proxy));
        }
        let mut names = listener.names;
        let Some(subject) = subject(&listener.groups, &mut names, entry) else {
            continue;
        };
        let keys_made = *because.read(&answers.keys_made);
        let body = Certificate {
            hosts: vec![name.clone()],
            // The first keeps the name of the proxy, however many there are.
            id: if number == 0 { name.clone() } else { format!("{name}-{subject}") },
            role: CertificateRole::ReverseProxy,
            assign_to: vec!["listener"],
            issuer: Issuer::Public,
            profile: Profile::of_public(premises, &subject, &mut because),
            subject,
            own_names: names.into_sorted(),
            common_names: std::sync::Arc::default(),
            key: *because.read(&answers.key),
            keys_made,
            exportable: keys_made == KeysMade::Here,
        };
        let remarks =
            vec![server_usage_only(premises, &mut because), Message::new("remark-proxy-trusts-internal-ca")];
        let reason = maker.reason_with(&because, &[], remarks);
        maker.add(&reason, body);
    }
}

/// On what it rests which of several certificates of a proxy has a name.
pub(in crate::requirement) fn sorted_by(premises: &Premises<'_>, proxy: &Proxy, because: &mut Because) {
    let way = *because.read(&premises.plan.certificates.reverse_proxy);
    if way == ProxyCertificates::Shared {
        return;
    }
    let own = || premises.published.groups.iter().filter(|group| group.proxy.at == proxy.at);
    let entry = premises.topology.entry(because);
    // The first has the proxy's own name: that of the pool which answers first, else of the first pool of all.
    if !own().any(|group| entry.is_some_and(|entry| entry.at == group.pool.at)) {
        because.join(&own().next().map(|group| group.because.clone()).unwrap_or_default());
    }
    if way == ProxyCertificates::ByLimit {
        name_limit(premises, because);
        count_names(premises, proxy, because);
    }
}

/// On what the number of a proxy's names rests. Which label a host has does not matter to it, so the answers about labels
/// are not taken down.
pub(in crate::requirement) fn count_names(premises: &Premises<'_>, proxy: &Proxy, because: &mut Because) {
    let plan = premises.plan;
    because.read(&proxy.name);
    because.join(&premises.published.considered(proxy));
    for group in premises.published.groups.iter().filter(|group| group.proxy.at == proxy.at) {
        because.join(&group.because);
        if group.purpose == Purpose::WebServices {
            continue;
        }
        let is_signed = group.purpose != Purpose::Autodiscover
            || *because.read(&plan.mobility.initial_request) == InitialRequest::Https;
        if is_signed {
            because.read(&plan.domains.sip);
            because.read(&plan.certificates.wildcards);
        }
        if group.purpose == Purpose::SimpleUrls {
            because.read(&plan.simple_urls.layout);
        }
    }
    for published in premises.published.offices.iter().filter(|published| published.proxy.at == proxy.at) {
        because.join(&published.because);
    }
}

/// How many names the public authority signs in one certificate (D-004).
pub(in crate::requirement) fn name_limit(premises: &Premises<'_>, because: &mut Because) -> usize {
    premises.plan.certificates.name_limit(because)
}

/// Which usage to ask for, as the public authority signs no other (D-003).
pub(super) fn server_usage_only(premises: &Premises<'_>, because: &mut Because) -> Message {
    let authority = because.read(&premises.plan.certificates.public_ca).authority();
    Message::new("remark-server-usage-only").with("date", authority.client_usage_ends.value)
}

/// The external Web Services name of a Front End pool: of several that of the pool that answers first, else the first in
/// the order of the alphabet. A proxy that publishes none takes that of a Director, else whatever host it publishes:
/// never a wildcard (M-090).
fn subject(groups: &[&PublicNames<'_>], names: &mut Names, entry: Option<&Pool>) -> Option<Fqdn> {
    let is_web = |group: &&&PublicNames<'_>| group.purpose == Purpose::WebServices;
    let of_entry = || {
        let entry = entry.filter(|pool| pool.role == PoolRole::FrontEnd)?;
        let group = groups.iter().filter(is_web).find(|group| group.pool.at == entry.at)?;
        group.names.first().cloned()
    };
    let of_role = |role| {
        let of_role = groups.iter().filter(is_web).filter(move |group| group.pool.role == role);
        of_role.flat_map(|group| group.names.iter()).min().cloned()
    };
    let named = of_entry().or_else(|| of_role(PoolRole::FrontEnd)).or_else(|| of_role(PoolRole::Director));
    named.or_else(|| names.some_host(groups.iter().flat_map(|group| group.names.iter().cloned())))
}

/// Office Web Apps Servers, which keep their own names also where wildcards are used (M-310).
fn add_offices(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    proxy: &Proxy,
    sorter: &mut Sorter<'_>,
) -> Because {
    let mut all = Because::default();
    for office in &premises.topology.offices {
        let mut because = Because::default();
        let here = because.read(&office.proxy).map(|index| &premises.topology.proxies[index].at);
        if here == Some(&proxy.at) {
            because.read(&premises.plan.mobility.access);
            all.join(&because);
        }
    }
    for published in premises.published.offices.iter().filter(|published| published.proxy.at == proxy.at) {
        let mut because = published.because.clone();
        let name = because.read(&published.office.server.fqdn).clone();
        let facts = &["M-053", "M-070", "M-080", "M-099", "M-310"];
        let reason = maker.reason_with(&because, facts, Vec::new());
        sorter.of_site(&published.office.site).add(SubjectName::Host(name), &reason);
        all.join(&because);
    }
    all
}

fn add_names<'p>(
    premises: &Premises<'p>,
    maker: &Maker<'_, Certificate>,
    group: &'p PublicNames<'p>,
    sorter: &mut Sorter<'p>,
) -> Because {
    let mut because = group.because.and(&group.named);
    let facts: &[&'static str] = match group.purpose {
        Purpose::WebServices => &["M-018", "M-099"],
        Purpose::SimpleUrls => &["M-072", "M-091", "M-310"],
        Purpose::Autodiscover => &["M-049", "M-086", "M-087", "M-123", "M-310"],
        Purpose::InternalAutodiscover => &["M-049", "M-067", "M-087", "M-286", "M-310"],
    };
    if group.purpose == Purpose::Autodiscover
        && *because.read(&premises.plan.mobility.initial_request) == InitialRequest::Http
    {
        sorter.meet(group);
        return because;
    }
    let wildcards = match group.purpose {
        Purpose::WebServices => None,
        _ => wildcards(premises, &mut because),
    };
    let reason = maker.reason_with(&because, facts, Vec::new());
    sorter.meet(group);
    for name in &group.names {
        sorter.of(premises, group, name).add_host(name, wildcards, &reason);
    }
    because
}
