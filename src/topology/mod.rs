//! What stands where: pools and proxies as the answers make them, in three zones: internet, perimeter, internal.
//!
//! Knows who publishes a pool, who answers first, which address a name leads to, and on which answers that rests.
//! Must never know what the world has to provide for it: records, names and rules are made one floor up.

mod pool;
mod proxy;
mod simple_url;

pub use pool::{Pool, PoolRole, WebSide};
pub use proxy::Proxy;
pub use simple_url::SimpleUrlHosts;

use crate::plan::{Because, Plan, Traced};
use crate::value::Fqdn;

/// What stands where.
#[derive(Clone, Debug)]
pub struct Topology {
    /// Front End pools and Director pools, sorted by name.
    pub pools: Vec<Pool>,
    /// Reverse proxies, sorted by name.
    pub proxies: Vec<Proxy>,
    /// The pool that answers first, for Autodiscover and simple URLs: its index. Director first (M-043, M-077, M-130).
    pub entry: Traced<Option<usize>>,
    /// The hosts of the simple URLs.
    pub simple_urls: SimpleUrlHosts,
}

impl Topology {
    /// The topology of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut proxies: Vec<Proxy> =
            plan.sites.iter().flat_map(|site| site.reverse_proxies.iter().map(Proxy::of)).collect();
        proxies.sort_by(|a, b| a.name.given().value().cmp(b.name.given().value()));
        let mut pools: Vec<Pool> =
            plan.sites.iter().flat_map(|site| Pool::all_of(site, plan, &proxies)).collect();
        pools.sort_by(|a, b| a.fqdn.given().value().cmp(b.fqdn.given().value()));
        let entry = Traced::derive(|because| entry(plan, &pools, because));
        Self { pools, proxies, entry, simple_urls: SimpleUrlHosts::of(plan) }
    }

    /// The pool that answers first.
    #[must_use]
    pub fn entry(&self, because: &mut Because) -> Option<&Pool> {
        because.read(&self.entry).map(|index| &self.pools[index])
    }

    /// The proxy that publishes a pool.
    #[must_use]
    pub fn proxy_of(&self, pool: &Pool, because: &mut Because) -> Option<&Proxy> {
        because.read(&pool.proxy).map(|index| &self.proxies[index])
    }

    /// The Front End pools.
    pub fn front_ends(&self) -> impl Iterator<Item = &Pool> {
        self.pools.iter().filter(|pool| pool.role == PoolRole::FrontEnd)
    }
}

/// The Director in the site of the designated pool, else the first Director by name, else the designated pool.
fn entry(plan: &Plan, pools: &[Pool], because: &mut Because) -> Option<usize> {
    let directors: Vec<usize> = because
        .read(&plan.sites)
        .iter()
        .flat_map(|site| because.read(&site.director_pools))
        .filter_map(|director| position(pools, director.fqdn.given().value()))
        .collect();
    if let [only] = directors[..] {
        return Some(only);
    }
    let designated = because.read(&plan.simple_urls.pool).as_ref().and_then(|fqdn| position(pools, fqdn));
    let beside = |index: &&usize| designated.is_some_and(|pool| pools[pool].site == pools[**index].site);
    directors.iter().filter(beside).min().or_else(|| directors.iter().min()).copied().or(designated)
}

fn position(pools: &[Pool], fqdn: &Fqdn) -> Option<usize> {
    pools.iter().position(|pool| pool.fqdn.given().value() == fqdn)
}
