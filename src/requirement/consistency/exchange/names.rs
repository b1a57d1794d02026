//! Names and servers of Exchange: what Autodiscover needs.

use super::{is_integrated, is_with_pools};
use crate::finding::{Finding, Severity};
use crate::plan::{Because, InternalZones};
use crate::requirement::rule::Rule;
use crate::value::SipDomain;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[NO_SERVER, PIN_POINT, OUTSIDE_MAIL_DOMAIN, MAIL_DOMAIN, REDIRECT_DOMAINS];

/// Exchange stands here, and nobody said where.
const NO_SERVER: Rule<Finding> = Rule {
    id: "exchange-without-servers",
    facts: &["X-001", "X-070"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if is_integrated(premises, &mut because)
            && answers.is_exchange_here(&mut because)
            && because.read(&answers.servers).is_empty()
        {
            let finding = maker
                .finding(Severity::Error, answers.servers.path())
                .with("host", answers.autodiscover_host.given().value());
            because.read(&answers.autodiscover_host);
            maker.tell(&because, finding);
        }
    },
};

/// A CNAME, and inside the name is a zone of its own.
const PIN_POINT: Rule<Finding> = Rule {
    id: "exchange-autodiscover-pin-point",
    facts: &["X-071", "M-064"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let answers = &plan.exchange;
        if !is_integrated(premises, &mut because) {
            return;
        }
        let Some(server) = because.read(&answers.servers).first() else { return };
        let host = because.read(&answers.autodiscover_host);
        let is_cname = because.read(&server.addresses).is_empty() && because.read(&server.fqdn) != host;
        if !is_cname || *because.read(&plan.domains.internal_sip_zones) != InternalZones::PinPoint {
            return;
        }
        let is_in_sip = because.read(&plan.domains.sip).iter().any(|domain| host.is_within(domain.as_fqdn()));
        if is_in_sip && !host.is_within(because.read(&plan.domains.active_directory)) {
            let finding = maker
                .finding(Severity::Error, server.addresses.path())
                .with("host", host)
                .with("server", because.read(&server.fqdn));
            maker.tell(&because, finding);
        }
    },
};

/// An Autodiscover name that no mail address leads to.
const OUTSIDE_MAIL_DOMAIN: Rule<Finding> = Rule {
    id: "exchange-autodiscover-outside",
    facts: &["X-050", "X-070"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if !is_integrated(premises, &mut because) {
            return;
        }
        let (host, domain) = (because.read(&answers.autodiscover_host), because.read(&answers.smtp_domain));
        if !host.is_within(domain) {
            let finding = maker
                .finding(Severity::Warning, answers.autodiscover_host.path())
                .with("host", host)
                .with("domain", domain);
            maker.tell(&because, finding);
        }
    },
};

/// A mail domain that is no SIP domain.
const MAIL_DOMAIN: Rule<Finding> = Rule {
    id: "exchange-mail-domain",
    facts: &["X-050", "X-062"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !is_integrated(premises, &mut because) {
            return;
        }
        let domain = because.read(&plan.exchange.smtp_domain);
        let sip = because.read(&plan.domains.sip);
        if !sip.is_empty() && sip.iter().all(|sip| sip.as_fqdn() != domain) {
            let finding = maker
                .finding(Severity::Advice, plan.exchange.smtp_domain.path())
                .with("domain", domain)
                .with("sip", &sip[0]);
            maker.tell(&because, finding);
        }
    },
};

/// Several domains, and Autodiscover may lead into one only.
const REDIRECT_DOMAINS: Rule<Finding> = Rule {
    id: "exchange-redirect-domains",
    facts: &["X-062"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let answers = &plan.exchange;
        if !is_with_pools(premises, &mut because) {
            return;
        }
        let (mail, known) = (because.read(&answers.smtp_domain), because.read(&answers.redirect_domains));
        let sip = because.read(&plan.domains.sip).iter().map(SipDomain::as_fqdn);
        let others: Vec<_> = sip.filter(|domain| *domain != mail && !known.contains(domain)).collect();
        if let Some(first) = others.first() {
            let finding = maker
                .finding(Severity::Advice, answers.redirect_domains.path())
                .with("domain", first)
                .counting("count", others.len());
            maker.tell(&because, finding);
        }
    },
};
