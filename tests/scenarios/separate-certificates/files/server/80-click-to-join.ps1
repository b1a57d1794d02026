# Trey Research: Allow click to join
# Run it with -WhatIf first: nothing is changed then.
# Check: `Test-CsVoicePolicy` and `Test-CsVoiceRoute` succeed (M-255).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsPstnUsage` adds the PSTN usage record of click to join (M-248).
# M-246, M-247, M-248, M-252 <- mobility.click_to_join.enabled, mobility.click_to_join.usage
Set-CsPstnUsage -Identity global -Usage @{add='ClickToJoinDialOut'}
# Check: Get-CsPstnUsage -Identity global | Select-Object -ExpandProperty Usage
# Undo: Set-CsPstnUsage -Identity global -Usage @{remove='ClickToJoinDialOut'}

# `New-CsVoiceRoute` makes the voice route from the usage to the gateways (M-249).
# M-246, M-249, M-252, M-255 <- mobility.click_to_join.enabled, mobility.click_to_join.gateways, mobility.click_to_join.number_pattern, mobility.click_to_join.route, mobility.click_to_join.usage
# `$TestNumber` is a telephone number of your choice that the number pattern of the route lets pass, such as +14255550100 (M-255).
New-CsVoiceRoute -Identity ClickToJoinRoute -NumberPattern '^\+1[2-9]\d{9}$' -PstnUsages @{add='ClickToJoinDialOut'} -PstnGatewayList @{add='PstnGateway:gw.treyresearch.example'}
# Check: Get-CsVoiceRoute -Identity ClickToJoinRoute | Test-CsVoiceRoute -TargetNumber $TestNumber
# Undo: Remove-CsVoiceRoute -Identity ClickToJoinRoute

# `New-CsVoicePolicy`, or `Set-CsVoicePolicy` for the global one, gives a voice policy the usage (M-250).
# M-246, M-250, M-252, M-253, M-255 <- mobility.click_to_join.enabled, mobility.click_to_join.scope, mobility.click_to_join.usage
# `$TestNumber` is a telephone number of your choice that the number pattern of the route lets pass, such as +14255550100 (M-255).
# A global or site voice policy applies by itself to users of Enterprise Voice; for others this is not documented. It is safest to grant the policy to each of them (M-253).
New-CsVoicePolicy -Identity site:Lab -PstnUsages @{add='ClickToJoinDialOut'}
# Check: Get-CsVoicePolicy -Identity site:Lab | Test-CsVoicePolicy -TargetNumber $TestNumber
# Undo: Remove-CsVoicePolicy -Identity site:Lab
