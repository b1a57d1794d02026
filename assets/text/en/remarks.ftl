# What else is to be said about a row: remarks on commands, the purpose of flows, and where a command is typed.

## Remarks

remark-thumbprint = The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
remark-ucwa-stays-external = This line concerns Lync 2010 Mobile only. UCWA has no such setting: for Lync 2013 Mobile and Skype for Business clients the URL keeps the external Web Services name (M-222).
remark-credentials = `$Credential1` and `$Credential2` come from `Get-Credential`, one for each test user: `$Credential1 = Get-Credential "<domain>\<user>"` (M-260).
remark-push-undocumented = Whether the push service still delivers is not documented. Set it up as documented here, then test it (M-336).
remark-one-provider = Only one hosting provider may have the proxy `sipfed.online.lync.com`, whatever its identity. Look with `Get-CsHostingProvider` first; if there is one, leave this line out and name it in `mobility.push.existing_hosting_provider` (M-202).
remark-federation-before = If federation was on before, leave it on when you take this back.
remark-wifi-audio = If `New-CsMobilityPolicy` refuses `RequireWiFiForIPAudio`, leave that parameter out there, and set it afterwards with `Set-CsMobilityPolicy` (M-302).
remark-explicit-grant = A global or site voice policy applies by itself to users of Enterprise Voice; for others this is not documented. It is safest to grant the policy to each of them (M-253).

## The purpose of a flow

flow-publishing = Autodiscover, mobility, meetings and address book from outside
flow-first-request = first Autodiscover request over HTTP; otherwise an optional redirection
flow-hairpin = mobility from the company Wi-Fi through the reverse proxy
flow-bridging = published requests, encrypted again by the reverse proxy
flow-internal-web = internal Web Services

## Where a command is typed

where-server = { $server }
where-any-front-end = any Front End Server
where-computer-inside = a computer inside
where-computer-outside = a computer outside
