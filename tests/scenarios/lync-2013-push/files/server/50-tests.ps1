# Fourth Coffee mobility: Test sign-in
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# Check: each test ends with the result Success.
[CmdletBinding(SupportsShouldProcess)]
param(
    # The account of a test user, from Get-Credential. It is kept nowhere.
    [Parameter(Mandatory)] [pscredential] $Credential1,
    # The account of a test user, from Get-Credential. It is kept nowhere.
    [Parameter(Mandatory)] [pscredential] $Credential2,
    # The account of a test user, from Get-Credential. It is kept nowhere.
    [Parameter(Mandatory)] [pscredential] $Credential3
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

foreach ($Name in @('Test-CsMcxConference', 'Test-CsMcxP2PIM', 'Test-CsUcwaConference')) {
    if (-not (Get-Command -Name $Name -ErrorAction SilentlyContinue)) {
        throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' ' + $Name)
    }
}

# any Front End Server

# `Test-CsUcwaConference` lets two test users meet through UCWA on every Front End pool, where UCWA exists (M-007, M-256).
# M-005, M-007, M-256, M-257, M-260, M-261 <- clients.lync_2013_mobile, mobility.test_users, servers.february_2013_update, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
# `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
# Where `New-CsHealthMonitoringConfiguration` has set test users for the pool, the short form does too: the line up to the pool's name, without users and credentials (M-257).
Add-Step @{
    Do = { Test-CsUcwaConference -TargetFqdn pool.corp.fourthcoffee.example -Authentication Negotiate -OrganizerSipAddress 'sip:test1@fourthcoffee.example' -OrganizerCredential $Credential1 -ParticipantSipAddress 'sip:test2@fourthcoffee.example' -ParticipantCredential $Credential2 }
    Test = $True
}

# `Test-CsMcxP2PIM` lets two test users send a message through Mcx on every Front End pool (M-258).
# M-006, M-221, M-258, M-260, M-261 <- clients.lync_2010_mobile, mobility.test_users, servers.version, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
# `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
Add-Step @{
    Do = { Test-CsMcxP2PIM -TargetFqdn pool.corp.fourthcoffee.example -Authentication Negotiate -SenderSipAddress 'sip:test1@fourthcoffee.example' -SenderCredential $Credential1 -ReceiverSipAddress 'sip:test2@fourthcoffee.example' -ReceiverCredential $Credential2 }
    Test = $True
}

# `Test-CsMcxConference` lets three test users meet through Mcx on every Front End pool (M-259).
# M-006, M-221, M-259, M-260, M-261 <- clients.lync_2010_mobile, mobility.test_users, servers.version, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
# `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
Add-Step @{
    Do = { Test-CsMcxConference -TargetFqdn pool.corp.fourthcoffee.example -Authentication Negotiate -OrganizerSipAddress 'sip:test1@fourthcoffee.example' -OrganizerCredential $Credential1 -UserSipAddress 'sip:test2@fourthcoffee.example' -UserCredential $Credential2 -User2SipAddress 'sip:test3@coffee.example' -User2Credential $Credential3 }
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
