//! What stands in the plan and serves nobody.

use crate::finding::{Finding, Severity};
use crate::plan::Because;
use crate::requirement::edge_use::is_needed;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[PROXY, BALANCER, EDGE, SITE];

/// A reverse proxy that publishes no pool and no Office Web Apps Server.
const PROXY: Rule<Finding> = Rule {
    id: "unused-reverse-proxy",
    facts: &["P-004", "M-129"],
    make: |premises, maker| {
        let topology = premises.topology;
        for (index, proxy) in topology.proxies.iter().enumerate() {
            let mut because = Because::default();
            because.note(premises.plan.sites.path());
            let publishes_pool = topology.pools.iter().any(|pool| *because.read(&pool.proxy) == Some(index));
            let publishes_office =
                topology.offices.iter().any(|office| *because.read(&office.proxy) == Some(index));
            if !publishes_pool && !publishes_office {
                let finding =
                    maker.finding(Severity::Advice, &proxy.at).with("name", because.read(&proxy.name));
                maker.tell(&because, finding);
            }
        }
    },
};

/// A load balancer that balances no pool.
const BALANCER: Rule<Finding> = Rule {
    id: "unused-load-balancer",
    facts: &["P-004", "M-158"],
    make: |premises, maker| {
        for site in &premises.plan.sites {
            for balancer in &site.load_balancers {
                let mut because = Because::default();
                because.note(premises.plan.sites.path());
                let name = because.read(&balancer.name);
                let topology = premises.topology;
                let of_pools = topology.pools.iter().filter(|pool| pool.site == site.at);
                let of_edges = topology.edges.iter().filter(|edge| edge.site == site.at);
                let mut balancers =
                    of_pools.map(|pool| &pool.balancer).chain(of_edges.map(|edge| &edge.balancer));
                if !balancers.any(|balancer| because.read(balancer).as_ref() == Some(name)) {
                    let finding = maker.finding(Severity::Advice, &balancer.at).with("name", name);
                    maker.tell(&because, finding);
                }
            }
        }
    },
};

/// An Edge pool where nobody comes from outside, nothing is pushed, and nobody federates.
const EDGE: Rule<Finding> = Rule {
    id: "unused-edge",
    facts: &["M-012", "M-197", "M-225", "E-201"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if !is_needed(premises, edge, &mut because) {
                let finding = maker
                    .finding(Severity::Advice, &edge.pool.at)
                    .with("edge", because.read(&edge.pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// A site in which nothing stands.
const SITE: Rule<Finding> = Rule {
    id: "empty-site",
    facts: &["P-006"],
    make: |premises, maker| {
        for site in &premises.plan.sites {
            let mut because = Because::default();
            let has_anything = !because.read(&site.director_pools).is_empty()
                || !because.read(&site.front_end_pools).is_empty()
                || !because.read(&site.edge_pools).is_empty()
                || !because.read(&site.reverse_proxies).is_empty()
                || !because.read(&site.load_balancers).is_empty()
                || !because.read(&site.office_web_apps).is_empty()
                || !because.read(&site.survivable_branches).is_empty()
                || !because.read(&site.pstn_gateways).is_empty();
            if !has_anything {
                let finding =
                    maker.finding(Severity::Advice, &site.at).with("site", because.read(&site.name));
                maker.tell(&because, finding);
            }
        }
    },
};
