//! Instant messages and presence in Outlook on the web.

use super::features::version;
use super::is_integrated;
use crate::catalog::exchange;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, ExchangeFeature};
use crate::requirement::feature::words;
use crate::requirement::rule::{Premises, Rule};
use crate::topology::{Availability, Combination};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[LYNC_SERVER_2013, PORT_TAKEN];

/// Lync Server 2013 with an Exchange that has no messages for it.
const LYNC_SERVER_2013: Rule<Finding> = Rule {
    id: "exchange-web-lync-server-2013",
    facts: &["X-167"],
    make: |premises, maker| {
        let answers = &premises.plan.exchange;
        for feature in [ExchangeFeature::PresenceInOwa, ExchangeFeature::OwaIm] {
            let mut because = Because::default();
            let is_met = is_integrated(premises, &mut because)
                && answers.wants(feature, &mut because)
                && premises.topology.exchange.availability(feature, &mut because)
                    == Availability::NotWithLyncServer2013;
            if is_met {
                let finding = maker
                    .finding(Severity::Error, answers.features.path())
                    .saying("feature", words(feature))
                    .with("word", feature.word())
                    .saying("version", version(*because.read(&answers.version)));
                maker.tell(&because, finding);
            }
        }
    },
};

/// A port on which something listens anyway.
const PORT_TAKEN: Rule<Finding> = Rule {
    id: "exchange-application-port-taken",
    facts: &["X-161", "X-163"],
    make: |premises, maker| {
        let mut because = Because::default();
        let outlook = &premises.plan.exchange.outlook_web;
        if !is_used(premises, &mut because) || premises.plan.exchange.is_um_collocated(&mut because) {
            return;
        }
        let port = *because.read(&outlook.port);
        if exchange().taken_ports.value.contains(&port) {
            let finding = maker.finding(Severity::Error, outlook.port.path()).with("port", port);
            maker.tell(&because, finding);
        }
    },
};

/// Whether Outlook on the web, standing here, speaks to pools that stand here.
pub(super) fn is_used(premises: &Premises<'_>, because: &mut Because) -> bool {
    super::is_in(premises, Combination::C1, because) && premises.plan.exchange.wants_outlook_web(because)
}
