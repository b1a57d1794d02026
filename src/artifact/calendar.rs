//! The calendar as a file for calendar programs (RFC 5545): a day an event, each with its reason.

use std::collections::HashMap;

use ics::components::Property;
use ics::properties::{Categories, Description, DtStart, Summary, Transp};
use ics::{ICalendar, escape_text};

use super::bundle::{Artifact, Content};
use crate::plan::{Because, Plan};
use crate::requirement::{Issuer, Requirements};
use crate::text::{Message, Speaker};
use crate::value::Date;

/// Where the file goes.
const PATH: &str = "calendar.ics";

/// Stands for the day of the stamp until that is known. No text of a plan can hold it.
const STAMP: &str = "\u{1}";

/// The file, marked with the words of a draft where it is one; none where nothing comes.
pub(super) fn calendar(
    plan: &Plan,
    requirements: &Requirements,
    speaker: &Speaker,
    draft: Option<&str>,
) -> Option<Artifact> {
    if requirements.calendar.is_empty() {
        return None;
    }
    let say = |message: &Message| escape_text(speaker.say(message)).into_owned();
    let mut calendar =
        ICalendar::new("2.0", concat!("-//ucplan//ucplan ", env!("CARGO_PKG_VERSION"), "//EN"));
    let title = Message::new("calendar-name").with("title", plan.title.given().value());
    calendar.push(Property::new("X-WR-CALNAME", say(&title)));
    if let Some(words) = draft {
        calendar.push(Property::new("X-WR-CALDESC", escape_text(words)));
    }
    let domain = plan.domains.default_sip(&mut Because::default());
    let domain = domain.map(|domain| domain.to_string()).unwrap_or_default();
    let mut seen: HashMap<(Date, &str), usize> = HashMap::new();
    for row in &requirements.calendar {
        let event = &row.body;
        let number = seen.entry((event.day, event.kind)).or_default();
        *number += 1;
        let uid = format!("{}-{}-{number}@{domain}", compact(event.day), event.kind);
        let mut entry = ics::Event::new(uid, format!("{STAMP}T000000Z"));
        let mut start = DtStart::new(compact(event.day));
        start.append(ics::parameters!("VALUE" => "DATE"));
        entry.push(start);
        entry.push(Summary::new(say(&event.words)));
        entry.push(Description::new(escape_text(description(row, requirements, speaker))));
        entry.push(Categories::new(event.kind));
        // Nobody is busy all day because of it.
        entry.push(Transp::new("TRANSPARENT"));
        calendar.add_event(entry);
    }
    let pieces = calendar.to_string().split(STAMP).map(str::to_owned).collect();
    let [path, artifact, audience, purpose] =
        [PATH, "calendar", "certificates", "calendar"].map(str::to_owned);
    Some(Artifact { path, artifact, audience, purpose, content: Content::Stamped(pieces) })
}

/// Why the event is there, and which certificates are public.
fn description(
    row: &crate::requirement::Row<crate::requirement::Event>,
    requirements: &Requirements,
    speaker: &Speaker,
) -> String {
    let answers: Vec<String> = row.reason.because().paths().map(ToString::to_string).collect();
    let why = Message::new("calendar-why")
        .with("facts", row.reason.facts().join(", "))
        .with("answers", answers.join(", "));
    let mut lines = vec![speaker.say(&why)];
    let public = requirements.certificates.iter().filter(|row| row.body.issuer == Issuer::Public);
    let names: Vec<&str> = public.map(|row| row.body.id.as_str()).collect();
    if matches!(row.body.kind, "issue" | "renewal") && !names.is_empty() {
        let names = Message::new("calendar-certificates").with("names", names.join(", "));
        lines.insert(0, speaker.say(&names));
    }
    lines.join("\n")
}

/// A day as calendars write it: `20270201`.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}
