# Woodgrove mobility: TLS versions and cipher suites of Windows, on s-rp
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# The TLS settings of this machine are those of this profile, as far as this Windows can have them; tls.ps1 sets them: Mozilla intermediate 5.7 (2023-07-07), https://wiki.mozilla.org/Security/Server_Side_TLS
# Schannel has them for the whole machine: they hold for every service of Windows here, Remote Desktop among them. Applications on iOS need TLS 1.2 (M-167).
# Restart the machine afterwards: services that run already keep the old versions of TLS until then.
# Check, before and after: run it with -Check, and with -OnlyProfile where that was given. It changes nothing, names everything that is not as planned, and ends with 1 if there is anything, or if the machine was not restarted after a change.
# Undo: run it with -Undo, then restart. Numbers and cipher suites become what they were; keys that it had to make stay, empty, which is as if they were not there.
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Set')]
param(
    # Enables the suites of the profile alone. Give it once every pool runs on Windows Server 2016 or later.
    [switch] $OnlyProfile,
    [Parameter(Mandatory, ParameterSetName = 'Check')] [switch] $Check,
    [Parameter(Mandatory, ParameterSetName = 'Undo')] [switch] $Undo
)
$ErrorActionPreference = 'Stop'

# Older versions than the profile has are switched off where this machine is the server. Its role as a client is left alone, as the hop to the pools needs what they speak (M-136). A version that came later is skipped on a Windows before that build.
$Versions = @(
    @{ Version = 'SSL 2.0'; Wanted = $false; Build = 0 }
    @{ Version = 'SSL 3.0'; Wanted = $false; Build = 0 }
    @{ Version = 'TLS 1.0'; Wanted = $false; Build = 0 }
    @{ Version = 'TLS 1.1'; Wanted = $false; Build = 0 }
    @{ Version = 'TLS 1.2'; Wanted = $true; Build = 0 }
    @{ Version = 'TLS 1.3'; Wanted = $true; Build = 20348 }
)

# The suites of the profile in its order; a suite is skipped on a Windows before that build.
$Suites = @(
    @{ Suite = 'TLS_AES_128_GCM_SHA256'; Build = 20348 }
    @{ Suite = 'TLS_AES_256_GCM_SHA384'; Build = 20348 }
    @{ Suite = 'TLS_CHACHA20_POLY1305_SHA256'; Build = 20348 }
    @{ Suite = 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'; Build = 7600 }
    @{ Suite = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'; Build = 14393 }
    @{ Suite = 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'; Build = 7600 }
    @{ Suite = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'; Build = 14393 }
    # No Windows has TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
    # No Windows has TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
    @{ Suite = 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'; Build = 7601 }
    @{ Suite = 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384'; Build = 7601 }
    # No Windows has TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
)

# Suites can not be chosen for one role alone. Pools on a Windows before Windows Server 2016 have no ECDHE with RSA and GCM, so without these suites nothing would get through to them (M-136).
# They stand last: a client that has any suite of the profile gets that one. With -OnlyProfile they are disabled.
$PoolSuites = @(
    'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'
    'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256'
    'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA'
    'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'
)

# What this script does is noted here, so that -Undo takes back that and nothing else.
$Journal = Join-Path -Path $PSScriptRoot -ChildPath 'tls.changed.csv'
$Protocols = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
$Policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002'
$System = Get-CimInstance -ClassName 'Win32_OperatingSystem'
$Build = [int] $System.BuildNumber
$HasCmdlets = $null -ne (Get-Command -Name Enable-TlsCipherSuite -ErrorAction SilentlyContinue)

# A value as text; empty where it is not set, and Windows decides.
function Read-Number {
    param([string] $Path, [string] $Name)
    if (Test-Path -LiteralPath $Path) { return "$((Get-ItemProperty -LiteralPath $Path).$Name)" }
    ''
}

# What must hold in the registry: written by this list, and checked by it.
function Get-Setting {
    foreach ($version in $Versions | Where-Object { $_.Build -le $Build }) {
        $path = "$Protocols\$($version.Version)\Server"
        @{ Path = $path; Name = 'Enabled'; Value = [int] $version.Wanted }
        @{ Path = $path; Name = 'DisabledByDefault'; Value = [int] (-not $version.Wanted) }
    }
}

# The suites that are enabled, the preferred one first, and how they should stand.
function Get-SuiteOrder {
    Get-TlsCipherSuite | ForEach-Object { $_.Name }
}

function Get-WantedOrder {
    $Suites | Where-Object { $_.Build -le $Build } | ForEach-Object { $_.Suite }
    if (-not $OnlyProfile) { $PoolSuites }
}

function Test-Setting {
    param($Setting)
    (Read-Number -Path $Setting.Path -Name $Setting.Name) -eq "$($Setting.Value)"
}

function Test-SuiteOrder {
    (@(Get-SuiteOrder) -join ',') -eq (@(Get-WantedOrder) -join ',')
}

# What was there is noted before it is changed.
function Add-Note {
    param([string] $Kind, [string] $Name, [string] $Attribute, [string] $Former)
    [pscustomobject] @{ Kind = $Kind; Name = $Name; Attribute = $Attribute; Former = $Former; Time = "$(Get-Date -Format 'o')" } |
        Export-Csv -LiteralPath $Journal -Append -NoTypeInformation -Encoding UTF8
}

function Set-Setting {
    param($Setting)
    if (Test-Setting -Setting $Setting) { return }
    if (-not $PSCmdlet.ShouldProcess("$($Setting.Path)\$($Setting.Name)", "$($Setting.Value)")) { return }
    Add-Note -Kind 'Registry' -Name $Setting.Path -Attribute $Setting.Name -Former (Read-Number -Path $Setting.Path -Name $Setting.Name)
    # A key that exists is never made again, as that would empty it.
    if (-not (Test-Path -LiteralPath $Setting.Path)) { New-Item -Path $Setting.Path -Force | Out-Null }
    New-ItemProperty -LiteralPath $Setting.Path -Name $Setting.Name -PropertyType DWord -Value $Setting.Value -Force | Out-Null
}

# First every wanted suite gets its place, then the others are disabled: the list is never empty.
function Set-SuiteOrder {
    param([string[]] $Names)
    for ($at = 0; $at -lt $Names.Count; $at++) {
        $name = $Names[$at]
        $now = @(Get-SuiteOrder)
        if ($now[$at] -ne $name) { Enable-TlsCipherSuite -Name $name -Position $at }
    }
    foreach ($name in @(Get-SuiteOrder | Where-Object { $Names -notcontains $_ })) { Disable-TlsCipherSuite -Name $name }
}

# What is not as planned.
function Get-Fault {
    foreach ($setting in Get-Setting) {
        if (-not (Test-Setting -Setting $setting)) {
            $now = Read-Number -Path $setting.Path -Name $setting.Name
            "$($setting.Path)\$($setting.Name): '$now', $('planned is') '$($setting.Value)'"
        }
    }
    if (Read-Number -Path $Policy -Name 'Functions') { "${Policy}: $('a group policy sets the cipher suites and overrules this script. Set the same order there, or take it off this machine.')" }
    if (-not $HasCmdlets) { 'This Windows has no commands for cipher suites, and none of the ECDHE suites with RSA and GCM: the profile needs Windows Server 2016 or later. Versions of TLS are set nevertheless.' }
    elseif (-not (Test-SuiteOrder)) { "$(@(Get-SuiteOrder) -join ','): $('planned is') $(@(Get-WantedOrder) -join ',')" }
}

# Whether the machine was restarted after the last change.
function Test-Restarted {
    if (-not (Test-Path -LiteralPath $Journal)) { return $true }
    $last = Import-Csv -LiteralPath $Journal | Sort-Object -Property Time | Select-Object -Last 1
    [datetime] $last.Time -lt $System.LastBootUpTime
}

function Undo-Change {
    param($Noted)
    if (-not $PSCmdlet.ShouldProcess("$($Noted.Name) $($Noted.Attribute)", "- $($Noted.Former)")) { return }
    if ($Noted.Kind -eq 'Suites') { Set-SuiteOrder -Names ($Noted.Former -split ',') }
    elseif ($Noted.Former -ne '') { Set-ItemProperty -LiteralPath $Noted.Name -Name $Noted.Attribute -Value ([int] $Noted.Former) }
    elseif ((Read-Number -Path $Noted.Name -Name $Noted.Attribute) -ne '') { Remove-ItemProperty -LiteralPath $Noted.Name -Name $Noted.Attribute }
}

if ($Undo) {
    if (-not (Test-Path -LiteralPath $Journal)) {
        Write-Warning -Message 'Nothing is noted beside this script for this machine, so there is nothing to take back.'
        return
    }
    # The oldest note of each tells what was there before this script.
    $done = @{}
    foreach ($noted in @(Import-Csv -LiteralPath $Journal)) {
        $key = "$($noted.Kind) $($noted.Name) $($noted.Attribute)"
        if (-not $done[$key]) {
            $done[$key] = $true
            Undo-Change -Noted $noted
        }
    }
    Remove-Item -LiteralPath $Journal
    Write-Warning -Message 'Restart this machine: until then, services that run keep the TLS settings that they started with.'
    return
}

if (-not $Check) {
    foreach ($setting in Get-Setting) { Set-Setting -Setting $setting }
    if ($HasCmdlets -and -not (Test-SuiteOrder) -and $PSCmdlet.ShouldProcess('TlsCipherSuite', (@(Get-WantedOrder) -join ','))) {
        Add-Note -Kind 'Suites' -Name 'TlsCipherSuite' -Former (@(Get-SuiteOrder) -join ',')
        Set-SuiteOrder -Names @(Get-WantedOrder)
    }
    if ($WhatIfPreference) { return }
}

$Faults = @(Get-Fault)
$IsRestarted = Test-Restarted
if (-not $IsRestarted) { Write-Warning -Message 'Restart this machine: until then, services that run keep the TLS settings that they started with.' }
foreach ($fault in $Faults) { Write-Warning -Message $fault }
if ($Faults.Count -gt 0 -or ($Check -and -not $IsRestarted)) { exit 1 }
if ($IsRestarted) { Write-Output -InputObject 'TLS versions and cipher suites are as planned, and the machine was restarted after the last change.' }
