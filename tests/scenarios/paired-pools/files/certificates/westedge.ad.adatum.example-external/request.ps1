# Adatum mobility in two data centres: certificate request westedge.ad.adatum.example-external
# D-001, D-003, D-006, E-170, E-171, E-174, M-091, M-104, M-105 <- certificates.key, certificates.keys_made, certificates.public_ca, domains.sip, go_live, sites[West].edge_pools[westedge.ad.adatum.example].access.fqdn, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].web_conferencing.fqdn, sites[West].edge_pools[westedge.ad.adatum.example].xmpp
# Run it with -WhatIf first. It may be run again: where a certificate with these names is in the store, or a request waits, it says so and asks for nothing.
# Run this or the script of all certificate requests, not both: they ask for the same certificate.
[CmdletBinding(SupportsShouldProcess)]
param(
    # The file for the request; beside this script unless given.
    [string] $Output,
    # Request again, as for a renewal.
    [switch] $Again
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
if (-not $Output) {
    $Output = Join-Path -Path $PSScriptRoot -ChildPath 'request.csr'
}
$Planned = @('westedge1.ad.adatum.example')
if ($Planned -notcontains $Server) {
    throw ('This computer is not among the servers that this script is for:' + ' ' + $Server + ': ' + ($Planned -join ', '))
}
if (-not (Get-Command -Name Request-CsCertificate -ErrorAction SilentlyContinue)) {
    throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' Request-CsCertificate')
}
$Types = @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication')

# The names, in the order of names.txt.
$Names = @(
    # D-001, D-003, D-006, E-170, E-171, E-174, M-091, M-104, M-105 <- sites[West].edge_pools[westedge.ad.adatum.example].access.fqdn
    'sip-west.adatum.example'
    # D-001, D-003, D-006, E-170, E-171, E-174, M-091, M-104, M-105 <- sites[West].edge_pools[westedge.ad.adatum.example].web_conferencing.fqdn
    'conf-west.adatum.example'
    # D-001, D-003, D-006, E-170, E-171, E-174, M-091, M-104, M-105 <- domains.sip
    'sip.adatum.example'
    # D-001, D-003, D-006, E-170, E-171, E-174, M-091, M-104, M-105 <- domains.sip
    'sip.wingtiptoys.example'
)

# Whether a certificate that is valid today has all these names and its key.
$Now = Get-Date
$Found = @(Get-ChildItem -Path Cert:\LocalMachine\My | Where-Object -FilterScript {
    $Has = @($_.DnsNameList | ForEach-Object -Process { [string] $_.Punycode })
    $Missing = @($Names | Where-Object -FilterScript { $Has -notcontains $_ })
    $_.HasPrivateKey -and $_.NotBefore -le $Now -and $_.NotAfter -gt $Now -and $Missing.Count -eq 0
})
foreach ($Certificate in $Found) {
    Write-Host ('There already:' + ' ' + $Certificate.Thumbprint + ', ' + $Certificate.Issuer + ', ' + $Certificate.NotAfter)
}
if ($Found.Count -gt 0 -and -not $Again) {
    Write-Host 'Nothing is requested. Use -Again to request it all the same.'
    return
}

# Friendly names must be unique in the store (M-109), so each has its day.
$Label = 'westedge.ad.adatum.example-external' + ' ' + (Get-Date -Format 'yyyy-MM-dd')
if ((Test-Path -LiteralPath $Output) -and -not $Again) {
    Write-Host ('A request waits for its answer. Use -Again to make another one, with another key. The file:' + ' ' + $Output)
    return
}
if ($PSCmdlet.ShouldProcess($Server, ('Request-CsCertificate -Output ' + $Output))) {
    Request-CsCertificate -New -Type $Types -ComputerFqdn $Server -DomainName ($Names -join ', ') -FriendlyName $Label -KeySize 2048 -Output $Output
    Write-Host ('Have it signed and import the answer with Import-CsCertificate on this server. The request:' + ' ' + $Output)
}
