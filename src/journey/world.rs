//! The world as the rows make it: who answers to a name, who has an address, what is published, what may pass.

use std::collections::{HashMap, HashSet};

use crate::plan::{Because, LoadBalancing, Plan, Server};
use crate::requirement::{
    BalancingRule, Certificate, Command, DnsRecord, FirewallRule, Protocol, PublishingRule, Requirements,
    Row, Value, View,
};
use crate::topology::{Edge, Office, Pool, Proxy, Service, Topology};
use crate::value::{Address, Port};

/// Who has an address.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holder<'r> {
    /// A reverse proxy, outside.
    Proxy(&'r Proxy),
    /// A server of a pool.
    Server(&'r Pool),
    /// A virtual address of a pool: nobody's own.
    Web(&'r Pool),
    /// A service of an Edge pool, outside.
    EdgeService(&'r Edge, Service),
    /// The internal side of an Edge Server.
    EdgeServer,
    /// An Office Web Apps Server.
    Office(&'r Office),
}

/// The rows, each where somebody looks for it.
pub(super) struct World<'r> {
    pub(super) plan: &'r Plan,
    pub(super) topology: &'r Topology,
    pub(super) requirements: &'r Requirements,
    records: HashMap<(View, &'r str), Vec<&'r Row<DnsRecord>>>,
    zones: HashSet<(View, &'r str)>,
    published: HashMap<(&'r str, Port, &'r str), &'r Row<PublishingRule>>,
    balanced: HashMap<(Address, Port, Protocol), &'r Row<BalancingRule>>,
    flows: HashMap<&'static str, Vec<&'r Row<FirewallRule>>>,
    certificates: HashMap<&'r str, &'r Row<Certificate>>,
    held: HashMap<&'r str, Vec<&'r Row<Certificate>>>,
    holders: HashMap<Address, Vec<Holder<'r>>>,
}

impl<'r> World<'r> {
    pub(super) fn of(plan: &'r Plan, topology: &'r Topology, requirements: &'r Requirements) -> Self {
        let mut world = Self {
            plan,
            topology,
            requirements,
            records: HashMap::new(),
            zones: HashSet::new(),
            published: HashMap::new(),
            balanced: HashMap::new(),
            flows: HashMap::new(),
            certificates: HashMap::new(),
            held: HashMap::new(),
            holders: HashMap::new(),
        };
        world.take_rows();
        world.take_holders();
        world
    }

    fn take_rows(&mut self) {
        let rows = self.requirements;
        for row in &rows.dns {
            let record = &row.body;
            self.records.entry((record.view, record.name.as_str())).or_default().push(row);
            self.zones.insert((record.view, record.zone.as_str()));
        }
        for row in &rows.publishing {
            let route = &row.body.route;
            let key = (route.proxy.as_str(), route.listen_port, row.body.public_name.as_str());
            self.published.entry(key).or_insert(row);
        }
        for row in &rows.balancing {
            let rule = &row.body;
            self.balanced.entry((rule.address, rule.listen_port, rule.protocol)).or_insert(row);
        }
        for row in &rows.firewall {
            self.flows.entry(row.body.to.kind()).or_default().push(row);
        }
        for row in &rows.certificates {
            self.certificates.entry(row.body.id.as_str()).or_insert(row);
            for host in &row.body.hosts {
                self.held.entry(host.as_str()).or_default().push(row);
            }
        }
    }

    fn take_holders(&mut self) {
        let topology = self.topology;
        for proxy in &topology.proxies {
            self.hold(proxy.external.given().value(), Holder::Proxy(proxy));
        }
        for pool in &topology.pools {
            for server in &pool.servers {
                self.hold(server.addresses.given().value(), Holder::Server(pool));
            }
            if *pool.load_balancing.given().value() == LoadBalancing::Hardware {
                self.hold(pool.own_addresses.given().value(), Holder::Web(pool));
            }
            let mut because = Because::default();
            for side in [&pool.internal, &pool.external] {
                self.hold(because.read(&side.addresses), Holder::Web(pool));
            }
        }
        for edge in &topology.edges {
            for service in Service::ALL {
                let mut because = Because::default();
                let addressed = edge.addressed(*service, &mut because);
                self.hold(addressed.addresses.given().value(), Holder::EdgeService(edge, *service));
            }
            for server in &edge.pool.servers {
                self.hold(server.addresses.given().value(), Holder::EdgeServer);
            }
        }
        for office in &topology.offices {
            self.hold(office.server.addresses.given().value(), Holder::Office(office));
        }
    }

    fn hold(&mut self, addresses: &'r [Address], holder: Holder<'r>) {
        for address in addresses {
            self.holders.entry(*address).or_default().push(holder);
        }
    }

    /// The records of a name, as a view shows them.
    pub(super) fn records<'w>(&'w self, view: View, name: &'w str) -> &'w [&'r Row<DnsRecord>] {
        listed(&self.records, &(view, name))
    }

    /// Whether the name servers of a view answer for a name themselves: they have a zone above it.
    pub(super) fn answers_for(&self, view: View, name: &str) -> bool {
        let above = std::iter::successors(Some(name), |name| name.split_once('.').map(|(_, rest)| rest));
        above.into_iter().any(|zone| self.zones.contains(&(view, zone)))
    }

    /// The rule by which a proxy publishes a name on a port.
    pub(super) fn published(&self, proxy: &str, port: Port, name: &str) -> Option<&'r Row<PublishingRule>> {
        self.published.get(&(proxy, port, name)).copied()
    }

    /// The rule by which a balancer takes what comes to an address.
    pub(super) fn balanced(
        &self,
        address: Address,
        port: Port,
        protocol: Protocol,
    ) -> Option<&'r Row<BalancingRule>> {
        self.balanced.get(&(address, port, protocol)).copied()
    }

    /// The flows that end at such an end.
    pub(super) fn flows(&self, to: &'static str) -> &[&'r Row<FirewallRule>] {
        listed(&self.flows, &to)
    }

    /// A certificate by its identity.
    pub(super) fn certificate(&self, id: &str) -> Option<&'r Row<Certificate>> {
        self.certificates.get(id).copied()
    }

    /// The certificates that a machine holds.
    pub(super) fn held_by<'w>(&'w self, host: &'w str) -> &'w [&'r Row<Certificate>] {
        listed(&self.held, &host)
    }

    /// Whoever has an address.
    pub(super) fn holders(&self, address: Address) -> &[Holder<'r>] {
        listed(&self.holders, &address)
    }

    /// The pool of a name.
    pub(super) fn pool(&self, fqdn: &str) -> Option<&'r Pool> {
        self.topology.pools.iter().find(|pool| pool.fqdn.given().value().as_str() == fqdn)
    }

    /// The servers of a pool that stand behind an address: all behind a virtual one, else the one that has it.
    pub(super) fn servers_at(pool: &'r Pool, address: Address) -> Vec<&'r Server> {
        let has_it = |server: &&Server| server.addresses.given().value().contains(&address);
        let own: Vec<&Server> = pool.servers.iter().filter(has_it).collect();
        if own.is_empty() { pool.servers.iter().collect() } else { own }
    }

    /// The first command that calls this cmdlet with such a value.
    pub(super) fn command(
        &self,
        cmdlet: &str,
        is_such: impl Fn(&'static str, &Value) -> bool,
    ) -> Option<&'r Row<Command>> {
        self.requirements.commands.iter().find(|row| {
            let calls = row.body.call.invocations();
            calls.iter().any(|call| {
                call.cmdlet == cmdlet && call.parameters.iter().any(|(name, value)| is_such(name, value))
            })
        })
    }
}

/// The list that stands under a key; an empty one where none does.
fn listed<'w, K: std::hash::Hash + Eq, T>(lists: &'w HashMap<K, Vec<T>>, key: &K) -> &'w [T] {
    lists.get(key).map_or(&[], Vec::as_slice)
}
