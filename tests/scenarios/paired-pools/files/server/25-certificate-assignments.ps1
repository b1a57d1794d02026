# Adatum mobility in two data centres: Assign certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $NewEdgeExternalThumbprint,
    [Parameter(Mandatory)] [string] $NewEdgeInternalThumbprint,
    [Parameter(Mandatory)] [string] $NewThumbprint
)
$ErrorActionPreference = 'Stop'

# On eastfe1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastfe1.ad.adatum.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe1.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On eastfe2.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastfe2.ad.adatum.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On westfe1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westfe1.ad.adatum.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe1.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On westfe2.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westfe2.ad.adatum.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe2.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On eastedge1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastedge1.ad.adatum.example') {

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[East].edge_pools[eastedge.ad.adatum.example].access.fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint
# Check: Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication
# Undo: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint
# Check: Get-CsCertificate -Type Internal
# Undo: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
}

# On westedge1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westedge1.ad.adatum.example') {

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[West].edge_pools[westedge.ad.adatum.example].access.fqdn, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint
# Check: Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication
# Undo: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint
# Check: Get-CsCertificate -Type Internal
# Undo: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
}
