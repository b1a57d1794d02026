//! Mobility policies: global, for a site, for users (M-226 to M-243).

use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, MobilityPolicy, Scope};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::value::{Fqdn, Grantee};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[GLOBAL, SITE, USER, GRANT];

/// The global policy is changed.
const GLOBAL: Rule<Command> = Rule {
    id: "command-policy-global",
    facts: &[
        "M-226", "M-227", "M-228", "M-229", "M-230", "M-231", "M-232", "M-235", "M-242", "M-244", "M-245",
        "M-303", "M-305", "M-306",
    ],
    make: |premises, maker| {
        for policy in &premises.plan.mobility.policies {
            let mut because = Because::default();
            if *because.read(&policy.scope) == Scope::Global {
                let set = || Call::new("Set-CsMobilityPolicy").text("Identity", "global");
                let call = switches(set(), policy, &mut because);
                add_policy(maker, policy, because, Vec::new(), "global", (call, defaults(set())));
            }
        }
    },
};

/// A policy for a site is made; it applies at once.
const SITE: Rule<Command> = Rule {
    id: "command-policy-site",
    facts: &[
        "M-226", "M-227", "M-228", "M-229", "M-230", "M-231", "M-232", "M-236", "M-242", "M-244", "M-245",
        "M-302", "M-303", "M-305", "M-306",
    ],
    make: |premises, maker| {
        let mut found = Vec::new();
        for policy in &premises.plan.mobility.policies {
            let mut because = Because::default();
            if let Scope::Site(site) = because.read(&policy.scope) {
                found.push((format!("site:{site}"), policy, because));
            }
        }
        found.sort_by(|a, b| a.0.cmp(&b.0));
        for (identity, policy, because) in found {
            make(maker, policy, &identity, vec![Message::new("remark-policy-exists")], because);
        }
    },
};

/// A policy for users is made; it does nothing until it is granted.
const USER: Rule<Command> = Rule {
    id: "command-policy-user",
    facts: &[
        "M-226", "M-227", "M-228", "M-229", "M-230", "M-231", "M-232", "M-237", "M-242", "M-244", "M-245",
        "M-302", "M-303", "M-304", "M-305", "M-306",
    ],
    make: |premises, maker| {
        for (policy, name, because) in for_users(premises) {
            make(maker, policy, &name, Vec::new(), because);
        }
    },
};

/// The policy is granted.
const GRANT: Rule<Command> = Rule {
    id: "command-policy-grant",
    facts: &["M-238", "M-239", "M-240", "M-241", "M-243", "M-304"],
    make: |premises, maker| {
        for (policy, name, mut because) in for_users(premises) {
            for grantee in because.read(&policy.grant_to).clone() {
                let grant = |policy: Value| grant("Grant-CsMobilityPolicy", &grantee, policy);
                let (call, undo) = (grant(Value::Text(name.as_str().into())), Some(grant(Value::Null)));
                let command = Command::anywhere(Stage::Policies, call, undo);
                let command = command.checked(granted(&grantee, "MobilityPolicy"));
                add(maker, &because, Vec::new(), command);
            }
        }
    },
};

/// Granting a policy to a user, or to everybody on a pool (M-240, M-241).
pub(super) fn grant(cmdlet: &'static str, grantee: &Grantee, policy: Value) -> Call {
    match grantee {
        Grantee::User(user) => Call::new(cmdlet).text("Identity", user).with("PolicyName", policy),
        Grantee::Pool(pool) => everybody_on(pool).pipe(cmdlet).with("PolicyName", policy),
    }
}

/// The users of a grant, each with the policy of that kind (M-243).
pub(super) fn granted(grantee: &Grantee, property: &str) -> Call {
    let users = match grantee {
        Grantee::User(user) => Call::new("Get-CsUser").text("Identity", user),
        Grantee::Pool(pool) => everybody_on(pool),
    };
    let properties = ["DisplayName", property].map(str::to_owned).into();
    users.pipe("Select-Object").with("Property", Value::Texts(properties))
}

/// Everybody on a pool (M-241).
pub(super) fn everybody_on(pool: &Fqdn) -> Call {
    Call::new("Get-CsUser").with("Filter", Value::Equal("RegistrarPool", pool.to_string()))
}

fn for_users<'p>(premises: &Premises<'p>) -> Vec<(&'p MobilityPolicy, String, Because)> {
    let mut found = Vec::new();
    for policy in &premises.plan.mobility.policies {
        let mut because = Because::default();
        if *because.read(&policy.scope) != Scope::User {
            continue;
        }
        if let Some(name) = because.read(&policy.name) {
            found.push((policy, name.to_string(), because));
        }
    }
    found.sort_by(|a, b| a.1.cmp(&b.1));
    found
}

fn make(
    maker: &mut Maker<'_, Command>,
    policy: &MobilityPolicy,
    identity: &str,
    mut remarks: Vec<Message>,
    mut because: Because,
) {
    let call = switches(Call::new("New-CsMobilityPolicy").text("Identity", identity), policy, &mut because);
    let undo = Call::new("Remove-CsMobilityPolicy").text("Identity", identity);
    remarks.push(Message::new("remark-wifi-audio"));
    add_policy(maker, policy, because, remarks, identity, (call, undo));
}

fn add_policy(
    maker: &mut Maker<'_, Command>,
    policy: &MobilityPolicy,
    mut because: Because,
    mut remarks: Vec<Message>,
    identity: &str,
    (call, undo): (Call, Call),
) {
    if *because.read(&policy.enable_mobility) && *because.read(&policy.enable_outside_voice) {
        remarks.push(Message::new("remark-call-via-work"));
    }
    if *because.read(&policy.enable_ip_audio_video) && !*because.read(&policy.require_wifi_for_ip_video) {
        remarks.push(Message::new("remark-wifi-video"));
    }
    let command = Command::anywhere(Stage::Policies, call, Some(undo))
        .checked(Call::new("Get-CsMobilityPolicy").text("Identity", identity));
    add(maker, &because, remarks, command);
}

/// All five settings; Call via Work is never left on where mobility is off (M-242).
fn switches(call: Call, policy: &MobilityPolicy, because: &mut Because) -> Call {
    let mobility = *because.read(&policy.enable_mobility);
    let outside_voice = mobility && *because.read(&policy.enable_outside_voice);
    call.with("EnableMobility", Value::Bool(mobility))
        .with("EnableOutsideVoice", Value::Bool(outside_voice))
        .with("EnableIPAudioVideo", Value::Bool(*because.read(&policy.enable_ip_audio_video)))
        .with("RequireWiFiForIPAudio", Value::Bool(*because.read(&policy.require_wifi_for_ip_audio)))
        .with("RequireWiFiForIPVideo", Value::Bool(*because.read(&policy.require_wifi_for_ip_video)))
}

/// The defaults of the product (M-227 to M-231).
fn defaults(call: Call) -> Call {
    call.with("EnableMobility", Value::Bool(true))
        .with("EnableOutsideVoice", Value::Bool(true))
        .with("EnableIPAudioVideo", Value::Bool(true))
        .with("RequireWiFiForIPAudio", Value::Bool(false))
        .with("RequireWiFiForIPVideo", Value::Bool(false))
}
