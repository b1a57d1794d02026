# Certificates and requests that exist: what can't be read of them, what stands in them, and what a plan finds in them.

certificate-unreadable = `{ $place }`: { $what }
    .help = { $help }

existing-fault-empty = The file is empty.
    .help = Name a certificate, a chain, a PKCS#7 bundle or a request, as text (PEM) or bytes (DER).
existing-fault-nothing = There is no certificate and no request in it.
    .help = Name a certificate, a chain, a PKCS#7 bundle or a request, as text (PEM) or bytes (DER).
existing-fault-no-end = A block begins here and never ends: the file was cut off.
    .help = Copy the whole file again, up to the line `-----END …-----`.
existing-fault-not-base64 = What stands in this block is no Base64.
    .help = Copy the block again, without changing it in between.
existing-fault-private-key = There is a private key in the file. It was not read.
    .help = Name a file with the certificate alone. Keep the key away from files that are passed around, and ask yourself who has seen it.
existing-fault-pfx = This is a PKCS#12 file (PFX), which holds the private key too. It was not opened.
    .help = Export the certificate without its key: in Windows as Base64 (.cer) or PKCS#7 (.p7b), elsewhere by `openssl pkcs12 -in FILE -nokeys -out certificate.pem`.
existing-fault-encrypted = The content is encrypted.
    .help = Certificates are public and need no password: ask for the certificate itself, as .cer, .pem or .p7b.
existing-fault-truncated = The file was cut off: { $there } of { $said } bytes are there. Or it is no certificate at all.
    .help = Copy the file again, as it is, without translating line ends.
existing-fault-garbage = This is neither text with certificates (PEM) nor a certificate as bytes (DER).
    .help = Name a certificate, a chain, a PKCS#7 bundle or a request. In Windows, export it as Base64 (.cer) or PKCS#7 (.p7b).
existing-fault-other-block = The block `{ $label }` is no certificate and no request.
    .help = Take it out of the file, or name another file.
existing-fault-broken = It begins as a certificate or request does, and then does not read as one.
    .help = Export it again where it comes from; `openssl x509 -text` tells what another program reads there.

inspect-certificate = certificate
inspect-request = request
inspect-subject = Subject
inspect-issuer = Issuer
inspect-names = DNS names
inspect-other-names = Other names
inspect-valid = Valid
inspect-valid-span = from { $first } to { $last }
inspect-key = Key
inspect-signature = Signature
inspect-key-usage = Key usage
inspect-extended-key-usage = Extended key usage
inspect-crl = Revocation lists
inspect-notes = Note
inspect-authority = It is an authority: it signs others.
inspect-self-signed = It is signed by itself.
inspect-serial = Serial number
inspect-thumbprint = Thumbprint (SHA-1)
inspect-fingerprint = Fingerprint (SHA-256)

certificate-for = `{ $title }`, held against `{ $id }`
certificate-for-nothing = `{ $title }`
certificate-names = names: { $kept } kept, { $missing } missing, { $surplus } surplus
certificate-verdict = verdict: { $verdict }
certificate-required = What the plan requires on { $go-live }:
certificate-unknown-id = The plan requires no certificate `{ $id }`.
    .help = { $hint }
certificate-known-ids = These are required: { $known }.

verdict-reuse = reuse
verdict-reuse-with-remarks = reuse, with remarks
verdict-replace = replace
verdict-send = send this request
verdict-send-with-remarks = send this request, with remarks
verdict-request-again = make a new request
verdict-not-needed = not needed
verdict-missing = to be requested

finding-existing-names-missing = { $count ->
        [one] A required name is missing: { $value }.
       *[other] { $count } required names are missing: { $value }.
    }
    .fix = Request a certificate with all names of `certificates/<id>/names.txt`. A wildcard stands for hosts of simple URLs and of Autodiscover only, one label deep, and never on the Edge (M-091, M-310).
    .why = A client or server that asks for a name which the certificate lacks ends the connection (M-083).
finding-existing-names-surplus = { $count ->
        [one] It has a name that the plan does not ask for: { $value }.
       *[other] It has { $count } names that the plan does not ask for: { $value }.
    }
    .fix = It does no harm as long as the names are yours. Leave them out of the next request: authorities count names (D-004).
    .why = Names beyond the plan cost money, and show everybody what else there is. The internal side of the Edge has one name only (E-173).
finding-existing-expired = It ends on { $value }, before go-live on { $go-live }.
    .fix = Renew it before go-live.
    .why = No client and no server takes a certificate after its last day. How long one lasts at most depends on its day of issue (D-001).
finding-existing-not-yet-valid = It begins on { $value }, after go-live on { $go-live }.
    .fix = Request one that is valid at go-live, or move go-live.
    .why = No client and no server takes a certificate before its first day (D-001).
finding-existing-expires-soon = It ends on { $value }, shortly after go-live on { $go-live }.
    .fix = Renew it before go-live rather than in the first weeks of operation.
    .why = The first weeks bring work enough. Certificates last ever shorter (D-001), so the next renewal needs a plan in any case.
finding-existing-valid-too-long = It lasts { $value } days; a public one issued on its first day lasts { $count } at most (D-001).
    .fix = Request one from a public authority. If an internal authority signed this one, it can't stand here.
    .why = Public authorities sign no longer certificates than the rules allow on the day of issue, and clients refuse them (D-001).
finding-existing-key-short = The key is too short: { $value }.
    .fix = Request a certificate with a new key of 2048 bits or more.
    .why = Public authorities and server-to-server authentication want 2048 bits at least (X-020). Inside, 1024 bits are taken, and 2048 recommended (M-107).
finding-existing-key-unsupported = The product knows no key of this kind: { $value }.
    .fix = Request a certificate with a key of RSA, or on the curve P-256, P-384 or P-521 (M-108).
    .why = The servers take RSA and three curves, and nothing else (M-108).
finding-existing-signature-pss = It is signed by { $value }, which the product does not support (M-106).
    .fix = Have the authority sign with RSA and SHA-256 in the older form (PKCS #1 v1.5). In AD CS, set `AlternateSignatureAlgorithm=0`.
    .why = With RSASSA-PSS, sign-in and call forwarding fail (M-106).
finding-existing-signature-unsupported = It is signed by { $value }, which the product does not support (M-106).
    .fix = Have it signed with SHA-256.
    .why = Only signatures with SHA-1 or SHA-2 are supported (M-106). Everything older can be forged, and everything newer is unknown to the servers.
finding-existing-signature-sha1 = It is signed with SHA-1: { $value }.
    .fix = Have it signed with SHA-256.
    .why = The product takes SHA-1 (M-106), but devices and browsers have stopped to. Inside it works as long as every client takes it.
finding-existing-usage-server-missing = It is not for servers; it says: { $value }.
    .fix = Request it with the extended key usage Server Authentication (M-105).
    .why = Every certificate of the product needs this usage (M-105). Assigning one without it fails, or clients refuse it.
finding-existing-usage-client = It is also for clients: { $value }. Public certificates lose this usage (D-003).
    .fix = Ask for Server Authentication alone. Nothing in the plan needs the other.
    .why = Public authorities stop signing it, each at its own date (D-003). Whoever relies on it is in for a surprise at the next renewal.
finding-existing-key-usage = Its key must not sign; it says: { $value }.
    .fix = Request it with the key usages Digital Signature and Key Encipherment (M-101).
    .why = Today's TLS signs its handshake with this key. A key that must not do so serves old connections only, or none.
finding-existing-no-crl = It names no place where its revocation can be looked up (M-105).
    .fix = Have the authority write a CRL distribution point into its certificates (M-105).
    .why = The servers check whether a certificate was revoked. Without a distribution point they can't, and the product asks for one (M-105).
finding-existing-authority = It is the certificate of an authority, not of a server: `{ $value }`.
    .fix = Name the certificate of the server. Those of authorities stand behind it in the file.
    .why = A server needs a certificate of its own, with its names and with Server Authentication (M-105).
finding-existing-self-signed = It is signed by itself: `{ $value }`.
    .fix = Request one from the authority that the plan names.
    .why = Nobody trusts it but the machine that made it. Outside, a public authority signs (M-103, E-179); inside, that of the company.
finding-existing-chain-order = The certificates stand in another order than a server sends them. It is: { $value }.
    .fix = Put the server's own first, then each issuer behind what it signed.
    .why = Some programs take the first certificate for the server's own and do not sort the rest. Clients then see a broken chain.
finding-existing-chain-incomplete = A certificate between it and the root is missing: that of `{ $value }`.
    .fix = Ask the authority for the intermediate certificates, and put them behind it in the file.
    .why = A client knows roots only. Whatever stands between must be sent to it (M-103); mobile devices do not go and look.
finding-existing-chain-root = The root is in the file too: `{ $value }`.
    .fix = Leave it out of what a server sends. Whoever has to trust it needs it by another way (M-102).
    .why = A client takes a root from its own store and from nowhere else. Sent along, it costs time in each connection.
finding-existing-foreign = { $count ->
        [one] A certificate in the file has nothing to do with it: { $value }.
       *[other] { $count } certificates in the file have nothing to do with it: { $value }.
    }
    .fix = Take them out. Perhaps they are left from another authority, or the file belongs to something else.
    .why = What does not lead to the root is sent in vain (M-103), and often the right certificate is missing in its place.
finding-existing-wildcard-subject = The common name is a wildcard: `{ $value }`. No role supports that (M-090).
    .fix = Request one with `{ $planned }` as its common name; a wildcard may stand among the other names where it is supported (M-091).
    .why = Servers and clients compare the common name literally (M-090).
finding-existing-wildcard-edge = A wildcard on the Edge is not supported (M-091): { $value }.
    .fix = Request one that lists every name. Only XMPP has a wildcard there (E-172).
    .why = Partners and clients look for the name itself (M-091).
finding-existing-subject = The subject is `{ $value }`; the plan has `{ $planned }` as common name.
    .fix = Request one with the planned common name. On a reverse proxy another one works, as long as the names are there.
    .why = Servers look for the common name of the pool, of the Access Edge or of the SIP domain (M-092, M-096, E-171, X-020); clients of a proxy look at the other names.
finding-existing-request-signature = The signature of the request does not belong to its key.
    .fix = Make the request again on the machine that has the key. Perhaps somebody edited this one.
    .why = The signature proves that whoever asks has the key. Every authority refuses a request without this proof.
finding-existing-several-name-lists = It has { $count } extensions with names; there may be one.
    .fix = Make the request again with all names in one extension (M-087).
    .why = RFC 5280 allows one. Authorities refuse such a request, or sign the names of one list only; clients read one list only.
finding-existing-not-the-same = It is another one than `{ $value }`, but all servers must have one and the same.
    .fix = Export the better one with its key, and import it on every server (E-170).
    .why = Servers of an Edge pool share one certificate and key for media relay (E-170); so do all servers for OAuth (X-020, X-025).
finding-existing-pool-names-differ = { $count ->
        [one] A server of the same pool has not the same names: { $value }.
       *[other] Servers of the same pool have not the same names; they differ in { $count }: { $value }.
    }
    .fix = Give all servers of the pool the same names, beside their own (M-121).
    .why = Clients come to any of them. What fails at one server only is hard to find (M-121).
finding-existing-not-of-plan = Nothing in the plan asks for it: `{ $value }`.
    .fix = Name other files, or hold it against one requirement by `--for ID`.
    .why = None of its names is required anywhere. It may be that of another deployment.
