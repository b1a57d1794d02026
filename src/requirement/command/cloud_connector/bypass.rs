//! Media bypass: where clients inside learn of it, and that they always use it (C-099, C-221).

use super::{deployed, in_tenant};
use crate::catalog::cloud_commands;
use crate::plan::Because;
use crate::requirement::command::{Call, Command, Stage, Value, add};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[ADDRESS, ALWAYS];

/// The web service of the Mediation Servers inside.
const ADDRESS: Rule<Command> = Rule {
    id: "command-cloud-bypass-address",
    facts: &["C-038", "C-099", "C-221"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(connector) = deployed(premises, &mut because) else { return };
        let Some(label) = because.read(&connector.media_bypass) else { return };
        let Some(sip) = connector.default_sip(&mut because) else { return };
        let url = format!("http://{}{}", sip.host(label), cloud_commands().bypass_service.value);
        let set =
            |url| Call::new("Set-CsTenantHybridConfiguration").with("HybridConfigServiceInternalUrl", url);
        let undo = set(Value::Operator("OldHybridConfigServiceInternalUrl"));
        let command = in_tenant(Stage::MediaBypass, set(Value::Text(url.into())), Some(undo))
            .checked(Call::new("Get-CsTenantHybridConfiguration"));
        let remarks = ["remark-cloud-bypass-clients", "remark-cloud-bypass-wait"];
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// Always: there is no other way of it.
const ALWAYS: Rule<Command> = Rule {
    id: "command-cloud-bypass",
    facts: &["C-221"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(connector) = deployed(premises, &mut because) else { return };
        let Some(label) = because.read(&connector.media_bypass) else { return };
        let Some(sip) = connector.default_sip(&mut because) else { return };
        let settings = |truth| {
            let made = Call::new("New-CsNetworkMediaBypassConfiguration")
                .with("AlwaysBypass", Value::Bool(truth))
                .with("Enabled", Value::Bool(truth));
            Call::new("Set-CsNetworkConfiguration").with("MediaBypassSettings", Value::Result(Box::new(made)))
        };
        let check = Call::new("Get-CsNetworkConfiguration")
            .pipe("Select-Object")
            .text("ExpandProperty", "MediaBypassSettings");
        let command = in_tenant(Stage::MediaBypass, settings(true), Some(settings(false))).checked(check);
        let name = Message::new("remark-cloud-bypass-name").with("name", sip.host(label));
        add(maker, &because, vec![name, Message::new("remark-cloud-bypass-wait")], command);
    },
};
