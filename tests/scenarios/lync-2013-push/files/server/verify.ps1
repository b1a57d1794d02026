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
lync.coffee.example A 10.70.0.21
lyncdiscoverinternal.coffee.example A 10.70.0.21
edge.corp.fourthcoffee.example A 10.70.9.11
edge1.corp.fourthcoffee.example A 10.70.9.11
fe1.corp.fourthcoffee.example A 10.70.0.11
fe2.corp.fourthcoffee.example A 10.70.0.12
pool.corp.fourthcoffee.example A 10.70.0.20
web.corp.fourthcoffee.example A 10.70.0.21
lync.fourthcoffee.example A 10.70.0.21
lyncdiscoverinternal.fourthcoffee.example A 10.70.0.21
web.fourthcoffee.example A 203.0.113.20
'@
    'external' = @'
_sip._tls.coffee.example SRV 0 0 443 sip.coffee.example
_sipfederationtls._tcp.coffee.example SRV 0 0 5061 sip.coffee.example
lync.coffee.example A 203.0.113.20
lyncdiscover.coffee.example A 203.0.113.20
sip.coffee.example A 203.0.113.11
_sip._tls.fourthcoffee.example SRV 0 0 443 sip.fourthcoffee.example
_sipfederationtls._tcp.fourthcoffee.example SRV 0 0 5061 sip.fourthcoffee.example
conf.fourthcoffee.example A 203.0.113.12
lync.fourthcoffee.example A 203.0.113.20
lyncdiscover.fourthcoffee.example A 203.0.113.20
media.fourthcoffee.example A 203.0.113.13
sip.fourthcoffee.example A 203.0.113.11
web.fourthcoffee.example A 203.0.113.20
'@
    'perimeter' = @'
web.fourthcoffee.example A 10.70.0.22
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
    'edge1.corp.fourthcoffee.example' = 'edge:edge.corp.fourthcoffee.example:internal'
    'fe1.corp.fourthcoffee.example' = 'front-end:pool.corp.fourthcoffee.example'
    'fe2.corp.fourthcoffee.example' = 'front-end:pool.corp.fourthcoffee.example'
}
if (-not $From) {
    $From = $Machines[$Server]
}
if (-not $From) {
    $From = @{ internal = 'internal-clients'; external = 'internet'; perimeter = 'any' }[$View]
}

# Ports: who begins, who answers, on which port.
$Ports = @'
any edge.corp.fourthcoffee.example 443
edge:edge.corp.fourthcoffee.example:internal pool.corp.fourthcoffee.example 5061
front-end:pool.corp.fourthcoffee.example edge.corp.fourthcoffee.example 4443
front-end:pool.corp.fourthcoffee.example edge.corp.fourthcoffee.example 5061
front-end:pool.corp.fourthcoffee.example edge.corp.fourthcoffee.example 5062
front-end:pool.corp.fourthcoffee.example edge.corp.fourthcoffee.example 8057
internal-clients web.corp.fourthcoffee.example 443
internal-clients web.corp.fourthcoffee.example 80
internet lync.coffee.example 443
internet lync.fourthcoffee.example 443
internet lyncdiscover.coffee.example 80
internet lyncdiscover.fourthcoffee.example 80
internet web.fourthcoffee.example 443
reverse-proxy:rp:internal web.fourthcoffee.example 4443
reverse-proxy:rp:internal web.fourthcoffee.example 8080
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
    0 = @('lync.coffee.example', 'lync.fourthcoffee.example', 'lyncdiscover.coffee.example', 'lyncdiscover.fourthcoffee.example', 'lyncdiscoverinternal.coffee.example', 'lyncdiscoverinternal.fourthcoffee.example', 'sip.coffee.example', 'sip.fourthcoffee.example')
}
# What the scripts leave behind. Thumbprints are yours: of certificates it is seen that one with the planned names is assigned.
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain coffee.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.coffee.example/Meet) -ActiveUrl https://lync.coffee.example/Meet)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'coffee.example' } @{ ActiveUrl = 'https://lync.coffee.example/Meet' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain fourthcoffee.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.fourthcoffee.example/Meet) -ActiveUrl https://lync.fourthcoffee.example/Meet)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'fourthcoffee.example' } @{ ActiveUrl = 'https://lync.fourthcoffee.example/Meet' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Dialin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.fourthcoffee.example/Dialin) -ActiveUrl https://lync.fourthcoffee.example/Dialin)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Dialin'; Domain = '*' } @{ ActiveUrl = 'https://lync.fourthcoffee.example/Dialin' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Admin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://lync.fourthcoffee.example/Admin) -ActiveUrl https://lync.fourthcoffee.example/Admin)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Admin'; Domain = '*' } @{ ActiveUrl = 'https://lync.fourthcoffee.example/Admin' } @{  } @() @() $False @() @()
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'fe1.corp.fourthcoffee.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('fe1.corp.fourthcoffee.example', 'pool.corp.fourthcoffee.example', 'web.corp.fourthcoffee.example', 'web.fourthcoffee.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'fe2.corp.fourthcoffee.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('fe2.corp.fourthcoffee.example', 'pool.corp.fourthcoffee.example', 'web.corp.fourthcoffee.example', 'web.fourthcoffee.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'edge1.corp.fourthcoffee.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf.fourthcoffee.example', 'sip.coffee.example', 'sip.fourthcoffee.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'edge1.corp.fourthcoffee.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('edge.corp.fourthcoffee.example'))
Test-State 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True -EnablePartnerDiscovery $False -UseDnsSrvRouting' '' { Get-CsAccessEdgeConfiguration } @{  } @{ AllowFederatedUsers = $True; EnablePartnerDiscovery = $False } @{  } @() @('UseDnsSrvRouting') $False @() @()
Test-State 'New-CsHostingProvider -Identity LyncOnline -Enabled $True -ProxyFqdn sipfed.online.lync.com -VerificationLevel UseSourceVerification' '' { Get-CsHostingProvider } @{ ProxyFqdn = 'sipfed.online.lync.com' } @{ Enabled = $True; VerificationLevel = 'UseSourceVerification' } @{  } @() @() $False @() @()
Test-State 'New-CsAllowedDomain -Identity push.lync.com' '' { Get-CsAllowedDomain } @{ Identity = 'push.lync.com' } @{  } @{  } @() @() $False @() @()
Test-State 'Set-CsPushNotificationConfiguration -Identity global -EnableApplePushNotificationService $True -EnableMicrosoftPushNotificationService $True' '' { Get-CsPushNotificationConfiguration } @{ Identity = 'global' } @{ EnableApplePushNotificationService = $True; EnableMicrosoftPushNotificationService = $True } @{  } @() @() $False @() @()

# Pages, the status of the right answer, and the links that it must have.
if ($View -eq 'internal') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.coffee.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.fourthcoffee.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://web.corp.fourthcoffee.example/mcx/mcxservice.svc -UseBasicParsing } 200 @()
}
if ($View -eq 'external') {
    Test-Page { Invoke-WebRequest -Uri http://lyncdiscover.coffee.example/ -UseBasicParsing } 200 @('Redirect')
    Test-Page { Invoke-WebRequest -Uri http://lyncdiscover.fourthcoffee.example/ -UseBasicParsing } 200 @('Redirect')
    Test-Page { Invoke-WebRequest -Uri https://web.fourthcoffee.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://web.fourthcoffee.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://web.fourthcoffee.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://web.fourthcoffee.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://web.fourthcoffee.example/dialin -UseBasicParsing } 200 @()
}

$Results | Format-Table -AutoSize -Wrap | Out-Host
$Failed = @($Results | Where-Object -FilterScript { $_.Result -eq 'failed' }).Count
Write-Host ('Failed:' + ' ' + $Failed)
if ($Failed -gt 0) {
    exit 1
}
