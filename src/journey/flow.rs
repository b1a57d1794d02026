//! Whether the firewalls let something pass.

use super::client::Network;
use super::hop::{Broken, Hop, Leg};
use super::world::World;
use crate::requirement::{End, FirewallRule, Level, Protocol, Row};
use crate::text::Message;
use crate::topology::{Pool, PoolRole};
use crate::value::Port;

/// Who begins a flow.
#[derive(Clone, Debug)]
pub(super) enum Sender {
    /// A client in a network.
    Client(Network),
    /// A machine.
    Machine(End),
}

impl Sender {
    /// Whether a rule speaks of it. Devices on Wi-Fi are clients inside as well (M-182).
    fn is(&self, end: &End) -> bool {
        match self {
            Self::Machine(own) => own == end || *end == End::Any,
            Self::Client(Network::Internet) => *end == End::Internet,
            Self::Client(Network::Wifi) => matches!(end, End::Wifi | End::InternalClients | End::Any),
            Self::Client(Network::Corporate) => matches!(end, End::InternalClients | End::Any),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Machine(end) => end.to_string(),
            Self::Client(network) => network.to_string(),
        }
    }
}

/// The end that a pool is.
pub(super) fn pool_end(pool: &Pool) -> End {
    let fqdn = pool.fqdn.given().value().clone();
    match pool.role {
        PoolRole::Director => End::Director(fqdn),
        PoolRole::FrontEnd => End::FrontEnd(fqdn),
    }
}

/// The identity of a flow: its ends, its protocol, its ports and those it comes from.
pub(super) fn flow_id(rule: &FirewallRule) -> String {
    let id = format!("firewall {} > {} {} {}", rule.from, rule.to, rule.protocol.word(), rule.ports);
    rule.source_ports.map_or_else(|| id.clone(), |ports| format!("{id} from {ports}"))
}

impl<'r> World<'r> {
    /// Passes the firewalls between two ends.
    pub(super) fn pass(
        &self,
        leg: &mut Leg,
        from: &Sender,
        to: &End,
        (protocol, port): (Protocol, Port),
    ) -> Result<(), Broken> {
        self.pass_from(leg, (from, None), to, (protocol, port))
    }

    /// The same, where the sender has a port that it must come from.
    pub(super) fn pass_from(
        &self,
        leg: &mut Leg,
        (from, source): (&Sender, Option<Port>),
        to: &End,
        (protocol, port): (Protocol, Port),
    ) -> Result<(), Broken> {
        if let Some(row) = self.flow((from, source), to, protocol, port) {
            let step = Message::new("journey-flow");
            let hop = Hop::pass(spoken(step, from, to, protocol, port));
            leg.add(hop.by_level(row, row.body.level, flow_id(&row.body)));
            return Ok(());
        }
        let step = spoken(Message::new("journey-flow-nothing"), from, to, protocol, port);
        let lacking = format!("firewall {} > {to} {} {port}", from.words(), protocol.word());
        leg.end(Hop::fail(step).lacking(lacking))
    }

    /// The strongest rule that lets it pass.
    pub(super) fn flow(
        &self,
        (from, source): (&Sender, Option<Port>),
        to: &End,
        protocol: Protocol,
        port: Port,
    ) -> Option<&'r Row<FirewallRule>> {
        let lets_pass = |row: &&&Row<FirewallRule>| {
            let rule = &row.body;
            rule.to == *to
                && rule.protocol == protocol
                && (rule.ports.first..=rule.ports.last).contains(&port)
                && from.is(&rule.from)
                && rule.source_ports.is_none_or(|ports| {
                    source.is_none_or(|source| (ports.first..=ports.last).contains(&source))
                })
        };
        let level = |row: &&&Row<FirewallRule>| -> Level { row.body.level };
        self.flows(to.kind()).iter().filter(lets_pass).min_by_key(level).copied()
    }
}

fn spoken(step: Message, from: &Sender, to: &End, protocol: Protocol, port: Port) -> Message {
    step.with("from", from.words()).with("to", to).with("protocol", protocol.word()).with("port", port)
}
