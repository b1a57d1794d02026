//! Digests: of a plan's answers, and of files.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::plan::Plan;

/// The SHA-256 of some bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The digest of a plan: over its answers, said or open, not over comments, decisions or the order of lists of sections.
#[must_use]
pub fn plan_digest(plan: &Plan) -> String {
    format!("sha256:{}", sha256(plan.answers().join("\n").as_bytes()))
}
