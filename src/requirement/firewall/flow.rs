//! A flow that firewalls must let pass: who begins it, who answers, on which ports.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::catalog::{Behind, Need, Transport};
use crate::plan::Because;
use crate::requirement::Level;
use crate::text::Message;
use crate::topology::{Edge, Pool, PoolRole, Service};
use crate::value::{Fqdn, ObjectName, Port};

/// One end of a flow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The Internet.
    Internet,
    /// Whoever inside or in the perimeter.
    Any,
    /// The company's Wi-Fi.
    Wifi,
    /// Clients inside.
    InternalClients,
    /// The side of a reverse proxy to the Internet.
    ProxyExternal(ObjectName),
    /// The side of a reverse proxy to the servers.
    ProxyInternal(ObjectName),
    /// A Front End pool.
    FrontEnd(Fqdn),
    /// A Director pool.
    Director(Fqdn),
    /// An Office Web Apps Server.
    OfficeWebApps(Fqdn),
    /// The internal side of an Edge pool.
    EdgeInternal(Fqdn),
    /// A service of an Edge pool, outside.
    EdgeService(Service, Fqdn),
    /// A Survivable Branch Appliance.
    SurvivableBranch(Fqdn),
    /// An Exchange server.
    Exchange(Fqdn),
    /// A gateway to the telephone network.
    PstnGateway(Fqdn),
    /// The Mediation Server of a Cloud Connector appliance, by its host.
    CloudMediation(ObjectName),
    /// The Edge Server of a Cloud Connector appliance, outside, by its host.
    CloudEdge(ObjectName),
    /// The host of a Cloud Connector appliance.
    CloudHost(ObjectName),
}

impl End {
    /// The end that a pool is.
    #[must_use]
    pub fn of(pool: &Pool, because: &mut Because) -> Self {
        let fqdn = because.read(&pool.fqdn).clone();
        match pool.role {
            PoolRole::Director => Self::Director(fqdn),
            PoolRole::FrontEnd => Self::FrontEnd(fqdn),
        }
    }

    /// The internal side of an Edge pool.
    pub(super) fn inside(edge: &Edge, because: &mut Because) -> Self {
        Self::EdgeInternal(because.read(&edge.pool.fqdn).clone())
    }

    /// The external side of a service of an Edge pool.
    pub(super) fn outside(service: Service, edge: &Edge, because: &mut Because) -> Self {
        Self::EdgeService(service, because.read(&edge.pool.fqdn).clone())
    }

    /// Whether it lies beyond the company's own network.
    const fn is_beyond(&self) -> bool {
        matches!(self, Self::Internet)
    }

    /// What it is, without its name.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Internet => "internet",
            Self::Any => "any",
            Self::Wifi => "wifi",
            Self::InternalClients => "internal-clients",
            Self::ProxyExternal(_) | Self::ProxyInternal(_) => "reverse-proxy",
            Self::FrontEnd(_) => "front-end",
            Self::Director(_) => "director",
            Self::OfficeWebApps(_) => "office-web-apps",
            Self::EdgeInternal(_) => "edge",
            Self::EdgeService(Service::Access, _) => "access-edge",
            Self::EdgeService(Service::WebConferencing, _) => "web-conferencing-edge",
            Self::EdgeService(Service::Av, _) => "av-edge",
            Self::SurvivableBranch(_) => "survivable-branch",
            Self::Exchange(_) => "exchange",
            Self::PstnGateway(_) => "pstn-gateway",
            Self::CloudMediation(_) => "cloud-connector-mediation",
            Self::CloudEdge(_) => "cloud-connector-edge",
            Self::CloudHost(_) => "cloud-connector-host",
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        match self {
            Self::Internet | Self::Any | Self::Wifi | Self::InternalClients => f.write_str(kind),
            Self::ProxyExternal(name) => write!(f, "{kind}:{name}:external"),
            Self::ProxyInternal(name) => write!(f, "{kind}:{name}:internal"),
            Self::EdgeInternal(pool) => write!(f, "{kind}:{pool}:internal"),
            Self::FrontEnd(fqdn)
            | Self::Director(fqdn)
            | Self::OfficeWebApps(fqdn)
            | Self::EdgeService(_, fqdn)
            | Self::SurvivableBranch(fqdn)
            | Self::Exchange(fqdn)
            | Self::PstnGateway(fqdn) => write!(f, "{kind}:{fqdn}"),
            Self::CloudMediation(host) | Self::CloudEdge(host) | Self::CloudHost(host) => {
                write!(f, "{kind}:{host}")
            }
        }
    }
}

impl Serialize for End {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a flow travels over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protocol {
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
}

impl From<Transport> for Protocol {
    fn from(transport: Transport) -> Self {
        match transport {
            Transport::Tcp => Self::Tcp,
            Transport::Udp => Self::Udp,
        }
    }
}

impl From<Need> for Level {
    fn from(need: Need) -> Self {
        match need {
            Need::Required => Self::Required,
            Need::Recommended => Self::Recommended,
            Need::Optional => Self::Optional,
        }
    }
}

impl Protocol {
    /// The word of the documents.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
        }
    }
}

/// One port, or all from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ports {
    /// The first.
    pub first: Port,
    /// The last: the same where there is one only.
    pub last: Port,
}

impl Ports {
    /// All there are: what tables of flows call "any".
    pub const ALL: Self = Self { first: Port::FIRST, last: Port::LAST };
}

impl From<Port> for Ports {
    fn from(port: Port) -> Self {
        Self { first: port, last: port }
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { self.first.fmt(f) } else { write!(f, "{}-{}", self.first, self.last) }
    }
}

impl Serialize for Ports {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A flow. Sorted by its ends, protocol and ports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirewallRule {
    /// Who begins it.
    pub from: End,
    /// Who answers.
    pub to: End,
    /// What it travels over.
    pub protocol: Protocol,
    /// The ports there.
    pub ports: Ports,
    /// The ports from which it comes; none where any will do.
    pub source_ports: Option<Ports>,
    /// How much it is needed.
    pub level: Level,
    /// What it is for.
    pub purpose: Message,
    /// To which addresses of an Edge pool it belongs, where hardware balances that.
    pub behind: Vec<Behind>,
    /// The facts about sources that disagree on it, sorted.
    pub disputed: Vec<&'static str>,
}

impl FirewallRule {
    /// What it travels over, and its ports: those it comes from, where not any will do, before those there.
    #[must_use]
    pub fn passage(&self) -> String {
        let protocol = self.protocol.word();
        match self.source_ports {
            Some(source) => format!("{protocol} {source} → {}", self.ports),
            None => format!("{protocol} {}", self.ports),
        }
    }

    /// `out` for what leaves for the Internet, `in` for everything else.
    #[must_use]
    pub const fn direction(&self) -> &'static str {
        if self.to.is_beyond() { "out" } else { "in" }
    }
}
