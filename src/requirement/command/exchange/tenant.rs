//! The tenant takes the servers as a partner: a certificate for both principals, and a name for each pool.

use super::{Call, Command, Stage, Value, add, in_tenant, trusts_online};
use crate::catalog::exchange_commands;
use crate::plan::Because;
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[CERTIFICATE, ENABLED, NAMES];

const PRINCIPAL: &str = "AppPrincipalId";

/// What the operator gives of the certificate.
const VALUE: &str = "CertificateValue";

/// A line that gives a principal the certificate.
pub(super) fn credential(principal: &str) -> Call {
    Call::new("New-MsolServicePrincipalCredential")
        .text(PRINCIPAL, principal)
        .text("Type", "Asymmetric")
        .text("Usage", "Verify")
        .with("Value", Value::Operator(VALUE))
}

/// Both principals get the certificate with which the servers sign.
const CERTIFICATE: Rule<Command> = Rule {
    id: "command-tenant-certificate",
    facts: &["X-187", "X-188"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_online(premises, &mut because) {
            return;
        }
        let names = exchange_commands();
        let remarks = ["remark-tenant-certificate", "remark-tenant-no-undo"];
        let reason = maker.reason_with(&because, &[], remarks.map(Message::new).into());
        for principal in [&names.exchange_principal.value, &names.server_principal.value] {
            maker.add(&reason, in_tenant(Stage::ExchangeTenant, credential(principal), None));
        }
    },
};

/// The principal of Exchange is switched on.
const ENABLED: Rule<Command> = Rule {
    id: "command-tenant-principal",
    facts: &["X-187", "X-188"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_online(premises, &mut because) {
            return;
        }
        let of = |cmdlet| Call::new(cmdlet).text(PRINCIPAL, &exchange_commands().exchange_principal.value);
        let set = |is_on| of("Set-MsolServicePrincipal").with("AccountEnabled", Value::Bool(is_on));
        let command = in_tenant(Stage::ExchangeTenant, set(true), Some(set(false)))
            .checked(of("Get-MsolServicePrincipal"));
        add(maker, &because, Vec::new(), command);
    },
};

/// The external web site of each pool is a name of the servers' principal.
const NAMES: Rule<Command> = Rule {
    id: "command-tenant-names",
    facts: &["X-187", "X-188"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            if !trusts_online(premises, &mut because) {
                return;
            }
            let principal = &exchange_commands().server_principal.value;
            let of = |cmdlet| Call::new(cmdlet).text(PRINCIPAL, principal);
            let found = || Box::new(of("Get-MsolServicePrincipal"));
            let name = format!("{principal}/{}", because.read(&pool.external.fqdn));
            let set = |names| of("Set-MsolServicePrincipal").with(SPN, names);
            let call = set(Value::More(found(), SPN, vec![name]));
            let undo = set(Value::Property(found(), SPN));
            let command = in_tenant(Stage::ExchangeTenant, call, Some(undo))
                .checked(of("Get-MsolServicePrincipal").pipe("Select-Object").text("ExpandProperty", SPN));
            add(maker, &because, vec![Message::new("remark-tenant-names")], command);
        }
    },
};

const SPN: &str = "ServicePrincipalNames";
