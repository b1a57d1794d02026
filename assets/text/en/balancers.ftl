# Words of the rule sheets for load balancers.

audience-balancer = load-balancer team

balancer-rules = Balancing rules
balancer-rules-intro = One virtual service for each section below. Make each exactly so; where the product asks for more, leave its default.
balancer-setting = Setting
balancer-value = Value
balancer-pool = Pool
balancer-side = Asked from
balancer-side-internal = inside
balancer-side-external = outside: by the reverse proxy or, at an Edge pool, from the Internet
balancer-listener = Virtual address and port
balancer-member = Member
balancer-no-address = no address of this family: not a member here
balancer-persistence = Persistence
balancer-persistence-source = by source address
balancer-persistence-cookie = by a cookie with the name
balancer-persistence-cookie-kind = inserted by the balancer, without expiry time, not httpOnly (M-163, M-164, M-165)
balancer-persistence-none = none
balancer-tls = TLS
balancer-tls-passed = passed on as it comes, if there is any; the servers end it
balancer-tls-ended = ended here, as the cookie needs it, and begun again towards the servers with the internal authority trusted and the name verified (M-136); the name is
balancer-tls-profile = Profile of TLS
balancer-tls-versions = Versions of TLS for clients, no other
balancer-tls-suites = Cipher suites for clients, in this order
balancer-tls-inside = Versions of TLS towards the servers
balancer-tls-inside-why = Before Windows Server 2016 the servers have no ECDHE with RSA and GCM, and up to Windows Server 2019 no TLS 1.3: besides the suites above, offer them
balancer-certificate = Certificate of the listener
balancer-certificate-names = for the name above and the other names of
balancer-monitor = Monitor
balancer-monitor-port = a TCP connection to each member on port
balancer-idle = Idle time-out
balancer-source = Way back
balancer-source-through = through the balancer, never past it (M-169): where it is not the gateway of the servers, it puts its own address in the place of the source
