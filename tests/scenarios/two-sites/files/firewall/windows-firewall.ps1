# Woodgrove mobility: inbound rules of Windows Firewall, for each server the flows that end on it. Run it as administrator on every server.
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
    'lab.ad.woodgrove.example' = @(
        # director:s-dir.ad.woodgrove.example: E-150, M-191 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-444-17a67843'
            Title = 'from the Director to the home pool: director:s-dir.ad.woodgrove.example'
            Facts = 'E-150, M-191'
            Protocol = 'TCP'
            Port = '444'
            Local = @('Any')
            Remote = @('10.2.0.41')
            Optional = $false
        }
        # director:s-dir.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-7bc97d63'
            Title = 'Autodiscover at a pool other than one''s own: director:s-dir.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('10.2.0.41')
            Optional = $false
        }
        # edge:n-edge.ad.woodgrove.example:internal: E-008, E-122, E-159, M-190 <- sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-0d3b08a1'
            Title = 'SIP between inside and outside: edge:n-edge.ad.woodgrove.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('10.1.9.11')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.ports.listening_https, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-7157ba8b'
            Title = 'Autodiscover at a pool other than one''s own: front-end:north.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('10.1.0.11', '10.1.0.12')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.ports.listening_https, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-e7f39d7c'
            Title = 'Autodiscover at a pool other than one''s own: front-end:south.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('10.2.0.11', '10.2.0.12')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-80-0ca25a09'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-443-febd31eb'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:n-rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[lab.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[lab.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.ports.listening_https, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
        @{
            Name = 'ucplan-tcp-4443-1684ed20'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:n-rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:n-rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- sites[North].front_end_pools[lab.ad.woodgrove.example].edition, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[lab.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[lab.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[lab.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].web_services.ports.listening_http, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
        # Sources disagree: M-293, M-294
        @{
            Name = 'ucplan-tcp-8080-4ba0aa4a'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:n-rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    'n-edge1.ad.woodgrove.example' = @(
        # any: E-126, E-159 <- mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers
        @{
            Name = 'ucplan-tcp-443-3cb29b66'
            Title = 'media between inside and outside: any'
            Facts = 'E-126, E-159'
            Protocol = 'TCP'
            Port = '443'
            Local = @('10.1.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-128 <- sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers
        @{
            Name = 'ucplan-tcp-50001-2ee660bf'
            Title = 'central logging: any'
            Facts = 'E-128'
            Protocol = 'TCP'
            Port = '50001'
            Local = @('10.1.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-129 <- sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers
        @{
            Name = 'ucplan-tcp-50002-1e4b92aa'
            Title = 'central logging: any'
            Facts = 'E-129'
            Protocol = 'TCP'
            Port = '50002'
            Local = @('10.1.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-130 <- sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers
        @{
            Name = 'ucplan-tcp-50003-27b4ca5a'
            Title = 'central logging: any'
            Facts = 'E-130'
            Protocol = 'TCP'
            Port = '50003'
            Local = @('10.1.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-125, E-159 <- mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers
        @{
            Name = 'ucplan-udp-3478-6182ba1c'
            Title = 'media between inside and outside: any'
            Facts = 'E-125, E-159'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('10.1.9.11')
            Remote = @('Any')
            Optional = $false
        }
        # director:s-dir.ad.woodgrove.example: E-008, E-121, E-159, M-190 <- sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].edge_pools
        @{
            Name = 'ucplan-tcp-5061-8e13e25a'
            Title = 'SIP between inside and outside: director:s-dir.ad.woodgrove.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('10.1.9.11')
            Remote = @('10.2.0.41')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: E-127, M-181 <- sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-83290fe5'
            Title = 'replication of the configuration from the Central Management store: front-end:lab.ad.woodgrove.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.31')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: E-008, E-121, E-159, M-190 <- sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-f0adfd03'
            Title = 'SIP between inside and outside: front-end:lab.ad.woodgrove.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.31')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: E-124, E-159 <- mobility.access, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-5062-d31fe21c'
            Title = 'A/V authentication: front-end:lab.ad.woodgrove.example'
            Facts = 'E-124, E-159'
            Protocol = 'TCP'
            Port = '5062'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.31')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: E-123 <- mobility.access, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-8057-fcd6fc0f'
            Title = 'conference content: front-end:lab.ad.woodgrove.example'
            Facts = 'E-123'
            Protocol = 'TCP'
            Port = '8057'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.31')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: E-127, M-181 <- sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-30b88c28'
            Title = 'replication of the configuration from the Central Management store: front-end:north.ad.woodgrove.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.11', '10.1.0.12')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: E-008, E-121, E-159, M-190 <- sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-5aa1efd0'
            Title = 'SIP between inside and outside: front-end:north.ad.woodgrove.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.11', '10.1.0.12')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: E-124, E-159 <- mobility.access, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-5062-21bcfed2'
            Title = 'A/V authentication: front-end:north.ad.woodgrove.example'
            Facts = 'E-124, E-159'
            Protocol = 'TCP'
            Port = '5062'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.11', '10.1.0.12')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: E-123 <- mobility.access, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-8057-7b265dcf'
            Title = 'conference content: front-end:north.ad.woodgrove.example'
            Facts = 'E-123'
            Protocol = 'TCP'
            Port = '8057'
            Local = @('10.1.9.11')
            Remote = @('10.1.0.11', '10.1.0.12')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: E-127, M-181 <- sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-190536b3'
            Title = 'replication of the configuration from the Central Management store: front-end:south.ad.woodgrove.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('10.1.9.11')
            Remote = @('10.2.0.11', '10.2.0.12')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: E-008, E-121, E-159, M-190 <- sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].edge_pools, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-fa27bafc'
            Title = 'SIP between inside and outside: front-end:south.ad.woodgrove.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('10.1.9.11')
            Remote = @('10.2.0.11', '10.2.0.12')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: E-124, E-159 <- mobility.access, sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].edge_pools, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-5062-05a12ab3'
            Title = 'A/V authentication: front-end:south.ad.woodgrove.example'
            Facts = 'E-124, E-159'
            Protocol = 'TCP'
            Port = '5062'
            Local = @('10.1.9.11')
            Remote = @('10.2.0.11', '10.2.0.12')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: E-123 <- mobility.access, sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].edge_pools, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-8057-ff87e85e'
            Title = 'conference content: front-end:south.ad.woodgrove.example'
            Facts = 'E-123'
            Protocol = 'TCP'
            Port = '8057'
            Local = @('10.1.9.11')
            Remote = @('10.2.0.11', '10.2.0.12')
            Optional = $false
        }
        # internet: E-104, E-153, ED-7 <- mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-3ef40cd1'
            Title = 'sign-in of clients outside: internet'
            Facts = 'E-104, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.11')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-112, E-159, ED-7, M-195 <- mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-c912424d'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-112, E-159, ED-7, M-195'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-111, E-159, M-195 <- mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers
        @{
            Name = 'ucplan-udp-3478-2cda0106'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-111, E-159, M-195'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('203.0.113.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-107, E-153, ED-7 <- mobility.access, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-a851a625'
            Title = 'conference content for people outside: internet'
            Facts = 'E-107, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.12')
            Remote = @('Any')
            Optional = $false
        }
    )
    'n-fe1.ad.woodgrove.example' = @(
        # director:s-dir.ad.woodgrove.example: E-150, M-191 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-444-db1c8393'
            Title = 'from the Director to the home pool: director:s-dir.ad.woodgrove.example'
            Facts = 'E-150, M-191'
            Protocol = 'TCP'
            Port = '444'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # director:s-dir.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-db316d94'
            Title = 'Autodiscover at a pool other than one''s own: director:s-dir.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # edge:n-edge.ad.woodgrove.example:internal: E-008, E-122, E-159, M-190 <- sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-77f95035'
            Title = 'SIP between inside and outside: edge:n-edge.ad.woodgrove.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-4231f8f1'
            Title = 'Autodiscover at a pool other than one''s own: front-end:lab.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c5ff8009'
            Title = 'Autodiscover at a pool other than one''s own: front-end:south.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-19506079'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-fef452b6'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:n-rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancer, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https, sites[North].load_balancers, sites[North].load_balancers[n-lb].translates_ports, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c5afa56a'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:n-rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:n-rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- sites[North].front_end_pools[north.ad.woodgrove.example].edition, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancer, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_http, sites[North].load_balancers, sites[North].load_balancers[n-lb].translates_ports, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-c5cfd993'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:n-rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    'n-fe2.ad.woodgrove.example' = @(
        # director:s-dir.ad.woodgrove.example: E-150, M-191 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-444-db1c8393'
            Title = 'from the Director to the home pool: director:s-dir.ad.woodgrove.example'
            Facts = 'E-150, M-191'
            Protocol = 'TCP'
            Port = '444'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # director:s-dir.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-db316d94'
            Title = 'Autodiscover at a pool other than one''s own: director:s-dir.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # edge:n-edge.ad.woodgrove.example:internal: E-008, E-122, E-159, M-190 <- sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-77f95035'
            Title = 'SIP between inside and outside: edge:n-edge.ad.woodgrove.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-4231f8f1'
            Title = 'Autodiscover at a pool other than one''s own: front-end:lab.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c5ff8009'
            Title = 'Autodiscover at a pool other than one''s own: front-end:south.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-19506079'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-fef452b6'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:n-rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancer, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_https, sites[North].load_balancers, sites[North].load_balancers[n-lb].translates_ports, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c5afa56a'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:n-rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:n-rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- sites[North].front_end_pools[north.ad.woodgrove.example].edition, sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancer, sites[North].front_end_pools[north.ad.woodgrove.example].load_balancing, sites[North].front_end_pools[north.ad.woodgrove.example].reverse_proxy, sites[North].front_end_pools[north.ad.woodgrove.example].servers, sites[North].front_end_pools[north.ad.woodgrove.example].web_services.ports.listening_http, sites[North].load_balancers, sites[North].load_balancers[n-lb].translates_ports, sites[North].reverse_proxies, sites[North].reverse_proxies[n-rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-c5cfd993'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:n-rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    's-dir1.ad.woodgrove.example' = @(
        # edge:n-edge.ad.woodgrove.example:internal: E-008, E-122, E-159, M-190 <- sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].edge_pools
        @{
            Name = 'ucplan-tcp-5061-14a8215f'
            Title = 'SIP between inside and outside: edge:n-edge.ad.woodgrove.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('10.1.9.11')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https
        @{
            Name = 'ucplan-tcp-4443-45129900'
            Title = 'Autodiscover at a pool other than one''s own: front-end:lab.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('10.1.0.31')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https
        @{
            Name = 'ucplan-tcp-4443-87b89fd2'
            Title = 'Autodiscover at a pool other than one''s own: front-end:north.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('10.1.0.11', '10.1.0.12')
            Optional = $false
        }
        # front-end:south.ad.woodgrove.example: M-082, M-192 <- sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-bf525d1e'
            Title = 'Autodiscover at a pool other than one''s own: front-end:south.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('10.2.0.11', '10.2.0.12')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- mobility.initial_request, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].servers
        # Sources disagree: M-318
        @{
            Name = 'ucplan-tcp-80-2e2fac85'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn
        # Sources disagree: M-318
        @{
            Name = 'ucplan-tcp-443-761b990e'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:s-rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- mobility.access, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        @{
            Name = 'ucplan-tcp-4443-0902495d'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:s-rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:s-rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- mobility.access, mobility.initial_request, sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].director_pools[s-dir.ad.woodgrove.example].load_balancing, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].servers, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.listening_http, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        # Sources disagree: M-293, M-294
        @{
            Name = 'ucplan-tcp-8080-b9109a42'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:s-rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    's-fe1.ad.woodgrove.example' = @(
        # director:s-dir.ad.woodgrove.example: E-150, M-191 <- sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-444-db91624f'
            Title = 'from the Director to the home pool: director:s-dir.ad.woodgrove.example'
            Facts = 'E-150, M-191'
            Protocol = 'TCP'
            Port = '444'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # director:s-dir.ad.woodgrove.example: M-082, M-192 <- sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-f7b56669'
            Title = 'Autodiscover at a pool other than one''s own: director:s-dir.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # edge:n-edge.ad.woodgrove.example:internal: E-008, E-122, E-159, M-190 <- sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].edge_pools, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-18ebb518'
            Title = 'SIP between inside and outside: edge:n-edge.ad.woodgrove.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c70b66bd'
            Title = 'Autodiscover at a pool other than one''s own: front-end:lab.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-5cf2e81a'
            Title = 'Autodiscover at a pool other than one''s own: front-end:north.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-4c6658ae'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-c786e0c1'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:s-rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancer, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].servers, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https, sites[South].load_balancers, sites[South].load_balancers[s-lb].translates_ports, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-cdad2ea8'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:s-rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:s-rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- sites[South].front_end_pools[south.ad.woodgrove.example].edition, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancer, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].servers, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_http, sites[South].load_balancers, sites[South].load_balancers[s-lb].translates_ports, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-fac80c5d'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:s-rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    's-fe2.ad.woodgrove.example' = @(
        # director:s-dir.ad.woodgrove.example: E-150, M-191 <- sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-444-db91624f'
            Title = 'from the Director to the home pool: director:s-dir.ad.woodgrove.example'
            Facts = 'E-150, M-191'
            Protocol = 'TCP'
            Port = '444'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # director:s-dir.ad.woodgrove.example: M-082, M-192 <- sites[South].director_pools[s-dir.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-f7b56669'
            Title = 'Autodiscover at a pool other than one''s own: director:s-dir.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # edge:n-edge.ad.woodgrove.example:internal: E-008, E-122, E-159, M-190 <- sites, sites[North].edge_pools, sites[North].edge_pools[n-edge.ad.woodgrove.example].fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].load_balancing, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[South].edge_pools, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-18ebb518'
            Title = 'SIP between inside and outside: edge:n-edge.ad.woodgrove.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:lab.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[lab.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-c70b66bd'
            Title = 'Autodiscover at a pool other than one''s own: front-end:lab.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:north.ad.woodgrove.example: M-082, M-192 <- sites[North].front_end_pools[north.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-5cf2e81a'
            Title = 'Autodiscover at a pool other than one''s own: front-end:north.ad.woodgrove.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-4c6658ae'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[South].front_end_pools[south.ad.woodgrove.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-c786e0c1'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:s-rp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancer, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].servers, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_https, sites[South].load_balancers, sites[South].load_balancers[s-lb].translates_ports, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-cdad2ea8'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:s-rp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:s-rp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- sites[South].front_end_pools[south.ad.woodgrove.example].edition, sites[South].front_end_pools[south.ad.woodgrove.example].fqdn, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancer, sites[South].front_end_pools[south.ad.woodgrove.example].load_balancing, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].servers, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.listening_http, sites[South].load_balancers, sites[South].load_balancers[s-lb].translates_ports, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-fac80c5d'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:s-rp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    's-rp' = @(
        # internet: M-082, M-177 <- mobility.access, mobility.initial_request, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_http, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.published_http, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        @{
            Name = 'ucplan-tcp-80-04dffe31'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: internet'
            Facts = 'M-082, M-177'
            Protocol = 'TCP'
            Port = '80'
            Local = @('203.0.113.40')
            Remote = @('Any')
            Optional = $true
        }
        # internet: M-082, M-176 <- mobility.access, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_https, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.published_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        @{
            Name = 'ucplan-tcp-443-d9c51d51'
            Title = 'Autodiscover, mobility, meetings and address book from outside: internet'
            Facts = 'M-082, M-176'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.40')
            Remote = @('Any')
            Optional = $false
        }
        # wifi: M-033, M-065, M-183, M-288 <- clients.internal_wifi, mobility.access, sites[South].director_pools[s-dir.ad.woodgrove.example].reverse_proxy, sites[South].director_pools[s-dir.ad.woodgrove.example].web_services.ports.published_https, sites[South].front_end_pools[south.ad.woodgrove.example].reverse_proxy, sites[South].front_end_pools[south.ad.woodgrove.example].web_services.ports.published_https, sites[South].reverse_proxies, sites[South].reverse_proxies[s-rp].name
        # Sources disagree: M-288
        @{
            Name = 'ucplan-tcp-443-f59f9e09'
            Title = 'mobility from the company Wi-Fi through the reverse proxy: wifi'
            Facts = 'M-033, M-065, M-183, M-288'
            Protocol = 'TCP'
            Port = '443'
            Local = @('203.0.113.40')
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
