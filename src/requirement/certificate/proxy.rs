//! The certificate of a reverse proxy's listener (M-099 to M-103).

use super::body::{Certificate, CertificateRole, Issuer};
use super::names::{CertificateName, Names, SubjectName};
use super::server::wildcards;
use crate::catalog::public_authority;
use crate::plan::{Because, InitialRequest, KeysMade};
use crate::requirement::public_name::{PublicNames, Purpose};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{Pool, PoolRole, Proxy};
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[REVERSE_PROXY];

/// Reverse proxies.
const REVERSE_PROXY: Rule<Certificate> = Rule {
    id: "certificate-reverse-proxy",
    facts: &[
        "M-070", "M-083", "M-090", "M-099", "M-100", "M-101", "M-102", "M-103", "M-105", "M-131", "E-179",
        "D-003",
    ],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let groups: Vec<_> =
                premises.published.groups.iter().filter(|group| group.proxy.at == proxy.at).collect();
            let mut because = Because::default();
            let mut names = Names::default();
            for group in &groups {
                because.join(&add_names(premises, maker, group, &mut names));
            }
            because.join(&add_offices(premises, maker, proxy, &mut names));
            // What kept names away is a reason too.
            because.join(&premises.published.considered(proxy));
            let own_names = names.into_sorted();
            let entry = premises.topology.entry(&mut because);
            let Some(subject) = subject(&groups, &own_names, entry) else {
                continue;
            };
            let answers = &premises.plan.certificates;
            let keys_made = *because.read(&answers.keys_made);
            let id = because.read(&proxy.name).to_string();
            let body = Certificate {
                hosts: vec![id.clone()],
                id,
                role: CertificateRole::ReverseProxy,
                assign_to: vec!["listener"],
                issuer: Issuer::Public,
                subject,
                own_names,
                common_names: std::sync::Arc::default(),
                key: *because.read(&answers.key),
                keys_made,
                exportable: keys_made == KeysMade::Here,
            };
            let remarks = vec![
                server_usage_only(premises, &mut because),
                Message::new("remark-proxy-trusts-internal-ca"),
            ];
            let reason = maker.reason_with(&because, &[], remarks);
            maker.add(&reason, body);
        }
    },
};

/// Which usage to ask for, as the public authority signs no other (D-003).
pub(super) fn server_usage_only(premises: &Premises<'_>, because: &mut Because) -> Message {
    let authority = because.read(&premises.plan.certificates.public_ca).word();
    let ends = public_authority(authority).map(|known| known.client_usage_ends.to_string());
    Message::new("remark-server-usage-only").with("date", ends.unwrap_or_default())
}

/// The external Web Services name of a Front End pool: of several that of the pool that answers first, else the first in
/// the order of the alphabet. A proxy that publishes none takes that of a Director, else whatever host it publishes:
/// never a wildcard (M-090).
fn subject(groups: &[&PublicNames<'_>], names: &[CertificateName], entry: Option<&Pool>) -> Option<Fqdn> {
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
    let any = || names.iter().find_map(|name| name.name.host().cloned());
    of_entry().or_else(|| of_role(PoolRole::FrontEnd)).or_else(|| of_role(PoolRole::Director)).or_else(any)
}

/// Office Web Apps Servers, which keep their own names also where wildcards are used (M-310).
fn add_offices(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    proxy: &Proxy,
    names: &mut Names,
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
        names.add(SubjectName::Host(name), &maker.reason_with(&because, facts, Vec::new()));
        all.join(&because);
    }
    all
}

fn add_names(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    group: &PublicNames<'_>,
    names: &mut Names,
) -> Because {
    let mut because = group.because.and(&group.named);
    match group.purpose {
        Purpose::WebServices => {
            let reason = maker.reason_with(&because, &["M-018", "M-099"], Vec::new());
            for name in &group.names {
                names.add(SubjectName::Host(name.clone()), &reason);
            }
        }
        Purpose::SimpleUrls => {
            let wildcards = wildcards(premises, &mut because);
            let reason = maker.reason_with(&because, &["M-072", "M-091", "M-310"], Vec::new());
            for name in &group.names {
                names.add_host(name, wildcards, &reason);
            }
        }
        Purpose::Autodiscover => {
            if *because.read(&premises.plan.mobility.initial_request) == InitialRequest::Http {
                return because;
            }
            let wildcards = wildcards(premises, &mut because);
            let reason =
                maker.reason_with(&because, &["M-049", "M-086", "M-087", "M-123", "M-310"], Vec::new());
            for name in &group.names {
                names.add_host(name, wildcards, &reason);
            }
        }
        Purpose::InternalAutodiscover => {
            let wildcards = wildcards(premises, &mut because);
            let facts = &["M-049", "M-067", "M-087", "M-286", "M-310"];
            let reason = maker.reason_with(&because, facts, Vec::new());
            for name in &group.names {
                names.add_host(name, wildcards, &reason);
            }
        }
    }
    because
}
