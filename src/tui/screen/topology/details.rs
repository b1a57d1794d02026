//! What is told of a box: names, ports, certificates, published names, records. Only what is in sight becomes words.

use std::collections::HashSet;
use std::sync::Arc;

use crate::artifact::drawing::{Drawing, Nature, Node};
use crate::requirement::{Certificate, FirewallRule, Issuer, Reason, Requirements, Row};
use crate::text::{Message, Speaker};
use crate::tui::overlay::Why;

/// A line about a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// What follows, and how much of it.
    Heading(&'static str, usize),
    /// A name with its addresses.
    Called(usize),
    /// A flow of the arrow that arrives here.
    Arriving(usize, usize),
    /// A flow of the arrow that leaves from here.
    Leaving(usize, usize),
    /// A balanced port.
    Balanced(usize),
    /// A certificate.
    Certificate(usize),
    /// A published name.
    Published(usize),
    /// A record.
    Record(usize),
}

/// Everything that is told of a box.
pub(super) fn of(drawing: &Drawing, at: usize) -> Vec<Detail> {
    let node = &drawing.nodes[at];
    let mut details = Vec::new();
    let mut add = |heading, lines: Vec<Detail>| {
        if !lines.is_empty() {
            details.push(Detail::Heading(heading, lines.len()));
            details.extend(lines);
        }
    };
    let flows = |is_such: &dyn Fn(usize, usize) -> bool, detail: fn(usize, usize) -> Detail| -> Vec<Detail> {
        let arrows = drawing.arrows.iter().enumerate();
        let arrows =
            arrows.filter(|(_, arrow)| arrow.nature != Nature::Balancing && is_such(arrow.from, arrow.to));
        arrows.flat_map(|(index, arrow)| arrow.rows.iter().map(move |row| detail(index, *row))).collect()
    };
    let balanced = drawing.arrows.iter().filter(|arrow| arrow.nature == Nature::Balancing);
    let balanced = balanced.filter(|arrow| arrow.from == at || arrow.to == at);
    add("topology-names", (0..node.called.len()).map(Detail::Called).collect());
    add("topology-arriving", flows(&|_, to| to == at, Detail::Arriving));
    add("topology-leaving", flows(&|from, _| from == at, Detail::Leaving));
    add(
        "topology-balancing",
        balanced.flat_map(|arrow| arrow.rows.iter().copied().map(Detail::Balanced)).collect(),
    );
    add("topology-certificates", node.certificates.iter().copied().map(Detail::Certificate).collect());
    add("topology-published", node.publishing.iter().copied().map(Detail::Published).collect());
    add("topology-records", node.records.iter().copied().map(Detail::Record).collect());
    details
}

/// What a box is called among others: what it is, and its name.
fn name(node: &Node, words: &Speaker) -> String {
    let kind = words.say(&Message::new(node.kind.key()));
    if node.name.is_empty() { kind } else { format!("{kind} {}", node.name) }
}

/// What a box is called: what it is, its name, its site.
pub(super) fn title(node: &Node, words: &Speaker) -> String {
    let kind = words.say(&Message::new(node.kind.key()));
    let site = node.site.iter().filter(|site| **site != node.name).cloned();
    let parts = [kind].into_iter().chain(Some(node.name.clone()).filter(|name| !name.is_empty())).chain(site);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Why a box is there, and everything at it.
pub(super) fn why(drawing: &Drawing, at: usize, requirements: &Requirements, words: &Speaker) -> Why {
    let node = &drawing.nodes[at];
    let mut seen = HashSet::new();
    let mut reasons: Vec<&Reason> = Vec::new();
    for detail in of(drawing, at) {
        // Rows that domains bring share their reasons.
        if let Some(reason) = detail.reason(requirements).filter(|reason| seen.insert(Arc::as_ptr(reason))) {
            reasons.push(reason);
        }
    }
    Why::of_rows(title(node, words), node.at.as_ref(), &reasons)
}

impl Detail {
    /// Why it is so, where a rule says it.
    pub(super) fn reason<'r>(&self, requirements: &'r Requirements) -> Option<&'r Arc<Reason>> {
        Some(match self {
            Self::Heading(..) | Self::Called(_) => return None,
            Self::Arriving(_, at) | Self::Leaving(_, at) => &requirements.firewall.get(*at)?.reason,
            Self::Balanced(at) => &requirements.balancing.get(*at)?.reason,
            Self::Certificate(at) => &requirements.certificates.get(*at)?.reason,
            Self::Published(at) => &requirements.publishing.get(*at)?.reason,
            Self::Record(at) => &requirements.dns.get(*at)?.reason,
        })
    }

    /// The line in words.
    pub(super) fn words(
        &self,
        drawing: &Drawing,
        here: usize,
        requirements: &Requirements,
        words: &Speaker,
    ) -> String {
        let say = |message: Message| words.say(&message);
        match *self {
            Self::Heading(key, count) => format!("{} ({count})", say(Message::new(key))),
            Self::Called(at) => called(&drawing.nodes[here], at, words),
            Self::Arriving(arrow, at) => {
                let other = &drawing.nodes[drawing.arrows[arrow].from];
                flow(Message::new("topology-arrives"), other, &requirements.firewall[at], words)
            }
            Self::Leaving(arrow, at) => {
                let other = &drawing.nodes[drawing.arrows[arrow].to];
                flow(Message::new("topology-leaves"), other, &requirements.firewall[at], words)
            }
            Self::Balanced(at) => {
                let rule = &requirements.balancing[at].body;
                let message = Message::new("topology-balances").with("address", rule.address);
                let message = message.with("port", rule.listen_port).with("pool", &rule.pool);
                say(message.with("behind", rule.member_port))
            }
            Self::Certificate(at) => certificate(&requirements.certificates[at].body, words),
            Self::Published(at) => {
                let rule = &requirements.publishing[at].body;
                let message = Message::new("topology-publishing").with("name", &rule.public_name);
                let message = message.with("port", rule.route.listen_port).with("target", &rule.route.target);
                say(message.with("behind", rule.route.target_port))
            }
            Self::Record(at) => {
                let record = &requirements.dns[at].body;
                let message = Message::new("topology-record").with("view", record.view.word());
                let message = message.with("name", &record.name).with("type", record.data.kind());
                say(message.with("value", &record.data))
            }
        }
    }
}

/// A flow to or from another box.
fn flow(message: Message, other: &Node, row: &Row<FirewallRule>, words: &Speaker) -> String {
    let FirewallRule { protocol, ports, purpose, .. } = &row.body;
    let message =
        message.with("box", name(other, words)).with("ports", format!("{} {ports}", protocol.word()));
    words.say(&message.saying("purpose", purpose.clone()))
}

fn certificate(certificate: &Certificate, words: &Speaker) -> String {
    let issuer = match certificate.issuer {
        Issuer::Public => "topology-issuer-public",
        Issuer::Internal => "topology-issuer-internal",
    };
    let message = Message::new("topology-certificate").with("id", &certificate.id);
    let message = message.with("subject", &certificate.subject).counting("count", certificate.name_count());
    words.say(&message.saying("issuer", Message::new(issuer)))
}

/// A name with its addresses.
fn called(node: &Node, at: usize, words: &Speaker) -> String {
    let called = &node.called[at];
    let addresses: Vec<String> = called.addresses.iter().map(ToString::to_string).collect();
    let label = words.say(&Message::new(called.label));
    let parts = [format!("{label}:"), called.name.clone(), addresses.join(", ")];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    text.trim_end_matches(':').to_owned()
}
