//! A reverse proxy, and which one publishes a pool.

use crate::plan::{Answer, Because, Count, Path, Plan, ProxyProduct, Publish, ReverseProxy, Site};
use crate::value::{Address, Network, ObjectName};

/// A reverse proxy in the perimeter.
#[derive(Clone, Debug)]
pub struct Proxy {
    /// The path of its section in the plan.
    pub at: Path,
    /// What people call it.
    pub name: Answer<ObjectName>,
    /// The product.
    pub product: Answer<ProxyProduct>,
    /// Its public addresses.
    pub external: Answer<Vec<Address>>,
    /// Its default gateway, outside only (M-139).
    pub gateway: Answer<Option<Address>>,
    /// Its addresses to the servers.
    pub internal: Answer<Vec<Address>>,
    /// The networks that it reaches inside by static routes (M-139).
    pub networks: Answer<Vec<Network>>,
    /// How long a request may take, in seconds.
    pub timeout: Answer<Count<1, 86_400>>,
    /// Every path, or the documented ones.
    pub publish: Answer<Publish>,
}

impl Proxy {
    pub(super) fn of(proxy: &ReverseProxy) -> Self {
        Self {
            at: proxy.at.clone(),
            name: proxy.name.clone(),
            product: proxy.product.clone(),
            external: proxy.external.addresses.clone(),
            gateway: proxy.external.gateway.clone(),
            internal: proxy.internal.addresses.clone(),
            networks: proxy.internal.routes.clone(),
            timeout: proxy.timeout_seconds.clone(),
            publish: proxy.publish.clone(),
        }
    }

    /// The proxy that publishes a pool of `site`: the named one, else the site's only one, else the plan's first.
    pub(super) fn publishing(
        named: &Answer<Option<ObjectName>>,
        site: &Site,
        plan: &Plan,
        proxies: &[Proxy],
        because: &mut Because,
    ) -> Option<usize> {
        let position =
            |name: &ObjectName| proxies.iter().position(|proxy| proxy.name.given().value() == name);
        if let Some(name) = because.read(named) {
            let found = position(name);
            if found.is_none() {
                because.note(plan.sites.path());
            }
            return found;
        }
        Self::of_site(site, plan, proxies, because)
    }

    /// The proxy of a site: its only one, else the plan's first.
    pub(super) fn of_site(
        site: &Site,
        plan: &Plan,
        proxies: &[Proxy],
        because: &mut Because,
    ) -> Option<usize> {
        let position =
            |name: &ObjectName| proxies.iter().position(|proxy| proxy.name.given().value() == name);
        if let [only] = because.read(&site.reverse_proxies) {
            return position(because.read(&only.name));
        }
        let first =
            because.read(&plan.sites).iter().find_map(|site| because.read(&site.reverse_proxies).first())?;
        position(because.read(&first.name))
    }
}
