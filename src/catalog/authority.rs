//! Public certification authorities: what they sign, for how long, and which names. What holds for all of them stands in
//! `assets/facts/authorities.yaml` (D-001 to D-006); each introduces itself in the manifest of its folder below
//! `templates/authority/`, where users add their own.

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::{Number, known_fact};
use crate::value::{Date, Fqdn};

/// A value and where it is known from: the id of a fact, or the words of whoever added the authority.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Its source.
    pub source: String,
}

/// Whether certificates have a common name.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum CommonName {
    /// As the request has it, if it is not too long.
    Optional,
    /// Never.
    Never,
}

/// What of a request's subject is signed besides the common name.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum SignedSubject {
    /// Everything but the organizational unit (D-010).
    Organization,
    /// Nothing: only domains are validated (D-011).
    Domain,
}

/// How long an authority's own certificates last that are issued in a span of days.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct OwnValidity {
    /// The first day of issue; none: since ever.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// The last day of issue; none: until further notice.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// The validity, in days.
    pub days: u16,
    /// The id of a fact, or the words of whoever added the authority.
    pub source: String,
}

/// What is known of an authority: the section `authority` of its manifest.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct PublicAuthority {
    /// How many names one certificate may have (D-004).
    pub name_limit: Sourced<usize>,
    /// Whether certificates have a common name (D-004, D-006).
    pub common_name: Sourced<CommonName>,
    /// What of the subject is signed besides (D-010, D-011).
    pub subject: Sourced<SignedSubject>,
    /// From this day on it signs no client usage (D-003).
    pub client_usage_ends: Sourced<Date>,
    /// How long its certificates last, where that is shorter than for all authorities (D-009).
    #[serde(default)]
    pub validity: Vec<OwnValidity>,
}

impl PublicAuthority {
    /// How long a certificate lasts at most that it issues on this day, in days.
    #[must_use]
    pub fn days(&self, on: Date) -> u16 {
        let own = self.validity.iter().find(|span| is_within(on, span.valid_from, span.valid_until));
        own.map_or(u16::MAX, |span| span.days).min(validity(on).days)
    }

    /// The days from which on its certificates last for another time than before, with that time in days, sorted.
    #[must_use]
    pub fn changes(&self) -> Vec<(Date, u16)> {
        let all = TABLE.validity.iter().filter_map(|span| span.valid_from);
        let mut days: Vec<Date> =
            all.chain(self.validity.iter().filter_map(|span| span.valid_from)).collect();
        days.sort_unstable();
        days.dedup();
        let mut changes: Vec<(Date, u16)> = Vec::new();
        for day in days {
            let lasts = self.days(day);
            if changes.last().is_none_or(|(_, before)| *before != lasts) {
                changes.push((day, lasts));
            }
        }
        changes
    }
}

/// How long certificates last that are issued in a span of days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// The first day of issue; none: since ever.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// The last day of issue; none: until further notice.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// The longest validity, in days (D-001).
    pub days: u16,
    #[serde(rename = "days_fact", deserialize_with = "known_fact")]
    _days_fact: (),
    /// How long a domain validation may be used again, in days (D-002).
    pub reuse: u16,
    #[serde(rename = "reuse_fact", deserialize_with = "known_fact")]
    _reuse_fact: (),
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct RenewAt {
    percent: u16,
    days: u16,
    #[serde(rename = "fact", deserialize_with = "known_fact")]
    _fact: (),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    crowded_at: Number<usize>,
    longest_common_name: Number<usize>,
    renew_at: RenewAt,
    calendar_end: Number<Date>,
    validity: Vec<Validity>,
    documentation: Vec<String>,
}

#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    serde_yaml::from_str(asset("facts/authorities.yaml"))
        .expect("assets/facts/authorities.yaml is well-formed")
});

fn is_within(day: Date, from: Option<Date>, until: Option<Date>) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}

/// Whether so many names come near to the limit (D-004).
#[must_use]
pub fn crowds(names: usize, limit: usize) -> bool {
    names.saturating_mul(100) >= limit.saturating_mul(TABLE.crowded_at.value)
}

/// Whether a common name may be so long (D-006).
#[must_use]
pub fn fits_common_name(name: &str) -> bool {
    name.chars().count() <= TABLE.longest_common_name.value
}

/// After how many days a certificate is renewed that lasts for so many (D-012).
#[must_use]
pub fn renewed_after(days: u16) -> u16 {
    let part = u32::from(days) * u32::from(TABLE.renew_at.percent) / 100;
    days.saturating_sub(u16::try_from(part).unwrap_or(u16::MAX).min(TABLE.renew_at.days)).max(1)
}

/// The day on which a certificate is renewed of which no more is known than its last day (D-012).
#[must_use]
pub fn last_renewal(expires: Date) -> Date {
    expires.days_earlier(TABLE.renew_at.days)
}

/// The last day of the calendar.
#[must_use]
pub fn calendar_end() -> Date {
    TABLE.calendar_end.value
}

/// How long a public certificate lasts that is issued on this day.
///
/// # Panics
/// Never: the spans cover every day.
#[must_use]
pub fn validity(on: Date) -> &'static Validity {
    let found = TABLE.validity.iter().find(|span| is_within(on, span.valid_from, span.valid_until));
    // The spans cover every day; a test reads the file.
    found.unwrap_or(&TABLE.validity[0])
}

/// Whether a public authority may sign the name: its top-level domain is one of the Internet's (D-005). The list of public
/// suffixes has them all. Names that are kept for documents count as public ones.
#[must_use]
pub fn is_public_name(name: &Fqdn) -> bool {
    let text = name.as_str();
    let top = text.rsplit('.').next().unwrap_or(text);
    TABLE.documentation.iter().any(|kept| kept == top)
        || psl::suffix(text.as_bytes()).is_some_and(|suffix| suffix.is_known())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Templates, fact};

    fn authority(id: &str) -> PublicAuthority {
        Templates::default().authority(id).unwrap()
    }

    #[test]
    fn every_authority_is_known_from_facts() {
        let ids = Templates::default().vendor_ids("authority");
        assert!(ids.contains("other") && ids.len() > 4, "{ids:?}");
        for id in ids {
            let known = authority(&id);
            let own = known.validity.iter().map(|span| &span.source);
            let sources = [
                &known.name_limit.source,
                &known.common_name.source,
                &known.subject.source,
                &known.client_usage_ends.source,
            ];
            for source in sources.into_iter().chain(own) {
                assert!(fact(source).is_some(), "{id}: {source}");
            }
        }
    }

    /// Each dated rule on the day before it and on its day.
    #[test]
    fn the_day_of_issue_decides_on_the_validity() {
        let table = [
            (
                "other",
                &[("2026-03-14", 398), ("2026-03-15", 200), ("2027-03-14", 200), ("2027-03-15", 100)][..],
            ),
            ("digicert", &[("2020-01-01", 398), ("2029-03-14", 100), ("2029-03-15", 47), ("2040-01-01", 47)]),
            (
                "lets-encrypt",
                &[("2027-02-09", 90), ("2027-02-10", 64), ("2028-02-15", 64), ("2028-02-16", 45)],
            ),
            ("lets-encrypt-tlsserver", &[("2026-05-12", 90), ("2026-05-13", 45), ("2030-01-01", 45)]),
        ];
        for (id, days) in table {
            for (day, lasts) in days {
                assert_eq!(authority(id).days(day.parse().unwrap()), *lasts, "{id} {day}");
            }
        }
        let reuse = |day: &str| validity(day.parse().unwrap()).reuse;
        assert_eq!(["2026-03-14", "2026-03-15", "2029-03-14", "2029-03-15"].map(reuse), [398, 200, 100, 10]);
    }

    #[test]
    fn changes_of_the_validity_are_told_once() {
        let changes = |id| -> Vec<(String, u16)> {
            authority(id).changes().into_iter().map(|(day, lasts)| (day.to_string(), lasts)).collect()
        };
        let told = |changes: &[(&str, u16)]| -> Vec<(String, u16)> {
            changes.iter().map(|(day, lasts)| ((*day).to_owned(), *lasts)).collect()
        };
        assert_eq!(changes("other"), told(&[("2026-03-15", 200), ("2027-03-15", 100), ("2029-03-15", 47)]));
        assert_eq!(
            changes("lets-encrypt"),
            told(&[("2026-03-15", 90), ("2027-02-10", 64), ("2028-02-16", 45)])
        );
    }

    #[test]
    fn a_certificate_is_renewed_in_time() {
        assert_eq!([398, 200, 100, 64, 47, 45, 6, 1].map(renewed_after), [368, 170, 70, 43, 32, 31, 5, 1]);
    }

    #[test]
    fn a_common_name_has_its_length() {
        assert!(fits_common_name(&"a".repeat(64)) && !fits_common_name(&"a".repeat(65)));
    }

    #[test]
    fn a_name_is_public_by_its_top_level_domain() {
        let is_public = |name: &str| is_public_name(&name.parse().unwrap());
        for name in ["sip.contoso.com", "lync.example.org", "a.co.kr", "web.fabrikam.example", "x.test"] {
            assert!(is_public(name), "{name}");
        }
        for name in ["sip.contoso.local", "web.ad.internal", "a.lan", "meet.corp", "cce.contoso"] {
            assert!(!is_public(name), "{name}");
        }
    }
}
