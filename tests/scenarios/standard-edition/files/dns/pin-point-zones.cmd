@echo off
rem Litware mobility: one zone for each name that is needed inside
rem Run it on a DNS server that is a domain controller. The DNS console can not make such zones (M-063).
rem It does the same as windows-dns.ps1 does for these zones. Use one of the two.
rem A zone that exists is kept. A record that exists is refused with the status 9711, and nothing is lost. Any other refusal makes this file end with 1.
rem Undo: it writes pin-point-zones.undo.cmd beside itself, which takes back what was added here and nothing else. Delete that file once it ran.
setlocal
set FAILED=0
set "UNDO=%~dp0pin-point-zones.undo.cmd"

rem E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-063, M-064, M-285, M-286 - domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
set NEW=0
dnscmd . /zoneinfo lyncdiscoverinternal.litware.example. >nul
if errorlevel 1 set NEW=1
if %NEW%==1 dnscmd . /zoneadd lyncdiscoverinternal.litware.example. /dsprimary
if %NEW%==1 if not errorlevel 1 echo dnscmd . /zonedelete lyncdiscoverinternal.litware.example. /dsdel /f>>"%UNDO%"
if errorlevel 1 set FAILED=1
rem What the name answers already. An address that is not planned is yours to judge: it is not taken away.
dnscmd . /enumrecords lyncdiscoverinternal.litware.example. @
dnscmd . /recordadd lyncdiscoverinternal.litware.example. @ 3600 A 10.20.10.11
if not errorlevel 1 if %NEW%==0 echo dnscmd . /recorddelete lyncdiscoverinternal.litware.example. @ A 10.20.10.11 /f>>"%UNDO%"
if %ERRORLEVEL% neq 0 if %ERRORLEVEL% neq 9711 set FAILED=1

rem E-040, E-210, E-213, M-071, M-072, M-074, M-077 - domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
set NEW=0
dnscmd . /zoneinfo sfb.litware.example. >nul
if errorlevel 1 set NEW=1
if %NEW%==1 dnscmd . /zoneadd sfb.litware.example. /dsprimary
if %NEW%==1 if not errorlevel 1 echo dnscmd . /zonedelete sfb.litware.example. /dsdel /f>>"%UNDO%"
if errorlevel 1 set FAILED=1
rem What the name answers already. An address that is not planned is yours to judge: it is not taken away.
dnscmd . /enumrecords sfb.litware.example. @
dnscmd . /recordadd sfb.litware.example. @ 3600 A 10.20.10.11
if not errorlevel 1 if %NEW%==0 echo dnscmd . /recorddelete sfb.litware.example. @ A 10.20.10.11 /f>>"%UNDO%"
if %ERRORLEVEL% neq 0 if %ERRORLEVEL% neq 9711 set FAILED=1

rem Check: each zone shows the records that were added above (M-064).
dnscmd . /enumrecords lyncdiscoverinternal.litware.example. @
if errorlevel 1 set FAILED=1
dnscmd . /enumrecords sfb.litware.example. @
if errorlevel 1 set FAILED=1
if %FAILED%==1 echo Not everything was done: read the refusals above.
exit /b %FAILED%
