//! The rules on certificates that exist, as data.

use super::body::Kind;
use super::finders;
use super::look::{Found, Held, Look};
use crate::finding::{Finding, Severity};
use crate::requirement::RuleCard;

/// Something about a certificate that a person should hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFinding {
    /// What was found; it points at no answer.
    pub finding: Finding,
    /// The facts that state it.
    pub facts: &'static [&'static str],
}

/// What a rule judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Both,
    Certificates,
    Requests,
}

/// How a rule finds something.
enum Find {
    /// In whatever a file holds.
    Alone(fn(&Look<'_>) -> Option<Found>),
    /// In what is held against a requirement.
    Held(fn(&Look<'_>, &Held<'_>) -> Option<Found>),
    /// Among several, which the report looks at.
    Among,
}

/// A rule.
struct CertificateRule {
    code: &'static str,
    severity: Severity,
    facts: &'static [&'static str],
    of: Of,
    find: Find,
}

const fn rule(
    code: &'static str,
    severity: Severity,
    facts: &'static [&'static str],
    of: Of,
    find: fn(&Look<'_>, &Held<'_>) -> Option<Found>,
) -> CertificateRule {
    CertificateRule { code, severity, facts, of, find: Find::Held(find) }
}

use Of::{Both, Certificates, Requests};
use Severity::{Advice, Error, Warning};

/// The code of what is found among the machines that must have one and the same.
pub(super) const DIFFERS: &str = "existing-not-the-same";
/// The code of what is found among the servers of a pool.
pub(super) const POOL_DIFFERS: &str = "existing-pool-names-differ";

/// The rules, in their order.
const RULES: &[CertificateRule] = &[
    rule(
        "existing-names-missing",
        Error,
        &["M-083", "M-092", "M-093", "M-094", "M-095", "M-096", "M-099", "E-171", "E-172", "E-173"],
        Both,
        finders::names_missing,
    ),
    rule("existing-names-surplus", Advice, &["D-004", "E-173"], Both, finders::names_surplus),
    rule("existing-expired", Error, &["D-001"], Certificates, finders::expired),
    rule("existing-not-yet-valid", Error, &["D-001"], Certificates, finders::not_yet_valid),
    rule("existing-expires-soon", Warning, &["D-001"], Certificates, finders::expires_soon),
    rule("existing-valid-too-long", Error, &["D-001"], Certificates, finders::valid_too_long),
    rule("existing-key-short", Error, &["M-107", "X-020"], Both, finders::key_short),
    rule("existing-key-unsupported", Error, &["M-108"], Both, finders::key_unknown),
    rule("existing-signature-pss", Error, &["M-106"], Certificates, finders::signature_pss),
    rule("existing-signature-unsupported", Error, &["M-106"], Certificates, finders::signature_unsupported),
    rule("existing-signature-sha1", Error, &["M-106"], Certificates, finders::signature_sha1),
    rule("existing-usage-server-missing", Error, &["M-105"], Both, finders::usage_server_missing),
    rule("existing-usage-client", Advice, &["D-003"], Both, finders::usage_client),
    rule("existing-key-usage", Warning, &["M-101"], Both, finders::key_usage),
    rule("existing-no-crl", Error, &["M-105"], Certificates, finders::no_crl),
    CertificateRule {
        code: "existing-authority",
        severity: Error,
        facts: &["M-105"],
        of: Both,
        find: Find::Alone(finders::authority),
    },
    rule("existing-self-signed", Error, &["M-103", "E-179"], Certificates, finders::self_signed),
    rule("existing-chain-order", Warning, &["M-103"], Certificates, finders::chain_order),
    rule("existing-chain-incomplete", Warning, &["M-067", "M-103"], Certificates, finders::chain_incomplete),
    rule("existing-chain-root", Advice, &["M-102"], Certificates, finders::chain_root),
    rule("existing-foreign", Warning, &["M-103"], Certificates, finders::foreign),
    rule("existing-wildcard-subject", Error, &["M-090"], Both, finders::wildcard_subject),
    rule("existing-wildcard-edge", Error, &["M-091", "E-172"], Both, finders::wildcard_edge),
    rule(
        "existing-subject",
        Error,
        &["M-092", "M-093", "M-094", "M-095", "M-096", "M-099", "E-171", "E-173", "X-020", "X-032"],
        Both,
        finders::subject,
    ),
    rule("existing-request-signature", Error, &["M-101"], Requests, finders::request_signature),
    rule("existing-several-name-lists", Error, &["M-087"], Both, finders::several_name_lists),
    CertificateRule {
        code: DIFFERS,
        severity: Error,
        facts: &["E-170", "X-020", "X-025"],
        of: Both,
        find: Find::Among,
    },
    CertificateRule {
        code: POOL_DIFFERS,
        severity: Warning,
        facts: &["M-097", "M-121"],
        of: Both,
        find: Find::Among,
    },
    CertificateRule {
        code: "existing-not-of-plan",
        severity: Advice,
        facts: &["M-083"],
        of: Both,
        find: Find::Alone(finders::not_of_plan),
    },
];

/// The rules on certificates, as they can be told without one.
pub fn certificate_rules() -> impl Iterator<Item = RuleCard> {
    RULES.iter().map(|rule| RuleCard { id: rule.code, family: "findings", facts: rule.facts })
}

/// What all rules find in a certificate.
pub(super) fn findings(look: &Look<'_>) -> Vec<CertificateFinding> {
    let kind = look.own().kind;
    let judges = |rule: &&CertificateRule| match rule.of {
        Both => true,
        Certificates => kind == Kind::Certificate,
        Requests => kind == Kind::Request,
    };
    let found = |rule: &'static CertificateRule| {
        let found = match (&rule.find, &look.held) {
            (Find::Alone(find), _) => find(look),
            (Find::Held(find), Some(held)) => find(look, held),
            (Find::Held(_), None) | (Find::Among, _) => None,
        };
        found.map(|found| made(rule, found, look))
    };
    RULES.iter().filter(judges).filter_map(found).collect()
}

/// What the report itself found among several.
pub(super) fn among(code: &'static str, look: &Look<'_>, found: Found) -> Option<CertificateFinding> {
    RULES.iter().find(|rule| rule.code == code).map(|rule| made(rule, found, look))
}

fn made(rule: &'static CertificateRule, found: Found, look: &Look<'_>) -> CertificateFinding {
    let severity = found.severity.unwrap_or(rule.severity);
    let planned = look.held.as_ref().map(|held| held.required.subject.to_string());
    let finding = Finding::new(rule.code, severity, "")
        .with("value", found.value)
        .with("go-live", look.go_live)
        .with("planned", planned.unwrap_or_default())
        .counting("count", found.count);
    CertificateFinding { finding, facts: found.facts.unwrap_or(rule.facts) }
}
