# Woodgrove mobility: Assign certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $NewEdgeExternalThumbprint,
    [Parameter(Mandatory)] [string] $NewEdgeInternalThumbprint,
    [Parameter(Mandatory)] [string] $NewThumbprint
)
$ErrorActionPreference = 'Stop'

# On lab.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'lab.ad.woodgrove.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On n-fe1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'n-fe1.ad.woodgrove.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On n-fe2.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'n-fe2.ad.woodgrove.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On s-dir1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-dir1.ad.woodgrove.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On s-fe1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-fe1.ad.woodgrove.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On s-fe2.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-fe2.ad.woodgrove.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On n-edge1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'n-edge1.ad.woodgrove.example') {

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[North].edge_pools[n-edge.ad.woodgrove.example].access.fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint
# Check: Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication
# Undo: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint
# Check: Get-CsCertificate -Type Internal
# Undo: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
}
