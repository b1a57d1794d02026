//! A DNS record, and the zone it belongs to.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::plan::{Because, Domains, InternalZones, Plan};
use crate::requirement::Level;
use crate::requirement::rule::Maker;
use crate::text::Message;
use crate::value::{Address, Fqdn, Port, SipDomain};

/// Who sees a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// The Internet.
    External,
    /// The company's network.
    Internal,
    /// The perimeter.
    Perimeter,
}

impl View {
    /// The word of the plan's documents, and the folder of its zone files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::External => "external",
            Self::Internal => "internal",
            Self::Perimeter => "perimeter",
        }
    }
}

/// The owner of a record: a host name, or a service such as `_sip._tls.contoso.com`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnerName(Arc<str>);

impl OwnerName {
    /// The name of a service in a SIP domain.
    #[must_use]
    pub fn service(service: &str, domain: &SipDomain) -> Self {
        Self(format!("{service}.{domain}").into())
    }

    /// The name as text, without a final dot.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&Fqdn> for OwnerName {
    fn from(name: &Fqdn) -> Self {
        Self(name.shared())
    }
}

impl fmt::Display for OwnerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordData {
    /// A or AAAA.
    Address(Address),
    /// CNAME.
    Cname(Fqdn),
    /// SRV with priority 0 and weight 0 (E-053).
    Srv(Port, Fqdn),
    /// SRV as Office 365 makes it: with priority and weight (C-094).
    OnlineSrv(u16, u16, Port, Fqdn),
}

impl RecordData {
    /// The type of the record.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Address(address) if address.is_v6() => "AAAA",
            Self::Address(_) => "A",
            Self::Cname(_) => "CNAME",
            Self::Srv(..) | Self::OnlineSrv(..) => "SRV",
        }
    }
}

impl fmt::Display for RecordData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => address.fmt(f),
            Self::Cname(target) => target.fmt(f),
            Self::Srv(port, target) => write!(f, "0 0 {port} {target}"),
            Self::OnlineSrv(priority, weight, port, target) => {
                write!(f, "{priority} {weight} {port} {target}")
            }
        }
    }
}

/// A DNS record. Sorted by view, zone and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DnsRecord {
    /// Who sees it.
    pub view: View,
    /// The zone that holds it.
    pub zone: OwnerName,
    /// The owner.
    pub name: OwnerName,
    /// What it says.
    pub data: RecordData,
    /// Time to live, in seconds.
    pub ttl: u32,
    /// How much it is needed.
    pub level: Level,
}

impl Serialize for DnsRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("DnsRecord", 7)?;
        fields.serialize_field("view", &self.view)?;
        fields.serialize_field("zone", self.zone.as_str())?;
        fields.serialize_field("name", self.name.as_str())?;
        fields.serialize_field("type", self.data.kind())?;
        fields.serialize_field("value", &self.data.to_string())?;
        fields.serialize_field("ttl", &self.ttl)?;
        fields.serialize_field("level", &self.level)?;
        fields.end()
    }
}

/// What records of one reason have in common.
pub(super) struct Common {
    view: View,
    level: Level,
    facts: Vec<&'static str>,
    remarks: Vec<Message>,
    /// Where it is not the plan's.
    ttl: Option<u32>,
}

impl Common {
    pub(super) const fn new(view: View, level: Level) -> Self {
        Self { view, level, facts: Vec::new(), remarks: Vec::new(), ttl: None }
    }

    pub(super) const fn required(view: View) -> Self {
        Self::new(view, Level::Required)
    }

    /// The same, stated also by these facts.
    pub(super) fn stated_by(mut self, facts: &[&'static str]) -> Self {
        self.facts.extend(facts);
        self
    }

    /// The same, lasting as long as somebody else says.
    pub(super) const fn lasting(mut self, ttl: u32) -> Self {
        self.ttl = Some(ttl);
        self
    }

    /// The same, with these remarks.
    pub(super) fn saying(mut self, remarks: Vec<Message>) -> Self {
        self.remarks = remarks;
        self
    }
}

/// The address records of a host, IPv4 and IPv6 alike.
pub(super) fn addresses<'a>(
    owner: &Fqdn,
    addresses: &'a [Address],
) -> impl Iterator<Item = (OwnerName, RecordData)> + use<'a> {
    let owner = OwnerName::from(owner);
    addresses.iter().map(move |address| (owner.clone(), RecordData::Address(*address)))
}

/// Which zone holds a name. Made once for a plan.
pub(in crate::requirement) struct Zones<'p> {
    plan: &'p Plan,
    sip: HashMap<&'p str, &'p SipDomain>,
}

impl<'p> Zones<'p> {
    pub(in crate::requirement) fn of(plan: &'p Plan) -> Self {
        let sip = plan.domains.sip.given().value().iter();
        let sip = sip.map(|domain| (domain.as_fqdn().as_str(), domain)).collect();
        Self { plan, sip }
    }

    /// The SIP domain that a host lies directly below.
    pub(in crate::requirement) fn sip_above(&self, host: &Fqdn) -> Option<&'p SipDomain> {
        let (_, parent) = host.as_str().split_once('.')?;
        self.sip.get(parent).copied()
    }

    /// Adds records that share one reason, but for the answers that say which zone holds each.
    pub(super) fn add(
        &self,
        maker: &mut Maker<'_, DnsRecord>,
        mut because: Because,
        common: Common,
        records: impl IntoIterator<Item = (OwnerName, RecordData)>,
    ) {
        let Common { view, level, mut facts, remarks, ttl } = common;
        let ttl = ttl.unwrap_or_else(|| because.read(&self.plan.domains.ttl).0);
        let mut made: Vec<(Asked, Vec<DnsRecord>)> = Vec::new();
        for (name, data) in records {
            let (zone, held) = self.zone_of(view, &name);
            let record = DnsRecord { view, zone, name, data, ttl, level };
            match made.iter_mut().find(|(known, _)| *known == held) {
                Some((_, alike)) => alike.push(record),
                None => made.push((held, vec![record])),
            }
        }
        let is_v6 = |record: &DnsRecord| matches!(record.data, RecordData::Address(at) if at.is_v6());
        if made.iter().flat_map(|(_, alike)| alike).any(is_v6) {
            facts.push("M-058");
        }
        for (held, alike) in made {
            let mut because = because.clone();
            held.read(&self.plan.domains, &mut because);
            let reason = maker.reason_with(&because, &facts, remarks.clone());
            for record in alike {
                maker.add(&reason, record);
            }
        }
    }

    /// The longest SIP or Active Directory domain that holds the name; else the name's parent. Inside, a name in a SIP
    /// domain may be a zone of its own (M-063). Beside it, which answers were asked.
    fn zone_of(&self, view: View, name: &OwnerName) -> (OwnerName, Asked) {
        let domains = &self.plan.domains;
        let mut asked = Asked::default();
        let has_pin_points =
            view == View::Internal && *domains.internal_sip_zones.given().value() == InternalZones::PinPoint;
        let directory = domains.active_directory.given().value();
        let mut has_room = false;
        for (depth, suffix) in suffixes(name.as_str()).enumerate() {
            let (is_directory, sip) = (suffix == directory.as_str(), self.sip.get(suffix));
            let is_sip = sip.is_some();
            // A name directly below its zone has no room for a zone between them; a deeper one depends on both.
            asked.directory |= is_directory || (is_sip && has_room);
            asked.sip |= is_sip || (is_directory && has_room);
            if is_directory {
                return (directory.into(), asked);
            }
            if let Some(zone) = sip {
                asked.how_kept = view == View::Internal;
                let zone = if has_pin_points { name.clone() } else { zone.as_fqdn().into() };
                return (zone, asked);
            }
            // The labels of a service are in no domain's name.
            has_room |= depth > 0 && !suffix.starts_with('_');
        }
        // A domain of at least two labels above the parent would be the zone; with pin-point zones, the name itself would
        // be one if its parent were a SIP domain. How the zones are kept can change nothing alone.
        let has_room = suffixes(name.as_str()).skip(2).any(|above| above.contains('.'));
        asked.directory |= has_room;
        asked.sip |= has_room || has_pin_points;
        let parent = suffixes(name.as_str()).nth(1);
        (parent.map_or_else(|| name.clone(), |parent| OwnerName(parent.into())), asked)
    }
}

/// Which answers were asked for the zone of a name.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Asked {
    directory: bool,
    sip: bool,
    how_kept: bool,
}

impl Asked {
    /// Takes them down.
    fn read(self, domains: &Domains, because: &mut Because) {
        if self.directory {
            because.read(&domains.active_directory);
        }
        if self.sip {
            because.read(&domains.sip);
        }
        if self.how_kept {
            because.read(&domains.internal_sip_zones);
        }
    }
}

/// The name and everything above it, longest first.
fn suffixes(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |name| name.split_once('.').map(|(_, rest)| rest))
}
