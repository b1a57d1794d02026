//! The names of Edge pools outside and inside, and the services by which others find them (E-020 to E-028, M-056).

use super::record::{Common, DnsRecord, OwnerName, RecordData, View, addresses};
use crate::catalog::numbers;
use crate::plan::Because;
use crate::requirement::Level;
use crate::requirement::edge_use::{any_edge, is_discovered, is_needed, is_pushed};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::topology::{Edge, Service, SignIn};
use crate::value::{Label, Port, SipDomain};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[
    ACCESS,
    WEB_CONFERENCING,
    AV,
    SIGN_IN_HOST,
    SIGN_IN_SERVICE,
    FEDERATION,
    XMPP_SERVICE,
    XMPP_HOST,
    POOLS,
    SERVERS,
];

/// Outside: the Access Edge of each pool.
const ACCESS: Rule<DnsRecord> = Rule {
    id: "dns-edge-access",
    facts: &["E-002", "E-005", "E-020"],
    make: |premises, maker| each_pool(premises, maker, Service::Access),
};

/// Outside: the Web Conferencing Edge of each pool.
const WEB_CONFERENCING: Rule<DnsRecord> = Rule {
    id: "dns-edge-web-conferencing",
    facts: &["E-002", "E-005", "E-021"],
    make: |premises, maker| each_pool(premises, maker, Service::WebConferencing),
};

/// Outside: the A/V Edge of each pool.
const AV: Rule<DnsRecord> = Rule {
    id: "dns-edge-av",
    facts: &["E-002", "E-005", "E-022"],
    make: |premises, maker| each_pool(premises, maker, Service::Av),
};

fn each_pool(premises: &Premises<'_>, maker: &mut Maker<'_, DnsRecord>, service: Service) {
    let zones = premises.zones;
    for edge in &premises.topology.edges {
        let mut because = Because::default();
        let Some(name) = edge.name(service, &mut because) else {
            continue;
        };
        let records = addresses(name, edge.addresses(service, &mut because));
        let level = level(premises, edge, &mut because);
        zones.add(maker, because, Common::new(View::External, level), records);
    }
}

/// Outside: `sip` in each SIP domain, which the SRV records name; always an address, never a CNAME.
const SIGN_IN_HOST: Rule<DnsRecord> = Rule {
    id: "dns-edge-sign-in-host",
    facts: &["M-057", "E-020", "E-050", "ED-3"],
    make: |premises, maker| {
        for mut way in sign_in(premises) {
            let level = level(premises, way.edge, &mut way.because);
            let facts = hybrid(premises, &mut way.because);
            each_host(premises, maker, way, Common::new(View::External, level).stated_by(facts));
        }
    },
};

/// Outside: the SRV record by which clients without Autodiscover sign in.
const SIGN_IN_SERVICE: Rule<DnsRecord> = Rule {
    id: "dns-edge-sign-in-service",
    facts: &["M-057", "E-023", "E-050", "E-053", "ED-3"],
    make: |premises, maker| {
        let names = numbers();
        for SignIn { edge, domains, mut because } in sign_in(premises) {
            let is_needed = premises.plan.mobility.is_outside(&mut because);
            let level = if is_needed { Level::Required } else { Level::Optional };
            let mut common = Common::new(View::External, level).stated_by(hybrid(premises, &mut because));
            // With one address for all services, 443 belongs to another one.
            let port = if *because.read(&edge.pool.single_address) {
                common = common.stated_by(&["E-007", "E-158", "ED-6"]);
                names.access_client_single.value
            } else {
                names.access_client.value
            };
            let records = services(domains, (&names.sip_service.value, port, &names.sip_host.value));
            premises.zones.add(maker, because, common, records);
        }
    },
};

/// Outside: the SRV record by which the push service, the online part of a hybrid deployment and partners find the Edge.
const FEDERATION: Rule<DnsRecord> = Rule {
    id: "dns-edge-federation-service",
    facts: &["M-057", "M-301", "M-325", "E-024", "E-050", "E-053", "E-059", "ED-1", "ED-3"],
    make: |premises, maker| {
        let mut because = Because::default();
        if premises.topology.first_edge(&mut because).is_none() {
            return;
        }
        let mobility = &premises.plan.mobility;
        let (mut for_push, mut for_hybrid) = (false, false);
        let push = |because: &mut Because| {
            for_push = is_pushed(premises.plan, because);
            for_push
        };
        let hybrid = |because: &mut Because| {
            for_hybrid = *because.read(&mobility.hybrid);
            for_hybrid
        };
        let discovered = |because: &mut Because| any_edge(premises, because, &is_discovered);
        if !because.either(push, |because| because.either(hybrid, discovered)) {
            return;
        }
        let mut common = Common::required(View::External);
        if for_push {
            common = common.stated_by(&["M-056", "M-211", "M-212", "M-225", "E-199"]);
        }
        if for_hybrid {
            common = common.stated_by(&["E-060"]);
        }
        let names = numbers();
        let service = (&*names.federation_service.value, names.federation.value, &names.sip_host.value);
        each_service(premises, maker, because, common, service);
    },
};

/// Outside: the SRV record by which XMPP partners find the Edge.
const XMPP_SERVICE: Rule<DnsRecord> = Rule {
    id: "dns-edge-xmpp-service",
    facts: &["M-057", "E-025", "E-050", "E-053", "E-201", "ED-4"],
    make: |premises, maker| {
        let mut because = Because::default();
        let has_xmpp = |edge: &Edge, because: &mut Because| has_xmpp(premises, edge, because);
        if any_edge(premises, &mut because, &has_xmpp) {
            let names = numbers();
            let service = (&*names.xmpp_service.value, names.xmpp.value, &names.xmpp_host.value);
            each_service(premises, maker, because, Common::required(View::External), service);
        }
    },
};

/// Outside: the host that this SRV record names.
const XMPP_HOST: Rule<DnsRecord> = Rule {
    id: "dns-edge-xmpp-host",
    facts: &["E-026", "E-050", "E-201", "ED-4"],
    make: |premises, maker| {
        let mut because = Because::default();
        let has_xmpp = |edge: &Edge, because: &mut Because| has_xmpp(premises, edge, because);
        let Some(edge) = premises.topology.edge_with(has_xmpp, &mut because) else {
            return;
        };
        let at = edge.addresses(Service::Access, &mut because);
        let label = &numbers().xmpp_host.value;
        let domains = because.read(&premises.plan.domains.sip);
        let records = domains.iter().flat_map(|domain| addresses(&domain.host(label), at));
        premises.zones.add(maker, because, Common::required(View::External), records);
    },
};

/// Inside: the name of each Edge pool, at the internal side of each of its servers.
const POOLS: Rule<DnsRecord> = Rule {
    id: "dns-edge-pool",
    facts: &["E-027"],
    make: |premises, maker| {
        let zones = premises.zones;
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let name = because.read(&edge.pool.fqdn);
            let mut records = Vec::new();
            for server in because.read(&edge.pool.servers) {
                records.extend(addresses(name, because.read(&server.addresses)));
            }
            zones.add(maker, because, Common::required(View::Internal), records);
        }
    },
};

/// Inside: each Edge Server.
const SERVERS: Rule<DnsRecord> = Rule {
    id: "dns-edge-server",
    facts: &["E-028"],
    make: |premises, maker| {
        let zones = premises.zones;
        for server in premises.topology.edges.iter().flat_map(|edge| &edge.pool.servers) {
            let mut because = Because::default();
            let name = because.read(&server.fqdn);
            let records = addresses(name, because.read(&server.addresses));
            zones.add(maker, because, Common::required(View::Internal), records);
        }
    },
};

fn has_xmpp(premises: &Premises<'_>, edge: &Edge, because: &mut Because) -> bool {
    *because.read(&edge.pool.xmpp) && because.read(&premises.plan.servers.version).has_xmpp()
}

/// With users online, everybody outside still comes here first.
fn hybrid(premises: &Premises<'_>, because: &mut Because) -> &'static [&'static str] {
    let mut online = Because::default();
    if !*online.read(&premises.plan.mobility.hybrid) {
        return &[];
    }
    because.join(&online);
    &["E-060"]
}

/// Where `sip` of the SIP domains leads.
pub(super) fn sign_in<'p>(premises: &Premises<'p>) -> Vec<SignIn<'p>> {
    premises.topology.sign_in(premises.plan, &numbers().sip_host.value)
}

/// `sip` in those SIP domains, at the Access Edge.
pub(super) fn each_host(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    SignIn { edge, domains, mut because }: SignIn<'_>,
    common: Common,
) {
    let at = edge.addresses(Service::Access, &mut because);
    let label = &numbers().sip_host.value;
    let records = domains.into_iter().flat_map(|domain| addresses(&domain.host(label), at));
    premises.zones.add(maker, because, common, records);
}

/// An SRV record in each SIP domain: a service, its port, and a host of the same domain.
pub(super) fn each_service(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    mut because: Because,
    common: Common,
    service: (&str, Port, &Label),
) {
    let records = services(because.read(&premises.plan.domains.sip), service);
    premises.zones.add(maker, because, common, records);
}

fn services<'p>(
    domains: impl IntoIterator<Item = &'p SipDomain>,
    (service, port, label): (&str, Port, &Label),
) -> impl Iterator<Item = (OwnerName, RecordData)> {
    domains
        .into_iter()
        .map(move |domain| (OwnerName::service(service, domain), RecordData::Srv(port, domain.host(label))))
}

/// What nothing needs is no more than allowed: clients inside only, no push, no partners.
fn level(premises: &Premises<'_>, edge: &Edge, because: &mut Because) -> Level {
    if is_needed(premises, edge, because) { Level::Required } else { Level::Optional }
}
