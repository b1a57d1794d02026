# Mobility for Proseware and Lucerne Publishing: Request certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsCertificate` lists the new certificates; the certificate console shows all names (M-112).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On dendir01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dendir01.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn dendir01.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
# Check: Request-CsCertificate -List
}

# On dendir02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dendir02.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn dendir02.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
# Check: Request-CsCertificate -List
}

# On denfe01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe01.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn denfe01.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
# Check: Request-CsCertificate -List
}

# On denfe02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe02.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn denfe02.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
# Check: Request-CsCertificate -List
}

# On denfe03.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe03.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].fqdn
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn denfe03.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
# Check: Request-CsCertificate -List
}

# On denedge01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denedge01.corp.proseware.example') {

# On the first Edge Server of each pool, `Request-CsCertificate` writes the request for the public authority into a file (M-117, E-174).
# E-170, E-171, E-174, E-175, M-107, M-108, M-110, M-111, M-114, M-117, M-122, M-290 <- certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, domains.sip, sites[Denver].edge_pools[denedge.corp.proseware.example].access.fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].web_conferencing.fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].xmpp
# Send `C:\denedge.corp.proseware.example-external.req` to the public authority, and import its answer on this server, which holds the key.
# All Edge Servers of `denedge.corp.proseware.example` need this certificate with its private key (E-170), so the key can be exported. Guard the exported file like a password.
Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Output C:\denedge.corp.proseware.example-external.req -ComputerFqdn denedge01.corp.proseware.example -DomainName 'conf.proseware.example, sip.lucernepublishing.example' -PrivateKeyExportable $True -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
# Check: Request-CsCertificate -List

# On the first Edge Server of each pool, `Request-CsCertificate` requests the certificate of the internal side (M-117, E-173, E-174).
# E-173, E-174, E-175, M-105, M-106, M-107, M-108, M-110, M-111, M-117, M-122 <- certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[Denver].edge_pools[denedge.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn
# Edge Servers have no auto-enrolment (E-175). If this one does not reach the CA, write `-Output <file>` in place of `-CA` (M-117), and take the file there.
# The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
# All Edge Servers of `denedge.corp.proseware.example` need this certificate with its private key (E-170), so the key can be exported. Guard the exported file like a password.
Request-CsCertificate -New -Type Internal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn denedge01.corp.proseware.example -PrivateKeyExportable $True -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
# Check: Request-CsCertificate -List
}
