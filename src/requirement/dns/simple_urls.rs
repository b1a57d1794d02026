//! The hosts of the simple URLs: Meet and Dial-in inside and outside, Admin inside only (M-071, M-072). Those of paired
//! pools stand in `geo.rs`.

use super::record::{Common, DnsRecord, View, addresses};
use crate::plan::{Access, Because, Layout, Told};
use crate::requirement::Level;
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::value::{Address, Fqdn};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<DnsRecord>] = &[INTERNAL, ADMIN, EXTERNAL];

/// Inside: at the internal Web Services of the pool that answers first.
const INTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-simple-url-internal",
    facts: &["M-072", "M-077", "E-210"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        if premises.topology.pair(premises.plan, &mut because).is_some() {
            return;
        }
        let at = because.read(&entry.internal.addresses);
        let urls = &premises.topology.simple_urls;
        let common = || Common::required(View::Internal);
        hosts(premises, maker, &because, common(), &urls.meet, at);
        hosts(premises, maker, &because, common(), &urls.dialin, at);
    },
};

/// Inside, where it is used: Admin. Nothing else rests on it, so it may be there or not (E-040).
const ADMIN: Rule<DnsRecord> = Rule {
    id: "dns-simple-url-admin",
    facts: &["M-071", "M-072", "M-077", "E-040", "E-210"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        let urls = &premises.topology.simple_urls;
        let Some(admin) = because.read(&urls.admin) else {
            return;
        };
        // The host of another simple URL is a CNAME where pools are paired, and a CNAME stands alone.
        let mut shared = Because::default();
        let is_shared =
            shared.read(&urls.meet).contains(admin) || shared.read(&urls.dialin).as_ref() == Some(admin);
        if is_shared && premises.topology.pair(premises.plan, &mut shared).is_some() {
            return;
        }
        let at = because.read(&entry.internal.addresses);
        let common = Common::new(View::Internal, Level::Optional);
        hosts(premises, maker, &because, common, &urls.admin, at);
    },
};

/// Outside: at the reverse proxy; never Admin.
const EXTERNAL: Rule<DnsRecord> = Rule {
    id: "dns-simple-url-external",
    facts: &["M-052", "M-071", "M-072", "E-031", "E-210"],
    make: |premises, maker| {
        let mut because = Because::default();
        if *because.read(&premises.plan.mobility.access) != Access::InternalAndExternal {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        if premises.topology.pair(premises.plan, &mut because).is_some() {
            return;
        }
        let Some(proxy) = premises.topology.proxy_of(entry, &mut because) else {
            return;
        };
        let at = because.read(&proxy.external);
        let urls = &premises.topology.simple_urls;
        let common = || Common::required(View::External);
        hosts(premises, maker, &because, common(), &urls.meet, at);
        hosts(premises, maker, &because, common(), &urls.dialin, at);
    },
};

/// The facts that state a layout.
pub(super) fn layout_facts(layout: Layout) -> &'static [&'static str] {
    match layout {
        Layout::DedicatedHosts => &["M-073", "E-212"],
        Layout::SharedHost => &["M-074", "E-213"],
        Layout::SingleHost => &["M-075", "E-214"],
    }
}

/// Records of some hosts, all at the same addresses and for the same reason.
fn hosts<H>(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, DnsRecord>,
    because: &Because,
    common: Common,
    hosts: &H,
    at: &[Address],
) where
    H: Told,
    for<'h> &'h H::Value: IntoIterator<Item = &'h Fqdn>,
{
    let mut because = because.clone();
    let common = common.stated_by(layout_facts(*because.read(&premises.plan.simple_urls.layout)));
    let records = because.read(hosts).into_iter().flat_map(|host| addresses(host, at));
    premises.zones.add(maker, because, common, records);
}
