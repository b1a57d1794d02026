//! Machines with one name or one address: each has its own (E-028, E-034, E-058).

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::plan::{Answer, Because, Path};
use crate::requirement::rule::{Premises, Rule};
use crate::topology::{Edge, Pool, Service};
use crate::value::{Address, Fqdn};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[NAME_OF_TWO_MACHINES, ADDRESS_OF_TWO_MACHINES];

/// A name of a machine or pool, with its place.
pub(super) struct Name {
    /// The name.
    pub(super) fqdn: Fqdn,
    /// The answer that gives it.
    pub(super) path: Path,
    /// On what it rests.
    pub(super) because: Because,
    /// What has it: a pool with all its servers counts as one.
    owner: Path,
    /// Whether it is one of a Director or Front End pool.
    is_pool: bool,
}

impl Name {
    fn of(answer: &Answer<Fqdn>, owner: &Path) -> Self {
        let mut because = Because::default();
        let fqdn = because.read(answer).clone();
        Self { fqdn, path: answer.path().clone(), because, owner: owner.clone(), is_pool: false }
    }
}

/// The names of everything that stands somewhere: pools first, then Edge pools, then the rest.
pub(super) fn names_of_machines(premises: &Premises<'_>) -> Vec<Name> {
    let topology = premises.topology;
    let mut names: Vec<Name> = topology.pools.iter().flat_map(names_of_pool).collect();
    names.extend(topology.edges.iter().flat_map(names_of_edge));
    names.extend(topology.offices.iter().map(|office| Name::of(&office.server.fqdn, &office.server.at)));
    let branches = topology.branches.iter().map(|branch| &branch.appliance);
    names.extend(branches.map(|branch| Name::of(&branch.fqdn, &branch.at)));
    let gateways = premises.plan.sites.iter().flat_map(|site| &site.pstn_gateways);
    names.extend(gateways.map(|gateway| Name::of(&gateway.fqdn, &gateway.at)));
    names
}

fn names_of_pool(pool: &Pool) -> Vec<Name> {
    let answers = [&pool.fqdn].into_iter().chain(pool.servers.iter().map(|server| &server.fqdn));
    let mut names: Vec<Name> =
        answers.map(|answer| Name { is_pool: true, ..Name::of(answer, &pool.at) }).collect();
    for side in [&pool.internal, &pool.external] {
        let mut because = Because::default();
        let fqdn = because.read(&side.fqdn).clone();
        let owner = pool.at.clone();
        names.push(Name { fqdn, path: side.at.key("fqdn"), because, owner, is_pool: true });
    }
    names
}

fn names_of_edge(edge: &Edge) -> Vec<Name> {
    let own = &edge.pool;
    let answers = [&own.fqdn].into_iter().chain(own.servers.iter().map(|server| &server.fqdn));
    let mut names: Vec<Name> = answers.map(|answer| Name::of(answer, &own.at)).collect();
    for service in Service::ALL {
        let mut because = Because::default();
        if let Some(fqdn) = edge.name(*service, &mut because).cloned() {
            let path = edge.service(*service).fqdn.path().clone();
            names.push(Name { fqdn, path, because, owner: own.at.clone(), is_pool: false });
        }
    }
    names
}

/// One name for two machines. Names of Director and Front End pools among each other are judged elsewhere; so are those
/// of Edge pools, which may share the names of their services.
const NAME_OF_TWO_MACHINES: Rule<Finding> = Rule {
    id: "name-of-two-machines",
    facts: &["M-053", "E-028", "E-058"],
    make: |premises, maker| {
        let mut taken: BTreeMap<Fqdn, Name> = BTreeMap::new();
        for name in names_of_machines(premises) {
            match taken.get(&name.fqdn) {
                Some(other) if other.owner != name.owner && !name.is_pool => {
                    let mut because = name.because.and(&other.because);
                    because.note(premises.plan.sites.path());
                    let finding = maker
                        .finding(Severity::Error, &name.path)
                        .with("name", &name.fqdn)
                        .with("other", &other.path);
                    maker.tell(&because, finding);
                }
                Some(_) => {}
                None => {
                    taken.insert(name.fqdn.clone(), name);
                }
            }
        }
    },
};

/// An address with what has it.
#[derive(Clone)]
struct Holder {
    address: Address,
    path: Path,
    because: Because,
    owner: Path,
}

/// One address for two machines, or for two pools.
const ADDRESS_OF_TWO_MACHINES: Rule<Finding> = Rule {
    id: "address-of-two-machines",
    facts: &["E-005", "E-028", "E-034"],
    make: |premises, maker| {
        let mut taken: BTreeMap<Address, Holder> = BTreeMap::new();
        for holder in holders(premises) {
            let other = taken.entry(holder.address).or_insert_with(|| holder.clone());
            // The virtual address of a pool may be that of its only server.
            if holder.owner.is_within(&other.owner) || other.owner.is_within(&holder.owner) {
                continue;
            }
            let mut because = holder.because.and(&other.because);
            because.note(premises.plan.sites.path());
            let finding = maker
                .finding(Severity::Warning, &holder.path)
                .with("address", holder.address)
                .with("other", &other.path);
            maker.tell(&because, finding);
        }
    },
};

/// Every address of the plan that one machine has: a server, a proxy, the virtual side of a pool.
fn holders(premises: &Premises<'_>) -> Vec<Holder> {
    let mut holders = Vec::new();
    let mut add = |answer: &Answer<Vec<Address>>, owner: &Path| {
        let mut because = Because::default();
        for address in because.read(answer).clone() {
            let (path, because) = (answer.path().clone(), because.clone());
            holders.push(Holder { address, path, because, owner: owner.clone() });
        }
    };
    let topology = premises.topology;
    for pool in &topology.pools {
        for server in &pool.servers {
            add(&server.addresses, &server.at);
        }
    }
    for edge in &topology.edges {
        for server in &edge.pool.servers {
            add(&server.addresses, &server.at);
        }
    }
    for proxy in &topology.proxies {
        add(&proxy.external, &proxy.at);
    }
    for office in &topology.offices {
        add(&office.server.addresses, &office.server.at);
    }
    for branch in &topology.branches {
        add(&branch.appliance.addresses, &branch.appliance.at);
    }
    for site in &premises.plan.sites {
        for gateway in &site.pstn_gateways {
            add(&gateway.addresses, &gateway.at);
        }
        for proxy in &site.reverse_proxies {
            add(&proxy.internal.addresses, &proxy.at);
        }
    }
    holders.extend(topology.pools.iter().flat_map(web_addresses));
    holders.extend(topology.edges.iter().flat_map(edge_addresses));
    holders
}

fn web_addresses(pool: &Pool) -> Vec<Holder> {
    let mut holders = Vec::new();
    for side in [&pool.internal, &pool.external] {
        let mut because = Because::default();
        for address in because.read(&side.addresses).clone() {
            let (path, because) = (side.at.key("addresses"), because.clone());
            holders.push(Holder { address, path, because, owner: pool.at.clone() });
        }
    }
    holders
}

/// The addresses of the services, each at its own place: with one address for all they are those of the Access Edge.
fn edge_addresses(edge: &Edge) -> Vec<Holder> {
    let mut holders = Vec::new();
    for service in Service::ALL {
        let answer = &edge.service(*service).addresses;
        let mut because = Because::default();
        for address in because.read(answer).clone() {
            let (path, because) = (answer.path().clone(), because.clone());
            holders.push(Holder { address, path, because, owner: edge.pool.at.clone() });
        }
    }
    holders
}
