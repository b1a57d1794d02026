//! Voice mail in the cloud: a policy that leads there, then its users; without the policy no user is taken.

use super::archiving::{user, users};
use super::online::{has_voice_mail, proxy};
use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, VoiceMail};
use crate::requirement::command::policies::{grant, granted};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[POLICY, GRANT, USERS];

/// The policy: the global one, or one of its own.
const POLICY: Rule<Command> = Rule {
    id: "command-voice-mail-policy",
    facts: &["X-182", "X-183", "X-219", "X-220"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(answers) = answers(premises, &mut because) else {
            return;
        };
        let (Some(proxy), Some(organization)) =
            (proxy(premises, &mut because), because.read(&answers.organization))
        else {
            return;
        };
        let filled = |call: Call| call.text("Destination", proxy).text("Organization", organization);
        let remarks = ["remark-voice-mail-first", "remark-voice-mail-provider"];
        let (call, undo, check) = match because.read(&answers.policy) {
            None => {
                let set = |destination, organization| {
                    global("Set-CsHostedVoicemailPolicy")
                        .with("Destination", destination)
                        .with("Organization", organization)
                };
                let call = filled(global("Set-CsHostedVoicemailPolicy"));
                (call, set(Value::Null, Value::Null), global("Get-CsHostedVoicemailPolicy"))
            }
            Some(policy) => {
                let of = |cmdlet| Call::new(cmdlet).text("Identity", policy);
                let call = filled(of("New-CsHostedVoicemailPolicy"));
                (call, of("Remove-CsHostedVoicemailPolicy"), of("Get-CsHostedVoicemailPolicy"))
            }
        };
        let command = Command::anywhere(Stage::CloudVoicemail, call, Some(undo)).checked(check);
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// A policy of its own is granted.
const GRANT: Rule<Command> = Rule {
    id: "command-voice-mail-grant",
    facts: &["X-219", "X-220"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(answers) = answers(premises, &mut because) else {
            return;
        };
        let Some(policy) = because.read(&answers.policy) else {
            return;
        };
        for grantee in because.read(&answers.users).clone() {
            let grant = |policy| grant("Grant-CsHostedVoicemailPolicy", &grantee, policy);
            let call = grant(Value::Text(policy.to_string().into()));
            let command = Command::anywhere(Stage::CloudVoicemail, call, Some(grant(Value::Null)))
                .checked(granted(&grantee, "HostedVoicemailPolicy"));
            add(maker, &because, Vec::new(), command);
        }
    },
};

/// Each user gets voice mail.
const USERS: Rule<Command> = Rule {
    id: "command-voice-mail-users",
    facts: &["X-219", "X-220"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(answers) = answers(premises, &mut because) else {
            return;
        };
        for grantee in because.read(&answers.users).clone() {
            let set = |is_on| user(&grantee).with("HostedVoiceMail", Value::Bool(is_on));
            let command = Command::anywhere(Stage::CloudVoicemail, set(true), Some(set(false)))
                .checked(users(&grantee, "HostedVoiceMail"));
            add(maker, &because, vec![Message::new("remark-voice-mail-voice")], command);
        }
    },
};

fn global(cmdlet: &'static str) -> Call {
    Call::new(cmdlet).text("Identity", "global")
}

/// The answers, where the voice mail is that of the cloud and the cloud is one whose proxy is known.
fn answers<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p VoiceMail> {
    let is_there = has_voice_mail(premises, because) && proxy(premises, because).is_some();
    is_there.then_some(&premises.topology.exchange.answers.voice_mail)
}
