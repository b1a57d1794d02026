//! Who is there at an address inside: a balancer, a server, or nobody.

use super::flow::{Sender, pool_end};
use super::hop::{Broken, Hop, Leg};
use super::world::{Holder, World};
use crate::requirement::{BalancingRule, End, Protocol};
use crate::text::Message;
use crate::topology::Pool;
use crate::value::{Address, Port};

/// Who took what came to an address, and on which port.
#[derive(Clone, Copy, Debug)]
pub(super) enum Landed<'r> {
    /// A pool.
    Pool(&'r Pool, Port),
    /// An Office Web Apps Server.
    Office,
}

/// The identity of a balancing rule: its address and port.
pub(super) fn balancing_id(rule: &BalancingRule) -> String {
    format!("balancing {} {}", rule.address.with_port(rule.listen_port), rule.protocol.word())
}

impl<'r> World<'r> {
    /// Finds who takes what comes to an address, past the firewalls before it.
    pub(super) fn land(
        &self,
        leg: &mut Leg,
        from: &Sender,
        address: Address,
        port: Port,
    ) -> Result<Landed<'r>, Broken> {
        let protocol = Protocol::Tcp;
        if let Some(row) = self.balanced(address, port, protocol) {
            let rule = &row.body;
            if let Some(pool) = self.pool(rule.pool.as_str()) {
                self.pass(leg, from, &pool_end(pool), (protocol, port))?;
                let step = Message::new("journey-balanced").with("address", address.with_port(port));
                let step = step.with("pool", &rule.pool).with("port", rule.member_port);
                leg.add(Hop::pass(step).by(row, balancing_id(rule)));
                return Ok(Landed::Pool(pool, rule.member_port));
            }
        }
        for holder in self.holders(address) {
            let (landed, end) = match holder {
                Holder::Server(pool) => (Landed::Pool(pool, port), pool_end(pool)),
                Holder::Office(office) => {
                    (Landed::Office, End::OfficeWebApps(office.server.fqdn.given().value().clone()))
                }
                Holder::Web(pool) => return leg.end(not_balanced(pool, address, port)),
                Holder::Proxy(_) | Holder::EdgeService(..) | Holder::EdgeServer => continue,
            };
            self.pass(leg, from, &end, (protocol, port))?;
            return Ok(landed);
        }
        let step = Message::new("journey-nobody-there").with("address", address.with_port(port));
        leg.end(Hop::fail(step).lacking(format!("address {address}")))
    }
}

/// Nobody takes what comes to a virtual address.
pub(super) fn not_balanced(pool: &Pool, address: Address, port: Port) -> Hop {
    let at = address.with_port(port);
    let step =
        Message::new("journey-not-balanced").with("address", &at).with("pool", pool.fqdn.given().value());
    let lacking = format!("balancing {at} {}", Protocol::Tcp.word());
    Hop::fail(step).lacking(lacking).answered(pool.load_balancing.path())
}
