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
    /// Why.
    pub because: Because,
}

/// Everything that is published. Clients inside only need no more than the external Web Services of Front End pools,
/// which their devices reach from Wi-Fi (M-224).
pub(super) fn published<'t>(plan: &Plan, topology: &'t Topology) -> Vec<PublicNames<'t>> {
    let mut groups: Vec<PublicNames<'t>> =
        topology.pools.iter().filter_map(|pool| web_services(plan, topology, pool)).collect();
    let mut because = Because::default();
    if *because.read(&plan.mobility.access) != Access::InternalAndExternal {
        return groups;
    }
    let Some(pool) = topology.entry(&mut because) else { return groups };
    let Some(proxy) = topology.proxy_of(pool, &mut because) else { return groups };
    let group = |purpose, names, because| PublicNames { purpose, proxy, pool, names, because };

    let mut meet = because.clone();
    let names = meet.read(&topology.simple_urls.meet).clone();
    groups.push(group(Purpose::SimpleUrls, names, meet));

    let mut dialin = because.clone();
    let names = dialin.read(&topology.simple_urls.dialin).iter().cloned().collect();
    groups.push(group(Purpose::SimpleUrls, names, dialin));

    if *because.read(&plan.mobility.autodiscover) == Autodiscover::Automatic {
        let label = &numbers().lyncdiscover.value;
        let names = because.read(&plan.domains.sip).iter().map(|domain| domain.host(label)).collect();
        groups.push(group(Purpose::Autodiscover, names, because));
    }
    groups
}

fn web_services<'t>(plan: &Plan, topology: &'t Topology, pool: &'t Pool) -> Option<PublicNames<'t>> {
    let mut because = Because::default();
    if *because.read(&plan.mobility.access) == Access::InternalOnly
        && (pool.role == PoolRole::Director || !because.read(&plan.clients.internal_wifi))
    {
        return None;
    }
    let proxy = topology.proxy_of(pool, &mut because)?;
    let names = vec![because.read(&pool.external.fqdn).clone()];
    Some(PublicNames { purpose: Purpose::WebServices, proxy, pool, names, because })
}
