# Litware mobility: Assign certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $NewThumbprint
)
$ErrorActionPreference = 'Stop'

# On sfb01.ad.litware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'sfb01.ad.litware.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint
# Undo: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
}
