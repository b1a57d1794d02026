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
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn dendir01.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
}

# On dendir02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dendir02.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn dendir02.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
}

# On denfe01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe01.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn denfe01.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
}

# On denfe02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe02.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn denfe02.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
}

# On denfe03.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe03.corp.proseware.example') {

# On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
# M-089, M-107, M-108, M-111, M-112, M-113, M-115, M-116, M-117, M-118, M-121, M-122, M-290 <- certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].fqdn
Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'denca01.corp.proseware.example\Proseware Issuing CA 2' -ComputerFqdn denfe03.corp.proseware.example -AllSipDomain -KeySize 2048 -Country US -State Colorado -City Denver -Organization Proseware -OU Messaging
}
