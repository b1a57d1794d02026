# Trey Research: Assign certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $NewDefaultThumbprint,
    [Parameter(Mandatory)] [string] $NewEdgeExternalThumbprint,
    [Parameter(Mandatory)] [string] $NewEdgeInternalThumbprint,
    [Parameter(Mandatory)] [string] $NewWebExternalThumbprint,
    [Parameter(Mandatory)] [string] $NewWebInternalThumbprint
)
$ErrorActionPreference = 'Stop'

# On dir1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dir1.treyresearch.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint
# Check: Get-CsCertificate -Type Default
# Undo: Set-CsCertificate -Type Default -Thumbprint $OldDefaultThumbprint
Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint
# Check: Get-CsCertificate -Type WebServicesInternal
# Undo: Set-CsCertificate -Type WebServicesInternal -Thumbprint $OldWebInternalThumbprint
Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint
# Check: Get-CsCertificate -Type WebServicesExternal
# Undo: Set-CsCertificate -Type WebServicesExternal -Thumbprint $OldWebExternalThumbprint
}

# On fe1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe1.treyresearch.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint
# Check: Get-CsCertificate -Type Default
# Undo: Set-CsCertificate -Type Default -Thumbprint $OldDefaultThumbprint
Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint
# Check: Get-CsCertificate -Type WebServicesInternal
# Undo: Set-CsCertificate -Type WebServicesInternal -Thumbprint $OldWebInternalThumbprint
Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint
# Check: Get-CsCertificate -Type WebServicesExternal
# Undo: Set-CsCertificate -Type WebServicesExternal -Thumbprint $OldWebExternalThumbprint
}

# On fe2.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe2.treyresearch.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint
# Check: Get-CsCertificate -Type Default
# Undo: Set-CsCertificate -Type Default -Thumbprint $OldDefaultThumbprint
Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint
# Check: Get-CsCertificate -Type WebServicesInternal
# Undo: Set-CsCertificate -Type WebServicesInternal -Thumbprint $OldWebInternalThumbprint
Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint
# Check: Get-CsCertificate -Type WebServicesExternal
# Undo: Set-CsCertificate -Type WebServicesExternal -Thumbprint $OldWebExternalThumbprint
}

# On edge1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'edge1.treyresearch.example') {

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Lab].edge_pools[edge.treyresearch.example].access.fqdn, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint
# Check: Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication
# Undo: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint
# Check: Get-CsCertificate -Type Internal
# Undo: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
}
