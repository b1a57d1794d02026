//! The names of the Web Services of every pool.

use super::record::{Common, DnsRecord, View, addresses};
use crate::plan::{Access, Because, InternalZones, Plan};
use crate::requirement::public_name::{comes_from_wifi, is_met_from_wifi};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::PoolRole;
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[INTERNAL, EXTERNAL, HAIRPIN, HAIRPIN_OF_DIRECTOR];

/// Inside: the internal web site of each pool.
const INTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-web-internal",
    facts: &["M-015", "M-020", "M-021", "M-054", "E-035", "E-056"],
    make: |premises, maker| {
        let zones = premises.zones;
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            let name = because.read(&pool.internal.fqdn);
            let records = addresses(name, because.read(&pool.internal.addresses));
            zones.add(maker, because, Common::required(View::Internal), records);
        }
    },
};

/// Outside: the external web site of each pool, at its reverse proxy.
const EXTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-web-external",
    facts: &["M-016", "M-018", "M-024", "M-050", "M-051", "E-030", "E-056"],
    make: |premises, maker| {
        let zones = premises.zones;
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            if *because.read(&premises.plan.mobility.access) != Access::InternalAndExternal {
                return;
            }
            let name = because.read(&pool.external.fqdn);
            let Some(proxy) = premises.topology.proxy_of(pool, &mut because) else {
                continue;
            };
            let records = addresses(name, because.read(&proxy.external));
            zones.add(maker, because, Common::required(View::External), records);
        }
    },
};

/// Inside, where the internal name servers answer for the domain of the external name: the hairpin record, by which
/// devices on Wi-Fi reach the reverse proxy.
const HAIRPIN: Rule<DnsRecord> = Rule {
    id: "dns-web-hairpin",
    facts: &["M-016", "M-017", "M-033", "M-055", "M-065", "M-066", "M-222", "M-224", "M-288", "E-056"],
    make: |premises, maker| hairpin(premises, maker, PoolRole::FrontEnd),
};

/// The same for the Director that answers first, where clients inside are led to it through the reverse proxy.
const HAIRPIN_OF_DIRECTOR: Rule<DnsRecord> = Rule {
    id: "dns-web-hairpin-director",
    facts: &["M-016", "M-043", "M-055", "M-065", "M-066", "M-286", "M-288", "E-056"],
    make: |premises, maker| hairpin(premises, maker, PoolRole::Director),
};

fn hairpin(premises: &Premises<'_>, maker: &mut Maker<'_, DnsRecord>, role: PoolRole) {
    let zones = premises.zones;
    for pool in premises.topology.pools.iter().filter(|pool| pool.role == role) {
        let mut because = Because::default();
        if !comes_from_wifi(premises.plan, &mut because) {
            return;
        }
        if !is_met_from_wifi(premises.plan, premises.topology, pool, &mut because) {
            continue;
        }
        let name = because.read(&pool.external.fqdn);
        if !is_answered_inside(premises.plan, name, &mut because) {
            continue;
        }
        let Some(proxy) = premises.topology.proxy_of(pool, &mut because) else {
            continue;
        };
        let records = addresses(name, because.read(&proxy.external));
        let common = Common::required(View::Internal)
            .saying(vec![Message::new("remark-hairpin-record").with("name", name)]);
        zones.add(maker, because, common, records);
    }
}

/// Whether the internal name servers answer for the domain of a name.
fn is_answered_inside(plan: &Plan, name: &Fqdn, because: &mut Because) -> bool {
    let domains = &plan.domains;
    let in_directory = |because: &mut Because| name.is_within(because.read(&domains.active_directory));
    // With pin-point zones the query goes out, unless nobody outside answers it.
    let answers = |because: &mut Because| {
        because.either(
            |because| *because.read(&domains.internal_sip_zones) == InternalZones::Full,
            |because| *because.read(&plan.mobility.access) == Access::InternalOnly,
        )
    };
    let in_sip_zone = |because: &mut Because| {
        answers(because) && because.read(&domains.sip).iter().any(|domain| name.is_within(domain.as_fqdn()))
    };
    because.either(in_directory, in_sip_zone)
}
