# Words of the topology drawing: boxes, arrows, the file and the view.

## Zones

drawing-zone-internet = Internet
drawing-zone-perimeter = Perimeter
drawing-zone-inside = Inside

## What boxes are

drawing-clients-outside = Clients outside
    .many = { $count } × clients outside
drawing-federation = Federation
    .many = { $count } × federation
drawing-xmpp-partners = XMPP partners
    .many = { $count } × XMPP partners
drawing-office-365 = Office 365
    .many = { $count } × Office 365
drawing-apple-push = Push service of Apple
    .many = { $count } × push services of Apple
drawing-microsoft-push = Push service of Microsoft
    .many = { $count } × push services of Microsoft
drawing-internet-services = DNS and revocation lists
    .many = { $count } × DNS and revocation lists
drawing-reverse-proxy = Reverse proxy
    .many = { $count } reverse proxies
drawing-edge = Edge pool
    .many = { $count } Edge pools
drawing-cloud-connector = Cloud Connector
    .many = { $count } sites of Cloud Connector
drawing-wifi = Company Wi-Fi
    .many = { $count } × company Wi-Fi
drawing-director = Director pool
    .many = { $count } Director pools
drawing-front-end = Front End pool
    .many = { $count } Front End pools
drawing-office-web-apps = Office Web Apps Server
    .many = { $count } Office Web Apps Servers
drawing-survivable-branch = Survivable Branch Appliance
    .many = { $count } Survivable Branch Appliances
drawing-anybody = Any host inside
    .many = { $count } × any host inside
drawing-internal-clients = Clients inside
    .many = { $count } × clients inside
drawing-load-balancer = Load balancer
    .many = { $count } load balancers
drawing-exchange = Exchange
    .many = { $count } × Exchange
drawing-pstn-gateway = PSTN gateway
    .many = { $count } PSTN gateways

## What boxes have

drawing-face-access = Access Edge
drawing-face-web-conferencing = Web Conferencing
drawing-face-av = A/V Edge
drawing-face-cloud-edge = Edge Server
drawing-face-cloud-mediation = Mediation Server
drawing-face-cloud-host = host
drawing-outside = outside
drawing-inside = inside
drawing-address = address
drawing-pool = pool
drawing-server = server
drawing-web-external = external web
drawing-web-internal = internal web
drawing-autodiscover = Autodiscover
drawing-tenant = tenant
drawing-exchange-online = Exchange Online
drawing-skype-online = Skype for Business Online
drawing-partners = federated partners
drawing-push = push notifications
drawing-users-online = users online
drawing-more = … and { $count } more
drawing-among = among these: { $ports }
drawing-certificate = certificate { $id }
drawing-records = { $count ->
    [one] 1 DNS record
   *[other] { $count } DNS records
}

## The file

purpose-topology = the drawing of the topology, for design documents
drawing-title = Topology
drawing-about = { $version } · { $domains ->
    [one] 1 SIP domain
   *[other] { $domains } SIP domains
} · goes live on { $day }
drawing-description = { $boxes } boxes in three zones and { $arrows } arrows between them. The ports of an arrow stand in the box where it ends.
drawing-legend-internet = comes from the Internet; its ports stand where it ends
drawing-legend-perimeter = comes from the perimeter
drawing-legend-inside = comes from inside
drawing-legend-recommended = recommended
drawing-legend-optional = optional
drawing-legend-balancing = balances these ports

## The view

action-view-topology = View: topology
action-next-box = The next box of the drawing
    .short = next box
action-previous-box = The box before
view-topology = Topology
topology-none = Nothing stands anywhere yet. Add sites and pools.
topology-waits = The drawing is being made …
topology-zone = { $zone } { $first }–{ $last }/{ $count }
topology-names = Names and addresses
topology-arriving = Ports of what arrives
topology-leaving = Ports of what leaves
topology-balancing = Balanced ports
topology-certificates = Certificates
topology-published = Published names
topology-records = DNS records
topology-arrives = { $ports } from { $box }: { $purpose }
topology-leaves = { $ports } to { $box }: { $purpose }
topology-certificate = { $id }: { $subject }, { $count ->
    [one] 1 name
   *[other] { $count } names
}, { $issuer }
topology-issuer-public = signed by a public authority
topology-issuer-internal = signed by the company's own authority
topology-record = { $view }: { $name } { $type } { $value }
topology-publishing = { $name }:{ $port } → { $target }:{ $behind }
topology-balances = { $address }:{ $port } → { $pool }:{ $behind }
