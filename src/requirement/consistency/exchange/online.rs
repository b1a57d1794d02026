//! Exchange Online beside pools that stand here.

use super::{is_in, is_integrated};
use crate::catalog::exchange;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, ExchangeFeature};
use crate::requirement::rule::{Premises, Rule};
use crate::topology::{Availability, Combination};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[NEEDS_EDGE, NEEDS_TENANT, PROXY_UNKNOWN, AUTODISCOVER_UNKNOWN];

/// No Edge through which pools could meet mailboxes, or voice mail, of the cloud.
const NEEDS_EDGE: Rule<Finding> = Rule {
    id: "exchange-online-needs-edge",
    facts: &["X-003", "X-180", "X-219"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if !has_provider(premises, &mut because) {
            return;
        }
        because.note(premises.plan.sites.path());
        if premises.topology.edges.is_empty() {
            let (path, what) = if answers.is_exchange_here(&mut because) {
                (answers.features.path(), "voice-mail")
            } else {
                (answers.exchange.path(), "mailboxes")
            };
            maker.tell(&because, maker.finding(Severity::Error, path).with("what", what));
        }
    },
};

/// Features that need tokens of the tenant, and nobody said which tenant it is.
const NEEDS_TENANT: Rule<Finding> = Rule {
    id: "exchange-tenant-id-missing",
    facts: &["X-004", "X-186", "X-189", "XD-5"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        let has_tokens = is_in(premises, Combination::C2, &mut because)
            && because.either(
                |because| answers.wants(ExchangeFeature::UnifiedContactStore, because),
                |because| answers.wants(ExchangeFeature::Archiving, because),
            );
        if has_tokens && because.read(&answers.tenant_id).is_none() {
            let finding = maker.finding(Severity::Error, answers.tenant_id.path());
            maker.tell(&because, finding);
        }
    },
};

/// A cloud whose proxy no page tells.
const PROXY_UNKNOWN: Rule<Finding> = Rule {
    id: "exchange-proxy-unknown",
    facts: &["X-182", "X-183", "X-184"],
    make: |premises, maker| {
        let mut because = Because::default();
        let cloud = &premises.plan.exchange.cloud;
        if has_provider(premises, &mut because) && exchange().proxy_of(because.read(cloud).word()).is_none() {
            let finding = maker
                .finding(Severity::Error, cloud.path())
                .saying("cloud", words(because.read(cloud).word()));
            maker.tell(&because, finding);
        }
    },
};

/// A cloud whose Autodiscover name no page tells.
const AUTODISCOVER_UNKNOWN: Rule<Finding> = Rule {
    id: "exchange-autodiscover-unknown",
    facts: &["X-072"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if !is_integrated(premises, &mut because)
            || answers.is_exchange_here(&mut because)
            || !because.read(&answers.servers).is_empty()
        {
            return;
        }
        let cloud = because.read(&answers.cloud).word();
        if exchange().autodiscover_of(cloud).is_none() {
            let finding = maker
                .finding(Severity::Warning, answers.cloud.path())
                .saying("cloud", words(cloud))
                .with("host", because.read(&answers.autodiscover_host));
            maker.tell(&because, finding);
        }
    },
};

/// Whether the Edge has a hosting provider for the cloud: with Exchange Online, and for voice mail of the cloud.
fn has_provider(premises: &Premises<'_>, because: &mut Because) -> bool {
    let feature = ExchangeFeature::UnifiedMessaging;
    because.either(
        |because| is_in(premises, Combination::C2, because),
        |because| {
            is_integrated(premises, because)
                && premises.plan.exchange.wants(feature, because)
                && premises.topology.exchange.availability(feature, because) == Availability::ByCloud
        },
    )
}

/// What a cloud is called: the words of the choice in its question.
fn words(cloud: &str) -> crate::text::Message {
    crate::text::Message::new(format!("question-exchange-cloud.option-{cloud}"))
}
