//! The boxes that a topology has, and the stand on which they and those that only flows know are gathered.

use std::collections::HashMap;

use super::kind::{Kind, Zone};
use super::machines;
use crate::plan::{Path, Plan};
use crate::topology::Topology;
use crate::value::Address;

/// What something in a box is called, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The key of the words for what this is.
    pub label: &'static str,
    /// The name; empty where it has none.
    pub name: String,
    /// Its addresses.
    pub addresses: Vec<Address>,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its name; empty where there is one of its kind only.
    pub name: String,
    /// The zone where it stands.
    pub zone: Zone,
    /// The name of its site.
    pub site: Option<String>,
    /// The answer that says that it is there.
    pub at: Option<Path>,
    /// Names and addresses of what it is, and of its machines.
    pub called: Vec<Called>,
    /// The boxes that it stands for, where several are drawn as one: their names.
    pub stacked: Vec<String>,
    /// Its DNS records, by their place among the requirements.
    pub records: Vec<usize>,
    /// The certificates that its machines hold.
    pub certificates: Vec<usize>,
    /// The publishing rules that it has, or that lead to it.
    pub publishing: Vec<usize>,
}

impl Node {
    /// A box of which nothing is known but what it is.
    #[must_use]
    pub fn new(kind: Kind, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            zone: kind.zone(),
            site: None,
            at: None,
            called: Vec::new(),
            stacked: Vec::new(),
            records: Vec::new(),
            certificates: Vec::new(),
            publishing: Vec::new(),
        }
    }
}

/// Where boxes are gathered: each kind and name once.
#[derive(Default)]
pub(super) struct Stand {
    pub(super) nodes: Vec<Node>,
    places: HashMap<(Kind, String), usize>,
    /// Machines of boxes, in small letters, with the box where each is.
    pub(super) machines: HashMap<(Kind, String), usize>,
}

impl Stand {
    /// The boxes of a topology.
    pub(super) fn of(plan: &Plan, topology: &Topology) -> Self {
        let mut stand = Self::default();
        machines::perimeter(plan, topology, &mut stand);
        machines::pools(plan, topology, &mut stand);
        machines::others(plan, topology, &mut stand);
        machines::neighbours(plan, &mut stand);
        stand
    }

    /// The box of this kind and name, which is made where there is none.
    pub(super) fn place(&mut self, kind: Kind, name: &str) -> usize {
        if let Some(place) = self.places.get(&(kind, name.to_owned())) {
            return *place;
        }
        let place = self.nodes.len();
        self.nodes.push(Node::new(kind, name));
        self.places.insert((kind, name.to_owned()), place);
        place
    }

    /// The box with a machine of this name.
    pub(super) fn with_machine(&self, kind: Kind, machine: &str) -> Option<usize> {
        self.machines.get(&(kind, machine.to_lowercase())).copied()
    }

    /// Notes a machine of a box.
    pub(super) fn machine(&mut self, place: usize, name: &str) {
        let kind = self.nodes[place].kind;
        self.machines.entry((kind, name.to_lowercase())).or_insert(place);
    }
}
