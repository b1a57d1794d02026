// Mobility for Proseware and Lucerne Publishing: DNS records for DNSControl 4 or later.
// Write your name servers into creds.json beside this file, under the names that stand in NewDnsProvider() below, one for
// each view. Then: dnscontrol check, dnscontrol preview, dnscontrol push.
// NO_PURGE keeps what else is in the living zones: mail, web, name servers. It also keeps a record that leaves this file.
// In a zone that DNSControl manages already, add these records to its own D() instead.

var REG_NONE = NewRegistrar("none");
var DNS_EXTERNAL = NewDnsProvider("mobility-external");
var DNS_INTERNAL = NewDnsProvider("mobility-internal");
var DNS_PERIMETER = NewDnsProvider("mobility-perimeter");

D("lucernepublishing.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites, sites[Denver].edge_pools, sites[Denver].edge_pools[denedge.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.lucernepublishing.example.", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].reverse_proxy, sites[Denver].reverse_proxies[rp01].external.addresses
    A("lyncdiscover", "198.51.100.20", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].reverse_proxy, sites[Denver].reverse_proxies[rp01].external.addresses
    A("meet", "198.51.100.20", TTL(3600)),
    // required: E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, sites, sites[Denver].edge_pools, sites[Denver].edge_pools[denedge.corp.proseware.example].access.addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].fqdn
    A("sip", "198.51.100.11", TTL(3600)),
    A("sip", "198.51.100.12", TTL(3600))
);

D("proseware.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[Denver].edge_pools[denedge.corp.proseware.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.proseware.example.", TTL(3600)),
    // required: E-002, E-005, E-021 <- domains.sip, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].single_address, sites[Denver].edge_pools[denedge.corp.proseware.example].web_conferencing.addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].web_conferencing.fqdn
    A("conf", "198.51.100.13", TTL(3600)),
    A("conf", "198.51.100.14", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].reverse_proxy, sites[Denver].reverse_proxies[rp01].external.addresses
    A("dialin", "198.51.100.20", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[Denver].director_pools[dendir.corp.proseware.example].reverse_proxy, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.external.fqdn, sites[Denver].reverse_proxies[rp01].external.addresses
    A("dirext", "198.51.100.20", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].reverse_proxy, sites[Denver].reverse_proxies[rp01].external.addresses
    A("lyncdiscover", "198.51.100.20", TTL(3600)),
    // required: E-002, E-005, E-022 <- domains.sip, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].av.addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].av.fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].single_address
    A("media", "198.51.100.15", TTL(3600)),
    A("media", "198.51.100.16", TTL(3600)),
    // required: E-031, E-210, E-212, M-052, M-071, M-072, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].reverse_proxy, sites[Denver].reverse_proxies[rp01].external.addresses
    A("meet", "198.51.100.20", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[Denver].front_end_pools[denpool01.corp.proseware.example].reverse_proxy, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.external.fqdn, sites[Denver].reverse_proxies[rp01].external.addresses
    A("poolext", "198.51.100.20", TTL(3600)),
    // required: E-002, E-005, E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].access.addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].access.fqdn
    A("sip", "198.51.100.11", TTL(3600)),
    A("sip", "198.51.100.12", TTL(3600))
);

D("corp.proseware.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].addresses, sites[Denver].director_pools[dendir.corp.proseware.example].fqdn, sites[Denver].director_pools[dendir.corp.proseware.example].load_balancing
    A("dendir", "10.40.20.20", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].addresses, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].fqdn
    A("dendir01", "10.40.20.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].addresses, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].fqdn
    A("dendir02", "10.40.20.12", TTL(3600)),
    // required: E-027 <- domains.active_directory, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].addresses
    A("denedge", "172.20.30.11", TTL(3600)),
    A("denedge", "172.20.30.12", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn
    A("denedge01", "172.20.30.11", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn
    A("denedge02", "172.20.30.12", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].fqdn
    A("denfe01", "10.40.10.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].fqdn
    A("denfe02", "10.40.10.12", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].fqdn
    A("denfe03", "10.40.10.13", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].fqdn, sites[Denver].front_end_pools[denpool01.corp.proseware.example].load_balancing
    A("denpool01", "10.40.10.20", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.fqdn
    A("dirint", "10.40.20.21", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].edition, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.internal.addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.internal.fqdn
    A("poolint", "10.40.10.21", TTL(3600))
);

D("lucernepublishing.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.40.20.21", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    A("meet", "10.40.20.21", TTL(3600))
);

D("proseware.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // optional: E-040, E-210, E-212, M-071, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    A("admin", "10.40.20.21", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    A("dialin", "10.40.20.21", TTL(3600)),
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    A("lyncdiscoverinternal", "10.40.20.21", TTL(3600)),
    // required: E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    A("meet", "10.40.20.21", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].reverse_proxy, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.external.fqdn, sites[Denver].reverse_proxies[rp01].external.addresses
    // Inside, `poolext.proseware.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("poolext", "198.51.100.20", TTL(3600))
);

D("proseware.example!perimeter", REG_NONE, DnsProvider(DNS_PERIMETER), NO_PURGE,
    // required: M-138 <- domains.sip, domains.ttl, mobility.access, sites[Denver].director_pools[dendir.corp.proseware.example].reverse_proxy, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.external.addresses, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.external.fqdn, sites[Denver].reverse_proxies[rp01].name
    A("dirext", "10.40.20.22", TTL(3600)),
    // required: M-138 <- domains.sip, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].reverse_proxy, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.external.addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.external.fqdn, sites[Denver].reverse_proxies[rp01].name
    A("poolext", "10.40.10.22", TTL(3600))
);
