# Litware mobility: Assign certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $NewEdgeExternalThumbprint,
    [Parameter(Mandatory)] [string] $NewEdgeInternalThumbprint,
    [Parameter(Mandatory)] [string] $NewThumbprint
)
$ErrorActionPreference = 'Stop'

# On sfb01.ad.litware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'sfb01.ad.litware.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, certificates.keys_made, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
# The key was made with this plan: join `key.pem` and the signed certificate to a `.pfx` file, import it into the computer's store on this server, and delete the file. Then assign it.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Check: Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}

# On edge01.ad.litware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'edge01.ad.litware.example') {

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Portland].edge_pools[edge01.ad.litware.example].access.fqdn, sites[Portland].edge_pools[edge01.ad.litware.example].servers[edge01.ad.litware.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
# The key was made with this plan: join `key.pem` and the signed certificate to a `.pfx` file, import it into the computer's store on this server, and delete the file. Then assign it.
Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint
# Check: Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication
# Undo: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint

# On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
# E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.keys_made, sites[Portland].edge_pools[edge01.ad.litware.example].servers[edge01.ad.litware.example].fqdn
# The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
# The key was made with this plan: join `key.pem` and the signed certificate to a `.pfx` file, import it into the computer's store on this server, and delete the file. Then assign it.
Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint
# Check: Get-CsCertificate -Type Internal
# Undo: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
}
