# Trey Research: Test sign-in
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
# M-005, M-007, M-256, M-257, M-260, M-261 <- clients.lync_2013_mobile, mobility.test_users, servers.february_2013_update, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
# `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
# Where `New-CsHealthMonitoringConfiguration` has set test users for the pool, the short form does too: the line up to the pool's name, without users and credentials (M-257).
Test-CsUcwaConference -TargetFqdn pool.treyresearch.example -Authentication Negotiate -OrganizerSipAddress 'sip:test1@treyresearch.example' -OrganizerCredential $Credential1 -ParticipantSipAddress 'sip:test2@trey.example' -ParticipantCredential $Credential2

# `Test-CsMcxP2PIM` lets two test users send a message through Mcx on every Front End pool (M-258).
# M-006, M-221, M-258, M-260, M-261 <- clients.lync_2010_mobile, mobility.test_users, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
# `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
Test-CsMcxP2PIM -TargetFqdn pool.treyresearch.example -Authentication Negotiate -SenderSipAddress 'sip:test1@treyresearch.example' -SenderCredential $Credential1 -ReceiverSipAddress 'sip:test2@trey.example' -ReceiverCredential $Credential2
