# Mobility for Proseware and Lucerne Publishing: Set mobility policies
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsUser` with `Select-Object DisplayName, MobilityPolicy` shows the policy of a user (M-243).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `New-CsMobilityPolicy` makes a mobility policy for users (M-237).
# M-226, M-227, M-228, M-229, M-230, M-231, M-232, M-237, M-242, M-244, M-245, M-302, M-303, M-304, M-305, M-306 <- mobility.policies[Travelling staff].enable_ip_audio_video, mobility.policies[Travelling staff].enable_mobility, mobility.policies[Travelling staff].enable_outside_voice, mobility.policies[Travelling staff].name, mobility.policies[Travelling staff].require_wifi_for_ip_audio, mobility.policies[Travelling staff].require_wifi_for_ip_video, mobility.policies[Travelling staff].scope
# If `New-CsMobilityPolicy` refuses `RequireWiFiForIPAudio`, leave that parameter out there, and set it afterwards with `Set-CsMobilityPolicy` (M-302).
# Call via Work also needs users with Enterprise Voice, and a voice policy with simultaneous ringing: `AllowSimulRing`, which is on by default (M-244, M-245). Sign-in, messages and presence need neither (M-306).
New-CsMobilityPolicy -Identity 'Travelling staff' -EnableMobility $True -EnableOutsideVoice $True -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $True
# Check: Get-CsMobilityPolicy -Identity 'Travelling staff'
# Undo: Remove-CsMobilityPolicy -Identity 'Travelling staff'

# `Grant-CsMobilityPolicy` grants the policy to its users (M-238, M-241).
# M-238, M-239, M-240, M-241, M-243, M-304 <- mobility.policies[Travelling staff].grant_to, mobility.policies[Travelling staff].name, mobility.policies[Travelling staff].scope
Grant-CsMobilityPolicy -Identity 'field-sales@proseware.example' -PolicyName 'Travelling staff'
# Check: Get-CsUser -Identity 'field-sales@proseware.example' | Select-Object -Property DisplayName,MobilityPolicy
# Undo: Grant-CsMobilityPolicy -Identity 'field-sales@proseware.example' -PolicyName $Null
Grant-CsMobilityPolicy -Identity 'book-fairs@lucernepublishing.example' -PolicyName 'Travelling staff'
# Check: Get-CsUser -Identity 'book-fairs@lucernepublishing.example' | Select-Object -Property DisplayName,MobilityPolicy
# Undo: Grant-CsMobilityPolicy -Identity 'book-fairs@lucernepublishing.example' -PolicyName $Null
Get-CsUser -Filter {RegistrarPool -eq 'denpool01.corp.proseware.example'} | Grant-CsMobilityPolicy -PolicyName 'Travelling staff'
# Check: Get-CsUser -Filter {RegistrarPool -eq 'denpool01.corp.proseware.example'} | Select-Object -Property DisplayName,MobilityPolicy
# Undo: Get-CsUser -Filter {RegistrarPool -eq 'denpool01.corp.proseware.example'} | Grant-CsMobilityPolicy -PolicyName $Null
