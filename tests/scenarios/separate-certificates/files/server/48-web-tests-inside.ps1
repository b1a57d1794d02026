# Trey Research: Ask the web from inside
# Run it with -WhatIf first: nothing is changed then.
# Check: every request is answered as its remarks say (M-262).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Continue'

# a computer inside

# From inside, the name `lyncdiscoverinternal` of every SIP domain answers (M-262).
# M-027, M-041, M-044, M-262, M-264, M-265, M-292 <- domains.sip, mobility.autodiscover
# The right answer has the status 200 and links with the tokens User and Domain; AccessLocation says where the client is (M-264, M-265).
Invoke-WebRequest -Uri https://lyncdiscoverinternal.trey.example/ -UseBasicParsing
Invoke-WebRequest -Uri https://lyncdiscoverinternal.treyresearch.example/ -UseBasicParsing

# From inside, the Mobility Service of every Front End pool answers (M-269).
# M-003, M-006, M-054, M-174, M-269 <- clients.lync_2010_mobile, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
Invoke-WebRequest -Uri https://pool.treyresearch.example/mcx/mcxservice.svc -UseBasicParsing
