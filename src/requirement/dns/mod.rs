//! DNS records, for the internal and the external view.

mod autodiscover;
mod record;
mod servers;
mod simple_urls;
mod web;

use std::collections::HashMap;

pub use record::{DnsRecord, OwnerName, RecordData, View};

use super::rule::{Premises, Row, Rule, apply};

/// The rules of the family.
pub(super) const RULES: &[Rule<DnsRecord>] = &[
    autodiscover::INTERNAL_ADDRESS,
    autodiscover::INTERNAL_CNAME,
    autodiscover::INTERNAL_PROXY,
    autodiscover::EXTERNAL_ADDRESS,
    autodiscover::EXTERNAL_CNAME,
    web::INTERNAL,
    web::EXTERNAL,
    web::HAIRPIN,
    simple_urls::INTERNAL,
    simple_urls::EXTERNAL,
    servers::POOLS,
    servers::SERVERS,
    servers::LEGACY_SERVICE,
    servers::LEGACY_HOST,
];

/// All records, each once: what several rules ask for has all their reasons.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<DnsRecord>> {
    let mut rows: Vec<Row<DnsRecord>> = Vec::new();
    let mut places: HashMap<(View, OwnerName, RecordData), usize> = HashMap::new();
    for row in apply(RULES, premises) {
        let identity = (row.body.view, row.body.name.clone(), row.body.data.clone());
        if let Some(&place) = places.get(&identity) {
            let kept = &mut rows[place];
            kept.body.level = kept.body.level.min(row.body.level);
            kept.reason = kept.reason.and(&row.reason);
        } else {
            places.insert(identity, rows.len());
            rows.push(row);
        }
    }
    rows.sort_unstable_by(|a, b| a.body.cmp(&b.body));
    rows
}
