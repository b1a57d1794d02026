//! Click to join for people without Enterprise Voice: usage, route, voice policy, grant (M-246 to M-255).

use super::policies::{grant, granted};
use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, ClickToJoin, Scope};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[USAGE, ROUTE, POLICY, GRANT];

/// The usage comes first: routes and policies name it.
const USAGE: Rule<Command> = Rule {
    id: "command-click-to-join-usage",
    facts: &["M-246", "M-247", "M-248", "M-252"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(answers) = wanted(premises, &mut because) else {
            return;
        };
        let usage = vec![because.read(&answers.usage).to_string()];
        let set = |usage: Value| Call::new("Set-CsPstnUsage").text("Identity", "global").with("Usage", usage);
        let (call, undo) = (set(Value::Add(usage.clone())), Some(set(Value::Remove(usage))));
        let check = Call::new("Get-CsPstnUsage")
            .text("Identity", "global")
            .pipe("Select-Object")
            .text("ExpandProperty", "Usage");
        let command = Command::anywhere(Stage::ClickToJoin, call, undo).checked(check);
        add(maker, &because, Vec::new(), command);
    },
};

/// The route to the gateways.
const ROUTE: Rule<Command> = Rule {
    id: "command-click-to-join-route",
    facts: &["M-246", "M-249", "M-252", "M-255"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(answers) = wanted(premises, &mut because) else {
            return;
        };
        let route = because.read(&answers.route).to_string();
        let gateways: Vec<_> =
            because.read(&answers.gateways).iter().map(|gateway| format!("PstnGateway:{gateway}")).collect();
        let mut call = Call::new("New-CsVoiceRoute")
            .text("Identity", &route)
            .text("NumberPattern", because.read(&answers.number_pattern))
            .with("PstnUsages", Value::Add(vec![because.read(&answers.usage).to_string()]));
        let mut remarks = vec![Message::new("remark-test-number")];
        if gateways.is_empty() {
            remarks.push(Message::new("remark-no-gateways"));
        } else {
            call = call.with("PstnGatewayList", Value::Add(gateways));
        }
        let undo = Call::new("Remove-CsVoiceRoute").text("Identity", &route);
        let check = tried(Call::new("Get-CsVoiceRoute").text("Identity", &route), "Test-CsVoiceRoute");
        let command = Command::anywhere(Stage::ClickToJoin, call, Some(undo)).checked(check);
        add(maker, &because, remarks, command);
    },
};

/// The voice policy: a new one for users or a site; the global one exists already.
const POLICY: Rule<Command> = Rule {
    id: "command-click-to-join-policy",
    facts: &["M-246", "M-250", "M-252", "M-253", "M-255"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(answers) = wanted(premises, &mut because) else {
            return;
        };
        let usage = vec![because.read(&answers.usage).to_string()];
        let scope = because.read(&answers.scope);
        let identity = match scope {
            Scope::User => because.read(&answers.policy).to_string(),
            Scope::Site(site) => format!("site:{site}"),
            Scope::Global => "global".to_owned(),
        };
        let of = |cmdlet| Call::new(cmdlet).text("Identity", &identity);
        let (call, undo) = if *scope == Scope::Global {
            let set = |usage| of("Set-CsVoicePolicy").with("PstnUsages", usage);
            (set(Value::Add(usage.clone())), set(Value::Remove(usage)))
        } else {
            (of("New-CsVoicePolicy").with("PstnUsages", Value::Add(usage)), of("Remove-CsVoicePolicy"))
        };
        let mut remarks = vec![Message::new("remark-test-number")];
        if *scope != Scope::User {
            remarks.push(Message::new("remark-explicit-grant"));
        }
        let check = tried(of("Get-CsVoicePolicy"), "Test-CsVoicePolicy");
        let command = Command::anywhere(Stage::ClickToJoin, call, Some(undo)).checked(check);
        add(maker, &because, remarks, command);
    },
};

/// The grant, for a policy of users.
const GRANT: Rule<Command> = Rule {
    id: "command-click-to-join-grant",
    facts: &["M-239", "M-240", "M-241", "M-251", "M-253", "M-254", "M-304"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(answers) = wanted(premises, &mut because) else {
            return;
        };
        if *because.read(&answers.scope) != Scope::User {
            return;
        }
        let policy = because.read(&answers.policy).to_string();
        for grantee in because.read(&answers.grant_to).clone() {
            let grant = |policy: Value| grant("Grant-CsVoicePolicy", &grantee, policy);
            let (call, undo) = (grant(Value::Text(policy.as_str().into())), Some(grant(Value::Null)));
            let command = Command::anywhere(Stage::ClickToJoin, call, undo);
            let command = command.checked(granted(&grantee, "VoicePolicy"));
            add(maker, &because, vec![Message::new("remark-no-enterprise-voice")], command);
        }
    },
};

/// A number of the operator's is tried on a route or policy (M-255).
fn tried(found: Call, test: &'static str) -> Call {
    found.pipe(test).with("TargetNumber", Value::Operator("TestNumber"))
}

fn wanted<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p ClickToJoin> {
    let answers = &premises.plan.mobility.click_to_join;
    because.read(&answers.enabled).then_some(answers)
}
