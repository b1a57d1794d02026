# Trey Research: Switch on push notifications
# Run it with -WhatIf first: nothing is changed then.
# Check: `Test-CsFederatedPartner` and, where Lync 2010 Mobile is served, `Test-CsMcxPushNotification` succeed (M-216, M-217).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `New-CsAllowedDomain` puts `push.lync.com` on the list of allowed domains (M-205).
# E-197, M-205, M-214 <- mobility.push.enabled
New-CsAllowedDomain -Identity push.lync.com
# Undo: Remove-CsAllowedDomain -Identity push.lync.com

# `Set-CsAccessEdgeConfiguration` switches federation on (M-206).
# E-191, E-197, M-197, M-206 <- mobility.push.enabled
# If federation was on before, leave it on when you take this back.
Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True
# Undo: Set-CsAccessEdgeConfiguration -AllowFederatedUsers $False

# `Set-CsPushNotificationConfiguration` switches the services of Apple and Microsoft on, each as the clients need it (M-200, M-207).
# E-197, E-200, M-198, M-199, M-200, M-207, M-208, M-298, M-299 <- clients.lync_2010_mobile, mobility.push.enabled
Set-CsPushNotificationConfiguration -Identity global -EnableApplePushNotificationService $True -EnableMicrosoftPushNotificationService $True
# Undo: Set-CsPushNotificationConfiguration -Identity global -EnableApplePushNotificationService $False -EnableMicrosoftPushNotificationService $False

# `Test-CsFederatedPartner` tries the way to the push service through every Edge pool (M-216).
# E-198, M-216, M-300 <- mobility.push.enabled, sites[Lab].edge_pools[edge.treyresearch.example].fqdn
Test-CsFederatedPartner -TargetFqdn edge.treyresearch.example -Domain push.lync.com -ProxyFqdn sipfed.online.lync.com
