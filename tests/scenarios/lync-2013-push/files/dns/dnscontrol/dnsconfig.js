// Fourth Coffee mobility: DNS records for DNSControl 4 or later.
// Write your name servers into creds.json beside this file, under the names that stand in NewDnsProvider() below, one for
// each view. Then: dnscontrol check, dnscontrol preview, dnscontrol push.
// NO_PURGE keeps what else is in the living zones: mail, web, name servers. It also keeps a record that leaves this file.
// In a zone that DNSControl manages already, add these records to its own D() instead.

var REG_NONE = NewRegistrar("none");
var DNS_EXTERNAL = NewDnsProvider("mobility-external");
var DNS_INTERNAL = NewDnsProvider("mobility-internal");
var DNS_PERIMETER = NewDnsProvider("mobility-perimeter");

D("coffee.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites, sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.coffee.example.", TTL(3600)),
    // required: E-024, E-050, E-053, E-059, E-199, ED-1, ED-3, M-056, M-057, M-211, M-212, M-225, M-301, M-325 <- clients.lync_2010_mobile, domains.sip, domains.ttl, mobility.push.enabled, servers.version, sites, sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn
    SRV("_sipfederationtls._tcp", 0, 0, 5061, "sip.coffee.example.", TTL(3600)),
    // required: E-031, E-210, E-213, M-052, M-071, M-072, M-074 <- domains.sip, domains.ttl, mobility.access, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].external.addresses, sites[Harbour].reverse_proxies[rp].name
    A("lync", "203.0.113.20", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].external.addresses, sites[Harbour].reverse_proxies[rp].name
    A("lyncdiscover", "203.0.113.20", TTL(3600)),
    // required: E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, sites, sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].access.addresses, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn
    A("sip", "203.0.113.11", TTL(3600))
);

D("fourthcoffee.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.fourthcoffee.example.", TTL(3600)),
    // required: E-024, E-050, E-053, E-059, E-199, ED-1, ED-3, M-056, M-057, M-211, M-212, M-225, M-301, M-325 <- clients.lync_2010_mobile, domains.sip, domains.ttl, mobility.push.enabled, servers.version, sites, sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn
    SRV("_sipfederationtls._tcp", 0, 0, 5061, "sip.fourthcoffee.example.", TTL(3600)),
    // required: E-002, E-005, E-021 <- domains.sip, domains.ttl, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].single_address, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].web_conferencing.addresses, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].web_conferencing.fqdn
    A("conf", "203.0.113.12", TTL(3600)),
    // required: E-031, E-210, E-213, M-052, M-071, M-072, M-074 <- domains.sip, domains.ttl, mobility.access, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].external.addresses, sites[Harbour].reverse_proxies[rp].name
    A("lync", "203.0.113.20", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].external.addresses, sites[Harbour].reverse_proxies[rp].name
    A("lyncdiscover", "203.0.113.20", TTL(3600)),
    // required: E-002, E-005, E-022 <- domains.sip, domains.ttl, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].av.addresses, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].av.fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].single_address
    A("media", "203.0.113.13", TTL(3600)),
    // required: E-002, E-005, E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].access.addresses, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].access.fqdn
    A("sip", "203.0.113.11", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.external.fqdn, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].external.addresses, sites[Harbour].reverse_proxies[rp].name
    A("web", "203.0.113.20", TTL(3600))
);

D("coffee.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-210, E-213, M-072, M-074, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.internal.addresses
    A("lync", "10.70.0.21", TTL(3600)),
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.70.0.21", TTL(3600))
);

D("corp.fourthcoffee.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-027 <- domains.active_directory, domains.ttl, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers[edge1.corp.fourthcoffee.example].addresses
    A("edge", "10.70.9.11", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers[edge1.corp.fourthcoffee.example].addresses, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers[edge1.corp.fourthcoffee.example].fqdn
    A("edge1", "10.70.9.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe1.corp.fourthcoffee.example].addresses, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe1.corp.fourthcoffee.example].fqdn
    A("fe1", "10.70.0.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe2.corp.fourthcoffee.example].addresses, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe2.corp.fourthcoffee.example].fqdn
    A("fe2", "10.70.0.12", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].addresses, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancing, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers
    A("pool", "10.70.0.20", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].edition, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.internal.addresses, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.internal.fqdn
    A("web", "10.70.0.21", TTL(3600))
);

D("fourthcoffee.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-040, E-210, E-213, M-071, M-072, M-074, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.internal.addresses
    A("lync", "10.70.0.21", TTL(3600)),
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.70.0.21", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.external.fqdn, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].external.addresses, sites[Harbour].reverse_proxies[rp].name
    // Inside, `web.fourthcoffee.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("web", "203.0.113.20", TTL(3600))
);

D("fourthcoffee.example!perimeter", REG_NONE, DnsProvider(DNS_PERIMETER), NO_PURGE,
    // required: M-138 <- domains.sip, domains.ttl, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.external.addresses, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.external.fqdn, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].name
    A("web", "10.70.0.22", TTL(3600))
);
