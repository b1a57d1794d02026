//! Names in the plan that name nothing in it.

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::plan::{Because, Path};
use crate::requirement::rule::{Maker, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[UNKNOWN_REVERSE_PROXY, UNKNOWN_LOAD_BALANCER, UNKNOWN_POOL, PROXY_NAME_NOT_UNIQUE];

/// A pool's reverse proxy is none of the plan.
const UNKNOWN_REVERSE_PROXY: Rule<Finding> = Rule {
    id: "unknown-reverse-proxy",
    facts: &["P-004", "M-129"],
    make: |premises, maker| {
        let sites = &premises.plan.sites;
        let known: Vec<_> = sites
            .iter()
            .flat_map(|site| &site.reverse_proxies)
            .map(|proxy| proxy.name.given().value())
            .collect();
        let directors = sites.iter().flat_map(|site| &site.director_pools).map(|pool| &pool.reverse_proxy);
        let front_ends = sites.iter().flat_map(|site| &site.front_end_pools).map(|pool| &pool.reverse_proxy);
        for answer in directors.chain(front_ends) {
            let mut because = Because::default();
            if let Some(name) = because.read(answer).as_ref().filter(|name| !known.contains(name)) {
                unknown(maker, because, sites.path(), answer.path(), name);
            }
        }
    },
};

/// A pool's balancer is none of its site.
const UNKNOWN_LOAD_BALANCER: Rule<Finding> = Rule {
    id: "unknown-load-balancer",
    facts: &["P-004", "M-158"],
    make: |premises, maker| {
        for site in &premises.plan.sites {
            let known: Vec<_> =
                site.load_balancers.iter().map(|balancer| balancer.name.given().value()).collect();
            let directors = site.director_pools.iter().map(|pool| &pool.load_balancer);
            let front_ends = site.front_end_pools.iter().map(|pool| &pool.load_balancer);
            for answer in directors.chain(front_ends) {
                let mut because = Because::default();
                if let Some(name) = because.read(answer).as_ref().filter(|name| !known.contains(name)) {
                    unknown(maker, because, site.load_balancers.path(), answer.path(), name);
                }
            }
        }
    },
};

/// The pool of the simple URLs is none of the plan.
const UNKNOWN_POOL: Rule<Finding> = Rule {
    id: "unknown-pool",
    facts: &["P-004", "M-130"],
    make: |premises, maker| {
        let sites = &premises.plan.sites;
        let known: Vec<_> = sites
            .iter()
            .flat_map(|site| &site.front_end_pools)
            .map(|pool| pool.fqdn.given().value())
            .collect();
        let answer = &premises.plan.simple_urls.pool;
        let mut because = Because::default();
        if let Some(name) = because.read(answer).as_ref().filter(|name| !known.contains(name)) {
            unknown(maker, because, sites.path(), answer.path(), name);
        }
    },
};

/// Two reverse proxies with one name, in whatever capitals: their files would go to one folder.
const PROXY_NAME_NOT_UNIQUE: Rule<Finding> = Rule {
    id: "proxy-name-not-unique",
    facts: &["P-005"],
    make: |premises, maker| {
        let mut taken: BTreeMap<String, (&Path, Because)> = BTreeMap::new();
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            let name = because.read(&proxy.name).as_str().to_lowercase();
            if let Some((other, others)) = taken.get(&name) {
                let finding = maker
                    .finding(Severity::Error, proxy.name.path())
                    .with("name", &name)
                    .with("other", other);
                let reason = maker.reason(&because.and(others));
                maker.add(&reason, finding);
            }
            taken.insert(name, (&proxy.at, because));
        }
    },
};

fn unknown(
    maker: &mut Maker<'_, Finding>,
    mut because: Because,
    list: &Path,
    path: &Path,
    name: impl std::fmt::Display,
) {
    because.note(list);
    let finding = maker.finding(Severity::Error, path).with("name", name);
    let reason = maker.reason(&because);
    maker.add(&reason, finding);
}
