# Woodgrove mobility: certificate request s-rp
# D-001, D-003, D-006, E-179, M-070, M-083, M-090, M-099, M-100, M-101, M-102, M-103, M-105, M-131 <- certificates.key, certificates.keys_made, certificates.public_ca, certificates.reverse_proxy, certificates.wildcards, domains.sip, go_live, mobility.access, mobility.autodiscover, mobility.initial_request, mobility.internal_autodiscover_target, simple_urls.hosts.dialin, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
# Run it with -WhatIf first. It may be run again: where a certificate with these names is in the store, or a request waits, it says so and asks for nothing.
[CmdletBinding(SupportsShouldProcess)]
param(
    # The file for the request; beside this script unless given.
    [string] $Output,
    # Request again, as for a renewal.
    [switch] $Again
)
$ErrorActionPreference = 'Stop'
if (-not $Output) {
    $Output = Join-Path -Path $PSScriptRoot -ChildPath 'request.csr'
}

# The names, in the order of names.txt.
$Names = @(
    # D-001, D-003, D-006, E-179, M-018, M-070, M-083, M-090, M-099, M-100, M-101, M-102, M-103, M-105, M-131 <- sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    's-web.woodgrove.example'
    # D-001, D-003, D-006, E-179, M-070, M-072, M-083, M-090, M-091, M-099, M-100, M-101, M-102, M-103, M-105, M-131, M-310 <- certificates.wildcards, domains.sip, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    'dialin.woodgrove.example'
    # D-001, D-003, D-006, E-179, M-049, M-070, M-083, M-086, M-087, M-090, M-099, M-100, M-101, M-102, M-103, M-105, M-123, M-131, M-310 <- certificates.wildcards, domains.sip, mobility.access, mobility.autodiscover, mobility.initial_request, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    'lyncdiscover.woodgrove.example'
    # D-001, D-003, D-006, E-179, M-049, M-070, M-083, M-086, M-087, M-090, M-099, M-100, M-101, M-102, M-103, M-105, M-123, M-131, M-310 <- certificates.wildcards, domains.sip, mobility.access, mobility.autodiscover, mobility.initial_request, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    'lyncdiscover.woodgrovebank.example'
    # D-001, D-003, D-006, E-179, M-070, M-072, M-083, M-090, M-091, M-099, M-100, M-101, M-102, M-103, M-105, M-131, M-310 <- certificates.wildcards, domains.sip, mobility.access, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    'meet.woodgrove.example'
    # D-001, D-003, D-006, E-179, M-070, M-072, M-083, M-090, M-091, M-099, M-100, M-101, M-102, M-103, M-105, M-131, M-310 <- certificates.wildcards, domains.sip, mobility.access, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    'meet.woodgrovebank.example'
    # D-001, D-003, D-006, E-179, M-018, M-070, M-083, M-090, M-099, M-100, M-101, M-102, M-103, M-105, M-131 <- mobility.access, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
    's-dirweb.woodgrove.example'
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

if ((Test-Path -LiteralPath $Output) -and -not $Again) {
    Write-Host ('A request waits for its answer. Use -Again to make another one, with another key. The file:' + ' ' + $Output)
    return
}
$Inf = Join-Path -Path $PSScriptRoot -ChildPath 'request.inf'
if ($PSCmdlet.ShouldProcess($Output, 'certreq.exe -new')) {
    certreq.exe -new -f $Inf $Output
    if ($LASTEXITCODE -ne 0) {
        throw ('certreq.exe: ' + $LASTEXITCODE)
    }
    Write-Host ('Have it signed and take the answer in on this computer with:' + ' certreq.exe -accept')
}
