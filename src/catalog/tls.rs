//! The profile of TLS settings that configurations carry.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::assets::asset;
use crate::value::Date;

/// A published profile of TLS settings.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TlsProfile {
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
    /// The ciphers of TLS 1.2 by OpenSSL's names, the preferred one first.
    pub ciphers: Vec<String>,
}

/// The profile.
#[must_use]
pub fn tls_profile() -> &'static TlsProfile {
    #[derive(Deserialize)]
    struct File {
        profile: TlsProfile,
    }
    #[expect(
        clippy::expect_used,
        reason = "an embedded file; every test that generates would fail otherwise"
    )]
    static PROFILE: LazyLock<TlsProfile> = LazyLock::new(|| {
        serde_yaml::from_str::<File>(asset("facts/tls.yaml")).expect("the profile can be read").profile
    });
    &PROFILE
}
