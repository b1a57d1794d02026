//! Push notifications: a provider, a domain, federation, the switches (M-196 to M-217).

use super::{Call, Command, Stage, Value, add};
use crate::catalog::numbers;
use crate::plan::{Because, Platform, Platform2010, Version};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[HOSTING_PROVIDER, ALLOWED_DOMAIN, FEDERATION, SWITCH_ON, CHECK];

/// The hosting provider of the push service, unless one exists already.
const HOSTING_PROVIDER: Rule<Command> = Rule {
    id: "command-push-hosting-provider",
    facts: &["M-201", "M-202", "M-203", "M-204", "M-214", "M-336", "E-193", "E-195", "E-197"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because)
            || because.read(&premises.plan.mobility.push.existing_hosting_provider).is_some()
        {
            return;
        }
        let identity = match because.read(&premises.plan.servers.version) {
            Version::LyncServer2013 => "LyncOnline",
            Version::Server2015 | Version::Server2019 | Version::SubscriptionEdition => "SkypeOnline",
        };
        let call = Call::new("New-CsHostingProvider")
            .text("Identity", identity)
            .with("Enabled", Value::Bool(true))
            .text("ProxyFqdn", &numbers().push_proxy.value)
            .text("VerificationLevel", "UseSourceVerification");
        let undo = Call::new("Remove-CsHostingProvider").text("Identity", identity);
        let remarks = vec![Message::new("remark-push-undocumented"), Message::new("remark-one-provider")];
        add(maker, &because, remarks, Command::anywhere(Stage::Push, call, Some(undo)));
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
        let domain = &numbers().push_domain.value;
        let call = Call::new("New-CsAllowedDomain").text("Identity", domain);
        let undo = Call::new("Remove-CsAllowedDomain").text("Identity", domain);
        add(maker, &because, Vec::new(), Command::anywhere(Stage::Push, call, Some(undo)));
    },
};

/// Federation, over which the push service is reached.
const FEDERATION: Rule<Command> = Rule {
    id: "command-push-federation",
    facts: &["M-197", "M-206", "E-191", "E-197"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let set = |on: bool| {
            Call::new("Set-CsAccessEdgeConfiguration").with("AllowFederatedUsers", Value::Bool(on))
        };
        let remarks = vec![Message::new("remark-federation-before")];
        let command = Command::anywhere(Stage::Push, set(true), Some(set(false)));
        add(maker, &because, remarks, command);
    },
};

/// The switches, as the clients need them.
const SWITCH_ON: Rule<Command> = Rule {
    id: "command-push-switch-on",
    facts: &["M-198", "M-199", "M-200", "M-207", "M-208", "M-298", "M-299", "E-197", "E-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_wanted(premises, &mut because) {
            return;
        }
        let (apple, microsoft) = switches(premises, &mut because);
        let set = |apple: bool, microsoft: bool| {
            Call::new("Set-CsPushNotificationConfiguration")
                .text("Identity", "global")
                .with("EnableApplePushNotificationService", Value::Bool(apple))
                .with("EnableMicrosoftPushNotificationService", Value::Bool(microsoft))
        };
        let (call, undo) = (set(apple, microsoft), Some(set(false, false)));
        add(maker, &because, Vec::new(), Command::anywhere(Stage::Push, call, undo));
    },
};

/// A test of the way to the push service, through each Edge pool.
const CHECK: Rule<Command> = Rule {
    id: "command-push-check",
    facts: &["M-216", "M-300", "E-198"],
    make: |premises, maker| {
        let mut edges: Vec<_> = premises.plan.sites.iter().flat_map(|site| &site.edge_pools).collect();
        edges.sort_by_key(|edge| edge.fqdn.given().value());
        for edge in edges {
            let mut because = Because::default();
            if !is_wanted(premises, &mut because) {
                return;
            }
            let call = Call::new("Test-CsFederatedPartner")
                .text("TargetFqdn", because.read(&edge.fqdn))
                .text("Domain", &numbers().push_domain.value)
                .text("ProxyFqdn", &numbers().push_proxy.value);
            add(maker, &because, Vec::new(), Command::anywhere(Stage::Push, call, None));
        }
    },
};

fn is_wanted(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.mobility.push.enabled)
}

/// Whether Apple's and Microsoft's services are needed by a client (M-200, M-298).
fn switches(premises: &Premises<'_>, because: &mut Because) -> (bool, bool) {
    let clients = &premises.plan.clients;
    let apple = because.either(
        |because| because.read(&clients.sfb_mobile).contains(&Platform::Apple),
        |because| because.read(&clients.lync_2010_mobile).contains(&Platform2010::Apple),
    );
    let microsoft = because.either(
        |because| because.read(&clients.sfb_mobile).contains(&Platform::WindowsPhone),
        |because| {
            because.either(
                |because| because.read(&clients.lync_2013_mobile).contains(&Platform::WindowsPhone),
                |because| because.read(&clients.lync_2010_mobile).contains(&Platform2010::WindowsPhone),
            )
        },
    );
    (apple, microsoft)
}
