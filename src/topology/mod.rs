//! What stands where: pools and proxies as the answers make them, in three zones: internet, perimeter, internal.
//!
//! Knows who publishes a pool, who answers first, which address a name leads to, and on which answers that rests.
//! Must never know what the world has to provide for it: records, names and rules are made one floor up.

mod cloud;
mod edge;
mod exchange;
mod extras;
mod pool;
mod proxy;
mod simple_url;

pub use cloud::{CloudAppliance, CloudConnector, CloudSite, Trunk};
pub use edge::{Edge, Service, SignIn};
pub use exchange::{Availability, Combination, Exchange};
pub use extras::{Branch, Office};
pub use pool::{Pool, PoolRole, WebSide};
pub use proxy::Proxy;
pub use simple_url::SimpleUrlHosts;

use crate::plan::{Because, Path, Plan, Traced};
use crate::value::Fqdn;

/// What stands where.
#[derive(Clone, Debug)]
pub struct Topology {
    /// Front End pools and Director pools, sorted by name.
    pub pools: Vec<Pool>,
    /// Reverse proxies, sorted by name.
    pub proxies: Vec<Proxy>,
    /// Edge pools, sorted by name.
    pub edges: Vec<Edge>,
    /// Office Web Apps Servers, sorted by name.
    pub offices: Vec<Office>,
    /// Survivable Branch Appliances, sorted by name.
    pub branches: Vec<Branch>,
    /// The pool that answers first, for Autodiscover and simple URLs: its index. Director first (M-043, M-077, M-130).
    pub entry: Traced<Option<usize>>,
    /// The Edge pool to which the names outside lead: its index. It stands beside the pool that answers first, else it is
    /// the first of the plan.
    pub first_edge: Traced<Option<usize>>,
    /// The hosts of the simple URLs.
    pub simple_urls: SimpleUrlHosts,
    /// Exchange, where it is integrated.
    pub exchange: Exchange,
    /// The sites of Cloud Connector, where it is deployed.
    pub cloud: CloudConnector,
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
        let edges = Edge::all_of(plan);
        let first_edge = Traced::derive(|because| first_edge(plan, &pools, &edges, &entry, because));
        let offices = Office::all_of(plan, &proxies);
        let branches = Branch::all_of(plan);
        let simple_urls = SimpleUrlHosts::of(plan);
        let (exchange, cloud) = (Exchange::of(plan), CloudConnector::of(plan));
        Self { pools, proxies, edges, offices, branches, entry, first_edge, simple_urls, exchange, cloud }
    }

    /// The pool that answers first.
    #[must_use]
    pub fn entry(&self, because: &mut Because) -> Option<&Pool> {
        because.read(&self.entry).map(|index| &self.pools[index])
    }

    /// Whether a pool answers first. Of a Front End pool beside a Director it does not matter which Director does.
    #[must_use]
    pub fn answers_first(&self, plan: &Plan, pool: &Pool, because: &mut Because) -> bool {
        let with_directors: Vec<_> =
            plan.sites.iter().filter(|site| site.director_pools.iter().next().is_some()).collect();
        match (pool.role, &with_directors[..]) {
            (PoolRole::FrontEnd, [only]) => {
                because.read(&only.director_pools);
                false
            }
            // No single answer takes all Directors away.
            (PoolRole::FrontEnd, [_, _, ..]) => false,
            _ => self.entry(because).is_some_and(|first| first.at == pool.at),
        }
    }

    /// The proxy that publishes a pool.
    #[must_use]
    pub fn proxy_of(&self, pool: &Pool, because: &mut Because) -> Option<&Proxy> {
        because.read(&pool.proxy).map(|index| &self.proxies[index])
    }

    /// The Edge pool to which the names outside lead.
    #[must_use]
    pub fn first_edge(&self, because: &mut Because) -> Option<&Edge> {
        because.read(&self.first_edge).map(|index| &self.edges[index])
    }

    /// The Edge pools that a pool speaks to: those of its site, else the one to which the names outside lead.
    #[must_use]
    pub fn edges_of(&self, plan: &Plan, pool: &Pool, because: &mut Because) -> Vec<&Edge> {
        self.edges_beside(plan, &pool.site, because)
    }

    /// The Edge pools that whatever stands in a site speaks to.
    #[must_use]
    pub fn edges_beside(&self, plan: &Plan, site: &Path, because: &mut Because) -> Vec<&Edge> {
        let found = plan.sites.iter().find(|found| found.at == *site);
        if found.is_none_or(|site| because.read(&site.edge_pools).is_empty()) {
            return self.first_edge(because).into_iter().collect();
        }
        self.edges.iter().filter(|edge| edge.site == *site).collect()
    }

    /// The pool that takes over from another (M-060).
    #[must_use]
    pub fn partner(&self, plan: &Plan, pool: &Pool, because: &mut Because) -> Option<&Pool> {
        let named = because.read(pool.paired_with.as_ref()?).as_ref()?;
        let found = position(&self.pools, named).map(|index| &self.pools[index]);
        let Some(partner) = found else {
            because.note(plan.sites.path());
            return None;
        };
        because.read(&partner.fqdn);
        Some(partner).filter(|partner| partner.role == PoolRole::FrontEnd && partner.at != pool.at)
    }

    /// The pool that answers first and the one that takes over from it, where both are Front End pools (M-060).
    #[must_use]
    pub fn pair(&self, plan: &Plan, because: &mut Because) -> Option<(&Pool, &Pool)> {
        let first = self.entry(because)?;
        // With a single Front End pool there is nobody to name, whatever the plan says.
        self.front_ends().nth(1)?;
        Some((first, self.partner(plan, first, because)?))
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

fn first_edge(
    plan: &Plan,
    pools: &[Pool],
    edges: &[Edge],
    entry: &Traced<Option<usize>>,
    because: &mut Because,
) -> Option<usize> {
    if let [only] = edges {
        for site in because.read(&plan.sites) {
            because.read(&site.edge_pools);
        }
        because.read(&only.pool.fqdn);
        return Some(0);
    }
    let place = |fqdn: &Fqdn| edges.iter().position(|edge| edge.pool.fqdn.given().value() == fqdn);
    let beside = because.read(entry).map(|index| &pools[index].site);
    let sites = because.read(&plan.sites);
    let first = sites
        .iter()
        .filter(|site| Some(&site.at) == beside)
        .chain(sites.iter())
        .find_map(|site| because.read(&site.edge_pools).first())?;
    place(because.read(&first.fqdn))
}

fn position(pools: &[Pool], fqdn: &Fqdn) -> Option<usize> {
    pools.iter().position(|pool| pool.fqdn.given().value() == fqdn)
}
