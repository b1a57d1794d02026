# Mobility for Proseware and Lucerne Publishing: Take the simple URLs in on every server
# Run it with -WhatIf first: nothing is changed then.
# Check: `Enable-CsComputer` ends without an error on every server (M-078).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# On dendir01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dendir01.corp.proseware.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].fqdn
Enable-CsComputer
}

# On dendir02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dendir02.corp.proseware.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].fqdn
Enable-CsComputer
}

# On denfe01.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe01.corp.proseware.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].fqdn
Enable-CsComputer
}

# On denfe02.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe02.corp.proseware.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].fqdn
Enable-CsComputer
}

# On denfe03.corp.proseware.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'denfe03.corp.proseware.example') {

# `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
# E-216, M-078 <- sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].fqdn
Enable-CsComputer
}
