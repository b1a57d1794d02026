//! GeoDNS names for paired pools (M-060, E-218): the hosts of Meet and Dial-in and the Autodiscover names become CNAME
//! records of names that hold both pools.

use std::collections::{BTreeSet, HashSet};

use super::autodiscover::{host, is_automatic, leads_to_web_services, place_facts};
use super::record::{Common, DnsRecord, OwnerName, RecordData, View, addresses};
use super::simple_urls::layout_facts;
use crate::catalog::numbers;
use crate::plan::{Access, Because, InternalZones};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::topology::Pool;
use crate::value::{Address, Fqdn};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[ALIAS, NAME, PIN_POINT];

/// Each host is a CNAME of a GeoDNS name in its own SIP domain, so that no CNAME leaves its domain.
const ALIAS: Rule<DnsRecord> = Rule {
    id: "dns-geo-alias",
    facts: &["M-047", "M-048", "M-060", "E-218", "ED-18"],
    make: |premises, maker| {
        for service in services(premises) {
            let Service { view, hosts, because, facts, .. } = service.in_whole_zones(premises);
            let records = hosts
                .iter()
                .filter_map(|host| Some((OwnerName::from(host), RecordData::Cname(geo_name(host, view)?))));
            let common = Common::required(view).stated_by(&facts);
            premises.zones.add(maker, because, common, records);
        }
    },
};

/// Each GeoDNS name leads to both pools.
const NAME: Rule<DnsRecord> = Rule {
    id: "dns-geo-name",
    facts: &["M-060", "M-314", "E-218", "ED-18"],
    make: |premises, maker| {
        for service in services(premises) {
            let Service { view, hosts, mut because, facts, pools, place } = service.in_whole_zones(premises);
            because.join(&place.because);
            let remarks = remarks(view, pools, &mut because);
            let names: Vec<Fqdn> = hosts.iter().filter_map(|host| geo_name(host, view)).collect();
            let records = names.iter().flat_map(|name| addresses(name, &place.at));
            let common = Common::required(view).stated_by(&facts).stated_by(&place.facts).saying(remarks);
            premises.zones.add(maker, because, common, records);
        }
    },
};

/// Where no GeoDNS name can stand between, a host leads to both pools itself: a pin-point zone can't begin with a CNAME,
/// and a long label leaves no room.
const PIN_POINT: Rule<DnsRecord> = Rule {
    id: "dns-geo-pin-point",
    facts: &["M-060", "M-063", "M-064", "E-218"],
    make: |premises, maker| {
        for mut service in services(premises) {
            if !service.is_pin_point(premises) {
                let view = service.view;
                service.hosts.retain(|host| geo_name(host, view).is_none());
            }
            let Service { view, hosts, mut because, facts, place, .. } = service;
            because.join(&place.because);
            let records = hosts.iter().flat_map(|host| addresses(host, &place.at));
            let common = Common::required(view).stated_by(&facts).stated_by(&place.facts);
            premises.zones.add(maker, because, common, records);
        }
    },
};

/// Hosts that both pools answer: which, and why.
struct Service<'p> {
    view: View,
    hosts: Vec<Fqdn>,
    because: Because,
    facts: Vec<&'static str>,
    pools: [&'p Pool; 2],
    place: Place,
}

/// Where both pools are, and why there.
struct Place {
    at: Vec<Address>,
    because: Because,
    facts: Vec<&'static str>,
}

impl Service<'_> {
    /// Whether each of its hosts is a zone of its own.
    fn is_pin_point(&mut self, premises: &Premises<'_>) -> bool {
        let zones = &premises.plan.domains.internal_sip_zones;
        self.view == View::Internal && *self.because.read(zones) == InternalZones::PinPoint
    }

    /// The same with the hosts that may be a CNAME.
    fn in_whole_zones(mut self, premises: &Premises<'_>) -> Self {
        if self.is_pin_point(premises) {
            self.hosts.clear();
        }
        self
    }
}

/// What both pools answer: nothing where no pool takes over from the one that answers first.
fn services<'p>(premises: &Premises<'p>) -> Vec<Service<'p>> {
    let mut because = Because::default();
    let Some((first, partner)) = premises.topology.pair(premises.plan, &mut because) else {
        return Vec::new();
    };
    let pools = [first, partner];
    let mut services = Vec::new();
    for view in [View::Internal, View::External] {
        let mut because = because.clone();
        let access = &premises.plan.mobility.access;
        if view == View::External && *because.read(access) != Access::InternalAndExternal {
            continue;
        }
        for hosts in [meet, dialin] {
            let mut because = because.clone();
            let hosts = hosts(premises, &mut because);
            let facts = layout_facts(*because.read(&premises.plan.simple_urls.layout)).to_vec();
            let place = simple_url_place(premises, view, pools);
            services.push(Service { view, hosts, because, facts, pools, place });
        }
        if is_automatic(premises, &mut because) {
            let mut facts = vec!["M-028", "M-041", "M-046"];
            facts.extend(place_facts(premises, view, &mut because));
            let sip = because.read(&premises.plan.domains.sip);
            let hosts = sip.iter().map(|domain| host(view, domain)).collect();
            let place = autodiscover_place(premises, view, pools);
            services.push(Service { view, hosts, because, facts, pools, place });
        }
    }
    services
}

fn meet(premises: &Premises<'_>, because: &mut Because) -> Vec<Fqdn> {
    because.read(&premises.topology.simple_urls.meet).clone()
}

fn dialin(premises: &Premises<'_>, because: &mut Because) -> Vec<Fqdn> {
    because.read(&premises.topology.simple_urls.dialin).iter().cloned().collect()
}

fn simple_url_place(premises: &Premises<'_>, view: View, pools: [&Pool; 2]) -> Place {
    let mut because = Because::default();
    let (at, facts) = if view == View::Internal {
        (web_services(pools, &mut because), vec!["M-077"])
    } else {
        (proxies(premises, pools, &mut because), vec!["M-052", "E-031"])
    };
    Place { at, because, facts }
}

fn autodiscover_place(premises: &Premises<'_>, view: View, pools: [&Pool; 2]) -> Place {
    let mut because = Because::default();
    let (at, facts) = if view == View::External {
        (proxies(premises, pools, &mut because), vec!["M-287", "E-029"])
    } else if leads_to_web_services(premises, &mut because) {
        (web_services(pools, &mut because), vec!["M-027", "M-062", "M-285", "M-286", "E-033"])
    } else {
        (proxies(premises, pools, &mut because), vec!["M-027", "M-062", "M-067", "M-285", "M-286"])
    };
    Place { at, because, facts }
}

/// The internal Web Services of both pools.
fn web_services(pools: [&Pool; 2], because: &mut Because) -> Vec<Address> {
    each_once(pools.iter().flat_map(|pool| because.read(&pool.internal.addresses).clone()).collect())
}

/// The proxies of both pools, where they differ.
fn proxies(premises: &Premises<'_>, pools: [&Pool; 2], because: &mut Because) -> Vec<Address> {
    let mut at = Vec::new();
    for pool in pools {
        if let Some(proxy) = premises.topology.proxy_of(pool, because) {
            at.extend(because.read(&proxy.external));
        }
    }
    each_once(at)
}

fn each_once(mut at: Vec<Address>) -> Vec<Address> {
    let mut seen = HashSet::new();
    at.retain(|address| seen.insert(*address));
    at
}

/// The GeoDNS name of a host: `meet.contoso.com` has `meet-int.geolb.contoso.com` inside. None where the label has no
/// room for it.
fn geo_name(host: &Fqdn, view: View) -> Option<Fqdn> {
    let names = numbers();
    let side = if view == View::Internal { &names.geo_inside } else { &names.geo_outside };
    let (label, domain) = host.as_str().split_once('.')?;
    format!("{label}-{}.{}.{domain}", side.value, names.geo_zone.value).parse().ok()
}

fn remarks(view: View, [first, partner]: [&Pool; 2], because: &mut Because) -> Vec<Message> {
    let mut remarks = vec![
        Message::new("remark-geo-choice")
            .with("first", because.read(&first.fqdn))
            .with("partner", because.read(&partner.fqdn)),
    ];
    if view == View::External {
        remarks.push(
            Message::new("remark-geo-probe")
                .with("first", first.external_site(because))
                .with("partner", partner.external_site(because)),
        );
    }
    let mut ports = BTreeSet::from([numbers().internal_http.value, numbers().internal_https.value]);
    ports.extend([first, partner].map(|pool| *because.read(&pool.ports.listening_https)));
    let ports: Vec<_> = ports.iter().map(ToString::to_string).collect();
    remarks.push(Message::new("remark-geo-ports").with("ports", ports.join(", ")));
    remarks.push(Message::new("remark-geo-scheduler"));
    remarks
}
