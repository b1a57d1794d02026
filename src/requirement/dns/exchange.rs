//! The Autodiscover name of Exchange, which is none of those of Skype for Business.

use super::record::{Common, DnsRecord, OwnerName, RecordData, View, addresses};
use crate::catalog::exchange;
use crate::plan::{Because, InternalZones};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[HERE, ONLINE_EXTERNAL, ONLINE_INTERNAL];

/// Inside, to the first Exchange server: its addresses, or its name where the plan knows none.
const HERE: Rule<DnsRecord> = Rule {
    id: "dns-exchange-autodiscover",
    facts: &["X-002", "X-050", "X-070", "X-071"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if !*because.read(&answers.integrate) {
            return;
        }
        let Some(server) = because.read(&answers.servers).first() else { return };
        let (host, name) = (because.read(&answers.autodiscover_host), because.read(&server.fqdn));
        let at = because.read(&server.addresses);
        let records: Vec<_> = if !at.is_empty() {
            addresses(host, at).collect()
        } else if host == name {
            // The server bears the name itself: its own record is no part of this plan.
            Vec::new()
        } else {
            vec![(OwnerName::from(host), RecordData::Cname(name.clone()))]
        };
        let common = Common::required(View::Internal)
            .saying(vec![Message::new("remark-exchange-autodiscover-outside")]);
        premises.zones.add(maker, because, common, records);
    },
};

/// Outside, to Exchange Online: not where Exchange servers stay here, which then answer first.
const ONLINE_EXTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-exchange-online-external",
    facts: &["X-050", "X-072"],
    make: |premises, maker| {
        let mut because = Because::default();
        if let Some((host, target)) = online(premises, &mut because) {
            let record = (OwnerName::from(host), RecordData::Cname(target.clone()));
            premises.zones.add(maker, because, Common::required(View::External), [record]);
        }
    },
};

/// The same inside, where the company's own name servers hold the zone: they would say that there is no such name.
const ONLINE_INTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-exchange-online-internal",
    facts: &["X-050", "X-070", "X-072"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some((host, target)) = online(premises, &mut because) else { return };
        if is_held_inside(premises, host, &mut because) {
            let record = (OwnerName::from(host), RecordData::Cname(target.clone()));
            premises.zones.add(maker, because, Common::required(View::Internal), [record]);
        }
    },
};

/// The name, and where it leads in the tenant's cloud.
fn online<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<(&'p Fqdn, &'static Fqdn)> {
    let answers = &premises.plan.exchange;
    if !*because.read(&answers.integrate)
        || answers.is_exchange_here(because)
        || !because.read(&answers.servers).is_empty()
    {
        return None;
    }
    let target = exchange().autodiscover_of(because.read(&answers.cloud).word())?;
    Some((because.read(&answers.autodiscover_host), target))
}

/// Whether an internal zone holds the name: that of the directory, or the copy of a SIP zone.
fn is_held_inside(premises: &Premises<'_>, host: &Fqdn, because: &mut Because) -> bool {
    let domains = &premises.plan.domains;
    because.either(
        |because| host.is_within(because.read(&domains.active_directory)),
        |because| {
            because.both(
                |because| *because.read(&domains.internal_sip_zones) == InternalZones::Full,
                |because| because.read(&domains.sip).iter().any(|domain| host.is_within(domain.as_fqdn())),
            )
        },
    )
}
