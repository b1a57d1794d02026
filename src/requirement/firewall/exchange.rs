//! Flows between the Front End pools and Exchange.

use super::flow::{End, FirewallRule, Protocol};
use super::other::add;
use crate::plan::{Because, ExchangeFeature, Server};
use crate::requirement::Level;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<FirewallRule>] = &[TO_EXCHANGE, FROM_EXCHANGE, SIP, APPLICATION, ONLINE];

/// Requests of the pools to Exchange: tokens, contacts, archives, photos.
const TO_EXCHANGE: Rule<FirewallRule> = Rule {
    id: "firewall-exchange-requests",
    facts: &["X-060", "X-084", "X-240"],
    make: |premises, maker| {
        each_pair(premises, |because, pool, server| {
            add(maker, because, (pool, server), "flow-exchange-requests");
        });
    },
};

/// Requests of Exchange to the pools: their metadata.
const FROM_EXCHANGE: Rule<FirewallRule> = Rule {
    id: "firewall-exchange-metadata",
    facts: &["X-081", "X-240"],
    make: |premises, maker| {
        each_pair(premises, |because, pool, server| {
            add(maker, because, (server, pool), "flow-exchange-metadata");
        });
    },
};

/// SIP of Outlook on the web and of Unified Messaging.
const SIP: Rule<FirewallRule> = Rule {
    id: "firewall-exchange-sip",
    facts: &["X-241", "X-242"],
    make: |premises, maker| {
        each_pair(premises, |because, pool, server| {
            let speaks = because.either(
                |because| has_web(premises, because),
                |because| premises.topology.exchange.has(ExchangeFeature::UnifiedMessaging, because),
            );
            if speaks {
                add(maker, because, (server, pool), "flow-exchange-sip");
            }
        });
    },
};

/// SIP of the pools to Outlook on the web, on the port of the trusted application.
const APPLICATION: Rule<FirewallRule> = Rule {
    id: "firewall-exchange-application",
    facts: &["X-161", "X-163", "X-241"],
    make: |premises, maker| {
        let outlook = &premises.plan.exchange.outlook_web;
        each_pair(premises, |because, pool, server| {
            let own = because.read(&outlook.servers);
            let offers = own.is_empty() || matches!(server, End::Exchange(fqdn) if own.contains(fqdn));
            if !offers || !has_web(premises, because) || premises.plan.exchange.is_um_collocated(because) {
                return;
            }
            let body = FirewallRule {
                from: pool.clone(),
                to: server.clone(),
                protocol: Protocol::Tcp,
                ports: (*because.read(&outlook.port)).into(),
                source_ports: None,
                level: Level::Required,
                purpose: Message::new("flow-exchange-application"),
                behind: Vec::new(),
                disputed: Vec::new(),
            };
            let reason = maker.reason(because);
            maker.add(&reason, body);
        });
    },
};

/// Requests of the pools to Exchange Online and its tokens.
const ONLINE: Rule<FirewallRule> = Rule {
    id: "firewall-exchange-online",
    facts: &["X-186", "X-240"],
    make: |premises, maker| {
        let answers = &premises.plan.exchange;
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            let is_so = *because.read(&answers.integrate)
                && answers.is_skype_here(&mut because)
                && !answers.is_exchange_here(&mut because);
            if is_so {
                let from = End::of(pool, &mut because);
                add(maker, &because, (&from, &End::Internet), "flow-exchange-online");
            }
        }
    },
};

/// Each Front End pool with each Exchange server, where both stand here.
fn each_pair(premises: &Premises<'_>, mut make: impl FnMut(&mut Because, &End, &End)) {
    let answers = &premises.plan.exchange;
    let server_end =
        |server: &Server, because: &mut Because| End::Exchange(because.read(&server.fqdn).clone());
    for pool in premises.topology.front_ends() {
        for server in &answers.servers {
            let mut because = Because::default();
            let is_so = *because.read(&answers.integrate)
                && answers.is_skype_here(&mut because)
                && answers.is_exchange_here(&mut because);
            if is_so {
                let (pool, server) = (End::of(pool, &mut because), server_end(server, &mut because));
                make(&mut because, &pool, &server);
            }
        }
    }
}

/// Whether people have messages or presence in Outlook on the web.
fn has_web(premises: &Premises<'_>, because: &mut Because) -> bool {
    let exchange = &premises.topology.exchange;
    because.either(
        |because| exchange.has(ExchangeFeature::OwaIm, because),
        |because| exchange.has(ExchangeFeature::PresenceInOwa, because),
    )
}
