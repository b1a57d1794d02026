//! Every row that a journey names is taken away once: the journeys that name it fare worse, at that very hop, and nobody
//! else notices. Rows that nobody needs are counted.

use std::collections::{BTreeMap, BTreeSet};

use ucplan::blueprint::Blueprint;
use ucplan::journey::{Journey, Outcome};
use ucplan::requirement::{Level, Requirements};

use crate::common::{aloud, plans};
use crate::{blueprint, walk};

/// Plans with more journeys lose only every so many-th row.
const MANY: usize = 60;

/// The commands without which a notification is not sent, or Mcx leads elsewhere.
const SWITCHES: &[&str] = &[
    "New-CsHostingProvider",
    "New-CsAllowedDomain",
    "Set-CsAccessEdgeConfiguration",
    "Set-CsPushNotificationConfiguration",
    "Set-CsMcxConfiguration",
];

/// How a journey went.
struct Seen {
    who: String,
    result: Outcome,
    by: BTreeSet<String>,
    steps: Vec<String>,
}

impl Seen {
    fn of(journey: &Journey) -> Self {
        let Journey { client, network, domain, pool, .. } = journey;
        Self {
            who: format!("{client} {network} {domain} {pool}"),
            result: journey.result(),
            by: journey.hops().flat_map(|hop| hop.by.iter().cloned()).collect(),
            steps: journey.hops().map(|hop| format!("{} {:?}", hop.step.key(), hop.by)).collect(),
        }
    }
}

/// The rows of a plan that belong to one identity, and how to take them away.
type Taken = (String, Box<dyn Fn(&mut Requirements)>);

/// Everything that can be taken away, each with the identity by which journeys name it.
fn rows_of(rows: &Requirements) -> Vec<Taken> {
    let mut all: BTreeMap<String, Taken> = BTreeMap::new();
    for row in rows.dns.iter().filter(|row| row.body.level == Level::Required) {
        let (view, name, kind) = (row.body.view, row.body.name.clone(), row.body.data.kind());
        // Addresses of both families stand for each other.
        let key = format!("dns {} {name} {}", view.word(), kind.trim_end_matches("AAA"));
        let id = format!("dns {} {name} {kind}", view.word());
        let take = move |rows: &mut Requirements| {
            rows.dns.retain(|row| row.body.view != view || row.body.name != name);
        };
        all.entry(key).or_insert_with(|| (id, Box::new(take)));
    }
    for row in &rows.publishing {
        let rule = row.body.clone();
        let id = format!("publishing {} {} {}", rule.route.proxy, rule.route.listen_port, rule.public_name);
        let take = move |rows: &mut Requirements| rows.publishing.retain(|row| row.body != rule);
        all.insert(id.clone(), (id, Box::new(take)));
    }
    for row in rows.firewall.iter().filter(|row| row.body.level == Level::Required) {
        let rule = row.body.clone();
        let id = format!("firewall {} > {} {} {}", rule.from, rule.to, rule.protocol.word(), rule.ports);
        let id = rule.source_ports.map_or(id.clone(), |ports| format!("{id} from {ports}"));
        let take = move |rows: &mut Requirements| rows.firewall.retain(|row| row.body != rule);
        all.insert(id.clone(), (id, Box::new(take)));
    }
    for row in &rows.balancing {
        let rule = row.body.clone();
        let at = rule.address.with_port(rule.listen_port);
        let id = format!("balancing {at} {}", rule.protocol.word());
        let take = move |rows: &mut Requirements| rows.balancing.retain(|row| row.body != rule);
        all.insert(id.clone(), (id, Box::new(take)));
    }
    for row in &rows.certificates {
        for name in row.body.names() {
            let (certificate, name) = (row.body.id.clone(), name.name.clone());
            let id = format!("certificate {certificate} {name}");
            let take = move |rows: &mut Requirements| {
                for row in rows.certificates.iter_mut().filter(|row| row.body.id == certificate) {
                    row.body.own_names.retain(|one| one.name != name);
                    if row.body.common_names.iter().any(|one| one.name == name) {
                        let mut common = (*row.body.common_names).clone();
                        common.retain(|one| one.name != name);
                        row.body.common_names = common.into();
                    }
                }
            };
            all.insert(id.clone(), (id, Box::new(take)));
        }
    }
    for cmdlet in SWITCHES {
        if rows.commands.iter().any(|row| row.body.call.cmdlet() == *cmdlet) {
            let id = format!("command {cmdlet}");
            let take = move |rows: &mut Requirements| {
                rows.commands.retain(|row| row.body.call.cmdlet() != *cmdlet);
            };
            all.insert(id.clone(), (id, Box::new(take)));
        }
    }
    all.into_values().collect()
}

/// What came of all the rows of a kind.
#[derive(Default)]
struct Tally {
    needed: usize,
    other_way: usize,
    needless: usize,
}

#[test]
fn whatever_is_missing_is_noticed_by_those_who_need_it() {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, text) in plans() {
        let blueprint = blueprint(&text);
        let before: Vec<Seen> = walk(&blueprint, &blueprint.requirements).iter().map(Seen::of).collect();
        let taken = rows_of(&blueprint.requirements);
        let step = (before.len() * taken.len()).div_ceil(MANY * 400).max(1);
        for (id, take) in taken.into_iter().step_by(step) {
            let kind = id.split(' ').next().unwrap().to_owned();
            let tally = tallies.entry(kind).or_default();
            let is_needed = before.iter().any(|seen| seen.by.contains(&id));
            if !is_needed {
                tally.needless += 1;
            }
            let after = without(&blueprint, &take);
            let mut is_noticed = false;
            for (before, after) in before.iter().zip(&after) {
                match judge(before, after, &id) {
                    Ok(noticed) => is_noticed |= noticed,
                    Err(fault) => faults.push(format!("{name}: without {id}: {}: {fault}", before.who)),
                }
            }
            if is_noticed {
                tally.needed += 1;
            } else if is_needed {
                tally.other_way += 1;
                aloud(&format!("{name}: without {id} there is another way"));
            }
        }
    }
    for (kind, Tally { needed, other_way, needless }) in &tallies {
        aloud(&format!(
            "{kind}: {needed} needed, {other_way} with another way, {needless} that no journey needs"
        ));
        let least = if kind == "command" { 3 } else { 10 };
        assert!(*needed > least, "{kind}");
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(60)].join("\n"));
}

fn without(blueprint: &Blueprint, take: &dyn Fn(&mut Requirements)) -> Vec<Seen> {
    let mut rows = blueprint.requirements.clone();
    take(&mut rows);
    walk(blueprint, &rows).iter().map(Seen::of).collect()
}

/// Whether a journey noticed that a row is missing; or what is wrong with how it did.
fn judge(before: &Seen, after: &Seen, id: &str) -> Result<bool, String> {
    // Who fails already has nothing to notice, but must not be helped by what is missing.
    if before.result == Outcome::Fail {
        let is_helped = after.result < Outcome::Fail;
        return if is_helped { Err("gets through without it".to_owned()) } else { Ok(false) };
    }
    if !before.by.contains(id) {
        let is_same = before.steps == after.steps && before.result == after.result;
        return if is_same {
            Ok(false)
        } else {
            Err(format!("changed, and did not need it: {:?}", after.steps))
        };
    }
    if after.result <= before.result {
        // Another row does the same: another Edge, another family of addresses, or a record outside, of which nothing
        // had to be remarked.
        return Ok(false);
    }
    if after.result != Outcome::Fail {
        return Ok(true);
    }
    let words: Vec<&str> = id.split(' ').collect();
    let subject = match words[..] {
        // Devices on Wi-Fi are clients inside too, and whoever comes from anywhere has a name.
        ["firewall", _, _, to, protocol, ..] => format!("> {to} {protocol}"),
        [kind, one, two, ..] => format!("{kind} {one} {two}"),
        _ => id.to_owned(),
    };
    // Without a zone of its own a name is looked up outside, and there leads nowhere.
    let outside = subject.replace("dns internal", "dns external");
    // Devices that do not find the name for the inside go on with the other one (M-030).
    let other_name = subject.replace("dns internal lyncdiscoverinternal.", "lyncdiscover.");
    let is_new = |step: &&String| !before.steps.contains(step);
    let named = |what: &str| after.steps.iter().filter(is_new).any(|step| step.contains(what));
    let is_certificate = id.starts_with("certificate ") && named(&words[..2].join(" "));
    if named(&subject) || named(&outside) || named(&other_name) || is_certificate {
        Ok(true)
    } else {
        Err(format!("fails elsewhere: {:?}", after.steps.last()))
    }
}
