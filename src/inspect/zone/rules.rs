//! The rules on zones that exist: records that must not be there, and names that are missing.

use super::look::{Found, Look};
use super::{Zone, finders};
use crate::catalog::numbers;
use crate::finding::{Finding, Severity};
use crate::plan::Plan;
use crate::requirement::{Requirements, RuleCard, View};
use crate::topology::Topology;

/// What is known of the deployment.
#[derive(Clone, Copy)]
pub struct Expected<'a> {
    /// The answers.
    pub plan: &'a Plan,
    /// What stands where.
    pub topology: &'a Topology,
    /// What the world must provide.
    pub requirements: &'a Requirements,
}

/// Something about a zone file that a person should hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneFinding {
    /// What was found; it points at no answer.
    pub finding: Finding,
    /// The facts that state it.
    pub facts: &'static [&'static str],
    /// The line of the file, from 1.
    pub line: usize,
}

/// A rule on zones: it finds places, and what each speaks of.
struct ZoneRule {
    code: &'static str,
    severity: Severity,
    facts: &'static [&'static str],
    /// The view that it judges; both where none is named.
    view: Option<View>,
    find: fn(&Look<'_>) -> Vec<Found>,
}

/// The rules, in their order.
const RULES: &[ZoneRule] = &[
    ZoneRule {
        code: "zone-internal-autodiscover-outside",
        severity: Severity::Error,
        facts: &["M-044", "M-061", "M-289"],
        view: Some(View::External),
        find: |look| look.hosts(&numbers().lyncdiscoverinternal.value),
    },
    ZoneRule {
        code: "zone-external-autodiscover-inside",
        severity: Severity::Warning,
        facts: &["M-045", "M-061", "M-289"],
        view: Some(View::Internal),
        find: |look| look.hosts(&numbers().lyncdiscover.value),
    },
    ZoneRule {
        code: "zone-autodiscover-missing",
        severity: Severity::Warning,
        facts: &["M-041", "M-046"],
        view: None,
        find: finders::autodiscover_missing,
    },
    ZoneRule {
        code: "zone-cname-leaves-domain",
        severity: Severity::Error,
        facts: &["M-047", "M-048", "M-049"],
        view: Some(View::External),
        find: finders::cname_leaves_domain,
    },
    ZoneRule {
        code: "zone-admin-outside",
        severity: Severity::Error,
        facts: &["M-052", "M-071"],
        view: Some(View::External),
        find: finders::admin_outside,
    },
    ZoneRule {
        code: "zone-internal-web-outside",
        severity: Severity::Error,
        facts: &["M-015", "E-056"],
        view: Some(View::External),
        find: finders::internal_web_outside,
    },
    ZoneRule {
        code: "zone-external-web-inside",
        severity: Severity::Error,
        facts: &["M-016", "M-055", "M-066", "M-288", "E-056"],
        view: Some(View::Internal),
        find: finders::external_web_inside,
    },
    ZoneRule {
        code: "zone-internal-sign-in-outside",
        severity: Severity::Warning,
        facts: &["M-282", "E-036", "E-051"],
        view: Some(View::External),
        find: finders::internal_sign_in_outside,
    },
    ZoneRule {
        code: "zone-srv-leaves-domain",
        severity: Severity::Error,
        facts: &["M-057", "E-050", "E-059"],
        view: None,
        find: finders::srv_leaves_domain,
    },
    ZoneRule {
        code: "zone-srv-target-is-cname",
        severity: Severity::Error,
        facts: &["M-057", "E-050", "ED-3"],
        view: None,
        find: finders::srv_target_is_cname,
    },
    ZoneRule {
        code: "zone-federation-misspelt",
        severity: Severity::Error,
        facts: &["M-325", "E-024", "ED-1"],
        view: None,
        find: finders::federation_misspelt,
    },
    ZoneRule {
        code: "zone-name-not-in-certificates",
        severity: Severity::Warning,
        facts: &["M-098", "E-177"],
        view: None,
        find: finders::not_in_certificates,
    },
    ZoneRule {
        code: "zone-not-of-plan",
        severity: Severity::Advice,
        facts: &["M-041", "M-062"],
        view: None,
        find: finders::not_of_plan,
    },
];

/// The rules on zones, as they can be told without a zone.
pub fn zone_rules() -> impl Iterator<Item = RuleCard> {
    RULES.iter().map(|rule| RuleCard { id: rule.code, family: "findings", facts: rule.facts })
}

/// Holds a zone of a view against a plan. Findings are in the order of the rules.
#[must_use]
pub fn judge(zone: &Zone, view: View, expected: Expected<'_>) -> Vec<ZoneFinding> {
    let look = Look::at(zone, view, expected);
    // A plan without pools is one of online users, whose names lead elsewhere (E-061).
    if expected.topology.pools.is_empty() {
        return Vec::new();
    }
    let rules = RULES.iter().filter(|rule| rule.view.is_none_or(|of| of == view));
    let made = |rule: &'static ZoneRule, found: Found| {
        let finding =
            Finding::new(rule.code, rule.severity, "").with("name", found.name).with("value", found.value);
        ZoneFinding { finding, facts: rule.facts, line: found.line }
    };
    rules.flat_map(|rule| (rule.find)(&look).into_iter().map(|found| made(rule, found))).collect()
}
