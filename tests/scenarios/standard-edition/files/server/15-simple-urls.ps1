# Litware mobility: Set the simple URLs
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsSimpleUrlConfiguration` shows every URL once, each with the right ActiveUrl (M-079).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsSimpleUrlConfiguration` adds the Meet URL of every SIP domain (M-072, M-079, E-217).
# E-210, E-211, E-212, E-213, E-214, E-215, E-217, M-072, M-073, M-074, M-075, M-076, M-078, M-079, M-330 <- domains.sip, simple_urls.base, simple_urls.layout
# Topology Builder may have made this URL already. Look with `Get-CsSimpleUrlConfiguration` first: if it is there, leave this line out; if another one of the same component and domain is there, take that one out too, in the form of the line that takes this one back (E-211).
Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain litware.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://sfb.litware.example/Meet) -ActiveUrl https://sfb.litware.example/Meet)}
# Check: Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl
# Undo: Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Remove=(New-CsSimpleUrl -Component Meet -Domain litware.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://sfb.litware.example/Meet) -ActiveUrl https://sfb.litware.example/Meet)}

# `Set-CsSimpleUrlConfiguration` adds the Dial-in URL, one for the organisation (M-072, M-079, E-217).
# E-210, E-211, E-212, E-213, E-214, E-215, E-217, M-072, M-073, M-074, M-075, M-078, M-079, M-311, M-313, M-330 <- domains.sip, simple_urls.base, simple_urls.layout
# Topology Builder may have made this URL already. Look with `Get-CsSimpleUrlConfiguration` first: if it is there, leave this line out; if another one of the same component and domain is there, take that one out too, in the form of the line that takes this one back (E-211).
Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Dialin -Domain '*' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://sfb.litware.example/Dialin) -ActiveUrl https://sfb.litware.example/Dialin)}
# Check: Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl
# Undo: Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Remove=(New-CsSimpleUrl -Component Dialin -Domain '*' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://sfb.litware.example/Dialin) -ActiveUrl https://sfb.litware.example/Dialin)}

# `Set-CsSimpleUrlConfiguration` adds the Admin URL, which is used inside only (M-071, M-079, E-217).
# E-210, E-211, E-212, E-213, E-214, E-215, E-217, M-071, M-072, M-073, M-074, M-075, M-078, M-079, M-311, M-330 <- domains.sip, simple_urls.admin, simple_urls.base, simple_urls.layout
# Topology Builder may have made this URL already. Look with `Get-CsSimpleUrlConfiguration` first: if it is there, leave this line out; if another one of the same component and domain is there, take that one out too, in the form of the line that takes this one back (E-211).
Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Admin -Domain '*' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://sfb.litware.example/Admin) -ActiveUrl https://sfb.litware.example/Admin)}
# Check: Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl
# Undo: Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Remove=(New-CsSimpleUrl -Component Admin -Domain '*' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://sfb.litware.example/Admin) -ActiveUrl https://sfb.litware.example/Admin)}
