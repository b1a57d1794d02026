//! The hosts on which flows end: what the firewall of each of them lets in.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde_json::{Value as Json, json};

use super::places::{self, bound};
use crate::artifact::sha256;
use crate::artifact::view::why;
use crate::catalog::Vendor;
use crate::plan::{Answer, Because, List, Server};
use crate::requirement::{End, FirewallRule, Ports, Requirements, Row};
use crate::text::Speaker;
use crate::topology::{Edge, Pool, Proxy, Service, Topology};
use crate::value::{Address, Fqdn, Port};

/// A host, the ends that it is, and its own addresses there; none where any of them will do.
struct Host<'t> {
    name: String,
    ends: Vec<(End, Vec<Address>)>,
    pool: Option<&'t Pool>,
}

/// The hosts with the flows that end on them.
pub(super) fn hosts(
    topology: &Topology,
    requirements: &Requirements,
    speaker: &Speaker,
    windows: &[Vendor],
) -> Vec<Json> {
    let pools = topology.pools.iter().flat_map(of_pool);
    let edges = topology.edges.iter().flat_map(of_edge);
    let offices = topology.offices.iter().map(|office| of_one(&office.server.fqdn, End::OfficeWebApps));
    let branches =
        topology.branches.iter().map(|branch| of_one(&branch.appliance.fqdn, End::SurvivableBranch));
    let exchange = topology.exchange.answers.servers.iter().filter_map(|server| {
        let host = of_one(&server.fqdn, End::Exchange);
        let is_met =
            requirements.firewall.iter().any(|row| host.ends.iter().any(|(end, _)| row.body.to == *end));
        is_met.then_some(host)
    });
    let runs_there =
        |proxy: &&Proxy| windows.iter().any(|vendor| vendor.id == proxy.product.given().value().as_str());
    let proxies = topology.proxies.iter().filter(runs_there).map(|proxy| {
        let name = proxy.name.given().value();
        let external = proxy.external.given().value().clone();
        Host { name: name.to_string(), ends: vec![(End::ProxyExternal(name.clone()), external)], pool: None }
    });
    pools
        .chain(edges)
        .chain(offices)
        .chain(branches)
        .chain(exchange)
        .chain(proxies)
        .chain(of_cloud(topology))
        .fold(BTreeMap::new(), one_each)
        .values()
        .map(|host| view(host, topology, requirements, speaker))
        .collect()
}

/// A host that is one end under its own name, at any of its addresses.
fn of_one<'t>(fqdn: &Answer<Fqdn>, end: impl Fn(Fqdn) -> End) -> Host<'t> {
    let fqdn = fqdn.given().value();
    Host { name: fqdn.to_string(), ends: vec![(end(fqdn.clone()), Vec::new())], pool: None }
}

/// A host once, with all that it is: Windows takes names for the same that differ in their letters' case only.
fn one_each<'t>(mut known: BTreeMap<String, Host<'t>>, host: Host<'t>) -> BTreeMap<String, Host<'t>> {
    match known.entry(host.name.to_lowercase()) {
        Entry::Vacant(place) => {
            place.insert(host);
        }
        Entry::Occupied(mut place) => place.get_mut().ends.extend(host.ends),
    }
    known
}

/// The servers of a pool; without any the pool is its only server.
fn of_pool(pool: &Pool) -> Vec<Host<'_>> {
    let read = &mut Because::default();
    let end = End::of(pool, read);
    let names: Vec<String> = match names(&pool.servers) {
        none if none.is_empty() => vec![pool.fqdn.given().value().to_string()],
        names => names,
    };
    let host = |name| Host { name, ends: vec![(end.clone(), Vec::new())], pool: Some(pool) };
    names.into_iter().map(host).collect()
}

fn names(servers: &List<Server>) -> Vec<String> {
    let read = &mut Because::default();
    read.read(servers).iter().map(|server| server.fqdn.given().value().to_string()).collect()
}

/// The servers of an Edge pool: inside each with its own addresses, outside with those of all, as the plan does not say
/// which server has which.
fn of_edge(edge: &Edge) -> Vec<Host<'_>> {
    let read = &mut Because::default();
    let pool = edge.pool.fqdn.given().value();
    let outside: Vec<(End, Vec<Address>)> = Service::ALL
        .iter()
        .map(|service| (End::EdgeService(*service, pool.clone()), bound(edge, *service)))
        .collect();
    let host = |server: &Server| {
        let own = server.addresses.given().value().clone();
        let mut ends = vec![(End::EdgeInternal(pool.clone()), own)];
        ends.extend(outside.iter().cloned());
        Host { name: server.fqdn.given().value().to_string(), ends, pool: None }
    };
    read.read(&edge.pool.servers).iter().map(host).collect()
}

/// The Mediation Servers and Edge Servers of Cloud Connector: the former inside, the latter with their external address.
fn of_cloud(topology: &Topology) -> impl Iterator<Item = Host<'_>> {
    let connector = &topology.cloud.answers;
    let appliances = topology.cloud.sites.iter().flat_map(|site| &site.appliances);
    appliances.flat_map(move |appliance| {
        let host = appliance.host.given().value();
        let (mediation, edge) = (&appliance.answers.mediation, &appliance.answers.edge);
        let machines = [
            (&mediation.name, End::CloudMediation(host.clone()), &mediation.address),
            (&edge.name, End::CloudEdge(host.clone()), &edge.external_address),
        ];
        machines.into_iter().filter_map(move |(name, end, address)| {
            let name = connector.vm_domain.given().value().below(name.given().value().as_ref()?);
            let own = address.given().value().iter().copied().collect();
            Some(Host { name: name.to_string(), ends: vec![(end, own)], pool: None })
        })
    })
}

fn view(host: &Host<'_>, topology: &Topology, requirements: &Requirements, speaker: &Speaker) -> Json {
    let rules: Vec<Json> = requirements
        .firewall
        .iter()
        .filter_map(|row| {
            let (_, own) = host.ends.iter().find(|(end, _)| *end == row.body.to)?;
            Some(rule(row, own, host.pool, topology, speaker))
        })
        .collect();
    json!({ "name": host.name, "rules": rules })
}

fn rule(
    row: &Row<FirewallRule>,
    own: &[Address],
    pool: Option<&Pool>,
    topology: &Topology,
    speaker: &Speaker,
) -> Json {
    let flow = &row.body;
    let ports = pool.map_or(flow.ports, |pool| listening(pool, flow));
    let from_ports = flow.source_ports.map(|ports| ports.to_string());
    let behind = from_ports.as_ref().map_or_else(String::new, |ports| format!(" {ports}"));
    let identity = format!("{} {} {} {}{behind}", flow.from, flow.to, flow.protocol.word(), flow.ports);
    // Behind a load balancer the sender may be the balancer, whose own addresses no plan knows.
    let is_balanced = places::destination(flow, topology).balanced;
    let remote = if is_balanced { Vec::new() } else { places::source(flow, topology).addresses };
    let any = |addresses: &[Address]| -> Vec<String> {
        if addresses.is_empty() {
            return vec![ANY.to_owned()];
        }
        addresses.iter().map(ToString::to_string).collect()
    };
    json!({
        "name": format!("ucplan-{}-{}-{}", flow.protocol.word(), ports, &sha256(identity.as_bytes())[..8]),
        "title": format!("{}: {}", speaker.say(&flow.purpose), flow.from),
        "from": flow.from,
        "protocol": flow.protocol.word().to_ascii_uppercase(),
        "port": ports,
        "remote_port": from_ports.unwrap_or_else(|| ANY.to_owned()),
        "local": any(own),
        "remote": any(&remote),
        "balanced": is_balanced,
        "level": flow.level,
        "optional": flow.level == crate::requirement::Level::Optional,
        "disputed": flow.disputed.join(", "),
        "why": why(&row.reason),
    })
}

/// What stands for every address.
const ANY: &str = "Any";

/// The ports of the servers themselves: other ones where a load balancer translates (M-297).
fn listening(pool: &Pool, flow: &FirewallRule) -> Ports {
    let read = &mut Because::default();
    if !matches!(flow.from, End::ProxyInternal(_)) || !*read.read(&pool.balancer_translates) {
        return flow.ports;
    }
    let ports = &pool.ports;
    let own: Option<Port> =
        [(&ports.published_https, &ports.listening_https), (&ports.published_http, &ports.listening_http)]
            .into_iter()
            .find(|(published, _)| *read.read(*published) == flow.ports.first)
            .map(|(_, listening)| *listening.given().value());
    own.map_or(flow.ports, Ports::from)
}
