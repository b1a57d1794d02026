//! The way out: users leave their sites, the tenant forgets the appliances, the hosts are cleared (C-001, C-211, C-232). Its
//! scripts run only on purpose.

use super::tenant::{peer, shared_space};
use super::users::{User, assignment, users};
use super::{deployed, in_tenant, on_host};
use crate::plan::Because;
use crate::requirement::command::{Call, Command, Stage, Value, add};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[USER, TENANT, HOST];

/// Nobody calls over a site any longer.
const USER: Rule<Command> = Rule {
    id: "command-cloud-leave-user",
    facts: &["C-001", "C-211"],
    make: |premises, maker| {
        for User { identity, because, .. } in users(premises) {
            let call = assignment(identity, Value::Null);
            let command = in_tenant(Stage::Leaving, call, None)
                .checked(Call::new("Get-CsUserPstnSettings").text("Identity", identity));
            add(maker, &because, vec![Message::new("remark-cloud-successor")], command);
        }
    },
};

/// The tenant has its defaults again.
const TENANT: Rule<Command> = Rule {
    id: "command-cloud-leave-tenant",
    facts: &["C-001", "C-200", "C-201", "C-203"],
    make: |premises, maker| {
        let mut because = Because::default();
        if deployed(premises, &mut because).is_none() {
            return;
        }
        let remarks = ["remark-cloud-leave-mediation", "remark-cloud-leave-records"];
        let remarks: Vec<Message> = remarks.map(Message::new).into();
        for (call, check) in [
            (peer(Value::Null, true), "Get-CsTenantHybridConfiguration"),
            (shared_space(false), "Get-CsTenantFederationConfiguration"),
        ] {
            let command = in_tenant(Stage::Leaving, call, None).checked(Call::new(check));
            add(maker, &because, remarks.clone(), command);
        }
    },
};

/// The tenant forgets each appliance, and its host is cleared.
const HOST: Rule<Command> = Rule {
    id: "command-cloud-leave-host",
    facts: &["C-001", "C-232"],
    make: |premises, maker| {
        let mut deploys = Because::default();
        let Some(connector) = deployed(premises, &mut deploys) else { return };
        for appliance in connector.pstn_sites.iter().flat_map(|site| &site.appliances) {
            let mut because = deploys.clone();
            let host = because.read(&appliance.host);
            for cmdlet in ["Unregister-CcAppliance", "Uninstall-CcAppliance"] {
                let command = on_host(Stage::Leaving, host, Call::new(cmdlet), None);
                add(maker, &because, vec![Message::new("remark-cloud-leave-host")], command);
            }
        }
    },
};
