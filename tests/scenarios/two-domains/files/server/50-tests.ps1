# Mobility for Proseware and Lucerne Publishing: Test sign-in
# Run it with -WhatIf first: nothing is changed then.
# Check: each test ends with the result Success.
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [pscredential] $Credential1,
    [Parameter(Mandatory)] [pscredential] $Credential2
)
$ErrorActionPreference = 'Continue'

# any Front End Server

# `Test-CsUcwaConference` lets two test users meet through UCWA on every Front End pool, where UCWA exists (M-007, M-256).
# M-005, M-007, M-256, M-257, M-260, M-261 <- clients.sfb_mobile, mobility.test_users, sites[Denver].front_end_pools[denpool01.corp.proseware.example].fqdn
# `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
# Where `New-CsHealthMonitoringConfiguration` has set test users for the pool, the short form does too: the line up to the pool's name, without users and credentials (M-257).
Test-CsUcwaConference -TargetFqdn denpool01.corp.proseware.example -Authentication Negotiate -OrganizerSipAddress 'sip:test1@proseware.example' -OrganizerCredential $Credential1 -ParticipantSipAddress 'sip:test2@lucernepublishing.example' -ParticipantCredential $Credential2
