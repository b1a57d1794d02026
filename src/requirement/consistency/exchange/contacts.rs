//! The unified contact store, which begins by itself.

use super::is_with_pools;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, ContactsFor, ExchangeFeature, ExchangeVersion};
use crate::requirement::rule::{Premises, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[MOVES, MOVES_UNASKED, PILOT_OF_NOBODY, OLD_POOLS];

/// Everybody's contacts move as soon as the servers trust each other.
const MOVES: Rule<Finding> = Rule {
    id: "exchange-contacts-move",
    facts: &["X-004", "X-140", "X-141", "X-142", "X-144", "XD-6"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if is_wanted(premises, &mut because)
            && premises.topology.exchange.has(ExchangeFeature::UnifiedContactStore, &mut because)
            && *because.read(&answers.contacts.who) == ContactsFor::Everybody
        {
            let finding = maker.finding(Severity::Warning, answers.contacts.who.path());
            maker.tell(&because, finding);
        }
    },
};

/// The same where nobody wanted that.
const MOVES_UNASKED: Rule<Finding> = Rule {
    id: "exchange-contacts-move-unasked",
    facts: &["X-140", "X-141", "X-142", "XD-6"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if !is_with_pools(premises, &mut because)
            || answers.wants(ExchangeFeature::UnifiedContactStore, &mut because)
        {
            return;
        }
        // Exchange 2010 has no contact store that could take them.
        let can_take = because.either(
            |because| !answers.is_exchange_here(because),
            |because| *because.read(&answers.version) > ExchangeVersion::Exchange2010,
        );
        if can_take {
            let finding = maker.finding(Severity::Warning, answers.features.path());
            maker.tell(&because, finding);
        }
    },
};

/// A pilot group without anybody.
const PILOT_OF_NOBODY: Rule<Finding> = Rule {
    id: "exchange-pilot-of-nobody",
    facts: &["X-142"],
    make: |premises, maker| {
        let mut because = Because::default();
        let contacts = &premises.plan.exchange.contacts;
        if is_wanted(premises, &mut because)
            && *because.read(&contacts.who) == ContactsFor::Pilot
            && because.read(&contacts.grant_to).is_empty()
        {
            let finding = maker
                .finding(Severity::Warning, contacts.grant_to.path())
                .with("policy", because.read(&contacts.policy));
            maker.tell(&because, finding);
        }
    },
};

/// Pools of Lync Server 2010, which know nothing of contacts in a mailbox.
const OLD_POOLS: Rule<Finding> = Rule {
    id: "exchange-contacts-lync-server-2010",
    facts: &["X-143", "X-145"],
    make: |premises, maker| {
        let mut because = Because::default();
        let old = &premises.plan.servers.lync_server_2010_pools;
        if is_wanted(premises, &mut because) && *because.read(old) {
            let finding = maker.finding(Severity::Warning, old.path());
            maker.tell(&because, finding);
        }
    },
};

/// Whether pools that stand here are to keep contacts in Exchange.
fn is_wanted(premises: &Premises<'_>, because: &mut Because) -> bool {
    is_with_pools(premises, because)
        && premises.plan.exchange.wants(ExchangeFeature::UnifiedContactStore, because)
}
