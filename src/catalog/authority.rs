//! Public certification authorities: what they sign, for how long, and which names (`assets/facts/authorities.yaml`, D-001
//! to D-005).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::{Number, known_fact};
use crate::value::{Date, Fqdn};

/// What is known of an authority.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicAuthority {
    /// How many names one certificate may have (D-004).
    pub name_limit: usize,
    #[serde(rename = "name_limit_fact", deserialize_with = "known_fact")]
    _name_limit_fact: (),
    /// From this day on it signs no client usage (D-003).
    pub client_usage_ends: Date,
    #[serde(rename = "client_usage_fact", deserialize_with = "known_fact")]
    _client_usage_fact: (),
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    authorities: BTreeMap<String, PublicAuthority>,
    crowded_at: Number<usize>,
    validity: Vec<Validity>,
    documentation: Vec<String>,
}

#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    serde_yaml::from_str(asset("facts/authorities.yaml"))
        .expect("assets/facts/authorities.yaml is well-formed")
});

/// The authority of this name; none where nothing is known of it.
#[must_use]
pub fn public_authority(name: &str) -> Option<&'static PublicAuthority> {
    TABLE.authorities.get(name)
}

/// Whether so many names come near to the limit (D-004).
#[must_use]
pub fn crowds(names: usize, limit: usize) -> bool {
    names.saturating_mul(100) >= limit.saturating_mul(TABLE.crowded_at.value)
}

/// How long a public certificate lasts that is issued on this day.
#[must_use]
pub fn validity(on: Date) -> Option<&'static Validity> {
    TABLE.validity.iter().find(|span| {
        span.valid_from.is_none_or(|from| from <= on) && span.valid_until.is_none_or(|until| on <= until)
    })
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
    use crate::plan::{PlanValue, PublicCa, Shape};

    #[test]
    fn every_authority_that_a_plan_may_name_is_known() {
        let Shape::Choice(words) = PublicCa::shape() else { panic!("a choice") };
        for word in words {
            assert!(public_authority(word).is_some(), "{word}");
        }
    }

    #[test]
    fn the_day_of_issue_decides_on_the_validity() {
        let days = |day: &str| validity(day.parse().unwrap()).unwrap().days;
        assert_eq!(days("2020-01-01"), 398);
        assert_eq!(days("2026-03-14"), 398);
        assert_eq!(days("2026-03-15"), 200);
        assert_eq!(days("2027-03-15"), 100);
        assert_eq!(days("2029-03-14"), 100);
        assert_eq!(days("2040-01-01"), 47);
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
