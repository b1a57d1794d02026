//! Journeys of servers, on rows that are made by hand: to a mailbox, and of calls through Cloud Connector.

use std::sync::Arc;

use ucplan::blueprint::Blueprint;
use ucplan::journey::{Journey, Outcome};
use ucplan::requirement::{
    Call, Certificate, CertificateName, CertificateRole, DnsRecord, End, FirewallRule, Level, OwnerName,
    Ports, Protocol, Reason, RecordData, Requirements, Row, SubjectName, View,
};
use ucplan::text::Message;
use ucplan::value::{Fqdn, Port};

use crate::common::sample;
use crate::{blueprint, walk};

const EXCHANGE: &str = "
exchange:
  integrate: true
  version: exchange-2016
  smtp_domain: contoso.com
  autodiscover_host: autodiscover.contoso.com
  servers: [{ fqdn: mail01.corp.contoso.com, addresses: [10.10.0.80] }]
";

const CLOUD_CONNECTOR: &str = "
format: ucplan/v1
go_live: 2027-02-01
domains: { sip: [contoso.com, fabrikam.com], active_directory: corp.contoso.com }
cloud_connector:
  deploy: true
  pstn_sites:
    - name: North
      appliances:
        - host: cce-north-1
          mediation: { name: med1, address: 10.50.0.12 }
          edge: { name: edge1, internal_address: 10.50.0.13, external_address: 203.0.113.60, public_address: 203.0.113.60 }
      gateways: [{ fqdn: gw1.cce.local, address: 10.50.0.60, port: 5060 }]
";

fn name(text: &str) -> Fqdn {
    text.parse().unwrap()
}

fn port(number: u64) -> Port {
    number.try_into().unwrap()
}

/// The reason of some row: rows are made by rules alone, and these are not about reasons.
fn some_reason(rows: &Requirements) -> Arc<Reason> {
    Arc::clone(
        &rows.calendar.first().map_or_else(|| rows.findings[0].reason.clone(), |row| row.reason.clone()),
    )
}

fn record(owner: &str, data: RecordData, view: View) -> DnsRecord {
    let owner = OwnerName::from(&name(owner));
    DnsRecord { view, zone: owner.clone(), name: owner, data, ttl: 3600, level: Level::Required }
}

fn flow(from: End, to: End, protocol: Protocol, (first, last): (u64, u64)) -> FirewallRule {
    FirewallRule {
        from,
        to,
        protocol,
        ports: Ports { first: port(first), last: port(last) },
        source_ports: None,
        level: Level::Required,
        purpose: Message::new("flow-bridging"),
        behind: Vec::new(),
        disputed: Vec::new(),
    }
}

/// The only journeys of a client.
fn of_client<'j>(journeys: &'j [Journey], client: &str) -> Vec<&'j Journey> {
    journeys.iter().filter(|journey| journey.client.to_string() == client).collect()
}

fn fault(blueprint: &Blueprint, rows: &Requirements, client: &str) -> String {
    let journeys = walk(blueprint, rows);
    let own = of_client(&journeys, client);
    let fault =
        own.iter().find_map(|journey| journey.fault()).unwrap_or_else(|| panic!("{client} comes through"));
    format!("{} {}", fault.step.key(), fault.by.join(", "))
}

fn all_pass(blueprint: &Blueprint, rows: &Requirements, client: &str, count: usize) {
    let journeys = walk(blueprint, rows);
    let own = of_client(&journeys, client);
    assert_eq!(own.len(), count);
    for journey in own {
        let steps: Vec<_> = journey.hops().map(|hop| format!("{:?} {:?}", hop.step, hop.by)).collect();
        assert_eq!(journey.result(), Outcome::Pass, "{}", steps.join("\n"));
    }
}

/// A plan with Exchange, and by hand what its journey needs.
fn with_exchange(url: &str, target: RecordData) -> (Blueprint, Requirements) {
    let blueprint = blueprint(&format!("{}{EXCHANGE}", sample("standard-edition")));
    let mut rows = blueprint.requirements.clone();
    let exchange = End::Exchange(name("mail01.corp.contoso.com"));
    let reason = some_reason(&rows);
    rows.dns.retain(|row| row.body.name.as_str() != "autodiscover.contoso.com");
    rows.firewall.retain(|row| row.body.from != exchange && row.body.to != exchange);
    rows.commands.retain(|row| row.body.call.cmdlet() != "Set-CsOAuthConfiguration");
    let body = record("autodiscover.contoso.com", target, View::Internal);
    rows.dns.push(Row { body, reason: Arc::clone(&reason) });
    for pool in blueprint.topology.front_ends() {
        let pool = End::FrontEnd(pool.fqdn.given().value().clone());
        for (from, to) in [(&pool, &exchange), (&exchange, &pool)] {
            let body = flow(from.clone(), to.clone(), Protocol::Tcp, (443, 443));
            rows.firewall.push(Row { body, reason: Arc::clone(&reason) });
        }
    }
    let call = Call::new("Set-CsOAuthConfiguration").text("ExchangeAutodiscoverUrl", url);
    // Only the line matters: the rest is that of some other command.
    let mut row = rows.commands.first().unwrap().clone();
    row.body.call = call;
    rows.commands.push(row);
    (blueprint, rows)
}

const SVC: &str = "https://autodiscover.contoso.com/autodiscover/autodiscover.svc";

#[test]
fn a_server_finds_a_mailbox_by_the_address_for_servers() {
    let by_address = RecordData::Address("10.10.0.80".parse().unwrap());
    for target in [by_address, RecordData::Cname(name("mail01.corp.contoso.com"))] {
        let (blueprint, rows) = with_exchange(SVC, target);
        let pools = blueprint.topology.front_ends().count();
        all_pass(&blueprint, &rows, "exchange-autodiscover", pools);
    }
}

#[test]
fn each_thing_that_is_missing_on_the_way_to_a_mailbox_is_named() {
    let client = "exchange-autodiscover";
    let target = || RecordData::Cname(name("mail01.corp.contoso.com"));
    let (blueprint, mut rows) = with_exchange(SVC, target());
    rows.dns.retain(|row| row.body.name.as_str() != "autodiscover.contoso.com");
    let told = fault(&blueprint, &rows, client);
    assert_eq!(told, "journey-look-up-nothing dns internal autodiscover.contoso.com");
    let (blueprint, mut rows) = with_exchange(SVC, target());
    rows.firewall.retain(|row| row.body.to != End::Exchange(name("mail01.corp.contoso.com")));
    assert!(fault(&blueprint, &rows, client).ends_with("> exchange:mail01.corp.contoso.com tcp 443"));
    // The address for mail programs is never given to servers.
    let (blueprint, rows) =
        with_exchange("https://autodiscover.contoso.com/autodiscover/autodiscover.xml", target());
    assert!(fault(&blueprint, &rows, client).starts_with("journey-exchange-url command"));
    let (blueprint, rows) = with_exchange(SVC, RecordData::Cname(name("elsewhere.contoso.com")));
    assert!(fault(&blueprint, &rows, client).starts_with("journey-exchange-elsewhere"));
}

/// A plan with Cloud Connector, and by hand what a call needs.
fn with_cloud() -> (Blueprint, Requirements) {
    let blueprint = blueprint(CLOUD_CONNECTOR);
    let mut rows = blueprint.requirements.clone();
    let reason = some_reason(&rows);
    let host = "cce-north-1";
    rows.dns.clear();
    rows.firewall.clear();
    let body = record("ap.contoso.com", RecordData::Address("203.0.113.60".parse().unwrap()), View::External);
    rows.dns.push(Row { body, reason: Arc::clone(&reason) });
    let edge = || End::CloudEdge(host.parse().unwrap());
    let mediation = || End::CloudMediation(host.parse().unwrap());
    let gateway = || End::PstnGateway(name("gw1.cce.local"));
    let (tcp, udp) = (Protocol::Tcp, Protocol::Udp);
    for (from, to, protocol, ports) in [
        (End::Internet, edge(), tcp, (5061, 5061)),
        (edge(), End::Internet, tcp, (5061, 5061)),
        (edge(), End::Internet, tcp, (80, 80)),
        (edge(), End::Internet, tcp, (53, 53)),
        (edge(), End::Internet, udp, (53, 53)),
        (edge(), End::Internet, udp, (3478, 3478)),
        (edge(), End::Internet, tcp, (443, 443)),
        (End::Internet, edge(), udp, (3478, 3478)),
        (End::Internet, edge(), tcp, (443, 443)),
        (mediation(), gateway(), tcp, (5060, 5060)),
        (gateway(), mediation(), tcp, (5068, 5068)),
        (gateway(), mediation(), udp, (49152, 57500)),
        (mediation(), gateway(), udp, (49152, 57500)),
        (End::InternalClients, mediation(), udp, (49152, 57500)),
        (mediation(), End::InternalClients, udp, (50000, 50019)),
    ] {
        rows.firewall.push(Row { body: flow(from, to, protocol, ports), reason: Arc::clone(&reason) });
    }
    rows.certificates = vec![certificate(host, &reason)];
    (blueprint, rows)
}

/// The certificate of the Edge, made of one that rules made for another Edge.
fn certificate(host: &str, reason: &Arc<Reason>) -> Row<Certificate> {
    let other = blueprint(sample("two-domains")).requirements.certificates;
    let mut row = other.into_iter().find(|row| row.body.role == CertificateRole::EdgeExternal).unwrap();
    let named =
        |text: &str| CertificateName { name: SubjectName::Host(name(text)), reason: Arc::clone(reason) };
    row.body.role = CertificateRole::CloudConnectorEdge;
    row.body.hosts = vec![host.to_owned()];
    row.body.own_names = ["ap.contoso.com", "sip.contoso.com", "sip.fabrikam.com"].map(named).into();
    row.body.common_names = Arc::default();
    row
}

#[test]
fn users_call_out_and_are_called() {
    let (blueprint, rows) = with_cloud();
    for client in ["pstn-call-out", "pstn-call-in"] {
        all_pass(&blueprint, &rows, client, 2);
    }
}

#[test]
fn each_thing_that_is_missing_on_the_way_of_a_call_is_named() {
    let (blueprint, rows) = with_cloud();
    let without = |at: usize| {
        let mut rows = rows.clone();
        let taken = rows.firewall.remove(at).body;
        let journeys = walk(&blueprint, &rows);
        let named = format!("> {} {} {}", taken.to, taken.protocol.word(), taken.ports.first);
        let failing: Vec<_> = journeys.iter().filter_map(Journey::fault).collect();
        assert!(!failing.is_empty(), "nobody needs {named}");
        assert!(failing.iter().all(|hop| hop.by[0].ends_with(&named)), "{named}: {:?}", failing[0].by);
    };
    (0..rows.firewall.len()).for_each(without);
    let mut nameless = rows.clone();
    nameless.dns.clear();
    let told = fault(&blueprint, &nameless, "pstn-call-out");
    assert_eq!(told, "journey-look-up-nothing dns external ap.contoso.com");
    let mut unnamed = rows.clone();
    unnamed.certificates[0].body.own_names.retain(|own| own.name.to_string() != "sip.fabrikam.com");
    let journeys = walk(&blueprint, &unnamed);
    let fails = |journey: &&&Journey| journey.result() == Outcome::Fail;
    let out = of_client(&journeys, "pstn-call-out");
    let failing: Vec<_> = out.iter().filter(fails).map(|journey| journey.domain.as_str()).collect();
    assert_eq!(failing, ["fabrikam.com"]);
}
