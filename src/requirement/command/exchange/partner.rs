//! Partner applications, both ways: Exchange takes the pools, the pools take Exchange.

use super::{
    Call, Command, Stage, Value, add, autodiscover, on_exchange, pool_metadata, remove, servers, trusts_here,
};
use crate::catalog::exchange_commands;
use crate::plan::Because;
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] =
    &[OWN_CERTIFICATE, POOLS, RESTART, EXCHANGE];

/// The certificate that Exchange made for itself: it is looked at, not requested.
const OWN_CERTIFICATE: Rule<Command> = Rule {
    id: "command-exchange-auth-certificate",
    facts: &["X-040", "X-041", "X-042"],
    make: |premises, maker| {
        let mut because = Because::default();
        if trusts_here(premises, &mut because) {
            let call = Call::new("Get-AuthConfig")
                .pipe("Select-Object")
                .text("ExpandProperty", "CurrentCertificateThumbprint");
            let remarks = vec![Message::new("remark-exchange-auth-certificate")];
            add(maker, &because, remarks, on_exchange(Stage::ExchangePartner, call, None));
        }
    },
};

/// Exchange takes the pools: a script of its own, which is called and not echoed.
const POOLS: Rule<Command> = Rule {
    id: "command-exchange-takes-pools",
    facts: &["X-003", "X-080", "X-081", "X-082", "X-087"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_here(premises, &mut because) {
            return;
        }
        let Some(address) = pool_metadata(premises, &mut because) else {
            return;
        };
        let remarks = ["remark-partner-one-pool", "remark-partner-account"];
        let call = partner_script(&address, "Lync");
        let command = on_exchange(Stage::ExchangePartner, call, Some(without_partner(&address)))
            .checked(Call::new("Get-PartnerApplication"));
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// The script of Exchange that makes a partner application of this address.
pub(super) fn partner_script(address: &str, kind: &str) -> Call {
    Call::new(&exchange_commands().partner_script.value)
        .text("AuthMetaDataUrl", address)
        .text("ApplicationType", kind)
}

/// What takes that partner application out.
pub(super) fn without_partner(address: &str) -> Call {
    Call::new("Get-PartnerApplication")
        .pipe("Where-Object")
        .text("Property", "AuthMetadataUrl")
        .with("EQ", Value::Switch)
        .text("Value", address)
        .pipe("Remove-PartnerApplication")
}

/// Every Exchange server reads it.
const RESTART: Rule<Command> = Rule {
    id: "command-exchange-restart-web",
    facts: &["X-083"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_here(premises, &mut because) {
            return;
        }
        for (server, because) in servers(premises, &because) {
            let call = Call::new("iisreset").argument(&server);
            let remarks = vec![Message::new("remark-restart-web")];
            add(maker, &because, remarks, on_exchange(Stage::ExchangePartner, call, None));
        }
    },
};

/// The pools take Exchange; its address has Autodiscover in its path (XD-1).
const EXCHANGE: Rule<Command> = Rule {
    id: "command-pools-take-exchange",
    facts: &["X-003", "X-080", "X-084", "X-085", "X-086", "XD-1"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_here(premises, &mut because) {
            return;
        }
        let names = exchange_commands();
        let address = autodiscover(premises, &names.exchange_metadata.value, &mut because);
        let call = Call::new("New-CsPartnerApplication")
            .text("Identity", &names.partner.value)
            .text("ApplicationTrustLevel", "Full")
            .text("MetadataUrl", address);
        let undo = remove("Remove-CsPartnerApplication", &names.partner.value);
        let check = Call::new("Get-CsPartnerApplication").text("Identity", &names.partner.value);
        let command = Command::anywhere(Stage::PartnerApplications, call, Some(undo)).checked(check);
        add(maker, &because, vec![Message::new("remark-partner-trust")], command);
    },
};
