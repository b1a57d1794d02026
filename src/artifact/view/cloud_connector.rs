//! What templates see of Cloud Connector: appliances with all that their ini file holds, the trunks of each site, and the
//! order of work on the hosts.

use serde_json::{Value as Json, json};

use crate::artifact::script::script_of;
use crate::catalog::cloud_commands;
use crate::plan::{
    Answer, Appliance, Because, CloudConnector, CloudGateway, CloudHardware, GatewayProtocol, Plan, PstnSite,
};
use crate::requirement::{Command, Requirements, Row, Stage};
use crate::text::{Message, Speaker};
use crate::topology::{self, CloudAppliance, Trunk};
use crate::value::Port;

/// The answer's value.
fn said<T>(answer: &Answer<T>) -> &T {
    answer.given().value()
}

/// The answer's value as files spell it, where there is one.
fn spelled<T: ToString>(answer: &Answer<Option<T>>) -> Option<String> {
    said(answer).as_ref().map(ToString::to_string)
}

/// The appliances, each with what its site and the whole deployment have.
pub(in crate::artifact) fn appliances(plan: &Plan) -> Vec<Json> {
    let connector = &plan.cloud_connector;
    if !said(&connector.deploy) {
        return Vec::new();
    }
    let whole = deployment(connector);
    let of_site = |site: &PstnSite| {
        let common = super::with(&whole, "site", site_of(connector, site));
        let own = |appliance: &Appliance| extended(&common, appliance_of(appliance));
        site.appliances.iter().map(own).collect::<Vec<_>>()
    };
    connector.pstn_sites.iter().flat_map(of_site).collect()
}

/// The sites with their trunks and the order of work, for files of the whole deployment.
pub(in crate::artifact) fn cloud(
    cloud: &topology::CloudConnector,
    requirements: &Requirements,
    speaker: &Speaker,
) -> Json {
    let sites = cloud.sites.iter().enumerate().map(|(at, site)| {
        let machines = |own: &CloudAppliance| machines(&own.answers, speaker);
        json!({
            "name": said(&site.name),
            "trunks": site.trunks().map(|one| trunk(one, speaker)).collect::<Vec<_>>(),
            "has_tls": site.answers.gateways.iter().any(is_tls),
            "appliances": site.appliances.iter().map(machines).collect::<Vec<_>>(),
            "turns": turns(at, requirements, speaker),
        })
    });
    json!({
        "sites": sites.collect::<Vec<_>>(),
        "mediation_pool": pool(&cloud.answers),
        "switches": switches(),
    })
}

/// What all appliances have in common.
fn deployment(connector: &CloudConnector) -> Json {
    let calls = &connector.calls;
    let known = cloud_commands();
    let federation = known.federation.get(said(&connector.cloud).word());
    json!({
        "sip_domains": said(&connector.sip_domains).iter().map(ToString::to_string).collect::<Vec<_>>(),
        "vm_domain": said(&connector.vm_domain),
        "online_federation": federation.map(|name| &name.value),
        "hardware": match said(&connector.hardware) {
            CloudHardware::Normal => "Normal",
            CloudHardware::Minimum => "Minimum",
        },
        "update_server": said(&connector.update_server),
        "update_status_server": said(&connector.update_status_server),
        "switches": switches(),
        "management": { "prefix": known.management_prefix.value, "prefix_length": known.management_prefix_length.value },
        "file_store": known.file_store.value,
        "mediation_pool": said(&connector.mediation_pool),
        "edge_pool": said(&connector.edge_pool),
        "calls": {
            "refer_support": truth(*said(&calls.refer_support)),
            "fast_failover": truth(*said(&calls.fast_failover)),
            "forward_call_history": truth(*said(&calls.forward_call_history)),
            "forward_pai": truth(*said(&calls.forward_pai)),
        },
    })
}

/// A truth as the documents spell it.
const fn truth(truth: bool) -> &'static str {
    if truth { "True" } else { "False" }
}

fn switches() -> Json {
    let known = cloud_commands();
    json!({
        "corpnet": known.corpnet_switch.value,
        "internet": known.internet_switch.value,
        "management": known.management_switch.value,
    })
}

/// The name of the pool of Mediation Servers, to which no trunk leads (C-181).
fn pool(connector: &CloudConnector) -> String {
    said(&connector.vm_domain).below(said(&connector.mediation_pool)).to_string()
}

fn site_of(connector: &CloudConnector, site: &PstnSite) -> Json {
    let network = &site.network;
    let own = |own, common| said::<Option<crate::value::Label>>(own).as_ref().unwrap_or(said(common));
    json!({
        "name": said(&site.name),
        "access_name": own(&site.access_name, &connector.access_name),
        "media_relay_name": own(&site.media_relay_name, &connector.media_relay_name),
        "country": said(&site.country_code).as_ref().map(|country| country.as_text().to_string()),
        "state": said(&site.state),
        "city": said(&site.city),
        "network": {
            "corporate_prefix_length": said(&network.corporate_prefix_length).map(|length| length.0),
            "corporate_gateway": spelled(&network.corporate_gateway),
            "corporate_dns": spelled(&network.corporate_dns),
            "internet_prefix_length": said(&network.internet_prefix_length).map(|length| length.0),
            "internet_gateway": spelled(&network.internet_gateway),
            "internet_dns": spelled(&network.internet_dns),
        },
        "gateways": site.gateways.iter().map(gateway).collect::<Vec<_>>(),
    })
}

/// A gateway, which has a section of its own (C-186).
fn gateway(gateway: &CloudGateway) -> Json {
    json!({
        "fqdn": said(&gateway.fqdn),
        "address": spelled(&gateway.address),
        "port": said(&gateway.port).map(Port::number),
        "protocol": protocol(gateway),
        "local_route": said(&gateway.local_route),
    })
}

fn is_tls(gateway: &CloudGateway) -> bool {
    *said(&gateway.protocol) == GatewayProtocol::Tls
}

fn protocol(gateway: &CloudGateway) -> &'static str {
    if is_tls(gateway) { "TLS" } else { "TCP" }
}

fn appliance_of(appliance: &Appliance) -> Json {
    let edge = &appliance.edge;
    let machine = |name, address| json!({ "name": spelled(name), "address": spelled(address) });
    let (directory, store, mediation) =
        (&appliance.directory, &appliance.central_management, &appliance.mediation);
    json!({
        "host": said(&appliance.host),
        "base_address": spelled(&appliance.base_machine_address),
        "directory": machine(&directory.name, &directory.address),
        "central_management": machine(&store.name, &store.address),
        "mediation": machine(&mediation.name, &mediation.address),
        "edge": {
            "name": spelled(&edge.name),
            "internal_address": spelled(&edge.internal_address),
            "external_address": spelled(&edge.external_address),
            "public_address": spelled(&edge.public_address),
        },
    })
}

/// The machines of an appliance, for people.
fn machines(appliance: &Appliance, speaker: &Speaker) -> Json {
    let edge = &appliance.edge;
    let none = || None::<String>;
    let rows = [
        (
            "appliances-machine-directory",
            spelled(&appliance.directory.name),
            spelled(&appliance.directory.address),
        ),
        (
            "appliances-machine-store",
            spelled(&appliance.central_management.name),
            spelled(&appliance.central_management.address),
        ),
        (
            "appliances-machine-mediation",
            spelled(&appliance.mediation.name),
            spelled(&appliance.mediation.address),
        ),
        ("appliances-machine-edge", spelled(&edge.name), spelled(&edge.internal_address)),
        ("appliances-machine-outside", spelled(&edge.name), spelled(&edge.external_address)),
        ("appliances-machine-base", none(), spelled(&appliance.base_machine_address)),
    ];
    let machines = rows.map(|(what, name, address)| {
        let what = speaker.say(&Message::new(what));
        json!({ "what": what, "name": name, "address": address })
    });
    json!({ "host": said(&appliance.host), "machines": machines })
}

/// A trunk, of the same priority as all others (C-182).
fn trunk(Trunk { gateway, appliance }: Trunk<'_>, speaker: &Speaker) -> Json {
    let known = cloud_commands();
    let port = if is_tls(gateway) { &known.trunk_tls } else { &known.trunk_tcp };
    let mediation = Because::default().read(&appliance.mediation).as_ref();
    json!({
        "gateway": said(&gateway.fqdn),
        "gateway_address": spelled(&gateway.address),
        "gateway_port": said(&gateway.port).map(Port::number),
        "protocol": protocol(gateway),
        "mediation": mediation.map_or_else(|| format!("({})", said(&appliance.host)), ToString::to_string),
        "mediation_address": spelled(&appliance.answers.mediation.address),
        "mediation_port": port.value.number(),
        "priority": speaker.say(&Message::new("gateways-equal")),
    })
}

/// What is typed on the hosts of a site, in the order of work: each time one host and one script.
fn turns(site: usize, requirements: &Requirements, speaker: &Speaker) -> Vec<Json> {
    let is_here = |row: &&Row<Command>| row.body.stage == Stage::Appliances && row.body.turn[0] == site;
    let rows: Vec<_> = requirements.commands.iter().filter(is_here).collect();
    let key = |row: &Row<Command>| (row.body.place.clone(), script_of(&row.body));
    rows.chunk_by(|one, next| key(one) == key(next))
        .map(|rows| {
            let (place, (word, number, _)) = key(rows[0]);
            json!({
                "place": speaker.say(&place.words()),
                "script": format!("{number}-{word}.ps1"),
                "lines": rows.iter().map(|row| row.body.call.to_string()).collect::<Vec<_>>(),
            })
        })
        .collect()
}

/// A table with the entries of another one.
fn extended(common: &Json, own: Json) -> Json {
    let mut all = common.clone();
    if let (Some(all), Json::Object(own)) = (all.as_object_mut(), own) {
        all.extend(own);
    }
    all
}
