# Mobility for Proseware and Lucerne Publishing: records of the inside, for AD-integrated zones of Windows DNS Server
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# Adds the zones and records that are missing. A name that answers otherwise already is reported and left as it is.
# The view of the inside only: the zones of the Internet seldom live on these servers, and `lyncdiscover` of outside must not get in here (M-061, M-289).
# Check, before and after: run it with -Check. It changes nothing, names every zone and record that is not as planned, and every other answer beside them, and ends with 1 if there is one.
# Undo: run it with -Undo, and with the same -ComputerName. It removes the records that it added to that server, as long as they still hold what it wrote.
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
    @{ Name = 'corp.proseware.example'; PinPoint = $false }
    @{ Name = 'lucernepublishing.example'; PinPoint = $false }
    @{ Name = 'proseware.example'; PinPoint = $false }
)

# The records; above them the facts they rest on, and the answers of the plan that caused them.
$Records = @(
    # E-034, E-054 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].addresses, sites[Denver].director_pools[dendir.corp.proseware.example].fqdn, sites[Denver].director_pools[dendir.corp.proseware.example].load_balancing
    @{ Zone = 'corp.proseware.example'; Owner = 'dendir'; Type = 'A'; Value = '10.40.20.20'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].addresses, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir01.corp.proseware.example].fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'dendir01'; Type = 'A'; Value = '10.40.20.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].addresses, sites[Denver].director_pools[dendir.corp.proseware.example].servers[dendir02.corp.proseware.example].fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'dendir02'; Type = 'A'; Value = '10.40.20.12'; Ttl = 3600 }
    # E-027 <- domains.active_directory, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].fqdn, sites[Denver].edge_pools[denedge.corp.proseware.example].servers, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].addresses
    @{ Zone = 'corp.proseware.example'; Owner = 'denedge'; Type = 'A'; Value = '172.20.30.11'; Ttl = 3600 }
    @{ Zone = 'corp.proseware.example'; Owner = 'denedge'; Type = 'A'; Value = '172.20.30.12'; Ttl = 3600 }
    # E-028 <- domains.active_directory, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge01.corp.proseware.example].fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'denedge01'; Type = 'A'; Value = '172.20.30.11'; Ttl = 3600 }
    # E-028 <- domains.active_directory, domains.ttl, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].addresses, sites[Denver].edge_pools[denedge.corp.proseware.example].servers[denedge02.corp.proseware.example].fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'denedge02'; Type = 'A'; Value = '172.20.30.12'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe01.corp.proseware.example].fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'denfe01'; Type = 'A'; Value = '10.40.10.11'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe02.corp.proseware.example].fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'denfe02'; Type = 'A'; Value = '10.40.10.12'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].servers[denfe03.corp.proseware.example].fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'denfe03'; Type = 'A'; Value = '10.40.10.13'; Ttl = 3600 }
    # E-034, E-054 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].fqdn, sites[Denver].front_end_pools[denpool01.corp.proseware.example].load_balancing
    @{ Zone = 'corp.proseware.example'; Owner = 'denpool01'; Type = 'A'; Value = '10.40.10.20'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'dirint'; Type = 'A'; Value = '10.40.20.21'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].edition, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.internal.addresses, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.internal.fqdn
    @{ Zone = 'corp.proseware.example'; Owner = 'poolint'; Type = 'A'; Value = '10.40.10.21'; Ttl = 3600 }
    # E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    @{ Zone = 'lucernepublishing.example'; Owner = 'lyncdiscoverinternal'; Type = 'A'; Value = '10.40.20.21'; Ttl = 3600 }
    # E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    @{ Zone = 'lucernepublishing.example'; Owner = 'meet'; Type = 'A'; Value = '10.40.20.21'; Ttl = 3600 }
    # E-040, E-210, E-212, M-071, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.admin, simple_urls.hosts.admin, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    @{ Zone = 'proseware.example'; Owner = 'admin'; Type = 'A'; Value = '10.40.20.21'; Ttl = 3600 }
    # E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    @{ Zone = 'proseware.example'; Owner = 'dialin'; Type = 'A'; Value = '10.40.20.21'; Ttl = 3600 }
    # E-033, M-027, M-028, M-038, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    @{ Zone = 'proseware.example'; Owner = 'lyncdiscoverinternal'; Type = 'A'; Value = '10.40.20.21'; Ttl = 3600 }
    # E-210, E-212, M-072, M-073, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.hosts.meet, simple_urls.layout, sites, sites[Denver].director_pools, sites[Denver].director_pools[dendir.corp.proseware.example].web_services.internal.addresses
    @{ Zone = 'proseware.example'; Owner = 'meet'; Type = 'A'; Value = '10.40.20.21'; Ttl = 3600 }
    # E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, domains.internal_sip_zones, domains.sip, domains.ttl, sites[Denver].front_end_pools[denpool01.corp.proseware.example].reverse_proxy, sites[Denver].front_end_pools[denpool01.corp.proseware.example].web_services.external.fqdn, sites[Denver].reverse_proxies[rp01].external.addresses
    @{ Zone = 'proseware.example'; Owner = 'poolext'; Type = 'A'; Value = '198.51.100.20'; Ttl = 3600 }
)

# What this script does is noted here, so that -Undo takes back that and nothing else.
$Journal = Join-Path -Path $PSScriptRoot -ChildPath 'windows-dns.added.csv'
$Planned = @{}
foreach ($record in $Records) {
    $Planned["$($record.Zone)/$($record.Owner)"] += @("$($record.Type) $($record.Value)")
}

# The zones of the server, each with its type. A server that does not answer ends the script: it is not taken for one without zones.
function Get-Present {
    $present = @{}
    foreach ($zone in @(Get-DnsServerZone -ComputerName $ComputerName -ErrorAction Stop)) {
        $present[$zone.ZoneName] = "$($zone.ZoneType)"
    }
    $present
}

# The records of an owner, each spelt as the plan spells it.
function Find-Record {
    param([string] $Zone, [string] $Owner)
    try { $found = Get-DnsServerResourceRecord -ComputerName $ComputerName -ZoneName $Zone -Name $Owner -ErrorAction Stop }
    catch {
        if ("$($_.CategoryInfo.Category)" -ne 'ObjectNotFound' -and "$($_.FullyQualifiedErrorId)" -notlike 'WIN32 97*') { throw }
        return
    }
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

# Whether the record is there; which values the plan does not know answer beside it or in its place; whether one of them bars it, as a CNAME stands alone. An address of the other family does not.
function Get-State {
    param($Record)
    $own = "$($Record.Type) $($Record.Value)"
    $spelt = @(Find-Record -Zone $Record.Zone -Owner $Record.Owner | ForEach-Object { $_.Spelt })
    $foreign = @($spelt | Where-Object { $Planned["$($Record.Zone)/$($Record.Owner)"] -notcontains $_ })
    $rival = @($foreign | Where-Object { $Record.Type -eq 'CNAME' -or ($_ -split ' ')[0] -in $Record.Type, 'CNAME' })
    $barred = @($rival | Where-Object { $Record.Type -eq 'CNAME' -or $_ -like 'CNAME *' }).Count -gt 0
    @{ Present = $spelt -contains $own; Rival = $rival; Barred = $barred }
}

function Add-Note {
    param([string] $Kind, $Zone, $Owner, $Spelt)
    [pscustomobject] @{ ComputerName = $ComputerName; Kind = $Kind; Zone = $Zone; Owner = $Owner; Spelt = $Spelt } |
        Export-Csv -LiteralPath $Journal -Append -NoTypeInformation -Encoding UTF8
}

function Add-Zone {
    param($Zone)
    if (-not $Zone.PinPoint -and -not $AllowNewZone) {
        Write-Warning -Message "$($Zone.Name): $('the server has no such zone. A new one hides all public names of this domain from the inside until they are added to it. If that is meant, run this again with -AllowNewZone; else choose pin-point zones in the plan (M-062, M-063).')"
        return
    }
    if ($WhatIfPreference) { $Zone.Shown = $true }
    if ($PSCmdlet.ShouldProcess($Zone.Name, 'add the zone to Active Directory')) {
        Add-DnsServerPrimaryZone -ComputerName $ComputerName -Name $Zone.Name -ReplicationScope $ReplicationScope -DynamicUpdate None -ErrorAction Stop
        Add-Note -Kind 'Zone' -Zone $Zone.Name
    }
}

function Add-Record {
    param($Record)
    $spelt = "$($Record.Type) $($Record.Value)"
    if (-not $PSCmdlet.ShouldProcess("$($Record.Owner), $($Record.Zone)", $spelt)) { return }
    $life = New-TimeSpan -Seconds $Record.Ttl
    switch ($Record.Type) {
        'A' { Add-DnsServerResourceRecordA -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -IPv4Address $Record.Value -ErrorAction Stop }
        'AAAA' { Add-DnsServerResourceRecordAAAA -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -IPv6Address $Record.Value -ErrorAction Stop }
        'CNAME' { Add-DnsServerResourceRecordCName -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -HostNameAlias $Record.Value -ErrorAction Stop }
        'SRV' { Add-DnsServerResourceRecord -ComputerName $ComputerName -ZoneName $Record.Zone -Name $Record.Owner -TimeToLive $life -Srv -DomainName $Record.Target -Priority $Record.Priority -Weight $Record.Weight -Port $Record.Port -ErrorAction Stop }
    }
    Add-Note -Kind 'Record' -Zone $Record.Zone -Owner $Record.Owner -Spelt $spelt
}

# Records go if they are as they were added. Zones stay: others may have used them since.
function Undo-Addition {
    param($Noted)
    if ($Noted.Kind -eq 'Zone') {
        Write-Warning -Message "$($Noted.Zone): $('this script made the zone. If nobody uses it, remove it by:') dnscmd $ComputerName /zonedelete $($Noted.Zone) /dsdel"
        return
    }
    $own = Find-Record -Zone $Noted.Zone -Owner $Noted.Owner | Where-Object { $_.Spelt -eq $Noted.Spelt }
    foreach ($one in $own) {
        if ($PSCmdlet.ShouldProcess("$($Noted.Owner), $($Noted.Zone)", "- $($Noted.Spelt)")) {
            Remove-DnsServerResourceRecord -ComputerName $ComputerName -ZoneName $Noted.Zone -InputObject $one.Object -Force -ErrorAction Stop
        }
    }
}

Import-Module -Name DnsServer

if ($Undo) {
    $noted = @()
    if (Test-Path -LiteralPath $Journal) { $noted = @(Import-Csv -LiteralPath $Journal) }
    $own = @($noted | Where-Object { $_.ComputerName -eq $ComputerName })
    if ($own.Count -eq 0) {
        Write-Warning -Message 'Nothing is noted beside this script for this machine, so there is nothing to take back.'
        return
    }
    foreach ($one in $own) { Undo-Addition -Noted $one }
    $others = @($noted | Where-Object { $_.ComputerName -ne $ComputerName })
    if ($others.Count -gt 0) { $others | Export-Csv -LiteralPath $Journal -NoTypeInformation -Encoding UTF8 }
    else { Remove-Item -LiteralPath $Journal }
    return
}

$Present = Get-Present
if (-not $Check) {
    foreach ($zone in $Zones) {
        if (-not $Present.ContainsKey($zone.Name)) { Add-Zone -Zone $zone }
    }
    if (-not $WhatIfPreference) { $Present = Get-Present }
}

$Faults = 0
$Pending = 0
foreach ($zone in $Zones) {
    if ($zone.Shown) { $Pending++ }
    elseif (-not $Present.ContainsKey($zone.Name)) {
        $Faults++
        Write-Warning -Message "$($zone.Name): $('the server has no such zone')"
    }
    elseif ($Present[$zone.Name] -ne 'Primary') {
        $Faults++
        Write-Warning -Message "$($zone.Name): $($Present[$zone.Name]): $('a zone of this type takes no records here. Its records belong on its primary server.')"
    }
}
foreach ($record in $Records) {
    $place = "$($record.Owner), $($record.Zone): $($record.Type) $($record.Value)"
    if (@($Zones | Where-Object { $_.Name -eq $record.Zone -and $_.Shown }).Count -gt 0) {
        $Pending++
        Add-Record -Record $record
        continue
    }
    if ($Present[$record.Zone] -ne 'Primary') { continue }
    $state = Get-State -Record $record
    if (-not $state.Present -and -not $state.Barred -and -not $Check) {
        Add-Record -Record $record
        if ($WhatIfPreference) {
            $Pending++
            $state.Present = $true
        }
        else { $state = Get-State -Record $record }
    }
    if (-not $state.Present) {
        $Faults++
        Write-Warning -Message "${place}: $('missing')"
    }
    if ($state.Rival.Count -gt 0) {
        $Faults++
        Write-Warning -Message "${place}: $('the name also answers, unplanned:') $($state.Rival -join ', ')"
    }
}
if ($Pending -gt 0) { Write-Output -InputObject "$Pending $('changes would be made. Nothing was changed, as this was a look ahead.')" }
if ($Faults -gt 0) {
    Write-Warning -Message "$Faults $('zones and records are not as planned.')"
    exit 1
}
if ($Pending -eq 0) { Write-Output -InputObject 'Every zone and record is as planned.' }
