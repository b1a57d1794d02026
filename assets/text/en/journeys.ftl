# Journeys: what a client meets hop by hop. A hop that fails says what is missing.

# Names
journey-look-up = `{ $name }` leads to { $addresses }.
journey-look-up-nothing = No name server of the view { $view } has an address of `{ $name }`.
journey-look-up-alias = `{ $name }` is another name of `{ $target }`, of which no name server of the view { $view } has an address.
journey-service = `{ $name }` leads to `{ $host }` on port { $port }.
journey-service-nothing = No name server of the view { $view } has the SRV record `{ $name }`.
journey-service-leaves = `{ $host }` does not lie in the domain of the SRV record, `{ $domain }`; clients refuse it (E-050).
journey-leaves-domain = `{ $name }` is another name of `{ $target }`, which lies outside `{ $domain }`; mobile clients refuse that by HTTPS (M-047).

# Addresses and firewalls
journey-private-address = `{ $name }` leads to { $address }, which nobody on the Internet reaches ({ $document }).
journey-nobody-there = Nobody in the plan has { $address }.
journey-flow = The firewalls let { $protocol } { $port } pass from { $from } to { $to }.
journey-flow-nothing = No firewall rule lets { $protocol } { $port } pass from { $from } to { $to }.
journey-balanced = The load balancer takes { $address } and hands on to `{ $pool }` on port { $port }.
journey-not-balanced = { $address } is the virtual address of `{ $pool }`, and no load balancer has a rule for it.

# Certificates
journey-certificate = The certificate `{ $id }` has the name `{ $name }`.
journey-name-missing = The certificate `{ $id }` does not have the name `{ $name }`.
journey-not-trusted = The certificate `{ $id }` is signed by the internal authority, which the client does not trust.
journey-warned = The certificate `{ $id }` is signed by the internal authority, which the device does not trust: whoever follows a link to `{ $name }` is warned (M-067).
journey-no-certificate = `{ $host }` has no certificate for `{ $type }`.

# Web sites and proxies
journey-published = The proxy `{ $proxy }` forwards `{ $path }` of `{ $name }` to `{ $target }` on port { $port }.
journey-short-timeout = The proxy `{ $proxy }` forwards `{ $path }` to `{ $target }`, but ends requests after { $seconds } seconds; pending requests of mobile clients last longer (M-137).
journey-not-published = The proxy `{ $proxy }` publishes no `{ $name }` on port { $port }.
journey-wrong-scheme = The rule of the proxy `{ $proxy }` for `{ $name }` listens for HTTP where HTTPS is asked, or the other way round.
journey-path-not-published = The rule of the proxy `{ $proxy }` for `{ $name }` does not publish `{ $path }`.
journey-preauthentication = The proxy `{ $proxy }` asks for a password before it forwards `{ $name }`; clients can't give one (M-135).
journey-host-header = The proxy `{ $proxy }` does not forward the host name `{ $name }` that was asked for (M-133).
journey-no-sign-in = Nobody can sign in through the rule of the proxy `{ $proxy }` for `{ $name }` (M-127).
journey-nobody-listens = `{ $name }` leads to port { $port } of `{ $pool }`, where the web site does not listen.

# Autodiscover
journey-unknown-outside = Outside nobody knows `{ $name }`, as it should be (M-044).
journey-next-try = `{ $name }` does not answer by { $scheme }: { $fault } The client tries the next way.
journey-unencrypted = The first request to `{ $name }` travels unencrypted (M-124).
journey-redirected = The answer at `{ $name }` leads on by HTTPS (M-263).
journey-typed-in = The user typed in `https://{ $name }{ $path }`.
journey-led-home = `{ $pool }` leads on to the home pool at `{ $name }`.

# Services
journey-signed-in = The client signs in to `{ $path }` of `{ $pool }`.
journey-mcx-inside = Clients of the Mobility Service are given the internal address (M-218).
journey-no-mcx = The Mobility Service does not exist in { $version } (M-006).
journey-no-ucwa = UCWA does not exist in { $version } without the update of February 2013 (M-007).
journey-nobody = Nobody is there who could answer.

# Edge
journey-edge-unnamed = A service of the Edge pool `{ $pool }` has no name.
journey-edge-signed-in = The Edge hands on to the servers; the client signs in at `{ $pool }`.
journey-no-edge = No Edge pool is there: voice and video end at the firewall (M-195).
journey-spoken = Voice and video pass through the Edge pool `{ $pool }`.

# Push notifications
journey-command = This is set: `{ $line }`
journey-no-command = No command `{ $cmdlet }` sets what is needed here.
journey-provider-exists = A hosting provider with the proxy `{ $proxy }` exists (M-202).
journey-push-no-edge = No Edge pool is there through which notifications could leave (M-197).
journey-pushed = The notification leaves for `{ $proxy }`.

# Exchange
journey-exchange-told = The servers were told `{ $url }`.
journey-exchange-url = The servers were told `{ $url }`; they need an address by HTTPS that ends with `{ $path }` (X-055, X-060).
journey-exchange-found = `{ $name }` leads to the Exchange server `{ $server }`.
journey-exchange-elsewhere = `{ $name }` leads to no Exchange server of the plan.
journey-oauth = `{ $host }` signs its questions with the certificate `{ $id }`.

# Calls
journey-appliance-not-found = `{ $name }` does not lead to the Edge of the appliance `{ $host }` (C-091).
journey-no-domain = Cloud Connector has no SIP domain.
journey-called-out = The site `{ $site }` hands the call on to its gateways.
journey-called-in = The site `{ $site }` hands the call on to the online service.

# The command
part-journeys = Journeys
    .columns = Client | Network | Pool | SIP domains | Result | First hop that fails
journeys-answers = Answers
walk-domains = SIP domains: { $domains }
walk-others = and { $count } more
walk-client = Client
walk-corporate = Corporate
walk-internet = Internet
walk-wifi = Wi-Fi
walk-pass = ✓
walk-pass-with-remark = ✓ with a remark
walk-fail = ✗
walk-failing = { $client }, from { $network }, SIP domain `{ $domain }`, at home at `{ $pool }`:
walk-rests-on = It rests on { $answers }.
walk-like = { $count ->
    [one] One more journey fails
   *[other] { $count } more journeys fail
  } at this hop.
walk-more-remarks = { $count ->
    [one] One more is like it.
   *[other] { $count } more are like it.
  }
walk-more-faults = { $count ->
    [one] One more fault is not shown
   *[other] { $count } more faults are not shown
  }; `--json` has every journey.
walk-more-rows = { $count ->
    [one] One more row is not shown
   *[other] { $count } more rows are not shown
  }; `--json` has every journey.
walk-none = The plan has no such journey.
walk-summary = { $count ->
    [one] { $count } journey
   *[other] { $count } journeys
  }: { $passed } pass, { $remarked } pass with a remark, { $failed } fail.
walk-no-domain = The plan has no users in the domain `{ $domain }`.
    .help = Name one of its SIP domains, such as `{ $known }`.
