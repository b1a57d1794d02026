//! Certificates of Front End servers and Directors (M-083 to M-098).

use std::sync::Arc;

use super::body::{Certificate, CertificateRole, Issuer};
use super::names::{CertificateName, Names, SubjectName};
use super::profile::Profile;
use crate::catalog::numbers;
use crate::plan::{Answer, Autodiscover, Because, KeysMade, Server, ServerCertificates};
use crate::requirement::dns::Zones;
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::{Pool, PoolRole};
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[FRONT_END, DIRECTOR];

/// One use of a certificate, in the product's own type names (M-111).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Default,
    WebInternal,
    WebExternal,
}

impl Use {
    const fn type_name(self) -> &'static str {
        match self {
            Self::Default => "Default",
            Self::WebInternal => "WebServicesInternal",
            Self::WebExternal => "WebServicesExternal",
        }
    }
}

const ALL: &[Use] = &[Use::Default, Use::WebInternal, Use::WebExternal];

/// Servers of Front End pools and Standard Edition servers.
const FRONT_END: Rule<Certificate> = Rule {
    id: "certificate-front-end",
    facts: &[
        "M-083", "M-090", "M-097", "M-098", "M-105", "M-109", "M-121", "E-177", "E-178", "M-308", "ED-15",
    ],
    make: |premises, maker| of_role(premises, maker, PoolRole::FrontEnd),
};

/// Directors.
const DIRECTOR: Rule<Certificate> = Rule {
    id: "certificate-director",
    facts: &["M-083", "M-090", "M-096", "M-097", "M-098", "M-105", "M-109", "M-121", "E-177", "E-178"],
    make: |premises, maker| of_role(premises, maker, PoolRole::Director),
};

fn of_role(premises: &Premises<'_>, maker: &mut Maker<'_, Certificate>, role: PoolRole) {
    for pool in premises.topology.pools.iter().filter(|pool| pool.role == role) {
        let mut because = Because::default();
        let layout = *because.read(&premises.plan.certificates.front_end);
        let sets: &[&[Use]] = match layout {
            ServerCertificates::Shared => &[ALL],
            ServerCertificates::Separate => &[&[Use::Default], &[Use::WebInternal], &[Use::WebExternal]],
        };
        for uses in sets {
            let mut because = because.clone();
            let common = Arc::new(common_names(premises, maker, pool, uses, &mut because));
            for server in &pool.servers {
                certificate(premises, maker, &because, (pool, server), uses, Arc::clone(&common));
            }
        }
    }
}

fn certificate(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Certificate>,
    because: &Because,
    (pool, server): (&Pool, &Server),
    uses: &[Use],
    mut common: Arc<Vec<CertificateName>>,
) {
    let mut because = because.clone();
    let host = because.read(&server.fqdn).clone();
    let subject = because.read(subject(pool, server, uses)).clone();
    // On what the common names rest was read when they were made.
    let own_names = own_names(maker, pool, server, uses);
    own_names.read(&mut because);
    let own_names = own_names.into_own(&mut common);
    let answers = &premises.plan.certificates;
    let keys_made = *because.read(&answers.keys_made);
    let types: Vec<&str> = uses.iter().map(|one| one.type_name()).collect();
    let id = server_id(&host, &types);
    let body = Certificate {
        id,
        role: if pool.role == PoolRole::Director {
            CertificateRole::Director
        } else {
            CertificateRole::FrontEnd
        },
        hosts: vec![host.to_string()],
        assign_to: uses.iter().map(|one| one.type_name()).collect(),
        issuer: Issuer::Internal,
        profile: Profile::of_internal(&subject),
        subject,
        own_names,
        common_names: common,
        key: *because.read(&answers.key),
        keys_made,
        exportable: keys_made == KeysMade::Here,
    };
    let aliases = uses.contains(&Use::Default).then(|| Message::new("remark-sip-aliases"));
    let reason = maker.reason_with(&because, &[], aliases.into_iter().collect());
    maker.add(&reason, body);
}

/// The identity of a server's certificate for these types, in the product's own names.
pub(in crate::requirement) fn server_id(server: &Fqdn, types: &[&str]) -> String {
    match types {
        [only] => format!("{server}-{}", only.to_ascii_lowercase()),
        _ => server.to_string(),
    }
}

/// Whose name the subject is: the pool's (M-092 to M-094, M-308), but on a web certificate of a Director the server's
/// (M-096).
fn subject<'p>(pool: &'p Pool, server: &'p Server, uses: &[Use]) -> &'p Answer<Fqdn> {
    let is_web_only = !uses.contains(&Use::Default);
    if pool.role == PoolRole::Director && is_web_only { &server.fqdn } else { &pool.fqdn }
}

/// The names of the machine itself: pool, server, web sites. A certificate for the external web site alone needs no more
/// of the machine than its subject.
fn own_names(maker: &Maker<'_, Certificate>, pool: &Pool, server: &Server, uses: &[Use]) -> Names {
    let mut names = Names::default();
    let (of_server, of_internal, of_external): (&[&'static str], &[&'static str], &[&'static str]) =
        match (pool.role, uses) {
            (PoolRole::Director, _) => (&["M-096"], &["M-096", "M-118"], &["M-096", "M-118"]),
            (PoolRole::FrontEnd, [Use::WebInternal]) => (&["M-093", "M-095"], &["M-093", "M-118"], &[]),
            (PoolRole::FrontEnd, [Use::WebExternal]) => (&["M-094", "M-095"], &[], &["M-094", "M-118"]),
            (PoolRole::FrontEnd, _) => (&["M-092", "M-095"], &["M-093", "M-118"], &["M-094", "M-118"]),
        };
    let subject = subject(pool, server, uses);
    for answer in [&pool.fqdn, &server.fqdn] {
        if uses != [Use::WebExternal] || answer == subject {
            let mut because = Because::default();
            let name = because.read(answer).clone();
            names.add(SubjectName::Host(name), &maker.reason_with(&because, of_server, Vec::new()));
        }
    }
    if uses.contains(&Use::WebInternal) {
        let mut because = Because::default();
        let name = because.read(&pool.internal.fqdn).clone();
        names.add(SubjectName::Host(name), &maker.reason_with(&because, of_internal, Vec::new()));
    }
    if uses.contains(&Use::WebExternal) {
        let mut because = Because::default();
        let name = because.read(&pool.external.fqdn).clone();
        names.add(SubjectName::Host(name), &maker.reason_with(&because, of_external, Vec::new()));
    }
    names
}

/// The names that SIP domains bring: simple URLs, Autodiscover, sign-in. All servers of a pool share them. A certificate
/// rests on every answer read here, also on those that kept a name away.
fn common_names(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    pool: &Pool,
    uses: &[Use],
    because: &mut Because,
) -> Vec<CertificateName> {
    let mut names = Names::default();
    if uses.contains(&Use::Default) {
        because.join(&sign_in_names(premises, maker, pool, &mut names));
    }
    if uses.contains(&Use::WebInternal) || uses.contains(&Use::WebExternal) {
        because.join(&simple_url_names(premises, maker, pool.role, uses, &mut names));
        because.join(&autodiscover_names(premises, maker, uses, &mut names));
    }
    names.into_sorted()
}

fn sign_in_names(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    pool: &Pool,
    names: &mut Names,
) -> Because {
    let mut because = Because::default();
    if !has_sign_in_names(premises, pool, &mut because) {
        return because;
    }
    let facts: &[&'static str] = if pool.sign_in.is_some() { &["M-092"] } else { &["E-037", "E-177"] };
    let domains = because.read(&premises.plan.domains.sip);
    let reason = maker.reason_with(&because, facts, Vec::new());
    for domain in domains {
        names.add(SubjectName::Host(domain.host(&numbers().sip_host.value)), &reason);
    }
    because
}

/// Whether `sip` in each SIP domain is on the Default certificates of a pool: of a Front End pool as the plan says
/// (M-092), of a Director where older clients are led to it by these names (E-037, E-177).
pub(in crate::requirement) fn has_sign_in_names(
    premises: &Premises<'_>,
    pool: &Pool,
    because: &mut Because,
) -> bool {
    match &pool.sign_in {
        Some(sign_in) => *because.read(sign_in),
        None => {
            *because.read(&premises.plan.domains.legacy_sign_in)
                && premises.topology.entry(because).is_some_and(|entry| entry.at == pool.at)
        }
    }
}

fn simple_url_names(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    role: PoolRole,
    uses: &[Use],
    names: &mut Names,
) -> Because {
    let (outside, inside): (&[&'static str], &[&'static str]) = match role {
        PoolRole::FrontEnd => (&["M-091", "M-093", "M-094"], &["M-071", "M-091", "M-093", "M-309"]),
        PoolRole::Director => (&["M-091", "M-096"], &["M-071", "M-091", "M-096", "M-309"]),
    };
    let urls = &premises.topology.simple_urls;
    let mut because = Because::default();
    let wildcards = wildcards(premises, &mut because);

    let mut meet = because.clone();
    let hosts = meet.read(&urls.meet);
    let reason = maker.reason_with(&meet, outside, Vec::new());
    for host in hosts {
        names.add_host(host, wildcards, &reason);
    }

    let mut dialin = because.clone();
    let host = dialin.read(&urls.dialin);
    let reason = maker.reason_with(&dialin, outside, Vec::new());
    if let Some(host) = host {
        names.add_host(host, wildcards, &reason);
    }

    if uses.contains(&Use::WebInternal) {
        let host = because.read(&urls.admin);
        let reason = maker.reason_with(&because, inside, Vec::new());
        if let Some(host) = host {
            names.add_host(host, wildcards, &reason);
        }
    }
    because.and(&meet).and(&dialin)
}

/// Both names on a shared certificate; each on its own web type else (M-115, M-116). The protocol of the first request
/// changes nothing here, as clients inside start with HTTPS (M-292).
fn autodiscover_names(
    premises: &Premises<'_>,
    maker: &Maker<'_, Certificate>,
    uses: &[Use],
    names: &mut Names,
) -> Because {
    let mut because = Because::default();
    if *because.read(&premises.plan.mobility.autodiscover) != Autodiscover::Automatic {
        return because;
    }
    let wildcards = wildcards(premises, &mut because);
    let domains = because.read(&premises.plan.domains.sip);
    let inside = (Use::WebInternal, &numbers().lyncdiscoverinternal.value, "M-084");
    let outside = (Use::WebExternal, &numbers().lyncdiscover.value, "M-085");
    for (needed_by, label, fact) in [inside, outside] {
        if uses.contains(&needed_by) {
            let reason = maker.reason_with(&because, &[fact, "M-087", "M-088", "M-292", "E-176"], Vec::new());
            for domain in domains {
                names.add_host(&domain.host(label), wildcards, &reason);
            }
        }
    }
    because
}

/// The SIP domains whose wildcards stand for their hosts, where wildcards are wanted.
pub(super) fn wildcards<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p Zones<'p>> {
    if *because.read(&premises.plan.certificates.wildcards) {
        because.read(&premises.plan.domains.sip);
        Some(premises.zones)
    } else {
        None
    }
}
