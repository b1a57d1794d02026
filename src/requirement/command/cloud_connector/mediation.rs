//! A user for each Mediation Server of every site, so that a call between two people can become a conference with the
//! telephone network (C-212 to C-217).

use super::in_tenant;
use crate::catalog::cloud_commands;
use crate::plan::Because;
use crate::requirement::command::{Call, Command, Stage, Value, add};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::topology::{CloudAppliance, CloudSite};
use crate::value::Label;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[USER, DEPARTMENT, BINDING];

/// The user is there: it was made, licensed, seen, and its licence taken away again.
const USER: Rule<Command> = Rule {
    id: "command-cloud-mediation-user",
    facts: &["C-212", "C-213", "C-216", "CD-1"],
    make: |premises, maker| {
        each(premises, |name, user, because| {
            let name = Message::new("remark-cloud-mediation-user").with("name", name).with("user", user);
            let call = Call::new("Get-CsOnlineUser").text("Identity", user);
            let remarks = vec![name, Message::new("remark-cloud-mediation-licence")];
            add(maker, because, remarks, in_tenant(Stage::MediationUsers, call, None));
        });
    },
};

/// By its department it is known for what it is.
const DEPARTMENT: Rule<Command> = Rule {
    id: "command-cloud-mediation-department",
    facts: &["C-214", "C-216", "CD-1"],
    make: |premises, maker| {
        each(premises, |_, user, because| {
            let of =
                |value| Call::new("Set-MsolUser").text("UserPrincipalName", user).with("Department", value);
            let call = of(Value::Text(cloud_commands().mediation_department.value.as_str().into()));
            let undo = of(Value::Null);
            let remarks = vec![Message::new("remark-cloud-mediation-department")];
            add(maker, because, remarks, in_tenant(Stage::MediationUsers, call, Some(undo)));
        });
    },
};

/// The user stands for the Mediation Server, behind the Access Edge of the same site.
const BINDING: Rule<Command> = Rule {
    id: "command-cloud-mediation-binding",
    facts: &["C-215", "C-216", "C-217", "CD-9"],
    make: |premises, maker| {
        for Server { site, appliance, label, mut because } in servers(premises) {
            let Some(access) = because.read(&site.access) else { continue };
            let Some(fqdn) = because.read(&appliance.mediation) else { continue };
            let of = |cmdlet| Call::new(cmdlet).text("Identity", label);
            let call =
                of("Set-CsHybridMediationServer").text("Fqdn", fqdn).text("AccessProxyExternalFqdn", access);
            let remarks = vec![Message::new("remark-cloud-mediation-binding")];
            let command =
                in_tenant(Stage::MediationUsers, call, None).checked(of("Get-CsHybridMediationServer"));
            add(maker, &because, remarks, command);
        }
    },
};

/// A Mediation Server, and why it is there.
struct Server<'p> {
    site: &'p CloudSite,
    appliance: &'p CloudAppliance,
    /// Its name, which is the display name of the user too.
    label: &'p Label,
    because: Because,
}

/// The Mediation Servers of all sites that have a name.
fn servers<'p>(premises: &Premises<'p>) -> Vec<Server<'p>> {
    let cloud = &premises.topology.cloud;
    let Some(deployed) = cloud.deployed() else { return Vec::new() };
    let mut servers = Vec::new();
    for site in &cloud.sites {
        for appliance in &site.appliances {
            let mut because = deployed.clone();
            if let Some(label) = because.read(&appliance.answers.mediation.name) {
                servers.push(Server { site, appliance, label, because });
            }
        }
    }
    servers
}

/// Makes rows for the users, each by the name to sign in with, which is in the default SIP domain (C-077).
fn each(premises: &Premises<'_>, mut make: impl FnMut(&Label, &str, &Because)) {
    for Server { label, mut because, .. } in servers(premises) {
        if let Some(sip) = premises.plan.cloud_connector.default_sip(&mut because) {
            make(label, &format!("{label}@{sip}"), &because);
        }
    }
}
