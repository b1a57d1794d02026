//! The names of pools and servers inside, and what older clients look for.

use super::record::{DnsRecord, OwnerName, RecordData, View, Zones};
use crate::catalog::numbers;
use crate::plan::Because;
use crate::requirement::Level;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[POOLS, SERVERS, LEGACY_SERVICE, LEGACY_HOST];

/// Each pool: the virtual address with hardware load balancing, else every server.
const POOLS: Rule<DnsRecord> = Rule {
    id: "dns-pool",
    facts: &["E-034", "E-054"],
    make: |premises, maker| {
        let zones = Zones::of(premises.plan);
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let name = because.read(&pool.fqdn);
            for address in because.read(&pool.addresses) {
                let mut because = because.clone();
                let data = RecordData::Address(*address);
                let record = zones.record(View::Internal, name, data, Level::Required, &mut because);
                maker.add(&maker.reason(&because), record);
            }
        }
    },
};

/// Each server.
const SERVERS: Rule<DnsRecord> = Rule {
    id: "dns-server",
    facts: &["E-034"],
    make: |premises, maker| {
        let zones = Zones::of(premises.plan);
        for server in premises.topology.pools.iter().flat_map(|pool| &pool.servers) {
            let mut because = Because::default();
            let name = because.read(&server.fqdn);
            for address in because.read(&server.addresses) {
                let mut because = because.clone();
                let data = RecordData::Address(*address);
                let record = zones.record(View::Internal, name, data, Level::Required, &mut because);
                maker.add(&maker.reason(&because), record);
            }
        }
    },
};

/// The SRV record by which clients older than Lync 2013 and desk phones sign in.
const LEGACY_SERVICE: Rule<DnsRecord> = Rule {
    id: "dns-legacy-service",
    facts: &["M-057", "M-282", "E-036", "E-050"],
    make: |premises, maker| {
        let mut because = Because::default();
        let domains = &premises.plan.domains;
        if !because.read(&domains.legacy_sign_in) {
            return;
        }
        let zones = Zones::of(premises.plan);
        let names = numbers();
        let mut made = Vec::new();
        for domain in because.read(&domains.sip) {
            let owner = OwnerName::service("_sipinternaltls._tcp", domain);
            // The target must be a host of the same domain (E-050).
            let data = RecordData::Srv(names.sip.value, domain.host(&names.sip_host.value));
            made.push(zones.record(View::Internal, owner, data, Level::Required, &mut because));
        }
        let reason = maker.reason(&because);
        for record in made {
            maker.add(&reason, record);
        }
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
        let zones = Zones::of(premises.plan);
        let mut made = Vec::new();
        for domain in because.read(&domains.sip) {
            for address in because.read(&entry.addresses) {
                let name = domain.host(&numbers().sip_host.value);
                let data = RecordData::Address(*address);
                made.push(zones.record(View::Internal, &name, data, Level::Required, &mut because));
            }
        }
        let reason = maker.reason(&because);
        for record in made {
            maker.add(&reason, record);
        }
    },
};
