# Mobility for Proseware and Lucerne Publishing: Look at everything
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
dendir.corp.proseware.example A 10.40.20.20
dendir01.corp.proseware.example A 10.40.20.11
dendir02.corp.proseware.example A 10.40.20.12
denedge.corp.proseware.example A 172.20.30.11
denedge.corp.proseware.example A 172.20.30.12
denedge01.corp.proseware.example A 172.20.30.11
denedge02.corp.proseware.example A 172.20.30.12
denfe01.corp.proseware.example A 10.40.10.11
denfe02.corp.proseware.example A 10.40.10.12
denfe03.corp.proseware.example A 10.40.10.13
denpool01.corp.proseware.example A 10.40.10.20
dirint.corp.proseware.example A 10.40.20.21
poolint.corp.proseware.example A 10.40.10.21
lyncdiscoverinternal.lucernepublishing.example A 10.40.20.21
meet.lucernepublishing.example A 10.40.20.21
admin.proseware.example A 10.40.20.21
dialin.proseware.example A 10.40.20.21
lyncdiscoverinternal.proseware.example A 10.40.20.21
meet.proseware.example A 10.40.20.21
poolext.proseware.example A 198.51.100.20
'@
    'external' = @'
_sip._tls.lucernepublishing.example SRV 0 0 443 sip.lucernepublishing.example
lyncdiscover.lucernepublishing.example A 198.51.100.20
meet.lucernepublishing.example A 198.51.100.20
sip.lucernepublishing.example A 198.51.100.11
sip.lucernepublishing.example A 198.51.100.12
_sip._tls.proseware.example SRV 0 0 443 sip.proseware.example
conf.proseware.example A 198.51.100.13
conf.proseware.example A 198.51.100.14
dialin.proseware.example A 198.51.100.20
dirext.proseware.example A 198.51.100.20
lyncdiscover.proseware.example A 198.51.100.20
media.proseware.example A 198.51.100.15
media.proseware.example A 198.51.100.16
meet.proseware.example A 198.51.100.20
poolext.proseware.example A 198.51.100.20
sip.proseware.example A 198.51.100.11
sip.proseware.example A 198.51.100.12
'@
    'perimeter' = @'
dirext.proseware.example A 10.40.20.22
poolext.proseware.example A 10.40.10.22
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
    'dendir01.corp.proseware.example' = 'director:dendir.corp.proseware.example'
    'dendir02.corp.proseware.example' = 'director:dendir.corp.proseware.example'
    'denedge01.corp.proseware.example' = 'edge:denedge.corp.proseware.example:internal'
    'denedge02.corp.proseware.example' = 'edge:denedge.corp.proseware.example:internal'
    'denfe01.corp.proseware.example' = 'front-end:denpool01.corp.proseware.example'
    'denfe02.corp.proseware.example' = 'front-end:denpool01.corp.proseware.example'
    'denfe03.corp.proseware.example' = 'front-end:denpool01.corp.proseware.example'
}
if (-not $From) {
    $From = $Machines[$Server]
}
if (-not $From) {
    $From = @{ internal = 'internal-clients'; external = 'internet'; perimeter = 'any' }[$View]
}

# Ports: who begins, who answers, on which port.
$Ports = @'
any denedge.corp.proseware.example 443
director:dendir.corp.proseware.example denedge.corp.proseware.example 5061
director:dendir.corp.proseware.example denpool01.corp.proseware.example 444
director:dendir.corp.proseware.example poolext.proseware.example 4443
edge:denedge.corp.proseware.example:internal dendir.corp.proseware.example 5061
edge:denedge.corp.proseware.example:internal denpool01.corp.proseware.example 5061
front-end:denpool01.corp.proseware.example denedge.corp.proseware.example 4443
front-end:denpool01.corp.proseware.example denedge.corp.proseware.example 5061
front-end:denpool01.corp.proseware.example denedge.corp.proseware.example 5062
front-end:denpool01.corp.proseware.example denedge.corp.proseware.example 8057
front-end:denpool01.corp.proseware.example dirext.proseware.example 4443
internal-clients dirint.corp.proseware.example 443
internal-clients poolint.corp.proseware.example 443
internal-clients poolint.corp.proseware.example 80
internet dialin.proseware.example 443
internet dirext.proseware.example 443
internet lyncdiscover.lucernepublishing.example 443
internet lyncdiscover.proseware.example 443
internet meet.lucernepublishing.example 443
internet meet.proseware.example 443
internet poolext.proseware.example 443
reverse-proxy:rp01:internal dirext.proseware.example 4443
reverse-proxy:rp01:internal poolext.proseware.example 4443
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
    0 = @('admin.proseware.example', 'dialin.proseware.example', 'lyncdiscover.lucernepublishing.example', 'lyncdiscover.proseware.example', 'lyncdiscoverinternal.lucernepublishing.example', 'lyncdiscoverinternal.proseware.example', 'meet.lucernepublishing.example', 'meet.proseware.example')
    1 = @('admin.proseware.example', 'dialin.proseware.example', 'lyncdiscover.lucernepublishing.example', 'lyncdiscover.proseware.example', 'lyncdiscoverinternal.lucernepublishing.example', 'lyncdiscoverinternal.proseware.example', 'meet.lucernepublishing.example', 'meet.proseware.example', 'sip.lucernepublishing.example', 'sip.proseware.example')
}
# What the scripts leave behind. Thumbprints are yours: of certificates it is seen that one with the planned names is assigned.
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain lucernepublishing.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.lucernepublishing.example) -ActiveUrl https://meet.lucernepublishing.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'lucernepublishing.example' } @{ ActiveUrl = 'https://meet.lucernepublishing.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain proseware.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.proseware.example) -ActiveUrl https://meet.proseware.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'proseware.example' } @{ ActiveUrl = 'https://meet.proseware.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Dialin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://dialin.proseware.example) -ActiveUrl https://dialin.proseware.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Dialin'; Domain = '*' } @{ ActiveUrl = 'https://dialin.proseware.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Admin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://admin.proseware.example) -ActiveUrl https://admin.proseware.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Admin'; Domain = '*' } @{ ActiveUrl = 'https://admin.proseware.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'dendir01.corp.proseware.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('dendir.corp.proseware.example', 'dendir01.corp.proseware.example', 'dirext.proseware.example', 'dirint.corp.proseware.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'dendir02.corp.proseware.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('dendir.corp.proseware.example', 'dendir02.corp.proseware.example', 'dirext.proseware.example', 'dirint.corp.proseware.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'denfe01.corp.proseware.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('denfe01.corp.proseware.example', 'denpool01.corp.proseware.example', 'poolext.proseware.example', 'poolint.corp.proseware.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'denfe02.corp.proseware.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('denfe02.corp.proseware.example', 'denpool01.corp.proseware.example', 'poolext.proseware.example', 'poolint.corp.proseware.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'denfe03.corp.proseware.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('denfe03.corp.proseware.example', 'denpool01.corp.proseware.example', 'poolext.proseware.example', 'poolint.corp.proseware.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'denedge01.corp.proseware.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf.proseware.example', 'sip.lucernepublishing.example', 'sip.proseware.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'denedge01.corp.proseware.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('denedge.corp.proseware.example'))
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'denedge02.corp.proseware.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf.proseware.example', 'sip.lucernepublishing.example', 'sip.proseware.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'denedge02.corp.proseware.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('denedge.corp.proseware.example'))
Test-State 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True -EnablePartnerDiscovery $False -UseDnsSrvRouting' '' { Get-CsAccessEdgeConfiguration } @{  } @{ AllowFederatedUsers = $True; EnablePartnerDiscovery = $False } @{  } @() @('UseDnsSrvRouting') $False @() @()
Test-State 'New-CsMobilityPolicy -Identity ''Travelling staff'' -EnableMobility $True -EnableOutsideVoice $True -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $True' '' { Get-CsMobilityPolicy } @{ Identity = 'Travelling staff' } @{ EnableMobility = $True; EnableOutsideVoice = $True; EnableIPAudioVideo = $True; RequireWiFiForIPAudio = $False; RequireWiFiForIPVideo = $True } @{  } @() @() $False @() @()
Test-State 'Grant-CsMobilityPolicy -Identity ''field-sales@proseware.example'' -PolicyName ''Travelling staff''' '' { Get-CsUser -Identity 'field-sales@proseware.example' } @{  } @{ MobilityPolicy = 'Travelling staff' } @{  } @() @() $False @() @()
Test-State 'Grant-CsMobilityPolicy -Identity ''book-fairs@lucernepublishing.example'' -PolicyName ''Travelling staff''' '' { Get-CsUser -Identity 'book-fairs@lucernepublishing.example' } @{  } @{ MobilityPolicy = 'Travelling staff' } @{  } @() @() $False @() @()
Test-State 'Get-CsUser -Filter {RegistrarPool -eq ''denpool01.corp.proseware.example''} | Grant-CsMobilityPolicy -PolicyName ''Travelling staff''' '' { Get-CsUser -Filter {RegistrarPool -eq 'denpool01.corp.proseware.example'} } @{  } @{ MobilityPolicy = 'Travelling staff' } @{  } @() @() $True @() @()
Test-State 'Set-CsPstnUsage -Identity global -Usage @{add=''Conference dial-out''}' '' { Get-CsPstnUsage } @{ Identity = 'global' } @{  } @{ Usage = 'Conference dial-out' } @() @() $False @() @()
Test-State 'New-CsVoiceRoute -Identity ''Conference dial-out Denver'' -NumberPattern ''^\+1[2-9]\d{9}$'' -PstnUsages @{add=''Conference dial-out''} -PstnGatewayList @{add=''PstnGateway:dengw01.corp.proseware.example''}' '' { Get-CsVoiceRoute } @{ Identity = 'Conference dial-out Denver' } @{ NumberPattern = '^\+1[2-9]\d{9}$' } @{ PstnUsages = 'Conference dial-out'; PstnGatewayList = 'PstnGateway:dengw01.corp.proseware.example' } @() @() $False @() @()
Test-State 'New-CsVoicePolicy -Identity ''Conference callers'' -PstnUsages @{add=''Conference dial-out''}' '' { Get-CsVoicePolicy } @{ Identity = 'Conference callers' } @{  } @{ PstnUsages = 'Conference dial-out' } @() @() $False @() @()
Test-State 'Grant-CsVoicePolicy -Identity ''warehouse@proseware.example'' -PolicyName ''Conference callers''' '' { Get-CsUser -Identity 'warehouse@proseware.example' } @{  } @{ VoicePolicy = 'Conference callers' } @{  } @() @() $False @() @()
Test-State 'Grant-CsVoicePolicy -Identity ''proofreaders@lucernepublishing.example'' -PolicyName ''Conference callers''' '' { Get-CsUser -Identity 'proofreaders@lucernepublishing.example' } @{  } @{ VoicePolicy = 'Conference callers' } @{  } @() @() $False @() @()

# Pages, the status of the right answer, and the links that it must have.
if ($View -eq 'internal') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.lucernepublishing.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.proseware.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
}
if ($View -eq 'external') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.lucernepublishing.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.proseware.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://dirext.proseware.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://poolext.proseware.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://poolext.proseware.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://poolext.proseware.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://poolext.proseware.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://poolext.proseware.example/dialin -UseBasicParsing } 200 @()
}

$Results | Format-Table -AutoSize -Wrap | Out-Host
$Failed = @($Results | Where-Object -FilterScript { $_.Result -eq 'failed' }).Count
Write-Host ('Failed:' + ' ' + $Failed)
if ($Failed -gt 0) {
    exit 1
}
