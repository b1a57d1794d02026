# Adatum mobility in two data centres: Take the simple URLs in on every server
# Run it with -WhatIf first: nothing is changed then.
# Check: `Enable-CsComputer` ends without an error on every server (M-078).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On eastfe1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastfe1.ad.adatum.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe1.ad.adatum.example].fqdn
Enable-CsComputer
}

# On eastfe2.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'eastfe2.ad.adatum.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].fqdn
Enable-CsComputer
}

# On westfe1.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westfe1.ad.adatum.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe1.ad.adatum.example].fqdn
Enable-CsComputer
}

# On westfe2.ad.adatum.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'westfe2.ad.adatum.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe2.ad.adatum.example].fqdn
Enable-CsComputer
}
