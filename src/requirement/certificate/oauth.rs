//! The certificate of server-to-server authentication, where none that exists will do.

use std::sync::Arc;

use super::body::{Certificate, CertificateRole, Issuer};
use super::names::{Names, SubjectName};
use super::profile::Profile;
use crate::plan::{Because, KeyKind, OauthCertificate, Place};
use crate::requirement::rule::{Premises, Rule};
use crate::topology::PoolRole;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Certificate>] = &[OAUTH];

/// Its identity, and the name of its folder.
pub(in crate::requirement) const OAUTH_ID: &str = "oauth";
/// What it is assigned to, in the product's own type name.
pub(in crate::requirement) const OAUTH_TYPE: &[&str] = &["OAuthTokenIssuer"];

/// One certificate for all Front End Servers, with the default SIP domain as its subject and every SIP domain among its
/// names. Its key is RSA, whatever the others have, and leaves the server that made it.
const OAUTH: Rule<Certificate> = Rule {
    id: "certificate-oauth",
    facts: &["X-009", "X-020", "X-021", "X-025", "X-030", "X-031", "X-032", "X-033", "M-106"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_dedicated(premises, &mut because) {
            return;
        }
        let plan = premises.plan;
        let Some(subject) = plan.domains.default_sip(&mut because).map(|domain| domain.as_fqdn().clone())
        else {
            return;
        };
        let mut names = Names::default();
        let reason = maker.reason(&because);
        for domain in because.read(&plan.domains.sip) {
            names.add(SubjectName::Host(domain.as_fqdn().clone()), &reason);
        }
        let mut hosts = Vec::new();
        for site in because.read(&plan.sites) {
            for pool in because.read(&site.front_end_pools) {
                let servers = because.read(&pool.servers).iter();
                hosts.extend(servers.map(|server| server.fqdn.given().value().to_string()));
            }
        }
        hosts.sort_unstable();
        let key = oauth_key(premises, &mut because);
        let body = Certificate {
            id: OAUTH_ID.to_owned(),
            role: CertificateRole::Oauth,
            hosts,
            assign_to: OAUTH_TYPE.to_vec(),
            issuer: Issuer::Internal,
            profile: Profile::of_internal(&subject),
            subject,
            own_names: names.into_sorted(),
            common_names: Arc::default(),
            key,
            // It shows nowhere in the row: the key leaves its server anyhow.
            keys_made: *plan.certificates.keys_made.given().value(),
            exportable: true,
        };
        let reason = maker.reason(&because);
        maker.add(&reason, body);
    },
};

/// Its key: that of all certificates where it is RSA, else the shortest that will do.
pub(in crate::requirement) fn oauth_key(premises: &Premises<'_>, because: &mut Because) -> KeyKind {
    match *because.read(&premises.plan.certificates.key) {
        KeyKind::EcdsaP256 | KeyKind::EcdsaP384 => KeyKind::Rsa2048,
        rsa => rsa,
    }
}

/// Whether a certificate of its own is needed: where the room wants one, or where the Default certificate of the first
/// pool can't serve, as that pool stands in no SIP domain or its key is not RSA.
pub(in crate::requirement) fn is_dedicated(premises: &Premises<'_>, because: &mut Because) -> bool {
    let plan = premises.plan;
    let is_here = because.both(
        |because| *because.read(&plan.exchange.integrate),
        |because| *because.read(&plan.exchange.skype) == Place::OnPremises,
    );
    if !is_here {
        return false;
    }
    match *because.read(&plan.exchange.oauth_certificate) {
        OauthCertificate::Dedicated => true,
        OauthCertificate::Default => false,
        OauthCertificate::Automatic => because.either(
            |because| matches!(because.read(&plan.certificates.key), KeyKind::EcdsaP256 | KeyKind::EcdsaP384),
            |because| !first_pool_is_in_domain(premises, because),
        ),
    }
}

/// Whether the first Front End pool is named in the default SIP domain.
pub(in crate::requirement) fn first_pool_is_in_domain(
    premises: &Premises<'_>,
    because: &mut Because,
) -> bool {
    because.read(&premises.plan.sites);
    let mut pools = premises.topology.pools.iter().filter(|pool| pool.role == PoolRole::FrontEnd);
    let Some(pool) = pools.next() else { return false };
    let name = because.read(&pool.fqdn).as_str();
    premises.plan.domains.default_sip(because).is_some_and(|domain| {
        name.strip_suffix(domain.as_fqdn().as_str()).is_some_and(|rest| rest.ends_with('.'))
    })
}
