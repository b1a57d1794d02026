//! Certificates of Edge pools, for the outside and for the inside (E-170 to E-174).

use std::sync::Arc;

use super::body::{Certificate, CertificateRole, Issuer};
use super::names::{Names, SubjectName};
use super::profile::Profile;
use super::proxy::server_usage_only;
use crate::catalog::numbers;
use crate::plan::{Because, KeysMade};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::topology::{Edge, Service};
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[EXTERNAL, INTERNAL];

/// What the external certificate is assigned to, in the product's own type names (E-174).
pub(in crate::requirement) const EDGE_EXTERNAL: &[&str] =
    &["AccessEdgeExternal", "DataEdgeExternal", "AudioVideoAuthentication"];
/// What the internal one is assigned to.
pub(in crate::requirement) const EDGE_INTERNAL: &[&str] = &["Internal"];

/// The identity of the external certificate of an Edge pool.
pub(in crate::requirement) fn external_id(pool: &Fqdn) -> String {
    format!("{pool}-external")
}

/// The identity of the internal one.
pub(in crate::requirement) fn internal_id(pool: &Fqdn) -> String {
    format!("{pool}-internal")
}

/// One certificate for Access Edge, Web Conferencing Edge and A/V authentication, with one key on all servers of the
/// pool (E-170). Wildcards are not for it (M-091), but for that of XMPP (E-172).
const EXTERNAL: Rule<Certificate> = Rule {
    id: "certificate-edge-external",
    facts: &["M-091", "M-104", "M-105", "E-170", "E-171", "E-174", "D-001", "D-003", "D-006"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let Some(subject) = edge.name(Service::Access, &mut because).cloned() else {
                continue;
            };
            let mut names = Names::default();
            for group in groups(premises, edge) {
                because.join(&group.because);
                let reason = maker.reason_with(&group.because, group.facts, Vec::new());
                for name in group.names {
                    names.add(name, &reason);
                }
            }
            let own_names = names.into_sorted();
            let id = external_id(because.read(&edge.pool.fqdn));
            let asked = Asked {
                id,
                role: CertificateRole::EdgeExternal,
                assign_to: EDGE_EXTERNAL,
                issuer: Issuer::Public,
                subject,
            };
            let body = asked.of(premises, edge, own_names, &mut because);
            let remarks =
                vec![server_usage_only(premises, &mut because), Message::new("remark-edge-and-proxy")];
            let reason = maker.reason_with(&because, &[], remarks);
            maker.add(&reason, body);
        }
    },
};

/// The certificate of the internal side: the name of the pool, and no other (E-173).
const INTERNAL: Rule<Certificate> = Rule {
    id: "certificate-edge-internal",
    facts: &["M-105", "E-173", "E-174"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let subject = because.read(&edge.pool.fqdn).clone();
            let mut names = Names::default();
            names.add(SubjectName::Host(subject.clone()), &maker.reason(&because));
            let asked = Asked {
                id: internal_id(&subject),
                role: CertificateRole::EdgeInternal,
                assign_to: EDGE_INTERNAL,
                issuer: Issuer::Internal,
                subject,
            };
            let body = asked.of(premises, edge, names.into_sorted(), &mut because);
            let reason = maker.reason(&because);
            maker.add(&reason, body);
        }
    },
};

/// In what the two certificates of an Edge pool differ.
struct Asked {
    id: String,
    role: CertificateRole,
    assign_to: &'static [&'static str],
    issuer: Issuer,
    subject: Fqdn,
}

impl Asked {
    /// The certificate, held by every server of the pool. Its key leaves the server that made it where there are others.
    fn of(
        self,
        premises: &Premises<'_>,
        edge: &Edge,
        own_names: Vec<super::CertificateName>,
        because: &mut Because,
    ) -> Certificate {
        let servers = because.read(&edge.pool.servers);
        let hosts: Vec<String> =
            servers.iter().map(|server| because.read(&server.fqdn).to_string()).collect();
        let answers = &premises.plan.certificates;
        let keys_made = *answers.keys_made.given().value();
        // Where the key is made shows in nothing else, and not even there where several servers need it.
        let exportable = because.either(
            |because| *because.read(&answers.keys_made) == KeysMade::Here,
            |because| because.read(&edge.pool.servers).len() > 1,
        );
        let profile = match self.issuer {
            Issuer::Public => Profile::of_public(premises, &self.subject, because),
            Issuer::Internal => Profile::of_internal(&self.subject),
        };
        Certificate {
            profile,
            id: self.id,
            role: self.role,
            exportable,
            hosts,
            assign_to: self.assign_to.to_vec(),
            issuer: self.issuer,
            subject: self.subject,
            own_names,
            common_names: Arc::default(),
            key: *because.read(&answers.key),
            keys_made,
        }
    }
}

/// Names that come for one reason.
struct Group {
    because: Because,
    facts: &'static [&'static str],
    names: Vec<SubjectName>,
}

impl Group {
    fn of(facts: &'static [&'static str], names: impl FnOnce(&mut Because) -> Vec<SubjectName>) -> Self {
        let mut because = Because::default();
        let names = names(&mut because);
        Self { because, facts, names }
    }
}

/// The names outside: those of Access Edge and Web Conferencing Edge, `sip` in each SIP domain, and what XMPP needs. The
/// A/V Edge has none here (E-171).
fn groups(premises: &Premises<'_>, edge: &Edge) -> [Group; 4] {
    let domains = &premises.plan.domains.sip;
    let of_service = |facts, service| {
        Group::of(facts, |because| {
            edge.name(service, because).cloned().map(SubjectName::Host).into_iter().collect()
        })
    };
    [
        of_service(&["E-171"], Service::Access),
        of_service(&["E-171"], Service::WebConferencing),
        Group::of(&["E-171"], |because| {
            let host = &numbers().sip_host.value;
            because.read(domains).iter().map(|domain| SubjectName::Host(domain.host(host))).collect()
        }),
        Group::of(&["E-172", "E-201"], |because| {
            if !*because.read(&edge.pool.xmpp) || !because.read(&premises.plan.servers.version).has_xmpp() {
                return Vec::new();
            }
            let host = &numbers().xmpp_host.value;
            let both = |domain: &crate::value::SipDomain| {
                [SubjectName::Host(domain.host(host)), SubjectName::Wildcard(domain.clone())]
            };
            because.read(domains).iter().flat_map(both).collect()
        }),
    ]
}

/// The names of the external certificate but for its subject, which a request asks for by name.
pub(in crate::requirement) fn asked_names(
    premises: &Premises<'_>,
    edge: &Edge,
    because: &mut Because,
) -> Vec<String> {
    let mut names: Vec<SubjectName> = Vec::new();
    for group in groups(premises, edge) {
        because.join(&group.because);
        names.extend(group.names);
    }
    if let Some(subject) = edge.name(Service::Access, because) {
        names.retain(|name| !name.is(subject));
    }
    names.sort_unstable();
    names.dedup();
    names.iter().map(ToString::to_string).collect()
}
