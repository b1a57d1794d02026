//! What the screen looks like and which keys it knows (`assets/keys.yaml`, `assets/theme.yaml`,
//! `assets/syntax/`), as data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::{asset, assets_in};

/// A row of the key table: an action and the keys that ask for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyRow {
    /// The action's word.
    pub action: String,
    /// Its keys, such as `ctrl-s`.
    pub keys: Vec<String>,
    /// Its place in the footer, lowest first; none where it is not shown there.
    pub footer: Option<u8>,
    /// The attribute of the action's words that the footer shows, where that is not `short`.
    pub says: Option<String>,
    /// What the footer shows in place of the first key.
    pub sign: Option<String>,
}

/// The key table: the rows of each place.
#[must_use]
#[expect(clippy::expect_used, reason = "an embedded table; every test of the screen would fail otherwise")]
pub fn key_table() -> &'static BTreeMap<String, Vec<KeyRow>> {
    static TABLE: LazyLock<BTreeMap<String, Vec<KeyRow>>> =
        LazyLock::new(|| serde_yaml::from_str(asset("keys.yaml")).expect("assets/keys.yaml is a key table"));
    &TABLE
}

/// The key table as it is written.
#[must_use]
pub fn key_text() -> &'static str {
    asset("keys.yaml")
}

/// The themes: for each its styles in words, by what they mean.
#[must_use]
#[expect(clippy::expect_used, reason = "an embedded table; every test of the screen would fail otherwise")]
pub fn themes() -> &'static BTreeMap<String, BTreeMap<String, String>> {
    static THEMES: LazyLock<BTreeMap<String, BTreeMap<String, String>>> = LazyLock::new(|| {
        serde_yaml::from_str(asset("theme.yaml")).expect("assets/theme.yaml is a theme table")
    });
    &THEMES
}

/// The syntaxes of files that are generated, each with the name of its definition.
#[must_use]
pub fn syntax_definitions() -> Vec<(&'static str, &'static str)> {
    assets_in("syntax")
}
