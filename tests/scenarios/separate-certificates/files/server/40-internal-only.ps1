# Trey Research: Keep Lync 2010 Mobile inside
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsMcxConfiguration` shows ExposedWebURL Internal.
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsMcxConfiguration` lets the Mobility Service hand out the internal URL to Lync 2010 Mobile, in all collections of its settings (M-218, M-220).
# M-006, M-218, M-219, M-220, M-221, M-222, M-223 <- clients.lync_2010_mobile, mobility.access, servers.version
# This line concerns Lync 2010 Mobile only. UCWA has no such setting: for Lync 2013 Mobile and Skype for Business clients the URL keeps the external Web Services name (M-222).
# Note what `Get-CsMcxConfiguration` shows before the change: the line that takes it back sets the default in all collections (M-219).
Get-CsMcxConfiguration | Set-CsMcxConfiguration -ExposedWebURL Internal
# Check: Get-CsMcxConfiguration | Select-Object -Property Identity,ExposedWebURL
# Undo: Get-CsMcxConfiguration | Set-CsMcxConfiguration -ExposedWebURL External
