# Trey Research: inbound rules of Windows Firewall, for each server the flows that end on it. Run it as administrator on every server.
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
    'dir1.treyresearch.example' = @(
        # edge:edge.treyresearch.example:internal: E-008, E-122, E-159, M-190 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers
        @{
            Name = 'ucplan-tcp-5061-6ecb620a'
            Title = 'SIP between inside and outside: edge:edge.treyresearch.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('10.3.9.11')
            Optional = $false
        }
        # front-end:pool.treyresearch.example: M-082, M-192 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].director_pools[dir.treyresearch.example].web_services.ports.listening_https, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-1484abc0'
            Title = 'Autodiscover at a pool other than one''s own: front-end:pool.treyresearch.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('10.3.0.11', '10.3.0.12', '2001:db8:3::11', '2001:db8:3::12')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].director_pools[dir.treyresearch.example].load_balancing, sites[Lab].director_pools[dir.treyresearch.example].servers
        # Sources disagree: M-318
        @{
            Name = 'ucplan-tcp-80-4ef0d9f5'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn
        # Sources disagree: M-318
        @{
            Name = 'ucplan-tcp-443-853f7baa'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-036, E-150, E-153, M-282 <- domains.legacy_sign_in, sites, sites[Lab].director_pools, sites[Lab].director_pools[dir.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-23459ffc'
            Title = 'sign-in of older clients and desk phones inside: internal-clients'
            Facts = 'E-036, E-150, E-153, M-282'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
    )
    'edge1.treyresearch.example' = @(
        # any: E-128 <- sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers
        @{
            Name = 'ucplan-tcp-50001-87fcb7dc'
            Title = 'central logging: any'
            Facts = 'E-128'
            Protocol = 'TCP'
            Port = '50001'
            Local = @('10.3.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-129 <- sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers
        @{
            Name = 'ucplan-tcp-50002-58d71cc1'
            Title = 'central logging: any'
            Facts = 'E-129'
            Protocol = 'TCP'
            Port = '50002'
            Local = @('10.3.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-130 <- sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers
        @{
            Name = 'ucplan-tcp-50003-e56b405b'
            Title = 'central logging: any'
            Facts = 'E-130'
            Protocol = 'TCP'
            Port = '50003'
            Local = @('10.3.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # director:dir.treyresearch.example: E-008, E-121, E-159, M-190 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers
        @{
            Name = 'ucplan-tcp-5061-1feb7593'
            Title = 'SIP between inside and outside: director:dir.treyresearch.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('10.3.9.11')
            Remote = @('10.3.0.41')
            Optional = $false
        }
        # front-end:pool.treyresearch.example: E-127, M-181 <- sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-373494b4'
            Title = 'replication of the configuration from the Central Management store: front-end:pool.treyresearch.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('10.3.9.11')
            Remote = @('10.3.0.11', '10.3.0.12', '2001:db8:3::11', '2001:db8:3::12')
            Optional = $false
        }
        # front-end:pool.treyresearch.example: E-008, E-121, E-159, M-190 <- sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-94d57cfd'
            Title = 'SIP between inside and outside: front-end:pool.treyresearch.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('10.3.9.11')
            Remote = @('10.3.0.11', '10.3.0.12', '2001:db8:3::11', '2001:db8:3::12')
            Optional = $false
        }
        # internet: E-105, E-159, M-189 <- clients.lync_2010_mobile, mobility.push.enabled, servers.version, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers
        @{
            Name = 'ucplan-tcp-5061-b09e3c6c'
            Title = 'SIP with federated partners, users online and the push service; with clients too where all services share one address: internet'
            Facts = 'E-105, E-159, M-189'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('203.0.113.11')
            Remote = @('Any')
            Optional = $false
        }
    )
    'fe1.treyresearch.example' = @(
        # director:dir.treyresearch.example: E-150, M-191 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-444-258abe01'
            Title = 'from the Director to the home pool: director:dir.treyresearch.example'
            Facts = 'E-150, M-191'
            Protocol = 'TCP'
            Port = '444'
            Local = @('Any')
            Remote = @('10.3.0.41')
            Optional = $false
        }
        # director:dir.treyresearch.example: M-082, M-192 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c055bd49'
            Title = 'Autodiscover at a pool other than one''s own: director:dir.treyresearch.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # edge:edge.treyresearch.example:internal: E-008, E-122, E-159, M-190 <- sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-b0d32b75'
            Title = 'SIP between inside and outside: edge:edge.treyresearch.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('10.3.9.11')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-386b48bb'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-05cca60e'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-036, E-150, E-153, M-282 <- domains.legacy_sign_in, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-f6b9c838'
            Title = 'sign-in of older clients and desk phones inside: internal-clients'
            Facts = 'E-036, E-150, E-153, M-282'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- clients.internal_wifi, clients.lync_2013_mobile, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancer, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancing, sites[Lab].front_end_pools[pool.treyresearch.example].reverse_proxy, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.ports.listening_https, sites[Lab].load_balancers, sites[Lab].reverse_proxies, sites[Lab].reverse_proxies[rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-3cd6e549'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- clients.internal_wifi, clients.lync_2013_mobile, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].edition, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancer, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancing, sites[Lab].front_end_pools[pool.treyresearch.example].reverse_proxy, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.ports.listening_http, sites[Lab].load_balancers, sites[Lab].reverse_proxies, sites[Lab].reverse_proxies[rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-40e4f3e0'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    'fe2.treyresearch.example' = @(
        # director:dir.treyresearch.example: E-150, M-191 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-444-258abe01'
            Title = 'from the Director to the home pool: director:dir.treyresearch.example'
            Facts = 'E-150, M-191'
            Protocol = 'TCP'
            Port = '444'
            Local = @('Any')
            Remote = @('10.3.0.41')
            Optional = $false
        }
        # director:dir.treyresearch.example: M-082, M-192 <- sites[Lab].director_pools[dir.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c055bd49'
            Title = 'Autodiscover at a pool other than one''s own: director:dir.treyresearch.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # edge:edge.treyresearch.example:internal: E-008, E-122, E-159, M-190 <- sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].fqdn, sites[Lab].edge_pools[edge.treyresearch.example].load_balancing, sites[Lab].edge_pools[edge.treyresearch.example].servers, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-b0d32b75'
            Title = 'SIP between inside and outside: edge:edge.treyresearch.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('10.3.9.11')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-386b48bb'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-05cca60e'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-036, E-150, E-153, M-282 <- domains.legacy_sign_in, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-f6b9c838'
            Title = 'sign-in of older clients and desk phones inside: internal-clients'
            Facts = 'E-036, E-150, E-153, M-282'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- clients.internal_wifi, clients.lync_2013_mobile, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancer, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancing, sites[Lab].front_end_pools[pool.treyresearch.example].reverse_proxy, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.ports.listening_https, sites[Lab].load_balancers, sites[Lab].reverse_proxies, sites[Lab].reverse_proxies[rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-3cd6e549'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- clients.internal_wifi, clients.lync_2013_mobile, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].edition, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancer, sites[Lab].front_end_pools[pool.treyresearch.example].load_balancing, sites[Lab].front_end_pools[pool.treyresearch.example].reverse_proxy, sites[Lab].front_end_pools[pool.treyresearch.example].web_services.ports.listening_http, sites[Lab].load_balancers, sites[Lab].reverse_proxies, sites[Lab].reverse_proxies[rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-40e4f3e0'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
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
