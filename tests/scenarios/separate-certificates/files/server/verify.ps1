# Trey Research: Look at everything
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
_sipinternaltls._tcp.trey.example SRV 0 0 5061 sip.trey.example
lync.trey.example A 10.3.0.41
lyncdiscoverinternal.trey.example CNAME dirweb.treyresearch.example
sip.trey.example A 10.3.0.41
_sipinternaltls._tcp.treyresearch.example SRV 0 0 5061 sip.treyresearch.example
dir.treyresearch.example A 10.3.0.41
dir1.treyresearch.example A 10.3.0.41
dirweb.treyresearch.example A 10.3.0.41
edge.treyresearch.example A 10.3.9.11
edge1.treyresearch.example A 10.3.9.11
fe1.treyresearch.example A 10.3.0.11
fe1.treyresearch.example AAAA 2001:db8:3::11
fe2.treyresearch.example A 10.3.0.12
fe2.treyresearch.example AAAA 2001:db8:3::12
lync.treyresearch.example A 10.3.0.41
lyncdiscoverinternal.treyresearch.example CNAME dirweb.treyresearch.example
pool.treyresearch.example A 10.3.0.11
pool.treyresearch.example A 10.3.0.12
pool.treyresearch.example AAAA 2001:db8:3::11
pool.treyresearch.example AAAA 2001:db8:3::12
sip.treyresearch.example A 10.3.0.41
web.treyresearch.example A 10.3.0.21
webext.treyresearch.example A 203.0.113.20
'@
    'external' = @'
_sip._tls.trey.example SRV 0 0 443 sip.trey.example
_sipfederationtls._tcp.trey.example SRV 0 0 5061 sip.trey.example
sip.trey.example A 203.0.113.11
_sip._tls.treyresearch.example SRV 0 0 443 sip.treyresearch.example
_sipfederationtls._tcp.treyresearch.example SRV 0 0 5061 sip.treyresearch.example
sip.treyresearch.example A 203.0.113.11
'@
    'perimeter' = @'
webext.treyresearch.example A 10.3.0.22
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
    'dir1.treyresearch.example' = 'director:dir.treyresearch.example'
    'edge1.treyresearch.example' = 'edge:edge.treyresearch.example:internal'
    'fe1.treyresearch.example' = 'front-end:pool.treyresearch.example'
    'fe2.treyresearch.example' = 'front-end:pool.treyresearch.example'
}
if (-not $From) {
    $From = $Machines[$Server]
}
if (-not $From) {
    $From = @{ internal = 'internal-clients'; external = 'internet'; perimeter = 'any' }[$View]
}

# Ports: who begins, who answers, on which port.
$Ports = @'
director:dir.treyresearch.example edge.treyresearch.example 5061
director:dir.treyresearch.example fe1.treyresearch.example 444
director:dir.treyresearch.example fe2.treyresearch.example 444
director:dir.treyresearch.example webext.treyresearch.example 4443
edge:edge.treyresearch.example:internal dir1.treyresearch.example 5061
edge:edge.treyresearch.example:internal fe1.treyresearch.example 5061
edge:edge.treyresearch.example:internal fe2.treyresearch.example 5061
front-end:pool.treyresearch.example dirext.treyresearch.example 4443
front-end:pool.treyresearch.example edge.treyresearch.example 4443
front-end:pool.treyresearch.example edge.treyresearch.example 5061
internal-clients dir1.treyresearch.example 5061
internal-clients dirweb.treyresearch.example 443
internal-clients fe1.treyresearch.example 5061
internal-clients fe2.treyresearch.example 5061
internal-clients web.treyresearch.example 443
internal-clients web.treyresearch.example 80
internet webext.treyresearch.example 443
reverse-proxy:rp:internal webext.treyresearch.example 4443
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
    0 = @('sip.trey.example', 'sip.treyresearch.example')
    1 = @('*.trey.example', '*.treyresearch.example')
}
# What the scripts leave behind. Thumbprints are yours: of certificates it is seen that one with the planned names is assigned.
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain trey.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.trey.example/Meet) -ActiveUrl https://lync.trey.example/Meet)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'trey.example' } @{ ActiveUrl = 'https://lync.trey.example/Meet' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain treyresearch.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.treyresearch.example/Meet) -ActiveUrl https://lync.treyresearch.example/Meet)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'treyresearch.example' } @{ ActiveUrl = 'https://lync.treyresearch.example/Meet' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Dialin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.treyresearch.example/Dialin) -ActiveUrl https://lync.treyresearch.example/Dialin)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Dialin'; Domain = '*' } @{ ActiveUrl = 'https://lync.treyresearch.example/Dialin' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Admin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.treyresearch.example/Admin) -ActiveUrl https://lync.treyresearch.example/Admin)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Admin'; Domain = '*' } @{ ActiveUrl = 'https://lync.treyresearch.example/Admin' } @{  } @() @() $False @() @()
Test-State 'Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint' 'dir1.treyresearch.example' { Get-CsCertificate -Type Default } @{  } @{  } @{  } @() @() $False @('Default') (@('dir.treyresearch.example', 'dir1.treyresearch.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint' 'dir1.treyresearch.example' { Get-CsCertificate -Type WebServicesInternal } @{  } @{  } @{  } @() @() $False @('WebServicesInternal') (@('dir.treyresearch.example', 'dir1.treyresearch.example', 'dirweb.treyresearch.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint' 'dir1.treyresearch.example' { Get-CsCertificate -Type WebServicesExternal } @{  } @{  } @{  } @() @() $False @('WebServicesExternal') (@('dir1.treyresearch.example', 'dirext.treyresearch.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint' 'fe1.treyresearch.example' { Get-CsCertificate -Type Default } @{  } @{  } @{  } @() @() $False @('Default') (@('fe1.treyresearch.example', 'pool.treyresearch.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint' 'fe1.treyresearch.example' { Get-CsCertificate -Type WebServicesInternal } @{  } @{  } @{  } @() @() $False @('WebServicesInternal') (@('fe1.treyresearch.example', 'pool.treyresearch.example', 'web.treyresearch.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint' 'fe1.treyresearch.example' { Get-CsCertificate -Type WebServicesExternal } @{  } @{  } @{  } @() @() $False @('WebServicesExternal') (@('pool.treyresearch.example', 'webext.treyresearch.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type Default -Thumbprint $NewDefaultThumbprint' 'fe2.treyresearch.example' { Get-CsCertificate -Type Default } @{  } @{  } @{  } @() @() $False @('Default') (@('fe2.treyresearch.example', 'pool.treyresearch.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type WebServicesInternal -Thumbprint $NewWebInternalThumbprint' 'fe2.treyresearch.example' { Get-CsCertificate -Type WebServicesInternal } @{  } @{  } @{  } @() @() $False @('WebServicesInternal') (@('fe2.treyresearch.example', 'pool.treyresearch.example', 'web.treyresearch.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type WebServicesExternal -Thumbprint $NewWebExternalThumbprint' 'fe2.treyresearch.example' { Get-CsCertificate -Type WebServicesExternal } @{  } @{  } @{  } @() @() $False @('WebServicesExternal') (@('pool.treyresearch.example', 'webext.treyresearch.example') + $Shared[1])
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'edge1.treyresearch.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('sip.trey.example', 'sip.treyresearch.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'edge1.treyresearch.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('edge.treyresearch.example'))
Test-State 'Get-CsMcxConfiguration | Set-CsMcxConfiguration -ExposedWebURL Internal' '' { Get-CsMcxConfiguration } @{  } @{ ExposedWebURL = 'Internal' } @{  } @() @() $True @() @()
Test-State 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True -EnablePartnerDiscovery $False -UseDnsSrvRouting' '' { Get-CsAccessEdgeConfiguration } @{  } @{ AllowFederatedUsers = $True; EnablePartnerDiscovery = $False } @{  } @() @('UseDnsSrvRouting') $False @() @()
Test-State 'New-CsAllowedDomain -Identity push.lync.com' '' { Get-CsAllowedDomain } @{ Identity = 'push.lync.com' } @{  } @{  } @() @() $False @() @()
Test-State 'Set-CsPushNotificationConfiguration -Identity global -EnableApplePushNotificationService $True -EnableMicrosoftPushNotificationService $True' '' { Get-CsPushNotificationConfiguration } @{ Identity = 'global' } @{ EnableApplePushNotificationService = $True; EnableMicrosoftPushNotificationService = $True } @{  } @() @() $False @() @()
Test-State 'New-CsMobilityPolicy -Identity site:Lab -EnableMobility $False -EnableOutsideVoice $False -EnableIPAudioVideo $True -RequireWiFiForIPAudio $False -RequireWiFiForIPVideo $False' '' { Get-CsMobilityPolicy } @{ Identity = 'site:Lab' } @{ EnableMobility = $False; EnableOutsideVoice = $False; EnableIPAudioVideo = $True; RequireWiFiForIPAudio = $False; RequireWiFiForIPVideo = $False } @{  } @() @() $False @() @()
Test-State 'Set-CsPstnUsage -Identity global -Usage @{add=''ClickToJoinDialOut''}' '' { Get-CsPstnUsage } @{ Identity = 'global' } @{  } @{ Usage = 'ClickToJoinDialOut' } @() @() $False @() @()
Test-State 'New-CsVoiceRoute -Identity ClickToJoinRoute -NumberPattern ''^\+1[2-9]\d{9}$'' -PstnUsages @{add=''ClickToJoinDialOut''} -PstnGatewayList @{add=''PstnGateway:gw.treyresearch.example''}' '' { Get-CsVoiceRoute } @{ Identity = 'ClickToJoinRoute' } @{ NumberPattern = '^\+1[2-9]\d{9}$' } @{ PstnUsages = 'ClickToJoinDialOut'; PstnGatewayList = 'PstnGateway:gw.treyresearch.example' } @() @() $False @() @()
Test-State 'New-CsVoicePolicy -Identity site:Lab -PstnUsages @{add=''ClickToJoinDialOut''}' '' { Get-CsVoicePolicy } @{ Identity = 'site:Lab' } @{  } @{ PstnUsages = 'ClickToJoinDialOut' } @() @() $False @() @()

# Pages, the status of the right answer, and the links that it must have.
if ($View -eq 'internal') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.trey.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.treyresearch.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://pool.treyresearch.example/mcx/mcxservice.svc -UseBasicParsing } 200 @()
}
if ($View -eq 'external') {
}

$Results | Format-Table -AutoSize -Wrap | Out-Host
$Failed = @($Results | Where-Object -FilterScript { $_.Result -eq 'failed' }).Count
Write-Host ('Failed:' + ' ' + $Failed)
if ($Failed -gt 0) {
    exit 1
}
