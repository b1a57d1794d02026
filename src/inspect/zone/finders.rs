//! What the rules on zones find, a function each.

use std::collections::HashSet;

use super::look::{Found, Look, found, is_within};
use super::rules::Expected;
use super::{Zone, ZoneData, ZoneRecord};
use crate::catalog::numbers;
use crate::plan::{Autodiscover, Because, InitialRequest};
use crate::requirement::View;
use crate::topology::Pool;
use crate::value::{Address, Fqdn, SipDomain};

/// Names that the plan requires in just this zone and that nothing answers.
pub(super) fn autodiscover_missing(look: &Look<'_>) -> Vec<Found> {
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
pub(super) fn cname_leaves_domain(look: &Look<'_>) -> Vec<Found> {
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
pub(super) fn admin_outside(look: &Look<'_>) -> Vec<Found> {
    let urls = &look.expected.topology.simple_urls;
    let because = &mut Because::default();
    let admin = because.read(&urls.admin).as_ref();
    let mut is_shared = |admin| {
        because.read(&urls.meet).contains(admin) || because.read(&urls.dialin).as_ref() == Some(admin)
    };
    let admin = admin.filter(|admin| !is_shared(admin));
    admin.and_then(|admin| look.unwanted(admin.as_str())).into_iter().collect()
}

pub(super) fn internal_web_outside(look: &Look<'_>) -> Vec<Found> {
    let name = |pool: &Pool| Because::default().read(&pool.internal.fqdn).to_string();
    look.expected.topology.pools.iter().filter_map(|pool| look.unwanted(&name(pool))).collect()
}

/// The external web site of a pool leads inside to its reverse proxy, on either side of it, or nowhere.
pub(super) fn external_web_inside(look: &Look<'_>) -> Vec<Found> {
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
pub(super) fn internal_sign_in_outside(look: &Look<'_>) -> Vec<Found> {
    let names = numbers();
    let mut all = look.hosts(&names.sip_host_internal.value);
    let inside = [&names.sip_service_internal.value, &names.sip_service_lync_2013.value];
    let services = look.services().filter(|(service, ..)| inside.iter().any(|name| name == service));
    all.extend(services.map(|(_, _, record, _)| found(&record.name, record)));
    all
}

/// The target of an SRV record stands in the domain of the record; that of federation directly below it.
pub(super) fn srv_leaves_domain(look: &Look<'_>) -> Vec<Found> {
    let fits = |service: &str, domain: &str, target: &str| {
        let is_direct = target.split_once('.').is_some_and(|(_, parent)| parent == domain);
        is_direct || (service != numbers().federation_service.value && is_within(target, domain))
    };
    let wrong = look.services().filter(|(service, domain, _, target)| !fits(service, domain, target));
    wrong.map(|(_, _, record, _)| found(&record.name, record)).collect()
}

pub(super) fn srv_target_is_cname(look: &Look<'_>) -> Vec<Found> {
    let is_cname =
        |target: &str| look.zone.answers(target).any(|record| matches!(record.data, ZoneData::Cname(_)));
    let wrong = look.services().filter(|(_, _, _, target)| is_cname(target));
    wrong.map(|(_, _, record, _)| found(&record.name, record)).collect()
}

pub(super) fn federation_misspelt(look: &Look<'_>) -> Vec<Found> {
    let names = numbers();
    let wrong = |domain: &&SipDomain| {
        let name = format!("{}.{domain}", names.federation_misspelt.value);
        let record = look.zone.own(&name).next()?;
        let value = format!("{}.{domain}", names.federation_service.value);
        Some(Found { line: record.line, name, value })
    };
    look.domains.iter().filter_map(wrong).collect()
}

/// Hosts that older clients try last: where they stand in DNS, they stand in the certificates.
pub(super) fn not_in_certificates(look: &Look<'_>) -> Vec<Found> {
    let names = numbers();
    let certificates = look.expected.requirements.certificates.iter().map(|row| &row.body);
    let every = certificates.flat_map(|body| body.own_names.iter().chain(body.common_names.iter()));
    let named: HashSet<&Fqdn> = every.filter_map(|own| own.name.host()).collect();
    let mut all = Vec::new();
    for domain in &look.domains {
        for label in [&names.sip_host_internal.value, &names.sip_host_external.value] {
            let host = domain.host(label);
            let Some(record) = look.zone.leads(host.as_str()) else { continue };
            if !named.contains(&host) {
                all.push(found(host.as_str(), record));
            }
        }
    }
    all
}

/// A zone in which the plan requires nothing: the wrong file, or the wrong view.
pub(super) fn not_of_plan(look: &Look<'_>) -> Vec<Found> {
    let apex = &look.zone.apex;
    if look.required.keys().any(|name| is_within(name, apex)) {
        return Vec::new();
    }
    let line = look.zone.records().first().map_or(1, |record| record.line);
    vec![Found { line, name: apex.clone(), value: look.view.word().to_owned() }]
}
