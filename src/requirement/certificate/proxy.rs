//! The certificate of a reverse proxy's listener (M-099 to M-103).

use super::body::{Certificate, CertificateRole, Issuer};
use super::names::{Names, SubjectName};
use super::server::wildcards;
use crate::plan::{Because, InitialRequest, KeysMade};
use crate::requirement::public_name::{PublicNames, Purpose};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::topology::PoolRole;
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[REVERSE_PROXY];

/// Reverse proxies.
const REVERSE_PROXY: Rule<Certificate> = Rule {
    id: "certificate-reverse-proxy",
    facts: &["M-070", "M-083", "M-099", "M-100", "M-101", "M-103", "M-105", "M-131", "E-179", "D-003"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let groups: Vec<_> =
                premises.published.groups.iter().filter(|group| group.proxy.at == proxy.at).collect();
            let mut because = Because::default();
            let Some(subject) = subject(&groups, &mut because) else {
                continue;
            };
            let mut names = Names::default();
            for group in &groups {
                because.join(&add_names(premises, maker, group, &mut names));
            }
            // What kept names away is a reason too.
            because.join(&premises.published.considered(proxy));
            let own_names = names.into_sorted();
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
            let reason = maker.reason(&because);
            maker.add(&reason, body);
        }
    },
};

/// The external Web Services name of a Front End pool: of several the first in the order of the alphabet.
fn subject(groups: &[&PublicNames<'_>], because: &mut Because) -> Option<Fqdn> {
    let front_ends = groups
        .iter()
        .filter(|group| group.purpose == Purpose::WebServices && group.pool.role == PoolRole::FrontEnd)
        .inspect(|group| because.join(&group.because.and(&group.named)));
    front_ends.flat_map(|group| group.names.iter()).min().cloned()
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
    }
    because
}
