# Fourth Coffee mobility: inbound rules of Windows Firewall, for each server the flows that end on it. Run it as administrator on every server.
# The setup of the product opens its own ports already, and the services do so when they start (M-194). Use this where your rules replace those, or where another firewall policy needs them by name; it takes none of the others away.
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# It works on the computer that it runs on. For a reverse proxy, or a computer with another full name, say which of those below it is: -Server '<name>'. With -Optional the optional flows are allowed too.
# -Undo removes every rule of the group ucplan. `Get-NetFirewallRule -Group ucplan` lists them.
# Where the plan does not know who calls, such as the Internet, Wi-Fi or clients, any address may.
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Server = [System.Net.Dns]::GetHostEntry('').HostName,
    [switch] $Optional,
    [switch] $Undo
)
$ErrorActionPreference = 'Stop'
$Identity = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
if (-not $WhatIfPreference -and -not $Identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    throw 'Run this as administrator.'
}
$Group = 'ucplan'

$Hosts = @{
    'edge1.corp.fourthcoffee.example' = @(
        # any: E-126, E-159 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers
        @{
            Name = 'ucplan-tcp-443-8d36d7ca'
            Title = 'media between inside and outside: any'
            Facts = 'E-126, E-159'
            Protocol = 'TCP'
            Port = '443'
            Local = @('10.70.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-128 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers
        @{
            Name = 'ucplan-tcp-50001-98210ccf'
            Title = 'central logging: any'
            Facts = 'E-128'
            Protocol = 'TCP'
            Port = '50001'
            Local = @('10.70.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-129 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers
        @{
            Name = 'ucplan-tcp-50002-1353e8c4'
            Title = 'central logging: any'
            Facts = 'E-129'
            Protocol = 'TCP'
            Port = '50002'
            Local = @('10.70.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-130 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers
        @{
            Name = 'ucplan-tcp-50003-e95fef27'
            Title = 'central logging: any'
            Facts = 'E-130'
            Protocol = 'TCP'
            Port = '50003'
            Local = @('10.70.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-125, E-159 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers
        @{
            Name = 'ucplan-udp-3478-db2f0238'
            Title = 'media between inside and outside: any'
            Facts = 'E-125, E-159'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('10.70.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:pool.corp.fourthcoffee.example: E-127, M-181 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-7561de39'
            Title = 'replication of the configuration from the Central Management store: front-end:pool.corp.fourthcoffee.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('10.70.9.11')
            Remote = @('10.70.0.11', '10.70.0.12')
            Optional = $false
        }
        # front-end:pool.corp.fourthcoffee.example: E-008, E-121, E-159, M-190 <- sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-4c564f59'
            Title = 'SIP between inside and outside: front-end:pool.corp.fourthcoffee.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('10.70.9.11')
            Remote = @('10.70.0.11', '10.70.0.12')
            Optional = $false
        }
        # front-end:pool.corp.fourthcoffee.example: E-124, E-159 <- sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        @{
            Name = 'ucplan-tcp-5062-fbbcc02a'
            Title = 'A/V authentication: front-end:pool.corp.fourthcoffee.example'
            Facts = 'E-124, E-159'
            Protocol = 'TCP'
            Port = '5062'
            Local = @('10.70.9.11')
            Remote = @('10.70.0.11', '10.70.0.12')
            Optional = $false
        }
        # front-end:pool.corp.fourthcoffee.example: E-123 <- sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        @{
            Name = 'ucplan-tcp-8057-891cc514'
            Title = 'conference content: front-end:pool.corp.fourthcoffee.example'
            Facts = 'E-123'
            Protocol = 'TCP'
            Port = '8057'
            Local = @('10.70.9.11')
            Remote = @('10.70.0.11', '10.70.0.12')
            Optional = $false
        }
        # internet: E-104, E-153, ED-7 <- mobility.access, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-86535df7'
            Title = 'sign-in of clients outside: internet'
            Facts = 'E-104, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.11')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-105, E-159, M-189 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers
        @{
            Name = 'ucplan-tcp-5061-9f4d7531'
            Title = 'SIP with federated partners, users online and the push service; with clients too where all services share one address: internet'
            Facts = 'E-105, E-159, M-189'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('203.0.113.11')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-112, E-159, ED-7, M-195 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-25a3fd54'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-112, E-159, ED-7, M-195'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-111, E-159, M-195 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers
        @{
            Name = 'ucplan-udp-3478-d8d48cb6'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-111, E-159, M-195'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('203.0.113.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-107, E-153, ED-7 <- sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-c2ec1b8e'
            Title = 'conference content for people outside: internet'
            Facts = 'E-107, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.12')
            Remote = @('Any')
            Optional = $false
        }
    )
    'fe1.corp.fourthcoffee.example' = @(
        # edge:edge.corp.fourthcoffee.example:internal: E-008, E-122, E-159, M-190 <- sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-50ffa126'
            Title = 'SIP between inside and outside: edge:edge.corp.fourthcoffee.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-b530857c'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-cb8b6ccb'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancer, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancing, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.ports.listening_https, sites[Harbour].load_balancers, sites[Harbour].load_balancers[lb].translates_ports, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c7ddfcd6'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- mobility.access, mobility.autodiscover, mobility.initial_request, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].edition, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancer, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancing, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.ports.listening_http, sites[Harbour].load_balancers, sites[Harbour].load_balancers[lb].translates_ports, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-deba6f7a'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
    )
    'fe2.corp.fourthcoffee.example' = @(
        # edge:edge.corp.fourthcoffee.example:internal: E-008, E-122, E-159, M-190 <- sites[Harbour].edge_pools, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].load_balancing, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-50ffa126'
            Title = 'SIP between inside and outside: edge:edge.corp.fourthcoffee.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-b530857c'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-cb8b6ccb'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancer, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancing, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.ports.listening_https, sites[Harbour].load_balancers, sites[Harbour].load_balancers[lb].translates_ports, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c7ddfcd6'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- mobility.access, mobility.autodiscover, mobility.initial_request, simple_urls.pool, sites, sites[Harbour].director_pools, sites[Harbour].front_end_pools, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].edition, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].fqdn, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancer, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].load_balancing, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].reverse_proxy, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].web_services.ports.listening_http, sites[Harbour].load_balancers, sites[Harbour].load_balancers[lb].translates_ports, sites[Harbour].reverse_proxies, sites[Harbour].reverse_proxies[rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-deba6f7a'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
    )
}

# The rules of this group that are there, by name.
function Get-Present {
    $Present = @{}
    foreach ($Rule in @(Get-NetFirewallRule -PolicyStore PersistentStore -ErrorAction Stop)) {
        if ($Rule.Group -eq $Group) { $Present[$Rule.Name] = $Rule }
    }
    $Present
}

# What a rule says of itself: its facts, then its ports and addresses, so that a later run sees whether these are still the planned ones.
function Get-Description {
    param([hashtable] $Rule)
    $From = ''
    if ($Rule.RemotePort) { $From = ':' + $Rule.RemotePort }
    $Rule.Facts + '; ' + $Rule.Protocol + ' ' + $Rule.Port + '; ' + ($Rule.Remote -join ' ') + $From + ' -> ' + ($Rule.Local -join ' ')
}

# In what a rule differs from the plan; nothing where it does not. Ports and addresses are known by the description.
function Get-Difference {
    param([hashtable] $Rule, $Found)
    if ($null -eq $Found) { return 'missing' }
    if ("$($Found.Enabled)" -ne 'True') { return 'enabled' }
    if ("$($Found.Action)" -ne 'Allow') { return 'action' }
    if ("$($Found.Direction)" -ne 'Inbound') { return 'direction' }
    if ("$($Found.Profile)" -ne 'Any') { return 'profile' }
    if ($Found.DisplayName -ne $Rule.Title) { return 'name' }
    if ($Found.Description -ne (Get-Description -Rule $Rule)) { return 'port or addresses' }
    ''
}

# Makes a rule, or puts every property of it back as planned. One that is as planned is left alone.
function Set-Planned {
    [CmdletBinding(SupportsShouldProcess)]
    param([hashtable] $Rule, $Found)
    $Difference = Get-Difference -Rule $Rule -Found $Found
    if (-not $Difference) { return }
    $Description = Get-Description -Rule $Rule
    $RemotePort = 'Any'
    if ($Rule.RemotePort) { $RemotePort = $Rule.RemotePort }
    if ($null -ne $Found) {
        if ($PSCmdlet.ShouldProcess($Rule.Title, "Set-NetFirewallRule: $Difference")) {
            Set-NetFirewallRule -Name $Rule.Name -NewDisplayName $Rule.Title -Description $Description -Enabled True -Direction Inbound -Action Allow -Profile Any -Protocol $Rule.Protocol -LocalPort $Rule.Port -RemotePort $RemotePort -LocalAddress $Rule.Local -RemoteAddress $Rule.Remote -ErrorAction Stop
        }
    } elseif ($PSCmdlet.ShouldProcess($Rule.Title, 'New-NetFirewallRule')) {
        $null = New-NetFirewallRule -Name $Rule.Name -DisplayName $Rule.Title -Description $Description -Group $Group -Enabled True -Direction Inbound -Action Allow -Profile Any -Protocol $Rule.Protocol -LocalPort $Rule.Port -RemotePort $RemotePort -LocalAddress $Rule.Local -RemoteAddress $Rule.Remote -ErrorAction Stop
    }
}

# Removes rules of this group that are not wanted, such as those of an older plan.
function Remove-Surplus {
    [CmdletBinding(SupportsShouldProcess)]
    param([string[]] $Wanted, [hashtable] $Present)
    foreach ($Name in @($Present.Keys)) {
        if ($Wanted -notcontains $Name -and $PSCmdlet.ShouldProcess($Present[$Name].DisplayName, 'Remove-NetFirewallRule')) {
            Remove-NetFirewallRule -Name $Name -ErrorAction Stop
        }
    }
}

# Says of each planned rule whether it is there as planned, and in what it differs.
function Get-State {
    param([hashtable[]] $Planned, [hashtable] $Present)
    foreach ($Rule in $Planned) {
        $Difference = Get-Difference -Rule $Rule -Found $Present[$Rule.Name]
        [pscustomobject]@{
            Present = -not $Difference
            Difference = $Difference
            Protocol = $Rule.Protocol
            Port = $Rule.Port
            Title = $Rule.Title
        }
    }
}

if (-not $Hosts.ContainsKey($Server)) {
    throw ($Server + ': ' + 'no flow of this plan ends on this computer. Say -Server with one of:' + ' ' + (@($Hosts.Keys) -join ', '))
}
$Planned = @()
if (-not $Undo) {
    foreach ($Rule in $Hosts[$Server]) {
        if ($Optional -or -not $Rule.Optional) { $Planned += $Rule }
    }
}
$Wanted = @()
foreach ($Rule in $Planned) { $Wanted += $Rule.Name }
$Present = Get-Present

# The check before the change: what is there already.
Get-State -Planned $Planned -Present $Present
foreach ($Rule in $Planned) { Set-Planned -Rule $Rule -Found $Present[$Rule.Name] -WhatIf:$WhatIfPreference }
Remove-Surplus -Wanted $Wanted -Present $Present -WhatIf:$WhatIfPreference

# The check after the change: all that is planned is there, and nothing else of this group.
if (-not $WhatIfPreference) {
    $Present = Get-Present
    $Missing = @()
    foreach ($State in @(Get-State -Planned $Planned -Present $Present)) {
        $State
        if (-not $State.Present) { $Missing += $State.Title }
    }
    if ($Missing.Count -gt 0) { throw ('These rules are not there, or not as planned:' + ' ' + ($Missing -join '; ')) }
    foreach ($Name in @($Present.Keys)) {
        if ($Wanted -notcontains $Name) { throw ('This rule of the group should be gone:' + ' ' + $Name) }
    }
}
