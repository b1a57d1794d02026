//! What a public authority can't sign, and addresses that nobody outside reaches (D-005).

use std::collections::{BTreeMap, HashMap};

use crate::catalog::{is_public_name, private_network};
use crate::finding::{Finding, Severity};
use crate::plan::{Access, Because, InitialRequest, Path};
use crate::requirement::edge_use::any_edge;
use crate::requirement::public_name::{PublicNames, Purpose};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::topology::Service;
use crate::value::{Address, Fqdn, SipDomain};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[NAME_NOT_PUBLIC, PROXY_ADDRESS_NOT_PUBLIC, EDGE_ADDRESS_NOT_PUBLIC];

/// A name on a certificate of a public authority whose top-level domain is none of the Internet's.
const NAME_NOT_PUBLIC: Rule<Finding> = Rule {
    id: "name-not-public",
    facts: &["M-099", "M-103", "E-170", "E-171", "D-005"],
    make: |premises, maker| {
        for group in &premises.published.groups {
            if group.purpose == Purpose::WebServices {
                let because = group.because.and(&group.named);
                let path = group.pool.external.at.key("fqdn");
                for name in &group.names {
                    judge_name(maker, &because, &path, name, "web");
                }
            }
        }
        for published in &premises.published.offices {
            let fqdn = &published.office.server.fqdn;
            let mut because = published.because.clone();
            let name = because.read(fqdn);
            judge_name(maker, &because, fqdn.path(), name, "office");
        }
        for edge in &premises.topology.edges {
            for service in [Service::Access, Service::WebConferencing] {
                let mut because = Because::default();
                // Without a name of the Access Edge there is no external certificate.
                let has_certificate = edge.name(Service::Access, &mut because).is_some();
                if let Some(name) = edge.name(service, &mut because).filter(|_| has_certificate) {
                    judge_name(maker, &because, edge.service(service).fqdn.path(), name, "edge");
                }
            }
        }
        judge_domains(premises, maker);
    },
};

fn judge_name(maker: &mut Maker<'_, Finding>, because: &Because, path: &Path, name: &Fqdn, what: &str) {
    if !is_public_name(name) {
        let finding =
            maker.finding(Severity::Error, path).with("name", name).with("what", what).counting("count", 1);
        maker.tell(because, finding);
    }
}

/// SIP domains whose hosts are on a public certificate: told once, with the first of them.
fn judge_domains(premises: &Premises<'_>, maker: &mut Maker<'_, Finding>) {
    let mut because = Because::default();
    let answer = &premises.plan.domains.sip;
    let domains = because.read(answer).iter().filter(|domain| !is_public_name(domain.as_fqdn()));
    let domains: Vec<&SipDomain> = domains.collect();
    if domains.is_empty() {
        return;
    }
    let groups = signed_groups(premises);
    let mut reasons = Because::default();
    let mut known = BTreeMap::new();
    let is_signed = |domain: &&&SipDomain| {
        let group = groups.get(domain.as_fqdn().as_str()).copied();
        *known.entry(group).or_insert_with(|| is_signed(premises, group, &mut reasons))
    };
    let signed: Vec<&&SipDomain> = domains.iter().filter(is_signed).collect();
    if let Some(first) = signed.first() {
        let finding = maker
            .finding(Severity::Error, answer.path())
            .with("name", first)
            .with("what", "sip")
            .counting("count", signed.len());
        maker.tell(&because.and(&reasons), finding);
    }
}

/// Each host that SIP domains bring to the certificate of a proxy, and every name above it, with the first group of
/// published names that holds it: its place.
fn signed_groups<'p>(premises: &Premises<'p>) -> HashMap<&'p str, usize> {
    let mut groups = HashMap::new();
    for (at, group) in premises.published.groups.iter().enumerate() {
        if has_signed_hosts(premises, group, &mut Because::default()) {
            for name in &group.names {
                let above = |name: &&'p str| name.split_once('.').map(|(_, rest)| rest);
                for name in std::iter::successors(Some(name.as_str()), above) {
                    groups.entry(name).or_insert(at);
                }
            }
        }
    }
    groups
}

/// Whether the hosts of SIP domains that are published together are on the certificate of the proxy.
fn has_signed_hosts(premises: &Premises<'_>, group: &PublicNames<'_>, because: &mut Because) -> bool {
    match group.purpose {
        Purpose::WebServices => false,
        Purpose::SimpleUrls | Purpose::InternalAutodiscover => true,
        Purpose::Autodiscover => {
            *because.read(&premises.plan.mobility.initial_request) == InitialRequest::Https
        }
    }
}

/// Whether hosts of a SIP domain are on a public certificate: on that of any Edge pool, or on that of a proxy, of whose
/// groups this one is the first that holds one.
fn is_signed(premises: &Premises<'_>, group: Option<usize>, because: &mut Because) -> bool {
    let on_edge = |because: &mut Because| {
        any_edge(premises, because, &|edge, because| edge.name(Service::Access, because).is_some())
    };
    let on_proxy = |because: &mut Because| {
        let groups = &premises.published.groups;
        for group in &groups[..group.map_or(groups.len(), |at| at + 1)] {
            because.join(&group.because);
            because.join(&group.named);
            has_signed_hosts(premises, group, because);
        }
        group.is_some()
    };
    because.either(on_edge, on_proxy)
}

/// A reverse proxy to which public records lead, on an address that is none of the Internet's.
const PROXY_ADDRESS_NOT_PUBLIC: Rule<Finding> = Rule {
    id: "proxy-address-not-public",
    facts: &["M-040", "M-050", "M-051", "M-052", "D-005"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let Some(group) = premises.published.groups.iter().find(|group| group.proxy.at == proxy.at)
            else {
                continue;
            };
            let mut because = group.because.clone();
            if *because.read(&premises.plan.mobility.access) != Access::InternalAndExternal {
                continue;
            }
            let addresses = because.read(&proxy.external);
            judge_addresses(maker, &because, proxy.external.path(), addresses, &|finding| finding);
        }
    },
};

/// A service of an Edge pool to which public records lead, on an address that is none of the Internet's. With NAT it is the
/// public addresses that are judged.
const EDGE_ADDRESS_NOT_PUBLIC: Rule<Finding> = Rule {
    id: "edge-address-not-public",
    facts: &["E-001", "E-003", "E-020", "E-021", "E-022", "D-005"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            for service in Service::ALL {
                let mut because = Because::default();
                let is_of_access = *service != Service::Access && *because.read(&edge.pool.single_address);
                if is_of_access || edge.name(*service, &mut because).is_none() {
                    continue;
                }
                let addresses = edge.addresses(*service, &mut because);
                let nat = *because.read(&edge.pool.nat);
                let path = edge.service(*service).addresses.path();
                let pool = edge.pool.at.clone();
                judge_addresses(maker, &because, path, addresses, &|finding| {
                    finding.with("nat", nat).with("pool", &pool)
                });
            }
        }
    },
};

/// A finding about the first address that is none of the Internet's.
fn judge_addresses(
    maker: &mut Maker<'_, Finding>,
    because: &Because,
    path: &Path,
    addresses: &[Address],
    complete: &dyn Fn(Finding) -> Finding,
) {
    let kept = addresses.iter().find_map(|address| Some((address, private_network(address)?)));
    if let Some((address, network)) = kept {
        let finding = maker
            .finding(Severity::Error, path)
            .with("address", address)
            .with("network", network.network)
            .with("document", &network.kept_by.value);
        maker.tell(because, complete(finding));
    }
}
