//! The certificate and the realm by which the servers trust each other.

use super::is_with_pools;
use crate::catalog::numbers;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, KeyKind, OauthCertificate};
use crate::requirement::certificate::first_pool_is_in_domain;
use crate::requirement::rule::{Premises, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[DEFAULT_OF_OTHER_DOMAIN, DEFAULT_NOT_RSA, SHORT_KEY, REALM];

/// The Default certificate is to serve, and its subject is in no SIP domain.
const DEFAULT_OF_OTHER_DOMAIN: Rule<Finding> = Rule {
    id: "exchange-oauth-default-other-domain",
    facts: &["X-020", "X-021", "X-032"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !is_default(premises, &mut because) || first_pool_is_in_domain(premises, &mut because) {
            return;
        }
        let Some(domain) = plan.domains.default_sip(&mut because) else { return };
        let finding =
            maker.finding(Severity::Error, plan.exchange.oauth_certificate.path()).with("domain", domain);
        maker.tell(&because, finding);
    },
};

/// The Default certificate is to serve, and its key is not RSA.
const DEFAULT_NOT_RSA: Rule<Finding> = Rule {
    id: "exchange-oauth-default-not-rsa",
    facts: &["X-020", "X-030", "X-033"],
    make: |premises, maker| {
        let mut because = Because::default();
        let key = &premises.plan.certificates.key;
        if is_default(premises, &mut because)
            && matches!(because.read(key), KeyKind::EcdsaP256 | KeyKind::EcdsaP384)
        {
            let finding = maker
                .finding(Severity::Error, premises.plan.exchange.oauth_certificate.path())
                .with("key", because.read(key).word());
            maker.tell(&because, finding);
        }
    },
};

/// The Default certificate is to serve, and its key is too short.
const SHORT_KEY: Rule<Finding> = Rule {
    id: "exchange-oauth-key-short",
    facts: &["X-020", "X-033", "XD-7"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answer = &premises.plan.exchange.oauth_key_bits;
        let least = numbers().rsa_bits.value;
        if !is_default(premises, &mut because) {
            return;
        }
        let Some(bits) = because.read(answer) else { return };
        if usize::try_from(bits.0).is_ok_and(|bits| bits < least) {
            let finding =
                maker.finding(Severity::Error, answer.path()).with("bits", bits.0).with("least", least);
            maker.tell(&because, finding);
        }
    },
};

/// A realm of one's own.
const REALM: Rule<Finding> = Rule {
    id: "exchange-oauth-realm",
    facts: &["X-005", "X-007", "X-009", "X-063"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !is_with_pools(premises, &mut because) {
            return;
        }
        let realm = because.read(&plan.exchange.oauth_realm);
        let Some(domain) = plan.domains.default_sip(&mut because) else { return };
        if realm != domain.as_fqdn() {
            let finding = maker
                .finding(Severity::Warning, plan.exchange.oauth_realm.path())
                .with("realm", realm)
                .with("domain", &domain);
            maker.tell(&because, finding);
        }
    },
};

/// Whether the Default certificate of pools that stand here is to serve.
fn is_default(premises: &Premises<'_>, because: &mut Because) -> bool {
    is_with_pools(premises, because)
        && *because.read(&premises.plan.exchange.oauth_certificate) == OauthCertificate::Default
}
