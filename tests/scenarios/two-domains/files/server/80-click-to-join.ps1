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
# Check: Get-CsPstnUsage -Identity global | Select-Object -ExpandProperty Usage
# Undo: Set-CsPstnUsage -Identity global -Usage @{remove='Conference dial-out'}

# `New-CsVoiceRoute` makes the voice route from the usage to the gateways (M-249).
# M-246, M-249, M-252, M-255 <- mobility.click_to_join.enabled, mobility.click_to_join.gateways, mobility.click_to_join.number_pattern, mobility.click_to_join.route, mobility.click_to_join.usage
# `$TestNumber` is a telephone number of your choice that the number pattern of the route lets pass, such as +14255550100 (M-255).
New-CsVoiceRoute -Identity 'Conference dial-out Denver' -NumberPattern '^\+1[2-9]\d{9}$' -PstnUsages @{add='Conference dial-out'} -PstnGatewayList @{add='PstnGateway:dengw01.corp.proseware.example'}
# Check: Get-CsVoiceRoute -Identity 'Conference dial-out Denver' | Test-CsVoiceRoute -TargetNumber $TestNumber
# Undo: Remove-CsVoiceRoute -Identity 'Conference dial-out Denver'

# `New-CsVoicePolicy`, or `Set-CsVoicePolicy` for the global one, gives a voice policy the usage (M-250).
# M-246, M-250, M-252, M-253, M-255 <- mobility.click_to_join.enabled, mobility.click_to_join.policy, mobility.click_to_join.scope, mobility.click_to_join.usage
# `$TestNumber` is a telephone number of your choice that the number pattern of the route lets pass, such as +14255550100 (M-255).
New-CsVoicePolicy -Identity 'Conference callers' -PstnUsages @{add='Conference dial-out'}
# Check: Get-CsVoicePolicy -Identity 'Conference callers' | Test-CsVoicePolicy -TargetNumber $TestNumber
# Undo: Remove-CsVoicePolicy -Identity 'Conference callers'

# `Grant-CsVoicePolicy` grants the voice policy to its users (M-251).
# M-239, M-240, M-241, M-251, M-253, M-254, M-304 <- mobility.click_to_join.enabled, mobility.click_to_join.grant_to, mobility.click_to_join.policy, mobility.click_to_join.scope
# Click to join needs no Enterprise Voice: leave `EnterpriseVoiceEnabled` of these users as it is (M-254).
Grant-CsVoicePolicy -Identity 'warehouse@proseware.example' -PolicyName 'Conference callers'
# Check: Get-CsUser -Identity 'warehouse@proseware.example' | Select-Object -Property DisplayName,VoicePolicy
# Undo: Grant-CsVoicePolicy -Identity 'warehouse@proseware.example' -PolicyName $Null
Grant-CsVoicePolicy -Identity 'proofreaders@lucernepublishing.example' -PolicyName 'Conference callers'
# Check: Get-CsUser -Identity 'proofreaders@lucernepublishing.example' | Select-Object -Property DisplayName,VoicePolicy
# Undo: Grant-CsVoicePolicy -Identity 'proofreaders@lucernepublishing.example' -PolicyName $Null
