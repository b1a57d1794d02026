//! Push notifications: a provider, a domain, the switches, and whether they arrive (M-196 to M-217).

use super::{Call, Command, Stage, Value, add};
use crate::catalog::{numbers, services};
use crate::plan::{Because, Version};
use crate::requirement::edge_use::is_pushed;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] =
    &[HOSTING_PROVIDER, ALLOWED_DOMAIN, SWITCH_ON, PROXY_URI, URL_FILTER, CHECK, MCX_CHECK];

/// The hosting provider of the push service, unless one exists already or the hybrid deployment makes it: only one may
/// have this proxy.
const HOSTING_PROVIDER: Rule<Command> = Rule {
    id: "command-push-hosting-provider",
    facts: &["M-201", "M-202", "M-203", "M-204", "M-214", "M-336", "E-193", "E-195", "E-197"],
    make: |premises, maker| {
        let mut because = Because::default();
        let mobility = &premises.plan.mobility;
        if !is_wanted(premises, &mut because)
            || because.read(&mobility.push.existing_hosting_provider).is_some()
            || *because.read(&mobility.hybrid)
        {
            return;
        }
        let identity = match because.read(&premises.plan.servers.version) {
            Version::LyncServer2013 => &services().push_provider_2013.value,
            Version::Server2015 | Version::Server2019 | Version::SubscriptionEdition => {
                &services().push_provider.value
            }
        };
        let call = Call::new("New-CsHostingProvider")
            .text("Identity", identity)
            .with("Enabled", Value::Bool(true))
            .text("ProxyFqdn", &numbers().push_proxy.value)
            .text("VerificationLevel", "UseSourceVerification");
        let undo = Call::new("Remove-CsHostingProvider").text("Identity", identity);
        // All of them: one of another name may have the proxy already.
        let check = Call::new("Get-CsHostingProvider");
        let remarks = ["remark-push-undocumented", "remark-one-provider", "remark-push-roles"];
        let command = Command::anywhere(Stage::Push, call, Some(undo)).checked(check);
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// The domain of the push service.
const ALLOWED_DOMAIN: Rule<Command> = Rule {
    id: "command-push-allowed-domain",
    facts: &["M-205", "M-214", "E-197"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let of = |cmdlet| Call::new(cmdlet).text("Identity", &numbers().push_domain.value);
        let command =
            Command::anywhere(Stage::Push, of("New-CsAllowedDomain"), Some(of("Remove-CsAllowedDomain")))
                .checked(of("Get-CsAllowedDomain"));
        let remarks = ["remark-domain-listed", "remark-push-roles"];
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// The switches, as the clients need them.
const SWITCH_ON: Rule<Command> = Rule {
    id: "command-push-switch-on",
    facts: &[
        "M-006", "M-198", "M-199", "M-200", "M-207", "M-208", "M-214", "M-298", "M-299", "E-197", "E-200",
        "E-201",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let (apple, microsoft) = {
            let plan = premises.plan;
            let apple = plan.clients.need_apple_push(&plan.servers, &mut because);
            (apple, plan.clients.need_microsoft_push(&plan.servers, &mut because))
        };
        let on = |cmdlet| Call::new(cmdlet).text("Identity", "global");
        let set = |apple: bool, microsoft: bool| {
            on("Set-CsPushNotificationConfiguration")
                .with("EnableApplePushNotificationService", Value::Bool(apple))
                .with("EnableMicrosoftPushNotificationService", Value::Bool(microsoft))
        };
        let mut remarks = vec![Message::new("remark-push-sites")];
        if apple && *because.read(&premises.plan.servers.version) == Version::Server2015 {
            remarks.push(Message::new("remark-push-apple-update"));
        }
        let command = Command::anywhere(Stage::Push, set(apple, microsoft), Some(set(false, false)))
            .checked(on("Get-CsPushNotificationConfiguration"));
        add(maker, &because, remarks, command);
    },
};

/// Where the Mobility Service sends its notifications (M-209), and how long it does so (M-215).
const PROXY_URI: Rule<Command> = Rule {
    id: "command-push-proxy-uri",
    facts: &["M-209", "M-215"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !is_wanted(premises, &mut because) || !because.read(&plan.servers.version).has_mcx() {
            return;
        }
        let properties = ["Identity", "PushNotificationProxyUri"].map(str::to_owned).into();
        let call = Call::new("Get-CsMcxConfiguration")
            .pipe("Select-Object")
            .with("Property", Value::Texts(properties));
        let mut remarks = vec![Message::new("remark-push-proxy-uri")];
        if !because.read(&plan.clients.lync_2010_mobile).is_empty() {
            remarks.push(Message::new("remark-mcx-session"));
        }
        add(maker, &because, remarks, Command::anywhere(Stage::Push, call, None));
    },
};

/// Whether the filter of addresses in messages would stop push (M-210).
const URL_FILTER: Rule<Command> = Rule {
    id: "command-push-url-filter",
    facts: &["M-210"],
    make: |premises, maker| {
        let mut because = Because::default();
        if is_wanted(premises, &mut because) {
            let remarks = vec![Message::new("remark-url-filter")];
            let call = Call::new("Get-CsImFilterConfiguration")
                .text("Identity", "global")
                .pipe("Select-Object")
                .text("ExpandProperty", "Prefixes");
            add(maker, &because, remarks, Command::anywhere(Stage::Push, call, None));
        }
    },
};

/// A test of the way to the push service, through the Edge pool to which the names outside lead.
const CHECK: Rule<Command> = Rule {
    id: "command-push-check",
    facts: &["M-214", "M-216", "M-300", "M-336", "E-198"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let Some(edge) = premises.topology.first_edge(&mut because) else {
            return;
        };
        let call = Call::new("Test-CsFederatedPartner")
            .text("TargetFqdn", because.read(&edge.pool.fqdn))
            .text("Domain", &numbers().push_domain.value)
            .text("ProxyFqdn", &numbers().push_proxy.value);
        add(maker, &because, Vec::new(), Command::anywhere(Stage::Push, call, None));
    },
};

/// A notification of the Mobility Service itself, where that exists (M-217).
const MCX_CHECK: Rule<Command> = Rule {
    id: "command-push-mcx-check",
    facts: &["M-006", "M-214", "M-217", "M-300", "M-336", "E-198"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) || !because.read(&premises.plan.servers.version).has_mcx() {
            return;
        }
        let Some(edge) = premises.topology.first_edge(&mut because) else {
            return;
        };
        let call =
            Call::new("Test-CsMcxPushNotification").text("AccessEdgeFqdn", because.read(&edge.pool.fqdn));
        let remarks = vec![Message::new("remark-push-504")];
        add(maker, &because, remarks, Command::anywhere(Stage::Push, call, None));
    },
};

fn is_wanted(premises: &Premises<'_>, because: &mut Because) -> bool {
    is_pushed(premises.plan, because)
}
