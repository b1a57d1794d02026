//! Choices about Edge pools that contradict each other, or that facts advise against.

use crate::catalog::numbers;
use crate::finding::{Finding, Severity};
use crate::plan::Because;
use crate::requirement::rule::{Maker, Rule};
use crate::topology::Edge;

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] = &[
    NAT_WITH_HARDWARE,
    NAT_RULES,
    HARDWARE_NOT_NEEDED,
    SINGLE_SERVER,
    TOO_MANY_SERVERS,
    SINGLE_ADDRESS,
    XMPP_IS_GONE,
];

/// NAT and a hardware load balancer.
const NAT_WITH_HARDWARE: Rule<Finding> = Rule {
    id: "edge-nat-with-hardware",
    facts: &["E-001", "E-003"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if *because.read(&edge.pool.nat) && edge.is_balanced(&mut because) {
                let finding = maker.finding(Severity::Error, edge.pool.nat.path());
                add(maker, edge, because, finding);
            }
        }
    },
};

/// What NAT must do and must not do.
const NAT_RULES: Rule<Finding> = Rule {
    id: "edge-nat-rules",
    facts: &["E-001", "E-004"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if *because.read(&edge.pool.nat) {
                let finding = maker.finding(Severity::Advice, edge.pool.nat.path());
                add(maker, edge, because, finding);
            }
        }
    },
};

/// A hardware load balancer, where DNS would do for all but old mail servers.
const HARDWARE_NOT_NEEDED: Rule<Finding> = Rule {
    id: "edge-hardware-not-needed",
    facts: &["E-010", "E-140", "E-141", "E-142", "E-143"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if edge.is_balanced(&mut because) {
                let finding = maker.finding(Severity::Advice, edge.pool.load_balancing.path());
                add(maker, edge, because, finding);
            }
        }
    },
};

/// One server: no availability.
const SINGLE_SERVER: Rule<Finding> = Rule {
    id: "edge-single-server",
    facts: &["E-002", "E-006"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if because.read(&edge.pool.servers).len() == 1 {
                let finding = maker.finding(Severity::Advice, edge.pool.servers.path());
                add(maker, edge, because, finding);
            }
        }
    },
};

/// More servers than were tested.
const TOO_MANY_SERVERS: Rule<Finding> = Rule {
    id: "edge-too-many-servers",
    facts: &["E-006"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let count = because.read(&edge.pool.servers).len();
            let most = numbers().edge_servers.value;
            if count > most {
                let finding = maker
                    .finding(Severity::Warning, edge.pool.servers.path())
                    .counting("count", count)
                    .counting("most", most);
                add(maker, edge, because, finding);
            }
        }
    },
};

/// One address for all services.
const SINGLE_ADDRESS: Rule<Finding> = Rule {
    id: "edge-single-address",
    facts: &["E-007", "E-158"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if *because.read(&edge.pool.single_address) {
                let finding = maker.finding(Severity::Warning, edge.pool.single_address.path());
                add(maker, edge, because, finding);
            }
        }
    },
};

/// XMPP on a version without it.
const XMPP_IS_GONE: Rule<Finding> = Rule {
    id: "edge-xmpp-gone",
    facts: &["M-276", "E-025", "E-201"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if *because.read(&edge.pool.xmpp) {
                let version = because.read(&premises.plan.servers.version);
                if !version.has_xmpp() {
                    let finding =
                        maker.finding(Severity::Error, edge.pool.xmpp.path()).with("version", version.word());
                    add(maker, edge, because, finding);
                }
            }
        }
    },
};

fn add(maker: &mut Maker<'_, Finding>, edge: &Edge, mut because: Because, finding: Finding) {
    let finding = finding.with("pool", because.read(&edge.pool.fqdn));
    maker.tell(&because, finding);
}
