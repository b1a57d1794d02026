//! What contradicts a fact, what is missing, what deserves a word. Findings only.

mod access;
mod balancing;
mod certificates;
mod choices;
mod clients;
mod cloud_connector;
mod edge;
mod exchange;
mod hosts;
mod hybrid;
mod joining;
mod lifecycle;
mod names;
mod policies;
mod pools;
mod proxies;
mod public;
mod push;
mod references;
mod required;
mod reuse;
mod simple_urls;
mod unused;
mod zones;

pub(super) use lifecycle::meets_public_certificates;

use super::rule::{Premises, Row, Rule, apply};
use crate::finding::Finding;

/// The rules of the family, a list a file; a rule's id is the code of its findings.
pub(super) const RULES: &[&[Rule<Finding>]] = &[
    required::RULES,
    references::RULES,
    choices::RULES,
    access::RULES,
    zones::RULES,
    clients::RULES,
    names::RULES,
    hosts::RULES,
    simple_urls::RULES,
    pools::RULES,
    balancing::RULES,
    proxies::RULES,
    edge::NAMES,
    edge::ADDRESSES,
    edge::CHOICES,
    public::RULES,
    certificates::RULES,
    reuse::RULES,
    push::RULES,
    hybrid::RULES,
    exchange::FEATURES,
    exchange::CONTACTS,
    exchange::NAMES,
    exchange::TRUST,
    exchange::ONLINE,
    exchange::OUTLOOK_WEB,
    exchange::VOICE_MAIL,
    exchange::REFERENCES,
    policies::RULES,
    joining::RULES,
    unused::RULES,
    lifecycle::RULES,
    cloud_connector::LIFECYCLE,
    cloud_connector::NAMES,
    cloud_connector::TWICE,
    cloud_connector::MISSING,
    cloud_connector::ADDRESSES,
    cloud_connector::SITES,
    cloud_connector::GATEWAYS,
    cloud_connector::USERS,
    cloud_connector::CERTIFICATES,
];

/// All findings, worst first, then by place and code.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Finding>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by_cached_key(|row| (row.body.severity, row.body.path.clone(), row.body.code));
    rows
}
