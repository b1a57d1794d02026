# Litware mobility: Take the simple URLs in on every server
# Run it with -WhatIf first: nothing is changed then.
# Check: `Enable-CsComputer` ends without an error on every server (M-078).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On sfb01.ad.litware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'sfb01.ad.litware.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].fqdn
Enable-CsComputer
}
