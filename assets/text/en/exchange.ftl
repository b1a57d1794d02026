# Exchange integration: its questions, its values, its findings, its matrix.

section-exchange = Exchange
item-exchange-servers = Exchange server
item-exchange-unified-messaging-mailboxes = mailbox

expected-extension = digits such as `'0101'`, in quotes so that a zero in front stays
    .short = digits such as 0101
refusal-extension = This is not an extension. Write one to twenty digits and nothing else, in quotes.

## Where both products run

question-exchange-integrate = Is Exchange integrated with Skype for Business?
    .label = Exchange integration
    .help = Both products must be installed and running before (X-001). All other questions of this section follow from it. The default is no.
    .option-true = Yes, plan it
    .option-false = No, leave it out
question-exchange-skype = Where does Skype for Business run?
    .label = Skype for Business
    .help = Together with the place of Exchange this is the column of the feature matrix (X-100). Skype for Business Online was retired on 31 July 2021 (X-201). The default is on-premises.
    .option-on-premises = On our own servers
    .option-online = In the cloud
    .remark-online = retired in 2021
question-exchange-exchange = Where do the mailboxes of Exchange stand?
    .label = Exchange
    .help = It decides whether the two servers trust each other directly or by the tenant (X-003). Exchange Online needs an Edge Server here (X-180). The default is on-premises.
    .option-on-premises = On our own servers
    .option-online = In Exchange Online
    .remark-online = needs an Edge Server
question-exchange-version = Which version of Exchange is it?
    .label = Exchange version
    .help = The version decides which features work, which cmdlets exist and whether there is Unified Messaging (X-008, X-100, X-210). If there are several, name the oldest one with mailboxes of these users. The default is Exchange Server 2016.
    .option-exchange-2010 = Exchange Server 2010
    .remark-exchange-2010 = fewer features
    .option-exchange-2013 = Exchange Server 2013
    .option-exchange-2016 = Exchange Server 2016
    .option-exchange-2019 = Exchange Server 2019
    .remark-exchange-2019 = no Unified Messaging
    .option-exchange-se = Subscription Edition
    .remark-exchange-se = no Unified Messaging
question-exchange-features = Which features are wanted?
    .label = Wanted features
    .help = Each one is judged by the combination of the two products (X-100); `ucplan show PLAN exchange` shows all seventeen. By default none is chosen, and only the basis of integration is planned.
    .option-presence-in-outlook = Presence in Outlook
    .option-respond-from-outlook = Message or call from a mail in Outlook
    .option-meetings-in-outlook = Meetings by Outlook
    .option-presence-in-owa = Presence in Outlook on the web
    .option-owa-im = Message or call from Outlook on the web
    .option-meetings-in-owa = Meetings by Outlook on the web
    .option-mobile-presence = Messages and presence in mobile clients
    .option-mobile-meetings = Meetings in mobile clients
    .option-calendar-status = Status from the Outlook calendar
    .option-unified-contact-store = Contacts in the mailbox
    .remark-unified-contact-store = unified contact store
    .option-high-resolution-photos = Photos in high resolution
    .option-meeting-delegation = Meetings for somebody else
    .remark-meeting-delegation = delegates
    .option-missed-conversations = Missed conversations and call logs
    .option-archiving = Archiving in Exchange
    .option-search-archive = Search of archived content
    .option-unified-messaging = Voice mail
    .remark-unified-messaging = Unified Messaging or cloud
    .option-conversation-history = Conversation history of the server

## Names and servers

question-exchange-smtp-domain = Which mail domain do the users have?
    .label = Mail domain
    .help = The Autodiscover record of Exchange stands in this domain (X-070). Clients find the mailbox best if it is the SIP domain as well. The default is the default SIP domain.
question-exchange-autodiscover-host = Which host answers the Autodiscover of Exchange?
    .label = Exchange Autodiscover
    .help = It needs a DNS record (X-070), and Skype for Business is given its address (X-060). The default is `autodiscover` in the mail domain.
question-exchange-redirect-domains = To which other mail domains may Autodiscover redirect?
    .label = Redirect domains
    .help = Where people have mail addresses in several domains, write the others, such as `tailspin.example` (X-062). By default there are none.
question-exchange-servers = Which Exchange servers are there?
    .label = Exchange servers
    .help = The first one is the target of the Autodiscover record (X-070, X-071). Each of them exchanges requests with the Front End Servers (X-240). Beside Exchange Online, name those that stay. By default there is none.
question-exchange-servers-fqdn = What is the full name of the Exchange server?
    .label = Server name
    .help = It stands in commands and firewall rules, such as `mail01.corp.contoso.com`.
question-exchange-servers-addresses = Which addresses does the Exchange server have?
    .label = Addresses
    .help = With addresses the Autodiscover record holds them, and firewall rules can be written; without any it is a CNAME to the server's name (X-071). By default there are none.
question-exchange-same-forest = Are both products in one Active Directory forest?
    .label = One forest
    .help = Across forests archiving is set for each user (X-134), and Unified Messaging must be told the other forest (X-217). The default is yes.
    .option-true = Yes, one forest
    .option-false = No, two forests

## Trust

question-exchange-oauth-certificate = Which certificate vouches for the servers to each other?
    .label = OAuth certificate
    .help = It needs the SIP domain as its subject, 2048 bits or more, and must be the same on all Front End Servers (X-020). The Default certificate will do only where the pool's name is in the SIP domain (X-032). By default ucplan decides.
    .option-automatic = Let ucplan decide
    .option-default = The Default certificate
    .option-dedicated = One of its own
question-exchange-oauth-key-bits = How many bits has the key of today's Default certificate?
    .label = Key bits
    .help = `Get-CsCertificate -Type Default` names the certificate. For OAuth the key needs 2048 bits or more (X-020). By default the certificate is made by this plan and has enough.
question-exchange-oauth-realm = What is the realm of server-to-server authentication?
    .label = OAuth realm
    .help = Leave it alone unless it was changed before (X-009, X-063). The default is the default SIP domain.
question-exchange-cloud = In which cloud is the tenant?
    .label = Cloud
    .help = The cloud decides which names the service has (X-072, X-183). The default is the worldwide one.
    .option-worldwide = Worldwide
    .option-21vianet = 21Vianet in China
    .option-germany = Germany
    .remark-germany = no proxy name is known
    .option-gcc-high = GCC High in the United States
question-exchange-tenant-id = What is the id of the tenant?
    .label = Tenant id
    .help = Trust by the tenant needs it: the realm of a tenant is its id, not its name (X-186, X-189). There is no default.

## Contacts

question-exchange-contacts-who = Whose contacts move to Exchange?
    .label = Contacts of
    .help = The global policy is installed with the contact store switched on: everybody with a mailbox moves by himself as soon as the servers trust each other (X-141). With a pilot it is switched off before that (X-142). The default is everybody, as in the product.
    .option-everybody = Those of everybody
    .remark-everybody = starts by itself
    .option-pilot = Those of a pilot group
question-exchange-contacts-policy = What is the policy of the pilot group called?
    .label = Pilot policy
    .help = It is a user services policy that switches the contact store on (X-142). The default is `UnifiedContactStore`.
question-exchange-contacts-grant-to = Who is in the pilot group?
    .label = Pilot group
    .help = Write SIP addresses, UPNs, `domain\user`, display names, or `pool:<fqdn>` for all on a pool. Until somebody is granted the policy, no contacts move (X-142). By default nobody is.

## Archiving

question-exchange-archive-content = What is archived?
    .label = Archived content
    .help = Transcripts land in a hidden folder of the mailbox (X-130, X-132). The default is both.
    .option-im-only = Instant messages
    .option-im-and-conferences = Messages and conferences
question-exchange-archive-internal = Are conversations within the organization archived?
    .label = Internal
    .help = The product archives nothing until this is set (X-133). The default is yes.
    .option-true = Yes, archive them
    .option-false = No
question-exchange-archive-external = Are conversations with people outside archived?
    .label = External
    .help = The product archives nothing until this is set (X-133). The default is yes.
    .option-true = Yes, archive them
    .option-false = No
question-exchange-archive-block-on-failure = May nobody write while archiving fails?
    .label = Block on failure
    .help = Rules for compliance may demand it; messages then stop when archiving does (X-136). The default is no, as in the product.
    .option-true = Yes, block messages
    .option-false = No, go on without
question-exchange-archive-user-policy = What decides on archiving for users with a mailbox in the other forest?
    .label = Archiving of users
    .help = Across forests this is set for each user (X-134). The default archives all in Exchange.
    .option-in-place-hold = The In-Place Hold of the mailbox
    .option-archiving-policy = The policy of Skype for Business
    .option-no-archiving = Nothing is archived
    .option-in-exchange = All is archived in Exchange
question-exchange-archive-users = For which users is that set?
    .label = Users
    .help = Write SIP addresses, UPNs, `domain\user`, display names, or `pool:<fqdn>` for all on a pool (X-134). By default it is set for nobody.
question-exchange-share-point-host = On which host does SharePoint search the archive?
    .label = SharePoint host
    .help = SharePoint can search what Exchange archived, if the two trust each other (X-230). By default there is none, and Exchange searches.
question-exchange-share-point-discovery-managers = Who may search the archive?
    .label = Searchers
    .help = They become members of Discovery Management in Exchange (X-231). By default nobody does.

## Outlook on the web

question-exchange-outlook-web-pool = With which Front End pool does Outlook on the web speak?
    .label = Front End pool
    .help = Take the one nearest to the Exchange servers (X-166). The default is the first pool.
question-exchange-outlook-web-site = To which site does Outlook on the web belong?
    .label = Site
    .help = Exchange becomes a trusted application server of this site (X-160). The default is the site of the first pool.
question-exchange-outlook-web-servers = Which Exchange servers offer Outlook on the web?
    .label = Web servers
    .help = Each of them becomes a trusted application server (X-160). By default all Exchange servers do.
question-exchange-outlook-web-um-collocated = Does Unified Messaging run on the same servers?
    .label = With voice mail
    .help = Beside Unified Messaging, Outlook on the web needs no trusted application of its own (X-161). By default yes, where voice mail is wanted and this version of Exchange has it.
    .option-true = Yes, on the same servers
    .option-false = No
question-exchange-outlook-web-application-id = What is Outlook on the web called as a trusted application?
    .label = Application
    .help = The name has no blanks (X-163). The default is `OutlookWebApp`.
question-exchange-outlook-web-port = On which port does Outlook on the web listen for the pool?
    .label = Application port
    .help = Take one that is free on the Exchange servers (X-161, X-163). The firewall must let the Front End Servers reach it (X-241). The default is 5199.

## Voice mail

question-exchange-unified-messaging-dial-plan = What is the dial plan of Unified Messaging called?
    .label = Dial plan
    .help = Exchange and Skype for Business both know it by this name (X-212, X-218). The default is `SkypeForBusiness`.
question-exchange-unified-messaging-digits = How many digits does an extension have?
    .label = Extension digits
    .help = All extensions of a dial plan have the same length (X-212). The default is 4.
question-exchange-unified-messaging-country = What is the telephone code of the country?
    .label = Country code
    .help = It is the number behind `+`, such as 44 (X-212). The default is 1.
question-exchange-unified-messaging-security = What does Unified Messaging encrypt?
    .label = Encryption
    .help = It must match the media encryption of the pool, as `Get-CsMediaConfiguration` shows it, or calls fail (X-216). The default is signalling and media.
    .option-sip-secured = Signalling
    .option-secured = Signalling and media
question-exchange-unified-messaging-servers = Which servers run Unified Messaging?
    .label = Voice mail servers
    .help = Their Unified Messaging service and call router take the dial plan (X-213, X-214). By default all Exchange servers do.
question-exchange-unified-messaging-mailbox-policy = What is the mailbox policy of Unified Messaging called?
    .label = Mailbox policy
    .help = It is made for the mailboxes that get voice mail (X-215). The default is `SkypeForBusinessUsers`.
question-exchange-unified-messaging-mailboxes = Which mailboxes get voice mail?
    .label = Mailboxes
    .help = Each is enabled with its extension and SIP address (X-215). By default none is.
question-exchange-unified-messaging-mailboxes-identity = Whose mailbox is it?
    .label = User
    .help = Write it as `domain\user` (X-215).
question-exchange-unified-messaging-mailboxes-extension = Which extension does the mailbox have?
    .label = Extension
    .help = Its length must be that of the dial plan (X-212). There is no default.
question-exchange-unified-messaging-mailboxes-sip-address = Which SIP address does the user have?
    .label = SIP address
    .help = By it Unified Messaging knows the user of Skype for Business (X-215). There is no default.
question-exchange-unified-messaging-forest = In which other forest are the Front End pools?
    .label = Other forest
    .help = The script that makes the two trust each other takes its name (X-217). There is no default.
question-exchange-voice-mail-organization = What is the tenant's own domain?
    .label = Tenant domain
    .help = The policy of cloud voice mail names it, such as `contoso.onmicrosoft.com` (X-219). There is no default.
question-exchange-voice-mail-policy = What is the policy of cloud voice mail called?
    .label = Voice mail policy
    .help = People can only get cloud voice mail if a policy with a destination applies to them (X-220). By default it is the global one.
question-exchange-voice-mail-users = Who gets cloud voice mail?
    .label = Voice mail of
    .help = They must have Enterprise Voice, and the deployment must be a hybrid one (X-219). Write SIP addresses, UPNs, `domain\user`, display names, or `pool:<fqdn>`. By default nobody does.

## The matrix

part-exchange = Exchange
    .short = Exch
    .columns = Feature | C1 | C2 | C3 | C4 | C5 | Wanted | In this plan | Why
    .none = Exchange is not integrated.
    .legend = `>` marks the column of this plan. C1: both products here. C2: Exchange Online, Skype for Business here. C3: Exchange 2010 here, Skype for Business Online. C4: the same with Exchange 2013 or 2016. C5: both online. `Y*` needs Exchange 2013 or newer.
exchange-wanted = wanted
availability-given = works
availability-by-cloud = works by Cloud Voicemail
availability-not-in-combination = not in this combination
availability-needs-exchange-2013 = needs Exchange 2013
availability-not-with-lync-server-2013 = not with Lync Server 2013
availability-no-voice-mail = not with these versions

effect-exchange-changed = { $count ->
    [one] One feature of Exchange integration is given otherwise
   *[other] { $count } features of Exchange integration are given otherwise
}
effect-exchange-row = { $feature }: { $before } → { $after }

rule-exchange-feature = Each combination of the two products gives some of seventeen features (X-100 to X-117).
    .why = A feature that the combination does not have can't be configured, whatever else is done.
remark-exchange-contacts-slow = Contacts do not move at once: it takes ten minutes or more even for few of them (X-144).
remark-exchange-photo-clients = Photos in high resolution are shown by Lync 2013, Skype for Business and newer clients only, and not in mobile apps, Lync Web App and Lync for Mac (X-118).
remark-exchange-photo-sizes = A photo has at most 648 × 648 pixels; four users take about 1 MB (X-150). A photo in Exchange changes that of Active Directory, but not the other way round (X-151).
remark-exchange-archive-folder = Archived conversations land in the hidden folder Purges of the mailbox (X-130).
remark-exchange-archive-hold = In one forest the In-Place Hold of a mailbox decides whether its user is archived; users on an older Exchange keep the policies of Skype for Business (X-135).
remark-exchange-voice-mail-cloud = Where there is no Unified Messaging, Cloud Voicemail may still serve (X-119). Older pages had the row otherwise (X-120, XD-2).

## Records and flows

rule-dns-exchange-autodiscover = Inside, the Autodiscover host of Exchange leads to the first Exchange server, by address where one is known, else by name (X-070, X-071).
    .why = The Front End Servers ask this host where mailboxes are (X-060). Without the record nothing of the integration works.
rule-dns-exchange-online-external = Outside, the Autodiscover host of Exchange is a CNAME of the service in the tenant's cloud, unless Exchange servers stay here (X-072).
    .why = Clients find the mailbox in Exchange Online by this name.
rule-dns-exchange-online-internal = Inside, the same record stands in the company's own copy of the zone (X-072).
    .why = The internal name servers answer for the whole zone: a name that they do not have does not exist for anybody inside.
remark-exchange-autodiscover-outside = Outside, the same name leads to where Exchange is published, which is no part of this plan.
rule-firewall-exchange-requests = Every Front End pool may send requests to every Exchange server (X-240).
    .why = Contacts, archives and photos travel there. No page has a table of these ports; all addresses that are used begin with `https`.
rule-firewall-exchange-metadata = Every Exchange server may send requests to every Front End pool (X-240).
    .why = Exchange reads the metadata of the pool by which it trusts it (X-081).
rule-firewall-exchange-sip = Exchange servers speak SIP to the Front End pools for Outlook on the web and Unified Messaging (X-241).
    .why = Without it there is no presence in Outlook on the web, and no call is answered by Unified Messaging. IPsec must exempt Unified Messaging (X-242).
rule-firewall-exchange-application = The Front End pools reach Outlook on the web on the port of the trusted application (X-161, X-241).
    .why = The cmdlet that makes the application does not open the firewall (X-163).
rule-firewall-exchange-online = Every Front End pool may send requests to Exchange Online (X-186, X-240).
    .why = Tokens, contacts and archives of the cloud are asked for over HTTPS.
flow-exchange-requests = requests of the servers to Exchange
flow-exchange-metadata = metadata of the pool for Exchange
flow-exchange-sip = SIP of Outlook on the web and Unified Messaging
flow-exchange-application = presence and messages for Outlook on the web
flow-exchange-online = requests of the servers to Exchange Online

## Findings: features

finding-exchange-feature-not-given = { $feature } is wanted, but column { $combination } of the matrix, where this plan stands, does not have it (X-100).
    .fix = Take `{ $word }` out of `exchange.features`, or change where the products run; `ucplan show PLAN exchange` shows what each combination has.
    .why = The matrix of Exchange integration says which features work between the two products. No setting makes up for one that it lacks.
finding-exchange-feature-needs-2013 = { $feature } is wanted, and it needs Exchange 2013 or newer (X-100).
    .fix = Take `{ $word }` out of `exchange.features`, or move the mailboxes to a newer version and change `exchange.version`.
    .why = Exchange 2010 can't trust other servers by tokens, and these features stand on that (X-006, X-008).
finding-exchange-skype-online-retired = Skype for Business shall be the one in the cloud, which was retired on 31 July 2021 (X-201).
    .fix = Set `exchange.skype` to `on-premises`, unless this plan documents what once was.
    .why = The columns C3 to C5 of the matrix are history. Their steps lead to a service that no longer answers (X-200).
finding-exchange-search-needs-archiving = The archive shall be searched, and nothing is archived in Exchange (X-115, X-230).
    .fix = Add `archiving` to `exchange.features`, or take `search-archive` out.
    .why = The search finds what Exchange archived, and nothing else.
finding-exchange-archiving-version = Archiving is wanted with { $version }; the pages on archiving speak of Exchange 2013 and 2016 only (X-130, XD-9).
    .fix = Test archiving with a few users before anybody relies on it.
    .why = Where the pages are silent, ucplan takes newer versions to be like Exchange 2016. Rules of compliance may want more than that.
finding-exchange-archives-nothing = Archiving is wanted, but neither conversations within the organization nor those with others are archived (X-133).
    .fix = Set `exchange.archive.internal` or `exchange.archive.external` to `true`.
    .why = The policy leaves out both, so nothing reaches the archive.
finding-exchange-archiving-across-forests = The mailboxes are in another forest, and of no user it is set that he is archived (X-134).
    .fix = Name the users in `exchange.archive.users`, or set it for them later with `Set-CsUser -ExchangeArchivingPolicy`.
    .why = Across forests the hold of a mailbox is not seen: each user needs a setting of his own.

## Findings: contacts

finding-exchange-contacts-move = The contacts of everybody with a mailbox move to Exchange by themselves, as soon as the servers trust each other (X-141, XD-6).
    .fix = If that is right, tell people before. Else set `exchange.contacts.who` to `pilot`: then the global policy is switched off before the servers trust each other (X-142).
    .why = The global policy is installed with the contact store on. Nobody is asked, and the way back takes two steps for each user.
finding-exchange-contacts-move-unasked = The contact store is not among the wanted features, but the product has it on for everybody (X-141, XD-6).
    .fix = Run `Set-CsUserServicesPolicy -Identity global -UcsAllowed $False` before the servers trust each other (X-142), or add `unified-contact-store` to `exchange.features`.
    .why = Nothing more is needed than trust between the servers (X-140): contacts then move, though nobody planned it.
finding-exchange-pilot-of-nobody = Contacts shall move for a pilot group, but the policy `{ $policy }` is granted to nobody (X-142).
    .fix = Name people in `exchange.contacts.grant_to`.
    .why = The global policy is off then, and no contacts move at all.
finding-exchange-contacts-lync-server-2010 = Contacts move to Exchange, and pools of Lync Server 2010 stay (X-145).
    .fix = Before a user goes to such a pool, grant a policy without the contact store and run `Invoke-CsUcsRollback` (X-143).
    .why = Lync Server 2010 knows nothing of contacts in a mailbox: the user would have none.

## Findings: names and servers

finding-exchange-without-servers = Exchange runs here, but no Exchange server is named: `{ $host }` leads nowhere (X-070).
    .fix = Add the servers to `exchange.servers`; the first one answers Autodiscover.
    .why = Records, flows and commands need the names of the servers, which must be running before (X-001).
finding-exchange-autodiscover-pin-point = `{ $host }` shall be a CNAME of `{ $server }`, but inside it is a zone of its own, and such a zone can't begin with a CNAME (X-071, M-064).
    .fix = Give the server its `addresses`: then the record holds them.
    .why = A name server refuses the zone, and the host does not resolve.
finding-exchange-autodiscover-outside = The Autodiscover host `{ $host }` is not in the mail domain `{ $domain }` (X-050, X-070).
    .fix = Take a host in the mail domain, such as the default, or see to it that its certificate and its record exist.
    .why = Clients build the name from the mail address, and never ask this host by themselves.
finding-exchange-mail-domain = The mail domain `{ $domain }` is no SIP domain of the plan; the first one is `{ $sip }`.
    .fix = If mail addresses and SIP addresses differ on purpose, nothing is to be done. Else correct `exchange.smtp_domain`.
    .why = Clients take the mail address for Autodiscover (X-050). Where it differs from the SIP address, redirects may be needed (X-062).
finding-exchange-redirect-domains = { $count ->
        [one] The SIP domain `{ $domain }` is neither the mail domain nor among the redirect domains (X-062).
       *[other] { $count } SIP domains, `{ $domain }` first, are neither the mail domain nor among the redirect domains (X-062).
    }
    .fix = If people have mail addresses there, add the domains to `exchange.redirect_domains`.
    .why = Skype for Business follows a redirect of Autodiscover into domains that it was told of only.

## Findings: trust

finding-exchange-oauth-default-other-domain = The Default certificate shall vouch for the servers, but its subject is the name of a pool outside the SIP domain `{ $domain }` (X-020, X-032).
    .fix = Set `exchange.oauth_certificate` to `automatic` or `dedicated`.
    .why = The certificate must have the SIP domain in its subject, or Exchange does not trust it.
finding-exchange-oauth-default-not-rsa = The Default certificate shall vouch for the servers, but its key is `{ $key }` (X-020, X-030).
    .fix = Set `exchange.oauth_certificate` to `automatic` or `dedicated`: then it has an RSA key of its own.
    .why = The pages ask for a key of 2048 bits or more, which only RSA keys have.
finding-exchange-oauth-key-short = The key of the Default certificate has { $bits } bits, and server-to-server authentication needs { $least } (X-020, XD-7).
    .fix = Set `exchange.oauth_certificate` to `dedicated`, or renew the Default certificate with a longer key.
    .why = Shorter keys are allowed for servers in general, but not for this (X-033).
finding-exchange-oauth-realm = The realm is `{ $realm }`, and not the default SIP domain `{ $domain }` (X-009, X-063).
    .fix = Leave `exchange.oauth_realm` out, unless the realm was changed before and works so.
    .why = All partners must know the same realm, and those that are set up by the pages take the default SIP domain. It can't be switched off (X-005), and one that exists needs no second one (X-007).

## Findings: Exchange Online

finding-exchange-online-needs-edge = { $what ->
        [voice-mail] Voice mail is that of the cloud, but the plan has no Edge pool (X-219).
       *[other] The mailboxes are in Exchange Online, but the plan has no Edge pool (X-180).
    }
    .fix = { $what ->
        [voice-mail] Add an entry to `edge_pools` of a site, or take `unified-messaging` out of `exchange.features`.
       *[other] Add an entry to `edge_pools` of a site, or set `exchange.exchange` to `on-premises`.
    }
    .why = Pools meet the cloud through a hosting provider of the Edge (X-003).
finding-exchange-tenant-id-missing = Contacts or archives shall be in Exchange Online, but nobody said which tenant it is (X-186, X-189).
    .fix = Set `exchange.tenant_id`.
    .why = These features need server-to-server authentication (X-004), and with Exchange Online its tokens are those of the tenant, whose realm is its id. An older page calls it unsupported; newer ones have the steps (XD-5).
finding-exchange-proxy-unknown = The tenant is in the cloud “{ $cloud }”, and no page tells which proxy its Exchange Online has (X-183).
    .fix = Set `exchange.cloud` to the cloud in which the tenant is now, or ask Microsoft for the name.
    .why = Pools reach the mailboxes by a hosting provider with this proxy (X-182), and it can't be changed afterwards (X-184).
finding-exchange-autodiscover-unknown = The tenant is in the cloud “{ $cloud }”, and no page tells where `{ $host }` must lead (X-072).
    .fix = Look the record up in the admin center of the tenant, and make it by hand.
    .why = Without the record clients do not find their mailbox.

## Findings: Outlook on the web

finding-exchange-web-lync-server-2013 = { $feature } is wanted, but Lync Server 2013 has no messages in the Outlook on the web of { $version } (X-167).
    .fix = Take `{ $word }` out of `exchange.features`, or upgrade the servers first.
    .why = The page on Outlook on the web calls it unsupported.
finding-exchange-application-port-taken = Outlook on the web shall listen on port { $port }, on which Exchange or the pool listens anyway (X-161, X-163).
    .fix = Set `exchange.outlook_web.port` to a port that is free on the Exchange servers, such as the default.
    .why = The port of a trusted application must be its own.
finding-exchange-web-unknown-site = Outlook on the web shall belong to the site `{ $name }`, but the plan has no such site (X-160).
    .fix = Write the `name` of a site of the plan.
    .why = The trusted application pool is made in a site that the topology has (X-163).
finding-exchange-web-unknown-pool = Outlook on the web shall speak to `{ $name }`, but the plan has no such Front End pool (X-160).
    .fix = Write the `fqdn` of a Front End pool of the plan, the nearest one (X-166).
    .why = Its commands name this pool as the registrar of the trusted application.
finding-exchange-unknown-server = `{ $name }` is none of the Exchange servers of the plan.
    .fix = Write the `fqdn` of an entry of `exchange.servers`, or add one there.
    .why = Commands and flows are made for the servers of the list only (X-160, X-213).
finding-exchange-unknown-granted-pool = Something is set for everybody on `{ $name }`, but the plan has no such Front End pool.
    .fix = Write `pool:` and the `fqdn` of a Front End pool of the plan.
    .why = The command asks for the users of that pool and would find none (X-134, X-142, X-219).

## Findings: voice mail

finding-exchange-no-voice-mail = Voice mail is wanted, but these versions have none together: Exchange 2019 has no Unified Messaging (X-211), and servers before 2019 have no Cloud Voicemail with it (X-210).
    .fix = Take `unified-messaging` out of `exchange.features`, or upgrade the servers first.
    .why = The table of versions calls this combination unsupported.
finding-exchange-voice-mail-from-cloud = Voice mail is wanted, and here Cloud Voicemail gives it, not Unified Messaging (X-119, X-210, XD-2).
    .fix = Plan for it: the deployment must be a hybrid one, and the users need Enterprise Voice (X-219). Else take `unified-messaging` out of `exchange.features`.
    .why = The matrix has a Y in this column (X-116), but since Unified Messaging has gone it means the service of the cloud (X-120, X-211).
finding-exchange-voice-mail-organization = Cloud Voicemail is wanted, but nobody said which tenant has it (X-219).
    .fix = Set `exchange.voice_mail.organization` to the tenant's own domain, such as `contoso.onmicrosoft.com`.
    .why = The hosted voice mail policy needs it, and without such a policy no user can be enabled (X-220).
finding-exchange-um-encryption = Unified Messaging is planned with `{ $security }`; the media encryption of the pools must match (X-216).
    .fix = Compare with `Get-CsMediaConfiguration`, and set `exchange.unified_messaging.security` accordingly.
    .why = Where they differ, calls fail as an incompatible security setting.
finding-exchange-um-edge-balancing = DNS balances the Edge pool `{ $edge }`, and Unified Messaging of Exchange 2010 does not fail over with that for people outside (X-221).
    .fix = See to it that Exchange 2010 has its service pack 1. For failover take a hardware load balancer there, or Exchange 2013.
    .why = When an Edge Server fails, people outside do not reach their voice mail.
finding-exchange-um-other-forest = Exchange is in another forest than the pools, but Unified Messaging is not told which one (X-217).
    .fix = Set `exchange.unified_messaging.forest` to the forest of the Front End pools.
    .why = The script that makes the two trust each other looks in its own forest only, unless it is told another one.
finding-exchange-um-mailbox-incomplete = The mailbox of `{ $user }` shall get voice mail, but its extension or SIP address is missing (X-215).
    .fix = Give the entry an `extension` and a `sip_address`.
    .why = The command that enables the mailbox needs both.
finding-exchange-um-extension-length = The extension { $extension } has { $own ->
        [one] one digit
       *[other] { $own } digits
    }, and those of the dial plan have { $digits } (X-212).
    .fix = Correct the extension, or set `exchange.unified_messaging.digits`.
    .why = Exchange refuses extensions of another length than the dial plan's.
