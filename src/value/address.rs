//! Internet addresses and networks, in IPv4 or IPv6.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use super::Refusal;

/// An IPv4 or IPv6 address of one machine or virtual address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Address(IpAddr);

impl Address {
    /// Whether this is an IPv6 address (its DNS record is then AAAA).
    #[must_use]
    pub const fn is_v6(&self) -> bool {
        self.0.is_ipv6()
    }

    /// The address and a port as one text, with the brackets IPv6 needs: `10.0.0.1:443`, `[2001:db8::1]:443`.
    #[must_use]
    pub fn with_port(&self, port: impl fmt::Display) -> String {
        match self.0 {
            IpAddr::V4(address) => format!("{address}:{port}"),
            IpAddr::V6(address) => format!("[{address}]:{port}"),
        }
    }
}

impl FromStr for Address {
    type Err = Refusal;

    /// Reads an address.
    ///
    /// # Errors
    /// [`Refusal::NotAnAddress`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        text.parse().map(Self).map_err(|_| Refusal::NotAnAddress)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A network in CIDR notation, such as `10.10.0.0/24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// The network of this prefix length that an address stands in; none where the prefix is longer than the address.
    #[must_use]
    pub fn around(address: &Address, prefix: u8) -> Option<Self> {
        let kept = |bits: u8| bits.checked_sub(prefix).map(u32::from);
        let address = match address.0 {
            IpAddr::V4(v4) => {
                let mask = u32::MAX.checked_shl(kept(32)?).unwrap_or(0);
                IpAddr::V4((u32::from(v4) & mask).into())
            }
            IpAddr::V6(v6) => {
                let mask = u128::MAX.checked_shl(kept(128)?).unwrap_or(0);
                IpAddr::V6((u128::from(v6) & mask).into())
            }
        };
        Some(Self { address, prefix })
    }

    /// Whether the address lies in it. An IPv4 address in the clothes of IPv6 counts as the former.
    #[must_use]
    pub fn contains(&self, address: &Address) -> bool {
        let above = |bits: u32| bits - u32::from(self.prefix);
        match (self.address, address.0.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                (u32::from(own) ^ u32::from(other)).checked_shr(above(32)).unwrap_or(0) == 0
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                (u128::from(own) ^ u128::from(other)).checked_shr(above(128)).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

impl TryFrom<String> for Network {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

impl FromStr for Network {
    type Err = Refusal;

    /// Reads a network whose host bits are all zero.
    ///
    /// # Errors
    /// [`Refusal::NotANetwork`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (address, prefix) = text.split_once('/').ok_or(Refusal::NotANetwork)?;
        let address: IpAddr = address.parse().map_err(|_| Refusal::NotANetwork)?;
        let prefix: u8 = prefix.parse().map_err(|_| Refusal::NotANetwork)?;
        let host_bits_are_zero = match address {
            IpAddr::V4(v4) => prefix <= 32 && u32::from(v4).checked_shl(u32::from(prefix)).unwrap_or(0) == 0,
            IpAddr::V6(v6) => {
                prefix <= 128 && u128::from(v6).checked_shl(u32::from(prefix)).unwrap_or(0) == 0
            }
        };
        if host_bits_are_zero { Ok(Self { address, prefix }) } else { Err(Refusal::NotANetwork) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

impl Serialize for Network {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_have_no_host_bits() {
        assert!("10.10.0.0/24".parse::<Network>().is_ok());
        assert!("0.0.0.0/0".parse::<Network>().is_ok());
        assert!("2001:db8::/32".parse::<Network>().is_ok());
        for wrong in ["10.10.0.1/24", "10.0.0.0", "10.0.0.0/33", "2001:db8::1/64", "x/8"] {
            assert_eq!(wrong.parse::<Network>(), Err(Refusal::NotANetwork), "{wrong}");
        }
    }

    #[test]
    fn a_network_contains_the_addresses_with_its_first_bits() {
        let contains = |network: &str, address: &str| {
            network.parse::<Network>().unwrap().contains(&address.parse().unwrap())
        };
        assert!(contains("172.16.0.0/12", "172.31.0.1"));
        assert!(!contains("172.16.0.0/12", "172.32.0.1"));
        assert!(contains("0.0.0.0/0", "203.0.113.1"));
        assert!(contains("10.0.0.1/32", "10.0.0.1"));
        assert!(!contains("fc00::/7", "10.0.0.1"));
        assert!(contains("fc00::/7", "fdff::1"));
    }

    #[test]
    fn a_network_lies_around_an_address() {
        let around = |text: &str, prefix| {
            Network::around(&text.parse().unwrap(), prefix).map(|network| network.to_string())
        };
        assert_eq!(around("10.50.1.7", 24), Some("10.50.1.0/24".to_owned()));
        assert_eq!(around("10.50.1.7", 32), Some("10.50.1.7/32".to_owned()));
        assert_eq!(around("10.50.1.7", 33), None);
        assert_eq!(around("2001:db8::7", 64), Some("2001:db8::/64".to_owned()));
        assert_eq!(around("2001:db8::7", 0), Some("::/0".to_owned()));
    }

    #[test]
    fn a_port_follows_a_bracketed_ipv6_address() {
        assert_eq!("2001:db8::1".parse::<Address>().unwrap().with_port(443), "[2001:db8::1]:443");
    }
}
