# Woodgrove mobility: Set mobility policies
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsUser` with `Select-Object DisplayName, MobilityPolicy` shows the policy of a user (M-243).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsMobilityPolicy` changes the global mobility policy (M-235).
# M-226, M-227, M-228, M-229, M-230, M-231, M-232, M-235, M-242, M-244, M-245, M-303, M-305, M-306 <- mobility.policies[global].enable_ip_audio_video, mobility.policies[global].enable_mobility, mobility.policies[global].enable_outside_voice, mobility.policies[global].require_wifi_for_ip_audio, mobility.policies[global].require_wifi_for_ip_video, mobility.policies[global].scope
# The policy does not ask for Wi-Fi for video. The mobile client has a setting of its own, which does by default (M-303).
Set-CsMobilityPolicy -Identity global -EnableMobility $True -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False
# Check: Get-CsMobilityPolicy -Identity global
# Undo: Set-CsMobilityPolicy -Identity global -EnableMobility $True -EnableOutsideVoice $True -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False

# `New-CsMobilityPolicy` makes a mobility policy for users (M-237).
# M-226, M-227, M-228, M-229, M-230, M-231, M-232, M-237, M-242, M-244, M-245, M-302, M-303, M-304, M-305, M-306 <- mobility.policies[Tellers].enable_ip_audio_video, mobility.policies[Tellers].enable_mobility, mobility.policies[Tellers].name, mobility.policies[Tellers].require_wifi_for_ip_audio, mobility.policies[Tellers].require_wifi_for_ip_video, mobility.policies[Tellers].scope
# If `New-CsMobilityPolicy` refuses `RequireWiFiForIPAudio`, leave that parameter out there, and set it afterwards with `Set-CsMobilityPolicy` (M-302).
# The policy does not ask for Wi-Fi for video. The mobile client has a setting of its own, which does by default (M-303).
New-CsMobilityPolicy -Identity Tellers -EnableMobility $False -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False
# Check: Get-CsMobilityPolicy -Identity Tellers
# Undo: Remove-CsMobilityPolicy -Identity Tellers

# `Grant-CsMobilityPolicy` grants the policy to its users (M-238, M-241).
# M-238, M-239, M-240, M-241, M-243, M-304 <- mobility.policies[Tellers].grant_to, mobility.policies[Tellers].name, mobility.policies[Tellers].scope
Get-CsUser -Filter {RegistrarPool -eq 'south.ad.woodgrove.example'} | Grant-CsMobilityPolicy -PolicyName Tellers
# Check: Get-CsUser -Filter {RegistrarPool -eq 'south.ad.woodgrove.example'} | Select-Object -Property DisplayName,MobilityPolicy
# Undo: Get-CsUser -Filter {RegistrarPool -eq 'south.ad.woodgrove.example'} | Grant-CsMobilityPolicy -PolicyName $Null
