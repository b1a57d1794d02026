# Trey Research: Set mobility policies
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsUser` with `Select-Object DisplayName, MobilityPolicy` shows the policy of a user (M-243).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `New-CsMobilityPolicy` makes the mobility policy of a site, which applies at once (M-236).
# M-226, M-227, M-228, M-229, M-230, M-231, M-232, M-236, M-242, M-244, M-245, M-302, M-303, M-305, M-306 <- mobility.policies[site:Lab].enable_ip_audio_video, mobility.policies[site:Lab].enable_mobility, mobility.policies[site:Lab].require_wifi_for_ip_audio, mobility.policies[site:Lab].require_wifi_for_ip_video, mobility.policies[site:Lab].scope
# If the site has a mobility policy already, use `Set-CsMobilityPolicy` with the same parameters (M-236).
# If `New-CsMobilityPolicy` refuses `RequireWiFiForIPAudio`, leave that parameter out there, and set it afterwards with `Set-CsMobilityPolicy` (M-302).
# The policy does not ask for Wi-Fi for video. The mobile client has a setting of its own, which does by default (M-303).
New-CsMobilityPolicy -Identity site:Lab -EnableMobility $False -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False
# Check: Get-CsMobilityPolicy -Identity site:Lab
# Undo: Remove-CsMobilityPolicy -Identity site:Lab
