# Words of the generated files: zone files, scripts, rule sheets, README, runbook.

draft = DRAFT: findings of severity error may stand. Do not apply.
why = Why

view-external = external view
view-internal = internal view
view-perimeter = perimeter view
zone-title = Zone { $zone }, { $view }
zone-merge = To be merged into the living zone. Never load this file over it: mail and web records would vanish.
zone-fragment = A fragment without SOA and NS, as the plan names no name server for this view, or one inside this zone.

audience-certificates = certificate team
audience-dns = DNS team
audience-everybody = everybody
audience-firewall = firewall team
audience-proxy = reverse-proxy team
audience-server = server team

issuer-public = public authority
issuer-internal = internal authority

stage-simple-urls = Set the simple URLs
    .check = `Get-CsSimpleUrlConfiguration` shows the URLs; `Enable-CsComputer` ends without an error on every server (M-078).
stage-certificate-requests = Request certificates
    .check = `Get-CsCertificate` lists the new certificates; the certificate console shows all names (M-112).
stage-certificate-assignments = Assign certificates
    .check = the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
stage-hybrid = Lead online users on
    .check = `Get-CsHostingProvider` shows the Autodiscover URL of the online service (M-069).
stage-internal-only = Keep Lync 2010 Mobile inside
    .check = `Get-CsMcxConfiguration` shows ExposedWebURL Internal.
stage-tests = Test sign-in
    .check = each test ends with the result Success.
stage-federation = Set federation at the Access Edge
    .check = `Get-CsAccessEdgeConfiguration` shows what the command has set (M-206).
stage-push = Switch on push notifications
    .check = `Test-CsFederatedPartner` and, where Lync 2010 Mobile is served, `Test-CsMcxPushNotification` succeed (M-216, M-217).
stage-policies = Set mobility policies
    .check = `Get-CsUser` with `Select-Object DisplayName, MobilityPolicy` shows the policy of a user (M-243).
stage-click-to-join = Allow click to join
    .check = `Test-CsVoicePolicy` and `Test-CsVoiceRoute` succeed (M-255).

script-what-if = Run it with -WhatIf first: nothing is changed then.
script-on = On
script-check = Check:
script-undo = Undo:

proxy-rules = Publishing rules
proxy-rules-intro = One rule for each section below. No rule asks for a password; every rule passes the original host header.
proxy-setting = Setting
proxy-value = Value
proxy-listener = Listener
proxy-tls = TLS with the public certificate
proxy-no-tls = without TLS
proxy-target = Published server
proxy-target-address = Address and port of it
proxy-target-tls = To the server
proxy-target-tls-verified = TLS again, internal authority trusted, name verified
proxy-paths = Paths
proxy-host-header = Host header
proxy-host-header-original = the original one
proxy-authentication = Authentication
proxy-authentication-client = none by the proxy; the client may authenticate directly
proxy-authentication-none = none by the proxy; the client cannot authenticate directly
proxy-source = Requests seem to come from
proxy-source-self = the proxy
proxy-timeout = Time-out
proxy-order = Order
proxy-order-first = before all other rules
proxy-names = Public names:

readme-untitled = Mobility plan
readme-intro = These files were generated from `plan.yaml`. Change the plan and generate again rather than editing a file: an edited file is never overwritten unasked.
readme-fact = Item
readme-value = Value
readme-organization = Organization
readme-go-live = Go-live
readme-version = Product version
readme-digest = Plan digest
readme-program = Made by
readme-order = Where to begin
readme-start = Read `runbook.md`: it has the steps in their order, with who, what, check and undo. MANIFEST.json lists every file with its SHA-256.
readme-files = Files
readme-file = File
readme-team = For
readme-findings = Findings that stand

runbook-title = Runbook
runbook-intro = The order of work is DNS, certificates, reverse proxy, tests, push, policies (M-273). Go on only when the check of a step holds.
runbook-who = Who
runbook-what = What
runbook-check = Check
runbook-undo = Undo
runbook-names = names
runbook-flows = flows
runbook-dns = DNS
runbook-dns-what = Merge these records into the zones of each view.
runbook-dns-check = Every name of the zone files answers with its value, inside and outside, and `lyncdiscoverinternal` does not answer outside (M-044).
runbook-dns-undo = Remove the records that were added.
runbook-certificates = Certificates
runbook-certificates-what = Have a certificate signed for each folder, with exactly the names of its `names.txt`.
runbook-certificates-check = The signed certificate holds every name of `names.txt`, and its chain is trusted where it is used.
runbook-certificates-undo = Assign the former certificate again; it stays in the store until then.
runbook-proxy = Reverse proxy and firewall
runbook-proxy-what = Open the flows, then install the configuration with the signed certificate and the root of the internal authority (M-102).
runbook-proxy-check = From outside, https://<external Web Services name>/Autodiscover/AutodiscoverService.svc/root answers, and an unpublished name is refused.
runbook-proxy-undo = Put the former configuration back and close the flows that were opened.
