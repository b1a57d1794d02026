//! Who travels, and from where.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::plan::{Access, Plan, Platform, Platform2010};

/// What Lync 2010 Mobile runs on.
const ON_2010: &[Platform2010] =
    &[Platform2010::Apple, Platform2010::WindowsPhone, Platform2010::Android, Platform2010::Symbian];

/// What the later mobile clients run on.
const LATER: &[Platform] = &[Platform::Apple, Platform::WindowsPhone, Platform::Android];

/// Who travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Client {
    /// Lync 2010 Mobile.
    Lync2010Mobile(Platform2010),
    /// Lync 2013 Mobile.
    Lync2013Mobile(Platform),
    /// Skype for Business on a mobile device.
    SfbMobile(Platform),
    /// A client on a computer that finds its way by Autodiscover, and signs in through the Edge.
    Desktop,
    /// A client older than Lync 2013 or a desk phone, which finds its way by SRV records (M-282).
    LegacyDesktop,
    /// A browser that joins a meeting.
    Browser,
    /// A Front End Server that looks for a mailbox.
    ExchangeAutodiscover,
    /// A user online who calls the telephone network through Cloud Connector.
    PstnCallOut,
    /// Somebody in the telephone network who calls such a user.
    PstnCallIn,
}

impl Client {
    /// Whether it is a mobile device.
    #[must_use]
    pub const fn is_mobile(self) -> bool {
        matches!(self, Self::Lync2010Mobile(_) | Self::Lync2013Mobile(_) | Self::SfbMobile(_))
    }

    /// Every client that there can be, by name.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = ON_2010.iter().copied().map(Self::Lync2010Mobile).collect();
        all.extend(LATER.iter().copied().map(Self::Lync2013Mobile));
        all.extend(LATER.iter().copied().map(Self::SfbMobile));
        all.extend([
            Self::Desktop,
            Self::LegacyDesktop,
            Self::Browser,
            Self::ExchangeAutodiscover,
            Self::PstnCallOut,
            Self::PstnCallIn,
        ]);
        all.sort_by_key(ToString::to_string);
        all
    }
}

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lync2010Mobile(on) => write!(f, "lync-2010-mobile-{}", on.word()),
            Self::Lync2013Mobile(on) => write!(f, "lync-2013-mobile-{}", on.word()),
            Self::SfbMobile(on) => write!(f, "sfb-mobile-{}", on.word()),
            Self::Desktop => f.write_str("desktop"),
            Self::LegacyDesktop => f.write_str("legacy-desktop"),
            Self::Browser => f.write_str("browser"),
            Self::ExchangeAutodiscover => f.write_str("exchange-autodiscover"),
            Self::PstnCallOut => f.write_str("pstn-call-out"),
            Self::PstnCallIn => f.write_str("pstn-call-in"),
        }
    }
}

impl Serialize for Client {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Network {
    /// The company's network.
    Corporate,
    /// The Internet.
    Internet,
    /// The company's Wi-Fi.
    Wifi,
}

impl Network {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Corporate, Self::Internet, Self::Wifi];

    /// The word of the document.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Corporate => "corporate",
            Self::Internet => "internet",
            Self::Wifi => "wifi",
        }
    }

    /// Whether it is one of the company's own.
    #[must_use]
    pub const fn is_inside(self) -> bool {
        !matches!(self, Self::Internet)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Serialize for Network {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// A client in a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Traveller {
    /// Who.
    pub client: Client,
    /// Where.
    pub network: Network,
}

impl Traveller {
    /// Everybody who signs in to the pools of a plan, sorted by name and network. What the plan excludes is not there:
    /// nobody outside where clients are inside only, nobody on Wi-Fi where devices stay away from it.
    #[must_use]
    pub fn all_of(plan: &Plan) -> Vec<Self> {
        let clients = &plan.clients;
        let is_outside = *plan.mobility.access.given().value() == Access::InternalAndExternal;
        let on_wifi = *clients.internal_wifi.given().value();
        let has_edge = plan.sites.iter().any(|site| site.edge_pools.iter().next().is_some());
        let is_legacy = *plan.domains.legacy_sign_in.given().value();
        let is_there = |traveller: &Self| match (traveller.client, traveller.network) {
            (client, Network::Internet) if client.is_mobile() => is_outside,
            (client, Network::Wifi) if client.is_mobile() => on_wifi,
            (Client::Desktop, Network::Internet) => is_outside && has_edge,
            (Client::LegacyDesktop, Network::Internet) => is_outside && has_edge && is_legacy,
            (Client::LegacyDesktop, Network::Corporate) => is_legacy,
            (Client::Browser, Network::Internet) => is_outside,
            (Client::Browser, Network::Corporate) => true,
            _ => false,
        };
        let has = |client: &Client| match client {
            Client::Lync2010Mobile(on) => clients.lync_2010_mobile.given().value().contains(on),
            Client::Lync2013Mobile(on) => clients.lync_2013_mobile.given().value().contains(on),
            Client::SfbMobile(on) => clients.sfb_mobile.given().value().contains(on),
            Client::Desktop | Client::LegacyDesktop | Client::Browser => true,
            Client::ExchangeAutodiscover | Client::PstnCallOut | Client::PstnCallIn => false,
        };
        let everywhere = |client| Network::ALL.iter().map(move |network| Self { client, network: *network });
        Client::all().into_iter().filter(has).flat_map(everywhere).filter(is_there).collect()
    }
}
