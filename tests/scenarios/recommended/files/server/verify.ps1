# Fourth Coffee mobility: Look at everything
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
edge.ad.fourthcoffee.example A 10.31.90.11
edge.ad.fourthcoffee.example A 10.31.90.12
edge1.ad.fourthcoffee.example A 10.31.90.11
edge2.ad.fourthcoffee.example A 10.31.90.12
fe1.ad.fourthcoffee.example A 10.31.10.11
fe2.ad.fourthcoffee.example A 10.31.10.12
fe3.ad.fourthcoffee.example A 10.31.10.13
pool1.ad.fourthcoffee.example A 10.31.10.20
webint.ad.fourthcoffee.example A 10.31.10.21
admin.fourthcoffee.example A 10.31.10.21
dialin.fourthcoffee.example A 10.31.10.21
lyncdiscoverinternal.fourthcoffee.example A 10.31.10.21
meet.fourthcoffee.example A 10.31.10.21
webext.fourthcoffee.example A 203.0.113.20
lyncdiscoverinternal.relecloud.example A 10.31.10.21
meet.relecloud.example A 10.31.10.21
'@
    'external' = @'
_sip._tls.fourthcoffee.example SRV 0 0 443 sip.fourthcoffee.example
conf.fourthcoffee.example A 203.0.113.13
conf.fourthcoffee.example A 203.0.113.14
dialin.fourthcoffee.example A 203.0.113.20
lyncdiscover.fourthcoffee.example A 203.0.113.20
media.fourthcoffee.example A 203.0.113.15
media.fourthcoffee.example A 203.0.113.16
meet.fourthcoffee.example A 203.0.113.20
sip.fourthcoffee.example A 203.0.113.11
sip.fourthcoffee.example A 203.0.113.12
webext.fourthcoffee.example A 203.0.113.20
_sip._tls.relecloud.example SRV 0 0 443 sip.relecloud.example
lyncdiscover.relecloud.example A 203.0.113.20
meet.relecloud.example A 203.0.113.20
sip.relecloud.example A 203.0.113.11
sip.relecloud.example A 203.0.113.12
'@
    'perimeter' = @'
webext.fourthcoffee.example A 10.31.10.22
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
    'edge1.ad.fourthcoffee.example' = 'edge:edge.ad.fourthcoffee.example:internal'
    'edge2.ad.fourthcoffee.example' = 'edge:edge.ad.fourthcoffee.example:internal'
    'fe1.ad.fourthcoffee.example' = 'front-end:pool1.ad.fourthcoffee.example'
    'fe2.ad.fourthcoffee.example' = 'front-end:pool1.ad.fourthcoffee.example'
    'fe3.ad.fourthcoffee.example' = 'front-end:pool1.ad.fourthcoffee.example'
}
if (-not $From) {
    $From = $Machines[$Server]
}
if (-not $From) {
    $From = @{ internal = 'internal-clients'; external = 'internet'; perimeter = 'any' }[$View]
}

# Ports: who begins, who answers, on which port.
$Ports = @'
any edge.ad.fourthcoffee.example 443
edge:edge.ad.fourthcoffee.example:internal pool1.ad.fourthcoffee.example 5061
front-end:pool1.ad.fourthcoffee.example edge.ad.fourthcoffee.example 4443
front-end:pool1.ad.fourthcoffee.example edge.ad.fourthcoffee.example 5061
front-end:pool1.ad.fourthcoffee.example edge.ad.fourthcoffee.example 5062
front-end:pool1.ad.fourthcoffee.example edge.ad.fourthcoffee.example 8057
internal-clients webint.ad.fourthcoffee.example 443
internal-clients webint.ad.fourthcoffee.example 80
internet dialin.fourthcoffee.example 443
internet lyncdiscover.fourthcoffee.example 443
internet lyncdiscover.relecloud.example 443
internet meet.fourthcoffee.example 443
internet meet.relecloud.example 443
internet webext.fourthcoffee.example 443
reverse-proxy:rp1:internal webext.fourthcoffee.example 4443
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
    0 = @('admin.fourthcoffee.example', 'dialin.fourthcoffee.example', 'lyncdiscover.fourthcoffee.example', 'lyncdiscover.relecloud.example', 'lyncdiscoverinternal.fourthcoffee.example', 'lyncdiscoverinternal.relecloud.example', 'meet.fourthcoffee.example', 'meet.relecloud.example', 'sip.fourthcoffee.example', 'sip.relecloud.example')
}
# What the scripts leave behind. Thumbprints are yours: of certificates it is seen that one with the planned names is assigned.
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain fourthcoffee.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.fourthcoffee.example) -ActiveUrl https://meet.fourthcoffee.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'fourthcoffee.example' } @{ ActiveUrl = 'https://meet.fourthcoffee.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain relecloud.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.relecloud.example) -ActiveUrl https://meet.relecloud.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'relecloud.example' } @{ ActiveUrl = 'https://meet.relecloud.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Dialin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://dialin.fourthcoffee.example) -ActiveUrl https://dialin.fourthcoffee.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Dialin'; Domain = '*' } @{ ActiveUrl = 'https://dialin.fourthcoffee.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Admin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://admin.fourthcoffee.example) -ActiveUrl https://admin.fourthcoffee.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Admin'; Domain = '*' } @{ ActiveUrl = 'https://admin.fourthcoffee.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'fe1.ad.fourthcoffee.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('fe1.ad.fourthcoffee.example', 'pool1.ad.fourthcoffee.example', 'webext.fourthcoffee.example', 'webint.ad.fourthcoffee.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'fe2.ad.fourthcoffee.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('fe2.ad.fourthcoffee.example', 'pool1.ad.fourthcoffee.example', 'webext.fourthcoffee.example', 'webint.ad.fourthcoffee.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'fe3.ad.fourthcoffee.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('fe3.ad.fourthcoffee.example', 'pool1.ad.fourthcoffee.example', 'webext.fourthcoffee.example', 'webint.ad.fourthcoffee.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'edge1.ad.fourthcoffee.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf.fourthcoffee.example', 'sip.fourthcoffee.example', 'sip.relecloud.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'edge1.ad.fourthcoffee.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('edge.ad.fourthcoffee.example'))
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'edge2.ad.fourthcoffee.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf.fourthcoffee.example', 'sip.fourthcoffee.example', 'sip.relecloud.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'edge2.ad.fourthcoffee.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('edge.ad.fourthcoffee.example'))
Test-State 'New-CsMobilityPolicy -Identity Roasters -EnableMobility $True -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False' '' { Get-CsMobilityPolicy } @{ Identity = 'Roasters' } @{ EnableMobility = $True; EnableOutsideVoice = $False; EnableIPAudioVideo = $True; RequireWiFiForIPAudio = $False; RequireWiFiForIPVideo = $False } @{  } @() @() $False @() @()
Test-State 'Get-CsUser -Filter {RegistrarPool -eq ''pool1.ad.fourthcoffee.example''} | Grant-CsMobilityPolicy -PolicyName Roasters' '' { Get-CsUser -Filter {RegistrarPool -eq 'pool1.ad.fourthcoffee.example'} } @{  } @{ MobilityPolicy = 'Roasters' } @{  } @() @() $True @() @()
Test-State 'Set-CsPstnUsage -Identity global -Usage @{add=''ClickToJoinDialOut''}' '' { Get-CsPstnUsage } @{ Identity = 'global' } @{  } @{ Usage = 'ClickToJoinDialOut' } @() @() $False @() @()
Test-State 'New-CsVoiceRoute -Identity ClickToJoinRoute -NumberPattern ''^\+1[2-9]\d{9}$'' -PstnUsages @{add=''ClickToJoinDialOut''} -PstnGatewayList @{add=''PstnGateway:gw1.ad.fourthcoffee.example''}' '' { Get-CsVoiceRoute } @{ Identity = 'ClickToJoinRoute' } @{ NumberPattern = '^\+1[2-9]\d{9}$' } @{ PstnUsages = 'ClickToJoinDialOut'; PstnGatewayList = 'PstnGateway:gw1.ad.fourthcoffee.example' } @() @() $False @() @()
Test-State 'New-CsVoicePolicy -Identity ClickToJoin -PstnUsages @{add=''ClickToJoinDialOut''}' '' { Get-CsVoicePolicy } @{ Identity = 'ClickToJoin' } @{  } @{ PstnUsages = 'ClickToJoinDialOut' } @() @() $False @() @()
Test-State 'Grant-CsVoicePolicy -Identity ''barista@relecloud.example'' -PolicyName ClickToJoin' '' { Get-CsUser -Identity 'barista@relecloud.example' } @{  } @{ VoicePolicy = 'ClickToJoin' } @{  } @() @() $False @() @()

# Pages, the status of the right answer, and the links that it must have.
if ($View -eq 'internal') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.fourthcoffee.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.relecloud.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
}
if ($View -eq 'external') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.fourthcoffee.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.relecloud.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://webext.fourthcoffee.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://webext.fourthcoffee.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://webext.fourthcoffee.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://webext.fourthcoffee.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://webext.fourthcoffee.example/dialin -UseBasicParsing } 200 @()
}

$Results | Format-Table -AutoSize -Wrap | Out-Host
$Failed = @($Results | Where-Object -FilterScript { $_.Result -eq 'failed' }).Count
Write-Host ('Failed:' + ' ' + $Failed)
if ($Failed -gt 0) {
    exit 1
}
