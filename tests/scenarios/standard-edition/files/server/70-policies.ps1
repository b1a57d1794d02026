# Litware mobility: Set mobility policies
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsUser` with `Select-Object DisplayName, MobilityPolicy` shows the policy of a user (M-243).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsMobilityPolicy` changes the global mobility policy (M-235).
# M-226, M-227, M-228, M-229, M-230, M-231, M-232, M-235, M-242, M-244, M-245, M-303, M-305, M-306 <- mobility.policies[global].enable_ip_audio_video, mobility.policies[global].enable_mobility, mobility.policies[global].enable_outside_voice, mobility.policies[global].require_wifi_for_ip_audio, mobility.policies[global].require_wifi_for_ip_video, mobility.policies[global].scope
Set-CsMobilityPolicy -Identity global -EnableMobility $True -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $True
# Check: Get-CsMobilityPolicy -Identity global
# Undo: Set-CsMobilityPolicy -Identity global -EnableMobility $True -EnableOutsideVoice $True -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False
