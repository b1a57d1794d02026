//! Companies that are drawn: with Exchange, with Cloud Connector, with many sites.

use std::fmt::Write as _;

/// A company with an Exchange server beside its only server.
pub const EXCHANGE: &str = "\
format: ucplan/v1
title: Exchange beside one server
go_live: 2027-02-01
domains: { sip: [fabrikam.example], active_directory: corp.fabrikam.example }
sites:
  - name: Lyon
    front_end_pools:
      - fqdn: sfb.corp.fabrikam.example
        edition: standard
        servers: [{ fqdn: sfb.corp.fabrikam.example, addresses: [10.1.0.11] }]
        web_services: { external: { fqdn: web.fabrikam.example } }
    reverse_proxies:
      - name: rp01
        external: { addresses: [203.0.113.20] }
        internal: { addresses: [10.1.2.20] }
    pstn_gateways: [{ fqdn: gw01.corp.fabrikam.example, addresses: [10.1.0.90] }]
exchange:
  integrate: true
  version: exchange-2016
  servers:
    - { fqdn: mail01.corp.fabrikam.example, addresses: [10.1.0.31] }
    - { fqdn: mail02.corp.fabrikam.example, addresses: [10.1.0.32] }
";

/// Cloud Connector with so many sites and appliances.
pub fn cloud(sites: usize, appliances: usize) -> String {
    let mut text = String::from(
        "format: ucplan/v1\ngo_live: 2027-02-01\ndomains: { sip: [tailspin.example] }\ncloud_connector:\n  deploy: true\n  pstn_sites:\n",
    );
    for site in 1..=sites {
        let _ = writeln!(text, "    - name: Site {site}\n      appliances:");
        for appliance in 1..=appliances {
            let _ = writeln!(
                text,
                "        - {{ host: cce{site}{appliance}, mediation: {{ name: med{site}{appliance}, address: 10.{site}.0.{appliance} }}, edge: {{ name: edge{site}{appliance}, public_address: 203.0.113.{site}{appliance} }} }}"
            );
        }
        let _ = writeln!(
            text,
            "      gateways: [{{ fqdn: gw{site}.corp.tailspin.example, address: 10.{site}.0.90 }}]"
        );
    }
    text
}

/// A company with so many sites, each with everything, and so many SIP domains.
pub fn sites(count: usize, domains: usize) -> String {
    let sip: Vec<String> = (1..=domains).map(|domain| format!("d{domain}.example")).collect();
    let sip = sip.join(", ");
    let mut text = format!(
        "format: ucplan/v1\ntitle: Many sites\ngo_live: 2027-02-01\ndomains: {{ sip: [{sip}], active_directory: corp.example }}\nsites:\n"
    );
    for site in 1..=count {
        let _ = write!(
            text,
            "  - name: Site {site:02}
    front_end_pools:
      - fqdn: pool{site:02}.corp.example
        load_balancing: dns
        servers:
          - {{ fqdn: fe{site:02}a.corp.example, addresses: [10.{site}.0.11] }}
          - {{ fqdn: fe{site:02}b.corp.example, addresses: [10.{site}.0.12] }}
        web_services: {{ external: {{ fqdn: web{site:02}.d1.example, addresses: [10.{site}.0.22] }} }}
    edge_pools:
      - fqdn: edge{site:02}.corp.example
        servers: [{{ fqdn: edge{site:02}.corp.example, addresses: [10.{site}.1.10] }}]
        access: {{ fqdn: access{site:02}.d1.example, addresses: [203.0.113.{site}] }}
        web_conferencing: {{ fqdn: conf{site:02}.d1.example, addresses: [198.51.100.{site}] }}
        av: {{ fqdn: av{site:02}.d1.example, addresses: [192.0.2.{site}] }}
    reverse_proxies:
      - {{ name: rp{site:02}, external: {{ addresses: [203.0.113.1{site:02}] }}, internal: {{ addresses: [10.{site}.2.20] }} }}
    load_balancers: [{{ name: lb{site:02} }}]
"
        );
    }
    text
}
