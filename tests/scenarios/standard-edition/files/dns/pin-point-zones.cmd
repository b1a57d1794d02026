@echo off
rem Litware mobility: one zone for each name that is needed inside
rem Run it on a DNS server that is a domain controller. The DNS console can not make such zones (M-063).
rem It does the same as windows-dns.ps1 does for these zones. Use one of the two.
rem A zone that exists is kept. A record that exists is refused with the status 9711, and nothing is lost.
setlocal

rem E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-063, M-064, M-285, M-286 - domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
dnscmd . /zoneinfo lyncdiscoverinternal.litware.example.
if errorlevel 1 dnscmd . /zoneadd lyncdiscoverinternal.litware.example. /dsprimary
dnscmd . /recordadd lyncdiscoverinternal.litware.example. @ 3600 A 10.20.10.11

rem E-040, E-210, E-213, M-071, M-072, M-074, M-077 - domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
dnscmd . /zoneinfo sfb.litware.example.
if errorlevel 1 dnscmd . /zoneadd sfb.litware.example. /dsprimary
dnscmd . /recordadd sfb.litware.example. @ 3600 A 10.20.10.11

rem Check: each zone shows the records that were added above (M-064).
dnscmd . /enumrecords lyncdiscoverinternal.litware.example. @
dnscmd . /enumrecords sfb.litware.example. @

rem Undo: these lines, without rem.
rem dnscmd . /zonedelete lyncdiscoverinternal.litware.example. /dsdel /f
rem dnscmd . /zonedelete sfb.litware.example. /dsdel /f
