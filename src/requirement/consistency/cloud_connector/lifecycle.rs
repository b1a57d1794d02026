//! Whether Cloud Connector may stand at all: retired, never beside servers, not for tenants of every country (C-001 to C-015).

use super::deployed;
use crate::catalog::cloud_connector;
use crate::finding::{Finding, Severity};
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] =
    &[RETIRED, BESIDE_SERVERS, COUNTRY_BARRED, TENANT_DOMAIN, NAMES_UNDOCUMENTED];

/// It was retired: plans are for documentation, migration or isolated use.
const RETIRED: Rule<Finding> = Rule {
    id: "cloud-connector-retired",
    facts: &["C-001", "C-002", "C-003", "D-007"],
    make: |premises, maker| {
        let Some((cloud, because)) = deployed(premises) else { return };
        let finding = maker
            .finding(Severity::Warning, cloud.answers.deploy.path())
            .with("day", cloud_connector().retired_on.value);
        maker.tell(&because, finding);
    },
};

/// It can't stand beside servers of the product.
const BESIDE_SERVERS: Rule<Finding> = Rule {
    id: "cloud-connector-beside-servers",
    facts: &["C-013"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let sites = because.read(&premises.plan.sites);
        let has_servers = sites.iter().any(|site| {
            let pools = !because.read(&site.front_end_pools).is_empty();
            pools
                || !because.read(&site.director_pools).is_empty()
                || !because.read(&site.edge_pools).is_empty()
        });
        if has_servers {
            let finding = maker
                .finding(Severity::Error, cloud.answers.deploy.path())
                .with("sites", premises.plan.sites.path());
            maker.tell(&because, finding);
        }
    },
};

/// The tenant is in a country where it can't be configured.
const COUNTRY_BARRED: Rule<Finding> = Rule {
    id: "cloud-country-barred",
    facts: &["C-014"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let answer = &cloud.answers.tenant_country;
        let Some(country) = because.read(answer) else { return };
        let barred = &cloud_connector().barred_countries.value;
        if barred.iter().any(|barred| barred == country.as_text().as_str()) {
            let finding = maker.finding(Severity::Error, answer.path()).with("country", country);
            maker.tell(&because, finding);
        }
    },
};

/// A SIP domain of the kind that tenants begin with.
const TENANT_DOMAIN: Rule<Finding> = Rule {
    id: "cloud-sip-domain-of-tenant",
    facts: &["C-015"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let answer = &cloud.answers.sip_domains;
        let kept = &cloud_connector().tenant_domain.value;
        for domain in answer.given().value() {
            let mut because = deployed.clone();
            because.read(answer);
            // The tenant's own domain is one of this kind, whatever it is called.
            let is_one = domain.as_fqdn().is_within(kept)
                || because.read(&cloud.answers.online_tenant).as_ref() == Some(domain.as_fqdn());
            if is_one {
                let finding = maker.finding(Severity::Error, answer.path()).with("domain", domain);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A cloud of which no document says what the online service is called there.
const NAMES_UNDOCUMENTED: Rule<Finding> = Rule {
    id: "cloud-online-names-unknown",
    facts: &["C-093", "C-094", "C-095"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let word = because.read(&cloud.answers.cloud).word();
        if cloud_connector().online(word).is_none() {
            let finding = maker.finding(Severity::Warning, cloud.answers.cloud.path()).with("cloud", word);
            maker.tell(&because, finding);
        }
    },
};
