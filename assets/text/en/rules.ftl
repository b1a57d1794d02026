# Rules that make requirements: what each one asks for, and what breaks without it (`why`).
# A key is `rule-` and the identity of the rule. Rules that make findings have their texts in `findings.ftl`.

## DNS

rule-dns-autodiscover-internal-address = Inside, `lyncdiscoverinternal` in each SIP domain leads by address to the internal Web Services of the Director, or of the Front End pool where there is none (M-038, M-043).
    .why = Clients ask for this name first (M-027). Without it, clients inside may fail or get the wrong answer (M-046).
rule-dns-autodiscover-internal-cname = Inside, `lyncdiscoverinternal` in each SIP domain is a CNAME of the internal Web Services of the Director, or of the Front End pool where there is none (M-037, M-043).
    .why = Clients ask for this name first (M-027). Without it, clients inside may fail or get the wrong answer (M-046).
rule-dns-autodiscover-internal-proxy = Inside, `lyncdiscoverinternal` in each SIP domain leads to the reverse proxy (M-286).
    .why = Devices that do not trust the internal CA refuse the certificates of the servers (M-067). At the reverse proxy they meet a public certificate.
rule-dns-autodiscover-external-address = Outside, `lyncdiscover` in each SIP domain leads by address to the reverse proxy (M-040, M-287).
    .why = Mobile clients use Autodiscover only and never fall back to SRV records (M-031). Without the record, clients outside find no server.
rule-dns-autodiscover-external-cname = Outside, `lyncdiscover` in each SIP domain is a CNAME of the external Web Services of the Director, or of the Front End pool where there is none (M-039, M-043).
    .why = Mobile clients use Autodiscover only and never fall back to SRV records (M-031). Without the record, clients outside find no server.
rule-dns-web-internal = Inside, the internal Web Services name of every pool leads to its load balancer, or to the server itself (M-054).
    .why = Without the record, clients inside do not reach the internal Web Services, such as the address book (M-017).
rule-dns-web-external = Outside, the external Web Services name of every Director and Front End pool leads to its reverse proxy (M-050, M-051).
    .why = Once they know the servers, clients outside send their requests to this name (M-018). Without the record they can't sign in.
rule-dns-web-hairpin = Inside, the external Web Services name of every Front End pool leads to its reverse proxy too, where the internal name servers answer for its domain (M-055, M-288).
    .why = The Mobility URL has the external name even for a device inside (M-033). Without the record, devices on the company Wi-Fi can't resolve it.
rule-dns-simple-url-internal = Inside, the hosts of Meet and Dial-in lead to the Director, else to the pool that answers the simple URLs (M-077).
    .why = Without the records, people inside can't open meeting links or the dial-in page.
rule-dns-simple-url-admin = Inside, where the Admin simple URL is used, its host leads to the Director, else to the pool that answers the simple URLs (M-077, E-040).
    .why = Without the record, administrators open the Control Panel by the name of a pool. Nothing else needs it (M-072).
rule-dns-simple-url-external = Outside, the hosts of Meet and Dial-in lead to the reverse proxy; the host of Admin never does (M-052, M-071).
    .why = Without the records, people outside can't open meeting links or the dial-in page.
rule-dns-pool = Inside, the name of every pool leads to its virtual address with hardware load balancing, else to each of its servers (E-034, E-054).
    .why = Without the record, neither clients nor other servers find the pool.
rule-dns-server = Inside, the name of every server leads to its address (E-034).
    .why = Without the record, the servers do not find each other.
rule-dns-legacy-service = Inside, each SIP domain has the SRV record `_sipinternaltls._tcp` with port 5061 and the target `sip` in the same domain (E-036, E-050).
    .why = Clients older than Lync 2013 and desk phones sign in by this record (M-282). Mobile clients do not need it.
rule-dns-legacy-host = Inside, `sip` in each SIP domain leads to the pool that answers first (E-037).
    .why = The SRV record of older clients and desk phones names this host (E-036). Without an address they find no server.

rule-dns-geo-alias = Where another pool takes over, the hosts of Meet and Dial-in and the Autodiscover names are CNAME records of GeoDNS names in the same SIP domain (M-060, E-218).
    .why = A host that leads to one pool only fails with it. A CNAME within its domain is supported over HTTPS, one that leaves it is not (M-047, M-048).
rule-dns-geo-name = Each GeoDNS name leads to both pools: inside to their internal Web Services, outside to their reverse proxies (M-060).
    .why = Without it, meetings and Autodiscover fail with the first pool, although the other one has taken over its users.
rule-dns-geo-pin-point = Where a CNAME has no place, the hosts of Meet and Dial-in and the Autodiscover names lead to both pools themselves: a pin-point zone can't begin with a CNAME (M-060, M-064).
    .why = A host that leads to one pool only fails with it.
rule-dns-edge-access = Outside, the name of the Access Edge leads to the address of each Edge Server, or to the virtual one with a hardware load balancer (E-020, E-002).
    .why = Without the record, neither clients nor partners outside reach the Access Edge.
rule-dns-edge-web-conferencing = Outside, the name of the Web Conferencing Edge leads to its addresses (E-021).
    .why = Without the record, people outside see no content of conferences.
rule-dns-edge-av = Outside, the name of the A/V Edge leads to its addresses (E-022).
    .why = Without the record, calls and conferences with people outside have no voice and no video.
rule-dns-edge-sign-in-host = Outside, `sip` in each SIP domain leads by address to the Access Edge (E-020, E-050).
    .why = SRV records must name an address in their own domain (M-057). A CNAME, or a host of another domain, is not accepted.
rule-dns-edge-sign-in-service = Outside, each SIP domain has the SRV record `_sip._tls` with the port of clients and the target `sip` in the same domain (E-023). With one address for all services the port is 5061 (E-158).
    .why = Clients that do not use Autodiscover sign in by this record (E-051). Mobile clients do not need it (M-031).
rule-dns-edge-federation-service = Outside, each SIP domain has the SRV record `_sipfederationtls._tcp` with port 5061 and the target `sip` in the same domain, where push, users online or discovered partners need it (E-024, M-056).
    .why = Without an explicit record in each SIP domain, push may fail (M-212), and partners and the online service do not find the Edge.
rule-dns-edge-xmpp-service = Outside, each SIP domain has the SRV record `_xmpp-server._tcp` with port 5269 and the target `xmpp` in the same domain, where an Edge pool has XMPP (E-025).
    .why = Without the record, XMPP partners do not find the Edge. Later versions than Skype for Business Server 2015 have no XMPP (E-201).
rule-dns-edge-xmpp-host = Outside, `xmpp` in each SIP domain leads to the Access Edge of the pool that has XMPP (E-026).
    .why = The SRV record of XMPP names this host (E-025). Without an address it leads nowhere.
rule-dns-edge-pool = Inside, the name of every Edge pool leads to the internal address of each of its servers (E-027).
    .why = Without the record, Front End Servers and Directors do not reach the Edge.
rule-dns-edge-server = Inside, the name of every Edge Server leads to its internal address (E-028).
    .why = Without the record, the configuration is not replicated to the server.
rule-dns-office-external = Outside, the name of every published Office Web Apps Server leads to its reverse proxy (M-053, E-032).
    .why = Without the record, people outside see no presentations in conferences.
rule-dns-office-internal = Inside, the name of every Office Web Apps Server leads to its own address (E-043).
    .why = Without the record, people inside see no presentations in conferences.
rule-dns-hybrid-federation = Where users are online, the Edge resolves the SRV record `_sipfederationtls._tcp` of every SIP domain (E-041).
    .why = The Edge matches the names strictly (E-041). Without the record, users here and users online do not reach each other.
rule-dns-hybrid-access = Where users are online, the Edge resolves the host of this SRV record, `sip` in each SIP domain, to the external addresses of the Access Edge (E-041).
    .why = An internal address in its place leads the Edge astray (ED-9). Users here and users online then do not reach each other.
rule-dns-hybrid-conferencing = Where users are online, clients inside resolve the name of the Web Conferencing Edge to its external addresses (E-042).
    .why = Without the record, users inside see no content in conferences of users online.
rule-dns-perimeter-web = In the perimeter, the external Web Services name of every published pool leads to the pool itself (M-138).
    .why = The reverse proxy asks for this name. Where it finds the public address, it sends the requests to itself.
rule-dns-perimeter-office = In the perimeter, the name of every published Office Web Apps Server leads to the server itself (M-138).
    .why = The reverse proxy asks for this name. Where it finds the public address, it sends the requests to itself.

## Certificates

rule-certificate-front-end = Every Front End Server and Standard Edition server has certificates with the names of its pool, of itself, of its Web Services, of the simple URLs and of Autodiscover (M-092 to M-095, M-097).
    .why = A client refuses a certificate that lacks the name it asked for (M-049). One server without the names is enough to make sign-in fail now and then (M-121).
rule-certificate-director = Every Director has certificates with the names of its pool, of itself, of its Web Services, of the simple URLs and of Autodiscover (M-083, M-096).
    .why = Autodiscover and the simple URLs lead to the Director first (M-043, M-077). A client that does not find the name it asked for stops there (M-049).
rule-certificate-reverse-proxy = Every reverse proxy has a certificate of a public CA with every name that it publishes over HTTPS (M-099, M-103).
    .why = A device outside refuses a certificate that it does not trust, or that lacks the name it asked for (M-049).

## Publishing

rule-publishing-web-services = The reverse proxy publishes the external Web Services of its pools: from 443 to 4443 by default, with TLS on both legs and the original host header (M-125, M-129, M-136).
    .why = All Mobility traffic passes the reverse proxy, also from inside (M-033, M-065). Without the rule no mobile client can sign in.
rule-publishing-simple-urls = The reverse proxy publishes the hosts of Meet and Dial-in and leads them to the Director, else to the designated pool (M-070, M-130).
    .why = Without the rule, or without the original host header, the links of Meet and Dial-in fail outside (M-133).
rule-publishing-autodiscover = The reverse proxy publishes `lyncdiscover` in each SIP domain: from 443 to 4443, or from 80 to 8080 where the first request uses HTTP (M-126, M-127).
    .why = Without the rule, the first request of a client outside gets no answer, and the client has no other way to find the servers (M-031).

## Firewall

rule-firewall-internet-https = The Internet reaches the listener of every reverse proxy over HTTPS (M-176).
    .why = Otherwise clients outside have no Autodiscover, no mobility, no meetings and no address book.
rule-firewall-internet-http = The Internet reaches the listener of the reverse proxy over HTTP where the first request uses it; else the port is optional (M-177).
    .why = A first request over HTTP does not arrive. Where it uses HTTPS, only a redirection would be missed.
rule-firewall-wifi-https = The company Wi-Fi reaches the external side of every reverse proxy over HTTPS (M-065, M-183).
    .why = A device inside also uses the external Web Services name (M-033). Where packets may not leave and come back this way, it can't sign in.
rule-firewall-wifi-http = The company Wi-Fi reaches the external side of the reverse proxy over HTTP where the first request uses it; else the port is optional (M-183).
    .why = A first request over HTTP from inside does not arrive. Where it uses HTTPS, only a redirection would be missed.
rule-firewall-proxy-https = The internal side of every reverse proxy reaches the pools that it publishes over HTTPS, by default on 4443 (M-178).
    .why = The proxy accepts requests and can't pass them on. SSL offloading is not supported, so TLS is needed here too (M-136).
rule-firewall-proxy-http = The internal side of the reverse proxy reaches the pool over HTTP, by default on 8080, where the first request uses HTTP; else the port is optional (M-179).
    .why = A first request over HTTP ends at the proxy.
rule-firewall-internal-web = Clients inside reach the internal Web Services of every pool on 443 and 80 (M-182).
    .why = Otherwise clients inside have no Autodiscover, no meetings and no address book.

## Commands

rule-command-simple-url-meet = `Set-CsSimpleUrlConfiguration` adds the Meet URL of every SIP domain (M-072, M-079, E-217).
    .why = Every SIP domain needs a Meet URL of its own (M-072). Without it, its meetings have no link.
rule-command-simple-url-dialin = `Set-CsSimpleUrlConfiguration` adds the Dial-in URL, one for the organisation (M-072, M-079, E-217).
    .why = The Dial-in URL is mandatory (M-072): invitations name it.
rule-command-simple-url-admin = `Set-CsSimpleUrlConfiguration` adds the Admin URL, which is used inside only (M-071, M-079, E-217).
    .why = Without it, administrators have to know the address of a server.
rule-command-enable-computer = `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
    .why = Until it has run, the web sites of a server answer to the old URLs only.
rule-command-certificate-request = On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
    .why = The cmdlet fills in all other names by itself (M-118). Certificates from before mobility lack those of Autodiscover, and clients refuse them.
rule-command-certificate-assign = On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
    .why = A certificate that is not assigned is not used. The server goes on with the old one.
rule-command-hybrid-provider = `New-CsHostingProvider` makes the hosting provider of the online users, with their Autodiscover URL (M-069, E-192).
    .why = Both Autodiscover records lead here (M-284). Without the provider and its URL, online users are not led on.
rule-command-hybrid-autodiscover = `Set-CsHostingProvider` gives the hosting provider that exists the Autodiscover URL of the online users (M-069, M-283).
    .why = Both Autodiscover records lead here (M-284). Without the URL, online users are not led on.
rule-command-exposed-web-url = `Set-CsMcxConfiguration` lets the Mobility Service hand out the internal URL to Lync 2010 Mobile, in all collections of its settings (M-218, M-220).
    .why = By default the Mobility Service hands out the external URL (M-219), and clients inside would leave for it. A collection of a site or server would win over the global one.
rule-command-verify-inside = From inside, the name `lyncdiscoverinternal` of every SIP domain answers (M-262).
    .why = Clients try this name first (M-027). Without its answer they may fail or get the wrong one (M-046).
rule-command-verify-manual-inside = From inside, the address that people type in answers for every Front End pool (M-036).
    .why = Without automatic discovery, nobody inside signs in by any other address.
rule-command-verify-mcx = From inside, the Mobility Service of every Front End pool answers (M-269).
    .why = Lync 2010 Mobile speaks to this service only (M-005).
rule-command-verify-outside = From outside, the name `lyncdiscover` of every SIP domain answers over the protocol of the first request (M-262, M-263).
    .why = The DNS record, the certificate and the rule of the reverse proxy all must fit; one request tells.
rule-command-verify-root = From outside, Autodiscover answers at the external Web Services of every pool (M-262).
    .why = Every mobile device goes on to the external Web Services name (M-033). A pool that is not published serves nobody.
rule-command-verify-manual-outside = From outside, the address that people type in answers for every Front End pool (M-035).
    .why = Without automatic discovery, nobody outside signs in by any other address.
rule-command-verify-asking-pages = From outside, the address book and the expansion of groups ask for a sign-in (M-270).
    .why = If they do not, the reverse proxy does not publish them, or asks by itself, which it must not (M-135).
rule-command-verify-showing-pages = From outside, the Meet and Dial-in pages of every Front End pool show themselves (M-270).
    .why = If they do not, the reverse proxy does not publish them, or changes the host header (M-133).
rule-command-test-ucwa = `Test-CsUcwaConference` lets two test users meet through UCWA on every Front End pool, where UCWA exists (M-007, M-256).
    .why = Without the test, a fault shows only when users can't sign in.
rule-command-test-mcx = `Test-CsMcxP2PIM` lets two test users send a message through Mcx on every Front End pool (M-258).
    .why = Without the test, a fault shows only when users of Lync 2010 Mobile can't sign in.
rule-command-test-mcx-conference = `Test-CsMcxConference` lets three test users meet through Mcx on every Front End pool (M-259).
    .why = Without the test, a fault shows only when users of Lync 2010 Mobile can't meet.
rule-command-federation = `Set-CsAccessEdgeConfiguration` sets federation for push, partners and hybrid deployments in one line (M-206, M-211, E-190).
    .why = Federation is off by default (E-191). The push service, partners and online users are all reached over it (M-197, E-190).
rule-command-push-hosting-provider = `New-CsHostingProvider` makes the provider with the proxy `sipfed.online.lync.com`, unless there is one or the hybrid deployment makes it (M-201, M-202, E-193).
    .why = The Edge reaches the push service by way of this provider (M-196, M-197). Without it no push notification leaves.
rule-command-push-allowed-domain = `New-CsAllowedDomain` puts `push.lync.com` on the list of allowed domains (M-205).
    .why = The push service is a federated domain. Unless it is allowed, push notifications are not sent to it.
rule-command-push-switch-on = `Set-CsPushNotificationConfiguration` switches the services of Apple and Microsoft on, each as the clients need it (M-200, M-207, M-298).
    .why = Both are off by default (M-198). Without push, users see events only while the application is active (M-199).
rule-command-push-proxy-uri = `Get-CsMcxConfiguration` shows where the Mobility Service sends its notifications (M-209).
    .why = With any other address no notification of the Mobility Service arrives.
rule-command-push-url-filter = `Get-CsImFilterConfiguration` shows whether the filter of messages blocks addresses (M-210).
    .why = If it blocks `http:` or `https:`, push notifications are rejected.
rule-command-push-check = `Test-CsFederatedPartner` tries the way to the push service through the Edge pool to which the names outside lead (M-216, M-300).
    .why = Whether the service still delivers is not documented (M-336). Only a test can tell.
rule-command-push-mcx-check = `Test-CsMcxPushNotification` sends a notification of the Mobility Service through the Edge pool (M-217, M-300).
    .why = Whether the service still delivers is not documented (M-336). Only a test can tell.
rule-command-policy-global = `Set-CsMobilityPolicy` changes the global mobility policy (M-235).
    .why = Users without a policy of their own or of their site keep the defaults, which allow everything and never ask for Wi-Fi (M-226 to M-231).
rule-command-policy-site = `New-CsMobilityPolicy` makes the mobility policy of a site, which applies at once (M-236).
    .why = Without it, the users of the site follow the global policy (M-226).
rule-command-policy-user = `New-CsMobilityPolicy` makes a mobility policy for users (M-237).
    .why = Without it there is nothing to grant, and the users follow the policy of their site or the global one (M-226).
rule-command-policy-grant = `Grant-CsMobilityPolicy` grants the policy to its users (M-238, M-241).
    .why = A policy for users does nothing until it is granted (M-238).
rule-command-click-to-join-usage = `Set-CsPstnUsage` adds the PSTN usage record of click to join (M-248).
    .why = The voice route and the voice policy name the usage, so it must exist before them (M-252).
rule-command-click-to-join-route = `New-CsVoiceRoute` makes the voice route from the usage to the gateways (M-249).
    .why = Clicking the link makes the server place an outbound call (M-247). Without a route the call has no way out.
rule-command-click-to-join-policy = `New-CsVoicePolicy`, or `Set-CsVoicePolicy` for the global one, gives a voice policy the usage (M-250).
    .why = Users without Enterprise Voice join by the link only where a voice policy with usages and routes applies to them (M-246).
rule-command-click-to-join-grant = `Grant-CsVoicePolicy` grants the voice policy to its users (M-251).
    .why = Until it is granted, the voice policy applies to none of them, and they can't join by the link (M-246).
