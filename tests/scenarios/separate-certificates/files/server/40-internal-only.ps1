# Trey Research: Keep Lync 2010 Mobile inside
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsMcxConfiguration` shows ExposedWebURL Internal.
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsMcxConfiguration` lets the Mobility Service hand out the internal URL to Lync 2010 Mobile (M-218, M-219).
# M-218, M-219, M-221, M-222, M-223 <- clients.lync_2010_mobile, mobility.access, servers.version
# This line concerns Lync 2010 Mobile only. UCWA has no such setting: for Lync 2013 Mobile and Skype for Business clients the URL keeps the external Web Services name (M-222).
Set-CsMcxConfiguration -Identity global -ExposedWebURL Internal
# Undo: Set-CsMcxConfiguration -Identity global -ExposedWebURL External
