//! The profile of TLS settings that configurations carry.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::assets::asset;
use crate::value::Date;

/// A cipher suite of the profile.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Suite {
    /// The version of TLS that it belongs to, by OpenSSL's name.
    pub protocol: String,
    /// Its name in IANA's registry.
    pub iana: String,
    /// Its name for OpenSSL, where a list for OpenSSL has it.
    #[serde(default)]
    pub openssl: Option<String>,
    /// The first build of Windows Server that has it; none where no build has.
    #[serde(default)]
    pub windows: Option<u32>,
}

/// A version of TLS, or of what was there before it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// OpenSSL's name for it.
    pub name: String,
    /// How it is written.
    pub title: String,
    /// The first build of Windows Server that offers it; none where every build does.
    #[serde(default)]
    pub windows: Option<u32>,
    /// Whether the profile has it.
    #[serde(skip_deserializing)]
    pub is_wanted: bool,
    /// Whether the hop to the pools speaks it.
    #[serde(skip_deserializing)]
    pub is_inside: bool,
}

/// What the hop to the pools speaks.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Inside {
    /// The versions of TLS, by OpenSSL's names, the oldest first.
    pub protocols: Vec<String>,
    /// The suites that old pools need beside those of the profile, by IANA's names, the preferred one first.
    pub suites: Vec<String>,
}

/// A published profile of TLS settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TlsProfile {
    /// What its publisher says of it.
    #[serde(flatten)]
    pub published: Published,
    /// The ciphers that OpenSSL takes in a list, by its names, the preferred one first.
    pub ciphers: Vec<String>,
    /// Every version that a machine may still speak, the oldest first.
    pub versions: Vec<Version>,
    /// What the hop to the pools speaks.
    pub inside: Inside,
}

/// What a publisher says of a profile.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// What its publisher calls it.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The day it was published.
    pub date: Date,
    /// Where it stands.
    pub source: String,
    /// For how long browsers shall remember that a name speaks TLS, in seconds.
    pub hsts_seconds: u32,
    /// The versions of TLS, by OpenSSL's names, the oldest first.
    pub protocols: Vec<String>,
    /// The groups of the key exchange, the preferred one first.
    pub curves: Vec<String>,
    /// The cipher suites, the preferred one first.
    pub suites: Vec<Suite>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    profile: Published,
    inside: Inside,
    versions: Vec<Version>,
}

impl From<File> for TlsProfile {
    fn from(file: File) -> Self {
        let File { profile: published, inside, mut versions } = file;
        for version in &mut versions {
            version.is_wanted = published.protocols.contains(&version.name);
            version.is_inside = inside.protocols.contains(&version.name);
        }
        let ciphers = published.suites.iter().filter_map(|suite| suite.openssl.clone()).collect();
        Self { published, ciphers, versions, inside }
    }
}

/// The profile.
#[must_use]
pub fn tls_profile() -> &'static TlsProfile {
    #[expect(
        clippy::expect_used,
        reason = "an embedded file; every test that generates would fail otherwise"
    )]
    static PROFILE: LazyLock<TlsProfile> = LazyLock::new(|| {
        serde_yaml::from_str::<File>(asset("facts/tls.yaml")).expect("the profile can be read").into()
    });
    &PROFILE
}
