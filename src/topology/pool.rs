//! A pool of Front End servers or Directors, with the names and addresses that its answers come to.

use super::Proxy;
use crate::catalog::numbers;
use crate::plan::{
    Answer, Because, DirectorPool, Edition, FrontEndPool, List, LoadBalancer, LoadBalancing, Path, Plan,
    Server, Site, Traced, WebPorts, WebServices,
};
use crate::value::{Address, Fqdn, ObjectName, Port};

/// What a pool is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PoolRole {
    /// It authenticates first and homes nobody (M-023).
    Director,
    /// It homes users.
    FrontEnd,
}

/// One of the two web sites of a pool.
#[derive(Clone, Debug)]
pub struct WebSide {
    /// Its name.
    pub fqdn: Traced<Fqdn>,
    /// Where that name leads: the balancer's address, or the server's.
    pub addresses: Traced<Vec<Address>>,
    /// The path of its section in the plan.
    pub at: Path,
}

/// A pool.
#[derive(Clone, Debug)]
pub struct Pool {
    /// What it is.
    pub role: PoolRole,
    /// The path of its section in the plan.
    pub at: Path,
    /// The path of its site.
    pub site: Path,
    /// Its name.
    pub fqdn: Answer<Fqdn>,
    /// Its servers.
    pub servers: List<Server>,
    /// Its virtual addresses, where it has any.
    pub own_addresses: Answer<Vec<Address>>,
    /// Where its name leads: the virtual address with hardware load balancing, else every server (E-034).
    pub addresses: Traced<Vec<Address>>,
    /// How its servers share the work.
    pub load_balancing: Answer<LoadBalancing>,
    /// The edition; a Director pool counts as Enterprise.
    pub edition: Option<Answer<Edition>>,
    /// The internal web site.
    pub internal: WebSide,
    /// The external web site.
    pub external: WebSide,
    /// The ports of the external web site.
    pub ports: WebPorts,
    /// Who balances it, where anybody does and the plan names one.
    pub balancer: Traced<Option<ObjectName>>,
    /// The balancer, not the proxy, translates ports (M-297).
    pub balancer_translates: Traced<bool>,
    /// The Mediation Server runs on its servers.
    pub mediation: Option<Answer<bool>>,
    /// The pool that takes over (M-060), by its name.
    pub paired_with: Option<Answer<Option<Fqdn>>>,
    /// `sip.<sip domain>` is on its Default certificate (M-092).
    pub sign_in: Option<Answer<bool>>,
    /// The proxy that publishes it: its index among the proxies.
    pub proxy: Traced<Option<usize>>,
}

/// What both kinds of pool have in the plan.
struct Common<'p> {
    role: PoolRole,
    at: &'p Path,
    fqdn: &'p Answer<Fqdn>,
    addresses: &'p Answer<Vec<Address>>,
    servers: &'p List<Server>,
    load_balancing: &'p Answer<LoadBalancing>,
    load_balancer: &'p Answer<Option<ObjectName>>,
    reverse_proxy: &'p Answer<Option<ObjectName>>,
    web_services: &'p WebServices,
    edition: Option<&'p Answer<Edition>>,
    sign_in: Option<&'p Answer<bool>>,
    mediation: Option<&'p Answer<bool>>,
    paired_with: Option<&'p Answer<Option<Fqdn>>>,
}

impl<'p> From<&'p DirectorPool> for Common<'p> {
    fn from(pool: &'p DirectorPool) -> Self {
        Self {
            role: PoolRole::Director,
            at: &pool.at,
            fqdn: &pool.fqdn,
            addresses: &pool.addresses,
            servers: &pool.servers,
            load_balancing: &pool.load_balancing,
            load_balancer: &pool.load_balancer,
            reverse_proxy: &pool.reverse_proxy,
            web_services: &pool.web_services,
            edition: None,
            sign_in: None,
            mediation: None,
            paired_with: None,
        }
    }
}

impl<'p> From<&'p FrontEndPool> for Common<'p> {
    fn from(pool: &'p FrontEndPool) -> Self {
        Self {
            role: PoolRole::FrontEnd,
            at: &pool.at,
            fqdn: &pool.fqdn,
            addresses: &pool.addresses,
            servers: &pool.servers,
            load_balancing: &pool.load_balancing,
            load_balancer: &pool.load_balancer,
            reverse_proxy: &pool.reverse_proxy,
            web_services: &pool.web_services,
            edition: Some(&pool.edition),
            sign_in: Some(&pool.sign_in),
            mediation: Some(&pool.mediation_collocated),
            paired_with: Some(&pool.paired_with),
        }
    }
}

impl Pool {
    pub(super) fn all_of(site: &Site, plan: &Plan, proxies: &[Proxy]) -> Vec<Self> {
        let directors = site.director_pools.iter().map(Common::from);
        let front_ends = site.front_end_pools.iter().map(Common::from);
        directors.chain(front_ends).map(|common| Self::of(&common, site, plan, proxies)).collect()
    }

    fn of(common: &Common<'_>, site: &Site, plan: &Plan, proxies: &[Proxy]) -> Self {
        let Common { role, at, fqdn, servers, load_balancing, web_services: web, edition, sign_in, .. } =
            *common;
        let side = |side: &crate::plan::WebSite, own_name: bool| WebSide {
            fqdn: Traced::derive(|because| {
                // The internal web site of a Standard Edition server has the server's name (M-020).
                let is_standard =
                    edition.is_some_and(|edition| own_name && *because.read(edition) == Edition::Standard);
                because.read(if is_standard { fqdn } else { &side.fqdn }).clone()
            }),
            addresses: Traced::derive(|because| because.read(&side.addresses).clone()),
            at: side.at.clone(),
        };
        Self {
            role,
            at: at.clone(),
            site: site.at.clone(),
            fqdn: fqdn.clone(),
            servers: servers.clone(),
            own_addresses: common.addresses.clone(),
            addresses: Traced::derive(|because| pool_addresses(common, because)),
            load_balancing: load_balancing.clone(),
            edition: edition.cloned(),
            internal: side(&web.internal, true),
            external: side(&web.external, false),
            ports: web.ports.clone(),
            balancer: Traced::derive(|because| {
                balancer(common, site, because).map(|balancer| because.read(&balancer.name).clone())
            }),
            balancer_translates: Traced::derive(|because| {
                balancer(common, site, because)
                    .is_some_and(|balancer| *because.read(&balancer.translates_ports))
            }),
            mediation: common.mediation.cloned(),
            paired_with: common.paired_with.cloned(),
            sign_in: sign_in.cloned(),
            proxy: Traced::derive(|because| {
                Proxy::publishing(common.reverse_proxy, site, plan, proxies, because)
            }),
        }
    }

    /// Whether it is a Standard Edition server.
    #[must_use]
    pub fn is_standard(&self, because: &mut Because) -> bool {
        self.edition.as_ref().is_some_and(|edition| *because.read(edition) == Edition::Standard)
    }

    /// Its external web site as clients outside address it; a port is said only where it is not that of HTTPS (M-176).
    #[must_use]
    pub fn external_site(&self, because: &mut Because) -> String {
        let name = because.read(&self.external.fqdn);
        let port = because.read(&self.ports.published_https);
        if *port == numbers().published_https.value {
            format!("https://{name}")
        } else {
            format!("https://{name}:{port}")
        }
    }

    /// The port on which the proxy reaches the external web site: the listening one, or the published one where the
    /// balancer translates (M-297).
    #[must_use]
    pub fn web_port(&self, tls: bool, because: &mut Because) -> Port {
        let ports = &self.ports;
        *match (tls, *because.read(&self.balancer_translates)) {
            (true, false) => because.read(&ports.listening_https),
            (true, true) => because.read(&ports.published_https),
            (false, false) => because.read(&ports.listening_http),
            (false, true) => because.read(&ports.published_http),
        }
    }
}

fn pool_addresses(common: &Common<'_>, because: &mut Because) -> Vec<Address> {
    if *because.read(common.load_balancing) == LoadBalancing::Hardware {
        let virtual_addresses = because.read(common.addresses);
        if !virtual_addresses.is_empty() {
            return virtual_addresses.clone();
        }
    }
    let mut addresses: Vec<Address> = because
        .read(common.servers)
        .iter()
        .flat_map(|server| because.read(&server.addresses).clone())
        .collect();
    addresses.sort_unstable();
    addresses
}

/// The balancer of a pool: the named one, else the site's only one.
fn balancer<'p>(common: &Common<'_>, site: &'p Site, because: &mut Because) -> Option<&'p LoadBalancer> {
    if *because.read(common.load_balancing) == LoadBalancing::None {
        return None;
    }
    match because.read(common.load_balancer) {
        Some(name) => {
            let named = site.load_balancers.iter().find(|balancer| balancer.name.given().value() == name);
            if named.is_none() {
                because.note(site.load_balancers.path());
            }
            named
        }
        None => match because.read(&site.load_balancers) {
            [only] => Some(only),
            _ => None,
        },
    }
}
