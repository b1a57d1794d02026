//! The Autodiscover names: `lyncdiscoverinternal` inside, `lyncdiscover` outside, in each SIP domain (M-027 to M-049).
//! Those of paired pools stand in `geo.rs`.

use super::record::{Common, DnsRecord, RecordData, View};
use crate::catalog::numbers;
use crate::plan::{Access, Autodiscover, AutodiscoverRecord, Because, InternalTarget, InternalZones};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::value::{Address, Fqdn, SipDomain};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] =
    &[INTERNAL_ADDRESS, INTERNAL_CNAME, INTERNAL_PROXY, EXTERNAL_ADDRESS, EXTERNAL_CNAME];

/// Inside, as address records.
const INTERNAL_ADDRESS: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-internal-address",
    facts: &[
        "M-027", "M-028", "M-038", "M-041", "M-042", "M-043", "M-046", "M-062", "M-285", "M-286", "E-033",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_automatic(premises, &mut because) || !leads_to_web_services(premises, &mut because) {
            return;
        }
        if is_cname_inside(premises, &mut because) || is_paired(premises, &mut because) {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let at = because.read(&entry.internal.addresses).clone();
        each_domain(premises, maker, because, View::Internal, &at_addresses(&at));
    },
};

/// Inside, as CNAME.
const INTERNAL_CNAME: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-internal-cname",
    facts: &[
        "M-027", "M-028", "M-037", "M-041", "M-042", "M-043", "M-046", "M-062", "M-285", "M-286", "E-033",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_cname = is_automatic(premises, &mut because)
            && leads_to_web_services(premises, &mut because)
            && is_cname_inside(premises, &mut because)
            && !is_paired(premises, &mut because);
        if !is_cname {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let target = because.read(&entry.internal.fqdn).clone();
        each_domain(premises, maker, because, View::Internal, &[RecordData::Cname(target)]);
    },
};

/// Inside, to the reverse proxy: for devices that do not trust the internal authority.
const INTERNAL_PROXY: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-internal-proxy",
    facts: &["M-027", "M-028", "M-041", "M-043", "M-046", "M-062", "M-067", "M-285", "M-286"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_automatic(premises, &mut because) || leads_to_web_services(premises, &mut because) {
            return;
        }
        if is_paired(premises, &mut because) {
            return;
        }
        let Some(at) = proxy_addresses(premises, &mut because) else {
            return;
        };
        each_domain(premises, maker, because, View::Internal, &at_addresses(&at));
    },
};

/// Outside, as address records to the reverse proxy.
const EXTERNAL_ADDRESS: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-external-address",
    facts: &["M-028", "M-040", "M-041", "M-042", "M-043", "M-046", "M-287", "E-029"],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_address = is_automatic(premises, &mut because)
            && is_outside(premises, &mut because)
            && *because.read(&premises.plan.mobility.autodiscover_record) == AutodiscoverRecord::Address
            && !is_paired(premises, &mut because);
        if !is_address {
            return;
        }
        let Some(at) = proxy_addresses(premises, &mut because) else {
            return;
        };
        each_domain(premises, maker, because, View::External, &at_addresses(&at));
    },
};

/// Outside, as CNAME.
const EXTERNAL_CNAME: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-external-cname",
    facts: &["M-028", "M-039", "M-041", "M-042", "M-043", "M-046", "M-047", "M-048", "M-049", "E-029"],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_cname = is_automatic(premises, &mut because)
            && is_outside(premises, &mut because)
            && *because.read(&premises.plan.mobility.autodiscover_record) == AutodiscoverRecord::Cname
            && !is_paired(premises, &mut because);
        if !is_cname {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let target = because.read(&entry.external.fqdn).clone();
        each_domain(premises, maker, because, View::External, &[RecordData::Cname(target)]);
    },
};

pub(super) fn is_automatic(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.mobility.autodiscover) == Autodiscover::Automatic
}

fn is_outside(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.mobility.access) == Access::InternalAndExternal
}

/// A zone of its own can't begin with a CNAME, so pin-point zones hold addresses whatever form is wanted (M-064).
fn is_cname_inside(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.domains.internal_sip_zones) == InternalZones::Full
        && *because.read(&premises.plan.mobility.autodiscover_record) == AutodiscoverRecord::Cname
}

pub(super) fn leads_to_web_services(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.mobility.internal_autodiscover_target) == InternalTarget::InternalWebServices
}

/// Another pool takes over: then the names are those of GeoDNS (M-060).
fn is_paired(premises: &Premises<'_>, because: &mut Because) -> bool {
    premises.topology.pair(premises.plan, because).is_some()
}

fn proxy_addresses(premises: &Premises<'_>, because: &mut Because) -> Option<Vec<Address>> {
    let entry = premises.topology.entry(because)?;
    let proxy = premises.topology.proxy_of(entry, because)?;
    Some(because.read(&proxy.external).clone())
}

fn at_addresses(at: &[Address]) -> Vec<RecordData> {
    at.iter().copied().map(RecordData::Address).collect()
}

/// The Autodiscover name of a SIP domain.
pub(super) fn host(view: View, domain: &SipDomain) -> Fqdn {
    let names = numbers();
    let label = if view == View::Internal { &names.lyncdiscoverinternal } else { &names.lyncdiscover };
    domain.host(&label.value)
}

/// The facts that state where the records stand, beside those of the rule.
pub(super) fn place_facts(premises: &Premises<'_>, view: View, because: &mut Because) -> Vec<&'static str> {
    let mut facts = Vec::new();
    // Users online share the names, which lead here all the same.
    let mut online = Because::default();
    if *online.read(&premises.plan.mobility.hybrid) {
        because.join(&online);
        facts.push("M-284");
        if view == View::External {
            facts.push("E-060");
        }
    }
    if view == View::Internal
        && *because.read(&premises.plan.domains.internal_sip_zones) == InternalZones::PinPoint
    {
        facts.extend(["M-063", "M-064"]);
    }
    facts
}

fn each_domain(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    mut because: Because,
    view: View,
    data: &[RecordData],
) {
    let common = Common::required(view).stated_by(&place_facts(premises, view, &mut because));
    let domains = because.read(&premises.plan.domains.sip).iter();
    let records = domains.flat_map(|domain| {
        let name = host(view, domain);
        data.iter().map(move |data| ((&name).into(), data.clone()))
    });
    premises.zones.add(maker, because, common, records);
}
