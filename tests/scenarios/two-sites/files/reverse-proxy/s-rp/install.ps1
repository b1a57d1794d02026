# Woodgrove mobility: farms and rules of IIS with Application Request Routing, on s-rp
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# Writes into the server's applicationHost.config: a farm for each published pool (M-151, M-152, M-153, M-154, M-155), a rule at server level for each name and protocol (M-156, M-157), and bindings that are missing (M-150).
# What belongs to the site alone is in web.config beside this script: copy it into the folder of the site. It refuses names that are not published, and lets large requests through.
# Check, before and after: run it with -Check. It changes nothing, names every setting that is not as planned, and ends with 1 if there is one.
# Undo: run it with -Undo. It removes the rules, farms and bindings that it added, and gives the application pool its former settings back. Then take web.config out of the folder of the site.
# First import the certificate of the listener with its key, and intermediates that are missing, into the store of the computer (M-150).
# Application Request Routing and URL Rewrite must be installed before; a farm routes to one server only, as only a hardware load balancer may balance the servers of a pool (M-151).
# The servers of the farms are names: the name of each pool must lead to its internal address from here, by the name server of the perimeter or the hosts file (M-138).
# Rules of other hands that stand above these ones may take the requests first; the script names them (M-335).
# TLS versions and cipher suites are those of Windows on this machine, for all its services. tls.ps1 sets them to the profile, and undoes it; restart the machine after it.
# The TLS settings of this machine are those of this profile, as far as this Windows can have them; tls.ps1 sets them: Mozilla intermediate 5.7 (2023-07-07): TLSv1.2, TLSv1.3.
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Install')]
param(
    # The thumbprint of the listener's certificate in `Cert:\LocalMachine\My`: the one of certificates/s-rp
    [Parameter(Mandatory, ParameterSetName = 'Install')] [ValidatePattern('^[0-9A-Fa-f]{40}$')] [string] $CertificateThumbprint,
    # The thumbprint of the root of the internal authority in `Cert:\LocalMachine\Root` (M-102).
    [Parameter(Mandatory, ParameterSetName = 'Install')] [ValidatePattern('^[0-9A-Fa-f]{40}$')] [string] $InternalRootThumbprint,
    # The site that takes the requests; nothing else should live in it (M-150).
    [string] $SiteName = 'Default Web Site',
    [Parameter(Mandatory, ParameterSetName = 'Check')] [switch] $Check,
    [Parameter(Mandatory, ParameterSetName = 'Undo')] [switch] $Undo
)
$ErrorActionPreference = 'Stop'

# The farms, each with exactly one server (M-151); above them the facts they rest on, and the answers of the plan that caused them.
$Farms = @(
    # E-152, M-070, M-082, M-102, M-125, M-130, M-133, M-134, M-135, M-136, M-137, M-138, M-141, M-166, M-296, M-297 <- certificates.reverse_proxy, domains.sip, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name, sites[South].reverse_proxies[s-rp].publish, sites[South].reverse_proxies[s-rp].timeout_seconds
    @{ Name = 'mobility-s-dirweb.woodgrove.example'; Address = 's-dirweb.woodgrove.example'; HttpsPort = 4443; Timeout = 960 }
    # E-152, M-024, M-070, M-082, M-102, M-125, M-129, M-133, M-134, M-135, M-136, M-137, M-138, M-139, M-141, M-166, M-296, M-297 <- certificates.reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancer, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].servers, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.addresses, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.published_https, sites[South].load_balancers, sites[South].load_balancers[s-lb].translates_ports, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name, sites[South].reverse_proxies[s-rp].publish, sites[South].reverse_proxies[s-rp].timeout_seconds
    @{ Name = 'mobility-s-web.woodgrove.example'; Address = 's-web.woodgrove.example'; HttpsPort = 4443; Timeout = 960 }
)

# The rules: HostPattern and Path are regular expressions, without regard to capitals (M-156, M-335).
$Rules = @(
    # E-152, M-070, M-082, M-102, M-125, M-130, M-133, M-134, M-135, M-136, M-137, M-138, M-141, M-166, M-296, M-297 <- certificates.reverse_proxy, domains.sip, mobility.access, simple_urls.hosts.dialin, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name, sites[South].reverse_proxies[s-rp].publish, sites[South].reverse_proxies[s-rp].timeout_seconds
    @{ Name = 'Mobility dialin.woodgrove.example:443'; Port = 443; Tls = $true; First = $false; HostPattern = '^dialin\.woodgrove\.example(:[0-9]+)?$'; Path = '.*'; Farm = 'mobility-s-dirweb.woodgrove.example' }
    # E-152, M-043, M-070, M-082, M-102, M-125, M-126, M-131, M-132, M-133, M-134, M-135, M-136, M-137, M-138, M-141, M-296, M-297 <- certificates.reverse_proxy, domains.sip, mobility.access, mobility.autodiscover, mobility.initial_request, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name, sites[South].reverse_proxies[s-rp].publish, sites[South].reverse_proxies[s-rp].timeout_seconds
    @{ Name = 'Mobility lyncdiscover.woodgrove.example:443'; Port = 443; Tls = $true; First = $false; HostPattern = '^lyncdiscover\.woodgrove\.example(:[0-9]+)?$'; Path = '.*'; Farm = 'mobility-s-dirweb.woodgrove.example' }
    @{ Name = 'Mobility lyncdiscover.woodgrovebank.example:443'; Port = 443; Tls = $true; First = $false; HostPattern = '^lyncdiscover\.woodgrovebank\.example(:[0-9]+)?$'; Path = '.*'; Farm = 'mobility-s-dirweb.woodgrove.example' }
    # E-152, M-070, M-082, M-102, M-125, M-130, M-133, M-134, M-135, M-136, M-137, M-138, M-141, M-166, M-296, M-297 <- certificates.reverse_proxy, domains.sip, mobility.access, simple_urls.hosts.meet, simple_urls.layout, sites, sites[North].director_pools, sites[South].director_pools, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name, sites[South].reverse_proxies[s-rp].publish, sites[South].reverse_proxies[s-rp].timeout_seconds
    @{ Name = 'Mobility meet.woodgrove.example:443'; Port = 443; Tls = $true; First = $false; HostPattern = '^meet\.woodgrove\.example(:[0-9]+)?$'; Path = '.*'; Farm = 'mobility-s-dirweb.woodgrove.example' }
    @{ Name = 'Mobility meet.woodgrovebank.example:443'; Port = 443; Tls = $true; First = $false; HostPattern = '^meet\.woodgrovebank\.example(:[0-9]+)?$'; Path = '.*'; Farm = 'mobility-s-dirweb.woodgrove.example' }
    # E-152, M-024, M-070, M-082, M-102, M-125, M-129, M-133, M-134, M-135, M-136, M-137, M-138, M-139, M-141, M-166, M-296, M-297 <- certificates.reverse_proxy, mobility.access, sites[South].director_pools[s-dir.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.addresses, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.external.fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name, sites[South].reverse_proxies[s-rp].publish, sites[South].reverse_proxies[s-rp].timeout_seconds
    @{ Name = 'Mobility s-dirweb.woodgrove.example:443'; Port = 443; Tls = $true; First = $false; HostPattern = '^s-dirweb\.woodgrove\.example(:[0-9]+)?$'; Path = '.*'; Farm = 'mobility-s-dirweb.woodgrove.example' }
    # E-152, M-024, M-070, M-082, M-102, M-125, M-129, M-133, M-134, M-135, M-136, M-137, M-138, M-139, M-141, M-166, M-296, M-297 <- certificates.reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancer, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].servers, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.addresses, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.external.fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.published_https, sites[South].load_balancers, sites[South].load_balancers[s-lb].translates_ports, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name, sites[South].reverse_proxies[s-rp].publish, sites[South].reverse_proxies[s-rp].timeout_seconds
    @{ Name = 'Mobility s-web.woodgrove.example:443'; Port = 443; Tls = $true; First = $false; HostPattern = '^s-web\.woodgrove\.example(:[0-9]+)?$'; Path = '.*'; Farm = 'mobility-s-web.woodgrove.example' }
)

# What stands behind: each name must lead to its address from here, and each address must answer (M-138).
$Backends = @(
    @{ Name = 's-dirweb.woodgrove.example'; Address = '10.2.0.41'; Port = 4443 }
    @{ Name = 's-web.woodgrove.example'; Address = '10.2.0.22'; Port = 4443 }
)

# What this script does is noted here, so that -Undo takes back that and nothing else.
$Journal = Join-Path -Path $PSScriptRoot -ChildPath 'install.added.csv'
$Server = 'MACHINE/WEBROOT/APPHOST'
$GlobalRules = 'system.webServer/rewrite/globalRules'
$Faults = @()

# A setting as text, whatever its type.
function Read-Setting {
    param([string] $Filter, [string] $Name)
    $found = Get-WebConfigurationProperty -PSPath $Server -Filter $Filter -Name $Name -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
    if ($null -ne $found.Value) { return "$($found.Value)" }
    "$found"
}

function Test-Element {
    param([string] $Filter)
    $null -ne (Get-WebConfigurationProperty -PSPath $Server -Filter $Filter -Name '.' -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
}

# What must hold of a farm and of a rule, each setting by its place: written by this list, and checked by it. A rule with https in its action passes TLS on, so nothing is offloaded (M-155).
function Get-FarmSetting {
    param($Farm)
    $routing = "webFarms/webFarm[@name='$($Farm.Name)']/applicationRequestRouting/protocol"
    $member = "webFarms/webFarm[@name='$($Farm.Name)']/server[@address='$($Farm.Address)']/applicationRequestRouting"
    @{ Filter = "webFarms/webFarm[@name='$($Farm.Name)']"; Name = 'enabled'; Value = 'True' }
    @{ Filter = "webFarms/webFarm[@name='$($Farm.Name)']/server[@address='$($Farm.Address)']"; Name = 'enabled'; Value = 'True' }
    @{ Filter = $routing; Name = 'preserveHostHeader'; Value = 'True' }
    @{ Filter = $routing; Name = 'timeout'; Value = "$(New-TimeSpan -Seconds $Farm.Timeout)" }
    @{ Filter = "$routing/cache"; Name = 'enabled'; Value = 'False' }
    @{ Filter = $member; Name = 'weight'; Value = '100' }
    if ($Farm.HttpPort) { @{ Filter = $member; Name = 'httpPort'; Value = "$($Farm.HttpPort)" } }
    if ($Farm.HttpsPort) { @{ Filter = $member; Name = 'httpsPort'; Value = "$($Farm.HttpsPort)" } }
}

function Get-RuleSetting {
    param($Rule)
    $rulePath = "$GlobalRules/rule[@name='$($Rule.Name)']"
    $scheme = if ($Rule.Tls) { 'https' } else { 'http' }
    $state = if ($Rule.Tls) { '^on$' } else { '^off$' }
    @{ Filter = "$rulePath/match"; Name = 'url'; Value = $Rule.Path }
    @{ Filter = "$rulePath/conditions/add[@input='{HTTPS}']"; Name = 'pattern'; Value = $state }
    @{ Filter = "$rulePath/conditions/add[@input='{SERVER_PORT}']"; Name = 'pattern'; Value = '^' + $Rule.Port + '$' }
    @{ Filter = "$rulePath/conditions/add[@input='{HTTP_HOST}']"; Name = 'pattern'; Value = $Rule.HostPattern }
    @{ Filter = "$rulePath/conditions/add[@input='{HTTP_HOST}']"; Name = 'ignoreCase'; Value = 'True' }
    @{ Filter = "$rulePath/action"; Name = 'type'; Value = 'Rewrite' }
    @{ Filter = "$rulePath/action"; Name = 'url'; Value = "${scheme}://$($Rule.Farm)/{R:0}" }
    @{ Filter = $rulePath; Name = 'patternSyntax'; Value = 'ECMAScript' }
    @{ Filter = $rulePath; Name = 'stopProcessing'; Value = 'True' }
    # Last: a rule without its conditions would take every host.
    @{ Filter = $rulePath; Name = 'enabled'; Value = 'True' }
}

# The application pool of the site: one that sleeps or restarts cuts the requests that wait for an answer (M-137).
function Get-PoolSetting {
    $pool = Read-Setting -Filter "system.applicationHost/sites/site[@name='$SiteName']/application[@path='/']" -Name 'applicationPool'
    $poolPath = "system.applicationHost/applicationPools/add[@name='$pool']"
    @{ Filter = "$poolPath/processModel"; Name = 'idleTimeout'; Value = '00:00:00' }
    @{ Filter = "$poolPath/recycling/periodicRestart"; Name = 'time'; Value = '00:00:00' }
}

# What is added is noted at once, and what a setting of the application pool was.
function Add-Note {
    param([string] $Kind, [string] $Name, [string] $Attribute, [string] $Former)
    [pscustomobject] @{ Kind = $Kind; Name = $Name; Site = $SiteName; Attribute = $Attribute; Former = $Former } |
        Export-Csv -LiteralPath $Journal -Append -NoTypeInformation -Encoding UTF8
}

function Set-Setting {
    param($Setting, [switch] $Noted)
    $former = Read-Setting -Filter $Setting.Filter -Name $Setting.Name
    if ($former -ne $Setting.Value) {
        if ($PSCmdlet.ShouldProcess("$($Setting.Filter)/@$($Setting.Name)", $Setting.Value)) {
            if ($Noted) { Add-Note -Kind 'Setting' -Name $Setting.Filter -Attribute $Setting.Name -Former $former }
            Set-WebConfigurationProperty -PSPath $Server -Filter $Setting.Filter -Name $Setting.Name -Value $Setting.Value
        }
    }
}

# A farm that exists gets the settings of the plan; its servers are left alone.
function Install-Farm {
    param($Farm)
    $farmPath = "webFarms/webFarm[@name='$($Farm.Name)']"
    if (-not (Test-Element -Filter $farmPath)) {
        if (-not $PSCmdlet.ShouldProcess($Farm.Name, 'add the farm')) { return }
        Add-WebConfigurationProperty -PSPath $Server -Filter 'webFarms' -Name '.' -Value @{ name = $Farm.Name; enabled = 'True' }
        Add-Note -Kind 'Farm' -Name $Farm.Name
    }
    if (-not (Test-Element -Filter "$farmPath/server[@address='$($Farm.Address)']")) {
        if (-not $PSCmdlet.ShouldProcess($Farm.Name, $Farm.Address)) { return }
        Add-WebConfigurationProperty -PSPath $Server -Filter $farmPath -Name '.' -Value @{ address = $Farm.Address; enabled = 'True' }
    }
    foreach ($setting in Get-FarmSetting -Farm $Farm) { Set-Setting -Setting $setting }
}

# A rule for HTTP goes before all others (M-128).
function Install-Rule {
    param($Rule)
    $rulePath = "$GlobalRules/rule[@name='$($Rule.Name)']"
    if (-not (Test-Element -Filter $rulePath)) {
        if (-not $PSCmdlet.ShouldProcess($Rule.Name, 'add the rule')) { return }
        $value = @{ name = $Rule.Name; patternSyntax = 'ECMAScript'; stopProcessing = 'True'; enabled = 'False' }
        if ($Rule.First) { Add-WebConfigurationProperty -PSPath $Server -Filter $GlobalRules -Name '.' -Value $value -AtIndex 0 }
        else { Add-WebConfigurationProperty -PSPath $Server -Filter $GlobalRules -Name '.' -Value $value }
        Add-Note -Kind 'Rule' -Name $Rule.Name
    }
    foreach ($setting in Get-RuleSetting -Rule $Rule | Where-Object { $_.Name -eq 'pattern' }) {
        if (Test-Element -Filter $setting.Filter) { continue }
        $variable = $setting.Filter -replace "^.*@input='" -replace "'\]$"
        if (-not $PSCmdlet.ShouldProcess($Rule.Name, "$variable $($setting.Value)")) { return }
        Add-WebConfigurationProperty -PSPath $Server -Filter "$rulePath/conditions" -Name '.' -Value @{ input = $variable; pattern = $setting.Value }
    }
    foreach ($setting in Get-RuleSetting -Rule $Rule) { Set-Setting -Setting $setting }
}

# A binding for a port that takes every name; one with a host name does not.
function Find-Binding {
    param([string] $Site, [string] $Protocol, [string] $Port)
    Get-WebBinding -Name $Site -Protocol $Protocol -Port $Port | Where-Object { $_.bindingInformation -like "*:${Port}:" }
}

# A binding that exists is kept, and so is its certificate: another one is reported.
function Install-Binding {
    param([int] $Port, [bool] $Tls)
    $protocol = if ($Tls) { 'https' } else { 'http' }
    if (-not (Find-Binding -Site $SiteName -Protocol $protocol -Port $Port)) {
        if ($PSCmdlet.ShouldProcess("${SiteName}: ${protocol} $Port", 'add the binding')) {
            New-WebBinding -Name $SiteName -Protocol $protocol -Port $Port
            Add-Note -Kind $protocol -Name "$Port"
        }
    }
    $bound = "IIS:\SslBindings\0.0.0.0!$Port"
    if (-not $Tls) { return }
    if (-not (Test-Path -Path $bound)) {
        if ($PSCmdlet.ShouldProcess($bound, $CertificateThumbprint)) {
            Get-Item -Path "Cert:\LocalMachine\My\$CertificateThumbprint" | New-Item -Path $bound | Out-Null
            Add-Note -Kind 'Certificate' -Name "$Port"
        }
    }
    elseif ((Get-Item -Path $bound).Thumbprint -ne $CertificateThumbprint) {
        Write-Warning -Message "${bound}: $('another certificate is bound here. If that is not meant, bind the new one in IIS Manager (M-150).')"
    }
}

# Before anything is changed: the certificates are here, the names lead to the pools, the pools answer.
function Test-Surroundings {
    foreach ($thumbprint in "My\$CertificateThumbprint", "Root\$InternalRootThumbprint") {
        if (-not (Test-Path -Path "Cert:\LocalMachine\$thumbprint")) {
            throw "Cert:\LocalMachine\${thumbprint}: $('there is no such certificate')"
        }
    }
    foreach ($module in 'RewriteModule', 'ApplicationRequestRouting') {
        if (-not (Get-WebGlobalModule -Name $module)) { throw "${module}: $('this module of IIS is not installed')" }
    }
    foreach ($backend in $Backends) {
        $addresses = @(Resolve-DnsName -Name $backend.Name -ErrorAction SilentlyContinue | ForEach-Object { "$($_.IPAddress)" })
        if ($addresses -notcontains $backend.Address) {
            Write-Warning -Message "$($backend.Name): $('from here, the name does not lead to (M-138)') $($backend.Address)"
        }
        # Windows before 8.1 and Server 2012 R2 has no command to test a port.
        if (-not (Get-Command -Name Test-NetConnection -ErrorAction SilentlyContinue)) { continue }
        $answer = Test-NetConnection -ComputerName $backend.Address -Port $backend.Port -WarningAction SilentlyContinue
        if (-not $answer.TcpTestSucceeded) {
            Write-Warning -Message "$($backend.Address):$($backend.Port): $('no answer on this port')"
        }
    }
}

function Undo-Addition {
    param($Noted)
    if (-not $PSCmdlet.ShouldProcess($Noted.Name, "- $($Noted.Kind)")) { return }
    switch ($Noted.Kind) {
        'Rule' { if (Test-Element -Filter "$GlobalRules/rule[@name='$($Noted.Name)']") { Remove-WebConfigurationProperty -PSPath $Server -Filter $GlobalRules -Name '.' -AtElement @{ name = $Noted.Name } } }
        'Farm' { if (Test-Element -Filter "webFarms/webFarm[@name='$($Noted.Name)']") { Remove-WebConfigurationProperty -PSPath $Server -Filter 'webFarms' -Name '.' -AtElement @{ name = $Noted.Name } } }
        'Certificate' { if (Test-Path -Path "IIS:\SslBindings\0.0.0.0!$($Noted.Name)") { Remove-Item -Path "IIS:\SslBindings\0.0.0.0!$($Noted.Name)" } }
        'Setting' { Set-WebConfigurationProperty -PSPath $Server -Filter $Noted.Name -Name $Noted.Attribute -Value $Noted.Former }
        default { Find-Binding -Site $Noted.Site -Protocol $Noted.Kind -Port $Noted.Name | Where-Object { $_.bindingInformation -eq "*:$($Noted.Name):" } | Remove-WebBinding }
    }
}

Import-Module -Name WebAdministration

if ($Undo) {
    if (-not (Test-Path -LiteralPath $Journal)) {
        Write-Warning -Message 'Nothing is noted beside this script for this machine, so there is nothing to take back.'
        return
    }
    $all = @(Import-Csv -LiteralPath $Journal)
    $done = @{}
    # Rules go before the farms that they lead to. Of several notes on one thing the oldest counts.
    foreach ($kind in 'Rule', 'Farm', 'Certificate', 'https', 'http', 'Setting') {
        foreach ($noted in @($all | Where-Object { $_.Kind -eq $kind })) {
            $key = "$kind $($noted.Name) $($noted.Attribute)"
            if (-not $done[$key]) {
                $done[$key] = $true
                Undo-Addition -Noted $noted
            }
        }
    }
    Remove-Item -LiteralPath $Journal
    return
}

if (-not $Check) {
    Test-Surroundings
    Install-Binding -Port 443 -Tls $true
    foreach ($setting in Get-PoolSetting) { Set-Setting -Setting $setting -Noted }
    foreach ($farm in $Farms) { Install-Farm -Farm $farm }
    foreach ($rule in $Rules) { Install-Rule -Rule $rule }
    if ($WhatIfPreference) { return }
}

foreach ($farm in $Farms) {
    $members = @(Get-WebConfigurationProperty -PSPath $Server -Filter "webFarms/webFarm[@name='$($farm.Name)']/server" -Name 'address' -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
    if ($members.Count -ne 1) { $Faults += "$($farm.Name): $($members.Count) $('servers in this farm. There must be exactly one (M-151).')" }
}
$wanted = @(Get-PoolSetting) + @($Farms | ForEach-Object { Get-FarmSetting -Farm $_ }) + @($Rules | ForEach-Object { Get-RuleSetting -Rule $_ })
foreach ($setting in $wanted) {
    $now = Read-Setting -Filter $setting.Filter -Name $setting.Name
    if ($now -ne $setting.Value) { $Faults += "$($setting.Filter)/@$($setting.Name): '$now', $('planned is') '$($setting.Value)'" }
}
foreach ($found in @(Get-WebConfigurationProperty -PSPath $Server -Filter "$GlobalRules/rule" -Name 'name' -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)) {
    $name = if ($null -ne $found.Value) { "$($found.Value)" } else { "$found" }
    if ($Rules.Name -notcontains $name) { Write-Warning -Message "${name}: $('not a rule of this script. If it stands above and fits all hosts, it takes the requests first (M-335).')" }
}
foreach ($port in @(443)) {
    if (-not (Find-Binding -Site $SiteName -Protocol 'https' -Port $port)) { $Faults += "${SiteName}: $('no binding that takes every name, for') https $port" }
    if (-not (Test-Path -Path "IIS:\SslBindings\0.0.0.0!$port")) { $Faults += "${SiteName}: $('no certificate is bound to port') $port" }
}
foreach ($port in @()) {
    if (-not (Find-Binding -Site $SiteName -Protocol 'http' -Port $port)) { $Faults += "${SiteName}: $('no binding that takes every name, for') http $port" }
}
$map = "system.webServer/rewrite/rewriteMaps/rewriteMap[@name='PublishedNames']"
if (-not (Get-WebConfigurationProperty -PSPath "IIS:\Sites\$SiteName" -Filter $map -Name 'name' -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)) {
    $Faults += "${SiteName}: $('the web.config beside this script is not in the folder of this site.')"
}
foreach ($fault in $Faults) { Write-Warning -Message $fault }
if ($Faults.Count -gt 0) { exit 1 }
Write-Output -InputObject 'Every farm, rule and binding is as planned.'
