//! The hosting provider where online and local users share a SIP domain, with its Autodiscover URL (M-069, M-283, E-192).

use super::{Call, Command, Stage, Value, add};
use crate::catalog::{numbers, services};
use crate::plan::Because;
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[PROVIDER, AUTODISCOVER];

/// A provider for the online users. Push uses it too: only one may have its proxy.
const PROVIDER: Rule<Command> = Rule {
    id: "command-hybrid-provider",
    facts: &["M-069", "M-202", "M-203", "M-204", "M-279", "M-284", "E-060", "E-192", "E-193", "E-195"],
    make: |premises, maker| {
        let mut because = Because::default();
        let mobility = &premises.plan.mobility;
        if !*because.read(&mobility.hybrid)
            || because.read(&mobility.push.existing_hosting_provider).is_some()
        {
            return;
        }
        let of = |cmdlet| Call::new(cmdlet).text("Identity", &services().hybrid_provider.value);
        let call = of("New-CsHostingProvider")
            .text("ProxyFqdn", &numbers().push_proxy.value)
            .with("Enabled", Value::Bool(true))
            .with("EnabledSharedAddressSpace", Value::Bool(true))
            .with("HostsOCSUsers", Value::Bool(true))
            .text("VerificationLevel", "UseSourceVerification")
            .with("IsLocal", Value::Bool(false))
            .text("AutodiscoverUrl", &services().hybrid_autodiscover.value);
        let remarks = ["remark-one-provider", "remark-hybrid-records", "remark-online-retired"];
        let command = Command::anywhere(Stage::Hybrid, call, Some(of("Remove-CsHostingProvider")))
            .checked(Call::new("Get-CsHostingProvider"));
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// The Autodiscover URL of a provider that exists.
const AUTODISCOVER: Rule<Command> = Rule {
    id: "command-hybrid-autodiscover",
    facts: &["M-069", "M-202", "M-279", "M-283", "M-284", "E-060", "E-192", "E-193"],
    make: |premises, maker| {
        let mut because = Because::default();
        let mobility = &premises.plan.mobility;
        if !*because.read(&mobility.hybrid) {
            return;
        }
        let Some(provider) = because.read(&mobility.push.existing_hosting_provider) else {
            return;
        };
        let set =
            |url| Call::new("Set-CsHostingProvider").text("Identity", provider).with("AutodiscoverUrl", url);
        let call = set(Value::Text(services().hybrid_autodiscover.value.as_str().into()));
        let undo = set(Value::Operator("OldAutodiscoverUrl"));
        let remarks = [
            "remark-provider-identity",
            "remark-provider-shared",
            "remark-old-autodiscover-url",
            "remark-hybrid-records",
            "remark-online-retired",
        ];
        let command = Command::anywhere(Stage::Hybrid, call, Some(undo))
            .checked(Call::new("Get-CsHostingProvider").text("Identity", provider));
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};
