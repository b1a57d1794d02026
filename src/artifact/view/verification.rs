//! What a template sees of all that can be looked at once everything stands: names, ports, states, pages.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::flow::destination_names;
use crate::artifact::script::{Names, links, state_of};
use crate::requirement::{
    Answer, Command, DnsRecord, End, FirewallRule, Level, Place, Protocol, Requirements, Row, Stage, View,
};
use crate::topology::{PoolRole, Topology};

/// Names, ports, states and pages, each only once.
pub(in crate::artifact) fn verification(topology: &Topology, requirements: &Requirements) -> Json {
    let name = |row: &Row<DnsRecord>| {
        let record = &row.body;
        json!({ "name": record.name.as_str(), "type": record.data.kind(), "value": record.data.to_string() })
    };
    let names = |view: View| {
        let rows = requirements.dns.iter().filter(|row| row.body.view == view);
        rows.map(name).collect::<Vec<_>>()
    };
    let certificates = Names::of(requirements);
    let views = [View::Internal, View::External, View::Perimeter];
    let views = views.map(|view| json!({ "view": view, "names": names(view) }));
    json!({
        "views": views.into_iter().filter(|view| view["names"] != json!([])).collect::<Vec<_>>(),
        "machines": machines(topology),
        "ports": ports(topology, requirements),
        "states": requirements.commands.iter().filter_map(|row| state(row, &certificates)).collect::<Vec<_>>(),
        "shared_names": certificates.shared(),
        "pages": requirements.commands.iter().filter_map(page).collect::<Vec<_>>(),
    })
}

/// The servers, each once, with the end of a flow that it stands for.
fn machines(topology: &Topology) -> Vec<Json> {
    let pools = topology.pools.iter().map(|pool| {
        let fqdn = pool.fqdn.given().value().clone();
        let end = match pool.role {
            PoolRole::Director => End::Director(fqdn),
            PoolRole::FrontEnd => End::FrontEnd(fqdn),
        };
        (end, &pool.servers)
    });
    let edges = topology
        .edges
        .iter()
        .map(|edge| (End::EdgeInternal(edge.pool.fqdn.given().value().clone()), &edge.pool.servers));
    let mut machines: BTreeMap<String, String> = BTreeMap::new();
    for (end, servers) in pools.chain(edges) {
        for server in servers {
            machines.entry(server.fqdn.given().value().to_string()).or_insert_with(|| end.to_string());
        }
    }
    machines.into_iter().map(|(server, end)| json!({ "server": server, "end": end })).collect()
}

/// Ports that can be tried: required, of TCP, one alone, at a name that stands for the end; and those that the Internet sees.
fn ports(topology: &Topology, requirements: &Requirements) -> Vec<Json> {
    let own = requirements.firewall.iter().flat_map(|row| tried(&row.body, topology));
    let published = requirements.publishing.iter().map(|row| {
        ("internet".to_owned(), row.body.public_name.to_string(), row.body.route.listen_port.to_string())
    });
    let sorted: BTreeSet<(String, String, String)> = own.chain(published).collect();
    let port = |(from, host, port)| json!({ "from": from, "host": host, "port": port });
    sorted.into_iter().map(port).collect()
}

fn tried(flow: &FirewallRule, topology: &Topology) -> Vec<(String, String, String)> {
    if flow.level != Level::Required || flow.protocol != Protocol::Tcp || flow.ports.first != flow.ports.last
    {
        return Vec::new();
    }
    let names = destination_names(flow, topology).into_iter();
    names.map(|name| (flow.from.to_string(), name.to_string(), flow.ports.to_string())).collect()
}

/// The state that a command leaves, with the server where it is seen. Those who stay have not left.
fn state(row: &Row<Command>, certificates: &Names<'_>) -> Option<Json> {
    if row.body.stage == Stage::Leaving {
        return None;
    }
    let mut seen = json!({ "line": row.body.call.to_string(), "server": row.body.place.server() });
    seen["names"] = certificates.of_command(&row.body).into();
    seen["state"] = state_of(&row.body)?;
    Some(seen)
}

/// A page that is asked for inside or outside.
fn page(row: &Row<Command>) -> Option<Json> {
    let view = match row.body.place {
        Place::ComputerInside => View::Internal,
        Place::ComputerOutside => View::External,
        _ => return None,
    };
    let line = row.body.call.to_string();
    let is_challenged = row.body.answer == Answer::Challenge;
    Some(
        json!({ "view": view, "line": line, "is_challenged": is_challenged, "links": links(row.body.answer) }),
    )
}
