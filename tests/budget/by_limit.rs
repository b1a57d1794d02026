//! Lists that are split by the authority's limit: nothing is lost, nothing stands twice, domains stay together.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::json;
use ucplan::blueprint::Blueprint;
use ucplan::requirement::{Certificate, CertificateRole, Requirements};

use super::{answered, domains};
use crate::common::scenarios;

/// Two pools in one site.
fn two_pools() -> String {
    scenarios().into_iter().find(|(name, _)| name == "many-domains-by-limit").unwrap().1
}

fn of_proxies(requirements: &Requirements) -> Vec<&Certificate> {
    let own = requirements.certificates.iter().map(|row| &row.body);
    own.filter(|body| body.role == CertificateRole::ReverseProxy).collect()
}

fn names(certificate: &Certificate) -> Vec<String> {
    certificate.names().iter().map(|name| name.name.to_string()).collect()
}

/// The SIP domain in which a name of simple URLs or Autodiscover stands; the name itself of all others.
fn piece(name: &str) -> String {
    let (label, domain) = name.split_once('.').unwrap();
    let is_of_domain = domain.starts_with("brand");
    if is_of_domain && label != "web1" { domain.to_owned() } else { name.to_owned() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_list_is_split_by_domains_and_nothing_is_lost(
        limit in 1_usize..30,
        number in 1_usize..40,
        layout in prop::sample::select(vec!["dedicated-hosts", "shared-host", "single-host"]),
        wildcards in any::<bool>(),
        http in any::<bool>(),
    ) {
        let request = if http { "http" } else { "https" };
        let derived = |way: &str| {
            let plan = answered(&two_pools(), &[
                ("domains.sip", json!(domains(number))),
                ("certificates.public_ca_name_limit", json!(limit)),
                ("certificates.reverse_proxy", json!(way)),
                ("certificates.wildcards", json!(wildcards)),
                ("simple_urls.layout", json!(layout)),
                ("mobility.initial_request", json!(request)),
            ]);
            Blueprint::of((*plan.plan).clone()).requirements
        };
        let (shared, split) = (derived("shared"), derived("by-limit"));
        let all: BTreeSet<String> = of_proxies(&shared).into_iter().flat_map(names).collect();
        let mut places: BTreeMap<String, &str> = BTreeMap::new();
        let mut pieces: BTreeMap<String, &str> = BTreeMap::new();
        for certificate in of_proxies(&split) {
            let own = names(certificate);
            let parts: BTreeSet<String> = own.iter().map(|name| piece(name)).collect();
            prop_assert!(own.len() <= limit || parts.len() == 1, "{limit}: {own:?}");
            for name in own {
                // A certificate of wildcards alone has a host for its subject (M-090).
                let is_needed = all.contains(&name) || certificate.subject.as_str() == name;
                prop_assert!(is_needed, "{name}");
                prop_assert_eq!(places.insert(name.clone(), &certificate.id), None, "{} is on two", &name);
                let former = *pieces.entry(piece(&name)).or_insert(&certificate.id);
                prop_assert_eq!(former, &certificate.id, "{} is torn", piece(&name));
            }
        }
        prop_assert!(all.iter().all(|name| places.contains_key(name)), "{all:?} {places:?}");
        // The listener shows for each name a certificate that has it.
        for row in split.publishing.iter().filter(|row| row.body.route.listen_tls) {
            let name = row.body.public_name.as_str();
            let wildcard = format!("*.{}", name.split_once('.').unwrap().1);
            let has = places.get(name).or_else(|| places.get(&wildcard));
            prop_assert_eq!(has.copied(), row.body.route.certificate.as_deref(), "{}", name);
        }
    }
}
