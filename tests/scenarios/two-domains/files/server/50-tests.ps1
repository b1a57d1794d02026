# Mobility for Proseware and Lucerne Publishing: Test sign-in
# Run it with -WhatIf first: nothing is changed then.
# Check: each test ends with the result Success.
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [pscredential] $Credential1,
    [Parameter(Mandatory)] [pscredential] $Credential2
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Test-CsUcwaConference` lets two test users meet through UCWA on every Front End pool (M-256).
# M-256, M-257, M-260, M-261 <- mobility.test_users, sites[Denver].front_end_pools[denpool01.corp.proseware.example].fqdn
# `$Credential1` and `$Credential2` come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260).
Test-CsUcwaConference -TargetFqdn denpool01.corp.proseware.example -Authentication Negotiate -OrganizerSipAddress 'sip:test1@proseware.example' -OrganizerCredential $Credential1 -ParticipantSipAddress 'sip:test2@lucernepublishing.example' -ParticipantCredential $Credential2
