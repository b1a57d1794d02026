# Fourth Coffee mobility: Take the simple URLs in on every server
# Run it with -WhatIf first: nothing is changed then.
# Check: `Enable-CsComputer` ends without an error on every server (M-078).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On fe1.corp.fourthcoffee.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe1.corp.fourthcoffee.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe1.corp.fourthcoffee.example].fqdn
Enable-CsComputer
}

# On fe2.corp.fourthcoffee.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe2.corp.fourthcoffee.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe2.corp.fourthcoffee.example].fqdn
Enable-CsComputer
}
