# Adatum mobility in two data centres: records of the inside, for AD-integrated zones of Windows DNS Server
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
    @{ Name = 'ad.adatum.example'; PinPoint = $false }
    @{ Name = 'adatum.example'; PinPoint = $false }
    @{ Name = 'wingtiptoys.example'; PinPoint = $false }
)

# The records; above them the facts they rest on, and the answers of the plan that caused them.
$Records = @(
    # E-027 <- domains.active_directory, domains.ttl, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].addresses
    @{ Zone = 'ad.adatum.example'; Owner = 'eastedge'; Type = 'A'; Value = '172.16.11.11'; Ttl = 3600 }
    # E-028 <- domains.active_directory, domains.ttl, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].addresses, sites[East].edge_pools[eastedge.ad.adatum.example].servers[eastedge1.ad.adatum.example].fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'eastedge1'; Type = 'A'; Value = '172.16.11.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe1.ad.adatum.example].addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe1.ad.adatum.example].fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'eastfe1'; Type = 'A'; Value = '10.11.0.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].servers[eastfe2.ad.adatum.example].fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'eastfe2'; Type = 'A'; Value = '10.11.0.12'; Ttl = 3600 }
    # E-034, E-054 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancing
    @{ Zone = 'ad.adatum.example'; Owner = 'eastpool'; Type = 'A'; Value = '10.11.0.20'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].edition, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'eastweb'; Type = 'A'; Value = '10.11.0.21'; Ttl = 3600 }
    # E-027 <- domains.active_directory, domains.ttl, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].addresses
    @{ Zone = 'ad.adatum.example'; Owner = 'westedge'; Type = 'A'; Value = '172.16.12.11'; Ttl = 3600 }
    # E-028 <- domains.active_directory, domains.ttl, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].addresses, sites[West].edge_pools[westedge.ad.adatum.example].servers[westedge1.ad.adatum.example].fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'westedge1'; Type = 'A'; Value = '172.16.12.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe1.ad.adatum.example].addresses, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe1.ad.adatum.example].fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'westfe1'; Type = 'A'; Value = '10.12.0.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe2.ad.adatum.example].addresses, sites[West].front_end_pools[westpool.ad.adatum.example].servers[westfe2.ad.adatum.example].fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'westfe2'; Type = 'A'; Value = '10.12.0.12'; Ttl = 3600 }
    # E-034, E-054 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].addresses, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancing
    @{ Zone = 'ad.adatum.example'; Owner = 'westpool'; Type = 'A'; Value = '10.12.0.20'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].edition, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.fqdn
    @{ Zone = 'ad.adatum.example'; Owner = 'westweb'; Type = 'A'; Value = '10.12.0.21'; Ttl = 3600 }
    # E-040, E-210, E-212, M-071, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[West].director_pools
    @{ Zone = 'adatum.example'; Owner = 'admin'; Type = 'A'; Value = '10.11.0.21'; Ttl = 3600 }
    # E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    @{ Zone = 'adatum.example'; Owner = 'dialin'; Type = 'CNAME'; Value = 'dialin-int.geolb.adatum.example'; Ttl = 3600 }
    # E-212, E-218, ED-18, M-060, M-073, M-077, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    @{ Zone = 'adatum.example'; Owner = 'dialin-int.geolb'; Type = 'A'; Value = '10.11.0.21'; Ttl = 3600 }
    @{ Zone = 'adatum.example'; Owner = 'dialin-int.geolb'; Type = 'A'; Value = '10.12.0.21'; Ttl = 3600 }
    # E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].external.addresses, sites[East].reverse_proxies[eastrp].name
    @{ Zone = 'adatum.example'; Owner = 'eastweb'; Type = 'A'; Value = '192.0.2.20'; Ttl = 3600 }
    # E-218, ED-18, M-028, M-041, M-046, M-047, M-048, M-060 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    @{ Zone = 'adatum.example'; Owner = 'lyncdiscoverinternal'; Type = 'CNAME'; Value = 'lyncdiscoverinternal-int.geolb.adatum.example'; Ttl = 3600 }
    # E-033, E-218, ED-18, M-027, M-028, M-041, M-046, M-060, M-062, M-285, M-286, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    @{ Zone = 'adatum.example'; Owner = 'lyncdiscoverinternal-int.geolb'; Type = 'A'; Value = '10.11.0.21'; Ttl = 3600 }
    @{ Zone = 'adatum.example'; Owner = 'lyncdiscoverinternal-int.geolb'; Type = 'A'; Value = '10.12.0.21'; Ttl = 3600 }
    # E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    @{ Zone = 'adatum.example'; Owner = 'meet'; Type = 'CNAME'; Value = 'meet-int.geolb.adatum.example'; Ttl = 3600 }
    # E-212, E-218, ED-18, M-060, M-073, M-077, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    @{ Zone = 'adatum.example'; Owner = 'meet-int.geolb'; Type = 'A'; Value = '10.11.0.21'; Ttl = 3600 }
    @{ Zone = 'adatum.example'; Owner = 'meet-int.geolb'; Type = 'A'; Value = '10.12.0.21'; Ttl = 3600 }
    # E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].external.addresses, sites[West].reverse_proxies[westrp].name
    @{ Zone = 'adatum.example'; Owner = 'westweb'; Type = 'A'; Value = '198.51.100.20'; Ttl = 3600 }
    # E-218, ED-18, M-028, M-041, M-046, M-047, M-048, M-060 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    @{ Zone = 'wingtiptoys.example'; Owner = 'lyncdiscoverinternal'; Type = 'CNAME'; Value = 'lyncdiscoverinternal-int.geolb.wingtiptoys.example'; Ttl = 3600 }
    # E-033, E-218, ED-18, M-027, M-028, M-041, M-046, M-060, M-062, M-285, M-286, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    @{ Zone = 'wingtiptoys.example'; Owner = 'lyncdiscoverinternal-int.geolb'; Type = 'A'; Value = '10.11.0.21'; Ttl = 3600 }
    @{ Zone = 'wingtiptoys.example'; Owner = 'lyncdiscoverinternal-int.geolb'; Type = 'A'; Value = '10.12.0.21'; Ttl = 3600 }
    # E-212, E-218, ED-18, M-047, M-048, M-060, M-073 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
    @{ Zone = 'wingtiptoys.example'; Owner = 'meet'; Type = 'CNAME'; Value = 'meet-int.geolb.wingtiptoys.example'; Ttl = 3600 }
    # E-212, E-218, ED-18, M-060, M-073, M-077, M-314 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, simple_urls.pool, sites, sites[East].director_pools, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].paired_with, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.internal.addresses, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].director_pools, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.internal.addresses, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
    @{ Zone = 'wingtiptoys.example'; Owner = 'meet-int.geolb'; Type = 'A'; Value = '10.11.0.21'; Ttl = 3600 }
    @{ Zone = 'wingtiptoys.example'; Owner = 'meet-int.geolb'; Type = 'A'; Value = '10.12.0.21'; Ttl = 3600 }
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
