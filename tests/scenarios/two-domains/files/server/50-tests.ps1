# Mobility for Proseware and Lucerne Publishing: Test sign-in
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# Check: each test ends with the result Success.
[CmdletBinding(SupportsShouldProcess)]
param(
    # The account of a test user, from Get-Credential. It is kept nowhere.
    [Parameter(Mandatory)] [pscredential] $Credential1,
    # The account of a test user, from Get-Credential. It is kept nowhere.
    [Parameter(Mandatory)] [pscredential] $Credential2
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
$Steps = New-Object -TypeName System.Collections.ArrayList

# Steps are collected first and carried out at the end. Each has the line to do and, where there is something to see: what prints it, which of it is meant, what it is like afterwards, what is kept of it, and what takes it back.
function Add-Step($Step) {
    [void] $Steps.Add($Step)
}

# The line of a step as text.
function Get-Line($Step) {
    $Step.Do.ToString().Trim()
}

# Carries a test out.
function Invoke-Step($Step) {
    $Line = Get-Line $Step
    Write-Host $Line
    if ($PSCmdlet.ShouldProcess($Server, $Line)) {
        Invoke-Line $Step
    }
}

# Carries the line of a step out and shows what it answers.
function Invoke-Line($Step) {
    $Answers = @()
    try {
        $Answers = @(& $Step.Do)
    } catch {
        $Response = $_.Exception.Response
        if (-not $Step.Status -or -not $Response -or [int] $Response.StatusCode -ne $Step.Status) {
            throw
        }
        Write-Host ('    ' + [int] $Response.StatusCode)
        return
    }
    foreach ($Answer in $Answers) {
        if ($Step.Status) {
            throw ('The page did not ask who is there. It answered with the status' + ' ' + $Answer.StatusCode)
        }
        if ($Step.Test -and $null -ne $Answer.Result -and [string] $Answer.Result -ne 'Success') {
            throw ('The test did not succeed.' + ' ' + $Answer.Error)
        }
        $Answer | Out-Host
    }
}

foreach ($Name in @('Test-CsUcwaConference')) {
    if (-not (Get-Command -Name $Name -ErrorAction SilentlyContinue)) {
        throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' ' + $Name)
    }
}

# any Front End Server

# `Test-CsUcwaConference` lets two test users meet through UCWA on every Front End pool, where UCWA exists (M-007, M-256).
# M-005, M-007, M-256, M-257, M-260, M-261 <- clients.sfb_mobile, mobility.test_users, sites[Denver].front_end_pools[denpool01.corp.proseware.example].fqdn
# `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
# Where `New-CsHealthMonitoringConfiguration` has set test users for the pool, the short form does too: the line up to the pool's name, without users and credentials (M-257).
Add-Step @{
    Do = { Test-CsUcwaConference -TargetFqdn denpool01.corp.proseware.example -Authentication Negotiate -OrganizerSipAddress 'sip:test1@proseware.example' -OrganizerCredential $Credential1 -ParticipantSipAddress 'sip:test2@lucernepublishing.example' -ParticipantCredential $Credential2 }
    Test = $True
}

$Failed = 0
foreach ($Step in $Steps) {
    try {
        Invoke-Step $Step
    } catch {
        $Failed++
        Write-Warning ([string] $_)
    }
}
if ($Failed -gt 0) {
    Write-Warning ('Failed:' + ' ' + $Failed)
    exit 1
}
