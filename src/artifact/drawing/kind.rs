//! What a box is, in which zone such boxes stand, and which side of it an arrow touches.

/// A zone: a column of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The Internet.
    Internet,
    /// The perimeter network.
    Perimeter,
    /// The company's network.
    Inside,
}

impl Zone {
    /// All of them, from outside to inside.
    pub const ALL: [Self; 3] = [Self::Internet, Self::Perimeter, Self::Inside];

    /// The key of its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Internet => "drawing-zone-internet",
            Self::Perimeter => "drawing-zone-perimeter",
            Self::Inside => "drawing-zone-inside",
        }
    }
}

/// What a box is, in the order in which boxes stand in their zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Clients on the Internet.
    ClientsOutside,
    /// Federated partners and the services that federation reaches.
    Federation,
    /// Partners of XMPP.
    XmppPartners,
    /// Services of Microsoft's cloud.
    Office365,
    /// The push service of Apple.
    ApplePush,
    /// The push service of Microsoft.
    MicrosoftPush,
    /// Name servers and revocation lists.
    InternetServices,
    /// A reverse proxy.
    ReverseProxy,
    /// An Edge pool.
    Edge,
    /// The Cloud Connector appliances of a PSTN site.
    CloudConnector,
    /// The company's Wi-Fi.
    Wifi,
    /// A Director pool.
    Director,
    /// A Front End pool or a Standard Edition server.
    FrontEnd,
    /// An Office Web Apps Server.
    OfficeWebApps,
    /// A Survivable Branch Appliance.
    SurvivableBranch,
    /// Whoever else is inside.
    Anybody,
    /// Clients inside.
    InternalClients,
    /// A hardware load balancer.
    LoadBalancer,
    /// The Exchange servers.
    Exchange,
    /// A gateway to the telephone network.
    PstnGateway,
}

impl Kind {
    /// The zone where such boxes stand.
    #[must_use]
    pub const fn zone(self) -> Zone {
        match self {
            Self::ClientsOutside
            | Self::Federation
            | Self::XmppPartners
            | Self::Office365
            | Self::ApplePush
            | Self::MicrosoftPush
            | Self::InternetServices => Zone::Internet,
            Self::ReverseProxy | Self::Edge | Self::CloudConnector => Zone::Perimeter,
            _ => Zone::Inside,
        }
    }

    /// The key of its words: of one, and under `.many` of several.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ClientsOutside => "drawing-clients-outside",
            Self::Federation => "drawing-federation",
            Self::XmppPartners => "drawing-xmpp-partners",
            Self::Office365 => "drawing-office-365",
            Self::ApplePush => "drawing-apple-push",
            Self::MicrosoftPush => "drawing-microsoft-push",
            Self::InternetServices => "drawing-internet-services",
            Self::ReverseProxy => "drawing-reverse-proxy",
            Self::Edge => "drawing-edge",
            Self::CloudConnector => "drawing-cloud-connector",
            Self::Wifi => "drawing-wifi",
            Self::Director => "drawing-director",
            Self::FrontEnd => "drawing-front-end",
            Self::OfficeWebApps => "drawing-office-web-apps",
            Self::SurvivableBranch => "drawing-survivable-branch",
            Self::Anybody => "drawing-anybody",
            Self::InternalClients => "drawing-internal-clients",
            Self::LoadBalancer => "drawing-load-balancer",
            Self::Exchange => "drawing-exchange",
            Self::PstnGateway => "drawing-pstn-gateway",
        }
    }
}

/// Which side or service of a box an arrow touches, where the box has several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// The Access Edge service.
    Access,
    /// The Web Conferencing Edge service.
    WebConferencing,
    /// The A/V Edge service.
    Av,
    /// The Edge Server of a Cloud Connector appliance.
    CloudEdge,
    /// The Mediation Server of a Cloud Connector appliance.
    CloudMediation,
    /// The host of a Cloud Connector appliance.
    CloudHost,
}

impl Face {
    /// The key of its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Access => "drawing-face-access",
            Self::WebConferencing => "drawing-face-web-conferencing",
            Self::Av => "drawing-face-av",
            Self::CloudEdge => "drawing-face-cloud-edge",
            Self::CloudMediation => "drawing-face-cloud-mediation",
            Self::CloudHost => "drawing-face-cloud-host",
        }
    }
}
