//! Choices that contradict each other, or that facts advise against.

use crate::finding::{Finding, Severity};
use crate::plan::{Access, Autodiscover, AutodiscoverRecord, Because, InitialRequest, KeyKind, KeysMade};
use crate::requirement::edge_use::is_pushed;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[EXTERNAL_NEEDS_EDGE_AND_PROXY, CNAME_LEAVES_DOMAIN, HTTP_NOT_RECOMMENDED, KEY_NOT_REQUESTABLE];

/// Clients outside, or push, without an Edge or a reverse proxy.
const EXTERNAL_NEEDS_EDGE_AND_PROXY: Rule<Finding> = Rule {
    id: "external-needs-edge-and-proxy",
    facts: &["M-012", "M-197", "M-225"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let is_outside = plan.mobility.is_outside(&mut because);
        let needs_edge = is_outside || is_pushed(plan, &mut because);
        let has_pool = plan.sites.iter().any(|site| site.front_end_pools.iter().next().is_some());
        if !needs_edge || !has_pool {
            return;
        }
        let mut lacks_edge = because.clone();
        if lacks_edge.read(&plan.sites).iter().all(|site| lacks_edge.read(&site.edge_pools).is_empty()) {
            let path = plan.sites.path();
            let finding = maker.finding(Severity::Error, path).with("role", "Edge").with("key", "edge_pools");
            maker.tell(&lacks_edge, finding);
        }
        let lacks_proxy =
            because.read(&plan.sites).iter().all(|site| because.read(&site.reverse_proxies).is_empty());
        if is_outside && lacks_proxy {
            let path = plan.sites.path();
            let finding = maker
                .finding(Severity::Error, path)
                .with("role", "reverse proxy")
                .with("key", "reverse_proxies");
            maker.tell(&because, finding);
        }
    },
};

/// A CNAME of Autodiscover that leaves its SIP domain, with HTTPS for the first request.
const CNAME_LEAVES_DOMAIN: Rule<Finding> = Rule {
    id: "cname-leaves-domain",
    facts: &["M-047", "M-048", "M-049"],
    make: |premises, maker| {
        let mut because = Because::default();
        let mobility = &premises.plan.mobility;
        let is_judged = *because.read(&mobility.autodiscover) == Autodiscover::Automatic
            && *because.read(&mobility.access) == Access::InternalAndExternal
            && *because.read(&mobility.autodiscover_record) == AutodiscoverRecord::Cname
            && *because.read(&mobility.initial_request) == InitialRequest::Https;
        if !is_judged {
            return;
        }
        let Some(entry) = premises.topology.entry(&mut because) else {
            return;
        };
        // The CNAME records of paired pools lead to GeoDNS names of the same domain.
        if premises.topology.pair(premises.plan, &mut because).is_some() {
            return;
        }
        let target = because.read(&entry.external.fqdn);
        let domains = because.read(&premises.plan.domains.sip);
        let left: Vec<_> = domains.iter().filter(|domain| !target.is_within(domain.as_fqdn())).collect();
        if let Some(first) = left.first() {
            let finding = maker
                .finding(Severity::Error, mobility.autodiscover_record.path())
                .with("domain", first)
                .with("target", target)
                .counting("count", left.len());
            maker.tell(&because, finding);
        }
    },
};

/// HTTP for the first request.
const HTTP_NOT_RECOMMENDED: Rule<Finding> = Rule {
    id: "http-not-recommended",
    facts: &["M-123", "M-124"],
    make: |premises, maker| {
        let mut because = Because::default();
        let mobility = &premises.plan.mobility;
        if mobility.begins_with_http(&mut because) {
            let finding = maker.finding(Severity::Warning, mobility.initial_request.path());
            maker.tell(&because, finding);
        }
    },
};

/// A key length that the product's own request can't have.
const KEY_NOT_REQUESTABLE: Rule<Finding> = Rule {
    id: "key-not-requestable",
    facts: &["M-107", "M-117"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.certificates;
        if *because.read(&answers.key) == KeyKind::Rsa3072
            && *because.read(&answers.keys_made) == KeysMade::OnTarget
        {
            let finding = maker.finding(Severity::Error, answers.key.path());
            maker.tell(&because, finding);
        }
    },
};
