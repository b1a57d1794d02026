### The budget: ways to have fewer names or fewer certificates, side by side.

budget-title = Budget: names and certificates of the proxies
budget-head = { $domains ->
    [one] One SIP domain
   *[other] { $domains } SIP domains
}; the authority signs { $limit } names in one certificate (D-004). Certificates last { $live-days } days on { $live }, and { $last-days } on { $last } (D-001).
budget-columns = Way | Names | Certs | Now/y | Then/y | Rules | DNS | To | From
budget-legend = Certs: `1→3` has too many names, and it takes 3. Now/y and Then/y: renewals a year on those two days (D-012). To: so many SIP domains fit the lists. From: so many SIP domains make fewer names, and fewer certificates, than the plan as it is.
budget-about = { $way }: { $what }
budget-barred = Not with the other answers: { $why }
budget-nothing-lost = Nothing is lost.
budget-taken = Taken: { $way }. { KEY("undo") } takes it back.
budget-is-so = The plan is so already.
budget-not-yet = The ways are still being derived.
budget-bar = { $certificate } { $count } of { $limit } names
budget-fewer-names = Fewer names than the plan as it is from { $count ->
    [one] one SIP domain
   *[other] { $count } SIP domains
} on.
budget-fewer-certificates = Fewer certificates from { $count ->
    [one] one SIP domain
   *[other] { $count } SIP domains
} on.
budget-enough = The lists are short enough for up to { $count ->
    [one] one SIP domain
   *[other] { $count } SIP domains
}.
budget-always-enough = More SIP domains bring no names.
budget-too-long = { $count ->
    [one] One list is
   *[other] { $count } lists are
} too long for the authority.

budget-way-as-it-is = The plan as it is
budget-way-shared = One certificate
budget-way-per-site = One per site
budget-way-per-pool = One per pool
budget-way-by-limit = By the CA's limit
budget-way-wildcards = Wildcards
budget-way-single-host = One host for URLs
budget-way-http = First by HTTP
budget-way-manual = Typed addresses
budget-way-single-host-and-http = One host and HTTP

budget-lost-several = The listener chooses a certificate by the name in the client's first message. A client that sends none sees the first certificate, or is refused (M-100, M-131).
budget-lost-wildcards = That every mobile client accepts a wildcard is not documented, and desk phones are to be tested first (M-340, M-091). A wildcard is never the subject name (M-090), and Edge services have none (M-091).
budget-lost-single-host = The paths of all URLs stand on one host, below the first SIP domain (M-075, E-214). Links that were sent before lead to the old hosts, and every Director and Front End Server is enabled anew (E-216).
budget-lost-http = The first request is not encrypted; that is supported, and not recommended (M-124). Its rule stands before all others (M-128).
budget-lost-manual = Nobody is found: people type an address of each pool into every device (M-035, M-036). Automatic discovery is strongly recommended (M-034).
