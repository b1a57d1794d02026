//! The cmdlets that commands may use (`assets/facts/cmdlets.yaml`), with parameters and accepted values.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;

/// A cmdlet of a management shell or of a module of Windows, a script of a product, or a program.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cmdlet {
    /// The years of the versions it is documented for, such as `2013`; empty for PowerShell's own and those of Windows.
    #[serde(default)]
    pub applicable: Vec<u16>,
    /// The fact that vouches for a cmdlet which the reference lacks (C-214, C-230).
    #[serde(default)]
    pub fact: Option<String>,
    /// The versions of Exchange it is documented for, in the words of a plan; empty where it is not one of Exchange.
    #[serde(default)]
    pub exchange: Vec<String>,
    /// Its parameters by name, in the documentation's capitals; arguments without a name have an empty one.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::fact;

    #[test]
    fn the_file_is_read_and_who_vouches_is_a_fact() {
        let read: Result<BTreeMap<String, Cmdlet>, _> = serde_yaml::from_str(asset("facts/cmdlets.yaml"));
        let read = read.unwrap_or_else(|error| panic!("assets/facts/cmdlets.yaml: {error}"));
        assert!(read.len() > 100, "{}", read.len());
        for (name, known) in &read {
            let own = known.parameters.values().filter_map(|parameter| parameter.fact.as_deref());
            for vouches in own.chain(known.fact.as_deref()) {
                assert!(fact(vouches).is_some(), "{name}: {vouches}");
            }
        }
    }
}
