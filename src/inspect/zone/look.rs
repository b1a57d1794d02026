//! A zone beside what a plan knows of it.

use std::collections::{HashMap, HashSet};

use super::rules::Expected;
use super::{Zone, ZoneData, ZoneRecord};
use crate::catalog::numbers;
use crate::requirement::View;
use crate::value::{Label, SipDomain};

/// A place, the name that stands there, and what it has or should have.
pub(super) struct Found {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) value: String,
}

/// A zone, and what a plan knows of it.
pub(super) struct Look<'a> {
    pub(super) zone: &'a Zone,
    pub(super) view: View,
    pub(super) expected: Expected<'a>,
    /// The SIP domains, of which the zone may hold names.
    pub(super) domains: Vec<&'a SipDomain>,
    /// Each name that the plan requires in this view, with its zone.
    pub(super) required: HashMap<&'a str, &'a str>,
}

impl<'a> Look<'a> {
    pub(super) fn at(zone: &'a Zone, view: View, expected: Expected<'a>) -> Self {
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
    pub(super) fn hosts(&self, label: &Label) -> Vec<Found> {
        let names = self.domains.iter().map(|domain| domain.host(label).to_string());
        names.filter_map(|name| self.unwanted(&name)).collect()
    }

    /// Where a name leads somewhere, that the plan does not want in this view.
    pub(super) fn unwanted(&self, name: &str) -> Option<Found> {
        if self.required.contains_key(name) {
            return None;
        }
        Some(found(name, self.zone.leads(name)?))
    }

    /// The SRV records of the services of sign-in and federation: service, domain, record, target.
    pub(super) fn services(&self) -> impl Iterator<Item = (&'static str, &'a str, &'a ZoneRecord, &'a str)> {
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

pub(super) fn found(name: &str, record: &ZoneRecord) -> Found {
    let value = match &record.data {
        ZoneData::Address(address) => address.to_string(),
        ZoneData::Cname(target) | ZoneData::Srv(_, target) => target.clone(),
        ZoneData::Other(kind) => kind.clone(),
    };
    Found { line: record.line, name: name.to_owned(), value }
}

pub(super) fn is_within(name: &str, domain: &str) -> bool {
    domain.is_empty() || name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
