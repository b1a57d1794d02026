//! Exchange integration, in the order of work: Autodiscover of Exchange, what the servers are told of it, partner
//! applications of both sides or Exchange Online, then the features.

pub(super) mod archiving;
pub(super) mod autodiscover;
pub(super) mod cloud_voicemail;
pub(super) mod contacts;
pub(super) mod online;
pub(super) mod online_users;
pub(super) mod outlook_web;
pub(super) mod partner;
pub(super) mod share_point;
pub(super) mod tenant;
pub(super) mod tests;
pub(super) mod unified_messaging;

use super::{Call, Command, Place, Shell, Stage, Value, add};
use crate::catalog::exchange_commands;
use crate::plan::{Because, ExchangeFeature, ExchangeVersion};
use crate::requirement::rule::Premises;
use crate::topology::Combination;
use crate::value::Fqdn;

/// The column of the matrix, where Exchange is integrated.
fn combination(premises: &Premises<'_>, because: &mut Because) -> Option<Combination> {
    let exchange = &premises.topology.exchange;
    because.read(&exchange.answers.integrate).then(|| exchange.combination(because))
}

/// Whether this is the column.
fn is(premises: &Premises<'_>, column: Combination, because: &mut Because) -> bool {
    combination(premises, because) == Some(column)
}

/// Whether the room wants a feature.
fn wants(premises: &Premises<'_>, feature: ExchangeFeature, because: &mut Because) -> bool {
    premises.topology.exchange.answers.wants(feature, because)
}

/// Whether the pools here have something of an Exchange that is here, or of one that is online. Where both would give it,
/// it does not matter where Exchange is.
fn by_place(
    premises: &Premises<'_>,
    because: &mut Because,
    here: impl FnOnce(&mut Because) -> bool,
    online: impl FnOnce(&mut Because) -> bool,
) -> bool {
    let answers = &premises.topology.exchange.answers;
    if !*because.read(&answers.integrate) || !answers.is_skype_here(because) {
        return false;
    }
    let (mut of_here, mut of_online) = (Because::default(), Because::default());
    let (has_here, has_online) = (here(&mut of_here), online(&mut of_online));
    if has_here != has_online {
        because.read(&answers.exchange);
    }
    match answers.exchange.given().value() {
        crate::plan::Place::OnPremises => {
            because.join(&of_here);
            has_here
        }
        crate::plan::Place::Online => {
            because.join(&of_online);
            has_online
        }
    }
}

/// Whether this Exchange can be a partner application: Exchange 2010 can't.
fn has_partners(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.topology.exchange.answers.version) > ExchangeVersion::Exchange2010
}

/// Whether the contacts or the archive are wanted, for which the servers speak to Exchange Online by tokens.
fn wants_tokens(premises: &Premises<'_>, because: &mut Because) -> bool {
    let by_token =
        [ExchangeFeature::UnifiedContactStore, ExchangeFeature::Archiving, ExchangeFeature::SearchArchive];
    let wanted = because.read(&premises.topology.exchange.answers.features);
    wanted.iter().any(|feature| by_token.contains(feature))
}

/// Whether both products stand here and trust each other.
fn trusts_here(premises: &Premises<'_>, because: &mut Because) -> bool {
    is(premises, Combination::C1, because) && has_partners(premises, because)
}

/// Whether the servers and Exchange Online trust each other.
fn trusts_online(premises: &Premises<'_>, because: &mut Because) -> bool {
    is(premises, Combination::C2, because) && wants_tokens(premises, because)
}

/// Whether the servers act for users in mailboxes, here or in the cloud.
fn trusts(premises: &Premises<'_>, because: &mut Because) -> bool {
    by_place(
        premises,
        because,
        |because| has_partners(premises, because),
        |because| wants_tokens(premises, because),
    )
}

/// An address of the Autodiscover host.
fn autodiscover(premises: &Premises<'_>, path: &str, because: &mut Because) -> String {
    let host = because.read(&premises.topology.exchange.answers.autodiscover_host);
    format!("https://{host}{path}")
}

/// Where a pool tells what it is trusted by. One pool is enough: all servers have the same certificate.
fn pool_metadata(premises: &Premises<'_>, because: &mut Because) -> Option<String> {
    let mut sites = because.read(&premises.plan.sites).iter();
    let pool = sites.find_map(|site| because.read(&site.front_end_pools).first())?;
    Some(format!("https://{}{}", because.read(&pool.fqdn), exchange_commands().server_metadata.value))
}

/// The Exchange servers of the plan, sorted, each because of its own name.
fn servers(premises: &Premises<'_>, because: &Because) -> Vec<(Fqdn, Because)> {
    let servers = premises.topology.exchange.answers.servers.iter();
    let named = servers.map(|server| {
        let mut because = because.clone();
        (because.read(&server.fqdn).clone(), because)
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by(|(one, _), (other, _)| one.cmp(other));
    named
}

/// Those that offer something: the named ones, else all.
fn offering(
    premises: &Premises<'_>,
    named: &crate::plan::Answer<Vec<Fqdn>>,
    because: &Because,
) -> Vec<(Fqdn, Because)> {
    let mut because = because.clone();
    let named = because.read(named);
    if named.is_empty() {
        return servers(premises, &because);
    }
    let mut names: Vec<_> = named.iter().map(|name| (name.clone(), because.clone())).collect();
    names.sort_by(|(one, _), (other, _)| one.cmp(other));
    names
}

/// The short name of a server, as Exchange wants it.
fn short(server: &Fqdn) -> String {
    server.as_str().split('.').next().unwrap_or_default().to_owned()
}

/// A command of the management shell of Exchange, for any of its servers.
fn on_exchange(stage: Stage, call: Call, undo: Option<Call>) -> Command {
    Command {
        place: Place::AnyExchange,
        shell: Shell::ExchangeManagementShell,
        ..Command::anywhere(stage, call, undo)
    }
}

/// A command for the tenant.
fn in_tenant(stage: Stage, call: Call, undo: Option<Call>) -> Command {
    Command { place: Place::Tenant, shell: Shell::TenantPowerShell, ..Command::anywhere(stage, call, undo) }
}

/// Takes out what another line makes, by its name.
fn remove(cmdlet: &'static str, identity: impl std::fmt::Display) -> Call {
    Call::new(cmdlet).text("Identity", identity)
}
