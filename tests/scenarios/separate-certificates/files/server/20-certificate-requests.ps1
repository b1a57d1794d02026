# Trey Research: Request certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsCertificate` lists the new certificates; the certificate console shows all names (M-112).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On dir1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dir1.treyresearch.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
Request-CsCertificate -New -Type Default -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn dir1.treyresearch.example -KeySize 2048

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, domains.sip, mobility.autodiscover, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
Request-CsCertificate -New -Type WebServicesInternal -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn dir1.treyresearch.example -DomainName '*.treyresearch.example, *.trey.example' -KeySize 2048

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, domains.sip, mobility.autodiscover, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
Request-CsCertificate -New -Type WebServicesExternal -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn dir1.treyresearch.example -DomainName '*.treyresearch.example, *.trey.example' -KeySize 2048
}

# On fe1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe1.treyresearch.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
Request-CsCertificate -New -Type Default -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn fe1.treyresearch.example -KeySize 2048

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, domains.sip, mobility.autodiscover, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
Request-CsCertificate -New -Type WebServicesInternal -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn fe1.treyresearch.example -DomainName '*.treyresearch.example, *.trey.example' -KeySize 2048

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, domains.sip, mobility.autodiscover, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
Request-CsCertificate -New -Type WebServicesExternal -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn fe1.treyresearch.example -DomainName '*.treyresearch.example, *.trey.example' -KeySize 2048
}

# On fe2.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe2.treyresearch.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
Request-CsCertificate -New -Type Default -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn fe2.treyresearch.example -KeySize 2048

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, domains.sip, mobility.autodiscover, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
Request-CsCertificate -New -Type WebServicesInternal -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn fe2.treyresearch.example -DomainName '*.treyresearch.example, *.trey.example' -KeySize 2048

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, domains.sip, mobility.autodiscover, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
Request-CsCertificate -New -Type WebServicesExternal -CA 'ca.treyresearch.example\Trey "Root" CA' -ComputerFqdn fe2.treyresearch.example -DomainName '*.treyresearch.example, *.trey.example' -KeySize 2048
}
