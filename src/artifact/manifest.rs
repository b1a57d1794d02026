//! MANIFEST.json: what a folder holds, so that the next run knows what is its own.

use serde::{Deserialize, Serialize};

use crate::value::Date;

/// A file that a run wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestFile {
    /// Its path below the output folder, with `/`.
    pub path: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What `--only` calls it.
    pub artifact: String,
    /// The team it is for.
    pub audience: String,
}

/// What a folder holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// `ucplan-manifest/v1`.
    pub format: String,
    /// The program and its version.
    pub program: String,
    /// The digest of the plan.
    pub plan_digest: String,
    /// The day that serials carry.
    pub as_of: Date,
    /// The files are a draft: findings of severity error stand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// False while a run is writing: the folder then holds files of that run and of the one before.
    pub complete: bool,
    /// The files, sorted by path.
    pub files: Vec<ManifestFile>,
}

impl Manifest {
    /// The name of the file.
    pub const NAME: &str = "MANIFEST.json";

    /// Reads a manifest.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// The manifest as text.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}
