# Findings: what is the matter, what to do about it (`fix`), and what breaks otherwise (`why`).
# A key is `finding-` and the code of the finding.

## Answers that are missing, open, or spoken of without being there.

finding-required-answer-missing = The plan has no answer at `{ $answer }`, and it can't do without one.
    .fix = Give `{ $answer }` a value. `ucplan new` writes a plan that shows how.
    .why = Records, names and rules rest on this answer. Until it is given a placeholder stands in, which must never reach a server.
finding-open-answer = `{ $answer }` is not decided yet; { $default ->
        [null] nothing stands in for it meanwhile.
       *[other] its default `{ $default }` stands in for it meanwhile.
    }
    .fix = Decide, and write the value at `{ $answer }` in place of `null`. Until then, `decisions` can name an owner and a due date.
    .why = Everything that rests on this answer is provisional, and may change once it is decided.
finding-decision-about-nothing = There is a decision about `{ $answer }`, but the plan has nothing of that name.
    .fix = Take this entry out of `decisions`, or correct its path to what the item is called now.
    .why = A record of something that is gone misleads whoever reads the plan. Nothing is derived from it.
finding-address-missing = `{ $name }` has no address, so its name leads nowhere.
    .fix = Write the address into `{ $answer }`. For a reverse proxy it is the public one; for Web Services behind a load balancer it is the virtual one, which may also stand in `addresses` of the pool.
    .why = Records and publishing rules that the plan requires need an address to lead to (M-050, M-054, M-138). Without it clients do not reach `{ $name }`.

## Names in the plan that name nothing in it.

finding-unknown-reverse-proxy = The pool names the reverse proxy `{ $name }`, but the plan has none of that name.
    .fix = Set `reverse_proxy` of the pool to the `name` of an entry of `reverse_proxies`; capital letters count. Or leave the key out: then the only proxy of the site publishes the pool, else the first of the plan.
    .why = The external Web Services of a pool need a proxy that publishes them (M-129). As it stands no proxy publishes this pool.
finding-unknown-load-balancer = The pool names the load balancer `{ $name }`, but its site has none of that name.
    .fix = Set `load_balancer` of the pool to the `name` of an entry of `load_balancers` in the same site; capital letters count. Or leave the key out: then the only load balancer of the site serves the pool.
    .why = Client web traffic of a pool with several servers needs a hardware load balancer (M-158). As it stands it is unknown who balances this pool, and which ports the reverse proxy must use.
finding-unknown-pool = `simple_urls.pool` names `{ $name }`, but the plan has no such Front End pool.
    .fix = Set `simple_urls.pool` to the `fqdn` of a Front End pool of the plan, or leave the key out to take the first one.
    .why = Without a Director this pool answers the simple URLs (M-130). Meeting links would lead to a pool that is not there.

## Choices that contradict each other, or that facts advise against.

finding-lync-2010-mobile-needs-mcx = Lync 2010 Mobile needs the Mobility Service (Mcx), which `{ $version }` does not have (M-005, M-006).
    .fix = Set `clients.lync_2010_mobile` to `[]` and give those users a client that uses UCWA. If the servers are older than planned here, correct `servers.version`: `lync-server-2013` and `sfb-server-2015` have Mcx.
    .why = Lync 2010 Mobile signs in through Mcx only. Its users could not sign in at all.
finding-external-needs-edge-and-proxy = { $key ->
        [edge_pools] The plan has no Edge pool, but clients outside and push notifications need one (M-012, M-197).
       *[other] The plan has no reverse proxy, but clients outside need one (M-012).
    }
    .fix = { $key ->
        [edge_pools] Add an entry to `edge_pools` of a site. If nobody comes from outside, set `mobility.access` to `internal-only` and `mobility.push.enabled` to `false`.
       *[other] Add an entry to `{ $key }` of a site. If nobody comes from outside, set `mobility.access` to `internal-only`.
    }
    .why = { $key ->
        [edge_pools] Voice and video of mobile clients pass the Edge (M-195), and push notifications leave through it (M-197). Without it neither arrives.
       *[other] All web requests from outside come through the reverse proxy (M-018, M-070). Without it no client outside can sign in.
    }
finding-cname-leaves-domain = { $count ->
        [one] The CNAME of `lyncdiscover.{ $domain }` leads to `{ $target }`, outside its SIP domain. With HTTPS for the first request this is not supported (M-047).
       *[other] The CNAME records of `lyncdiscover` lead to `{ $target }`, which lies outside { $count } of the SIP domains, `{ $domain }` first. With HTTPS for the first request this is not supported (M-047).
    }
    .fix = Set `mobility.autodiscover_record` to `address`. If CNAME records must stay, set `mobility.initial_request` to `http`, which is supported but not recommended (M-124).
    .why = A mobile client does not accept several certificates from different domains (M-047). Its first request fails, and it has no other way to find the servers (M-031).
finding-http-not-recommended = The first Autodiscover request goes over HTTP. This is supported, but not recommended (M-124).
    .fix = Set `mobility.initial_request` to `https`. The certificate of the reverse proxy then gets `lyncdiscover` in each SIP domain (M-086).
    .why = The first request and its answer are not encrypted, so anybody on the way can read them. Later requests use HTTPS (M-123).
finding-push-not-established = Nobody documents whether push notifications still arrive: Skype for Business Online, by whose addresses they travel, was retired on 31 July 2021 (M-279, M-336).
    .fix = Rely on push only once it is tested: with the `Test-CsFederatedPartner` lines of the push stage (M-216), then with a device. Otherwise set `mobility.push.enabled` to `false`.
    .why = The servers may be set up as documented and still notify nobody. Users then see events only while the application is active (M-199).

## Names that must differ.

finding-web-fqdns-equal = The internal and the external Web Services of `{ $pool }` have the same name, `{ $name }` (M-014).
    .fix = Set `web_services.external.fqdn` of this pool to a name of its own in a SIP domain, which is not the internal one.
    .why = The internal name must be reachable only inside, the external one only from the Internet (M-015, M-016). Mobile clients use the external name everywhere (M-033); with a single name those inside would miss the reverse proxy.
finding-web-fqdn-not-unique = The name `{ $name }` stands here and also at `{ $other }`.
    .fix = Change one of the two. Every pool, server and Director has a name of its own, and so have the Web Services of each pool: `web_services.internal.fqdn` and `web_services.external.fqdn` (M-019).
    .why = DNS, certificates and the reverse proxy tell pools apart by these names. With a shared name, requests for one pool reach the other.
finding-standard-edition-web-fqdn = `{ $pool }` is a Standard Edition server: its internal Web Services have the name of the server, not `{ $name }` (M-020).
    .fix = Take `web_services.internal.fqdn` out, or set it to `{ $pool }`. If this is a pool of Enterprise Edition, set `edition` to `enterprise`.
    .why = The internal name of a Standard Edition server can't be overridden. Nothing would answer at `{ $name }`.
finding-dns-load-balancing-needs-override = `{ $pool }` uses DNS load balancing, but its internal Web Services have the name of the pool (M-021).
    .fix = Set `web_services.internal.fqdn` of this pool to a name of its own, and `web_services.internal.addresses` to the virtual address of the load balancer. In Topology Builder, tick Override internal Web Services pool FQDN.
    .why = With DNS load balancing the name of the pool leads to its servers (M-021). Client web traffic needs a hardware load balancer (M-158), and one name can't lead to both.

## Templates, embedded and the user's own.

finding-override-unreadable = The manifest `{ $file }` among your templates can't be read: { $reason }.
    .fix = Correct the file, or take it away. The command `ucplan catalog export` copies out a manifest that is known to be good.
    .why = The manifest says which files a product gets. Without it nothing can be written for that product.
finding-override-unused = No product uses the file `{ $file }` among your templates.
    .fix = Give it the path of the template that it shall replace; `ucplan catalog list` prints all of them. Or name it under `files` in the `manifest.yaml` of its folder.
    .why = A file that no manifest names changes nothing. What is generated still comes from the embedded template.
finding-template-fails = The template `{ $file }` of { $vendor } can't be filled in: { $reason }.
    .fix = If the reason names a value of the plan, change that value. If the template is your own, correct it or take it away. Otherwise this is a fault of the program: please report it.
    .why = The file is missing from what is generated. Nothing is written while it can't be made.

finding-key-not-requestable = `Request-CsCertificate` makes RSA keys of 2048 or 4096 bits, not of 3072 (M-117).
    .fix = Set `certificates.key` to `rsa-2048` or `rsa-4096`, or `certificates.keys_made` to `here`.
    .why = The command that requests the certificates of Front End Servers and Directors would be refused.

finding-proxy-name-not-unique = Two reverse proxies are called `{ $name }`; the other one is `{ $other }`.
    .fix = Give one of them another name, and change it in `reverse_proxy` of the pools that it publishes.
    .why = Pools could not say which one publishes them, and the files of both would go to one folder.

finding-common-name-too-long = `{ $name }` has { $count } characters, but the common name of a certificate has at most { $most } (D-006).
    .fix = Choose a shorter name here.
    .why = The name is the subject of a certificate. Tools refuse the request, and authorities drop the name.


## Discovery, access, Wi-Fi.

finding-manual-discovery = Users type in the address of their pool by hand; automatic discovery is strongly recommended (M-034).
    .fix = Set `mobility.autodiscover` to `automatic`. Keep manual addresses for finding out why a client does not sign in.
    .why = A client that finds no Autodiscover name asks its user for an address, or fails. Every device must be changed again when a pool gets another name.
finding-manual-addresses = { $outside ->
        [true] Users of `{ $pool }` type in two addresses: outside `{ $external }/Autodiscover/autodiscoverservice.svc/Root` (M-035), inside `https://{ $internal }/Autodiscover/autodiscoverservice.svc/Root` (M-036).
       *[other] Users of `{ $pool }` type in the address `https://{ $internal }/Autodiscover/autodiscoverservice.svc/Root` (M-036).
    }
    .fix = Hand the addresses out with the instructions for the client. Some pages spell the path inside otherwise; this spelling is the one that every answer of the service has (M-315).
    .why = Without automatic discovery this is the only way in which these users find their pool.
finding-ucwa-inside-only = Clients shall be inside only, but Lync 2013 Mobile and Skype for Business have no such setting: they are always sent to the external Web Services name (M-222).
    .fix = Publish that name towards the Wi-Fi only, through the reverse proxy or an internal listener, and close it towards the Internet (M-224). If people may also sign in from outside, set `mobility.access` to `internal-and-external`.
    .why = No document describes a way to keep these clients inside (M-338). Only the firewall and the public DNS keep them there; where the external name is published, they sign in from anywhere.
finding-meetings-inside-only = With clients inside only, nothing of the simple URLs is published, so people outside can't open a meeting link either (M-052, M-224).
    .fix = If guests or colleagues outside shall join meetings by the link, set `mobility.access` to `internal-and-external`; a mobility policy then says who may sign in with a mobile client.
    .why = The names of Meet and Dial-in have no public record, no publishing rule and no place in a public certificate. Invitations that leave the company lead nowhere.
finding-no-way-in = Mobile clients shall be inside only, and devices do not sign in from the company Wi-Fi: then none of them signs in at all.
    .fix = Set `clients.internal_wifi` to `true`, or `mobility.access` to `internal-and-external`.
    .why = A mobile device is either outside or on the Wi-Fi. This plan closes both ways (M-223, M-224).
finding-wifi-needs-proxy = Devices on the Wi-Fi are sent to the external Web Services, but no reverse proxy publishes any pool (M-033, M-224).
    .fix = Add an entry to `reverse_proxies` of a site: its listener may be open to the Wi-Fi alone. An internal listener that does the same work is possible too, but is not planned here.
    .why = The Mobility URL carries the external name even inside. Nothing would answer at it, and clients would find the servers and not sign in.
finding-hairpin = Devices on the Wi-Fi leave through { $count ->
        [one] the reverse proxy { $proxies } and come
       *[other] the reverse proxies { $proxies } and come
    } back in, as all mobile traffic passes there (M-033, M-065).
    .fix = Keep the reverse proxy apart from the firewall and turn the traffic round on its external interface; let names inside lead to the proxy, never to the firewall (M-066). Have the Wi-Fi reach that interface, as the flows of this plan say.
    .why = A firewall with anti-spoofing drops a packet that leaves and enters again on one interface (M-065). With the proxy apart, spoofing detection can stay on.
finding-untrusted-authority = Devices on the Wi-Fi lack the chain of the internal authority, but their first request goes to the internal Web Services (M-067).
    .fix = Install the chain of the internal authority on the devices and set `clients.trust_internal_ca` to `true`. { $by-hand ->
        [true] Or let people type in the address for outside on the Wi-Fi too, or give the servers public certificates.
       *[other] Or set `mobility.internal_autodiscover_target` to `reverse-proxy`, or give the servers public certificates (M-286).
    }
    .why = The servers show a certificate that those devices do not trust. The first request inside fails, and clients go on to names that the internal name servers may not know.
finding-first-request-port = The first request of a client goes to port { $usual }, but the pool that answers first is published on port { $port } (M-126, M-176).
    .fix = Take `web_services.ports` of this pool back to { $usual } for the outside. Only the listening ports of the servers may differ from the usual ones without a loss.
    .why = Clients build the address of the first request from the SIP domain alone, so nobody can tell them of another port: automatic discovery from outside fails.

## Zones.

finding-internal-zones-needed = { $form ->
        [pin-point] { $count ->
            [one] The SIP domain `{ $domain }` is not the Active Directory domain `{ $directory }`: inside, each of its names needs a pin-point zone of its own (M-062, M-063).
           *[other] { $count } SIP domains, `{ $domain }` first, are not the Active Directory domain `{ $directory }`: inside, each of their names needs a pin-point zone of its own (M-062, M-063).
        }
       *[other] { $count ->
            [one] The SIP domain `{ $domain }` is not the Active Directory domain `{ $directory }`: the internal name servers need a zone of that name, with everything that people inside look up in it (M-062).
           *[other] { $count } SIP domains, `{ $domain }` first, are not the Active Directory domain `{ $directory }`: the internal name servers need a zone for each, with everything that people inside look up in it (M-062).
        }
    }
    .fix = { $form ->
        [pin-point] Make each zone with `dnscmd`, as the DNS console can't (M-063). If the internal name servers hold the SIP zones anyway, set `domains.internal_sip_zones` to `full`.
       *[other] Create the zones and merge the records of this plan into them, beside a copy of every public record that is needed inside. If nobody wants to keep such copies, set `domains.internal_sip_zones` to `pin-point`.
    }
    .why = Clients inside ask for `lyncdiscoverinternal` in the SIP domain, not in the Active Directory domain (M-028). And a name server that has a zone never asks outside for a name that is missing in it.
finding-pin-point-holds-addresses = CNAME records are wanted, but inside the Autodiscover names have zones of their own, and such a zone can't begin with a CNAME (M-064).
    .fix = Nothing has to be done: inside, address records are written. If they must be CNAME records there too, set `domains.internal_sip_zones` to `full`.
    .why = When the address of the internal Web Services changes, these records have to be changed by hand, as nothing points them to a name.
finding-split-brain-zones = A zone stands inside and outside under one name; each of its copies must hold one of the two Autodiscover names only (M-061, M-289).
    .fix = Put `lyncdiscoverinternal` into the internal copy only and `lyncdiscover` into the public copy only, as the zone files of this plan have them. Look for old records that say otherwise.
    .why = Microsoft calls such zones unsupported for these two names (M-061). With the internal name outside, or the wrong one inside, clients ask servers that they can't reach (M-044, M-046).
finding-desktop-trust-prompt = { $count ->
        [one] Desktop clients of the SIP domain `{ $domain }` may ask their users whether `{ $name }` can be trusted, as it lies outside that domain (M-068).
       *[other] Desktop clients of { $count } SIP domains, `{ $domain }` first, may ask their users whether names such as `{ $name }` can be trusted, as they lie outside the domain of the user (M-068).
    }
    .fix = Distribute the domains of the pools and of the external Web Services as trusted to the desktop clients (`TrustModelData`), or keep these names inside the SIP domain where there is only one. This is known from practice, not from Microsoft's pages.
    .why = Autodiscover answers with these names. Users who do not know them refuse, and do not sign in.
finding-ipv6-only = `{ $answer }` holds IPv6 addresses only (M-058).
    .fix = Add an IPv4 address, so that A and AAAA records are published together.
    .why = People in networks without IPv6 can't reach this side at all.

## Clients and versions.

finding-ucwa-needs-update = Lync Server 2013 without its cumulative update of February 2013 offers the Mobility Service (Mcx) only, so only Lync 2010 Mobile signs in (M-007).
    .fix = Install the update and set `servers.february_2013_update` to `true`. Otherwise set `clients.lync_2013_mobile` and `clients.sfb_mobile` to `[]`.
    .why = Lync 2013 Mobile and Skype for Business use UCWA, which that update brings (M-002, M-005). Their users could not sign in.
finding-ucwa-on-2010-pools = Users on the pools of Lync Server 2010 that stay can't sign in with Lync 2013 Mobile or Skype for Business (M-008).
    .fix = Move users of these clients to a pool of this plan, or leave them Lync 2010 Mobile, where the version of this plan serves it.
    .why = Lync Server 2010 has the Mobility Service (Mcx) only (M-009), and these clients use UCWA (M-005).
finding-pools-2010-need-update = The pools of Lync Server 2010 that stay serve Lync 2010 Mobile only with their cumulative update of November 2011 (M-009).
    .fix = See to it that the update, or a later one, is installed on them.
    .why = Mcx and Autodiscover first came with it, and so did mobility policies (M-232). Without it Autodiscover sends users to pools that answer nothing.
finding-sfb-mobile-on-lync-2013 = No document names Skype for Business on mobile devices among the clients of Lync Server 2013 (M-274).
    .fix = Test it with the devices in question, or list those devices under `clients.lync_2013_mobile`. Skype for Business Server 2015 and later are documented with it (M-275).
    .why = It may work and still lack features that users expect, and nobody will support it.
finding-no-mobile-client = No mobile client is listed, so nobody signs in from a device.
    .fix = List the devices that will sign in under `clients`: `lync_2010_mobile`, `lync_2013_mobile`, `sfb_mobile`. If mobility is not wanted, this plan is needless.
    .why = The clients decide what is needed: the Mobility Service, UCWA, push and port 5223 (M-005). Without any of them the plan serves nobody.
finding-ios-needs-tls-1-2 = Applications on Apple devices need TLS 1.2 (M-167), and this version of the servers leaves older protocols on beside it (M-276).
    .fix = Look whether TLS 1.2 is on at every station of a request: the reverse proxy, the load balancer, the Front End Servers and Directors.
    .why = A station that speaks older protocols only ends the connection. Apple devices then do not sign in, while others do.

## Reverse proxies.

finding-proxy-no-longer-sold = The product of the reverse proxy `{ $proxy }` is documented, but no longer sold (M-140).
    .fix = Choose another product: none is prescribed. Until then, plan its replacement.
    .why = What is no longer sold is no longer repaired, and this machine stands open to the Internet.
finding-proxy-listens-outside-only = The documented rules of `{ $proxy }` take requests from the external network only; devices on the Wi-Fi come from inside (M-149).
    .fix = Leave the tab From of its rules at Anywhere, or add the Wi-Fi network to it.
    .why = Otherwise the proxy refuses devices inside that come back in through this listener (M-065), and they do not sign in.
finding-proxy-without-ntlm = `{ $proxy }` must let NTLM pass (M-125), but its product keeps no connection to the pool for one client, as NTLM needs it.
    .fix = { $remedy ->
        [edition] Take the edition of the product that has the directive `{ $name }`, and add it to the generated file; or choose a product that keeps a connection to the pool for each client.
        [module] Build the product with the module `{ $name }`, and use it in the generated file; or choose a product that keeps a connection to the pool for each client.
       *[none] Choose a product that keeps a connection to the pool for each client.
    } Where all clients sign in with certificates or tokens, leave it as it is.
    .why = The proxy itself authenticates nobody (M-135), so the pool asks the clients: `/abs`, for one, answers with a challenge (M-270). NTLM signs in a connection, not a request. Without a connection of its own, a client is asked for its password again and again.
finding-proxy-timeout-short = `{ $proxy }` ends a request after { $seconds } seconds; with mobile clients { $documented } are documented (M-137).
    .fix = Set `timeout_seconds` to { $documented } and tune from there.
    .why = Mobile clients keep a request open until something happens. When the proxy ends it sooner, they connect again and again, which costs battery and delays messages.
finding-listed-paths = `{ $proxy }` publishes a list of paths; the recommended publication is `/*` (M-141).
    .fix = Set `publish` to `all-paths`, unless your rules ask for a list. Then test every client after each update of the servers.
    .why = The list holds the documented paths (M-142, M-143). A path that an update adds is refused, and the feature behind it fails outside only.

## Names and addresses of machines.

finding-external-web-fqdn-taken = The external Web Services have the name `{ $name }`, which is also at `{ $other }` (M-019).
    .fix = Set `web_services.external.fqdn` of this pool to a name of its own in a SIP domain.
    .why = Inside, the name of a pool or server leads to that machine; mobile clients must come to the reverse proxy by the external name, inside too (M-033). One name can't lead to both.
finding-internal-web-fqdn-elsewhere = The internal Web Services name `{ $name }` lies outside the Active Directory domain `{ $directory }` (M-022).
    .fix = Choose a name in `{ $directory }`. Any other works too, if topology, certificate and internal DNS agree; it must then be resolvable inside only (M-015).
    .why = A name in a public domain is easily published by mistake, and a zone for it must be kept inside.
finding-name-of-two-machines = The name `{ $name }` stands here and also at `{ $other }` (E-058).
    .fix = Change one of the two: the name in DNS is the name of the computer, and each has its own.
    .why = A name leads to one machine only. Requests, certificates and firewall rules for one of them would reach the other.
finding-address-of-two-machines = The address `{ $address }` stands here and also at `{ $other }` (E-034).
    .fix = Correct one of the two. Each server, each proxy, each service of an Edge pool and each virtual side of a pool has its own.
    .why = Two machines with one address disturb each other, and records and firewall rules made from it lead to the wrong one.

## Simple URLs.

finding-simple-url-host-taken = A simple URL has the host `{ $host }`, which is also at `{ $other }` (M-076, M-312).
    .fix = Choose another label here, so that the host is neither a SIP domain nor the name of a pool or server.
    .why = Meeting links would lead to that machine, or requests for it to the pool that answers simple URLs.
finding-simple-url-hosts-equal = Two simple URLs have the label `{ $label }`; the other one is `{ $other }` (M-076).
    .fix = Give each of Meet, Dial-in and Admin a label of its own. If one host shall serve all of them, set `simple_urls.layout` to `shared-host` or `single-host`.
    .why = In this layout the URLs differ by their hosts only. Topology Builder refuses URLs that are equal.
finding-simple-url-label-reserved = Clients ask for `{ $label }` in a SIP domain to sign in, so it can't be the host of a simple URL (M-028, E-020).
    .fix = Choose another label, such as `meet` or `dialin`.
    .why = One name would have to lead to two places. Either clients do not sign in, or meeting links fail.
finding-simple-url-hyphen = The label `{ $label }` has a hyphen; for simple URLs the documents list letters, digits and periods only (M-076).
    .fix = Choose a label without a hyphen, such as `dialin`.
    .why = Topology Builder may refuse the URL. That it takes it is not documented.
finding-simple-url-paths-equal = `{ $domain }` and `{ $other }` both begin with `{ $label }`, so with one host for all the paths of their Meet URLs carry the whole domain, not the label only (M-075, M-076).
    .fix = Nothing has to be done. If the paths shall be short, set `simple_urls.layout` to `shared-host` or `dedicated-hosts`, where each SIP domain has a host of its own.
    .why = Every SIP domain needs a Meet URL of its own, and Topology Builder refuses a second one that is equal (E-211).
finding-simple-url-names = Each of the { $count } SIP domains has a Meet host of its own, with a public record and a name in the certificates (M-073, M-074).
    .fix = If that becomes too much, set `simple_urls.layout` to `single-host`: one record and one name serve all domains (M-075). Or set `certificates.wildcards` to `true` (M-088).
    .why = A public certificate has room for a limited number of names, and each new SIP domain asks for a new one.

## Pools.

finding-pool-without-servers = `{ $pool }` has no servers.
    .fix = Add its servers with their names and addresses, or take the pool out of the plan.
    .why = The name of the pool leads nowhere (E-034), and no certificate can be requested, as each server has its own (M-083, M-121).
finding-standard-edition-servers = `{ $pool }` is of Standard Edition, but has { $count } servers (M-095).
    .fix = Set `edition` to `enterprise`, or make each server a pool of its own.
    .why = Pool and server have one name in Standard Edition (M-020), and nothing balances it (M-158).
finding-standard-edition-name = The Standard Edition server `{ $server }` is called otherwise than its pool `{ $pool }` (M-095).
    .fix = Give both the same name, that of the server. If this is a pool of Enterprise Edition, set `edition` to `enterprise`.
    .why = Its certificates, its internal Web Services and its record have one name (M-020, M-095). The other would not be answered.
finding-two-network-interfaces = The servers of `{ $pool }` have two network interfaces, which `{ $version }` does not support (M-307).
    .fix = Set `network_interfaces` to `1`, and take the second interface out of the servers.
    .why = Front End Servers of this version may not be multi-homed.
finding-two-network-interfaces-mediation = The servers of `{ $pool }` have two network interfaces, and the Mediation Server on them (M-013).
    .fix = In Topology Builder, give each service one IP address; do not leave Use all configured IP addresses chosen.
    .why = Only in this form is a second interface supported. With all addresses in use, services answer on the wrong one.
finding-two-network-interfaces-alone = The servers of `{ $pool }` have two network interfaces, but no Mediation Server on them (M-013).
    .fix = Set `network_interfaces` to `1`, or `mediation_collocated` to `true` if the Mediation Server runs on these servers.
    .why = A second interface is documented together with the Mediation Server only.
finding-paired-with-itself = `{ $pool }` is paired with itself (M-060).
    .fix = Set `paired_with` to the pool that takes over, or take it out.
    .why = When the pool fails, there is nobody to take over.
finding-pair-not-mutual = `{ $pool }` is paired with `{ $partner }`, but not the other way round (M-060).
    .fix = Set `paired_with` of `{ $partner }` to `{ $pool }`.
    .why = The names for disaster recovery hold the Web Services of both pools. With one half of the pair they lead to one only.
finding-pair-behind-director = `{ $pool }` and `{ $partner }` take over from each other, but the Director `{ $director }` answers Autodiscover and simple URLs first, and is not part of the pair (M-043, M-060).
    .fix = Plan separately how the Director is replaced when its site fails: another Director at the other site, and the records changed to it.
    .why = When the site of the Director fails, clients still ask it first. That the other pool could take over does not help them.
finding-pair-behind-one-proxy = `{ $pool }` and `{ $partner }` take over from each other, but the reverse proxy `{ $proxy }` publishes both, and its rules for simple URLs and Autodiscover lead to `{ $pool }` only (M-060, M-130).
    .fix = Publish `{ $partner }` by a proxy of its own, best at its site. Or give the rules of `{ $proxy }` the other pool as their second target, to be used when the first one fails.
    .why = GeoDNS leads clients to a proxy that is alive. Behind it, requests still go to the pool that failed.
finding-legacy-sign-in-elsewhere = Older clients and desk phones are led to `{ $pool }`, but `sign_in` is off there, so its certificate lacks the names that they ask for (M-092, E-037).
    .fix = Set `sign_in` of this pool to `true`, or `domains.legacy_sign_in` to `false` if there are no such clients.
    .why = They check the name in the certificate and refuse it where it is not in the list. They do not sign in.

## Push notifications.

finding-push-off = Push notifications are off, so Apple devices and Windows Phone show events only while the application is active (M-199).
    .fix = If users shall be notified, set `mobility.push.enabled` to `true`, and test it: nobody documents that the service still delivers (M-336).
    .why = A message or call to a device whose application rests is not seen until the user opens it. Android and Symbian never need push, and neither does Lync 2013 Mobile on Apple devices (M-200).
finding-push-for-nobody = Push notifications are on, but no listed client is sent any, so nothing is planned for them (M-056, M-200).
    .fix = Set `mobility.push.enabled` to `false`, or list the Apple devices or Windows Phones under `clients`. Android and Symbian never need push, and neither does Lync 2013 Mobile on Apple devices.
    .why = Federation, a provider and a public record would be set up for nothing, and would be open to others.
finding-push-over-wifi-for-nobody = Push over Wi-Fi is wanted, but { $wifi ->
        [true] only Windows Phone, and Lync 2010 Mobile on Apple devices, have a way of their own there (M-187, M-188, M-316).
       *[other] no device is on the Wi-Fi (M-187, M-188).
    }
    .fix = { $wifi ->
        [true] Set `mobility.push.over_wifi` to `false`, or list such clients: `apple` under `clients.lync_2010_mobile`, which needs a version with Mcx, or `windows-phone`.
       *[other] Set `mobility.push.over_wifi` to `false`, or `clients.internal_wifi` to `true`.
    }
    .why = No port is opened for it. Other clients are notified over their own connections, whatever stands here.
finding-push-makes-discoverable = Push needs a public federation record, by which partners can find the SIP domains too; federation of `{ $edge }` is `{ $federation }` (M-211).
    .fix = Keep partner discovery off: `Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $False`. If partners may find you, set `federation` to `discovered`.
    .why = The record names the Access Edge to everybody (M-056), and push switches federation on (M-206). Only partner discovery, which is off by default, keeps strangers out.
finding-push-apple-needs-update = Skype for Business on Apple devices is notified only by Skype for Business Server 2015 with its cumulative update 4, hotfix 1, of February 2017, or later (M-298); planned is `{ $version }`.
    .fix = See to it that this update, or a later one, is installed. This is known from practice, not from Microsoft's pages.
    .why = Without it the server sends nothing to these devices, however push is set up.

## Users online and here.

finding-hybrid-online-retired = Some users shall be online, but Skype for Business Online, of which the documents speak, was retired on 31 July 2021 (M-279).
    .fix = Test sign-in of an online user before the change, and look whether the provider's address is still answered. All Autodiscover records keep leading here (M-284). If nobody is online, set `mobility.hybrid` to `false`.
    .why = The setting tells clients of online users where to go (M-069). Where nothing answers, they do not sign in.
finding-hybrid-needs-edge = Some users shall be online, but the plan has no Edge pool through which the two sides could meet (E-041, E-190).
    .fix = Add an entry to `edge_pools` of a site, or set `mobility.hybrid` to `false`.
    .why = Both sides federate through the Access Edge. Without it users here and online do not see each other.
finding-hybrid-needs-discovery = Some users shall be online, so the commands switch partner discovery on, although federation of `{ $edge }` is `{ $federation }` (E-190, E-194).
    .fix = Set `federation` to `discovered`, and allow the same domains on both sides.
    .why = Partner discovery here and open federation online belong together. Where they differ, some partners reach users on one side only.

## Policies, click to join, test users.

finding-policy-without-name = A mobility policy for users has no name (M-237).
    .fix = Give it a `name`, or set its `scope` to `global` or `site:<name>`.
    .why = It can't be made, and can't be granted to anybody (M-238). Nothing is written for it.
finding-policy-name-reserved = `{ $name }` can't be the name of a policy for users: it means a scope to the commands, or carries a prefix (M-235, M-239).
    .fix = Write the bare name, or set `scope` to the scope that is meant.
    .why = A global policy can't be created, a site policy is not granted, and grants want the name without `tag:`.
finding-policy-for-nobody = The mobility policy `{ $policy }` is granted to nobody (M-238).
    .fix = Name users or pools in `grant_to`. If it shall apply by itself, set its `scope` to `global` or `site:<name>`.
    .why = A policy for users does nothing until it is granted. Everybody keeps the policy of the site, or the global one.
finding-policies-of-one-scope = Two mobility policies have the scope `{ $scope }`; the other one is `{ $other }` (M-226).
    .fix = Make one of the two, or give one another scope.
    .why = There is one policy for each scope. The second command fails, or undoes what the first one set.
finding-outside-voice-goes-too = The policy `{ $policy }` takes mobility away but leaves Call via Work on; it is switched off too (M-242).
    .fix = Set `enable_outside_voice` to `false`, so that the plan says what happens.
    .why = Call via Work can't stay on where mobility is off. Both are written into the command (M-305).
finding-call-via-work-needs-voice = The policy `{ $policy }` allows Call via Work, which works for users of Enterprise Voice only, and with simultaneous ringing in their voice policy (M-244, M-245).
    .fix = Enable these users for Enterprise Voice and leave `AllowSimulRing` on in their voice policy. If they shall not have it, set `enable_outside_voice` to `false`. Messages and presence need neither (M-306).
    .why = For others the client does not offer it, or the call does not come about.
finding-wifi-without-media = The policy `{ $policy }` requires Wi-Fi for voice or video, but `enable_ip_audio_video` is off: then there is neither (M-229).
    .fix = Set `enable_ip_audio_video` to `true`, or take the requirement out.
    .why = The requirement has no effect, and users who expect calls on Wi-Fi get none at all.
finding-click-to-join-name-empty = `{ $answer }` is empty, but the commands of click to join need a name there (M-252).
    .fix = Write a name, or take the key out: then its default serves.
    .why = The usage, the route and the policy name each other. A command without a name is refused.
finding-click-to-join-without-gateways = The route `{ $route }` of click to join leads to no gateway (M-249).
    .fix = Name the gateways to the telephone network in `mobility.click_to_join.gateways`.
    .why = A click on the link makes the server place a call to the user (M-247). Without a gateway no such call goes out.
finding-click-to-join-for-nobody = The voice policy `{ $policy }` of click to join is granted to nobody (M-251).
    .fix = Name the users without Enterprise Voice, or their pool, in `mobility.click_to_join.grant_to`.
    .why = They can join by the link only if a voice policy with this usage applies to them (M-246, M-253).
finding-click-to-join-by-scope = The voice policy of click to join applies by place. That it reaches people without Enterprise Voice is not documented (M-253).
    .fix = Set `mobility.click_to_join.scope` to `user` and grant the policy to those people. They need not be enabled for Enterprise Voice (M-254). Or test it with one of them.
    .why = Global and site voice policies are known to apply by themselves to users of Enterprise Voice only. For others the link may not work.
finding-few-test-users = { $count ->
        [0] No test users are named, so no synthetic tests are written (M-256).
        [one] One test user is named, but the synthetic tests need two (M-256).
       *[other] { $count } test users are named, but the synthetic tests need two (M-256).
    }
    .fix = Name two users in `mobility.test_users` by their SIP addresses, made for this purpose. Passwords are never in a plan.
    .why = Without them nothing tries the way of a mobile client through the servers before the first user does.
finding-foreign-test-user = The test user `{ $user }` has the domain `{ $domain }`, which is none of the SIP domains, `{ $first }` first (M-256).
    .fix = Name a user of one of `domains.sip`, or add the domain there.
    .why = The tests sign this user in on the pools of the plan. They will fail, and seem to find a fault that is not there.

## Parts of the plan that serve nobody, or are named and not there.

finding-unused-reverse-proxy = The reverse proxy `{ $name }` publishes nothing.
    .fix = Name it in `reverse_proxy` of a pool, or take it out of the plan.
    .why = Each pool has one proxy: the one that it names, else the only one of its site, else the first of the plan (M-129). No certificate and no rule is made for this one.
finding-unused-load-balancer = The load balancer `{ $name }` balances no pool.
    .fix = Name it in `load_balancer` of a pool that is balanced, or take it out of the plan.
    .why = A pool with several servers needs to be told who balances it where its site has several load balancers (M-158). Nothing is made for this one.
finding-unused-edge = No part of this plan needs the Edge pool `{ $edge }`: nobody comes from outside, and push and federation are off (M-012, M-197).
    .fix = Take it out of the plan, or keep it if it stands there for others, such as desktop clients outside.
    .why = What stands open to the Internet without a need is a risk without a use.
finding-empty-site = Nothing stands at the site `{ $site }`.
    .fix = Add what stands there, or take the site out of the plan.
    .why = Nothing is derived from an empty site but the policies that name it. Something may have been forgotten.
finding-unknown-partner = The pool is paired with `{ $name }`, but the plan has no such Front End pool.
    .fix = Set `paired_with` to the `fqdn` of a Front End pool of the plan, or take it out.
    .why = The names for disaster recovery hold the Web Services of both pools (M-060). As it stands there is only one.
finding-unknown-site = The scope names the site `{ $name }`, but the plan has no site of that name.
    .fix = Set the scope to `site:` and the `name` of a site of the plan; capital letters count. Or set it to `global` or `user`.
    .why = A policy for a site applies there at once (M-236). For a site that does not exist the command fails.
finding-unknown-granted-pool = The policy is granted to everybody on `{ $name }`, but the plan has no such Front End pool.
    .fix = Write `pool:` and the `fqdn` of a Front End pool of the plan. A Director homes nobody (M-023).
    .why = The command asks for the users of that pool (M-241) and would find none.
finding-unknown-gateway = Click to join names the gateway `{ $name }`, but { $count ->
        [0] no site of the plan has any `pstn_gateways`.
       *[other] the sites of the plan have only { $known }.
    }
    .fix = Add the gateway to `pstn_gateways` of its site, or correct its name. If it is defined in the topology already, only its flows are missing here.
    .why = The route names the gateway as the topology has it (M-249). The command fails for one that is not there.
