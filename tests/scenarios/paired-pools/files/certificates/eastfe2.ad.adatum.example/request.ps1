# Adatum mobility in two data centres: certificate request eastfe2.ad.adatum.example
# E-177, E-178, ED-15, M-083, M-090, M-097, M-098, M-105, M-109, M-121, M-308 <- certificates.front_end, certificates.key, certificates.keys_made, certificates.wildcards, domains.sip, mobility.autodiscover, simple_urls.admin, simple_urls.hosts.admin, simple_urls.hosts.dialin, simple_urls.hosts.meet, simple_urls.layout, sites[East].front_end_pools[eastpool.ad.adatum.example].edition, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].sign_in, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.fqdn
# Run it with -WhatIf first. It may be run again: where a certificate with these names is in the store, or a request waits, it says so and asks for nothing.
# Run this or the script of all certificate requests, not both: they ask for the same certificate.
[CmdletBinding(SupportsShouldProcess)]
param(
    # The internal authority, as host\name.
    [string] $Authority = 'ca01.ad.adatum.example\Adatum Issuing CA',
    # Write the request to a file, for an authority that this server does not reach.
    [switch] $Offline,
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
$Planned = @('eastfe2.ad.adatum.example')
if ($Planned -notcontains $Server) {
    throw ('This computer is not among the servers that this script is for:' + ' ' + $Server + ': ' + ($Planned -join ', '))
}
if (-not (Get-Command -Name Request-CsCertificate -ErrorAction SilentlyContinue)) {
    throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' Request-CsCertificate')
}
if (-not $Authority -and -not $Offline) {
    throw 'Name the authority with -Authority, or write the request to a file with -Offline.'
}
$Types = @('Default', 'WebServicesInternal', 'WebServicesExternal')

# The names, in the order of names.txt.
$Names = @(
    # E-177, E-178, ED-15, M-083, M-090, M-092, M-095, M-097, M-098, M-105, M-109, M-121, M-308 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
    'eastpool.ad.adatum.example'
    # E-177, E-178, ED-15, M-071, M-083, M-090, M-091, M-093, M-097, M-098, M-105, M-109, M-121, M-308, M-309 <- certificates.wildcards, domains.sip, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout
    'admin.adatum.example'
    # E-177, E-178, ED-15, M-083, M-090, M-091, M-093, M-094, M-097, M-098, M-105, M-109, M-121, M-308 <- certificates.wildcards, domains.sip, simple_urls.hosts.dialin, simple_urls.layout
    'dialin.adatum.example'
    # E-177, E-178, ED-15, M-083, M-090, M-092, M-095, M-097, M-098, M-105, M-109, M-121, M-308 <- sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].fqdn
    'eastfe2.ad.adatum.example'
    # E-177, E-178, ED-15, M-083, M-090, M-093, M-097, M-098, M-105, M-109, M-118, M-121, M-308 <- sites[East].front_end_pools[eastpool.ad.adatum.example].edition, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.fqdn
    'eastweb.ad.adatum.example'
    # E-177, E-178, ED-15, M-083, M-090, M-094, M-097, M-098, M-105, M-109, M-118, M-121, M-308 <- sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn
    'eastweb.adatum.example'
    # E-176, E-177, E-178, ED-15, M-083, M-085, M-087, M-088, M-090, M-097, M-098, M-105, M-109, M-121, M-292, M-308 <- certificates.wildcards, domains.sip, mobility.autodiscover
    'lyncdiscover.adatum.example'
    # E-176, E-177, E-178, ED-15, M-083, M-085, M-087, M-088, M-090, M-097, M-098, M-105, M-109, M-121, M-292, M-308 <- certificates.wildcards, domains.sip, mobility.autodiscover
    'lyncdiscover.wingtiptoys.example'
    # E-176, E-177, E-178, ED-15, M-083, M-084, M-087, M-088, M-090, M-097, M-098, M-105, M-109, M-121, M-292, M-308 <- certificates.wildcards, domains.sip, mobility.autodiscover
    'lyncdiscoverinternal.adatum.example'
    # E-176, E-177, E-178, ED-15, M-083, M-084, M-087, M-088, M-090, M-097, M-098, M-105, M-109, M-121, M-292, M-308 <- certificates.wildcards, domains.sip, mobility.autodiscover
    'lyncdiscoverinternal.wingtiptoys.example'
    # E-177, E-178, ED-15, M-083, M-090, M-091, M-093, M-094, M-097, M-098, M-105, M-109, M-121, M-308 <- certificates.wildcards, domains.sip, simple_urls.hosts.meet, simple_urls.layout
    'meet.adatum.example'
    # E-177, E-178, ED-15, M-083, M-090, M-091, M-093, M-094, M-097, M-098, M-105, M-109, M-121, M-308 <- certificates.wildcards, domains.sip, simple_urls.hosts.meet, simple_urls.layout
    'meet.wingtiptoys.example'
    # E-177, E-178, ED-15, M-083, M-090, M-092, M-097, M-098, M-105, M-109, M-121, M-308 <- domains.sip, sites[East].front_end_pools[eastpool.ad.adatum.example].sign_in
    'sip.adatum.example'
    # E-177, E-178, ED-15, M-083, M-090, M-092, M-097, M-098, M-105, M-109, M-121, M-308 <- domains.sip, sites[East].front_end_pools[eastpool.ad.adatum.example].sign_in
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
$Label = 'eastfe2.ad.adatum.example' + ' ' + (Get-Date -Format 'yyyy-MM-dd')
if (-not $Offline) {
    if ($PSCmdlet.ShouldProcess($Server, ('Request-CsCertificate -CA ' + $Authority))) {
        Request-CsCertificate -New -Type $Types -ComputerFqdn $Server -DomainName ($Names -join ', ') -FriendlyName $Label -KeySize 2048 -CA $Authority
    }
    return
}
if ((Test-Path -LiteralPath $Output) -and -not $Again) {
    Write-Host ('A request waits for its answer. Use -Again to make another one, with another key. The file:' + ' ' + $Output)
    return
}
if ($PSCmdlet.ShouldProcess($Server, ('Request-CsCertificate -Output ' + $Output))) {
    Request-CsCertificate -New -Type $Types -ComputerFqdn $Server -DomainName ($Names -join ', ') -FriendlyName $Label -KeySize 2048 -Output $Output
    Write-Host ('Have it signed and import the answer with Import-CsCertificate on this server. The request:' + ' ' + $Output)
}
