//! Looking a name up, as the name servers of a network answer.

use super::hop::{Broken, Hop, Leg};
use super::world::World;
use crate::requirement::{DnsRecord, RecordData, Row, View};
use crate::text::Message;
use crate::value::{Address, Fqdn, Port};

/// A chain of CNAME records is followed so far.
const LONGEST_CHAIN: usize = 8;

/// What a look-up brought.
pub(super) struct Found {
    /// Where the name leads.
    pub(super) addresses: Vec<Address>,
    /// The name at the end of the chain, where it is another one.
    pub(super) canonical: Option<Fqdn>,
}

/// The identity of a record: its view, its name and its type.
pub(super) fn record_id(record: &DnsRecord) -> String {
    format!("dns {} {} {}", record.view.word(), record.name, record.data.kind())
}

/// The view of the name servers that a question of inside comes to: whatever they have no zone for is asked outside.
fn answering(world: &World<'_>, view: View, name: &str) -> View {
    if view == View::Internal && !world.answers_for(view, name) { View::External } else { view }
}

impl World<'_> {
    /// Looks a host up.
    pub(super) fn look_up(&self, leg: &mut Leg, view: View, name: &Fqdn) -> Result<Found, Broken> {
        let mut hop = Hop::pass(Message::new("journey-look-up"));
        let mut asked = name.clone();
        let mut canonical = None;
        for _ in 0..LONGEST_CHAIN {
            let seen = answering(self, view, asked.as_str());
            let rows = self.records(seen, asked.as_str());
            let mut addresses = Vec::new();
            let mut alias = None;
            for row in rows {
                if let RecordData::Address(address) = &row.body.data {
                    addresses.push(*address);
                } else if let RecordData::Cname(target) = &row.body.data {
                    alias = Some(target.clone());
                } else {
                    continue;
                }
                hop = hop.by_level(row, row.body.level, record_id(&row.body));
            }
            if !addresses.is_empty() {
                let at: Vec<String> = addresses.iter().map(ToString::to_string).collect();
                hop.step = hop.step.with("name", name).with("addresses", at.join(", "));
                leg.add(hop);
                return Ok(Found { addresses, canonical });
            }
            let Some(target) = alias else {
                return leg.end(Self::unknown(seen, name, &asked));
            };
            canonical = Some(target.clone());
            asked = target;
        }
        leg.end(Self::unknown(view, name, &asked))
    }

    fn unknown(view: View, name: &Fqdn, asked: &Fqdn) -> Hop {
        let step = if name == asked {
            Message::new("journey-look-up-nothing")
        } else {
            Message::new("journey-look-up-alias").with("target", asked)
        };
        Hop::fail(step.with("name", name).with("view", view.word()))
            .lacking(format!("dns {} {asked}", view.word()))
    }

    /// Looks a service up: its port and its host.
    pub(super) fn look_up_service(
        &self,
        leg: &mut Leg,
        view: View,
        service: &str,
    ) -> Result<(Port, Fqdn), Broken> {
        let seen = answering(self, view, service);
        let found = self.records(seen, service).iter().find_map(|row: &&Row<DnsRecord>| {
            let RecordData::Srv(port, host) = &row.body.data else { return None };
            Some((*row, *port, host.clone()))
        });
        let Some((row, port, host)) = found else {
            let step =
                Message::new("journey-service-nothing").with("name", service).with("view", view.word());
            return leg.end(Hop::fail(step).lacking(format!("dns {} {service} SRV", seen.word())));
        };
        let step =
            Message::new("journey-service").with("name", service).with("host", &host).with("port", port);
        leg.add(Hop::pass(step).by_level(row, row.body.level, record_id(&row.body)));
        Ok((port, host))
    }
}
