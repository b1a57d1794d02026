// Fourth Coffee mobility: DNS records for DNSControl 4 or later.
// Write your name servers into creds.json beside this file, under the names that stand in NewDnsProvider() below, one for
// each view. Then: dnscontrol check, dnscontrol preview, dnscontrol push.
// NO_PURGE keeps what else is in the living zones: mail, web, name servers. It also keeps a record that leaves this file.
// In a zone that DNSControl manages already, add these records to its own D() instead.

var REG_NONE = NewRegistrar("none");
var DNS_EXTERNAL = NewDnsProvider("mobility-external");
var DNS_INTERNAL = NewDnsProvider("mobility-internal");
var DNS_PERIMETER = NewDnsProvider("mobility-perimeter");

D("fourthcoffee.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.fourthcoffee.example.", TTL(3600)),
    // required: E-002, E-005, E-021 <- domains.sip, domains.ttl, mobility.access, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].single_address, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].web_conferencing.addresses, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].web_conferencing.fqdn
    A("conf", "203.0.113.13", TTL(3600)),
    A("conf", "203.0.113.14", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].external.addresses, sites[Toronto].reverse_proxies[rp1].name
    A("dialin", "203.0.113.20", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].external.addresses, sites[Toronto].reverse_proxies[rp1].name
    A("lyncdiscover", "203.0.113.20", TTL(3600)),
    // required: E-002, E-005, E-022 <- domains.sip, domains.ttl, mobility.access, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].av.addresses, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].av.fqdn, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].single_address
    A("media", "203.0.113.15", TTL(3600)),
    A("media", "203.0.113.16", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].external.addresses, sites[Toronto].reverse_proxies[rp1].name
    A("meet", "203.0.113.20", TTL(3600)),
    // required: E-002, E-005, E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].access.addresses, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].access.fqdn
    A("sip", "203.0.113.11", TTL(3600)),
    A("sip", "203.0.113.12", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.external.fqdn, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].external.addresses, sites[Toronto].reverse_proxies[rp1].name
    A("webext", "203.0.113.20", TTL(3600))
);

D("relecloud.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites, sites[Toronto].edge_pools, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].fqdn, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.relecloud.example.", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].external.addresses, sites[Toronto].reverse_proxies[rp1].name
    A("lyncdiscover", "203.0.113.20", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].external.addresses, sites[Toronto].reverse_proxies[rp1].name
    A("meet", "203.0.113.20", TTL(3600)),
    // required: E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites, sites[Toronto].edge_pools, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].access.addresses, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].fqdn
    A("sip", "203.0.113.11", TTL(3600)),
    A("sip", "203.0.113.12", TTL(3600))
);

D("ad.fourthcoffee.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-027 <- domains.active_directory, domains.ttl, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].fqdn, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].servers, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].servers[edge1.ad.fourthcoffee.example].addresses, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].servers[edge2.ad.fourthcoffee.example].addresses
    A("edge", "10.31.90.11", TTL(3600)),
    A("edge", "10.31.90.12", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].servers[edge1.ad.fourthcoffee.example].addresses, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].servers[edge1.ad.fourthcoffee.example].fqdn
    A("edge1", "10.31.90.11", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].servers[edge2.ad.fourthcoffee.example].addresses, sites[Toronto].edge_pools[edge.ad.fourthcoffee.example].servers[edge2.ad.fourthcoffee.example].fqdn
    A("edge2", "10.31.90.12", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].servers[fe1.ad.fourthcoffee.example].addresses, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].servers[fe1.ad.fourthcoffee.example].fqdn
    A("fe1", "10.31.10.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].servers[fe2.ad.fourthcoffee.example].addresses, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].servers[fe2.ad.fourthcoffee.example].fqdn
    A("fe2", "10.31.10.12", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].servers[fe3.ad.fourthcoffee.example].addresses, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].servers[fe3.ad.fourthcoffee.example].fqdn
    A("fe3", "10.31.10.13", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].addresses, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].load_balancing
    A("pool1", "10.31.10.20", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].edition, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.addresses, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.fqdn
    A("webint", "10.31.10.21", TTL(3600))
);

D("fourthcoffee.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // optional: E-040, E-210, E-212, M-071, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.addresses
    A("admin", "10.31.10.21", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.addresses
    A("dialin", "10.31.10.21", TTL(3600)),
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.31.10.21", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.addresses
    A("meet", "10.31.10.21", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.external.fqdn, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].external.addresses, sites[Toronto].reverse_proxies[rp1].name
    // Inside, `webext.fourthcoffee.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("webext", "203.0.113.20", TTL(3600))
);

D("relecloud.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.31.10.21", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[Toronto].director_pools, sites[Toronto].front_end_pools, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].fqdn, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.internal.addresses
    A("meet", "10.31.10.21", TTL(3600))
);

D("fourthcoffee.example!perimeter", REG_NONE, DnsProvider(DNS_PERIMETER), NO_PURGE,
    // required: M-138 <- domains.sip, domains.ttl, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].reverse_proxy, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.external.addresses, sites[Toronto].front_end_pools[pool1.ad.fourthcoffee.example].web_services.external.fqdn, sites[Toronto].reverse_proxies, sites[Toronto].reverse_proxies[rp1].name
    A("webext", "10.31.10.22", TTL(3600))
);
