# Adatum mobility in two data centres: Request certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsCertificate` lists the new certificates; the certificate console shows all names (M-112).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On eastfe1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastfe1.ad.adatum.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe1.ad.adatum.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.ad.adatum.example\Adatum Issuing CA' -ComputerFqdn eastfe1.ad.adatum.example -AllSipDomain -KeySize 2048
# Check: Request-CsCertificate -List
}

# On eastfe2.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastfe2.ad.adatum.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.ad.adatum.example\Adatum Issuing CA' -ComputerFqdn eastfe2.ad.adatum.example -AllSipDomain -KeySize 2048
# Check: Request-CsCertificate -List
}

# On westfe1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westfe1.ad.adatum.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe1.ad.adatum.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.ad.adatum.example\Adatum Issuing CA' -ComputerFqdn westfe1.ad.adatum.example -AllSipDomain -KeySize 2048
# Check: Request-CsCertificate -List
}

# On westfe2.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westfe2.ad.adatum.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe2.ad.adatum.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.ad.adatum.example\Adatum Issuing CA' -ComputerFqdn westfe2.ad.adatum.example -AllSipDomain -KeySize 2048
# Check: Request-CsCertificate -List
}

# On eastedge1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastedge1.ad.adatum.example') {

# On the first Edge Server of each pool, `Request-CsCertificate` writes the request for the public authority into a file (M-117, E-174).
# E-170, E-171, E-174, E-175, M-107, M-108, M-110, M-111, M-114, M-117, M-122, M-290 <- certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, domains.sip, sites[East].edge_pools[eastedge.ad.adatum.example].access.fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].web_conferencing.fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].xmpp
# Send `C:\eastedge.ad.adatum.example-external.req` to the public authority, and import its answer on this server, which holds the key.
Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Output C:\eastedge.ad.adatum.example-external.req -ComputerFqdn eastedge1.ad.adatum.example -DomainName 'conf.adatum.example, sip.wingtiptoys.example' -KeySize 2048
# Check: Request-CsCertificate -List
}

# On westedge1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westedge1.ad.adatum.example') {

# On the first Edge Server of each pool, `Request-CsCertificate` writes the request for the public authority into a file (M-117, E-174).
# E-170, E-171, E-174, E-175, M-107, M-108, M-110, M-111, M-114, M-117, M-122, M-290 <- certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, domains.sip, sites[West].edge_pools[westedge.ad.adatum.example].access.fqdn, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].web_conferencing.fqdn, sites[West].edge_pools[westedge.ad.adatum.example].xmpp
# Send `C:\westedge.ad.adatum.example-external.req` to the public authority, and import its answer on this server, which holds the key.
Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Output C:\westedge.ad.adatum.example-external.req -ComputerFqdn westedge1.ad.adatum.example -DomainName 'conf-west.adatum.example, sip.adatum.example, sip.wingtiptoys.example' -KeySize 2048
# Check: Request-CsCertificate -List
}

# On eastedge1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastedge1.ad.adatum.example') {

# On the first Edge Server of each pool, `Request-CsCertificate` requests the certificate of the internal side (M-117, E-173, E-174).
# E-173, E-174, E-175, M-105, M-106, M-107, M-108, M-110, M-111, M-117, M-122 <- certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].fqdn
# Edge Servers have no auto-enrolment (E-175). If this one does not reach the CA, write `-Output <file>` in place of `-CA` (M-117), and take the file there.
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
Request-CsCertificate -New -Type Internal -CA 'ca01.ad.adatum.example\Adatum Issuing CA' -ComputerFqdn eastedge1.ad.adatum.example -KeySize 2048
# Check: Request-CsCertificate -List
}

# On westedge1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westedge1.ad.adatum.example') {

# On the first Edge Server of each pool, `Request-CsCertificate` requests the certificate of the internal side (M-117, E-173, E-174).
# E-173, E-174, E-175, M-105, M-106, M-107, M-108, M-110, M-111, M-117, M-122 <- certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].fqdn
# Edge Servers have no auto-enrolment (E-175). If this one does not reach the CA, write `-Output <file>` in place of `-CA` (M-117), and take the file there.
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
Request-CsCertificate -New -Type Internal -CA 'ca01.ad.adatum.example\Adatum Issuing CA' -ComputerFqdn westedge1.ad.adatum.example -KeySize 2048
# Check: Request-CsCertificate -List
}
