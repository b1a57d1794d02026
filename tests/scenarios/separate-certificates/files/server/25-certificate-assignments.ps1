# Trey Research: Assign certificates
# Run it with -WhatIf first: nothing is changed then.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $NewDefaultThumbprint,
    [Parameter(Mandatory)] [string] $NewWebExternalThumbprint,
    [Parameter(Mandatory)] [string] $NewWebInternalThumbprint
)
$ErrorActionPreference = 'Stop'

# On dir1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'dir1.treyresearch.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint
# Undo: Set-CsCertificate -Type Default -Thumbprint $OldDefaultThumbprint

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint
# Undo: Set-CsCertificate -Type WebServicesInternal -Thumbprint $OldWebInternalThumbprint

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint
# Undo: Set-CsCertificate -Type WebServicesExternal -Thumbprint $OldWebExternalThumbprint
}

# On fe1.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe1.treyresearch.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint
# Undo: Set-CsCertificate -Type Default -Thumbprint $OldDefaultThumbprint

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint
# Undo: Set-CsCertificate -Type WebServicesInternal -Thumbprint $OldWebInternalThumbprint

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint
# Undo: Set-CsCertificate -Type WebServicesExternal -Thumbprint $OldWebExternalThumbprint
}

# On fe2.treyresearch.example
if ([System.Net.Dns]::GetHostEntry('').HostName -eq 'fe2.treyresearch.example') {

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint
# Undo: Set-CsCertificate -Type Default -Thumbprint $OldDefaultThumbprint

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint
# Undo: Set-CsCertificate -Type WebServicesInternal -Thumbprint $OldWebInternalThumbprint

# On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
# M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.front_end, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
# The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint
# Undo: Set-CsCertificate -Type WebServicesExternal -Thumbprint $OldWebExternalThumbprint
}
