# Findings about certificates, public authorities and dates: what is the matter, what to do (`fix`), what breaks (`why`).

## What a public authority can't sign, and addresses that nobody outside reaches.

finding-name-not-public = { $what ->
        [sip] { $count ->
            [one] Hosts of the SIP domain `{ $name }` are on certificates of a public authority, which can't sign them (D-005).
           *[other] Hosts of { $count } SIP domains, `{ $name }` first, are on certificates of a public authority, which can't sign them (D-005).
        }
       *[other] `{ $name }` is on a certificate of a public authority, which can't sign it (D-005).
    }
    .fix = { $what ->
        [web] Give the external Web Services of this pool a name in a domain that you own on the Internet: `web_services.external.fqdn`. The names inside may stay.
        [office] Give the Office Web Apps Server a name in a domain that you own on the Internet. If it is used inside only, take it out of `office_web_apps`.
        [edge] Give this service of the Edge pool a name in a domain that you own on the Internet. The name of the pool itself may stay internal.
       *[sip] Take SIP domains that you own on the Internet, and give users SIP addresses in them. The Active Directory domain may stay as it is.
    }
    .why = Public authorities sign no names whose last part is none of the Internet's, such as `.local` or `.internal`. Without the name in the certificate, clients outside refuse the connection (M-049).
finding-proxy-address-not-public = Public records lead to the reverse proxy at `{ $address }`, which lies in { $network } ({ $document }) and can't be reached from the Internet.
    .fix = Write the public address here. If a firewall translates it to `{ $address }`, the public one still stands here, since DNS names it; the proxy's own address belongs to `internal.addresses` or to the firewall's plan.
    .why = Clients outside resolve `lyncdiscover` and the external Web Services name to this address (M-040, M-050). Nobody outside reaches it, so they can't sign in.
finding-edge-address-not-public = Public records lead to this Edge service at `{ $address }`, which lies in { $network } ({ $document }) and can't be reached from the Internet.
    .fix = { $nat ->
        [true] With `nat: true`, `addresses` are the public ones: write those here, and `{ $address }` into `private_addresses`.
       *[other] Write the public address here. If the firewall translates it, set `nat: true` at `{ $pool }`, and write `{ $address }` into `private_addresses` (E-003).
    }
    .why = Clients and partners outside resolve the name of the service to this address (E-020, E-021, E-022). Nobody outside reaches it.

## Certificates and keys.

finding-reused-certificate-unknown = `{ $name }` stands for no certificate of the plan.
    .fix = Name one of these: { $known }.
    .why = A certificate that exists takes the place of one that the plan requires, so it has the name of that one (P-004).
finding-reused-certificate-names = The certificate that exists for `{ $certificate }` lacks { $count ->
        [one] the name `{ $first }`.
       *[other] { $count } names, of which the first is `{ $first }`.
    }
    .fix = Remove it from `certificates.existing`, so that a new one is requested. If it has the names after all, write them into its `names`; a wildcard is written where the plan has one.
    .why = Clients refuse a certificate that does not have the name they ask for (M-083, M-099).
finding-reused-certificate-expires = The certificate that exists for `{ $certificate }` expires on { $expires }, before the day of going live, { $day }.
    .fix = Remove it from `certificates.existing`, so that a new one is requested.
    .why = An expired certificate is refused by every client.
finding-common-name-left-out = The certificate `{ $certificate }` has no common name, as the authority signs none; the plan wants `{ $subject }` there (D-004).
    .fix = { $proxy ->
        [true] Clients look at the other names, so it works with those. If a device of yours needs a common name, choose another `certificates.public_ca`.
       *[false] Choose another `certificates.public_ca`.
    }
    .why = Some authorities sign no common name (D-004). The Edge looks for the name of the Access Edge in the subject of its certificate (E-171).
finding-organizational-unit-left-out = The organizational unit stands in the requests to the internal CA only: no public CA signs it (D-010).
    .fix = Leave it if the internal CA wants it. Else remove `certificates.subject.organizational_unit`.
    .why = Public TLS certificates have no organizational unit since 2022-09-01 (D-010); authorities that validate domains only sign nothing but names (D-011).
finding-certificate-name-limit = { $over ->
        [true] The certificate `{ $certificate }` has { $count } names, but { $authority ->
            [plan] the plan allows only { $most } in one certificate.
            [other] of an unknown authority only { $most } in one certificate are taken for granted (D-004).
           *[known] `{ $authority }` signs only { $most } in one certificate (D-004).
        }
       *[false] The certificate `{ $certificate }` has { $count } names, which comes near to the limit of { $most } (D-004).
    }
    .fix = { $over ->
        [true] { $what ->
            [edge] Each SIP domain brings a name, and wildcards are not supported here (M-091): choose another `certificates.public_ca`, or fewer SIP domains. If your authority signs more, write the number into `certificates.public_ca_name_limit`.
           *[proxy] Have fewer names: set `simple_urls.layout` to `single-host` (M-075), `certificates.wildcards` to `true` (M-310), or `mobility.initial_request` to `http`, which is not recommended (M-123, M-124). Or choose another `certificates.public_ca`; if yours signs more, write the number into `certificates.public_ca_name_limit`.
        }
       *[false] { $what ->
            [edge] Nothing yet. Before you add SIP domains, ask the authority for more names, since each domain brings one (E-171).
           *[proxy] Nothing yet. Before you add SIP domains, think of `simple_urls.layout: single-host` (M-075) or of wildcards (M-310).
        }
    }
    .why = { $over ->
        [true] The authority refuses the request, and there is no certificate.
       *[false] With a few names more, the authority refuses the next request.
    }
finding-key-length-not-listed = The pages on certificates list RSA keys of 1024, 2048 and 4096 bits for the servers, and none of 3072 (M-107).
    .fix = Set `certificates.key` to `rsa-2048` or `rsa-4096`.
    .why = Such a key may well work, but nobody documents it. If a server refuses it, support will not help.
finding-ecc-and-mobile-clients = The keys are of the kind `{ $key }`. The servers support it (M-108), but whether old mobile devices accept it is not documented (M-339).
    .fix = Set `certificates.key` to `rsa-2048`, or try the oldest device that signs in against such a certificate first.
    .why = A device that does not accept the certificate can't sign in, and it says little about the reason.
finding-wildcards-and-clients = Whether every mobile client accepts a wildcard in a certificate is not documented (M-340), and desk phones are to be tested first (M-091).
    .fix = Try each kind of client and desk phone before you go live. Where one refuses, set `certificates.wildcards` to `false`: then every name is listed.
    .why = A client that does not accept the certificate can't sign in. Wildcards cover only one label (M-310), and the servers' own names stay listed.

## On the day of going live.

finding-version-out-of-support = { $way ->
        [newest] Support of `{ $version }` is known to last until { $until }, which is before { $day }, when the plan goes live (D-007).
       *[other] Support of `{ $version }` ended on { $until }, before { $day }, when the plan goes live (D-007).
    }
    .fix = { $way ->
        [in-place] Upgrade the servers in place to Subscription Edition (D-008), and set `servers.version` to `sfb-server-se`.
        [side-by-side] Plan pools of Subscription Edition beside these and move the users (D-008): in place this version can't be upgraded to it. Set `servers.version` to `sfb-server-se` for the new ones.
        [newest] Look up how long the version is supported by now, before you go live.
       *[other] Plan new pools of Subscription Edition, and set `servers.version` to `sfb-server-se`. Which steps lead there from this version is not stated here.
    }
    .why = { $way ->
        [newest] Without support there are no security updates. Mobility works as planned, but faults stay.
       *[other] There are no security updates any more. Mobility works as planned, but faults stay, and these servers are reached from the Internet.
    }
finding-public-certificate-validity = A public certificate that is issued on { $day } lasts at most { $most } days (D-001), and a validation of its domains may be used again for { $reuse } (D-002).
    .fix = Ask for { $days } days, and put the renewal well before { $ends } into the calendar. Let the reverse proxy renew by itself if it can; on Edge Servers the certificate is assigned anew each time (M-119).
    .why = When a public certificate of the reverse proxy or the Edge runs out, no client outside signs in. The authorities shorten the validity step by step, so renewals come ever more often.
