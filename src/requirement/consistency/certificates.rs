//! Certificates and keys that work, but perhaps not for everybody, and those with too many names (D-004, M-107, M-339,
//! M-340).

use crate::catalog::crowds;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, KeyKind, KeysMade, Path, ProxyCertificates};
use crate::requirement::certificate::{
    Certificate, CertificateRole, Issuer, count_names, external_id, name_limit,
};
use crate::requirement::rule::{Premises, Row, Rule};
use crate::topology::{Edge, Proxy, Service};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[CERTIFICATE_NAME_LIMIT, KEY_LENGTH_NOT_LISTED, ECC_AND_MOBILE_CLIENTS, WILDCARDS_AND_CLIENTS];

/// A public certificate with more names than the authority signs, or nearly so many.
const CERTIFICATE_NAME_LIMIT: Rule<Finding> = Rule {
    id: "certificate-name-limit",
    facts: &["D-004"],
    make: |premises, maker| {
        let is_public = |row: &&Row<Certificate>| row.body.issuer == Issuer::Public;
        for row in premises.certificates.iter().filter(is_public) {
            let count = row.body.name_count();
            let mut because = Because::default();
            let (limit, authority) = limit(premises, &mut because);
            let is_over = count > limit;
            // Where the limit decides on their number, proxies' certificates are meant to be full.
            let is_meant = row.body.role == CertificateRole::ReverseProxy
                && *because.read(&premises.plan.certificates.reverse_proxy) == ProxyCertificates::ByLimit;
            let is_told = is_over || (crowds(count, limit) && !is_meant);
            let Some(path) = counted(premises, &row.body, &mut because).filter(|_| is_told) else {
                continue;
            };
            let finding = maker
                .finding(if is_over { Severity::Error } else { Severity::Warning }, &path)
                .with("certificate", &row.body.id)
                .with("over", is_over)
                .with("what", if row.body.role == CertificateRole::EdgeExternal { "edge" } else { "proxy" })
                .with("authority", authority)
                .counting("count", count)
                .counting("most", limit);
            maker.tell(&because, finding);
        }
    },
};

/// How many names the authority signs, and its word unless the plan itself gives the number.
fn limit<'p>(premises: &Premises<'p>, because: &mut Because) -> (usize, &'p str) {
    let answers = &premises.plan.certificates;
    let most = name_limit(premises, because);
    if answers.public_ca_name_limit.given().value().is_some() {
        return (most, "plan");
    }
    (most, because.read(&answers.public_ca).word())
}

/// Takes down on what the number of names rests, and finds the place of whoever has the certificate.
fn counted(premises: &Premises<'_>, certificate: &Certificate, because: &mut Because) -> Option<Path> {
    let topology = premises.topology;
    if certificate.role == CertificateRole::EdgeExternal {
        let is_its_own = |edge: &&Edge| external_id(edge.pool.fqdn.given().value()) == certificate.id;
        let edge = topology.edges.iter().find(is_its_own)?;
        count_edge(premises, edge, because);
        return Some(edge.pool.at.clone());
    }
    let is_its_own =
        |proxy: &&Proxy| certificate.hosts.iter().any(|host| host == proxy.name.given().value().as_str());
    let proxy = topology.proxies.iter().find(is_its_own)?;
    count_names(premises, proxy, because);
    Some(proxy.at.clone())
}

fn count_edge(premises: &Premises<'_>, edge: &Edge, because: &mut Because) {
    because.read(&edge.pool.fqdn);
    because.read(&premises.plan.domains.sip);
    for service in [Service::Access, Service::WebConferencing] {
        because.read(&edge.service(service).fqdn);
    }
    if *because.read(&edge.pool.xmpp) {
        because.read(&premises.plan.servers.version);
    }
}

/// A key of 3072 bits, which the product's pages do not list. Where its own request makes the key, it can't be had at all.
const KEY_LENGTH_NOT_LISTED: Rule<Finding> = Rule {
    id: "key-length-not-listed",
    facts: &["M-107"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.certificates;
        if *because.read(&answers.key) == KeyKind::Rsa3072
            && *because.read(&answers.keys_made) == KeysMade::Here
        {
            let finding = maker.finding(Severity::Warning, answers.key.path());
            maker.tell(&because, finding);
        }
    },
};

/// Keys of elliptic curves, of which the pages speak for servers only.
const ECC_AND_MOBILE_CLIENTS: Rule<Finding> = Rule {
    id: "ecc-and-mobile-clients",
    facts: &["M-108", "M-339"],
    make: |premises, maker| {
        let mut because = Because::default();
        let key = &premises.plan.certificates.key;
        let is_ecc = matches!(because.read(key), KeyKind::EcdsaP256 | KeyKind::EcdsaP384);
        if is_ecc && has_mobile_clients(premises, &mut because) {
            let finding = maker.finding(Severity::Warning, key.path()).with("key", because.read(key).word());
            maker.tell(&because, finding);
        }
    },
};

/// Wildcards, with clients of which nobody says that all accept them.
const WILDCARDS_AND_CLIENTS: Rule<Finding> = Rule {
    id: "wildcards-and-clients",
    facts: &["M-091", "M-340"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let wildcards = &plan.certificates.wildcards;
        if *because.read(wildcards)
            && because.either(
                |because| has_mobile_clients(premises, because),
                |because| *because.read(&plan.domains.legacy_sign_in),
            )
        {
            let finding = maker.finding(Severity::Advice, wildcards.path());
            maker.tell(&because, finding);
        }
    },
};

/// Whether any mobile client signs in.
fn has_mobile_clients(premises: &Premises<'_>, because: &mut Because) -> bool {
    let clients = &premises.plan.clients;
    if !premises.plan.has_servers(because) {
        return false;
    }
    because.either(
        |because| !because.read(&clients.lync_2010_mobile).is_empty(),
        |because| {
            because.either(
                |because| !because.read(&clients.lync_2013_mobile).is_empty(),
                |because| !because.read(&clients.sfb_mobile).is_empty(),
            )
        },
    )
}
