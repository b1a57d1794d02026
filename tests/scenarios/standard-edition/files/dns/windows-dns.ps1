# Litware mobility: records of the inside, for AD-integrated zones of Windows DNS Server
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
    @{ Name = 'ad.litware.example'; PinPoint = $false }
    @{ Name = 'lyncdiscoverinternal.litware.example'; PinPoint = $true }
    @{ Name = 'sfb.litware.example'; PinPoint = $true }
)

# The records; above them the facts they rest on, and the answers of the plan that caused them.
$Records = @(
    # E-027, E-028 <- domains.active_directory, domains.ttl, sites[Portland].edge_pools[edge01.ad.litware.example].fqdn, sites[Portland].edge_pools[edge01.ad.litware.example].servers, sites[Portland].edge_pools[edge01.ad.litware.example].servers[edge01.ad.litware.example].addresses, sites[Portland].edge_pools[edge01.ad.litware.example].servers[edge01.ad.litware.example].fqdn
    @{ Zone = 'ad.litware.example'; Owner = 'edge01'; Type = 'A'; Value = '10.20.250.11'; Ttl = 3600 }
    # E-034, E-035, E-054, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].edition, sites[Portland].front_end_pools[sfb01.ad.litware.example].fqdn, sites[Portland].front_end_pools[sfb01.ad.litware.example].load_balancing, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].fqdn, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
    @{ Zone = 'ad.litware.example'; Owner = 'sfb01'; Type = 'A'; Value = '10.20.10.11'; Ttl = 3600 }
    # E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-063, M-064, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.internal_autodiscover_target, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
    @{ Zone = 'lyncdiscoverinternal.litware.example'; Owner = '@'; Type = 'A'; Value = '10.20.10.11'; Ttl = 3600 }
    # E-040, E-210, E-213, M-071, M-072, M-074, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.base, simple_urls.layout, simple_urls.pool, sites, sites[Portland].director_pools, sites[Portland].front_end_pools[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers, sites[Portland].front_end_pools[sfb01.ad.litware.example].servers[sfb01.ad.litware.example].addresses, sites[Portland].front_end_pools[sfb01.ad.litware.example].web_services.internal.addresses
    @{ Zone = 'sfb.litware.example'; Owner = '@'; Type = 'A'; Value = '10.20.10.11'; Ttl = 3600 }
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
