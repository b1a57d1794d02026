//! Unified Messaging, and voice mail of the cloud.

use super::{is_in, is_integrated};
use crate::finding::{Finding, Severity};
use crate::plan::{Because, ExchangeFeature, ExchangeVersion, LoadBalancing};
use crate::requirement::rule::{Premises, Rule};
use crate::topology::{Availability, Combination};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    NO_VOICE_MAIL,
    FROM_THE_CLOUD,
    NO_ORGANIZATION,
    ENCRYPTION,
    EDGE_BALANCING,
    OTHER_FOREST,
    INCOMPLETE_MAILBOX,
    EXTENSION_LENGTH,
];

/// Versions that have no voice mail together.
const NO_VOICE_MAIL: Rule<Finding> = Rule {
    id: "exchange-no-voice-mail",
    facts: &["X-210", "X-211"],
    make: |premises, maker| {
        let mut because = Because::default();
        if is_wanted(premises, Availability::NoVoiceMail, &mut because) {
            let finding = maker.finding(Severity::Error, premises.plan.exchange.features.path());
            maker.tell(&because, finding);
        }
    },
};

/// Voice mail that is none of Unified Messaging.
const FROM_THE_CLOUD: Rule<Finding> = Rule {
    id: "exchange-voice-mail-from-cloud",
    facts: &["X-116", "X-119", "X-120", "X-210", "X-211", "X-219", "XD-2"],
    make: |premises, maker| {
        let mut because = Because::default();
        if is_wanted(premises, Availability::ByCloud, &mut because) {
            let finding = maker.finding(Severity::Warning, premises.plan.exchange.features.path());
            maker.tell(&because, finding);
        }
    },
};

/// Voice mail of the cloud, and no tenant that has it.
const NO_ORGANIZATION: Rule<Finding> = Rule {
    id: "exchange-voice-mail-organization",
    facts: &["X-219", "X-220"],
    make: |premises, maker| {
        let mut because = Because::default();
        let organization = &premises.plan.exchange.voice_mail.organization;
        if is_wanted(premises, Availability::ByCloud, &mut because) && because.read(organization).is_none() {
            let finding = maker.finding(Severity::Error, organization.path());
            maker.tell(&because, finding);
        }
    },
};

/// What Unified Messaging encrypts must be what the pools encrypt.
const ENCRYPTION: Rule<Finding> = Rule {
    id: "exchange-um-encryption",
    facts: &["X-216"],
    make: |premises, maker| {
        let mut because = Because::default();
        let security = &premises.plan.exchange.unified_messaging.security;
        if has_um(premises, &mut because) {
            let finding = maker
                .finding(Severity::Advice, security.path())
                .with("security", because.read(security).word());
            maker.tell(&because, finding);
        }
    },
};

/// An Edge pool that DNS balances, and an Exchange too old to fail over with it.
const EDGE_BALANCING: Rule<Finding> = Rule {
    id: "exchange-um-edge-balancing",
    facts: &["X-221"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let balancing = &edge.pool.load_balancing;
            if has_um(premises, &mut because)
                && *because.read(&premises.plan.exchange.version) == ExchangeVersion::Exchange2010
                && *because.read(balancing) == LoadBalancing::Dns
            {
                let finding = maker
                    .finding(Severity::Warning, balancing.path())
                    .with("edge", because.read(&edge.pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Two forests, and the script is not told the other one.
const OTHER_FOREST: Rule<Finding> = Rule {
    id: "exchange-um-other-forest",
    facts: &["X-217"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        let forest = &answers.unified_messaging.forest;
        if has_um(premises, &mut because)
            && !*because.read(&answers.same_forest)
            && because.read(forest).is_none()
        {
            let finding = maker.finding(Severity::Error, forest.path());
            maker.tell(&because, finding);
        }
    },
};

/// A mailbox without extension or SIP address.
const INCOMPLETE_MAILBOX: Rule<Finding> = Rule {
    id: "exchange-um-mailbox-incomplete",
    facts: &["X-215"],
    make: |premises, maker| {
        for mailbox in &premises.plan.exchange.unified_messaging.mailboxes {
            let mut because = Because::default();
            if !has_um(premises, &mut because) {
                return;
            }
            let lacks = because.either(
                |because| because.read(&mailbox.extension).is_none(),
                |because| because.read(&mailbox.sip_address).is_none(),
            );
            if lacks {
                let finding =
                    maker.finding(Severity::Error, &mailbox.at).with("user", because.read(&mailbox.identity));
                maker.tell(&because, finding);
            }
        }
    },
};

/// An extension of another length than the dial plan's.
const EXTENSION_LENGTH: Rule<Finding> = Rule {
    id: "exchange-um-extension-length",
    facts: &["X-212", "X-215"],
    make: |premises, maker| {
        let messaging = &premises.plan.exchange.unified_messaging;
        for mailbox in &messaging.mailboxes {
            let mut because = Because::default();
            if !has_um(premises, &mut because) {
                return;
            }
            let Some(extension) = because.read(&mailbox.extension) else { continue };
            let digits = usize::try_from(because.read(&messaging.digits).0).unwrap_or_default();
            if extension.digits() != digits {
                let finding = maker
                    .finding(Severity::Error, mailbox.extension.path())
                    .with("extension", extension)
                    .counting("digits", digits)
                    .counting("own", extension.digits());
                maker.tell(&because, finding);
            }
        }
    },
};

/// Whether voice mail is wanted, and this comes of it.
fn is_wanted(premises: &Premises<'_>, availability: Availability, because: &mut Because) -> bool {
    let feature = ExchangeFeature::UnifiedMessaging;
    is_integrated(premises, because)
        && premises.plan.exchange.wants(feature, because)
        && premises.topology.exchange.availability(feature, because) == availability
}

/// Whether Unified Messaging serves pools that stand here.
pub(super) fn has_um(premises: &Premises<'_>, because: &mut Because) -> bool {
    is_in(premises, Combination::C1, because) && is_wanted(premises, Availability::Given, because)
}
