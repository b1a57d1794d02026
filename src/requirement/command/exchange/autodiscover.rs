//! Autodiscover of Exchange: the address that it gives its own clients (X-051 to X-054, XD-3), and the other one, which the
//! servers are told.

use super::{Call, Command, Stage, Value, add, autodiscover, on_exchange};
use crate::catalog::exchange_commands;
use crate::plan::{Because, ExchangeVersion, Place, Standing};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[INTERNAL_ADDRESS, TOLD];

/// What shows the address, and what sets it, by the version of Exchange (XD-3).
const SERVER_FORM: (&str, &str) = ("Get-ClientAccessServer", "Set-ClientAccessServer");
const SERVICE_FORM: (&str, &str) = ("Get-ClientAccessService", "Set-ClientAccessService");

const ADDRESS: &str = "AutoDiscoverServiceInternalUri";

/// The address inside of every Exchange server: always the one that ends with `.xml`.
const INTERNAL_ADDRESS: Rule<Command> = Rule {
    id: "command-exchange-autodiscover",
    facts: &["X-002", "X-051", "X-052", "X-053", "X-054", "XD-3"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.topology.exchange.answers;
        if !*because.read(&answers.integrate) || *because.read(&answers.exchange) != Place::OnPremises {
            return;
        }
        let (shows, sets) = if *because.read(&answers.version) >= ExchangeVersion::Exchange2016 {
            SERVICE_FORM
        } else {
            SERVER_FORM
        };
        let address = autodiscover(premises, &exchange_commands().internal_autodiscover.value, &mut because);
        let set = |address: Value| Call::new(shows).pipe(sets).with(ADDRESS, address);
        let properties = ["Name", ADDRESS].map(str::to_owned).into();
        let check = Call::new(shows)
            .pipe("Select-Object")
            .with("Property", Value::Texts(properties))
            .pipe("Format-List");
        let call = set(Value::Text(address.into()));
        let command = on_exchange(Stage::ExchangeAutodiscover, call, Some(set(Value::Null))).checked(check);
        add(maker, &because, vec![Message::new("remark-exchange-blank-address")], command);
    },
};

/// The address that the servers are told: always the one that ends with `.svc`.
const TOLD: Rule<Command> = Rule {
    id: "command-oauth-configuration",
    facts: &["X-002", "X-055", "X-060", "X-061", "X-062", "X-063", "X-064", "X-065"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.topology.exchange.answers;
        if !*because.read(&answers.integrate) || !answers.is_skype_here(&mut because) {
            return;
        }
        let address = autodiscover(premises, &exchange_commands().server_autodiscover.value, &mut because);
        let set = |address: Value| {
            Call::new("Set-CsOAuthConfiguration")
                .text("Identity", "global")
                .with("ExchangeAutodiscoverUrl", address)
        };
        let mut call = set(Value::Text(address.into()));
        let redirects = because.read(&answers.redirect_domains);
        if !redirects.is_empty() {
            let domains: Vec<String> = redirects.iter().map(|domain| format!("*.{domain}")).collect();
            call = call.text("ExchangeAutodiscoverAllowedDomains", domains.join(";"));
        }
        // The product takes the default SIP domain by itself.
        because.note(answers.oauth_realm.path());
        if answers.oauth_realm.given().standing() == Standing::Said {
            call = call.text("Realm", because.read(&answers.oauth_realm));
        }
        let check = Call::new("Get-CsOAuthConfiguration").text("Identity", "global");
        let command =
            Command::anywhere(Stage::OauthConfiguration, call, Some(set(Value::Null))).checked(check);
        add(maker, &because, vec![Message::new("remark-oauth-cmdlet-only")], command);
    },
};
