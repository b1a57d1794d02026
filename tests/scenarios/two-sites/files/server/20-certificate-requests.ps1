# Woodgrove mobility: Request certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsCertificate` lists the new certificates; the certificate console shows all names (M-112).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On lab.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'lab.ad.woodgrove.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA '<ca-host>\<ca-name>' -ComputerFqdn lab.ad.woodgrove.example -AllSipDomain -KeySize 2048
}

# On n-fe1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'n-fe1.ad.woodgrove.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA '<ca-host>\<ca-name>' -ComputerFqdn n-fe1.ad.woodgrove.example -AllSipDomain -KeySize 2048
}

# On n-fe2.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'n-fe2.ad.woodgrove.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA '<ca-host>\<ca-name>' -ComputerFqdn n-fe2.ad.woodgrove.example -AllSipDomain -KeySize 2048
}

# On s-dir1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-dir1.ad.woodgrove.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA '<ca-host>\<ca-name>' -ComputerFqdn s-dir1.ad.woodgrove.example -AllSipDomain -KeySize 2048
}

# On s-fe1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-fe1.ad.woodgrove.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA '<ca-host>\<ca-name>' -ComputerFqdn s-fe1.ad.woodgrove.example -AllSipDomain -KeySize 2048
}

# On s-fe2.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-fe2.ad.woodgrove.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA '<ca-host>\<ca-name>' -ComputerFqdn s-fe2.ad.woodgrove.example -AllSipDomain -KeySize 2048
}
