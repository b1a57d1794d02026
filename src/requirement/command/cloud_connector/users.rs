//! The users: voice, international calls, and the site over which they call (C-204 to C-211).

use super::{deployed, in_tenant, site_of};
use crate::catalog::cloud_commands;
use crate::plan::{Because, CloudUser};
use crate::requirement::command::{Call, Command, Stage, Value, add};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::FreeText;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[VOICE, INTERNATIONAL, SITE];

/// Voice, voice mail and the number.
const VOICE: Rule<Command> = Rule {
    id: "command-cloud-user",
    facts: &["C-010", "C-017", "C-204", "C-205", "C-206", "C-207", "C-208", "CD-13", "CD-16"],
    make: |premises, maker| {
        for User { identity, answers: user, mut because, .. } in users(premises) {
            let of = |truth| {
                Call::new("Set-CsUser")
                    .text("Identity", identity)
                    .with("EnterpriseVoiceEnabled", Value::Bool(truth))
                    .with("HostedVoiceMail", Value::Bool(truth))
            };
            let (call, undo) = match because.read(&user.line_uri) {
                Some(line) => {
                    (of(true).text("OnPremLineURI", line), of(false).with("OnPremLineURI", Value::Null))
                }
                None => (of(true), of(false)),
            };
            let remarks = ["remark-cloud-licence", "remark-cloud-directory", "remark-cloud-user"];
            let command = in_tenant(Stage::TenantUsers, call, Some(undo)).checked(seen(identity));
            add(maker, &because, remarks.map(Message::new).into(), command);
        }
    },
};

/// International calls, said in so many words: what holds by default is told in two ways (CD-7).
const INTERNATIONAL: Rule<Command> = Rule {
    id: "command-cloud-international",
    facts: &["C-019", "C-209", "CD-5", "CD-7"],
    make: |premises, maker| {
        for User { identity, answers: user, mut because, .. } in users(premises) {
            let known = cloud_commands();
            let policy = if *because.read(&user.international) {
                &known.international_allowed
            } else {
                &known.international_disallowed
            };
            let grant = |policy| {
                Call::new("Grant-CsVoiceRoutingPolicy").text("Identity", identity).with("PolicyName", policy)
            };
            let call = grant(Value::Text(policy.value.as_str().into()));
            let command = in_tenant(Stage::TenantUsers, call, Some(grant(Value::Null))).checked(
                Call::new("Get-CsOnlineUser").text("Identity", identity).pipe("Select-Object").with(
                    "Property",
                    Value::Texts(["UserPrincipalName", "VoiceRoutingPolicy"].map(str::to_owned).into()),
                ),
            );
            add(maker, &because, Vec::new(), command);
        }
    },
};

/// The site, also where there is only one.
const SITE: Rule<Command> = Rule {
    id: "command-cloud-user-site",
    facts: &["C-202", "C-210", "C-211", "C-264"],
    make: |premises, maker| {
        for User { identity, answers: user, mut because } in users(premises) {
            let Some(site) = site_of(premises, user, &mut because) else { continue };
            let call = assignment(identity, Value::Text(site.as_str().into()));
            let command = in_tenant(Stage::TenantUsers, call, Some(assignment(identity, Value::Null)))
                .checked(Call::new("Get-CsUserPstnSettings").text("Identity", identity));
            add(maker, &because, vec![Message::new("remark-cloud-user-site")], command);
        }
    },
};

/// A user, and on what that rests so far.
pub(super) struct User<'p> {
    /// Who it is.
    pub identity: &'p FreeText,
    /// The other answers.
    pub answers: &'p CloudUser,
    /// What was read.
    pub because: Because,
}

/// The users in the plan's order.
pub(super) fn users<'p>(premises: &Premises<'p>) -> Vec<User<'p>> {
    let mut deploys = Because::default();
    let Some(connector) = deployed(premises, &mut deploys) else { return Vec::new() };
    let user = |user: &'p CloudUser| {
        let mut because = deploys.clone();
        User { identity: because.read(&user.identity), answers: user, because }
    };
    connector.users.iter().map(user).collect()
}

/// The line that assigns a site.
pub(super) fn assignment(identity: &FreeText, site: Value) -> Call {
    Call::new("Set-CsUserPstnSettings").text("Identity", identity).with("HybridPSTNSite", site)
}

/// What shows whether a user may call.
pub(super) fn seen(identity: &FreeText) -> Call {
    let properties =
        ["UserPrincipalName", "EnterpriseVoiceEnabled", "HostedVoiceMail", "VoicePolicy"].map(str::to_owned);
    Call::new("Get-CsOnlineUser")
        .text("Identity", identity)
        .pipe("Select-Object")
        .with("Property", Value::Texts(properties.into()))
}
