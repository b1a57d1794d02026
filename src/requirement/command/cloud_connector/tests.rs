//! What is looked at once everything stands, and after every change of sites and appliances (C-208, C-210, C-218, C-219).

use super::users::{User, seen, users};
use super::{deployed, in_tenant};
use crate::plan::Because;
use crate::requirement::command::{Call, Command, Stage, add};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[APPLIANCES, USER, ASSIGNMENTS];

/// The appliances that the tenant knows of each site.
const APPLIANCES: Rule<Command> = Rule {
    id: "command-cloud-test-appliances",
    facts: &["C-218", "C-219", "C-270", "C-271"],
    make: |premises, maker| {
        let mut deploys = Because::default();
        let Some(connector) = deployed(premises, &mut deploys) else { return };
        for site in &connector.pstn_sites {
            let mut because = deploys.clone();
            let name = because.read(&site.name);
            let call = Call::new("Get-CsHybridPSTNAppliance").text("SiteName", name);
            let remarks = ["remark-cloud-call", "remark-cloud-edge-fails", "remark-cloud-recovery"];
            let command = in_tenant(Stage::TenantTests, call, None);
            add(maker, &because, remarks.map(Message::new).into(), command);
        }
    },
};

/// What each user may do.
const USER: Rule<Command> = Rule {
    id: "command-cloud-test-user",
    facts: &["C-208", "CD-13"],
    make: |premises, maker| {
        for User { identity, because, .. } in users(premises) {
            let command = in_tenant(Stage::TenantTests, seen(identity), None);
            add(maker, &because, vec![Message::new("remark-cloud-user-expected")], command);
        }
    },
};

/// The sites of all users at once.
const ASSIGNMENTS: Rule<Command> = Rule {
    id: "command-cloud-test-assignments",
    facts: &["C-210"],
    make: |premises, maker| {
        let mut because = Because::default();
        if deployed(premises, &mut because).is_some() {
            let call = Call::new("Get-CsOnlineUser").pipe("Get-CsUserPstnSettings");
            add(maker, &because, Vec::new(), in_tenant(Stage::TenantTests, call, None));
        }
    },
};
