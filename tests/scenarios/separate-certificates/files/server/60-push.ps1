# Trey Research: Switch on push notifications
# Run it with -WhatIf first: nothing is changed then.
# Check: `Test-CsFederatedPartner` and, where the Mobility Service exists, `Test-CsMcxPushNotification` succeed (M-216, M-217).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `New-CsAllowedDomain` puts `push.lync.com` on the list of allowed domains (M-205).
# E-197, M-205, M-214 <- clients.lync_2010_mobile, mobility.push.enabled, servers.version
# The line fails if the domain is on the list of allowed or blocked domains already. On the blocked list it has to go first (M-205).
# The documentation asks for RTCUniversalServerAdmins here, and for CsAdministrator for the switches and tests; one page asks for CsAdministrator for all (M-214).
New-CsAllowedDomain -Identity push.lync.com
# Check: Get-CsAllowedDomain -Identity push.lync.com
# Undo: Remove-CsAllowedDomain -Identity push.lync.com

# `Set-CsPushNotificationConfiguration` switches the services of Apple and Microsoft on, each as the clients need it (M-200, M-207, M-298).
# E-197, E-200, E-201, M-006, M-198, M-199, M-200, M-207, M-208, M-214, M-298, M-299 <- clients.lync_2010_mobile, mobility.push.enabled, servers.version
# A site with a collection of its own keeps that one. `Get-CsPushNotificationConfiguration` without `-Identity` lists them all (M-208).
Set-CsPushNotificationConfiguration -Identity global -EnableApplePushNotificationService $True -EnableMicrosoftPushNotificationService $True
# Check: Get-CsPushNotificationConfiguration -Identity global
# Undo: Set-CsPushNotificationConfiguration -Identity global -EnableApplePushNotificationService $False -EnableMicrosoftPushNotificationService $False

# `Get-CsMcxConfiguration` shows where the Mobility Service sends its notifications (M-209).
# M-209, M-215 <- clients.lync_2010_mobile, mobility.push.enabled, servers.version
# The value must be `sip:push@push.lync.com`. If it is not, this line repairs it: `Get-CsMcxConfiguration | Set-CsMcxConfiguration -PushNotificationProxyUri "sip:push@push.lync.com"` (M-209).
# Push reaches Lync 2010 Mobile on iPhone and Windows Phone as long as its session lasts: `SessionExpirationInterval`, by default 259200 seconds. It must be greater than `SessionShortExpirationInterval`, by default 3600 seconds, which is for Android and Nokia; both take 120 to 4294967295 (M-215).
Get-CsMcxConfiguration | Select-Object -Property Identity,PushNotificationProxyUri

# `Get-CsImFilterConfiguration` shows whether the filter of messages blocks addresses (M-210).
# M-210 <- clients.lync_2010_mobile, mobility.push.enabled, servers.version
# If `http:` or `https:` is among the prefixes, take them out: `Set-CsImFilterConfiguration -Identity global -Prefixes @{remove="http:"}` and `Set-CsImFilterConfiguration -Identity global -Prefixes @{remove="https:"}`. The same goes for a site with a collection of its own (M-210).
Get-CsImFilterConfiguration -Identity global | Select-Object -ExpandProperty Prefixes

# `Test-CsFederatedPartner` tries the way to the push service through the Edge pool to which the names outside lead (M-216, M-300).
# E-198, M-214, M-216, M-300, M-336 <- clients.lync_2010_mobile, mobility.push.enabled, servers.version, sites, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn
Test-CsFederatedPartner -TargetFqdn edge.treyresearch.example -Domain push.lync.com -ProxyFqdn sipfed.online.lync.com

# `Test-CsMcxPushNotification` sends a notification of the Mobility Service through the Edge pool (M-217, M-300).
# E-198, M-006, M-214, M-217, M-300, M-336 <- clients.lync_2010_mobile, mobility.push.enabled, servers.version, sites, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn
# An answer of 504 mostly means that the SRV record of federation is missing or wrong, or that the Edge is at fault (M-217).
Test-CsMcxPushNotification -AccessEdgeFqdn edge.treyresearch.example
