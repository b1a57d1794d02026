//! Pools of Front End servers and Directors, and their Web Services.

use super::List;
use super::answer::Answer;
use super::domains::placeholder;
use super::part::section;
use super::values::{Count, choices};
use crate::catalog::numbers;
use crate::value::{Address, Fqdn, ObjectName, Port};

choices! {
    /// How the members of a pool share the work (E-054, M-158).
    pub enum LoadBalancing {
        /// Not at all: one server.
        None = "none",
        /// SIP by DNS, web by hardware.
        Dns = "dns",
        /// All by hardware.
        Hardware = "hardware",
    }

    /// The edition of a Front End pool.
    pub enum Edition {
        /// A pool of servers.
        Enterprise = "enterprise",
        /// One server, whose name is the pool's.
        Standard = "standard",
    }
}

section! {
    /// A server of a pool.
    pub struct Server named by fqdn {
        /// Its name.
        fqdn: Answer<Fqdn> = required(placeholder()),
        /// Its addresses.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
    }
}

section! {
    /// The Web Services of a pool.
    pub struct WebServices {
        /// The internal web site.
        internal: WebSite,
        /// The external web site.
        external: WebSite,
        /// The ports of the external web site (M-082).
        ports: WebPorts,
    }
}

section! {
    /// A web site of a pool.
    pub struct WebSite {
        /// Its name; by default that of the pool, as Topology Builder has it (M-022).
        fqdn: Answer<Fqdn> = default(placeholder()),
        /// Its addresses; by default those of the pool, else of its servers.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
    }
}

section! {
    /// The ports of the external web site.
    pub struct WebPorts {
        /// HTTP, as clients outside use it.
        published_http: Answer<Port> = default(numbers().published_http.value),
        /// HTTPS, as clients outside use it.
        published_https: Answer<Port> = default(numbers().published_https.value),
        /// HTTP, as the servers listen.
        listening_http: Answer<Port> = default(numbers().listening_http.value),
        /// HTTPS, as the servers listen.
        listening_https: Answer<Port> = default(numbers().listening_https.value),
    }
}

section! {
    /// A Director pool.
    pub struct DirectorPool named by fqdn {
        /// The pool's name.
        fqdn: Answer<Fqdn> = required(placeholder()),
        /// The pool's virtual address with hardware load balancing; else the servers' addresses serve.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
        /// Its servers.
        servers: List<Server>,
        /// How they share the work.
        load_balancing: Answer<LoadBalancing> = default(LoadBalancing::None),
        /// Who balances; by default the site's only one.
        load_balancer: Answer<Option<ObjectName>> = default(None);
            asked if |pool, _, because| *because.read(&pool.load_balancing) != LoadBalancing::None,
        /// Who publishes it; by default the site's only one, else the first of the plan.
        reverse_proxy: Answer<Option<ObjectName>> = default(None),
        /// Its Web Services.
        web_services: WebServices,
    }
}

section! {
    /// A Front End pool or a Standard Edition server.
    pub struct FrontEndPool named by fqdn {
        /// The pool's name.
        fqdn: Answer<Fqdn> = required(placeholder()),
        /// The edition.
        edition: Answer<Edition> = default(Edition::Enterprise),
        /// The pool's virtual address with hardware load balancing; else the servers' addresses serve.
        addresses: Answer<Vec<Address>> = default(Vec::new()),
        /// Its servers.
        servers: List<Server>,
        /// How they share the work.
        load_balancing: Answer<LoadBalancing> = default(LoadBalancing::None),
        /// Who balances; by default the site's only one.
        load_balancer: Answer<Option<ObjectName>> = default(None);
            asked if |pool, _, because| *because.read(&pool.load_balancing) != LoadBalancing::None,
        /// Who publishes it; by default the site's only one, else the first of the plan.
        reverse_proxy: Answer<Option<ObjectName>> = default(None),
        /// Its Web Services.
        web_services: WebServices; asked if |pool, path, because| {
            path != pool.web_services.internal.fqdn.path() || *because.read(&pool.edition) != Edition::Standard
        },
        /// The Mediation Server runs on its servers.
        mediation_collocated: Answer<bool> = default(false),
        /// Network interfaces of each server; two are judged by M-013 and M-307.
        network_interfaces: Answer<Count<1, 2>> = default(Count(1)),
        /// Clients sign in here: `sip.<sip domain>` is on its Default certificate (M-092).
        sign_in: Answer<bool> = default(true),
        /// The pool that takes over (M-060).
        paired_with: Answer<Option<Fqdn>> = default(None),
    }
}

macro_rules! settles {
    ($($pool:ident),+) => {$(
        impl $pool {
            pub(super) fn settle(&mut self) {
                let servers = &self.servers;
                self.load_balancing.settle(|because| {
                    if because.read(servers).len() > 1 { LoadBalancing::Hardware } else { LoadBalancing::None }
                });
                let fqdn = &self.fqdn;
                let web = &mut self.web_services;
                for site in [&mut web.internal, &mut web.external] {
                    site.fqdn.settle(|because| because.read(fqdn).clone());
                    let own = &self.addresses;
                    site.addresses.settle(|because| {
                        let own = because.read(own).clone();
                        if !own.is_empty() {
                            return own;
                        }
                        match because.read(servers) {
                            [only] => because.read(&only.addresses).clone(),
                            _ => Vec::new(),
                        }
                    });
                }
            }
        }
    )+};
}

settles!(DirectorPool, FrontEndPool);
