//! An Edge pool: what its services are called outside, and where they are.

use std::collections::HashMap;

use super::Topology;
use crate::plan::{Because, EdgePool, EdgeService, LoadBalancing, Path, Plan, Site, Traced};
use crate::value::{Address, Fqdn, Label, ObjectName, SipDomain};

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

/// SIP domains whose sign-in host leads to one Edge pool.
pub struct SignIn<'t> {
    /// That pool.
    pub edge: &'t Edge,
    /// The domains.
    pub domains: Vec<&'t SipDomain>,
    /// Why they lead there.
    pub because: Because,
}

impl Topology {
    /// Where the sign-in host of each SIP domain leads: to the pool whose Access Edge has that name, else to the pool to
    /// which the names outside lead. Never to two pools: they are no two ways to the same service.
    #[must_use]
    pub fn sign_in<'t>(&'t self, plan: &'t Plan, label: &Label) -> Vec<SignIn<'t>> {
        let mut to_first = Because::default();
        let first = self.first_edge(&mut to_first);
        let is_first = |edge: &Edge| first.is_some_and(|first| first.pool.at == edge.pool.at);
        let mut places: HashMap<&Fqdn, usize> = HashMap::new();
        let mut ways: Vec<SignIn<'t>> = Vec::new();
        for edge in self.edges.iter().filter(|edge| is_first(edge)).chain(&self.edges) {
            let mut because = Because::default();
            if let Some(name) = edge.name(Service::Access, &mut because) {
                places.entry(name).or_insert(ways.len());
            }
            // Of the first pool it does not matter whether it has the name: the domain leads there in any case.
            let because = if is_first(edge) { Because::default() } else { because };
            ways.push(SignIn { edge, domains: Vec::new(), because });
        }
        let mut others = Vec::new();
        let mut because = Because::default();
        for domain in because.read(&plan.domains.sip) {
            match places.get(&domain.host(label)) {
                Some(place) => ways[*place].domains.push(domain),
                None => others.push(domain),
            }
        }
        ways.extend(first.map(|edge| SignIn { edge, domains: others, because: to_first }));
        ways.retain(|way| !way.domains.is_empty());
        for way in &mut ways {
            way.because.join(&because);
        }
        ways
    }

    /// The Edge pool to which the names of a service lead that not every pool has: the first one, if it has the service,
    /// else the first that has.
    pub fn edge_with(
        &self,
        has: impl Fn(&Edge, &mut Because) -> bool,
        because: &mut Because,
    ) -> Option<&Edge> {
        let first = self.first_edge(because)?;
        std::iter::once(first).chain(&self.edges).find(|edge| has(edge, because))
    }
}
