//! Instant messages and presence in Outlook on the web: the pools trust the Exchange servers, and those
//! learn of the pool, by the version of Exchange.

use super::{Call, Combination, Command, Stage, Value, add, is, offering, on_exchange, remove, short};
use crate::catalog::exchange_commands;
use crate::plan::{Because, ExchangeVersion, OutlookWeb, Version};
use crate::requirement::command::Place;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] =
    &[TRUSTED_POOL, TRUSTED_APPLICATION, TOPOLOGY, OVERRIDE, DIRECTORY, REFRESH, RESTART, STORED];

/// The operator's variable for the certificate of the web sites of Exchange.
const CERTIFICATE: &str = "ExchangeThumbprint";

/// Every Exchange server is a trusted application pool of its own.
const TRUSTED_POOL: Rule<Command> = Rule {
    id: "command-web-trusted-pool",
    facts: &["X-160", "X-162", "X-163"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(web) = web(premises, &mut because) else {
            return;
        };
        let (Some(site), Some(pool)) = (because.read(&web.site), because.read(&web.pool)) else {
            return;
        };
        for (server, because) in offering(premises, &web.servers, &because) {
            let call = Call::new("New-CsTrustedApplicationPool")
                .text("Identity", &server)
                .with("ThrottleAsServer", Value::Bool(true))
                .with("TreatAsAuthenticated", Value::Bool(true))
                .text("ComputerFqdn", &server)
                .text("Site", site)
                .text("Registrar", pool)
                .with("RequiresReplication", Value::Bool(false));
            let undo = remove("Remove-CsTrustedApplicationPool", &server);
            let check = Call::new("Get-CsTrustedApplicationPool").text("PoolFqdn", &server);
            let command = Command::anywhere(Stage::ExchangeFeatures, call, Some(undo)).checked(check);
            let remarks = ["remark-web-site", "remark-web-names", "remark-web-pool-alone"];
            add(maker, &because, remarks.map(Message::new).into(), command);
        }
    },
};

/// Outlook on the web as an application, unless Unified Messaging on the same server has made one.
const TRUSTED_APPLICATION: Rule<Command> = Rule {
    id: "command-web-trusted-application",
    facts: &["X-161", "X-163"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(web) = web(premises, &mut because) else {
            return;
        };
        if premises.plan.exchange.is_um_collocated(&mut because) {
            return;
        }
        let (id, port) = (because.read(&web.application_id).clone(), *because.read(&web.port));
        for (server, because) in offering(premises, &web.servers, &because) {
            let call = Call::new("New-CsTrustedApplication")
                .text("ApplicationId", &id)
                .text("TrustedApplicationPoolFqdn", &server)
                .with("Port", Value::Number(port.number().into()));
            let undo = remove("Remove-CsTrustedApplication", format!("{server}/urn:application:{id}"));
            let check = Call::new("Get-CsTrustedApplication").text("TrustedApplicationPoolFqdn", &server);
            let command = Command::anywhere(Stage::ExchangeFeatures, call, Some(undo)).checked(check);
            add(maker, &because, vec![Message::new("remark-web-port")], command);
        }
    },
};

/// The topology takes the changes in.
const TOPOLOGY: Rule<Command> = Rule {
    id: "command-web-topology",
    facts: &["X-160", "X-161"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(web) = web(premises, &mut because) else {
            return;
        };
        let servers = offering(premises, &web.servers, &because);
        // No single answer takes all of several servers away.
        if let [(_, only)] = &servers[..] {
            because = only.clone();
        }
        if !servers.is_empty() {
            let call = Call::new("Enable-CsTopology");
            let command = Command::anywhere(Stage::ExchangeFeatures, call, None);
            add(maker, &because, vec![Message::new("remark-web-topology")], command);
        }
    },
};

/// Exchange 2016 and newer take the pool by an override of settings, each server with its own certificate.
const OVERRIDE: Rule<Command> = Rule {
    id: "command-web-override",
    facts: &["X-164", "X-166", "X-167", "X-169", "XD-4", "XD-8"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(web) = web(premises, &mut because) else {
            return;
        };
        if !has_overrides(premises, &mut because) {
            return;
        }
        let Some(pool) = because.read(&web.pool) else {
            return;
        };
        let names = exchange_commands();
        for (server, because) in offering(premises, &web.servers, &because) {
            let name = format!("IM {}", short(&server));
            let call = Call::new("New-SettingOverride")
                .text("Name", &name)
                .text("Component", &names.override_component.value)
                .text("Section", &names.override_section.value)
                .with("Parameters", parameters(pool))
                .text("Reason", REASON)
                .text("Server", short(&server));
            let undo = remove("Remove-SettingOverride", &name);
            let check = Call::new("Get-SettingOverride").text("Identity", &name);
            let renewal = Call::new("Set-SettingOverride")
                .text("Identity", &name)
                .with("Parameters", parameters(pool))
                .text("Reason", REASON);
            let remarks = vec![
                Message::new("remark-web-certificate"),
                Message::new("remark-web-renewal").with("line", renewal),
                Message::new("remark-web-nearest"),
            ];
            let command = here(&server, call, Some(undo)).checked(check);
            add(maker, &because, remarks, command);
        }
    },
};

/// Why Exchange keeps the setting.
const REASON: &str = "Instant messages";

/// What the override sets.
fn parameters(pool: &Fqdn) -> Value {
    let server = Value::Text(format!("IMServerName={pool}").into());
    Value::Array(vec![server, Value::Joined("IMCertificateThumbprint=", CERTIFICATE)])
}

/// Exchange 2010 and 2013 take it at the virtual directory.
const DIRECTORY: Rule<Command> = Rule {
    id: "command-web-directory",
    facts: &["X-168", "XD-8"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(web) = web(premises, &mut because) else {
            return;
        };
        if has_overrides(premises, &mut because) {
            return;
        }
        let Some(pool) = because.read(&web.pool) else {
            return;
        };
        for (server, because) in offering(premises, &web.servers, &because) {
            let set = |kind: &str| {
                Call::new("Get-OwaVirtualDirectory")
                    .text("Server", short(&server))
                    .pipe("Set-OwaVirtualDirectory")
                    .text("InstantMessagingType", kind)
            };
            let call = set("Ocs")
                .with("InstantMessagingEnabled", Value::Bool(true))
                .text("InstantMessagingServerName", pool)
                .with("InstantMessagingCertificateThumbprint", Value::Operator(CERTIFICATE));
            let command = here(&server, call, Some(set("None")))
                .checked(Call::new("Get-OwaVirtualDirectory").text("Server", short(&server)));
            add(maker, &because, vec![Message::new("remark-web-certificate-2013")], command);
        }
    },
};

/// Every server reads the override.
const REFRESH: Rule<Command> = Rule {
    id: "command-web-refresh",
    facts: &["X-165"],
    make: |premises, maker| {
        each_with_override(premises, &mut |because, server| {
            let names = exchange_commands();
            let call = Call::new("Get-ExchangeDiagnosticInfo")
                .text("Server", short(server))
                .text("Process", &names.refreshed_process.value)
                .text("Component", &names.refreshed_component.value)
                .text("Argument", "Refresh");
            add(maker, because, Vec::new(), here(server, call, None));
        });
    },
};

/// Its web site starts anew.
const RESTART: Rule<Command> = Rule {
    id: "command-web-restart",
    facts: &["X-165"],
    make: |premises, maker| {
        each_with_override(premises, &mut |because, server| {
            let call = Call::new("Restart-WebAppPool").text("Name", &exchange_commands().web_pool.value);
            add(maker, because, vec![Message::new("remark-web-restart")], here(server, call, None));
        });
    },
};

/// What Exchange has stored.
const STORED: Rule<Command> = Rule {
    id: "command-web-stored",
    facts: &["X-170"],
    make: |premises, maker| {
        each_with_override(premises, &mut |because, server| {
            let names = exchange_commands();
            let call = Call::new("Get-ExchangeDiagnosticInfo")
                .text("Server", short(server))
                .text("Process", &names.shown_process.value)
                .text("Component", &names.refreshed_component.value)
                .text("Argument", &names.shown_argument.value);
            add(maker, because, vec![Message::new("remark-web-stored")], here(server, call, None));
        });
    },
};

/// Each server that takes the pool by an override.
fn each_with_override(premises: &Premises<'_>, visit: &mut dyn FnMut(&Because, &Fqdn)) {
    let mut because = Because::default();
    let Some(web) = web(premises, &mut because) else {
        return;
    };
    if has_overrides(premises, &mut because) {
        for (server, because) in offering(premises, &web.servers, &because) {
            visit(&because, &server);
        }
    }
}

/// A command on this Exchange server.
fn here(server: &Fqdn, call: Call, undo: Option<Call>) -> Command {
    Command { place: Place::Server(server.clone()), ..on_exchange(Stage::ExchangeMailboxes, call, undo) }
}

/// Whether Exchange has overrides of settings: files and directories are ignored from then on.
fn has_overrides(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.topology.exchange.answers.version) >= ExchangeVersion::Exchange2016
}

/// The answers about Outlook on the web, where both products are here, it is wanted, and their versions speak to each
/// other.
fn web<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p OutlookWeb> {
    let answers = &premises.topology.exchange.answers;
    if !is(premises, Combination::C1, because) || !answers.wants_outlook_web(because) {
        return None;
    }
    let is_refused = because.both(
        |because| has_overrides(premises, because),
        |because| *because.read(&premises.plan.servers.version) == Version::LyncServer2013,
    );
    (!is_refused).then_some(&answers.outlook_web)
}
