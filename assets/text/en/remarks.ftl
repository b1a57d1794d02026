# What else is to be said about a row: remarks on commands, the purpose of flows, and where a command is typed.

## Remarks

remark-thumbprint = The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
remark-edge-thumbprint = The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
remark-oauth-request = Run it on any one Front End Server. Have `{ $file }` signed, and import the answer there with `Import-CsCertificate`.
remark-oauth-once = Once is enough: replication hands the certificate to all Front End Servers (X-025).
remark-key-made-here = The key was made with this plan: join `key.pem` and the signed certificate to a `.pfx` file, import it into the computer's store on this server, and delete the file. Then assign it.
remark-key-for-all = All Edge Servers of `{ $pool }` need this certificate with its private key (E-170), so the key can be exported. Guard the exported file like a password.
remark-key-from-first = First export the certificate with its private key on `{ $first }`, import it into the computer's store on this server, and delete the file (E-170).
remark-public-authority-answers = Send `{ $file }` to the public authority, and import its answer on this server, which holds the key.
remark-edge-reaches-authority = Edge Servers have no auto-enrolment (E-175). If this one does not reach the CA, write `-Output <file>` in place of `-CA` (M-117), and take the file there.
remark-internal-authority = The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
remark-friendly-name = If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
remark-sip-aliases = If `sipinternal` or `sipexternal` of a SIP domain stands in DNS, this certificate needs that name too (M-098).
remark-proxy-trusts-internal-ca = The reverse proxy must trust the root of the internal CA that signed the servers' certificates (M-102). Its key may be exportable only if it is made on another machine or shared by several proxies (M-101).
remark-server-usage-only = Ask for server authentication only, also where a page of the product names client authentication as well (M-101, M-105): public authorities sign the latter no longer, this one from { $date } on (D-003).
remark-edge-and-proxy = The reverse proxy may use this certificate too, if the names of both stand in it and its key can be exported (M-104).
remark-ucwa-stays-external = This line concerns Lync 2010 Mobile only. UCWA has no such setting: for Lync 2013 Mobile and Skype for Business clients the URL keeps the external Web Services name (M-222).
remark-credentials = `$Credential1`, `$Credential2` and so on come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260). Whoever runs the test is a CsAdministrator, at a machine with the management shell (M-261).
remark-push-undocumented = Whether the push service still delivers is not documented. Set it up as documented here, then test it (M-336).
remark-one-provider = Only one hosting provider may have the proxy `sipfed.online.lync.com`, whatever its identity. Look with `Get-CsHostingProvider` first; if there is one, leave this line out and name it in `mobility.push.existing_hosting_provider` (M-202, E-193).
remark-federation-before = Note what `Get-CsAccessEdgeConfiguration` shows before the change: the line that takes it back sets the defaults of the product, not what you had (E-191).
remark-wifi-audio = If `New-CsMobilityPolicy` refuses `RequireWiFiForIPAudio`, leave that parameter out there, and set it afterwards with `Set-CsMobilityPolicy` (M-302).
remark-explicit-grant = A global or site voice policy applies by itself to users of Enterprise Voice; for others this is not documented. It is safest to grant the policy to each of them (M-253).
remark-simple-url-exists = Topology Builder may have made this URL already. Look with `Get-CsSimpleUrlConfiguration` first: if it is there, leave this line out; if another one of the same component and domain is there, take that one out too, in the form of the line that takes this one back (E-211).
remark-hybrid-records = All records outside lead to this deployment, Autodiscover among them; it sends online users to the online service (M-284, E-060).
remark-hybrid-lists = The lists of allowed and blocked domains must be the same here and in the online tenant, and partner discovery here goes with open federation there (E-194).
remark-online-retired = Skype for Business Online was retired on 31 July 2021; the pages still name its addresses (M-279).
remark-provider-identity = The identity is the name that `Get-CsHostingProvider` prints, not the shared SIP domain (M-283).
remark-provider-shared = `Get-CsHostingProvider` must show `EnabledSharedAddressSpace` and `HostsOCSUsers` as True for this provider, or users online are not found (E-192).
remark-old-autodiscover-url = `$OldAutodiscoverUrl` is the AutodiscoverUrl that `Get-CsHostingProvider` shows before the change.
remark-no-discovery = Partner discovery stays off, so that the SRV record of federation does not make your domains known to other partners (M-211).
remark-exposed-before = Note what `Get-CsMcxConfiguration` shows before the change: the line that takes it back sets the default in all collections (M-219).
remark-push-roles = The documentation asks for RTCUniversalServerAdmins here, and for CsAdministrator for the switches and tests; one page asks for CsAdministrator for all (M-214).
remark-domain-listed = The line fails if the domain is on the list of allowed or blocked domains already. On the blocked list it has to go first (M-205).
remark-push-sites = A site with a collection of its own keeps that one. `Get-CsPushNotificationConfiguration` without `-Identity` lists them all (M-208).
remark-push-apple-update = Skype for Business Server 2015 sends push to Apple devices from the first hotfix of its cumulative update 4 on, of February 2017 (M-298).
remark-push-proxy-uri = The value must be `sip:push@push.lync.com`. If it is not, this line repairs it: `Get-CsMcxConfiguration | Set-CsMcxConfiguration -PushNotificationProxyUri "sip:push@push.lync.com"` (M-209).
remark-mcx-session = Push reaches Lync 2010 Mobile on iPhone and Windows Phone as long as its session lasts: `SessionExpirationInterval`, by default 259200 seconds. It must be greater than `SessionShortExpirationInterval`, by default 3600 seconds, which is for Android and Nokia; both take 120 to 4294967295 (M-215).
remark-url-filter = If `http:` or `https:` is among the prefixes, take them out: `Set-CsImFilterConfiguration -Identity global -Prefixes @{"{"}remove="http:"{"}"}` and `Set-CsImFilterConfiguration -Identity global -Prefixes @{"{"}remove="https:"{"}"}`. The same goes for a site with a collection of its own (M-210).
remark-push-504 = An answer of 504 mostly means that the SRV record of federation is missing or wrong, or that the Edge is at fault (M-217).
remark-short-form = Where `New-CsHealthMonitoringConfiguration` has set test users for the pool, the short form does too: the line up to the pool's name, without users and credentials (M-257).
remark-policy-exists = If the site has a mobility policy already, use `Set-CsMobilityPolicy` with the same parameters (M-236).
remark-call-via-work = Call via Work also needs users with Enterprise Voice, and a voice policy with simultaneous ringing: `AllowSimulRing`, which is on by default (M-244, M-245). Sign-in, messages and presence need neither (M-306).
remark-wifi-video = The policy does not ask for Wi-Fi for video. The mobile client has a setting of its own, which does by default (M-303).
remark-test-number = `$TestNumber` is a telephone number of your choice that the number pattern of the route lets pass, such as +14255550100 (M-255).
remark-no-gateways = The plan names no gateway, so the cmdlet warns, and no call leaves until the route has one (M-249).
remark-no-enterprise-voice = Click to join needs no Enterprise Voice: leave `EnterpriseVoiceEnabled` of these users as it is (M-254).
remark-root-answer = The right answer has the status 200 and links with the tokens User and Domain; AccessLocation says where the client is (M-264, M-265).
remark-redirect-answer = The right answer has the status 200 and one link with the token Redirect, to the next address over HTTPS. Clients add `?sipuri=<user>` (M-263).
remark-user-answer = In the answer for a user, the link Ucwa names the external Web Services of the home pool (M-267).
remark-mcx-answer = For Lync 2010 Mobile both `Internal/Mcx` and `External/Mcx` name the external Web Services too (M-267).
remark-analyzer = The Microsoft Remote Connectivity Analyzer at https://testconnectivity.microsoft.com/ asks from outside too (M-271).
remark-manual-outside = This is the address that users of this pool type in for outside (M-035).
remark-manual-inside = This is the address that users of this pool type in for inside (M-036).
remark-challenge = The right answer is a challenge to sign in: PowerShell reports it as an error with the status 401 (M-270).
remark-pages = The right answer has the status 200: for Meet a page for trouble-shooting, for Dial-in the page with the numbers (M-270).
remark-hairpin-record = Inside, `{ $name }` has the hairpin record: by it, devices on the company Wi-Fi reach the external side of the reverse proxy (M-065, M-288).
remark-geo-choice = A GeoDNS name stands for both pools. Let it answer with `{ $first }` while that one is alive and with `{ $partner }` when it fails, or with both in turn (M-060).
remark-geo-probe = To see whether a pool is alive, probe it from outside with HTTPS GET on `{ $first }/autodiscover/autodiscoverservice.svc/root` and `{ $partner }/autodiscover/autodiscoverservice.svc/root`, without an `Accept` header. The answer of a sound pool is 200 (M-060).
remark-geo-ports = When a pool fails, close its web ports { $ports }, so that no client is led to it (M-314).
remark-geo-scheduler = If the Web Scheduler has a host of its own, make it a CNAME of such a name too (M-060).

## The purpose of a flow

flow-publishing = Autodiscover, mobility, meetings and address book from outside
flow-first-request = first Autodiscover request over HTTP; otherwise an optional redirection
flow-hairpin = mobility from the company Wi-Fi through the reverse proxy
flow-bridging = published requests, encrypted again by the reverse proxy
flow-internal-web = internal Web Services

## Where a command is typed

where-server = { $server }
where-any-front-end = any Front End Server
where-any-exchange = any Exchange server
where-appliance = the host `{ $host }` of the appliance
where-tenant = a computer that reaches the tenant
where-computer-inside = a computer inside
where-computer-outside = a computer outside
