// Litware mobility: DNS records for DNSControl 4 or later.
// Write your name servers into creds.json beside this file, under the names that stand in NewDnsProvider() below, one for
// each view. Then: dnscontrol check, dnscontrol preview, dnscontrol push.
// NO_PURGE keeps what else is in the living zones: mail, web, name servers. It also keeps a record that leaves this file.
// In a zone that DNSControl manages already, add these records to its own D() instead.

var REG_NONE = NewRegistrar("none");
var DNS_EXTERNAL = NewDnsProvider("mobility-external");
var DNS_INTERNAL = NewDnsProvider("mobility-internal");
var DNS_PERIMETER = NewDnsProvider("mobility-perimeter");

D("litware.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[Portland].edge_pools[edge01.ad.litware.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.litware.example.", TTL(3600)),
    // required: E-002, E-005, E-022 <- domains.sip, domains.ttl, mobility.access, sites[Portland].edge_pools[edge01.ad.litware.example].av.addresses, sites[Portland].edge_pools[edge01.ad.litware.example].av.fqdn, sites[Portland].edge_pools[edge01.ad.litware.example].single_address
    A("av", "192.0.2.13", TTL(3600)),
    // required: E-029, M-028, M-040, M-041, M-042, M-043, M-046, M-287 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, mobility.autodiscover_record, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].reverse_proxy, sites[Portland].reverse_proxies[rp01].external.addresses
    A("lyncdiscover", "192.0.2.20", TTL(3600)),
    // required: E-031, E-210, E-213, M-052, M-071, M-072, M-074 <- domains.sip, domains.ttl, mobility.access, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].reverse_proxy, sites[Portland].reverse_proxies[rp01].external.addresses
    A("sfb", "192.0.2.20", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[Portland].front_end_pools[sfb01.ad.litware.example].reverse_proxy, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.external.fqdn, sites[Portland].reverse_proxies[rp01].external.addresses
    A("sfbweb", "192.0.2.20", TTL(3600)),
    // required: E-002, E-005, E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[Portland].edge_pools[edge01.ad.litware.example].access.addresses, sites[Portland].edge_pools[edge01.ad.litware.example].access.fqdn
    A("sip", "192.0.2.11", TTL(3600)),
    // required: E-002, E-005, E-021 <- domains.sip, domains.ttl, mobility.access, sites[Portland].edge_pools[edge01.ad.litware.example].single_address, sites[Portland].edge_pools[edge01.ad.litware.example].web_conferencing.addresses, sites[Portland].edge_pools[edge01.ad.litware.example].web_conferencing.fqdn
    A("webconf", "192.0.2.12", TTL(3600))
);

D("ad.litware.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-027, E-028 <- domains.active_directory, domains.ttl, sites[Portland].edge_pools[edge01.ad.litware.example].fqdn, sites[Portland].edge_pools[edge01.ad.litware.example].servers, sites[Portland].edge_pools[edge01.ad.litware.example].servers[edge01.ad.litware.example].addresses, sites[Portland].edge_pools[edge01.ad.litware.example].servers[edge01.ad.litware.example].fqdn
    A("edge01", "10.20.250.11", TTL(3600)),
    // required: E-034, E-035, E-054, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].edition, sites[Portland].front_end_pools[sfb01.ad.litware.example].fqdn, sites[Portland].front_end_pools[sfb01.ad.litware.example].load_balancing, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].fqdn, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
    A("sfb01", "10.20.10.11", TTL(3600))
);

// A zone of its own for this one name (M-063): create it first, for example with `dnscontrol create-domains`.
D("lyncdiscoverinternal.litware.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-063, M-064, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
    A("@", "10.20.10.11", TTL(3600))
);

// A zone of its own for this one name (M-063): create it first, for example with `dnscontrol create-domains`.
D("sfb.litware.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-040, E-210, E-213, M-071, M-072, M-074, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
    A("@", "10.20.10.11", TTL(3600))
);

D("litware.example!perimeter", REG_NONE, DnsProvider(DNS_PERIMETER), NO_PURGE,
    // required: M-138 <- domains.sip, domains.ttl, sites[Portland].front_end_pools[sfb01.ad.litware.example].reverse_proxy, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.external.addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.external.fqdn, sites[Portland].reverse_proxies[rp01].name
    A("sfbweb", "10.20.10.11", TTL(3600))
);
