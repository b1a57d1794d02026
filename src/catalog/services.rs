//! What online services, simple URLs and web pages are called in commands (`assets/facts/services.yaml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::Number;

/// The names, each with its fact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Services {
    /// The hosting provider of the push service.
    pub push_provider: Number<String>,
    /// The same, as Lync Server 2013 calls it.
    pub push_provider_2013: Number<String>,
    /// The hosting provider of a hybrid deployment.
    pub hybrid_provider: Number<String>,
    /// The Autodiscover URL of the online service.
    pub hybrid_autodiscover: Number<String>,
    /// The domain of a simple URL that stands for all SIP domains.
    pub any_domain: Number<String>,
    /// The path that people type in without automatic discovery.
    pub manual_root: Number<String>,
    /// The path of the root of Autodiscover.
    pub root: Number<String>,
    /// The page of the Mobility Service.
    pub mcx_page: Number<String>,
    /// The links in the answer of the root of Autodiscover.
    pub root_links: Number<Vec<String>>,
    /// The link in an answer that leads there.
    pub redirect_links: Number<Vec<String>>,
    /// Pages that ask for a sign-in.
    pub asking_pages: Number<Vec<String>>,
    /// Pages that show themselves.
    pub showing_pages: Number<Vec<String>>,
}

/// The names.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn services() -> &'static Services {
    static SERVICES: LazyLock<Services> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/services.yaml")).expect("assets/facts/services.yaml is well-formed")
    });
    &SERVICES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_read() {
        assert!(services().hybrid_autodiscover.value.starts_with("https://"));
    }
}
