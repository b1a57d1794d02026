//! Archiving in Exchange.

use super::{Call, Command, Stage, Value, add, trusts, wants};
use crate::plan::{Archive, ArchiveContent, Because, ExchangeFeature, UserArchiving};
use crate::requirement::command::policies::everybody_on;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::Grantee;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[CONFIGURATION, POLICY, USERS];

/// What is archived, and where.
const CONFIGURATION: Rule<Command> = Rule {
    id: "command-archiving-configuration",
    facts: &["X-130", "X-131", "X-132", "X-136"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(archive) = archive(premises, &mut because) else {
            return;
        };
        let content = match because.read(&archive.content) {
            ArchiveContent::ImOnly => "ImOnly",
            ArchiveContent::ImAndConferences => "ImAndWebConf",
        };
        let global = |cmdlet| Call::new(cmdlet).text("Identity", "global");
        let set = |content: &str, is_on| {
            global("Set-CsArchivingConfiguration")
                .text("EnableArchiving", content)
                .with("EnableExchangeArchiving", Value::Bool(is_on))
        };
        let blocks = *because.read(&archive.block_on_failure);
        let call = set(content, true).with("BlockOnArchiveFailure", Value::Bool(blocks));
        let command = Command::anywhere(Stage::ExchangeFeatures, call, Some(set("None", false)))
            .checked(global("Get-CsArchivingConfiguration"));
        let remarks = ["remark-archive-where", "remark-archive-sites"];
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// Whose conversations.
const POLICY: Rule<Command> = Rule {
    id: "command-archiving-policy",
    facts: &["X-133", "X-135"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(archive) = archive(premises, &mut because) else {
            return;
        };
        let global = |cmdlet| Call::new(cmdlet).text("Identity", "global");
        let set = |internal, external| {
            global("Set-CsArchivingPolicy")
                .with("ArchiveInternal", Value::Bool(internal))
                .with("ArchiveExternal", Value::Bool(external))
        };
        let call = set(*because.read(&archive.internal), *because.read(&archive.external));
        let command = Command::anywhere(Stage::ExchangeFeatures, call, Some(set(false, false)))
            .checked(global("Get-CsArchivingPolicy"));
        let same = !premises.plan.exchange.is_in_other_forest(&mut because);
        let remark = if same { "remark-archive-by-hold" } else { "remark-archive-by-user" };
        add(maker, &because, vec![Message::new(remark)], command);
    },
};

/// Each user whose mailbox is in another forest.
const USERS: Rule<Command> = Rule {
    id: "command-archiving-users",
    facts: &["X-134"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(archive) = archive(premises, &mut because) else {
            return;
        };
        if !premises.plan.exchange.is_in_other_forest(&mut because) {
            return;
        }
        let policy = match because.read(&archive.user_policy) {
            UserArchiving::InPlaceHold => FOLLOWS_MAILBOX,
            UserArchiving::ArchivingPolicy => "UseLyncArchivingPolicy",
            UserArchiving::NoArchiving => "NoArchiving",
            UserArchiving::InExchange => "ArchivingToExchange",
        };
        for grantee in because.read(&archive.users).clone() {
            let set = |policy: &str| user(&grantee).text("ExchangeArchivingPolicy", policy);
            let command = Command::anywhere(Stage::ExchangeFeatures, set(policy), Some(set(FOLLOWS_MAILBOX)))
                .checked(users(&grantee, "ExchangeArchivingPolicy"));
            add(maker, &because, Vec::new(), command);
        }
    },
};

/// What a user has who was never given a policy.
const FOLLOWS_MAILBOX: &str = "Uninitialized";

/// The answers about archiving, where it is wanted and both products trust each other.
fn archive<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p Archive> {
    let is_wanted = trusts(premises, because) && wants(premises, ExchangeFeature::Archiving, because);
    is_wanted.then_some(&premises.topology.exchange.answers.archive)
}

/// A line that changes a user, or everybody on a pool.
pub(super) fn user(grantee: &Grantee) -> Call {
    match grantee {
        Grantee::User(user) => Call::new("Set-CsUser").text("Identity", user),
        Grantee::Pool(pool) => everybody_on(pool).pipe("Set-CsUser"),
    }
}

/// What shows a property of those users.
pub(super) fn users(grantee: &Grantee, property: &str) -> Call {
    crate::requirement::command::policies::granted(grantee, property)
}
