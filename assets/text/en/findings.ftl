# Findings: what is the matter, what to do about it (`fix`), and what breaks otherwise (`why`).
# A key is `finding-` and the code of the finding.

## Answers that are missing, open, or spoken of without being there.

finding-required-answer-missing = The plan has no answer at `{ $answer }`, and it can't do without one.
    .fix = Give `{ $answer }` a value. `ucplan new` writes a plan that shows how.
    .why = Records, names and rules rest on this answer. Until it is given a placeholder stands in, which must never reach a server.
finding-open-answer = `{ $answer }` is not decided yet; { $default ->
        [null] nothing stands in for it meanwhile.
       *[other] its default `{ $default }` stands in for it meanwhile.
    }
    .fix = Decide, and write the value at `{ $answer }` in place of `null`. Until then, `decisions` can name an owner and a due date.
    .why = Everything that rests on this answer is provisional, and may change once it is decided.
finding-decision-about-nothing = There is a decision about `{ $answer }`, but the plan has nothing of that name.
    .fix = Take this entry out of `decisions`, or correct its path to what the item is called now.
    .why = A record of something that is gone misleads whoever reads the plan. Nothing is derived from it.
finding-address-missing = `{ $name }` has no address, so its name leads nowhere.
    .fix = Write the address into `{ $answer }`. For a reverse proxy it is the public one; for Web Services behind a load balancer it is the virtual one, which may also stand in `addresses` of the pool.
    .why = Records and publishing rules that the plan requires need an address to lead to (M-050, M-054, M-138). Without it clients do not reach `{ $name }`.

## Names in the plan that name nothing in it.

finding-unknown-reverse-proxy = The pool names the reverse proxy `{ $name }`, but the plan has none of that name.
    .fix = Set `reverse_proxy` of the pool to the `name` of an entry of `reverse_proxies`; capital letters count. Or leave the key out: then the only proxy of the site publishes the pool, else the first of the plan.
    .why = The external Web Services of a pool need a proxy that publishes them (M-129). As it stands no proxy publishes this pool.
finding-unknown-load-balancer = The pool names the load balancer `{ $name }`, but its site has none of that name.
    .fix = Set `load_balancer` of the pool to the `name` of an entry of `load_balancers` in the same site; capital letters count. Or leave the key out: then the only load balancer of the site serves the pool.
    .why = Client web traffic of a pool with several servers needs a hardware load balancer (M-158). As it stands it is unknown who balances this pool, and which ports the reverse proxy must use.
finding-unknown-pool = `simple_urls.pool` names `{ $name }`, but the plan has no such Front End pool.
    .fix = Set `simple_urls.pool` to the `fqdn` of a Front End pool of the plan, or leave the key out to take the first one.
    .why = Without a Director this pool answers the simple URLs (M-130). Meeting links would lead to a pool that is not there.

## Choices that contradict each other, or that facts advise against.

finding-lync-2010-mobile-needs-mcx = Lync 2010 Mobile needs the Mobility Service (Mcx), which `{ $version }` does not have (M-005, M-006).
    .fix = Set `clients.lync_2010_mobile` to `[]` and give those users a client that uses UCWA. If the servers are older than planned here, correct `servers.version`: `lync-server-2013` and `sfb-server-2015` have Mcx.
    .why = Lync 2010 Mobile signs in through Mcx only. Its users could not sign in at all.
finding-external-needs-edge-and-proxy = { $key ->
        [edge_pools] The plan has no Edge pool, but clients outside and push notifications need one (M-012, M-197).
       *[other] The plan has no reverse proxy, but clients outside need one (M-012).
    }
    .fix = { $key ->
        [edge_pools] Add an entry to `edge_pools` of a site. If nobody comes from outside, set `mobility.access` to `internal-only` and `mobility.push.enabled` to `false`.
       *[other] Add an entry to `{ $key }` of a site. If nobody comes from outside, set `mobility.access` to `internal-only`.
    }
    .why = { $key ->
        [edge_pools] Voice and video of mobile clients pass the Edge (M-195), and push notifications leave through it (M-197). Without it neither arrives.
       *[other] All web requests from outside come through the reverse proxy (M-018, M-070). Without it no client outside can sign in.
    }
finding-cname-leaves-domain = { $count ->
        [one] The CNAME of `lyncdiscover.{ $domain }` leads to `{ $target }`, outside its SIP domain. With HTTPS for the first request this is not supported (M-047).
       *[other] The CNAME records of `lyncdiscover` lead to `{ $target }`, which lies outside { $count } of the SIP domains, `{ $domain }` first. With HTTPS for the first request this is not supported (M-047).
    }
    .fix = Set `mobility.autodiscover_record` to `address`. If CNAME records must stay, set `mobility.initial_request` to `http`, which is supported but not recommended (M-124).
    .why = A mobile client does not accept several certificates from different domains (M-047). Its first request fails, and it has no other way to find the servers (M-031).
finding-http-not-recommended = The first Autodiscover request goes over HTTP. This is supported, but not recommended (M-124).
    .fix = Set `mobility.initial_request` to `https`. The certificate of the reverse proxy then gets `lyncdiscover` in each SIP domain (M-086).
    .why = The first request and its answer are not encrypted, so anybody on the way can read them. Later requests use HTTPS (M-123).
finding-push-not-established = Nobody documents whether push notifications still arrive: Skype for Business Online, by whose addresses they travel, was retired on 31 July 2021 (M-279, M-336).
    .fix = Rely on push only once it is tested: with the `Test-CsFederatedPartner` lines of the push stage (M-216), then with a device. Otherwise set `mobility.push.enabled` to `false`.
    .why = The servers may be set up as documented and still notify nobody. Users then see events only while the application is active (M-199).

## Names that must differ.

finding-web-fqdns-equal = The internal and the external Web Services of `{ $pool }` have the same name, `{ $name }` (M-014).
    .fix = Set `web_services.external.fqdn` of this pool to a name of its own in a SIP domain, such as `web01.contoso.com`.
    .why = The internal name must be reachable only inside, the external one only from the Internet (M-015, M-016). Mobile clients use the external name everywhere (M-033); with a single name those inside would miss the reverse proxy.
finding-web-fqdn-not-unique = The name `{ $name }` stands here and also at `{ $other }`.
    .fix = Change one of the two. Every pool, server and Director has a name of its own, and so have the Web Services of each pool: `web_services.internal.fqdn` and `web_services.external.fqdn` (M-019).
    .why = DNS, certificates and the reverse proxy tell pools apart by these names. With a shared name, requests for one pool reach the other.
finding-standard-edition-web-fqdn = `{ $pool }` is a Standard Edition server: its internal Web Services have the name of the server, not `{ $name }` (M-020).
    .fix = Take `web_services.internal.fqdn` out, or set it to `{ $pool }`. If this is a pool of Enterprise Edition, set `edition` to `enterprise`.
    .why = The internal name of a Standard Edition server can't be overridden. Nothing would answer at `{ $name }`.
finding-dns-load-balancing-needs-override = `{ $pool }` uses DNS load balancing, but its internal Web Services have the name of the pool (M-021).
    .fix = Set `web_services.internal.fqdn` of this pool to a name of its own, and `web_services.internal.addresses` to the virtual address of the load balancer. In Topology Builder, tick Override internal Web Services pool FQDN.
    .why = With DNS load balancing the name of the pool leads to its servers (M-021). Client web traffic needs a hardware load balancer (M-158), and one name can't lead to both.

## Templates, embedded and the user's own.

finding-override-unreadable = The manifest `{ $file }` among your templates can't be read: { $reason }.
    .fix = Correct the file, or take it away. The command `ucplan catalog export` copies out a manifest that is known to be good.
    .why = The manifest says which files a product gets. Without it nothing can be written for that product.
finding-override-unused = No product uses the file `{ $file }` among your templates.
    .fix = Give it the path of the template that it shall replace; `ucplan catalog list` prints all of them. Or name it under `files` in the `manifest.yaml` of its folder.
    .why = A file that no manifest names changes nothing. What is generated still comes from the embedded template.
finding-template-fails = The template `{ $file }` of { $vendor } can't be filled in: { $reason }.
    .fix = If the reason names a value of the plan, change that value. If the template is your own, correct it or take it away. Otherwise this is a fault of the program: please report it.
    .why = The file is missing from what is generated. Nothing is written while it can't be made.

finding-key-not-requestable = `Request-CsCertificate` makes RSA keys of 2048 or 4096 bits, not of 3072 (M-117).
    .fix = Set `certificates.key` to `rsa-2048` or `rsa-4096`, or `certificates.keys_made` to `here`.
    .why = The command that requests the certificates of Front End Servers and Directors would be refused.

finding-proxy-name-not-unique = Two reverse proxies are called `{ $name }`; the other one is `{ $other }`.
    .fix = Give one of them another name, and change it in `reverse_proxy` of the pools that it publishes.
    .why = Pools could not say which one publishes them, and the files of both would go to one folder.

finding-common-name-too-long = `{ $name }` has { $count } characters, but the common name of a certificate has at most { $most } (D-006).
    .fix = Choose a shorter name here.
    .why = The name is the subject of a certificate. Tools refuse the request, and authorities drop the name.

finding-not-derived-yet = `{ $answer }` is read and kept, but this version derives little or nothing from it.
    .fix = Plan this part by other means for now, and keep the answer: a later version derives from it.
    .why = The lists of records, names, flows and commands are not complete for it, and silence could be taken for completeness.
