//! The cmdlets that commands may use (`assets/facts/cmdlets.yaml`), with parameters and accepted values.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;

/// A cmdlet of the product's management shell, or of a module of Windows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cmdlet {
    /// The years of the versions it is documented for, such as `2013`; empty for PowerShell's own and those of Windows.
    #[serde(default)]
    pub applicable: Vec<u16>,
    /// Its parameters by name, in the documentation's capitals.
    pub parameters: BTreeMap<String, Parameter>,
}

/// A parameter of a cmdlet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// The documented .NET type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The accepted values, where the documentation or a fact lists them.
    #[serde(default)]
    pub accepted: Vec<String>,
    /// The fact that vouches for a parameter, or for values, which the reference lacks (M-302, M-219).
    #[serde(default)]
    pub fact: Option<String>,
}

static CMDLETS: LazyLock<BTreeMap<String, Cmdlet>> =
    LazyLock::new(|| serde_yaml::from_str(asset("facts/cmdlets.yaml")).unwrap_or_default());

/// The cmdlet of this name, in the documentation's capitals.
#[must_use]
pub fn cmdlet(name: &str) -> Option<&'static Cmdlet> {
    CMDLETS.get(name)
}

/// All cmdlets that are known here, by name.
pub fn cmdlets() -> impl Iterator<Item = (&'static str, &'static Cmdlet)> {
    CMDLETS.iter().map(|(name, cmdlet)| (name.as_str(), cmdlet))
}
