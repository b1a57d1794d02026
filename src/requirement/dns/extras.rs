//! Office Web Apps Servers, hybrid deployments, and what the perimeter has to resolve (M-053, M-138, E-041 to E-043).

use super::edge::{each_host, each_service, sign_in};
use super::record::{Common, DnsRecord, View, addresses};
use crate::catalog::numbers;
use crate::plan::Because;
use crate::requirement::public_name::Purpose;
use crate::requirement::rule::{Premises, Rule};
use crate::topology::{Edge, Service};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[
    OFFICE_EXTERNAL,
    OFFICE_INTERNAL,
    HYBRID_FEDERATION,
    HYBRID_ACCESS,
    HYBRID_CONFERENCING,
    PERIMETER_WEB,
    PERIMETER_OFFICE,
];

/// Outside: each published Office Web Apps Server, at its reverse proxy.
const OFFICE_EXTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-office-external",
    facts: &["M-053", "M-080", "M-280", "E-032"],
    make: |premises, maker| {
        let zones = premises.zones;
        for published in &premises.published.offices {
            let mut because = published.because.clone();
            let name = because.read(&published.office.server.fqdn);
            let records = addresses(name, because.read(&published.proxy.external));
            zones.add(maker, because, Common::required(View::External), records);
        }
    },
};

/// Inside: each Office Web Apps Server.
const OFFICE_INTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-office-internal",
    facts: &["M-280", "E-043"],
    make: |premises, maker| {
        let zones = premises.zones;
        for office in &premises.topology.offices {
            let mut because = Because::default();
            let name = because.read(&office.server.fqdn);
            let records = addresses(name, because.read(&office.server.addresses));
            zones.add(maker, because, Common::required(View::Internal), records);
        }
    },
};

/// What the Edge asks for where users are online: the federation record of every SIP domain.
const HYBRID_FEDERATION: Rule<DnsRecord> = Rule {
    id: "dns-hybrid-federation",
    facts: &["M-057", "E-041", "E-050", "E-053", "ED-1", "ED-9"],
    make: |premises, maker| {
        let mut because = Because::default();
        if hybrid_edge(premises, &mut because).is_some() {
            let names = numbers();
            let service = (&*names.federation_service.value, names.federation.value, &names.sip_host.value);
            each_service(premises, maker, because, Common::required(View::Perimeter), service);
        }
    },
};

/// The host that this record names, as the Edge must resolve it.
const HYBRID_ACCESS: Rule<DnsRecord> = Rule {
    id: "dns-hybrid-access",
    facts: &["E-041", "ED-9"],
    make: |premises, maker| {
        for mut way in sign_in(premises) {
            if *way.because.read(&premises.plan.mobility.hybrid) {
                each_host(premises, maker, way, Common::required(View::Perimeter));
            }
        }
    },
};

/// What clients inside ask for where users are online: the Web Conferencing Edge, at its external addresses.
const HYBRID_CONFERENCING: Rule<DnsRecord> = Rule {
    id: "dns-hybrid-conferencing",
    facts: &["E-042"],
    make: |premises, maker| {
        let zones = premises.zones;
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if !because.read(&premises.plan.mobility.hybrid) {
                return;
            }
            let Some(name) = edge.name(Service::WebConferencing, &mut because) else {
                continue;
            };
            let records = addresses(name, edge.addresses(Service::WebConferencing, &mut because));
            zones.add(maker, because, Common::required(View::Internal), records);
        }
    },
};

/// What a reverse proxy asks for: the external Web Services of each pool that it publishes, at the pool.
const PERIMETER_WEB: Rule<DnsRecord> = Rule {
    id: "dns-perimeter-web",
    facts: &["M-138"],
    make: |premises, maker| {
        let zones = premises.zones;
        let groups = premises.published.groups.iter();
        for group in groups.filter(|group| group.purpose == Purpose::WebServices) {
            let mut because = group.because.and(&group.named);
            because.read(&group.proxy.name);
            let at = because.read(&group.pool.external.addresses);
            let records = group.names.iter().flat_map(|name| addresses(name, at));
            zones.add(maker, because, Common::required(View::Perimeter), records);
        }
    },
};

/// The same for each published Office Web Apps Server.
const PERIMETER_OFFICE: Rule<DnsRecord> = Rule {
    id: "dns-perimeter-office",
    facts: &["M-080", "M-138", "M-280"],
    make: |premises, maker| {
        let zones = premises.zones;
        for published in &premises.published.offices {
            let mut because = published.because.clone();
            let name = because.read(&published.office.server.fqdn);
            let records = addresses(name, because.read(&published.office.server.addresses));
            zones.add(maker, because, Common::required(View::Perimeter), records);
        }
    },
};

/// The Edge pool through which online users and users here meet.
fn hybrid_edge<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p Edge> {
    if !because.read(&premises.plan.mobility.hybrid) {
        return None;
    }
    premises.topology.first_edge(because)
}
