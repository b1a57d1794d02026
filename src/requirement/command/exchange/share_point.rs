//! SharePoint searches what is archived in Exchange: the side of Exchange; that of SharePoint is told.

use super::partner::{partner_script, without_partner};
use super::{Call, Command, Stage, add, on_exchange, trusts_here, wants};
use crate::catalog::exchange_commands;
use crate::plan::{Because, ExchangeFeature};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::{Fqdn, Grantee};

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[TAKEN, SEARCHERS];

/// Exchange takes SharePoint as a partner application.
const TAKEN: Rule<Command> = Rule {
    id: "command-share-point-taken",
    facts: &["X-087", "X-230", "X-231", "XD-1"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(host) = host(premises, &mut because) else {
            return;
        };
        let names = exchange_commands();
        let address = format!("https://{host}{}", names.share_point_metadata.value);
        let own = super::autodiscover(premises, &names.exchange_metadata.value, &mut because);
        let trust = Call::new("New-SPTrustedSecurityTokenIssuer")
            .text("Name", &names.partner.value)
            .text("MetadataEndPoint", own);
        let mut remarks = vec![Message::new("remark-share-point-trust").with("line", trust)];
        // The first of the plan: no other name changes it.
        if let Some(server) = premises.topology.exchange.answers.servers.iter().next() {
            let source = format!("https://{}{}", because.read(&server.fqdn), names.web_services.value);
            remarks.push(Message::new("remark-share-point-source").with("address", source));
        }
        let call = partner_script(&address, "SharePoint");
        let command = on_exchange(Stage::ExchangeMailboxes, call, Some(without_partner(&address)))
            .checked(Call::new("Get-PartnerApplication"));
        add(maker, &because, remarks, command);
    },
};

/// Who may search.
const SEARCHERS: Rule<Command> = Rule {
    id: "command-share-point-searchers",
    facts: &["X-231"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_searched(premises, &mut because) {
            return;
        }
        let role = &exchange_commands().discovery_role.value;
        let of = |cmdlet| Call::new(cmdlet).text("Identity", role);
        let members =
            because.read(&premises.topology.exchange.answers.share_point.discovery_managers).clone();
        for member in &members.iter().filter_map(user).collect::<Vec<_>>() {
            let call = of("Add-RoleGroupMember").text("Member", member);
            let undo = of("Remove-RoleGroupMember").text("Member", member);
            let command =
                on_exchange(Stage::ExchangeMailboxes, call, Some(undo)).checked(of("Get-RoleGroupMember"));
            add(maker, &because, Vec::new(), command);
        }
    },
};

/// A user: a role group has no pools.
fn user(grantee: &Grantee) -> Option<String> {
    match grantee {
        Grantee::User(user) => Some(user.to_string()),
        Grantee::Pool(_) => None,
    }
}

/// Whether the archive of an Exchange that is here is searched.
fn is_searched(premises: &Premises<'_>, because: &mut Because) -> bool {
    trusts_here(premises, because) && wants(premises, ExchangeFeature::SearchArchive, because)
}

/// The host of SharePoint, where it searches the archive.
fn host<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p Fqdn> {
    let host = &premises.topology.exchange.answers.share_point.host;
    if is_searched(premises, because) { because.read(host).as_ref() } else { None }
}
