//! Names in the plan that name nothing in it.

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::plan::{Because, Path, Scope};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::value::{Fqdn, Grantee};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    UNKNOWN_REVERSE_PROXY,
    UNKNOWN_LOAD_BALANCER,
    UNKNOWN_POOL,
    UNKNOWN_PARTNER,
    UNKNOWN_SITE,
    UNKNOWN_GRANTED_POOL,
    UNKNOWN_GATEWAY,
    PROXY_NAME_NOT_UNIQUE,
];

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
        let answer = &premises.plan.simple_urls.pool;
        let mut because = Because::default();
        if let Some(name) = because.read(answer).as_ref().filter(|name| !is_front_end(premises, name)) {
            unknown(maker, because, premises.plan.sites.path(), answer.path(), name);
        }
    },
};

/// The pool that takes over is none of the plan.
const UNKNOWN_PARTNER: Rule<Finding> = Rule {
    id: "unknown-partner",
    facts: &["P-004", "M-060"],
    make: |premises, maker| {
        for pool in premises.plan.sites.iter().flat_map(|site| &site.front_end_pools) {
            let answer = &pool.paired_with;
            let mut because = Because::default();
            if let Some(name) = because.read(answer).as_ref().filter(|name| !is_front_end(premises, name)) {
                unknown(maker, because, premises.plan.sites.path(), answer.path(), name);
            }
        }
    },
};

/// The site of a policy is none of the plan.
const UNKNOWN_SITE: Rule<Finding> = Rule {
    id: "unknown-site",
    facts: &["P-004", "M-226", "M-236", "M-250"],
    make: |premises, maker| {
        let (sites, mobility) = (&premises.plan.sites, &premises.plan.mobility);
        let mut scopes: Vec<_> =
            mobility.policies.iter().map(|policy| (&policy.scope, Because::default())).collect();
        let mut because = Because::default();
        if *because.read(&mobility.click_to_join.enabled) {
            scopes.push((&mobility.click_to_join.scope, because));
        }
        for (scope, mut because) in scopes {
            let Scope::Site(name) = because.read(scope) else { continue };
            if sites.iter().all(|site| site.name.given().value() != name) {
                unknown(maker, because, sites.path(), scope.path(), name);
            }
        }
    },
};

/// A policy is granted to everybody on a pool that is none of the plan.
const UNKNOWN_GRANTED_POOL: Rule<Finding> = Rule {
    id: "unknown-granted-pool",
    facts: &["P-004", "M-023", "M-241"],
    make: |premises, maker| {
        let mobility = &premises.plan.mobility;
        let mut grants = Vec::new();
        for policy in &mobility.policies {
            let mut because = Because::default();
            if *because.read(&policy.scope) == Scope::User {
                grants.push((&policy.grant_to, because));
            }
        }
        let (join, mut because) = (&mobility.click_to_join, Because::default());
        if *because.read(&join.enabled) && *because.read(&join.scope) == Scope::User {
            grants.push((&join.grant_to, because));
        }
        for (answer, because) in grants {
            let mut because = because;
            for grantee in because.read(answer) {
                match grantee {
                    Grantee::Pool(name) if !is_front_end(premises, name) => {
                        unknown(maker, because.clone(), premises.plan.sites.path(), answer.path(), name);
                    }
                    Grantee::Pool(_) | Grantee::User(_) => {}
                }
            }
        }
    },
};

/// A gateway of click to join is none of the plan.
const UNKNOWN_GATEWAY: Rule<Finding> = Rule {
    id: "unknown-gateway",
    facts: &["P-004", "M-249"],
    make: |premises, maker| {
        let (sites, join) = (&premises.plan.sites, &premises.plan.mobility.click_to_join);
        let mut because = Because::default();
        if !*because.read(&join.enabled) {
            return;
        }
        let known: Vec<&Fqdn> = sites
            .iter()
            .flat_map(|site| &site.pstn_gateways)
            .map(|gateway| gateway.fqdn.given().value())
            .collect();
        for name in because.read(&join.gateways).iter().filter(|name| !known.contains(name)) {
            let mut because = because.clone();
            because.note(sites.path());
            let finding = maker
                .finding(Severity::Warning, join.gateways.path())
                .with("name", name)
                .counting("count", known.len())
                .with("known", quoted(&known));
            maker.tell(&because, finding);
        }
    },
};

/// Names in small marks, in the order of the alphabet.
fn quoted(names: &[&Fqdn]) -> String {
    let mut names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.sort_unstable();
    names.join(", ")
}

fn is_front_end(premises: &Premises<'_>, name: &Fqdn) -> bool {
    premises.topology.front_ends().any(|pool| pool.fqdn.given().value() == name)
}

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
                maker.tell(&because.and(others), finding);
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
    maker.tell(&because, finding);
}
