# Mobility for Proseware and Lucerne Publishing: Assign certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $NewEdgeExternalThumbprint,
    [Parameter(Mandatory)] [string] $NewEdgeInternalThumbprint,
    [Parameter(Mandatory)] [string] $NewThumbprint
)
$ErrorActionPreference = 'Stop'

# On dendir01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dendir01.corp.proseware.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On dendir02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dendir02.corp.proseware.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On denfe01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe01.corp.proseware.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On denfe02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe02.corp.proseware.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On denfe03.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe03.corp.proseware.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On denedge01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denedge01.corp.proseware.example') {

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Denver].edge_pools[denedge.corp.proseware.example].access.fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint
# Check: Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication
# Undo: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint
# Check: Get-CsCertificate -Type Internal
# Undo: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
}

# On denedge02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denedge02.corp.proseware.example') {

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Denver].edge_pools[denedge.corp.proseware.example].access.fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
# First export the certificate with its private key on `denedge01.corp.proseware.example`, import it into the computer's store on this server, and delete the file (E-170).
Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint
# Check: Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication
# Undo: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
# First export the certificate with its private key on `denedge01.corp.proseware.example`, import it into the computer's store on this server, and delete the file (E-170).
Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint
# Check: Get-CsCertificate -Type Internal
# Undo: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
}
