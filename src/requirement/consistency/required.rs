//! Answers that are missing, open, or spoken of without being there.

use crate::finding::{Finding, Severity};
use crate::plan::{Because, Path, Standing};
use crate::requirement::rule::{Maker, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[REQUIRED_ANSWER_MISSING, OPEN_ANSWER, DECISION_ABOUT_NOTHING, ADDRESS_MISSING];

/// A required answer nobody gave.
const REQUIRED_ANSWER_MISSING: Rule<Finding> = Rule {
    id: "required-answer-missing",
    facts: &["P-001"],
    make: |premises, maker| {
        let plan = premises.plan;
        let mut missing = Vec::new();
        plan.visit(&mut |leaf| {
            if leaf.standing == Standing::Missing {
                missing.push(leaf.path.clone());
            }
        });
        if plan.domains.sip.given().value().is_empty()
            && plan.domains.sip.given().standing() == Standing::Said
        {
            missing.push(plan.domains.sip.path().clone());
        }
        for path in missing {
            error_at(maker, &path, &path);
        }
        let mut because = Because::default();
        let deploys_cloud_connector = *because.read(&plan.cloud_connector.deploy);
        let has_pool =
            because.read(&plan.sites).iter().any(|site| !because.read(&site.front_end_pools).is_empty());
        if !has_pool && !deploys_cloud_connector {
            let finding =
                maker.finding(Severity::Error, plan.sites.path()).with("answer", "sites[…].front_end_pools");
            maker.tell(&because, finding);
        }
    },
};

fn error_at(maker: &mut Maker<'_, Finding>, path: &Path, answer: &Path) {
    let mut because = Because::default();
    because.note(answer);
    let finding = maker.finding(Severity::Error, path).with("answer", answer);
    maker.tell(&because, finding);
}

/// "Not decided yet".
const OPEN_ANSWER: Rule<Finding> = Rule {
    id: "open-answer",
    facts: &["P-002"],
    make: |premises, maker| {
        let mut open = Vec::new();
        premises.plan.visit(&mut |leaf| {
            if leaf.standing == Standing::Open {
                open.push((leaf.path.clone(), (leaf.value)()));
            }
        });
        for (path, value) in open {
            let mut because = Because::default();
            because.note(&path);
            let default = match value {
                serde_json::Value::Null => "[]".to_owned(),
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            let finding =
                maker.finding(Severity::Advice, &path).with("answer", &path).with("default", default);
            maker.tell(&because, finding);
        }
    },
};

/// A decision about an item that the plan no longer has.
const DECISION_ABOUT_NOTHING: Rule<Finding> = Rule {
    id: "decision-about-nothing",
    facts: &["P-003"],
    make: |premises, maker| {
        let parts = premises.plan.parts();
        for (path, entry) in premises.plan.decisions.iter() {
            if !parts.leads_somewhere(path) {
                let mut because = Because::default();
                because.note(path);
                let finding = maker.finding(Severity::Warning, entry).with("answer", path);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A name that is required leads nowhere, as nobody gave its address.
const ADDRESS_MISSING: Rule<Finding> = Rule {
    id: "address-missing",
    facts: &["E-034", "E-043", "M-040", "M-050", "M-053", "M-054", "M-138"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            let is_used = premises.published.groups.iter().any(|group| group.proxy.at == proxy.at);
            if is_used && because.read(&proxy.external).is_empty() {
                let path = proxy.external.path();
                let name = because.read(&proxy.name).to_string();
                address_missing(maker, &because, path, &name);
            }
        }
        for office in &premises.topology.offices {
            let mut because = Because::default();
            if because.read(&office.server.addresses).is_empty() {
                let name = because.read(&office.server.fqdn).to_string();
                address_missing(maker, &because, office.server.addresses.path(), &name);
            }
        }
        for pool in &premises.topology.pools {
            for server in &pool.servers {
                let mut because = Because::default();
                if because.read(&server.addresses).is_empty() {
                    let name = because.read(&server.fqdn).to_string();
                    address_missing(maker, &because, server.addresses.path(), &name);
                }
            }
            for side in [&pool.internal, &pool.external] {
                let mut because = Because::default();
                if because.read(&side.addresses).is_empty() {
                    let name = because.read(&side.fqdn).to_string();
                    address_missing(maker, &because, &side.at.key("addresses"), &name);
                }
            }
        }
    },
};

fn address_missing(maker: &mut Maker<'_, Finding>, because: &Because, path: &Path, name: &str) {
    let finding = maker.finding(Severity::Error, path).with("name", name).with("answer", path);
    maker.tell(because, finding);
}
