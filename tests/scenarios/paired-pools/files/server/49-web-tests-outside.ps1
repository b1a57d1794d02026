# Adatum mobility in two data centres: Ask the web from outside
# Run it with -WhatIf first: nothing is changed then.
# Check: every request is answered as its remarks say (M-262, M-263, M-270).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Continue'

# a computer outside

# From outside, the name `lyncdiscover` of every SIP domain answers over the protocol of the first request (M-262, M-263).
# M-041, M-124, M-262, M-263, M-264, M-265 <- domains.sip, mobility.access, mobility.autodiscover, mobility.initial_request
# The right answer has the status 200 and links with the tokens User and Domain; AccessLocation says where the client is (M-264, M-265).
Invoke-WebRequest -Uri https://lyncdiscover.adatum.example/ -UseBasicParsing
Invoke-WebRequest -Uri https://lyncdiscover.wingtiptoys.example/ -UseBasicParsing

# From outside, Autodiscover answers at the external Web Services of every pool (M-262).
# M-033, M-129, M-262, M-264, M-266, M-267, M-268, M-271 <- clients.lync_2010_mobile, mobility.access, mobility.autodiscover, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https
# The right answer has the status 200 and links with the tokens User and Domain; AccessLocation says where the client is (M-264, M-265).
# In the answer for a user, the link Ucwa names the external Web Services of the home pool (M-267).
# The Microsoft Remote Connectivity Analyzer at https://testconnectivity.microsoft.com/ asks from outside too (M-271).
Invoke-WebRequest -Uri https://eastweb.adatum.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing

# From outside, Autodiscover answers at the external Web Services of every pool (M-262).
# M-033, M-129, M-262, M-264, M-266, M-267, M-268, M-271 <- clients.lync_2010_mobile, mobility.access, mobility.autodiscover, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https
# The right answer has the status 200 and links with the tokens User and Domain; AccessLocation says where the client is (M-264, M-265).
# In the answer for a user, the link Ucwa names the external Web Services of the home pool (M-267).
# The Microsoft Remote Connectivity Analyzer at https://testconnectivity.microsoft.com/ asks from outside too (M-271).
Invoke-WebRequest -Uri https://westweb.adatum.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing

# From outside, the address book and the expansion of groups ask for a sign-in (M-270).
# M-135, M-270 <- mobility.access, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https
# The right answer is a challenge to sign in: PowerShell reports it as an error with the status 401 (M-270).
Invoke-WebRequest -Uri https://eastweb.adatum.example/abs -UseBasicParsing
Invoke-WebRequest -Uri https://eastweb.adatum.example/GroupExpansion/service.svc -UseBasicParsing

# From outside, the address book and the expansion of groups ask for a sign-in (M-270).
# M-135, M-270 <- mobility.access, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https
# The right answer is a challenge to sign in: PowerShell reports it as an error with the status 401 (M-270).
Invoke-WebRequest -Uri https://westweb.adatum.example/abs -UseBasicParsing
Invoke-WebRequest -Uri https://westweb.adatum.example/GroupExpansion/service.svc -UseBasicParsing

# From outside, the Meet and Dial-in pages of every Front End pool show themselves (M-270).
# M-133, M-270 <- mobility.access, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.external.fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.published_https
# The right answer has the status 200: for Meet a page for trouble-shooting, for Dial-in the page with the numbers (M-270).
Invoke-WebRequest -Uri https://eastweb.adatum.example/meet -UseBasicParsing
Invoke-WebRequest -Uri https://eastweb.adatum.example/dialin -UseBasicParsing

# From outside, the Meet and Dial-in pages of every Front End pool show themselves (M-270).
# M-133, M-270 <- mobility.access, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.external.fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.published_https
# The right answer has the status 200: for Meet a page for trouble-shooting, for Dial-in the page with the numbers (M-270).
Invoke-WebRequest -Uri https://westweb.adatum.example/meet -UseBasicParsing
Invoke-WebRequest -Uri https://westweb.adatum.example/dialin -UseBasicParsing
