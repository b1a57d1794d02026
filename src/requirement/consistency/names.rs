//! Names that must differ.

use std::collections::BTreeMap;

use crate::catalog::numbers;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, Edition, LoadBalancing, Path};
use crate::requirement::rule::Rule;
use crate::topology::{Edge, Pool, Service};
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    COMMON_NAME_TOO_LONG,
    WEB_FQDNS_EQUAL,
    WEB_FQDN_NOT_UNIQUE,
    EXTERNAL_WEB_FQDN_TAKEN,
    INTERNAL_WEB_FQDN_ELSEWHERE,
    STANDARD_EDITION_WEB_FQDN,
    DNS_LOAD_BALANCING_NEEDS_OVERRIDE,
];

/// Internal and external Web Services of a pool have one name.
const WEB_FQDNS_EQUAL: Rule<Finding> = Rule {
    id: "web-fqdns-equal",
    facts: &["M-014", "E-056"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let name = because.read(&pool.internal.fqdn);
            if name == because.read(&pool.external.fqdn) {
                let finding = maker
                    .finding(Severity::Error, &pool.at.key("web_services"))
                    .with("name", name)
                    .with("pool", because.read(&pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// A name of a pool, a server or its Web Services that another pool has too.
const WEB_FQDN_NOT_UNIQUE: Rule<Finding> = Rule {
    id: "web-fqdn-not-unique",
    facts: &["M-019", "M-096"],
    make: |premises, maker| {
        let mut taken: BTreeMap<Fqdn, (Path, Because)> = BTreeMap::new();
        for pool in &premises.topology.pools {
            let own = names_of(pool);
            for (name, (at, because)) in &own {
                if let Some((other, others)) = taken.get(name) {
                    let finding = maker.finding(Severity::Error, at).with("name", name).with("other", other);
                    maker.tell(&because.and(others), finding);
                }
            }
            taken.extend(own);
        }
    },
};

/// The external Web Services have the name of their own pool, or of one of its servers.
const EXTERNAL_WEB_FQDN_TAKEN: Rule<Finding> = Rule {
    id: "external-web-fqdn-taken",
    facts: &["M-016", "M-019", "M-288"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let name = because.read(&pool.external.fqdn);
            if name == because.read(&pool.internal.fqdn) {
                continue;
            }
            let own = [&pool.fqdn].into_iter().chain(pool.servers.iter().map(|server| &server.fqdn));
            if let Some(other) = own.into_iter().find(|other| other.given().value() == name) {
                because.read(other);
                let finding = maker
                    .finding(Severity::Error, &pool.external.at.key("fqdn"))
                    .with("name", name)
                    .with("other", other.path());
                maker.tell(&because, finding);
            }
        }
    },
};

/// The internal Web Services have a name of their own, outside the domain of the servers.
const INTERNAL_WEB_FQDN_ELSEWHERE: Rule<Finding> = Rule {
    id: "internal-web-fqdn-elsewhere",
    facts: &["M-015", "M-022"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let name = because.read(&pool.internal.fqdn);
            let directory = because.read(&premises.plan.domains.active_directory);
            if name != because.read(&pool.fqdn) && !name.is_within(directory) {
                let finding = maker
                    .finding(Severity::Advice, &pool.internal.at.key("fqdn"))
                    .with("name", name)
                    .with("directory", directory);
                maker.tell(&because, finding);
            }
        }
    },
};

/// Every name of a pool with its place; a name that serves twice in the pool has the place of its Web Services.
fn names_of(pool: &Pool) -> BTreeMap<Fqdn, (Path, Because)> {
    let mut names = BTreeMap::new();
    let mut because = Because::default();
    names.insert(because.read(&pool.fqdn).clone(), (pool.fqdn.path().clone(), because));
    for server in &pool.servers {
        let mut because = Because::default();
        names.insert(because.read(&server.fqdn).clone(), (server.fqdn.path().clone(), because));
    }
    for side in [&pool.internal, &pool.external] {
        let mut because = Because::default();
        names.insert(because.read(&side.fqdn).clone(), (side.at.key("fqdn"), because));
    }
    names
}

/// The subjects of the certificates of an Edge pool, with their places.
fn subjects_of(edge: &Edge) -> BTreeMap<Fqdn, (Path, Because)> {
    let mut names = BTreeMap::new();
    let mut because = Because::default();
    names.insert(because.read(&edge.pool.fqdn).clone(), (edge.pool.fqdn.path().clone(), because));
    let mut because = Because::default();
    if let Some(name) = edge.name(Service::Access, &mut because) {
        names.insert(name.clone(), (edge.pool.access.fqdn.path().clone(), because));
    }
    names
}

/// A name that is the subject of a certificate, and too long for that.
const COMMON_NAME_TOO_LONG: Rule<Finding> = Rule {
    id: "common-name-too-long",
    facts: &["M-092", "M-096", "M-099", "E-171", "E-173", "D-006"],
    make: |premises, maker| {
        let of_pools = premises.topology.pools.iter().flat_map(names_of);
        let of_edges = premises.topology.edges.iter().flat_map(subjects_of);
        for (name, (at, because)) in of_pools.chain(of_edges) {
            let length = name.as_str().len();
            if length > numbers().common_name.value {
                let finding = maker
                    .finding(Severity::Error, &at)
                    .with("name", &name)
                    .counting("count", length)
                    .counting("most", numbers().common_name.value);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A Standard Edition server with an internal web name of its own.
const STANDARD_EDITION_WEB_FQDN: Rule<Finding> = Rule {
    id: "standard-edition-web-fqdn",
    facts: &["M-020"],
    make: |premises, maker| {
        for site in &premises.plan.sites {
            for pool in &site.front_end_pools {
                let mut because = Because::default();
                let is_standard = *because.read(&pool.edition) == Edition::Standard;
                let internal = &pool.web_services.internal.fqdn;
                if is_standard && because.read(internal) != because.read(&pool.fqdn) {
                    let finding = maker
                        .finding(Severity::Error, internal.path())
                        .with("name", because.read(internal))
                        .with("pool", because.read(&pool.fqdn));
                    maker.tell(&because, finding);
                }
            }
        }
    },
};

/// DNS load balancing without an internal web name of its own.
const DNS_LOAD_BALANCING_NEEDS_OVERRIDE: Rule<Finding> = Rule {
    id: "dns-load-balancing-needs-override",
    facts: &["M-021", "M-158", "E-055"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let by_dns = *because.read(&pool.load_balancing) == LoadBalancing::Dns;
            if by_dns && because.read(&pool.internal.fqdn) == because.read(&pool.fqdn) {
                let finding = maker
                    .finding(Severity::Error, &pool.internal.at.key("fqdn"))
                    .with("pool", because.read(&pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};
