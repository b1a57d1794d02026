//! The names that a reverse proxy publishes, and the pool that each leads to (M-070). Certificates, publishing rules and
//! flows all start from these.

use crate::catalog::numbers;
use crate::plan::{Access, Autodiscover, Because, Plan};
use crate::topology::{Pool, PoolRole, Proxy, Topology};
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

/// Everything that is published, and on what it rests that nothing more is.
pub struct Published<'t> {
    /// The names, by purpose and pool.
    pub groups: Vec<PublicNames<'t>>,
    /// The answers that were asked for names of simple URLs and Autodiscover, whether they brought any or not.
    pub considered: Because,
}

/// Everything that is published. Clients inside only need no more than the external Web Services of Front End pools,
/// which their devices reach from Wi-Fi (M-224).
pub(super) fn published<'t>(plan: &Plan, topology: &'t Topology) -> Published<'t> {
    let mut groups: Vec<PublicNames<'t>> =
        topology.pools.iter().filter_map(|pool| web_services(plan, topology, pool)).collect();
    let mut considered = Because::default();
    groups.extend(first_contact(plan, topology, &mut considered));
    Published { groups, considered }
}

/// What clients outside ask for first: simple URLs and Autodiscover, at the pool that answers first.
fn first_contact<'t>(plan: &Plan, topology: &'t Topology, because: &mut Because) -> Vec<PublicNames<'t>> {
    if *because.read(&plan.mobility.access) != Access::InternalAndExternal {
        return Vec::new();
    }
    let Some(pool) = topology.entry(because) else {
        return Vec::new();
    };
    let Some(proxy) = topology.proxy_of(pool, because) else {
        return Vec::new();
    };
    let mut groups = Vec::new();
    let group = |purpose, because, names: fn(&Plan, &Topology, &mut Because) -> Vec<Fqdn>| {
        let mut named = Because::default();
        let names = names(plan, topology, &mut named);
        PublicNames { purpose, proxy, pool, names, because, named }
    };
    groups.push(group(Purpose::SimpleUrls, because.clone(), |_, topology, named| {
        named.read(&topology.simple_urls.meet).clone()
    }));
    groups.push(group(Purpose::SimpleUrls, because.clone(), |_, topology, named| {
        named.read(&topology.simple_urls.dialin).iter().cloned().collect()
    }));
    if *because.read(&plan.mobility.autodiscover) == Autodiscover::Automatic {
        groups.push(group(Purpose::Autodiscover, because.clone(), |plan, _, named| {
            let label = &numbers().lyncdiscover.value;
            named.read(&plan.domains.sip).iter().map(|domain| domain.host(label)).collect()
        }));
    }
    groups
}

fn web_services<'t>(plan: &Plan, topology: &'t Topology, pool: &'t Pool) -> Option<PublicNames<'t>> {
    let mut because = Because::default();
    let outside = |because: &mut Because| *because.read(&plan.mobility.access) == Access::InternalAndExternal;
    let from_wifi =
        |because: &mut Because| pool.role == PoolRole::FrontEnd && *because.read(&plan.clients.internal_wifi);
    if !because.either(outside, from_wifi) {
        return None;
    }
    let proxy = topology.proxy_of(pool, &mut because)?;
    let mut named = Because::default();
    let names = vec![named.read(&pool.external.fqdn).clone()];
    Some(PublicNames { purpose: Purpose::WebServices, proxy, pool, names, because, named })
}
