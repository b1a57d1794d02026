//! Reverse proxies that can't pass NTLM on (`assets/facts/proxies.yaml`, M-125).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::known_fact;

/// A product that keeps no connection to the pool for one client.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithoutNtlm {
    product: String,
    #[serde(rename = "fact", deserialize_with = "known_fact")]
    _fact: (),
    /// What makes it keep one: `edition`, `module` or `none`.
    #[serde(default = "nothing")]
    pub remedy: String,
    /// How that is called.
    #[serde(default)]
    pub name: String,
}

fn nothing() -> String {
    "none".to_owned()
}

#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
static TABLE: LazyLock<Vec<WithoutNtlm>> = LazyLock::new(|| {
    serde_yaml::from_str(asset("facts/proxies.yaml")).expect("assets/facts/proxies.yaml is well-formed")
});

/// What is known of the product with this folder among the templates, if it can't pass NTLM on.
#[must_use]
pub fn without_ntlm(product: &str) -> Option<&'static WithoutNtlm> {
    TABLE.iter().find(|known| known.product == product)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;

    #[test]
    fn every_product_has_a_folder_and_what_helps_has_a_name() {
        let products = Templates::default().vendor_ids("reverse-proxy");
        assert!(!TABLE.is_empty());
        for known in TABLE.iter() {
            assert!(products.contains(&known.product), "{}", known.product);
            assert_eq!(known.remedy == "none", known.name.is_empty(), "{}", known.product);
        }
    }
}
