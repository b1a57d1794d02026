// Adatum mobility in two data centres: DNS records for DNSControl 4 or later.
// Write your name servers into creds.json beside this file, under the names that stand in NewDnsProvider() below, one for
// each view. Then: dnscontrol check, dnscontrol preview, dnscontrol push.
// NO_PURGE keeps what else is in the living zones: mail, web, name servers. It also keeps a record that leaves this file.
// In a zone that DNSControl manages already, add these records to its own D() instead.

var REG_NONE = NewRegistrar("none");
var DNS_EXTERNAL = NewDnsProvider("mobility-external");
var DNS_INTERNAL = NewDnsProvider("mobility-internal");
var DNS_PERIMETER = NewDnsProvider("mobility-perimeter");

D("adatum.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, sites[East].edge_pools[eastedge.ad.adatum.example].single_address
    SRV("_sip._tls", 0, 0, 443, "sip.adatum.example.", TTL(3600)),
    // required: E-002, E-005, E-021 <- domains.sip, domains.ttl, sites[East].edge_pools[eastedge.ad.adatum.example].single_address, sites[East].edge_pools[eastedge.ad.adatum.example].web_conferencing.addresses, sites[East].edge_pools[eastedge.ad.adatum.example].web_conferencing.fqdn
    A("conf", "192.0.2.12", TTL(3600)),
    // required: E-002, E-005, E-021 <- domains.sip, domains.ttl, sites[West].edge_pools[westedge.ad.adatum.example].single_address, sites[West].edge_pools[westedge.ad.adatum.example].web_conferencing.addresses, sites[West].edge_pools[westedge.ad.adatum.example].web_conferencing.fqdn
    A("conf-west", "198.51.100.12", TTL(3600)),
    // required: E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("dialin", "dialin-ext.geolb.adatum.example.", TTL(3600)),
    // required: E-031, E-212, E-218, ED-18, M-052, M-060, M-073, M-314 <- domains.active_directory, domains.sip, domains.ttl, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // To see whether a pool is alive, probe it from outside with HTTPS GET on `https://eastweb.adatum.example/autodiscover/autodiscoverservice.svc/root` and `https://westweb.adatum.example/autodiscover/autodiscoverservice.svc/root`, without an `Accept` header. The answer of a sound pool is 200 (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("dialin-ext.geolb", "192.0.2.20", TTL(3600)),
    A("dialin-ext.geolb", "198.51.100.20", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name
    A("eastweb", "192.0.2.20", TTL(3600)),
    // required: E-218, ED-18, M-028, M-041, M-046, M-047, M-048, M-060 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("lyncdiscover", "lyncdiscover-ext.geolb.adatum.example.", TTL(3600)),
    // required: E-029, E-218, ED-18, M-028, M-041, M-046, M-060, M-287, M-314 <- domains.active_directory, domains.sip, domains.ttl, mobility.access, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // To see whether a pool is alive, probe it from outside with HTTPS GET on `https://eastweb.adatum.example/autodiscover/autodiscoverservice.svc/root` and `https://westweb.adatum.example/autodiscover/autodiscoverservice.svc/root`, without an `Accept` header. The answer of a sound pool is 200 (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("lyncdiscover-ext.geolb", "192.0.2.20", TTL(3600)),
    A("lyncdiscover-ext.geolb", "198.51.100.20", TTL(3600)),
    // required: E-002, E-005, E-022 <- domains.sip, domains.ttl, sites[East].edge_pools[eastedge.ad.adatum.example].av.addresses, sites[East].edge_pools[eastedge.ad.adatum.example].av.fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].single_address
    A("media", "192.0.2.13", TTL(3600)),
    // required: E-002, E-005, E-022 <- domains.sip, domains.ttl, sites[West].edge_pools[westedge.ad.adatum.example].av.addresses, sites[West].edge_pools[westedge.ad.adatum.example].av.fqdn, sites[West].edge_pools[westedge.ad.adatum.example].single_address
    A("media-west", "198.51.100.13", TTL(3600)),
    // required: E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("meet", "meet-ext.geolb.adatum.example.", TTL(3600)),
    // required: E-031, E-212, E-218, ED-18, M-052, M-060, M-073, M-314 <- domains.active_directory, domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // To see whether a pool is alive, probe it from outside with HTTPS GET on `https://eastweb.adatum.example/autodiscover/autodiscoverservice.svc/root` and `https://westweb.adatum.example/autodiscover/autodiscoverservice.svc/root`, without an `Accept` header. The answer of a sound pool is 200 (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("meet-ext.geolb", "192.0.2.20", TTL(3600)),
    A("meet-ext.geolb", "198.51.100.20", TTL(3600)),
    // required: E-002, E-005, E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, sites[East].edge_pools[eastedge.ad.adatum.example].access.addresses, sites[East].edge_pools[eastedge.ad.adatum.example].access.fqdn
    A("sip", "192.0.2.11", TTL(3600)),
    // required: E-002, E-005, E-020 <- domains.sip, domains.ttl, sites[West].edge_pools[westedge.ad.adatum.example].access.addresses, sites[West].edge_pools[westedge.ad.adatum.example].access.fqdn
    A("sip-west", "198.51.100.11", TTL(3600)),
    // required: E-030, E-056, M-016, M-018, M-024, M-050, M-051 <- domains.sip, domains.ttl, mobility.access, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    A("westweb", "198.51.100.20", TTL(3600))
);

D("wingtiptoys.example!external", REG_NONE, DnsProvider(DNS_EXTERNAL), NO_PURGE,
    // required: E-023, E-050, E-053, ED-3, M-057 <- domains.sip, domains.ttl, mobility.access, simple_urls.pool, sites, sites[East].director_pools, sites[East].edge_pools, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].single_address, sites[West].director_pools
    SRV("_sip._tls", 0, 0, 443, "sip.wingtiptoys.example.", TTL(3600)),
    // required: E-218, ED-18, M-028, M-041, M-046, M-047, M-048, M-060 <- domains.sip, domains.ttl, mobility.access, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("lyncdiscover", "lyncdiscover-ext.geolb.wingtiptoys.example.", TTL(3600)),
    // required: E-029, E-218, ED-18, M-028, M-041, M-046, M-060, M-287, M-314 <- domains.active_directory, domains.sip, domains.ttl, mobility.access, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // To see whether a pool is alive, probe it from outside with HTTPS GET on `https://eastweb.adatum.example/autodiscover/autodiscoverservice.svc/root` and `https://westweb.adatum.example/autodiscover/autodiscoverservice.svc/root`, without an `Accept` header. The answer of a sound pool is 200 (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("lyncdiscover-ext.geolb", "192.0.2.20", TTL(3600)),
    A("lyncdiscover-ext.geolb", "198.51.100.20", TTL(3600)),
    // required: E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("meet", "meet-ext.geolb.wingtiptoys.example.", TTL(3600)),
    // required: E-031, E-212, E-218, ED-18, M-052, M-060, M-073, M-314 <- domains.active_directory, domains.sip, domains.ttl, mobility.access, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // To see whether a pool is alive, probe it from outside with HTTPS GET on `https://eastweb.adatum.example/autodiscover/autodiscoverservice.svc/root` and `https://westweb.adatum.example/autodiscover/autodiscoverservice.svc/root`, without an `Accept` header. The answer of a sound pool is 200 (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("meet-ext.geolb", "192.0.2.20", TTL(3600)),
    A("meet-ext.geolb", "198.51.100.20", TTL(3600)),
    // required: E-020, E-050, ED-3, M-057 <- domains.sip, domains.ttl, simple_urls.pool, sites, sites[East].director_pools, sites[East].edge_pools, sites[East].edge_pools[eastedge.ad.adatum.example].access.addresses, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[West].director_pools
    A("sip", "192.0.2.11", TTL(3600))
);

D("ad.adatum.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-027 <- domains.active_directory, domains.ttl, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].addresses
    A("eastedge", "172.16.11.11", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].addresses, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].fqdn
    A("eastedge1", "172.16.11.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe1.ad.adatum.example].addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe1.ad.adatum.example].fqdn
    A("eastfe1", "10.11.0.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].fqdn
    A("eastfe2", "10.11.0.12", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancing
    A("eastpool", "10.11.0.20", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].edition, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.fqdn
    A("eastweb", "10.11.0.21", TTL(3600)),
    // required: E-027 <- domains.active_directory, domains.ttl, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].addresses
    A("westedge", "172.16.12.11", TTL(3600)),
    // required: E-028 <- domains.active_directory, domains.ttl, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].addresses, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].fqdn
    A("westedge1", "172.16.12.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe1.ad.adatum.example].addresses, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe1.ad.adatum.example].fqdn
    A("westfe1", "10.12.0.11", TTL(3600)),
    // required: E-034 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe2.ad.adatum.example].addresses, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe2.ad.adatum.example].fqdn
    A("westfe2", "10.12.0.12", TTL(3600)),
    // required: E-034, E-054 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].addresses, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancing
    A("westpool", "10.12.0.20", TTL(3600)),
    // required: E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].edition, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.fqdn
    A("westweb", "10.12.0.21", TTL(3600))
);

D("adatum.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // optional: E-040, E-210, E-212, M-071, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[West].director_pools
    A("admin", "10.11.0.21", TTL(3600)),
    // required: E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("dialin", "dialin-int.geolb.adatum.example.", TTL(3600)),
    // required: E-212, E-218, ED-18, M-060, M-073, M-077, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("dialin-int.geolb", "10.11.0.21", TTL(3600)),
    A("dialin-int.geolb", "10.12.0.21", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name
    // Inside, `eastweb.adatum.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("eastweb", "192.0.2.20", TTL(3600)),
    // required: E-218, ED-18, M-028, M-041, M-046, M-047, M-048, M-060 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("lyncdiscoverinternal", "lyncdiscoverinternal-int.geolb.adatum.example.", TTL(3600)),
    // required: E-033, E-218, ED-18, M-027, M-028, M-041, M-046, M-060, M-062, M-285, M-286, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("lyncdiscoverinternal-int.geolb", "10.11.0.21", TTL(3600)),
    A("lyncdiscoverinternal-int.geolb", "10.12.0.21", TTL(3600)),
    // required: E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("meet", "meet-int.geolb.adatum.example.", TTL(3600)),
    // required: E-212, E-218, ED-18, M-060, M-073, M-077, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("meet-int.geolb", "10.11.0.21", TTL(3600)),
    A("meet-int.geolb", "10.12.0.21", TTL(3600)),
    // required: E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    // Inside, `westweb.adatum.example` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
    A("westweb", "198.51.100.20", TTL(3600))
);

D("wingtiptoys.example!internal", REG_NONE, DnsProvider(DNS_INTERNAL), NO_PURGE,
    // required: E-218, ED-18, M-028, M-041, M-046, M-047, M-048, M-060 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("lyncdiscoverinternal", "lyncdiscoverinternal-int.geolb.wingtiptoys.example.", TTL(3600)),
    // required: E-033, E-218, ED-18, M-027, M-028, M-041, M-046, M-060, M-062, M-285, M-286, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("lyncdiscoverinternal-int.geolb", "10.11.0.21", TTL(3600)),
    A("lyncdiscoverinternal-int.geolb", "10.12.0.21", TTL(3600)),
    // required: E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    CNAME("meet", "meet-int.geolb.wingtiptoys.example.", TTL(3600)),
    // required: E-212, E-218, ED-18, M-060, M-073, M-077, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    // A GeoDNS name stands for both pools. Let it answer with `eastpool.ad.adatum.example` while that one is alive and with `westpool.ad.adatum.example` when it fails, or with both in turn (M-060).
    // When a pool fails, close its web ports 80, 443, 4443, so that no client is led to it (M-314).
    // If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).
    A("meet-int.geolb", "10.11.0.21", TTL(3600)),
    A("meet-int.geolb", "10.12.0.21", TTL(3600))
);

D("adatum.example!perimeter", REG_NONE, DnsProvider(DNS_PERIMETER), NO_PURGE,
    // required: M-138 <- domains.sip, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].name
    A("eastweb", "10.11.0.22", TTL(3600)),
    // required: M-138 <- domains.sip, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].name
    A("westweb", "10.12.0.22", TTL(3600))
);
