//! TCP and UDP ports.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Refusal;

/// A TCP or UDP port, 1 to 65535.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64")]
pub struct Port(u16);

impl TryFrom<u64> for Port {
    type Error = Refusal;

    fn try_from(number: u64) -> Result<Self, Refusal> {
        match u16::try_from(number) {
            Ok(port) if port > 0 => Ok(Self(port)),
            _ => Err(Refusal::OutOfRange(1, u64::from(u16::MAX))),
        }
    }
}

impl Port {
    /// The first one.
    pub const FIRST: Self = Self(1);
    /// The last one.
    pub const LAST: Self = Self(u16::MAX);

    /// The port as a number.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
