# Findings about load balancing and Edge pools: what is the matter, what to do about it (`fix`), what breaks otherwise (`why`).

## Load balancing

finding-standard-edition-balanced = `{ $pool }` is a Standard Edition server, but the plan balances it (M-158).
    .fix = Set `load_balancing` to `none`, or leave it out. If this is a pool of Enterprise Edition, set `edition` to `enterprise`.
    .why = A Standard Edition server stands alone: there is nothing to balance, and no balancer is used with it (M-158).
finding-several-servers-unbalanced = `{ $pool }` has { $count } servers, but nobody shares the work among them (M-158).
    .fix = Set `load_balancing` to `dns`, which balances SIP and leaves web traffic to hardware, or to `hardware`. Add the balancer to `load_balancers` of the site.
    .why = HTTP and HTTPS to several servers need a hardware load balancer (M-158). Without one, the name of the Web Services leads to one server at most, and mobility ends with it.
finding-no-load-balancer = It is not known who balances `{ $pool }`: its rows have no balancer.
    .fix = Add the hardware load balancer to `load_balancers` of the site. If the site has several, name one in `load_balancer` of the pool; for an Edge pool only the single one of the site can be told.
    .why = Web traffic needs a hardware load balancer even where DNS balances SIP (M-158). As none is named, no file is written for it, and the reverse proxy is taken to translate the ports (M-297).
finding-virtual-address-missing = Hardware balances `{ $pool }`, but the pool has no virtual address.
    .fix = Write the virtual address into `{ $answer }`. If DNS shall balance SIP, set `load_balancing` to `dns`.
    .why = The name of the pool leads to its virtual address (E-034). As it stands it leads to every server, past the balancer, and the balancer lacks the ports of SIP (M-174).
finding-virtual-address-of-server = The address `{ $address }` should belong to the load balancer, but it is that of the server `{ $server }`.
    .fix = Write the virtual address of the load balancer here. The server keeps its own.
    .why = With several servers the name leads to the load balancer (M-054, M-158). An address can't be both: all requests would go to one server.
finding-balancer-ports-clash = Both web sites of `{ $pool }` have the address `{ $address }`, and the balancer would lead port { $port } there to two ports of the servers (M-297).
    .fix = Give the external Web Services a virtual address of their own. Or set `translates_ports` of the load balancer to `false`: then the reverse proxy asks for the listening ports.
    .why = Where the balancer translates ports, 443 leads to 443 for clients inside and to 4443 for the reverse proxy (M-171, M-172). On one address only one of them can be had.
finding-ports-translated-by-some = The reverse proxy `{ $proxy }` publishes pools whose balancer translates the ports, and others for which it must translate them itself (M-297).
    .fix = Let all balancers behind one proxy do the same: set `translates_ports` of each to the same value. The default is that the proxy translates (M-126).
    .why = It works as the rows say, each with its own target port. People who copy one rule for the next pool will take the wrong one.
finding-source-address-of-proxy = All requests from outside reach `{ $pool }` with the address of the reverse proxy `{ $proxy }` (M-134), so persistence by source address leads most of them to one server (M-295).
    .fix = Watch the load after go-live. If it is too uneven, take no persistence for the external side, as the port tables have it (M-172), or cookies (M-162).
    .why = Sources disagree: the mobility page asks for source affinity (M-159), and the rows follow it. Behind a proxy it balances badly.
finding-cookie-persistence = Pools of Lync Server 2010 stay, so the external Web Services keep clients with one server by the cookie `{ $cookie }` (M-162).
    .fix = Set up the cookie exactly as the rows remark (M-163, M-164, M-165). Once the pools of Lync Server 2010 are gone, set `servers.lync_server_2010_pools` to `false`.
    .why = Only pools of Lync Server 2010 need cookies (M-162). To set them the balancer must decrypt all traffic, which is work for nothing afterwards.

## Edge pools: names and addresses

finding-edge-name-missing = The Edge pool `{ $pool }` lacks the name of one of its services: `{ $answer }` (E-020, E-021, E-022).
    .fix = Write the external name of the service into `{ $answer }`: usually `sip.<default SIP domain>` for Access, and names such as `conf` and `media` in the same domain for the others.
    .why = Records and certificates outside rest on these names (E-020, E-171). Without them clients outside do not find the service.
finding-access-edge-name-outside = The name of the Access Edge service, `{ $name }`, lies outside every SIP domain (E-059).
    .fix = Take a name in a SIP domain, by custom `{ $usual }` (E-171).
    .why = Clients and partners accept only a host in the SIP domain that they asked for, and only if the certificate has it (E-059). This name serves none of them.
finding-access-edge-name-unusual = The Access Edge service is called `{ $name }`, not `{ $usual }` as documented (E-020, E-171).
    .fix = If nothing speaks against it, take `{ $usual }`.
    .why = `sip` in each SIP domain is needed in any case (E-020). A name besides is one more record and one more name in the certificate.
finding-several-edge-pools = The plan has { $count } Edge pools, but each name outside leads to one of them only: to `{ $pool }`, or to the pool whose Access Edge is named `sip` in that SIP domain (E-020, E-023, E-024).
    .fix = See that this is the pool you want. The one in the site of the pool that answers first is taken, else the first of the plan.
    .why = SRV records and `sip` in a SIP domain name one Access Edge for everybody there (E-023, E-024). The other pools serve the media of their sites, by their own names.
finding-edge-address-missing = The Edge pool `{ $pool }` lacks something that a name leads to: `{ $answer }`.
    .fix = Give `{ $answer }` a value. Outside, a service needs a public address, a virtual one behind a hardware load balancer (E-005); inside, every server needs its own (E-028).
    .why = Names outside and inside lead to these addresses (E-020, E-027, E-028). Without them nothing reaches the Edge.
finding-edge-address-count = `{ $answer }` has { $count ->
        [0] no address
        [one] 1 address of a kind
       *[other] { $count } addresses of a kind
    }, but { $wanted ->
        [one] 1 is
       *[other] { $wanted } are
    } needed (E-005).
    .fix = Balanced by DNS, or not at all, each server needs one address for each service; a hardware load balancer needs one virtual address for each service, and the servers one each in `private_addresses`. IPv4 and IPv6 count apart.
    .why = A server of `{ $pool }` without an address for a service does not serve it. An address without a server answers nobody.
finding-edge-ipv6-only-inside = The Edge Server `{ $server }` has only IPv6 inside (E-009).
    .fix = If you use call admission control, give the server an IPv4 address here too.
    .why = Call admission control needs IPv4 on the internal interface; without it IPv6 alone may be used (E-009).

## Edge pools: choices

finding-edge-nat-with-hardware = The Edge pool `{ $pool }` stands behind NAT and behind a hardware load balancer at once (E-003).
    .fix = Set `nat` to `false` and give the services public addresses. Or set `load_balancing` to `dns`, with which NAT is supported.
    .why = A hardware load balancer requires public addresses without NAT (E-003). Media find no way through both.
finding-edge-nat-rules = The Edge pool `{ $pool }` stands behind NAT, which must be symmetric and must not change the source address of what comes in (E-004).
    .fix = Set the firewall so. Let the Edge Servers reach each other at their public A/V addresses too.
    .why = The A/V Edge tells the other side which address to send to. With other kinds of NAT, calls connect and stay silent.
finding-edge-hardware-not-needed = A hardware load balancer stands before the Edge pool `{ $pool }`; it is needed only for Exchange 2007 or 2010 Unified Messaging from outside (E-010).
    .fix = If no such server is left, set `load_balancing` to `dns`. It needs fewer addresses (E-005).
    .why = Hardware needs virtual addresses besides those of the servers, all public, and firewall rules to both (E-003, E-140, E-141).
finding-edge-single-server = The Edge pool `{ $pool }` has one server, so it is not highly available (E-006).
    .fix = If mobility from outside must survive the loss of a server, plan at least two.
    .why = While this server is down, voice, video and push notifications of clients outside are down too (M-195, M-197).
finding-edge-too-many-servers = The Edge pool `{ $pool }` has { $count } servers, but only up to { $most } are tested and supported (E-006).
    .fix = Share the servers among several Edge pools.
    .why = Topology Builder accepts more (E-006), and support ends all the same.
finding-edge-single-address = All services of the Edge pool `{ $pool }` share one address, which is possible but discouraged (E-007).
    .fix = Give each service an address of its own, and set `single_address` to `false`.
    .why = The services are told apart by ports such as 5061 and 444 (E-158). Networks that people visit may block them (E-007).
finding-edge-xmpp-gone = The Edge pool `{ $pool }` serves XMPP partners, but `{ $version }` has no XMPP any more (E-201).
    .fix = Set `xmpp` to `false`, and tell the people whose partners use it.
    .why = The XMPP gateway and proxy are gone in Skype for Business Server 2019 (E-201, M-276). Records, flows and certificates for it would lead to nothing.

## What devices and browsers meet at the simple URLs.

finding-simple-url-port = The links of Meet and Dial-in lead to port { $usual }, but `{ $pool }`, which answers them, is published on port { $port } (M-076, M-176).
    .fix = Take `web_services.ports.published_https` of this pool back to { $usual }. Only the listening ports of the servers may differ from the usual ones without a loss.
    .why = A simple URL can't name a port (M-076, E-211). Whoever opens a meeting link from outside asks port { $usual }, where nothing is published.
finding-untrusted-simple-urls = Devices on the Wi-Fi lack the chain of the internal authority. They sign in through the reverse proxy, but whoever opens a meeting link there is warned of the certificate (M-067).
    .fix = Install the chain of the internal authority on the devices and set `clients.trust_internal_ca` to `true`, or tell people what the warning means.
    .why = Inside, Meet and Dial-in lead to the internal Web Services (M-077), whatever `mobility.internal_autodiscover_target` says (M-286). The certificate there is signed by the internal authority.
