//! The paths of the external web site that a strict reverse proxy publishes (`assets/facts/paths.yaml`, M-142, M-143).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublishedPath {
    path: String,
    #[serde(rename = "fact")]
    _fact: String,
    /// It belongs to the Mobility Service (Mcx), which later versions lack (M-006).
    #[serde(default)]
    mcx: bool,
}

static PATHS: LazyLock<Vec<PublishedPath>> =
    LazyLock::new(|| serde_yaml::from_str(asset("facts/paths.yaml")).unwrap_or_default());

/// The documented paths, with that of Mcx or without.
#[must_use]
pub fn published_paths(with_mcx: bool) -> Vec<&'static str> {
    PATHS.iter().filter(|path| with_mcx || !path.mcx).map(|path| path.path.as_str()).collect()
}
