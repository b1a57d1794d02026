//! The unified contact store: contacts move by themselves as soon as both products trust each other
//! (XD-6), so whoever shall not move is held back before.

use super::{Call, Command, Stage, Value, add, trusts, wants};
use crate::plan::{Because, ContactsFor, ExchangeFeature};
use crate::requirement::command::policies::{grant, granted};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;

/// What comes before the products trust each other.
pub(in crate::requirement::command) const BEFORE: &[Rule<Command>] = &[HELD_BACK, EVERYBODY];

/// The rules of the features, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[PILOT, GRANT];

const GETTER: &str = "Get-CsUserServicesPolicy";
const ALLOWED: &str = "UcsAllowed";

/// Nobody's contacts move, but for those of the pilot: of all people where nothing is wanted.
const HELD_BACK: Rule<Command> = Rule {
    id: "command-contacts-held-back",
    facts: &["X-141", "X-142", "XD-6"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts(premises, &mut because) {
            return;
        }
        let remark = match wanted(premises, &mut because) {
            Some(ContactsFor::Everybody) => return,
            Some(ContactsFor::Pilot) => "remark-contacts-pilot",
            None => "remark-contacts-unwanted",
        };
        let global = |cmdlet| Call::new(cmdlet).text("Identity", "global");
        let set = |is_on| global("Set-CsUserServicesPolicy").with(ALLOWED, Value::Bool(is_on));
        let remarks = vec![Message::new(remark), Message::new("remark-contacts-undone")];
        let command =
            Command::anywhere(Stage::OauthConfiguration, set(false), Some(set(true))).checked(global(GETTER));
        add(maker, &because, remarks, command);
    },
};

/// Everybody's contacts move: nothing has to be set for it, so it is only looked at, with a warning.
const EVERYBODY: Rule<Command> = Rule {
    id: "command-contacts-everybody",
    facts: &["X-140", "X-141", "X-143", "X-144", "X-145", "XD-6"],
    make: |premises, maker| {
        let mut because = Because::default();
        if trusts(premises, &mut because) && wanted(premises, &mut because) == Some(ContactsFor::Everybody) {
            let call = Call::new(GETTER).text("Identity", "global");
            let remarks = ["remark-contacts-move", "remark-contacts-take-time", "remark-contacts-back"];
            let command = Command::anywhere(Stage::OauthConfiguration, call, None);
            add(maker, &because, remarks.map(Message::new).into(), command);
        }
    },
};

/// The policy of the pilot.
const PILOT: Rule<Command> = Rule {
    id: "command-contacts-policy",
    facts: &["X-140", "X-142", "X-144"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(policy) = pilot(premises, &mut because) else {
            return;
        };
        let of = |cmdlet| Call::new(cmdlet).text("Identity", &policy);
        let call = of("New-CsUserServicesPolicy").with(ALLOWED, Value::Bool(true));
        let command =
            Command::anywhere(Stage::ExchangeFeatures, call, Some(of("Remove-CsUserServicesPolicy")))
                .checked(of(GETTER));
        add(maker, &because, vec![Message::new("remark-contacts-take-time")], command);
    },
};

/// It is granted; taken back it is in two acts, of which the second moves the contacts.
const GRANT: Rule<Command> = Rule {
    id: "command-contacts-grant",
    facts: &["X-142", "X-143", "X-145"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(policy) = pilot(premises, &mut because) else {
            return;
        };
        for grantee in because.read(&premises.topology.exchange.answers.contacts.grant_to).clone() {
            let grant = |policy| grant("Grant-CsUserServicesPolicy", &grantee, policy);
            let undo = grant(Value::Null).with("PassThru", Value::Switch).pipe("Invoke-CsUcsRollback");
            let call = grant(Value::Text(policy.as_str().into()));
            let command = Command::anywhere(Stage::ExchangeFeatures, call, Some(undo))
                .checked(granted(&grantee, "UserServicesPolicy"));
            add(maker, &because, vec![Message::new("remark-contacts-back")], command);
        }
    },
};

/// Whose contacts move, where the feature is wanted: wherever both products trust each other it is there.
fn wanted(premises: &Premises<'_>, because: &mut Because) -> Option<ContactsFor> {
    let answers = &premises.topology.exchange.answers;
    wants(premises, ExchangeFeature::UnifiedContactStore, because)
        .then(|| *because.read(&answers.contacts.who))
}

/// The policy of the pilot, where there is one.
fn pilot(premises: &Premises<'_>, because: &mut Because) -> Option<String> {
    let is_pilot = trusts(premises, because) && wanted(premises, because) == Some(ContactsFor::Pilot);
    let policy = &premises.topology.exchange.answers.contacts.policy;
    is_pilot.then(|| because.read(policy).to_string())
}
