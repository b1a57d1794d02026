//! Synthetic tests, where the plan names users for them (M-256 to M-261).

use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, Version};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::value::SipAddress;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[UCWA, MCX, MCX_CONFERENCE];

/// Two users meet through UCWA, on every Front End pool, where such clients exist; Lync Server 2013 has UCWA only with an update (M-007).
const UCWA: Rule<Command> = Rule {
    id: "command-test-ucwa",
    facts: &["M-005", "M-007", "M-256", "M-257", "M-260", "M-261"],
    make: |premises, maker| {
        let servers = &premises.plan.servers;
        let mut because = Because::default();
        let has_ucwa = because.either(
            |because| *because.read(&servers.version) > Version::LyncServer2013,
            |because| *because.read(&servers.february_2013_update),
        );
        if !has_ucwa || !premises.plan.clients.use_ucwa(&mut because) {
            return;
        }
        let [first, second, ..] = &because.read(&premises.plan.mobility.test_users)[..] else {
            return;
        };
        let users = [
            ("OrganizerSipAddress", "OrganizerCredential", first),
            ("ParticipantSipAddress", "ParticipantCredential", second),
        ];
        let remarks = ["remark-credentials", "remark-short-form"];
        test(premises, maker, &because, "Test-CsUcwaConference", &users, &remarks);
    },
};

/// Two users of Lync 2010 Mobile send messages, where such clients and the Mobility Service exist.
const MCX: Rule<Command> = Rule {
    id: "command-test-mcx",
    facts: &["M-006", "M-221", "M-258", "M-260", "M-261"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some([first, second, ..]) = mcx_users(premises, &mut because) else {
            return;
        };
        let users = [
            ("SenderSipAddress", "SenderCredential", first),
            ("ReceiverSipAddress", "ReceiverCredential", second),
        ];
        test(premises, maker, &because, "Test-CsMcxP2PIM", &users, &["remark-credentials"]);
    },
};

/// Three of them meet.
const MCX_CONFERENCE: Rule<Command> = Rule {
    id: "command-test-mcx-conference",
    facts: &["M-006", "M-221", "M-259", "M-260", "M-261"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some([first, second, third, ..]) = mcx_users(premises, &mut because) else {
            return;
        };
        let users = [
            ("OrganizerSipAddress", "OrganizerCredential", first),
            ("UserSipAddress", "UserCredential", second),
            ("User2SipAddress", "User2Credential", third),
        ];
        test(premises, maker, &because, "Test-CsMcxConference", &users, &["remark-credentials"]);
    },
};

/// The operator's variables for the credentials of the users, in their order.
const CREDENTIALS: [&str; 3] = ["Credential1", "Credential2", "Credential3"];

/// The test users, where Lync 2010 Mobile and the Mobility Service exist.
fn mcx_users<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p [SipAddress]> {
    let plan = premises.plan;
    let is_wanted = plan.clients.use_mcx(&plan.servers, because);
    is_wanted.then(|| &because.read(&plan.mobility.test_users)[..])
}

/// The same test on every Front End pool.
fn test(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Command>,
    because: &Because,
    cmdlet: &'static str,
    users: &[(&'static str, &'static str, &SipAddress)],
    remarks: &[&'static str],
) {
    for pool in premises.topology.front_ends() {
        let mut because = because.clone();
        let call = Call::new(cmdlet)
            .text("TargetFqdn", because.read(&pool.fqdn))
            .text("Authentication", "Negotiate");
        let call =
            users.iter().zip(CREDENTIALS).fold(call, |call, ((address, credential, user), variable)| {
                call.text(address, format!("sip:{user}")).with(credential, Value::Operator(variable))
            });
        let remarks = remarks.iter().map(|remark| Message::new(*remark)).collect();
        add(maker, &because, remarks, Command::anywhere(Stage::Tests, call, None));
    }
}
