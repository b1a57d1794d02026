# Fourth Coffee mobility: Request certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsCertificate` lists the new certificates; the certificate console shows all names (M-112).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On fe1.corp.fourthcoffee.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe1.corp.fourthcoffee.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe1.corp.fourthcoffee.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.corp.fourthcoffee.example\Fourth Coffee Root' -ComputerFqdn fe1.corp.fourthcoffee.example -AllSipDomain -KeySize 2048
# Check: Request-CsCertificate -List
}

# On fe2.corp.fourthcoffee.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe2.corp.fourthcoffee.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe2.corp.fourthcoffee.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.corp.fourthcoffee.example\Fourth Coffee Root' -ComputerFqdn fe2.corp.fourthcoffee.example -AllSipDomain -KeySize 2048
# Check: Request-CsCertificate -List
}

# On edge1.corp.fourthcoffee.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'edge1.corp.fourthcoffee.example') {

# On the first Edge Server of each pool, `Request-CsCertificate` writes the request for the public authority into a file (M-117, E-174).
# E-170, E-171, E-174, E-175, M-107, M-108, M-110, M-111, M-114, M-117, M-122, M-290 <- certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, domains.sip, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].access.fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers[edge1.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].web_conferencing.fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].xmpp
# Send `C:\edge.corp.fourthcoffee.example-external.req` to the public authority, and import its answer on this server, which holds the key.
Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Output C:\edge.corp.fourthcoffee.example-external.req -ComputerFqdn edge1.corp.fourthcoffee.example -DomainName 'conf.fourthcoffee.example, sip.coffee.example' -KeySize 2048
# Check: Request-CsCertificate -List

# On the first Edge Server of each pool, `Request-CsCertificate` requests the certificate of the internal side (M-117, E-173, E-174).
# E-173, E-174, E-175, M-105, M-106, M-107, M-108, M-110, M-111, M-117, M-122 <- certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers[edge1.corp.fourthcoffee.example].fqdn
# Edge Servers have no auto-enrolment (E-175). If this one does not reach the CA, write `-Output <file>` in place of `-CA` (M-117), and take the file there.
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
Request-CsCertificate -New -Type Internal -CA 'ca01.corp.fourthcoffee.example\Fourth Coffee Root' -ComputerFqdn edge1.corp.fourthcoffee.example -KeySize 2048
# Check: Request-CsCertificate -List
}
