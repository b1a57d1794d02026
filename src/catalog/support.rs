//! How long the versions of the product are in support (`assets/facts/support.yaml`, D-007, D-008).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::known_fact;
use crate::value::Date;

/// The support of a version.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    version: String,
    /// The last day of support.
    pub valid_until: Date,
    #[serde(rename = "fact", deserialize_with = "known_fact")]
    _fact: (),
    /// Support lasts at least until then, and may last longer.
    #[serde(default)]
    pub at_least: bool,
    /// How it is upgraded, where a fact says it (D-008): `in-place` or `side-by-side`.
    #[serde(default)]
    pub upgrade: Option<String>,
    #[serde(default, rename = "upgrade_fact", deserialize_with = "known_fact")]
    _upgrade_fact: (),
}

#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
static TABLE: LazyLock<Vec<Support>> = LazyLock::new(|| {
    serde_yaml::from_str(asset("facts/support.yaml")).expect("assets/facts/support.yaml is well-formed")
});

/// The support of the version with this name in a plan.
#[must_use]
pub fn support(version: &str) -> Option<&'static Support> {
    TABLE.iter().find(|support| support.version == version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanValue, Shape, Version};

    #[test]
    fn the_support_of_every_version_is_known() {
        let Shape::Choice(words) = Version::shape() else { panic!("a choice") };
        for word in words {
            assert!(support(word).is_some(), "{word}");
        }
    }
}
