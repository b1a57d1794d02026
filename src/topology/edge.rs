//! An Edge pool: what its services are called outside, and where they are.

use crate::plan::{Because, EdgePool, EdgeService, LoadBalancing, Path, Plan, Site, Traced};
use crate::value::{Address, Fqdn, ObjectName};

/// A service of an Edge pool (E-005).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    /// SIP from outside: the Access Edge.
    Access,
    /// Conference content: the Web Conferencing Edge.
    WebConferencing,
    /// Media: the A/V Edge.
    Av,
}

impl Service {
    /// All three.
    pub const ALL: &[Self] = &[Self::Access, Self::WebConferencing, Self::Av];
}

/// An Edge pool.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Its answers.
    pub pool: EdgePool,
    /// The path of its site.
    pub site: Path,
    /// Who balances it, where hardware does and its site has one balancer only.
    pub balancer: Traced<Option<ObjectName>>,
}

impl Edge {
    pub(super) fn all_of(plan: &Plan) -> Vec<Self> {
        let mut edges: Vec<Self> = plan
            .sites
            .iter()
            .flat_map(|site| site.edge_pools.iter().map(move |pool| Self::of(pool, site)))
            .collect();
        edges.sort_by(|a, b| a.pool.fqdn.given().value().cmp(b.pool.fqdn.given().value()));
        edges
    }

    fn of(pool: &EdgePool, site: &Site) -> Self {
        let balancer = |because: &mut Because| {
            if *because.read(&pool.load_balancing) != LoadBalancing::Hardware {
                return None;
            }
            match because.read(&site.load_balancers) {
                [only] => Some(because.read(&only.name).clone()),
                _ => None,
            }
        };
        Self { balancer: Traced::derive(balancer), pool: pool.clone(), site: site.at.clone() }
    }

    /// The answers about one of its services.
    #[must_use]
    pub const fn service(&self, service: Service) -> &EdgeService {
        match service {
            Service::Access => &self.pool.access,
            Service::WebConferencing => &self.pool.web_conferencing,
            Service::Av => &self.pool.av,
        }
    }

    /// What a service is called outside, where somebody said it.
    #[must_use]
    pub fn name<'e>(&'e self, service: Service, because: &mut Because) -> Option<&'e Fqdn> {
        because.read(&self.service(service).fqdn).as_ref()
    }

    /// Where the name of a service leads outside. With one address for all services it is that of the Access Edge (E-007).
    #[must_use]
    pub fn addresses<'e>(&'e self, service: Service, because: &mut Because) -> &'e [Address] {
        let addressed = self.addressed(service, because);
        because.read(&addressed.addresses)
    }

    /// The service whose addresses a service uses: the Access Edge where all share one.
    #[must_use]
    pub fn addressed(&self, service: Service, because: &mut Because) -> &EdgeService {
        let is_single = service != Service::Access && *because.read(&self.pool.single_address);
        self.service(if is_single { Service::Access } else { service })
    }

    /// Whether a hardware load balancer stands before it (E-140 to E-143).
    #[must_use]
    pub fn is_balanced(&self, because: &mut Because) -> bool {
        *because.read(&self.pool.load_balancing) == LoadBalancing::Hardware
    }
}
