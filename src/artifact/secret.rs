//! What nobody but its owner may see: a private key, or the passphrase of one.

use std::fmt;

use zeroize::Zeroizing;

/// Bytes that are never shown, and are overwritten in memory when they are no longer needed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes the bytes over; no copy of them is left.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, for those who need them.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_sees_it() {
        assert_eq!(format!("{:?}", Some(Secret::new(b"open sesame".to_vec()))), "Some(Secret)");
    }
}
