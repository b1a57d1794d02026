//! What stands in the boxes: names, addresses and machines, as the topology has them.

use std::fmt;

use super::kind::Kind;
use super::node::{Called, Stand};
use crate::plan::{Answer, Because, CloudConnector, EdgePool, Federation, Given, Path, Place, Plan, Server};
use crate::topology::{Edge, Pool, PoolRole, Service, Topology};
use crate::value::{Address, Fqdn};

/// Reads an answer or what follows from one: a drawing has no reason of its own, its rows have theirs.
macro_rules! seen {
    ($told:expr) => {
        Because::default().read($told)
    };
}

fn called(label: &'static str, name: &dyn fmt::Display, addresses: &[Address]) -> Called {
    Called { label, name: name.to_string(), addresses: addresses.to_vec() }
}

/// The name of the site whose section has this path.
fn site_name(plan: &Plan, at: &Path) -> Option<String> {
    let site = plan.sites.iter().find(|site| site.at == *at)?;
    Some(site.name.given().value().to_string())
}

/// Reverse proxies and Edge pools.
pub(super) fn perimeter(plan: &Plan, topology: &Topology, stand: &mut Stand) {
    for proxy in &topology.proxies {
        let name = proxy.name.given().value().as_str();
        let place = stand.place(Kind::ReverseProxy, name);
        stand.machine(place, name);
        let site = plan.sites.iter().find(|site| proxy.at.is_within(&site.at));
        let node = &mut stand.nodes[place];
        node.site = site.map(|site| site.name.given().value().to_string());
        node.at = Some(proxy.name.path().clone());
        node.called = vec![
            called("drawing-outside", &"", proxy.external.given().value()),
            called("drawing-inside", &"", proxy.internal.given().value()),
        ];
    }
    for edge in &topology.edges {
        let fqdn = edge.pool.fqdn.given().value();
        let place = stand.place(Kind::Edge, fqdn.as_str());
        stand.machine(place, fqdn.as_str());
        for server in &edge.pool.servers {
            stand.machine(place, server.fqdn.given().value().as_str());
        }
        let node = &mut stand.nodes[place];
        node.site = site_name(plan, &edge.site);
        node.at = Some(edge.pool.fqdn.path().clone());
        node.called = services(edge);
        node.called.extend(edge.pool.servers.iter().map(server));
    }
}

/// The services of an Edge pool.
fn services(edge: &Edge) -> Vec<Called> {
    let service = |service: Service| {
        let label = match service {
            Service::Access => "drawing-face-access",
            Service::WebConferencing => "drawing-face-web-conferencing",
            Service::Av => "drawing-face-av",
        };
        let read = &mut Because::default();
        let name = edge.name(service, read).map(ToString::to_string).unwrap_or_default();
        called(label, &name, edge.addresses(service, read))
    };
    Service::ALL.iter().copied().map(service).collect()
}

fn server(server: &Server) -> Called {
    called("drawing-server", server.fqdn.given().value(), server.addresses.given().value())
}

/// Front End pools and Director pools.
pub(super) fn pools(plan: &Plan, topology: &Topology, stand: &mut Stand) {
    for pool in &topology.pools {
        let kind = match pool.role {
            PoolRole::Director => Kind::Director,
            PoolRole::FrontEnd => Kind::FrontEnd,
        };
        let fqdn = pool.fqdn.given().value();
        let place = stand.place(kind, fqdn.as_str());
        stand.machine(place, fqdn.as_str());
        for server in &pool.servers {
            stand.machine(place, server.fqdn.given().value().as_str());
        }
        let node = &mut stand.nodes[place];
        node.site = site_name(plan, &pool.site);
        node.at = Some(pool.fqdn.path().clone());
        node.called = names(pool);
    }
}

/// The names of a pool: of its web sites, and its servers. What has the pool's own name is not said again.
fn names(pool: &Pool) -> Vec<Called> {
    let fqdn = pool.fqdn.given().value();
    let own = seen!(&pool.addresses);
    let side =
        |label, side: &crate::topology::WebSide| called(label, seen!(&side.fqdn), seen!(&side.addresses));
    let mut names = Vec::new();
    let servers: Vec<Called> = pool.servers.iter().map(server).collect();
    let is_of_servers = servers.iter().flat_map(|server| &server.addresses).any(|one| own.contains(one));
    if !is_of_servers && !own.is_empty() {
        names.push(called("drawing-pool", &"", own));
    }
    names.push(side("drawing-web-external", &pool.external));
    let internal = side("drawing-web-internal", &pool.internal);
    names.extend(Some(internal).filter(|side| side.name != fqdn.as_str() || !side.addresses.is_empty()));
    names.extend(
        servers.into_iter().filter(|server| server.name != fqdn.as_str() || !server.addresses.is_empty()),
    );
    names
}

/// Office Web Apps Servers, Survivable Branch Appliances, gateways and load balancers of the sites.
pub(super) fn others(plan: &Plan, topology: &Topology, stand: &mut Stand) {
    for office in &topology.offices {
        let server = &office.server;
        machine(Kind::OfficeWebApps, &server.fqdn, &server.addresses, site_name(plan, &office.site), stand);
    }
    for branch in &topology.branches {
        let appliance = &branch.appliance;
        let site = site_name(plan, &branch.site);
        machine(Kind::SurvivableBranch, &appliance.fqdn, &appliance.addresses, site, stand);
    }
    for site in &plan.sites {
        let name = Some(site.name.given().value().to_string());
        for gateway in &site.pstn_gateways {
            machine(Kind::PstnGateway, &gateway.fqdn, &gateway.addresses, name.clone(), stand);
        }
        for balancer in &site.load_balancers {
            let own = balancer.name.given().value().as_str();
            let place = stand.place(Kind::LoadBalancer, own);
            let node = &mut stand.nodes[place];
            (node.at, node.site) = (Some(balancer.name.path().clone()), name.clone());
        }
    }
}

/// A box of one machine.
fn machine(
    kind: Kind,
    fqdn: &Answer<Fqdn>,
    addresses: &Answer<Vec<Address>>,
    site: Option<String>,
    stand: &mut Stand,
) {
    let name = fqdn.given().value().as_str();
    let place = stand.place(kind, name);
    stand.machine(place, name);
    let node = &mut stand.nodes[place];
    (node.at, node.site) = (Some(fqdn.path().clone()), site);
    let addresses = Some(addresses.given().value()).filter(|addresses| !addresses.is_empty());
    node.called = addresses.into_iter().map(|addresses| called("drawing-address", &"", addresses)).collect();
}

/// Exchange and Cloud Connector, and clients outside.
pub(super) fn neighbours(plan: &Plan, stand: &mut Stand) {
    if plan.mobility.is_outside(&mut Because::default()) {
        let place = stand.place(Kind::ClientsOutside, "");
        stand.nodes[place].at = Some(plan.mobility.access.path().clone());
    }
    if *seen!(&plan.exchange.integrate) {
        exchange(plan, stand);
    }
    if *seen!(&plan.cloud_connector.deploy) {
        cloud_connector(&plan.cloud_connector, stand);
    }
}

fn exchange(plan: &Plan, stand: &mut Stand) {
    let answers = &plan.exchange;
    let is_online = |place: &Answer<Place>| *seen!(place) == Place::Online;
    for (product, place) in
        [("drawing-exchange-online", &answers.exchange), ("drawing-skype-online", &answers.skype)]
    {
        if is_online(place) {
            let at = stand.place(Kind::Office365, "");
            stand.nodes[at].at = Some(place.path().clone());
            stand.nodes[at].called.push(called(product, &"", &[]));
        }
    }
    if !is_online(&answers.exchange) {
        let place = stand.place(Kind::Exchange, "");
        for server in &answers.servers {
            stand.machine(place, server.fqdn.given().value().as_str());
        }
        let node = &mut stand.nodes[place];
        node.at = Some(answers.integrate.path().clone());
        node.called = vec![called("drawing-autodiscover", answers.autodiscover_host.given().value(), &[])];
        node.called.extend(answers.servers.iter().map(server));
    }
}

/// A box for the appliances of each PSTN site, and one for each of its gateways.
fn cloud_connector(answers: &CloudConnector, stand: &mut Stand) {
    let addresses = |answer: &Given<Option<Address>>| answer.value().iter().copied().collect::<Vec<_>>();
    let office = stand.place(Kind::Office365, "");
    stand.nodes[office].at = Some(answers.deploy.path().clone());
    let tenant = answers.online_tenant.given().value().iter();
    stand.nodes[office].called.extend(tenant.map(|tenant| called("drawing-tenant", tenant, &[])));
    for site in &answers.pstn_sites {
        let name = site.name.given().value().to_string();
        let place = stand.place(Kind::CloudConnector, &name);
        let mut inside = Vec::new();
        for appliance in &site.appliances {
            let host = appliance.host.given().value();
            stand.machine(place, host.as_str());
            let (edge, mediation) = (&appliance.edge, &appliance.mediation);
            let outside = [&edge.public_address, &edge.external_address];
            let outside = outside.into_iter().flat_map(|address| addresses(address.given())).collect();
            let label = |name: &Option<crate::value::Label>| name.as_ref().map(ToString::to_string);
            let parts = [
                ("drawing-face-cloud-edge", &edge.name, outside),
                ("drawing-face-cloud-mediation", &mediation.name, addresses(mediation.address.given())),
            ];
            inside.push(called("drawing-face-cloud-host", host, &[]));
            for (part, name, addresses) in parts {
                let name = label(name.given().value()).unwrap_or_default();
                if !name.is_empty() {
                    stand.machine(place, &name);
                }
                inside.push(Called { label: part, name, addresses });
            }
        }
        let node = &mut stand.nodes[place];
        (node.site, node.at, node.called) = (Some(name.clone()), Some(site.name.path().clone()), inside);
        for gateway in &site.gateways {
            let fqdn = gateway.fqdn.given().value();
            let place = stand.place(Kind::PstnGateway, fqdn.as_str());
            stand.machine(place, fqdn.as_str());
            let node = &mut stand.nodes[place];
            (node.site, node.at) = (Some(name.clone()), Some(gateway.fqdn.path().clone()));
            node.called = vec![called("drawing-address", &"", &addresses(gateway.address.given()))];
        }
    }
}

/// What federation reaches: partners, the push service, users online.
pub(super) fn federation(plan: &Plan, stand: &mut Stand) {
    let read = &mut Because::default();
    let is_open = |pool: &EdgePool| *seen!(&pool.federation) != Federation::Closed;
    let has_partners = plan.sites.iter().flat_map(|site| site.edge_pools.iter()).any(is_open);
    let is_pushed = *read.read(&plan.mobility.push.enabled) && plan.clients.need_push(&plan.servers, read);
    let is_hybrid = *read.read(&plan.mobility.hybrid);
    let all = [
        ("drawing-partners", has_partners),
        ("drawing-push", is_pushed),
        ("drawing-users-online", is_hybrid),
    ];
    let told: Vec<Called> =
        all.into_iter().filter(|(_, is_so)| *is_so).map(|(label, _)| called(label, &"", &[])).collect();
    for node in stand.nodes.iter_mut().filter(|node| node.kind == Kind::Federation) {
        node.called.clone_from(&told);
    }
}
