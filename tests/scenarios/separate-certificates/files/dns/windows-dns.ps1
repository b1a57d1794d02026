# Trey Research: records of the inside, for AD-integrated zones of Windows DNS Server
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
    @{ Name = 'trey.example'; PinPoint = $false }
    @{ Name = 'treyresearch.example'; PinPoint = $false }
)

# The records; above them the facts they rest on, and the answers of the plan that caused them.
$Records = @(
    # E-036, E-050, E-052, E-053, ED-2, M-057, M-282 <- domains.internal_sip_zones, domains.legacy_sign_in, domains.sip, domains.ttl
    @{ Zone = 'trey.example'; Owner = '_sipinternaltls._tcp'; Type = 'SRV'; Value = '0 0 5061 sip.trey.example'; Ttl = 3600; Priority = 0; Weight = 0; Port = 5061; Target = 'sip.trey.example' }
    # E-210, E-213, M-072, M-074, M-077 <- domains.internal_sip_zones, domains.sip, domains.ttl, simple_urls.base, simple_urls.layout, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.addresses
    @{ Zone = 'trey.example'; Owner = 'lync'; Type = 'A'; Value = '10.3.0.41'; Ttl = 3600 }
    # E-033, M-027, M-028, M-037, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.fqdn
    @{ Zone = 'trey.example'; Owner = 'lyncdiscoverinternal'; Type = 'CNAME'; Value = 'dirweb.treyresearch.example'; Ttl = 3600 }
    # E-037, M-282 <- domains.internal_sip_zones, domains.legacy_sign_in, domains.sip, domains.ttl, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].load_balancing, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses
    @{ Zone = 'trey.example'; Owner = 'sip'; Type = 'A'; Value = '10.3.0.41'; Ttl = 3600 }
    # E-036, E-050, E-052, E-053, ED-2, M-057, M-282 <- domains.active_directory, domains.legacy_sign_in, domains.sip, domains.ttl
    @{ Zone = 'treyresearch.example'; Owner = '_sipinternaltls._tcp'; Type = 'SRV'; Value = '0 0 5061 sip.treyresearch.example'; Ttl = 3600; Priority = 0; Weight = 0; Port = 5061; Target = 'sip.treyresearch.example' }
    # E-034, E-054 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].director_pools[dir.treyresearch.example].load_balancing, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses
    @{ Zone = 'treyresearch.example'; Owner = 'dir'; Type = 'A'; Value = '10.3.0.41'; Ttl = 3600 }
    # E-034 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
    @{ Zone = 'treyresearch.example'; Owner = 'dir1'; Type = 'A'; Value = '10.3.0.41'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].director_pools[dir.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.fqdn
    @{ Zone = 'treyresearch.example'; Owner = 'dirweb'; Type = 'A'; Value = '10.3.0.41'; Ttl = 3600 }
    # E-027 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].addresses
    @{ Zone = 'treyresearch.example'; Owner = 'edge'; Type = 'A'; Value = '10.3.9.11'; Ttl = 3600 }
    # E-028 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].addresses, sites[Lab].edge_pools[edge.treyresearch.example].servers[edge1.treyresearch.example].fqdn
    @{ Zone = 'treyresearch.example'; Owner = 'edge1'; Type = 'A'; Value = '10.3.9.11'; Ttl = 3600 }
    # E-034, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
    @{ Zone = 'treyresearch.example'; Owner = 'fe1'; Type = 'A'; Value = '10.3.0.11'; Ttl = 3600 }
    @{ Zone = 'treyresearch.example'; Owner = 'fe1'; Type = 'AAAA'; Value = '2001:db8:3::11'; Ttl = 3600 }
    # E-034, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
    @{ Zone = 'treyresearch.example'; Owner = 'fe2'; Type = 'A'; Value = '10.3.0.12'; Ttl = 3600 }
    @{ Zone = 'treyresearch.example'; Owner = 'fe2'; Type = 'AAAA'; Value = '2001:db8:3::12'; Ttl = 3600 }
    # E-040, E-210, E-213, M-071, M-072, M-074, M-077 <- domains.active_directory, domains.sip, domains.ttl, simple_urls.admin, simple_urls.base, simple_urls.layout, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.addresses
    @{ Zone = 'treyresearch.example'; Owner = 'lync'; Type = 'A'; Value = '10.3.0.41'; Ttl = 3600 }
    # E-033, M-027, M-028, M-037, M-041, M-042, M-043, M-046, M-062, M-285, M-286 <- domains.active_directory, domains.internal_sip_zones, domains.sip, domains.ttl, mobility.autodiscover, mobility.autodiscover_record, mobility.internal_autodiscover_target, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].web_services.internal.fqdn
    @{ Zone = 'treyresearch.example'; Owner = 'lyncdiscoverinternal'; Type = 'CNAME'; Value = 'dirweb.treyresearch.example'; Ttl = 3600 }
    # E-034, E-054, M-058 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancing, sites[Lab].front_end_pools[pool.treyresearch.example].servers, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].addresses, sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].addresses
    @{ Zone = 'treyresearch.example'; Owner = 'pool'; Type = 'A'; Value = '10.3.0.11'; Ttl = 3600 }
    @{ Zone = 'treyresearch.example'; Owner = 'pool'; Type = 'A'; Value = '10.3.0.12'; Ttl = 3600 }
    @{ Zone = 'treyresearch.example'; Owner = 'pool'; Type = 'AAAA'; Value = '2001:db8:3::11'; Ttl = 3600 }
    @{ Zone = 'treyresearch.example'; Owner = 'pool'; Type = 'AAAA'; Value = '2001:db8:3::12'; Ttl = 3600 }
    # E-037, M-282 <- domains.active_directory, domains.legacy_sign_in, domains.sip, domains.ttl, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].load_balancing, sites[Lab].director_pools[dir.treyresearch.example].servers, sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].addresses
    @{ Zone = 'treyresearch.example'; Owner = 'sip'; Type = 'A'; Value = '10.3.0.41'; Ttl = 3600 }
    # E-035, E-056, M-015, M-020, M-021, M-054 <- domains.active_directory, domains.sip, domains.ttl, sites[Lab].front_end_pools[pool.treyresearch.example].edition, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.internal.addresses, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.internal.fqdn
    @{ Zone = 'treyresearch.example'; Owner = 'web'; Type = 'A'; Value = '10.3.0.21'; Ttl = 3600 }
    # E-056, M-016, M-017, M-033, M-055, M-065, M-066, M-222, M-224, M-288 <- clients.internal_wifi, clients.lync_2013_mobile, domains.active_directory, domains.sip, domains.ttl, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].reverse_proxy, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.external.fqdn, sites[Lab].reverse_proxies, sites[Lab].reverse_proxies[rp].external.addresses, sites[Lab].reverse_proxies[rp].name
    @{ Zone = 'treyresearch.example'; Owner = 'webext'; Type = 'A'; Value = '203.0.113.20'; Ttl = 3600 }
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
