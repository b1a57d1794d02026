//! What comes after going live, by its day: renewals of public certificates under the rules of their day, and the days on
//! which rules change (D-001 to D-003, D-009, D-012).

use super::certificate::{Certificate, Issuer};
use super::consistency::meets_public_certificates;
use super::rule::{Maker, Premises, Row, Rule, apply};
use crate::catalog::{calendar_end, last_renewal, renewed_after, validity};
use crate::plan::{Because, Site};
use crate::text::Message;
use crate::value::Date;

/// A day on which something is to be done, or from which another rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day.
    pub day: Date,
    /// What it is: `issue`, `renewal`, `reused`, `validity` or `client-usage`.
    pub kind: &'static str,
    /// In a sentence.
    pub words: Message,
}

/// The rules of the family.
pub(super) const RULES: &[&[Rule<Event>]] = &[OWN];

/// They all stand in this file.
const OWN: &[Rule<Event>] = &[RENEWALS, REUSED, VALIDITY_CHANGES, CLIENT_USAGE_ENDS];

/// All events until the calendar's end, sorted by day.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<Event>> {
    let mut rows = apply(RULES, premises);
    rows.retain(|row| row.body.day <= calendar_end());
    rows.sort_by(|a, b| (a.body.day, a.body.kind).cmp(&(b.body.day, b.body.kind)));
    rows
}

/// The certificates that are requested for the day of going live, and their renewals.
const RENEWALS: Rule<Event> = Rule {
    id: "calendar-renewals",
    facts: &["D-001", "D-009", "D-012"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(day) = beginning(premises, &mut because) else { return };
        let is_asked = |row: &&Row<Certificate>, because: &mut Because| {
            premises.plan.certificates.reused(&row.body.id, because).is_none()
        };
        // Whether there are public certificates rests on the only site that has any; no answer takes away several.
        let has_any = |site: &&Site| {
            site.reverse_proxies.iter().next().is_some() || site.edge_pools.iter().next().is_some()
        };
        if premises.plan.sites.iter().filter(has_any).count() == 1 {
            because.read(&premises.plan.sites);
        }
        // Those of Cloud Connector go with their only site.
        let connector = &premises.plan.cloud_connector;
        let sites = premises.topology.cloud.sites.len();
        if sites > 0 {
            because.read(&connector.deploy);
            because.read(&connector.sip_domains);
        }
        if sites == 1 {
            because.read(&connector.pstn_sites);
        }
        if !public(premises).any(|row| is_asked(&row, &mut because)) {
            return;
        }
        let (days, until) = signed(premises, day, &mut because);
        let words = Message::new("calendar-issue").counting("days", days.into()).with("until", until);
        add(maker, &because, Event { day, kind: "issue", words });
        renewals(premises, maker, &because, day, &|before, days, until| {
            Message::new("calendar-renewal")
                .with("before", before)
                .counting("days", days.into())
                .with("until", until)
        });
    },
};

/// The certificates that are used again: they are renewed before they expire.
const REUSED: Rule<Event> = Rule {
    id: "calendar-reused",
    facts: &["D-001", "D-009", "D-012"],
    make: |premises, maker| {
        for existing in &premises.plan.certificates.existing {
            let mut because = Because::default();
            let Some(expires) = *because.read(&existing.expires) else { continue };
            let name = because.read(&existing.name).to_string();
            let Some(live) = beginning(premises, &mut because) else { continue };
            let day = last_renewal(expires);
            because.read(&premises.plan.sites);
            if !public(premises).any(|row| row.body.id == name) || expires < live {
                continue;
            }
            let words = |before: Date, days: u16, until: Date| {
                Message::new("calendar-reused")
                    .with("certificate", &name)
                    .with("before", before)
                    .counting("days", days.into())
                    .with("until", until)
            };
            let (days, until) = signed(premises, day, &mut because);
            add(maker, &because, Event { day, kind: "reused", words: words(expires, days, until) });
            renewals(premises, maker, &because, day, &words);
        }
    },
};

/// The days from which on new certificates last for another time, after that of going live.
const VALIDITY_CHANGES: Rule<Event> = Rule {
    id: "calendar-validity-changes",
    facts: &["D-001", "D-002", "D-009"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(live) = beginning(premises, &mut because) else { return };
        let authority = because.read(&premises.plan.certificates.public_ca).authority();
        for (day, days) in authority.changes().into_iter().filter(|(day, _)| *day > live) {
            let words = Message::new("calendar-validity")
                .counting("days", days.into())
                .counting("reuse", validity(day).reuse.into());
            add(maker, &because, Event { day, kind: "validity", words });
        }
    },
};

/// The day from which on the public authority signs no client usage, if it comes after going live.
const CLIENT_USAGE_ENDS: Rule<Event> = Rule {
    id: "calendar-client-usage",
    facts: &["D-003"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(live) = beginning(premises, &mut because) else { return };
        let day = because.read(&premises.plan.certificates.public_ca).authority().client_usage_ends.value;
        if day > live {
            let words = Message::new("calendar-client-usage");
            add(maker, &because, Event { day, kind: "client-usage", words });
        }
    },
};

/// The day of going live, where anybody meets a public certificate then.
fn beginning(premises: &Premises<'_>, because: &mut Because) -> Option<Date> {
    meets_public_certificates(premises, because).then(|| premises.go_live(because)).flatten()
}

fn public<'p>(premises: &Premises<'p>) -> impl Iterator<Item = &'p Row<Certificate>> + use<'p> {
    premises.certificates.iter().filter(|row| row.body.issuer == Issuer::Public)
}

/// For how many days to have a certificate signed on a day, one less than the most (D-001), and its last day.
fn signed(premises: &Premises<'_>, day: Date, because: &mut Because) -> (u16, Date) {
    let days = because.read(&premises.plan.certificates.public_ca).authority().days(day) - 1;
    (days, day.days_later(days))
}

/// The renewals of what was signed on a day, each under the rule of its own day.
fn renewals(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Event>,
    because: &Because,
    issued: Date,
    words: &dyn Fn(Date, u16, Date) -> Message,
) {
    let mut because = because.clone();
    let (mut days, mut expires) = signed(premises, issued, &mut because);
    let mut day = issued.days_later(renewed_after(days));
    while day <= calendar_end() {
        let before = expires;
        (days, expires) = signed(premises, day, &mut because);
        add(maker, &because, Event { day, kind: "renewal", words: words(before, days, expires) });
        day = day.days_later(renewed_after(days));
    }
}

fn add(maker: &mut Maker<'_, Event>, because: &Because, event: Event) {
    let reason = maker.reason(because);
    maker.add(&reason, event);
}
