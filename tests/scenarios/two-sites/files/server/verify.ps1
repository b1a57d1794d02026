# Woodgrove mobility: Look at everything
# It reads only, and may be run anywhere and at any time: names, ports, settings and pages are held against the plan.
# It ends with 1 where something fails. What this computer lacks the commands for is left out, and the table says so.
[CmdletBinding()]
param(
    # Whose names and pages are tried.
    [ValidateSet('internal', 'external', 'perimeter')] [string] $View = 'internal',
    # A name server to ask in place of the usual one.
    [string] $NameServer,
    # Whose ports are tried, in the words of firewall/rules.csv; unless told otherwise, those of this server or of the clients of the view.
    [string] $From
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
$Results = New-Object -TypeName System.Collections.ArrayList
if ([int] [System.Net.ServicePointManager]::SecurityProtocol -ne 0) {
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
}

# Adds a row to the table.
function Add-Result($Kind, $What, $Result, $Found) {
    [void] $Results.Add([pscustomobject] @{ Kind = $Kind; What = $What; Result = $Result; Found = $Found })
}

# Whether this computer has these commands.
function Test-Command($Names) {
    @($Names | Where-Object -FilterScript { -not (Get-Command -Name $_ -ErrorAction SilentlyContinue) }).Count -eq 0
}

# Whether a value is as wanted; capitals do not count.
function Test-Value($Found, $Wanted) {
    (([string] $Found) -replace '^Tag:' -replace '/$') -eq (([string] $Wanted) -replace '/$')
}

# Whether a text stands in some property of a thing.
function Test-Shown($Thing, $Text) {
    @($Thing.PSObject.Properties | Where-Object -FilterScript { ([string] $_.Value).IndexOf($Text, [System.StringComparison]::OrdinalIgnoreCase) -ge 0 }).Count -gt 0
}

# Whether a name has a value.
function Test-Name($Name, $Type, $Value) {
    $Asked = @{ Name = $Name; Type = $Type; DnsOnly = $True }
    if ($NameServer) {
        $Asked['Server'] = $NameServer
    }
    $Answers = @()
    try {
        $Answers = @(Resolve-DnsName @Asked)
    } catch {
        Add-Result 'name' ($Name + ' ' + $Type) 'failed' ([string] $_)
        return
    }
    $Found = @(foreach ($Answer in $Answers) {
        if ([string] $Answer.Type -eq $Type) {
            switch ($Type) {
                'CNAME' { $Answer.NameHost }
                'SRV' { '{0} {1} {2} {3}' -f $Answer.Priority, $Answer.Weight, $Answer.Port, $Answer.NameTarget }
                default { $Answer.IPAddress }
            }
        }
    })
    $Result = 'failed'
    if ($Found -contains $Value) {
        $Result = 'ok'
    }
    Add-Result 'name' ($Name + ' ' + $Type + ' ' + $Value) $Result ($Found -join ', ')
}

# Whether a port is open from here.
function Test-Port($HostName, $Port) {
    $Result = 'failed'
    if (Test-NetConnection -ComputerName $HostName -Port $Port -InformationLevel Quiet -WarningAction SilentlyContinue) {
        $Result = 'ok'
    }
    Add-Result 'port' ($HostName + ' ' + $Port) $Result ''
}

# The planned names that a certificate lacks.
function Get-Missing($Certificate, $Names) {
    $Has = @{}
    foreach ($Name in $Certificate.DnsNameList) {
        $Has[[string] $Name.Unicode] = $True
        $Has[[string] $Name.Punycode] = $True
    }
    foreach ($Name in $Names) {
        # A wildcard stands for one label (M-088).
        if (-not $Has[$Name] -and -not $Has['*.' + ($Name -split '\.', 2)[1]]) {
            $Name
        }
    }
}

# Whether what a command of the scripts leaves behind is there.
function Test-State($Line, $On, $Get, $Which, $Is, $Holds, $Shows, $Names, $Many, $Uses, $Planned) {
    if ($On -and $On -ne $Server) {
        return
    }
    # An Edge Server cannot read the central store.
    if (-not $On -and $Machines[$Server] -like 'edge:*') {
        return
    }
    $Command = ($Get.ToString().Trim() -split ' ')[0]
    if (-not (Test-Command $Command)) {
        Add-Result 'state' $Line 'left out' ('This computer lacks the command.' + ' ' + $Command)
        return
    }
    $Things = @()
    try {
        foreach ($Thing in @(& $Get)) {
            $IsMeant = $null -ne $Thing
            foreach ($Name in $Which.Keys) {
                $IsMeant = $IsMeant -and (Test-Value ($Thing.$Name) ($Which[$Name]))
            }
            if ($IsMeant) {
                $Things += $Thing
            }
        }
    } catch {
        Add-Result 'state' $Line 'failed' ([string] $_)
        return
    }
    $Faults = @(foreach ($Thing in $Things) {
        foreach ($Name in $Is.Keys) {
            if (-not (Test-Value ($Thing.$Name) ($Is[$Name]))) {
                $Name + ' = ' + $Thing.$Name
            }
        }
        foreach ($Name in $Holds.Keys) {
            foreach ($Wanted in $Holds[$Name]) {
                if (@($Thing.$Name | Where-Object -FilterScript { Test-Value $_ $Wanted }).Count -eq 0) {
                    $Name + ': ' + $Wanted
                }
            }
        }
        foreach ($Text in $Shows) {
            if (-not (Test-Shown $Thing $Text)) {
                $Text
            }
        }
        foreach ($Choice in $Names) {
            if (@($Thing.PSObject.Properties | Where-Object -FilterScript { Test-Value ($_.Value) $Choice }).Count -eq 0) {
                $Choice
            }
        }
    })
    foreach ($Use in $Uses) {
        $Assigned = @($Things | Where-Object -FilterScript { Test-Value ($_.Use) $Use })
        if ($Assigned.Count -eq 0) {
            $Faults += 'Use: ' + $Use
        }
        foreach ($Thing in $Assigned) {
            $Certificate = Get-ChildItem -Path Cert:\LocalMachine\My | Where-Object -FilterScript { $_.Thumbprint -eq $Thing.Thumbprint }
            foreach ($Name in @(Get-Missing $Certificate $Planned)) {
                $Faults += $Use + ': ' + $Name
            }
        }
    }
    if ($Things.Count -eq 0 -and -not $Many) {
        $Faults = @('nothing is there')
    }
    $Result = 'ok'
    if ($Faults.Count -gt 0) {
        $Result = 'failed'
    }
    Add-Result 'state' $Line $Result ($Faults -join ', ')
}

# Whether an answer has all links of one of these choices (M-263 to M-265).
function Test-Answer($Answer, $Choices) {
    $Content = $Answer.Content
    if ($Content -is [byte[]]) {
        $Content = [System.Text.Encoding]::UTF8.GetString($Content)
    }
    foreach ($Choice in $Choices) {
        if (@($Choice -split ' ' | Where-Object -FilterScript { $Content -notmatch ('"?token"?\s*[:=]\s*"' + $_ + '"') }).Count -eq 0) {
            return $True
        }
    }
    $False
}

# Whether a page answers as it should.
function Test-Page($Do, $Status, $Links) {
    $Line = $Do.ToString().Trim()
    $Found = 0
    $HasLinks = -not $Links
    try {
        $Answer = & $Do
        $Found = [int] $Answer.StatusCode
        $HasLinks = $HasLinks -or (Test-Answer $Answer $Links)
    } catch {
        if (-not $_.Exception.Response) {
            Add-Result 'page' $Line 'failed' ([string] $_)
            return
        }
        $Found = [int] $_.Exception.Response.StatusCode
    }
    $Result = 'failed'
    if ($Found -eq $Status -and $HasLinks) {
        $Result = 'ok'
    }
    if ($Found -eq $Status -and -not $HasLinks) {
        $Found = 'The answer is not that of Autodiscover. It lacks the links' + ' ' + ($Links -join ' / ')
    }
    Add-Result 'page' $Line $Result $Found
}

# Names: owner, type, value.
$Names = @{
    'internal' = @'
lab.ad.woodgrove.example A 10.1.0.31
n-edge.ad.woodgrove.example A 10.1.9.11
n-edge1.ad.woodgrove.example A 10.1.9.11
n-fe1.ad.woodgrove.example A 10.1.0.11
n-fe2.ad.woodgrove.example A 10.1.0.12
n-web.ad.woodgrove.example A 10.1.0.21
north.ad.woodgrove.example A 10.1.0.20
s-dir.ad.woodgrove.example A 10.2.0.41
s-dir1.ad.woodgrove.example A 10.2.0.41
s-dirweb.ad.woodgrove.example A 10.2.0.41
s-fe1.ad.woodgrove.example A 10.2.0.11
s-fe2.ad.woodgrove.example A 10.2.0.12
s-web.ad.woodgrove.example A 10.2.0.21
south.ad.woodgrove.example A 10.2.0.20
admin.woodgrove.example A 10.2.0.41
dialin.woodgrove.example A 10.2.0.41
lab.woodgrove.example A 203.0.113.20
lyncdiscoverinternal.woodgrove.example A 10.2.0.41
meet.woodgrove.example A 10.2.0.41
n-web.woodgrove.example A 203.0.113.20
s-web.woodgrove.example A 203.0.113.40
lyncdiscoverinternal.woodgrovebank.example A 10.2.0.41
meet.woodgrovebank.example A 10.2.0.41
'@
    'external' = @'
_sip._tls.woodgrove.example SRV 0 0 443 sip.woodgrove.example
conf.woodgrove.example A 203.0.113.12
dialin.woodgrove.example A 203.0.113.40
lab.woodgrove.example A 203.0.113.20
lyncdiscover.woodgrove.example A 203.0.113.40
media.woodgrove.example A 203.0.113.13
meet.woodgrove.example A 203.0.113.40
n-web.woodgrove.example A 203.0.113.20
s-dirweb.woodgrove.example A 203.0.113.40
s-web.woodgrove.example A 203.0.113.40
sip.woodgrove.example A 203.0.113.11
_sip._tls.woodgrovebank.example SRV 0 0 443 sip.woodgrovebank.example
lyncdiscover.woodgrovebank.example A 203.0.113.40
meet.woodgrovebank.example A 203.0.113.40
sip.woodgrovebank.example A 203.0.113.11
'@
    'perimeter' = @'
lab.woodgrove.example A 10.1.0.31
n-web.woodgrove.example A 10.1.0.22
s-dirweb.woodgrove.example A 10.2.0.41
s-web.woodgrove.example A 10.2.0.22
'@
}
if (Test-Command 'Resolve-DnsName') {
    foreach ($Line in @($Names[$View] -split '\r?\n' | Where-Object -FilterScript { $_ })) {
        $Parts = $Line -split ' ', 3
        Test-Name $Parts[0] $Parts[1] $Parts[2]
    }
} else {
    Add-Result 'name' 'Resolve-DnsName' 'left out' 'This computer lacks the command.'
}

# Servers, with what they are in firewall/rules.csv.
$Machines = @{
    'lab.ad.woodgrove.example' = 'front-end:lab.ad.woodgrove.example'
    'n-edge1.ad.woodgrove.example' = 'edge:n-edge.ad.woodgrove.example:internal'
    'n-fe1.ad.woodgrove.example' = 'front-end:north.ad.woodgrove.example'
    'n-fe2.ad.woodgrove.example' = 'front-end:north.ad.woodgrove.example'
    's-dir1.ad.woodgrove.example' = 'director:s-dir.ad.woodgrove.example'
    's-fe1.ad.woodgrove.example' = 'front-end:south.ad.woodgrove.example'
    's-fe2.ad.woodgrove.example' = 'front-end:south.ad.woodgrove.example'
}
if (-not $From) {
    $From = $Machines[$Server]
}
if (-not $From) {
    $From = @{ internal = 'internal-clients'; external = 'internet'; perimeter = 'any' }[$View]
}

# Ports: who begins, who answers, on which port.
$Ports = @'
any n-edge.ad.woodgrove.example 443
director:s-dir.ad.woodgrove.example lab.ad.woodgrove.example 444
director:s-dir.ad.woodgrove.example lab.woodgrove.example 4443
director:s-dir.ad.woodgrove.example n-edge.ad.woodgrove.example 5061
director:s-dir.ad.woodgrove.example n-web.woodgrove.example 4443
director:s-dir.ad.woodgrove.example north.ad.woodgrove.example 444
director:s-dir.ad.woodgrove.example s-web.woodgrove.example 4443
director:s-dir.ad.woodgrove.example south.ad.woodgrove.example 444
edge:n-edge.ad.woodgrove.example:internal lab.ad.woodgrove.example 5061
edge:n-edge.ad.woodgrove.example:internal north.ad.woodgrove.example 5061
edge:n-edge.ad.woodgrove.example:internal s-dir1.ad.woodgrove.example 5061
edge:n-edge.ad.woodgrove.example:internal south.ad.woodgrove.example 5061
front-end:lab.ad.woodgrove.example n-edge.ad.woodgrove.example 4443
front-end:lab.ad.woodgrove.example n-edge.ad.woodgrove.example 5061
front-end:lab.ad.woodgrove.example n-edge.ad.woodgrove.example 5062
front-end:lab.ad.woodgrove.example n-edge.ad.woodgrove.example 8057
front-end:lab.ad.woodgrove.example n-web.woodgrove.example 4443
front-end:lab.ad.woodgrove.example s-dirweb.woodgrove.example 4443
front-end:lab.ad.woodgrove.example s-web.woodgrove.example 4443
front-end:north.ad.woodgrove.example lab.woodgrove.example 4443
front-end:north.ad.woodgrove.example n-edge.ad.woodgrove.example 4443
front-end:north.ad.woodgrove.example n-edge.ad.woodgrove.example 5061
front-end:north.ad.woodgrove.example n-edge.ad.woodgrove.example 5062
front-end:north.ad.woodgrove.example n-edge.ad.woodgrove.example 8057
front-end:north.ad.woodgrove.example s-dirweb.woodgrove.example 4443
front-end:north.ad.woodgrove.example s-web.woodgrove.example 4443
front-end:south.ad.woodgrove.example lab.woodgrove.example 4443
front-end:south.ad.woodgrove.example n-edge.ad.woodgrove.example 4443
front-end:south.ad.woodgrove.example n-edge.ad.woodgrove.example 5061
front-end:south.ad.woodgrove.example n-edge.ad.woodgrove.example 5062
front-end:south.ad.woodgrove.example n-edge.ad.woodgrove.example 8057
front-end:south.ad.woodgrove.example n-web.woodgrove.example 4443
front-end:south.ad.woodgrove.example s-dirweb.woodgrove.example 4443
internal-clients lab.ad.woodgrove.example 443
internal-clients lab.ad.woodgrove.example 80
internal-clients n-web.ad.woodgrove.example 443
internal-clients n-web.ad.woodgrove.example 80
internal-clients s-dirweb.ad.woodgrove.example 443
internal-clients s-web.ad.woodgrove.example 443
internal-clients s-web.ad.woodgrove.example 80
internet dialin.woodgrove.example 443
internet lab.woodgrove.example 443
internet lyncdiscover.woodgrove.example 443
internet lyncdiscover.woodgrovebank.example 443
internet meet.woodgrove.example 443
internet meet.woodgrovebank.example 443
internet n-web.woodgrove.example 443
internet s-dirweb.woodgrove.example 443
internet s-web.woodgrove.example 443
reverse-proxy:n-rp:internal lab.woodgrove.example 4443
reverse-proxy:n-rp:internal n-web.woodgrove.example 4443
reverse-proxy:s-rp:internal s-dirweb.woodgrove.example 4443
reverse-proxy:s-rp:internal s-web.woodgrove.example 4443
'@
if (Test-Command 'Test-NetConnection') {
    foreach ($Line in @($Ports -split '\r?\n' | Where-Object -FilterScript { $_ })) {
        $Parts = $Line -split ' ', 3
        if ($Parts[0] -eq $From -or ($Parts[0] -eq 'any' -and $From -ne 'internet')) {
            Test-Port $Parts[1] ([int] $Parts[2])
        }
    }
} else {
    Add-Result 'port' 'Test-NetConnection' 'left out' 'This computer lacks the command.'
}

# The names that several certificates have.
$Shared = @{
    0 = @('admin.woodgrove.example', 'dialin.woodgrove.example', 'lyncdiscover.woodgrove.example', 'lyncdiscover.woodgrovebank.example', 'lyncdiscoverinternal.woodgrove.example', 'lyncdiscoverinternal.woodgrovebank.example', 'meet.woodgrove.example', 'meet.woodgrovebank.example', 'sip.woodgrove.example', 'sip.woodgrovebank.example')
    1 = @('admin.woodgrove.example', 'dialin.woodgrove.example', 'lyncdiscover.woodgrove.example', 'lyncdiscover.woodgrovebank.example', 'lyncdiscoverinternal.woodgrove.example', 'lyncdiscoverinternal.woodgrovebank.example', 'meet.woodgrove.example', 'meet.woodgrovebank.example')
}
# What the scripts leave behind. Thumbprints are yours: of certificates it is seen that one with the planned names is assigned.
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain woodgrove.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.woodgrove.example) -ActiveUrl https://meet.woodgrove.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'woodgrove.example' } @{ ActiveUrl = 'https://meet.woodgrove.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain woodgrovebank.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.woodgrovebank.example) -ActiveUrl https://meet.woodgrovebank.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'woodgrovebank.example' } @{ ActiveUrl = 'https://meet.woodgrovebank.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Dialin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://dialin.woodgrove.example) -ActiveUrl https://dialin.woodgrove.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Dialin'; Domain = '*' } @{ ActiveUrl = 'https://dialin.woodgrove.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Admin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://admin.woodgrove.example) -ActiveUrl https://admin.woodgrove.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Admin'; Domain = '*' } @{ ActiveUrl = 'https://admin.woodgrove.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'lab.ad.woodgrove.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('lab.ad.woodgrove.example', 'lab.woodgrove.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'n-fe1.ad.woodgrove.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('n-fe1.ad.woodgrove.example', 'n-web.ad.woodgrove.example', 'n-web.woodgrove.example', 'north.ad.woodgrove.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'n-fe2.ad.woodgrove.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('n-fe2.ad.woodgrove.example', 'n-web.ad.woodgrove.example', 'n-web.woodgrove.example', 'north.ad.woodgrove.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 's-dir1.ad.woodgrove.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('s-dir.ad.woodgrove.example', 's-dir1.ad.woodgrove.example', 's-dirweb.ad.woodgrove.example', 's-dirweb.woodgrove.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 's-fe1.ad.woodgrove.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('s-fe1.ad.woodgrove.example', 's-web.ad.woodgrove.example', 's-web.woodgrove.example', 'south.ad.woodgrove.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 's-fe2.ad.woodgrove.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('s-fe2.ad.woodgrove.example', 's-web.ad.woodgrove.example', 's-web.woodgrove.example', 'south.ad.woodgrove.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'n-edge1.ad.woodgrove.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf.woodgrove.example', 'sip.woodgrove.example', 'sip.woodgrovebank.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'n-edge1.ad.woodgrove.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('n-edge.ad.woodgrove.example'))
Test-State 'Set-CsMobilityPolicy -Identity global -EnableMobility $True -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False' '' { Get-CsMobilityPolicy } @{ Identity = 'global' } @{ EnableMobility = $True; EnableOutsideVoice = $False; EnableIPAudioVideo = $True; RequireWiFiForIPAudio = $False; RequireWiFiForIPVideo = $False } @{  } @() @() $False @() @()
Test-State 'New-CsMobilityPolicy -Identity Tellers -EnableMobility $False -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False' '' { Get-CsMobilityPolicy } @{ Identity = 'Tellers' } @{ EnableMobility = $False; EnableOutsideVoice = $False; EnableIPAudioVideo = $True; RequireWiFiForIPAudio = $False; RequireWiFiForIPVideo = $False } @{  } @() @() $False @() @()
Test-State 'Get-CsUser -Filter {RegistrarPool -eq ''south.ad.woodgrove.example''} | Grant-CsMobilityPolicy -PolicyName Tellers' '' { Get-CsUser -Filter {RegistrarPool -eq 'south.ad.woodgrove.example'} } @{  } @{ MobilityPolicy = 'Tellers' } @{  } @() @() $True @() @()

# Pages, the status of the right answer, and the links that it must have.
if ($View -eq 'internal') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.woodgrove.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.woodgrovebank.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
}
if ($View -eq 'external') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.woodgrove.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.woodgrovebank.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lab.woodgrove.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://n-web.woodgrove.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://s-dirweb.woodgrove.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://s-web.woodgrove.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lab.woodgrove.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://lab.woodgrove.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://n-web.woodgrove.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://n-web.woodgrove.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://s-web.woodgrove.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://s-web.woodgrove.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://lab.woodgrove.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://lab.woodgrove.example/dialin -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://n-web.woodgrove.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://n-web.woodgrove.example/dialin -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://s-web.woodgrove.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://s-web.woodgrove.example/dialin -UseBasicParsing } 200 @()
}

$Results | Format-Table -AutoSize -Wrap | Out-Host
$Failed = @($Results | Where-Object -FilterScript { $_.Result -eq 'failed' }).Count
Write-Host ('Failed:' + ' ' + $Failed)
if ($Failed -gt 0) {
    exit 1
}
