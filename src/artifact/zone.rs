//! Zone files as RFC 1035 has them, one for each zone and view. Written by code, as a zone is too regular for a template.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::bundle::{Artifact, Content};
use super::dialect::one_line;
use super::view::{is_pin_point, name_servers, owner};
use crate::plan::Plan;
use crate::requirement::{DnsRecord, Level, RecordData, Requirements, Row, View};
use crate::text::{Message, Speaker};
use crate::value::Fqdn;

/// All zone files.
pub(super) fn zones(plan: &Plan, requirements: &Requirements, speaker: &Speaker) -> Vec<Artifact> {
    chunks(requirements).map(|rows| zone(plan, rows, speaker)).collect()
}

/// The records of each zone in each view, but for those that somebody else makes: they come last, and no zone of ours holds
/// them.
pub(super) fn chunks(requirements: &Requirements) -> impl Iterator<Item = &[Row<DnsRecord>]> {
    let ours = requirements.dns.partition_point(|row| row.body.level != Level::VerifyOnly);
    requirements.dns[..ours].chunk_by(|a, b| (a.body.view, &a.body.zone) == (b.body.view, &b.body.zone))
}

/// What stands at the top of a zone file.
fn heading(plan: &Plan, first: &DnsRecord, speaker: &Speaker) -> String {
    let title = Message::new("zone-title")
        .with("zone", first.zone.as_str())
        .saying("view", Message::new(format!("view-{}", first.view.word())));
    let merge = if is_pin_point(plan, first) { "zone-pin-point" } else { "zone-merge" };
    let mut lines = vec![title, Message::new(merge)];
    if first.view == View::Perimeter {
        lines.push(Message::new("zone-perimeter"));
    }
    let mut heading = String::new();
    for line in lines {
        let _ = writeln!(heading, "; {}", speaker.say(&line));
    }
    heading
}

fn zone(plan: &Plan, rows: &[Row<DnsRecord>], speaker: &Speaker) -> Artifact {
    let first = &rows[0].body;
    let (view, zone) = (first.view, first.zone.as_str());
    let servers = name_servers(plan, view);
    let mut head = heading(plan, first, speaker);
    let mut tail = String::new();
    let is_whole = !servers.is_empty() && servers.iter().all(|server| has_address(server, zone, rows));
    if is_whole {
        write_authority(&mut head, &mut tail, plan, zone, servers);
    } else {
        let _ = writeln!(head, "; {}", speaker.say(&Message::new("zone-fragment")));
        let _ = writeln!(head, "$ORIGIN {zone}.\n$TTL {}", plan.domains.ttl.given().value().0);
    }
    let body = if is_whole { &mut tail } else { &mut head };
    for row in rows {
        write_record(body, zone, row, speaker);
    }
    let content = if is_whole { Content::Serial { head, tail } } else { Content::Fixed(head) };
    Artifact {
        path: format!("dns/{}/{zone}.zone", view.word()),
        artifact: "dns".into(),
        audience: "dns".into(),
        purpose: "zone".into(),
        content,
    }
}

/// Whether a name server lies outside the zone, or the zone has its address: without it, the zone would not load.
fn has_address(server: &Fqdn, zone: &str, rows: &[Row<DnsRecord>]) -> bool {
    let is_inside = server.as_str() == zone || server.as_str().ends_with(&format!(".{zone}"));
    !is_inside
        || rows.iter().any(|row| {
            row.body.name.as_str() == server.as_str() && matches!(row.body.data, RecordData::Address(_))
        })
}

/// SOA and NS, the serial between head and tail. Refresh 2 h, retry 15 min, expire 14 days (RFC 1912), negative answers
/// as long as the records.
fn write_authority(head: &mut String, tail: &mut String, plan: &Plan, zone: &str, servers: &[Fqdn]) {
    let ttl = plan.domains.ttl.given().value().0;
    let contact = plan.domains.hostmaster.given().value().as_contact();
    let _ = write!(head, "$ORIGIN {zone}.\n$TTL {ttl}\n@ IN SOA {}. {contact} (\n    ", servers[0]);
    let _ = write!(tail, " ; serial\n    7200 900 1209600 {ttl} )\n");
    let names: BTreeSet<&Fqdn> = servers.iter().collect();
    for server in names {
        let _ = writeln!(tail, "@ IN NS {server}.");
    }
}

/// A record, with its facts behind it and what is to be known about it before it.
fn write_record(body: &mut String, zone: &str, row: &Row<DnsRecord>, speaker: &Speaker) {
    let record = &row.body;
    for remark in row.reason.remarks() {
        let _ = writeln!(body, "; {}", one_line(&speaker.say(remark)));
    }
    let target_dot = if matches!(record.data, RecordData::Address(_)) { "" } else { "." };
    let mark = if row.reason.because().is_provisional() { " provisional" } else { "" };
    let _ = writeln!(
        body,
        "{} {} IN {} {}{target_dot} ; {}{mark}",
        owner(record.name.as_str(), zone),
        record.ttl,
        record.data.kind(),
        record.data,
        row.reason.facts().join(" "),
    );
}
