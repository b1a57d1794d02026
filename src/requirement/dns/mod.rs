//! DNS records, for the internal and the external view, and for the perimeter.

mod autodiscover;
mod edge;
mod extras;
mod geo;
mod record;
mod servers;
mod simple_urls;
mod web;

pub use record::{DnsRecord, OwnerName, RecordData, View};

use super::rule::{Premises, Row, Rule, apply};

/// The rules of the family, a list a file.
pub(super) const RULES: &[&[Rule<DnsRecord>]] = &[
    autodiscover::RULES,
    web::RULES,
    simple_urls::RULES,
    geo::RULES,
    edge::RULES,
    extras::RULES,
    servers::RULES,
];

/// All records, sorted, each once: what several rules ask for has all their reasons.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<DnsRecord>> {
    let mut rows = apply(RULES, premises);
    rows.sort_by(|a, b| a.body.cmp(&b.body));
    rows.dedup_by(|later, kept| {
        let is_same = later.body.name == kept.body.name
            && later.body.data == kept.body.data
            && later.body.view == kept.body.view;
        if is_same {
            // The level sorts last, so the kept row has the stronger one.
            kept.reason = kept.reason.and(&later.reason);
        }
        is_same
    });
    rows
}
