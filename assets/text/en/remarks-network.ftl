# What else is to be said about flows, balancing and publishing, and the purpose of flows of the Edge and between servers.

## Remarks

remark-disputed = Sources disagree on this row ({ $facts }); it is as the facts recommend. `ucplan explain` tells of each fact what the sources say.
remark-edge-servers = Behind a hardware load balancer this concerns the public addresses of the servers themselves (E-140).
remark-edge-virtual = Behind a hardware load balancer this concerns the virtual address of the service (E-141).
remark-edge-inner-servers = Behind a hardware load balancer this concerns the internal addresses of the servers themselves; the documents name Front End Servers as those who begin it (E-142).
remark-edge-inner-virtual = An internal virtual address has this port only where Exchange 2007 or 2010 Unified Messaging or older clients use it (E-143). All others find the servers by DNS.
remark-edge-single-address = All services of the Edge pool share one address and are told apart by their ports (E-158). On that of the Access Edge clients outside sign in, and the record `_sip._tls` names it.
remark-edge-gateway = An Edge Server has its default gateway on the external side only; from the internal side a route leads to the servers and clients inside (E-008).
remark-edge-xmpp-port = The port is that of the documented firewall table (E-120). The reference of `Set-CsEdgeServer` names 5098 as the default of its setting: look which one your Edge Servers use.
remark-central-management-store = Only the pool with the Central Management store needs this, and the plan does not say which pool that is (M-181). `Get-CsManagementConnection` tells; leave the row out for all other pools, but for the one that takes the store over.
remark-no-direct-server-return = Direct server return is not supported (M-169).
remark-each-request-balanced = With mobile devices the balancer must balance each request within a TCP session; F5 calls it OneConnect. Applications on iOS need TLS 1.2 (M-167).
remark-cookie = The cookie is called `{ $cookie }`. It has no expiry time and is not marked httpOnly, and the balancer sets it in every response whose request had none, also on a connection that is used again (M-163, M-164, M-165).
remark-all-from-the-proxy = Sources disagree here (M-295): the mobility page asks for persistence by source address (M-159), the port tables for none (M-172). Behind a reverse proxy all requests have its address (M-134), so the load will be uneven. No persistence is the alternative, or cookies, which do no harm (M-162).
remark-forward-host-header = The rule of the reverse proxy that leads here forwards the host header, with cookies and without (M-166, M-296).
remark-root-certificates = Clients and devices that fetch the root certificate come here too (M-175).
remark-trust-internal-ca = The reverse proxy must trust the root of the internal CA that issued the certificate of the server behind it (M-102).
remark-gateway-outside = The reverse proxy has its default gateway on the external side only; the way to the servers is a static route on the internal side (M-139).
remark-two-rules = With a Director two rules change, this one and that of the Front End pool (M-132).

## The purpose of a flow

flow-edge-revocation = lists of revoked certificates
flow-edge-dns = name resolution
flow-edge-sign-in = sign-in of clients outside
flow-edge-federation = SIP with federated partners, users online and the push service; with clients too where all services share one address
flow-edge-conferences = conference content for people outside
flow-edge-media-relay = media, relayed
flow-edge-stun = STUN and TURN: the way of media
flow-edge-xmpp = XMPP partners
flow-edge-sip = SIP between inside and outside
flow-edge-content = conference content
flow-edge-authentication = A/V authentication
flow-edge-internal-media = media between inside and outside
flow-edge-replication = replication of the configuration from the Central Management store
flow-edge-logging = central logging
flow-office-web-apps = presentations in conferences
flow-director = from the Director to the home pool
flow-branch = from the branch to its pool
flow-between-pools = Autodiscover at a pool other than one's own
flow-legacy-sign-in = sign-in of older clients and desk phones inside
flow-branch-wifi = UCWA of users who are homed on the branch appliance
flow-push-apple = push notifications of Apple for Lync 2010 Mobile
flow-push-windows-phone = push notifications of Microsoft for Windows Phone
