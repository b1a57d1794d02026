//! Sites and everything that stands in them, but for pools and Edge.

use super::List;
use super::answer::Answer;
use super::edge::EdgePool;
use super::part::section;
use super::pools::{DirectorPool, FrontEndPool};
use super::values::{BalancerProduct, Count, ProxyProduct, choices};
use crate::catalog::numbers;
use crate::value::{Address, Fqdn, FreeText, Network, ObjectName};

choices! {
    /// Which paths a reverse proxy publishes.
    pub enum Publish {
        /// Everything: `/*` (M-141).
        AllPaths = "all-paths",
        /// The documented paths only (M-142, M-143).
        ListedPaths = "listed-paths",
    }
}

section! {
    /// A site.
    pub struct Site named by name {
        /// The site's name.
        name: Answer<FreeText> = required(FreeText::default()),
        /// Its Director pools.
        director_pools: List<DirectorPool>,
        /// Its Front End pools and Standard Edition servers.
        front_end_pools: List<FrontEndPool>,
        /// Its Edge pools.
        edge_pools: List<EdgePool>,
        /// Its reverse proxies.
        reverse_proxies: List<ReverseProxy>,
        /// Its hardware load balancers.
        load_balancers: List<LoadBalancer>,
        /// Its Office Web Apps Servers.
        office_web_apps: List<OfficeWebApps>,
        /// Its Survivable Branch Appliances.
        survivable_branches: List<SurvivableBranch>,
        /// Its gateways to the telephone network.
        pstn_gateways: List<PstnGateway>,
    }
}

section! {
    /// A reverse proxy.
    pub struct ReverseProxy named by name {
        /// What people call it.
        name: Answer<ObjectName> = required(unnamed()),
        /// The product: a folder among the templates.
        product: Answer<ProxyProduct> = default(ProxyProduct::other()),
        /// Its side to the Internet.
        external: ExternalSide,
        /// Its side to the servers.
        internal: InternalSide,
        /// How long a request may take, in seconds (M-137).
        timeout_seconds: Answer<Count<1, 86_400>> = default(Count(numbers().proxy_timeout.value)),
        /// Every path, or the documented ones (M-141).
        publish: Answer<Publish> = default(Publish::AllPaths),
    }
}

section! {
    /// The side of a reverse proxy to the Internet.
    pub struct ExternalSide {
        /// The public addresses.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
        /// The default gateway: only this side has one (M-139).
        gateway: Answer<Option<Address>> = default(None),
    }
}

section! {
    /// The side of a reverse proxy to the servers.
    pub struct InternalSide {
        /// The addresses.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
        /// Networks that are reached through static routes (M-139).
        routes: Answer<Vec<Network>> = default(Vec::new()),
    }
}

section! {
    /// A hardware load balancer.
    pub struct LoadBalancer named by name {
        /// What people call it.
        name: Answer<ObjectName> = required(unnamed()),
        /// The product: a folder among the templates.
        product: Answer<BalancerProduct> = default(BalancerProduct::other()),
        /// The balancer, not the reverse proxy, turns 443 into 4443 (M-297).
        translates_ports: Answer<bool> = default(false),
    }
}

section! {
    /// An Office Web Apps Server.
    pub struct OfficeWebApps named by fqdn {
        /// Its name.
        fqdn: Answer<Fqdn> = required(super::domains::placeholder()),
        /// Its addresses.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
    }
}

section! {
    /// A Survivable Branch Appliance.
    pub struct SurvivableBranch named by fqdn {
        /// Its name.
        fqdn: Answer<Fqdn> = required(super::domains::placeholder()),
        /// Its addresses.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
        /// Mobile devices reach it over Wi-Fi (M-185).
        wifi: Answer<bool> = default(true),
    }
}

section! {
    /// A gateway to the telephone network.
    pub struct PstnGateway named by fqdn {
        /// Its name.
        fqdn: Answer<Fqdn> = required(super::domains::placeholder()),
        /// Its addresses.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
    }
}

/// Stands in for a name that is required; items without a name are refused before it is ever used.
#[expect(
    clippy::expect_used,
    reason = "the text is a name; every test that reads a proxy would fail otherwise"
)]
pub(super) fn unnamed() -> ObjectName {
    "unnamed".parse().expect("a literal name")
}
