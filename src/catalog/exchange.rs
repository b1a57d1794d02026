//! What Exchange and its services are called, where they listen, and what each combination with Skype for Business gives
//! (`assets/facts/exchange.yaml`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::assets::asset;
use super::numbers::Number;
use crate::value::{Fqdn, Port};

/// How many columns the matrix has.
pub const COMBINATIONS: usize = 5;

/// Whether a combination gives a feature, in the matrix's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FeatureSupport {
    /// It does.
    #[serde(rename = "Y")]
    Yes,
    /// It does with Exchange 2013 or newer.
    #[serde(rename = "Y*")]
    From2013,
    /// It does not.
    #[serde(rename = "N")]
    No,
}

impl FeatureSupport {
    /// The word of the matrix.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "Y",
            Self::From2013 => "Y*",
            Self::No => "N",
        }
    }
}

/// A row of the matrix.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeatureData {
    /// The feature, in the word of the plan file.
    pub feature: String,
    /// The fact that states the row.
    pub fact: String,
    /// What each column says.
    pub support: [FeatureSupport; COMBINATIONS],
}

/// Ports, lengths and names of Exchange integration, each with its fact, and the matrix.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeData {
    /// The port of Outlook on the web as a trusted application, where the plan says nothing.
    pub application_port: Number<Port>,
    /// The digits of an extension, where the plan says nothing.
    pub extension_digits: Number<u32>,
    /// Ports that no trusted application can have.
    pub taken_ports: Number<Vec<Port>>,
    autodiscover: BTreeMap<String, Number<Fqdn>>,
    proxies: BTreeMap<String, Number<Fqdn>>,
    /// The matrix, in its order.
    pub features: Vec<FeatureData>,
}

impl ExchangeData {
    /// Where the Autodiscover name of a tenant leads, by the word of its cloud.
    #[must_use]
    pub fn autodiscover_of(&self, cloud: &str) -> Option<&Fqdn> {
        self.autodiscover.get(cloud).map(|name| &name.value)
    }

    /// The proxy of Exchange Online, by the word of the cloud.
    #[must_use]
    pub fn proxy_of(&self, cloud: &str) -> Option<&Fqdn> {
        self.proxies.get(cloud).map(|name| &name.value)
    }

    /// The row of a feature, by its word.
    #[must_use]
    pub fn feature(&self, word: &str) -> Option<&FeatureData> {
        self.features.iter().find(|row| row.feature == word)
    }
}

/// The ports, lengths, names and the matrix.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn exchange() -> &'static ExchangeData {
    static DATA: LazyLock<ExchangeData> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/exchange.yaml")).expect("assets/facts/exchange.yaml is well-formed")
    });
    &DATA
}
