// Trey Research: DNS records for DNSControl 4 or later.
// Write your name servers into creds.json beside this file, under the names that stand in NewDnsProvider() below, one for
// each view. Then: dnscontrol check, dnscontrol preview, dnscontrol push.
// NO_PURGE keeps what else is in the living zones: mail, web, name servers. It also keeps a record that leaves this file.
// In a zone that DNSControl manages already, add these records to its own D() instead.

var REG_NONE = NewRegistrar("none");
var DNS_EXTERNAL = NewDnsProvider("mobility-external");
var DNS_INTERNAL = NewDnsProvider("mobility-internal");
var DNS_PERIMETER = NewDnsProvider("mobility-perimeter");

D("trey.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // optional: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.trey.example.", TTL(3600)),
    // required: E-024, E-050, E-053, E-059, E-199, ED-1, ED-3, M-056, M-057, M-211, M-212, M-225, M-301, M-325 <- clients.lync_2010_mobile, domains.sip, domains.ttl, mobility.push.enabled, servers.version, sites, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn
    SRV("_sipfederationtls._tcp", 0, 0, 5061, "sip.trey.example.", TTL(3600)),
    // required: E-020, E-050, ED-3, M-057 <- clients.lync_2010_mobile, domains.sip, domains.ttl, mobility.push.enabled, servers.version, sites, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].access.addresses, sites[Lab].edge_pools[edge.treyresearch.example].fqdn
    A("sip", "203.0.113.11", TTL(3600))
);

D("treyresearch.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // optional: E-023, E-050, E-053, ED-3, M-057 <- domains.active_directory, domains.sip, domains.ttl, mobility.access, sites[Lab].edge_pools[edge.treyresearch.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.treyresearch.example.", TTL(3600)),
    // required: E-024, E-050, E-053, E-059, E-199, ED-1, ED-3, M-056, M-057, M-211, M-212, M-225, M-301, M-325 <- clients.lync_2010_mobile, domains.active_directory, domains.sip, domains.ttl, mobility.push.enabled, servers.version, sites, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn
    SRV("_sipfederationtls._tcp", 0, 0, 5061, "sip.treyresearch.example.", TTL(3600)),
    // required: E-002, E-005, E-020, E-050, ED-3, M-057 <- clients.lync_2010_mobile, domains.active_directory, domains.sip, domains.ttl, mobility.push.enabled, servers.version, sites[Lab].edge_pools[edge.treyresearch.example].access.addresses, sites[Lab].edge_pools[edge.treyresearch.example].access.fqdn
    A("sip", "203.0.113.11", TTL(3600))
);

D("trey.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-036, E-050, E-052, E-053, ED-2, M-057, M-282 <- domains.internal_sip_zones, domains.legacy_sign_in, domains.sip, domains.ttl
    SRV("_sipinternaltls._tcp", 0, 0, 5061, "sip.trey.example.", TTL(3600)),
    // required: E-210, E-213, M-072, M-074, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.base, simple_urls.layout, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.addresses
    A("lync", "10.3.0.41", TTL(3600)),
    // required: E-033, M-027, M-028, M-037, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.fqdn
    CNAME("lyncdiscoverinternal", "dirweb.treyresearch.example.", TTL(3600)),
    // required: E-037, M-282 <- domains.internal_sip_zones, domains.legacy_sign_in, domains.sip, domains.ttl, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].load_balancing, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses
    A("sip", "10.3.0.41", TTL(3600))
);

D("treyresearch.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-036, E-050, E-052, E-053, ED-2, M-057, M-282 <- domains.active_directory, domains.legacy_sign_in, domains.sip, domains.ttl
    SRV("_sipinternaltls._tcp", 0, 0, 5061, "sip.treyresearch.example.", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].director_pools[dir.treyresearch.example].load_balancing, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses
    A("dir", "10.3.0.41", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
    A("dir1", "10.3.0.41", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].director_pools[dir.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.fqdn
    A("dirweb", "10.3.0.41", TTL(3600)),
    // required: E-027 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].addresses
    A("edge", "10.3.9.11", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].addresses, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].fqdn
    A("edge1", "10.3.9.11", TTL(3600)),
    // required: E-034, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
    A("fe1", "10.3.0.11", TTL(3600)),
    // required: E-034, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
    AAAA("fe1", "2001:db8:3::11", TTL(3600)),
    // required: E-034, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
    A("fe2", "10.3.0.12", TTL(3600)),
    // required: E-034, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
    AAAA("fe2", "2001:db8:3::12", TTL(3600)),
    // required: E-040, E-210, E-213, M-071, M-072, M-074, M-077 <- domains.active_directory, domains.sip, domains.ttl, simple_urls.admin, simple_urls.base, simple_urls.layout, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.addresses
    A("lync", "10.3.0.41", TTL(3600)),
    // required: E-033, M-027, M-028, M-037, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.fqdn
    CNAME("lyncdiscoverinternal", "dirweb.treyresearch.example.", TTL(3600)),
    // required: E-034, E-054, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancing, sites[Lab].front_end_pools[pool.treyresearch.example].servers, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].addresses
    A("pool", "10.3.0.11", TTL(3600)),
    A("pool", "10.3.0.12", TTL(3600)),
    // required: E-034, E-054, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancing, sites[Lab].front_end_pools[pool.treyresearch.example].servers, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].addresses
    AAAA("pool", "2001:db8:3::11", TTL(3600)),
    AAAA("pool", "2001:db8:3::12", TTL(3600)),
    // required: E-037, M-282 <- domains.active_directory, domains.legacy_sign_in, domains.sip, domains.ttl, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].load_balancing, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses
    A("sip", "10.3.0.41", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].edition, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.internal.addresses, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.internal.fqdn
    A("web", "10.3.0.21", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, clients.lync_2013_mobile, domains.active_directory, domains.sip, domains.ttl, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].reverse_proxy, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.external.fqdn, sites[Lab].reverse_proxies, sites[Lab].reverse_proxies[rp].external.addresses, sites[Lab].reverse_proxies[rp].name
    // Inside, `webext.treyresearch.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("webext", "203.0.113.20", TTL(3600))
);

D("treyresearch.example!perimeter", REG_NONE, DnsProvider(DNS_PERIMETER), NO_PURGE,
    // required: M-138 <- clients.internal_wifi, clients.lync_2013_mobile, domains.active_directory, domains.sip, domains.ttl, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].reverse_proxy, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.external.addresses, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.external.fqdn, sites[Lab].reverse_proxies, sites[Lab].reverse_proxies[rp].name
    A("webext", "10.3.0.22", TTL(3600))
);
