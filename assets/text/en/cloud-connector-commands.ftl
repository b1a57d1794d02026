# Commands of Cloud Connector: what they are for, remarks, and the words of their files.

## Rules: the hosts

rule-command-cloud-directories = `Set-CcSiteDirectory` and `Set-CcApplianceDirectory` say where the site and the appliance keep their files (C-230, C-236).
    .why = All appliances of a site share one directory, and no two sites do (C-251, CD-15). Each appliance has its own on the host.
rule-command-cloud-edge-certificate = `Set-CcExternalCertificateFilePath` hands over the certificate of the Edge outside (C-167).
    .why = The installation puts it on the Edge Server of the appliance. The file holds the private key and the whole chain (C-166).
rule-command-cloud-gateway-chain = `Set-CcExternalCertificateFilePath` hands over the chain of the gateways' certificates (C-168).
    .why = The Mediation Server trusts a gateway under TLS only if it knows who signed its certificate (C-185).
rule-command-cloud-sample = `Export-CcConfigurationSampleFile` writes the sample of the release that is installed (C-230).
    .why = No document prints a complete file: the sample decides which sections and keys `CloudConnector.ini` has (CD-2, CD-3, CD-4).
rule-command-cloud-image = `Start-CcDownload` fetches the software of the site, and `Convert-CcIsoToVhdx` makes the disk of its machines (C-237).
    .why = Only the first appliance of a deployment does this; the others take both from the directory of the site (C-230, C-237).
rule-command-cloud-execution-policy = `Set-ExecutionPolicy` lets the scripts of the product run (C-057).
    .why = Windows runs no scripts unless it is told so.
rule-command-cloud-register = `Register-CcAppliance` makes the appliance known to the tenant (C-230, C-231).
    .why = The first appliance of a site makes the site (C-076). A name or address that the tenant has already makes it fail (C-075).
rule-command-cloud-publish = `Publish-CcAppliance` tells an appliance that is there of a new one (C-231).
    .why = All appliances of a site have one topology. It runs on the others after the new one has registered, and before that is installed.
rule-command-cloud-install = `Install-CcAppliance` makes the four machines of the appliance (C-011, C-230).
    .why = It comes last on each host, and on one host after the other (C-231).
rule-command-cloud-root-certificate = `Export-CcRootCertificate` writes the root of the appliances' own authority to a file (C-185).
    .why = A gateway under TLS trusts the Mediation Servers only if it knows their authority.
rule-command-cloud-media-ports = `Set-CsMediationServer` limits the media ports of the Mediation Servers (C-111).
    .why = The firewall opens just these. The last port is the first one, plus their number, less one (CD-14).

## Rules: the tenant

rule-command-cloud-peer = `Set-CsTenantHybridConfiguration` names the Access Edge that takes the calls of users without a site (C-200, C-202).
    .why = The dial plan of the premises is on unless it is switched off (C-203), and Cloud Connector wants the one online (C-018).
rule-command-cloud-shared-space = `Set-CsTenantFederationConfiguration` shares the SIP address space (C-201).
    .why = It is off by default (C-203).
rule-command-cloud-site = `Set-CsHybridPSTNSite` gives each site its Access Edge, and lets its appliances update themselves (C-219).
    .why = Every site has a name of its own outside, the same for all its appliances (C-258).
rule-command-cloud-update-window = `New-CsTenantUpdateTimeWindow` makes a window for updates (C-220).
    .why = Without a window an appliance updates itself whenever there is something new.
rule-command-cloud-update-site = `Set-CsHybridPSTNSite` gives a site its windows for updates (C-220).
    .why = A window does nothing until a site has it.
rule-command-cloud-user = `Set-CsUser` switches on voice and voice mail of a user, with the number (C-205).
    .why = The user is homed online (C-010); the number is that of the telephone network here (C-207).
rule-command-cloud-international = `Grant-CsVoiceRoutingPolicy` says whether a user may call abroad (C-209).
    .why = The documents do not agree on what holds by default, so it is said for every user (CD-7).
rule-command-cloud-user-site = `Set-CsUserPstnSettings` assigns the site over which a user calls (C-210).
    .why = It is done with a single site too (C-210). Without a site, calls go to the peer of the tenant (C-211).
rule-command-cloud-mediation-user = `Get-CsOnlineUser` shows the user who stands for a Mediation Server (C-212, C-213).
    .why = With it a call between two people can become a conference with the telephone network. There is one for every Mediation Server of all sites (C-216).
rule-command-cloud-mediation-department = `Set-MsolUser` marks the user by its department (C-214).
    .why = The service knows such users by it.
rule-command-cloud-mediation-binding = `Set-CsHybridMediationServer` ties the user to its Mediation Server and to the Access Edge of the same site (C-215).
    .why = The identity is the display name of the user; the help of the cmdlet copies another text (CD-9).
rule-command-cloud-bypass-address = `Set-CsTenantHybridConfiguration` tells clients inside where to ask for media bypass (C-221).
    .why = The name leads to the Mediation Servers of the client's own site, and stands in the DNS inside only (C-099).
rule-command-cloud-bypass = `Set-CsNetworkConfiguration` switches media bypass on, for every call (C-221).
    .why = There is no other way of it than always (C-221).
rule-command-cloud-test-appliances = `Get-CsHybridPSTNAppliance` lists the appliances of a site (C-219).
    .why = Every appliance of the plan is there, and a call goes out and comes in (C-218).
rule-command-cloud-test-user = `Get-CsOnlineUser` shows what a user may do (C-208).
    .why = Voice and voice mail are on, and the voice policy is that of the hybrid (C-208).
rule-command-cloud-test-assignments = `Get-CsUserPstnSettings` shows the sites of all users (C-210).
    .why = Every user of the plan has the planned one.

## Rules: the way out

rule-command-cloud-leave-user = `Set-CsUserPstnSettings` takes the site of a user away (C-211).
    .why = No call may go to an appliance that is about to go.
rule-command-cloud-leave-tenant = `Set-CsTenantHybridConfiguration` and `Set-CsTenantFederationConfiguration` bring the defaults of the tenant back (C-203).
    .why = No call of anybody goes to an Access Edge that is gone (C-200).
rule-command-cloud-leave-host = `Unregister-CcAppliance` and `Uninstall-CcAppliance` clear a host (C-232).
    .why = They run only on the host that leaves, in this order (C-232).

## Remarks

remark-cloud-retired = Cloud Connector and Skype for Business Online were retired on 31 July 2021. These commands serve documentation, migration and isolated use; their help says that they go away (C-001, C-002, C-004).
remark-cloud-administrator = The account is a Skype for Business administrator, without multi-factor authentication and with a password that does not expire; before release 2.0 it had to be a Global administrator (C-016). Users are enabled by a Global administrator (CD-16).
remark-cloud-peer = This is one for the whole tenant: the Access Edge of the site that is meant for users without one (C-202). `$OldPeerDestination` is what `Get-CsTenantHybridConfiguration` shows before the change.
remark-cloud-site = The site is there once its first appliance has registered (C-076). `$OldEdgeFQDN` is what `Get-CsHybridPSTNSite` shows before the change.
remark-cloud-licence = First add the user in the portal, with a licence E5, or E3 and the Phone System add-on (C-204).
remark-cloud-directory = With directory synchronization the user is made on the premises first (C-017).
remark-cloud-user = The identity is a SIP address, a user principal name or a display name; a display name may hold `*` (C-206).
remark-cloud-user-site = A user for whom the plan names no site gets the one that takes the calls of such users (C-202, C-211).
remark-cloud-user-expected = Expected: `EnterpriseVoiceEnabled` and `HostedVoiceMail` are True, `VoicePolicy` is `HybridVoice` (C-208).
remark-cloud-mediation-user = First make the user in the portal: display name `{ $name }`, user principal name `{ $user }`. Any name does; the domain is the first SIP domain of `CloudConnector.ini` (C-212).
remark-cloud-mediation-licence = Assign it a licence such as E5, wait up to an hour until this line shows the user, and then remove the licence again: the user must hold none when it is tied to its server (C-213, C-217, CD-1).
remark-cloud-mediation-department = It takes the Azure AD module of PowerShell, and a Global or User administrator (C-214).
remark-cloud-mediation-binding = The SIP address of the user becomes that of the server (C-217). Nothing takes this back but deleting the user.
remark-cloud-bypass-clients = Clients need Windows click-to-run 2016 from 16.0.7870.2020 on, speak G.711 for it, and are inside or on a VPN with split tunnel (C-221). `$OldHybridConfigServiceInternalUrl` is what `Get-CsTenantHybridConfiguration` shows before the change. Clients outside still count for the capacity of the appliances (C-038).
remark-cloud-bypass-name = Before that, `{ $name }` leads to the Mediation Servers of the client's own site in the DNS inside, and nowhere outside (C-099).
remark-cloud-bypass-wait = It takes up to 24 hours until all clients know of it (C-221).
remark-cloud-call = Then call: a user of each site calls a telephone, and is called from one; do so again after every added site or appliance (C-218).
remark-cloud-edge-fails = If an Edge Server fails, calls that come in over the same appliance fail too: shut the whole appliance down until it is mended (C-270).
remark-cloud-recovery = An appliance looks at itself every 60 seconds and tries to mend what failed: three times after 10 seconds, then after twice as long each time, up to an hour (C-271).
remark-cloud-site-directory = Where the plan names no share, `$SiteDirectory` is yours. Make a share that all appliances of the site reach, and of no other site; its default is `%USERPROFILE%\CloudConnector\SiteRoot` (C-236, C-237, C-251).
remark-cloud-appliance-directory = `$ApplianceDirectory` is yours. It is local, has no blanks in its path, and is never changed later; its default is `%USERPROFILE%\CloudConnector\ApplianceRoot` (C-236).
remark-cloud-edge-file = `$EdgeCertificateFile` is a `.pfx` with the private key and the chain, the same on all Edge Servers that share the certificate (C-160, C-166).
remark-cloud-renewal = When it is renewed: on an appliance that is deployed, add `-Import` (C-168).
remark-cloud-gateway-chain = `$GatewayChainFile` is the chain, root and intermediates, of whoever signed the gateways' certificates; one document asks for `.cer`, another for `.pfx` (CD-11).
remark-cloud-sample = Save `{ $file }` in the directory of the appliance as `CloudConnector.ini`, once its sections and keys are held against the sample (C-230).
remark-cloud-switches = Before that, make two external switches in Hyper-V: `{ $inside }`, which the host shares, and `{ $outside }`, which it does not (C-056).
remark-cloud-image = `$IsoFile` is Windows Server 2012 R2, English (C-051, CD-10). A further site may copy the finished disk from the first one instead (C-237). `CloudConnector.ini` must have the network inside and the address of the base machine before (C-350).
remark-cloud-proxy = Behind a proxy for the web, the bypass list of WinHTTP holds `192.168.213.*` and the internal network, and the proxy is set for the machine, not for each user (C-055).
remark-cloud-register = The name of the site must not be the default one, and host, Mediation Server and its address must be the only ones of their kind in the tenant (C-075, C-076).
remark-cloud-passwords = It asks for the passwords that `cloud-connector/appliances.md` lists; write them into no file (C-059).
remark-cloud-console = Use one PowerShell console for the whole run, as administrator (C-057).
remark-cloud-publish = The new one is `{ $host }`.
remark-cloud-install = It makes the domain controller, the Central Management Store, the Mediation Server and the Edge Server (C-011). The authority of the appliance lasts 5 years, its server certificates 2 (C-060).
remark-cloud-change = To change `CloudConnector.ini` later: `Uninstall-CcAppliance`, `Unregister-CcAppliance`, edit, `Import-CcConfiguration`, `Register-CcAppliance`, `Publish-CcAppliance` on the others, `Install-CcAppliance` (C-233). By hand, an upgrade takes the new installer and a new ini file, then `Register-CcAppliance`, `Start-CcDownload`, `Install-CcAppliance -Upgrade`, `Switch-CcVersion` (C-234).
remark-cloud-maintenance = For maintenance: `Enter-CcUpdate` before, `Exit-CcUpdate` behind (C-235).
remark-cloud-root-certificate = `$RootFolder` is a folder of the host, in which the cmdlet makes its file. Import that in every gateway of the site (C-185).
remark-cloud-media-ports = The last port is { $last }. A call takes 4 of them, so { $calls } calls fit; by the help of the cmdlet it takes 7, and { $fewer } would (C-111, CD-6).
remark-cloud-successor = Decide first what the users call with afterwards: the successor that the documents name is Direct Routing with Teams (C-001).
remark-cloud-leave-mediation = Then delete the users that stand for the Mediation Servers (C-212).
remark-cloud-leave-records = Then remove the records of the Access Edges, close their flows in the firewalls, and take the trunks out of the gateways (C-090, C-180).
remark-cloud-leave-host = Take the users out of the sites first. Afterwards the switches, the directories and the certificate files may go (C-056, C-236).

## Scripts

stage-appliances-existing = Tell the appliances of a new one
    .check = `Publish-CcAppliance` ends without an error on every host that was there before (C-231).
stage-appliances-further = Install the further appliances
    .check = `Install-CcAppliance` ends without an error on the new host (C-231).
stage-appliances-ports = Limit the media ports
    .check = `Get-CsService -MediationServer` shows the planned ports on every appliance (C-112).
stage-leaving-appliances = Clear the hosts of the appliances
    .check = No appliance of the site is registered, and no machine of it is left (C-232).

script-leave = Yes, leave: without it nothing is done.
script-leave-missing = This takes Cloud Connector away from its users. Read the runbook first, and then give -Leave.

## Files

audience-appliance = Cloud Connector team
audience-gateway = gateway team and carrier
purpose-cloud-configuration = the answers for this appliance, to be held against the sample of its release
purpose-cloud-appliances = the order of work on the hosts, passwords, what is done by hand
purpose-cloud-gateways = what the gateway team and the carrier do
purpose-cloud-trunks = every trunk as one table

ini-title = CloudConnector.ini for the appliance on
ini-decides = No document prints a complete file. Run Export-CcConfigurationSampleFile on this host: where its sample has other sections or keys, the sample decides (CD-2, CD-3, CD-4).
ini-save = Save it in the directory of the appliance (Get-CcApplianceDirectory) as CloudConnector.ini.
ini-unsure-header = The documents do not print the header of this section.
ini-unsure-keys = The documents do not print the keys of this section.
ini-separator = The first SIP domain is the default one; keep the order the same everywhere (C-077, C-253).
ini-state = The line must be there, with or without a value (C-306).
ini-empty = The plan has no answer for:
ini-update = Empty: updates come from Microsoft (C-309).
ini-management = The scripts of the product make this network and remove it; it must be different from all others (C-319, C-320).
ini-nat = Only behind address translation (C-338).
ini-gateways = One section for each gateway of the site (C-186).
ini-passwords = Passwords are never in this file.

gateways-title = Trunks between gateways and Cloud Connector
gateways-intro = For whoever runs the gateways, and for the carrier. `trunks.csv` has the same rows as one table.
gateways-each = Every gateway has a trunk to the Mediation Server of each appliance of its site (C-180, C-184).
gateways-single = A trunk leads to the name or address of one Mediation Server, and never to the name that all of them share (C-181):
gateways-priority = All trunks of a gateway have the same priority (C-182).
gateways-own-site = No trunk leads to a Mediation Server of another site (C-183).
gateways-carrier = The carrier takes all numbers of the site, emergency calls among them, on each of its trunks; else they belong to another site (C-037).
gateways-port = The port for SIP at the gateway is yours to choose; its range of media ports may be limited, and the firewall then as well (C-113).
gateways-site = Site
gateways-gateway = Gateway
gateways-address = Address
gateways-mediation = Mediation Server
gateways-port-there = Port there
gateways-rank = Priority
gateways-equal = equal
gateways-open = open
gateways-count = Trunks of this site:
gateways-tls = TLS
gateways-tls-root = The Cloud Connector team hands over the root of the appliances' own authority: `Export-CcRootCertificate` writes it (C-185).
gateways-tls-trust = Import it in each gateway as an authority that is trusted (C-185).
gateways-tls-chain = Hand the chain of whoever signs the gateways' certificates to the Cloud Connector team: it goes to the Mediation Servers. Without such an authority, ask that team for a certificate of the appliances' own: Web Server template with the right to enrol for Authenticated Users, the name of the gateway as common name and among the alternative names, the key exportable (C-169, C-185).
gateways-tls-own = Import the gateway's own certificate with its private key in the gateway (C-185).
gateways-check = Check
gateways-checks = Every trunk shows as up in the gateway, a call goes out and a call comes in over each of them (C-218). If the Edge Server of an appliance fails, take its trunks out of service with it: calls that come in over it fail (C-270).

appliances-title = Appliances of Cloud Connector
appliances-intro = The order of work on the hosts. Each script runs on the host that its row names, first with -WhatIf; go on with the next row only when it ended without an error (C-230, C-231).
appliances-passwords = Passwords
appliances-passwords-intro = Collect them beforehand, keep them where your passwords are kept, and write them into no file. The product asks for them (C-059).
appliances-password = Password
appliances-password-where = Where it counts
appliances-password-certificate = External certificate
appliances-password-certificate-where = of the `.pfx` file of the Edge certificate
appliances-password-service = CceService
appliances-password-backup = CABackupFile
appliances-password-equal = the same on all appliances of a site
appliances-password-tenant = Tenant administrator
appliances-password-tenant-where = a Skype for Business administrator without multi-factor authentication, whose password does not expire (C-016)
appliances-password-older = Release 1.4.2 asks for others: external certificate, safe mode, domain administrator, administrator of the machines (C-059).
appliances-by-hand = By hand, on each host
appliances-switches = Two external switches in Hyper-V: the first one is shared with the host, the second one is not (C-056). The host's own adapter on the first one is in the subnet of the machines inside (C-054).
appliances-proxy = Where the web is behind a proxy: the management network and the network inside are on the bypass list of WinHTTP, and the proxy is set for the machine (C-055).
appliances-share = One share for each site, reached by all its appliances and by no other site (C-236, C-251).
appliances-module = PowerShell for the tenant, and the installer of Cloud Connector (C-057).
appliances-configuration = `CloudConnector.ini` from the folder of the host, held against the exported sample (C-230).
appliances-host = Host
appliances-machine = Machine
appliances-name = Name
appliances-script = Script
appliances-order = Order of work:
appliances-machine-directory = domain controller
appliances-machine-store = Central Management Store
appliances-machine-mediation = Mediation Server
appliances-machine-edge = Edge Server, inside
appliances-machine-outside = Edge Server, outside
appliances-machine-base = machine from which the others are made

step-appliances = Hosts of Cloud Connector
    .where = the hosts of the appliances
    .do = Prepare each host as `cloud-connector/appliances.md` says, with its own `CloudConnector.ini`. The scripts of the next steps run in the order that its tables give, one host after the other.
    .check = The exported sample has no section and no key that the file lacks.
    .undo = Nothing is installed yet.
step-gateways = Trunks of the gateways
    .where = the gateways of each site, and the carrier
    .do = Set up the trunks of `trunks.csv`, as `gateways.md` says (C-180 to C-184).
    .check = Each trunk shows as up once its appliance stands.
    .undo = Take the trunks out again.
