//! Networks that nobody reaches from the Internet (`assets/facts/networks.yaml`, D-005).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::Number;
use crate::value::{Address, Network};

/// A network of private or reserved addresses.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrivateNetwork {
    /// The network.
    pub network: Network,
    /// The document that keeps it back.
    pub kept_by: Number<String>,
}

#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
static TABLE: LazyLock<Vec<PrivateNetwork>> = LazyLock::new(|| {
    serde_yaml::from_str(asset("facts/networks.yaml")).expect("assets/facts/networks.yaml is well-formed")
});

/// All of them.
#[must_use]
pub fn private_networks() -> &'static [PrivateNetwork] {
    &TABLE
}

/// The private or reserved network that holds this address, where one does.
#[must_use]
pub fn private_network(address: &Address) -> Option<&'static PrivateNetwork> {
    TABLE.iter().find(|kept| kept.network.contains(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_for_examples_are_public_ones() {
        let kept_by = |text: &str| {
            private_network(&text.parse().unwrap()).map(|network| network.kept_by.value.as_str())
        };
        for public in ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "172.32.0.1", "11.0.0.1"] {
            assert_eq!(kept_by(public), None, "{public}");
        }
        assert_eq!(kept_by("172.31.255.255"), Some("RFC 1918"));
        assert_eq!(kept_by("::ffff:10.0.0.1"), Some("RFC 1918"));
        assert_eq!(kept_by("100.64.0.1"), Some("RFC 6598"));
        assert_eq!(kept_by("fd00::1"), Some("RFC 4193"));
        assert_eq!(kept_by("fe80::1"), Some("RFC 4291"));
    }
}
