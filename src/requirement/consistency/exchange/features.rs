//! Features that the room wants and the combination does not give, and what archiving asks for.

use super::{is_integrated, is_with_pools};
use crate::catalog::exchange;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, ExchangeFeature, ExchangeVersion};
use crate::requirement::feature::words;
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::topology::Availability;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    NOT_GIVEN,
    NEEDS_2013,
    RETIRED,
    SEARCH_NEEDS_ARCHIVING,
    ARCHIVING_VERSION,
    ARCHIVES_NOTHING,
    ACROSS_FORESTS,
];

/// A feature that the combination does not have.
const NOT_GIVEN: Rule<Finding> = Rule {
    id: "exchange-feature-not-given",
    facts: &["X-100"],
    make: |premises, maker| lacking(premises, maker, Availability::NotInCombination),
};

/// A feature that needs Exchange 2013 or newer.
const NEEDS_2013: Rule<Finding> = Rule {
    id: "exchange-feature-needs-2013",
    facts: &["X-006", "X-008", "X-100"],
    make: |premises, maker| lacking(premises, maker, Availability::NeedsExchange2013),
};

/// Tells of each wanted feature that lacks this.
fn lacking(premises: &Premises<'_>, maker: &mut Maker<'_, Finding>, lack: Availability) {
    let plan = premises.plan;
    for feature in ExchangeFeature::ALL.iter().copied() {
        let mut because = Because::default();
        let is_met = is_integrated(premises, &mut because)
            && plan.exchange.wants(feature, &mut because)
            && premises.topology.exchange.availability(feature, &mut because) == lack;
        let Some(row) = exchange().feature(feature.word()).filter(|_| is_met) else { continue };
        let combination = premises.topology.exchange.combination(&mut because);
        let finding = maker
            .finding(Severity::Error, plan.exchange.features.path())
            .saying("feature", words(feature))
            .with("word", feature.word())
            .with("combination", combination.word());
        let reason = maker.reason_with(&because, &[row.fact.as_str()], Vec::new());
        maker.add(&reason, finding);
    }
}

/// The columns whose Skype for Business is retired.
const RETIRED: Rule<Finding> = Rule {
    id: "exchange-skype-online-retired",
    facts: &["X-200", "X-201"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if is_integrated(premises, &mut because) && !plan.exchange.is_skype_here(&mut because) {
            let finding = maker.finding(Severity::Warning, plan.exchange.skype.path());
            maker.tell(&because, finding);
        }
    },
};

/// Nobody can search what nobody archives.
const SEARCH_NEEDS_ARCHIVING: Rule<Finding> = Rule {
    id: "exchange-search-needs-archiving",
    facts: &["X-115", "X-230"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if is_integrated(premises, &mut because)
            && answers.wants(ExchangeFeature::SearchArchive, &mut because)
            && !answers.wants(ExchangeFeature::Archiving, &mut because)
        {
            let finding = maker.finding(Severity::Error, answers.features.path());
            maker.tell(&because, finding);
        }
    },
};

/// Archiving with an Exchange of which the pages on archiving do not speak.
const ARCHIVING_VERSION: Rule<Finding> = Rule {
    id: "exchange-archiving-version",
    facts: &["X-130", "XD-9"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if is_archiving(premises, &mut because)
            && answers.is_exchange_here(&mut because)
            && *because.read(&answers.version) >= ExchangeVersion::Exchange2019
        {
            let finding = maker
                .finding(Severity::Warning, answers.version.path())
                .saying("version", version(*because.read(&answers.version)));
            maker.tell(&because, finding);
        }
    },
};

/// Archiving that leaves out all conversations.
const ARCHIVES_NOTHING: Rule<Finding> = Rule {
    id: "exchange-archives-nothing",
    facts: &["X-133"],
    make: |premises, maker| {
        let mut because = Because::default();
        let archive = &premises.plan.exchange.archive;
        if is_archiving(premises, &mut because)
            && !*because.read(&archive.internal)
            && !*because.read(&archive.external)
        {
            let finding = maker.finding(Severity::Warning, archive.internal.path());
            maker.tell(&because, finding);
        }
    },
};

/// Mailboxes in another forest, and nobody of whom archiving is set.
const ACROSS_FORESTS: Rule<Finding> = Rule {
    id: "exchange-archiving-across-forests",
    facts: &["X-134"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if is_archiving(premises, &mut because)
            && answers.is_exchange_here(&mut because)
            && !*because.read(&answers.same_forest)
            && because.read(&answers.archive.users).is_empty()
        {
            let finding = maker.finding(Severity::Warning, answers.archive.users.path());
            maker.tell(&because, finding);
        }
    },
};

/// Whether pools that stand here archive in Exchange.
fn is_archiving(premises: &Premises<'_>, because: &mut Because) -> bool {
    is_with_pools(premises, because) && premises.plan.exchange.wants(ExchangeFeature::Archiving, because)
}

/// What a version is called: the words of the choice in its question.
pub(super) fn version(version: ExchangeVersion) -> crate::text::Message {
    crate::text::Message::new(format!("question-exchange-version.option-{}", version.word()))
}
