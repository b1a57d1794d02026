# Trey Research: Take the simple URLs in on every server
# Run it with -WhatIf first: nothing is changed then.
# Check: `Enable-CsComputer` ends without an error on every server (M-078).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On dir1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dir1.treyresearch.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
Enable-CsComputer
}

# On fe1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe1.treyresearch.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
Enable-CsComputer
}

# On fe2.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe2.treyresearch.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
Enable-CsComputer
}
