//! What a template sees of the flows that firewalls must let pass.

use serde_json::{Value as Json, json};

use super::why;
use crate::requirement::{FirewallRule, Requirements, Row};
use crate::text::Speaker;

/// The flows, for the people of the firewall.
pub(in crate::artifact) fn flows(requirements: &Requirements, speaker: &Speaker) -> Json {
    let flow = |row: &Row<FirewallRule>| {
        json!({
            "from": row.body.from,
            "to": row.body.to,
            "protocol": row.body.protocol,
            "port": row.body.ports,
            "direction": row.body.direction(),
            "level": row.body.level,
            "purpose": speaker.say(&row.body.purpose),
            "why": why(&row.reason),
        })
    };
    requirements.firewall.iter().map(flow).collect()
}
