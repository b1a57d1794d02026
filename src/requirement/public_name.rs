//! The names that a reverse proxy publishes, and the pool that each leads to (M-070). Certificates, publishing rules and
//! flows all start from these.

use crate::catalog::numbers;
use crate::plan::{Access, Autodiscover, Because, Plan};
use crate::topology::{Office, Pool, PoolRole, Proxy, Topology};
use crate::value::Fqdn;

/// What a name is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The external Web Services of a pool.
    WebServices,
    /// Meet and Dial-in.
    SimpleUrls,
    /// The first request of a client.
    Autodiscover,
}

/// Names that a proxy publishes for one purpose and one reason, all leading to one pool.
pub struct PublicNames<'t> {
    /// For what.
    pub purpose: Purpose,
    /// By whom.
    pub proxy: &'t Proxy,
    /// Where they lead.
    pub pool: &'t Pool,
    /// The names.
    pub names: Vec<Fqdn>,
    /// Why anything is published here for this purpose.
    pub because: Because,
    /// Why these are the names.
    pub named: Because,
}

/// An Office Web Apps Server that a proxy publishes under its own name (M-053, M-080).
pub struct PublishedOffice<'t> {
    /// The server.
    pub office: &'t Office,
    /// By whom.
    pub proxy: &'t Proxy,
    /// Why.
    pub because: Because,
}

/// Everything that is published, and on what it rests that nothing more is.
pub struct Published<'t> {
    /// The names, by purpose and pool.
    pub groups: Vec<PublicNames<'t>>,
    /// Office Web Apps Servers, which no pool stands behind (M-080).
    pub offices: Vec<PublishedOffice<'t>>,
    /// The proxy that clients outside ask first.
    first: Option<&'t Proxy>,
    /// Why it is that one.
    route: Because,
    /// Which answers were asked for names of simple URLs and Autodiscover on it, whether they brought any or not.
    asked: Because,
    /// The proxies that would publish one pool more, and why they do not.
    spared: Vec<(&'t Proxy, Because)>,
}

impl Published<'_> {
    /// On what it rests that a proxy publishes no more names than it does.
    pub fn considered(&self, proxy: &Proxy) -> Because {
        let mut because = self.route.clone();
        if self.first.is_some_and(|first| first.at == proxy.at) {
            because.join(&self.asked);
        }
        for (_, spared) in self.spared.iter().filter(|(spared, _)| spared.at == proxy.at) {
            because.join(spared);
        }
        because
    }
}

/// Everything that is published. Clients inside only need no more than the external Web Services of Front End pools,
/// which their devices reach from Wi-Fi (M-224).
pub(super) fn published<'t>(plan: &Plan, topology: &'t Topology) -> Published<'t> {
    let (mut groups, mut spared) = (Vec::new(), Vec::new());
    for pool in &topology.pools {
        match web_services(plan, topology, pool) {
            Ok(group) => groups.extend(group),
            Err(kept_away) => spared.extend(kept_away),
        }
    }
    let mut route = Because::default();
    let pool = topology.entry(&mut route);
    let first = pool.and_then(|pool| topology.proxy_of(pool, &mut route));
    let mut asked = Because::default();
    if let (Some(pool), Some(proxy)) = (pool, first) {
        groups.extend(first_contact(plan, topology, (pool, proxy), &route, &mut asked));
    }
    let offices =
        topology.offices.iter().filter_map(|office| published_office(plan, topology, office)).collect();
    Published { groups, offices, first, route, asked, spared }
}

fn published_office<'t>(
    plan: &Plan,
    topology: &'t Topology,
    office: &'t Office,
) -> Option<PublishedOffice<'t>> {
    let mut because = Because::default();
    if *because.read(&plan.mobility.access) != Access::InternalAndExternal {
        return None;
    }
    let proxy = &topology.proxies[(*because.read(&office.proxy))?];
    Some(PublishedOffice { office, proxy, because })
}

/// What clients outside ask for first: simple URLs and Autodiscover, at the pool that answers first.
fn first_contact<'t>(
    plan: &Plan,
    topology: &'t Topology,
    (pool, proxy): (&'t Pool, &'t Proxy),
    route: &Because,
    asked: &mut Because,
) -> Vec<PublicNames<'t>> {
    if *asked.read(&plan.mobility.access) != Access::InternalAndExternal {
        return Vec::new();
    }
    let mut groups = Vec::new();
    let group = |purpose, because, names: fn(&Plan, &Topology, &mut Because) -> Vec<Fqdn>| {
        let mut named = Because::default();
        let names = names(plan, topology, &mut named);
        PublicNames { purpose, proxy, pool, names, because, named }
    };
    groups.push(group(Purpose::SimpleUrls, route.and(asked), |_, topology, named| {
        named.read(&topology.simple_urls.meet).clone()
    }));
    groups.push(group(Purpose::SimpleUrls, route.and(asked), |_, topology, named| {
        named.read(&topology.simple_urls.dialin).iter().cloned().collect()
    }));
    if *asked.read(&plan.mobility.autodiscover) == Autodiscover::Automatic {
        groups.push(group(Purpose::Autodiscover, route.and(asked), |plan, _, named| {
            let label = &numbers().lyncdiscover.value;
            named.read(&plan.domains.sip).iter().map(|domain| domain.host(label)).collect()
        }));
    }
    groups
}

/// The external Web Services of a pool; where they are not published, the proxy that would, and why it does not.
fn web_services<'t>(
    plan: &Plan,
    topology: &'t Topology,
    pool: &'t Pool,
) -> Result<Option<PublicNames<'t>>, Option<(&'t Proxy, Because)>> {
    let mut because = Because::default();
    let outside = |because: &mut Because| *because.read(&plan.mobility.access) == Access::InternalAndExternal;
    let from_wifi =
        |because: &mut Because| pool.role == PoolRole::FrontEnd && *because.read(&plan.clients.internal_wifi);
    let is_published = because.either(outside, from_wifi);
    let proxy = topology.proxy_of(pool, &mut because);
    if !is_published {
        return Err(proxy.map(|proxy| (proxy, because)));
    }
    let mut named = Because::default();
    let names = vec![named.read(&pool.external.fqdn).clone()];
    let group = |proxy| PublicNames { purpose: Purpose::WebServices, proxy, pool, names, because, named };
    Ok(proxy.map(group))
}
