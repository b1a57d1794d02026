//! Synthetic tests, where the plan names users for them (M-256 to M-261).

use super::{Call, Command, Stage, Value, add};
use crate::plan::Because;
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[UCWA, MCX];

/// Two users meet through UCWA, on every Front End pool.
const UCWA: Rule<Command> = Rule {
    id: "command-test-ucwa",
    facts: &["M-256", "M-257", "M-260", "M-261"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            let [first, second, ..] = &because.read(&premises.plan.mobility.test_users)[..] else {
                return;
            };
            let call = Call::new("Test-CsUcwaConference")
                .text("TargetFqdn", because.read(&pool.fqdn))
                .text("Authentication", "Negotiate")
                .text("OrganizerSipAddress", format!("sip:{first}"))
                .with("OrganizerCredential", Value::Operator("Credential1"))
                .text("ParticipantSipAddress", format!("sip:{second}"))
                .with("ParticipantCredential", Value::Operator("Credential2"));
            let command = Command::anywhere(Stage::Tests, call, None);
            add(maker, &because, vec![Message::new("remark-credentials")], command);
        }
    },
};

/// Two users of Lync 2010 Mobile send messages, where such clients and the Mobility Service exist.
const MCX: Rule<Command> = Rule {
    id: "command-test-mcx",
    facts: &["M-221", "M-258", "M-260", "M-261"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            let plan = premises.plan;
            if because.read(&plan.clients.lync_2010_mobile).is_empty()
                || !because.read(&plan.servers.version).has_mcx()
            {
                return;
            }
            let [first, second, ..] = &because.read(&plan.mobility.test_users)[..] else {
                return;
            };
            let call = Call::new("Test-CsMcxP2PIM")
                .text("TargetFqdn", because.read(&pool.fqdn))
                .text("Authentication", "Negotiate")
                .text("SenderSipAddress", format!("sip:{first}"))
                .with("SenderCredential", Value::Operator("Credential1"))
                .text("ReceiverSipAddress", format!("sip:{second}"))
                .with("ReceiverCredential", Value::Operator("Credential2"));
            let command = Command::anywhere(Stage::Tests, call, None);
            add(maker, &because, vec![Message::new("remark-credentials")], command);
        }
    },
};
