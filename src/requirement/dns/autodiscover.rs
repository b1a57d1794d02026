//! The Autodiscover names: `lyncdiscoverinternal` inside, `lyncdiscover` outside, in each SIP domain (M-027 to M-049).

use super::record::{DnsRecord, RecordData, View, Zones};
use crate::catalog::numbers;
use crate::plan::{Access, Autodiscover, AutodiscoverRecord, Because, InternalTarget, InternalZones};
use crate::requirement::Level;
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::value::Address;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] =
    &[INTERNAL_ADDRESS, INTERNAL_CNAME, INTERNAL_PROXY, EXTERNAL_ADDRESS, EXTERNAL_CNAME];

/// Inside, as address records.
const INTERNAL_ADDRESS: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-internal-address",
    facts: &["M-027", "M-028", "M-038", "M-041", "M-042", "M-043", "M-046", "M-285", "E-033"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_automatic(premises, &mut because) || !leads_to_web_services(premises, &mut because) {
            return;
        }
        if is_cname_inside(premises, &mut because) {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let addresses = because.read(&entry.internal.addresses).clone();
        addresses_for_each_domain(premises, maker, because, View::Internal, &addresses);
    },
};

/// Inside, as CNAME.
const INTERNAL_CNAME: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-internal-cname",
    facts: &["M-027", "M-028", "M-037", "M-041", "M-042", "M-043", "M-046", "M-285", "E-033"],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_cname = is_automatic(premises, &mut because)
            && leads_to_web_services(premises, &mut because)
            && is_cname_inside(premises, &mut because);
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
    facts: &["M-027", "M-028", "M-041", "M-046", "M-067", "M-285", "M-286"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_automatic(premises, &mut because) || leads_to_web_services(premises, &mut because) {
            return;
        }
        let Some(addresses) = proxy_addresses(premises, &mut because) else {
            return;
        };
        addresses_for_each_domain(premises, maker, because, View::Internal, &addresses);
    },
};

/// Outside, as address records to the reverse proxy.
const EXTERNAL_ADDRESS: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-external-address",
    facts: &["M-028", "M-040", "M-041", "M-042", "M-046", "M-287", "E-029"],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_address = is_automatic(premises, &mut because)
            && is_outside(premises, &mut because)
            && *because.read(&premises.plan.mobility.autodiscover_record) == AutodiscoverRecord::Address;
        if !is_address {
            return;
        }
        let Some(addresses) = proxy_addresses(premises, &mut because) else {
            return;
        };
        addresses_for_each_domain(premises, maker, because, View::External, &addresses);
    },
};

/// Outside, as CNAME.
const EXTERNAL_CNAME: Rule<DnsRecord> = Rule {
    id: "dns-autodiscover-external-cname",
    facts: &["M-028", "M-039", "M-041", "M-042", "M-043", "M-046", "M-049", "E-029"],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_cname = is_automatic(premises, &mut because)
            && is_outside(premises, &mut because)
            && *because.read(&premises.plan.mobility.autodiscover_record) == AutodiscoverRecord::Cname;
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

fn is_automatic(premises: &Premises<'_>, because: &mut Because) -> bool {
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

fn leads_to_web_services(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.mobility.internal_autodiscover_target) == InternalTarget::InternalWebServices
}

fn proxy_addresses(premises: &Premises<'_>, because: &mut Because) -> Option<Vec<Address>> {
    let entry = premises.topology.entry(because)?;
    let proxy = premises.topology.proxy_of(entry, because)?;
    Some(because.read(&proxy.external).clone())
}

fn addresses_for_each_domain(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    because: Because,
    view: View,
    addresses: &[Address],
) {
    let data: Vec<_> = addresses.iter().copied().map(RecordData::Address).collect();
    each_domain(premises, maker, because, view, &data);
}

fn each_domain(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    mut because: Because,
    view: View,
    data: &[RecordData],
) {
    let zones = Zones::of(premises.plan);
    let names = numbers();
    let label = if view == View::Internal { &names.lyncdiscoverinternal } else { &names.lyncdiscover };
    let mut records = Vec::new();
    for domain in because.read(&premises.plan.domains.sip) {
        let name = domain.host(&label.value);
        for data in data {
            records.push(zones.record(view, &name, data.clone(), Level::Required, &mut because));
        }
    }
    let reason = maker.reason(&because);
    for record in records {
        maker.add(&reason, record);
    }
}
