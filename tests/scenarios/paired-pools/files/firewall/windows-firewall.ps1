# Adatum mobility in two data centres: inbound rules of Windows Firewall, for each server the flows that end on it. Run it as administrator on every server.
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
    'eastedge1.ad.adatum.example' = @(
        # any: E-126, E-159 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-443-ab5cb98b'
            Title = 'media between inside and outside: any'
            Facts = 'E-126, E-159'
            Protocol = 'TCP'
            Port = '443'
            Local = @('172.16.11.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-128 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-50001-9c326d41'
            Title = 'central logging: any'
            Facts = 'E-128'
            Protocol = 'TCP'
            Port = '50001'
            Local = @('172.16.11.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-129 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-50002-b7dd6df0'
            Title = 'central logging: any'
            Facts = 'E-129'
            Protocol = 'TCP'
            Port = '50002'
            Local = @('172.16.11.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-130 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-50003-ce2ff466'
            Title = 'central logging: any'
            Facts = 'E-130'
            Protocol = 'TCP'
            Port = '50003'
            Local = @('172.16.11.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-125, E-159 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-udp-3478-3b6f80a2'
            Title = 'media between inside and outside: any'
            Facts = 'E-125, E-159'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('172.16.11.11')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:eastpool.ad.adatum.example: E-127, M-181 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-81182d19'
            Title = 'replication of the configuration from the Central Management store: front-end:eastpool.ad.adatum.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('172.16.11.11')
            Remote = @('10.11.0.11', '10.11.0.12')
            Optional = $false
        }
        # front-end:eastpool.ad.adatum.example: E-008, E-121, E-159, M-190 <- sites[East].edge_pools, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-3d524a87'
            Title = 'SIP between inside and outside: front-end:eastpool.ad.adatum.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('172.16.11.11')
            Remote = @('10.11.0.11', '10.11.0.12')
            Optional = $false
        }
        # front-end:eastpool.ad.adatum.example: E-124, E-159 <- sites[East].edge_pools, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-5062-aafdbcaf'
            Title = 'A/V authentication: front-end:eastpool.ad.adatum.example'
            Facts = 'E-124, E-159'
            Protocol = 'TCP'
            Port = '5062'
            Local = @('172.16.11.11')
            Remote = @('10.11.0.11', '10.11.0.12')
            Optional = $false
        }
        # front-end:eastpool.ad.adatum.example: E-123 <- sites[East].edge_pools, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-8057-e55c4eba'
            Title = 'conference content: front-end:eastpool.ad.adatum.example'
            Facts = 'E-123'
            Protocol = 'TCP'
            Port = '8057'
            Local = @('172.16.11.11')
            Remote = @('10.11.0.11', '10.11.0.12')
            Optional = $false
        }
        # front-end:westpool.ad.adatum.example: E-127, M-181 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-97a436a6'
            Title = 'replication of the configuration from the Central Management store: front-end:westpool.ad.adatum.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('172.16.11.11')
            Remote = @('10.12.0.11', '10.12.0.12')
            Optional = $false
        }
        # internet: E-104, E-153, ED-7 <- mobility.access, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-04d93f34'
            Title = 'sign-in of clients outside: internet'
            Facts = 'E-104, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('192.0.2.11')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-105, E-159, M-189 <- sites[East].edge_pools[eastedge.ad.adatum.example].federation, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-5061-ce919133'
            Title = 'SIP with federated partners, users online and the push service; with clients too where all services share one address: internet'
            Facts = 'E-105, E-159, M-189'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('192.0.2.11')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-112, E-159, ED-7, M-195 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-b48d048b'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-112, E-159, ED-7, M-195'
            Protocol = 'TCP'
            Port = '443'
            Local = @('192.0.2.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-111, E-159, M-195 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-udp-3478-c81acafb'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-111, E-159, M-195'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('192.0.2.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-107, E-153, ED-7 <- sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].edge_pools[eastedge.ad.adatum.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-cf0c8838'
            Title = 'conference content for people outside: internet'
            Facts = 'E-107, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('192.0.2.12')
            Remote = @('Any')
            Optional = $false
        }
    )
    'eastfe1.ad.adatum.example' = @(
        # edge:eastedge.ad.adatum.example:internal: E-008, E-122, E-159, M-190 <- sites[East].edge_pools, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-3941853b'
            Title = 'SIP between inside and outside: edge:eastedge.ad.adatum.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:westpool.ad.adatum.example: M-082, M-192 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-eba8ae72'
            Title = 'Autodiscover at a pool other than one''s own: front-end:westpool.ad.adatum.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-fd8bbaaf'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-543aee38'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:eastrp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancer, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancing, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[East].load_balancers, sites[East].load_balancers[eastlb].translates_ports, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-03921cd8'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:eastrp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:eastrp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- mobility.initial_request, sites[East].front_end_pools[eastpool.ad.adatum.example].edition, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancer, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancing, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_http, sites[East].load_balancers, sites[East].load_balancers[eastlb].translates_ports, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-bd850cca'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:eastrp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    'eastfe2.ad.adatum.example' = @(
        # edge:eastedge.ad.adatum.example:internal: E-008, E-122, E-159, M-190 <- sites[East].edge_pools, sites[East].edge_pools[eastedge.ad.adatum.example].fqdn, sites[East].edge_pools[eastedge.ad.adatum.example].load_balancing, sites[East].edge_pools[eastedge.ad.adatum.example].servers, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-3941853b'
            Title = 'SIP between inside and outside: edge:eastedge.ad.adatum.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:westpool.ad.adatum.example: M-082, M-192 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-eba8ae72'
            Title = 'Autodiscover at a pool other than one''s own: front-end:westpool.ad.adatum.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-fd8bbaaf'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-543aee38'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:eastrp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancer, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancing, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_https, sites[East].load_balancers, sites[East].load_balancers[eastlb].translates_ports, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-03921cd8'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:eastrp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:eastrp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- mobility.initial_request, sites[East].front_end_pools[eastpool.ad.adatum.example].edition, sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancer, sites[East].front_end_pools[eastpool.ad.adatum.example].load_balancing, sites[East].front_end_pools[eastpool.ad.adatum.example].reverse_proxy, sites[East].front_end_pools[eastpool.ad.adatum.example].web_services.ports.listening_http, sites[East].load_balancers, sites[East].load_balancers[eastlb].translates_ports, sites[East].reverse_proxies, sites[East].reverse_proxies[eastrp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-bd850cca'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:eastrp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    'westedge1.ad.adatum.example' = @(
        # any: E-126, E-159 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-443-2d9412d5'
            Title = 'media between inside and outside: any'
            Facts = 'E-126, E-159'
            Protocol = 'TCP'
            Port = '443'
            Local = @('172.16.12.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-128 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-50001-3c36829a'
            Title = 'central logging: any'
            Facts = 'E-128'
            Protocol = 'TCP'
            Port = '50001'
            Local = @('172.16.12.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-129 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-50002-dbff2d1e'
            Title = 'central logging: any'
            Facts = 'E-129'
            Protocol = 'TCP'
            Port = '50002'
            Local = @('172.16.12.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-130 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-50003-0fb7e3cc'
            Title = 'central logging: any'
            Facts = 'E-130'
            Protocol = 'TCP'
            Port = '50003'
            Local = @('172.16.12.11')
            Remote = @('Any')
            Optional = $false
        }
        # any: E-125, E-159 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-udp-3478-92059bbf'
            Title = 'media between inside and outside: any'
            Facts = 'E-125, E-159'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('172.16.12.11')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:eastpool.ad.adatum.example: E-127, M-181 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-4443-9a854325'
            Title = 'replication of the configuration from the Central Management store: front-end:eastpool.ad.adatum.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('172.16.12.11')
            Remote = @('10.11.0.11', '10.11.0.12')
            Optional = $false
        }
        # front-end:westpool.ad.adatum.example: E-127, M-181 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-4443-917ac6e6'
            Title = 'replication of the configuration from the Central Management store: front-end:westpool.ad.adatum.example'
            Facts = 'E-127, M-181'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('172.16.12.11')
            Remote = @('10.12.0.11', '10.12.0.12')
            Optional = $false
        }
        # front-end:westpool.ad.adatum.example: E-008, E-121, E-159, M-190 <- sites[West].edge_pools, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-5061-1b5a3c3b'
            Title = 'SIP between inside and outside: front-end:westpool.ad.adatum.example'
            Facts = 'E-008, E-121, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('172.16.12.11')
            Remote = @('10.12.0.11', '10.12.0.12')
            Optional = $false
        }
        # front-end:westpool.ad.adatum.example: E-124, E-159 <- sites[West].edge_pools, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-5062-7eac94db'
            Title = 'A/V authentication: front-end:westpool.ad.adatum.example'
            Facts = 'E-124, E-159'
            Protocol = 'TCP'
            Port = '5062'
            Local = @('172.16.12.11')
            Remote = @('10.12.0.11', '10.12.0.12')
            Optional = $false
        }
        # front-end:westpool.ad.adatum.example: E-123 <- sites[West].edge_pools, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        @{
            Name = 'ucplan-tcp-8057-a75c1126'
            Title = 'conference content: front-end:westpool.ad.adatum.example'
            Facts = 'E-123'
            Protocol = 'TCP'
            Port = '8057'
            Local = @('172.16.12.11')
            Remote = @('10.12.0.11', '10.12.0.12')
            Optional = $false
        }
        # internet: E-104, E-153, ED-7 <- mobility.access, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-f696c536'
            Title = 'sign-in of clients outside: internet'
            Facts = 'E-104, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('198.51.100.11')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-105, E-159, M-189 <- sites[West].edge_pools[westedge.ad.adatum.example].federation, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-tcp-5061-41064579'
            Title = 'SIP with federated partners, users online and the push service; with clients too where all services share one address: internet'
            Facts = 'E-105, E-159, M-189'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('198.51.100.11')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-112, E-159, ED-7, M-195 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-286533c7'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-112, E-159, ED-7, M-195'
            Protocol = 'TCP'
            Port = '443'
            Local = @('198.51.100.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-111, E-159, M-195 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers
        @{
            Name = 'ucplan-udp-3478-cfd0fbde'
            Title = 'STUN and TURN: the way of media: internet'
            Facts = 'E-111, E-159, M-195'
            Protocol = 'UDP'
            Port = '3478'
            Local = @('198.51.100.13')
            Remote = @('Any')
            Optional = $false
        }
        # internet: E-107, E-153, ED-7 <- sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].edge_pools[westedge.ad.adatum.example].single_address
        # Sources disagree: ED-7
        @{
            Name = 'ucplan-tcp-443-6025d76c'
            Title = 'conference content for people outside: internet'
            Facts = 'E-107, E-153, ED-7'
            Protocol = 'TCP'
            Port = '443'
            Local = @('198.51.100.12')
            Remote = @('Any')
            Optional = $false
        }
    )
    'westfe1.ad.adatum.example' = @(
        # edge:westedge.ad.adatum.example:internal: E-008, E-122, E-159, M-190 <- sites[West].edge_pools, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-6bfebc25'
            Title = 'SIP between inside and outside: edge:westedge.ad.adatum.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:eastpool.ad.adatum.example: M-082, M-192 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-4d0e34ae'
            Title = 'Autodiscover at a pool other than one''s own: front-end:eastpool.ad.adatum.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-87085c73'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-c3486e55'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:westrp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancer, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancing, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https, sites[West].load_balancers, sites[West].load_balancers[westlb].translates_ports, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-264aecf9'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:westrp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:westrp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- mobility.initial_request, sites[West].front_end_pools[westpool.ad.adatum.example].edition, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancer, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancing, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_http, sites[West].load_balancers, sites[West].load_balancers[westlb].translates_ports, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-81fed714'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:westrp:internal'
            Facts = 'E-150, E-152, M-082, M-179, M-293, M-294, M-297'
            Protocol = 'TCP'
            Port = '8080'
            Local = @('Any')
            Remote = @('Any')
            Optional = $true
        }
    )
    'westfe2.ad.adatum.example' = @(
        # edge:westedge.ad.adatum.example:internal: E-008, E-122, E-159, M-190 <- sites[West].edge_pools, sites[West].edge_pools[westedge.ad.adatum.example].fqdn, sites[West].edge_pools[westedge.ad.adatum.example].load_balancing, sites[West].edge_pools[westedge.ad.adatum.example].servers, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-5061-6bfebc25'
            Title = 'SIP between inside and outside: edge:westedge.ad.adatum.example:internal'
            Facts = 'E-008, E-122, E-159, M-190'
            Protocol = 'TCP'
            Port = '5061'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # front-end:eastpool.ad.adatum.example: M-082, M-192 <- sites[East].front_end_pools[eastpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-4d0e34ae'
            Title = 'Autodiscover at a pool other than one''s own: front-end:eastpool.ad.adatum.example'
            Facts = 'M-082, M-192'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-80-87085c73'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '80'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # internal-clients: E-150, M-182, M-297, M-318 <- sites[West].front_end_pools[westpool.ad.adatum.example].fqdn
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-443-c3486e55'
            Title = 'internal Web Services: internal-clients'
            Facts = 'E-150, M-182, M-297, M-318'
            Protocol = 'TCP'
            Port = '443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:westrp:internal: E-150, E-152, M-082, M-136, M-170, M-178, M-297 <- sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancer, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancing, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_https, sites[West].load_balancers, sites[West].load_balancers[westlb].translates_ports, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].name
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-4443-264aecf9'
            Title = 'published requests, encrypted again by the reverse proxy: reverse-proxy:westrp:internal'
            Facts = 'E-150, E-152, M-082, M-136, M-170, M-178, M-297'
            Protocol = 'TCP'
            Port = '4443'
            Local = @('Any')
            Remote = @('Any')
            Optional = $false
        }
        # reverse-proxy:westrp:internal: E-150, E-152, M-082, M-179, M-293, M-294, M-297 <- mobility.initial_request, sites[West].front_end_pools[westpool.ad.adatum.example].edition, sites[West].front_end_pools[westpool.ad.adatum.example].fqdn, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancer, sites[West].front_end_pools[westpool.ad.adatum.example].load_balancing, sites[West].front_end_pools[westpool.ad.adatum.example].reverse_proxy, sites[West].front_end_pools[westpool.ad.adatum.example].web_services.ports.listening_http, sites[West].load_balancers, sites[West].load_balancers[westlb].translates_ports, sites[West].reverse_proxies, sites[West].reverse_proxies[westrp].name
        # Sources disagree: M-293, M-294, M-297
        # A load balancer may put its own address in the place of the sender's, so any address may call.
        @{
            Name = 'ucplan-tcp-8080-81fed714'
            Title = 'first Autodiscover request over HTTP; otherwise an optional redirection: reverse-proxy:westrp:internal'
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
