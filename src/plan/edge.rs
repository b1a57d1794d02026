//! Edge pools.

use super::List;
use super::answer::Answer;
use super::because::Because;
use super::domains::placeholder;
use super::part::section;
use super::pools::{LoadBalancing, Server};
use super::values::choices;
use crate::value::{Address, Fqdn};

choices! {
    /// What the Edge does for federation besides push (E-190, M-211).
    pub enum Federation {
        /// Nothing.
        Closed = "closed",
        /// Named partners.
        Direct = "direct",
        /// Partners find it by its SRV record.
        Discovered = "discovered",
    }
}

section! {
    /// An Edge pool.
    pub struct EdgePool named by fqdn {
        /// The internal name of the pool.
        fqdn: Answer<Fqdn> = required(placeholder()),
        /// Its servers, with their internal addresses.
        servers: List<Server>,
        /// How they share the work.
        load_balancing: Answer<LoadBalancing> = default(LoadBalancing::None),
        /// The services' addresses are public ones, translated to private ones (E-003).
        nat: Answer<bool> = default(false),
        /// One address for all services: other ports (E-158).
        single_address: Answer<bool> = default(false),
        /// What besides push uses federation (E-190, M-211).
        federation: Answer<Federation> = default(Federation::Closed),
        /// XMPP, until Skype for Business Server 2015 (E-025).
        xmpp: Answer<bool> = default(false),
        /// The Access Edge service.
        access: EdgeService; asked if |pool, path, because| {
            path != pool.access.private_addresses.path() || pool.has_private(because)
        },
        /// The Web Conferencing Edge service.
        web_conferencing: EdgeService; asked if |pool, path, because| {
            path != pool.web_conferencing.private_addresses.path() || pool.has_private(because)
        },
        /// The A/V Edge service.
        av: EdgeService; asked if |pool, path, because| {
            path != pool.av.private_addresses.path() || pool.has_private(because)
        },
    }
}

section! {
    /// A service of an Edge pool.
    pub struct EdgeService {
        /// Its external name.
        fqdn: Answer<Option<Fqdn>> = default(None),
        /// Its addresses; with NAT the public ones, with a hardware load balancer the virtual one.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
        /// With NAT or a hardware load balancer: the servers' own addresses.
        private_addresses: Answer<Vec<Address>> = default(Vec::new()),
    }
}

impl EdgePool {
    /// Whether its servers have other addresses than those of its services: with NAT (E-003), or behind a hardware load
    /// balancer (E-005).
    pub fn has_private(&self, because: &mut Because) -> bool {
        because.either(
            |because| *because.read(&self.nat),
            |because| *because.read(&self.load_balancing) == LoadBalancing::Hardware,
        )
    }

    pub(super) fn settle(&mut self) {
        let servers = &self.servers;
        self.load_balancing.settle(|because| {
            if because.read(servers).len() > 1 { LoadBalancing::Dns } else { LoadBalancing::None }
        });
    }
}
