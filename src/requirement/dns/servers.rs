//! The names of pools and servers inside, and what older clients look for.

use super::record::{Common, DnsRecord, OwnerName, RecordData, View, addresses};
use crate::catalog::numbers;
use crate::plan::Because;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[POOLS, SERVERS, LEGACY_SERVICE, LEGACY_HOST];

/// Each pool: the virtual address with hardware load balancing, else every server.
const POOLS: Rule<DnsRecord> = Rule {
    id: "dns-pool",
    facts: &["E-034", "E-054"],
    make: |premises, maker| {
        let zones = premises.zones;
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let name = because.read(&pool.fqdn);
            let records = addresses(name, because.read(&pool.addresses));
            zones.add(maker, because, Common::required(View::Internal), records);
        }
    },
};

/// Each server.
const SERVERS: Rule<DnsRecord> = Rule {
    id: "dns-server",
    facts: &["E-034"],
    make: |premises, maker| {
        let zones = premises.zones;
        for server in premises.topology.pools.iter().flat_map(|pool| &pool.servers) {
            let mut because = Because::default();
            let name = because.read(&server.fqdn);
            let records = addresses(name, because.read(&server.addresses));
            zones.add(maker, because, Common::required(View::Internal), records);
        }
    },
};

/// The SRV record by which clients older than Lync 2013 and desk phones sign in.
const LEGACY_SERVICE: Rule<DnsRecord> = Rule {
    id: "dns-legacy-service",
    facts: &["M-057", "M-282", "E-036", "E-050", "E-052", "E-053", "ED-2"],
    make: |premises, maker| {
        let mut because = Because::default();
        let domains = &premises.plan.domains;
        if !because.read(&domains.legacy_sign_in) {
            return;
        }
        let names = numbers();
        // The target must be a host of the same domain (E-050).
        let records = because.read(&domains.sip).iter().map(|domain| {
            let owner = OwnerName::service(&names.sip_service_internal.value, domain);
            (owner, RecordData::Srv(names.sip.value, domain.host(&names.sip_host.value)))
        });
        premises.zones.add(maker, because, Common::required(View::Internal), records);
    },
};

/// The host that this SRV record names: the pool that answers first.
const LEGACY_HOST: Rule<DnsRecord> = Rule {
    id: "dns-legacy-host",
    facts: &["M-282", "E-037"],
    make: |premises, maker| {
        let mut because = Because::default();
        let domains = &premises.plan.domains;
        if !because.read(&domains.legacy_sign_in) {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let at = because.read(&entry.addresses);
        let sip = because.read(&domains.sip);
        let records = sip.iter().flat_map(|domain| addresses(&domain.host(&numbers().sip_host.value), at));
        premises.zones.add(maker, because, Common::required(View::Internal), records);
    },
};
