//! What a template sees of a DNS zone in one view.

use serde_json::{Value as Json, json};

use super::why;
use crate::catalog::Limit;
use crate::plan::{InternalZones, Plan};
use crate::requirement::{DnsRecord, RecordData, Row, View};
use crate::text::Speaker;
use crate::value::Fqdn;

/// A zone: the rows that lie in it, in one view. Its records stand in the natural order of their names (`web9` before
/// `web10`), those of one name and type together.
pub(in crate::artifact) fn zone(plan: &Plan, rows: &[Row<DnsRecord>], speaker: &Speaker) -> Json {
    let first = &rows[0].body;
    let domains = &plan.domains;
    json!({
        "view": first.view,
        "name": first.zone.as_str(),
        "is_pin_point": is_pin_point(plan, first),
        "servers": name_servers(plan, first.view),
        "hostmaster": domains.hostmaster.given().value().to_string(),
        "ttl": domains.ttl.given().value().0,
        "part": 1,
        "records": records(first.zone.as_str(), rows, speaker),
    })
}

/// The name servers of a view. The perimeter has none in a plan: often a hosts file serves (M-138).
pub(in crate::artifact) fn name_servers(plan: &Plan, view: View) -> &[Fqdn] {
    let servers = &plan.domains.name_servers;
    match view {
        View::Internal => servers.internal.given().value(),
        View::External => servers.external.given().value(),
        View::Perimeter => &[],
    }
}

/// Whether the zone is there for one name only (M-063): inside, such a zone has the name of its records.
pub(in crate::artifact) fn is_pin_point(plan: &Plan, record: &DnsRecord) -> bool {
    record.view == View::Internal
        && *plan.domains.internal_sip_zones.given().value() == InternalZones::PinPoint
        && record.name == record.zone
}

/// The records of a zone; of each is said whether it begins or ends a name, or a set of one name and type.
fn records(zone: &str, rows: &[Row<DnsRecord>], speaker: &Speaker) -> Vec<Json> {
    let mut rows: Vec<(&str, &Row<DnsRecord>)> =
        rows.iter().map(|row| (owner(row.body.name.as_str(), zone), row)).collect();
    rows.sort_by_cached_key(|(owner, row)| (natural(owner), row.body.data.kind()));
    let name = |at: usize| rows.get(at).map(|(owner, _)| *owner);
    let set = |at: usize| rows.get(at).map(|(owner, row)| (*owner, row.body.data.kind()));
    let seen = |(at, (owner, row)): (usize, &(&str, &Row<DnsRecord>))| {
        let mut seen = record(owner, row, speaker);
        let before = at.checked_sub(1);
        seen["begins_name"] = (before.and_then(name) != name(at)).into();
        seen["ends_name"] = (name(at + 1) != name(at)).into();
        seen["begins_set"] = (before.and_then(set) != set(at)).into();
        seen["ends_set"] = (set(at + 1) != set(at)).into();
        seen
    };
    rows.iter().enumerate().map(seen).collect()
}

/// The name of a record below its zone, `@` for the zone itself.
pub(in crate::artifact) fn owner<'n>(name: &'n str, zone: &str) -> &'n str {
    name.strip_suffix(zone).map_or(name, |rest| rest.strip_suffix('.').unwrap_or("@"))
}

/// What names are sorted by: pieces of text and, between them, numbers by their value. The zone itself comes first.
fn natural(owner: &str) -> Vec<(&str, usize, &str)> {
    let mut key = Vec::new();
    let mut rest = if owner == "@" { "" } else { owner };
    while !rest.is_empty() {
        let (text, behind) = rest.split_at(rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()));
        let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let (digits, behind) = behind.split_at(end);
        let value = digits.trim_start_matches('0');
        // A number is more than none, even if it is zero.
        key.push((text, value.len() + usize::from(!digits.is_empty()), value));
        rest = behind;
    }
    key
}

fn record(owner: &str, row: &Row<DnsRecord>, speaker: &Speaker) -> Json {
    let record = &row.body;
    let mut seen = json!({
        "name": record.name.as_str(),
        "owner": owner,
        "type": record.data.kind(),
        "value": record.data.to_string(),
        "ttl": record.ttl,
        "level": record.level,
        "why": why(&row.reason),
        "remarks": row.reason.remarks().iter().map(|remark| speaker.say(remark)).collect::<Vec<_>>(),
    });
    // A service's record is of four parts (E-053).
    let service = match &record.data {
        RecordData::Srv(port, target) => Some((0, 0, port, target)),
        RecordData::OnlineSrv(priority, weight, port, target) => Some((*priority, *weight, port, target)),
        RecordData::Address(_) | RecordData::Cname(_) => None,
    };
    if let Some((priority, weight, port, target)) = service {
        seen["priority"] = priority.into();
        seen["weight"] = weight.into();
        seen["port"] = json!(port);
        seen["target"] = json!(target);
    }
    seen
}

/// The zone in parts that each keep a limit, numbered; the records of one name and type stay together.
pub(in crate::artifact) fn parts(zone: &Json, limit: Option<Limit>) -> Vec<Json> {
    let records = zone["records"].as_array().map_or(&[][..], Vec::as_slice);
    let Some(limit) = limit else { return vec![zone.clone()] };
    let mut parts: Vec<Vec<Json>> = vec![Vec::new()];
    let mut filled = 0;
    for set in records.chunk_by(|one, _| one["ends_set"] != true) {
        let length = set.iter().map(length).sum::<usize>();
        let part = parts.last().map_or(0, Vec::len);
        if part > 0 && (part + set.len() > limit.records || filled + length > limit.characters) {
            parts.push(Vec::new());
            filled = 0;
        }
        filled += length;
        parts.last_mut().into_iter().for_each(|part| part.extend_from_slice(set));
    }
    let numbered = |(at, records): (usize, Vec<Json>)| {
        let mut part = zone.clone();
        part["part"] = (at + 1).into();
        part["records"] = records.into();
        part
    };
    parts.into_iter().enumerate().map(numbered).collect()
}

/// How long the value of a record is, with the dot that may end a name.
fn length(record: &Json) -> usize {
    record["value"].as_str().map_or(0, |value| value.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_people_count() {
        let mut names =
            ["web10", "web9", "a-b", "@", "a1", "a", "a01b", "a1b2", "_sip._tls", "*", "10", "9x"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(
            names,
            ["@", "9x", "10", "*", "_sip._tls", "a", "a1", "a01b", "a1b2", "a-b", "web9", "web10"]
        );
    }

    #[test]
    fn parts_keep_the_limit_and_leave_sets_whole() {
        let ends = [false, true, true, false, false, true];
        let records: Vec<_> = ends.map(|end| json!({ "value": "192.0.2.1", "ends_set": end })).into();
        let zone = json!({ "name": "x", "part": 1, "records": records });
        let sizes = |records, characters| {
            let parts = parts(&zone, Some(Limit { records, characters }));
            let number = |(at, part): (usize, &Json)| {
                assert_eq!(part["part"], at + 1);
                part["records"].as_array().unwrap().len()
            };
            parts.iter().enumerate().map(number).collect::<Vec<_>>()
        };
        assert_eq!(sizes(6, 60), [6]);
        assert_eq!(sizes(5, 60), [3, 3]);
        assert_eq!(sizes(9, 59), [3, 3]);
        assert_eq!(sizes(2, 99), [2, 1, 3], "a set is never split");
        assert_eq!(parts(&zone, None), std::slice::from_ref(&zone));
    }
}
