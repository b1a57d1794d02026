//! What contradicts a fact, what is missing, what deserves a word. Findings only.

mod choices;
mod names;
mod references;
mod required;

use super::rule::{Premises, Row, Rule, apply};
use crate::finding::Finding;

/// The rules of the family; a rule's id is the code of its findings.
pub(super) const RULES: &[Rule<Finding>] = &[
    required::REQUIRED_ANSWER_MISSING,
    required::OPEN_ANSWER,
    required::DECISION_ABOUT_NOTHING,
    required::ADDRESS_MISSING,
    references::UNKNOWN_REVERSE_PROXY,
    references::UNKNOWN_LOAD_BALANCER,
    references::UNKNOWN_POOL,
    choices::LYNC_2010_MOBILE_NEEDS_MCX,
    choices::EXTERNAL_NEEDS_EDGE_AND_PROXY,
    choices::CNAME_LEAVES_DOMAIN,
    choices::HTTP_NOT_RECOMMENDED,
    choices::KEY_NOT_REQUESTABLE,
    choices::PUSH_IS_NOT_DOCUMENTED,
    names::WEB_FQDNS_EQUAL,
    names::WEB_FQDN_NOT_UNIQUE,
    names::STANDARD_EDITION_WEB_FQDN,
    names::DNS_LOAD_BALANCING_NEEDS_OVERRIDE,
];

/// All findings, worst first, then by place and code.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Finding>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by(|a, b| {
        let key = |row: &Row<Finding>| (row.body.severity, row.body.path.clone(), row.body.code);
        key(a).cmp(&key(b))
    });
    rows
}
