//! Exchange here for users of Skype for Business Online (X-200): an account with two roles, a partner application, and the
//! certificate of Exchange in the tenant.

use super::tenant::credential;
use super::{Call, Combination, Command, Stage, Value, add, in_tenant, is, on_exchange, remove};
use crate::catalog::exchange_commands;
use crate::plan::Because;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] =
    &[ACCOUNT, HIDDEN, ROLES, PARTNER, FOLDER, CERTIFICATE, UPLOADED];

/// The account behind the online service.
const ACCOUNT: Rule<Command> = Rule {
    id: "command-online-users-account",
    facts: &["X-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let account = &exchange_commands().linked_account.value;
        let domain = because.read(&premises.topology.exchange.answers.smtp_domain);
        let call = Call::new("New-MailUser")
            .text("Name", account)
            .text("ExternalEmailAddress", format!("{account}@{domain}"));
        let command = on_exchange(Stage::ExchangePartner, call, Some(remove("Remove-MailUser", account)))
            .checked(Call::new("Get-MailUser").text("Identity", account));
        add(maker, &because, vec![Message::new("remark-online-users")], command);
    },
};

/// It is in no address list.
const HIDDEN: Rule<Command> = Rule {
    id: "command-online-users-hidden",
    facts: &["X-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if is_wanted(premises, &mut because) {
            let set = |is_hidden| {
                Call::new("Set-MailUser")
                    .text("Identity", &exchange_commands().linked_account.value)
                    .with("HiddenFromAddressListsEnabled", Value::Bool(is_hidden))
            };
            add(
                maker,
                &because,
                Vec::new(),
                on_exchange(Stage::ExchangePartner, set(true), Some(set(false))),
            );
        }
    },
};

/// It may act for users, and archive.
const ROLES: Rule<Command> = Rule {
    id: "command-online-users-roles",
    facts: &["X-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let names = exchange_commands();
        let account = &names.linked_account.value;
        let reason = maker.reason(&because);
        for role in &names.linked_roles.value {
            let call = Call::new("New-ManagementRoleAssignment").text("Role", role).text("User", account);
            let given =
                Call::new("Get-ManagementRoleAssignment").text("Role", role).text("RoleAssignee", account);
            let undo = given.clone().pipe("Remove-ManagementRoleAssignment");
            maker.add(&reason, on_exchange(Stage::ExchangePartner, call, Some(undo)).checked(given));
        }
    },
};

/// Exchange takes the online service.
const PARTNER: Rule<Command> = Rule {
    id: "command-online-users-partner",
    facts: &["X-187", "X-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let names = exchange_commands();
        let call = Call::new("New-PartnerApplication")
            .text("Name", &names.linked_partner.value)
            .text("ApplicationIdentifier", &names.server_principal.value)
            .with("Enabled", Value::Bool(true))
            .text("LinkedAccount", &names.linked_account.value);
        let undo = remove("Remove-PartnerApplication", &names.linked_partner.value);
        let check = Call::new("Get-PartnerApplication").text("Identity", &names.linked_partner.value);
        add(
            maker,
            &because,
            Vec::new(),
            on_exchange(Stage::ExchangePartner, call, Some(undo)).checked(check),
        );
    },
};

/// A folder for the certificate.
const FOLDER: Rule<Command> = Rule {
    id: "command-online-users-folder",
    facts: &["X-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if is_wanted(premises, &mut because) {
            let call = Call::new("New-Item")
                .text("Path", &exchange_commands().certificate_folder.value)
                .text("ItemType", "Directory")
                .with("Force", Value::Switch);
            add(maker, &because, Vec::new(), on_exchange(Stage::ExchangePartner, call, None));
        }
    },
};

/// The certificate of Exchange, without its key.
const CERTIFICATE: Rule<Command> = Rule {
    id: "command-online-users-certificate",
    facts: &["X-040", "X-041", "X-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if is_wanted(premises, &mut because) {
            let current =
                Value::Property(Box::new(Call::new("Get-AuthConfig")), "CurrentCertificateThumbprint");
            let call = Call::new("Get-ChildItem")
                .text("Path", r"Cert:\LocalMachine\My")
                .pipe("Where-Object")
                .text("Property", "Thumbprint")
                .with("EQ", Value::Switch)
                .with("Value", current)
                .pipe("Export-Certificate")
                .text("FilePath", &exchange_commands().certificate_file.value);
            let remarks = vec![Message::new("remark-online-users-certificate")];
            add(maker, &because, remarks, on_exchange(Stage::ExchangePartner, call, None));
        }
    },
};

/// The tenant takes it.
const UPLOADED: Rule<Command> = Rule {
    id: "command-online-users-uploaded",
    facts: &["X-187", "X-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if is_wanted(premises, &mut because) {
            let call = credential(&exchange_commands().exchange_principal.value);
            let remarks =
                ["remark-tenant-certificate", "remark-tenant-no-undo", "remark-online-users-verify"];
            let command = in_tenant(Stage::ExchangeTenant, call, None);
            add(maker, &because, remarks.map(Message::new).into(), command);
        }
    },
};

fn is_wanted(premises: &Premises<'_>, because: &mut Because) -> bool {
    is(premises, Combination::C4, because)
}
