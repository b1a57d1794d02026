# Mobility for Proseware and Lucerne Publishing: Set mobility policies
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsUser` with `Select-Object DisplayName, MobilityPolicy` shows the policy of a user (M-243).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `New-CsMobilityPolicy` makes a mobility policy for users (M-237).
# M-226, M-227, M-228, M-229, M-230, M-231, M-237, M-242, M-302, M-304 <- mobility.policies[Travelling staff].enable_ip_audio_video, mobility.policies[Travelling staff].enable_mobility, mobility.policies[Travelling staff].enable_outside_voice, mobility.policies[Travelling staff].name, mobility.policies[Travelling staff].require_wifi_for_ip_audio, mobility.policies[Travelling staff].require_wifi_for_ip_video, mobility.policies[Travelling staff].scope
# If `New-CsMobilityPolicy` refuses `RequireWiFiForIPAudio`, leave that parameter out there, and set it afterwards with `Set-CsMobilityPolicy` (M-302).
New-CsMobilityPolicy -Identity 'Travelling staff' -EnableMobility $True -EnableOutsideVoice $True -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $True
# Undo: Remove-CsMobilityPolicy -Identity 'Travelling staff'

# `Grant-CsMobilityPolicy` grants the policy to its users (M-238, M-241).
# M-238, M-239, M-240, M-241, M-304 <- mobility.policies[Travelling staff].grant_to, mobility.policies[Travelling staff].name, mobility.policies[Travelling staff].scope
Grant-CsMobilityPolicy -Identity 'field-sales@proseware.example' -PolicyName 'Travelling staff'
# Undo: Grant-CsMobilityPolicy -Identity 'field-sales@proseware.example' -PolicyName $Null

# `Grant-CsMobilityPolicy` grants the policy to its users (M-238, M-241).
# M-238, M-239, M-240, M-241, M-304 <- mobility.policies[Travelling staff].grant_to, mobility.policies[Travelling staff].name, mobility.policies[Travelling staff].scope
Grant-CsMobilityPolicy -Identity 'book-fairs@lucernepublishing.example' -PolicyName 'Travelling staff'
# Undo: Grant-CsMobilityPolicy -Identity 'book-fairs@lucernepublishing.example' -PolicyName $Null

# `Grant-CsMobilityPolicy` grants the policy to its users (M-238, M-241).
# M-238, M-239, M-240, M-241, M-304 <- mobility.policies[Travelling staff].grant_to, mobility.policies[Travelling staff].name, mobility.policies[Travelling staff].scope
Get-CsUser -Filter {RegistrarPool -eq 'denpool01.corp.proseware.example'} | Grant-CsMobilityPolicy -PolicyName 'Travelling staff'
# Undo: Get-CsUser -Filter {RegistrarPool -eq 'denpool01.corp.proseware.example'} | Grant-CsMobilityPolicy -PolicyName $Null
