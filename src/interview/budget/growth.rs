//! What more SIP domains do: names grow by the same number with each. Two plans show that number: the plan with its first
//! SIP domain alone, and with one more.

use std::collections::{BTreeMap, BTreeSet};

use super::WayKind;
use super::count::{certificates, names_by_certificate};
use crate::plan::{Because, Plan, ProxyCertificates, Said};
use crate::value::SipDomain;

/// Up to how many SIP domains one certificate is enough where the way has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// Up to so many.
    UpTo(usize),
    /// For any number: a further SIP domain brings no name.
    Always,
    /// This plan does not grow evenly.
    Unknown,
}

/// What more SIP domains do to a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Up to how many of them no list gets too long.
    pub enough: Enough,
    /// From how many of them on it has fewer names than the plan as it is.
    pub fewer_names_from: Option<usize>,
    /// From how many of them on it takes fewer certificates.
    pub fewer_certificates_from: Option<usize>,
}

impl Growth {
    /// What follows from the lines of a way and of the plan as it is; `counted` names must lie on the line.
    pub(super) fn of(
        lines: Option<&Lines>,
        as_it_is: Option<&Lines>,
        limit: usize,
        domains: usize,
        counted: usize,
    ) -> Self {
        let unknown = Self { enough: Enough::Unknown, fewer_names_from: None, fewer_certificates_from: None };
        let (Some(way), Some(plan)) = (lines, as_it_is) else { return unknown };
        if counted != way.total().at(domains) {
            return unknown;
        }
        let enough = way.enough(limit);
        let fewer_certificates_from = match (enough, plan.enough(limit)) {
            (Enough::UpTo(0), _) | (_, Enough::UpTo(0)) => None,
            _ if way.certificates < plan.certificates => Some(1),
            // Lists of sites and pools that get too long need not take more than they are already.
            _ if !(way.is_one_each && plan.is_one_each) => None,
            (Enough::Always, Enough::UpTo(most)) => Some(most + 1),
            (Enough::UpTo(own), Enough::UpTo(most)) if own > most => Some(most + 1),
            _ => None,
        };
        Self { enough, fewer_names_from: way.total().below_from(plan.total()), fewer_certificates_from }
    }
}

/// So many names with one SIP domain, and so many more with each further one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Line {
    first: usize,
    step: usize,
}

impl Line {
    const fn at(self, domains: usize) -> usize {
        self.first + self.step * domains.saturating_sub(1)
    }

    /// The most SIP domains with which it is within a limit; none where no number is too large.
    const fn within(self, limit: usize) -> Option<usize> {
        if self.first > limit {
            return Some(0);
        }
        match (limit - self.first).checked_div(self.step) {
            Some(further) => Some(further + 1),
            None => None,
        }
    }

    /// The number of SIP domains from which on it stays below another line.
    const fn below_from(self, other: Self) -> Option<usize> {
        if self.step <= other.step && self.first < other.first {
            return Some(1);
        }
        match other.step.checked_sub(self.step) {
            None | Some(0) => None,
            Some(gain) => Some((self.first - other.first) / gain + 2),
        }
    }
}

/// The lines of the certificates of all proxies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    all: Vec<Line>,
    /// How many certificates there are with one SIP domain.
    certificates: usize,
    /// Whether each proxy has one of them.
    is_one_each: bool,
    /// Names that the limit is less by, since a certificate of wildcards alone needs a host (M-090).
    spare: usize,
}

impl Lines {
    fn total(&self) -> Line {
        let sum = |part: fn(&Line) -> usize| self.all.iter().map(part).sum();
        Line { first: sum(|line| line.first), step: sum(|line| line.step) }
    }

    fn enough(&self, limit: usize) -> Enough {
        let most = self.all.iter().filter_map(|line| line.within(limit.saturating_sub(self.spare)));
        most.min().map_or(Enough::Always, Enough::UpTo)
    }
}

/// The plan with one SIP domain, and with two.
pub(super) struct Scale {
    /// How many it has.
    pub(super) domains: usize,
    small: Option<(Plan, Plan)>,
}

impl Scale {
    pub(super) fn of(plan: &Plan) -> Self {
        let domains = plan.domains.sip.given().value();
        let small = domains.first().and_then(|first| {
            let second = domains.get(1).cloned().or_else(|| another(first))?;
            let with = |domains: Vec<SipDomain>| plan.saying(vec![Said::SipDomains(domains)]);
            Some((with(vec![first.clone()]), with(vec![first.clone(), second])))
        });
        Self { domains: domains.len(), small }
    }

    /// How the names of a way grow; nothing where that can't be told.
    pub(super) fn lines(&self, kind: WayKind) -> Option<Lines> {
        let (one, two) = self.small.as_ref()?;
        let (one, two) = (kind.of(one), kind.of(two));
        let mut because = Because::default();
        let answers = &one.certificates;
        let is_packed = *because.read(&answers.reverse_proxy) == ProxyCertificates::ByLimit;
        let spare = usize::from(is_packed && *because.read(&answers.wildcards));
        let names = names_by_certificate(&certificates(&one));
        let second = listed(names_by_certificate(&certificates(&two)), is_packed);
        let first = listed(names.clone(), is_packed);
        let line = |(id, names): (&String, &usize)| {
            Some(Line { first: *names, step: second.get(id)?.checked_sub(*names)? })
        };
        let all = first.iter().map(line).collect::<Option<Vec<_>>>()?;
        let proxies: BTreeSet<&String> = names.keys().map(|(proxy, _)| proxy).collect();
        let (certificates, is_one_each) = (names.len(), names.len() == proxies.len());
        (first.len() == second.len()).then_some(Lines { all, certificates, is_one_each, spare })
    }
}

/// The names of each certificate; where the limit decides on them, of each proxy.
fn listed(certificates: BTreeMap<(String, String), usize>, is_packed: bool) -> BTreeMap<String, usize> {
    let mut listed = BTreeMap::new();
    for ((proxy, id), names) in certificates {
        *listed.entry(if is_packed { proxy } else { id }).or_default() += names;
    }
    listed
}

/// A SIP domain that is not this one.
fn another(first: &SipDomain) -> Option<SipDomain> {
    let mut names = (0..2).filter_map(|number| format!("another{number}.example").parse().ok());
    names.find(|name| name != first)
}
