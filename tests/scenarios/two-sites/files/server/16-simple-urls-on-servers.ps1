# Woodgrove mobility: Take the simple URLs in on every server
# Run it with -WhatIf first: nothing is changed then.
# Check: `Enable-CsComputer` ends without an error on every server (M-078).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On lab.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'lab.ad.woodgrove.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].fqdn
Enable-CsComputer
}

# On n-fe1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'n-fe1.ad.woodgrove.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].fqdn
Enable-CsComputer
}

# On n-fe2.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'n-fe2.ad.woodgrove.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].fqdn
Enable-CsComputer
}

# On s-dir1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-dir1.ad.woodgrove.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].fqdn
Enable-CsComputer
}

# On s-fe1.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-fe1.ad.woodgrove.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].fqdn
Enable-CsComputer
}

# On s-fe2.ad.woodgrove.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 's-fe2.ad.woodgrove.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].fqdn
Enable-CsComputer
}
