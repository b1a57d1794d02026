//! Unified Messaging, in the order in which Exchange and the servers learn of each other.

use super::{Call, Combination, Command, Stage, Value, add, is, offering, on_exchange, remove, wants};
use crate::catalog::exchange_commands;
use crate::plan::{Because, ExchangeFeature, ExchangeVersion, UmSecurity, UnifiedMessaging};
use crate::requirement::command::Place;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[
    MEDIA,
    DIAL_PLAN,
    GROUPS,
    SERVICE,
    SERVICE_CERTIFICATE,
    SERVICE_RESTART,
    ROUTER,
    ROUTER_CERTIFICATE,
    ROUTER_RESTART,
    POLICY,
    MAILBOXES,
    TRUST,
];

/// The operator's variable for the certificate of Unified Messaging.
const CERTIFICATE: &str = "ExchangeThumbprint";

/// What the pools encrypt: the dial plan must say the same.
const MEDIA: Rule<Command> = Rule {
    id: "command-um-media",
    facts: &["X-216"],
    make: |premises, maker| {
        let mut because = Because::default();
        if um(premises, &mut because).is_some() {
            let call = Call::new("Get-CsMediaConfiguration");
            let remarks = vec![Message::new("remark-um-media")];
            add(maker, &because, remarks, Command::anywhere(Stage::ExchangeFeatures, call, None));
        }
    },
};

/// The dial plan.
const DIAL_PLAN: Rule<Command> = Rule {
    id: "command-um-dial-plan",
    facts: &["X-212", "X-216"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(um) = um(premises, &mut because) else {
            return;
        };
        let name = because.read(&um.dial_plan).clone();
        let security = match because.read(&um.security) {
            UmSecurity::SipSecured => "SIPSecured",
            UmSecurity::Secured => "Secured",
        };
        let call = Call::new("New-UMDialPlan")
            .text("Name", &name)
            .text("VoIPSecurity", security)
            .with("NumberOfDigitsInExtension", Value::Number(because.read(&um.digits).0))
            .text("URIType", "SipName")
            .with("CountryOrRegionCode", Value::Number(because.read(&um.country).0));
        let check = Call::new("Get-UMDialPlan").text("Identity", &name);
        let command = on_exchange(Stage::ExchangeMailboxes, call, Some(remove("Remove-UMDialPlan", &name)));
        add(maker, &because, vec![Message::new("remark-um-policy-comes")], command.checked(check));
    },
};

/// Whom its users may call.
const GROUPS: Rule<Command> = Rule {
    id: "command-um-groups",
    facts: &["X-212"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(um) = um(premises, &mut because) else {
            return;
        };
        let name = because.read(&um.dial_plan).clone();
        let names = exchange_commands();
        let of = |cmdlet| Call::new(cmdlet).text("Identity", &name);
        let set = |configured, allowed| {
            of("Set-UMDialPlan")
                .with("ConfiguredInCountryOrRegionGroups", configured)
                .with("AllowedInCountryOrRegionGroups", allowed)
        };
        let text = |text: &String| Value::Text(text.as_str().into());
        let call = set(text(&names.groups_configured.value), text(&names.groups_allowed.value));
        let command = on_exchange(Stage::ExchangeMailboxes, call, Some(set(Value::Null, Value::Null)))
            .checked(of("Get-UMDialPlan"));
        add(maker, &because, Vec::new(), command);
    },
};

/// Each server's service takes the dial plan.
const SERVICE: Rule<Command> = Rule {
    id: "command-um-service",
    facts: &["X-213"],
    make: |premises, maker| {
        each_server(premises, &mut |because, um, server| {
            let of = |cmdlet| Call::new(cmdlet).text("Identity", server);
            let (call, undo) = dual(&of("Set-UMService"), because.read(&um.dial_plan));
            let command = here(server, call, Some(undo)).checked(of("Get-UMService"));
            add(maker, because, Vec::new(), command);
        });
    },
};

/// The service speaks with a certificate.
const SERVICE_CERTIFICATE: Rule<Command> = Rule {
    id: "command-um-service-certificate",
    facts: &["X-213"],
    make: |premises, maker| {
        each_server(premises, &mut |because, _, server| {
            let command = certificate(server, &["SMTP", "IIS", "UM"]);
            add(maker, because, vec![Message::new("remark-um-certificate-stays")], command);
        });
    },
};

/// The service starts anew.
const SERVICE_RESTART: Rule<Command> = Rule {
    id: "command-um-service-restart",
    facts: &["X-213"],
    make: |premises, maker| {
        each_server(premises, &mut |because, _, server| {
            let call = Call::new("Restart-Service").text("Name", &exchange_commands().um_service.value);
            add(maker, because, Vec::new(), here(server, call, None));
        });
    },
};

/// Each server's call router takes the dial plan.
const ROUTER: Rule<Command> = Rule {
    id: "command-um-router",
    facts: &["X-214"],
    make: |premises, maker| {
        each_server(premises, &mut |because, um, server| {
            let of = |cmdlet| Call::new(cmdlet).text("Server", server);
            let (call, undo) = dual(&of("Set-UMCallRouterSettings"), because.read(&um.dial_plan));
            let command = here(server, call, Some(undo)).checked(of("Get-UMCallRouterSettings"));
            add(maker, because, Vec::new(), command);
        });
    },
};

/// The call router speaks with a certificate.
const ROUTER_CERTIFICATE: Rule<Command> = Rule {
    id: "command-um-router-certificate",
    facts: &["X-214"],
    make: |premises, maker| {
        each_server(premises, &mut |because, _, server| {
            let command = certificate(server, &["IIS", "UMCallRouter"]);
            add(maker, because, vec![Message::new("remark-um-certificate-stays")], command);
        });
    },
};

/// The call router starts anew.
const ROUTER_RESTART: Rule<Command> = Rule {
    id: "command-um-router-restart",
    facts: &["X-214"],
    make: |premises, maker| {
        each_server(premises, &mut |because, _, server| {
            let call = Call::new("Restart-Service").text("Name", &exchange_commands().um_router.value);
            add(maker, because, Vec::new(), here(server, call, None));
        });
    },
};

/// A mailbox policy of the dial plan.
const POLICY: Rule<Command> = Rule {
    id: "command-um-policy",
    facts: &["X-215"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(um) = um(premises, &mut because) else {
            return;
        };
        let name = because.read(&um.mailbox_policy).clone();
        let call = Call::new("New-UMMailboxPolicy")
            .text("Name", &name)
            .text("UMDialPlan", because.read(&um.dial_plan))
            .text("AllowedInCountryOrRegionGroups", &exchange_commands().groups_allowed.value);
        let check = Call::new("Get-UMMailboxPolicy").text("Identity", &name);
        let undo = remove("Remove-UMMailboxPolicy", &name);
        add(
            maker,
            &because,
            Vec::new(),
            on_exchange(Stage::ExchangeMailboxes, call, Some(undo)).checked(check),
        );
    },
};

/// The mailboxes that the plan names get voice mail.
const MAILBOXES: Rule<Command> = Rule {
    id: "command-um-mailbox",
    facts: &["X-215"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(um) = um(premises, &mut because) else {
            return;
        };
        for mailbox in &um.mailboxes {
            let mut because = because.clone();
            let identity = because.read(&mailbox.identity).clone();
            let of = |cmdlet| Call::new(cmdlet).text("Identity", &identity);
            let mut call = of("Enable-UMMailbox").text("UMMailboxPolicy", because.read(&um.mailbox_policy));
            if let Some(extension) = because.read(&mailbox.extension) {
                call = call.text("Extensions", extension);
            }
            if let Some(address) = because.read(&mailbox.sip_address) {
                call = call.text("SIPResourceIdentifier", address);
            }
            let command = on_exchange(Stage::ExchangeMailboxes, call, Some(of("Disable-UMMailbox")))
                .checked(of("Get-UMMailbox"));
            add(maker, &because, Vec::new(), command);
        }
    },
};

/// Exchange trusts the pools and makes gateways of them; then come the contacts of the servers.
const TRUST: Rule<Command> = Rule {
    id: "command-um-trust",
    facts: &["X-217", "X-218"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(um) = um(premises, &mut because) else {
            return;
        };
        let answers = &premises.topology.exchange.answers;
        let names = exchange_commands();
        let script = if *because.read(&answers.version) > ExchangeVersion::Exchange2010 {
            &names.um_script.value
        } else {
            &names.um_script_by_name.value
        };
        let mut call = Call::new(script);
        let is_other = because.both(
            |because| !*because.read(&answers.same_forest),
            |because| because.read(&um.forest).is_some(),
        );
        if is_other && let Some(forest) = because.read(&um.forest) {
            call = call.text("Forest", forest);
        }
        let mut remarks = vec!["remark-um-gateways", "remark-um-contacts", "remark-um-script-stays"];
        if *because.read(&answers.version) == ExchangeVersion::Exchange2010 {
            remarks.push("remark-um-2010");
        }
        let remarks = remarks.into_iter().map(Message::new).collect();
        add(maker, &because, remarks, on_exchange(Stage::ExchangeMailboxes, call, None));
    },
};

/// The dial plan for a service, and none, which takes it back.
fn dual(call: &Call, dial_plan: &crate::value::FreeText) -> (Call, Call) {
    let with = |plan| call.clone().with("DialPlans", plan).text("UMStartupMode", "Dual");
    (with(Value::Text(dial_plan.to_string().into())), with(Value::Null))
}

/// The certificate that the operator means, for these services.
fn certificate(server: &Fqdn, services: &[&str]) -> Command {
    let services = services.iter().map(|service| (*service).to_owned()).collect();
    let call = Call::new("Enable-ExchangeCertificate")
        .text("Server", server)
        .with("Thumbprint", Value::Operator(CERTIFICATE))
        .with("Services", Value::Texts(services));
    here(server, call, None).checked(Call::new("Get-ExchangeCertificate").text("Server", server))
}

/// A command on this Exchange server.
fn here(server: &Fqdn, call: Call, undo: Option<Call>) -> Command {
    Command { place: Place::Server(server.clone()), ..on_exchange(Stage::ExchangeMailboxes, call, undo) }
}

/// Each server with a service of its own: Exchange 2010 has other cmdlets.
fn each_server(premises: &Premises<'_>, visit: &mut dyn FnMut(&mut Because, &UnifiedMessaging, &Fqdn)) {
    let mut because = Because::default();
    let Some(um) = um(premises, &mut because) else {
        return;
    };
    if *because.read(&premises.topology.exchange.answers.version) == ExchangeVersion::Exchange2010 {
        return;
    }
    for (server, mut because) in offering(premises, &um.servers, &because) {
        visit(&mut because, um, &server);
    }
}

/// The answers, where both products are here, it is wanted, and Exchange has it.
fn um<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p UnifiedMessaging> {
    let answers = &premises.topology.exchange.answers;
    let is_here = is(premises, Combination::C1, because)
        && wants(premises, ExchangeFeature::UnifiedMessaging, because)
        && answers.has_um(because);
    is_here.then_some(&answers.unified_messaging)
}
