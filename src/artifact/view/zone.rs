//! What a template sees of a DNS zone in one view.

use serde_json::{Value as Json, json};

use super::why;
use crate::plan::{InternalZones, Plan};
use crate::requirement::{DnsRecord, RecordData, Row, View};

/// A zone: the rows that lie in it, in one view.
pub(in crate::artifact) fn zone(plan: &Plan, rows: &[Row<DnsRecord>]) -> Json {
    let first = &rows[0].body;
    let domains = &plan.domains;
    // The perimeter has no name servers in a plan: often a hosts file serves (M-138).
    let servers = match first.view {
        View::Internal => domains.name_servers.internal.given().value().as_slice(),
        View::External => domains.name_servers.external.given().value().as_slice(),
        View::Perimeter => &[],
    };
    json!({
        "view": first.view,
        "name": first.zone.as_str(),
        "is_pin_point": is_pin_point(plan, first),
        "servers": servers,
        "hostmaster": domains.hostmaster.given().value().to_string(),
        "ttl": domains.ttl.given().value().0,
        "records": rows.iter().map(|row| record(first.zone.as_str(), row)).collect::<Vec<_>>(),
    })
}

/// Whether the zone is there for one name only (M-063): inside, such a zone has the name of its records.
fn is_pin_point(plan: &Plan, record: &DnsRecord) -> bool {
    record.view == View::Internal
        && *plan.domains.internal_sip_zones.given().value() == InternalZones::PinPoint
        && record.name == record.zone
}

/// A record; `owner` is its name below the zone, `@` for the zone itself.
fn record(zone: &str, row: &Row<DnsRecord>) -> Json {
    let record = &row.body;
    let name = record.name.as_str();
    let owner = name.strip_suffix(zone).map_or(name, |rest| rest.strip_suffix('.').unwrap_or("@"));
    let mut seen = json!({
        "name": name,
        "owner": owner,
        "type": record.data.kind(),
        "value": record.data.to_string(),
        "ttl": record.ttl,
        "level": record.level,
        "why": why(&row.reason),
    });
    // A service's record is of four parts (E-053).
    if let RecordData::Srv(port, target) = &record.data {
        seen["priority"] = 0.into();
        seen["weight"] = 0.into();
        seen["port"] = json!(port);
        seen["target"] = json!(target);
    }
    seen
}
