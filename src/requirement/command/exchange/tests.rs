//! Tests of what is shared with Exchange, with the plan's test users; and a photo, asked for.

use super::{
    Call, Combination, Command, Place, Shell, Stage, Value, add, is, servers, trusts, trusts_here, wants,
};
use crate::catalog::exchange_commands;
use crate::plan::{Because, ExchangeFeature};
use crate::requirement::command::Answer;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::SipAddress;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] =
    &[STORAGE, ARCHIVE, CONTACTS, VOICE_MAIL, VOICE_MESSAGE, PHOTO];

/// The operator's variable for the credentials of a test user, as in the other tests.
const CREDENTIAL: &str = "Credential1";

/// The pool writes into a mailbox.
const STORAGE: Rule<Command> = Rule {
    id: "command-exchange-test-storage",
    facts: &["X-090", "X-091", "X-092"],
    make: |premises, maker| {
        let mut because = Because::default();
        if trusts(premises, &mut because)
            && let Some(user) = first_user(premises, &mut because)
        {
            let remarks = ["remark-test-storage", "remark-test-denied"];
            let command = test(storage(user).with("DeleteItem", Value::Switch));
            add(maker, &because, remarks.map(Message::new).into(), command);
        }
    },
};

/// The pool archives into a mailbox.
const ARCHIVE: Rule<Command> = Rule {
    id: "command-exchange-test-archive",
    facts: &["X-091"],
    make: |premises, maker| {
        let mut because = Because::default();
        if trusts(premises, &mut because)
            && wants(premises, ExchangeFeature::Archiving, &mut because)
            && let Some(user) = first_user(premises, &mut because)
        {
            let command = test(storage(user).text("Folder", "Dumpster"));
            add(maker, &because, vec![Message::new("remark-test-archive")], command);
        }
    },
};

/// The contacts of a user are read from Exchange, on every pool.
const CONTACTS: Rule<Command> = Rule {
    id: "command-exchange-test-contacts",
    facts: &["X-093"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            if trusts(premises, &mut because)
                && wants(premises, ExchangeFeature::UnifiedContactStore, &mut because)
                && let Some(user) = first_user(premises, &mut because)
            {
                let call = Call::new("Test-CsUnifiedContactStore")
                    .text("UserSipAddress", sip(user))
                    .text("TargetFqdn", because.read(&pool.fqdn))
                    .with("UserCredential", Value::Operator(CREDENTIAL));
                add(maker, &because, vec![Message::new("remark-credentials")], test(call));
            }
        }
    },
};

/// Each pool reaches Unified Messaging.
const VOICE_MAIL: Rule<Command> = Rule {
    id: "command-exchange-test-voice-mail",
    facts: &["X-094"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            if has_um(premises, &mut because)
                && let Some(user) = first_user(premises, &mut because)
            {
                let call = Call::new("Test-CsExUMConnectivity")
                    .text("TargetFqdn", because.read(&pool.fqdn))
                    .text("UserSipAddress", sip(user))
                    .with("UserCredential", Value::Operator(CREDENTIAL));
                add(maker, &because, vec![Message::new("remark-credentials")], test(call));
            }
        }
    },
};

/// A user leaves another one a message, on each pool.
const VOICE_MESSAGE: Rule<Command> = Rule {
    id: "command-exchange-test-voice-message",
    facts: &["X-094"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            if has_um(premises, &mut because)
                && let [sender, receiver, ..] = &because.read(&premises.plan.mobility.test_users)[..]
            {
                let call = Call::new("Test-CsExUMVoiceMail")
                    .text("TargetFqdn", because.read(&pool.fqdn))
                    .text("ReceiverSipAddress", sip(receiver))
                    .text("SenderSipAddress", sip(sender))
                    .with("SenderCredential", Value::Operator(CREDENTIAL));
                add(maker, &because, vec![Message::new("remark-credentials")], test(call));
            }
        }
    },
};

/// A photo in high resolution: Exchange asks who is there, and shows it then. Administrators load one up by hand.
const PHOTO: Rule<Command> = Rule {
    id: "command-exchange-photo",
    facts: &["X-118", "X-150", "X-151", "X-152", "X-153"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_here(premises, &mut because)
            || !wants(premises, ExchangeFeature::HighResolutionPhotos, &mut because)
        {
            return;
        }
        let Some(user) = first_user(premises, &mut because) else {
            return;
        };
        let remarks = ["remark-photo-upload", "remark-photo-sizes", "remark-photo-directory"];
        for (server, because) in servers(premises, &because) {
            let url = format!("https://{server}{}", exchange_commands().photo_of(user));
            let call = Call::new("Invoke-WebRequest").text("Uri", url).with("UseBasicParsing", Value::Switch);
            let command = Command {
                place: Place::ComputerInside,
                shell: Shell::PowerShell,
                ..test(call).answered(Answer::Challenge)
            };
            add(maker, &because, remarks.map(Message::new).into(), command);
        }
    },
};

fn storage(user: &SipAddress) -> Call {
    Call::new("Test-CsExStorageConnectivity").text("SipUri", sip(user))
}

fn sip(user: &SipAddress) -> String {
    format!("sip:{user}")
}

fn test(call: Call) -> Command {
    Command::anywhere(Stage::ExchangeTests, call, None)
}

/// The first of the users that the plan names for tests.
fn first_user<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p SipAddress> {
    because.read(&premises.plan.mobility.test_users).first()
}

/// Whether people have Unified Messaging here.
fn has_um(premises: &Premises<'_>, because: &mut Because) -> bool {
    is(premises, Combination::C1, because)
        && wants(premises, ExchangeFeature::UnifiedMessaging, because)
        && premises.topology.exchange.answers.has_um(because)
}
