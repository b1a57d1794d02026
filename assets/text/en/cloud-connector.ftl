# Cloud Connector: its questions, findings, rules and remarks.

## Titles and items

section-cloud-connector = Cloud Connector
item-cloud-connector-update-windows = update window
item-cloud-connector-pstn-sites = PSTN site
item-cloud-connector-pstn-sites-appliances = appliance
item-cloud-connector-pstn-sites-gateways = gateway
item-cloud-connector-users = user

## What all sites share

question-cloud-connector-deploy = Is Cloud Connector deployed?
    .label = Cloud Connector
    .help = It gives online users telephone lines through gateways that stand here (C-010). It was retired on 31 July 2021: plan it to document, to migrate or for isolated use only (C-001). It never stands beside a Front End pool (C-013). The default is no.
    .option-true = Yes, appliances stand here
    .remark-true = retired in 2021
    .option-false = No Cloud Connector
question-cloud-connector-online-tenant = What is the first domain of the tenant?
    .label = Tenant
    .help = It is the domain that the tenant began with, such as `northwind.onmicrosoft.com`. As a SIP domain it is not supported (C-015). By default it is not named.
question-cloud-connector-tenant-country = In which country is the tenant?
    .label = Tenant's country
    .help = Write two letters, such as `US`. In some countries Cloud Connector can't be configured (C-014). By default no country is named, and nothing is checked.
question-cloud-connector-cloud = In which cloud is the tenant?
    .label = Cloud
    .help = The names of the online service depend on it (C-094, C-095). The default is the cloud that is named for Exchange, the worldwide one if none is.
    .option-worldwide = Worldwide
    .option-21vianet = 21Vianet, China
    .option-germany = Germany
    .option-gcc-high = Government of the United States
    .remark-gcc-high = undocumented
question-cloud-connector-sip-domains = Which SIP domains does Cloud Connector serve?
    .label = SIP domains
    .help = The first one is the default SIP domain (C-077). All sites have the same domains in the same order (C-253). The default is the list of the plan.
question-cloud-connector-vm-domain = In which domain do the machines of the appliances stand?
    .label = Machines' domain
    .help = It is a domain of its own, never the production domain, and the same on all appliances (C-073). The default is `cce.local`, as a name in `.local` is preferred.
question-cloud-connector-access-name = Which host label does the Access Edge have?
    .label = Access name
    .help = With the default SIP domain it becomes the public name of the Edge (C-070). It has at most 15 characters, and `sip` is reserved (C-071). A site may have its own. The default is `ap`.
question-cloud-connector-media-relay-name = Which host label does the Media Relay have?
    .label = Media Relay name
    .help = It stands in the configuration of the appliances (C-336). A site may have its own. The default is `mr`.
question-cloud-connector-mediation-pool = What is the pool of Mediation Servers called?
    .label = Mediation pool
    .help = It is the same in every site (C-256), and no trunk ever leads to it (C-181). The default is `mspool`.
question-cloud-connector-edge-pool = What is the internal pool of Edge Servers called?
    .label = Edge pool
    .help = It is the same in every site (C-256). The default is `edgepool`.
question-cloud-connector-hardware = How strong are the appliances?
    .label = Hardware
    .help = It decides how many calls an appliance carries at a time (C-032). The default is normal hardware.
    .option-normal = Normal hardware
    .remark-normal = 500 calls
    .option-minimum = The least that is supported
    .remark-minimum = 50 calls
question-cloud-connector-certificate = How are the certificates of the Edge Servers cut?
    .label = Edge certificate
    .help = Each of them also carries `sip` in every SIP domain, and never as its subject (C-163, C-164). The default is a certificate for each site (C-161).
    .option-per-site = One for each site
    .option-wildcard = One with a wildcard for all sites
    .remark-wildcard = also new sites
    .option-all-sites = One with the names of all sites
question-cloud-connector-gateway-tls = Do the gateways speak TLS?
    .label = TLS to gateways
    .help = Each side then needs the root certificate of the other (C-185), and a gateway needs a full name (C-074). A gateway may say otherwise. The default is no.
    .option-true = Yes, SIP under TLS
    .option-false = No, SIP over TCP
question-cloud-connector-media-bypass = Which host label does media bypass have?
    .label = Media bypass
    .help = Clients inside find their Mediation Servers by this name, which is known inside only (C-099). Media bypass takes their calls from the count of the Mediation Servers (C-038). By default there is no media bypass.
question-cloud-connector-media-ports-first = What is the first media port of the Mediation Servers?
    .label = First media port
    .help = Firewalls must let pass all of them (C-122 to C-127). The default is 49152 (C-110).
question-cloud-connector-media-ports-count = How many media ports do the Mediation Servers have?
    .label = Media ports
    .help = A call takes up to 4 of them, so fewer ports are fewer calls (C-111). The default is 8349: ports 49152 to 57500 (C-110).
question-cloud-connector-firewall = Which table of the external firewall applies?
    .label = External firewall
    .help = The minimum leads all media from the Internet through the Edge of the online service. Recommended is the direct way, which fails where an end stands behind symmetric NAT (C-130, C-140). The default is the recommended table.
    .option-minimum = The minimum
    .remark-minimum = longer way for media
    .option-recommended = The recommended table
    .remark-recommended = direct media
question-cloud-connector-calls-refer-support = Do the trunks support SIP REFER?
    .label = REFER
    .help = With it a gateway carries out transfers by itself (C-322). The default is yes.
    .option-true = Yes, with REFER
    .option-false = No REFER
question-cloud-connector-calls-fast-failover = Are calls rerouted after ten seconds without an answer?
    .label = Fast failover
    .help = Slow networks may need more time, and then no (C-341). The default is yes.
    .option-true = Yes, after ten seconds
    .option-false = No, wait longer
question-cloud-connector-calls-forward-call-history = Is the history of a call passed on?
    .label = Call history
    .help = The headers `History-Info` and `Referred-By` tell carriers who forwarded a call (C-342). The default is no.
    .option-true = Yes, pass it on
    .option-false = No, keep it back
question-cloud-connector-calls-forward-pai = Is the asserted identity of the caller passed on?
    .label = Asserted identity
    .help = It travels in the header `P-Asserted-Identity` (C-343). The default is no.
    .option-true = Yes, pass it on
    .option-false = No, keep it back
question-cloud-connector-update-server = Which server hands out updates of Windows?
    .label = Update server
    .help = Write the address of a WSUS server as the configuration of an appliance takes it (C-309). By default there is none, and updates come from the Internet.
question-cloud-connector-update-status-server = Which server hears whether updates succeeded?
    .label = Update status server
    .help = This is the status server of WSUS (C-310). By default there is none.
question-cloud-connector-fallback-site = Which site serves users who have no site?
    .label = Fallback site
    .help = The tenant names one Access Edge for their calls (C-202, C-211). By default no site is named, which is enough where there is only one.

## Windows for updates

question-cloud-connector-update-windows = When may the appliances update themselves?
    .label = Update windows
    .help = A tenant has at most 20 windows (C-220). By default there is none, and updates come at any time.
question-cloud-connector-update-windows-name = What is the update window called?
    .label = Window name
    .help = The tenant keeps the window under this name (C-220). There is no default.
question-cloud-connector-update-windows-every = How often does the update window open?
    .label = Recurrence
    .help = A window opens daily, weekly or monthly (C-220). The default is every day.
    .option-daily = Every day
    .option-weekly = On days of the week
    .option-monthly = On a day of the month
question-cloud-connector-update-windows-days = On which days of the week does the update window open?
    .label = Days of the week
    .help = A weekly window needs at least one (C-220). By default there is none.
    .option-monday = Monday
    .option-tuesday = Tuesday
    .option-wednesday = Wednesday
    .option-thursday = Thursday
    .option-friday = Friday
    .option-saturday = Saturday
    .option-sunday = Sunday
question-cloud-connector-update-windows-day-of-month = On which day of the month does the update window open?
    .label = Day of the month
    .help = Only a monthly window has one (C-220). The default is the first day.
question-cloud-connector-update-windows-start-hour = At which hour does the update window open?
    .label = Start
    .help = Write the hour from 0 to 23 (C-220). The default is midnight.
question-cloud-connector-update-windows-hours = For how many hours does the update window stay open?
    .label = Duration
    .help = An update that finds no time waits for the next window (C-220). The default is six hours.
question-cloud-connector-update-windows-updates = What is updated in this window?
    .label = Updates
    .help = A site has windows for Cloud Connector and windows for Windows (C-220). The default is both.
    .option-bits = Cloud Connector
    .option-os = Windows
question-cloud-connector-update-windows-sites = For which sites is the update window?
    .label = Sites
    .help = Write the names of PSTN sites (C-220). By default no site is named, and the window is for all of them.

## PSTN sites

question-cloud-connector-pstn-sites = Which PSTN sites are there?
    .label = PSTN sites
    .help = A site is a place whose appliances share their gateways (C-030). There are at most 200 (C-031). Different carriers or distant area codes need different sites (C-037). By default there is none.
question-cloud-connector-pstn-sites-name = What is the PSTN site called?
    .label = Site name
    .help = Users are assigned to the site by this name. No other site of the tenant has it, and `Site1` must be changed (C-076). There is no default.
question-cloud-connector-pstn-sites-access-name = Which host label does the Access Edge of this site have?
    .label = Access name
    .help = Every site has a name of its own (C-092), of at most 15 characters (C-071). The default is that of the whole deployment.
question-cloud-connector-pstn-sites-media-relay-name = Which host label does the Media Relay of this site have?
    .label = Media Relay name
    .help = External names differ from site to site (C-258, C-336). The default is that of the whole deployment.
question-cloud-connector-pstn-sites-calls = How many calls must the site carry at a time?
    .label = Calls at a time
    .help = All appliances but one must carry them, so that one may fail (C-034). By default no number is named, and nothing is checked.
question-cloud-connector-pstn-sites-country-code = From which country does the site dial?
    .label = Country
    .help = Write two letters, such as `US` (C-305). By default no country is named.
question-cloud-connector-pstn-sites-state = In which state or province is the site?
    .label = State
    .help = The value is optional, its line in the configuration is not (C-306). By default it is empty.
question-cloud-connector-pstn-sites-city = In which city is the site?
    .label = City
    .help = The value is optional (C-307). By default it is empty.
question-cloud-connector-pstn-sites-site-directory = Which share do the appliances of the site have in common?
    .label = Site directory
    .help = Write it as `\\server\share` (C-236). All appliances of the site use it, and no other site does (C-251). By default it is not named.
question-cloud-connector-pstn-sites-network-corporate-prefix-length = How long is the prefix of the internal network?
    .label = Internal prefix length
    .help = Write the number behind the slash, such as 24 (C-311). It is needed before the first machine can be made (C-350). By default it is not named.
question-cloud-connector-pstn-sites-network-corporate-gateway = What is the default gateway of the internal network?
    .label = Internal gateway
    .help = It must reach the Internet (C-315, C-350). By default it is not named.
question-cloud-connector-pstn-sites-network-corporate-dns = Which name server do the machines use inside?
    .label = Internal name server
    .help = It must know the names of the Internet (C-317, C-350). By default it is not named.
question-cloud-connector-pstn-sites-network-internet-prefix-length = How long is the prefix of the external network?
    .label = External prefix length
    .help = Write the number behind the slash, such as 28 (C-312). By default it is not named.
question-cloud-connector-pstn-sites-network-internet-gateway = What is the default gateway of the external network?
    .label = External gateway
    .help = The external side of the Edge uses it (C-316). By default it is not named.
question-cloud-connector-pstn-sites-network-internet-dns = Which name server does the Edge use outside?
    .label = External name server
    .help = The Edge must resolve the names of the online service by it (C-093, C-318). By default it is not named.

## Appliances

question-cloud-connector-pstn-sites-appliances = Which appliances does the site have?
    .label = Appliances
    .help = A site has up to 16 (C-031). One alone is for evaluation only, as none is spare (C-035). By default there is none.
question-cloud-connector-pstn-sites-appliances-host = What is the host of the appliance called?
    .label = Host
    .help = The appliance is registered under this name, which no other appliance of the tenant has (C-075). There is no default.
question-cloud-connector-pstn-sites-appliances-host-address = Which address does the host have?
    .label = Host address
    .help = It lies in the internal network of the machines (C-054), and firewalls let it out for updates (C-150 to C-152). By default it is not named.
question-cloud-connector-pstn-sites-appliances-base-machine-address = Which address does the base machine have?
    .label = Base machine address
    .help = The other machines are made from it. It exists for a while and needs the Internet (C-308, C-350). By default it is not named.
question-cloud-connector-pstn-sites-appliances-directory-name = What is the domain controller called?
    .label = Domain controller
    .help = Every appliance has its own, with a forest and an authority of its own (C-011). Names have at most 15 characters (C-072). By default it is not named.
question-cloud-connector-pstn-sites-appliances-directory-address = Which address does the domain controller have?
    .label = Domain controller address
    .help = It lies in the internal network (C-324). By default it is not named.
question-cloud-connector-pstn-sites-appliances-central-management-name = What is the server of Central Management called?
    .label = Central Management
    .help = Its pool has the same name (C-072). By default it is not named.
question-cloud-connector-pstn-sites-appliances-central-management-address = Which address does the server of Central Management have?
    .label = Central Management address
    .help = It lies in the internal network (C-326). By default it is not named.
question-cloud-connector-pstn-sites-appliances-mediation-name = What is the Mediation Server called?
    .label = Mediation Server
    .help = With the machines' domain it becomes the name that trunks lead to (C-181). No other Mediation Server of the tenant has it (C-075), and it has at most 15 characters (C-072). By default it is not named.
question-cloud-connector-pstn-sites-appliances-mediation-address = Which address does the Mediation Server have?
    .label = Mediation address
    .help = It lies in the internal network, and no other Mediation Server of the tenant has it (C-075). By default it is not named.
question-cloud-connector-pstn-sites-appliances-edge-name = What is the Edge Server called?
    .label = Edge Server
    .help = The name is used inside only, and has at most 15 characters (C-072). By default it is not named.
question-cloud-connector-pstn-sites-appliances-edge-internal-address = Which address does the Edge Server have inside?
    .label = Internal address
    .help = It lies in the internal network (C-333). By default it is not named.
question-cloud-connector-pstn-sites-appliances-edge-external-address = Which address does the Edge Server have outside?
    .label = External address
    .help = It is public, or translated to a public one (C-335). Access Edge and Media Relay share it (C-337). By default it is not named.
question-cloud-connector-pstn-sites-appliances-edge-public-address = Which public address stands for the Edge Server?
    .label = Public address
    .help = Only an Edge behind NAT has another address on the Internet than its own (C-338). The public record leads to it (C-091). By default the external address is public itself.

## Gateways

question-cloud-connector-pstn-sites-gateways = Which gateways does the site have?
    .label = Gateways
    .help = Every gateway has a trunk to each appliance of its site, and to no other (C-180, C-183). At least two are recommended (C-039). By default there is none.
question-cloud-connector-pstn-sites-gateways-fqdn = What is the full name of the gateway?
    .label = Gateway name
    .help = It is the gateway's name in the machines' domain (C-074), never one in a SIP domain (C-097). There is no default.
question-cloud-connector-pstn-sites-gateways-address = Which address does the gateway have?
    .label = Gateway address
    .help = Signalling and media pass between it and each Mediation Server of the site (C-120 to C-123). By default it is not named.
question-cloud-connector-pstn-sites-gateways-port = On which port does the gateway take SIP?
    .label = SIP port
    .help = The port is set on the gateway (C-113). By default it is not named, and 5060 is assumed, the example of the documents (C-120).
question-cloud-connector-pstn-sites-gateways-protocol = How does the gateway speak SIP?
    .label = Protocol
    .help = TLS needs certificates on both sides (C-169, C-185). The default is that of the whole deployment.
    .option-tcp = Over TCP
    .option-tls = Under TLS
question-cloud-connector-pstn-sites-gateways-local-route = Which numbers alone go out through the gateway?
    .label = Local route
    .help = It restricts the numbers of outbound calls, in the form that the configuration takes (C-340). By default there is none, and calls are spread evenly over all gateways (C-019).

## Users

question-cloud-connector-users = Which users get a telephone line?
    .label = Users
    .help = They are homed online (C-010) and need a licence with Phone System (C-204). By default there is none.
question-cloud-connector-users-identity = Who is the user?
    .label = User
    .help = Write a SIP address, a UPN or a display name, which may hold `*` (C-206). There is no default.
question-cloud-connector-users-line-uri = Which telephone line does the user have?
    .label = Line
    .help = Write `tel:+` and the number with its country, and for an extension `;ext=` and digits (C-207). By default there is none.
question-cloud-connector-users-site = To which PSTN site does the user belong?
    .label = PSTN site
    .help = Every user is assigned to a site, also where there is only one (C-210). Without a site, calls take the way of the fallback site (C-211). By default there is none.
question-cloud-connector-users-international = May the user call abroad?
    .label = International calls
    .help = What is allowed without a word depends on the source, so it is always written out (C-209). The default is no.
    .option-true = Yes, international calls
    .option-false = No international calls

## Rules: records

rule-dns-cloud-access = Outside, the name of each PSTN site leads to the public address of every Edge Server of the site (C-090, C-091); it is never `sip` (C-071).
    .why = Office 365 finds the Edge Servers of a site by this one name (C-070). An Edge whose address is missing gets no calls.
rule-dns-cloud-media-relay = Outside, the name of the Media Relay may lead to the same addresses (CD-8).
    .why = Only an obsolete page asks for it, so nothing depends on it (CD-8).
rule-dns-cloud-media-bypass = Inside only, the name of media bypass leads to the Mediation Servers of the client's site (C-099).
    .why = Clients ask for this name to learn whether they may send media straight to a gateway. Outside it must not exist (C-099).
rule-dns-cloud-online-services = The Edge must resolve the two services of every SIP domain, which Office 365 makes and which lead there (C-093, C-094).
    .why = Without them the Edge does not find the online service. They are only verified: a record of ours would lead astray (C-093).
rule-dns-cloud-online-hosts = Clients resolve the hosts of every SIP domain that Office 365 makes and that lead there (C-096).
    .why = Online users sign in by them. They are only verified; above all, `sip` is never given to an appliance (C-071).

## Rules: certificates

rule-certificate-cloud-edge = The Edge Servers have a certificate of a public CA with an exportable key: its subject is the Access Edge, and `sip` in every SIP domain is among its names (C-160 to C-164).
    .why = Office 365 looks for the name of the Access Edge, and `sip` belongs to the online Edge as a subject but must be among the names (C-163). Every appliance gets the same file with its key (C-160, C-166).
rule-certificate-cloud-gateway = A gateway that speaks TLS has a certificate with its full name as subject and as name, and an exportable key (C-169).
    .why = The Mediation Servers refuse a gateway whose name is not on its certificate. Its key must be moved into the gateway (C-185).

## Rules: flows

rule-firewall-cloud-signalling = Every gateway and every Mediation Server of its site reach each other by SIP (C-120, C-121, C-180).
    .why = A gateway has a trunk to each appliance of its site (C-180). A closed port takes calls from that trunk.
rule-firewall-cloud-gateway-media = Media pass between every gateway and every Mediation Server of its site (C-122, C-123).
    .why = Without them a call is set up and nobody hears anything. Any port of the gateway may be meant, and the gateway may limit its own (C-113).
rule-firewall-cloud-client-media = Media pass between clients inside and the Mediation Servers (C-124 to C-127).
    .why = Clients inside send their media straight to the Mediation Servers. The TCP way back is optional (C-124).
rule-firewall-cloud-edge-sip = The Edge Servers and the Internet reach each other by SIP on 5061 (C-130, C-131, C-140, C-141).
    .why = Office 365 and the Edge speak mutual TLS on this port. Without it there are no calls.
rule-firewall-cloud-edge-revocation = The Edge Servers look up revoked certificates by HTTP (C-132, C-142).
    .why = Without an answer, the certificate of Office 365 may be refused.
rule-firewall-cloud-edge-dns = The Edge Servers resolve names of the Internet (C-133, C-134, C-143, C-144).
    .why = The Edge finds Office 365 by its records (C-093).
rule-firewall-cloud-edge-media = Media pass between the Edge Servers and the Internet, by the table that the plan chooses (C-135 to C-138, C-145 to C-148).
    .why = The minimum leads all media through the Edge of the online service. The recommended table lets clients outside send theirs directly (C-140).
rule-firewall-cloud-host-dns = The hosts of the appliances resolve names (C-150).
    .why = Updates, revocation lists and the tenant's administration are reached by name.
rule-firewall-cloud-host-web = The hosts of the appliances reach the Internet by HTTP and HTTPS (C-151, C-152).
    .why = They fetch revocation lists, updates of Cloud Connector and of Windows, and administer the tenant (C-151, C-152).

## Purposes of flows, remarks

flow-cloud-signalling = SIP between gateway and Mediation Server
flow-cloud-gateway-media = media between gateway and Mediation Server
flow-cloud-client-media = media between clients inside and Mediation Server
flow-cloud-edge-sip = SIP between Office 365 and the Edge Server
flow-cloud-edge-revocation = look-up of revoked certificates
flow-cloud-edge-dns = name resolution of the Edge Server
flow-cloud-edge-media = media of clients outside and of the online service
flow-cloud-host-dns = name resolution of the host
flow-cloud-host-web = revocation lists, updates, administration of the tenant
remark-cloud-gateway-port = Nobody said on which port the gateway takes SIP; { $port } is the example of the documents (C-120).
remark-cloud-media-relay = An obsolete page asks for this record; the current ones do not (CD-8).
remark-cloud-media-bypass = Only for clients of the site `{ $site }`: with several sites the name servers answer by subnet (C-099).
remark-cloud-online-record = Office 365 makes this record; only verify that it resolves (C-093).
remark-cloud-edge-certificate = Export it with its private key and the full chain, root and intermediates, as one PFX file; every appliance named here gets this file (C-160, C-166). The documents also ask for the name of the Access Edge in every SIP domain, but their example has it in the first domain only (C-164).
remark-cloud-gateway-certificate = The authority of an appliance may sign it: template Web Server, with the right to enrol for Authenticated Users (C-169). If another one does, its root goes to the Mediation Servers (C-185).

## Findings: whether it may stand

finding-cloud-connector-retired = Cloud Connector was retired on { $day }, together with Skype for Business Online (C-001, C-002).
    .fix = Use this plan to document what stands, to migrate it, or where it is isolated. For a new deployment, plan Direct Routing with Microsoft Teams.
    .why = No release is supported any more, and the online service that it connects to is gone (C-001, C-003).
finding-cloud-connector-beside-servers = Cloud Connector can't stand beside servers of Lync or Skype for Business, but the plan has both (C-013).
    .fix = Remove the servers from `{ $sites }`, or set `cloud_connector.deploy` to `false`.
    .why = All such servers must be removed first; only an extended Active Directory schema may stay (C-013).
finding-cloud-country-barred = Cloud Connector can't be configured for a tenant in the country `{ $country }` (C-014).
    .fix = Correct `cloud_connector.tenant_country` if the tenant is elsewhere; else set `cloud_connector.deploy` to `false`.
    .why = Microsoft does not offer it there (C-014).
finding-cloud-sip-domain-of-tenant = `{ $domain }` is the kind of domain that a tenant begins with, and no SIP domain of Cloud Connector (C-015).
    .fix = Name SIP domains that the company owns and that the tenant has verified.
    .why = Names in it can be given to nobody else, so neither record nor certificate of the Access Edge can be had (C-015).
finding-cloud-online-names-unknown = No document says what the online service is called in the cloud `{ $cloud }`, so its records can't be verified (C-095).
    .fix = Ask the tenant's portal for the records of the SIP domains, and look whether the Edge resolves `_sip._tls` and `_sipfederationtls._tcp` (C-093).
    .why = The documents name the worldwide cloud, Germany and 21Vianet only (C-094, C-095).

## Findings: names

finding-cloud-access-name-reserved = The host label `{ $name }` is reserved for the online service (C-071).
    .fix = Choose another label, such as `ap`.
    .why = `sip` in a SIP domain leads to the Edge of Office 365. An appliance that took it would take its users away (C-071, C-163).
finding-cloud-name-too-long = `{ $name }` has { $has } characters; names of hosts, machines and pools have at most { $most } (C-072).
    .fix = Shorten the name.
    .why = These are NetBIOS names without a domain (C-072). Windows cuts longer ones off, and two machines may then have the same.
finding-cloud-vm-domain-taken = The machines of the appliances stand in `{ $domain }`, which `{ $answer }` names already (C-073).
    .fix = Choose a domain that nobody else uses, such as `cce.local`.
    .why = Every appliance makes an Active Directory forest of its own for this domain, without any link to that of production (C-011, C-073).
finding-cloud-vm-domain-not-local = The machines of the appliances stand in `{ $domain }`; a domain in `.local` is preferred (C-073).
    .fix = Use a name such as `cce.local`, unless appliances with the present name stand already.
    .why = The name is used inside the appliances only, and a name of the Internet could be somebody else's (C-073).
finding-cloud-site-name-unchanged = The PSTN site is called `{ $site }`, as in the sample file (C-076).
    .fix = Give it a name of its own.
    .why = The name is registered in the tenant, where it must be unique; the first registration makes the site (C-076).
finding-cloud-access-names-equal = The sites `{ $site }` and `{ $other }` share the public name `{ $name }` (C-092).
    .fix = Give one of them an access name of its own.
    .why = Office 365 finds a site by this name, and would send calls of one site to the gateways of the other (C-092, C-258).
finding-cloud-media-relay-names-equal = The Media Relays of the sites `{ $site }` and `{ $other }` share the name `{ $name }` (C-258).
    .fix = Give one of the sites a `media_relay_name` of its own.
    .why = External names differ from site to site (C-258).
finding-cloud-media-bypass-name-public = The name `{ $name }` of media bypass is also a public one (C-099).
    .fix = Choose another host label for `cloud_connector.media_bypass`.
    .why = Media bypass needs a name that is known inside only and leads to Mediation Servers (C-099). Clients inside would no longer find what is public under it.
finding-cloud-sip-domain-not-public = No public authority signs for the SIP domain `{ $domain }` (D-005).
    .fix = Use a SIP domain of the Internet that the company owns.
    .why = The Edge Servers need a public certificate with `sip` in every SIP domain (C-160, C-164).

## Findings: what only one may have

finding-cloud-name-twice = `{ $what }` is a name of two machines: `{ $answer }` has it too (C-075).
    .fix = Give each host, machine and pool a name of its own, in all sites.
    .why = Hosts and Mediation Servers are registered in one tenant; a second one of the same name is refused (C-075, C-255).
finding-cloud-address-twice = `{ $what }` is an address of two machines: `{ $answer }` has it too (C-351).
    .fix = Give each machine an address of its own, in all sites.
    .why = Two machines of one address disturb each other, and a second Mediation Server of it is refused by the tenant (C-075, C-351).
finding-cloud-gateway-shared = `{ $what }` is a gateway of two sites: `{ $answer }` has it too (C-183).
    .fix = Keep the gateway in one site. If the appliances are to share it, make them one site.
    .why = Gateways connect only to Mediation Servers of their own site (C-183, C-263).
finding-cloud-site-directory-shared = Two sites use the share `{ $what }`: `{ $answer }` names it too (C-251).
    .fix = Give each site a share of its own.
    .why = Appliances of one site share their configuration through it; those of another would take it for theirs (C-251, CD-15).

## Findings: what is missing

finding-cloud-answer-missing = `{ $answer }` is not said, so records, flows or trunks lead nowhere.
    .fix = Write the name or address into `{ $answer }`.
    .why = The public record needs the addresses of all Edge Servers (C-091), and trunks need the Mediation Server by its name (C-181).
finding-cloud-configuration-incomplete = `{ $answer }` is not said, so the configuration of the appliances is not complete.
    .fix = Write it into `{ $answer }`, or fill it in by hand in `CloudConnector.ini`.
    .why = Appliances are made from this file; without its networks not even the base machine can be (C-350).
finding-cloud-gateway-port-assumed = Nobody said on which port `{ $gateway }` takes SIP, so the example of the documents stands in (C-120).
    .fix = Look on the gateway, and write the port into the plan.
    .why = The port is set on the gateway (C-113). Firewalls and trunks follow it.

## Findings: addresses

finding-cloud-public-address-missing = The Edge Server on `{ $host }` has the private address `{ $address }` outside, and its public address is not said (C-338).
    .fix = Write the public address that is translated to it into `public_address`.
    .why = The public record must lead to an address of the Internet (C-091).
finding-cloud-public-address-private = `{ $address }` is called public, but lies in `{ $network }`, which { $document } keeps for private or reserved use (D-005).
    .fix = Write the address under which the Internet reaches the Edge Server.
    .why = The public record must lead to an address of the Internet (C-091).
finding-cloud-address-outside-network = `{ $address }` does not lie in the network of the default gateway `{ $gateway }` with the prefix length { $prefix } (C-054).
    .fix = Correct the address, the gateway or the prefix length.
    .why = All machines of a side and the host stand in one subnet (C-054). From elsewhere they do not reach their gateway.

## Findings: sites

finding-cloud-nothing-there = `{ $answer }` is empty, so there is nothing to deploy (C-030).
    .fix = Name at least one site, with at least one appliance and one gateway.
    .why = A PSTN site is appliances at one place that share gateways (C-030).
finding-cloud-too-many-sites = The plan has { $count } PSTN sites; a tenant has at most { $most } (C-031).
    .fix = Join sites that share carriers and gateways.
    .why = The tenant takes no more (C-031).
finding-cloud-too-many-appliances = The site `{ $site }` has { $count } appliances; a site has at most { $most } (C-031).
    .fix = Make a second site, also at the same place (C-035).
    .why = The site takes no more: fifteen carry calls and one is spare (C-033).
finding-cloud-one-appliance = The site `{ $site }` has one appliance, which is for evaluation only (C-035).
    .fix = Add a second appliance, so that one is spare.
    .why = If it fails or is updated, the site has no calls. While only its Edge fails, inbound calls are lost too (C-270).
finding-cloud-too-few-calls = The site `{ $site }` must carry { $wanted } calls at a time and carries { $carried } (C-034).
    .fix = With { $each } calls for each appliance, on { $ports } media ports, and one spare it needs { $needed } appliances; beyond 16, make a second site (C-031, C-035). Calls of clients inside do not count with media bypass (C-038).
    .why = Calls beyond the capacity are refused. One appliance is kept for availability (C-033, C-034).
finding-cloud-media-ports-few = { $count } media ports carry { $calls } calls, fewer than the { $hardware } of the hardware (C-111).
    .fix = Allow at least { $wanted } ports, or plan with fewer calls. The help of the cmdlet speaks of 7 ports a call, which would be { $fewer } calls (CD-6).
    .why = Each call takes up to four ports of the Mediation Server (C-111).
finding-cloud-media-ports-outside = { $none ->
        [true] The media ports { $first } to { $last } go beyond the last port, 65535 (CD-14).
       *[other] The media ports { $first } to { $last } lie outside { $usual }, those of the documents (C-110).
    }
    .fix = Limit the media ports within { $usual }; the last port is the first one plus the count less one (CD-14).
    .why = The tables of the firewalls are written for these ports (C-110). Others may belong to something else on the Mediation Server.
finding-cloud-fallback-unknown = The fallback site `{ $site }` is none of the PSTN sites (C-202).
    .fix = Name one of the sites, in the same spelling.
    .why = Calls of users without a site go to the Access Edge of this one (C-202, C-211).
finding-cloud-fallback-unsaid = Nobody said which site serves users who have none; `{ $first }` stands in (C-202).
    .fix = Write a site into `cloud_connector.fallback_site`.
    .why = The tenant has one Access Edge for all of them, and their calls leave through the gateways of that site (C-202, C-262).
finding-cloud-site-directory-no-share = The site directory `{ $share }` is no share (C-236).
    .fix = Write it as `\\server\share`.
    .why = All appliances of the site reach it from their own hosts (C-236, C-251).

## Findings: gateways

finding-cloud-few-gateways = The site `{ $site }` has one gateway; at least { $least } are recommended (C-039).
    .fix = Add a gateway, or leave the second section of the sample configuration out (C-186).
    .why = If the only gateway fails, the site has no way to the telephone network (C-039).
finding-cloud-gateway-in-sip-domain = The gateway `{ $gateway }` lies in the SIP domain `{ $domain }` (C-097).
    .fix = Call it by a name in the machines' domain. If it must stay, give the Edge a public name server outside and the other machines a hosts file (C-097).
    .why = The name server of Cloud Connector then answers for the whole SIP domain, and the Edge no longer finds its federation service (C-097).
finding-cloud-gateway-tls-name = The gateway `{ $gateway }` speaks TLS, but does not stand directly in the machines' domain `{ $domain }` (C-074).
    .fix = Call it by its own label in `{ $domain }`, or let it speak TCP.
    .why = Under TLS the Mediation Servers look for the gateway's label in the machines' domain, and for that name on its certificate (C-074, C-169).

## Findings: users and update windows

finding-cloud-site-unknown = `{ $site }` is none of the PSTN sites (C-210).
    .fix = Name one of these in the same spelling: { $known }.
    .why = The tenant knows a site by its name and takes no other (C-076, C-264).
finding-cloud-user-without-site = `{ $user }` has no PSTN site (C-210).
    .fix = Name the user's site, also if there is only one.
    .why = Without one, calls take the way of the fallback site (C-211).
finding-cloud-line-not-e164 = `{ $line }` is no number of E.164: it has at most { $most } digits and does not begin with zero (C-207).
    .fix = Write the number with its country, such as `tel:+14255550100`.
    .why = Neither Office 365 nor a carrier leads such a number anywhere (C-207).
finding-cloud-line-twice = Two users have the line `{ $line }`: `{ $answer }` has it too.
    .fix = Give each user a line of their own; an extension such as `;ext=101` makes two of one number (C-207).
    .why = A line rings for one user, and a second one with it is refused.
finding-cloud-line-of-many = `{ $user }` stands for several users, but a line is for one (C-206).
    .fix = Name each user of a line by a SIP address or UPN.
    .why = With `*` the command would give all of them the same line (C-206).
finding-cloud-too-many-update-windows = The plan has { $count } update windows; a tenant has at most { $most } (C-220).
    .fix = Let sites share windows.
    .why = The tenant takes no more (C-220).
finding-cloud-update-window-without-days = The weekly update window `{ $window }` names no day (C-220).
    .fix = Name at least one day in `days`, or let it open every day.
    .why = A weekly window is made with its days (C-220).

## Findings: certificates

finding-cloud-common-name-too-long = The subject of `{ $certificate }` must be `{ $name }`, which has { $count } characters; a common name has at most { $most } (D-006).
    .fix = Choose a shorter name for the Access Edge or the gateway, or a shorter SIP domain.
    .why = Tools refuse the request, and authorities drop the name. It must be the subject of the certificate (C-161, C-169).
finding-cloud-certificate-name-limit = { $over ->
        [true] The certificate `{ $certificate }` has { $count } names, more than the { $most } that the authority signs (D-004).
       *[other] The certificate `{ $certificate }` has { $count } names, close to the { $most } that the authority signs (D-004).
    }
    .fix = Choose an authority that signs more names. A wildcard spares the names of sites, but not those of SIP domains (C-162).
    .why = Every SIP domain brings one name (C-164), and without a wildcard every site of a common certificate too (C-165).
