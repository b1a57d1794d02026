//! What a plan finds in a zone that exists: records that must not be there, and names that are missing.

use std::collections::{HashMap, HashSet};

use super::zone::{Zone, ZoneData, ZoneRecord};
use crate::catalog::numbers;
use crate::finding::{Finding, Severity};
use crate::plan::{Autodiscover, Because, InitialRequest, Plan};
use crate::requirement::{Requirements, RuleCard, View};
use crate::topology::{Pool, Topology};
use crate::value::{Address, Label, SipDomain};

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

/// A place, the name that stands there, and what it has or should have.
struct Found {
    line: usize,
    name: String,
    value: String,
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
        find: autodiscover_missing,
    },
    ZoneRule {
        code: "zone-cname-leaves-domain",
        severity: Severity::Error,
        facts: &["M-047", "M-048", "M-049"],
        view: Some(View::External),
        find: cname_leaves_domain,
    },
    ZoneRule {
        code: "zone-admin-outside",
        severity: Severity::Error,
        facts: &["M-052", "M-071"],
        view: Some(View::External),
        find: admin_outside,
    },
    ZoneRule {
        code: "zone-internal-web-outside",
        severity: Severity::Error,
        facts: &["M-015", "E-056"],
        view: Some(View::External),
        find: internal_web_outside,
    },
    ZoneRule {
        code: "zone-external-web-inside",
        severity: Severity::Error,
        facts: &["M-016", "M-055", "M-066", "M-288", "E-056"],
        view: Some(View::Internal),
        find: external_web_inside,
    },
    ZoneRule {
        code: "zone-internal-sign-in-outside",
        severity: Severity::Warning,
        facts: &["M-282", "E-036", "E-051"],
        view: Some(View::External),
        find: internal_sign_in_outside,
    },
    ZoneRule {
        code: "zone-srv-leaves-domain",
        severity: Severity::Error,
        facts: &["M-057", "E-050", "E-059"],
        view: None,
        find: srv_leaves_domain,
    },
    ZoneRule {
        code: "zone-srv-target-is-cname",
        severity: Severity::Error,
        facts: &["M-057", "E-050", "ED-3"],
        view: None,
        find: srv_target_is_cname,
    },
    ZoneRule {
        code: "zone-federation-misspelt",
        severity: Severity::Error,
        facts: &["M-325", "E-024", "ED-1"],
        view: None,
        find: federation_misspelt,
    },
    ZoneRule {
        code: "zone-name-not-in-certificates",
        severity: Severity::Warning,
        facts: &["M-098", "E-177"],
        view: None,
        find: not_in_certificates,
    },
    ZoneRule {
        code: "zone-not-of-plan",
        severity: Severity::Advice,
        facts: &["M-041", "M-062"],
        view: None,
        find: not_of_plan,
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

/// A zone, and what a plan knows of it.
struct Look<'a> {
    zone: &'a Zone,
    view: View,
    expected: Expected<'a>,
    /// The SIP domains, of which the zone may hold names.
    domains: Vec<&'a SipDomain>,
    /// Each name that the plan requires in this view, with its zone.
    required: HashMap<&'a str, &'a str>,
}

impl<'a> Look<'a> {
    fn at(zone: &'a Zone, view: View, expected: Expected<'a>) -> Self {
        let domains = expected.plan.domains.sip.given().value().iter();
        let touches = |domain: &&SipDomain| {
            let domain = domain.as_fqdn().as_str();
            is_within(domain, &zone.apex) || is_within(&zone.apex, domain)
        };
        let rows = expected.requirements.dns.iter().filter(|row| row.body.view == view);
        let required = rows.map(|row| (row.body.name.as_str(), row.body.zone.as_str())).collect();
        Self { zone, view, expected, domains: domains.filter(touches).collect(), required }
    }

    /// Where a host of a SIP domain stands, that the plan does not want in this view.
    fn hosts(&self, label: &Label) -> Vec<Found> {
        let names = self.domains.iter().map(|domain| domain.host(label).to_string());
        names.filter_map(|name| self.unwanted(&name)).collect()
    }

    /// Where a name leads somewhere, that the plan does not want in this view.
    fn unwanted(&self, name: &str) -> Option<Found> {
        if self.required.contains_key(name) {
            return None;
        }
        Some(found(name, self.zone.leads(name)?))
    }

    /// The SRV records of the services of sign-in and federation: service, domain, record, target.
    fn services(&self) -> impl Iterator<Item = (&'static str, &'a str, &'a ZoneRecord, &'a str)> {
        let names = numbers();
        let services: [&str; 5] = [
            &names.sip_service_internal.value,
            &names.sip_service_lync_2013.value,
            &names.sip_service.value,
            &names.federation_service.value,
            &names.xmpp_service.value,
        ];
        let domains: HashSet<&str> = self.domains.iter().map(|domain| domain.as_fqdn().as_str()).collect();
        self.zone.records().iter().filter_map(move |record| {
            let ZoneData::Srv(_, target) = &record.data else { return None };
            let of = |service: &&'static str| {
                let domain = record.name.strip_prefix(*service)?.strip_prefix('.')?;
                Some((*service, domain))
            };
            let (service, domain) = services.iter().find_map(of)?;
            domains.contains(domain).then_some((service, domain, record, target.as_str()))
        })
    }
}

fn found(name: &str, record: &ZoneRecord) -> Found {
    let value = match &record.data {
        ZoneData::Address(address) => address.to_string(),
        ZoneData::Cname(target) | ZoneData::Srv(_, target) => target.clone(),
        ZoneData::Other(kind) => kind.clone(),
    };
    Found { line: record.line, name: name.to_owned(), value }
}

fn is_within(name: &str, domain: &str) -> bool {
    domain.is_empty() || name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Names that the plan requires in just this zone and that nothing answers.
fn autodiscover_missing(look: &Look<'_>) -> Vec<Found> {
    let names = numbers();
    let label = match look.view {
        View::Internal => &names.lyncdiscoverinternal.value,
        _ => &names.lyncdiscover.value,
    };
    let line = look.zone.records().first().map_or(1, |record| record.line);
    let hosts = look.domains.iter().map(|domain| domain.host(label).to_string());
    let is_missing = |name: &String| {
        look.required.get(name.as_str()).is_some_and(|zone| *zone == look.zone.apex)
            && look.zone.leads(name).is_none()
    };
    hosts.filter(is_missing).map(|name| Found { line, name, value: look.zone.apex.clone() }).collect()
}

/// With HTTPS for the first request, whatever `lyncdiscover` leads to by CNAME stays in the domain.
fn cname_leaves_domain(look: &Look<'_>) -> Vec<Found> {
    let mobility = &look.expected.plan.mobility;
    if *mobility.autodiscover.given().value() != Autodiscover::Automatic
        || *mobility.initial_request.given().value() != InitialRequest::Https
    {
        return Vec::new();
    }
    let leaves = |domain: &&SipDomain| {
        let name = domain.host(&numbers().lyncdiscover.value).to_string();
        let left = chain(look.zone, &name)
            .into_iter()
            .find(|(_, target)| !is_within(target, domain.as_fqdn().as_str()))?;
        Some(Found { line: left.0.line, name, value: left.1.to_owned() })
    };
    look.domains.iter().filter_map(leaves).collect()
}

/// The CNAME records that follow one another from a name, as far as the zone knows; a ring ends where it closes.
fn chain<'z>(zone: &'z Zone, name: &str) -> Vec<(&'z ZoneRecord, &'z str)> {
    let mut chain: Vec<(&ZoneRecord, &str)> = Vec::new();
    let mut at = name.to_owned();
    while let Some((record, target)) = zone.answers(&at).find_map(|record| match &record.data {
        ZoneData::Cname(target) => Some((record, target.as_str())),
        _ => None,
    }) {
        if chain.iter().any(|(_, known)| *known == target) {
            break;
        }
        chain.push((record, target));
        target.clone_into(&mut at);
    }
    chain
}

/// The host of the Admin simple URL, where it is no host of the others.
fn admin_outside(look: &Look<'_>) -> Vec<Found> {
    let urls = &look.expected.topology.simple_urls;
    let because = &mut Because::default();
    let admin = because.read(&urls.admin).as_ref();
    let mut is_shared = |admin| {
        because.read(&urls.meet).contains(admin) || because.read(&urls.dialin).as_ref() == Some(admin)
    };
    let admin = admin.filter(|admin| !is_shared(admin));
    admin.and_then(|admin| look.unwanted(admin.as_str())).into_iter().collect()
}

fn internal_web_outside(look: &Look<'_>) -> Vec<Found> {
    let name = |pool: &Pool| Because::default().read(&pool.internal.fqdn).to_string();
    look.expected.topology.pools.iter().filter_map(|pool| look.unwanted(&name(pool))).collect()
}

/// The external web site of a pool leads inside to its reverse proxy, on either side of it, or nowhere.
fn external_web_inside(look: &Look<'_>) -> Vec<Found> {
    let Expected { plan, topology, .. } = look.expected;
    let mut all = Vec::new();
    for pool in &topology.pools {
        let because = &mut Because::default();
        let name = because.read(&pool.external.fqdn).to_string();
        let mut allowed: Vec<Address> = Vec::new();
        if let Some(proxy) = topology.proxy_of(pool, because) {
            allowed.extend(proxy.external.given().value());
            let proxies = plan.sites.iter().flat_map(|site| &site.reverse_proxies);
            let sides = proxies.filter(|known| known.at == proxy.at);
            allowed.extend(sides.flat_map(|known| known.internal.addresses.given().value()));
        }
        let last = chain(look.zone, &name).last().map_or(name.as_str(), |(_, target)| target).to_owned();
        let wrong = look
            .zone
            .answers(&last)
            .find(|record| matches!(record.data, ZoneData::Address(address) if !allowed.contains(&address)));
        all.extend(wrong.map(|record| found(&name, record)));
    }
    all
}

/// The services and the host by which older clients sign in inside.
fn internal_sign_in_outside(look: &Look<'_>) -> Vec<Found> {
    let names = numbers();
    let mut all = look.hosts(&names.sip_host_internal.value);
    let inside = [&names.sip_service_internal.value, &names.sip_service_lync_2013.value];
    let services = look.services().filter(|(service, ..)| inside.iter().any(|name| name == service));
    all.extend(services.map(|(_, _, record, _)| found(&record.name, record)));
    all
}

/// The target of an SRV record stands in the domain of the record; that of federation directly below it.
fn srv_leaves_domain(look: &Look<'_>) -> Vec<Found> {
    let fits = |service: &str, domain: &str, target: &str| {
        let is_direct = target.split_once('.').is_some_and(|(_, parent)| parent == domain);
        is_direct || (service != numbers().federation_service.value && is_within(target, domain))
    };
    let wrong = look.services().filter(|(service, domain, _, target)| !fits(service, domain, target));
    wrong.map(|(_, _, record, _)| found(&record.name, record)).collect()
}

fn srv_target_is_cname(look: &Look<'_>) -> Vec<Found> {
    let is_cname =
        |target: &str| look.zone.answers(target).any(|record| matches!(record.data, ZoneData::Cname(_)));
    let wrong = look.services().filter(|(_, _, _, target)| is_cname(target));
    wrong.map(|(_, _, record, _)| found(&record.name, record)).collect()
}

fn federation_misspelt(look: &Look<'_>) -> Vec<Found> {
    let names = numbers();
    let wrong = |domain: &&SipDomain| {
        let name = format!("{}.{domain}", names.federation_misspelt.value);
        let record = look.zone.records().iter().find(|record| record.name == name)?;
        let value = format!("{}.{domain}", names.federation_service.value);
        Some(Found { line: record.line, name, value })
    };
    look.domains.iter().filter_map(wrong).collect()
}

/// Hosts that older clients try last: where they stand in DNS, they stand in the certificates.
fn not_in_certificates(look: &Look<'_>) -> Vec<Found> {
    let names = numbers();
    let mut all = Vec::new();
    for domain in &look.domains {
        for label in [&names.sip_host_internal.value, &names.sip_host_external.value] {
            let host = domain.host(label);
            let Some(record) = look.zone.leads(host.as_str()) else { continue };
            let certificates = &look.expected.requirements.certificates;
            let is_named =
                certificates.iter().any(|row| row.body.names().iter().any(|own| own.name.is(&host)));
            if !is_named {
                all.push(found(host.as_str(), record));
            }
        }
    }
    all
}

/// A zone in which the plan requires nothing: the wrong file, or the wrong view.
fn not_of_plan(look: &Look<'_>) -> Vec<Found> {
    let apex = &look.zone.apex;
    if look.required.keys().any(|name| is_within(name, apex)) {
        return Vec::new();
    }
    let line = look.zone.records().first().map_or(1, |record| record.line);
    vec![Found { line, name: apex.clone(), value: look.view.word().to_owned() }]
}
