//! What hardware load balancers do (`assets/facts/balancing.yaml`, M-158 to M-175).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::Number;
use crate::value::Port;

/// A port of the address of a pool, where all its traffic goes through hardware.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BalancedPort {
    /// The port.
    pub port: Port,
    /// The fact that states it.
    pub fact: String,
    /// Directors have it too.
    #[serde(default)]
    pub director: bool,
    /// Only where the Mediation Server runs on the servers.
    #[serde(default)]
    pub mediation: bool,
}

/// What hardware load balancers do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balancing {
    /// The port by which a member's health is told.
    pub monitor: Number<Port>,
    /// A connection may be silent for so long, in seconds.
    pub idle_timeout: Number<u32>,
    /// The name of the cookie that keeps requests with one member.
    pub cookie: Number<String>,
    /// Ports of the address of a pool.
    pub ports: Vec<BalancedPort>,
}

/// What hardware load balancers do.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn balancing() -> &'static Balancing {
    static BALANCING: LazyLock<Balancing> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/balancing.yaml"))
            .expect("assets/facts/balancing.yaml is well-formed")
    });
    &BALANCING
}
