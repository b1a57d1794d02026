//! The other ports of pools whose whole traffic goes through hardware (M-174).

use super::{BalancingRule, Persistence, Side, idle_timeout, members};
use crate::catalog::{BalancedPort, balancing};
use crate::plan::{Because, LoadBalancing};
use crate::requirement::Protocol;
use crate::requirement::rule::Rule;
use crate::text::Message;
use crate::topology::{Pool, PoolRole};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<BalancingRule>] = &[Rule {
    id: "balancing-servers",
    facts: &["M-168", "M-169", "M-171", "M-174", "E-034", "E-150"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let by_hardware = !pool.is_standard(&mut because)
                && *because.read(&pool.load_balancing) == LoadBalancing::Hardware;
            if !by_hardware {
                continue;
            }
            let addresses = because.read(&pool.own_addresses);
            for port in &balancing().ports {
                let mut because = because.clone();
                if !is_used(port, pool, &mut because) {
                    continue;
                }
                let mut facts = vec![port.fact.as_str()];
                facts.extend(port.mediation.then_some("E-151"));
                for address in addresses {
                    let mut because = because.clone();
                    let body = BalancingRule {
                        balancer: because.read(&pool.balancer).clone(),
                        pool: because.read(&pool.fqdn).clone(),
                        side: Side::Internal,
                        address: *address,
                        protocol: Protocol::Tcp,
                        listen_port: port.port,
                        member_port: port.port,
                        members: members(&pool.servers, *address, &mut because),
                        persistence: Persistence::None,
                        monitor_port: balancing().monitor.value,
                        idle_timeout_seconds: idle_timeout(),
                    };
                    let remarks = vec![Message::new("remark-no-direct-server-return")];
                    let reason = maker.reason_with(&because, &facts, remarks);
                    maker.add(&reason, body);
                }
            }
        }
    },
}];

fn is_used(port: &BalancedPort, pool: &Pool, because: &mut Because) -> bool {
    let fits_role = port.director || pool.role == PoolRole::FrontEnd;
    let needs_mediation = |because: &mut Because| pool.mediation.as_ref().is_some_and(|m| *because.read(m));
    fits_role && (!port.mediation || needs_mediation(because))
}
