# Mobility for Proseware and Lucerne Publishing: Allow click to join
# Run it with -WhatIf first: nothing is changed then.
# Check: `Test-CsVoicePolicy` and `Test-CsVoiceRoute` succeed (M-255).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsPstnUsage` adds the PSTN usage record of click to join (M-248).
# M-246, M-247, M-248, M-252 <- mobility.click_to_join.enabled, mobility.click_to_join.usage
Set-CsPstnUsage -Identity global -Usage @{add='Conference dial-out'}
# Undo: Set-CsPstnUsage -Identity global -Usage @{remove='Conference dial-out'}

# `New-CsVoiceRoute` makes the voice route from the usage to the gateways (M-249).
# M-246, M-249, M-252 <- mobility.click_to_join.enabled, mobility.click_to_join.gateways, mobility.click_to_join.number_pattern, mobility.click_to_join.route, mobility.click_to_join.usage
New-CsVoiceRoute -Identity 'Conference dial-out Denver' -NumberPattern '^\+1[2-9]\d{9}$' -PstnUsages @{add='Conference dial-out'} -PstnGatewayList @{add='PstnGateway:dengw01.corp.proseware.example'}
# Undo: Remove-CsVoiceRoute -Identity 'Conference dial-out Denver'

# `New-CsVoicePolicy`, or `Set-CsVoicePolicy` for the global one, gives a voice policy the usage (M-250).
# M-246, M-250, M-252, M-253 <- mobility.click_to_join.enabled, mobility.click_to_join.policy, mobility.click_to_join.scope, mobility.click_to_join.usage
# A global or site voice policy applies by itself to users of Enterprise Voice; for others this is not documented. It is safest to grant the policy to each of them (M-253).
New-CsVoicePolicy -Identity 'Conference callers' -PstnUsages @{add='Conference dial-out'}
# Undo: Remove-CsVoicePolicy -Identity 'Conference callers'

# `Grant-CsVoicePolicy` grants the voice policy to its users (M-251).
# M-239, M-240, M-241, M-251, M-253, M-304 <- mobility.click_to_join.enabled, mobility.click_to_join.grant_to, mobility.click_to_join.policy, mobility.click_to_join.scope
Grant-CsVoicePolicy -Identity 'warehouse@proseware.example' -PolicyName 'Conference callers'
# Undo: Grant-CsVoicePolicy -Identity 'warehouse@proseware.example' -PolicyName $Null

# `Grant-CsVoicePolicy` grants the voice policy to its users (M-251).
# M-239, M-240, M-241, M-251, M-253, M-304 <- mobility.click_to_join.enabled, mobility.click_to_join.grant_to, mobility.click_to_join.policy, mobility.click_to_join.scope
Grant-CsVoicePolicy -Identity 'proofreaders@lucernepublishing.example' -PolicyName 'Conference callers'
# Undo: Grant-CsVoicePolicy -Identity 'proofreaders@lucernepublishing.example' -PolicyName $Null
