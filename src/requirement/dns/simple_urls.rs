//! The hosts of the simple URLs: Meet and Dial-in inside and outside, Admin inside only (M-071, M-072).

use super::record::{DnsRecord, RecordData, View, Zones};
use crate::plan::{Access, Because, Told};
use crate::requirement::Level;
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::value::{Address, Fqdn};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[INTERNAL, EXTERNAL];

/// Inside: at the internal Web Services of the pool that answers first.
const INTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-simple-url-internal",
    facts: &["M-071", "M-072", "M-073", "M-074", "M-075", "M-077", "E-040"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let addresses = because.read(&entry.internal.addresses);
        let urls = &premises.topology.simple_urls;
        records(premises, maker, &because, View::Internal, &urls.meet, addresses);
        records(premises, maker, &because, View::Internal, &urls.dialin, addresses);
        records(premises, maker, &because, View::Internal, &urls.admin, addresses);
    },
};

/// Outside: at the reverse proxy; never Admin.
const EXTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-simple-url-external",
    facts: &["M-052", "M-071", "M-072", "M-073", "M-074", "M-075", "E-031"],
    make: |premises, maker| {
        let mut because = Because::default();
        if *because.read(&premises.plan.mobility.access) != Access::InternalAndExternal {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let Some(proxy) = premises.topology.proxy_of(entry, &mut because) else {
            return;
        };
        let addresses = because.read(&proxy.external);
        let urls = &premises.topology.simple_urls;
        records(premises, maker, &because, View::External, &urls.meet, addresses);
        records(premises, maker, &because, View::External, &urls.dialin, addresses);
    },
};

/// Records of some hosts, all at the same addresses and for the same reason.
fn records<H>(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    because: &Because,
    view: View,
    hosts: &H,
    addresses: &[Address],
) where
    H: Told,
    for<'h> &'h H::Value: IntoIterator<Item = &'h Fqdn>,
{
    let zones = Zones::of(premises.plan);
    let mut because = because.clone();
    let mut made = Vec::new();
    for host in because.read(hosts) {
        for address in addresses {
            let data = RecordData::Address(*address);
            made.push(zones.record(view, host, data, Level::Required, &mut because));
        }
    }
    let reason = maker.reason(&because);
    for record in made {
        maker.add(&reason, record);
    }
}
