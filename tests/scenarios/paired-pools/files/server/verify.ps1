# Adatum mobility in two data centres: Look at everything
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
eastedge.ad.adatum.example A 172.16.11.11
eastedge1.ad.adatum.example A 172.16.11.11
eastfe1.ad.adatum.example A 10.11.0.11
eastfe2.ad.adatum.example A 10.11.0.12
eastpool.ad.adatum.example A 10.11.0.20
eastweb.ad.adatum.example A 10.11.0.21
westedge.ad.adatum.example A 172.16.12.11
westedge1.ad.adatum.example A 172.16.12.11
westfe1.ad.adatum.example A 10.12.0.11
westfe2.ad.adatum.example A 10.12.0.12
westpool.ad.adatum.example A 10.12.0.20
westweb.ad.adatum.example A 10.12.0.21
admin.adatum.example A 10.11.0.21
dialin-int.geolb.adatum.example A 10.11.0.21
dialin-int.geolb.adatum.example A 10.12.0.21
dialin.adatum.example CNAME dialin-int.geolb.adatum.example
eastweb.adatum.example A 192.0.2.20
lyncdiscoverinternal-int.geolb.adatum.example A 10.11.0.21
lyncdiscoverinternal-int.geolb.adatum.example A 10.12.0.21
lyncdiscoverinternal.adatum.example CNAME lyncdiscoverinternal-int.geolb.adatum.example
meet-int.geolb.adatum.example A 10.11.0.21
meet-int.geolb.adatum.example A 10.12.0.21
meet.adatum.example CNAME meet-int.geolb.adatum.example
westweb.adatum.example A 198.51.100.20
lyncdiscoverinternal-int.geolb.wingtiptoys.example A 10.11.0.21
lyncdiscoverinternal-int.geolb.wingtiptoys.example A 10.12.0.21
lyncdiscoverinternal.wingtiptoys.example CNAME lyncdiscoverinternal-int.geolb.wingtiptoys.example
meet-int.geolb.wingtiptoys.example A 10.11.0.21
meet-int.geolb.wingtiptoys.example A 10.12.0.21
meet.wingtiptoys.example CNAME meet-int.geolb.wingtiptoys.example
'@
    'external' = @'
_sip._tls.adatum.example SRV 0 0 443 sip.adatum.example
conf-west.adatum.example A 198.51.100.12
conf.adatum.example A 192.0.2.12
dialin-ext.geolb.adatum.example A 192.0.2.20
dialin-ext.geolb.adatum.example A 198.51.100.20
dialin.adatum.example CNAME dialin-ext.geolb.adatum.example
eastweb.adatum.example A 192.0.2.20
lyncdiscover-ext.geolb.adatum.example A 192.0.2.20
lyncdiscover-ext.geolb.adatum.example A 198.51.100.20
lyncdiscover.adatum.example CNAME lyncdiscover-ext.geolb.adatum.example
media-west.adatum.example A 198.51.100.13
media.adatum.example A 192.0.2.13
meet-ext.geolb.adatum.example A 192.0.2.20
meet-ext.geolb.adatum.example A 198.51.100.20
meet.adatum.example CNAME meet-ext.geolb.adatum.example
sip-west.adatum.example A 198.51.100.11
sip.adatum.example A 192.0.2.11
westweb.adatum.example A 198.51.100.20
_sip._tls.wingtiptoys.example SRV 0 0 443 sip.wingtiptoys.example
lyncdiscover-ext.geolb.wingtiptoys.example A 192.0.2.20
lyncdiscover-ext.geolb.wingtiptoys.example A 198.51.100.20
lyncdiscover.wingtiptoys.example CNAME lyncdiscover-ext.geolb.wingtiptoys.example
meet-ext.geolb.wingtiptoys.example A 192.0.2.20
meet-ext.geolb.wingtiptoys.example A 198.51.100.20
meet.wingtiptoys.example CNAME meet-ext.geolb.wingtiptoys.example
sip.wingtiptoys.example A 192.0.2.11
'@
    'perimeter' = @'
eastweb.adatum.example A 10.11.0.22
westweb.adatum.example A 10.12.0.22
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
    'eastedge1.ad.adatum.example' = 'edge:eastedge.ad.adatum.example:internal'
    'eastfe1.ad.adatum.example' = 'front-end:eastpool.ad.adatum.example'
    'eastfe2.ad.adatum.example' = 'front-end:eastpool.ad.adatum.example'
    'westedge1.ad.adatum.example' = 'edge:westedge.ad.adatum.example:internal'
    'westfe1.ad.adatum.example' = 'front-end:westpool.ad.adatum.example'
    'westfe2.ad.adatum.example' = 'front-end:westpool.ad.adatum.example'
}
if (-not $From) {
    $From = $Machines[$Server]
}
if (-not $From) {
    $From = @{ internal = 'internal-clients'; external = 'internet'; perimeter = 'any' }[$View]
}

# Ports: who begins, who answers, on which port.
$Ports = @'
any eastedge.ad.adatum.example 443
any westedge.ad.adatum.example 443
edge:eastedge.ad.adatum.example:internal eastpool.ad.adatum.example 5061
edge:westedge.ad.adatum.example:internal westpool.ad.adatum.example 5061
front-end:eastpool.ad.adatum.example eastedge.ad.adatum.example 4443
front-end:eastpool.ad.adatum.example eastedge.ad.adatum.example 5061
front-end:eastpool.ad.adatum.example eastedge.ad.adatum.example 5062
front-end:eastpool.ad.adatum.example eastedge.ad.adatum.example 8057
front-end:eastpool.ad.adatum.example westedge.ad.adatum.example 4443
front-end:eastpool.ad.adatum.example westweb.adatum.example 4443
front-end:westpool.ad.adatum.example eastedge.ad.adatum.example 4443
front-end:westpool.ad.adatum.example eastweb.adatum.example 4443
front-end:westpool.ad.adatum.example westedge.ad.adatum.example 4443
front-end:westpool.ad.adatum.example westedge.ad.adatum.example 5061
front-end:westpool.ad.adatum.example westedge.ad.adatum.example 5062
front-end:westpool.ad.adatum.example westedge.ad.adatum.example 8057
internal-clients eastweb.ad.adatum.example 443
internal-clients eastweb.ad.adatum.example 80
internal-clients westweb.ad.adatum.example 443
internal-clients westweb.ad.adatum.example 80
internet dialin.adatum.example 443
internet eastweb.adatum.example 443
internet lyncdiscover.adatum.example 443
internet lyncdiscover.wingtiptoys.example 443
internet meet.adatum.example 443
internet meet.wingtiptoys.example 443
internet westweb.adatum.example 443
reverse-proxy:eastrp:internal eastweb.adatum.example 4443
reverse-proxy:westrp:internal westweb.adatum.example 4443
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
    0 = @('admin.adatum.example', 'dialin.adatum.example', 'lyncdiscover.adatum.example', 'lyncdiscover.wingtiptoys.example', 'lyncdiscoverinternal.adatum.example', 'lyncdiscoverinternal.wingtiptoys.example', 'meet.adatum.example', 'meet.wingtiptoys.example', 'sip.adatum.example', 'sip.wingtiptoys.example')
}
# What the scripts leave behind. Thumbprints are yours: of certificates it is seen that one with the planned names is assigned.
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain adatum.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.adatum.example) -ActiveUrl https://meet.adatum.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'adatum.example' } @{ ActiveUrl = 'https://meet.adatum.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Meet -Domain wingtiptoys.example -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://meet.wingtiptoys.example) -ActiveUrl https://meet.wingtiptoys.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Meet'; Domain = 'wingtiptoys.example' } @{ ActiveUrl = 'https://meet.wingtiptoys.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Dialin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://dialin.adatum.example) -ActiveUrl https://dialin.adatum.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Dialin'; Domain = '*' } @{ ActiveUrl = 'https://dialin.adatum.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component Admin -Domain ''*'' -SimpleUrlEntry (New-CsSimpleUrlEntry -Url https://admin.adatum.example) -ActiveUrl https://admin.adatum.example)}' '' { Get-CsSimpleUrlConfiguration -Identity global | Select-Object -ExpandProperty SimpleUrl } @{ Component = 'Admin'; Domain = '*' } @{ ActiveUrl = 'https://admin.adatum.example' } @{  } @() @() $False @() @()
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'eastfe1.ad.adatum.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('eastfe1.ad.adatum.example', 'eastpool.ad.adatum.example', 'eastweb.ad.adatum.example', 'eastweb.adatum.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'eastfe2.ad.adatum.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('eastfe2.ad.adatum.example', 'eastpool.ad.adatum.example', 'eastweb.ad.adatum.example', 'eastweb.adatum.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'westfe1.ad.adatum.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('westfe1.ad.adatum.example', 'westpool.ad.adatum.example', 'westweb.ad.adatum.example', 'westweb.adatum.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint' 'westfe2.ad.adatum.example' { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal } @{  } @{  } @{  } @() @() $False @('Default', 'WebServicesInternal', 'WebServicesExternal') (@('westfe2.ad.adatum.example', 'westpool.ad.adatum.example', 'westweb.ad.adatum.example', 'westweb.adatum.example') + $Shared[0])
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'eastedge1.ad.adatum.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf.adatum.example', 'sip.adatum.example', 'sip.wingtiptoys.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'eastedge1.ad.adatum.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('eastedge.ad.adatum.example'))
Test-State 'Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint' 'westedge1.ad.adatum.example' { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication } @{  } @{  } @{  } @() @() $False @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication') (@('conf-west.adatum.example', 'sip-west.adatum.example', 'sip.adatum.example', 'sip.wingtiptoys.example'))
Test-State 'Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint' 'westedge1.ad.adatum.example' { Get-CsCertificate -Type Internal } @{  } @{  } @{  } @() @() $False @('Internal') (@('westedge.ad.adatum.example'))
Test-State 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True -EnablePartnerDiscovery $False -UseDnsSrvRouting' '' { Get-CsAccessEdgeConfiguration } @{  } @{ AllowFederatedUsers = $True; EnablePartnerDiscovery = $False } @{  } @() @('UseDnsSrvRouting') $False @() @()

# Pages, the status of the right answer, and the links that it must have.
if ($View -eq 'internal') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.adatum.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscoverinternal.wingtiptoys.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
}
if ($View -eq 'external') {
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.adatum.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://lyncdiscover.wingtiptoys.example/ -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://eastweb.adatum.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://westweb.adatum.example/autodiscover/autodiscoverservice.svc/root -UseBasicParsing } 200 @('Redirect', 'User Domain')
    Test-Page { Invoke-WebRequest -Uri https://eastweb.adatum.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://eastweb.adatum.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://westweb.adatum.example/abs -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://westweb.adatum.example/GroupExpansion/service.svc -UseBasicParsing } 401 @()
    Test-Page { Invoke-WebRequest -Uri https://eastweb.adatum.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://eastweb.adatum.example/dialin -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://westweb.adatum.example/meet -UseBasicParsing } 200 @()
    Test-Page { Invoke-WebRequest -Uri https://westweb.adatum.example/dialin -UseBasicParsing } 200 @()
}

$Results | Format-Table -AutoSize -Wrap | Out-Host
$Failed = @($Results | Where-Object -FilterScript { $_.Result -eq 'failed' }).Count
Write-Host ('Failed:' + ' ' + $Failed)
if ($Failed -gt 0) {
    exit 1
}
