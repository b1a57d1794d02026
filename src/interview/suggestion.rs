//! What a person is probably about to type: names that the plan has already, and the domains that its names end with.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::agenda::Agenda;
use super::question::Question;
use crate::plan::{Shape, Standing, Step};

/// What names a plan knows that fit a question.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    names: BTreeSet<String>,
    domains: Vec<String>,
}

impl Suggestions {
    /// What was said in a plan, for answers of the kind of this one.
    #[must_use]
    pub fn of(agenda: &Agenda, question: &Question) -> Self {
        let wanted = kind(&question.shape);
        let mut suggestions = Self::default();
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for other in agenda.questions().iter().filter(|other| other.standing == Standing::Said) {
            let Some(kind) = kind(&other.shape) else { continue };
            let values = match &other.value {
                Json::Array(values) => values.as_slice(),
                value => std::slice::from_ref(value),
            };
            let texts = values.iter().filter_map(Json::as_str).map(str::to_owned);
            if kind == "expected-sip-domain" {
                outside.extend(texts);
            } else if other.path.as_str() == "domains.active_directory" {
                inside.extend(texts);
            } else if Some(kind) == wanted && other.path != question.path && NAMES.contains(&kind) {
                suggestions.names.extend(texts);
            }
        }
        let is_public = question.path.steps().iter().any(|step| match step {
            Step::Key(key) => PUBLIC.contains(&key.as_str()),
            Step::Item(_) => false,
        });
        let (first, second) = if is_public { (outside, inside) } else { (inside, outside) };
        suggestions.domains = first.into_iter().chain(second).collect();
        suggestions
    }

    /// What is to be added to `typed`: the rest of a known name, or of a domain behind its first dot or its `@`.
    #[must_use]
    pub fn rest_of(&self, typed: &str) -> Option<&str> {
        let (_, domain) = typed.split_once(['.', '@']).unzip();
        let rest =
            |name: &'_ str, begun: &str| name.strip_prefix(begun).map(str::len).filter(|left| *left > 0);
        if typed.is_empty() {
            return None;
        }
        let named = self.names.iter().find_map(|name| Some(&name[name.len() - rest(name, typed)?..]));
        named
            .or_else(|| self.domains.iter().find_map(|name| Some(&name[name.len() - rest(name, domain?)?..])))
    }
}

/// Kinds of values that name things: one that is in the plan may be meant again.
const NAMES: [&str; 4] =
    ["expected-fqdn", "expected-object-name", "expected-grantee", "expected-sip-address"];

/// The keys of which the path of an answer has one where its names are for the Internet.
const PUBLIC: [&str; 5] = ["external", "access", "web_conferencing", "av", "test_users"];

fn kind(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Text(kind) => Some(kind),
        Shape::Many(inner) => kind(inner),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;
    use crate::interview::Answered;

    #[test]
    fn names_and_domains_of_the_plan_are_suggested() {
        let text = "domains: { sip: [contoso.example], active_directory: corp.contoso.example }\n\
            sites: [{ name: HQ, front_end_pools: [{ fqdn: pool01.corp.contoso.example }], reverse_proxies: [{ name: rp01 }] }]\n";
        let answered = Answered::read(text, &Templates::default()).unwrap();
        let agenda = Agenda::of(&answered.plan);
        let rest = |path: &str, typed: &str| {
            let question = agenda.question(&path.parse().unwrap()).unwrap();
            Suggestions::of(&agenda, question).rest_of(typed).map(str::to_owned)
        };
        let pool = "sites[HQ].front_end_pools[pool01.corp.contoso.example]";
        assert_eq!(rest(&format!("{pool}.reverse_proxy"), "r").as_deref(), Some("p01"));
        assert_eq!(rest(&format!("{pool}.paired_with"), "pool02.").as_deref(), Some("corp.contoso.example"));
        assert_eq!(
            rest(&format!("{pool}.web_services.external.fqdn"), "web01.").as_deref(),
            Some("contoso.example")
        );
        assert_eq!(rest("mobility.test_users", "kim@con").as_deref(), Some("toso.example"));
        assert_eq!(rest("title", "r"), None);
        assert_eq!(rest("simple_urls.pool", ""), None);
    }
}
