//! Facts of the field and the documents they come from (`assets/facts/*.yaml`, `assets/sources.yaml`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::{asset, assets_in};

/// A fact: what is so, when, and who says it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The identity in the fact base, such as `M-047`.
    pub id: String,
    /// What is so, in our words.
    pub says: String,
    /// When it applies; empty: always.
    #[serde(default)]
    pub applies: String,
    /// How sure: `seed`, `docs`, `comm`, `inferred`, `derived` as in the fact base, and where: keys of `sources.yaml`
    /// with a heading behind `>`.
    pub source: String,
}

/// A document that facts come from.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The short key that facts use, such as `DEPLOY`; a key ending in `:` stands for a family of pages.
    pub key: String,
    /// What the document is.
    pub document: String,
}

static FACTS: LazyLock<BTreeMap<String, Fact>> = LazyLock::new(|| {
    assets_in("facts/base")
        .into_iter()
        .flat_map(|(_, text)| serde_yaml::from_str::<Vec<Fact>>(text).unwrap_or_default())
        .map(|fact| (fact.id.clone(), fact))
        .collect()
});

static SOURCES: LazyLock<Vec<Source>> =
    LazyLock::new(|| serde_yaml::from_str(asset("sources.yaml")).unwrap_or_default());

/// The fact with this identity.
#[must_use]
pub fn fact(id: &str) -> Option<&'static Fact> {
    FACTS.get(id)
}

/// All facts, sorted by identity.
pub fn facts() -> impl Iterator<Item = &'static Fact> {
    FACTS.values()
}

/// The rules of which some rows rest on a fact that their cards leave out (`assets/facts/cited.yaml`, written by a test).
#[must_use]
pub fn cited_by(id: &str) -> &'static [String] {
    static CITED: LazyLock<BTreeMap<String, Vec<String>>> =
        LazyLock::new(|| serde_yaml::from_str(asset("facts/cited.yaml")).unwrap_or_default());
    CITED.get(id).map_or(&[], Vec::as_slice)
}

/// The document behind a key such as `DEPLOY`, `L:dns-summary-autodiscover` or `PS:Set-CsWebServer`.
#[must_use]
pub fn source(key: &str) -> Option<&'static Source> {
    SOURCES
        .iter()
        .find(|source| source.key == key || (source.key.ends_with(':') && key.starts_with(&source.key)))
}

/// A fact's source with the documents' names behind their keys, each once: `[docs] DEPLOY > table (DEPLOY: …)`.
#[must_use]
pub fn source_names(text: &str) -> String {
    let mut named = Vec::new();
    // A segment names its documents before the heading.
    for keys in text.split(';').filter_map(|segment| segment.split('>').next()) {
        for word in keys.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()) {
            if let Some(source) = source(word) {
                let entry = format!("{}: {}", source.key.trim_end_matches(':'), source.document);
                if !named.contains(&entry) {
                    named.push(entry);
                }
            }
        }
    }
    if named.is_empty() { text.to_owned() } else { format!("{text} ({})", named.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facts_file_parses_and_names_its_facts_once() {
        let mut count = 0;
        for (name, text) in assets_in("facts/base") {
            let read: Vec<Fact> =
                serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            count += read.len();
        }
        assert_eq!(count, FACTS.len(), "a fact stands twice");
        assert!(count > 100);
    }

    #[test]
    fn sources_parse() {
        let read: Vec<Source> = serde_yaml::from_str(asset("sources.yaml")).unwrap();
        assert!(read.iter().any(|source| source.key == "DEPLOY"));
        assert!(source("PS:Set-CsWebServer").is_some());
    }
}
