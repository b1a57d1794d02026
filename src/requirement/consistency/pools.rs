//! Pools that a fact forbids: their servers, network interfaces, editions, partners (M-013, M-020, M-060, M-092, M-307).

use crate::finding::{Finding, Severity};
use crate::plan::{Access, Because, Edition, FrontEndPool, Version};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::topology::PoolRole;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    POOL_WITHOUT_SERVERS,
    STANDARD_EDITION_SERVERS,
    STANDARD_EDITION_NAME,
    TWO_INTERFACES,
    TWO_INTERFACES_MEDIATION,
    TWO_INTERFACES_ALONE,
    PAIRED_WITH_ITSELF,
    PAIR_NOT_MUTUAL,
    PAIR_BEHIND_DIRECTOR,
    PAIR_BEHIND_ONE_PROXY,
    LEGACY_SIGN_IN_ELSEWHERE,
];

/// A pool of no servers.
const POOL_WITHOUT_SERVERS: Rule<Finding> = Rule {
    id: "pool-without-servers",
    facts: &["M-083", "M-121", "E-034"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            if because.read(&pool.servers).is_empty() {
                let finding = maker
                    .finding(Severity::Error, pool.servers.path())
                    .with("pool", because.read(&pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Several servers under a Standard Edition.
const STANDARD_EDITION_SERVERS: Rule<Finding> = Rule {
    id: "standard-edition-servers",
    facts: &["M-020", "M-095", "M-158"],
    make: |premises, maker| {
        for pool in front_end_pools(premises) {
            let mut because = Because::default();
            let count = because.read(&pool.servers).len();
            if *because.read(&pool.edition) == Edition::Standard && count > 1 {
                let finding = maker
                    .finding(Severity::Error, pool.edition.path())
                    .with("pool", because.read(&pool.fqdn))
                    .counting("count", count);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A Standard Edition server that is called otherwise than its pool.
const STANDARD_EDITION_NAME: Rule<Finding> = Rule {
    id: "standard-edition-name",
    facts: &["M-020", "M-095"],
    make: |premises, maker| {
        for pool in front_end_pools(premises) {
            let mut because = Because::default();
            let ([server], Edition::Standard) = (because.read(&pool.servers), because.read(&pool.edition))
            else {
                continue;
            };
            if because.read(&server.fqdn) != because.read(&pool.fqdn) {
                let finding = maker
                    .finding(Severity::Error, server.fqdn.path())
                    .with("server", because.read(&server.fqdn))
                    .with("pool", because.read(&pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// A second network interface on a version that does not support it.
const TWO_INTERFACES: Rule<Finding> = Rule {
    id: "two-network-interfaces",
    facts: &["M-013", "M-307"],
    make: |premises, maker| {
        for pool in front_end_pools(premises) {
            let mut because = Because::default();
            let version = *because.read(&premises.plan.servers.version);
            if has_two_interfaces(pool, &mut because) && version >= Version::Server2019 {
                let finding = maker
                    .finding(Severity::Error, pool.network_interfaces.path())
                    .with("pool", because.read(&pool.fqdn))
                    .with("version", version.word());
                maker.tell(&because, finding);
            }
        }
    },
};

/// A second network interface beside a Mediation Server: an address for each service.
const TWO_INTERFACES_MEDIATION: Rule<Finding> = Rule {
    id: "two-network-interfaces-mediation",
    facts: &["M-013", "M-307"],
    make: |premises, maker| two_interfaces(premises, maker, true, Severity::Advice),
};

/// A second network interface without a Mediation Server, of which no document speaks.
const TWO_INTERFACES_ALONE: Rule<Finding> = Rule {
    id: "two-network-interfaces-alone",
    facts: &["M-013", "M-307"],
    make: |premises, maker| two_interfaces(premises, maker, false, Severity::Warning),
};

/// A second network interface on a version that supports it with a Mediation Server beside.
fn two_interfaces(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Finding>,
    with_mediation: bool,
    severity: Severity,
) {
    for pool in front_end_pools(premises) {
        let mut because = Because::default();
        let is_met = has_two_interfaces(pool, &mut because)
            && *because.read(&premises.plan.servers.version) < Version::Server2019
            && *because.read(&pool.mediation_collocated) == with_mediation;
        if is_met {
            let finding = maker
                .finding(severity, pool.network_interfaces.path())
                .with("pool", because.read(&pool.fqdn));
            maker.tell(&because, finding);
        }
    }
}

/// A pool that shall take over from itself.
const PAIRED_WITH_ITSELF: Rule<Finding> = Rule {
    id: "paired-with-itself",
    facts: &["P-004", "M-060"],
    make: |premises, maker| {
        for pool in front_end_pools(premises) {
            let mut because = Because::default();
            let own = because.read(&pool.fqdn);
            if because.read(&pool.paired_with).as_ref() == Some(own) {
                let finding = maker.finding(Severity::Error, pool.paired_with.path()).with("pool", own);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A partner that has another partner, or none.
const PAIR_NOT_MUTUAL: Rule<Finding> = Rule {
    id: "pair-not-mutual",
    facts: &["M-060"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            let Some(partner) = premises.topology.partner(premises.plan, pool, &mut because) else {
                continue;
            };
            let (Some(own), Some(back)) = (&pool.paired_with, &partner.paired_with) else { continue };
            let is_mutual = because.read(back).as_ref() == Some(because.read(&pool.fqdn));
            if !is_mutual {
                let finding = maker
                    .finding(Severity::Warning, own.path())
                    .with("pool", because.read(&pool.fqdn))
                    .with("partner", because.read(&partner.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Pools that take over from each other, and a Director in front that does not.
const PAIR_BEHIND_DIRECTOR: Rule<Finding> = Rule {
    id: "pair-behind-director",
    facts: &["M-043", "M-060", "M-077"],
    make: |premises, maker| {
        let topology = premises.topology;
        for pool in topology.front_ends() {
            let mut because = Because::default();
            let Some(partner) = topology.partner(premises.plan, pool, &mut because) else { continue };
            let (Some(own), Some(entry)) = (&pool.paired_with, topology.entry(&mut because)) else {
                continue;
            };
            if entry.role == PoolRole::Director {
                let finding = maker
                    .finding(Severity::Warning, own.path())
                    .with("pool", because.read(&pool.fqdn))
                    .with("partner", because.read(&partner.fqdn))
                    .with("director", because.read(&entry.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Pools that take over from each other, behind one proxy: its rules lead to the first of them only.
const PAIR_BEHIND_ONE_PROXY: Rule<Finding> = Rule {
    id: "pair-behind-one-proxy",
    facts: &["M-060", "M-130"],
    make: |premises, maker| {
        let mut because = Because::default();
        let (plan, topology) = (premises.plan, premises.topology);
        if *because.read(&plan.mobility.access) != Access::InternalAndExternal {
            return;
        }
        let Some((first, partner)) = topology.pair(plan, &mut because) else { return };
        let proxies = (topology.proxy_of(first, &mut because), topology.proxy_of(partner, &mut because));
        let ((Some(proxy), Some(other)), Some(own)) = (proxies, &first.paired_with) else { return };
        if proxy.at == other.at {
            let finding = maker
                .finding(Severity::Warning, own.path())
                .with("proxy", because.read(&proxy.name))
                .with("pool", because.read(&first.fqdn))
                .with("partner", because.read(&partner.fqdn));
            maker.tell(&because, finding);
        }
    },
};

/// Older clients are led to a pool whose certificate lacks the name that they ask for.
const LEGACY_SIGN_IN_ELSEWHERE: Rule<Finding> = Rule {
    id: "legacy-sign-in-elsewhere",
    facts: &["M-092", "M-282", "E-036", "E-037", "E-177"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !*because.read(&premises.plan.domains.legacy_sign_in) {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else { return };
        let Some(sign_in) = &entry.sign_in else { return };
        if !*because.read(sign_in) {
            let finding =
                maker.finding(Severity::Warning, sign_in.path()).with("pool", because.read(&entry.fqdn));
            maker.tell(&because, finding);
        }
    },
};

fn front_end_pools<'p>(premises: &Premises<'p>) -> impl Iterator<Item = &'p FrontEndPool> {
    premises.plan.sites.iter().flat_map(|site| &site.front_end_pools)
}

fn has_two_interfaces(pool: &FrontEndPool, because: &mut Because) -> bool {
    because.read(&pool.network_interfaces).0 > 1
}
