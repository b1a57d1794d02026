//! Load balancing that a fact forbids, or that asks for a word (M-158 to M-175, M-295).

use crate::catalog::{balancing, numbers};
use crate::finding::{Finding, Severity};
use crate::plan::{Because, LoadBalancing, Path};
use crate::requirement::balancing::is_balanced;
use crate::requirement::public_name::Purpose;
use crate::requirement::rule::{Maker, Rule};
use crate::topology::{Pool, WebSide};
use crate::value::{Address, Port};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    STANDARD_EDITION_BALANCED,
    SEVERAL_SERVERS_UNBALANCED,
    NO_BALANCER,
    VIRTUAL_ADDRESS_MISSING,
    VIRTUAL_ADDRESS_OF_SERVER,
    BALANCER_PORTS_CLASH,
    PORTS_TRANSLATED_BY_SOME,
    ALL_FROM_THE_PROXY,
    COOKIE_PERSISTENCE,
];

/// A Standard Edition server behind a balancer.
const STANDARD_EDITION_BALANCED: Rule<Finding> = Rule {
    id: "standard-edition-balanced",
    facts: &["M-158"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let is_standard = pool.is_standard(&mut because);
            if is_standard && *because.read(&pool.load_balancing) != LoadBalancing::None {
                let finding = maker
                    .finding(Severity::Error, pool.load_balancing.path())
                    .with("pool", because.read(&pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Several servers, and nobody shares the work among them.
const SEVERAL_SERVERS_UNBALANCED: Rule<Finding> = Rule {
    id: "several-servers-unbalanced",
    facts: &["M-158", "E-054"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let is_unbalanced = *because.read(&pool.load_balancing) == LoadBalancing::None
                && is_several(pool, &mut because)
                && !pool.is_standard(&mut because);
            if is_unbalanced {
                let finding = maker
                    .finding(Severity::Error, pool.load_balancing.path())
                    .with("pool", because.read(&pool.fqdn))
                    .counting("count", because.read(&pool.servers).len());
                maker.tell(&because, finding);
            }
        }
    },
};

/// A balanced pool of which nobody knows who balances it.
const NO_BALANCER: Rule<Finding> = Rule {
    id: "no-load-balancer",
    facts: &["M-158", "M-170", "M-297", "E-141"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            if is_balanced(pool, &mut because) && because.read(&pool.balancer).is_none() {
                let finding = maker
                    .finding(Severity::Warning, pool.load_balancing.path())
                    .with("pool", because.read(&pool.fqdn));
                let reason = maker.reason_of(&because, vec!["M-158", "M-170", "M-297"], Vec::new());
                maker.add(&reason, finding);
            }
        }
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if edge.is_balanced(&mut because) && because.read(&edge.balancer).is_none() {
                let finding = maker
                    .finding(Severity::Warning, edge.pool.load_balancing.path())
                    .with("pool", because.read(&edge.pool.fqdn));
                let reason = maker.reason_of(&because, vec!["E-141"], Vec::new());
                maker.add(&reason, finding);
            }
        }
    },
};

/// All traffic goes through hardware, but the name of the pool has no address there.
const VIRTUAL_ADDRESS_MISSING: Rule<Finding> = Rule {
    id: "virtual-address-missing",
    facts: &["M-174", "E-034"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let by_hardware = !pool.is_standard(&mut because)
                && *because.read(&pool.load_balancing) == LoadBalancing::Hardware;
            if by_hardware && because.read(&pool.own_addresses).is_empty() {
                let finding = maker
                    .finding(Severity::Warning, pool.own_addresses.path())
                    .with("pool", because.read(&pool.fqdn))
                    .with("answer", pool.own_addresses.path());
                maker.tell(&because, finding);
            }
        }
    },
};

/// An address that should be the balancer's is that of one server.
const VIRTUAL_ADDRESS_OF_SERVER: Rule<Finding> = Rule {
    id: "virtual-address-of-server",
    facts: &["M-038", "M-054", "M-158", "E-034", "E-035"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            if !is_balanced(pool, &mut because) || !is_several(pool, &mut because) {
                continue;
            }
            for side in [&pool.internal, &pool.external] {
                let addresses = because_of(side, &because);
                address_of_server(maker, pool, addresses, &side.at.key("addresses"));
            }
            let mut own = because.clone();
            if *own.read(&pool.load_balancing) == LoadBalancing::Hardware {
                let addresses = own.read(&pool.own_addresses).as_slice();
                address_of_server(maker, pool, (addresses, own), pool.own_addresses.path());
            }
        }
    },
};

fn because_of<'p>(side: &'p WebSide, because: &Because) -> (&'p [Address], Because) {
    let mut because = because.clone();
    (because.read(&side.addresses), because)
}

fn address_of_server(
    maker: &mut Maker<'_, Finding>,
    pool: &Pool,
    (addresses, mut because): (&[Address], Because),
    path: &Path,
) {
    for server in &pool.servers {
        let taken = because.clone().read(&server.addresses).iter().find(|own| addresses.contains(own));
        if let Some(address) = taken {
            because.read(&server.addresses);
            let finding = maker
                .finding(Severity::Error, path)
                .with("address", address)
                .with("server", because.read(&server.fqdn));
            maker.tell(&because, finding);
            return;
        }
    }
}

/// The balancer translates ports, and both web sites have one address: 443 there can't lead to 443 and to 4443.
const BALANCER_PORTS_CLASH: Rule<Finding> = Rule {
    id: "balancer-ports-clash",
    facts: &["M-171", "M-172", "M-297"],
    make: |premises, maker| {
        let internal = [numbers().internal_https.value, numbers().internal_http.value];
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            if !is_balanced(pool, &mut because) {
                continue;
            }
            let inside = because.read(&pool.internal.addresses);
            let both = because.read(&pool.external.addresses).iter().find(|address| inside.contains(address));
            let clash: Option<(&Address, Port)> = both.and_then(|address| {
                let external = [pool.web_port(true, &mut because), pool.web_port(false, &mut because)];
                external.into_iter().find(|port| internal.contains(port)).map(|port| (address, port))
            });
            if let Some((address, port)) = clash {
                let finding = maker
                    .finding(Severity::Error, &pool.external.at.key("addresses"))
                    .with("pool", because.read(&pool.fqdn))
                    .with("address", address)
                    .with("port", port);
                maker.tell(&because, finding);
            }
        }
    },
};

/// One proxy publishes pools whose balancers translate ports, and others whose do not.
const PORTS_TRANSLATED_BY_SOME: Rule<Finding> = Rule {
    id: "ports-translated-by-some",
    facts: &["M-126", "M-297"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            let groups = premises.published.groups.iter();
            let own =
                groups.filter(|group| group.purpose == Purpose::WebServices && group.proxy.at == proxy.at);
            let translated: Vec<bool> = own
                .map(|group| {
                    because.join(&group.because);
                    *because.read(&group.pool.balancer_translates)
                })
                .collect();
            if translated.contains(&true) && translated.contains(&false) {
                let finding =
                    maker.finding(Severity::Advice, &proxy.at).with("proxy", because.read(&proxy.name));
                maker.tell(&because, finding);
            }
        }
    },
};

/// All requests come from the proxy, so that persistence by source address leads them all to one server.
const ALL_FROM_THE_PROXY: Rule<Finding> = Rule {
    id: "source-address-of-proxy",
    facts: &["M-134", "M-159", "M-172", "M-295"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let is_uneven = is_balanced(pool, &mut because)
                && is_several(pool, &mut because)
                && !*because.read(&premises.plan.servers.lync_server_2010_pools);
            let published = premises
                .published
                .groups
                .iter()
                .find(|group| group.purpose == Purpose::WebServices && group.pool.at == pool.at);
            if let (true, Some(group)) = (is_uneven, published) {
                because.join(&group.because);
                let finding = maker
                    .finding(Severity::Advice, pool.load_balancing.path())
                    .with("pool", because.read(&pool.fqdn))
                    .with("proxy", because.read(&group.proxy.name));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Pools of Lync Server 2010 stay: cookies for as long as they do.
const COOKIE_PERSISTENCE: Rule<Finding> = Rule {
    id: "cookie-persistence",
    facts: &["M-162", "M-163", "M-164", "M-165", "M-317"],
    make: |premises, maker| {
        let answer = &premises.plan.servers.lync_server_2010_pools;
        let mut because = Because::default();
        if *because.read(answer) {
            let finding =
                maker.finding(Severity::Advice, answer.path()).with("cookie", &balancing().cookie.value);
            maker.tell(&because, finding);
        }
    },
};

/// Whether a pool has more than one server.
fn is_several(pool: &Pool, because: &mut Because) -> bool {
    because.read(&pool.servers).len() > 1
}
