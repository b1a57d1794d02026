//! DNS records, for the internal and the external view, and for the perimeter.

mod autodiscover;
mod cloud_connector;
mod edge;
mod exchange;
mod extras;
mod geo;
mod record;
mod servers;
mod simple_urls;
mod web;

pub(super) use record::Zones;
pub use record::{DnsRecord, OwnerName, RecordData, View};

use super::Level;
use super::rule::{Premises, Row, Rule, apply, each_once};

/// The rules of the family, a list a file.
pub(super) const RULES: &[&[Rule<DnsRecord>]] = &[
    autodiscover::RULES,
    web::RULES,
    simple_urls::RULES,
    geo::RULES,
    edge::RULES,
    extras::RULES,
    servers::RULES,
    cloud_connector::RULES,
    exchange::RULES,
];

/// All records, sorted, each once: what several rules ask for has all their reasons. Those that somebody else makes come
/// last.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<DnsRecord>> {
    let mut rows = apply(RULES, premises);
    // The first row of each record is the one that needs it most.
    rows.sort_by_key(|row| row.body.level);
    let identity = |record: &DnsRecord| {
        let is_others = record.level == Level::VerifyOnly;
        (is_others, record.view, record.zone.clone(), record.name.clone(), record.data.clone())
    };
    each_once(rows, identity, |_, _| ())
}
