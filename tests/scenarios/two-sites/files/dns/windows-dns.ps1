# Woodgrove mobility: records of the inside, for AD-integrated zones of Windows DNS Server
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# Adds the zones and records that are missing. A name that answers otherwise already is reported and left as it is.
# The view of the inside only: the zones of the Internet seldom live on these servers, and `lyncdiscover` of outside must not get in here (M-061, M-289).
# Check, before and after: run it with -Check. It changes nothing, names every record that is not as planned, and ends with 1 if there is one.
# Undo: run it with -Undo. It removes the records that it added, as long as they still hold what it wrote.
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Apply')]
param(
    # The DNS server; by default this machine.
    [string] $ComputerName = 'localhost',
    # How far Active Directory replicates a new zone: to the DNS servers of the domain, of the forest, or to all its domain controllers.
    [Parameter(ParameterSetName = 'Apply')] [ValidateSet('Domain', 'Forest', 'Legacy')] [string] $ReplicationScope = 'Domain',
    # A full zone that the server lacks is made with this switch only: it hides every public name of its domain from the inside, until they are added too (M-062, M-063).
    [Parameter(ParameterSetName = 'Apply')] [switch] $AllowNewZone,
    [Parameter(Mandatory, ParameterSetName = 'Check')] [switch] $Check,
    [Parameter(Mandatory, ParameterSetName = 'Undo')] [switch] $Undo
)
$ErrorActionPreference = 'Stop'

# The zones. One that is PinPoint holds a single name and hides nothing else (M-063).
$Zones = @(
    @{ Name = 'ad.woodgrove.example'; PinPoint = $false }
    @{ Name = 'woodgrove.example'; PinPoint = $false }
    @{ Name = 'woodgrovebank.example'; PinPoint = $false }
)

# The records; above them the facts they rest on, and the answers of the plan that caused them.
$Records = @(
    # E-034, E-035, E-054, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[lab.ad.woodgrove.example].addresses, sites[North].front_end_pools[lab.ad.woodgrove.example].edition, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[lab.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].addresses, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.internal.addresses
    @{ Zone = 'ad.woodgrove.example'; Owner = 'lab'; Type = 'A'; Value = '10.1.0.31'; Ttl = 3600 }
    # E-027 <- domains.active_directory, domains.ttl, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].addresses
    @{ Zone = 'ad.woodgrove.example'; Owner = 'n-edge'; Type = 'A'; Value = '10.1.9.11'; Ttl = 3600 }
    # E-028 <- domains.active_directory, domains.ttl, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].addresses, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 'n-edge1'; Type = 'A'; Value = '10.1.9.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].addresses, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 'n-fe1'; Type = 'A'; Value = '10.1.0.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].addresses, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 'n-fe2'; Type = 'A'; Value = '10.1.0.12'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].edition, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.internal.addresses, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.internal.fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 'n-web'; Type = 'A'; Value = '10.1.0.21'; Ttl = 3600 }
    # E-034, E-054 <- domains.active_directory, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].addresses, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[north.ad.woodgrove.example].servers
    @{ Zone = 'ad.woodgrove.example'; Owner = 'north'; Type = 'A'; Value = '10.1.0.20'; Ttl = 3600 }
    # E-034, E-054 <- domains.active_directory, domains.ttl, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses
    @{ Zone = 'ad.woodgrove.example'; Owner = 's-dir'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 's-dir1'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 's-dirweb'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].addresses, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 's-fe1'; Type = 'A'; Value = '10.2.0.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].addresses, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 's-fe2'; Type = 'A'; Value = '10.2.0.12'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].edition, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.internal.addresses, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.internal.fqdn
    @{ Zone = 'ad.woodgrove.example'; Owner = 's-web'; Type = 'A'; Value = '10.2.0.21'; Ttl = 3600 }
    # E-034, E-054 <- domains.active_directory, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].addresses, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].servers
    @{ Zone = 'ad.woodgrove.example'; Owner = 'south'; Type = 'A'; Value = '10.2.0.20'; Ttl = 3600 }
    # E-040, E-210, E-212, M-071, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    @{ Zone = 'woodgrove.example'; Owner = 'admin'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    @{ Zone = 'woodgrove.example'; Owner = 'dialin'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[North].front_end_pools[lab.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].external.addresses, sites[North].reverse_proxies[n-rp].name
    @{ Zone = 'woodgrove.example'; Owner = 'lab'; Type = 'A'; Value = '203.0.113.20'; Ttl = 3600 }
    # E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    @{ Zone = 'woodgrove.example'; Owner = 'lyncdiscoverinternal'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    @{ Zone = 'woodgrove.example'; Owner = 'meet'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.external.fqdn, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].external.addresses, sites[North].reverse_proxies[n-rp].name
    @{ Zone = 'woodgrove.example'; Owner = 'n-web'; Type = 'A'; Value = '203.0.113.20'; Ttl = 3600 }
    # E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].external.addresses, sites[South].reverse_proxies[s-rp].name
    @{ Zone = 'woodgrove.example'; Owner = 's-web'; Type = 'A'; Value = '203.0.113.40'; Ttl = 3600 }
    # E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    @{ Zone = 'woodgrovebank.example'; Owner = 'lyncdiscoverinternal'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
    # E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.internal.addresses
    @{ Zone = 'woodgrovebank.example'; Owner = 'meet'; Type = 'A'; Value = '10.2.0.41'; Ttl = 3600 }
)

# What this script adds is noted here, so that -Undo takes back that and nothing else.
$Journal = Join-Path -Path $PSScriptRoot -ChildPath 'windows-dns.added.csv'
$Planned = @{}
foreach ($record in $Records) {
    $Planned["$($record.Zone)/$($record.Owner)"] += @("$($record.Type) $($record.Value)")
}

# Whether the server has the zone.
function Test-Zone {
    param([string] $Name)
    $null -ne (Get-DnsServerZone -ComputerName $ComputerName -Name $Name -ErrorAction SilentlyContinue)
}

# The records of an owner, each spelt as the plan spells it.
function Find-Record {
    param([string] $Zone, [string] $Owner)
    $found = Get-DnsServerResourceRecord -ComputerName $ComputerName -ZoneName $Zone -Name $Owner -ErrorAction SilentlyContinue
    foreach ($one in $found) {
        $data = $one.RecordData
        $value = switch ($one.RecordType) {
            'A' { "$($data.IPv4Address)" }
            'AAAA' { "$($data.IPv6Address)" }
            'CNAME' { "$($data.HostNameAlias)" -replace '\.$', '' }
            'SRV' { "$($data.Priority) $($data.Weight) $($data.Port) $($data.DomainName -replace '\.$', '')" }
        }
        if ($value -and $one.HostName -eq $Owner) {
            @{ Spelt = "$($one.RecordType) $value"; Object = $one }
        }
    }
}

# `present`, `missing`, or which other values stand in the way.
function Get-State {
    param($Record)
    $spelt = @(Find-Record -Zone $Record.Zone -Owner $Record.Owner | ForEach-Object { $_.Spelt })
    $foreign = @($spelt | Where-Object { $Planned["$($Record.Zone)/$($Record.Owner)"] -notcontains $_ })
    if ($spelt -contains "$($Record.Type) $($Record.Value)") { return 'present' }
    if ($foreign.Count -gt 0) { return "conflict: $($foreign -join ', ')" }
    'missing'
}

function Add-Note {
    param([string] $Kind, $Zone, $Owner, $Spelt)
    [pscustomobject] @{ Kind = $Kind; Zone = $Zone; Owner = $Owner; Spelt = $Spelt } |
        Export-Csv -Path $Journal -Append -NoTypeInformation -Encoding UTF8
}

function Add-Zone {
    param($Zone)
    if (-not $Zone.PinPoint -and -not $AllowNewZone) {
        Write-Warning -Message "$($Zone.Name): $('the server has no such zone. A new one hides all public names of this domain from the inside until they are added to it. If that is meant, run this again with -AllowNewZone; else choose pin-point zones in the plan (M-062, M-063).')"
        return
    }
    if ($PSCmdlet.ShouldProcess($Zone.Name, 'add the zone to Active Directory')) {
        Add-DnsServerPrimaryZone -ComputerName $ComputerName -Name $Zone.Name -ReplicationScope $ReplicationScope -DynamicUpdate None
        Add-Note -Kind 'Zone' -Zone $Zone.Name
    }
}

function Add-Record {
    param($Record)
    $spelt = "$($Record.Type) $($Record.Value)"
    if (-not $PSCmdlet.ShouldProcess("$($Record.Owner), $($Record.Zone)", $spelt)) { return }
    $life = New-TimeSpan -Seconds $Record.Ttl
    switch ($Record.Type) {
        'A' { Add-DnsServerResourceRecordA -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -IPv4Address $Record.Value }
        'AAAA' { Add-DnsServerResourceRecordAAAA -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -IPv6Address $Record.Value }
        'CNAME' { Add-DnsServerResourceRecordCName -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -HostNameAlias $Record.Value }
        'SRV' { Add-DnsServerResourceRecord -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -Srv -DomainName $Record.Target -Priority $Record.Priority -Weight $Record.Weight -Port $Record.Port }
    }
    Add-Note -Kind 'Record' -Zone $Record.Zone -Owner $Record.Owner -Spelt $spelt
}

# Records go if they are as they were added. Zones stay: others may have used them since.
function Undo-Addition {
    param($Noted)
    if ($Noted.Kind -eq 'Zone') {
        Write-Warning -Message "$($Noted.Zone): $('this script made the zone. If nobody uses it, remove it by:') dnscmd . /zonedelete $($Noted.Zone) /dsdel"
        return
    }
    $own = Find-Record -Zone $Noted.Zone -Owner $Noted.Owner | Where-Object { $_.Spelt -eq $Noted.Spelt }
    foreach ($one in $own) {
        if ($PSCmdlet.ShouldProcess("$($Noted.Owner), $($Noted.Zone)", "- $($Noted.Spelt)")) {
            Remove-DnsServerResourceRecord -ComputerName $ComputerName -ZoneName $Noted.Zone -InputObject $one.Object -Force
        }
    }
}

Import-Module -Name DnsServer

if ($Undo) {
    if (-not (Test-Path -Path $Journal)) {
        Write-Warning -Message 'Nothing is noted beside this script, so there is nothing to take back.'
        return
    }
    foreach ($noted in Import-Csv -Path $Journal) { Undo-Addition -Noted $noted }
    Remove-Item -Path $Journal
    return
}

if (-not $Check) {
    foreach ($zone in $Zones) {
        if (-not (Test-Zone -Name $zone.Name)) { Add-Zone -Zone $zone }
    }
}

$Faults = 0
foreach ($record in $Records) {
    $place = "$($record.Owner), $($record.Zone)"
    if (-not (Test-Zone -Name $record.Zone)) {
        $Faults++
        Write-Warning -Message "${place}: $('its zone is missing')"
        continue
    }
    $state = Get-State -Record $record
    if ($state -eq 'missing' -and -not $Check) {
        Add-Record -Record $record
        if ($WhatIfPreference) { continue }
        $state = Get-State -Record $record
    }
    if ($state -ne 'present') {
        $Faults++
        Write-Warning -Message "${place}: $($record.Type) $($record.Value): $state"
    }
}
if ($Faults -gt 0) {
    Write-Warning -Message "$Faults $('records are not as planned.')"
    exit 1
}
Write-Output -InputObject 'Every record is as planned.'
