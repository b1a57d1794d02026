// Woodgrove mobility: DNS records for DNSControl 4 or later.
// Write your name servers into creds.json beside this file, under the names that stand in NewDnsProvider() below, one for
// each view. Then: dnscontrol check, dnscontrol preview, dnscontrol push.
// NO_PURGE keeps what else is in the living zones: mail, web, name servers. It also keeps a record that leaves this file.
// In a zone that DNSControl manages already, add these records to its own D() instead.

var REG_NONE = NewRegistrar("none");
var DNS_EXTERNAL = NewDnsProvider("mobility-external");
var DNS_INTERNAL = NewDnsProvider("mobility-internal");
var DNS_PERIMETER = NewDnsProvider("mobility-perimeter");

D("woodgrove.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.woodgrove.example.", TTL(3600)),
    // required: E-002, E-005, E-021 <- domains.sip, domains.ttl, mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].single_address, sites[North].edge_pools[n-edge.ad.woodgrove.example].web_conferencing.addresses, sites[North].edge_pools[n-edge.ad.woodgrove.example].web_conferencing.fqdn
    A("conf", "203.0.113.12", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    A("dialin", "203.0.113.40", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[North].front_end_pools[lab.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].external.addresses, sites[North].reverse_proxies[n-rp].name
    A("lab", "203.0.113.20", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    A("lyncdiscover", "203.0.113.40", TTL(3600)),
    // required: E-002, E-005, E-022 <- domains.sip, domains.ttl, mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].av.addresses, sites[North].edge_pools[n-edge.ad.woodgrove.example].av.fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].single_address
    A("media", "203.0.113.13", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    A("meet", "203.0.113.40", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].external.addresses, sites[North].reverse_proxies[n-rp].name
    A("n-web", "203.0.113.20", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    A("s-dirweb", "203.0.113.40", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    A("s-web", "203.0.113.40", TTL(3600)),
    // required: E-002, E-005, E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].access.addresses, sites[North].edge_pools[n-edge.ad.woodgrove.example].access.fqdn
    A("sip", "203.0.113.11", TTL(3600))
);

D("woodgrovebank.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].single_address, sites[South].edge_pools
    SRV("_sip._tls", 0, 0, 443, "sip.woodgrovebank.example.", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    A("lyncdiscover", "203.0.113.40", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    A("meet", "203.0.113.40", TTL(3600)),
    // required: E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].access.addresses, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[South].edge_pools
    A("sip", "203.0.113.11", TTL(3600))
);

D("ad.woodgrove.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-034, E-035, E-054, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[lab.ad.woodgrove.example].addresses, sites[North].front_end_pools[lab.ad.woodgrove.example].edition, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[lab.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].addresses, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.internal.addresses
    A("lab", "10.1.0.31", TTL(3600)),
    // required: E-027 <- domains.active_directory, domains.ttl, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].addresses
    A("n-edge", "10.1.9.11", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].addresses, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].fqdn
    A("n-edge1", "10.1.9.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].addresses, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].fqdn
    A("n-fe1", "10.1.0.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].addresses, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].fqdn
    A("n-fe2", "10.1.0.12", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].edition, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.internal.addresses, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.internal.fqdn
    A("n-web", "10.1.0.21", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].addresses, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[north.ad.woodgrove.example].servers
    A("north", "10.1.0.20", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses
    A("s-dir", "10.2.0.41", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].fqdn
    A("s-dir1", "10.2.0.41", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.fqdn
    A("s-dirweb", "10.2.0.41", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].addresses, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].fqdn
    A("s-fe1", "10.2.0.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].addresses, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].fqdn
    A("s-fe2", "10.2.0.12", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].edition, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.internal.addresses, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.internal.fqdn
    A("s-web", "10.2.0.21", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].addresses, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].servers
    A("south", "10.2.0.20", TTL(3600))
);

D("woodgrove.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // optional: E-040, E-210, E-212, M-071, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    A("admin", "10.2.0.41", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    A("dialin", "10.2.0.41", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[North].front_end_pools[lab.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].external.addresses, sites[North].reverse_proxies[n-rp].name
    // Inside, `lab.woodgrove.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("lab", "203.0.113.20", TTL(3600)),
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.2.0.41", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    A("meet", "10.2.0.41", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].external.addresses, sites[North].reverse_proxies[n-rp].name
    // Inside, `n-web.woodgrove.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("n-web", "203.0.113.20", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    // Inside, `s-web.woodgrove.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("s-web", "203.0.113.40", TTL(3600))
);

D("woodgrovebank.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.2.0.41", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    A("meet", "10.2.0.41", TTL(3600))
);

D("woodgrove.example!perimeter", REG_NONE, DnsProvider(DNS_PERIMETER), NO_PURGE,
    // required: M-138 <- domains.sip, domains.ttl, sites[North].front_end_pools[lab.ad.woodgrove.example].addresses, sites[North].front_end_pools[lab.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[lab.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].addresses, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.external.addresses, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
    A("lab", "10.1.0.31", TTL(3600)),
    // required: M-138 <- domains.sip, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.external.addresses, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
    A("n-web", "10.1.0.22", TTL(3600)),
    // required: M-138 <- domains.sip, domains.ttl, mobility.access, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    A("s-dirweb", "10.2.0.41", TTL(3600)),
    // required: M-138 <- domains.sip, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.addresses, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    A("s-web", "10.2.0.22", TTL(3600))
);
